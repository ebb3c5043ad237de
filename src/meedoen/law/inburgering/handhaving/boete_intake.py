"""The fine for not coming to, or not cooperating with, the brede intake (Wi 14 and 22; Bi 7.1)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...kernel.outcome import Outcome, answer, given, known
from ...kernel.parameter import parameter
from ...kernel.rule import rule
from ...sources import BI, IN_WERKING, WI
from ..dossier_facts import project
from .overtreding import Intakestap
from .plafond import PlafondFacts, boete_ruimte
from .samenloop import SamenloopFacts, bijstand_already_lowered

BEDRAG = parameter("bi2021.boete_intake")
VANAF = parameter("wi2021.boete_intake_vanaf")
NIEUWE_TERMIJN = parameter("wi2021.boete_intake_nieuwe_termijn")


@dataclass(frozen=True, slots=True)
class BoeteIntakeFacts:
    """The calls for the brede intake that were missed, and what followed."""

    oproepen: int | None = None
    """How many calls were sent."""
    gemiste_oproepen: int | None = None
    """After how many of them the person did not come within the term, or cooperated too little."""
    waarschuwing: date | None = None
    """The day of the written warning after the first of these."""
    boetes_intake: int | None = None
    """How many fines of art. 22 were imposed."""
    bekendmaking: date | None = None
    """The day on which the last boetebesluit was sent or handed over (Awb 3:41)."""
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


@rule(WI.art("22", lid=1), WI.art("22", lid=3), BI.art("7.1", lid=1), since=IN_WERKING)
def boete_intake(facts: BoeteIntakeFacts, *, on: date) -> Outcome[Decimal]:
    """The fine of the law: a fixed amount, after a second call that was missed and every one after that."""
    gemist = given(facts.gemiste_oproepen, "het is niet bekend hoeveel oproepen zijn gemist")
    if gemist < 1:
        return answer(Decimal(0), "er is geen oproep gemist")
    if gemist < VANAF.at(on):
        return answer(Decimal(0), "na de eerste gemiste oproep komt er een waarschuwing en nog geen boete")
    if bijstand_already_lowered(facts.samenloop, on=on):
        return answer(
            Decimal(0), "de bijstand is voor dezelfde gedraging al verlaagd, dus blijft de boete achterwege"
        )
    bedrag: Decimal = BEDRAG.at(on)
    return answer(
        bedrag, "er zijn {gemist} oproepen gemist en de boete is {bedrag}", gemist=gemist, bedrag=bedrag
    )


@rule(BI.art("7.1", lid=5), since=IN_WERKING)
def boete_intake_within_plafond(facts: BoeteIntakeFacts, *, on: date) -> Outcome[Decimal]:
    """What may be imposed: the fine of the law, as far as the fines in this term together allow."""
    boete = known(boete_intake(facts, on=on))
    if boete == 0:
        return answer(Decimal(0), "er is geen boete")
    ruimte = known(boete_ruimte(facts.plafond, on=on))
    return answer(
        min(boete, ruimte),
        "de boete is {boete} en er is ruimte voor {ruimte}",
        boete=boete,
        ruimte=ruimte,
    )


@rule(WI.art("14", lid=1), WI.art("22", lid=1), WI.art("22", lid=3), WI.art("27"), since=IN_WERKING)
def intake_stap(facts: BoeteIntakeFacts, *, on: date) -> Outcome[Intakestap]:
    """First a warning, a repeated call and a new term; then a fine per missed term, unless Wi 27 bars it."""
    gemist = given(facts.gemiste_oproepen, "het is niet bekend hoeveel oproepen zijn gemist")
    if gemist < 1:
        return answer(Intakestap.GEEN, "er is geen oproep gemist")
    if facts.waarschuwing is None:
        return answer(Intakestap.WAARSCHUWING, "na de eerste gemiste oproep komt een waarschuwing")
    if gemist < VANAF.at(on):
        oproepen = given(facts.oproepen, "het is niet bekend hoeveel oproepen zijn gestuurd")
        if oproepen > gemist:
            return answer(Intakestap.GEEN, "de termijn van de herhaalde oproep loopt")
        return answer(
            Intakestap.HERHAALDE_OPROEP,
            "bij de waarschuwing hoort een nieuwe oproep met een nieuwe termijn",
        )
    boetes = given(facts.boetes_intake, "het is niet bekend hoeveel boetes voor de intake zijn opgelegd")
    if gemist - boetes < VANAF.at(on):
        return answer(Intakestap.GEEN, "voor elke gemiste termijn is de boete al opgelegd")
    if bijstand_already_lowered(facts.samenloop, on=on):
        return answer(
            Intakestap.GEEN,
            "de bijstand is voor dezelfde gedraging al verlaagd, dus blijft de boete achterwege",
        )
    return answer(
        Intakestap.BOETE,
        "ook de termijn na de waarschuwing of de vorige boete is gemist, dus volgt een boete",
    )


@rule(
    WI.art("22", lid=2),
    since=IN_WERKING,
    reading="de termijn telt vanaf de dag na de bekendmaking en de laatste dag schuift niet, "
    "omdat het college de termijn zelf stelt",
)
def intake_new_term_until(facts: BoeteIntakeFacts, *, on: date) -> Outcome[date]:
    """The boetebesluit sets a new term of at most two months after it was made known."""
    dag = given(facts.bekendmaking, "het boetebesluit is nog niet bekendgemaakt")
    maanden = NIEUWE_TERMIJN.at(on)
    return answer(
        dag + maanden, "ten hoogste {maanden} na de bekendmaking op {dag}", maanden=maanden, dag=dag
    )
