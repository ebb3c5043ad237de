"""Numbers, amounts and closed lists of the law: dated, with a unit and a source, read from YAML.

One file per regeling in `law/parameters`; only changes are listed. A value of a future date is law that is
coming.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from .citation import NotInForce
from .dutch import in_dutch
from .period import Days, Months, Weeks, Years

FOLDER = Path(__file__).parent.parent / "parameters"

UNITS: Mapping[str, tuple[type, ...]] = {
    "days": (int,),
    "weeks": (int,),
    "months": (int,),
    "years": (int,),
    "hours": (int,),
    "count": (int,),
    "percent": (int,),
    "eur": (int, str),
    "list": (list,),
}

HEADER = {"code", "bwb", "short", "commencement"}
ENTRY = {"label", "cites", "unit", "values"}
VALUE = {"value", "source"}


class ParameterError(ValueError):
    """A parameter file that does not say what it must, or a parameter that does not exist."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A number of clock hours; compares with int through `count`, prints as "600 uur"."""

    count: int

    def __str__(self) -> str:
        return f"{self.count} uur"


@dataclass(frozen=True, slots=True)
class Dated:
    """A value, the day from which it holds, and where that was published."""

    since: date
    value: Any
    source: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number or list of a regeling through time.

    `at(on)` gives Days, Weeks, Months, Years, Hours, int (count, percent), Decimal (eur) or a tuple (list).
    """

    name: str
    label: str
    unit: str
    article: str
    lid: int | None
    dated: tuple[Dated, ...]

    def at(self, on: date) -> Any:
        """Return the value that holds on `on`; raises NotInForce before the first."""
        return self.version(on).value

    def version(self, on: date) -> Dated:
        """Return the value on `on` with its date and source; raises NotInForce before the first.

        Within `supposing` the supposed values count.
        """
        supposed = _supposed.get()
        dated = self.dated if supposed is None else supposed.get(self.name, self.dated)
        position = bisect_right(dated, on, key=lambda dated: dated.since)
        if position == 0:
            raise NotInForce(f"{self.name} geldt op {in_dutch(on)} nog niet")
        return dated[position - 1]

    def changed(self, since: date, raw: Any, source: str) -> tuple[Dated, ...]:
        """Return the values through time when it were `raw`, in the unit of the parameter, from a day on.

        What the law has changed after that day is left out. Raises ParameterError when `raw` does not fit.
        """
        kept = [item for item in self.dated if item.since < since]
        return (*kept, _dated(self.name, self.unit, since, {"value": raw, "source": source}, since))

    def newest(self) -> Any:
        """Return the value with the latest date."""
        return self.dated[-1].value


Supposed: TypeAlias = Mapping[str, tuple[Dated, ...]]
"""Other values of parameters, by name."""

_supposed: ContextVar[Supposed | None] = ContextVar("supposed", default=None)


@contextmanager
def supposing(changes: Supposed) -> Iterator[None]:
    """Let these values count instead of those of the law, within the block, for this thread of work only."""
    token = _supposed.set(changes)
    try:
        yield
    finally:
        _supposed.reset(token)


def parameter(name: str) -> Parameter:
    """Return a parameter by "code.name", such as "bi2021.pip_termijn"; else raises ParameterError."""
    code, _, key = name.partition(".")
    found = parameters(code).get(key)
    if found is None:
        raise ParameterError(f"there is no parameter {name}")
    return found


@cache
def parameters(code: str) -> Mapping[str, Parameter]:
    """Return every parameter of one regeling by its name; read once."""
    path = FOLDER / f"{code}.yaml"
    if not path.is_file():
        raise ParameterError(f"there is no parameter file {code}.yaml")
    return read_parameters(code, path.read_text(encoding="utf-8"))


def read_parameters(code: str, text: str) -> dict[str, Parameter]:
    """Read the text of a parameter file; raises ParameterError that names the entry that is not right."""
    whole = _mapping(yaml.safe_load(text), code, {"regeling", "parameters"})
    header = _mapping(whole["regeling"], f"{code}: regeling", HEADER)
    if header["code"] != code:
        raise ParameterError(f"{code}: the file says that it is {header['code']}")
    commencement = _date(header["commencement"], f"{code}: commencement")
    entries = _mapping(whole["parameters"], f"{code}: parameters", None)
    return {key: _parameter(f"{code}.{key}", entry, commencement) for key, entry in entries.items()}


def _parameter(name: str, entry: object, commencement: date) -> Parameter:
    fields = _mapping(entry, name, ENTRY)
    unit = fields["unit"]
    if unit not in UNITS:
        raise ParameterError(f"{name}: unknown unit {unit!r}")
    cites = fields["cites"]
    if (
        not isinstance(cites, dict)
        or not isinstance(cites.get("artikel"), str)
        or set(cites) - {"artikel", "lid"}
    ):
        raise ParameterError(f"{name}: cites must say artikel (as text) and may say lid")
    values = _mapping(fields["values"], f"{name}: values", None)
    if not values:
        raise ParameterError(f"{name}: there are no values")
    dated = [_dated(name, unit, since, value, commencement) for since, value in values.items()]
    if [item.since for item in dated] != sorted({item.since for item in dated}):
        raise ParameterError(f"{name}: values must stand in order of date")
    return Parameter(name, str(fields["label"]), unit, cites["artikel"], cites.get("lid"), tuple(dated))


def _dated(name: str, unit: str, since: object, entry: object, commencement: date) -> Dated:
    day = _date(since, name)
    fields = _mapping(entry, f"{name} {day}", VALUE)
    if day < commencement:
        raise ParameterError(f"{name}: {day} lies before the commencement on {commencement}")
    if not isinstance(fields["source"], str) or not fields["source"].strip():
        raise ParameterError(f"{name} {day}: a source is missing")
    if type(fields["value"]) not in UNITS[unit]:
        raise ParameterError(f"{name} {day}: {fields['value']!r} is not a value in {unit}")
    return Dated(day, _value(unit, fields["value"]), fields["source"])


def _value(unit: str, raw: Any) -> Any:
    makers = {"days": Days, "weeks": Weeks, "months": Months, "years": Years, "hours": Hours}
    if unit in makers:
        return makers[unit](raw)
    if unit == "eur":
        return Decimal(raw)
    return tuple(str(item) for item in raw) if unit == "list" else raw


def _mapping(found: object, where: str, keys: set[str] | None) -> dict[Any, Any]:
    if not isinstance(found, dict):
        raise ParameterError(f"{where}: a mapping was expected")
    if keys is not None and set(found) != keys:
        raise ParameterError(f"{where}: expected the keys {', '.join(sorted(keys))}")
    return found


def _date(found: object, where: str) -> date:
    if type(found) is not date:
        raise ParameterError(f"{where}: {found!r} is not a date")
    return found
