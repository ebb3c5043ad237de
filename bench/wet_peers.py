"""The same rules as variables of OpenFisca-core, side by side with ours: how fast, and where the answers
differ.

Run: ``.venv-bench/bin/python bench/wet_peers.py --land build/land-200k [--verwacht FILE] [--dossiers
200000]``.

The variables stand in `openfisca_law.py`.

Measured: one dossier with all variables, with trace and without; explained evaluations a second (all
nodes of the trace that are rules, also those that come from its cache; and only the formulas that ran);
all dossiers with facts given, events already added up. Ours, on the same dossiers and the same rules,
stands beside it.

Compared: every variable with the answer that is expected. `--verwacht` is a Parquet file or folder with
`dossier` and for each rule NAME (null when there is no value) and NAME.status (bekend, onbekend, oordeel),
as `meedoen wet bereken` writes it; without it the rules for one person answer for 2,000 dossiers. The last
line is the same as JSON.
"""

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np
import polars as pl
from openfisca_core.indexed_enums import Enum
from openfisca_core.simulations import Simulation
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.openfisca_law import RULES, arrays, simulation, system  # noqa: E402  # after the path
from bench.wet_one import counted, quickest  # noqa: E402

from meedoen.law.awb.bezwaar import BezwaarFacts  # noqa: E402
from meedoen.law.inburgering.begrippen import (  # noqa: E402
    Doelgroep,
    Leerroute,
    Referent,
    Verblijfsdoel,
    Verblijfstitel,
)
from meedoen.law.inburgering.leerroutes import LBTUitslag  # noqa: E402
from meedoen.law.kernel.outcome import Outcome, plain  # noqa: E402
from meedoen.law.kernel.rule import RULES as OUR_RULES  # noqa: E402
from meedoen.law.questions.question import facts_of  # noqa: E402

SAMPLE = 2_000
ALSO = {"may_request_verlenging_since": "verlenging_aanvragen_vanaf"}
"""Rules that have another name among the answers of a caseload."""


def our_rules() -> dict[str, tuple[Callable[..., Outcome[Any]], type]]:
    """Return our rule of the same name for every variable, and the kind of facts that it takes."""
    found = {
        full.rpartition(".")[2]: made for full, made in OUR_RULES.items() if not full.startswith("keten.")
    }
    return {
        name: (found[name], get_type_hints(found[name].versions[0].body)["facts"])
        for name in RULES
        if name in found
    }


OURS = our_rules()
KINDS = frozenset(kind for _, kind in OURS.values())


def nodes(trees: Iterable[Any]) -> int:
    """Return how many nodes of a trace are rules, those that came from the cache included."""
    return sum((node.name in RULES) + nodes(node.children) for node in trees)


@dataclass(frozen=True, slots=True)
class Person:
    """One dossier: for OpenFisca as arrays of one, for us as facts of every kind."""

    given: dict[str, np.ndarray]
    row: dict[str, Any]


