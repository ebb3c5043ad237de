"""What if the law were otherwise: who gets another answer, and by how much. Nothing is written anywhere.

Both situations are computed by the same rules, once with the parameters of the law and once with those of a
policy, for one day and with the facts as they are. What people would do otherwise is not modelled.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

import polars as pl

from ..kernel.dutch import in_dutch
from ..kernel.lift.nodes import Kind
from ..kernel.lift.program import STATUS_BITS, STATUSES, Program
from ..kernel.lift.vocabulary import fact_kinds, facts_kind
from ..kernel.outcome import Outcome, Status
from ..kernel.parameter import supposing
from .answers import PROGRAM
from .compute import Computation, collected
from .frame import KEY, checked
from .policy import Policy
from .uses import resting_on
from .wording import GROUPS, counted_in, label

Engine: TypeAlias = Callable[[Program, date, pl.LazyFrame], Callable[[], pl.DataFrame]]
"""Makes a program ready for a day and a caseload; each call then computes it with the parameters that hold.

The result has the columns of `Computation.answers(…, physical=True)`, a row for each row of the frame and in
the same order.
"""

KNOWN_STATUS = STATUSES.index(Status.KNOWN)
MOST_BINS = 12
WIDTHS = {
    "dagen": (1, 7, 14, 28, 91, 182, 364, 728, 1820),
    "euro": (1, 10, 50, 100, 500, 1000, 5000, 10_000),
}
PLAIN_WIDTHS = (1, 5, 10, 25, 50, 100, 250, 500, 1000, 5000, 10_000, 100_000)
CENT_PARTS = 10_000


LISTED = {
    **dict.fromkeys(("antwoord", "oud", "nieuw"), pl.String),
    "verschil": pl.Float64,
    **dict.fromkeys(("eenheid", "reden_oud", "reden_nieuw"), pl.String),
}
"""The columns of the list of who is affected, behind `dossier` and the columns of groups."""


def polars_engine(program: Program, on: date, frame: pl.LazyFrame) -> Callable[[], pl.DataFrame]:
    """Return the program computed by Polars."""
    return lambda: collected(Computation(program, on).answers(frame, physical=True))


@dataclass(frozen=True, slots=True)
class Bin:
    """How many answers differ by `low` up to and with `high`; both below zero when earlier or less."""

    low: int
    high: int
    count: int


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much known answers differ, in `unit`: a positive number is later, or more."""

    unit: str
    more: int
    less: int
    minimum: float
    median: float
    p90: float
    """Nine out of ten differ at most this much, in whichever direction."""
    maximum: float
    bins: tuple[Bin, ...]

    @property
    def count(self) -> int:
        """How many answers differ."""
        return self.more + self.less


