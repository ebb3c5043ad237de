"""What comes next in a dossier, for whom we wait and until when, with the outcomes it rests on."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.period import Months
from ..kernel.rule import rule
from ..sources import AWB, BI, DUO_PIP, IN_WERKING, WI
from .begrippen import Verblijfstitel
from .brede_intake import must_complete_in_absentia, must_warn_and_call_again
from .dossier_facts import DossierFacts
from .leerroutes import map_required
from .pip import pip_deadline
from .stappen import Stap, WachtOp
from .termijn import termijn_exceeded, termijn_last_day

ZES_MAANDEN = Months(6)
TWAALF_MAANDEN = Months(12)


@rule(WI.art("14", lid=1), since=IN_WERKING)
def intake_stap(facts: DossierFacts, *, on: date) -> Outcome[Stap]:
    """What comes next until the brede intake has begun: call, wait, warn, or complete in absentia."""
    if facts.oproep is None:
        return answer(Stap.OPROEPEN, "er is nog geen oproep verstuurd")
    if facts.gemiste_oproepen is not None and must_complete_in_absentia(facts.oproeping, on=on):
        return answer(
            Stap.VOLTOOI_IN_AFWEZIGHEID, "er zijn {keer} oproepen gemist", keer=facts.gemiste_oproepen
        )
    if facts.gemiste_oproepen is not None and must_warn_and_call_again(facts.oproeping, on=on):
        return answer(Stap.WAARSCHUWEN, "de persoon kwam niet na de oproep van {dag}", dag=facts.oproep)
    if facts.oproep_termijn is not None and on > facts.oproep_termijn:
        return answer(
            Stap.WAARSCHUWEN, "de termijn van de oproep is op {dag} geëindigd", dag=facts.oproep_termijn
        )
    return answer(Stap.WACHT_OP_VERSCHIJNEN, "op {dag} is opgeroepen voor de brede intake", dag=facts.oproep)


@rule(WI.art("14", lid=3, onderdeel="a"), since=IN_WERKING)
def leerbaarheidstoets_missing(facts: DossierFacts, *, on: date) -> Outcome[bool]:
    """Whether the result of the leerbaarheidstoets, or ontheffing of it, is still missing."""
    if facts.leerbaarheidstoets is not None:
        return answer(
            False, "de uitslag van de leerbaarheidstoets is van {dag}", dag=facts.leerbaarheidstoets
        )
    if facts.ontheffing_leerbaarheidstoets is True:
        return answer(False, "er is ontheffing van de leerbaarheidstoets")
    if facts.eerdere_leerroute is not None:
        return answer(False, "de leerroute van de eerdere gemeente blijft, dus hoeft de toets niet opnieuw")
    return answer(True, "de uitslag van de leerbaarheidstoets ontbreekt")


@rule(DUO_PIP, since=IN_WERKING)
def waits_for_huisvesting(facts: DossierFacts, *, on: date) -> Outcome[bool]:
    """DUO takes a PIP only from settlement in the gemeente, so in the AZC it waits for huisvesting."""
    if facts.inschrijving is not None:
        return answer(False, "de persoon is op {dag} ingeschreven", dag=facts.inschrijving)
    if facts.verblijfstitel == Verblijfstitel.ASIEL_BEPAALDE_TIJD or facts.in_azc is True:
        return answer(True, "er is nog geen inschrijving in de gemeente van huisvesting")
    return answer(False, "de persoon wacht niet op huisvesting")


@rule(WI.art("14", lid=1), since=IN_WERKING)
def may_begin(facts: DossierFacts, *, on: date) -> Outcome[bool]:
    """The intake may begin from the kennisgeving, from the koppeling (also in the AZC), or after a move."""
    if facts.kennisgeving is not None:
        return answer(True, "de kennisgeving van DUO is van {dag}", dag=facts.kennisgeving)
    if facts.koppeling is not None:
        return answer(True, "sinds de koppeling op {dag} mag de brede intake beginnen", dag=facts.koppeling)
    if facts.inschrijving_nieuwe_gemeente is not None:
        return answer(
            True, "de persoon kwam op {dag} uit een andere gemeente", dag=facts.inschrijving_nieuwe_gemeente
        )
    return answer(False, "er is nog geen kennisgeving van DUO en geen koppeling")


@rule(WI.art("15", lid=1), since=IN_WERKING)
def stap_before_pip(facts: DossierFacts, *, on: date) -> Outcome[Stap]:
    """What comes next until the PIP of this gemeente is established.

    A completed intake has the toets, need not have it (after a move), or was completed in
    absentia: then nobody waits for it any more.
    """
    if facts.intake_begonnen is None and facts.intake_afgerond is None:
        if not may_begin(facts, on=on):
            return answer(Stap.WACHT_OP_KENNISGEVING, "er is nog geen kennisgeving van DUO en geen koppeling")
        return intake_stap(facts, on=on)
    if facts.intake_afgerond is None and leerbaarheidstoets_missing(facts, on=on):
        if facts.leerbaarheidstoets_aangevraagd is None:
            return answer(Stap.LEERBAARHEIDSTOETS, "de uitslag van de leerbaarheidstoets ontbreekt")
        return answer(
            Stap.WACHT_OP_LEERBAARHEIDSTOETS,
            "de leerbaarheidstoets is op {dag} aangevraagd",
            dag=facts.leerbaarheidstoets_aangevraagd,
        )
    if facts.intake_afgerond is None:
        return answer(Stap.INTAKE_AFRONDEN, "de brede intake is op {dag} begonnen", dag=facts.intake_begonnen)
    if facts.informatie_derde_gevraagd is not None and facts.informatie_derde_ontvangen is None:
        return answer(
            Stap.WACHT_OP_DERDE,
            "op {dag} is informatie gevraagd die nodig is voor het PIP",
            dag=facts.informatie_derde_gevraagd,
        )
    if facts.pip_concept is None:
        return answer(Stap.PIP_OPSTELLEN, "de brede intake is op {dag} afgerond", dag=facts.intake_afgerond)
    if waits_for_huisvesting(facts, on=on):
        return answer(
            Stap.WACHT_OP_HUISVESTING, "het PIP kan pas worden vastgesteld na inschrijving in de gemeente"
        )
    return answer(Stap.PIP_VASTSTELLEN, "het concept van het PIP is van {dag}", dag=facts.pip_concept)


@rule(BI.art("5.3", lid=3), since=IN_WERKING)
def next_voortgangsgesprek(facts: DossierFacts, *, on: date) -> Outcome[date]:
    """By the policy of the gemeente; the law sets no frequency, the PIP fixes the number."""
    maanden = given(facts.voortgangsgesprek_maanden, "het beleid over voortgangsgesprekken is niet bekend")
    if facts.laatste_voortgangsgesprek is not None:
        return answer(
            facts.laatste_voortgangsgesprek + Months(maanden),
            "beleid van de gemeente: {maanden} maanden na het gesprek van {dag}",
            maanden=maanden,
            dag=facts.laatste_voortgangsgesprek,
        )
    pip = given(facts.pip_vastgesteld, "er is nog geen PIP")
    return answer(
        pip + Months(maanden),
        "beleid van de gemeente: {maanden} maanden na het PIP van {dag}",
        maanden=maanden,
        dag=pip,
    )


@next_voortgangsgesprek.since(date(2023, 1, 1), cites=BI.art("5.3", lid=4))
def _(facts: DossierFacts, *, on: date) -> Outcome[date]:
    """The same; the lid has another number since 2023."""
    maanden = given(facts.voortgangsgesprek_maanden, "het beleid over voortgangsgesprekken is niet bekend")
    if facts.laatste_voortgangsgesprek is not None:
        return answer(
            facts.laatste_voortgangsgesprek + Months(maanden),
            "beleid van de gemeente: {maanden} maanden na het gesprek van {dag}",
            maanden=maanden,
            dag=facts.laatste_voortgangsgesprek,
        )
    pip = given(facts.pip_vastgesteld, "er is nog geen PIP")
    return answer(
        pip + Months(maanden),
        "beleid van de gemeente: {maanden} maanden na het PIP van {dag}",
        maanden=maanden,
        dag=pip,
    )


@rule(WI.art("6", lid=1, onderdeel="a"), since=IN_WERKING)
def pvt_open(facts: DossierFacts, *, on: date) -> Outcome[bool]:
    """Whether the PVT still has to be done; it has no own deadline but the term."""
    if facts.pvt_afgerond is not None:
        return answer(False, "het PVT is op {dag} afgerond", dag=facts.pvt_afgerond)
    return answer(True, "het participatieverklaringstraject (PVT) is nog niet afgerond")


@rule(WI.art("6", lid=1, onderdeel="b"), since=IN_WERKING)
def map_open(facts: DossierFacts, *, on: date) -> Outcome[bool]:
    """Whether the MAP still has to be done; it has no own deadline but the term."""
    if facts.map_afgerond is not None:
        return answer(False, "de MAP is op {dag} afgerond", dag=facts.map_afgerond)
    if not map_required(facts.route, on=on):
        return answer(False, "de MAP hoeft niet in deze leerroute")
    return answer(True, "de module Arbeidsmarkt en Participatie (MAP) is nog niet afgerond")


@rule(WI.art("17", lid=1), since=IN_WERKING)
def stap_in_termijn(facts: DossierFacts, *, on: date) -> Outcome[Stap]:
    """What comes next while the person works on the inburgeringsplicht."""
    einde = known(termijn_last_day(facts.termijn, on=on))
    if facts.voortgangsgesprek_maanden is not None and known(next_voortgangsgesprek(facts, on=on)) <= on:
        return answer(Stap.VOORTGANGSGESPREK, "een voortgangsgesprek is aan de beurt")
    if on >= einde - ZES_MAANDEN:
        return answer(Stap.TERMIJN_EINDIGT_BINNEN_6_MAANDEN, "de termijn eindigt op {einde}", einde=einde)
    if on >= einde - TWAALF_MAANDEN:
        if pvt_open(facts, on=on):
            return answer(
                Stap.PVT_AFRONDEN, "het PVT staat open en de termijn eindigt op {einde}", einde=einde
            )
        if map_open(facts, on=on):
            return answer(
                Stap.MAP_AFRONDEN, "de MAP staat open en de termijn eindigt op {einde}", einde=einde
            )
        return answer(Stap.TERMIJN_EINDIGT_BINNEN_12_MAANDEN, "de termijn eindigt op {einde}", einde=einde)
    if facts.voortgangsgesprek_maanden is not None:
        return answer(Stap.VOORTGANGSGESPREK, "het volgende voortgangsgesprek staat gepland")
    if pvt_open(facts, on=on):
        return answer(Stap.PVT_AFRONDEN, "het PVT is nog niet afgerond")
    if map_open(facts, on=on):
        return answer(Stap.MAP_AFRONDEN, "de MAP is nog niet afgerond")
    return answer(Stap.LEERROUTE_VOLGEN, "de termijn loopt tot en met {einde}", einde=einde)


@rule(WI.art("6", lid=1), since=IN_WERKING)
def next_stap(facts: DossierFacts, *, on: date) -> Outcome[Stap]:
    """What comes next in the dossier on this day."""
    if facts.voldaan is not None:
        return answer(Stap.VOLDAAN, "op {dag} is aan de inburgeringsplicht voldaan", dag=facts.voldaan)
    if facts.plicht_geeindigd is not None:
        return answer(
            Stap.GEEINDIGD, "de inburgeringsplicht is op {dag} geëindigd", dag=facts.plicht_geeindigd
        )
    if facts.vrijgesteld is True:
        return answer(Stap.VRIJGESTELD, "er is vrijstelling of ontheffing, dus nu geen PIP")
    if facts.eerste_pip is not None and termijn_exceeded(facts.termijn, on=on):
        return answer(
            Stap.TERMIJN_VERSTREKEN,
            "de termijn is op {einde} geëindigd",
            einde=known(termijn_last_day(facts.termijn, on=on)),
        )
    if facts.pip_vastgesteld is None:
        return stap_before_pip(facts, on=on)
    if facts.pip_uitgereikt is None:
        return pip_takes_effect(facts, on=on)
    return stap_in_termijn(facts, on=on)


@rule(AWB.art("3:40"), since=IN_WERKING)
def pip_takes_effect(facts: DossierFacts, *, on: date) -> Outcome[Stap]:
    """A decision does not take effect before it has been made known."""
    pip = given(facts.pip_vastgesteld, "er is nog geen PIP")
    return answer(Stap.PIP_UITREIKEN, "het PIP van {dag} werkt pas na bekendmaking", dag=pip)


@rule(WI.art("6", lid=1), since=IN_WERKING)
def next_due(facts: DossierFacts, *, on: date) -> Outcome[date | None]:
    """Until when the next step can be done in time: a day, or none where nothing sets one."""
    stap = known(next_stap(facts, on=on))
    if stap == Stap.VOLDAAN or stap == Stap.GEEINDIGD or stap == Stap.VRIJGESTELD:
        return answer(None, "er is geen datum meer om te halen")
    if stap == Stap.WACHT_OP_VERSCHIJNEN and facts.oproep_termijn is not None:
        return answer(
            facts.oproep_termijn, "de oproep stelde een termijn tot en met {dag}", dag=facts.oproep_termijn
        )
    if stap == Stap.PIP_UITREIKEN:
        return answer(facts.pip_vastgesteld, "een vastgesteld PIP wordt meteen uitgereikt")
    if stap == Stap.VOORTGANGSGESPREK:
        return next_voortgangsgesprek(facts, on=on)
    if stap == Stap.TERMIJN_VERSTREKEN or facts.pip_vastgesteld is not None:
        return termijn_last_day(facts.termijn, on=on)
    return pip_deadline(facts.pip, on=on)


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next step for a page: what, why, until when, whose turn; and the outcomes it rests on."""

    stap: Stap
    outcome: Outcome[Stap]
    deadline: Outcome[date | None]

    @property
    def code(self) -> str:
        """The code of the step."""
        return self.stap.value

    @property
    def label(self) -> str:
        """What to do, in Dutch."""
        return self.stap.label

    @property
    def sentence(self) -> str:
        """Why this is the next step, in Dutch."""
        return self.outcome.sentence()

    @property
    def due(self) -> date | None:
        """Until when; None when nothing sets a day or it is not known yet (see `deadline`)."""
        return self.deadline.value

    @property
    def waiting_for(self) -> WachtOp:
        """Whose turn it is."""
        return self.stap.wacht_op


def next_step(facts: DossierFacts, *, on: date) -> NextStep:
    """Return the next step of a dossier on this day; its deadline may be unknown.

    When a fact is missing to tell the step, the step is to fill in that fact; the outcome says which.
    """
    outcome = next_stap(facts, on=on)
    return NextStep(outcome.value or Stap.GEGEVEN_AANVULLEN, outcome, next_due(facts, on=on))
