"""The steps of a fine for a worklist: rapport, zienswijze, besluit, bezwaar (Awb, titel 5.4; Wi 26)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...awb.onherroepelijk import OnherroepelijkFacts, onherroepelijk_since
from ...kernel.calendar import answer_term_end
from ...kernel.outcome import Outcome, answer, given, known, needs_oordeel, unknown
from ...kernel.parameter import parameter
from ...kernel.period import Days
from ...kernel.rule import rule
from ...sources import AWB, BI, IN_WERKING, WI
from ..dossier_facts import project
from .overtreding import Boeteartikel, Boetestap, Verwijtbaarheid
from .samenloop import SamenloopFacts, bijstand_already_lowered

HOOGSTE_INTAKE = parameter("wi2021.boete_intake_hoogste")
HOOGSTE_BEGELEIDING = parameter("wi2021.boete_begeleiding_hoogste")
HOOGSTE_PVT_MAP = parameter("wi2021.boete_pvt_map_hoogste")
HOOGSTE_LEERROUTE = parameter("wi2021.boete_leerroute_hoogste")
ZWAAR_BOVEN = parameter("awb.boete_zwaar_boven")
BESLISTERMIJN = parameter("awb.boete_beslistermijn")
VERVALT = parameter("awb.boete_vervalt")
VERVALT_ZWAAR = parameter("awb.boete_vervalt_zwaar")

HOOGSTE_TELT = (
    "het gaat om de hoogste boete van de wet voor de overtreding, niet om de boete in dit geval; "
    "daarom valt ook een boete van art. 23 eronder"
)


@dataclass(frozen=True, slots=True)
class BoeteProcedureFacts:
    """How far the making of one fine is."""

    artikel: Boeteartikel | None = None
    overtreding: date | None = None
    """The day of the violation; for a term that passed, the day after its last day."""
    rapport: date | None = None
    """The dagtekening of the rapport of the violation."""
    zienswijze_gevraagd: date | None = None
    """The day on which the person was invited to give a zienswijze."""
    zienswijze_dagen: int | None = None
    """Policy of the gemeente: within how many days a zienswijze is given; the law names none."""
    zienswijze_ontvangen: date | None = None
    boetebesluit: date | None = None
    bekendmaking: date | None = None
    """The day on which the boetebesluit was sent or handed over (Awb 3:41)."""
    verwijtbaarheid: Verwijtbaarheid | None = None
    eerder_beboet_voor_zelfde_overtreding: bool | None = None
    bijstand_verlaagd_voor_zelfde_gedraging: bool | None = None
    bijzondere_omstandigheden: bool | None = None
    """The person made special circumstances plausible, or the college knows of them."""
    verlaging_nodig: bool | None = None
    """Oordeel: with these circumstances the amount of the law is too high."""
    bezwaar_gemaakt: bool | None = None
    beslissing_op_bezwaar: date | None = None
    beroep_ingesteld: bool | None = None

    @property
    def samenloop(self) -> SamenloopFacts:
        """The same facts as Wi 27 asks them."""
        return project(SamenloopFacts, self)

    @property
    def vaststaan(self) -> OnherroepelijkFacts:
        """The same facts as the question asks them from when the besluit stands."""
        return project(OnherroepelijkFacts, self)


@rule(WI.art("26", lid=1), since=IN_WERKING)
def hoogste_boete(facts: BoeteProcedureFacts, *, on: date) -> Outcome[Decimal]:
    """The highest fine that the Act allows for each violation."""
    artikel = given(facts.artikel, "het is niet bekend om welke overtreding het gaat")
    if artikel == Boeteartikel.INTAKE:
        return answer(HOOGSTE_INTAKE.at(on), "dit is de hoogste boete voor de brede intake")
    if artikel == Boeteartikel.BEGELEIDING:
        return answer(HOOGSTE_BEGELEIDING.at(on), "dit is de hoogste boete voor begeleiding en intensiteit")
    if artikel == Boeteartikel.PVT_MAP:
        return answer(HOOGSTE_PVT_MAP.at(on), "dit is de hoogste boete voor PVT en MAP")
    return answer(HOOGSTE_LEERROUTE.at(on), "dit is de hoogste boete voor de leerroute")


@rule(AWB.art("5:53", lid=1), since=IN_WERKING)
def zware_boete(facts: BoeteProcedureFacts, *, on: date) -> Outcome[bool]:
    """Stricter steps apply where the law allows more than a certain amount for the violation."""
    hoogste = known(hoogste_boete(facts, on=on))
    grens: Decimal = ZWAAR_BOVEN.at(on)
    if hoogste <= grens:
        return answer(
            False,
            "de boete kan ten hoogste {hoogste} zijn, niet meer dan {grens}",
            hoogste=hoogste,
            grens=grens,
        )
    if facts.artikel == Boeteartikel.BEGELEIDING:
        return answer(
            True,
            "de boete kan {hoogste} zijn, meer dan {grens}",
            reading=HOOGSTE_TELT,
            hoogste=hoogste,
            grens=grens,
        )
    return answer(True, "de boete kan {hoogste} zijn, meer dan {grens}", hoogste=hoogste, grens=grens)


@rule(AWB.art("5:53", lid=2), AWB.art("5:48", lid=1), since=IN_WERKING)
def must_make_rapport(facts: BoeteProcedureFacts, *, on: date) -> Outcome[bool]:
    """A rapport of the violation is always made for a zware boete; for others it may be made."""
    if zware_boete(facts, on=on):
        return answer(
            True,
            "bij een boete die meer dan {grens} kan zijn, hoort altijd een rapport",
            grens=ZWAAR_BOVEN.at(on),
        )
    return answer(False, "een rapport mag, maar hoeft niet")


@rule(AWB.art("5:53", lid=3), AWB.art("5:50", lid=1), since=IN_WERKING)
def must_ask_zienswijze(facts: BoeteProcedureFacts, *, on: date) -> Outcome[bool]:
    """For a zware boete the person is always invited to give a zienswijze, with the rapport."""
    if zware_boete(facts, on=on):
        return answer(
            True,
            "bij een boete die meer dan {grens} kan zijn, mag de persoon altijd eerst reageren",
            grens=ZWAAR_BOVEN.at(on),
        )
    return answer(False, "eerst laten reageren mag, maar hoeft bij deze boete niet")


@rule(AWB.art("5:50", lid=1), since=IN_WERKING)
def zienswijze_until(facts: BoeteProcedureFacts, *, on: date) -> Outcome[date]:
    """Until when a zienswijze can be given; the law names no days, so the policy of the gemeente counts."""
    dag = given(facts.zienswijze_gevraagd, "er is nog niet om een zienswijze gevraagd")
    dagen = given(
        facts.zienswijze_dagen, "de wet noemt geen aantal dagen en de gemeente heeft er geen vastgelegd"
    )
    return answer(
        dag + Days(dagen), "{dagen} dagen na {dag}, volgens het beleid van de gemeente", dagen=dagen, dag=dag
    )


@rule(AWB.art("5:51", lid=1), since=IN_WERKING)
def boetebesluit_due(facts: BoeteProcedureFacts, *, on: date) -> Outcome[date]:
    """When there is a rapport the decision comes within thirteen weeks of its dagtekening."""
    dag = given(facts.rapport, "er is geen rapport, dus er loopt nog geen termijn voor het besluit")
    weken = BESLISTERMIJN.at(on)
    return answer_term_end(dag, weken, "{weken} na het rapport van {dag}", weken=weken, dag=dag)


@rule(AWB.art("5:45", lid=1), AWB.art("5:45", lid=2), AWB.art("5:45", lid=3), since=IN_WERKING)
def boete_power_until(facts: BoeteProcedureFacts, *, on: date) -> Outcome[date]:
    """The last day on which a fine can be imposed: three years after the violation, or five."""
    dag = given(facts.overtreding, "de dag van de overtreding is niet bekend")
    if facts.bezwaar_gemaakt is True:
        unknown("er is bezwaar gemaakt, en zolang daarover niet vaststaat, loopt deze termijn niet")
    jaren = VERVALT_ZWAAR.at(on) if zware_boete(facts, on=on) else VERVALT.at(on)
    return answer(dag + jaren, "{jaren} na de overtreding op {dag}", jaren=jaren, dag=dag)


@rule(AWB.art("5:41"), AWB.art("5:43"), AWB.art("5:45"), WI.art("27"), since=IN_WERKING)
def may_impose_boete(facts: BoeteProcedureFacts, *, on: date) -> Outcome[bool]:
    """No fine without blame, twice for one violation, too late, or beside a lowering of the bijstand."""
    given(
        facts.bijstand_verlaagd_voor_zelfde_gedraging,
        "het is niet vastgelegd of de bijstand voor dezelfde gedraging is verlaagd",
    )
    if bijstand_already_lowered(facts.samenloop, on=on):
        return answer(False, "de bijstand is voor dezelfde gedraging al verlaagd")
    beboet = given(
        facts.eerder_beboet_voor_zelfde_overtreding,
        "het is niet vastgelegd of er voor dezelfde overtreding al een boete is",
    )
    if beboet:
        return answer(False, "voor dezelfde overtreding is al een boete opgelegd")
    einde = known(boete_power_until(facts, on=on))
    if on > einde:
        return answer(False, "een boete kon tot en met {einde}", einde=einde)
    if facts.verwijtbaarheid is None:
        needs_oordeel("beoordeel of de overtreding de persoon te verwijten is")
    if facts.verwijtbaarheid == Verwijtbaarheid.GEEN:
        return answer(False, "de overtreding is de persoon niet te verwijten")
    return answer(True, "een boete kan tot en met {einde}", einde=einde)


@rule(AWB.art("5:46", lid=3), BI.art("7.1", lid=6), BI.art("7.2", lid=3), since=IN_WERKING)
def must_lower_boete(facts: BoeteProcedureFacts, *, on: date) -> Outcome[bool]:
    """A lower fine where special circumstances that were shown or are known make it too high."""
    if facts.bijzondere_omstandigheden is not True:
        return answer(
            False,
            "er zijn geen bijzondere omstandigheden aannemelijk gemaakt en er zijn er geen bekend; "
            "het bewijs is aan de persoon",
        )
    if facts.verlaging_nodig is None:
        needs_oordeel("weeg of de boete door de bijzondere omstandigheden te hoog is")
    if facts.verlaging_nodig:
        return answer(True, "de boete is door bijzondere omstandigheden te hoog en wordt lager")
    return answer(False, "de bijzondere omstandigheden zijn gewogen en maken de boete niet te hoog")


@rule(AWB.art("5:48"), AWB.art("5:50"), AWB.art("5:51"), AWB.art("3:40"), since=IN_WERKING)
def next_boetestap(facts: BoeteProcedureFacts, *, on: date) -> Outcome[Boetestap]:
    """What comes next: rapport, zienswijze, besluit, bekendmaking, bezwaar."""
    if facts.bekendmaking is not None:
        if facts.bezwaar_gemaakt is True and facts.beslissing_op_bezwaar is None:
            return answer(Boetestap.BEZWAAR, "er is bezwaar gemaakt en daarop is nog niet beslist")
        vast = known(onherroepelijk_since(facts.vaststaan, on=on))
        if on < vast:
            return answer(Boetestap.BEZWAARTERMIJN, "het besluit kan vaststaan vanaf {dag}", dag=vast)
        return answer(Boetestap.AFGEROND, "het besluit staat vast sinds {dag}", dag=vast)
    if facts.boetebesluit is not None:
        return answer(Boetestap.BEKENDMAKEN, "het besluit werkt pas als het bekend is gemaakt")
    if facts.rapport is None and must_make_rapport(facts, on=on):
        return answer(Boetestap.RAPPORT, "er is nog geen rapport van de overtreding")
    if facts.zienswijze_gevraagd is None:
        if must_ask_zienswijze(facts, on=on):
            return answer(Boetestap.ZIENSWIJZE_VRAGEN, "de persoon is nog niet gevraagd om te reageren")
        return answer(Boetestap.BESLUIT, "het besluit over de boete kan worden genomen")
    if facts.zienswijze_ontvangen is not None:
        return answer(Boetestap.BESLUIT, "de zienswijze is ontvangen")
    einde = known(zienswijze_until(facts, on=on))
    if on <= einde:
        return answer(Boetestap.ZIENSWIJZE_AFWACHTEN, "reageren kan tot en met {einde}", einde=einde)
    return answer(Boetestap.BESLUIT, "de tijd om te reageren is op {einde} geëindigd", einde=einde)


@rule(AWB.art("5:51", lid=1), AWB.art("5:45"), since=IN_WERKING)
def next_boetestap_due(facts: BoeteProcedureFacts, *, on: date) -> Outcome[date | None]:
    """By when that step must be done, or when it ends by itself."""
    stap = known(next_boetestap(facts, on=on))
    if stap == Boetestap.AFGEROND:
        return answer(None, "er is niets meer te doen")
    if stap == Boetestap.BEZWAAR:
        return answer(None, "de termijn om op het bezwaar te beslissen staat bij het bezwaar")
    if stap == Boetestap.BEZWAARTERMIJN:
        return onherroepelijk_since(facts.vaststaan, on=on)
    if stap == Boetestap.ZIENSWIJZE_AFWACHTEN:
        return zienswijze_until(facts, on=on)
    if facts.rapport is not None:
        return boetebesluit_due(facts, on=on)
    return boete_power_until(facts, on=on)