@dataclass(frozen=True, slots=True)
class Move:
    """How many dossiers go from one answer to another."""

    old: str
    new: str
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """The dossiers of one group: how many there are, and how many get another answer to each question."""

    column: str
    value: str
    dossiers: int
    affected: int
    by_answer: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a policy does to one answer.

    `affected` have another value or another status; of those `other_status` went from or to onbekend or
    oordeel. Of the others `unknown` and `oordeel` have no answer, with or without the policy: nothing is said
    about them.
    """

    name: str
    kind: Kind
    dossiers: int
    affected: int
    other_status: int
    unknown: int
    oordeel: int
    difference: Difference | None
    moves: tuple[Move, ...]

    @property
    def same(self) -> int:
        """How many keep a known answer."""
        return self.dossiers - self.affected - self.unknown - self.oordeel

    @property
    def label(self) -> str:
        """What the answer is called."""
        return label(self.name)


@dataclass(frozen=True)
class WhatIf:
    """The law and a policy side by side, for one caseload on one day."""

    policy: Policy
    on: date
    program: Program
    keys: pl.DataFrame
    """`dossier` and the columns of groups, a row for each dossier."""
    old: pl.DataFrame
    new: pl.DataFrame
    effects: tuple[Effect, ...] = field(default=())

    @property
    def dossiers(self) -> int:
        """How many dossiers were asked."""
        return self.keys.height

    @cached_property
    def is_in_force(self) -> bool:
        """Whether the policy counts on the day asked."""
        return self.on >= self.policy.vanaf

    @cached_property
    def touched(self) -> pl.DataFrame:
        """For each dossier and each answer whether it is affected."""
        names = list(self.program.outputs)
        found = [_affected(self.old, self.new, name).alias(name) for name in names]
        return pl.DataFrame(found) if found else pl.DataFrame({"": [False] * self.dossiers})

    @cached_property
    def any_touched(self) -> pl.Series:
        """For each dossier whether any answer is affected."""
        return self.touched.select(pl.any_horizontal(pl.all())).to_series()

    @property
    def affected(self) -> int:
        """How many dossiers get another answer to anything."""
        return int(self.any_touched.sum())

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The same counts for each group that the caseload has a column for."""
        names = [effect.name for effect in self.effects]
        counted = self.touched.with_columns(self.any_touched.alias("·any"))
        found = []
        for column in GROUPS:
            if column not in self.keys.columns:
                continue
            rows = (
                counted.with_columns(self.keys[column].cast(pl.String).alias("·value"))
                .group_by("·value")
                .agg(pl.len().alias("·all"), pl.col("·any").sum(), *(pl.col(name).sum() for name in names))
                .sort("·value", nulls_last=True)
            )
            found += [
                Part(
                    column,
                    group_label(column, row["·value"]),
                    row["·all"],
                    row["·any"],
                    {name: row[name] for name in names},
                )
                for row in rows.iter_rows(named=True)
            ]
        return tuple(found)

    def listed(self) -> pl.DataFrame:
        """Return a row for each dossier and each answer that is affected, with both values and both reasons.

        A reason is the sentence of the rule with the names of its values in braces; `explained` fills them
        in for one dossier.
        """
        nobody = self.keys.clear().with_columns(
            pl.lit(None, dtype=of).alias(name) for name, of in LISTED.items()
        )
        return pl.concat([nobody, *(self._listed(effect) for effect in self.effects if effect.affected)])

    def _listed(self, effect: Effect) -> pl.DataFrame:
        name, kind = effect.name, effect.kind
        rows = self.touched[name].arg_true()
        old, new, keys = self.old[rows], self.new[rows], self.keys[rows]
        columns = [
            pl.Series("antwoord", [name] * len(rows), dtype=pl.String),
            _in_words(old, name, kind).alias("oud"),
            _in_words(new, name, kind).alias("nieuw"),
            _difference(old, new, name, kind).alias("verschil"),
            pl.Series("eenheid", [counted_in(name, kind) or None] * len(rows), dtype=pl.String),
            self._reasons(old, name).alias("reden_oud"),
            self._reasons(new, name).alias("reden_nieuw"),
        ]
        return keys.hstack(columns)

    def _reasons(self, frame: pl.DataFrame, name: str) -> pl.Series:
        codes = frame[f"{name}.reden"]
        sentences = {code: self.program.site(code).because for code in codes.unique().to_list()}
        return codes.replace_strict(list(sentences), list(sentences.values()), return_dtype=pl.String)


def whatif(
    frame: pl.LazyFrame,
    policy: Policy,
    on: date,
    *,
    program: Program = PROGRAM,
    engine: Engine = polars_engine,
) -> WhatIf:
    """Compare the answers for a caseload on a day under the law and under a policy; changes nothing.

    Only answers that rest on a changed parameter are computed, from only the columns that they need. Raises
    CaseloadError for a column whose type does not fit, and NotInForce on a day before a parameter exists.
    """
    asked = resting_on(policy.names, on, program)
    schema = frame.collect_schema()
    wanted = [name for name in schema if name in {KEY, *GROUPS, *asked.facts}]
    read = checked(frame.select(wanted or pl.first().is_null()).collect(), asked.facts)
    keys = _keys(read)
    if not asked.outputs:
        return WhatIf(policy, on, asked, keys, pl.DataFrame(), pl.DataFrame())
    answers = engine(asked, on, read.lazy())
    old = answers()
    with supposing(policy.supposed()):
        new = answers()
    effects = tuple(_effect(asked, old, new, name) for name in asked.outputs)
    return WhatIf(policy, on, asked, keys, old, new, effects)


