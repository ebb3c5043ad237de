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
from .termijn import TermijnFacts, termijn_first_day, termijn_first_last_day, termijn_last_day

EERSTE = parameter("ri2021.verlenging_opleiding_eerste")
VOLGENDE = parameter("ri2021.verlenging_opleiding_volgende")
KEREN = parameter("ri2021.verlenging_opleiding_keren")
ENTREE_HOOGUIT = parameter("ri2021.verlenging_entree_hooguit")

SINDS_2023 = date(2023, 1, 1)


class Opleiding(Begrip):
    """A course that gives no vrijstelling, but does make passing the term not culpable."""

    PRAKTIJKONDERWIJS = "praktijkonderwijs", "opleiding in het praktijkonderwijs"
    VSO = "vso", "opleiding in het voortgezet speciaal onderwijs"
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
    """The course that runs now, or the last one."""
    opleiding_ingeschreven: date | None = None
    opleiding_uitgeschreven: date | None = None
    """The day of de-registration, after finishing or leaving; None while the course runs."""
    eerdere_opleiding: Opleiding | None = None
    """Another niet-vrijstellende opleiding, of which this one is the continuation."""
    eerdere_opleiding_ingeschreven: date | None = None
    eerdere_opleiding_uitgeschreven: date | None = None
    verlengingen_opleiding: int | None = None
    """Extensions that DUO gave before for the same running course; None is none."""

    @property
    def termijn(self) -> TermijnFacts:
        """The same facts as the term asks them."""
        return project(TermijnFacts, self)


@rule(BI.art("4.3", lid=2), since=SINDS_2023)
def opleiding_counts(facts: OpleidingFacts, *, on: date) -> Outcome[bool]:
    """The course is or was followed during the first term; going on with it after that term counts too."""
    opleiding = given(facts.opleiding, "er is geen niet-vrijstellende opleiding bekend")
    inschrijving = given(facts.opleiding_ingeschreven, "de dag van inschrijving is niet bekend")
    begin = known(termijn_first_day(facts.termijn, on=on))
    einde = known(termijn_first_last_day(facts.termijn, on=on))
    if inschrijving > einde:
        return answer(
            False,
            "de {opleiding} begon pas na de termijn, die op {einde} eindigde",
            opleiding=opleiding,
            einde=einde,
        )
    if facts.opleiding_uitgeschreven is not None and facts.opleiding_uitgeschreven < begin:
        return answer(
            False,
            "de {opleiding} was voorbij voordat de termijn op {begin} begon",
            opleiding=opleiding,
            begin=begin,
        )
    return answer(True, "de {opleiding} is in de termijn van drie jaar gevolgd", opleiding=opleiding)


@rule(RI.art("4.2"), since=SINDS_2023)
def opleiding_ended(facts: OpleidingFacts, *, on: date) -> Outcome[bool]:
    """Whether the person was de-registered from the course on this day."""
    if facts.opleiding_uitgeschreven is None or facts.opleiding_uitgeschreven > on:
        return answer(False, "de opleiding loopt nog")
    return answer(True, "de opleiding is op {dag} afgelopen", dag=facts.opleiding_uitgeschreven)


@rule(RI.art("4.2"), BI.art("4.3", lid=2), since=SINDS_2023)
def opleiding_maanden(facts: OpleidingFacts, *, on: date) -> Outcome[int]:
    """While the course runs: two years, then twice a year; an entreeopleiding only the two years."""
    opleiding = given(facts.opleiding, "er is geen niet-vrijstellende opleiding bekend")
    if not opleiding_counts(facts, on=on):
        return answer(0, "de {opleiding} verlengt de termijn niet", opleiding=opleiding)
    if opleiding_ended(facts, on=on):
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
    if not opleiding_counts(facts, on=on):
        return answer(0, "de {opleiding} verlengt de termijn niet", opleiding=opleiding)
    if not opleiding_ended(facts, on=on):
        return answer(0, "de opleiding loopt nog, dus telt zij in maanden")
    inschrijving = given(facts.opleiding_ingeschreven, "de dag van inschrijving is niet bekend")
    uitschrijving = given(facts.opleiding_uitgeschreven, "de dag van uitschrijving is niet bekend")
    plichtig = given(facts.plichtig_vanaf, "het begin van de inburgeringsplicht is niet bekend")
    begin = later(inschrijving, plichtig)
    hooguit: int = ENTREE_HOOGUIT.at(on)
    tot = earlier(uitschrijving, begin + Months(hooguit)) if opleiding == Opleiding.ENTREE else uitschrijving
    dagen = max(days_between(begin, tot), 0)
    return answer(
        dagen,
        "{dagen} dagen van {begin} tot {tot}",
        reading="de dag van uitschrijving telt niet mee",
        dagen=dagen,
        begin=begin,
        tot=tot,
    )


