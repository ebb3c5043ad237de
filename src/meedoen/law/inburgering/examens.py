"""When every part of the inburgeringsplicht is complete, by route and group (Wi 6 to 8; Bi 3.3, 3.15)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Begrip, Leerroute, Niveau
from .z_route import UrenFacts, map_completed, pvt_completed, z_route_completed

NIEUWE_EINDTERMEN = date(2025, 7, 1)


class Bewijs(Begrip):
    """What a person receives who has complied (Wi 6 lid 2)."""

    DIPLOMA = "diploma", "inburgeringsdiploma"
    CERTIFICAAT = "certificaat", "inburgeringscertificaat"


class Eindtermen(Begrip):
    """Which eindtermen KNM hold (Ri 3.2)."""

    EERSTE = "2022", "de eindtermen van 2022"
    NIEUWE = "2025", "de eindtermen van 1 juli 2025"


@dataclass(frozen=True, slots=True)
class VoldaanFacts(UrenFacts):
    """Results of the exam beside the hours; `vervalt` is vrijstelling or ontheffing of that part."""

    lezen_behaald: Niveau | None = None
    lezen_op_a2: bool | None = None
    """The PIP says, after Wi 17 lid 3, that this part is examined at A2."""
    lezen_vervalt: bool | None = None
    luisteren_behaald: Niveau | None = None
    luisteren_op_a2: bool | None = None
    luisteren_vervalt: bool | None = None
    schrijven_behaald: Niveau | None = None
    schrijven_op_a2: bool | None = None
    schrijven_vervalt: bool | None = None
    spreken_behaald: Niveau | None = None
    spreken_op_a2: bool | None = None
    spreken_vervalt: bool | None = None
    knm_behaald: bool | None = None
    knm_vervalt: bool | None = None
    taalschakeltraject_afgerond: bool | None = None
    taalschakeltraject_gestopt: bool | None = None
    """The taalschakeltraject was left without finishing it."""


@rule(BI.art("3.3"), WI.art("7", lid=1, onderdeel="a"), since=IN_WERKING)
def lezen_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """This part is passed at B1, or at A2 when the PIP says so, or falls away."""
    if facts.lezen_vervalt is True:
        return answer(True, "lezen hoeft niet meer, door vrijstelling of ontheffing")
    if facts.lezen_behaald is None:
        return answer(False, "lezen is nog niet behaald")
    if facts.lezen_behaald == Niveau.A2 and facts.lezen_op_a2 is not True:
        return answer(False, "lezen is behaald op A2, maar niveau B1 is nodig")
    return answer(True, "lezen is behaald op niveau {niveau}", niveau=facts.lezen_behaald)


@rule(BI.art("3.3"), WI.art("7", lid=1, onderdeel="a"), since=IN_WERKING)
def luisteren_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """This part is passed at B1, or at A2 when the PIP says so, or falls away."""
    if facts.luisteren_vervalt is True:
        return answer(True, "luisteren hoeft niet meer, door vrijstelling of ontheffing")
    if facts.luisteren_behaald is None:
        return answer(False, "luisteren is nog niet behaald")
    if facts.luisteren_behaald == Niveau.A2 and facts.luisteren_op_a2 is not True:
        return answer(False, "luisteren is behaald op A2, maar niveau B1 is nodig")
    return answer(True, "luisteren is behaald op niveau {niveau}", niveau=facts.luisteren_behaald)


@rule(BI.art("3.3"), WI.art("7", lid=1, onderdeel="a"), since=IN_WERKING)
def schrijven_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """This part is passed at B1, or at A2 when the PIP says so, or falls away."""
    if facts.schrijven_vervalt is True:
        return answer(True, "schrijven hoeft niet meer, door vrijstelling of ontheffing")
    if facts.schrijven_behaald is None:
        return answer(False, "schrijven is nog niet behaald")
    if facts.schrijven_behaald == Niveau.A2 and facts.schrijven_op_a2 is not True:
        return answer(False, "schrijven is behaald op A2, maar niveau B1 is nodig")
    return answer(True, "schrijven is behaald op niveau {niveau}", niveau=facts.schrijven_behaald)


@rule(BI.art("3.3"), WI.art("7", lid=1, onderdeel="a"), since=IN_WERKING)
def spreken_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """This part is passed at B1, or at A2 when the PIP says so, or falls away."""
    if facts.spreken_vervalt is True:
        return answer(True, "spreken hoeft niet meer, door vrijstelling of ontheffing")
    if facts.spreken_behaald is None:
        return answer(False, "spreken is nog niet behaald")
    if facts.spreken_behaald == Niveau.A2 and facts.spreken_op_a2 is not True:
        return answer(False, "spreken is behaald op A2, maar niveau B1 is nodig")
    return answer(True, "spreken is behaald op niveau {niveau}", niveau=facts.spreken_behaald)


@rule(WI.art("7", lid=1, onderdeel="b"), BI.art("3.4", lid=1), since=IN_WERKING)
def knm_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """KNM is passed, or falls away by ontheffing."""
    if facts.knm_vervalt is True:
        return answer(True, "KNM hoeft niet meer, door ontheffing")
    if facts.knm_behaald is True:
        return answer(True, "KNM is behaald")
    return answer(False, "KNM is nog niet behaald")


@rule(WI.art("7", lid=1), BI.art("3.3"), since=IN_WERKING)
def inburgeringsexamen_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """The inburgeringsexamen: four language parts and KNM."""
    if not lezen_done(facts, on=on):
        return answer(False, "lezen is nog open")
    if not luisteren_done(facts, on=on):
        return answer(False, "luisteren is nog open")
    if not schrijven_done(facts, on=on):
        return answer(False, "schrijven is nog open")
    if not spreken_done(facts, on=on):
        return answer(False, "spreken is nog open")
    if not knm_done(facts, on=on):
        return answer(False, "KNM is nog open")
    return answer(True, "de vier taalonderdelen en KNM zijn klaar")


@rule(WI.art("6", lid=1, onderdeel="c"), WI.art("8", lid=4), since=IN_WERKING)
def leerroute_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """The route is achieved; in the onderwijsroute the examen at B1 counts as well."""
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.Z_ROUTE:
        return z_route_completed(facts, on=on)
    if route == Leerroute.ONDERWIJSROUTE and facts.taalschakeltraject_afgerond is True:
        return answer(True, "het taalschakeltraject is afgerond")
    return inburgeringsexamen_done(facts, on=on)


@rule(WI.art("8", lid=3), since=IN_WERKING)
def map_done_or_not_needed(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """The MAP is completed, or falls away for who follows or finished the taalschakeltraject."""
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.ONDERWIJSROUTE and facts.taalschakeltraject_gestopt is not True:
        return answer(True, "wie het taalschakeltraject volgt of heeft afgerond, hoeft geen MAP te doen")
    return map_completed(facts, on=on)


@rule(WI.art("6", lid=1), since=IN_WERKING)
def voldaan(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """Whether PVT, MAP and the leerroute are all complete; the reason says what is open first."""
    if not pvt_completed(facts, on=on):
        return answer(False, "het PVT is nog niet afgerond")
    if not map_done_or_not_needed(facts, on=on):
        return answer(False, "de MAP is nog niet afgerond")
    if not leerroute_done(facts, on=on):
        return answer(False, "de leerroute is nog niet behaald")
    return answer(True, "PVT, MAP en leerroute zijn klaar, voor zover ze nodig zijn")


@rule(WI.art("6", lid=2), BI.art("3.15", lid=1), BI.art("3.16", lid=1), since=IN_WERKING)
def bewijs_van_inburgering(facts: VoldaanFacts, *, on: date) -> Outcome[Bewijs]:
    """The Z-route ends with a certificaat, which the college hands over; the other routes with a diploma."""
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.Z_ROUTE:
        return answer(Bewijs.CERTIFICAAT, "de {route} geeft een certificaat", route=route)
    return answer(Bewijs.DIPLOMA, "de {route} geeft een diploma", route=route)


@rule(RI.art("3.2"), since=IN_WERKING)
def knm_eindtermen(facts: VoldaanFacts, *, on: date) -> Outcome[Eindtermen]:
    """Which eindtermen KNM hold for an exam on this day."""
    return answer(Eindtermen.EERSTE, "tot 1 juli 2025 gelden de eerste eindtermen")


@knm_eindtermen.since(NIEUWE_EINDTERMEN)
def _(facts: VoldaanFacts, *, on: date) -> Outcome[Eindtermen]:
    """The eindtermen of Stcrt. 2024, 15802."""
    return answer(Eindtermen.NIEUWE, "sinds 1 juli 2025 gelden nieuwe eindtermen")
