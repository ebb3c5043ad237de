"""As information: the new term with a fine of DUO, and when the next can come (Wi 24 and 25; Ri 7.4)."""

from datetime import date

from ...kernel.calendar import day_after
from ...kernel.outcome import Outcome, answer, given, known
from ...kernel.parameter import parameter
from ...kernel.period import Months
from ...kernel.rule import rule
from ...sources import IN_WERKING, RI, WI
from ..begrippen import Doelgroep, Leerroute
from .boete_leerroute import boete_leerroute_excluded
from .boete_pvt_map import map_missing
from .duo_facts import BoeteDUOFacts

HALF_JAAR = parameter("ri2021.nieuwe_termijn_half_jaar")
JAAR = parameter("ri2021.nieuwe_termijn_jaar")
ANDERHALF_JAAR = parameter("ri2021.nieuwe_termijn_anderhalf_jaar")
TWEE_JAAR = parameter("ri2021.nieuwe_termijn_twee_jaar")
Z_EERSTE = parameter("ri2021.nieuwe_termijn_z_tot_en_met_eerste")
Z_TWEEDE = parameter("ri2021.nieuwe_termijn_z_tot_en_met_tweede")
Z_DERDE = parameter("ri2021.nieuwe_termijn_z_tot_en_met_derde")
Z_GEZIN_EERSTE = parameter("ri2021.nieuwe_termijn_z_gezin_tot_en_met_eerste")
Z_GEZIN_TWEEDE = parameter("ri2021.nieuwe_termijn_z_gezin_tot_en_met_tweede")
Z_GEZIN_DERDE = parameter("ri2021.nieuwe_termijn_z_gezin_tot_en_met_derde")
Z_CURSUSUREN = parameter("bi2021.z_cursusuren")
Z_PARTICIPATIE_UREN = parameter("bi2021.z_participatie_uren")
MET_NIEUWE_TERMIJN = parameter("wi2021.boetes_met_nieuwe_termijn")
HERHALING = parameter("wi2021.boete_herhaling")

ALLE_UREN = "wie alle uren heeft en toch niet klaar is, valt in de laatste groep van de tabel"


@rule(RI.art("7.4", lid=1), WI.art("24", lid=2), since=IN_WERKING)
def nieuwe_termijn_pvt_map(facts: BoeteDUOFacts, *, on: date) -> Outcome[int]:
    """Half a year when PVT or MAP is missing, a year when both are; in months."""
    pvt = given(facts.pvt_ontbreekt, "het is niet bekend of het PVT op tijd is afgerond")
    ontbreekt = known(map_missing(facts, on=on))
    if pvt and ontbreekt:
        return answer(JAAR.at(on).count, "PVT en MAP ontbreken allebei")
    if pvt:
        return answer(HALF_JAAR.at(on).count, "alleen het PVT ontbreekt")
    if ontbreekt:
        return answer(HALF_JAAR.at(on).count, "alleen de MAP ontbreekt")
    return answer(0, "PVT en MAP ontbreken niet")


@rule(RI.art("7.4", lid=2), WI.art("25", lid=2), since=IN_WERKING)
def nieuwe_termijn_examens(facts: BoeteDUOFacts, *, on: date) -> Outcome[int]:
    """B1-route and onderwijsroute: the more exam parts were passed, the shorter the new term; in months."""
    behaald = given(facts.onderdelen_behaald, "het is niet bekend hoeveel examenonderdelen zijn behaald")
    if behaald < 1:
        return answer(TWEE_JAAR.at(on).count, "er is geen onderdeel behaald")
    if behaald == 1:
        return answer(ANDERHALF_JAAR.at(on).count, "er is een onderdeel behaald")
    if behaald == 2:
        return answer(JAAR.at(on).count, "er zijn twee onderdelen behaald")
    return answer(HALF_JAAR.at(on).count, "er zijn {behaald} onderdelen behaald", behaald=behaald)


