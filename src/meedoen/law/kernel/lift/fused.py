"""The same rules as one pass over the rows, compiled to machine code with numba: the extra `snel`.

From the same trees as `sheet` comes the source of one function with a loop over the dossiers: each rule is
the nested ifs that it was. What depends on the day alone (parameters, the day itself) is an argument, so a
supposed parameter needs no new compilation. Columns are whole numbers: days since 1970, places in closed
lists, hours, parts of a cent; `EMPTY` (or -1 in columns of one byte) stands for what is not known.
"""

import hashlib
import importlib.util
import os
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from ..calendar import rolls
from ..period import Days, Months, Weeks, Years
from . import tables
from .columns import members
from .nodes import MADE, Branch, Call, Expr, Fact, HandOver, Kind, Leaf, Op, Static, Tree, Undecided
from .program import Program, Step, compose
from .sheet import CENT_PARTS, UNDECIDED, months_in, plain

EMPTY = -(2**31)
"""What is not known, in columns of four and eight bytes."""

FEW = 10_000
"""Rows for a thread below which a second thread costs more than it brings."""

SMALL_EMPTY = -1
"""What is not known, in columns of one byte."""

Array = npt.NDArray[Any]


def is_small(kind: Kind) -> bool:
    """Return whether a value of this kind fits in one byte."""
    return kind == "bool" or isinstance(kind, type)


def empty_of(kind: Kind) -> int:
    """Return what stands for an unknown value of this kind."""
    return SMALL_EMPTY if is_small(kind) else EMPTY


def array_type(kind: Kind) -> Any:
    """Return in which numbers a column of this kind is kept."""
    if is_small(kind):
        return np.int8
    return np.int64 if kind == "money" else np.int32


@dataclass(slots=True)
class Source:
    """The text of the compiled function, and what it must be given."""

    text: str
    facts: tuple[str, ...]
    lookups: tuple["Lookup", ...]
    slots: tuple["Slot", ...]
    date_tables: tuple[str, ...]
    outputs: tuple[str, ...]


Lookup: TypeAlias = tuple[str, Static | None]
"""A fact that is text, with the words to which it is compared: it becomes a column of yes and no."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A number that depends on the day alone: a part of a constant, for a list also of which words."""

    static: Static
    part: str
    kind: Kind = "int"

    def number(self, on: date) -> int:
        """Return the number on a day, with the parameters that hold now."""
        value = self.static.at(on)
        match self.part:
            case "value":
                return int(plain(value)) if value is not None else EMPTY
            case "amount":
                return int(value.count) * {Days: 1, Weeks: 7, Months: 1, Years: 12}[type(value)]
            case "rolls":
                return int(rolls(value))
            case "mask":
                return sum(1 << place for place in _places(self.kind, value))
        raise ValueError(self.part)


def _places(kind: Kind, listed: tuple[Any, ...]) -> list[int]:
    assert isinstance(kind, type)  # noqa: S101  # only lists of words of a closed list have a mask
    return [place for place, member in enumerate(kind) if member in listed or member.value in listed]


