"""What a rule may be made of, and the kinds of the facts and values in it."""

import ast
import inspect
import operator
import textwrap
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from .. import calendar
from ..parameter import Hours, Parameter
from ..rule import Rule
from .nodes import MADE, Kind, Static

COMPARISONS: Mapping[type[ast.cmpop], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Eq: ("eq", operator.eq),
    ast.NotEq: ("ne", operator.ne),
    ast.Lt: ("lt", operator.lt),
    ast.LtE: ("le", operator.le),
    ast.Gt: ("gt", operator.gt),
    ast.GtE: ("ge", operator.ge),
}
SUMS: Mapping[type[ast.operator], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Add: ("add", operator.add),
    ast.Sub: ("sub", operator.sub),
    ast.Mult: ("mul", operator.mul),
    ast.FloorDiv: ("floordiv", operator.floordiv),
    ast.Div: ("div", operator.truediv),
}
FUNCTIONS: Mapping[Any, tuple[str, Kind]] = {
    calendar.day_after: ("day_after", "date"),
    calendar.day_before: ("day_before", "date"),
    calendar.days_between: ("days_between", "int"),
    calendar.whole_months_between: ("whole_months_between", "int"),
    calendar.term_end: ("term_end", "date"),
    calendar.last_day_of: ("last_day_of", "date"),
    calendar.later: ("max", "date"),
    calendar.earlier: ("min", "date"),
    max: ("max", "same"),
    min: ("min", "same"),
}


class LiftError(TypeError):
    """Something in a rule that cannot be lifted; the message begins with file and line."""


def facts_kind(rule: Rule[Any, Any]) -> type:
    """Return the dataclass of facts that the rule takes."""
    return facts_of(rule.versions[0].body, rule.name)


def facts_of(body: Any, name: str) -> type:
    """Return the dataclass of facts that one version of a rule takes; raises LiftError."""
    kind: type | None = get_type_hints(body).get("facts")
    if kind is None:
        raise LiftError(f"{_place(body)}: {name}: the first parameter of a rule is `facts`")
    return kind


def value_kind(rule: Rule[Any, Any]) -> Kind:
    """Return the kind of the values that the rule answers; raises LiftError when no column holds them."""
    body = rule.versions[0].body
    return _kind_of_hint(get_args(get_type_hints(body)["return"])[0], rule.name, body)


@cache
def fact_kinds(kind: type) -> Mapping[str, Kind]:
    """Return the kind of every fact of a dataclass of facts."""
    hints = get_type_hints(kind)
    return {name: _kind_of_hint(hint, f"{kind.__name__}.{name}", kind) for name, hint in hints.items()}


def _place(found: Any) -> str:
    """Return file and line of a function or class."""
    return f"{inspect.getsourcefile(found)}:{inspect.getsourcelines(found)[1]}"


def _kind_of_hint(hint: Any, name: str, within: Any) -> Kind:
    options = get_args(hint) if get_origin(hint) in {UnionType, Union} else (hint,)
    (one, *others) = [option for option in options if option is not NoneType]
    plain: Mapping[Any, Kind] = {
        bool: "bool",
        int: "int",
        Hours: "int",
        date: "date",
        Decimal: "money",
        str: "text",
    }
    if not others and one in plain:
        return plain[one]
    if not others and isinstance(one, type) and issubclass(one, Enum):
        return one
    raise LiftError(f"{_place(within)}: {name}: {hint} does not fit in a column")


STATIC: Mapping[str, Callable[..., Any]] = {
    **dict(COMPARISONS.values()),
    **dict(SUMS.values()),
    "add_period": operator.add,
    "sub_period": operator.sub,
    "max": max,
    "min": min,
    "day_after": calendar.day_after,
    "day_before": calendar.day_before,
    "days_between": calendar.days_between,
    "term_end": calendar.term_end,
    "last_day_of": calendar.last_day_of,
    "to_money": Decimal,
}
"""Operations that are worked out once when all their arguments are the same for every row."""

NEVER_EMPTY = frozenset(
    {"is_null", "not_null", "eq", "ne", "or_zero", "in", "sure", "not", "and", "or", "lt", "le", "gt", "ge"}
)

ON = MADE.static("on", "date", lambda on: on)


def parameter_value(parameter: Parameter) -> Static:
    """Return the value of a parameter on the day asked."""
    units: Mapping[str, Kind] = {
        "hours": "int",
        "count": "int",
        "percent": "int",
        "eur": "money",
        "list": "list",
    }
    return MADE.static(parameter.name, units.get(parameter.unit, "period"), parameter.at)


def projection(getter: Any, refuse: Any, node: ast.expr) -> tuple[tuple[str, str], ...] | None:
    """Return which fact of the row each fact of a projection is; it is `project(…)` or `Kind(a=self.b)`."""
    (function,) = ast.parse(textwrap.dedent(inspect.getsource(getter))).body
    match function.body[-1]:  # type: ignore[attr-defined]
        case ast.Return(value=ast.Call(func=ast.Name(id="project"))):
            return None
        case ast.Return(value=ast.Call(keywords=keywords, args=[])):
            pairs = []
            for keyword in keywords:
                match keyword.value:
                    case ast.Attribute(value=ast.Name(id="self"), attr=attribute):
                        pairs.append((str(keyword.arg), attribute))
                    case _:
                        raise refuse(node, "a projection copies facts")
            return tuple(sorted(pairs))
    raise refuse(node, "a projection is project(Kind, self) or Kind(name=self.name)")
