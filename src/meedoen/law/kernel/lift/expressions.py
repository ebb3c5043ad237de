"""Reads the expressions in a rule: facts, numbers, days, and where a missing fact ends the path.

Expressions are read with what is to be done next (`then`), since a `given` or a `known` in the midst of one
can end the path there. A choice within an expression parts no path; what stops in the part that is not chosen
does not count.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from .. import calendar, outcome
from ..parameter import Hours, Parameter
from ..rule import Rule, Version
from .nodes import MADE, PERIODS, Call, Expr, Fact, Kind, Site, Static, Tree, kind_of
from .vocabulary import (
    COMPARISONS,
    FUNCTIONS,
    NEVER_EMPTY,
    ON,
    STATIC,
    SUMS,
    LiftError,
    fact_kinds,
    facts_kind,
    facts_of,
    parameter_value,
    projection,
    value_kind,
)

Then: TypeAlias = Callable[[Expr], Tree]
Thunk: TypeAlias = Callable[[], Tree]
GUARD = "·guard"
"""In a scope: the condition under which an expression is read at all."""

Scope: TypeAlias = Mapping[str, "Expr | Pending"]


class Pending:
    """A name in a rule that stands for an outcome of which nothing was asked yet."""

    __slots__ = ("call",)

    def __init__(self, call: Call) -> None:
        self.call = call


def pending(scope: Scope, name: str) -> Call | None:
    """Return the call whose outcome a name stands for, or None."""
    found = scope.get(name)
    return found.call if isinstance(found, Pending) else None


class Expressions:
    """Reads the expressions, the sentences and the names in one version of one rule."""

    def __init__(self, version: "Version[Any, Any]", name: str) -> None:
        lines, first = inspect.getsourcelines(version.body)
        self.file = inspect.getsourcefile(version.body) or "?"
        self.first = first
        (function,) = ast.parse(textwrap.dedent("".join(lines))).body
        assert isinstance(function, ast.FunctionDef)  # noqa: S101  # a rule is made of a function
        self.function = function
        self.version, self.name = version, name
        self.globals = inspect.getmodule(version.body).__dict__
        self.kind = facts_of(version.body, name)
        self.facts = fact_kinds(self.kind)
        self.used: set[str] = set()
        self.sites: dict[int, Site] = {}
        self.numbers = {
            id(node): 2 * number
            for number, node in enumerate(n for n in ast.walk(function) if isinstance(n, ast.Call))
        }
        self.blocks: dict[Any, Tree] = {}

    def refuse(self, node: ast.AST, why: str) -> LiftError:
        """Return the fault for this place in the source: file, line and why."""
        line = self.first + getattr(node, "lineno", 1) - 1
        return LiftError(f"{self.file}:{line}: {self.name}: {why}: {ast.unparse(node)}")

    def parted(self, found: Expr, yes: Thunk, no: Thunk) -> Tree:
        """Return a path that parts on a condition; one that is the same for every row is settled here."""
        condition = self.truth(found)
        if condition is MADE.constant(True):
            return yes()
        if condition is MADE.constant(False):
            return no()
        return MADE.branch(condition, yes(), no())

    def truth(self, found: Expr) -> Expr:
        """Return the expression as a condition: a number that is not 0, a fact that is there."""
        if found.kind == "bool":
            return found
        if found.kind == "int":
            return (
                self.op("ne", "bool", found, MADE.constant(0))
                if not found.nullable
                else self.op("ne", "bool", self.op("or_zero", "int", found), MADE.constant(0))
            )
        return self.op("not_null", "bool", found)

    # --- expressions ---

    def is_pure(self, node: ast.expr, scope: Scope) -> bool:
        """Return whether nothing in the expression can end the path."""
        for inner in ast.walk(node):
            if isinstance(inner, ast.Name) and isinstance(scope.get(inner.id), Pending):
                return False
            if isinstance(inner, ast.Call) and (
                self.rule_call(inner) is not None
                or (
                    isinstance(inner.func, ast.Name)
                    and self.globals.get(inner.func.id) in (outcome.given, outcome.known)
                )
            ):
                return False
        return True

    def expr(self, node: ast.expr, scope: Scope, then: Then) -> Tree:
        """Read an expression, and go on with it; a missing fact in it ends the path instead."""
        if (constant := self.constant(node)) is not None:
            return then(constant)
        match node:
            case ast.Name(id="on"):
                return then(ON)
            case ast.Name(id=name) if name in scope:
                value = scope[name]
                if isinstance(value, Pending):
                    raise self.refuse(node, "use known(…) for the value of an outcome")
                return then(value)
            case ast.Attribute(value=ast.Name(id="facts"), attr=attribute):
                return then(self.fact(attribute, node))
            case ast.Attribute(value=inner, attr="count"):
                return self.expr(inner, scope, lambda found: then(self.counted(found, node)))
            case ast.Compare(ops=[_, _, *_]) if not self.is_pure(node, scope):
                return self.truth_of(_in_links(node), scope, then)
            case ast.Compare(left=left, ops=ops, comparators=comparators):
                return self.several(
                    [left, *comparators], scope, lambda args: then(self.compared(node, ops, args))
                )
            case ast.BoolOp() if self.is_pure(node, scope):
                return self.several(node.values, scope, lambda args: then(self.joined(node, args)))
            case ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
                return self.truth_of(node, scope, then)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self.expr(
                    operand, scope, lambda found: then(self.op("sub", found.kind, MADE.constant(0), found))
                )
            case ast.BinOp(left=left, op=op, right=right) if type(op) in SUMS:
                return self.several([left, right], scope, lambda args: then(self.sum(node, op, *args)))
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self.chosen(test, body, orelse, scope, then)
            case ast.Call():
                return self.called(node, scope, then)
        raise self.refuse(node, "an expression that cannot be lifted")

    def truth_of(self, node: ast.expr, scope: Scope, then: Then) -> Tree:
        """Read a condition as a value, and go on with it once: the path parts only where the rule stops."""
        match node:
            case ast.BoolOp(op=op, values=values):
                return self.truths(op, values, scope, then)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self.truth_of(operand, scope, lambda found: then(self.op("not", "bool", found)))
        call = pending(scope, node.id) if isinstance(node, ast.Name) else self.rule_call(node)
        if call is not None:
            return self.stopping(
                MADE.undecided(call), MADE.hand_over(call), lambda: then(self.truth(call)), scope
            )
        return self.expr(node, scope, lambda found: then(self.truth(found)))

    def truths(self, op: ast.boolop, values: list[ast.expr], scope: Scope, then: Then) -> Tree:
        """Read conditions that are joined; a later one only counts where the earlier leave it open."""
        if len(values) == 1:
            return self.truth_of(values[0], scope, then)
        name = "and" if isinstance(op, ast.And) else "or"

        def others(first: Expr) -> Tree:
            asked_when = first if name == "and" else self.op("not", "bool", first)
            return self.truths(
                op,
                values[1:],
                self.within(scope, asked_when),
                lambda rest: then(self.op(name, "bool", first, rest)),
            )

        return self.truth_of(values[0], scope, others)

    def chosen(self, test: ast.expr, body: ast.expr, orelse: ast.expr, scope: Scope, then: Then) -> Tree:
        """Read `a if c else b` as one value; what stops in a part that is not chosen does not count."""

        def with_test(condition: Expr) -> Tree:
            unless = self.op("not", "bool", condition)
            return self.expr(
                body,
                self.within(scope, condition),
                lambda yes: self.expr(
                    orelse,
                    self.within(scope, unless),
                    lambda no: self.one_of(condition, yes, no, then),
                ),
            )

        return self.truth_of(test, scope, with_test)

    def one_of(self, condition: Expr, yes: Expr, no: Expr, then: Then) -> Tree:
        """Go on with one of two values."""
        if yes.kind in ("period", "list"):  # no column holds them, so the path parts
            return self.parted(condition, lambda: then(yes), lambda: then(no))
        return then(self.where(condition, yes, no))

    def where(self, condition: Expr, yes: Expr, no: Expr) -> Expr:
        """Return the value that is `yes` where the condition holds, else `no`."""
        if condition in (MADE.constant(True), MADE.constant(False)):
            return yes if condition is MADE.constant(True) else no
        kind = yes.kind if yes.kind != "none" else no.kind
        return MADE.op("where", kind, yes.nullable or no.nullable, condition, yes, no)

    def within(self, scope: Scope, condition: Expr) -> Scope:
        """Return the scope of a part that is only read where the condition holds."""
        outer = scope.get(GUARD)
        guard = condition if not isinstance(outer, Expr) else self.op("and", "bool", outer, condition)
        return {**scope, GUARD: guard}

    def stopping(self, condition: Expr, end: Tree, go_on: Thunk, scope: Scope) -> Tree:
        """Return a path that ends where the condition holds, if that part is read at all."""
        guard = scope.get(GUARD)
        if isinstance(guard, Expr):
            condition = self.op("and", "bool", guard, condition)
        if condition is MADE.constant(False):
            return go_on()
        return MADE.branch(condition, end, go_on())

    def several(self, nodes: list[ast.expr], scope: Scope, then: Callable[[list[Expr]], Tree]) -> Tree:
        """Read expressions from left to right, and go on with all of them."""

        def go(rest: list[ast.expr], found: list[Expr]) -> Tree:
            if not rest:
                return then(found)
            return self.expr(rest[0], scope, lambda value: go(rest[1:], [*found, value]))

        return go(nodes, [])

    def called(self, node: ast.Call, scope: Scope, then: Then) -> Tree:
        """Read the call of a parameter, a function of the vocabulary, `given` or `known`."""
        match node.func:
            case ast.Attribute(value=inner, attr="at") if [ast.unparse(a) for a in node.args] == ["on"]:
                parameter = self.parameter(inner)
                if parameter is None:
                    raise self.refuse(node, "only a parameter has a value at a day")
                return then(parameter_value(parameter))
            case ast.Name(id=name):
                function = self.globals.get(
                    name, __builtins__.get(name) if isinstance(__builtins__, dict) else None
                )
            case _:
                raise self.refuse(node, "a call that cannot be lifted")
        if function is outcome.known:
            return self.known(node.args[0], scope, then)
        if function is outcome.given:
            return self.given(node, scope, then)
        if function in FUNCTIONS:
            operation, kind = FUNCTIONS[function]
            return self.several(
                node.args,
                scope,
                lambda args: then(self.op(operation, args[0].kind if kind == "same" else kind, *args)),
            )
        if function in calendar.DATE_FUNCTIONS:
            return self.several(
                node.args,
                scope,
                lambda args: then(self.op(f"table:{calendar.DATE_FUNCTIONS[function]}", "date", *args)),
            )
        if function in PERIODS or function in (Hours, Decimal):
            return self.several(node.args, scope, lambda args: then(self.made(function, args[0])))
        raise self.refuse(node, "a function that cannot be lifted")

    def known(self, node: ast.expr, scope: Scope, then: Then) -> Tree:
        """Read the value of an outcome; an undecided one ends the path with its own reason."""
        call = self.rule_call(node)
        if call is None and isinstance(node, ast.Name):
            call = pending(scope, node.id)
        if call is None:
            raise self.refuse(node, "known(…) takes the outcome of a rule")
        return self.stopping(MADE.undecided(call), MADE.hand_over(call), lambda: then(call), scope)

    def given(self, node: ast.Call, scope: Scope, then: Then) -> Tree:
        """Read a fact that must be there; one that is missing ends the path with this sentence."""

        def checked(found: Expr) -> Tree:
            fact = found.name if isinstance(found, Fact) else None
            if not found.nullable:
                return then(found)
            missing = self.sentence(node, outcome.Status.UNKNOWN, scope, fact)
            return self.stopping(
                self.op("is_null", "bool", found), missing, lambda: then(self.sure(found)), scope
            )

        return self.expr(node.args[0], scope, checked)

    def sure(self, found: Expr) -> Expr:
        """Return the expression where it is certain to be there."""
        return MADE.op("sure", found.kind, False, found)

    def made(self, function: Any, inner: Expr) -> Expr:
        """Return a period, hours or an amount made of a number."""
        if function in PERIODS:
            if isinstance(inner, Static):
                return MADE.static(
                    f"{function.__name__}({inner.text})", "period", lambda on: function(inner.at(on))
                )
            return self.op(f"make:{function.__name__}", "period", inner)
        if function is Hours:
            return inner
        return self.op("to_money", "money", inner)

    def fact(self, name: str, node: ast.AST) -> Fact:
        """Return the fact of this name; raises LiftError when the facts have none."""
        if name not in self.facts:
            raise self.refuse(node, f"there is no fact {name}")
        self.used.add(name)
        return MADE.fact(name, self.facts[name])

    def counted(self, found: Expr, node: ast.AST) -> Expr:
        """Return the number in hours or in a period."""
        if isinstance(found, Static):
            return MADE.static(f"{found.text}.count", "int", lambda on: found.at(on).count)
        if found.kind == "int":
            return found
        raise self.refuse(node, "only hours and periods have a count")

    def compared(self, node: ast.expr, ops: list[ast.cmpop], args: list[Expr]) -> Expr:
        """Return a comparison, also of more than two."""
        parts = [self.compare(node, op, args[i], args[i + 1]) for i, op in enumerate(ops)]
        return parts[0] if len(parts) == 1 else self.op("and", "bool", *parts)

    def compare(self, node: ast.expr, op: ast.cmpop, left: Expr, right: Expr) -> Expr:
        """Return the comparison of two expressions."""
        none = right is MADE.constant(None)
        match op:
            case ast.Is() if none:
                return self.op("is_null", "bool", left)
            case ast.IsNot() if none:
                return self.op("not_null", "bool", left)
            case ast.Is() if right in (MADE.constant(True), MADE.constant(False)):
                return self.op("eq", "bool", left, right)
            case ast.IsNot() if right in (MADE.constant(True), MADE.constant(False)):
                return self.op("ne", "bool", left, right)
            case ast.In() if right.kind == "list":
                return self.op("in", "bool", left, right)
            case ast.NotIn() if right.kind == "list":
                return self.op("not", "bool", self.op("in", "bool", left, right))
        if type(op) not in COMPARISONS or "list" in (left.kind, right.kind):
            raise self.refuse(node, "a comparison that cannot be lifted")
        if none:
            raise self.refuse(node, "compare with None by `is`")
        return self.op(COMPARISONS[type(op)][0], "bool", left, right)

    def joined(self, node: ast.BoolOp, args: list[Expr]) -> Expr:
        """Return yes and no joined, or a number with 0 for one that is missing."""
        if all(arg.kind == "bool" for arg in args):
            return self.op("and" if isinstance(node.op, ast.And) else "or", "bool", *args)
        if (
            isinstance(node.op, ast.Or)
            and len(args) == 2
            and args[1] is MADE.constant(0)
            and args[0].kind == "int"
        ):
            return self.op("or_zero", "int", args[0])
        raise self.refuse(node, "`or` joins yes and no, or gives 0 for a missing number")

    def sum(self, node: ast.BinOp, op: ast.operator, left: Expr, right: Expr) -> Expr:
        """Return two numbers or a day and a period put together."""
        name = SUMS[type(op)][0]
        if "period" in (left.kind, right.kind):
            if left.kind == "date" and name in ("add", "sub"):
                return self.op(f"{name}_period", "date", left, right)
            raise self.refuse(node, "a period is added to a day or taken from it")
        kind: Kind = "money" if "money" in (left.kind, right.kind) else "int"
        if {left.kind, right.kind} - {"int", "money"}:
            raise self.refuse(node, "only numbers are added and multiplied")
        return self.op(name, kind, left, right)

    def op(self, name: str, kind: Kind, *args: Expr) -> Expr:
        """Return an operation; when all it takes is the same for every row, so is its result."""
        if all(isinstance(arg, Static) for arg in args) and name in STATIC:
            statics = [arg for arg in args if isinstance(arg, Static)]
            text = f"{name}({', '.join(arg.text for arg in statics)})"
            function = STATIC[name]
            return MADE.static(text, kind, lambda on: function(*(arg.at(on) for arg in statics)))
        return MADE.op(name, kind, name not in NEVER_EMPTY and any(arg.nullable for arg in args), *args)

    # --- names ---

    def constant(self, node: ast.expr) -> Expr | None:
        """Return the constant that the node is, or None when it depends on facts, day or scope."""
        if isinstance(node, ast.Constant):
            return MADE.constant(node.value)
        names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
        if (
            not names
            or names - self.globals.keys() - {"date", "Decimal"}
            or "facts" in names
            or "on" in names
        ):
            return None
        if any(isinstance(inner, ast.Call) and not self.makes_constant(inner) for inner in ast.walk(node)):
            return None
        try:
            value = eval(compile(ast.Expression(node), "<rule>", "eval"), dict(self.globals))  # noqa: S307  # our own source
            kind_of(value)
        except TypeError:
            return None
        return MADE.constant(value)

    def makes_constant(self, call: ast.Call) -> bool:
        """Return whether the call makes a constant of constants."""
        makers = (*PERIODS, Hours, Decimal, date, tuple)
        return isinstance(call.func, ast.Name) and self.globals.get(call.func.id, None) in makers

    def parameter(self, node: ast.expr) -> Parameter | None:
        """Return the parameter that the name stands for, or None."""
        found = self.globals.get(node.id) if isinstance(node, ast.Name) else None
        return found if isinstance(found, Parameter) else None

    def rule_call(self, node: ast.AST) -> Call | None:
        """Return the call of another rule that the node is, or None."""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            return None
        rule = self.globals.get(node.func.id)
        if not isinstance(rule, Rule):
            return None
        if [ast.unparse(keyword) for keyword in node.keywords] != ["on=on"] or len(node.args) != 1:
            raise self.refuse(node, "another rule is asked with facts and on=on")
        binding = self.binding(node.args[0], rule)
        for name in fact_kinds(facts_kind(rule)) if binding is None else [mine for _, mine in binding]:
            if name in self.facts:
                self.used.add(name)
        return MADE.call(rule, binding, value_kind(rule))

    def binding(self, node: ast.expr, rule: Rule[Any, Any]) -> tuple[tuple[str, str], ...] | None:
        """Return which facts of the row another rule is asked about; None for the same facts."""
        if isinstance(node, ast.Name) and node.id == "facts":
            return None
        if not isinstance(node, ast.Attribute) or ast.unparse(node.value) != "facts":
            raise self.refuse(node, "another rule takes the same facts or a property of them")
        found = inspect.getattr_static(self.kind, node.attr, None)
        if not isinstance(found, property) or found.fget is None:
            raise self.refuse(node, "only a property projects facts")
        return projection(found.fget, self.refuse, node)

    def sentence(
        self, call: ast.Call, status: outcome.Status | None, scope: Scope, fact: str | None = None
    ) -> Tree:
        """Return the end of a path at a sentence that says why there is no answer."""
        assert status is not None  # noqa: S101
        because = call.args[-1]
        site = self.site(call, status, self.text(because), fact=fact)
        return self.using(call.keywords, scope, lambda using: MADE.leaf(site, None, using))

    def using(
        self,
        keywords: list[ast.keyword],
        scope: Scope,
        then: Callable[[tuple[tuple[str, Expr], ...]], Tree],
        found: tuple[tuple[str, Expr], ...] = (),
    ) -> Tree:
        """Read the values in a sentence, in order, and go on with them."""
        if not keywords:
            return then(found)
        first, *rest = keywords
        name = str(first.arg)
        return self.expr(
            first.value, scope, lambda value: self.using(rest, scope, then, (*found, (name, value)))
        )

    def site(
        self, call: ast.Call, status: outcome.Status, because: str, extra: int = 0, fact: str | None = None
    ) -> Site:
        """Return the place of a sentence."""
        number = self.numbers[id(call)] + extra
        if number not in self.sites:
            self.sites[number] = Site(
                self.name, self.version.since, number, status, because, self.version.citation, fact
            )
        return self.sites[number]

    def text(self, node: ast.expr) -> str:
        """Return the words of a sentence; raises LiftError when they are not a constant."""
        value = self.constant(node)
        if not isinstance(value, Static) or value.kind != "text":
            raise self.refuse(node, "the sentence of an answer is a constant text")
        return str(value.at(self.version.since))


def _in_links(chain: ast.Compare) -> ast.expr:
    """Return `a < b < c` as `a < b and b < c`: what stands after a link that fails is not read."""
    left = [chain.left, *chain.comparators]
    links = [ast.Compare(left[place], [op], [left[place + 1]]) for place, op in enumerate(chain.ops)]
    return ast.copy_location(ast.BoolOp(ast.And(), list(links)), chain)
