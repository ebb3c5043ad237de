"""The machine code of `kernel.lift.fused` as an engine of the what-if: for the extra `snel`."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

import numpy.typing as npt
import polars as pl

from ..kernel.lift.columns import dtype
from ..kernel.lift.fused import Fused, empty_of
from ..kernel.lift.nodes import Kind
from ..kernel.lift.program import Program
from .frame import ready


def fused_engine(program: Program, on: date, frame: pl.LazyFrame) -> Callable[[], pl.DataFrame]:
    """Return the program as machine code, compiled once, with the facts of the caseload read once."""
    made = _made(program, on)
    facts = made.columns(ready(frame, program.facts).collect())

    def answers() -> pl.DataFrame:
        columns = []
        for name, (values, reasons) in made.run(facts, on).items():
            columns += [_series(name, values, program.kinds[name]), pl.Series(f"{name}.reden", reasons)]
        return pl.DataFrame(columns)

    return answers


@lru_cache(maxsize=64)
def _made(program: Program, on: date) -> Fused:
    return Fused(program, on)


def _series(name: str, values: npt.NDArray[Any], kind: Kind) -> pl.Series:
    """Return values as Polars computes them: empty where the mark for unknown stands."""
    made = pl.Series(name, values).to_frame().lazy()
    known = pl.when(pl.col(name) != empty_of(kind)).then(pl.col(name))
    return made.select(known.cast(dtype(kind))).collect().to_series()
