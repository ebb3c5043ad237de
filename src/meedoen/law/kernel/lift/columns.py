"""A sheet as Polars expressions, in layers: each layer adds the columns that later ones share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import reduce
from operator import and_, or_
from typing import Any

import numpy as np
import polars as pl

from . import tables
from .nodes import Kind
from .program import STATUS_BITS
from .sheet import CENT_PARTS, UNDECIDED, Cell, Sheet

DTYPES: Mapping[str, Any] = {
    "bool": pl.Boolean,
    "int": pl.Int32,
    "date": pl.Int32,
    "money": pl.Int64,
    "text": pl.String,
    "reason": pl.UInt16,
}
FREE = ("fact", "literal")


@dataclass(frozen=True, slots=True)
class Layers:
    """Expressions to add in turn; then `values` and `reasons` by the name of the answer."""

    layers: tuple[tuple[pl.Expr, ...], ...]
    values: Mapping[str, pl.Expr]
    reasons: Mapping[str, pl.Expr]

    def added_to(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Return the frame with the shared columns of all layers."""
        for layer in self.layers:
            frame = frame.with_columns(layer)
        return frame


def dtype(kind: Kind) -> Any:
    """Return the data type in which a kind is computed."""
    return pl.UInt8 if isinstance(kind, type) else DTYPES[kind]


def columns(sheet: Sheet) -> Layers:
    """Return the sheet as expressions over the columns of a caseload."""
    return _Columns(sheet).layers()


class _Columns:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.uses = [0] * len(sheet.cells)
        wanted = [*sheet.values.values(), *sheet.reasons.values()]
        for number in wanted:
            self.uses[number] += 1
        reached = self.reached(wanted)
        for number in reached:
            for arg in sheet.cells[number].args:
                self.uses[arg] += 1
        self.level: dict[int, int] = {}
        for number in sorted(reached):
            below = [self.level[arg] + self.is_shared(arg) for arg in sheet.cells[number].args]
            self.level[number] = max(below, default=0)
        self.order = sorted(reached)

    def reached(self, wanted: list[int]) -> set[int]:
        seen: set[int] = set()
        waiting = list(wanted)
        while waiting:
            number = waiting.pop()
            if number not in seen:
                seen.add(number)
                waiting += self.sheet.cells[number].args
        return seen

    def is_shared(self, number: int) -> bool:
        return self.uses[number] > 1 and self.sheet.cells[number].name not in FREE

    def layers(self) -> Layers:
        made: dict[int, list[pl.Expr]] = {}
        for number in self.order:
            if self.is_shared(number):
                made.setdefault(self.level[number], []).append(self.written(number).alias(_name(number)))
        return Layers(
            tuple(tuple(made[level]) for level in sorted(made)),
            {name: self.expr(number) for name, number in self.sheet.values.items()},
            {name: self.expr(number) for name, number in self.sheet.reasons.items()},
        )

    def expr(self, number: int) -> pl.Expr:
        return pl.col(_name(number)) if self.is_shared(number) else self.written(number)

    def written(self, number: int) -> pl.Expr:
        cell = self.sheet.cells[number]
        match cell.name:
            case "fact":
                return pl.col(cell.fixed)
            case "literal":
                return pl.lit(cell.fixed, dtype=dtype(cell.kind))
            case "where":
                return self.chain(number)
        args = [self.expr(arg) for arg in cell.args]
        name, _, more = cell.name.partition(":")
        return OPERATIONS[name](cell, args, more)

    def chain(self, number: int) -> pl.Expr:
        test, yes, no = self.sheet.cells[number].args
        written: Any = pl.when(self.expr(test)).then(self.expr(yes))
        while self.sheet.cells[no].name == "where" and not self.is_shared(no):
            test, yes, no = self.sheet.cells[no].args
            written = written.when(self.expr(test)).then(self.expr(yes))
        found: pl.Expr = written.otherwise(self.expr(no))
        return found


def _name(number: int) -> str:
    return f"·{number}"


Operation = Callable[[Cell, list[pl.Expr], str], pl.Expr]


def _taken(table: tables.Days) -> Callable[[pl.Series], pl.Series]:
    def take(days: pl.Series) -> pl.Series:
        places = days.fill_null(0).to_numpy() - np.int32(tables.FIRST)
        return pl.Series(table.take(places, mode="clip"))

    return take


def _table(days: pl.Expr, table: tables.Days) -> pl.Expr:
    found: pl.Expr = days.map_batches(_taken(table), return_dtype=pl.Int32, is_elementwise=True)
    return found