class Fused:
    """A program compiled for the versions that hold on a day; any day with the same versions will do."""

    def __init__(self, program: Program, on: date, *, threads: int | None = None) -> None:
        self.program = program
        self.threads = threads or os.cpu_count() or 1
        self.steps = program.steps(on)
        self.versions = tuple((step.rule.name, step.version.since) for step in self.steps)
        self.source = _Writer(program, self.steps, on).source()
        self.function = _compiled(self.source.text)
        self.tables = _tables(self.source.date_tables)

    def fits(self, on: date) -> bool:
        """Return whether the same versions hold on this day."""
        return self.versions == tuple((s.rule.name, s.version.since) for s in self.program.steps(on))

    def columns(self, frame: pl.DataFrame) -> "Columns":
        """Return the facts of a frame that is ready (see `caseload.frame`) as arrays, once for many runs."""
        return Columns(
            len(frame),
            tuple(_array(frame[name], self.program.facts[name]) for name in self.source.facts),
            {name: frame[name] for name, _ in self.source.lookups},
        )

    def run(self, columns: "Columns", on: date) -> dict[str, tuple[Array, Array]]:
        """Return value and reason of each answer, for the parameters that hold now."""
        numbers = np.array([slot.number(on) for slot in self.source.slots] or [0], dtype=np.int64)
        looked_up = tuple(columns.looked_up(name, words, on) for name, words in self.source.lookups)
        values = tuple(
            np.empty(columns.rows, array_type(self.program.kinds[name])) for name in self.source.outputs
        )
        reasons = tuple(np.empty(columns.rows, np.uint16) for _ in self.source.outputs)
        given = (numbers, *self.tables, *columns.arrays, *looked_up, *values, *reasons)
        edges = np.linspace(0, columns.rows, self.threads + 1).astype(np.int64)
        if self.threads == 1 or columns.rows < self.threads * FEW:
            self.function(0, columns.rows, *given)
        else:
            with ThreadPoolExecutor(self.threads) as pool:
                list(pool.map(lambda here: self.function(*here, *given), pairwise(edges)))
        return dict(zip(self.source.outputs, zip(values, reasons, strict=True), strict=True))


@dataclass(slots=True)
class Columns:
    """The facts of a caseload as arrays, and the texts in it."""

    rows: int
    arrays: tuple[Array, ...]
    texts: Mapping[str, pl.Series]
    _found: dict[tuple[str, tuple[Any, ...] | None], Array] = field(default_factory=dict)

    def looked_up(self, name: str, constant: Static | None, on: date) -> Array:
        """Return for each row whether the text of the fact is one of the words, or is known at all."""
        value = constant.at(on) if constant is not None else None
        words = value if isinstance(value, tuple) or value is None else (value,)
        if (name, words) not in self._found:
            text = self.texts[name]
            found = text.is_not_null() if words is None else text.is_in(list(words)).fill_null(False)
            self._found[(name, words)] = found.cast(pl.Int8).to_numpy()
        return self._found[(name, words)]


def _array(series: pl.Series, kind: Kind) -> Array:
    filled = series.cast(pl.Int8 if is_small(kind) else pl.Int32).fill_null(empty_of(kind))
    return np.ascontiguousarray(filled.to_numpy())


def _tables(date_tables: tuple[str, ...]) -> tuple[Array, ...]:
    return (
        tables.month_of(),
        tables.month_starts(),
        tables.working_days(),
        *map(tables.named_table, date_tables),
    )


HEAD = f'''"""Made from the rules of the law; do not edit."""

from numba import njit

FIRST, LAST, MONTHS = {tables.FIRST}, {tables.LAST}, {tables.MONTHS}


@njit(inline="always")
def place(day):
    return min(max(day, FIRST), LAST) - FIRST


@njit
def add_months(day, months, month_of, starts):
    here = place(day)
    month = month_of[here]
    into = here + FIRST - starts[month]
    reached = min(max(month + months, 0), MONTHS - 1)
    length = starts[reached + 1] - starts[reached]
    return starts[reached] + min(into, length - 1)


@njit
def day_of_month(day, month_of, starts):
    here = place(day)
    return here + FIRST - starts[month_of[here]]


@njit
def last_day_of(day, months, month_of, starts):
    end = add_months(day, months, month_of, starts)
    return end - 1 if day_of_month(end, month_of, starts) >= day_of_month(day, month_of, starts) else end


@njit
def whole_months(first, second, month_of, starts):
    months = month_of[place(second)] - month_of[place(first)]
    if add_months(first, months, month_of, starts) > second:
        months -= 1
    return max(months, 0)


@njit(nogil=True, error_model="numpy", boundscheck=False)
'''

COMPARISONS = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
UNIT_SIZE = {"Weeks": 7, "Years": 12}
SUMS = {"add": "+", "sub": "-", "mul": "*"}


