"""Each rule gives one person and a whole caseload the same answer: value, status and sentence.

Caseloads are drawn so that days lie a term apart, a day more and a day less, and numbers on their borders. A
failure is told with the fewest facts that still show it.
"""

from collections import defaultdict
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache

import numpy as np
import polars as pl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from meedoen.law import questions  # noqa: F401  # imports every module with rules
from meedoen.law.caseload.compute import Computation, collected
from meedoen.law.caseload.frame import dtype_of, physical_value, row_frame
from meedoen.law.kernel.citation import NotInForce
from meedoen.law.kernel.lift.nodes import PERIODS
from meedoen.law.kernel.lift.program import Program
from meedoen.law.kernel.lift.vocabulary import LiftError, fact_kinds, facts_kind
from meedoen.law.kernel.parameter import FOLDER, Hours, parameters
from meedoen.law.kernel.rule import RULES, watched
from tests.law.test_liftable import NOT_LIFTED

OWN = {name: rule for name, rule in RULES.items() if rule.__module__.startswith("meedoen.law.")}
LIFTED = {name: rule for name, rule in OWN.items() if name not in NOT_LIFTED}
PROGRAM = Program(LIFTED)
KINDS = {name: kind for rule in LIFTED.values() for name, kind in fact_kinds(facts_kind(rule)).items()}

PARAMETERS = [one for path in sorted(FOLDER.glob("*.yaml")) for one in parameters(path.stem).values()]
VALUES = [dated.value for one in PARAMETERS for dated in one.dated]
TERMS = sorted({value for value in VALUES if isinstance(value, PERIODS)}, key=repr)
COUNTS = {value.count for value in VALUES if isinstance(value, (*PERIODS, Hours))}
AMOUNTS = {int(value) for value in VALUES if isinstance(value, int | Decimal)}
NUMBERS = sorted({count + step for count in COUNTS | AMOUNTS for step in (-1, 0, 1) if 0 < count < 100_000})
LISTED = sorted({word for value in VALUES if isinstance(value, tuple) for word in value})

CHANGES = sorted(
    {version.since for rule in OWN.values() for version in rule.versions}
    | {dated.since for one in PARAMETERS for dated in one.dated}
    | {date(2024, 4, 17), date(2024, 6, 12), date(2025, 9, 1), date(2025, 11, 20), date(2026, 4, 18)}
)
"""Every day on which a rule or a number of the law changes."""

FIRST = date(2022, 1, 1)
DAYS = sorted(
    {day for change in CHANGES for day in (change - timedelta(days=1), change) if day >= FIRST}
    | {date(2022, 6, 1), date(2024, 2, 29), date(2026, 11, 25)}
)
BORDERS = (0, 1, 2, 3, 6, 12, 39, 40, 41, 399, 400, 401, 599, 600, 601, 799, 800, 801, 1600, 25_000)
LENGTHS = (0, 1, 2, 3, 5, 6, 7, 11, 12, 13, 24, 30, 36)
"""Numbers of days or months; what goes beyond the year 2199 is no answer at either speed."""

WORDS = ("NL", "SY", "DE", "TR", "US")


class Rows:
    """A caseload of places in small pools of values, one pool a fact; place 0 is: not known."""

    def __init__(self, on, seed, size, missing):
        self.on, self.rng = on, np.random.default_rng(seed)
        self.pools = {name: [None, *self.pool(name, kind)] for name, kind in KINDS.items()}
        self.widths = np.array([len(pool) for pool in self.pools.values()])
        self.places = self.drawn(size, missing)

    def pool(self, name, kind):
        if isinstance(kind, type):
            return list(kind)
        if kind == "bool":
            return [False, True]
        if kind == "int" and name.endswith(("_maanden", "_weken", "_dagen", "_jaren")):
            return [*self.some(LENGTHS, 6), int(self.rng.integers(60))]
        if kind == "int":
            return [*self.some(BORDERS, 8), *self.some(NUMBERS, 4), int(self.rng.integers(2000))]
        if kind == "text":
            return [*WORDS, *self.some(LISTED, 4)]
        return self.births() if name == "geboortedatum" else self.days()

    def days(self):
        """Days around the day asked and around another day, a term apart, and the days beside those."""
        starts = [self.on, self.some(CHANGES, 1)[0], self.on - timedelta(days=int(self.rng.integers(1800)))]
        ends = [moved for start in starts for term in self.some(TERMS, 3) for moved in both_ways(start, term)]
        beside = [day + timedelta(days=step) for day in (*starts, *ends) for step in (-1, 0, 1)]
        return self.some([*starts, *beside], 16)

    def births(self):
        years = self.some((15, 16, 17, 18, 20, 27, 28, 30, 66, 67, 68, 80), 6)
        days = [date(self.on.year - year, self.on.month, min(self.on.day, 28)) for year in years]
        return [day + timedelta(days=step) for day in days for step in (-1, 0, 1)]

    def some(self, values, count):
        return [values[place] for place in self.rng.integers(len(values), size=count)]

    def drawn(self, size, missing):
        places = self.rng.integers(1, self.widths, size=(size, len(self.widths)))
        return np.where(self.rng.random(places.shape) < missing, 0, places)

    def frame(self):
        columns = []
        for number, (name, pool) in enumerate(self.pools.items()):
            values = pl.Series(name, [physical_value(one) for one in pool], dtype=dtype_of(KINDS[name]))
            columns.append(values.gather(self.places[:, number]))
        return pl.DataFrame(columns)

    def row(self, number):
        return {
            name: pool[place]
            for (name, pool), place in zip(self.pools.items(), self.places[number], strict=True)
        }


