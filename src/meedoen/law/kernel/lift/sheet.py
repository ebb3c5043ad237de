"""A program for one day as plain operations on columns, each written once: what every engine runs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from ..calendar import DATE_FUNCTIONS, next_working_day, rolls
from ..citation import NotInForce
from ..dutch import in_dutch
from ..parameter import Hours
from ..period import Days, Months, Period, Weeks, Years
from .nodes import Branch, Call, Expr, Fact, HandOver, Kind, Leaf, Op, Static, Tree, Undecided
from .program import STATUS_BITS, Key, Program, Step, compose
from .tables import number

CENT_PARTS = 10_000
"""Money is counted in ten-thousandths of a euro, so that a percentage of a whole amount stays whole."""

UNDECIDED = 1 << STATUS_BITS
"""The first number of a reason that leaves the answer open."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One operation: its name, the kind of its result, the cells it takes and what is fixed in it."""

    name: str
    kind: Kind
    args: tuple[int, ...] = ()
    fixed: Any = None


@dataclass(slots=True)
class Sheet:
    """Cells by number, each distinct operation once; for each output its value and its reason."""

    program: Program
    on: date
    cells: list[Cell] = field(default_factory=list)
    values: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    _numbers: dict[Cell, int] = field(default_factory=dict)
    value_of: dict[Key, int] = field(default_factory=dict)
    reason_of: dict[Key, int] = field(default_factory=dict)

    def put(self, name: str, kind: Kind, args: Iterable[int] = (), fixed: Any = None) -> int:
        """Return the number of this operation."""
        cell = Cell(name, kind, tuple(args), fixed)
        if cell not in self._numbers:
            self._numbers[cell] = len(self.cells)
            self.cells.append(cell)
        return self._numbers[cell]

    def literal(self, value: Any, kind: Kind) -> int:
        """Return a constant."""
        return self.put("literal", kind, (), value)

    def literal_of(self, cell: int) -> Any:
        """Return the value when the cell is a constant, else raises KeyError."""
        found = self.cells[cell]
        if found.name != "literal":
            raise KeyError(cell)
        return found.fixed

    def where(self, condition: int, yes: int, no: int, kind: Kind) -> int:
        """Return `yes` where the condition holds, else `no`; an empty condition does not hold."""
        if yes == no:
            return yes
        match self.cells[condition]:
            case Cell("literal", fixed=True):
                return yes
            case Cell("literal"):
                return no
            case Cell("not", args=(inner,)):
                return self.put("where", kind, (inner, no, yes))
        return self.put("where", kind, (condition, yes, no))


def sheet(program: Program, on: date) -> Sheet:
    """Return the program as operations for this day, with the parameters that hold now; raises NotInForce."""
    made = Sheet(program, on)
    for step in program.steps(on):
        writer = _Writer(made, step)
        value, reason = writer.tree(step.body.tree)
        made.value_of[step.key] = value
        made.reason_of[step.key] = reason
    for name, rule in program.outputs.items():
        if (rule.name, None) in made.value_of:
            made.values[name] = made.value_of[(rule.name, None)]
            made.reasons[name] = made.reason_of[(rule.name, None)]
    if not made.values:
        raise NotInForce(f"op {in_dutch(on)} was geen van de regels in werking")
    return made


