"""Reading events of DUO that somebody pastes or uploads: a line is a code, a day and a BSN or V-nummer.

The parts may stand in any order, between any other text, as they come when a list is copied from a screen.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.instroom.cells import read_bsn
from meedoen.domain.instroom.guard import inspect
from meedoen.domain.instroom.reading import decode, read
from meedoen.domain.keten.actions import keep_notificatie
from meedoen.domain.keten.gebeurtenissen import betekenis_of
from meedoen.domain.keten.models import Notificatie
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.secrecy import blind_index

MOST_LINES = 2000
CODE = re.compile(r"\b(SS\d{3}|SDI\d{3})\b", re.IGNORECASE)
DAY = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})(?=\b|T)", re.ASCII)
HOUR = re.compile(r"\b(\d{1,2}):(\d{2})(?::(\d{2}))?\b", re.ASCII)
NUMBER = re.compile(r"(?<!\d)\d(?:[ .]?\d){7,9}(?!\d)", re.ASCII)


@dataclass(frozen=True)
class Melding:
    """One line, as it was read.

    Attributes:
        number: its place, from 1.
        text: as it was pasted; holds a BSN, so it only goes back to who pasted it.
        fault: what is wrong and what to do; empty when the line can be taken over.
        known: there is such an event here already.
        dossier: whom it is about, when this person is here.
    """

    number: int
    text: str
    code: str = ""
    registratie_at: datetime | None = None
    bsn: str = ""
    v_nummer: str = ""
    fault: str = ""
    known: bool = False
    dossier: Dossier | None = None

    @property
    def zin(self) -> str:
        """What the code means."""
        return betekenis_of(self.code).zin if self.code else ""

    @property
    def good(self) -> bool:
        """Whether it can be taken over and is new."""
        return not self.fault and not self.known


def lines_of_file(data: bytes) -> str:
    """Return the lines of a csv or xlsx file as text.

    Raises:
        Unreadable: with a Dutch sentence, when the file is refused.
    """
    if inspect(data).kind == "csv":
        return decode(data)
    sheet = read(data)
    table = [sheet.headings, *(row.cells for row in sheet.rows)]
    return "\n".join(" ; ".join(_cell(cell) for cell in cells) for cells in table)


def read_lines(text: str, gemeente: Gemeente) -> list[Melding]:
    """Return every line in which something stands, read and looked up; nothing is left out.

    Headings, lines without any digit, are no lines.
    """
    found = [
        _read(number, line.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if re.search(r"\d", line)
    ]
    return _looked_up(_without_doubles(found), gemeente)


def keep_lines(found: Iterable[Melding], gemeente: Gemeente, *, by: Any, weg: str) -> int:
    """Keep the good lines as events; returns how many were new."""
    at = timezone.now()
    return sum(
        keep_notificatie(
            gemeente.pk,
            code=line.code,
            registratie_at=line.registratie_at,
            received_at=at,
            bsn=line.bsn,
            v_nummer=line.v_nummer,
            weg=weg,
            by=by,
        )
        for line in found
        if line.good and line.registratie_at is not None
    )


def _cell(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else str(cell)


def _read(number: int, text: str) -> Melding:
    line = Melding(number, text)
    codes = {code.upper() for code in CODE.findall(text)}
    if len(codes) != 1:
        return replace(line, fault=_code_fault(codes))
    line = replace(line, code=codes.pop())
    rest = CODE.sub(" ", text)
    moment, fault = _moment(rest)
    if moment is None:
        return replace(line, fault=fault)
    line = replace(line, registratie_at=moment)
    return _with_person(line, NUMBER.findall(HOUR.sub(" ", DAY.sub(" ", rest))))


def _code_fault(codes: set[str]) -> str:
    if codes:
        return "Er staan meer codes op deze regel. Zet elke melding op een eigen regel."
    return "Er staat geen code van DUO op deze regel, zoals SS131. Zet de code erbij."


def _moment(text: str) -> tuple[datetime | None, str]:
    if (match := DAY.search(text)) is None:
        return None, "Er staat geen datum op deze regel. Zet de datum erbij als dag-maand-jaar."
    day, month, year, iso_year, iso_month, iso_day = match.groups()
    parts = (iso_year, iso_month, iso_day) if iso_year else (year, month, day)
    hour = HOUR.search(text[match.end() :].lstrip("T "))
    try:
        on = date(*map(int, parts))
        at = time(*(int(part or 0) for part in hour.groups())) if hour else time(0)
        moment = timezone.make_aware(datetime.combine(on, at))
    except (ValueError, OverflowError):
        return None, f"De datum {match.group()} bestaat niet. Kijk de dag en de maand na."
    if moment > timezone.now():
        return None, f"De datum {match.group()} ligt in de toekomst. Kijk de datum na."
    if on.year < 2021:
        return None, f"De datum {match.group()} ligt voor de wet. Kijk het jaar na."
    return moment, ""


def _with_person(line: Melding, numbers: Sequence[str]) -> Melding:
    """Read who it is about: nine digits are a BSN (eight lost their zero), ten are a V-nummer."""
    digits = {re.sub(r"\D", "", number) for number in numbers}
    v_nummers = {one for one in digits if len(one) == 10}
    bsns = {one.zfill(9) for one in digits if len(one) in {8, 9}}
    if len(bsns) > 1 or len(v_nummers) > 1:
        return replace(
            line, fault="Er staan meer nummers op deze regel. Zet elke melding op een eigen regel."
        )
    if not bsns and not v_nummers:
        return replace(line, fault="Er staat geen BSN of V-nummer op deze regel. Zet het nummer erbij.")
    bsn = next(iter(bsns), "")
    if bsn and read_bsn(bsn).value is None:
        return replace(line, fault="Dit BSN klopt niet. Kijk of alle negen cijfers goed zijn.")
    return replace(line, bsn=bsn, v_nummer=next(iter(v_nummers), ""))


def _without_doubles(found: Sequence[Melding]) -> list[Melding]:
    seen: set[tuple[Any, ...]] = set()
    result = []
    for line in found:
        key = (line.code, line.registratie_at, line.bsn or line.v_nummer)
        result.append(replace(line, known=True) if not line.fault and key in seen else line)
        if not line.fault:
            seen.add(key)
    return result


def _looked_up(found: Sequence[Melding], gemeente: Gemeente) -> list[Melding]:
    """Say of each line who it is about, and whether the same event is here already."""
    good = [line for line in found if not line.fault]
    bsn = {line.bsn: _index(line.bsn, gemeente, "bsn") for line in good if line.bsn}
    v_nummer = {line.v_nummer: _index(line.v_nummer, gemeente, "v_nummer") for line in good if line.v_nummer}
    people = _people(gemeente, set(bsn.values()), set(v_nummer.values()))
    kept = _kept(gemeente, {line.code for line in good}, set(bsn.values()), set(v_nummer.values()))
    result = []
    for line in found:
        if line.fault:
            result.append(line)
            continue
        keys = [bsn.get(line.bsn), v_nummer.get(line.v_nummer)]
        dossier = next((people[key] for key in keys if key in people), None)
        result.append(replace(line, dossier=dossier, known=line.known or _is_kept(line, keys, kept)))
    return result


def _index(number: str, gemeente: Gemeente, field: str) -> str:
    return blind_index(number, gemeente_id=gemeente.pk, field=field)


def _people(gemeente: Gemeente, bsn: set[str], v_nummer: set[str]) -> dict[str, Dossier]:
    rows = Dossier.objects.filter(
        Q(inburgeringsplichtige__bsn_index__in=bsn) | Q(inburgeringsplichtige__v_nummer_index__in=v_nummer),
        gemeente=gemeente,
    ).select_related("inburgeringsplichtige")
    people: dict[str, Dossier] = {}
    for dossier in rows.order_by("pk"):
        person = dossier.inburgeringsplichtige
        people.update({key: dossier for key in (person.bsn_index, person.v_nummer_index) if key})
    return people


def _kept(
    gemeente: Gemeente, codes: set[str], bsn: set[str], v_nummer: set[str]
) -> dict[tuple[str, str], list[datetime]]:
    rows = Notificatie.objects.filter(
        Q(bsn_index__in=bsn) | Q(v_nummer_index__in=v_nummer), gemeente=gemeente, gebeurtenis_id__in=codes
    ).values_list("gebeurtenis_id", "bsn_index", "v_nummer_index", "registratie_at")
    kept: dict[tuple[str, str], list[datetime]] = {}
    for code, bsn_index, v_index, at in rows:
        for key in filter(None, (bsn_index, v_index)):
            kept.setdefault((code, key), []).append(at)
    return kept


def _is_kept(line: Melding, keys: Sequence[str | None], kept: dict[tuple[str, str], list[datetime]]) -> bool:
    """Whether the same event is here: at the same moment, or on that day when the line has no hour."""
    moments = [at for key in keys if key for at in kept.get((line.code, key), [])]
    moment = line.registratie_at
    if moment is None:
        return False
    if timezone.localtime(moment).time() != time(0):
        return moment in moments
    return timezone.localtime(moment).date() in {timezone.localtime(at).date() for at in moments}