def _both(function: Callable[[Any, Any], Any], first: pl.Expr, second: pl.Expr) -> pl.Expr:
    def run(pair: Any) -> pl.Series:
        return pl.Series(function(*(series.fill_null(0).to_numpy() for series in pair)))

    return pl.map_batches([first, second], run, return_dtype=pl.Int32, is_elementwise=True)


def _months(cell: Cell, args: list[pl.Expr], unit: str) -> pl.Expr:
    months: pl.Expr = args[1] * (cell.fixed * (12 if unit == "Years" else 1))
    return months


def _add_varying(cell: Cell, args: list[pl.Expr], unit: str) -> pl.Expr:
    if unit in ("Days", "Weeks"):
        reached: pl.Expr = args[0] + args[1] * (cell.fixed * (7 if unit == "Weeks" else 1))
        return reached
    return _both(tables.add_months, args[0], _months(cell, args, unit))


def _yes(expr: pl.Expr) -> pl.Expr:
    return expr.fill_null(False)


def _scaled_quotient(cell: Cell, args: list[pl.Expr], _: str) -> pl.Expr:
    if cell.kind == "money":
        return (args[0] // (args[1].cast(pl.Int64) * CENT_PARTS)) * CENT_PARTS
    return args[0] // args[1]


OPERATIONS: Mapping[str, Operation] = {
    "eq": lambda c, a, _: a[0].eq_missing(a[1]) if c.fixed else a[0] == a[1],
    "ne": lambda c, a, _: a[0].ne_missing(a[1]) if c.fixed else a[0] != a[1],
    "lt": lambda c, a, _: a[0] < a[1],
    "le": lambda c, a, _: a[0] <= a[1],
    "gt": lambda c, a, _: a[0] > a[1],
    "ge": lambda c, a, _: a[0] >= a[1],
    "and": lambda c, a, _: reduce(and_, map(_yes, a)),
    "or": lambda c, a, _: reduce(or_, map(_yes, a)),
    "not": lambda c, a, _: ~_yes(a[0]),
    "in": lambda c, a, _: (
        _yes(reduce(or_, [a[0] == item for item in c.fixed]))
        if len(c.fixed) <= 4
        else _yes(a[0].is_in(list(c.fixed)))
    ),
    "is_null": lambda c, a, _: a[0].is_null(),
    "not_null": lambda c, a, _: a[0].is_not_null(),
    "or_zero": lambda c, a, _: a[0].fill_null(0),
    "undecided": lambda c, a, _: a[0] >= pl.lit(UNDECIDED, dtype=pl.UInt16),
    "add": lambda c, a, _: a[0] + a[1],
    "sub": lambda c, a, _: a[0] - a[1],
    "mul": lambda c, a, _: a[0].cast(dtype(c.kind)) * a[1],
    "floordiv": _scaled_quotient,
    "div": lambda c, a, _: a[0] // a[1],
    "max": lambda c, a, _: pl.when(a[0] >= a[1]).then(a[0]).otherwise(a[1]),
    "min": lambda c, a, _: pl.when(a[0] <= a[1]).then(a[0]).otherwise(a[1]),
    "day_after": lambda c, a, _: a[0] + 1,
    "day_before": lambda c, a, _: a[0] - 1,
    "days_between": lambda c, a, _: a[1] - a[0],
    "whole_months_between": lambda c, a, _: _both(tables.whole_months_between, a[0], a[1]),
    "to_money": lambda c, a, _: a[0].cast(pl.Int64) * CENT_PARTS,
    "add_days": lambda c, a, _: a[0] + c.fixed,
    "months_later": lambda c, a, _: _table(a[0], tables.months_later(c.fixed)),
    "months_long": lambda c, a, _: _table(a[0], tables.months_long(c.fixed)),
    "table": lambda c, a, name: _table(a[0], tables.named_table(name)),
    "add_period": _add_varying,
    "sub_period": _add_varying,
    "last_day_of": lambda c, a, unit: _both(tables.last_day_of, a[0], _months(c, a, unit)),
}
"""How Polars does each operation."""


def status_of(reason: pl.Expr) -> pl.Expr:
    """Return the rank of the status in the number of a reason: 0 known, 1 unknown, 2 oordeel."""
    return (reason // (1 << STATUS_BITS)).cast(pl.UInt8)


def members(kind: "type[Enum]") -> list[str]:
    """Return the codes of a closed list of words, in the order of their numbers."""
    return [str(member.value) for member in kind]
