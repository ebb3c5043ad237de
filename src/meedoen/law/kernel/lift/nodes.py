"""What a lifted rule is made of: expressions over the facts, and a tree of decisions that ends in answers.

An expression is pure; what can stop a rule (a missing fact, an oordeel, an undecided other rule) is a leaf of
the tree. Nodes are interned: two equal nodes are one object, so that an engine computes what they share once.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from ..citation import Cited
from ..outcome import Status
from ..parameter import Hours
from ..period import Days, Months, Weeks, Years

if TYPE_CHECKING:
    from ..rule import Rule

PERIODS = (Days, Weeks, Months, Years)

Kind: TypeAlias = "str | type[Enum]"
"""bool, int, date, money, text, period, list, none; or the Enum of which it is a member."""


@dataclass(frozen=True, slots=True, eq=False)
class Expr:
    """An expression: its kind, and whether it can be empty."""

    kind: Kind
    nullable: bool


@dataclass(frozen=True, slots=True, eq=False)
class Fact(Expr):
    """A column of the caseload, by the name of the fact."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Static(Expr):
    """What is the same for every row once the day is known: a constant, a parameter, the day itself."""

    at: Callable[[date], Any]
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Op(Expr):
    """An operation on other expressions; see `OPERATIONS` in the reader for its names."""

    name: str
    args: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Call(Expr):
    """The value that another rule answers for the same row; empty unless that answer is known."""

    rule: "Rule[Any, Any]"
    binding: "Binding"

    @property
    def key(self) -> "tuple[str, Binding]":
        """The rule by name and the facts that it is asked about."""
        return self.rule.name, self.binding


Binding: TypeAlias = tuple[tuple[str, str], ...] | None
"""Which fact of the row each fact of the rule is; None when all have their own names."""


@dataclass(frozen=True, slots=True, eq=False)
class Undecided(Expr):
    """Whether a call has no known answer."""

    call: Call


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """The end of a path: an answer of the rule itself, with the site of its sentence."""

    status: Status
    value: Expr | None
    site: "Site"
    using: tuple[tuple[str, Expr], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class HandOver:
    """The end of a path: the answer, or the lack of one, of another rule."""

    call: Call


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """Where a path parts on a condition; an empty condition counts as no."""

    condition: Expr
    yes: "Tree"
    no: "Tree"


Tree: TypeAlias = Leaf | HandOver | Branch


@dataclass(frozen=True, slots=True)
class Site:
    """A sentence in the source of a rule: which rule and version, which number within it, and its words.

    `fact` is the fact whose absence this sentence tells, where that is plain from the source.
    """

    rule: str
    since: date
    number: int
    status: Status
    because: str
    citation: Cited
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """One version of a rule as a tree, with the facts and the sentences in it."""

    since: date
    tree: Tree
    facts: frozenset[str]
    sites: tuple[Site, ...]


@dataclass(slots=True)
class Interning:
    """Makes equal nodes one object."""

    made: dict[Hashable, Any] = field(default_factory=dict)

    def fact(self, name: str, kind: Kind) -> Fact:
        """Return the fact of this name."""
        return self._one(("fact", name), lambda: Fact(kind, True, name))

    def op(self, name: str, kind: Kind, nullable: bool, *args: Expr) -> Op:
        """Return this operation on these expressions."""
        return self._one(("op", name, *map(id, args)), lambda: Op(kind, nullable, name, args))

    def call(self, rule: "Rule[Any, Any]", binding: Binding, kind: Kind) -> Call:
        """Return the answer of a rule."""
        return self._one(("call", rule.name, binding), lambda: Call(kind, True, rule, binding))

    def undecided(self, call: Call) -> Undecided:
        """Return whether the call is undecided."""
        return self._one(("undecided", id(call)), lambda: Undecided("bool", False, call))

    def constant(self, value: Any) -> Static:
        """Return a constant."""
        key = ("constant", type(value), value)
        return self._one(key, lambda: Static(kind_of(value), value is None, lambda on: value, f"{value!r}"))

    def static(self, text: str, kind: Kind, at: Callable[[date], Any]) -> Static:
        """Return what depends on the day alone; `text` tells two of them apart."""
        return self._one(("static", text), lambda: Static(kind, False, at, text))

    def branch(self, condition: Expr, yes: Tree, no: Tree) -> Tree:
        """Return the branch; without a difference there is none."""
        if yes is no:
            return yes
        return self._one(("branch", id(condition), id(yes), id(no)), lambda: Branch(condition, yes, no))

    def leaf(self, site: Site, value: Expr | None, using: tuple[tuple[str, Expr], ...]) -> Leaf:
        """Return the answer at this sentence."""
        key = ("leaf", site, id(value), tuple((name, id(expr)) for name, expr in using))
        return self._one(key, lambda: Leaf(site.status, value, site, using))

    def hand_over(self, call: Call) -> HandOver:
        """Return the answer of another rule as one's own."""
        return self._one(("hand over", id(call)), lambda: HandOver(call))

    def _one(self, key: Hashable, make: "Callable[[], N]") -> "N":
        if key not in self.made:
            self.made[key] = make()
        found: N = self.made[key]
        return found


N = TypeVar("N")

MADE = Interning()
"""Every node there is. It keeps them alive, so that an id is never used again."""


def kind_of(value: object) -> Kind:
    """Return the kind of a constant; raises TypeError for a value that no column can hold."""
    match value:
        case None:
            return "none"
        case bool():
            return "bool"
        case Enum():
            return type(value)
        case int() | Hours():
            return "int"
        case date():
            return "date"
        case Decimal():
            return "money"
        case str():
            return "text"
        case tuple():
            return "list"
        case _ if isinstance(value, PERIODS):
            return "period"
        case _:
            raise TypeError(f"no column holds {value!r}")
