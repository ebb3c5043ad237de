"""What the law answers about many dossiers at once, as it answers about one."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from operator import attrgetter

import polars as pl

from meedoen.law.caseload.compute import Computation, collected
from meedoen.law.caseload.frame import dtype_of, ready
from meedoen.law.inburgering.dossier_facts import DossierFacts
from meedoen.law.inburgering.pip_status import pip_deadline_then
from meedoen.law.inburgering.stappen import Stap
from meedoen.law.inburgering.tijdlijn import NextStep, next_due, next_stap
from meedoen.law.kernel.lift.columns import columns
from meedoen.law.kernel.lift.program import Program
from meedoen.law.kernel.lift.sentences import Sentences
from meedoen.law.kernel.lift.sheet import UNDECIDED, sheet
from meedoen.law.kernel.lift.tables import FIRST_DAY, LAST_DAY, day_of
from meedoen.law.sources import IN_WERKING

from .derived import tell
from .next_step import without_what_is_not_kept
from .told import Told

STEP = Program({"stap": next_stap, "due": next_due})
DEADLINE = Program({"pip_deadline": pip_deadline_then})
_NAMES = tuple({**STEP.facts, **DEADLINE.facts})
_KINDS = {**STEP.facts, **DEADLINE.facts}
_VALUES: Callable[[DossierFacts], tuple] = attrgetter(*_NAMES)

ROOM = timedelta(days=20 * 366)
FIRST, LAST = FIRST_DAY + ROOM, LAST_DAY - ROOM
"""A term that begins within these days ends within the tables of the calendar."""

STEPS = tuple(Stap)
NO_CLAIM: frozenset[Stap] = frozenset()


class Lifted:
    """The rules made ready for one day, with every sentence that was told so far."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.knows = max(IN_WERKING, FIRST) <= on <= LAST
        if not self.knows:
            return
        made = sheet(STEP, on)
        self.sentences = Sentences(made, STEP.outputs)
        self.step = columns(made)
        self.deadline = Computation(DEADLINE, on)
        self.words = {name: len(self.sentences.columns[name]) for name in STEP.outputs}
        self.told: dict[tuple, Told] = {}

    def answers(
        self,
        facts: list[DossierFacts],
        pips: list[date | None],
        claims: list[frozenset[Stap]] | None = None,
    ) -> Iterator[tuple[Told, date | None] | None]:
        """Yield for each dossier what its row tells, and the last day in time for its PIP.

        None for a dossier that the rules for one person must be asked about: with a day that the calendar
        of the columns does not have, or without an answer to what comes next (then the article depends on
        where the question stopped).

        Args:
            facts: of each dossier.
            pips: the day on which each gemeente established its first PIP, also one that was withdrawn.
            claims: the steps of PVT and MAP that may be said to be open of each; without, of nobody.
        """
        if not self.knows or not facts:
            yield from [None] * len(facts)
            return
        frame = _frame(facts)
        days = [name for name, kind in _KINDS.items() if kind == "date"]
        inside = frame.select(
            pl.all_horizontal(pl.col(days).is_between(FIRST, LAST) | pl.col(days).is_null())
        )
        steps = self._steps(frame)
        deadlines = self._deadlines(frame.with_columns(pip_vastgesteld=pl.Series(pips, dtype=pl.Date)))
        for possible, (stap, *key), last_day, may in zip(
            inside.to_series(), steps.iter_rows(), deadlines, claims or [NO_CLAIM] * len(facts), strict=True
        ):
            if not possible or stap is None:
                yield None
            else:
                yield self._told(stap, STEPS[stap] in may, tuple(key)), last_day

    def _steps(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return step and date, the reason of each, and the values in their sentences."""
        order = ["stap", "stap.reden", *self.sentences.columns["stap"]]
        order += ["due", "due.reden", *self.sentences.columns["due"]]
        known = {name: expr.alias(name) for name, expr in self.step.values.items()}
        known |= {f"{name}.reden": expr.alias(f"{name}.reden") for name, expr in self.step.reasons.items()}
        made = self.step.added_to(ready(frame.lazy(), STEP.facts))
        return collected(made.select(known[name] for name in order))

    def _deadlines(self, frame: pl.DataFrame) -> pl.Series:
        return collected(self.deadline.answers(frame.lazy()))["pip_deadline"]

    def _told(self, stap: int, claimed: bool, key: tuple) -> Told:
        if (known := self.told.get((stap, claimed, key))) is None:
            known = self.told[(stap, claimed, key)] = self._made(STEPS[stap], claimed, key)
        return known

    def _made(self, stap: Stap, claimed: bool, key: tuple) -> Told:
        reason, *rest = key
        words, (due, due_reason, *due_words) = rest[: self.words["stap"]], rest[self.words["stap"] :]
        day = None if due is None or due_reason >= UNDECIDED else day_of(due)
        outcome = self.sentences.outcome(reason, stap, words)
        deadline = self.sentences.outcome(due_reason, day, due_words)
        step = NextStep(stap, outcome, deadline)
        return tell(without_what_is_not_kept(step, self.on, frozenset({stap}) if claimed else NO_CLAIM))


def _frame(facts: list[DossierFacts]) -> pl.DataFrame:
    """Return the facts as a caseload, in the order given."""
    values = zip(*map(_VALUES, facts), strict=True)
    return pl.DataFrame(
        [
            pl.Series(name, column, dtype=dtype_of(_KINDS[name]))
            for name, column in zip(_NAMES, values, strict=True)
        ]
    )
