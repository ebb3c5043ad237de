"""What a trainer fills in: fields with their kind, read from a form (texts) or from JSON (values)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from meedoen.simulator.bodies import is_date


class ChangeFault(ValueError):
    """What was asked is not possible; says in Dutch what to do."""


@dataclass(frozen=True)
class Field:
    """A field: kinds are tekst, datum, getal, score, gemeente, keuze (one of `choices`) and ja (a box).

    `words` says for a choice what it means.
    """

    name: str
    label: str
    kind: str = "tekst"
    choices: tuple[str, ...] = ()
    required: bool = False
    words: Mapping[str, str] = field(default_factory=dict)


def read_fields(fields: Iterable[Field], given: dict[str, Any]) -> dict[str, Any]:
    """Return the values that were filled in; what was left empty is absent, a box is True or False.

    Raises:
        ChangeFault: a field is missing, unknown or not right.
    """
    fields = tuple(fields)
    if strange := sorted(set(given) - {each.name for each in fields}):
        raise ChangeFault(f"Het veld {strange[0]} is niet bekend.")
    found: dict[str, Any] = {}
    for each in fields:
        value = given.get(each.name)
        if each.kind == "ja":
            found[each.name] = value in (True, "ja", "on")
        elif value not in (None, ""):
            found[each.name] = _value(each, value)
        elif each.required:
            raise ChangeFault(f"Vul in: {each.label}.")
    return found


def _value(one: Field, value: Any) -> Any:
    if one.kind == "getal":
        return _number(one, value)
    if not isinstance(value, str) or len(value) > 200:
        raise ChangeFault(f"{one.label}: dit is geen tekst van hooguit 200 tekens.")
    right, hint = _KINDS.get(one.kind, _ANY)
    if not right(value) or (one.choices and value not in one.choices):
        raise ChangeFault(f"{one.label}: {hint or 'kies uit ' + ', '.join(one.choices)}.")
    return value


def _number(one: Field, value: Any) -> int:
    text = str(value)
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise ChangeFault(f"{one.label}: vul een getal in van 0 tot en met 9999.")
    return int(text)


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text, re.ASCII) is not None


_ANY: tuple[Callable[[str], bool], str] = (lambda text: True, "")
_KINDS: dict[str, tuple[Callable[[str], bool], str]] = {
    "datum": (is_date, "vul een datum in zoals 2026-04-01"),
    "score": (_matches(r"\d{1,3},\d{2}"), "vul een getal in met twee cijfers achter de komma"),
    "gemeente": (_matches(r"\d{4}"), "vul de vier cijfers van de gemeente in"),
}
