"""Bezwaar: how long it can be made (Awb 6:7 and 6:8)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import answer_term_end, day_after
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import AWB

BEZWAARTERMIJN = parameter("awb.bezwaartermijn")
AWB_IN_WERKING = date(1994, 1, 1)


@dataclass(frozen=True, slots=True)
class BezwaarFacts:
    """What the term depends on."""

    bekendmaking: date | None = None
    """The day on which the decision was sent or handed over (Awb 3:41)."""


@rule(AWB.art("6:8", lid=1), since=AWB_IN_WERKING)
def bezwaartermijn_first_day(facts: BezwaarFacts, *, on: date) -> Outcome[date]:
    """The term begins on the day after the decision was made known as prescribed."""
    dag = given(facts.bekendmaking, "het besluit is nog niet bekendgemaakt")
    return answer(day_after(dag), "de dag na de bekendmaking op {dag}", dag=dag)


@rule(AWB.art("6:7"), since=AWB_IN_WERKING)
def bezwaartermijn(facts: BezwaarFacts, *, on: date) -> Outcome[date]:
    """The last day on which bezwaar is in time: six weeks, which end on a working day."""
    dag = given(facts.bekendmaking, "het besluit is nog niet bekendgemaakt")
    weken = BEZWAARTERMIJN.at(on)
    return answer_term_end(
        dag, weken, "{weken} vanaf de dag na de bekendmaking op {dag}", weken=weken, dag=dag
    )


@rule(AWB.art("6:7"), since=AWB_IN_WERKING)
def bezwaar_possible(facts: BezwaarFacts, *, on: date) -> Outcome[bool]:
    """Whether bezwaar is still in time on this day."""
    einde = known(bezwaartermijn(facts, on=on))
    if facts.bekendmaking is not None and on < facts.bekendmaking:
        return answer(False, "het besluit wordt pas op {dag} bekendgemaakt", dag=facts.bekendmaking)
    if on > einde:
        return answer(False, "de bezwaartermijn is op {einde} geëindigd", einde=einde)
    return answer(True, "bezwaar kan tot en met {einde}", einde=einde)
