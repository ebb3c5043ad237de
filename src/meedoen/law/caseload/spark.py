"""The same answers on many machines: Apache Spark moves the rows, the lifted rules answer for each part.

No rule is written a second time: every part of the data goes to Polars with the same expressions. Needs the
extra `spark` and Java; everything about Spark is imported when it is asked for.
"""

import os
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import polars as pl

from ..kernel.lift.program import Program
from .compute import Computation, collected, reasons
from .events import with_events
from .files import Files, check, reasons_beside
from .frame import KEY, CaseloadError, ready

BUCKETS_A_CORE = 8
"""Parts for each core in which dossiers with their events are divided."""


def session(master: str = "local[*]", name: str = "meedoen wet bereken") -> Any:
    """Start Spark, or return the one that runs; raises CaseloadError that says what is missing."""
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise CaseloadError("pyspark ontbreekt; installeer Meedoen met de extra `spark`") from error
    if master.startswith("local"):
        # The Python in which Meedoen is installed; on a cluster each machine has its own setting.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        return (
            SparkSession.builder.master(master)
            .appName(name)
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "200000")
            .config("spark.log.level", "ERROR")
            .getOrCreate()
        )
    except Exception as error:
        raise CaseloadError(f"Spark start niet; is Java geïnstalleerd? ({type(error).__name__})") from error


def compute_file(program: Program, files: Files, target: Path, *, on: date, spark: Any | None = None) -> int:
    """Write the answers as a folder of Parquet parts; returns how many dossiers; raises CaseloadError."""
    dossiers = files.scan_dossiers()
    check(dossiers, program.facts)
    spark = spark or session()
    made = answers(program, files, on=on, spark=spark)
    made.write.mode("overwrite").parquet(str(target))
    reasons(program).write_csv(reasons_beside(target))
    return int(pl.scan_parquet(target / "*.parquet").select(pl.len()).collect().item())


def answers(program: Program, files: Files, *, on: date, spark: Any) -> Any:
    """Return the answers as a frame of Spark, not computed yet."""
    asked = (tuple((name, rule.name) for name, rule in program.outputs.items()), on)
    schema = _schema(_made(asked), files)
    source = spark.read.parquet(str(files.dossiers))
    known = {*program.facts, KEY, "overstap_van", "leerroute"}
    source = source.select(*[name for name in source.columns if name in known])
    if files.events is None:
        return source.mapInArrow(_each_batch(asked), schema)
    from pyspark.sql import functions

    events = spark.read.parquet(str(files.events))
    buckets = spark.sparkContext.defaultParallelism * BUCKETS_A_CORE
    place = functions.pmod(functions.hash(KEY), functions.lit(buckets))
    return (
        source.groupBy(place.alias("deel"))
        .cogroup(events.groupBy(place.alias("deel")))
        .applyInArrow(_each_part(asked), schema)
    )


def _each_batch(asked: "Asked") -> Any:
    def run(batches: Iterator[Any]) -> Iterator[Any]:
        computation = _made(asked)
        for batch in batches:
            frame = pl.DataFrame(pl.from_arrow(batch))
            yield from _arrow(collected(computation.answers(frame.lazy()))).to_batches()

    return run


def _each_part(asked: "Asked") -> Any:
    def run(dossiers: Any, events: Any) -> Any:
        computation = _made(asked)
        joined = with_events(_lazy(dossiers), _lazy(events), computation.program.facts, on=computation.on)
        return _arrow(collected(computation.answers(joined)))

    return run


Asked: TypeAlias = tuple[tuple[tuple[str, str], ...], date]
"""Which answers are asked, as (name, name of the rule), and the day: what travels to the machines."""


@cache
def _made(asked: Asked) -> Computation:
    """Make the computation on this machine; each process of Spark does so once."""
    from .. import questions  # noqa: F401  # loads every rule
    from ..kernel.rule import RULES

    names, on = asked
    return Computation(Program({name: RULES[rule] for name, rule in names}), on)


def _lazy(table: Any) -> pl.LazyFrame:
    return pl.DataFrame(pl.from_arrow(table)).lazy()


def _arrow(frame: pl.DataFrame) -> Any:
    """Return the frame as an Arrow table of which Spark knows every type."""
    import pyarrow

    table = plain(frame).to_arrow()
    texts = {pyarrow.large_string(), pyarrow.string_view()}
    fields = [item.with_type(pyarrow.string()) if item.type in texts else item for item in table.schema]
    return table.cast(pyarrow.schema(fields))


def plain(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with types of Spark: words as text, small numbers as Int32, money as 18 digits."""
    casts: dict[Any, Any] = {
        pl.Enum: pl.String,
        pl.UInt16: pl.Int32,
        pl.UInt32: pl.Int64,
        pl.Decimal: pl.Decimal(18, 4),
    }
    return frame.with_columns(
        pl.col(name).cast(casts[found.base_type()])
        for name, found in frame.schema.items()
        if found.base_type() in casts
    )


def _schema(computation: Computation, files: Files) -> Any:
    """Return the columns of the answers as Spark names them, from an empty caseload."""
    from pyspark.sql.pandas.types import from_arrow_schema

    empty = pl.DataFrame(schema=files.scan_dossiers().collect_schema())
    ready(empty.lazy(), computation.program.facts)
    return from_arrow_schema(_arrow(collected(computation.answers(empty.lazy()))).schema)