class _Writer:
    """Writes the source of the compiled function."""

    def __init__(self, program: Program, steps: tuple[Step, ...], on: date) -> None:
        self.program, self.steps, self.on = program, steps, on
        self.place = {step.key: number for number, step in enumerate(steps)}
        self.facts: dict[str, int] = {}
        self.lookups: dict[Lookup, int] = {}
        self.slots: dict[Slot, int] = {}
        self.date_tables: dict[str, int] = {}
        self.step = steps[0]
        self.lines: list[str] = []

    def source(self) -> Source:
        for number, step in enumerate(self.steps):
            self.step = step
            self.lines.append(f"        # {step.rule.name}")
            self.tree(step.body.tree, number, 2)
        outputs = [name for name, rule in self.program.outputs.items() if (rule.name, None) in self.place]
        for number, name in enumerate(outputs):
            answer = self.place[(self.program.outputs[name].name, None)]
            self.lines += [f"        V{number}[i] = v{answer}", f"        C{number}[i] = c{answer}"]
        arguments = ["start", "stop", "P", "MONTH_OF", "STARTS", "WORKING"]
        arguments += [f"T{number}" for number in range(len(self.date_tables))]
        arguments += [f"F{number}" for number in range(len(self.facts))]
        arguments += [f"X{number}" for number in range(len(self.lookups))]
        arguments += [f"V{number}" for number in range(len(outputs))]
        arguments += [f"C{number}" for number in range(len(outputs))]
        head = [f"def run({', '.join(arguments)}):"]
        head += [f"    p{number} = P[{number}]" for number in range(len(self.slots))]
        head += ["    for i in range(start, stop):"]
        head += [f"        f{number} = F{number}[i]" for number in range(len(self.facts))]
        text = HEAD + "\n".join([*head, *self.lines, ""])
        return Source(
            text,
            tuple(self.facts),
            tuple(self.lookups),
            tuple(self.slots),
            tuple(self.date_tables),
            tuple(outputs),
        )

    # --- the tree ---

    def tree(self, node: Tree, number: int, depth: int) -> None:
        indent = "    " * depth
        match node:
            case Branch(condition, yes, no):
                self.lines.append(f"{indent}if {self.condition(condition)}:")
                self.tree(yes, number, depth + 1)
                self.lines.append(f"{indent}else:")
                self.tree(no, number, depth + 1)
            case HandOver(call):
                other = self.called(call)
                value = f"v{other}" if call.kind == self.step.kind else str(empty_of(self.step.kind))
                self.lines += [f"{indent}v{number} = {value}", f"{indent}c{number} = c{other}"]
            case Leaf():
                value = str(empty_of(self.step.kind))
                if node.value is not None and node.value.kind != "none":
                    value = self.as_kind(node.value, self.step.kind)
                self.lines += [
                    f"{indent}v{number} = {value}",
                    f"{indent}c{number} = {self.program.code(node.site)}",
                ]

    def called(self, call: Call) -> int:
        return self.place[(call.rule.name, compose(self.step.binding, call.binding))]

    def as_kind(self, expr: Expr, kind: Kind) -> str:
        """Return the value, with the sign for empty that goes with the kind of the rule."""
        written = self.value(expr)
        if kind == "money" and expr.kind == "int":
            written = f"({written}) * {CENT_PARTS}"
        return written

    # --- expressions ---

    def condition(self, expr: Expr) -> str:
        """Return the expression as a condition of an if."""
        match expr:
            case Static():
                return f"{self.value(expr)} == 1"
            case Fact() | Call():
                return f"{self.value(expr)} == 1"
            case Undecided(call=call):
                return f"c{self.called(call)} >= {UNDECIDED}"
            case Op(name="sure"):
                return self.condition(expr.args[0])
            case Op(name="where", args=(test, yes, no)):
                return f"(({self.condition(yes)}) if {self.condition(test)} else ({self.condition(no)}))"
            case Op(name="and" | "or" as name):
                return f" {name} ".join(f"({self.condition(arg)})" for arg in expr.args)
            case Op(name="not"):
                return f"not ({self.condition(expr.args[0])})"
            case Op(name="in"):
                return self.member(expr)
            case Op(name="is_null" | "not_null" as name):
                compare = "==" if name == "is_null" else "!="
                inner = expr.args[0]
                if self.column_of(inner) is None and isinstance(inner, Fact):
                    return str(name == "is_null")
                if inner.kind == "text":
                    return f"{self.looked_up(inner, None)} == {int(name == 'not_null')}"
                return f"({self.value(inner)}) {compare} {empty_of(inner.kind)}"
            case Op(name=name) if name in COMPARISONS:
                return self.compared(expr)
        raise TypeError(f"{expr} is no condition")

    def compared(self, expr: Op) -> str:
        left, right = expr.args
        texts = [arg for arg in (left, right) if isinstance(arg, Fact) and arg.kind == "text"]
        if texts:
            constant = right if left is texts[0] else left
            found = f"{self.looked_up(texts[0], constant)} == 1"
            return found if expr.name == "eq" else f"not ({found})"
        written = [self.value(arg) for arg in (left, right)]
        if "money" in (left.kind, right.kind):
            written = [self.as_kind(arg, "money") for arg in (left, right)]
        if isinstance(left.kind, type) and right.kind == "text":
            written[1] = self.place_of(left.kind, right)
        return f"({written[0]}) {COMPARISONS[expr.name]} ({written[1]})"

    def place_of(self, kind: Kind, constant: Expr) -> str:
        assert isinstance(constant, Static) and isinstance(kind, type)  # noqa: S101, PT018
        word = constant.at(self.on)
        words = members(kind)
        return str(words.index(word) if word in words else -2)

    def member(self, expr: Op) -> str:
        left, items = expr.args
        assert isinstance(items, Static)  # noqa: S101  # the reader made sure
        if left.kind == "text":
            return f"{self.looked_up(left, items)} == 1"
        if isinstance(left.kind, type):
            value = self.value(left)
            return f"({value}) >= 0 and ({self.slot(Slot(items, 'mask', left.kind))} >> ({value})) & 1 == 1"
        choices = " or ".join(f"({self.value(left)}) == {plain(item)}" for item in items.at(self.on))
        return choices or "False"

    def looked_up(self, fact: Expr, constant: Expr | None) -> str:
        """Return the column that says whether a text is one of the words, or, without words, is known."""
        assert isinstance(fact, Fact)  # noqa: S101  # a text is never computed
        column = self.column_of(fact)
        if column is None:
            return "0"
        assert constant is None or isinstance(constant, Static)  # noqa: S101  # the reader made sure
        key = (column, constant)
        return f"X{self.lookups.setdefault(key, len(self.lookups))}[i]"

    def column_of(self, expr: Expr) -> str | None:
        return self.step.fact(expr.name) if isinstance(expr, Fact) else ""

    def value(self, expr: Expr) -> str:
        """Return the expression as a number."""
        match expr:
            case Fact():
                column = self.step.fact(expr.name)
                if column is None:
                    return str(empty_of(expr.kind))
                return f"f{self.facts.setdefault(column, len(self.facts))}"
            case Static():
                return self.static(expr)
            case Call():
                return f"v{self.called(expr)}"
            case Op(name="sure"):
                return self.value(expr.args[0])
            case Op() if expr.kind != "bool":
                return self.op(expr)
        return f"(1 if {self.condition(expr)} else 0)"

    def static(self, expr: Static) -> str:
        if expr is MADE.constant(None):
            return str(EMPTY)
        if MADE.made.get(("constant", type(value := expr.at(self.on)), value)) is expr:
            return str(int(plain(value)))
        return self.slot(Slot(expr, "value"))

    def slot(self, slot: Slot) -> str:
        return f"p{self.slots.setdefault(slot, len(self.slots))}"

    def op(self, expr: Op) -> str:
        name, args = expr.name, expr.args
        if name == "or_zero":
            return f"({self.value(args[0])} if {self.value(args[0])} != {EMPTY} else 0)"
        if name == "where":
            yes, no = (self.as_kind(arg, expr.kind) for arg in args[1:])
            return f"(({yes}) if {self.condition(args[0])} else ({no}))"
        if name in ("max", "min"):
            return f"{name}({', '.join(self.as_kind(arg, expr.kind) for arg in args)})"
        if name in SUMS:
            return self.sum(expr)
        if name in ("floordiv", "div"):
            left, right = self.value(args[0]), self.value(args[1])
            if expr.kind == "money" and name == "floordiv":
                return f"(({left}) // (({right}) * {CENT_PARTS}) * {CENT_PARTS})"
            return f"(({left}) // ({right}))"
        if name in ("add_period", "sub_period", "term_end", "last_day_of"):
            return self.dated(expr)
        written = [self.value(arg) for arg in args]
        if name.startswith("table:"):
            number = self.date_tables.setdefault(name.removeprefix("table:"), len(self.date_tables))
            return f"T{number}[place({written[0]})]"
        match name:
            case "day_after":
                return f"(({written[0]}) + 1)"
            case "day_before":
                return f"(({written[0]}) - 1)"
            case "days_between":
                return f"(({written[1]}) - ({written[0]}))"
            case "whole_months_between":
                return f"whole_months({written[0]}, {written[1]}, MONTH_OF, STARTS)"
            case "to_money":
                return f"(({written[0]}) * {CENT_PARTS})"
        raise TypeError(f"{name} has no machine code")

    def sum(self, expr: Op) -> str:
        left, right = (
            self.value(arg) if expr.name == "mul" else self.as_kind(arg, expr.kind) for arg in expr.args
        )
        return f"(({left}) {SUMS[expr.name]} ({right}))"

    def dated(self, expr: Op) -> str:
        day, length = self.value(expr.args[0]), expr.args[1]
        sign = "-" if expr.name == "sub_period" else ""
        if isinstance(length, Static):
            unit, amount = type(length.at(self.on)).__name__, self.slot(Slot(length, "amount"))
        else:
            assert isinstance(length, Op)  # noqa: S101  # the reader made sure
            unit, amount = length.name.removeprefix("make:"), self.value(length.args[0])
            amount = f"({amount}) * {UNIT_SIZE.get(unit, 1)}"
        if expr.name == "last_day_of":
            return f"last_day_of({day}, {amount}, MONTH_OF, STARTS)"
        if unit in ("Days", "Weeks"):
            reached = f"(({day}) + {sign}({amount}))"
        else:
            reached = f"add_months({day}, {sign}({amount}), MONTH_OF, STARTS)"
        if expr.name == "term_end" and isinstance(length, Static):
            rolling = self.slot(Slot(length, "rolls"))
            return f"(WORKING[place({reached})] if {rolling} == 1 else {reached})"
        return reached


