"""What a person pays for exams, vrijstelling and ontheffing, and what is free (Ri 2.3, 2.7, 3.4, 3.5)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..kernel.outcome import Outcome, answer, given, unknown
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import IN_WERKING, RI
from .begrippen import Begrip, Doelgroep, Leerroute

EXAMENGELD = parameter("ri2021.examengeld")
KOSTELOOS = parameter("ri2021.kosteloze_examenpogingen")
VRIJSTELLING = parameter("ri2021.kosten_vrijstelling")
ONTHEFFING = parameter("ri2021.kosten_ontheffing")

KNM_IN_Z_ROUTE = date(2023, 1, 1)
"""From this day KNM is free in the Z-route too (Stcrt. 2022, 33825)."""


class Examenonderdeel(Begrip):
    """A part of the exam, as far as the costs differ."""

    KNM = "KNM", "kennis van de Nederlandse maatschappij"
    TAAL_A2 = "taal_A2", "taalonderdeel op niveau A2"
    TAAL_B1_OF_HOGER = "taal_B1_of_hoger", "taalonderdeel op niveau B1 of hoger"


@dataclass(frozen=True, slots=True)
class KostenFacts:
    """Which exam part, how often it was sat before, and what the medical advice was."""

    doelgroep: Doelgroep | None = None
    leerroute: Leerroute | None = None
    examenonderdeel: Examenonderdeel | None = None
    examenpogingen: int | None = None
    """How many times the person sat this part before."""
    examen_past_bij_pip: bool | None = None
    """The level is at least that of the PIP (B1-route), or the part stands in the PIP (Z-route)."""
    advies_ontheffing_of_aangepast_examen: bool | None = None
    """The medical advice is to grant the ontheffing, or to let the exam be adapted."""


@rule(RI.art("3.5", lid=1), RI.art("3.5", lid=2), RI.art("3.5", lid=3), since=IN_WERKING)
def kosteloze_poging(facts: KostenFacts, *, on: date) -> Outcome[bool]:
    """An asielstatushouder sits parts that fit the PIP twice for free; in the onderwijsroute only KNM."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(False, "een {groep} betaalt de examens zelf", groep=groep)
    onderdeel = given(facts.examenonderdeel, "het is niet bekend om welk examenonderdeel het gaat")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.ONDERWIJSROUTE and onderdeel != Examenonderdeel.KNM:
        return answer(False, "in de onderwijsroute is alleen het examen KNM kosteloos")
    if route == Leerroute.Z_ROUTE and onderdeel != Examenonderdeel.TAAL_A2:
        return answer(False, "in de Z-route is alleen taal op niveau A2 kosteloos")
    if onderdeel != Examenonderdeel.KNM:
        past = given(facts.examen_past_bij_pip, "het is niet bekend of het examen bij het PIP past")
        if not past:
            return answer(False, "het examen past niet bij het PIP")
    pogingen = given(facts.examenpogingen, "het is niet bekend hoe vaak dit onderdeel al is gedaan")
    kosteloos: int = KOSTELOOS.at(on)
    if pogingen < kosteloos:
        return answer(
            True,
            "er zijn {pogingen} van de {kosteloos} kosteloze pogingen gedaan",
            pogingen=pogingen,
            kosteloos=kosteloos,
        )
    return answer(False, "de {kosteloos} kosteloze pogingen zijn gedaan", kosteloos=kosteloos)


@kosteloze_poging.since(KNM_IN_Z_ROUTE)
def _(facts: KostenFacts, *, on: date) -> Outcome[bool]:
    """The same, and in the Z-route also KNM."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(False, "een {groep} betaalt de examens zelf", groep=groep)
    onderdeel = given(facts.examenonderdeel, "het is niet bekend om welk examenonderdeel het gaat")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.ONDERWIJSROUTE and onderdeel != Examenonderdeel.KNM:
        return answer(False, "in de onderwijsroute is alleen het examen KNM kosteloos")
    if route == Leerroute.Z_ROUTE and onderdeel == Examenonderdeel.TAAL_B1_OF_HOGER:
        return answer(False, "in de Z-route zijn alleen KNM en taal op niveau A2 kosteloos")
    if route == Leerroute.Z_ROUTE or onderdeel != Examenonderdeel.KNM:
        past = given(facts.examen_past_bij_pip, "het is niet bekend of het examen bij het PIP past")
        if not past:
            return answer(False, "het examen past niet bij het PIP")
    pogingen = given(facts.examenpogingen, "het is niet bekend hoe vaak dit onderdeel al is gedaan")
    kosteloos: int = KOSTELOOS.at(on)
    if pogingen < kosteloos:
        return answer(
            True,
            "er zijn {pogingen} van de {kosteloos} kosteloze pogingen gedaan",
            pogingen=pogingen,
            kosteloos=kosteloos,
        )
    return answer(False, "de {kosteloos} kosteloze pogingen zijn gedaan", kosteloos=kosteloos)


@rule(RI.art("3.4"), since=IN_WERKING)
def examengeld(facts: KostenFacts, *, on: date) -> Outcome[Decimal]:
    """What the person pays for an attempt; the fee for B1 and B2 stands in another decree."""
    if kosteloze_poging(facts, on=on):
        return answer(Decimal(0), "deze poging is kosteloos")
    onderdeel = given(facts.examenonderdeel, "het is niet bekend om welk examenonderdeel het gaat")
    if onderdeel == Examenonderdeel.TAAL_B1_OF_HOGER:
        unknown(
            "het bedrag voor B1 en hoger staat in het Staatsexamenbesluit Nt2, dat hier niet is opgenomen"
        )
    bedrag: Decimal = EXAMENGELD.at(on)
    return answer(bedrag, "het examengeld voor dit onderdeel is {bedrag}", bedrag=bedrag)


@rule(RI.art("2.3", lid=3), since=IN_WERKING)
def kosten_vrijstelling(facts: KostenFacts, *, on: date) -> Outcome[Decimal]:
    """An application for vrijstelling as aantoonbaar voldoende ingeburgerd costs a fixed amount."""
    bedrag: Decimal = VRIJSTELLING.at(on)
    return answer(
        bedrag, "een aanvraag van vrijstelling wegens voldoende ingeburgerd zijn kost {bedrag}", bedrag=bedrag
    )


@rule(RI.art("2.7", lid=1), RI.art("2.7", lid=2), since=IN_WERKING)
def kosten_ontheffing(facts: KostenFacts, *, on: date) -> Outcome[Decimal]:
    """The medical advice for ontheffing costs a fixed amount, that is paid back when it helps the person."""
    bedrag: Decimal = ONTHEFFING.at(on)
    if facts.advies_ontheffing_of_aangepast_examen is None:
        return answer(
            bedrag,
            "het medisch advies kost {bedrag}; bij advies voor ontheffing of aangepast examen komt dat terug",
            bedrag=bedrag,
        )
    if facts.advies_ontheffing_of_aangepast_examen:
        return answer(Decimal(0), "de {bedrag} voor het medisch advies worden terugbetaald", bedrag=bedrag)
    return answer(bedrag, "het medisch advies kost {bedrag} en dat komt niet terug", bedrag=bedrag)
