"""What a trainer fills in: fields with their kind, read from a form (texts) or from JSON (values)."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from meedoen.simulator.bodies import is_date


class ChangeFault(ValueError):
    """What was asked is not possible; says in Dutch what to do."""


@dataclass(frozen=True)
class Field:
    """A field: kinds are tekst, datum, getal, score, gemeente, keuze (one of `choices`) and ja (a box)."""

    name: str
    label: str
    kind: str = "tekst"
    choices: tuple[str, ...] = ()
    required: bool = False


def read_fields(fields: Iterable[Field], given: dict[str, Any]) -> dict[str, Any]:
    """Return the values that were filled in; what was left empty is absent, a box is True or False.

    Raises:
        ChangeFault: a field is missing, unknown or not right.
    """
    fields = tuple(fields)
    if strange := sorted(set(given) - {field.name for field in fields}):
        raise ChangeFault(f"Het veld {strange[0]} is niet bekend.")
    found: dict[str, Any] = {}
    for field in fields:
        value = given.get(field.name)
        if field.kind == "ja":
            found[field.name] = value in (True, "ja", "on")
        elif value not in (None, ""):
            found[field.name] = _value(field, value)
        elif field.required:
            raise ChangeFault(f"Vul in: {field.label}.")
    return found


def _value(field: Field, value: Any) -> Any:
    if field.kind == "getal":
        return _number(field, value)
    if not isinstance(value, str) or len(value) > 200:
        raise ChangeFault(f"{field.label}: dit is geen tekst van hooguit 200 tekens.")
    right, hint = _KINDS.get(field.kind, _ANY)
    if not right(value) or (field.choices and value not in field.choices):
        raise ChangeFault(f"{field.label}: {hint or 'kies uit ' + ', '.join(field.choices)}.")
    return value


def _number(field: Field, value: Any) -> int:
    text = str(value)
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise ChangeFault(f"{field.label}: vul een getal in van 0 tot en met 9999.")
    return int(text)


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text, re.ASCII) is not None


_ANY: tuple[Callable[[str], bool], str] = (lambda text: True, "")
_KINDS: dict[str, tuple[Callable[[str], bool], str]] = {
    "datum": (is_date, "vul een datum in zoals 2026-04-01"),
    "score": (_matches(r"\d{1,3},\d{2}"), "vul een getal in met twee cijfers achter de komma"),
    "gemeente": (_matches(r"\d{4}"), "vul de vier cijfers van de gemeente in"),
}
