"""The shape of a rule: only what can also be compiled for many rows at once."""

import ast
import inspect
import textwrap
from functools import cache

import pytest

from meedoen.law import questions  # noqa: F401  # imports every module with rules
from meedoen.law.kernel.lift.program import Program
from meedoen.law.kernel.rule import RULES, Rule

OWN = {name: rule for name, rule in RULES.items() if rule.__module__.startswith("meedoen.law.")}

STATEMENTS = (ast.Return, ast.If, ast.Assign, ast.AnnAssign, ast.Expr)
EXPRESSIONS = (
    *(ast.Compare, ast.BoolOp, ast.UnaryOp, ast.BinOp, ast.Call, ast.Attribute, ast.Name, ast.Constant),
    *(ast.keyword, ast.expr_context, ast.And, ast.Or, ast.Not, ast.cmpop, ast.Add, ast.Sub, ast.Mult),
    *(ast.Div, ast.FloorDiv, ast.IfExp),
)
FUNCTIONS = {
    *("answer", "given", "known", "needs_oordeel", "unknown", "answer_term_end"),
    *("term_end", "last_day_of", "later", "day_after", "day_before", "days_between", "aow_day"),
    *("max", "Months", "Hours", "Decimal", "Termijn"),
    *("min", "earlier", "Days", "first_of_next_month"),
}
NOT_LIFTED = {
    "inburgering.termijn.inburgeringstermijn": "its value is first and last day together; each has a rule",
}
"""Rules that are asked for one person only, with the reason."""

VERSIONS = [
    pytest.param(rule, version, id=f"{name} {version.since}")
    for name, rule in sorted(OWN.items())
    for version in rule.versions
]


@cache
def tree_of(body):
    (function,) = ast.parse(textwrap.dedent(inspect.getsource(body))).body
    function.decorator_list = []
    return function


def body_of(version):
    return tree_of(version.body)


@pytest.mark.parametrize(("rule", "version"), VERSIONS)
def test_a_rule_uses_only_what_can_be_lifted(rule, version):
    function = body_of(version)
    for node in (inner for statement in function.body for inner in ast.walk(statement)):
        if isinstance(node, ast.stmt):
            assert isinstance(node, STATEMENTS), ast.unparse(node)
        else:
            assert isinstance(node, EXPRESSIONS), ast.unparse(node)


@pytest.mark.parametrize(("rule", "version"), VERSIONS)
def test_a_rule_calls_only_rules_parameters_and_date_functions(rule, version):
    known = vars(inspect.getmodule(version.body))
    function = body_of(version)
    for node in ast.walk(function):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        name = node.func.id
        assert name in FUNCTIONS or isinstance(known.get(name), Rule), name


@pytest.mark.parametrize(("rule", "version"), VERSIONS)
def test_a_method_is_only_called_on_a_parameter_for_the_day_asked(rule, version):
    function = body_of(version)
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert (node.func.attr, ast.unparse(node.args[0])) == ("at", "on"), ast.unparse(node)


@pytest.mark.parametrize("name", sorted(set(OWN) - set(NOT_LIFTED)))
def test_every_rule_is_lifted(name):
    Program({name: OWN[name]})


@pytest.mark.parametrize(("rule", "version"), VERSIONS)
def test_a_rule_asks_for_no_day_of_its_own(rule, version):
    assert not {"today", "now", "random"} & {
        node.id for node in ast.walk(body_of(version)) if isinstance(node, ast.Name)
    }
