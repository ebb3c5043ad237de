"""The places that worked cases cite in short: "Bi 5.3 lid 1", "Ri 4.1 a", "ATW 1", "Ri annex 6", "DUO"."""

import re
from collections.abc import Mapping
from datetime import date

from .. import sources
from ..kernel.citation import Agreement, Judgment
from ..kernel.rule import RULES
from . import leden, regelingen

SHORT: Mapping[str, str] = {"Wi": "wi2021", "Bi": "bi2021", "Ri": "ri2021"}
"""The short names that are not simply the code of the regeling."""

PLACE = re.compile(
    r"(?P<law>[A-Z][A-Za-z]+) (?P<article>\d+[a-z]*(?:[.:]\d+[a-z]*)?)"
    r"(?: lid (?P<lid>\d+))?(?: (?P<onderdeel>[a-z]))?(?: \((?P<year>\d{4})\))?"
)
ANNEX = re.compile(r"(?P<law>Bi|Ri) (?:annex|bijlage)(?: (?P<number>\d+[a-z]?))?")
JUDGMENT = re.compile(r"(?P<court>ABRvS|HvJ|Rb[\w-]*) (?P<year>\d{4}) (?P<number>\d+)")


class CiteError(ValueError):
    """A cited place that does not exist; the message is a Dutch sentence."""


def resolve(cited: object) -> tuple[str, ...]:
    """Return the keys that a short cite means: of a lid, an article, an agreement or a judgment.

    Raises CiteError when there is no such place. A year means the numbers of that year. "DUO" alone means
    all agreements with DUO; "Ri annex 6" means 6a, 6b and 6c.
    """
    text = str(cited).strip()
    if text.split(" ")[0] == "DUO":
        return tuple(key for key, found in beside_the_law().items() if getattr(found, "party", "") == "DUO")
    if found := JUDGMENT.fullmatch(text):
        ends = f":{found['year']}:{found['number']}"
        return _some(text, tuple(key for key in beside_the_law() if key.endswith(ends)))
    if found := ANNEX.fullmatch(text):
        wanted = f"{SHORT[found['law']]}/bijlage" + (f" {found['number']}" if found["number"] else "")
        return _some(text, tuple(key for key in leden() if re.fullmatch(re.escape(wanted) + "[a-z]?", key)))
    if found := PLACE.fullmatch(text):
        return _some(text, _place(found))
    raise CiteError(f"{text} is geen vindplaats; schrijf bijvoorbeeld Bi 5.3 lid 1, Ri 4.1 a of ATW 1")


def beside_the_law() -> Mapping[str, Agreement | Judgment]:
    """Return the agreements and judgments of `sources` and of the rules, by their keys."""
    cited = (cited for rule in RULES.values() for cited in rule.citations)
    return {
        found.key: found
        for found in (*vars(sources).values(), *cited)
        if isinstance(found, Agreement | Judgment)
    }


def _place(found: re.Match[str]) -> tuple[str, ...]:
    code = SHORT.get(found["law"], found["law"].lower())
    artikel = regelingen()[code].artikelen.get(found["article"]) if code in regelingen() else None
    if artikel is None:
        return ()
    if found["lid"] is None:
        return (artikel.key,)
    lid = int(found["lid"])
    if found["year"]:
        lid = artikel.lid_now(lid, date(int(found["year"]), 12, 31))
    return (f"{artikel.key}/{lid}",) if lid in artikel.leden else ()


def _some(text: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    if not keys:
        raise CiteError(f"{text} staat niet in de lijst van artikelen en leden")
    return keys
