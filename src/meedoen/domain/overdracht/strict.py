"""Reading JSON into dataclasses and nothing else: unknown, missing or wrong values are refused.

The same dataclasses give the JSON Schema of the format, so that there is one definition.
"""

import json
import re
import types
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")

MOST_ITEMS = 200
LONGEST_TEXT = 20_000
LARGEST_NUMBER = 1_000_000
_HARMFUL = re.compile("[\x00\ud800-\udfff]")
"""What a database cannot keep: a null, half a character."""
DAY = r"^\d{4}-\d{2}-\d{2}$"


class NotAsAgreed(ValueError):
    """Raised when a value is not as the format says; names the place, never the value."""


def parse(text: str) -> Any:
    """Return JSON as Python values.

    Raises:
        NotAsAgreed: for text that is no JSON, a name that stands twice, NaN, or nesting without end.
    """
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError) as fault:
        raise NotAsAgreed("het is geen geldige JSON") from fault


def read(kind: type[T], data: Any, place: str = "") -> T:
    """Return an object of `kind`, every field read strictly.

    Raises:
        NotAsAgreed: naming the first place that is wrong.
    """
    if not isinstance(data, Mapping):
        raise NotAsAgreed(f"«{place or 'het bestand'}» is geen object")
    hints = get_type_hints(kind)
    names = [item.name for item in fields(kind)]  # type: ignore[arg-type]
    for name in data:
        if name not in names:
            raise NotAsAgreed(f"«{_at(place, str(name)[:40])}» kennen we niet")
    values = {}
    for item in fields(kind):  # type: ignore[arg-type]
        here = _at(place, item.name)
        if item.name not in data:
            raise NotAsAgreed(f"«{here}» ontbreekt")
        values[item.name] = _value(hints[item.name], data[item.name], here, item)
    return kind(**values)


def write(value: Any) -> Any:
    """Return an object as JSON values: the opposite of `read`."""
    if is_dataclass(value):
        return {item.name: write(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple):
        return [write(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `kind`."""
    hints = get_type_hints(kind)
    parts = {item.name: _schema(hints[item.name], item) for item in fields(kind)}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(parts),
        "properties": parts,
    }


def whole_schema(kind: type) -> dict[str, Any]:
    """Return the same as a document of its own: what is shipped beside this module."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema(kind)}


def _value(kind: Any, value: Any, place: str, item: Field[Any]) -> Any:
    kind, may_be_none = _without_none(kind)
    if value is None:
        if may_be_none:
            return None
        raise NotAsAgreed(f"«{place}» is leeg")
    if get_origin(kind) is tuple:
        return _items(get_args(kind)[0], value, place, item)
    if is_dataclass(kind):
        return read(kind, value, place)  # type: ignore[arg-type]
    return _plain(kind, value, place, item)


def _items(kind: Any, value: Any, place: str, item: Field[Any]) -> tuple[Any, ...]:
    if not isinstance(value, list) or len(value) > MOST_ITEMS:
        raise NotAsAgreed(f"«{place}» is geen lijst van hooguit {MOST_ITEMS}")
    return tuple(_value(kind, one, f"{place}[{number}]", item) for number, one in enumerate(value))


def _plain(kind: Any, value: Any, place: str, item: Field[Any]) -> Any:
    wrong = NotAsAgreed(f"«{place}» is niet zoals afgesproken")
    if kind is date:
        try:
            return date.fromisoformat(value) if len(value) == len("2026-01-01") else _raise(wrong)
        except (TypeError, ValueError) as fault:
            raise wrong from fault
    if kind is bool or kind is int:
        fits = type(value) is kind and (kind is bool or 0 <= value <= LARGEST_NUMBER)
        return value if fits else _raise(wrong)
    if not isinstance(value, str):
        raise wrong
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value) if value in {one.value for one in kind} else _raise(wrong)
    allowed = item.metadata.get("keuze")
    if len(value) > item.metadata.get("lengte", LONGEST_TEXT) or _HARMFUL.search(value):
        raise wrong
    return value if allowed is None or value in allowed else _raise(wrong)


def _schema(kind: Any, item: Field[Any]) -> dict[str, Any]:
    kind, may_be_none = _without_none(kind)
    if get_origin(kind) is tuple:
        found: dict[str, Any] = {
            "type": "array",
            "maxItems": MOST_ITEMS,
            "items": _schema(get_args(kind)[0], item),
        }
    elif is_dataclass(kind):
        found = schema(kind)  # type: ignore[arg-type]
    elif kind is date:
        found = {"type": "string", "format": "date", "pattern": DAY}
    elif kind is bool:
        found = {"type": "boolean"}
    elif kind is int:
        found = {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER}
    elif issubclass(kind, Enum):
        found = {"type": "string", "enum": [one.value for one in kind]}
    elif allowed := item.metadata.get("keuze"):
        found = {"type": "string", "enum": sorted(allowed)}
    else:
        found = {"type": "string", "maxLength": item.metadata.get("lengte", LONGEST_TEXT)}
    return {"anyOf": [found, {"type": "null"}]} if may_be_none else found


def _without_none(kind: Any) -> tuple[Any, bool]:
    if isinstance(kind, types.UnionType):
        return next(one for one in get_args(kind) if one is not types.NoneType), True
    return kind, False


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _raise(fault: NotAsAgreed) -> Any:
    raise fault


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