@rule(RI.art("4.2"), since=SINDS_2023)
def eerdere_opleiding_dagen(facts: OpleidingFacts, *, on: date) -> Outcome[int]:
    """A course that was followed before this one adds up with it, counted as one that ended."""
    if facts.eerdere_opleiding is None:
        return answer(0, "er is geen eerdere opleiding bekend")
    if (facts.verlengingen_opleiding or 0) > 0:
        return answer(
            0,
            "de eerdere {opleiding} telde al bij de eerste verlenging",
            reading="een eerdere opleiding telt een keer mee, bij de eerste verlenging",
            opleiding=facts.eerdere_opleiding,
        )
    inschrijving = given(
        facts.eerdere_opleiding_ingeschreven,
        "de dag van inschrijving bij de eerdere opleiding is niet bekend",
    )
    uitschrijving = given(
        facts.eerdere_opleiding_uitgeschreven,
        "de dag van uitschrijving bij de eerdere opleiding is niet bekend",
    )
    plichtig = given(facts.plichtig_vanaf, "het begin van de inburgeringsplicht is niet bekend")
    begin = later(inschrijving, plichtig)
    hooguit: int = ENTREE_HOOGUIT.at(on)
    tot = (
        earlier(uitschrijving, begin + Months(hooguit))
        if facts.eerdere_opleiding == Opleiding.ENTREE
        else uitschrijving
    )
    dagen = max(days_between(begin, tot), 0)
    return answer(
        dagen,
        "{dagen} dagen van {begin} tot {tot} voor de eerdere {opleiding}",
        reading="de dag van uitschrijving telt niet mee",
        dagen=dagen,
        begin=begin,
        tot=tot,
        opleiding=facts.eerdere_opleiding,
    )


@rule(RI.art("4.2"), since=SINDS_2023)
def opleiding_given_maanden(facts: OpleidingFacts, *, on: date) -> Outcome[int]:
    """The months that DUO gave while the course ran, that go off what its whole length gives."""
    if not opleiding_ended(facts, on=on):
        return answer(0, "de opleiding loopt nog, dus gaat er niets af")
    keren = facts.verlengingen_opleiding or 0
    if keren == 0:
        return answer(0, "tijdens de opleiding is niet eerder verlengd")
    eerste: int = EERSTE.at(on)
    volgende: int = VOLGENDE.at(on)
    maanden = eerste + volgende * min(keren - 1, KEREN.at(on))
    return answer(
        maanden,
        "{maanden} maanden zijn tijdens de opleiding al gegeven",
        reading="wat tijdens de opleiding al is gegeven, gaat van de hele duur af",
        maanden=maanden,
    )


@rule(BI.art("4.3", lid=2), RI.art("4.2"), since=SINDS_2023)
def opleiding_last_day(facts: OpleidingFacts, *, on: date) -> Outcome[date]:
    """The last day of the term with the extension for this course and one before it; never an earlier day."""
    einde = known(termijn_last_day(facts.termijn, on=on))
    maanden = known(opleiding_maanden(facts, on=on))
    dagen = known(opleiding_dagen(facts, on=on)) + known(eerdere_opleiding_dagen(facts, on=on))
    gegeven = known(opleiding_given_maanden(facts, on=on))
    if maanden + dagen == 0:
        return answer(einde, "de termijn wordt niet verlengd en loopt tot en met {einde}", einde=einde)
    if gegeven > 0:
        vanaf = einde - Months(gegeven)
        return answer(
            later(einde, vanaf + Days(dagen)),
            "{dagen} dagen na {vanaf}, de laatste dag zonder de {gegeven} maanden die al zijn gegeven",
            reading="wat tijdens de opleiding al is gegeven, gaat van de hele duur af",
            dagen=dagen,
            vanaf=vanaf,
            gegeven=gegeven,
        )
    return answer(
        einde + Months(maanden) + Days(dagen),
        "{maanden} maanden en {dagen} dagen na het einde van de termijn op {einde}",
        maanden=maanden,
        dagen=dagen,
        einde=einde,
    )
