"""Figures without persons: open dossiers by leerroute and doelgroep, and whether PIPs are in time."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from meedoen.access.permissions import gemeenten_for, may
from meedoen.domain.regio.logboek import record_security
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.termijn.selectors import open_figures, pip_figures
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.kernel.period import Months
from meedoen.web.inkoper.onthullen import FEW, HIDDEN, safe_table
from meedoen.web.spreadsheet import PurposeForm, spreadsheet_response

TWELVE_MONTHS = Months(12)


@dataclass(frozen=True)
class Table:
    """One table of figures, with totals, as it may be shown."""

    key: str
    title: str
    explanation: str
    headings: list[str]
    rows: list[tuple[str, list[str | int]]]


@may("cijfers.view", methods=("GET",))
def cijfers(request: HttpRequest) -> HttpResponse:
    """Show the figures of the gemeenten for which the user may see them."""
    today = localdate()
    gemeenten = gemeenten_for(request.user, "cijfers.view")
    context = {"tables": tables(gemeenten, today), "today": today, "few": FEW, "hidden": HIDDEN}
    return render(request, "inkoper/cijfers.html", context)


@may("cijfers.view")
def cijfers_excel(request: HttpRequest) -> HttpResponse:
    """Ask what the file is for; then give the same figures, one number on each row."""
    form = PurposeForm(request.POST if request.method == "POST" else None)
    form.fields["doel"].help_text = "Dit komt in het logboek."
    if request.method != "POST" or not form.is_valid():
        return render(request, "inkoper/excel.html", {"form": form})
    today = localdate()
    purpose = form.cleaned_data["doel"]
    record_security(
        "export",
        "gelukt",
        actor=request.user,
        path=request.path,
        detail=f"cijfers zonder personen: {purpose}",
    )
    rows = [
        [table.title, place, heading, number, today]
        for table in tables(gemeenten_for(request.user, "cijfers.view"), today)
        for place, numbers in table.rows
        for heading, number in zip(table.headings, numbers, strict=True)
    ]
    headings = ["Tabel", "Gemeente", "Wat", "Aantal", "Stand van"]
    return spreadsheet_response(f"cijfers-{today}.xlsx", headings, rows)


def tables(gemeenten: list[Gemeente], on: date) -> list[Table]:
    """Return the tables for these gemeenten on a day, without small numbers.

    The first two tables share their totals for each gemeente: what one hides, the other hides too.
    """
    if not gemeenten:
        return []
    ids = tuple(gemeente.pk for gemeente in gemeenten)
    since = on - TWELVE_MONTHS
    routes = {**{route.value: route.label for route in Leerroute}, "": "nog geen leerroute"}
    groups = {**{group.value: group.label for group in Doelgroep}, "": "nog niet bekend"}
    of_route = _counts(ids, open_figures(ids, "leerroute", tuple(routes)))
    of_group = _counts(ids, open_figures(ids, "doelgroep", tuple(groups)))
    pips = _counts(ids, pip_figures(ids, on, since))
    made = [[row[0], row[1], row[4]] for row in pips]
    waiting = [[row[2], row[3]] for row in pips]
    route_rows, group_rows = _with_equal_totals(of_route, of_group)
    return [
        _table(
            "leerroute",
            "Open dossiers per leerroute",
            "De leerroute van het PIP dat geldt, of anders de gekozen leerroute.",
            list(routes.values()),
            gemeenten,
            route_rows,
        ),
        _table(
            "doelgroep",
            "Open dossiers per doelgroep",
            "De twee groepen van de Wet inburgering 2021.",
            list(groups.values()),
            gemeenten,
            group_rows,
        ),
        _table(
            "vastgesteld",
            "PIP's van de laatste 12 maanden: op tijd?",
            "Eerste PIP's van de gemeente, naar de laatste dag van art. 5.3 Besluit inburgering 2021.",
            ["op tijd", "te laat", "laatste dag niet bekend"],
            gemeenten,
            safe_table(made)[0],
        ),
        _table(
            "wachtend",
            "Nog geen PIP: hoe staat de termijn?",
            "Open dossiers waarvan de termijn voor het PIP al loopt.",
            ["termijn loopt nog", "termijn is voorbij"],
            gemeenten,
            safe_table(waiting)[0],
        ),
    ]


def _counts(ids: tuple[int, ...], figures: dict[int, dict[str, int]]) -> list[list[int]]:
    return [list(figures[pk].values()) for pk in ids]


def _with_equal_totals(
    first: list[list[int]], second: list[list[int]]
) -> tuple[list[list[str | int]], list[list[str | int]]]:
    """Return two safe tables whose totals are the same people: hidden in one is hidden in both."""
    hidden: frozenset[int] = frozenset()
    while True:
        one, hides_one = safe_table(first, hidden_totals=hidden)
        two, hides_two = safe_table(second, hidden_totals=hidden)
        if hides_one | hides_two <= hidden:
            return one, two
        hidden |= hides_one | hides_two


def _table(
    key: str,
    title: str,
    explanation: str,
    headings: list[str],
    gemeenten: list[Gemeente],
    rows: list[list[str | int]],
) -> Table:
    """Return a table with a row for each gemeente; one gemeente alone needs no row of totals."""
    names = [gemeente.naam for gemeente in gemeenten]
    if len(names) > 1:
        names.append("Samen")
    return Table(key, title, explanation, [*headings, "Totaal"], list(zip(names, rows, strict=False)))
