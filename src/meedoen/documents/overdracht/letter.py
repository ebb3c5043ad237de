"""The handover after a move, from college to college (art. 35, fourth paragraph, Wet inburgering 2021).

In Dutch only: it goes from one gemeente to another. It has no place for a BSN: the head
names birth date and V-nummer.
"""

from dataclasses import dataclass
from typing import Any

from meedoen.documents.beside import Beside, Pair
from meedoen.documents.envelope import articles, envelope
from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.parts import Artikel, Briefhoofd
from meedoen.documents.press import print_pdf
from meedoen.documents.printable import printable

TITLE = "Overdracht na een verhuizing"
COLUMNS = ("Onderwerp", "Gegeven")


@dataclass(frozen=True, kw_only=True, slots=True)
class Deel:
    """One part: a heading, sentences, rows of label and value, and points.

    `niveau` is 2, or 3 for a part below the one before. Rows without a value are left out.
    """

    kop: str
    niveau: int = 2
    teksten: tuple[str, ...] = ()
    rijen: tuple[tuple[str, str], ...] = ()
    punten: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Overdracht:
    """What the old gemeente tells the new one: an introduction, and parts in order."""

    hoofd: Briefhoofd
    intro: tuple[str, ...]
    delen: tuple[Deel, ...]
    artikelen: tuple[Artikel, ...] = ()


def render_overdracht(letter: Overdracht, *, huisstijl: Huisstijl) -> bytes:
    """The handover as a PDF. Raises PressError when the PDF fails."""
    b = Beside("nl")
    data = {
        "intro": [_pair(text) for text in letter.intro],
        "delen": [_part(deel) for deel in letter.delen],
        "artikelen": {
            "kop": b.fixed("algemeen.artikelen_kop"),
            "tekst": b.fixed("algemeen.artikelen_tekst"),
            "rijen": articles(letter.artikelen),
        },
    }
    data |= envelope(letter.hoofd, huisstijl, b, titel=_pair(TITLE))
    return print_pdf("overdracht", data, huisstijl=huisstijl, dated_on=letter.hoofd.dated_on)


def _part(deel: Deel) -> dict[str, Any]:
    return {
        "kop": _pair(deel.kop),
        "niveau": deel.niveau,
        "teksten": [_pair(text) for text in deel.teksten if printable(text)],
        "kolommen": [_pair(text) for text in COLUMNS],
        "rijen": [
            {"label": _pair(label), "waarde": _pair(value)} for label, value in deel.rijen if printable(value)
        ],
        "punten": [_pair(text) for text in deel.punten if printable(text)],
    }


def _pair(text: str) -> Pair:
    return {"nl": printable(text), "vt": None}
