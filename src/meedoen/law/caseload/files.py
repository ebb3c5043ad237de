"""Answers for a caseload in Parquet files, written to a Parquet file: what `meedoen wet bereken` does.

Files larger than memory go through in parts: without events Polars streams them, with events the dossiers are
taken a range at a time, so that the events of a dossier are always added up together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import polars as pl

from ..kernel.lift.nodes import Kind
from ..kernel.lift.program import Program
from ..kernel.lift.tables import FIRST_DAY, LAST_DAY
from .compute import QUICK, Computation, reasons
from .events import check_columns, with_events
from .frame import KEY, CaseloadError, expected, ready

MOST = {"jaren": 100, "maanden": 1_200, "weken": 5_200, "dagen": 36_500}
"""The greatest length that is taken for no slip, by the last word of the name of a fact."""

PART = 1_000_000
"""Dossiers that are taken together when events are added up."""


@dataclass(frozen=True, slots=True)
class Files:
    """Where a caseload stands: a Parquet file (or a folder of them) with dossiers, and one with events."""

    dossiers: Path
    events: Path | None = None

    def scan_dossiers(self) -> pl.LazyFrame:
        """Return the dossiers, unread; raises CaseloadError."""
        return scan(self.dossiers)

    def scan_events(self) -> pl.LazyFrame | None:
        """Return the events, unread, or None; raises CaseloadError."""
        return scan(self.events) if self.events is not None else None


def scan(path: Path) -> pl.LazyFrame:
    """Return a Parquet file or a folder of them as a frame that is not read yet; raises CaseloadError."""
    pattern = path / "*.parquet" if path.is_dir() else path
    try:
        found = pl.scan_parquet(pattern)
        found.collect_schema()
    except (OSError, pl.exceptions.PolarsError) as error:
        raise CaseloadError(
            f"{path.name} is niet te lezen als Parquet-bestand: {_first_line(error)}"
        ) from error
    return found


def compute_file(program: Program, files: Files, target: Path, *, on: date) -> int:
    """Write the answers for the dossiers of the files, and the meaning of the reasons beside it.

    Returns how many dossiers there are. Raises CaseloadError for files that are not a caseload; then nothing
    is left behind at the target.
    """
    check_files(program, files)
    computation = Computation(program, on)
    made = target.with_name(f".{target.name}.tmp")
    parts: list[Path] = []
    try:
        for number, here in enumerate(ranges_of(files, PART if files.events is not None else None)):
            parts.append(made.with_name(f"{made.name}-{number}"))
            write(answers_of(computation, files, here), parts[-1])
        if len(parts) == 1:
            parts[0].replace(made)
        else:
            write(pl.concat([pl.scan_parquet(part) for part in parts]), made)
        made.replace(target)
    finally:
        for left in (made, *parts):
            left.unlink(missing_ok=True)
    reasons(program).write_csv(reasons_beside(target))
    return int(pl.scan_parquet(target).select(pl.len()).collect().item())


def check_files(program: Program, files: Files) -> None:
    """Raise CaseloadError, with what to do, when the files are not a caseload that the rules can take."""
    dossiers, events = files.scan_dossiers(), files.scan_events()
    check(dossiers, program.facts)
    if events is not None and KEY not in dossiers.collect_schema():
        raise CaseloadError(
            f"in {files.dossiers.name} ontbreekt de kolom {KEY}, dus de gebeurtenissen horen nergens bij"
        )
    if events is not None:
        check_columns(events)
        for name, frame in (("dossiers", dossiers), ("gebeurtenissen", events)):
            if not frame.collect_schema()[KEY].is_integer():
                raise CaseloadError(
                    f"de kolom {KEY} van de {name} heeft het type {frame.collect_schema()[KEY]}; "
                    "bij gebeurtenissen is een geheel getal nodig"
                )


Range: TypeAlias = tuple[int, int]
"""First and last number of the dossiers that are taken together."""


def ranges_of(files: Files, size: int | None) -> list[Range | None]:
    """Return the ranges of dossiers to take in turn; one None when all are taken at once."""
    dossiers = files.scan_dossiers()
    if size is None or KEY not in dossiers.collect_schema():
        return [None]
    return list(ranges(dossiers, size)) or [None]


def answers_of(computation: Computation, files: Files, here: Range | None) -> pl.LazyFrame:
    """Return the answers for a range of dossiers, or for all; the events of it are read once, in memory."""
    dossiers, events = files.scan_dossiers(), files.scan_events()
    among = pl.col(KEY).is_between(*here) if here is not None else pl.lit(True)
    if here is not None:
        dossiers = dossiers.filter(among)
    if events is None:
        return computation.answers(dossiers)
    same = pl.col(KEY).cast(dossiers.collect_schema()[KEY])
    theirs = events.filter(among).with_columns(same).collect(engine="streaming").lazy()
    return computation.answers(with_events(dossiers, theirs, computation.program.facts, on=computation.on))


def reasons_beside(target: Path) -> Path:
    """Return where the meaning of the reasons is written: uitkomst.redenen.csv beside uitkomst.parquet."""
    return target.with_name(f"{target.stem}.redenen.csv")


def write(frame: pl.LazyFrame, target: Path) -> None:
    """Compute the frame as a stream and write it; raises CaseloadError when a value does not fit."""
    try:
        frame.sink_parquet(
            target, engine="streaming", optimizations=QUICK, compression="zstd", compression_level=1
        )
    except pl.exceptions.PolarsError as error:
        raise CaseloadError(f"het bestand is niet te berekenen: {_first_line(error)}") from error


def ranges(dossiers: pl.LazyFrame, size: int = PART) -> Iterator[tuple[int, int]]:
    """Yield first and last number of dossiers that are taken together, in order.

    Raises CaseloadError when a dossier has no number, or that of another: whose events are whose then?
    """
    numbers = dossiers.select(pl.col(KEY)).collect(engine="streaming")[KEY].sort()
    if numbers.null_count():
        raise CaseloadError(f"in kolom {KEY} ontbreekt een nummer; met gebeurtenissen is dat nodig")
    twice = numbers.filter(numbers.diff() == 0)
    if len(twice):
        raise CaseloadError(f"dossier {twice[0]} staat er meer dan een keer in; elk dossier is een rij")
    for start in range(0, len(numbers), size):
        part = numbers.slice(start, size)
        yield int(part[0]), int(part[-1])


def check(dossiers: pl.LazyFrame, facts: Mapping[str, Kind]) -> None:
    """Raise CaseloadError, with what to do, for a column that the rules cannot take."""
    schema = dossiers.collect_schema()
    if not set(facts) & set(schema.names()):
        raise CaseloadError(f"er is geen kolom die de wet kent; bekend zijn {', '.join(sorted(facts))}")
    ready(dossiers, facts)  # raises for a data type that does not fit
    _check_days(dossiers, [n for n, kind in facts.items() if kind == "date" and schema.get(n) == pl.Date])
    _check_counts(
        dossiers, [n for n, kind in facts.items() if kind == "int" and n in schema and schema[n].is_integer()]
    )
    for name, kind in facts.items():
        if isinstance(kind, type) and schema.get(name) in (pl.String, pl.Categorical, pl.Enum):
            _check_words(dossiers, name, kind)


def _edges(dossiers: pl.LazyFrame, names: list[str]) -> Iterator[tuple[str, Any, Any]]:
    """Yield each column with its least and its greatest value; both None when it is empty."""
    if not names:
        return
    edges = dossiers.select(
        *(pl.col(name).min().alias(f"{name} min") for name in names),
        *(pl.col(name).max().alias(f"{name} max") for name in names),
    ).collect(engine="streaming")
    for name in names:
        yield name, edges[f"{name} min"].item(), edges[f"{name} max"].item()


def _check_days(dossiers: pl.LazyFrame, names: list[str]) -> None:
    for name, low, high in _edges(dossiers, names):
        if low is not None and (low < FIRST_DAY or high > LAST_DAY):
            raise CaseloadError(
                f"in kolom {name} staat een dag die niet kan ({min(low, high, key=_far):%d-%m-%Y}): "
                f"gebruik dagen van {FIRST_DAY:%Y} tot en met {LAST_DAY:%Y}"
            )


def _check_counts(dossiers: pl.LazyFrame, names: list[str]) -> None:
    """A length of centuries would reach past the last day that the tables of the calendar have."""
    for name, low, high in _edges(dossiers, names):
        most = MOST.get(name.rpartition("_")[2])
        if low is not None and low < 0:
            raise CaseloadError(f"in kolom {name} staat {low}: gebruik hele getallen vanaf 0")
        if most is not None and high is not None and high > most:
            raise CaseloadError(f"in kolom {name} staat {high}: gebruik hooguit {most}")


def _far(day: date) -> bool:
    return FIRST_DAY <= day <= LAST_DAY


def _check_words(dossiers: pl.LazyFrame, name: str, kind: Kind) -> None:
    words = dossiers.select(pl.col(name).cast(pl.String).unique()).collect(engine="streaming")[name]
    known = {str(member.value) for member in kind}  # type: ignore[union-attr]  # the caller asked for an Enum
    wrong = sorted(word for word in words if word is not None and word not in known)
    if wrong:
        raise CaseloadError(f"in kolom {name} staat {wrong[0]!r}; nodig is {expected(kind)}")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