@rule(
    RI.art("7.4", lid=3),
    RI.art("7.4", lid=4),
    RI.art("7.4", lid=5),
    WI.art("25", lid=2),
    since=IN_WERKING,
)
def nieuwe_termijn_z(facts: BoeteDUOFacts, *, on: date) -> Outcome[int]:
    """Z-route: the more hours were made, the shorter the new term; in months."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    cursus = given(facts.cursusuren, "het is niet bekend hoeveel cursusuren zijn gevolgd")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        if cursus <= Z_GEZIN_EERSTE.at(on).count:
            return answer(TWEE_JAAR.at(on).count, "{uren} cursusuren zijn gevolgd", uren=cursus)
        if cursus <= Z_GEZIN_TWEEDE.at(on).count:
            return answer(ANDERHALF_JAAR.at(on).count, "{uren} cursusuren zijn gevolgd", uren=cursus)
        if cursus <= Z_GEZIN_DERDE.at(on).count:
            return answer(JAAR.at(on).count, "{uren} cursusuren zijn gevolgd", uren=cursus)
        if cursus < Z_CURSUSUREN.at(on).count:
            return answer(HALF_JAAR.at(on).count, "{uren} cursusuren zijn gevolgd", uren=cursus)
        return answer(
            HALF_JAAR.at(on).count, "alle {uren} cursusuren zijn gevolgd", reading=ALLE_UREN, uren=cursus
        )
    uren = cursus + given(facts.participatie_uren, "het is niet bekend hoeveel uur participatie is gedaan")
    if uren <= Z_EERSTE.at(on).count:
        return answer(TWEE_JAAR.at(on).count, "{uren} uur cursus en participatie is gedaan", uren=uren)
    if uren <= Z_TWEEDE.at(on).count:
        return answer(ANDERHALF_JAAR.at(on).count, "{uren} uur cursus en participatie is gedaan", uren=uren)
    if uren <= Z_DERDE.at(on).count:
        return answer(JAAR.at(on).count, "{uren} uur cursus en participatie is gedaan", uren=uren)
    if uren < Z_CURSUSUREN.at(on).count + Z_PARTICIPATIE_UREN.at(on).count:
        return answer(HALF_JAAR.at(on).count, "{uren} uur cursus en participatie is gedaan", uren=uren)
    return answer(
        HALF_JAAR.at(on).count, "er is {uren} uur cursus en participatie gedaan", reading=ALLE_UREN, uren=uren
    )


@rule(WI.art("25", lid=2), RI.art("7.4", lid=2), RI.art("7.4", lid=3), since=IN_WERKING)
def nieuwe_termijn_leerroute(facts: BoeteDUOFacts, *, on: date) -> Outcome[int]:
    """The new term for a leerroute that was not achieved, in months."""
    if boete_leerroute_excluded(facts, on=on):
        return answer(0, "er is geen boete voor de leerroute en dus geen nieuwe termijn")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.Z_ROUTE:
        return nieuwe_termijn_z(facts, on=on)
    return nieuwe_termijn_examens(facts, on=on)


@rule(RI.art("7.4", lid=6), since=IN_WERKING)
def nieuwe_termijn(facts: BoeteDUOFacts, *, on: date) -> Outcome[int]:
    """Where several new terms apply the longest counts, in months."""
    pvt_map = known(nieuwe_termijn_pvt_map(facts, on=on))
    ontbreekt = given(facts.leerroute_ontbreekt, "het is niet bekend of de leerroute op tijd is behaald")
    if not ontbreekt:
        return answer(pvt_map, "de leerroute ontbreekt niet")
    route = known(nieuwe_termijn_leerroute(facts, on=on))
    if route >= pvt_map:
        return answer(route, "de termijn voor de leerroute geldt, want geen andere is langer")
    return answer(pvt_map, "de termijn voor PVT en MAP is het langst")


@rule(WI.art("24", lid=2), since=IN_WERKING)
def nieuwe_termijn_last_day(facts: BoeteDUOFacts, *, on: date) -> Outcome[date]:
    """The last day of the new term: as DUO decided it, else counted from the bekendmaking of the fine."""
    if facts.nieuwe_termijn_tot_en_met is not None:
        return answer(facts.nieuwe_termijn_tot_en_met, "zo heeft DUO de nieuwe termijn vastgesteld")
    dag = given(facts.bekendmaking, "de boete van DUO is nog niet bekendgemaakt")
    maanden = known(nieuwe_termijn(facts, on=on))
    return answer(
        dag + Months(maanden),
        "{maanden} maanden na de bekendmaking van de boete op {dag}",
        reading="de nieuwe termijn telt in maanden vanaf de dag na de bekendmaking en schuift niet",
        maanden=maanden,
        dag=dag,
    )


@rule(
    WI.art("24", lid=3),
    WI.art("24", lid=4),
    WI.art("25", lid=2),
    since=IN_WERKING,
)
def next_duo_boete_on(facts: BoeteDUOFacts, *, on: date) -> Outcome[date | None]:
    """The first two fines each set a new term; after that there is a fine every two years."""
    boetes = given(facts.duo_boetes, "het is niet bekend hoeveel boetes DUO hiervoor heeft opgelegd")
    if boetes < 1:
        return answer(None, "er is nog geen boete van DUO, dus de gewone termijn telt")
    if boetes <= MET_NIEUWE_TERMIJN.at(on):
        einde = known(nieuwe_termijn_last_day(facts, on=on))
        return answer(day_after(einde), "de dag na de nieuwe termijn, die op {einde} eindigt", einde=einde)
    dag = given(facts.bekendmaking, "de dag waarop de laatste boete bekend is gemaakt, is niet bekend")
    jaren = HERHALING.at(on)
    return answer(
        dag + jaren,
        "{jaren} na de vorige boete van {dag}",
        reading="de twee jaar tussen twee latere boetes tellen vanaf de bekendmaking van de vorige",
        jaren=jaren,
        dag=dag,
    )
