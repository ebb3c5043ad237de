"""A caseload as columns: what they are called, what may stand in them, and how rules take them."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import polars as pl

from ..kernel.lift.columns import members
from ..kernel.lift.nodes import Kind
from ..kernel.lift.sheet import CENT_PARTS
from ..kernel.lift.tables import FIRST_DAY, LAST_DAY

KEY = "dossier"
"""The column that tells dossiers apart; it goes through unchanged."""


class CaseloadError(ValueError):
    """A file that is not a caseload; the message is a Dutch sentence that says what to do."""


def dtype_of(kind: Kind) -> Any:
    """Return the data type of a column that holds a fact of this kind."""
    if isinstance(kind, type):
        return pl.Enum(members(kind))
    plain: Mapping[str, Any] = {"bool": pl.Boolean, "int": pl.Int32, "date": pl.Date, "text": pl.String}
    return plain[kind]


def ready(frame: pl.LazyFrame, facts: Mapping[str, Kind]) -> pl.LazyFrame:
    """Return the columns of the facts as the rules compute with them, and `dossier` when it is there.

    A fact without a column is not known of anybody. Raises CaseloadError for a column whose data type does
    not fit.
    """
    schema = frame.collect_schema()
    columns = [pl.col(KEY)] if KEY in schema else []
    for name, kind in facts.items():
        if name in schema:
            columns.append(_physical(name, kind, schema[name]))
        else:
            columns.append(pl.lit(None, dtype=_computed(kind)).alias(name))
    return frame.with_columns(columns).select([KEY] * (KEY in schema) + list(facts)) if facts else frame


def checked(frame: pl.DataFrame, facts: Mapping[str, Kind]) -> pl.DataFrame:
    """Return the frame; raises CaseloadError for a day that the tables of the calendar do not have."""
    days = [name for name, kind in facts.items() if kind == "date" and name in frame.columns]
    outside = (
        frame.select((pl.col(days) < FIRST_DAY) | (pl.col(days) > LAST_DAY)).select(pl.all().any())
        if days
        else pl.DataFrame()
    )
    for name in outside.columns:
        if outside[name].item():
            raise CaseloadError(
                f"in kolom {name} staat een dag die niet kan: "
                f"gebruik dagen van {FIRST_DAY:%Y} tot en met {LAST_DAY:%Y}"
            )
    return frame


def _computed(kind: Kind) -> Any:
    if isinstance(kind, type):
        return pl.UInt8
    return {"bool": pl.Boolean, "int": pl.Int32, "date": pl.Int32, "text": pl.String}[kind]


def _physical(name: str, kind: Kind, found: Any) -> pl.Expr:
    column = pl.col(name)
    if found == pl.Null:
        return pl.lit(None, dtype=_computed(kind)).alias(name)
    if isinstance(kind, type) and found in (pl.String, pl.Categorical, pl.Enum):
        wanted = pl.Enum(members(kind))
        return (column if found == wanted else column.cast(pl.String).cast(wanted)).to_physical().alias(name)
    if kind == "date" and found == pl.Date:
        return column.to_physical()
    if kind == "int" and found.is_integer():
        return column if found == pl.Int32 else column.cast(pl.Int32)
    if kind == "bool" and found == pl.Boolean:
        return column
    if kind == "text" and found in (pl.String, pl.Categorical, pl.Enum):
        return column.cast(pl.String)
    raise CaseloadError(f"kolom {name} heeft het type {found}; nodig is {expected(kind)}")


def expected(kind: Kind) -> str:
    """Return in Dutch what may stand in a column of this kind."""
    if isinstance(kind, type):
        return f"tekst: een van {', '.join(members(kind))}"
    return {"bool": "ja of nee (boolean)", "int": "een geheel getal", "date": "een datum", "text": "tekst"}[
        kind
    ]


def shown(expr: pl.Expr, kind: Kind) -> pl.Expr:
    """Return a computed value as a reader of the file expects it: a date, a word, euros."""
    if isinstance(kind, type):
        return expr.cat.to(pl.Enum(members(kind)))
    if kind == "date":
        return expr.cast(pl.Date)
    return expr.cast(pl.Decimal(24, 4)) / CENT_PARTS if kind == "money" else expr


def physical_value(value: Any) -> Any:
    """Return a fact of one person as a column takes it: an Enum as its code."""
    return value.value if isinstance(value, Enum) else value


def row_frame(rows: list[Mapping[str, Any]], facts: Mapping[str, Kind]) -> pl.DataFrame:
    """Return facts of some people as a caseload; a fact that a row does not name is not known."""
    data = {name: [physical_value(row.get(name)) for row in rows] for name in facts}
    return pl.DataFrame(data, schema={name: dtype_of(kind) for name, kind in facts.items()})