def _keys(frame: pl.DataFrame) -> pl.DataFrame:
    """Return what tells dossiers apart, or else their places, with the columns of groups."""
    numbered = frame if KEY in frame.columns else frame.with_row_index(KEY)
    return numbered.select(KEY, *(name for name in GROUPS if name in frame.columns))


def explained(
    facts: Mapping[str, Any], name: str, policy: Policy, on: date, *, program: Program = PROGRAM
) -> tuple[Outcome[Any], Outcome[Any]]:
    """Return the answer for one dossier under the law and under the policy, each with its whole reason.

    `facts` is a row of the caseload: its columns that are facts of the rule, as they stand in the file.
    """
    rule = program.outputs[name]
    kind = facts_kind(rule)
    known = {fact: of for fact, of in fact_kinds(kind).items() if facts.get(fact) is not None}
    given = {fact: of(facts[fact]) if isinstance(of, type) else facts[fact] for fact, of in known.items()}
    old = rule(kind(**given), on=on)
    with supposing(policy.supposed()):
        return old, rule(kind(**given), on=on)


def group_label(column: str, value: str | None) -> str:
    """Return what a group is called: in the law's words where its column is a fact, else as it stands."""
    if value is None:
        return "niet bekend"
    kind = PROGRAM.facts.get(column)
    return in_dutch(kind(value)) if isinstance(kind, type) else value


def _status(frame: pl.DataFrame, name: str) -> pl.Series:
    return frame[f"{name}.reden"].cast(pl.Int32) // (1 << STATUS_BITS)


def _affected(old: pl.DataFrame, new: pl.DataFrame, name: str) -> pl.Series:
    return old[name].ne_missing(new[name]) | (_status(old, name) != _status(new, name))


def _difference(old: pl.DataFrame, new: pl.DataFrame, name: str, kind: Kind) -> pl.Series:
    """Return how much each answer differs; empty where one of both is no number."""
    if not counted_in(name, kind):
        return pl.Series(name, [None] * old.height, dtype=pl.Float64)
    found = (new[name].cast(pl.Int64) - old[name].cast(pl.Int64)).cast(pl.Float64)
    return found / CENT_PARTS if kind == "money" else found


def _effect(program: Program, old: pl.DataFrame, new: pl.DataFrame, name: str) -> Effect:
    kind = program.kinds[name]
    affected = _affected(old, new, name)
    status_old, status_new = _status(old, name), _status(new, name)
    difference = _difference(old, new, name, kind).filter(affected).drop_nulls()
    of_words = (
        affected if not counted_in(name, kind) else affected & (old[name].is_null() | new[name].is_null())
    )
    return Effect(
        name,
        kind,
        old.height,
        int(affected.sum()),
        int((status_old != status_new).sum()),
        int((~affected & (status_new == STATUSES.index(Status.UNKNOWN))).sum()),
        int((~affected & (status_new == STATUSES.index(Status.OORDEEL))).sum()),
        _spread(difference, counted_in(name, kind)),
        _moves(old.filter(of_words), new.filter(of_words), name, kind),
    )


