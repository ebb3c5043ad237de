"""Answers for a caseload: value, status and reason of each rule, as columns."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from ..kernel.lift.columns import Layers, columns, status_of
from ..kernel.lift.program import STATUSES, Program
from ..kernel.lift.sheet import sheet
from .frame import KEY, ready, shown

STATUS = pl.Enum([status.value for status in STATUSES])


class Computation:
    """A program made ready for one day and the parameters that hold then; use it for any number of frames.

    For each answer NAME the result has three columns: NAME (the value, empty unless known), NAME.status
    (bekend, onbekend, oordeel) and NAME.reden (the number of the sentence, see `reasons`).
    """

    def __init__(self, program: Program, on: date) -> None:
        self.program, self.on = program, on
        self.layers: Layers = columns(sheet(program, on))

    def answers(self, frame: pl.LazyFrame, *, physical: bool = False) -> pl.LazyFrame:
        """Return the answers for the facts in the frame, with `dossier` when it is there.

        With `physical` days and choices are numbers and no status is written apart from the reason: what
        another computation goes on with.
        """
        prepared = ready(frame, self.program.facts)
        keys = [KEY] if KEY in prepared.collect_schema() else []
        made = self.layers.added_to(prepared)
        found = self._physical_columns() if physical else self._columns()
        # Not `select` alone: rules that read no fact are the same for every row, and must stay as many.
        return made.with_columns(found).select([*keys, *(column.meta.output_name() for column in found)])

    def _columns(self) -> list[pl.Expr]:
        found = []
        for name, value in self.layers.values.items():
            reason = self.layers.reasons[name]
            found += [
                shown(value, self.program.kinds[name]).alias(name),
                status_of(reason).cat.to(STATUS).alias(f"{name}.status"),
                reason.alias(f"{name}.reden"),
            ]
        return found

    def _physical_columns(self) -> list[pl.Expr]:
        return [
            column
            for name, value in self.layers.values.items()
            for column in (value.alias(name), self.layers.reasons[name].alias(f"{name}.reden"))
        ]


def collected(frame: pl.LazyFrame) -> pl.DataFrame:
    """Return the result, computed by the streaming engine."""
    return frame.collect(engine="streaming", optimizations=QUICK)


QUICK = pl.QueryOptFlags(comm_subexpr_elim=False)
"""What is shared is already a column of its own, so looking for it again only costs time."""


def reasons(program: Program) -> pl.DataFrame:
    """Return what each number in a column NAME.reden means: rule, version, article, status and sentence."""
    rows: list[Mapping[str, Any]] = [
        {
            "reden": program.code(site),
            "regel": site.rule,
            "versie": site.since,
            "plaats": str(site.citation),
            "status": site.status.value,
            "zin": site.because,
            "feit": site.fact,
        }
        for site in program.sites
    ]
    return pl.DataFrame(
        rows,
        schema={
            "reden": pl.UInt16,
            "regel": pl.String,
            "versie": pl.Date,
            "plaats": pl.String,
            "status": STATUS,
            "zin": pl.String,
            "feit": pl.String,
        },
    )
