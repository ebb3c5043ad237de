"""How fast the lifted rules answer for a made-up country: Polars, one pass of machine code, Spark.

Run: ``python bench/wet.py --land build/land [--groot build/land-10m] [--spark]``. The folders are made by
``bench/land.py``. Every time is that of the middle of some runs, in this process, after loading; what is read
from files says so. The last line is the same as JSON.

- `with events`: some twenty events a dossier are added up to facts and every rule of `caseload.answers` is
  answered, with value, status and the number of its sentence, by Polars' streaming engine.
- `facts given`: the same without the adding up; and by the compiled pass.
- `per dossier`: the time for one of them at several sizes: how constant the cost is.
- `from file to file`: `meedoen wet bereken`, Parquet read and written, with the most memory of that process.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

from meedoen.law.caseload import files, spark
from meedoen.law.caseload.answers import PROGRAM
from meedoen.law.caseload.compute import Computation, collected
from meedoen.law.caseload.events import with_events
from meedoen.law.caseload.frame import ready

RUNS = 7


def timed(run: Callable[[], Any], runs: int = RUNS) -> float:
    """Return the middle time of some runs in seconds; the first run is not counted."""
    run()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def read(folder: Path, name: str) -> pl.DataFrame:
    """Return one of the tables of the country, in one piece in memory."""
    return pl.read_parquet(folder / name / "*.parquet").rechunk()


def day_of(folder: Path) -> date:
    """Return the day for which the country was made."""
    return date.fromisoformat(json.loads((folder / "land.json").read_text())["op"])


def in_memory(folder: Path) -> dict[str, Any]:
    """Measure what is asked of a country that is loaded."""
    on = day_of(folder)
    dossiers, events = read(folder, "dossiers"), read(folder, "gebeurtenissen")
    start = time.perf_counter()
    computation = Computation(PROGRAM, on)
    made = time.perf_counter() - start
    found: dict[str, Any] = {
        "dossiers": len(dossiers),
        "events": len(events),
        "answers": len(PROGRAM.outputs),
        "rules": len(PROGRAM.steps(on)),
        "making the expressions": made,
    }
    joined = with_events(dossiers.lazy(), events.lazy(), PROGRAM.facts, on=on)
    facts = collected(joined)
    found["with events"] = timed(lambda: collected(computation.answers(joined)))
    found["with events, numbers only"] = timed(lambda: collected(computation.answers(joined, physical=True)))
    found["facts given"] = timed(lambda: collected(computation.answers(facts.lazy())))
    found["facts given, numbers only"] = timed(
        lambda: collected(computation.answers(facts.lazy(), physical=True))
    )
    return found | compiled(facts, on)


def compiled(facts: pl.DataFrame, on: date) -> dict[str, Any]:
    """Measure the compiled pass; says so when numba is not there."""
    try:
        from meedoen.law.kernel.lift.fused import Fused
    except ImportError:
        return {"compiled": None}
    start = time.perf_counter()
    fused = Fused(PROGRAM, on)
    columns = fused.columns(collected(ready(facts.lazy(), PROGRAM.facts)))
    fused.run(columns, on)
    first = time.perf_counter() - start
    return {"compiled, first time": first, "compiled": timed(lambda: fused.run(columns, on), 4 * RUNS)}


def constant(folder: Path, sizes: tuple[int, ...]) -> dict[str, float]:
    """Return microseconds a dossier at several sizes, with events."""
    on = day_of(folder)
    dossiers, events = read(folder, "dossiers"), read(folder, "gebeurtenissen")
    computation = Computation(PROGRAM, on)
    found = {}
    for size in sizes:
        if size > len(dossiers):
            continue
        some = dossiers.head(size).lazy()
        theirs = events.filter(pl.col("dossier") < size).lazy()
        asked = computation.answers(with_events(some, theirs, PROGRAM.facts, on=on), physical=True)
        found[f"{size:,}"] = 1e6 * timed(partial(collected, asked), 5) / size
    return found


def large(folder: Path, target: Path) -> dict[str, Any]:
    """Measure from file to file in a process of its own, so that its memory is its own."""
    found: dict[str, Any] = {}
    for name, extra in (("facts given", ["feiten"]), ("with events", ["dossiers", "gebeurtenissen"])):
        done = subprocess.run(
            [sys.executable, __file__, "--een", target, "--land", folder, *extra],
            capture_output=True,
            text=True,
            check=True,
        )
        found[name] = json.loads(done.stdout.splitlines()[-1])
    return found


def one(folder: Path, target: Path, tables: list[str]) -> dict[str, Any]:
    """Compute from file to file once; with the most memory in MB."""
    paths = [folder / name for name in tables]
    start = time.perf_counter()
    many = files.compute_file(PROGRAM, files.Files(*paths), target, on=day_of(folder))
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = target.stat().st_size / 1e6
    target.unlink()
    return {"dossiers": many, "seconds": seconds, "MB of memory": memory, "MB written": size}


def on_spark(folder: Path, target: Path) -> dict[str, float]:
    """Measure Spark on this machine, with facts given: the start apart, then the second run."""
    start = time.perf_counter()
    session = spark.session("local[2]")
    found = {"start": time.perf_counter() - start}
    given = files.Files(folder / "feiten")
    for name in ("first time", "second time"):
        start = time.perf_counter()
        spark.compute_file(PROGRAM, given, target, on=day_of(folder), spark=session)
        found[name] = time.perf_counter() - start
    session.stop()
    return found


def show(title: str, figures: dict[str, Any]) -> None:
    """Print some figures below each other; times in seconds."""
    print(f"\n{title}")
    for name, value in figures.items():
        shown = f"{value:,.3f}" if isinstance(value, float) else f"{value}"
        print(f"  {name:<34}{shown:>16}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--land", type=Path, required=True)
    parser.add_argument("--groot", type=Path, help="a larger country, from file to file")
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--een", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("tables", nargs="*", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.een:
        print(json.dumps(one(asked.land, asked.een, asked.tables)))
        return 0
    target = asked.land / "uitkomst.parquet"
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; seconds")
    found: dict[str, Any] = {"in memory": in_memory(asked.land)}
    show("In memory", found["in memory"])
    found["per dossier"] = constant(asked.land, (10_000, 50_000, 200_000))
    show("Microseconds a dossier, with events", found["per dossier"])
    for folder in filter(None, (asked.land, asked.groot)):
        found[f"files {folder.name}"] = large(folder, target)
        for name, figures in found[f"files {folder.name}"].items():
            show(f"From file to file, {folder.name}, {name}", figures)
        if asked.spark:
            found[f"spark {folder.name}"] = on_spark(folder, asked.land / "uitkomst-spark")
            show(
                f"Spark local[2], {folder.name}, facts given, from file to file",
                found[f"spark {folder.name}"],
            )
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
