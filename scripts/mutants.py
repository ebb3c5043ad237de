"""Mutation testing of the law: change one thing in a rule at a time and see whether a test notices.

Run: ``make mutants``, or ``python -m scripts.mutants [--only keten.pip,awb] [--workers 2] [--every 1]``;
``--again`` takes only what lived the last time and modules that have changed; ``--page`` writes the table of
the documentation.

The tests are collected once and run once to see which functions each of them calls; each mutant lives in a
forked child that puts the changed code in the place of the old and runs the tests and worked cases that call
it until one fails. What nobody noticed is listed, unless `tests/law/mutants.yaml` says why it cannot be
noticed. Exit 1 when less than 90% is killed or a survivor has no reason.

The tools that exist change files and start Python anew for each mutant (hours here), or pass over functions
with a decorator, which every rule has.
"""

import argparse
import ast
import copy
import gc
import importlib
import inspect
import json
import os
import signal
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
import yaml
from _pytest.runner import runtestprotocol

ROOT = Path(__file__).resolve().parent.parent
LAW = ROOT / "src" / "meedoen" / "law"
TESTS = ROOT / "tests" / "law"
REASONS = TESTS / "mutants.yaml"
RESULTS = ROOT / "build" / "mutants"
TOTALS = RESULTS / "totals.json"
PAGE = ROOT / "docs" / "reference" / "mutanten.md"
ENOUGH = 0.9
TELL = 4_000
"""Letters of a failure that are kept; less than a pipe holds."""
SECONDS = 120
"""A mutant that runs longer is killed: it loops."""

OTHER: dict[type, type] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
}
PASSED_OVER = ("__init__", "__new__", "_new_member_", "__repr__", "__str__")
"""Made by the language, only for programmers, or run while the module is read, before a mutant is there."""


@dataclass(frozen=True)
class Mutant:
    """One change: where, what it was and became, and how to make it."""

    module: str
    function: str
    line: int
    change: str
    target: FunctionType
    code: CodeType

    @property
    def key(self) -> str:
        """What tells it apart for as long as the line says the same: no line number, since those move."""
        return f"{self.module}:{self.function}: {self.change}"

    def put_in_place(self) -> None:
        """Let the changed code be what runs."""
        self.target.__code__ = self.code


