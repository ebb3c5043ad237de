"""How a fact is read from, and an answer written in, the words of the vocabulary."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, get_args

from ..kernel.outcome import Outcome, Status
from ..kernel.parameter import Hours

YES_NO = {"ja": True, "nee": False, True: True, False: False}


class QuestionError(ValueError):
    """A question, a fact or a value that is not in the vocabulary; the message is a Dutch sentence."""


def plain_answer(outcome: Outcome[Any]) -> object:
    """Return an answer as the vocabulary writes it: ja, nee, a date, a number, onbekend or oordeel."""
    if outcome.status is not Status.KNOWN:
        return outcome.status.value
    return plain_value(outcome.value)


def plain_value(value: object) -> object:
    """Return a value as the vocabulary writes it."""
    match value:
        case None:
            return "geen"
        case bool():
            return "ja" if value else "nee"
        case Enum():
            return value.value
        case Hours(count):
            return count
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case _:
            return value


def read_fact(name: str, value: Any, kind: Any) -> Any:
    """Read a fact from a word, date or number as its type asks; raises QuestionError when it does not fit."""
    if value is None:
        return None
    wanted = next(option for option in get_args(kind) if option is not NoneType)
    if wanted is bool and isinstance(value, bool | str) and value in YES_NO:
        return YES_NO[value]
    if wanted is date and isinstance(value, date) and not isinstance(value, datetime):
        return value
    if wanted is int and type(value) is int and value >= 0:
        return value
    if isinstance(value, str) and wanted is str:
        return value
    if isinstance(value, str) and issubclass(wanted, Enum) and value in {member.value for member in wanted}:
        return wanted(value)
    raise QuestionError(f"{name}: {typed(value)} past niet; verwacht wordt {expected(wanted)}")


def typed(value: object) -> str:
    """Return a value that does not fit as the writer of the file knows it: a date, a list of dates."""
    match value:
        case date():
            return str(value)
        case list():
            return f"[{', '.join(typed(item) for item in value)}]"
        case _:
            return repr(value)


def expected(wanted: type) -> str:
    """Return in Dutch what a value of this type looks like."""
    if issubclass(wanted, Enum):
        return f"een van {', '.join(str(member.value) for member in wanted)}"
    return {bool: "ja of nee", date: "een datum (2026-03-02)", int: "een geheel getal vanaf 0"}.get(
        wanted, "tekst"
    )
