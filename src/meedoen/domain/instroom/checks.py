"""Checking rows: what each cell says, and what is wrong with it, per cell, in plain Dutch.

Two kinds of fault. One that *blocks* refuses the row: we would not know who this is
or where the person belongs. Any other fault leaves the one cell out (or keeps it, when
it does no harm) and says so; the person goes in, because a deadline runs for him.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from meedoen.domain.dossier.search import fold
from meedoen.law.inburgering.aow import aow_day
from meedoen.law.inburgering.begrippen import Doelgroep, Referent, Verblijfsdoel, Verblijfstitel
from meedoen.law.inburgering.plicht import PlichtFacts, doelgroep

from . import gemeenten
from .cells import as_text, quoted, read_cell
from .columns import SEALED, heading_of
from .reading import Row


@dataclass(frozen=True)
class Fout:
    """Something about one cell that a person must know; `blokkeert` refuses the row."""

    kolom: str
    fout: str
    blokkeert: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return it as the database keeps it."""
        return {"kolom": self.kolom, "fout": self.fout, "blokkeert": self.blokkeert}


@dataclass
class Checked:
    """A row that was read: our fields with their values (dates as date), and its faults."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    fouten: list[Fout] = field(default_factory=list)
    gemeente: str = ""
    """CBS code of the gemeente to which the person belongs; empty when it is not known."""

    @property
    def refused(self) -> bool:
        """Whether a fault blocks the row."""
        return any(fout.blokkeert for fout in self.fouten)

    @property
    def naam(self) -> str:
        """The folded name, as persons are searched."""
        return fold(f"{self.values.get('voornaam', '')} {self.values.get('achternaam', '')}")[:300]


@dataclass(frozen=True)
class Place:
    """Which gemeenten may receive rows: CBS code → name, None for all; `default` for rows that name none."""

    allowed: Mapping[str, str] | None = None
    default: str = ""


def check_rows(
    rows: Iterable[Row], headings: tuple[str, ...], mapping: dict[str, str], place: Place, *, on: date
) -> list[Checked]:
    """Check all rows of a file, each for itself and against each other.

    Args:
        rows: as read.
        headings: of the file, in order.
        mapping: heading → code of our field.
        place: where rows may go.
        on: the day for which the file tells; dates after it are in the future.
    """
    checked = [check_row(row, headings, mapping, place, on=on) for row in rows]
    _find_doubles(checked, mapping)
    return checked


def check_row(
    row: Row, headings: tuple[str, ...], mapping: dict[str, str], place: Place, *, on: date
) -> Checked:
    """Check one row for itself."""
    result = Checked(row.number)
    for position, heading in enumerate(headings):
        code = mapping.get(heading)
        if code is None:
            continue
        cell = row.cells[position]
        if position in row.formulas:
            result.fouten.append(Fout(heading, _FORMULA_CELL))
        if cell == "":
            continue
        if not isinstance(cell, str) and as_text(cell) == "":
            continue
        read = read_cell(code, cell)
        if read.value is not None:
            result.values[code] = read.value
        result.fouten.extend(Fout(heading, sentence) for sentence in read.told)
    if row.surplus:
        result.fouten.append(
            Fout(
                headings[-1],
                "Rechts van de laatste kop staan nog gevulde cellen. Misschien is de rij verschoven: kijk "
                "de rij "
                "na, of zet een kop boven die cellen.",
            )
        )
    _take_health_apart(result.values)
    about = _About(result, mapping, on)
    _check_person(about)
    _check_dates(about)
    _check_voorinburgering(about)
    _check_titel(about)
    _check_route(about)
    _place(about, place, mapping)
    return result


def _take_health_apart(values: dict[str, Any]) -> None:
    """Move what a file says about health to a field of its own, which is kept sealed (Wi art. 37)."""
    if told := [values.pop(code) for code in SEALED if code in values]:
        values["gezondheid"] = "; ".join(told)
    if not isinstance(values.get("opmerking"), str):
        return
    parts = [part.strip() for part in re.split(r"[;\n]", values["opmerking"])]
    health = [match[1] for part in parts if (match := _HEALTH.fullmatch(part))]
    if not health:
        return
    values["gezondheid"] = "; ".join(health)
    if rest := "; ".join(part for part in parts if part and not _HEALTH.fullmatch(part)):
        values["opmerking"] = rest
    else:
        del values["opmerking"]


_HEALTH = re.compile(r"(?:gezondheid|medisch)\s*[:=-]\s*(.+)", re.IGNORECASE)
_FORMULA_CELL = (
    "In de cel staat een formule. We lezen alleen de uitkomst; de formule doet niets. Kijk na of de uitkomst "
    "klopt, of typ de waarde zelf."
)


class _About:
    """A row under check: say something about a field, leave it out, or refuse the row."""

    def __init__(self, row: Checked, mapping: dict[str, str], on: date) -> None:
        self.row, self.values, self.on = row, row.values, on
        self.mapping = mapping

    def say(self, code: str, sentence: str, *, blocks: bool = False, leave_out: bool = False) -> None:
        self.row.fouten.append(Fout(heading_of(code, self.mapping), sentence, blocks))
        if leave_out:
            self.values.pop(code, None)


def _check_person(about: _About) -> None:
    values = about.values
    if "achternaam" not in values:
        about.say(
            "achternaam",
            "De achternaam ontbreekt. Vul de naam in zoals die in de BRP of op de vergunning staat.",
            blocks=True,
        )
    if "bsn" in values or "v_nummer" in values:
        return
    if "achternaam" in values and "geboortedatum" in values:
        about.say(
            "v_nummer",
            "Er is geen V-nummer en geen BSN. We herkennen deze persoon nu alleen aan naam en geboortedatum. "
            "Vul het V-nummer in: daarmee meldt u het PIP bij DUO en komen er geen dubbele dossiers.",
        )
    else:
        about.say(
            "v_nummer",
            "Er is geen V-nummer, geen BSN, en geen naam met geboortedatum. Zo weten we niet wie dit is. "
            "Vul het "
            "V-nummer in.",
            blocks=True,
        )


def _check_dates(about: _About) -> None:
    values, on = about.values, about.on
    born = values.get("geboortedatum")
    if born and born > on:
        about.say("geboortedatum", "De geboortedatum ligt in de toekomst. Kijk het jaar na.", leave_out=True)
        born = None
    elif born and born < on - timedelta(days=115 * 366):
        about.say(
            "geboortedatum", "Volgens de geboortedatum is deze persoon ouder dan 115 jaar. Kijk het jaar na."
        )
    elif born and values.get("bekendmaking_on", on) >= aow_day(born):
        about.say(
            "geboortedatum",
            "Deze persoon had de AOW-leeftijd al toen de vergunning bekend werd gemaakt, en is dan niet "
            "inburgeringsplichtig (art. 3 Wi 2021). Kijk de datums na.",
        )
    for code in (
        "bekendmaking_on",
        "kennisgeving_on",
        "inschrijving_on",
        "bijstand_on",
        "lbt_on",
        "eerste_pip_on",
        "koppeling_on",
        "instemming_on",
        "vb_start_on",
        "vb_einde_on",
    ):
        day = values.get(code)
        if day is None:
            continue
        if born and day < born:
            about.say(code, "Deze datum ligt voor de geboorte. Kijk het jaar na.", leave_out=True)
        elif code in _HAVE_BEEN and day > on:
            about.say(code, "Deze datum ligt in de toekomst. Kijk de datum na.", leave_out=True)
    pip, notice = values.get("eerste_pip_on"), values.get("kennisgeving_on")
    if pip and notice and pip < notice:
        about.say(
            "eerste_pip_on",
            f"Het PIP van {pip:%d-%m-%Y} is eerder dan de kennisgeving van DUO van {notice:%d-%m-%Y}. Kijk "
            f"beide "
            "datums na. We hebben de datum van het PIP niet overgenomen.",
            leave_out=True,
        )
    known, granted = values.get("kennisgeving_on"), values.get("bekendmaking_on")
    if known and granted and known < granted:
        about.say(
            "kennisgeving_on",
            "De kennisgeving van DUO is eerder dan de bekendmaking van de vergunning. Kijk beide datums na.",
        )


_HAVE_BEEN = frozenset(
    {"kennisgeving_on", "lbt_on", "eerste_pip_on", "koppeling_on", "instemming_on", "vb_start_on"}
)


def _check_voorinburgering(about: _About) -> None:
    """Compare what COA tells about taking part, with itself."""
    values = about.values
    if values.get("deelname") == "nee" and "instemming_on" in values:
        about.say(
            "instemming_on",
            "Er is een datum van instemming, maar deze persoon doet niet mee. Kijk na wat klopt. We hebben "
            "de datum niet overgenomen.",
            leave_out=True,
        )
    if values.get("deelname") == "nee" and "reden_deelname" not in values:
        about.say("deelname", "Deze persoon doet niet mee, maar de reden ontbreekt. Vraag de reden aan COA.")
    start, end = values.get("vb_start_on"), values.get("vb_einde_on")
    if start and end and end < start:
        about.say(
            "vb_einde_on",
            "Het einde van de voorinburgering ligt voor het begin. Kijk beide datums na. We hebben het einde "
            "niet overgenomen.",
            leave_out=True,
        )


def _check_titel(about: _About) -> None:
    """Compare the doelgroep of the file with what the law says of the titel and the referent (Wi art. 13)."""
    values = about.values
    titel, referent = values.get("verblijfstitel"), values.get("referent")
    if not titel:
        return
    facts = PlichtFacts(
        verblijfstitel=Verblijfstitel(titel),
        verblijfsdoel=Verblijfsdoel.GEZIN if referent else None,
        referent=Referent(referent) if referent else None,
    )
    found = doelgroep(facts, on=max(about.on, date(2022, 1, 1)))
    if not found.is_known:
        return
    if "groep" not in values:
        values["groep"] = found.value.value
    elif values["groep"] != found.value.value:
        about.say(
            "groep",
            f"In het bestand staat {Doelgroep(values['groep']).label}, maar bij deze verblijfstitel en "
            f"referent hoort "
            f"{found.value.label} ({found.citation}). We nemen over wat in het bestand staat. Kijk na wat "
            f"klopt: het "
            "maakt uit voor de termijn van het PIP.",
        )


def _check_route(about: _About) -> None:
    values, given = about.values, {fout.kolom for fout in about.row.fouten}
    if "leerroute" in values and "eerste_pip_on" not in values:
        if heading_of("eerste_pip_on", about.mapping) not in given:
            about.say(
                "leerroute",
                "Er is een leerroute, maar geen datum van het eerste PIP. De leerroute wordt in het PIP "
                "vastgesteld. "
                "Vul de datum van het PIP in. Zonder datum nemen we de leerroute niet over.",
            )
        values.pop("leerroute")
    if (
        "eerste_pip_on" in values
        and "leerroute" not in values
        and heading_of("leerroute", about.mapping) not in given
    ):
        about.say("eerste_pip_on", "Er is een PIP, maar geen leerroute. Vul de leerroute uit het PIP in.")
    if "lbt_on" in values and "lbt_uitkomst" not in values:
        about.say(
            "lbt_on", "Er is een datum van de LBT, maar geen uitkomst. Vul de uitkomst in, of Onbekend."
        )
    if "lbt_uitkomst" in values and "lbt_on" not in values:
        about.say("lbt_uitkomst", "Er is een uitkomst van de LBT, maar geen datum. Vul de datum in.")


def _place(about: _About, place: Place, mapping: dict[str, str]) -> None:
    """Find the gemeente of the row: the koppeling first, then the BRP."""
    for code in ("gekoppelde_gemeente", "plaats"):
        if code not in about.values:
            continue
        name = about.values[code]
        found = gemeenten.find(name)
        if found is None:
            nearest = gemeenten.nearest(name)
            hint = (
                f"Bedoelt u {nearest}?"
                if nearest
                else "Schrijf de naam van de gemeente zoals die officieel is."
            )
            about.say(code, f"De gemeente {quoted(name)} kennen we niet. {hint}", blocks=True)
            return
        if place.allowed is not None and found.code not in place.allowed:
            about.say(
                code,
                f"Deze persoon hoort bij {found.naam}, en voor die gemeente werkt u niet. Laat een collega "
                f"van "
                f"{found.naam} deze rij inlezen.",
                blocks=True,
            )
            return
        about.row.gemeente = found.code
        home = gemeenten.find(about.values.get("plaats", "")) if code == "gekoppelde_gemeente" else None
        if home and home.code != found.code and "inschrijving_on" in about.values:
            about.say(
                "plaats",
                f"De persoon is gekoppeld aan {found.naam}, maar ingeschreven in {home.naam}. We zetten "
                f"het dossier bij "
                f"{found.naam}. Is de persoon verhuisd? Verander dan de gekoppelde gemeente.",
            )
        return
    if place.default:
        about.row.gemeente = place.default
        return
    about.say(
        "gekoppelde_gemeente",
        "In de rij staat geen gemeente. Vul de gekoppelde gemeente in, of de plaats volgens de BRP.",
        blocks=True,
    )


def _find_doubles(rows: list[Checked], mapping: dict[str, str]) -> None:
    """Find persons who stand in the file more than once."""
    for code, what in (("bsn", "BSN"), ("v_nummer", "V-nummer")):
        for group in _groups(rows, lambda row, code=code: row.values.get(code)):
            _tell_number(group, code, what, mapping)
    people = _groups(
        rows, lambda row: (row.naam, row.values["geboortedatum"]) if "geboortedatum" in row.values else None
    )
    for group in people:
        if not group[0].naam:
            continue
        for row in group[1:]:
            if not row.refused:
                row.fouten.append(
                    Fout(
                        heading_of("achternaam", mapping),
                        f"Deze naam met deze geboortedatum staat ook in rij {group[0].number}. Is het "
                        f"dezelfde "
                        "persoon? Haal dan een van de rijen weg.",
                        blokkeert=_same_numbers(row, group[0]),
                    )
                )


def _tell_number(group: list[Checked], code: str, what: str, mapping: dict[str, str]) -> None:
    """Say of each row in which other rows its number stands; nobody can tell whose number it is."""
    heading = heading_of(code, mapping)
    first = group[0]
    for row in group:
        others = ", ".join(str(other.number) for other in group if other is not row)
        if row is not first and row.naam == first.naam:
            sentence = f"Dezelfde persoon staat ook in rij {first.number}. Haal een van de rijen weg."
            row.fouten.append(Fout(heading, sentence, blokkeert=True))
            continue
        if all(other.naam == first.naam for other in group):
            continue
        row.values.pop(code, None)
        identified = "v_nummer" in row.values or "bsn" in row.values
        row.fouten.append(
            Fout(
                heading,
                f"Dit {what} staat ook in rij {others}, bij iemand met een andere naam. Kijk na van wie "
                f"het nummer is. "
                + (
                    "We hebben het bij niemand overgenomen."
                    if identified
                    else "Zonder nummer gaat de rij niet mee."
                ),
                blokkeert=not identified,
            )
        )


def _same_numbers(row: Checked, other: Checked) -> bool:
    """Whether nothing tells the two rows apart."""
    return not any(
        code in row.values and code in other.values and row.values[code] != other.values[code]
        for code in ("bsn", "v_nummer")
    )


def _groups(rows: list[Checked], key: Any) -> list[list[Checked]]:
    groups: dict[Any, list[Checked]] = {}
    for row in rows:
        if (found := key(row)) is not None:
            groups.setdefault(found, []).append(row)
    return [group for group in groups.values() if len(group) > 1]
