"""How fast one person is answered, with every reason: all questions about dossiers of the made-up country.

Run: ``.venv-bench/bin/python bench/wet_one.py --land build/land-200k [--dossiers 500]``. It asks every
part of every question of ``meedoen.law.questions`` about each dossier. Facts that no dossier has (about
fines or about DUO's conditions) are drawn by dice that are the same each time; three in ten of them are
missing.

- `explained`: rule calls a second on one core. Every call, also of a rule that another rule asks, gives
  value, status, sentence with its values, article, reading and the answers it rests on. Calls are counted
  in a pass of their own, so that counting costs nothing in the one that is timed.
- `with text`: the same and every tree of reasons written out as Dutch text.
- `one dossier`: from its facts by name to every answer, as above and with the text; the middle one and
  the one that 95 in 100 stay under.

The last line is the same as JSON.
"""

import argparse
import gc
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import Enum
from functools import partial
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from meedoen.law.kernel.rule import RULES, Rule  # noqa: E402  # after the path
from meedoen.law.questions import QUESTIONS  # noqa: E402
from meedoen.law.questions.question import facts_of  # noqa: E402

MISSING = 0.3
Ask = tuple[Callable[..., Any], type]


def asked() -> list[Ask]:
    """Return every part of every question: its rule and its kind of facts, each pair once."""
    found = {
        (part.rule, part.kind): None for question in QUESTIONS.values() for part in question.answers.values()
    }
    return list(found)


def kinds_of_facts(asks: list[Ask]) -> dict[str, type]:
    """Return the type of every fact by its name."""
    types: dict[str, type] = {}
    for _, kind in asks:
        for name, hint in get_type_hints(kind).items():
            types[name] = next(option for option in get_args(hint) if option is not NoneType)
    return types


def people(folder: Path, many: int, types: dict[str, type]) -> Iterator[dict[str, Any]]:
    """Yield the facts of dossiers that lie evenly over the country, completed by dice."""
    import polars as pl

    on = date.fromisoformat(json.loads((folder / "land.json").read_text())["op"])
    rows = (
        pl.scan_parquet(folder / "feiten").gather_every(max(1, all_of(folder) // many)).head(many).collect()
    )
    dice = random.Random(2021)
    for row in rows.iter_rows(named=True):
        facts = {name: typed(row[name], types[name]) for name in types if name in row}
        for name in types.keys() - row.keys():
            facts[name] = None
        for name in sorted(types.keys() - row.keys()):
            facts[name] = None if dice.random() < MISSING else drawn(dice, types[name], on)
        yield facts


def all_of(folder: Path) -> int:
    """Return how many dossiers the country has."""
    return json.loads((folder / "land.json").read_text())["dossiers"]


def typed(value: Any, kind: type) -> Any:
    """Return a value of Parquet as the law has it."""
    return kind(value) if value is not None and issubclass(kind, Enum) else value


def drawn(dice: random.Random, kind: type, on: date) -> Any:
    """Return some value of a type."""
    if issubclass(kind, Enum):
        return dice.choice(list(kind))
    if kind is bool:
        return dice.random() < 0.5
    if kind is int:
        return dice.randrange(12)
    return on + timedelta(dice.randrange(-1000, 60)) if kind is date else "NL"


def counted(work: Callable[[], object]) -> tuple[int, set[str]]:
    """Return how many rules were called during `work`, and which; only for counting."""
    calls, names = 0, set()
    plain = Rule.__call__

    def call(rule: Rule[Any, Any], facts: Any, *, on: date) -> Any:
        nonlocal calls
        calls += 1
        names.add(rule.name)
        return plain(rule, facts, on=on)

    Rule.__call__ = call  # type: ignore[method-assign]
    try:
        work()
    finally:
        Rule.__call__ = plain  # type: ignore[method-assign]
    return calls, names


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the processor seconds of the quickest run."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken)


def quickest(work: Callable[[], object], times: int = 3) -> float:
    """Return the seconds on the wall clock of the quickest run, so that other programs count less."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return min(taken)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="One person, every question, every reason.")
    parser.add_argument("--land", type=Path, default=ROOT / "build/land-200k")
    parser.add_argument("--dossiers", type=int, default=500)
    given = parser.parse_args()
    on = date.fromisoformat(json.loads((given.land / "land.json").read_text())["op"])
    asks = asked()
    rows = list(people(given.land, given.dossiers, kinds_of_facts(asks)))
    kinds = {kind for _, kind in asks}
    ready = [[(rule, facts_of(kind, row)) for rule, kind in asks] for row in rows]

    def answer_all() -> None:
        for dossier in ready:
            for rule, facts in dossier:
                rule(facts, on=on)

    def write_all() -> None:
        for dossier in ready:
            for rule, facts in dossier:
                rule(facts, on=on).explain()

    def whole(row: dict[str, Any], text: bool) -> None:
        made = {kind: facts_of(kind, row) for kind in kinds}
        for rule, kind in asks:
            outcome = rule(made[kind], on=on)
            if text:
                outcome.explain()

    gc.freeze()  # what the measuring itself holds is not for the collector to look through
    calls, names = counted(answer_all)
    figures: dict[str, Any] = {
        "bench": "wet_one",
        "dossiers": len(rows),
        "answers": len(asks),
        "rules": len(RULES),
        "rules_reached": len(names),
        "calls_per_dossier": round(calls / len(rows), 1),
        "explained_per_second": round(calls / best(answer_all)),
        "explained_with_text_per_second": round(calls / best(write_all)),
    }
    for name, text in (("dossier", False), ("dossier_with_text", True)):
        taken = [1000 * quickest(partial(whole, row, text)) for row in rows]
        figures[f"{name}_ms_median"] = round(statistics.median(taken), 3)
        figures[f"{name}_ms_p95"] = round(statistics.quantiles(taken, n=20)[-1], 3)
    show(figures)
    return 0


def show(figures: dict[str, Any]) -> None:
    """Print the figures for a reader and as one line of JSON."""
    print(
        f"{figures['answers']} answers of a dossier, {figures['calls_per_dossier']} rule calls, "
        f"{figures['rules_reached']} of {figures['rules']} rules, {figures['dossiers']} dossiers, one core"
    )
    print(f"  explained rule calls a second             {figures['explained_per_second']:>10,}")
    print(f"  the same with all text written            {figures['explained_with_text_per_second']:>10,}")
    for name, label in (("dossier", "one dossier"), ("dossier_with_text", "one dossier, all text written")):
        middle, most = figures[f"{name}_ms_median"], figures[f"{name}_ms_p95"]
        print(f"  {label:<41} {middle:>10.2f} ms median, {most:.2f} ms p95")
    print(json.dumps(figures))


if __name__ == "__main__":
    sys.exit(main())
