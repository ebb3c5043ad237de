"""The same answers on many machines: Apache Spark deals out the dossiers, lifted rules answer for each part.

No rule is written a second time, and no row travels through Spark: each task reads its own range of dossiers,
with their events, and writes its own Parquet part with Polars. Sending every column through the JVM and back
took several times as long as all the rules. So the files must stand where every machine can reach them. Needs
the extra `spark` and Java; everything about Spark is imported when it is asked for.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import polars as pl

from ..kernel.lift.program import Program
from .compute import Computation, reasons
from .files import Files, Range, answers_of, check_files, ranges_of, reasons_beside, write
from .frame import CaseloadError

PART = 500_000
"""Dossiers of one task."""

TOLD = re.compile(rf"{CaseloadError.__name__}: (.+)")
"""What a task said of a file that will not do, within all that Spark tells of it."""


def session(master: str | None = None, name: str = "meedoen wet bereken") -> Any:
    """Start Spark, or return the one that runs; raises CaseloadError that says what is missing.

    Without `master` the setting SPARK_MASTER says where the cluster is; without that it is this machine.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise CaseloadError("pyspark ontbreekt; installeer Meedoen met de extra `spark`") from error
    where = master or os.environ.get("SPARK_MASTER") or "local[*]"
    settings: dict[str, Any] = {"spark.ui.enabled": "false", "spark.log.level": "ERROR"}
    if where.partition("[")[0] == "local":
        # The Python of Meedoen, and no address that other machines can reach; a cluster has its own of both.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        settings |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
    try:
        return SparkSession.builder.master(where).appName(name).config(map=settings).getOrCreate()
    except Exception as error:
        raise CaseloadError(
            f"Spark start niet op {where}; is Java geïnstalleerd? ({type(error).__name__})"
        ) from error


def compute_file(program: Program, files: Files, target: Path, *, on: date, spark: Any | None = None) -> int:
    """Write the answers as a folder of Parquet parts; returns how many dossiers; raises CaseloadError.

    The folder is there when all is well: parts are written beside it and put in its place at the end.
    """
    check_files(program, files)
    spark = spark or session()
    parts = list(enumerate(ranges_of(files, PART)))
    made = target.with_name(f".{target.name}.tmp")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    asked = (tuple((name, rule.name) for name, rule in program.outputs.items()), on)
    rows = [(number, *(here or (None, None))) for number, here in parts]
    dealt = spark.createDataFrame(rows, "deel int, eerste long, laatste long").repartition(len(rows))
    try:
        done = dealt.mapInArrow(_each(asked, files, made), "deel int, dossiers long").collect()
        if target.is_file():
            target.unlink()
        shutil.rmtree(target, ignore_errors=True)
        made.replace(target)
    except Exception as error:
        if told := TOLD.search(str(error)):
            raise CaseloadError(told[1]) from error
        raise
    finally:
        shutil.rmtree(made, ignore_errors=True)
    reasons(program).write_csv(reasons_beside(target))
    return sum(row.dossiers for row in done)


def _each(asked: "Asked", files: Files, made: Path) -> Any:
    def run(batches: Iterator[Any]) -> Iterator[Any]:
        computation = _made(asked)
        for batch in batches:
            for row in batch.to_pylist():
                part = made / f"deel-{row['deel']:05}.parquet"
                here: Range | None = (row["eerste"], row["laatste"]) if row["eerste"] is not None else None
                write(answers_of(computation, files, here), part)
                many = int(pl.scan_parquet(part).select(pl.len()).collect().item())
                counted = pl.DataFrame(
                    {"deel": [row["deel"]], "dossiers": [many]},
                    schema={"deel": pl.Int32, "dossiers": pl.Int64},
                )
                yield from counted.to_arrow().to_batches()

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
