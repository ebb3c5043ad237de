"""The sociale lening of DUO: for what, how much, how long, and paying back (Wi 19 to 21; Bi, hoofdstuk 6)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..kernel.calendar import answer_term_end, day_after, first_of_next_month, last_day_of
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .aanbod import AanbodFacts, gets_lening
from .begrippen import Begrip, Doelgroep, Leerroute
from .dossier_facts import project
from .termijn import TermijnFacts, termijn_first_day, termijn_last_day

HOOGSTE = parameter("bi2021.lening_ten_hoogste")
DRAAGKRACHT_KEER = parameter("ri2021.lening_draagkracht_keer")
OP_NIHIL = parameter("ri2021.lening_op_nihil_onder")
PER_KWARTAAL = parameter("ri2021.lening_per_kwartaal")
PER_MAAND = parameter("ri2021.lening_minimum_per_maand")
NIHIL_ONDER = parameter("ri2021.lening_termijn_nihil_onder")
VERVALT = parameter("wi2021.lening_vervalt")
AANLOOP = parameter("wi2021.lening_aanloop")
BESLISTERMIJN = parameter("bi2021.lening_beslistermijn")
TERUGBETALING = parameter("bi2021.lening_terugbetaling")

EERST_DE_AANLOOP = "eerst gaan de zes maanden voorbij en dan begint de terugbetaling met de volgende maand"


class Leendoel(Begrip):
    """For what can be borrowed (Bi 6.2)."""

    CURSUS = "cursus", "cursus voor de leerroute"
    TAALSCHAKELTRAJECT = "taalschakeltraject"
    ALFABETISERING = "alfabetisering"
    EXAMEN = "examen", "inburgeringsexamen"


@dataclass(frozen=True, slots=True)
class LeningFacts:
    """What the loan depends on, as far as a gemeente or an inburgeraar knows it."""

    doelgroep: Doelgroep | None = None
    leerroute: Leerroute | None = None
    draagkracht: int | None = None
    """What the person can pay himself, in whole euros, as DUO computed it for a loan."""
    lening_voor: Leendoel | None = None
    cursusinstelling_keurmerk: bool | None = None
    """The school has a keurmerk (Wi 32) or a certificaat (Wi 28)."""
    taalschakeltraject_erkend: bool | None = None
    alfabetisering_in_pip: bool | None = None
    """The PIP obliges to alfabetisering."""
    oude_lening_open: bool | None = None
    """A loan under the earlier inburgering law was not wholly paid back or remitted."""
    eerste_pip: date | None = None
    pip_herroepen: date | None = None
    verlengd_tot_en_met: date | None = None
    nieuwe_termijn_tot_en_met: date | None = None
    """The last day of a new term after a fine, as DUO set or extended it."""
    ingezetene: bool | None = None
    """Registered in the BRP as ingezetene."""
    rechtmatig_verblijf: bool | None = None
    """Lawful residence of a kind that gives a loan (Bi 6.3)."""
    voldaan: date | None = None
    plicht_geeindigd: date | None = None
    """The day on which the inburgeringsplicht ended without being fulfilled."""
    lening_aangevraagd: date | None = None
    """The day on which DUO received the application."""
    kwartaal_gefactureerd: int | None = None
    """Invoices for hours of lessons that were handed in to DUO in this quarter before, in whole euros."""
    factuur: int | None = None
    """The next invoice for hours of lessons, in whole euros."""
    draagkracht_terugbetaling: int | None = None
    """What the person can pay back a year, in whole euros, as DUO computed it on request."""
    terugbetaling_op_verzoek: date | None = None
    """The earlier day on which paying back begins because the person asked so in writing."""

    @property
    def aanbod(self) -> AanbodFacts:
        """The same facts as who gets what asks them."""
        return AanbodFacts(doelgroep=self.doelgroep)

    @property
    def termijn(self) -> TermijnFacts:
        """The same facts as the term asks them."""
        return project(TermijnFacts, self)


@rule(BI.art("6.2", lid=1), RI.art("6.1", lid=1), RI.art("6.1", lid=2), since=IN_WERKING)
def lening_max(facts: LeningFacts, *, on: date) -> Outcome[Decimal]:
    """The highest loan, less twice the draagkracht; a very small one is set to nil."""
    hoogste: Decimal = HOOGSTE.at(on)
    if not gets_lening(facts.aanbod, on=on):
        return answer(Decimal(0), "er is geen recht op een lening")
    if facts.oude_lening_open is True:
        return answer(Decimal(0), "een lening van de vorige inburgeringswet staat nog open")
    draagkracht = given(facts.draagkracht, "de draagkracht is niet bekend")
    bedrag = hoogste - DRAAGKRACHT_KEER.at(on) * draagkracht
    if bedrag < OP_NIHIL.at(on):
        return answer(Decimal(0), "de lening is zo klein dat zij op nihil wordt gesteld")
    return answer(
        bedrag,
        "{hoogste} min twee keer de draagkracht van {draagkracht}",
        hoogste=hoogste,
        draagkracht=Decimal(draagkracht),
    )


@rule(
    BI.art("6.2", lid=1),
    BI.art("6.2", lid=3),
    BI.art("6.2", lid=4),
    BI.art("6.2", lid=5),
    BI.art("6.2", lid=6),
    WI.art("20", lid=1),
    since=IN_WERKING,
)
def may_borrow_for(facts: LeningFacts, *, on: date) -> Outcome[bool]:
    """A course or alfabetisering with a keurmerk, a recognised taalschakeltraject, or the examen."""
    if not gets_lening(facts.aanbod, on=on):
        return answer(False, "er is geen recht op een lening")
    if facts.oude_lening_open is True:
        return answer(False, "een lening van de vorige inburgeringswet staat nog open")
    doel = given(facts.lening_voor, "het is niet bekend waarvoor de lening is")
    if doel == Leendoel.EXAMEN:
        return answer(True, "voor het inburgeringsexamen kan worden geleend")
    if doel == Leendoel.TAALSCHAKELTRAJECT:
        route = given(facts.leerroute, "de leerroute is niet bekend")
        if route != Leerroute.ONDERWIJSROUTE:
            return answer(False, "voor een taalschakeltraject kan alleen in de onderwijsroute worden geleend")
        erkend = given(facts.taalschakeltraject_erkend, "het is niet bekend of het traject is erkend")
        if erkend:
            return answer(True, "het is een erkend taalschakeltraject in de onderwijsroute")
        return answer(False, "het taalschakeltraject is niet erkend")
    if doel == Leendoel.ALFABETISERING:
        verplicht = given(facts.alfabetisering_in_pip, "het is niet bekend of het PIP alfabetisering noemt")
        if not verplicht:
            return answer(False, "alfabetisering is in het PIP niet verplicht")
    keurmerk = given(facts.cursusinstelling_keurmerk, "het is niet bekend of de school een keurmerk heeft")
    if keurmerk:
        return answer(True, "de school heeft een keurmerk")
    return answer(False, "de school heeft geen keurmerk")


@rule(WI.art("20", lid=2), since=IN_WERKING)
def lening_lapses_on(facts: LeningFacts, *, on: date) -> Outcome[date]:
    """The first day without a right: six years after the first or extended term, or when the plicht ends."""
    if facts.plicht_geeindigd is not None:
        return answer(facts.plicht_geeindigd, "op deze dag eindigde de inburgeringsplicht")
    einde = known(termijn_last_day(facts.termijn, on=on))
    jaren = VERVALT.at(on)
    return answer(
        day_after(einde + jaren),
        "de dag nadat {jaren} voorbij zijn sinds het einde van de termijn op {einde}",
        jaren=jaren,
        einde=einde,
    )


@rule(
    BI.art("6.3", lid=1),
    BI.art("6.7", lid=2),
    BI.art("6.15"),
    WI.art("19"),
    WI.art("20", lid=2),
    since=IN_WERKING,
)
def may_borrow_now(facts: LeningFacts, *, on: date) -> Outcome[bool]:
    """There is a right in the term, also when it was extended for a gap, and in a new term after a fine."""
    if not gets_lening(facts.aanbod, on=on):
        return answer(False, "er is geen recht op een lening")
    if facts.voldaan is not None and on >= facts.voldaan:
        return answer(False, "aan de inburgeringsplicht is voldaan")
    if facts.terugbetaling_op_verzoek is not None and on >= facts.terugbetaling_op_verzoek:
        return answer(False, "de terugbetaling is op verzoek al begonnen")
    vervalt = known(lening_lapses_on(facts, on=on))
    if on >= vervalt:
        return answer(False, "het recht op een lening is op {vervalt} vervallen", vervalt=vervalt)
    begin = known(termijn_first_day(facts.termijn, on=on))
    if on < begin:
        return answer(False, "de termijn begint pas op {begin}", begin=begin)
    einde = known(termijn_last_day(facts.termijn, on=on))
    if on <= einde:
        return answer(True, "de termijn loopt tot en met {einde}", einde=einde)
    if facts.nieuwe_termijn_tot_en_met is not None and on <= facts.nieuwe_termijn_tot_en_met:
        return answer(
            True, "de nieuwe termijn loopt tot en met {einde}", einde=facts.nieuwe_termijn_tot_en_met
        )
    return answer(False, "de termijn is op {einde} geëindigd en er loopt geen nieuwe", einde=einde)


@rule(BI.art("6.3", lid=2), since=IN_WERKING)
def lening_is_paid_out(facts: LeningFacts, *, on: date) -> Outcome[bool]:
    """Nothing is paid out to who is no ingezetene, has no lawful residence, or has no right to a loan."""
    ingezetene = given(facts.ingezetene, "het is niet bekend of de persoon ingezetene is")
    if not ingezetene:
        return answer(False, "de persoon staat niet als ingezetene in de BRP")
    verblijf = given(facts.rechtmatig_verblijf, "het is niet bekend of het verblijf rechtmatig is")
    if not verblijf:
        return answer(False, "het verblijf is niet rechtmatig")
    if may_borrow_now(facts, on=on):
        return answer(
            True, "er is recht op de lening, de persoon is ingezetene en het verblijf is rechtmatig"
        )
    return answer(False, "er is nu geen recht op een lening")


@rule(BI.art("6.5"), since=IN_WERKING)
def lening_besluit_due(facts: LeningFacts, *, on: date) -> Outcome[date]:
    """DUO decides within eight weeks after it received the application."""
    dag = given(facts.lening_aangevraagd, "er is geen aanvraag van een lening bekend")
    weken = BESLISTERMIJN.at(on)
    return answer_term_end(dag, weken, "{weken} na de aanvraag van {dag}", weken=weken, dag=dag)


@rule(RI.art("6.2", lid=4), BI.art("6.3", lid=3), since=IN_WERKING)
def lening_kwartaal_left(facts: LeningFacts, *, on: date) -> Outcome[Decimal]:
    """How much of invoices for lessons can still be paid from the loan in this quarter."""
    hoogste: Decimal = PER_KWARTAAL.at(on)
    ingediend = given(facts.kwartaal_gefactureerd, "het is niet bekend wat in dit kwartaal al is ingediend")
    return answer(
        max(hoogste - ingediend, Decimal(0)),
        "in dit kwartaal is {ingediend} ingediend en het hoogste is {hoogste}",
        ingediend=Decimal(ingediend),
        hoogste=hoogste,
    )


@rule(RI.art("6.2", lid=4), since=IN_WERKING)
def factuur_is_paid(facts: LeningFacts, *, on: date) -> Outcome[bool]:
    """An invoice that goes over the highest amount of the quarter is not paid at all."""
    factuur = given(facts.factuur, "het bedrag van de factuur is niet bekend")
    over = known(lening_kwartaal_left(facts, on=on))
    if Decimal(factuur) > over:
        return answer(
            False,
            "de factuur is meer dan de {over} die dit kwartaal over is en wordt niet betaald",
            over=over,
        )
    return answer(True, "de factuur past in de {over} die dit kwartaal over is", over=over)


@rule(
    WI.art("21", lid=3),
    BI.art("6.7", lid=2),
    BI.art("6.7", lid=3),
    since=IN_WERKING,
)
def terugbetaling_first_day(facts: LeningFacts, *, on: date) -> Outcome[date]:
    """Paying back starts six months after the plicht was fulfilled or the right lapsed, with a new month."""
    if facts.terugbetaling_op_verzoek is not None:
        return answer(facts.terugbetaling_op_verzoek, "op verzoek begint de terugbetaling eerder")
    maanden = AANLOOP.at(on)
    if facts.voldaan is not None:
        return answer(
            first_of_next_month(facts.voldaan + maanden),
            "de eerste maand die begint nadat {maanden} voorbij zijn sinds het voldoen op {dag}",
            reading=EERST_DE_AANLOOP,
            maanden=maanden,
            dag=facts.voldaan,
        )
    vervalt = known(lening_lapses_on(facts, on=on))
    return answer(
        first_of_next_month(vervalt + maanden),
        "de eerste maand die begint nadat {maanden} voorbij zijn sinds het recht verviel op {dag}",
        reading=EERST_DE_AANLOOP,
        maanden=maanden,
        dag=vervalt,
    )


@rule(BI.art("6.7", lid=1), since=IN_WERKING)
def terugbetaling_last_day(facts: LeningFacts, *, on: date) -> Outcome[date]:
    """Paying back takes at most ten years."""
    begin = known(terugbetaling_first_day(facts, on=on))
    jaren = TERUGBETALING.at(on)
    return answer(last_day_of(begin, jaren), "ten hoogste {jaren} vanaf {begin}", jaren=jaren, begin=begin)


@rule(RI.art("6.5", lid=2), BI.art("6.8", lid=3), since=IN_WERKING)
def terugbetaling_per_month(facts: LeningFacts, *, on: date) -> Outcome[Decimal]:
    """The least that is paid back a month; nothing when the draagkracht is very small."""
    if facts.draagkracht_terugbetaling is not None and facts.draagkracht_terugbetaling < NIHIL_ONDER.at(on):
        return answer(Decimal(0), "de draagkracht is zo klein dat het maandbedrag op nihil wordt gesteld")
    bedrag: Decimal = PER_MAAND.at(on)
    return answer(bedrag, "per maand wordt ten minste {bedrag} terugbetaald", bedrag=bedrag)