def changes(tree: ast.AST) -> Iterator[tuple[ast.AST, str, Callable[[ast.AST], None]]]:
    """Yield each place in a function that can be changed, with words and how."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(ops=[op]) if type(op) in OTHER:
                new = OTHER[type(op)]
                yield (
                    node,
                    f"{ast.unparse(node)} → {new.__name__}",
                    lambda n, new=new: setattr(n, "ops", [new()]),
                )
            case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in OTHER:
                new = OTHER[type(op)]
                yield (
                    node,
                    f"{ast.unparse(node)} → {new.__name__}",
                    lambda n, new=new: setattr(n, "op", new()),
                )
            case ast.UnaryOp(op=ast.Not()):
                yield node, f"{ast.unparse(node)} → without not", lambda n: setattr(n, "op", ast.UAdd())
            case ast.Constant(value=bool(value)):
                yield node, f"{value} → {not value}", lambda n: setattr(n, "value", not n.value)
            case ast.Constant(value=int(value)):
                yield node, f"{value} → {value + 1}", lambda n: setattr(n, "value", n.value + 1)
            case ast.Constant(value=str(value)) if value:
                yield node, f"{value[:60]!r} → XX…", lambda n: setattr(n, "value", f"XX{n.value}")
            case ast.If(test=test):
                yield (
                    node,
                    f"if {ast.unparse(test)} → if not",
                    lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test)),
                )


def functions(module: Any) -> Iterator[tuple[str, FunctionType]]:
    """Yield the functions of a module that tests can reach: rules in each version, functions, methods."""
    from meedoen.law.kernel.rule import RULES

    name = module.__name__
    for rule in RULES.values():
        for version in rule.versions:
            if version.body.__module__ == name:
                yield f"{rule.__name__} {version.since}", version.body
    for own, found in vars(module).items():
        function = inspect.unwrap(found) if callable(found) else found
        if isinstance(function, FunctionType) and function.__module__ == name:
            yield own, function
        if inspect.isclass(found) and found.__module__ == name:
            for inner, value in vars(found).items():
                method = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
                if not isinstance(method, FunctionType) or inner in PASSED_OVER:
                    continue
                if method.__module__ == name and method.__code__.co_filename == module.__file__:
                    yield f"{own}.{inner}", method


def mutants_of(name: str) -> list[Mutant]:
    """Return every mutant of a module of the law."""
    module = importlib.import_module(name)
    found: list[Mutant] = []
    seen: set[FunctionType] = set()
    for label, function in functions(module):
        if function in seen:
            continue
        seen.add(function)
        tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
        if not isinstance(tree, ast.FunctionDef):
            continue
        tree.decorator_list = []
        if ast.get_docstring(tree) is not None:
            tree.body = tree.body[1:] or [ast.Pass()]
        body = ast.Module([ast.Expr(ast.Constant(None)), *tree.body], [])
        for number, (node, words, _) in enumerate(changes(body)):
            code = _changed(tree, number, module, function)
            if code is not None:
                line = function.__code__.co_firstlineno + getattr(node, "lineno", 1) - 1
                found.append(Mutant(name.removeprefix("meedoen.law."), label, line, words, function, code))
    return numbered(found)


def numbered(mutants: list[Mutant]) -> list[Mutant]:
    """Give the second and later of the same change in a function a number, so that keys are unique."""
    times: Counter[str] = Counter()
    found = []
    for mutant in mutants:
        times[mutant.key] += 1
        number = times[mutant.key]
        found.append(mutant if number == 1 else replace(mutant, change=f"{mutant.change} ({number})"))
    return found


def _changed(tree: ast.FunctionDef, number: int, module: Any, function: FunctionType) -> CodeType | None:
    mine = copy.deepcopy(tree)
    body = ast.Module([ast.Expr(ast.Constant(None)), *mine.body], [])
    node, _, change = list(changes(body))[number]
    change(node)
    mine.body = body.body[1:]
    code, same = _code(mine, module), _code(tree, module)
    if code is None or code == same or code.co_freevars != function.__code__.co_freevars:
        return None  # not a program, the same program, or one that cannot take its place
    return code


def _code(tree: ast.FunctionDef, module: Any) -> CodeType | None:
    made = ast.fix_missing_locations(ast.Module([tree], []))
    scope: dict[str, Any] = {}
    try:
        exec(compile(made, module.__file__, "exec"), dict(vars(module)), scope)  # noqa: S102  # our own source
    except (SyntaxError, TypeError, NameError):
        return None
    code: CodeType = scope[tree.name].__code__
    return code


def modules(only: str | None) -> list[str]:
    """Return the modules to change, by name: the rules and the kernel they stand on."""
    parts = ("inburgering", "awb", "keten", "participatie", "kernel")
    paths = [path for part in parts for path in sorted((LAW / part).rglob("*.py"))]
    names = [
        f"meedoen.law.{path.relative_to(LAW).with_suffix('').as_posix().replace('/', '.')}" for path in paths
    ]
    kept = [name for name in names if not name.endswith("__init__") and ".lift." not in name]
    parts_asked = only.replace("/", ".").split(",") if only else [""]
    return [name for name in kept if any(f".{part}" in f"{name}." for part in parts_asked)]


@dataclass
class Runner:
    """A plugin of pytest that runs the collected tests once for each mutant, in children."""

    mutants: list[Mutant]
    workers: int = 1
    survivors: list[str] = field(default_factory=list)
    reason: str = ""
    calls: dict[FunctionType, list[Any]] = field(default_factory=dict)
    """The tests that call a function, the near and quick ones first."""

    def pytest_runtestloop(self, session: Any) -> bool:
        """Run them instead of the tests themselves."""
        items = [item for item in session.items if not _about_cases(item)]
        self.look(items)
        RESULTS.mkdir(parents=True, exist_ok=True)
        gc.freeze()  # what stands now is not looked at again, so children share it
        gc.disable()
        children = []
        for worker in range(self.workers):
            target = RESULTS / f"{os.getpid()}-{worker}.json"
            target.unlink(missing_ok=True)
            child = os.fork()
            if child == 0:
                target.write_text(json.dumps(self.work(worker)), encoding="utf-8")
                os._exit(0)
            children.append((child, target))
        for child, target in children:
            if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0 or not target.exists():
                raise SystemExit("a worker did not end well; nothing can be said")
            self.survivors += json.loads(target.read_text(encoding="utf-8"))
            target.unlink()
        return True

    def work(self, worker: int) -> list[str]:
        """Return the keys of the mutants that live, of the share of one worker."""
        alive: list[str] = []
        begin = time.time()
        share = self.mutants[worker :: self.workers]
        for number, mutant in enumerate(share, start=1):
            killed = self.killed(mutant)
            if killed and mutant.code == mutant.target.__code__:
                print(f"[{worker}] fails by itself: {self.reason.splitlines()[:1]}", flush=True)
            if not killed:
                alive.append(mutant.key)
                print(f"[{worker}] {mutant.key}", flush=True)
            if number % 200 == 0:
                print(f"[{worker}] {number} of {len(share)}, {time.time() - begin:.0f} s", flush=True)
        return alive

    def look(self, items: list[Any]) -> None:
        """Find out, in a child, which tests pass, how long they take and what they call."""
        targets = list(dict.fromkeys(mutant.target for mutant in self.mutants))
        numbers = {target.__code__: number for number, target in enumerate(targets)}
        seen = RESULTS / f"{os.getpid()}-seen.json"
        RESULTS.mkdir(parents=True, exist_ok=True)
        if (child := os.fork()) == 0:
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115  # until the child ends
            found: list[tuple[bool, float, list[int]]] = []
            for item in items:
                called: set[int] = set()

                def note(frame: Any, event: str, _: Any, called: set[int] = called) -> None:
                    if event == "call" and (number := numbers.get(frame.f_code)) is not None:
                        called.add(number)

                begin = time.perf_counter()
                sys.setprofile(note)
                reports = runtestprotocol(item, log=False, nextitem=None)
                sys.setprofile(None)
                failed = any(report.failed for report in reports)
                found.append((failed, time.perf_counter() - begin, sorted(called)))
            seen.write_text(json.dumps(found), encoding="utf-8")
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
            raise SystemExit("the tests of the law could not be run")
        results = json.loads(seen.read_text(encoding="utf-8"))
        seen.unlink()
        failing = [item.nodeid for item, (failed, _, _) in zip(items, results, strict=True) if failed]
        if failing:
            print(
                "tests that do not pass say nothing about a mutant, and are left out:", *failing, sep="\n  "
            )
        for number, target in enumerate(targets):
            near = f"test_{target.__module__.rpartition('.')[2]}.py"
            mine = [
                (item.path.name != near, seconds, position)
                for position, (item, (failed, seconds, called)) in enumerate(zip(items, results, strict=True))
                if number in called and not failed
            ]
            self.calls[target] = [items[position] for _, _, position in sorted(mine)]

    def killed(self, mutant: Mutant) -> bool:
        """Return whether a test fails with the mutant in place."""
        return self.fails(self.calls.get(mutant.target, []), mutant.put_in_place)

    def fails(self, items: list[Any], prepare: Callable[[], None]) -> bool:
        """Return whether one of the tests fails, in a child that first prepares something."""
        hear, told = os.pipe()
        child = os.fork()
        if child == 0:
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115  # until the child ends
            signal.alarm(SECONDS)
            try:
                prepare()
                for item in items:
                    for report in runtestprotocol(item, log=False, nextitem=None):
                        if report.failed:
                            os.write(told, f"{item.nodeid}\n{report.longreprtext}"[:TELL].encode())
                            os._exit(1)
            except BaseException as error:
                os.write(told, repr(error)[:TELL].encode())
                os._exit(1)
            os._exit(0)
        os.close(told)
        with os.fdopen(hear, encoding="utf-8", errors="replace") as said:
            self.reason = said.read()
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def _about_cases(item: Any) -> bool:
    """Return whether a test is about the file of cases, or runs all cases, and so about no rule."""
    return item.path.name == "test_examples.py" and "gives_what_it_expects" not in item.name


def run(mutants: list[Mutant], workers: int) -> list[str]:
    """Return the keys of the mutants that no test noticed."""
    runner = Runner(mutants, workers)
    apart = {"lift", "caseload"}  # these read the source of a rule, and run something else
    files = [str(path) for path in sorted(TESTS.rglob("test_*.py")) if not apart & set(path.parts)]
    plain = [
        "-o",
        "addopts=--import-mode=importlib",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-q",
        "-s",
        "--tb=native",
    ]
    pytest.main([*plain, *files], plugins=[runner])
    if not runner.calls:
        raise SystemExit("the tests were not run")
    return runner.survivors


def page(totals: dict[str, Any], reasons: dict[str, str]) -> str:
    """Return the page of the documentation with what was killed, and what lives and why."""
    count = sum(found["total"] for found in totals.values())
    alive = sorted(key for found in totals.values() for key in found["alive"])
    lines = [
        "# Mutanten",
        "",
        "Hoe goed letten de tests van de wet op? Elke mutant is één verandering in een regel (een grens die",
        "een dag opschuift, een ja dat nee wordt, een zin die anders luidt). Een mutant is *gedood* als een",
        "test of een uitgewerkt voorbeeld het merkt. De lat ligt op 90% en elke overlevende heeft een reden.",
        "",
        f"Gemeten op {max(found['day'] for found in totals.values())} met `make mutants`:",
        f"{count - len(alive)} van {count} gedood ({100 * (count - len(alive)) / count:.1f}%).",
        "",
        "| Module | Gedood | Mutanten | % |",
        "|---|---:|---:|---:|",
    ]
    for name, found in sorted(totals.items()):
        killed = found["total"] - len(found["alive"])
        lines.append(f"| `{name}` | {killed} | {found['total']} | {100 * killed / found['total']:.1f} |")
    lines += ["", "## Overlevenden", ""]
    lines += ["| Mutant | Reden (Engels) |", "|---|---|"] if alive else ["Geen."]
    lines += [f"| `{key.replace('|', chr(92) + '|')}` | {reasons.get(key, '—')} |" for key in alive]
    return "\n".join(lines) + "\n"


def unchanged(mutants: list[Mutant], workers: int) -> int:
    """Put every function in its own place, so that each failing test is one that would kill for nothing."""
    same = {mutant.target: replace(mutant, code=mutant.target.__code__) for mutant in mutants}
    alive = set(run(list(same.values()), workers))
    wrong = [mutant.key for mutant in same.values() if mutant.key not in alive]
    print(f"\n{len(wrong)} of {len(same)} functions have tests that fail by themselves", *wrong, sep="\n  ")
    return 1 if wrong else 0


def _totals() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(TOTALS.read_text(encoding="utf-8")) if TOTALS.exists() else {}
    return found


def main() -> int:
    """Make the mutants, run them with some workers, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="parts of names of modules, with commas between them")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="only each so-many-th mutant")
    parser.add_argument("--again", action="store_true", help="only those that lived the last time")
    parser.add_argument("--unchanged", action="store_true", help="change nothing, to see that all tests pass")
    parser.add_argument("--page", action="store_true", help="write the page of the documentation too")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import meedoen.law.questions  # noqa: F401  # loads every rule

    totals = _totals()
    lived = {key for found in totals.values() for key in found["alive"]}
    every = {name.removeprefix("meedoen.law."): mutants_of(name) for name in modules(asked.only)}
    mutants = [mutant for found in every.values() for mutant in found][:: asked.every]
    if asked.again:
        changed = {name for name, found in every.items() if totals.get(name, {}).get("total") != len(found)}
        mutants = [mutant for mutant in mutants if mutant.key in lived or mutant.module in changed]
    if asked.unchanged:
        return unchanged(mutants, asked.workers)
    reasons = yaml.safe_load(REASONS.read_text(encoding="utf-8")) or {}
    alive = set(run(mutants, asked.workers)) if mutants else set()
    totals = _totals()  # another run may have ended in the meantime
    if asked.every == 1:
        for name, found in every.items():
            if found:
                mine = sorted(mutant.key for mutant in found if mutant.key in alive)
                totals[name] = {"total": len(found), "alive": mine, "day": time.strftime("%Y-%m-%d")}
        TOTALS.write_text(json.dumps(totals, ensure_ascii=False, indent=1), encoding="utf-8")
    if asked.page:
        PAGE.write_text(page(totals, reasons), encoding="utf-8")
    killed = len(mutants) - len(alive)
    print(f"\n{killed} of {len(mutants)} mutants killed: {100 * killed / max(len(mutants), 1):.1f}%")
    unexplained = [mutant for mutant in mutants if mutant.key in alive and mutant.key not in reasons]
    for mutant in unexplained:
        print(f"  line {mutant.line}: {mutant.key}")
    print(f"{len(alive)} live, {len(unexplained)} of them without a reason in {REASONS.relative_to(ROOT)}")
    enough = asked.again or killed >= ENOUGH * len(mutants)
    return 1 if unexplained or not enough else 0


if __name__ == "__main__":
    sys.exit(main())
