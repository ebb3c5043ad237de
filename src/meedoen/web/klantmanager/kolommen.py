"""The columns of the werkvoorraad: which there are, which somebody chose, and what stands in them."""

from collections.abc import Callable, Iterable
from datetime import date
from html import escape
from typing import Any

from django.utils.safestring import SafeString

from meedoen.domain.regio.models import Medewerker
from meedoen.domain.termijn.models import Lijstweergave
from meedoen.domain.termijn.selectors import Row
from meedoen.law.inburgering.begrippen import Doelgroep
from meedoen.web.klantmanager.wording import language_name
from meedoen.web.templatetags.dutch import dutch_date

Cell = Callable[[Row, dict[int, str]], str]

_DOELGROEPEN = {doelgroep.value: doelgroep.label for doelgroep in Doelgroep}

# Key → heading and what stands in it. Name, reason and date stand on every list.
COLUMNS: dict[str, tuple[str, Cell]] = {
    "gemeente": ("Gemeente", lambda row, names: names.get(row.gemeente_id, "")),
    "artikel": ("Artikel", lambda row, names: row.citation),
    "wacht": ("Wacht op", lambda row, names: row.waits_for),
    "klantmanager": ("Klantmanager", lambda row, names: row.klantmanager or "nog niemand"),
    "leerroute": ("Leerroute", lambda row, names: row.leerroute),
    "doelgroep": ("Doelgroep", lambda row, names: _DOELGROEPEN.get(row.doelgroep, "")),
    "taal": ("Taal", lambda row, names: language_name(row.taal)),
    "woonplek": ("Woonplek", lambda row, names: f"AZC {row.coa_locatie}" if row.in_azc else ""),
}
USUAL = ("gemeente", "artikel", "wacht", "klantmanager", "leerroute")


def chosen_columns(
    user: Medewerker, view: Lijstweergave | None, *, several_gemeenten: bool, only_mine: bool
) -> list[str]:
    """Return the columns to show: those of the saved view, else those she chose last, else the usual.

    The gemeente stands on the list only of who works for several; her own name on a
    list of her own dossiers only when she asked for it, and the leerroute gives it its
    room on a list of more people's dossiers.
    """
    kept = view or Lijstweergave.objects.filter(medewerker=user, naam="").first()
    wanted = set(kept.kolommen) if kept else set(USUAL) - {"klantmanager" if only_mine else "leerroute"}
    return [key for key in COLUMNS if key in wanted and (key != "gemeente" or several_gemeenten)]


def known_columns(keys: Iterable[str]) -> list[str]:
    """Return the keys that are columns, in the order of the list."""
    wanted = set(keys)
    return [key for key in COLUMNS if key in wanted]


def cells(row: Row, columns: Iterable[str], names: dict[int, str]) -> list[tuple[str, str, str]]:
    """Return (key, heading, text) for each column of a row."""
    return [(key, COLUMNS[key][0], COLUMNS[key][1](row, names)) for key in columns]


def cells_html(row: Row, columns: Iterable[str], names: dict[int, str]) -> SafeString:
    """Return the cells of a row for the page.

    Written here and not in the template, because a page can hold 1,250 of them. The
    headings are ours; the text is escaped.
    """
    return SafeString(
        "".join(
            f'<td class="utrecht-table__cell" data-label="{heading}">{escape(text)}</td>'
            for _, heading, text in cells(row, columns, names)
        )
    )


def until(due_on: date | None, on: date) -> tuple[str, str]:
    """Return a day and how long it still is: `11 mei 2026` and `nog 5 dagen`; empty without a day."""
    if due_on is None:
        return "", ""
    return dutch_date(due_on), _distance((due_on - on).days)


def _distance(left: int) -> str:
    if left == 0:
        return "vandaag"
    if left < 0:
        return f"{_days(-left)} te laat" if left > -100 else f"{-left // 7} weken te laat"
    if left > 26 * 7:
        return f"nog {left * 12 // 365} maanden"
    return f"nog {_days(left)}" if left <= 28 else f"nog {left // 7} weken"


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dagen"


def sheet_rows(
    rows: Iterable[Row], names: dict[int, str], group_of: Callable[[date | None], str]
) -> list[list[Any]]:
    """Return the list for a spreadsheet: every column, whatever the page shows."""
    return [
        [
            group_of(row.due_on),
            row.naam,
            row.sentence,
            row.due_on,
            *(text for _, _, text in cells(row, COLUMNS, names)),
        ]
        for row in rows
    ]


SHEET_HEADINGS = ["Groep", "Naam", "Volgende stap", "Uiterlijk", *(label for label, _ in COLUMNS.values())]
