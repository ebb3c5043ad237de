"""The yearly specifieke uitkering (SPUK) of the gemeente: amounts, formula and dates (ch. 10 of Wi, Bi, Ri).

The law is asked for a day in the budget year (t). The total for the country and the counts of DUO are not
computed here: they come from the Minister and are facts.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..kernel.calendar import answer_term_end, last_day_of
from ..kernel.outcome import Outcome, answer, given, known, unknown
from ..kernel.parameter import parameter
from ..kernel.period import Months
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Begrip, Doelgroep

GEZIN = parameter("spuk.gezin_en_overig")
ASIEL_T = parameter("spuk.asiel_jaar_t")
ASIEL_T1 = parameter("spuk.asiel_jaar_t_min_1")
ASIEL_T2 = parameter("spuk.asiel_jaar_t_min_2")
GEWICHT_T = parameter("spuk.gewicht_jaar_t")
GEWICHT_T1 = parameter("spuk.gewicht_jaar_t_min_1")
GEWICHT_T2 = parameter("spuk.gewicht_jaar_t_min_2")
GEWICHT_AFGEROND = parameter("spuk.gewicht_afgerond")
PERCENTAGE = parameter("spuk.verwacht_percentage_asielstatushouders")
VOOR_HET_JAAR = parameter("spuk.bekendmaking_voor_het_jaar")
NA_HERZIENING = parameter("spuk.bekendmaking_na_herziening")
NA_HET_JAAR = parameter("spuk.bekendmaking_na_het_jaar")
VERANTWOORDING = parameter("spuk.verantwoording")
TE_LAAT_MEDEDELING = parameter("spuk.mededeling_terugvordering_te_laat")
MEDEDELING = parameter("spuk.mededeling_terugvordering")
PEILDAG = parameter("spuk.peildag_terugvordering")
BETAALMAANDEN = parameter("spuk.betaalmaanden")

HERZIENING = date(2025, 10, 21)
"""From this day the total is revised once in the year itself, and there is a SPUK for the onderwijsroute."""
MET_ONDERWIJSROUTE = date(2025, 11, 20)
"""From this day the formula has the extra budget for the onderwijsroute."""
RESERVE_NAAR_FORMULE = date(2026, 4, 2)

LANDELIJK = (
    "het bedrag per persoon vult het landelijke budget; een gemeente krijgt haar deel naar de grondslag"
)
HELE_EUROS = (
    "de wet noemt geen afronding; het deel van de gemeente wordt naar beneden afgerond op hele euro's"
)
VOLLE_MAANDEN = "uiterlijk de dag voor de dag die drie maanden voor het kalenderjaar ligt"
INDELING = "wat voorziening is en wat uitvoering, volgt de indeling die Divosa geeft"


class Kostensoort(Begrip):
    """Costs of inburgering for the gemeente: provisions first, then the costs of carrying the Act out."""

    LEERROUTE = "leerroute", "de cursus of opleiding"
    PVT = "pvt", "het participatieverklaringstraject"
    MAP = "map", "de module Arbeidsmarkt en Participatie"
    MAATSCHAPPELIJKE_BEGELEIDING = "maatschappelijke_begeleiding", "de maatschappelijke begeleiding"
    TOLK = "tolk", "de inzet van tolken"
    BREDE_INTAKE = "brede_intake", "de brede intake"
    PIP = "pip", "het PIP"
    VOORTGANG = "voortgang", "het volgen van de voortgang"
    ONTZORGEN = "ontzorgen", "het ontzorgen"
    INKOOP = "inkoop", "de inkoop"


VOORZIENINGEN = (
    Kostensoort.LEERROUTE,
    Kostensoort.PVT,
    Kostensoort.MAP,
    Kostensoort.MAATSCHAPPELIJKE_BEGELEIDING,
    Kostensoort.TOLK,
)


@dataclass(frozen=True, slots=True)
class PersoonSpukFacts:
    """The person for whom the amount is asked."""

    doelgroep: Doelgroep | None = None
    jaar_van_huisvesting: int | None = None
    """The year in which the person was housed in a Dutch gemeente (the cohort)."""


@dataclass(frozen=True, slots=True)
class SpukFacts:
    """The counts of one gemeente, as DUO and the Minister give them, and amounts in whole euros."""

    gezin_en_overig: int | None = None
    """Gezins- en overige migranten of the cohort that counts: t-2 provisionally, t in the end."""
    asiel_jaar_t: int | None = None
    """Asielstatushouders of year t: expected (percentage included), in the end the real number."""
    asiel_jaar_t_min_1: int | None = None
    asiel_jaar_t_min_2: int | None = None
    afgeronde_trajecten: int | None = None
    """Trajecten of asielstatushouders finished in year t-2 with a diploma or certificaat."""
    afgeronde_trajecten_eerder: int | None = None
    """Those begun since 2022 and finished before year t-2."""
    grondslag: int | None = None
    """The base of the gemeente."""
    grondslag_landelijk: int | None = None
    """The bases of all gemeenten together."""
    landelijk_budget: int | None = None
    """The total that is available in the country for asielstatushouders."""
    asiel_onderwijsroute: int | None = None
    """Asielstatushouders housed in year t, with the onderwijsroute in the PIP and no extra amount before."""
    bedrag_onderwijsroute: int | None = None
    """The extra amount for each of them, as a ministeriële regeling sets it."""
    kostensoort: Kostensoort | None = None

    @property
    def persoon(self) -> PersoonSpukFacts:
        """The amounts are the same for every person, so nothing of a person is asked."""
        return PersoonSpukFacts()


@dataclass(frozen=True, slots=True)
class SpukVerantwoordingFacts:
    """Money and days of one year of the uitkering; amounts in whole euros."""

    uitvoeringsjaar_begint: date | None = None
    """1 January of the year that the uitkering is for."""
    herzien_op: date | None = None
    """The day on which the total was revised by law in that year."""
    verantwoording_ontvangen: date | None = None
    """The day on which the Minister had the whole verantwoordingsinformatie."""
    uitkering: int | None = None
    besteed: int | None = None
    artikel_42a_vervallen: date | None = None
    """The day from which art. 42a no longer holds, as a royal decree set it; None when none was made."""


@rule(RI.art("10.2"), RI.art("10.3"), since=IN_WERKING)
def spuk_jaar(facts: PersoonSpukFacts, *, on: date) -> Outcome[int]:
    """The budget year of the amounts, as far as the amounts are known."""
    return answer(2022, "de bedragen van het budgetjaar 2022 zijn bekend")


@spuk_jaar.since(date(2023, 1, 1))
def _(facts: PersoonSpukFacts, *, on: date) -> Outcome[int]:
    """The budget year 2023."""
    return answer(2023, "de bedragen van het budgetjaar 2023 zijn bekend")


@spuk_jaar.since(date(2024, 1, 1))
def _(facts: PersoonSpukFacts, *, on: date) -> Outcome[int]:
    """The amounts of 2024 stand in none of the texts that were read."""
    unknown("de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen")


@spuk_jaar.since(date(2025, 1, 1))
def _(facts: PersoonSpukFacts, *, on: date) -> Outcome[int]:
    """The budget year 2025."""
    return answer(2025, "de bedragen van het budgetjaar 2025 zijn bekend")


@spuk_jaar.since(date(2026, 1, 1))
def _(facts: PersoonSpukFacts, *, on: date) -> Outcome[int]:
    """The budget year 2026."""
    return answer(2026, "de bedragen van het budgetjaar 2026 zijn bekend")


@spuk_jaar.since(date(2027, 1, 1))
def _(facts: PersoonSpukFacts, *, on: date) -> Outcome[int]:
    """The amounts of 2027 and later are not yet known."""
    unknown("de bedragen van dit budgetjaar zijn nog niet bekend")


@rule(RI.art("10.2"), since=IN_WERKING)
def spuk_per_gezinsmigrant(facts: PersoonSpukFacts, *, on: date) -> Outcome[Decimal]:
    """The amount for each gezinsmigrant or overige migrant of the cohort that counts."""
    jaar = known(spuk_jaar(facts, on=on))
    bedrag: Decimal = GEZIN.at(on)
    return answer(bedrag, "{bedrag} per gezinsmigrant of overige migrant in {jaar}", bedrag=bedrag, jaar=jaar)


@rule(RI.art("10.3"), since=IN_WERKING)
def spuk_per_asielstatushouder_jaar_t(facts: PersoonSpukFacts, *, on: date) -> Outcome[Decimal]:
    """Amount a: for each asielstatushouder housed in the year itself."""
    jaar = known(spuk_jaar(facts, on=on))
    bedrag: Decimal = ASIEL_T.at(on)
    return answer(
        bedrag,
        "bedrag a is {bedrag} per asielstatushouder die in {jaar} is gehuisvest",
        bedrag=bedrag,
        jaar=jaar,
    )


@rule(RI.art("10.3"), since=IN_WERKING)
def spuk_per_asielstatushouder_jaar_t_min_1(facts: PersoonSpukFacts, *, on: date) -> Outcome[Decimal]:
    """Amount b: for each asielstatushouder housed in the year before."""
    jaar = known(spuk_jaar(facts, on=on))
    bedrag: Decimal = ASIEL_T1.at(on)
    return answer(
        bedrag,
        "bedrag b is {bedrag} in {jaar} per asielstatushouder die het jaar ervoor is gehuisvest",
        bedrag=bedrag,
        jaar=jaar,
    )


@rule(RI.art("10.3"), since=IN_WERKING)
def spuk_per_asielstatushouder_jaar_t_min_2(facts: PersoonSpukFacts, *, on: date) -> Outcome[Decimal]:
    """Amount c: for each asielstatushouder housed two years before."""
    jaar = known(spuk_jaar(facts, on=on))
    bedrag: Decimal = ASIEL_T2.at(on)
    return answer(
        bedrag,
        "bedrag c is {bedrag} in {jaar} per asielstatushouder die twee jaar ervoor is gehuisvest",
        bedrag=bedrag,
        jaar=jaar,
    )


@rule(RI.art("10.4"), since=IN_WERKING)
def gewicht_jaar_t(facts: PersoonSpukFacts, *, on: date) -> Outcome[Decimal]:
    """Weight a in the base of the gemeente."""
    jaar = known(spuk_jaar(facts, on=on))
    bedrag: Decimal = GEWICHT_T.at(on)
    return answer(bedrag, "gewicht a is {bedrag} in {jaar}", bedrag=bedrag, jaar=jaar)


@rule(RI.art("10.4"), since=IN_WERKING)
def gewicht_jaar_t_min_1(facts: PersoonSpukFacts, *, on: date) -> Outcome[Decimal]:
    """Weight b in the base of the gemeente."""
    jaar = known(spuk_jaar(facts, on=on))
    bedrag: Decimal = GEWICHT_T1.at(on)
    return answer(bedrag, "gewicht b is {bedrag} in {jaar}", bedrag=bedrag, jaar=jaar)


@rule(RI.art("10.4"), since=IN_WERKING)
def gewicht_jaar_t_min_2(facts: PersoonSpukFacts, *, on: date) -> Outcome[Decimal]:
    """Weight c in the base of the gemeente."""
    jaar = known(spuk_jaar(facts, on=on))
    bedrag: Decimal = GEWICHT_T2.at(on)
    return answer(bedrag, "gewicht c is {bedrag} in {jaar}", bedrag=bedrag, jaar=jaar)


@rule(RI.art("10.4"), since=IN_WERKING)
def gewicht_afgerond_traject(facts: PersoonSpukFacts, *, on: date) -> Outcome[Decimal]:
    """Weight d in the base of the gemeente, for each traject that was finished."""
    jaar = known(spuk_jaar(facts, on=on))
    bedrag: Decimal = GEWICHT_AFGEROND.at(on)
    return answer(bedrag, "gewicht d is {bedrag} in {jaar} per afgerond traject", bedrag=bedrag, jaar=jaar)


@rule(RI.art("10.2"), RI.art("10.3"), BI.art("10.3", lid=6), since=IN_WERKING, reading=LANDELIJK)
def spuk_for_person(facts: PersoonSpukFacts, *, on: date) -> Outcome[Decimal]:
    """What the person adds to the definitive uitkering of this year, by doelgroep and year of huisvesting.

    Who has complied already by the peildag counts as well.
    """
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    cohort = given(facts.jaar_van_huisvesting, "het jaar van huisvesting is niet bekend")
    jaar = known(spuk_jaar(facts, on=on))
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        if cohort == jaar:
            return spuk_per_gezinsmigrant(facts, on=on)
        return answer(
            Decimal(0),
            "een {groep} telt alleen in het jaar van huisvesting, {cohort}",
            groep=groep,
            cohort=cohort,
        )
    if cohort == jaar:
        return spuk_per_asielstatushouder_jaar_t(facts, on=on)
    if cohort == jaar - 1:
        return spuk_per_asielstatushouder_jaar_t_min_1(facts, on=on)
    if cohort == jaar - 2:
        return spuk_per_asielstatushouder_jaar_t_min_2(facts, on=on)
    return answer(Decimal(0), "een {groep} telt drie jaar mee, vanaf {cohort}", groep=groep, cohort=cohort)


@rule(RI.art("10.1"), BI.art("10.3", lid=2), since=IN_WERKING)
def spuk_expected_percentage(facts: SpukFacts, *, on: date) -> Outcome[int]:
    """Of the number that is to be housed, the part that is expected to be asielstatushouder."""
    deel: int = PERCENTAGE.at(on)
    return answer(deel, "naar verwachting is {deel} procent asielstatushouder", deel=deel)


@rule(BI.art("10.1", lid=2), BI.art("10.2", lid=1), since=IN_WERKING)
def spuk_bgo(facts: SpukFacts, *, on: date) -> Outcome[Decimal]:
    """BGO, the part for gezins- en overige migranten: their number times the amount."""
    aantal = given(facts.gezin_en_overig, "het aantal gezinsmigranten en overige migranten is niet bekend")
    bedrag = known(spuk_per_gezinsmigrant(facts.persoon, on=on))
    return answer(bedrag * aantal, "{aantal} keer {bedrag}", aantal=aantal, bedrag=bedrag)


@rule(BI.art("10.3", lid=5), since=IN_WERKING)
def spuk_trajecten_that_count(facts: SpukFacts, *, on: date) -> Outcome[int]:
    """The finished trajecten of year t-2 count."""
    aantal = given(facts.afgeronde_trajecten, "het aantal afgeronde trajecten is niet bekend")
    return answer(aantal, "{aantal} trajecten zijn twee jaar eerder afgerond", aantal=aantal)


@spuk_trajecten_that_count.since(date(2026, 1, 1))
def _(facts: SpukFacts, *, on: date) -> Outcome[int]:
    """In the first year in which weight d is above nought all trajecten since 2022 count, up to year t-2."""
    aantal = given(facts.afgeronde_trajecten, "het aantal afgeronde trajecten is niet bekend")
    eerder = given(
        facts.afgeronde_trajecten_eerder, "het aantal trajecten dat daarvoor is afgerond, is niet bekend"
    )
    return answer(
        aantal + eerder,
        "in het eerste jaar met gewicht d tellen ook de {eerder} trajecten van daarvoor mee",
        eerder=eerder,
    )


@spuk_trajecten_that_count.since(date(2027, 1, 1))
def _(facts: SpukFacts, *, on: date) -> Outcome[int]:
    """After that first year the finished trajecten of year t-2 count."""
    aantal = given(facts.afgeronde_trajecten, "het aantal afgeronde trajecten is niet bekend")
    return answer(aantal, "{aantal} trajecten zijn twee jaar eerder afgerond", aantal=aantal)


@rule(BI.art("10.1", lid=4), BI.art("10.2", lid=3), since=IN_WERKING)
def spuk_grondslag(facts: SpukFacts, *, on: date) -> Outcome[Decimal]:
    """GG, the base: asielstatushouders of three years and finished trajecten, each by its weight."""
    jaar_t = given(facts.asiel_jaar_t, "het aantal asielstatushouders van het jaar zelf is niet bekend")
    jaar_t1 = given(
        facts.asiel_jaar_t_min_1, "het aantal asielstatushouders van het jaar ervoor is niet bekend"
    )
    jaar_t2 = given(
        facts.asiel_jaar_t_min_2, "het aantal asielstatushouders van twee jaar ervoor is niet bekend"
    )
    klaar = known(spuk_trajecten_that_count(facts, on=on))
    grondslag = (
        known(gewicht_jaar_t(facts.persoon, on=on)) * jaar_t
        + known(gewicht_jaar_t_min_1(facts.persoon, on=on)) * jaar_t1
        + known(gewicht_jaar_t_min_2(facts.persoon, on=on)) * jaar_t2
        + known(gewicht_afgerond_traject(facts.persoon, on=on)) * klaar
    )
    return answer(
        grondslag,
        "{jaar_t}, {jaar_t1} en {jaar_t2} asielstatushouders en {klaar} trajecten, elk naar gewicht",
        jaar_t=jaar_t,
        jaar_t1=jaar_t1,
        jaar_t2=jaar_t2,
        klaar=klaar,
    )


@rule(BI.art("10.1", lid=3), since=IN_WERKING, reading=HELE_EUROS)
def spuk_ba(facts: SpukFacts, *, on: date) -> Outcome[int]:
    """BA, the part for asielstatushouders: the share of the base of the gemeente in the national budget."""
    grondslag = given(facts.grondslag, "de grondslag van de gemeente is niet bekend")
    totaal = given(facts.grondslag_landelijk, "de grondslag van alle gemeenten samen is niet bekend")
    budget = given(facts.landelijk_budget, "het landelijke budget is niet bekend")
    if totaal < 1:
        unknown("zonder landelijke grondslag is er geen deel te berekenen")
    return answer(
        grondslag * budget // totaal,
        "{grondslag} van {totaal} van het landelijke budget van {budget}",
        grondslag=Decimal(grondslag),
        totaal=Decimal(totaal),
        budget=Decimal(budget),
    )


@rule(BI.art("10.1", lid=6), BI.art("10.2", lid=4), since=MET_ONDERWIJSROUTE)
def spuk_abo(facts: SpukFacts, *, on: date) -> Outcome[int]:
    """ABO, the one-off extra budget for asielstatushouders in the onderwijsroute."""
    aantal = given(
        facts.asiel_onderwijsroute, "het aantal asielstatushouders in de onderwijsroute is niet bekend"
    )
    bedrag = given(
        facts.bedrag_onderwijsroute,
        "het bedrag per asielstatushouder in de onderwijsroute staat in geen van de gelezen teksten",
    )
    return answer(aantal * bedrag, "{aantal} keer {bedrag}", aantal=aantal, bedrag=Decimal(bedrag))


@rule(BI.art("10.1", lid=1), since=IN_WERKING)
def spuk_uitkering(facts: SpukFacts, *, on: date) -> Outcome[Decimal]:
    """U = BGO + BA: the part for gezins- en overige migranten and that for asielstatushouders."""
    bgo = known(spuk_bgo(facts, on=on))
    ba = known(spuk_ba(facts, on=on))
    return answer(
        bgo + ba, "{bgo} voor gezinsmigranten en {ba} voor asielstatushouders", bgo=bgo, ba=Decimal(ba)
    )


@spuk_uitkering.since(MET_ONDERWIJSROUTE)
def _(facts: SpukFacts, *, on: date) -> Outcome[Decimal]:
    """U = BGO + BA + ABO: with the extra budget for the onderwijsroute."""
    bgo = known(spuk_bgo(facts, on=on))
    ba = known(spuk_ba(facts, on=on))
    abo = known(spuk_abo(facts, on=on))
    return answer(
        bgo + ba + abo,
        "{bgo} voor gezinsmigranten, {ba} voor asielstatushouders en {abo} extra voor de onderwijsroute",
        bgo=bgo,
        ba=Decimal(ba),
        abo=Decimal(abo),
    )


@rule(WI.art("40", lid=1), since=IN_WERKING, reading=INDELING)
def spuk_covers(facts: SpukFacts, *, on: date) -> Outcome[bool]:
    """The uitkering is for provisions that help to comply, not for the costs of carrying the Act out."""
    soort = given(facts.kostensoort, "het is niet bekend om welke kosten het gaat")
    if soort in VOORZIENINGEN:
        return answer(True, "{soort} is een voorziening", soort=soort)
    return answer(False, "{soort} hoort bij de uitvoeringskosten, uit het Gemeentefonds", soort=soort)


@rule(WI.art("40", lid=3), since=IN_WERKING, reading=VOLLE_MAANDEN)
def spuk_announced_before(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[date]:
    """The Minister announces the uitkering at least three months before the year: before this day."""
    begin = given(facts.uitvoeringsjaar_begint, "het uitvoeringsjaar is niet bekend")
    maanden = VOOR_HET_JAAR.at(on)
    return answer(
        begin - maanden, "voor de dag die {maanden} voor {begin} ligt", maanden=maanden, begin=begin
    )


@rule(WI.art("40a", lid=1), WI.art("40a", lid=2), since=HERZIENING)
def spuk_revision_announced_by(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[date]:
    """After the one revision in the year itself the Minister announces the change within four weeks."""
    dag = given(facts.herzien_op, "het totale bedrag is in het jaar zelf niet herzien")
    weken = NA_HERZIENING.at(on)
    return answer_term_end(dag, weken, "{weken} na de herziening op {dag}", weken=weken, dag=dag)


@rule(WI.art("41", lid=4), WI.art("41", lid=1), WI.art("41", lid=2), since=IN_WERKING)
def spuk_adjusted_by(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[date]:
    """After the year the uitkering is adjusted to the real number, at the latest six months after it."""
    begin = given(facts.uitvoeringsjaar_begint, "het uitvoeringsjaar is niet bekend")
    maanden = NA_HET_JAAR.at(on)
    return answer(
        last_day_of(begin + Months(12), maanden),
        "{maanden} na afloop van het uitvoeringsjaar",
        maanden=maanden,
    )


@rule(WI.art("42", lid=3), WI.art("42", lid=1), since=IN_WERKING)
def spuk_accounted_by(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[date]:
    """The whole verantwoording has been received within eighteen months after the year."""
    begin = given(facts.uitvoeringsjaar_begint, "het uitvoeringsjaar is niet bekend")
    maanden = VERANTWOORDING.at(on)
    return answer(last_day_of(begin + Months(12), maanden), "{maanden} na het kalenderjaar", maanden=maanden)


@rule(WI.art("42", lid=3), since=IN_WERKING)
def spuk_reclaimed_for_lateness(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[bool]:
    """Without the whole verantwoording by then the uitkering is reclaimed; the Minister may lower that."""
    uiterlijk = known(spuk_accounted_by(facts, on=on))
    if facts.verantwoording_ontvangen is None:
        if on <= uiterlijk:
            return answer(False, "de verantwoording kan nog tot en met {uiterlijk}", uiterlijk=uiterlijk)
        return answer(True, "de verantwoording was er op {uiterlijk} niet volledig", uiterlijk=uiterlijk)
    if facts.verantwoording_ontvangen > uiterlijk:
        return answer(
            True,
            "de verantwoording van {dag} kwam na {uiterlijk}",
            dag=facts.verantwoording_ontvangen,
            uiterlijk=uiterlijk,
        )
    return answer(False, "de verantwoording van {dag} is op tijd", dag=facts.verantwoording_ontvangen)


@rule(WI.art("42", lid=3), since=IN_WERKING)
def spuk_lateness_told_by(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[date | None]:
    """The Minister tells of reclaiming for lateness within three months after the eighteen months."""
    if not spuk_reclaimed_for_lateness(facts, on=on):
        return answer(None, "er wordt niet wegens te late verantwoording teruggevorderd")
    uiterlijk = known(spuk_accounted_by(facts, on=on))
    maanden = TE_LAAT_MEDEDELING.at(on)
    return answer_term_end(
        uiterlijk, maanden, "{maanden} na {uiterlijk}", maanden=maanden, uiterlijk=uiterlijk
    )


@rule(WI.art("42", lid=2), since=IN_WERKING)
def spuk_reclaim_told_by(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[date]:
    """The Minister tells of reclaiming what was not or wrongly spent within a year."""
    dag = given(facts.verantwoording_ontvangen, "de verantwoording is nog niet volledig ontvangen")
    jaar = MEDEDELING.at(on)
    return answer(dag + jaar, "{jaar} na de ontvangst van de verantwoording op {dag}", jaar=jaar, dag=dag)


@rule(BI.art("10.7", lid=1), since=IN_WERKING)
def spuk_data_count_until(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[date]:
    """For reclaiming, the data count that the Minister has on 30 September of the year after."""
    begin = given(facts.uitvoeringsjaar_begint, "het uitvoeringsjaar is niet bekend")
    peildag = last_day_of(begin + Months(12), PEILDAG.at(on))
    return answer(
        peildag, "gegevens van na {peildag} tellen alleen als de Minister erom vroeg", peildag=peildag
    )


@rule(WI.art("42", lid=2), since=IN_WERKING)
def spuk_not_spent(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[Decimal]:
    """What of the uitkering was not spent; it is reclaimed as far as it may not be reserved."""
    uitkering = given(facts.uitkering, "de uitkering is niet bekend")
    besteed = given(facts.besteed, "het bestede bedrag is niet bekend")
    if besteed >= uitkering:
        return answer(
            Decimal(0), "de uitkering van {uitkering} is geheel besteed", uitkering=Decimal(uitkering)
        )
    return answer(
        Decimal(uitkering - besteed),
        "van {uitkering} is {besteed} besteed",
        uitkering=Decimal(uitkering),
        besteed=Decimal(besteed),
    )


@rule(BI.art("10.5"), since=IN_WERKING)
def spuk_reserve(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[Decimal]:
    """What was not spent may be reserved for the next year, to at most the whole uitkering."""
    over = known(spuk_not_spent(facts, on=on))
    return answer(over, "het niet bestede deel van {over} mag naar het volgende jaar", over=over)


@spuk_reserve.since(RESERVE_NAAR_FORMULE, cites=BI.art("10.5", lid=2))
def _(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[Decimal]:
    """How much may be reserved follows a formula with percentages of a ministeriële regeling."""
    over = known(spuk_not_spent(facts, on=on))
    if over > Decimal(0):
        unknown("de percentages voor het reserveren staan in geen van de teksten die zijn gelezen")
    return answer(over, "er is niets over om te reserveren")


@rule(BI.art("10.6"), since=IN_WERKING)
def spuk_deficit_to_next_year(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[Decimal]:
    """Costs above the uitkering are counted, on paper, in the next year."""
    uitkering = given(facts.uitkering, "de uitkering is niet bekend")
    besteed = given(facts.besteed, "het bestede bedrag is niet bekend")
    if besteed <= uitkering:
        return answer(Decimal(0), "de lasten zijn niet hoger dan de uitkering")
    return answer(
        Decimal(besteed - uitkering),
        "de lasten van {besteed} zijn hoger dan de uitkering van {uitkering}",
        besteed=Decimal(besteed),
        uitkering=Decimal(uitkering),
    )


@rule(BI.art("10.8", lid=1), since=IN_WERKING, reading=HELE_EUROS)
def spuk_monthly_payment(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[int]:
    """Each month, about the fifteenth, a twelfth part of the uitkering of that year is paid."""
    uitkering = given(facts.uitkering, "de uitkering is niet bekend")
    delen: int = BETAALMAANDEN.at(on)
    return answer(
        uitkering // delen,
        "rond de vijftiende van de maand een van de {delen} delen van {uitkering}",
        delen=delen,
        uitkering=Decimal(uitkering),
    )


@rule(WI.art("42a", lid=1), WI.art("42a", lid=4), since=HERZIENING)
def spuk_onderwijsroute(facts: SpukVerantwoordingFacts, *, on: date) -> Outcome[bool]:
    """A separate uitkering is there to bring about an offer for the onderwijsroute, until a decree."""
    if facts.artikel_42a_vervallen is not None and on >= facts.artikel_42a_vervallen:
        return answer(False, "de aparte uitkering is per {dag} vervallen", dag=facts.artikel_42a_vervallen)
    return answer(True, "er is een aparte uitkering voor het aanbod van de onderwijsroute")