class _Writer:
    """Writes one step of a program into the sheet."""

    def __init__(self, made: Sheet, step: Step) -> None:
        self.sheet, self.step = made, step
        self.trees: dict[int, tuple[int, int]] = {}
        self.exprs: dict[int, int] = {}

    def tree(self, node: Tree) -> tuple[int, int]:
        """Return the cells of value and reason of a tree."""
        if id(node) not in self.trees:
            self.trees[id(node)] = self._tree(node)
        return self.trees[id(node)]

    def _tree(self, node: Tree) -> tuple[int, int]:
        kind = self.step.kind
        match node:
            case Leaf():
                value = self.expr(node.value) if node.value is not None else None
                if value is None or self.sheet.cells[value].kind == "none":
                    value = self.sheet.literal(None, kind)
                return value, self.sheet.literal(self.sheet.program.code(node.site), "reason")
            case HandOver(call):
                value, reason = self.called(call)
                same = call.kind == kind
                return (value if same else self.sheet.literal(None, kind)), reason
            case Branch(condition, yes, no):
                test = self.expr(condition)
                value_yes, reason_yes = self.tree(yes)
                value_no, reason_no = self.tree(no)
                return (
                    self.sheet.where(test, value_yes, value_no, kind),
                    self.sheet.where(test, reason_yes, reason_no, "reason"),
                )
        raise TypeError(node)

    def called(self, call: Call) -> tuple[int, int]:
        key = (call.rule.name, compose(self.step.binding, call.binding))
        return self.sheet.value_of[key], self.sheet.reason_of[key]

    def expr(self, node: Expr) -> int:
        """Return the cell of an expression."""
        if id(node) not in self.exprs:
            self.exprs[id(node)] = self._expr(node)
        return self.exprs[id(node)]

    def _expr(self, node: Expr) -> int:
        match node:
            case Fact():
                column = self.step.fact(node.name)
                if column is None:
                    return self.sheet.literal(None, node.kind)
                return self.sheet.put("fact", node.kind, (), column)
            case Static():
                return self.sheet.literal(plain(node.at(self.sheet.on)), node.kind)
            case Call():
                return self.called(node)[0]
            case Undecided():
                reason = self.called(node.call)[1]
                try:
                    return self.sheet.literal(self.sheet.literal_of(reason) >= UNDECIDED, "bool")
                except KeyError:
                    return self.sheet.put("undecided", "bool", (reason,))
            case Op():
                return self.op(node)
        raise TypeError(node)

    def op(self, node: Op) -> int:
        name, kind = node.name, node.kind
        if name in ("eq", "ne"):
            return self.equal(node)
        if name == "in":
            return self.member(node)
        if name == "sure":
            return self.expr(node.args[0])
        if name in ("add_period", "sub_period", "term_end", "last_day_of"):
            return self.dated(node)
        if name.startswith("make:"):
            return self.sheet.put(name, kind, [self.expr(node.args[0])])
        args = [self.expr(arg) for arg in node.args]
        if kind == "money" and name != "to_money":
            args = [self.scaled(arg, name, place) for place, arg in enumerate(args)]
        if name in ("lt", "le", "gt", "ge") and "money" in {self.sheet.cells[arg].kind for arg in args}:
            args = [self.scaled(arg, name, 0) for arg in args]
        if name in ("and", "or"):
            return self.joined(name, args)
        if name == "where":
            return self.sheet.where(args[0], args[1], args[2], kind)
        if name in ("is_null", "not_null") and self.sheet.cells[args[0]].name == "literal":
            return self.sheet.literal(
                (self.sheet.cells[args[0]].fixed is None) == (name == "is_null"), "bool"
            )
        return self.sheet.put(name, kind, args)

    def joined(self, name: str, args: list[int]) -> int:
        decides = name == "or"
        kept = []
        for arg in args:
            try:
                fixed = bool(self.sheet.literal_of(arg))
            except KeyError:
                kept.append(arg)
                continue
            if fixed == decides:
                return self.sheet.literal(decides, "bool")
        if not kept:
            return self.sheet.literal(not decides, "bool")
        return kept[0] if len(kept) == 1 else self.sheet.put(name, "bool", kept)

    def scaled(self, cell: int, name: str, place: int) -> int:
        """Return a whole number as money where it is added to or compared with money."""
        found = self.sheet.cells[cell]
        if found.kind == "money" or name in ("mul", "floordiv", "div") or (name == "where" and place == 0):
            return cell
        if found.name == "literal":
            return self.sheet.literal(found.fixed * CENT_PARTS, "money")
        return self.sheet.put("to_money", "money", (cell,))

    def equal(self, node: Op) -> int:
        left, right = (self.expr(arg) for arg in node.args)
        kinds = [self.sheet.cells[cell].kind for cell in (left, right)]
        if "money" in kinds:
            left, right = self.scaled(left, "eq", 0), self.scaled(right, "eq", 1)
        nullable = any(arg.nullable for arg in node.args)
        if self.sheet.cells[left].name == self.sheet.cells[right].name == "literal":
            same = self.sheet.cells[left].fixed == self.sheet.cells[right].fixed
            return self.sheet.literal(same == (node.name == "eq"), "bool")
        return self.sheet.put(node.name, "bool", (left, right), "nullable" if nullable else None)

    def member(self, node: Op) -> int:
        left, items = node.args
        assert isinstance(items, Static)  # noqa: S101  # the reader made sure
        cell = self.expr(left)
        listed = items.at(self.sheet.on)
        if isinstance(left.kind, type):
            members = list(left.kind)
            wanted = tuple(
                place for place, member in enumerate(members) if member in listed or member.value in listed
            )
        else:
            wanted = tuple(plain(item) for item in listed)
        if not wanted:
            return self.sheet.literal(False, "bool")
        return self.sheet.put("in", "bool", (cell,), wanted)

    def dated(self, node: Op) -> int:
        day, length = node.args
        cell = self.expr(day)
        if not isinstance(length, Static):
            months = self.expr(length)
            sign = -1 if node.name == "sub_period" else 1
            made = self.sheet.cells[months]
            return self.sheet.put(
                f"{node.name}:{made.name.removeprefix('make:')}", "date", (cell, *made.args), sign
            )
        return self.static_dated(node.name, cell, length.at(self.sheet.on))

    def static_dated(self, name: str, cell: int, length: Period) -> int:
        if name == "last_day_of":
            return self.sheet.put("months_long", "date", (cell,), months_in(length))
        sign = -1 if name == "sub_period" else 1
        match length:
            case Days(count) | Weeks(count):
                days = sign * count * (7 if isinstance(length, Weeks) else 1)
                reached = self.sheet.put("add_days", "date", (cell,), days) if days else cell
            case _:
                reached = self.sheet.put("months_later", "date", (cell,), sign * months_in(length))
        if name == "term_end" and rolls(length):
            return self.sheet.put(f"table:{DATE_FUNCTIONS[next_working_day]}", "date", (reached,))
        return reached


def months_in(length: Period) -> int:
    """Return how many months a period of months or years is."""
    match length:
        case Months(count):
            return count
        case Years(count):
            return 12 * count
    raise TypeError(f"{length} is not in months")


def plain(value: Any) -> Any:
    """Return a constant as a column holds it: days and choices as numbers, money in parts of a cent."""
    match value:
        case bool() | None | str() | tuple():
            return value if not isinstance(value, Enum) else list(type(value)).index(value)
        case Enum():
            return list(type(value)).index(value)
        case Hours(count):
            return count
        case date():
            return number(value)
        case Decimal():
            scaled = value * CENT_PARTS
            if scaled != int(scaled):
                raise ValueError(f"{value} has more decimals than money is counted in")
            return int(scaled)
        case _:
            return value
