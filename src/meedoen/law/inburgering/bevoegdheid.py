"""Which college acts, and whether a minor acts for himself (Wi 1 and 2)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import IN_WERKING, WI
from .begrippen import Verblijfstitel

MEERDERJARIG = parameter("wi2021.meerderjarig")


@dataclass(frozen=True, slots=True)
class BevoegdheidFacts:
    """Where the person lives, and how old he is."""

    verblijfstitel: Verblijfstitel | None = None
    woonplaats_in_gemeente: bool | None = None
    """The person has his woonplaats in this gemeente (BW 1:10 and 1:11)."""
    gehuisvest_in_gemeente: bool | None = None
    """This gemeente houses the person under art. 28 Huisvestingswet 2014."""
    geboortedatum: date | None = None


@rule(WI.art("1", lid=1), since=IN_WERKING)
def college_is_competent(facts: BevoegdheidFacts, *, on: date) -> Outcome[bool]:
    """The college of the woonplaats; for a holder of asiel bepaalde tijd that of the huisvesting."""
    titel = given(facts.verblijfstitel, "de verblijfstitel is niet bekend")
    if titel == Verblijfstitel.ASIEL_BEPAALDE_TIJD:
        huis = given(facts.gehuisvest_in_gemeente, "het is niet bekend of deze gemeente de persoon huisvest")
        if huis:
            return answer(True, "deze gemeente huisvest de houder van een {titel}", titel=titel)
        return answer(False, "een andere gemeente huisvest de houder van een {titel}", titel=titel)
    woont = given(facts.woonplaats_in_gemeente, "het is niet bekend of de persoon in deze gemeente woont")
    if woont:
        return answer(True, "de persoon woont in deze gemeente")
    return answer(False, "de persoon woont niet in deze gemeente")


@rule(WI.art("2"), since=IN_WERKING)
def may_act_for_himself(facts: BevoegdheidFacts, *, on: date) -> Outcome[bool]:
    """A minor has legal capacity for what this Act asks of him."""
    geboren = given(facts.geboortedatum, "de geboortedatum is niet bekend")
    if on < geboren + MEERDERJARIG.at(on):
        return answer(True, "ook een minderjarige mag voor de inburgering zelf handelen")
    return answer(True, "de persoon is meerderjarig en handelt zelf")
