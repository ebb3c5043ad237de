"""The sentence of each answer of a caseload, with the values in it: the same words as for one person.

A reason says which sentence an answer has; the values between its braces differ from row to row. They become
columns of numbers, as many as the longest sentence needs, in the order in which the sentence names them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from ..outcome import Outcome
from .nodes import Branch, Expr, HandOver, Kind, Leaf, Site, Static, Tree
from .program import Key, Step, compose, walk
from .sheet import CENT_PARTS, Sheet, _Writer
from .tables import day_of

NUMBERS = ("bool", "int", "date", "money", "none")


class NotInColumns(TypeError):
    """A sentence holds something that no column of numbers can hold."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands in one sentence: what is the same for every row, and in order the kinds of what differs."""

    site: Site
    fixed: Mapping[str, Any]
    varying: tuple[tuple[str, Kind], ...]

    def using(self, numbers: Iterable[Any]) -> dict[str, Any]:
        """Return the values in the sentence of a row, from its numbers."""
        pairs = zip(self.varying, numbers, strict=False)
        return {**self.fixed, **{name: value_of(kind, number) for (name, kind), number in pairs}}


class Sentences:
    """Adds the values in the sentences of some answers of a sheet to it; afterwards tells them.

    For each answer NAME the sheet then also gives the columns NAME.woord0, NAME.woord1, …
    """

    def __init__(self, made: Sheet, names: Iterable[str]) -> None:
        self.sheet = made
        self.program = made.program
        steps = made.program.steps(made.on)
        self.wordings = _wordings(steps, made)
        self._of: dict[Key, tuple[int, ...]] = {}
        for step in steps:
            self._of[step.key] = _Words(self, step).tree(step.body.tree)
        self.columns: dict[str, tuple[str, ...]] = {}
        for name in names:
            cells = self._of[(made.program.outputs[name].name, None)]
            self.columns[name] = tuple(f"{name}.woord{place}" for place in range(len(cells)))
            made.values.update(zip(self.columns[name], cells, strict=True))

    def words_of(self, key: Key) -> tuple[int, ...]:
        """Return the cells with the values in the sentence of a rule that was written before."""
        return self._of[key]

    def outcome(self, reason: int, value: Any, numbers: Iterable[Any]) -> Outcome[Any]:
        """Return the answer of a row with its sentence, from the number of its reason; without grounds.

        The citation is that of the rule that gave the sentence. For an answer that is not known the rule
        for one person cites where it stopped, which may be the lid that asked.
        """
        wording = self.wordings[reason]
        site = wording.site
        return Outcome(
            value,
            site.because,
            wording.using(numbers),
            site.status,
            site.citation,
            rule=site.rule,
            on=self.sheet.on,
        )


def value_of(kind: Kind, number: Any) -> Any:
    """Return the value that a column of numbers holds as this kind."""
    if number is None:
        return None
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)[number]
    match kind:
        case "date":
            return day_of(number)
        case "money":
            return Decimal(number) / CENT_PARTS
        case "bool":
            return bool(number)
    return number


def _wordings(steps: Iterable[Step], made: Sheet) -> dict[int, Wording]:
    """Return the wording of each sentence, by the number of its reason."""
    leaves: dict[int, list[Leaf]] = {}
    for step in steps:
        for node in walk(step.body.tree):
            if isinstance(node, Leaf):
                found = leaves.setdefault(made.program.code(node.site), [])
                found += [node] if node not in found else []
    return {code: _wording(found, made) for code, found in leaves.items()}


def _wording(leaves: list[Leaf], made: Sheet) -> Wording:
    fixed: dict[str, Any] = {}
    varying: list[tuple[str, Kind]] = []
    for same in zip(*(leaf.using for leaf in leaves), strict=True):
        name = same[0][0]
        exprs = [expr for _, expr in same]
        values = [expr.at(made.on) for expr in exprs if isinstance(expr, Static)]
        if len(values) == len(exprs) and all(value == values[0] for value in values):
            fixed[name] = values[0]
        else:
            varying.append((name, _kind(exprs, name, leaves[0].site)))
    return Wording(leaves[0].site, fixed, tuple(varying))


def _kind(exprs: list[Expr], name: str, site: Site) -> Kind:
    kinds = {expr.kind for expr in exprs} - {"none"}
    if len(kinds) != 1 or not all(isinstance(kind, type) or kind in NUMBERS for kind in kinds):
        raise NotInColumns(f"{site.rule}: {{{name}}} in “{site.because}” is not one kind of number")
    return kinds.pop()


class _Words:
    """Writes the values in the sentences of one step into the sheet."""

    def __init__(self, sentences: Sentences, step: Step) -> None:
        self.sentences, self.step = sentences, step
        self.sheet = sentences.sheet
        self.writer = _Writer(sentences.sheet, step)
        self.trees: dict[int, tuple[int, ...]] = {}

    def tree(self, node: Tree) -> tuple[int, ...]:
        """Return the cells of the values in the sentence at the end of each path."""
        if id(node) not in self.trees:
            self.trees[id(node)] = self._tree(node)
        return self.trees[id(node)]

    def _tree(self, node: Tree) -> tuple[int, ...]:
        match node:
            case Leaf():
                names = {name for name, _ in self.wording(node).varying}
                return tuple(self.writer.expr(expr) for name, expr in node.using if name in names)
            case HandOver(call):
                return self.sentences.words_of((call.rule.name, compose(self.step.binding, call.binding)))
            case Branch(condition, yes, no):
                return self.parted(self.writer.expr(condition), self.tree(yes), self.tree(no))
        raise TypeError(node)

    def wording(self, leaf: Leaf) -> Wording:
        return self.sentences.wordings[self.sheet.program.code(leaf.site)]

    def parted(self, condition: int, yes: tuple[int, ...], no: tuple[int, ...]) -> tuple[int, ...]:
        """Return for each place the value of the path taken; a shorter sentence leaves the rest empty."""
        nothing = self.sheet.literal(None, "int")
        length = max(len(yes), len(no))
        pairs = zip(*(part + (nothing,) * (length - len(part)) for part in (yes, no)), strict=True)
        return tuple(self.sheet.where(condition, first, second, "int") for first, second in pairs)
