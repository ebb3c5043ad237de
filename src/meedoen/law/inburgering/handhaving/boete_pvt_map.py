"""As information: the fine of DUO for a PVT or MAP that was not completed in time (Wi 24; Bi 7.2)."""

from datetime import date
from decimal import Decimal

from ...kernel.outcome import Outcome, answer, given
from ...kernel.parameter import parameter
from ...kernel.rule import rule
from ...sources import BI, IN_WERKING, WI
from ..begrippen import Leerroute
from .duo_facts import BoeteDUOFacts

BEDRAG = parameter("bi2021.boete_pvt_map")


@rule(WI.art("24", lid=1), WI.art("8", lid=3), since=IN_WERKING)
def map_missing(facts: BoeteDUOFacts, *, on: date) -> Outcome[bool]:
    """Whether the MAP is missing; in the onderwijsroute there is none to complete."""
    if facts.leerroute == Leerroute.ONDERWIJSROUTE:
        return answer(False, "in de onderwijsroute is er geen MAP")
    ontbreekt = given(facts.map_ontbreekt, "het is niet bekend of de MAP op tijd is afgerond")
    if ontbreekt:
        return answer(True, "de MAP is niet op tijd afgerond")
    return answer(False, "de MAP is op tijd afgerond")


@rule(WI.art("24", lid=1), WI.art("24", lid=3), BI.art("7.2", lid=1), since=IN_WERKING)
def boete_pvt_map(facts: BoeteDUOFacts, *, on: date) -> Outcome[Decimal]:
    """A fixed amount when PVT or MAP was not completed within the term, the extended or the new term."""
    pvt = given(facts.pvt_ontbreekt, "het is niet bekend of het PVT op tijd is afgerond")
    bedrag: Decimal = BEDRAG.at(on)
    if pvt and facts.map_ontbreekt is True and facts.leerroute != Leerroute.ONDERWIJSROUTE:
        return answer(
            bedrag,
            "PVT en MAP zijn allebei niet op tijd afgerond en de boete is {bedrag}",
            reading="als PVT en MAP allebei ontbreken, is er één boete en zijn het er geen twee",
            bedrag=bedrag,
        )
    if pvt:
        return answer(bedrag, "het PVT is niet op tijd afgerond en de boete is {bedrag}", bedrag=bedrag)
    if map_missing(facts, on=on):
        return answer(bedrag, "de MAP is niet op tijd afgerond en de boete is {bedrag}", bedrag=bedrag)
    return answer(Decimal(0), "PVT en MAP zijn op tijd afgerond of niet nodig")
