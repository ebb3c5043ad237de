"""When every part of the inburgeringsplicht is complete, by route and group (Wi 6 to 8; Bi 3.3, 3.15)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Begrip, Leerroute, Niveau
from .z_route import map_completed, pvt_completed
from .z_uren import ZUrenFacts, z_done

MAP_THEMAS = parameter("bi2021.map_themas")

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
class VoldaanFacts(ZUrenFacts):
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
    certificaat_overhandigd: date | None = None
    """The day on which the college gave the certificaat to the person himself."""


@dataclass(frozen=True, slots=True)
class MapThemaFacts:
    """The eight themes of the MAP; an activity about the theme was done, or None when nothing is known."""

    map_beroepenorientatie: bool | None = None
    map_werknemerscompetenties: bool | None = None
    map_realistisch_beroepsbeeld: bool | None = None
    map_beroepskansen: bool | None = None
    map_beroepscompetenties_verwerven: bool | None = None
    map_netwerk_opbouwen: bool | None = None
    map_werk_vinden: bool | None = None
    map_werkcultuur: bool | None = None


@rule(BI.art("3.3"), WI.art("7", lid=1, onderdeel="a"), since=IN_WERKING)
def lezen_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """Passed at B1, or in the B1-route at A2 when the PIP says so, or the part falls away."""
    if facts.lezen_vervalt is True:
        return answer(True, "lezen hoeft niet meer, door vrijstelling of ontheffing")
    if facts.lezen_behaald is None:
        return answer(False, "lezen is nog niet behaald")
    if facts.lezen_behaald == Niveau.A2 and facts.lezen_op_a2 is not True:
        return answer(False, "lezen is behaald op A2, maar niveau B1 is nodig")
    if facts.lezen_behaald == Niveau.A2 and facts.leerroute == Leerroute.ONDERWIJSROUTE:
        return answer(False, "lezen is behaald op A2, maar in de onderwijsroute telt alleen B1")
    return answer(True, "lezen is behaald op niveau {niveau}", niveau=facts.lezen_behaald)


@rule(BI.art("3.3"), WI.art("7", lid=1, onderdeel="a"), since=IN_WERKING)
def luisteren_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """Passed at B1, or in the B1-route at A2 when the PIP says so, or the part falls away."""
    if facts.luisteren_vervalt is True:
        return answer(True, "luisteren hoeft niet meer, door vrijstelling of ontheffing")
    if facts.luisteren_behaald is None:
        return answer(False, "luisteren is nog niet behaald")
    if facts.luisteren_behaald == Niveau.A2 and facts.luisteren_op_a2 is not True:
        return answer(False, "luisteren is behaald op A2, maar niveau B1 is nodig")
    if facts.luisteren_behaald == Niveau.A2 and facts.leerroute == Leerroute.ONDERWIJSROUTE:
        return answer(False, "luisteren is behaald op A2, maar in de onderwijsroute telt alleen B1")
    return answer(True, "luisteren is behaald op niveau {niveau}", niveau=facts.luisteren_behaald)


@rule(BI.art("3.3"), WI.art("7", lid=1, onderdeel="a"), since=IN_WERKING)
def schrijven_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """Passed at B1, or in the B1-route at A2 when the PIP says so, or the part falls away."""
    if facts.schrijven_vervalt is True:
        return answer(True, "schrijven hoeft niet meer, door vrijstelling of ontheffing")
    if facts.schrijven_behaald is None:
        return answer(False, "schrijven is nog niet behaald")
    if facts.schrijven_behaald == Niveau.A2 and facts.schrijven_op_a2 is not True:
        return answer(False, "schrijven is behaald op A2, maar niveau B1 is nodig")
    if facts.schrijven_behaald == Niveau.A2 and facts.leerroute == Leerroute.ONDERWIJSROUTE:
        return answer(False, "schrijven is behaald op A2, maar in de onderwijsroute telt alleen B1")
    return answer(True, "schrijven is behaald op niveau {niveau}", niveau=facts.schrijven_behaald)


@rule(BI.art("3.3"), WI.art("7", lid=1, onderdeel="a"), since=IN_WERKING)
def spreken_done(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """Passed at B1, or in the B1-route at A2 when the PIP says so, or the part falls away."""
    if facts.spreken_vervalt is True:
        return answer(True, "spreken hoeft niet meer, door vrijstelling of ontheffing")
    if facts.spreken_behaald is None:
        return answer(False, "spreken is nog niet behaald")
    if facts.spreken_behaald == Niveau.A2 and facts.spreken_op_a2 is not True:
        return answer(False, "spreken is behaald op A2, maar niveau B1 is nodig")
    if facts.spreken_behaald == Niveau.A2 and facts.leerroute == Leerroute.ONDERWIJSROUTE:
        return answer(False, "spreken is behaald op A2, maar in de onderwijsroute telt alleen B1")
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
        return z_done(facts, on=on)
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


@rule(BI.art("3.2", lid=1), since=IN_WERKING)
def map_themas_left(facts: MapThemaFacts, *, on: date) -> Outcome[int]:
    """How many of the eight themes of the MAP had no activity yet."""
    norm: int = MAP_THEMAS.at(on)
    gedaan = (
        (1 if facts.map_beroepenorientatie is True else 0)
        + (1 if facts.map_werknemerscompetenties is True else 0)
        + (1 if facts.map_realistisch_beroepsbeeld is True else 0)
        + (1 if facts.map_beroepskansen is True else 0)
        + (1 if facts.map_beroepscompetenties_verwerven is True else 0)
        + (1 if facts.map_netwerk_opbouwen is True else 0)
        + (1 if facts.map_werk_vinden is True else 0)
        + (1 if facts.map_werkcultuur is True else 0)
    )
    return answer(
        norm - gedaan, "{gedaan} van de {norm} thema's van de MAP zijn behandeld", gedaan=gedaan, norm=norm
    )


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


@rule(RI.art("3.18", lid=2), since=IN_WERKING)
def certificaat_handed_over(facts: VoldaanFacts, *, on: date) -> Outcome[bool]:
    """The college gives the certificaat of the Z-route to the person himself."""
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route != Leerroute.Z_ROUTE:
        return answer(False, "de {route} eindigt met een diploma van DUO", route=route)
    if facts.certificaat_overhandigd is None or facts.certificaat_overhandigd > on:
        return answer(False, "het college heeft het certificaat nog niet zelf overhandigd")
    return answer(
        True, "het college overhandigde het certificaat op {dag}", dag=facts.certificaat_overhandigd
    )


@rule(RI.art("3.2"), since=IN_WERKING)
def knm_eindtermen(facts: VoldaanFacts, *, on: date) -> Outcome[Eindtermen]:
    """Which eindtermen KNM hold for an exam on this day."""
    return answer(Eindtermen.EERSTE, "tot 1 juli 2025 gelden de eerste eindtermen")


@knm_eindtermen.since(NIEUWE_EINDTERMEN)
def _(facts: VoldaanFacts, *, on: date) -> Outcome[Eindtermen]:
    """The eindtermen of Stcrt. 2024, 15802."""
    return answer(Eindtermen.NIEUWE, "sinds 1 juli 2025 gelden nieuwe eindtermen")
