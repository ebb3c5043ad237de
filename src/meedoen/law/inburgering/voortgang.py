"""Progress: another leerroute, or examination at A2 (Wi 17; Bi 5.4 and 5.5)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import day_after, days_between, last_day_of
from ..kernel.outcome import Outcome, answer, given, known, needs_oordeel
from ..kernel.parameter import parameter
from ..kernel.period import Months
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI
from .begrippen import Leerroute

OVERSTAP = parameter("bi2021.overstap_termijn")
A2_CURSUSUREN = parameter("bi2021.a2_cursusuren")
TAALONDERDELEN = parameter("bi2021.taalonderdelen")
SINDS_2023 = date(2023, 1, 1)


@dataclass(frozen=True, slots=True)
class SwitchFacts:
    """What a change of leerroute depends on."""

    eerste_pip: date | None = None
    van: Leerroute | None = None
    naar: Leerroute | None = None
    niet_vrijstellende_opleiding_geeindigd: date | None = None
    """The day on which praktijkonderwijs, vso or entree was finished or left."""
    bijzonder_geval: bool | None = None
    """Oordeel of the college: this is a special case that justifies a later change."""
    overstap_signaal_maanden: int | None = None
    """Policy of the gemeente: how many months before the last day of a change attention is asked for it."""


@dataclass(frozen=True, slots=True)
class A2Facts:
    """What examination at A2 depends on. Of `nt2_uren` the others are parts, not additions."""

    leerroute: Leerroute | None = None
    nt2_uren: int | None = None
    """Hours NT2 at a keurmerk school or a taalschakel institution, with alfabetisering and intake hours."""
    waarvan_alfabetisering: int | None = None
    waarvan_brede_intake: int | None = None
    voldoende_inzet: bool | None = None
    """Oordeel of the college: enough effort during these lessons."""
    b1_haalbaar: bool | None = None
    """Oordeel of the college: B1 can be achieved within the term."""
    a2_besluit: date | None = None
    """The day on which the college decided that exams are at A2 (Wi 17 lid 3)."""
    taalonderdelen_behaald: int | None = None
    """Language parts passed, at the level of the PIP."""


@rule(BI.art("5.4", lid=1), since=IN_WERKING)
def leerroute_switch_until(facts: SwitchFacts, *, on: date) -> Outcome[date]:
    """A new leerroute can be established until one and a half years after the beginning of the term."""
    pip = given(facts.eerste_pip, "er is nog geen PIP, dus de termijn is nog niet begonnen")
    maanden = OVERSTAP.at(on)
    begin = day_after(pip)
    return answer(
        last_day_of(begin, maanden),
        "{maanden} vanaf de aanvang van de termijn op {begin}",
        maanden=maanden,
        begin=begin,
    )


@rule(WI.art("17", lid=2), BI.art("5.4", lid=1), since=IN_WERKING)
def leerroute_switch(facts: SwitchFacts, *, on: date) -> Outcome[bool]:
    """Whether the term allows another leerroute; whether progress asks for it is for the college to judge."""
    van = given(facts.van, "de huidige leerroute is niet bekend")
    naar = given(facts.naar, "de nieuwe leerroute is niet bekend")
    if van == naar:
        return answer(False, "de {route} is al de leerroute", route=van)
    if van == Leerroute.ONDERWIJSROUTE and naar == Leerroute.B1_ROUTE:
        return answer(True, "van de onderwijsroute naar de B1-route kan het hele traject")
    tot = known(leerroute_switch_until(facts, on=on))
    if on <= tot:
        return answer(True, "wijzigen kan tot en met {tot}", tot=tot)
    if facts.bijzonder_geval is True:
        return answer(True, "het college wijkt in dit bijzondere geval af van de termijn")
    return answer(False, "wijzigen kon tot en met {tot}, behalve in een bijzonder geval", tot=tot)


@leerroute_switch.since(SINDS_2023)
def _(facts: SwitchFacts, *, on: date) -> Outcome[bool]:
    """The same, and also after a niet-vrijstellende opleiding that lasted past the term (Bi 5.4 lid 2)."""
    van = given(facts.van, "de huidige leerroute is niet bekend")
    naar = given(facts.naar, "de nieuwe leerroute is niet bekend")
    if van == naar:
        return answer(False, "de {route} is al de leerroute", route=van)
    if van == Leerroute.ONDERWIJSROUTE and naar == Leerroute.B1_ROUTE:
        return answer(True, "van de onderwijsroute naar de B1-route kan het hele traject")
    tot = known(leerroute_switch_until(facts, on=on))
    if on <= tot:
        return answer(True, "wijzigen kan tot en met {tot}", tot=tot)
    if ended_course_after_limit(facts, on=on):
        return answer(True, "wijzigen kan na het einde van de niet-vrijstellende opleiding")
    if facts.bijzonder_geval is True:
        return answer(True, "het college wijkt in dit bijzondere geval af van de termijn")
    return answer(False, "wijzigen kon tot en met {tot}, behalve in een bijzonder geval", tot=tot)


@rule(BI.art("5.4", lid=2), since=SINDS_2023)
def ended_course_after_limit(facts: SwitchFacts, *, on: date) -> Outcome[bool]:
    """Whether a niet-vrijstellende opleiding was finished or left after the one and a half years."""
    if facts.niet_vrijstellende_opleiding_geeindigd is None:
        return answer(False, "er is geen beëindigde niet-vrijstellende opleiding bekend")
    einde = facts.niet_vrijstellende_opleiding_geeindigd
    tot = known(leerroute_switch_until(facts, on=on))
    if einde > on:
        return answer(False, "de niet-vrijstellende opleiding loopt nog tot {einde}", einde=einde)
    if einde > tot:
        return answer(True, "de niet-vrijstellende opleiding eindigde op {einde}", einde=einde)
    return answer(
        False, "de niet-vrijstellende opleiding eindigde al op {einde}, binnen de termijn", einde=einde
    )


@rule(BI.art("5.5", lid=1), since=IN_WERKING)
def made_aanzienlijke_inspanningen(facts: A2Facts, *, on: date) -> Outcome[bool]:
    """600 cursusuren NT2 with enough effort are aanzienlijke inspanningen; intake hours may count (lid 2)."""
    uren = given(facts.nt2_uren, "het aantal gevolgde cursusuren NT2 is niet bekend")
    norm = A2_CURSUSUREN.at(on)
    if uren < norm.count:
        return answer(False, "{uren} van de {norm} NT2 zijn gevolgd", uren=uren, norm=norm)
    if facts.voldoende_inzet is None:
        needs_oordeel("beoordeel of de inzet tijdens de taallessen voldoende was")
    if not facts.voldoende_inzet:
        return answer(False, "de inzet tijdens de taallessen was volgens het college onvoldoende")
    return answer(True, "{uren} van de {norm} NT2 zijn met voldoende inzet gevolgd", uren=uren, norm=norm)


@rule(WI.art("17", lid=3), since=IN_WERKING)
def may_examine_at_a2(facts: A2Facts, *, on: date) -> Outcome[bool]:
    """After aanzienlijke inspanningen in the B1-route, when B1 is out of reach, exams may be at A2."""
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route != Leerroute.B1_ROUTE:
        return answer(False, "examineren op niveau A2 in plaats van B1 is er alleen in de B1-route")
    if not made_aanzienlijke_inspanningen(facts, on=on):
        return answer(False, "er zijn nog geen aanzienlijke inspanningen geleverd")
    if facts.b1_haalbaar is None:
        needs_oordeel("beoordeel of niveau B1 binnen de termijn haalbaar is")
    if facts.b1_haalbaar:
        return answer(False, "niveau B1 is volgens het college binnen de termijn haalbaar")
    return answer(True, "niveau B1 is ondanks aanzienlijke inspanningen niet haalbaar binnen de termijn")


@rule(BI.art("5.4", lid=1), since=IN_WERKING)
def switch_days_left(facts: SwitchFacts, *, on: date) -> Outcome[int]:
    """How many days are left in which the leerroute can change; 0 when they have passed."""
    tot = known(leerroute_switch_until(facts, on=on))
    return answer(max(days_between(on, tot) + 1, 0), "de leerroute kan wijzigen tot en met {tot}", tot=tot)


@rule(BI.art("5.4", lid=1), since=IN_WERKING)
def switch_window_closes(facts: SwitchFacts, *, on: date) -> Outcome[bool]:
    """A sign that the leerroute can change only a short time more; how short is policy of the gemeente."""
    maanden = given(
        facts.overstap_signaal_maanden, "de gemeente heeft niet vastgelegd wanneer zij dit signaal wil"
    )
    tot = known(leerroute_switch_until(facts, on=on))
    if on > tot:
        return answer(False, "wijzigen kon tot en met {tot}", tot=tot)
    if on < tot - Months(maanden):
        return answer(False, "wijzigen kan nog lang genoeg, tot en met {tot}", tot=tot)
    return answer(True, "bespreek of de leerroute nog past: wijzigen kan tot en met {tot}", tot=tot)


@rule(BI.art("5.5", lid=1), since=IN_WERKING)
def a2_uren_left(facts: A2Facts, *, on: date) -> Outcome[int]:
    """How many of the 600 cursusuren NT2 are left before exams at A2 can be considered."""
    uren = given(facts.nt2_uren, "het aantal gevolgde cursusuren NT2 is niet bekend")
    norm = A2_CURSUSUREN.at(on)
    return answer(max(norm.count - uren, 0), "{uren} van de {norm} NT2 zijn gevolgd", uren=uren, norm=norm)


@rule(WI.art("17", lid=3), BI.art("5.5", lid=1), since=IN_WERKING)
def a2_to_consider(facts: A2Facts, *, on: date) -> Outcome[bool]:
    """A sign: the hours for exams at A2 are made and language parts are open; then the college judges."""
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route != Leerroute.B1_ROUTE:
        return answer(False, "examineren op niveau A2 in plaats van B1 is er alleen in de B1-route")
    if facts.a2_besluit is not None and facts.a2_besluit <= on:
        return answer(False, "op {dag} is al besloten tot examens op A2", dag=facts.a2_besluit)
    alle: int = TAALONDERDELEN.at(on)
    if (facts.taalonderdelen_behaald or 0) >= alle:
        return answer(False, "alle taalonderdelen zijn behaald")
    over = known(a2_uren_left(facts, on=on))
    if over > 0:
        return answer(False, "er zijn nog {over} cursusuren NT2 te volgen", over=over)
    return answer(True, "de uren zijn gemaakt: beoordeel of B1 haalbaar is of A2 past")


@rule(WI.art("17", lid=3), since=IN_WERKING)
def may_return_to_b1(facts: A2Facts, *, on: date) -> Outcome[bool]:
    """The Act says nothing about going back from A2 to B1."""
    if facts.a2_besluit is not None and facts.a2_besluit <= on:
        needs_oordeel("de wet regelt geen weg terug van A2 naar B1: beoordeel of het PIP weer op B1 kan")
    return answer(False, "er is geen besluit tot examens op A2")
