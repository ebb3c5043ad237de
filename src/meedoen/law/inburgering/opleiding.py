"""Extension for a niet-vrijstellende opleiding: praktijkonderwijs, vso or entree (Bi 4.3 lid 2; Ri 4.2)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import days_between, earlier, later
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.period import Days, Months
from ..kernel.rule import rule
from ..sources import BI, RI
from .begrippen import Begrip
from .dossier_facts import project
from .termijn import TermijnFacts, termijn_last_day

EERSTE = parameter("ri2021.verlenging_opleiding_eerste")
VOLGENDE = parameter("ri2021.verlenging_opleiding_volgende")
KEREN = parameter("ri2021.verlenging_opleiding_keren")
ENTREE_HOOGUIT = parameter("ri2021.verlenging_entree_hooguit")

SINDS_2023 = date(2023, 1, 1)


class Opleiding(Begrip):
    """A course that gives no vrijstelling, but does make passing the term not culpable."""

    PRAKTIJKONDERWIJS = "praktijkonderwijs"
    VSO = "vso", "voortgezet speciaal onderwijs"
    ENTREE = "entree", "entreeopleiding"


@dataclass(frozen=True, slots=True)
class OpleidingFacts:
    """What an extension for a niet-vrijstellende opleiding depends on."""

    eerste_pip: date | None = None
    pip_herroepen: date | None = None
    verlengd_tot_en_met: date | None = None
    plichtig_vanaf: date | None = None
    """The day on which the inburgeringsplicht arose."""
    opleiding: Opleiding | None = None
    opleiding_ingeschreven: date | None = None
    opleiding_uitgeschreven: date | None = None
    """The day of de-registration; None while the course runs."""
    verlengingen_opleiding: int | None = None
    """Extensions that DUO gave before for the same running course."""

    @property
    def termijn(self) -> TermijnFacts:
        """The same facts as the term asks them."""
        return project(TermijnFacts, self)


@rule(RI.art("4.2"), BI.art("4.3", lid=2), since=SINDS_2023)
def opleiding_maanden(facts: OpleidingFacts, *, on: date) -> Outcome[int]:
    """While the course runs: two years, then twice a year; an entreeopleiding only the two years."""
    opleiding = given(facts.opleiding, "er is geen niet-vrijstellende opleiding bekend")
    if facts.opleiding_uitgeschreven is not None and facts.opleiding_uitgeschreven <= on:
        return answer(0, "de opleiding is afgelopen, dus telt de duur in dagen")
    keren = facts.verlengingen_opleiding or 0
    eerste: int = EERSTE.at(on)
    if keren == 0:
        return answer(
            eerste, "de {opleiding} loopt nog: eerst {eerste} maanden", opleiding=opleiding, eerste=eerste
        )
    if opleiding == Opleiding.ENTREE:
        return answer(0, "voor een {opleiding} is al het hoogste verlengd", opleiding=opleiding)
    if keren > KEREN.at(on):
        return answer(0, "voor deze opleiding is al het hoogste verlengd")
    volgende: int = VOLGENDE.at(on)
    return answer(
        volgende, "de {opleiding} loopt nog: {volgende} maanden erbij", opleiding=opleiding, volgende=volgende
    )


@rule(RI.art("4.2"), BI.art("4.3", lid=2), since=SINDS_2023)
def opleiding_dagen(facts: OpleidingFacts, *, on: date) -> Outcome[int]:
    """A course that ended: from enrolment, not before the plicht, to the end; entree at most two years."""
    opleiding = given(facts.opleiding, "er is geen niet-vrijstellende opleiding bekend")
    if facts.opleiding_uitgeschreven is None or facts.opleiding_uitgeschreven > on:
        return answer(0, "de opleiding loopt nog, dus telt zij in maanden")
    inschrijving = given(facts.opleiding_ingeschreven, "de dag van inschrijving is niet bekend")
    plichtig = given(facts.plichtig_vanaf, "het begin van de inburgeringsplicht is niet bekend")
    begin = later(inschrijving, plichtig)
    hooguit: int = ENTREE_HOOGUIT.at(on)
    tot = (
        earlier(facts.opleiding_uitgeschreven, begin + Months(hooguit))
        if opleiding == Opleiding.ENTREE
        else facts.opleiding_uitgeschreven
    )
    dagen = max(days_between(begin, tot), 0)
    return answer(
        dagen,
        "{dagen} dagen van {begin} tot {tot}",
        reading="de dag van uitschrijving telt niet mee",
        dagen=dagen,
        begin=begin,
        tot=tot,
    )


@rule(BI.art("4.3", lid=2), RI.art("4.2"), since=SINDS_2023)
def opleiding_last_day(facts: OpleidingFacts, *, on: date) -> Outcome[date]:
    """The last day of the term with the extension for this course."""
    einde = known(termijn_last_day(facts.termijn, on=on))
    maanden = known(opleiding_maanden(facts, on=on))
    dagen = known(opleiding_dagen(facts, on=on))
    return answer(
        einde + Months(maanden) + Days(dagen),
        "{maanden} maanden en {dagen} dagen na het einde van de termijn op {einde}",
        maanden=maanden,
        dagen=dagen,
        einde=einde,
    )
