"""Extension after aanzienlijke inspanningen (Wi 12 lid 1 b; Bi 4.4)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given, known, needs_oordeel
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI
from .begrippen import Doelgroep, Leerroute
from .dossier_facts import project
from .termijn import TermijnFacts, termijn_last_day

VERLENGING = parameter("bi2021.verlenging_inspanning")
TAALONDERDELEN = parameter("bi2021.verlenging_inspanning_taalonderdelen")
UREN = parameter("bi2021.verlenging_inspanning_uren")


@dataclass(frozen=True, slots=True)
class InspanningFacts:
    """What an extension after effort depends on."""

    eerste_pip: date | None = None
    pip_herroepen: date | None = None
    verlengd_tot_en_met: date | None = None
    doelgroep: Doelgroep | None = None
    leerroute: Leerroute | None = None
    uren: int | None = None
    """Hours of language lessons and KNM that the person followed."""
    alle_lessen_gevolgd: bool | None = None
    """DUO's judgement that every lesson was followed, but for permitted absence."""
    taalonderdelen_behaald: int | None = None
    """Language parts passed at the level that the PIP holds for them, which is A2 or higher."""
    knm_behaald: bool | None = None
    pvt_behaald: bool | None = None
    map_behaald: bool | None = None
    nieuwe_termijn_loopt: bool | None = None
    """The running term is one that DUO set with a fine."""
    verlengd_na_inspanning: bool | None = None
    """The running term has been made longer after effort before."""

    @property
    def termijn(self) -> TermijnFacts:
        """The same facts as the term asks them."""
        return project(TermijnFacts, self)


@rule(BI.art("4.4", lid=2, onderdeel="b"), BI.art("4.4", lid=3), since=IN_WERKING)
def followed_enough_lessons(facts: InspanningFacts, *, on: date) -> Outcome[bool]:
    """An asielstatushouder followed all lessons; others at least 450 hours."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        if facts.alle_lessen_gevolgd is None:
            needs_oordeel("beoordeel of alle lessen zijn gevolgd, behalve bij geoorloofd verzuim")
        if facts.alle_lessen_gevolgd:
            return answer(True, "alle lessen zijn gevolgd, behalve bij geoorloofd verzuim")
        return answer(False, "niet alle lessen zijn gevolgd")
    norm = UREN.at(on)
    uren = given(facts.uren, "het aantal uren les is niet bekend")
    if uren < norm.count:
        return answer(False, "{uren} van de {norm} les zijn gevolgd", uren=uren, norm=norm)
    return answer(True, "ten minste {norm} les is gevolgd", norm=norm)


@rule(WI.art("12", lid=1, onderdeel="b"), BI.art("4.4", lid=2), since=IN_WERKING)
def extended_after_effort(facts: InspanningFacts, *, on: date) -> Outcome[bool]:
    """B1-route, two language parts and KNM passed, PVT and MAP completed, and the lessons followed."""
    if facts.nieuwe_termijn_loopt is True:
        return answer(
            False,
            "verlenging na inspanning geldt niet voor een nieuwe termijn na een boete",
            reading="alleen de eerste termijn van drie jaar wordt na inspanning verlengd",
        )
    if facts.verlengd_na_inspanning is True:
        return answer(
            False,
            "de termijn is al een keer na inspanning verlengd",
            reading="na inspanning wordt een termijn een keer verlengd, zoals DUO het doet",
        )
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route != Leerroute.B1_ROUTE:
        return answer(False, "verlenging na inspanning is er alleen in de B1-route")
    norm: int = TAALONDERDELEN.at(on)
    behaald = given(facts.taalonderdelen_behaald, "het aantal behaalde taalonderdelen is niet bekend")
    if behaald < norm:
        return answer(
            False, "{behaald} van de {norm} taalonderdelen zijn behaald", behaald=behaald, norm=norm
        )
    knm = given(facts.knm_behaald, "het is niet bekend of KNM is behaald")
    if not knm:
        return answer(False, "KNM is nog niet behaald")
    pvt = given(facts.pvt_behaald, "het is niet bekend of het PVT is afgerond")
    if not pvt:
        return answer(False, "het PVT is nog niet afgerond")
    module = given(facts.map_behaald, "het is niet bekend of de MAP is afgerond")
    if not module:
        return answer(False, "de MAP is nog niet afgerond")
    if not followed_enough_lessons(facts, on=on):
        return answer(False, "er zijn te weinig lessen gevolgd")
    return answer(True, "er zijn aanzienlijke inspanningen geleverd")


@rule(BI.art("4.4", lid=1), since=IN_WERKING)
def effort_last_day(facts: InspanningFacts, *, on: date) -> Outcome[date]:
    """After aanzienlijke inspanningen the term is six months longer."""
    einde = known(termijn_last_day(facts.termijn, on=on))
    if not extended_after_effort(facts, on=on):
        return answer(einde, "de termijn wordt niet verlengd en loopt tot en met {einde}", einde=einde)
    maanden = VERLENGING.at(on)
    return answer(
        einde + maanden, "{maanden} na het einde van de termijn op {einde}", maanden=maanden, einde=einde
    )
