"""Print the PIP decision. The parts of the letter stand in `decision`, their texts in `sections`."""

from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.pip_beschikking.decision import (
    POSTEN,
    Afspraak,
    Bezwaar,
    Ontzorgen,
    PIPBeschikking,
    RouteAfweging,
    Termijn,
)
from meedoen.documents.pip_beschikking.sections import sections
from meedoen.documents.press import print_pdf

__all__ = [
    "POSTEN",
    "Afspraak",
    "Bezwaar",
    "Ontzorgen",
    "PIPBeschikking",
    "RouteAfweging",
    "Termijn",
    "render_pip_beschikking",
]


def render_pip_beschikking(letter: PIPBeschikking, *, huisstijl: Huisstijl, taal: str = "nl") -> bytes:
    """The decision as a PDF, in Dutch or in Dutch beside `taal`.

    Raises ValueError for a language that is not in `fixed_texts.TALEN`, PressError when the PDF fails.
    """
    data = sections(letter, huisstijl, taal)
    return print_pdf("pip_beschikking", data, huisstijl=huisstijl, dated_on=letter.hoofd.dated_on)
