"""Reads the source of a rule, once, into a tree of decisions; refuses what it cannot read with file and line.

What a rule may hold is what `tests/law/test_liftable.py` allows. The order of evaluation is Python's own: a
`given` that finds nothing, or a yes or no asked of an undecided outcome, ends the path there, with the reason
of that place.
"""

import ast
from functools import cache
from typing import Any

from .. import calendar, outcome
from ..rule import Version
from .expressions import Expressions, Pending, Scope, Thunk, pending
from .nodes import MADE, Body, Call, Expr, Tree


@cache
def read(version: "Version[Any, Any]", name: str) -> Body:
    """Return one version of a rule as a tree; raises LiftError."""
    return _Reader(version, name).body()


class _Reader(Expressions):
    """Reads one version of one rule."""

    def body(self) -> Body:
        statements = [s for s in self.function.body if not _is_docstring(s)]
        tree = self.block(tuple(statements), {})
        return Body(self.version.since, tree, frozenset(self.used), tuple(self.sites.values()))

    # --- statements ---

    def block(self, statements: tuple[ast.stmt, ...], scope: Scope) -> Tree:
        key = (tuple(map(id, statements)), tuple((name, id(scope[name])) for name in sorted(scope)))
        if key not in self.blocks:
            self.blocks[key] = self._block(statements, scope)
        return self.blocks[key]

    def _block(self, statements: tuple[ast.stmt, ...], scope: Scope) -> Tree:
        if not statements:
            raise self.refuse(self.function, "not every path ends in a return")
        first, rest = statements[0], statements[1:]
        match first:
            case ast.Return(value=ast.Call() as call):
                return self.returned(call, scope)
            case ast.Return(value=ast.Name(id=name)) if (asked := pending(scope, name)) is not None:
                return MADE.hand_over(asked)
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                if (other := self.rule_call(value)) is not None:
                    return self.block(rest, {**scope, name: Pending(other)})
                return self.expr(value, scope, lambda found: self.block(rest, {**scope, name: found}))
            case ast.If(test=test, body=body, orelse=orelse):
                return self.condition(
                    test,
                    scope,
                    lambda: self.block((*body, *rest), scope),
                    lambda: self.block((*orelse, *rest), scope),
                )
            case ast.Expr(value=ast.Call(func=ast.Name(id=name)) as call) if self.stops(name) is not None:
                return self.sentence(call, self.stops(name), scope)
            case ast.Expr(value=ast.Call(func=ast.Name(id=name)) as call) if self.is_function(
                name, outcome.given
            ):
                return self.expr(call, scope, lambda _: self.block(rest, scope))
        raise self.refuse(first, "a statement that cannot be lifted")

    def stops(self, name: str) -> outcome.Status | None:
        if self.is_function(name, outcome.needs_oordeel):
            return outcome.Status.OORDEEL
        return outcome.Status.UNKNOWN if self.is_function(name, outcome.unknown) else None

    def is_function(self, name: str, function: Any) -> bool:
        return self.globals.get(name) is function

    def returned(self, call: ast.Call, scope: Scope) -> Tree:
        if (other := self.rule_call(call)) is not None:
            return MADE.hand_over(other)
        if isinstance(call.func, ast.Name) and self.is_function(call.func.id, outcome.answer):
            value, because, *_ = call.args
            keywords = [k for k in call.keywords if k.arg != "reading"]
            return self.expr(
                value,
                scope,
                lambda found: self.using(
                    keywords,
                    scope,
                    lambda using: MADE.leaf(
                        self.site(call, outcome.Status.KNOWN, self.text(because)), found, using
                    ),
                ),
            )
        if isinstance(call.func, ast.Name) and self.is_function(call.func.id, calendar.answer_term_end):
            return self.term_answer(call, scope)
        raise self.refuse(call, "a rule returns answer(…) or the outcome of another rule")

    def term_answer(self, call: ast.Call, scope: Scope) -> Tree:
        start, term, because = call.args
        text = self.text(because)
        keywords = [k for k in call.keywords if k.arg != "reading"]

        def with_both(first: Expr, length: Expr) -> Tree:
            plain = self.op("add_period", "date", first, length)
            end = self.op("term_end", "date", first, length)

            def answered(using: tuple[tuple[str, Expr], ...]) -> Tree:
                moved = (*using, ("geen_werkdag", plain), ("werkdag", end))
                return MADE.branch(
                    self.op("eq", "bool", end, plain),
                    MADE.leaf(self.site(call, outcome.Status.KNOWN, text), end, using),
                    MADE.leaf(self.site(call, outcome.Status.KNOWN, calendar.moved(text), 1), end, moved),
                )

            return self.using(keywords, scope, answered)

        return self.expr(start, scope, lambda s: self.expr(term, scope, lambda t: with_both(s, t)))

    # --- conditions ---

    def condition(self, node: ast.expr, scope: Scope, yes: Thunk, no: Thunk) -> Tree:
        yes, no = _once(yes), _once(no)
        match node:
            case ast.BoolOp(op=op, values=values) if not self.is_pure(node, scope):
                first, rest = values[0], values[1:]
                others = (
                    rest[0] if len(rest) == 1 else ast.copy_location(ast.BoolOp(op=op, values=rest), node)
                )
                if isinstance(op, ast.And):
                    return self.condition(first, scope, lambda: self.condition(others, scope, yes, no), no)
                return self.condition(first, scope, yes, lambda: self.condition(others, scope, yes, no))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self.condition(operand, scope, no, yes)
            case ast.Name(id=name) if (asked := pending(scope, name)) is not None:
                return self.asked(asked, yes, no)
        if (call := self.rule_call(node)) is not None:
            return self.asked(call, yes, no)
        return self.expr(node, scope, lambda found: self.parted(found, yes, no))

    def asked(self, call: Call, yes: Thunk, no: Thunk) -> Tree:
        return MADE.branch(
            MADE.undecided(call), MADE.hand_over(call), MADE.branch(self.truth(call), yes(), no())
        )


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _once(thunk: Thunk) -> Thunk:
    found: list[Tree] = []

    def again() -> Tree:
        if not found:
            found.append(thunk())
        return found[0]

    return again
