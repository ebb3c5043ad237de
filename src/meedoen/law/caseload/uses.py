"""On which numbers of the law an answer rests: found by watching what a program reads when it is made."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Any

from ..kernel.citation import NotInForce
from ..kernel.lift.program import Program
from ..kernel.lift.sheet import sheet
from ..kernel.parameter import Dated, supposing
from .answers import PROGRAM


class _Watched(dict[str, tuple[Dated, ...]]):
    """Supposes nothing, and remembers for which parameters that was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        """Return the default: the law itself."""
        self.asked.add(key)
        return default


@lru_cache(maxsize=256)
def uses(on: date, program: Program = PROGRAM) -> Mapping[str, frozenset[str]]:
    """Return for each answer on which parameters it rests on a day; not in force then: on none."""
    found = {}
    for name, rule in program.outputs.items():
        watched = _Watched()
        with supposing(watched), suppress(NotInForce):
            sheet(Program({name: rule}), on)
        found[name] = frozenset(watched.asked)
    return found


@lru_cache(maxsize=256)
def resting_on(names: frozenset[str], on: date, program: Program = PROGRAM) -> Program:
    """Return the part of a program whose answers rest on one of these parameters: nothing else can change."""
    reading = uses(on, program)
    return Program({name: rule for name, rule in program.outputs.items() if reading[name] & names})


def used_since(since: date, program: Program = PROGRAM) -> frozenset[str]:
    """Return every parameter that some answer rests on, on that day or after a later change of the rules."""
    days = {since} | {
        version.since
        for rule in program.outputs.values()
        for version in rule.versions
        if version.since > since
    }
    days |= {site.since for site in program.sites if site.since > since}
    return frozenset().union(*(names for day in days for names in uses(day, program).values()))