def _compiled(text: str) -> Any:
    """Return the compiled function; kept on disk, so that it is compiled once for a version of the law."""
    name = f"meedoen_wet_{hashlib.sha256(text.encode()).hexdigest()[:20]}"
    if name in sys.modules:
        return sys.modules[name].run
    folder = _cache_folder()
    path = folder / f"{name}.py" if folder is not None else None
    if path is None:
        module = ModuleType(name)
        exec(compile(text, name, "exec"), module.__dict__)  # noqa: S102  # made here from our own rules
    else:
        kept = text.replace(
            '@njit(nogil=True, error_model="numpy", boundscheck=False)',
            '@njit(nogil=True, error_model="numpy", boundscheck=False, cache=True)',
        )
        if not path.exists() or path.read_text(encoding="utf-8") != kept:
            path.write_text(kept, encoding="utf-8")
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None and spec.loader is not None  # noqa: S101, PT018
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    sys.modules[name] = module
    return module.run


def _cache_folder() -> Path | None:
    """Return a folder of this user alone for compiled code, or None when there is none."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "meedoen" / "wet"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.stat().st_uid != os.getuid() or not os.access(folder, os.W_OK):
            return None
    except OSError:
        return None
    return folder


__all__ = ["EMPTY", "Columns", "Fused", "array_type", "empty_of", "is_small", "months_in"]
