"""Whether a PIP is made, made anew or changed (Wi 4, 11, 15 and 17; Bi 4.3 and 5.3)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import day_after
from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI
from .begrippen import Leerroute

SINDS_2023 = date(2023, 1, 1)


@dataclass(frozen=True, slots=True)
class PIPAanpassingFacts:
    """What has happened since the first PIP; None is not known or has not happened."""

    vrijgesteld: bool | None = None
    """Vrijgesteld or wholly ontheven now, as DUO told."""
    niet_vrijstellende_opleiding: bool | None = None
    """The person follows praktijkonderwijs, vso or entree."""
    eerste_pip: date | None = None
    """Dagtekening of the first PIP of the person, in any gemeente."""
    pip_vastgesteld: date | None = None
    """Dagtekening of the PIP of this gemeente as it now stands."""
    inschrijving_nieuwe_gemeente: date | None = None
    eerdere_leerroute: Leerroute | None = None
    """The route that an earlier gemeente established, for a person who moved here."""
    leerroute: Leerroute | None = None
    """The route in the PIP of this gemeente."""
    leerroute_opnieuw_vastgesteld: date | None = None
    """The day on which the college decided on another leerroute (Wi 17 lid 2)."""
    a2_besluit: date | None = None
    """The day on which the college decided that exams are at A2 (Wi 17 lid 3)."""
    pw_besluit: date | None = None
    """The day of a decision under the Participatiewet that goes with the PIP."""


@rule(WI.art("15", lid=1), WI.art("4", lid=1), since=IN_WERKING)
def pip_is_due(facts: PIPAanpassingFacts, *, on: date) -> Outcome[bool]:
    """A PIP is for who is inburgeringsplichtig, so not while vrijgesteld or ontheven."""
    vrij = given(facts.vrijgesteld, "het is niet bekend of de persoon vrijgesteld of ontheven is")
    if vrij:
        return answer(False, "zolang de persoon vrijgesteld of ontheven is, is er geen PIP")
    return answer(True, "de persoon is niet vrijgesteld of ontheven, dus het college stelt een PIP vast")


@rule(WI.art("15", lid=1), BI.art("4.3", lid=2), since=SINDS_2023)
def may_finish_opleiding_first(facts: PIPAanpassingFacts, *, on: date) -> Outcome[bool]:
    """Who follows a niet-vrijstellende opleiding gets a PIP as well, and may finish the opleiding first."""
    volgt = given(
        facts.niet_vrijstellende_opleiding, "het is niet bekend of er een niet-vrijstellende opleiding is"
    )
    if volgt:
        return answer(True, "het PIP wordt vastgesteld en de opleiding mag eerst worden afgemaakt")
    return answer(False, "er is geen niet-vrijstellende opleiding")


@rule(WI.art("15", lid=4), since=IN_WERKING)
def new_college_makes_pip(facts: PIPAanpassingFacts, *, on: date) -> Outcome[bool]:
    """After a move with a leerroute the new college makes its own PIP, with the leerroute as it was."""
    if facts.inschrijving_nieuwe_gemeente is None:
        return answer(False, "er is geen verhuizing uit een andere gemeente")
    if facts.eerste_pip is None or facts.eerste_pip >= facts.inschrijving_nieuwe_gemeente:
        return answer(False, "bij de verhuizing was er nog geen PIP")
    if facts.pip_vastgesteld is not None and facts.pip_vastgesteld >= facts.inschrijving_nieuwe_gemeente:
        return answer(
            False, "het nieuwe college heeft op {pip} een PIP vastgesteld", pip=facts.pip_vastgesteld
        )
    return answer(True, "het nieuwe college stelt een eigen PIP vast")


@rule(WI.art("15", lid=4), since=IN_WERKING)
def pip_keeps_earlier_route(facts: PIPAanpassingFacts, *, on: date) -> Outcome[bool]:
    """Whether the leerroute in the new PIP is the one that the earlier gemeente established."""
    eerder = given(facts.eerdere_leerroute, "er is geen leerroute van een eerdere gemeente bekend")
    nu = given(facts.leerroute, "de leerroute in het nieuwe PIP is niet bekend")
    if eerder == nu:
        return answer(True, "de leerroute is nog steeds de {route}", route=nu)
    return answer(False, "de vorige gemeente stelde de {eerder} vast, niet de {nu}", eerder=eerder, nu=nu)


@rule(BI.art("5.3", lid=5), since=IN_WERKING)
def must_adjust_pip(facts: PIPAanpassingFacts, *, on: date) -> Outcome[bool]:
    """After a decision on another leerroute or on A2 the college changes the PIP accordingly."""
    pip = given(facts.pip_vastgesteld, "er is nog geen PIP")
    if facts.leerroute_opnieuw_vastgesteld is not None and facts.leerroute_opnieuw_vastgesteld > pip:
        return answer(
            True, "de leerroute is op {dag} opnieuw vastgesteld", dag=facts.leerroute_opnieuw_vastgesteld
        )
    if facts.a2_besluit is not None and facts.a2_besluit > pip:
        return answer(True, "op {dag} is besloten tot examens op niveau A2", dag=facts.a2_besluit)
    return answer(False, "er is na het PIP van {pip} geen andere leerroute en geen A2-besluit", pip=pip)


@must_adjust_pip.since(SINDS_2023, cites=BI.art("5.3", lid=6))
def _(facts: PIPAanpassingFacts, *, on: date) -> Outcome[bool]:
    """The same; the lid has another number since 2023."""
    pip = given(facts.pip_vastgesteld, "er is nog geen PIP")
    if facts.leerroute_opnieuw_vastgesteld is not None and facts.leerroute_opnieuw_vastgesteld > pip:
        return answer(
            True, "de leerroute is op {dag} opnieuw vastgesteld", dag=facts.leerroute_opnieuw_vastgesteld
        )
    if facts.a2_besluit is not None and facts.a2_besluit > pip:
        return answer(True, "op {dag} is besloten tot examens op niveau A2", dag=facts.a2_besluit)
    return answer(False, "er is na het PIP van {pip} geen andere leerroute en geen A2-besluit", pip=pip)


@rule(WI.art("11", lid=2), WI.art("11", lid=3), since=IN_WERKING)
def term_begins_whatever_came_later(facts: PIPAanpassingFacts, *, on: date) -> Outcome[date]:
    """Later Pw decisions, changes and new PIPs leave the beginning of the term where the first PIP put it."""
    pip = given(facts.eerste_pip, "er is nog geen PIP, dus de termijn is nog niet begonnen")
    if facts.pw_besluit is not None and facts.pw_besluit > pip:
        return answer(
            day_after(pip),
            "het Pw-besluit van {besluit} verandert niets aan de aanvang na het PIP van {pip}",
            besluit=facts.pw_besluit,
            pip=pip,
        )
    return answer(day_after(pip), "de dag na de dagtekening van het eerste PIP op {pip}", pip=pip)