def _spread(difference: pl.Series, unit: str) -> Difference | None:
    """Return by how much answers differ; None when none does."""
    if difference.is_empty():
        return None
    ordered = difference.sort()
    size = ordered.abs()
    return Difference(
        unit,
        int((ordered > 0).sum()),
        int((ordered < 0).sum()),
        float(ordered[0]),
        float(ordered.median()),  # type: ignore[arg-type]  # of numbers
        float(size.quantile(0.9, "higher")),  # type: ignore[arg-type]  # of numbers
        float(ordered[-1]),
        _bins(ordered.value_counts(name="len"), unit),
    )


def _bins(counted: pl.DataFrame, unit: str) -> tuple[Bin, ...]:
    """Return bins of equal width from the smallest to the largest difference, without those that are empty.

    A bin never holds both directions: 0 is its border.
    """
    difference = counted.to_series(0)
    size = difference.abs().ceil().cast(pl.Int64)
    plain = pl.DataFrame({"less": difference < 0, "size": size, "len": counted["len"]})
    widths = WIDTHS.get(unit, PLAIN_WIDTHS)
    width = next((one for one in widths if _in_steps(plain, one).height <= MOST_BINS), widths[-1])
    made = [_bin(width, *row) for row in _in_steps(plain, width).iter_rows()]
    return tuple(sorted(made, key=lambda one: one.low))


def _in_steps(counted: pl.DataFrame, width: int) -> pl.DataFrame:
    step = ((pl.col("size") - 1) // width).alias("step")
    return counted.group_by("less", step).agg(pl.col("len").sum())


def _bin(width: int, less: bool, step: int, count: int) -> Bin:
    least, most = step * width + 1, (step + 1) * width
    return Bin(-most, -least, count) if less else Bin(least, most, count)


def _moves(old: pl.DataFrame, new: pl.DataFrame, name: str, kind: Kind) -> tuple[Move, ...]:
    if old.is_empty():
        return ()
    words = pl.DataFrame({"old": _in_kinds(old, name, kind), "new": _in_kinds(new, name, kind)})
    counted = words.group_by("old", "new").len().sort("len", "old", "new", descending=[True, False, False])
    return tuple(Move(*row) for row in counted.iter_rows())


def _in_kinds(frame: pl.DataFrame, name: str, kind: Kind) -> pl.Series:
    """Return answers in words; of numbers and days only whether there is one: for from what to what."""
    if not counted_in(name, kind):
        return _in_words(frame, name, kind)
    some, none = ("een datum", "geen datum") if kind == "date" else ("een getal", "geen getal")
    return _or_status(frame, name, pl.when(pl.col(name).is_null()).then(pl.lit(none)).otherwise(pl.lit(some)))


def _in_words(frame: pl.DataFrame, name: str, kind: Kind) -> pl.Series:
    """Return answers as they are shown: a day as 2026-03-02, a choice in Dutch, else the status."""
    return _or_status(frame, name, _worded(pl.col(name), kind).fill_null(pl.lit("geen")))


def _worded(value: pl.Expr, kind: Kind) -> pl.Expr:
    if isinstance(kind, type):
        members = list(kind)
        words = [in_dutch(member) for member in members]
        return value.cast(pl.Int64).replace_strict(
            list(range(len(words))), words, return_dtype=pl.String, default=None
        )
    match kind:
        case "bool":
            return pl.when(value.is_null()).then(None).when(value).then(pl.lit("ja")).otherwise(pl.lit("nee"))
        case "date":
            return value.cast(pl.Date).cast(pl.String)
        case "money":
            return (value / CENT_PARTS).round(2).cast(pl.String)
        case _:
            return value.cast(pl.String)


def _or_status(frame: pl.DataFrame, name: str, words: pl.Expr) -> pl.Series:
    status = pl.col(f"{name}.reden").cast(pl.Int32) // (1 << STATUS_BITS)
    shown = pl.when(status == KNOWN_STATUS).then(words)
    for place, one in enumerate(STATUSES):
        if place != KNOWN_STATUS:
            shown = shown.when(status == place).then(pl.lit(one.value))  # type: ignore[assignment]  # a chain
    return frame.select(shown.alias(name)).to_series()
