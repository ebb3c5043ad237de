"""When a decision that is addressed to a person takes effect (Awb 3:40 and 3:41)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import earlier
from ..kernel.outcome import Outcome, answer, known, unknown
from ..kernel.rule import rule
from ..sources import AWB
from .bezwaar import AWB_IN_WERKING


@dataclass(frozen=True, slots=True)
class BeschikkingFacts:
    """How the decision reached the person."""

    verzonden: date | None = None
    uitgereikt: date | None = None
    """The day on which it was handed over."""


@rule(AWB.art("3:41", lid=1), since=AWB_IN_WERKING)
def bekendmaking_day(facts: BeschikkingFacts, *, on: date) -> Outcome[date]:
    """A decision is made known by sending it or by handing it over; the first of these counts."""
    if facts.verzonden is None:
        if facts.uitgereikt is None:
            unknown("het besluit is nog niet verzonden of uitgereikt")
        return answer(facts.uitgereikt, "op deze dag is het besluit uitgereikt")
    if facts.uitgereikt is None:
        return answer(facts.verzonden, "op deze dag is het besluit verzonden")
    return answer(
        earlier(facts.verzonden, facts.uitgereikt),
        "het besluit is verzonden en uitgereikt; de eerste dag telt",
    )


@rule(AWB.art("3:40"), since=AWB_IN_WERKING)
def takes_effect(facts: BeschikkingFacts, *, on: date) -> Outcome[bool]:
    """A decision does not take effect before it was made known."""
    if facts.verzonden is None and facts.uitgereikt is None:
        return answer(False, "het besluit is nog niet verzonden of uitgereikt en werkt dus nog niet")
    dag = known(bekendmaking_day(facts, on=on))
    if on < dag:
        return answer(False, "het besluit werkt vanaf de bekendmaking op {dag}", dag=dag)
    return answer(True, "het besluit is op {dag} bekendgemaakt", dag=dag)
