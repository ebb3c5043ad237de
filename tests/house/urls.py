"""Every address of the site, from the resolver."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One address: its full name, the names of its parameters, and its view."""

    name: str
    parameters: tuple[str, ...]
    view: Any


def addresses() -> list[Address]:
    """Return every address of the site, in the order of the resolver."""
    return list(_walk(get_resolver().url_patterns, (), ()))


def _walk(patterns: Any, namespaces: tuple[str, ...], parameters: tuple[str, ...]) -> Iterator[Address]:
    for pattern in patterns:
        own = (*parameters, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern.url_patterns, inner, own)
        elif isinstance(pattern, URLPattern):
            yield Address(":".join((*namespaces, pattern.name or "?")), own, pattern.callback)
