"""Voorinburgering: the offer before a person lives in his gemeente (Wi 10; Bi 3.17; Ri 3.19)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Verblijfstitel


@dataclass(frozen=True, slots=True)
class VoorinburgeringFacts:
    """What the offer of voorinburgering depends on."""

    verblijfstitel: Verblijfstitel | None = None
    inschrijving: date | None = None
    """BRP registration in the gemeente of huisvesting."""


@rule(WI.art("10"), BI.art("3.17", lid=1), RI.art("3.19"), since=IN_WERKING)
def gets_voorinburgering(facts: VoorinburgeringFacts, *, on: date) -> Outcome[bool]:
    """Offered by the COA, free and voluntary, until registration in the gemeente of huisvesting."""
    titel = given(facts.verblijfstitel, "de verblijfstitel is niet bekend")
    if titel != Verblijfstitel.ASIEL_BEPAALDE_TIJD:
        return answer(False, "voorinburgering is er alleen voor wie nog wordt gehuisvest")
    if facts.inschrijving is not None and facts.inschrijving <= on:
        return answer(
            False, "de persoon staat sinds {dag} in de gemeente ingeschreven", dag=facts.inschrijving
        )
    return answer(True, "het COA biedt voorinburgering aan, kosteloos en vrijwillig")
