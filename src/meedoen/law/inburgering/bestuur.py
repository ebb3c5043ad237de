"""Who acts for the gemeente: the college, or the board of a region to which all was handed over (Wi 18)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import IN_WERKING, WI
from .begrippen import Begrip


class Bestuur(Begrip):
    """Who acts under the Act."""

    COLLEGE = "college", "het college"
    OPENBAAR_LICHAAM = "openbaar_lichaam", "het bestuur van het openbaar lichaam"


class Taak(Begrip):
    """The tasks that Wi 18 tells apart."""

    UITVOERING = "uitvoering", "de uitvoering van de wet"
    STATISTIEK = "statistiek", "gegevens voor statistiek (art. 39)"
    FINANCIERING = "financiering", "de uitkering en de verantwoording (hoofdstuk 10)"


@dataclass(frozen=True, slots=True)
class BestuurFacts:
    """What was handed over, and for what it is asked."""

    uitvoering_volledig_overgedragen: bool | None = None
    """A gemeenschappelijke regeling handed the whole execution to the board of an openbaar lichaam."""
    taak: Taak | None = None


@rule(WI.art("18"), since=IN_WERKING)
def competent_board(facts: BestuurFacts, *, on: date) -> Outcome[Bestuur]:
    """After a full transfer the board takes the place of the colleges, but not for art. 39 and chapter 10."""
    over = given(
        facts.uitvoering_volledig_overgedragen, "het is niet bekend of de uitvoering volledig is overgedragen"
    )
    if not over:
        return answer(Bestuur.COLLEGE, "de uitvoering is niet volledig overgedragen")
    taak = given(facts.taak, "het is niet bekend om welke taak het gaat")
    if taak == Taak.UITVOERING:
        return answer(Bestuur.OPENBAAR_LICHAAM, "de uitvoering is volledig overgedragen")
    return answer(Bestuur.COLLEGE, "bij het college blijft: {taak}", taak=taak)