def both_ways(start, term):
    return term.after(start), term.before(start)


@cache
def computation(on):
    return Computation(PROGRAM, on)


@cache
def computation_of(name, on):
    return Computation(Program({name: LIFTED[name]}), on)


def answers_of_one(rule, facts, on):
    """Return what the rule answers one person as a column shows it: value, status, sentence, and whose."""
    kind = facts_kind(rule)
    stopped = []
    token = watched.set(stopped)
    try:
        outcome = rule(kind(**{one.name: facts.get(one.name) for one in fields(kind)}), on=on)
    finally:
        watched.reset(token)
    value = outcome.value
    if isinstance(value, Enum):
        value = value.value
    elif isinstance(value, Hours):
        value = value.count
    if outcome.is_known:  # an answer that is handed over keeps the lid of the rule that gave it
        said_by = {outcome.citation}
    else:
        said_by = {version.citation for version, found in stopped if found.because == outcome.because}
    return (value, outcome.status.value, outcome.because), said_by


def difference(name, facts, on):
    """Return both answers for one person where they differ, else None."""
    made = computation_of(name, on)
    row = collected(made.answers(row_frame([facts], KINDS).lazy())).row(0, named=True)
    site = made.program.site(row[f"{name}.reden"])
    lifted = (row[name], row[f"{name}.status"], site.because)
    one, said_by = answers_of_one(LIFTED[name], facts, on)
    return None if one == lifted and site.citation in said_by else (one, lifted, site)


def told(name, facts, on):
    """Return the failure with the fewest facts that still show it."""
    least = {fact: value for fact, value in facts.items() if value is not None}
    for fact in list(least):
        without = {other: value for other, value in least.items() if other != fact}
        if difference(name, without, on) is not None:
            least = without
    return f"{name} on {on}: {least}: one person and caseload: {difference(name, least, on)}"


def assert_same(rows, on):
    """Assert that the rows have the same answers at both speeds."""
    out = collected(computation(on).answers(rows.frame().lazy()))
    lifted = {column: out[column].to_list() for column in out.columns}
    people = [rows.row(number) for number in range(out.height)]
    for name, rule in LIFTED.items():
        if name not in lifted:
            with pytest.raises(NotInForce):
                answers_of_one(rule, {}, on)
            continue
        for number, facts in enumerate(people):
            site = PROGRAM.site(lifted[f"{name}.reden"][number])
            found = lifted[name][number], lifted[f"{name}.status"][number], site.because
            one, said_by = answers_of_one(rule, facts, on)
            if one != found or site.citation not in said_by:
                pytest.fail(told(name, facts, on))


def test_the_same_name_is_the_same_kind_of_fact_in_every_rule():
    kinds = defaultdict(set)
    for rule in OWN.values():
        for name, kind in fact_kinds(facts_kind(rule)).items():
            kinds[name].add(kind)
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", sorted(NOT_LIFTED))
def test_what_is_not_lifted_cannot_be_lifted(name):
    with pytest.raises(LiftError):
        Program({name: OWN[name]})


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_every_rule_answers_a_caseload_as_it_answers_one_person(on):
    assert_same(Rows(on, seed=on.toordinal(), size=30, missing=0.2), on)


@settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    on=st.dates(FIRST, date(2027, 12, 31)),
    seed=st.integers(0, 2**32 - 1),
    size=st.integers(1, 60),
    missing=st.sampled_from((0.0, 0.05, 0.2, 0.5, 0.9)),
)
def test_on_any_day_every_rule_answers_a_caseload_as_it_answers_one_person(on, seed, size, missing):
    assert_same(Rows(on, seed, size, missing), on)


def test_the_drawn_caseloads_reach_nearly_every_sentence():
    """Two speeds that agree say little about a sentence that no drawn dossier comes to."""
    reached = set()
    for on in (date(2022, 6, 1), date(2024, 6, 1), date(2026, 11, 25)):
        out = collected(computation(on).answers(Rows(on, seed=7, size=6_000, missing=0.1).frame().lazy()))
        for column in out.columns:
            if column.endswith(".reden"):
                reached |= set(out[column].unique().to_list())
    assert len(reached) > 0.9 * len(PROGRAM.sites)
