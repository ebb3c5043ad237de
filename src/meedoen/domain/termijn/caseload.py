"""The dossiers of gemeenten as a caseload: the facts that Meedoen keeps of them, in columns.

Hours of PVT and MAP, exams, vrijstelling and grounds of an extension are not kept, and whether PVT and MAP
are open is not known of everybody, so the answers that would take that for "none" are not asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any

import polars as pl

from meedoen.domain.dossier.models import Dossier
from meedoen.law.caseload.answers import ANSWERS, PROGRAM
from meedoen.law.caseload.frame import KEY, dtype_of, physical_value
from meedoen.law.inburgering.dossier_facts import DossierFacts
from meedoen.law.kernel.lift.program import Program

from .facts import dossier_facts
from .lifted import FIRST, LAST
from .night import AT_ONCE
from .rows import DossierRow, rows_after

NOT_KEPT = frozenset(
    {
        *("vrijstelling", "pvt_completed", "map_completed", "next_stap"),
        *("z_cursusuren_left", "z_participatie_uren_left", "z_route_completed"),
        *("verlenging_last_day", "extended_after_effort", "effort_last_day", "opleiding_last_day"),
    }
)
"""Answers about vrijstelling, hours, PVT, MAP, exams and grounds of an extension: not kept of everybody."""

KEPT = Program({name: rule for name, rule in ANSWERS.items() if name not in NOT_KEPT})

OF_DOSSIER: Mapping[str, str] = {
    "geboortedatum": "inburgeringsplichtige__geboortedatum",
    "verblijfsdoel": "verblijfsdoel",
    "referent": "referent",
    "bekendmaking": "bekendmaking_on",
    "bijstand_vanaf": "bijstand_on",
}
"""Facts that the next step does not need, by where a dossier keeps them."""

NAMES = tuple(item.name for item in fields(DossierFacts) if item.name in PROGRAM.facts)
KINDS = {name: PROGRAM.facts[name] for name in (*NAMES, *OF_DOSSIER)}
_VALUES: Callable[[DossierFacts], tuple] = attrgetter(*NAMES)


@dataclass(frozen=True, slots=True)
class Caseload:
    """Dossiers with their facts in columns, and how many were left out because their dates cannot be true."""

    frame: pl.DataFrame
    left_out: int


def caseload(gemeenten: Mapping[int, str], on: date, *, also_closed: bool = False) -> Caseload:
    """Return the dossiers of these gemeenten, within the tenant scope, with the columns dossier and gemeente.

    Args:
        gemeenten: names by id.
        on: a dossier that was closed on this day or before is left out.
        also_closed: take those too.
    """
    found: list[tuple] = []
    left_out = 0
    last: int | None = 0
    while last is not None and (rows := rows_after(last, AT_ONCE)):
        more = _more(rows)
        for row in rows:
            if row.gemeente_id not in gemeenten or not (also_closed or _is_open(row, on)):
                continue
            values = _values(row)
            if values is None:
                left_out += 1
            else:
                found.append((row.id, gemeenten[row.gemeente_id], *values, *more.get(row.id, NOTHING)))
        last = rows[-1].id if len(rows) == AT_ONCE else None
    frame = _frame(found)
    days = [name for name, kind in KINDS.items() if kind == "date"]
    inside = frame.filter(pl.all_horizontal(pl.col(days).is_between(FIRST, LAST) | pl.col(days).is_null()))
    return Caseload(inside, left_out + frame.height - inside.height)


NOTHING = (None,) * len(OF_DOSSIER)


def _is_open(row: DossierRow, on: date) -> bool:
    return row.afgesloten_on is None or row.afgesloten_on > on


def _values(row: DossierRow) -> tuple | None:
    """Return the facts of a dossier; None when its data cannot be true."""
    try:
        return _VALUES(dossier_facts(row))
    except (ArithmeticError, ValueError, LookupError):
        return None


def _more(rows: list[DossierRow]) -> dict[int, tuple]:
    kept = Dossier.objects.filter(pk__gte=rows[0].id, pk__lte=rows[-1].id)
    return {pk: values for pk, *values in kept.values_list("pk", *OF_DOSSIER.values())}


def _frame(rows: list[tuple]) -> pl.DataFrame:
    """Return rows of dossier, gemeente and the facts in the order of `KINDS` as columns."""
    types: dict[str, Any] = {KEY: pl.Int64, "gemeente": pl.String}
    types |= {name: dtype_of(kind) for name, kind in KINDS.items()}
    columns = list(zip(*rows, strict=True)) or [()] * len(types)
    return pl.DataFrame(
        [_column(name, *pair) for (name, *pair) in zip(types, types.values(), columns, strict=True)]
    )


def _column(name: str, of: Any, values: tuple) -> pl.Series:
    """Return facts as a column; an empty word is not known."""
    return pl.Series(name, [None if value == "" else physical_value(value) for value in values], dtype=of)
