"""How DUO writes an end, and the last day that is meant (interfaces of June 2026).

The end of a termijn, of known hours and of an aanbod is the day after the last one; the end of a plicht, of a
doelgroep and of a vrijstelling is the last day itself.
"""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import day_after, day_before
from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import DUO_EINDDATUMS, IN_WERKING


@dataclass(frozen=True, slots=True)
class EinddatumFacts:
    """Ends as DUO wrote them, and last days as Meedoen knows them."""

    duo_termijn_einde: date | None = None
    duo_plicht_einde: date | None = None
    duo_doelgroep_einde: date | None = None
    duo_vrijstelling_einde: date | None = None
    duo_uren_bekend_tot: date | None = None
    duo_aanbod_einde: date | None = None
    laatste_lesdag: date | None = None
    """The last day of a course, the way a school and a gemeente write it."""
    uren_bekend_tot_en_met: date | None = None
    """The last day of which the hours are known."""


@rule(DUO_EINDDATUMS, since=IN_WERKING)
def termijn_last_day_from_duo(facts: EinddatumFacts, *, on: date) -> Outcome[date]:
    """The end of the termijn is exclusive: the last day is the one before it."""
    einde = given(facts.duo_termijn_einde, "DUO heeft geen einde van de termijn gegeven")
    return answer(day_before(einde), "DUO schrijft bij de termijn de dag na de laatste, {einde}", einde=einde)


@rule(DUO_EINDDATUMS, since=IN_WERKING)
def plicht_last_day_from_duo(facts: EinddatumFacts, *, on: date) -> Outcome[date]:
    """The end of the inburgeringsplicht is inclusive: it is the last day itself."""
    einde = given(facts.duo_plicht_einde, "DUO heeft geen einde van de plicht gegeven")
    return answer(einde, "DUO schrijft bij de plicht de laatste dag zelf, {einde}", einde=einde)


@rule(DUO_EINDDATUMS, since=IN_WERKING)
def doelgroep_last_day_from_duo(facts: EinddatumFacts, *, on: date) -> Outcome[date]:
    """The end of a doelgroep in the history is inclusive."""
    einde = given(facts.duo_doelgroep_einde, "DUO heeft geen einde van de doelgroep gegeven")
    return answer(einde, "DUO schrijft bij de doelgroep de laatste dag zelf, {einde}", einde=einde)


@rule(DUO_EINDDATUMS, since=IN_WERKING)
def vrijstelling_last_day_from_duo(facts: EinddatumFacts, *, on: date) -> Outcome[date]:
    """The end of a vrijstelling is inclusive."""
    einde = given(facts.duo_vrijstelling_einde, "DUO heeft geen einde van de vrijstelling gegeven")
    return answer(einde, "DUO schrijft bij de vrijstelling de laatste dag zelf, {einde}", einde=einde)


@rule(DUO_EINDDATUMS, since=IN_WERKING)
def uren_last_day_from_duo(facts: EinddatumFacts, *, on: date) -> Outcome[date]:
    """Hours are known until a day that is exclusive: the last known day is the one before it."""
    tot = given(facts.duo_uren_bekend_tot, "DUO heeft niet gegeven tot wanneer de uren bekend zijn")
    return answer(day_before(tot), "DUO schrijft bij uren de dag na de laatste bekende, {tot}", tot=tot)


@rule(DUO_EINDDATUMS, since=IN_WERKING)
def aanbod_last_day_from_duo(facts: EinddatumFacts, *, on: date) -> Outcome[date]:
    """The end of an aanbod is exclusive: the last day of the course is the one before it."""
    einde = given(facts.duo_aanbod_einde, "DUO heeft geen einde van het aanbod gegeven")
    return answer(day_before(einde), "DUO schrijft bij het aanbod de dag na de laatste, {einde}", einde=einde)


@rule(DUO_EINDDATUMS, since=IN_WERKING)
def aanbod_end_for_duo(facts: EinddatumFacts, *, on: date) -> Outcome[date]:
    """The end of an aanbod as it is sent to DUO: the day after the last day of the course."""
    dag = given(facts.laatste_lesdag, "de laatste lesdag is niet bekend")
    return answer(day_after(dag), "de dag na de laatste lesdag van {dag}", dag=dag)


@rule(DUO_EINDDATUMS, since=IN_WERKING)
def uren_bekend_tot_for_duo(facts: EinddatumFacts, *, on: date) -> Outcome[date]:
    """Until when hours are known as DUO writes it: the day after the last day of which they are known."""
    dag = given(
        facts.uren_bekend_tot_en_met, "het is niet vastgelegd tot en met welke dag de uren bekend zijn"
    )
    return answer(day_after(dag), "de uren zijn bekend tot en met {dag}", dag=dag)
