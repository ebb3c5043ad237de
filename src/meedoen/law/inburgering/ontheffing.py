"""Ontheffing: how far it reaches, who advises, and when the Minister decides (Wi 5; Bi 2.7, 2.8)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import answer_term_end
from ..kernel.outcome import Outcome, answer, given, needs_oordeel
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI
from .begrippen import Begrip, Leerroute

BESLISTERMIJN = parameter("bi2021.ontheffing_beslistermijn")
TAALONDERDELEN = parameter("bi2021.ontheffing_taalonderdelen")


class Plichtdeel(Begrip):
    """A part of the plicht of which partial ontheffing is asked."""

    TAAL = "taal", "taalonderdelen"
    KNM = "KNM", "kennis van de Nederlandse maatschappij"
    PARTICIPATIE = "participatie", "participatiedeel van de Z-route"
    PVT = "PVT", "participatieverklaringstraject"
    MAP = "MAP", "module Arbeidsmarkt en Participatie"


@dataclass(frozen=True, slots=True)
class OntheffingFacts:
    """What an ontheffing depends on, as far as facts decide."""

    leerroute: Leerroute | None = None
    ontheffing_van: Plichtdeel | None = None
    ontheffing_taalonderdelen: int | None = None
    """Of how many of the four language parts ontheffing is asked."""
    niet_binnen_vijf_jaar: bool | None = None
    """Oordeel, on a statement of the designated doctor: not able within five years of the application."""
    advies_college: bool | None = None
    """Oordeel of the college about bijzondere individuele omstandigheden: it advises to grant."""
    ontheffing_aangevraagd: date | None = None


@rule(BI.art("2.7", lid=3), since=IN_WERKING)
def partial_ontheffing_possible(facts: OntheffingFacts, *, on: date) -> Outcome[bool]:
    """Partial: three language parts or KNM, or the participation of the Z-route; never PVT or MAP."""
    deel = given(facts.ontheffing_van, "het is niet bekend voor welk deel ontheffing is gevraagd")
    if deel == Plichtdeel.PVT or deel == Plichtdeel.MAP:
        return answer(False, "voor PVT en MAP is geen gedeeltelijke ontheffing mogelijk")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if deel == Plichtdeel.PARTICIPATIE:
        if route == Leerroute.Z_ROUTE:
            return answer(True, "ontheffing van het participatiedeel kan, maar PVT en MAP blijven")
        return answer(False, "alleen de Z-route heeft een participatiedeel")
    if route == Leerroute.Z_ROUTE:
        return answer(False, "in de Z-route kan ontheffing alleen van het participatiedeel")
    if deel == Plichtdeel.KNM:
        return answer(True, "ontheffing van KNM kan")
    hooguit: int = TAALONDERDELEN.at(on)
    aantal = given(facts.ontheffing_taalonderdelen, "het aantal taalonderdelen is niet bekend")
    if aantal > hooguit:
        return answer(False, "ontheffing kan van hooguit {hooguit} taalonderdelen", hooguit=hooguit)
    return answer(True, "ontheffing kan van {aantal} taalonderdelen", aantal=aantal)


@rule(WI.art("5", lid=1), BI.art("2.7", lid=2), since=IN_WERKING)
def medical_ontheffing(facts: OntheffingFacts, *, on: date) -> Outcome[bool]:
    """Granted when the person cannot comply within five years; the designated doctor says so."""
    if facts.niet_binnen_vijf_jaar is None:
        needs_oordeel("DUO beoordeelt na een verklaring van de aangewezen arts of vijf jaar te kort is")
    if facts.niet_binnen_vijf_jaar:
        return answer(True, "voldoen lukt naar verwachting niet binnen vijf jaar na de aanvraag")
    return answer(False, "voldoen kan naar verwachting binnen vijf jaar na de aanvraag")


@rule(BI.art("2.8", lid=2), WI.art("5", lid=2), since=IN_WERKING)
def college_advises_ontheffing(facts: OntheffingFacts, *, on: date) -> Outcome[bool]:
    """Whether the college advises whole ontheffing for bijzondere individuele omstandigheden."""
    if facts.advies_college is None:
        needs_oordeel("het college adviseert of de omstandigheden zeer uitzonderlijk en schrijnend zijn")
    if facts.advies_college:
        return answer(True, "het college adviseert gehele ontheffing")
    return answer(False, "het college adviseert geen ontheffing")


@rule(BI.art("2.7", lid=5), BI.art("2.8", lid=3), since=IN_WERKING)
def ontheffing_besluit_due(facts: OntheffingFacts, *, on: date) -> Outcome[date]:
    """The Minister decides on ontheffing within eight weeks after receiving the application."""
    dag = given(facts.ontheffing_aangevraagd, "er is geen aanvraag van ontheffing bekend")
    weken = BESLISTERMIJN.at(on)
    return answer_term_end(dag, weken, "{weken} na de ontvangst op {dag}", weken=weken, dag=dag)
