"""Of whom DUO shows the data to a gemeente (README of the interfaces, June 2026)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import DUO_TOEGANG, IN_WERKING

NA_NIEUWE_PIP = parameter("duo.toegang_na_nieuwe_pip")


@dataclass(frozen=True, slots=True)
class ToegangFacts:
    """What access depends on."""

    woont_in_gemeente: bool | None = None
    """Inhabitant of the gemeente, and not in a site of COA."""
    gekoppeld_aan_gemeente: bool | None = None
    """In a site of COA, and linked to the gemeente."""
    actuele_pip_van_gemeente: bool | None = None
    actuele_pip: date | None = None
    vorige_pip_van_gemeente: bool | None = None
    onder_wi2021: bool | None = None
    """The person falls under the Wet inburgering 2021."""
    bekend_bij_duo: bool | None = None


@rule(DUO_TOEGANG, since=IN_WERKING)
def duo_gives_access(facts: ToegangFacts, *, on: date) -> Outcome[bool]:
    """Access to inhabitants, linked persons, persons with an own PIP, and for a month after it passed on."""
    if facts.onder_wi2021 is False:
        return answer(False, "de persoon valt niet onder de Wet inburgering 2021")
    if facts.bekend_bij_duo is False:
        return answer(False, "de persoon is bij DUO niet bekend")
    if facts.woont_in_gemeente is True:
        return answer(True, "de persoon woont in de gemeente")
    if facts.gekoppeld_aan_gemeente is True:
        return answer(True, "COA heeft de persoon aan de gemeente gekoppeld")
    if facts.actuele_pip_van_gemeente is True:
        return answer(True, "het actuele PIP is van de gemeente")
    given(facts.woont_in_gemeente, "het is niet bekend of de persoon in de gemeente woont")
    if facts.vorige_pip_van_gemeente is True:
        pip = given(facts.actuele_pip, "de datum van het actuele PIP is niet bekend")
        duur = NA_NIEUWE_PIP.at(on)
        if on < pip + duur:
            return answer(True, "het nieuwe PIP van {pip} is jonger dan {duur}", pip=pip, duur=duur)
        return answer(False, "het nieuwe PIP van {pip} is niet meer jonger dan {duur}", pip=pip, duur=duur)
    return answer(False, "de gemeente heeft geen band met de persoon die toegang geeft")
