"""Which person of ours a row is about, and what it would change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from meedoen.domain.brede_intake.models import Intakegegeven, Leerbaarheidstoets
from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
from meedoen.domain.keten.models import Bron
from meedoen.domain.keten.selectors import Told, told_by
from meedoen.domain.regio.secrecy import blind_index

from .checks import Checked

PERSON = (
    "achternaam",
    "voornaam",
    "geslacht",
    "geboortedatum",
    "nationaliteit",
    "taal",
    "telefoon",
    "email",
    "adres",
    "postcode",
    "plaats",
    "coa_locatie",
)
SECRET = ("bsn", "v_nummer")
FACTS = {
    "groep": "doelgroep",
    "verblijfstitel": "verblijfstitel",
    "referent": "referent",
    "bekendmaking_on": "bekendmaking_on",
    "koppeling_on": "koppeling_on",
    "kennisgeving_on": "kennisgeving_on",
    "inschrijving_on": "inschrijving_on",
    "bijstand_on": "bijstand_on",
    "eerste_pip_on": "eerste_pip_on",
}
ANSWERS = (
    "jaren_onderwijs",
    "hoogste_diploma",
    "werkervaring_jaren",
    "beroep",
    "kinderen_0_3",
    "opmerking",
)
_PIECE = 5000  # values in one query


class Found(StrEnum):
    """How sure we are that a row is about a person of ours."""

    NOBODY = "niemand"
    SAME = "zelfde"
    MAYBE = "misschien"
    ELSEWHERE = "elders"
    CLASH = "botst"


@dataclass(frozen=True)
class Match:
    """The person of ours that a row is about, or may be about."""

    found: Found
    dossier_id: int | None = None
    other_dossier_id: int | None = None
    """With CLASH: the dossier to which the second number belongs."""


@dataclass(frozen=True)
class Change:
    """One field that a row changes; values as Python objects. Health is never shown.

    `kept` says that what we have stays: the row only tells something else (files of COA).
    """

    code: str
    old: Any
    new: Any
    kept: bool = False


@dataclass(frozen=True)
class _Person:
    id: int
    gemeente_id: int
    dossier_id: int
    bsn: str
    v_nummer: str
    naam: str
    geboren: date | None


def match_rows(rows: Sequence[Checked], gemeenten: dict[str, int]) -> list[Match]:
    """Find for each row the person it is about.

    Args:
        rows: rows that are not refused, so their ``gemeente`` is known.
        gemeenten: CBS code → id, of all gemeenten in scope; a gemeente that we do not have yet is absent.
    """
    indexes = [_indexes(row, gemeenten.values()) for row in rows]
    people = _people(rows, indexes)
    return [
        _best(row, numbers, people, gemeenten.get(row.gemeente))
        for row, numbers in zip(rows, indexes, strict=True)
    ]


def _indexes(row: Checked, gemeente_ids: Iterable[int]) -> dict[str, dict[int, str]]:
    """Return the blind index of each number of a row, for each gemeente."""
    return {
        code: {pk: blind_index(row.values[code], gemeente_id=pk, field=code) for pk in gemeente_ids}
        for code in SECRET
        if code in row.values
    }


@dataclass
class _People:
    by_index: dict[str, list[_Person]] = field(default_factory=dict)
    by_name: dict[tuple[str, date], list[_Person]] = field(default_factory=dict)


def _people(rows: Sequence[Checked], indexes: Sequence[dict[str, dict[int, str]]]) -> _People:
    found = _People()
    wanted = {
        code: [index for numbers in indexes for index in numbers.get(code, {}).values()] for code in SECRET
    }
    for code, values in wanted.items():
        for person in _query(f"{code}_index", values):
            found.by_index.setdefault(getattr(person, code), []).append(person)
    names = [row.naam for row in rows if "geboortedatum" in row.values]
    for person in _query("zoeknaam", names):
        if person.geboren:
            found.by_name.setdefault((person.naam, person.geboren), []).append(person)
    return found


def _query(name: str, values: list[str]) -> Iterable[_Person]:
    for start in range(0, len(values), _PIECE):
        rows = Inburgeringsplichtige.objects.filter(
            **{f"{name}__in": values[start : start + _PIECE]}, dossier__isnull=False
        ).values_list(
            "id", "gemeente_id", "dossier__id", "bsn_index", "v_nummer_index", "zoeknaam", "geboortedatum"
        )
        for row in rows:
            yield _Person(*row)


def _best(
    row: Checked, numbers: dict[str, dict[int, str]], people: _People, gemeente_id: int | None
) -> Match:
    by_number = {
        code: {person.id: person for index in places.values() for person in people.by_index.get(index, ())}
        for code, places in numbers.items()
    }
    same_name = people.by_name.get((row.naam, row.values.get("geboortedatum")), ())
    candidates = {person.id: person for person in same_name}
    for group in by_number.values():
        candidates |= group
    here = [person for person in candidates.values() if person.gemeente_id == gemeente_id]
    sure = [person for person in here if _is_same(row, numbers, person)]
    if len(sure) == 1:
        return Match(Found.SAME, sure[0].dossier_id)
    numbered = {person.id: person for group in by_number.values() for person in group.values()}
    clashing = [person for person in here if person.id in numbered]
    if len(clashing) > 1:
        return Match(Found.CLASH, clashing[0].dossier_id, clashing[1].dossier_id)
    if here:
        best = max(here, key=lambda person: person.id in numbered)
        return Match(Found.MAYBE, best.dossier_id)
    if candidates:
        best = max(candidates.values(), key=lambda person: person.id in numbered)
        return Match(Found.ELSEWHERE, best.dossier_id)
    return Match(Found.NOBODY)


def _is_same(row: Checked, numbers: dict[str, dict[int, str]], person: _Person) -> bool:
    """Whether nobody needs to look: a number agrees and so does the name or the birth date.

    A row without any number is sure only about a person of whom we know no number either.
    """
    agree = differ = 0
    for code, places in numbers.items():
        stored = getattr(person, code)
        if stored:
            agree += stored == places.get(person.gemeente_id)
            differ += stored != places.get(person.gemeente_id)
    same_name = row.naam == person.naam
    born = row.values.get("geboortedatum")
    same_birth = born is not None and born == person.geboren
    if not numbers:
        return not person.bsn and not person.v_nummer and same_name and same_birth
    if differ:
        return bool(agree) and same_name and same_birth
    unknown_birth = born is None or person.geboren is None
    return bool(agree) and (same_name or same_birth or (unknown_birth and same_name))


@dataclass
class Stored:
    """What we have of a person: the dossier with its parts, and what files told before."""

    dossier: Dossier
    told: Told
    answers: dict[str, Intakegegeven]
    toets: Leerbaarheidstoets | None
    pips: list[Any]
    gezondheid: Any

    @property
    def own_pip(self) -> bool:
        """Whether a PIP was made here; then a file no longer changes it."""
        return any(not pip.overgenomen for pip in self.pips)


def load(dossier_ids: Iterable[int], bron: str = Bron.IMPORT) -> dict[int, Stored]:
    """Return what we have of these dossiers, by id, and what a source told before."""
    dossiers = list(
        Dossier.objects.filter(pk__in=set(dossier_ids))
        .select_related(
            "inburgeringsplichtige__huishouden",
            "gemeente",
            "gezondheid",
            "leerbaarheidstoets",
            "voorinburgering",
        )
        .prefetch_related("intakegegevens", "pips", *(("beperkingen",) if bron == Bron.COA else ()))
    )
    told = told_by(dossiers, bron)
    return {
        dossier.pk: Stored(
            dossier=dossier,
            told=told.get(dossier.pk) or Told(),
            answers={answer.vraag: answer for answer in dossier.intakegegevens.all()},
            toets=getattr(dossier, "leerbaarheidstoets", None),
            pips=list(dossier.pips.all()),
            gezondheid=getattr(dossier, "gezondheid", None),
        )
        for dossier in dossiers
    }


def as_told(values: dict[str, Any], gemeente_id: int) -> dict[str, Any]:
    """Return what a row tells, as it is kept: dates as ISO text, numbers of a person only as blind index."""
    told = {
        code: value.isoformat() if isinstance(value, date) else value
        for code, value in values.items()
        if code not in SECRET and code != "gezondheid"
    }
    for code in SECRET:
        if code in values:
            told[f"{code}_index"] = blind_index(values[code], gemeente_id=gemeente_id, field=code)
    return told


def changes(values: dict[str, Any], stored: Stored) -> list[Change]:
    """Return what a row changes.

    What a file told before and tells again is no news: somebody may have corrected it
    here since. An empty cell says nothing.
    """
    found = []
    news = as_told(values, stored.dossier.gemeente_id)
    for code, value in values.items():
        if code == "gezondheid":
            if stored.gezondheid is None:
                found.append(Change(code, None, None))
            continue
        key = f"{code}_index" if code in SECRET else code
        if stored.told.facts.get(key) == news[key]:
            continue
        old, kept = _current(code, stored)
        if not kept and old != value:
            found.append(Change(code, old, value))
    return found


def _current(code: str, stored: Stored) -> tuple[Any, bool]:
    """Return what we have for a field, and whether a file may not change it."""
    person, dossier = stored.dossier.inburgeringsplichtige, stored.dossier
    if code in PERSON or code in SECRET:
        return getattr(person, code), False
    if code in FACTS:
        return getattr(dossier, FACTS[code]), code == "eerste_pip_on" and stored.own_pip
    if code in ANSWERS:
        answer = stored.answers.get(code)
        if answer is None:
            return None, False
        return answer.waarde, answer.bron != "import" or answer.bevestigd_on is not None
    if code == "huishouden":
        return (person.huishouden.code if person.huishouden else ""), False
    if code == "lbt_uitkomst":
        return (stored.toets.resultaat if stored.toets else ""), False
    if code == "lbt_on":
        return (stored.toets.afgenomen_on if stored.toets else None), False
    if code == "leerroute":
        return (stored.pips[0].leerroute if stored.pips else ""), bool(stored.pips)
    return None, True  # gekoppelde_gemeente: it chose the gemeente, nothing is stored
