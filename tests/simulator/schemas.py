"""Checks of a value against a schema of DUO's files, read the way they are meant."""

from collections.abc import Callable
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from tests.integrations.specs import folder, schema_of, spec


def names() -> list[str]:
    """Return the names of DUO's files."""
    place = folder()
    assert place is not None
    return sorted(path.name.removesuffix(".openapi.yml") for path in place.glob("*.openapi.yml"))


@cache
def load_spec(name: str) -> dict[str, Any]:
    """Return one file, its patterns made fit for Python."""
    return _each(spec(f"{name}.openapi.yml"), {"pattern": _whole})


def validator(document: dict[str, Any], schema: dict[str, Any]) -> Draft202012Validator:
    """Return a check of a value against a schema of a file; formats (dates) count as well."""
    return Draft202012Validator(schema_of(document, schema), format_checker=FormatChecker())


def _each(value: Any, changes: dict[str, Callable[[str], str]], name: str = "") -> Any:
    """Return a copy in which the texts under these names are changed."""
    if isinstance(value, dict):
        return {key: _each(part, changes, key) for key, part in value.items()}
    if isinstance(value, list):
        return [_each(part, changes) for part in value]
    return changes[name](value) if name in changes and isinstance(value, str) else value


def _whole(pattern: str) -> str:
    """Read a pattern as meant: for the whole text, with letters and dashes that Python's `re` can name."""
    latin = pattern.replace(r"\p{L}", "A-Za-zÀ-ÖØ-öø-ÿ").replace(r"\p{Pd}", r"\-–—")
    return f"^(?:{latin})$"
