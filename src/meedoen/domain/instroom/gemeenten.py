"""The gemeenten of the Netherlands (CBS), to recognise the names that files use."""

import csv
import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from meedoen.domain.dossier.search import fold

LIST = Path(__file__).with_name("gemeenten.csv")

# How people write a gemeente whose official name nobody uses.
ALSO = {"den haag": "0518", "den bosch": "0796", "nuenen": "0820", "nuenen c.a.": "0820"}


@dataclass(frozen=True)
class CBSGemeente:
    """One gemeente: its CBS code (four digits) and its official name without the province."""

    code: str
    naam: str


@cache
def known() -> dict[str, CBSGemeente]:
    """Return every gemeente by its CBS code."""
    with LIST.open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["code"]: CBSGemeente(row["code"], row["naam"]) for row in rows}


@cache
def _by_spelling() -> dict[str, tuple[CBSGemeente, ...]]:
    """Return the gemeenten by each folded spelling; a bare name may belong to two (Bergen)."""
    spellings: dict[str, tuple[CBSGemeente, ...]] = {}
    for gemeente in known().values():
        for text in {gemeente.naam, re.sub(r"\s*\(.*\)", "", gemeente.naam)}:
            spellings[fold(text)] = (*spellings.get(fold(text), ()), gemeente)
    for text, code in ALSO.items():
        spellings[fold(text)] = (known()[code],)
    return spellings


@cache
def find(name: str) -> CBSGemeente | None:
    """Return the gemeente with this name, whatever the accents, capitals or the word "gemeente" before it."""
    text = fold(name).removeprefix("gemeente ")
    if text.isdigit() or text.removeprefix("gm").isdigit():
        return known().get(text.removeprefix("gm").zfill(4))
    found = _by_spelling().get(text, ())
    return found[0] if len(found) == 1 else None


@cache
def nearest(name: str) -> str:
    """Return the name of the gemeente that looks most like this text, or an empty text."""
    text = fold(name).removeprefix("gemeente ")
    if several := _by_spelling().get(text):
        return " of ".join(gemeente.naam for gemeente in several)
    close = get_close_matches(text, _by_spelling(), n=1, cutoff=0.75)
    return _by_spelling()[close[0]][0].naam if close else ""
