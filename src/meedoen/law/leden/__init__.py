"""The list of leden: every article of the regelingen with its leden, in our own words.

A lid has the key that a citation has ("bi2021/5.3/1"); an article without leden has the key of the article.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ..kernel.citation import Source
from ..kernel.strict_yaml import load
from ..sources import REGELINGEN

FOLDER = Path(__file__).parent
ENTRY = {"titel", "leden", "sinds", "gewijzigd", "schoof"}


class LedenError(ValueError):
    """A list that is not right; the message names the file and the article."""


@dataclass(frozen=True, slots=True)
class Artikel:
    """One article: its own-words title, its leden (none: empty), and what changed since commencement."""

    source: Source
    number: str
    titel: str
    hoofdstuk: str
    leden: tuple[int, ...]
    since: date
    lid_since: Mapping[int, date]
    changed: Mapping[date, str]
    moved: Mapping[date, Mapping[int, int]]
    """By the day of the change: which number the lid with an old number has from then on."""

    def lid_now(self, lid: int, until: date) -> int:
        """Return the number that a lid has now, when this was its number just before `until`."""
        for day, numbers in sorted(self.moved.items()):
            if until <= day:
                lid = numbers.get(lid, lid)
        return lid

    @property
    def key(self) -> str:
        """The key of the article as a whole: "bi2021/5.3"."""
        return f"{self.source.code}/{self.number}"

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its leden, or its own key when it has none."""
        return tuple(f"{self.key}/{lid}" for lid in self.leden) or (self.key,)


@dataclass(frozen=True, slots=True)
class Lid:
    """One lid, or an article that has none (`number` is then None), and the day from which it exists."""

    key: str
    artikel: Artikel
    number: int | None
    since: date


@dataclass(frozen=True, slots=True)
class Regeling:
    """The articles of one regeling in their order, and the day of the text in which they were read."""

    source: Source
    read_on: date
    artikelen: Mapping[str, Artikel]


@cache
def regelingen() -> Mapping[str, Regeling]:
    """Return every regeling that has a list, by its code, in the order of `sources`."""
    return {
        source.code: read_regeling(source, path.read_text(encoding="utf-8"))
        for source in REGELINGEN
        if (path := FOLDER / f"{source.code}.yaml").is_file()
    }


@cache
def leden() -> Mapping[str, Lid]:
    """Return every lid of every regeling by its key."""
    return {
        lid.key: lid
        for regeling in regelingen().values()
        for artikel in regeling.artikelen.values()
        for lid in leden_of(artikel)
    }


def leden_of(artikel: Artikel) -> Iterator[Lid]:
    """Give the leden of an article, or the article itself when it has none."""
    if not artikel.leden:
        yield Lid(artikel.key, artikel, None, artikel.since)
    for number in artikel.leden:
        yield Lid(f"{artikel.key}/{number}", artikel, number, artikel.lid_since.get(number, artikel.since))


def lid_key(key: str) -> str:
    """Return the key of the lid in which a cited place stands: "pw/56a/1/a" stands in "pw/56a/1"."""
    code, article, *rest = key.split("/")
    whole = f"{code}/{article}"
    return f"{whole}/{rest[0]}" if rest and rest[0].isdigit() else whole


def current_key(key: str, until: date | None = None) -> str:
    """Return the key of the lid of today for a place that was cited until a day (None: it still is)."""
    found = lid_key(key)
    code, article, *rest = found.split("/")
    artikel = regelingen()[code].artikelen.get(article) if code in regelingen() else None
    if artikel is None or until is None or not rest:
        return found
    return f"{artikel.key}/{artikel.lid_now(int(rest[0]), until)}"


def read_regeling(source: Source, text: str) -> Regeling:
    """Read the text of one list; raises LedenError, or YAMLFault."""
    found = load(text)
    try:
        header, chapters = found["regeling"], found["hoofdstukken"]
        read_on = _date(header["gelezen"], source.code)
        if header["code"] != source.code:
            raise LedenError(f"{source.code}: the file says that it is {header['code']}")
        artikelen: dict[str, Artikel] = {}
        for chapter, entries in chapters.items():
            for number, entry in entries.items():
                if number in artikelen or not isinstance(number, str):
                    raise LedenError(f"{source.code}/{number}: must be text, and stand here once")
                artikelen[number] = _artikel(source, chapter, number, entry)
    except (KeyError, TypeError, AttributeError) as error:
        raise LedenError(f"{source.code}: {error}") from error
    return Regeling(source, read_on, artikelen)


def _artikel(source: Source, chapter: str, number: str, entry: Mapping[str, Any]) -> Artikel:
    where = f"{source.code}/{number}"
    if set(entry) - ENTRY or not str(entry["titel"]).strip():
        raise LedenError(f"{where}: expected {', '.join(sorted(ENTRY))}, with a title")
    given = entry["leden"]
    numbers = tuple(range(1, given + 1)) if isinstance(given, int) else tuple(given)
    since = entry.get("sinds", source.versions[0])
    by_lid = dict(since) if isinstance(since, dict) else {}
    whole = by_lid.pop("artikel", source.versions[0]) if isinstance(since, dict) else since
    if unknown := set(by_lid) - set(numbers):
        raise LedenError(f"{where}: no lid {', '.join(map(str, sorted(unknown)))}")
    changed, moved = entry.get("gewijzigd", {}), entry.get("schoof", {})
    for day in (whole, *by_lid.values(), *changed, *moved):
        _date(day, where)
    if unknown := {new for numbers_then in moved.values() for new in numbers_then.values()} - set(numbers):
        raise LedenError(f"{where}: no lid {', '.join(map(str, sorted(unknown)))}")
    return Artikel(source, number, str(entry["titel"]), chapter, numbers, whole, by_lid, changed, moved)


def _date(found: object, where: str) -> date:
    if type(found) is not date:
        raise LedenError(f"{where}: {found!r} is not a date")
    return found
