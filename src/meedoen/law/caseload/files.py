"""Answers for a caseload in Parquet files, written to a Parquet file: what `meedoen wet bereken` does.

Files larger than memory go through in parts: without events Polars streams them, with events the dossiers are
taken a range at a time, so that the events of a dossier are always added up together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from ..kernel.lift.nodes import Kind
from ..kernel.lift.program import Program
from ..kernel.lift.tables import FIRST_DAY, LAST_DAY
from .compute import QUICK, Computation, reasons
from .events import with_events
from .frame import KEY, CaseloadError, expected, ready

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
    dossiers, events = files.scan_dossiers(), files.scan_events()
    check(dossiers, program.facts)
    if events is not None and KEY not in dossiers.collect_schema():
        raise CaseloadError(
            f"in {files.dossiers.name} ontbreekt de kolom {KEY}, dus de gebeurtenissen horen nergens bij"
        )
    computation = Computation(program, on)
    made = target.with_name(f".{target.name}.tmp")
    try:
        if events is None:
            write(computation.answers(dossiers), made)
        else:
            _by_range(computation, dossiers, events, made)
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)
    reasons(program).write_csv(reasons_beside(target))
    return int(pl.scan_parquet(target).select(pl.len()).collect().item())


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
    """Yield first and last number of dossiers that are taken together, in order."""
    numbers = dossiers.select(pl.col(KEY)).collect(engine="streaming")[KEY].sort()
    for start in range(0, len(numbers), size):
        part = numbers.slice(start, size)
        yield int(part[0]), int(part[-1])


def _by_range(computation: Computation, dossiers: pl.LazyFrame, events: pl.LazyFrame, target: Path) -> None:
    parts = []
    try:
        for number, (first, last) in enumerate(ranges(dossiers)):
            part = target.with_name(f"{target.name}-{number}")
            parts.append(part)
            here = pl.col(KEY).is_between(first, last)
            joined = with_events(
                dossiers.filter(here), events.filter(here), computation.program.facts, on=computation.on
            )
            write(computation.answers(joined), part)
        if len(parts) == 1:
            parts[0].replace(target)
        else:
            write(pl.concat([pl.scan_parquet(part) for part in parts]), target)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def check(dossiers: pl.LazyFrame, facts: Mapping[str, Kind]) -> None:
    """Raise CaseloadError, with what to do, for a column that the rules cannot take."""
    schema = dossiers.collect_schema()
    if not set(facts) & set(schema.names()):
        raise CaseloadError(f"er is geen kolom die de wet kent; bekend zijn {', '.join(sorted(facts))}")
    ready(dossiers, facts)  # raises for a data type that does not fit
    _check_days(dossiers, [n for n, kind in facts.items() if kind == "date" and schema.get(n) == pl.Date])
    for name, kind in facts.items():
        if isinstance(kind, type) and schema.get(name) in (pl.String, pl.Categorical, pl.Enum):
            _check_words(dossiers, name, kind)


def _check_days(dossiers: pl.LazyFrame, names: list[str]) -> None:
    if not names:
        return
    edges = dossiers.select(
        *(pl.col(name).min().alias(f"{name} min") for name in names),
        *(pl.col(name).max().alias(f"{name} max") for name in names),
    ).collect(engine="streaming")
    for name in names:
        low, high = edges[f"{name} min"].item(), edges[f"{name} max"].item()
        if low is not None and (low < FIRST_DAY or high > LAST_DAY):
            raise CaseloadError(
                f"in kolom {name} staat een dag die niet kan ({min(low, high, key=_far):%d-%m-%Y}): "
                f"gebruik dagen van {FIRST_DAY:%Y} tot en met {LAST_DAY:%Y}"
            )


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
