"""The rules that are asked together, in an order in which each comes after those it calls."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ..outcome import Status
from ..rule import Rule, Version
from .nodes import Binding, Body, Branch, Call, Expr, HandOver, Kind, Leaf, Op, Site, Tree, Undecided
from .reader import read
from .vocabulary import fact_kinds, facts_kind, value_kind

STATUS_BITS = 14
"""A reason is a number of 16 bits: the status in the upper two, the sentence in the rest."""

RANK: Mapping[Status, int] = {Status.KNOWN: 0, Status.UNKNOWN: 1, Status.OORDEEL: 2}
STATUSES = tuple(RANK)

Key = tuple[str, Binding]


@dataclass(frozen=True, slots=True)
class Step:
    """One rule asked about the facts of a row, in the version of the day."""

    rule: Rule[Any, Any]
    version: Version[Any, Any]
    body: Body
    binding: Binding
    kind: Kind

    @property
    def key(self) -> Key:
        """What tells two steps apart."""
        return self.rule.name, self.binding

    def fact(self, name: str) -> str | None:
        """Return the column that the fact of this name is, or None when the facts do not have it."""
        return name if self.binding is None else dict(self.binding).get(name)


class Program:
    """Rules by the name of their answer; reads their source when it is made, and raises LiftError."""

    def __init__(self, outputs: Mapping[str, Rule[Any, Any]]) -> None:
        self.outputs = dict(outputs)
        self.kinds = {name: value_kind(rule) for name, rule in self.outputs.items()}
        self._closure = self._all_rules()

    def _all_rules(self) -> dict[str, Rule[Any, Any]]:
        found: dict[str, Rule[Any, Any]] = {}
        waiting = list(self.outputs.values())
        while waiting:
            rule = waiting.pop()
            if rule.name in found:
                continue
            found[rule.name] = rule
            for version in rule.versions:
                waiting += [call.rule for call in calls(read(version, rule.name).tree)]
        return dict(sorted(found.items()))

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Every sentence of every version of the rules; its place in this tuple is its number."""
        return tuple(
            site
            for rule in self._closure.values()
            for version in rule.versions
            for site in sorted(read(version, rule.name).sites, key=lambda site: site.number)
        )

    @cached_property
    def codes(self) -> Mapping[tuple[str, date, int], int]:
        """The number of the reason of each sentence, status included."""
        return {
            (site.rule, site.since, site.number): (RANK[site.status] << STATUS_BITS) | number
            for number, site in enumerate(self.sites)
        }

    def code(self, site: Site) -> int:
        """Return the number of the reason."""
        return self.codes[(site.rule, site.since, site.number)]

    def site(self, code: int) -> Site:
        """Return the sentence of the number of a reason."""
        return self.sites[code & ((1 << STATUS_BITS) - 1)]

    @cached_property
    def facts(self) -> Mapping[str, Kind]:
        """The columns that the rules take, with the kind of each."""
        kinds: dict[str, Kind] = {}
        for rule in self.outputs.values():
            own = fact_kinds(facts_kind(rule))
            for name in sorted(self._facts_of(rule, frozenset())):
                if kinds.setdefault(name, own[name]) != own[name]:
                    raise TypeError(f"the fact {name} is not the same kind in every rule")
        return kinds

    def _facts_of(self, rule: Rule[Any, Any], seen: frozenset[str]) -> set[str]:
        return {name for version in rule.versions for name in read(version, rule.name).facts}

    def steps(self, on: date) -> tuple[Step, ...]:
        """Return every rule that is asked on this day, called ones first; raises NotInForce.

        A rule that is not yet in force on the day is left out when nobody needs it.
        """
        found: dict[Key, Step] = {}

        def add(rule: Rule[Any, Any], binding: Binding) -> None:
            if (rule.name, binding) in found:
                return
            version = rule.in_force(on)
            body = read(version, rule.name)
            for call in calls(body.tree):
                add(call.rule, compose(binding, call.binding))
            found[(rule.name, binding)] = Step(rule, version, body, binding, value_kind(rule))

        for rule in self.outputs.values():
            if on >= rule.commenced[0]:
                add(rule, None)
        return tuple(found.values())


def compose(outer: Binding, inner: Binding) -> Binding:
    """Return which column a fact is, through two projections."""
    if inner is None:
        return outer
    if outer is None:
        return inner
    columns = dict(outer)
    return tuple((name, columns[mine]) for name, mine in inner if mine in columns)


def calls(tree: Tree) -> list[Call]:
    """Return the calls of other rules in a tree, each once, in the order in which they are met."""
    found: dict[int, Call] = {}
    for node in walk(tree):
        if isinstance(node, Call):
            found.setdefault(id(node), node)
    return list(found.values())


def walk(tree: Tree) -> "Iterator[Tree | Expr]":
    """Yield every node of a tree and of the expressions in it, each once."""
    seen: set[int] = set()
    waiting: list[Tree | Expr] = [tree]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        match node:
            case Branch(condition, yes, no):
                waiting += [no, yes, condition]
            case HandOver(call):
                waiting.append(call)
            case Leaf():
                waiting += [expr for _, expr in node.using]
                waiting += [node.value] if node.value is not None else []
            case Undecided():
                waiting.append(node.call)
            case Op():
                waiting += node.args
