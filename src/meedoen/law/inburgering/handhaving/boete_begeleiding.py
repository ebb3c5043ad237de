"""The fine for too little cooperation with guidance or intensity (Wi 23; Bi 7.1)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...kernel.outcome import Outcome, answer, given, known, needs_oordeel
from ...kernel.parameter import parameter
from ...kernel.rule import rule
from ...sources import AWB, BI, IN_WERKING, WI
from ..dossier_facts import project
from .overtreding import Verwijtbaarheid
from .plafond import PlafondFacts, boete_ruimte
from .samenloop import SamenloopFacts, bijstand_already_lowered

BEGIN = parameter("bi2021.boete_begeleiding")
VERHOGING = parameter("bi2021.boete_begeleiding_verhoging")
HOOGSTE = parameter("bi2021.boete_begeleiding_hoogste")
TERUGKIJKEN = parameter("bi2021.boete_begeleiding_terugkijken")
OPZET = parameter("bi2021.boete_opzet")
GROVE_SCHULD = parameter("bi2021.boete_grove_schuld")
NORMAAL = parameter("bi2021.boete_normaal")
VERMINDERD = parameter("bi2021.boete_verminderd")

TOETSMOMENT = "of de vorige boete onherroepelijk is, wordt bekeken op de dag van het opleggen"
VERDUBBELEN = "steeds verhogen met 100 procent betekent verdubbelen: € 50, € 100, € 200, € 400 en € 800"


@dataclass(frozen=True, slots=True)
class BoeteBegeleidingFacts:
    """The violation, the one before it, and how much the person can be blamed."""

    constatering: date | None = None
    """The day on which this violation was established."""
    eerdere_overtredingen: int | None = None
    """How many earlier violations of art. 23 were fined, in any gemeente."""
    vorige_constatering: date | None = None
    """The day on which the latest of these was established."""
    vorige_boete_onherroepelijk: bool | None = None
    """No bezwaar or beroep against that fine is possible or pending any more on the day asked."""
    vorige_basis: int | None = None
    """The base of that fine in whole euros, before the percentage for the verwijtbaarheid."""
    verwijtbaarheid: Verwijtbaarheid | None = None
    bijstand_verlaagd_voor_zelfde_gedraging: bool | None = None
    nieuwe_termijn_loopt: bool | None = None
    nieuwe_termijn_maanden: int | None = None
    opgelegde_boetes_cent: int | None = None

    @property
    def samenloop(self) -> SamenloopFacts:
        """The same facts as Wi 27 asks them."""
        return project(SamenloopFacts, self)

    @property
    def plafond(self) -> PlafondFacts:
        """The same facts as the highest amount together asks them."""
        return project(PlafondFacts, self)


@rule(BI.art("7.1", lid=3), since=IN_WERKING)
def earlier_overtreding_counts(facts: BoeteBegeleidingFacts, *, on: date) -> Outcome[bool]:
    """An earlier violation counts when it was established in the twelve months before, with a final fine."""
    aantal = given(
        facts.eerdere_overtredingen, "het is niet bekend of er eerdere overtredingen van art. 23 zijn beboet"
    )
    if aantal < 1:
        return answer(False, "er is geen eerdere overtreding van art. 23 beboet")
    dag = given(facts.constatering, "de dag waarop deze overtreding is vastgesteld is niet bekend")
    vorige = given(facts.vorige_constatering, "de dag van de vorige overtreding is niet bekend")
    maanden = TERUGKIJKEN.at(on)
    if vorige < dag - maanden:
        return answer(
            False,
            "de vorige overtreding is op {vorige} vastgesteld, meer dan {maanden} voor {dag}",
            vorige=vorige,
            maanden=maanden,
            dag=dag,
        )
    if vorige >= dag:
        return answer(False, "de vorige overtreding is niet voor deze overtreding vastgesteld")
    onherroepelijk = given(
        facts.vorige_boete_onherroepelijk, "het is niet bekend of de vorige boete onherroepelijk is"
    )
    if not onherroepelijk:
        return answer(False, "de vorige boete is nog niet onherroepelijk", reading=TOETSMOMENT)
    return answer(
        True,
        "de vorige overtreding is van {vorige}, binnen {maanden} voor {dag}, en de boete daarvoor staat vast",
        reading=TOETSMOMENT,
        vorige=vorige,
        maanden=maanden,
        dag=dag,
    )


@rule(BI.art("7.1", lid=2), BI.art("7.1", lid=3), since=IN_WERKING)
def boete_begeleiding_basis(facts: BoeteBegeleidingFacts, *, on: date) -> Outcome[Decimal]:
    """The base of the fine: doubled each time that an earlier violation counts, to a highest amount."""
    begin: Decimal = BEGIN.at(on)
    if not earlier_overtreding_counts(facts, on=on):
        return answer(begin, "zonder eerdere overtreding die meetelt, is de basis {begin}", begin=begin)
    vorige = (
        begin
        if facts.eerdere_overtredingen == 1
        else Decimal(given(facts.vorige_basis, "het is niet bekend wat de basis van de vorige boete was"))
    )
    hoogste: Decimal = HOOGSTE.at(on)
    procent: int = VERHOGING.at(on)
    return answer(
        min(vorige + vorige * procent / 100, hoogste),
        "de basis was {vorige} en wordt met {procent}% verhoogd, tot ten hoogste {hoogste}",
        reading=VERDUBBELEN,
        vorige=vorige,
        procent=procent,
        hoogste=hoogste,
    )


@rule(BI.art("7.1", lid=4), AWB.art("5:41"), since=IN_WERKING)
def boete_begeleiding_procent(facts: BoeteBegeleidingFacts, *, on: date) -> Outcome[int]:
    """The part of the base that is imposed depends on the verwijtbaarheid; without blame there is no fine."""
    if facts.verwijtbaarheid is None:
        needs_oordeel(
            "beoordeel hoe verwijtbaar de overtreding is: opzet, grove schuld, geen van beide, "
            "verminderd of geen verwijt"
        )
    if facts.verwijtbaarheid == Verwijtbaarheid.OPZET:
        return answer(OPZET.at(on), "er is opzet")
    if facts.verwijtbaarheid == Verwijtbaarheid.GROVE_SCHULD:
        return answer(GROVE_SCHULD.at(on), "er is grove schuld")
    if facts.verwijtbaarheid == Verwijtbaarheid.NORMAAL:
        return answer(NORMAAL.at(on), "er is geen opzet of grove schuld")
    if facts.verwijtbaarheid == Verwijtbaarheid.VERMINDERD:
        return answer(VERMINDERD.at(on), "de verwijtbaarheid is verminderd")
    return answer(0, "de overtreding is de persoon niet te verwijten")


@rule(WI.art("23", lid=1), BI.art("7.1", lid=4), since=IN_WERKING)
def boete_begeleiding(facts: BoeteBegeleidingFacts, *, on: date) -> Outcome[Decimal]:
    """The fine of the law: the percentage of the base; nil beside lowered bijstand or without blame."""
    if bijstand_already_lowered(facts.samenloop, on=on):
        return answer(
            Decimal(0), "de bijstand is voor dezelfde gedraging al verlaagd, dus blijft de boete achterwege"
        )
    procent = known(boete_begeleiding_procent(facts, on=on))
    if procent == 0:
        return answer(Decimal(0), "zonder verwijt is er geen boete")
    basis = known(boete_begeleiding_basis(facts, on=on))
    if basis == BEGIN.at(on):
        return answer(basis * procent / 100, "{procent}% van {basis}", procent=procent, basis=basis)
    return answer(
        basis * procent / 100,
        "{procent}% van de verhoogde basis van {basis}",
        reading="het percentage voor de verwijtbaarheid geldt ook over de verhoogde basis",
        procent=procent,
        basis=basis,
    )


@rule(BI.art("7.1", lid=5), since=IN_WERKING)
def boete_begeleiding_within_plafond(facts: BoeteBegeleidingFacts, *, on: date) -> Outcome[Decimal]:
    """What may be imposed: the fine of the law, as far as the fines in this term together allow."""
    boete = known(boete_begeleiding(facts, on=on))
    if boete == 0:
        return answer(Decimal(0), "er is geen boete")
    ruimte = known(boete_ruimte(facts.plafond, on=on))
    return answer(
        min(boete, ruimte),
        "de boete is {boete} en er is ruimte voor {ruimte}",
        boete=boete,
        ruimte=ruimte,
    )
