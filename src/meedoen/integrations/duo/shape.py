"""How a message is described once and then read, checked and written: the shape of a field.

A message is a frozen dataclass whose fields say under which name and within which limits they travel. From
that follow reading JSON strictly, writing it, and the contract tests.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, ClassVar, Self, get_args, get_type_hints


class MessageFault(ValueError):
    """A message that does not keep to the agreement.

    Attributes:
        path: where, such as ``pip.dagtekeningPip``; never a value.
        sentence: what is wrong, in Dutch, without the value, which can be personal.
    """

    def __init__(self, path: str, sentence: str) -> None:
        super().__init__(f"{path or 'het bericht'}: {sentence}")
        self.path, self.sentence = path, sentence


@dataclass(frozen=True, slots=True)
class Limits:
    """What the agreement says about one field.

    Attributes:
        name: the name in JSON.
        required: whether it must be there.
        min_length, max_length: of a text, in characters.
        pattern: the expression as published, that a part of the text must match.
        fits: says what the pattern says, where Python cannot read it; the pattern itself is then only kept.
        minimum, maximum: of a number, both included.
    """

    name: str
    required: bool = False
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    fits: Callable[[str], bool] | None = None
    minimum: int | None = None
    maximum: int | None = None


def must(name: str, **limits: Any) -> Any:
    """Describe a field that must be there."""
    return field(metadata={"limits": Limits(name, required=True, **limits)})


def may(name: str, **limits: Any) -> Any:
    """Describe a field that may be left out; None is left out."""
    return field(default=None, metadata={"limits": Limits(name, **limits)})


class Message:
    """What every message can do; subclasses are frozen dataclasses with `must` and `may` fields."""

    NAME: ClassVar[str]
    """The name of the object in the published file."""

    def __post_init__(self) -> None:
        """Refuse a value outside the limits, so that a message that exists can be sent.

        Raises:
            MessageFault: with the place and what is wrong.
        """
        for limits, name, kind in _described(type(self)):
            value = getattr(self, name)
            if value is None:
                if limits.required:
                    raise MessageFault(limits.name, "dit gegeven ontbreekt")
            elif not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
                raise MessageFault(limits.name, _expected(kind))
            else:
                _check_limits(value, limits)

    @classmethod
    def from_json(cls, value: Any, path: str = "") -> Self:
        """Read a message; fields that the agreement does not name are left out.

        Raises:
            MessageFault: when something is missing, of another kind, or outside its limits.
        """
        if not isinstance(value, dict):
            raise MessageFault(path, "hier hoort een object te staan")
        given: dict[str, Any] = {}
        for limits, name, kind in _described(cls):
            place = f"{path}.{limits.name}" if path else limits.name
            raw = value.get(limits.name)
            given[name] = None if raw is None else _read(raw, kind, place)
        try:
            return cls(**given)
        except MessageFault as fault:
            raise MessageFault(f"{path}.{fault.path}" if path else fault.path, fault.sentence) from fault

    def to_json(self) -> dict[str, Any]:
        """Return the message as it travels; what is not known is left out."""
        return {
            limits.name: _write(value)
            for limits, name, _ in _described(type(self))
            if (value := getattr(self, name)) is not None
        }


def described(cls: type[Message]) -> list[tuple[Limits, str, type]]:
    """Return of each field its limits, its name here and its kind; for the contract tests."""
    return list(_described(cls))


_CACHE: dict[type, tuple[tuple[Limits, str, type], ...]] = {}


def _described(cls: type) -> tuple[tuple[Limits, str, type], ...]:
    if cls not in _CACHE:
        hints = get_type_hints(cls)
        _CACHE[cls] = tuple(
            (item.metadata["limits"], item.name, _kind(hints[item.name]))
            for item in fields(cls)  # type: ignore[arg-type]  # every message is a dataclass
        )
    return _CACHE[cls]


def _kind(hint: Any) -> type:
    """Return the kind without its None."""
    if isinstance(hint, UnionType):
        return next(kind for kind in get_args(hint) if kind is not type(None))
    return hint  # type: ignore[no-any-return]


def _read(raw: Any, kind: type, place: str) -> Any:
    if issubclass(kind, Message):
        return kind.from_json(raw, place)
    if kind is bool or kind is int:
        if isinstance(raw, bool) is not (kind is bool) or not isinstance(raw, kind):
            raise MessageFault(place, _expected(kind))
        return raw
    if not isinstance(raw, str):
        raise MessageFault(place, _expected(kind))
    try:
        return _READERS[kind](raw) if kind in _READERS else kind(raw)
    except ValueError as wrong:
        raise MessageFault(place, _expected(kind)) from wrong


def _day(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError("no full-date of RFC 3339")
    return date.fromisoformat(text)


def _moment(text: str) -> datetime:
    """Read a date-time of RFC 3339: with a time zone."""
    if not re.match(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}", text, re.ASCII):
        raise ValueError("no date-time of RFC 3339")
    moment = datetime.fromisoformat(text.upper())
    if moment.tzinfo is None:
        raise ValueError("no time zone")
    return moment


_READERS: dict[type, Any] = {date: _day, datetime: _moment}


def _write(value: Any) -> Any:
    if isinstance(value, Message):
        return value.to_json()
    if isinstance(value, date):  # a datetime is one as well
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value


def _expected(kind: type) -> str:
    if issubclass(kind, StrEnum):
        return f"kies een van: {', '.join(kind)}"
    words = {
        bool: "hier hoort true of false te staan",
        int: "hier hoort een geheel getal te staan",
        date: "hier hoort een datum te staan (jjjj-mm-dd)",
        datetime: "hier hoort een tijdstip met tijdzone te staan",
        str: "hier hoort tekst te staan",
    }
    return words.get(kind, "hier hoort een object te staan")


def _check_limits(value: Any, limits: Limits) -> None:
    if isinstance(value, str) and not isinstance(value, StrEnum):
        if limits.min_length is not None and len(value) < limits.min_length:
            raise MessageFault(limits.name, f"minstens {limits.min_length} tekens")
        if limits.max_length is not None and len(value) > limits.max_length:
            raise MessageFault(limits.name, f"hoogstens {limits.max_length} tekens")
        if not _fits(value, limits):
            raise MessageFault(limits.name, "dit heeft niet de vorm die is afgesproken")
    elif isinstance(value, int) and not isinstance(value, bool):
        if limits.minimum is not None and value < limits.minimum:
            raise MessageFault(limits.name, f"minstens {limits.minimum}")
        if limits.maximum is not None and value > limits.maximum:
            raise MessageFault(limits.name, f"hoogstens {limits.maximum}")


def _fits(text: str, limits: Limits) -> bool:
    if limits.fits is not None:
        return limits.fits(text)
    return limits.pattern is None or _compiled(limits.pattern).search(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Read an expression of JSON Schema: a digit is 0 to 9, and `$` is the very end.

    Python's own `\\d` takes digits of every script, and its `$` lets a newline pass.
    """
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern), re.ASCII)