def people(facts: pl.DataFrame, given: Mapping[str, np.ndarray], many: int) -> list[Person]:
    """Return dossiers that lie evenly over the country."""
    every = max(1, facts.height // many)
    picked = list(range(0, facts.height, every))[:many]
    rows = facts[picked].iter_rows(named=True)
    return [
        Person({name: array[at : at + 1] for name, array in given.items()}, ours(row))
        for at, row in zip(picked, rows, strict=True)
    ]


WORDS = {
    "doelgroep": Doelgroep,
    "verblijfstitel": Verblijfstitel,
    "verblijfsdoel": Verblijfsdoel,
    "referent": Referent,
    "lbt_uitslag": LBTUitslag,
    **dict.fromkeys(("leerroute", "eerdere_leerroute", "van", "naar", "overstap_van"), Leerroute),
}


def ours(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with the closed lists as the law has them."""
    for name, kind in WORDS.items():
        row[name] = None if row[name] is None else kind(row[name])
    return row


def our_facts(row: dict[str, Any]) -> dict[type, Any]:
    """Return the facts of every kind about one dossier; bezwaar is asked about the PIP."""
    made = {kind: facts_of(kind, row) for kind in KINDS}
    made[BezwaarFacts] = BezwaarFacts(bekendmaking=row["pip_uitgereikt"])
    return made


def our_answers(row: dict[str, Any], on: date) -> dict[str, Outcome[Any]]:
    """Return our answer to every rule about one dossier, with every reason."""
    made = our_facts(row)
    return {name: found(made[kind], on=on) for name, (found, kind) in OURS.items()}


def expected(facts: pl.DataFrame, on: date) -> pl.DataFrame:
    """Return the answers of our rules for one person, for SAMPLE dossiers, evenly over the country."""
    every = max(1, facts.height // SAMPLE)
    sample = facts.gather_every(every).head(SAMPLE)
    columns: dict[str, list[Any]] = {"dossier": sample["dossier"].to_list()}
    for row in sample.iter_rows(named=True):
        for name, outcome in our_answers(ours(row), on).items():
            value = outcome.value if isinstance(outcome.value, date) else plain(outcome.value)
            columns.setdefault(name, []).append(float(value) if name == "lening_max" and value else value)
            columns.setdefault(f"{name}.status", []).append(outcome.status.value)
    columns["lening_max"] = [None if value is None else float(value) for value in columns["lening_max"]]
    return pl.DataFrame(columns, infer_schema_length=None)


def answered(found: Simulation, day: str) -> dict[str, np.ndarray]:
    """Return OpenFisca's answers: days, numbers, yes or no, and closed lists as text."""
    result = {}
    for name, variable in RULES.items():
        array = found.calculate(name, day)
        result[name] = array.decode_to_str() if variable.value_type is Enum else array
        if variable.value_type is Enum:
            words = {member.name: member.value for member in variable.possible_values}
            result[name] = np.array([words[str(code)] for code in result[name]])
    return result


def differences(wanted: pl.DataFrame, answers: Mapping[str, np.ndarray], at: np.ndarray) -> dict[str, Any]:
    """Count, for each rule, another value than ours, and a value where we say none, onbekend or oordeel."""
    table: dict[str, Any] = {}
    for name in RULES:
        column = column_of(name, wanted)
        if column is None:
            continue
        value, status = wanted[column], wanted[f"{column}.status"].cast(pl.String).to_numpy()
        theirs = answers[name][at]
        known = status == "bekend"
        if value.dtype == pl.Date:
            mine = value.fill_null(date(1970, 1, 1)).to_numpy().astype("datetime64[D]")
        elif value.dtype in (pl.String, pl.Enum, pl.Categorical):
            mine = value.cast(pl.String).fill_null("").to_numpy()
        else:
            mine = value.cast(pl.Float64).fill_null(0).to_numpy()
        none = known & value.is_null().to_numpy()
        other = known & ~none & (mine != theirs)
        made_up = ~known
        table[name] = {
            "other_value": int(other.sum()),
            "none": int(none.sum()),
            "onbekend": int((made_up & (status == "onbekend")).sum()),
            "oordeel": int((made_up & (status == "oordeel")).sum()),
        }
    return table


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the middle of the wall clock of several runs."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def whole(
    law: TaxBenefitSystem, given: Mapping[str, np.ndarray], count: int, day: str, names: tuple[str, ...]
) -> tuple[float, Simulation]:
    """Return the seconds in which these rules are answered for everybody, and the simulation."""
    taken = []
    for _ in range(5):
        made = simulation(law, given, count, False)
        begin = time.perf_counter()
        for name in names:
            made.calculate(name, day)
        taken.append(time.perf_counter() - begin)
    return round(statistics.median(taken), 4), made


def column_of(name: str, wanted: pl.DataFrame) -> str | None:
    """Return the column with the answer that is expected of a rule; None when it is not among them."""
    return next((column for column in (name, ALSO.get(name)) if column in wanted.columns), None)


def measure(
    facts: pl.DataFrame, on: date, persons: int, same: tuple[str, ...]
) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Return the figures, and OpenFisca's answers for every dossier; `same` are the rules that we compare."""
    law, day = system(), on.isoformat()
    given = arrays(facts)
    some = people(facts, given, persons)
    figures: dict[str, Any] = {"bench": "wet_peers", "rules": len(RULES), "dossiers": facts.height}

    def one(person: Person, trace: bool) -> Simulation:
        made = simulation(law, person.given, 1, trace)
        for name in RULES:
            made.calculate(name, day)
        return made

    for name, trace in (("one", False), ("one_trace", True)):
        taken = [quickest(partial(one, person, trace)) for person in some]
        figures[f"openfisca_{name}_ms_median"] = round(statistics.median(taken) * 1000, 3)
        figures[f"openfisca_{name}_ms_p95"] = round(statistics.quantiles(taken, n=20)[-1] * 1000, 3)

    gc.freeze()  # what the measuring itself holds is not for the collector to look through
    spent, seen = [], 0
    for _ in range(3):
        ready = [simulation(law, person.given, 1, True) for person in some]
        begin = time.process_time()
        for made in ready:
            for name in RULES:
                made.calculate(name, day)
        spent.append(time.process_time() - begin)
        seen = sum(nodes(made.tracer.trees) for made in ready)
    del ready
    figures["openfisca_explained_per_second"] = round(seen / min(spent))
    figures["openfisca_formulas_per_second"] = round(len(RULES) * len(some) / min(spent))
    figures["openfisca_answers_ms"] = round(min(spent) / len(some) * 1000, 3)

    rows = [person.row for person in some]
    taken = [quickest(partial(our_answers, row, on)) for row in rows]
    figures["ours_one_ms_median"] = round(statistics.median(taken) * 1000, 3)
    figures["ours_one_ms_p95"] = round(statistics.quantiles(taken, n=20)[-1] * 1000, 3)
    sets = [our_facts(row) for row in rows]

    def calls() -> None:
        for made in sets:
            for found, kind in OURS.values():
                found(made[kind], on=on)

    many, _ = counted(calls)
    best = min(timed(calls) for _ in range(3))
    figures["ours_explained_per_second"] = round(many / best)
    figures["ours_answers_ms"] = round(best / len(some) * 1000, 3)
    for name, theirs in (("", "explained"), ("_formulas", "formulas")):
        ratio = figures["ours_explained_per_second"] / figures[f"openfisca_{theirs}_per_second"]
        figures[f"times_openfisca{name}"] = round(ratio, 1)

    figures["openfisca_load_s"] = round(seconds(lambda: simulation(law, given, facts.height, False), 3), 4)
    figures["openfisca_all_s"], last = whole(law, given, facts.height, day, tuple(RULES))
    figures["same_rules"] = len(same)
    figures["openfisca_same_s"], _ = whole(law, given, facts.height, day, same)
    return figures, answered(last, day)


def timed(work: Callable[[], object]) -> float:
    """Return the processor seconds of a run."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> int:
    """Measure, compare and print."""
    parser = argparse.ArgumentParser(description="The same rules in OpenFisca-core.")
    parser.add_argument("--land", type=Path, default=ROOT / "build/land-200k")
    parser.add_argument("--verwacht", type=Path, help="Parquet with the answers that are expected")
    parser.add_argument("--dossiers", type=int, help="only the first so many")
    parser.add_argument("--persons", type=int, default=300, help="dossiers that are measured one by one")
    asked = parser.parse_args()
    on = date.fromisoformat(json.loads((asked.land / "land.json").read_text())["op"])
    facts = pl.read_parquet(asked.land / "feiten")
    facts = facts.head(asked.dossiers) if asked.dossiers else facts
    wanted = pl.read_parquet(asked.verwacht) if asked.verwacht else expected(facts, on)
    wanted = wanted.filter(pl.col("dossier") < facts.height)
    same = tuple(name for name in RULES if column_of(name, wanted))
    figures, answers = measure(facts, on, asked.persons, same)
    table = differences(wanted, answers, wanted["dossier"].to_numpy())
    figures["compared"] = wanted.height
    figures["differences"] = table
    figures["other_value"] = sum(row["other_value"] for row in table.values())
    figures["no_value_expected"] = sum(
        row["none"] + row["onbekend"] + row["oordeel"] for row in table.values()
    )
    show(figures)
    return 0


def show(figures: dict[str, Any]) -> None:
    """Print the figures for a reader and as one line of JSON."""
    print(f"{figures['rules']} rules, one core, OpenFisca-core with its trace, ours with every reason")
    print(f"  {'':<47}{'OpenFisca':>12}{'ours':>12}")
    lines = (
        ("one dossier, values only (ms, median)", "openfisca_one_ms_median", None),
        ("one dossier, explained (ms, median)", "openfisca_one_trace_ms_median", "ours_one_ms_median"),
        ("one dossier, explained (ms, p95)", "openfisca_one_trace_ms_p95", "ours_one_ms_p95"),
        ("the same, facts handed over before (ms, mean)", "openfisca_answers_ms", "ours_answers_ms"),
        ("explained evaluations a second", "openfisca_explained_per_second", "ours_explained_per_second"),
        ("  of which its formulas ran", "openfisca_formulas_per_second", None),
        (f"{figures['dossiers']:,} dossiers, facts given (s)", "openfisca_all_s", None),
        (f"  only the {figures['same_rules']} rules that are compared (s)", "openfisca_same_s", None),
        ("  handing the facts over (s)", "openfisca_load_s", None),
    )
    for label, theirs, own in lines:
        shown = f"{figures[own]:>12,}" if own else f"{'':>12}"
        print(f"  {label:<47}{figures[theirs]:>12,}{shown}")
    print(f"  explained evaluations: {figures['times_openfisca_formulas']} times the formulas of OpenFisca")
    print(f"  and {figures['times_openfisca']} times when what it reads from its cache counts as well")
    print(f"\nOpenFisca's answers beside ours, over {figures['compared']:,} dossiers")
    print(f"  {'rule':<36}{'other value':>12}{'we: none':>10}{'we: onbekend':>14}{'we: oordeel':>13}")
    for name, row in figures["differences"].items():
        if any(row.values()):
            counts = f"{row['other_value']:>12,}{row['none']:>10,}{row['onbekend']:>14,}"
            print(f"  {name:<36}{counts}{row['oordeel']:>13,}")
    print(
        "  it has no missing value: such a fact is 1 January 1970, 0 or no, and the answer counts from there"
    )
    print(json.dumps(figures))


if __name__ == "__main__":
    sys.exit(main())
