"""Mutation testing of the law: change one thing in a rule at a time and see whether a test notices.

Run: ``make mutants``, or ``python -m scripts.mutants [--only inburgering/pip] [--workers 2] [--every 1]``.
The tests are collected once; each mutant lives in a forked child that puts the changed code in the place of
the old and runs the tests of that module, then the worked cases, until one fails. What nobody noticed is
listed, unless `tests/law/mutants.yaml` says why it cannot be noticed. Exit 1 when less than 90% is killed or
a survivor has no reason.

The tools that exist change files and start Python anew for each mutant (hours here), or pass over functions
with a decorator, which every rule has.
"""

import argparse
import ast
import copy
import importlib
import inspect
import os
import signal
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
PASSED_OVER = ("__init__", "__repr__", "__str__")


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
                if (
                    isinstance(method, FunctionType)
                    and method.__module__ == name
                    and inner not in PASSED_OVER
                ):
                    if method.__code__.co_filename == module.__file__:
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
    return found


def _changed(tree: ast.FunctionDef, number: int, module: Any, function: FunctionType) -> CodeType | None:
    mine = copy.deepcopy(tree)
    body = ast.Module([ast.Expr(ast.Constant(None)), *mine.body], [])
    node, _, change = list(changes(body))[number]
    change(node)
    mine.body = body.body[1:]  # type: ignore[assignment]
    made = ast.fix_missing_locations(ast.Module([mine], []))
    scope: dict[str, Any] = {}
    try:
        exec(compile(made, module.__file__, "exec"), dict(vars(module)), scope)  # noqa: S102  # our own source
    except (SyntaxError, TypeError, NameError):
        return None
    code: CodeType = scope[mine.name].__code__
    return code if code.co_freevars == function.__code__.co_freevars else None


def modules(only: str | None) -> list[str]:
    """Return the modules to change, by name: the rules and the kernel they stand on."""
    parts = ("inburgering", "awb", "keten", "participatie", "kernel")
    paths = [path for part in parts for path in sorted((LAW / part).rglob("*.py"))]
    names = [
        f"meedoen.law.{path.relative_to(LAW).with_suffix('').as_posix().replace('/', '.')}" for path in paths
    ]
    kept = [name for name in names if not name.endswith("__init__") and ".lift." not in name]
    return [name for name in kept if only is None or only.replace("/", ".") in name]


class Runner:
    """A plugin of pytest that runs the collected tests once for each mutant, in children."""

    def __init__(self, mutants: list[Mutant], worker: int) -> None:
        self.mutants, self.worker = mutants, worker
        self.survivors: list[Mutant] = []
        self.by_file: dict[str, list[Any]] = {}
        self.texts: dict[str, str] = {}
        self.sound = False
        self.reason = ""

    def pytest_runtestloop(self, session: Any) -> bool:
        """Run them instead of the tests themselves."""
        cases = "gives_what_it_expects"
        for item in session.items:
            if item.path.name == "test_examples.py" and cases not in item.name:
                continue  # about the file of cases, not about a rule
            self.by_file.setdefault(str(Path(item.path).relative_to(TESTS)), []).append(item)
        self.texts = {file: (TESTS / file).read_text(encoding="utf-8") for file in self.by_file}
        used = dict.fromkeys(item for mutant in self.mutants for item in self.tests_for(mutant))
        if self.fails(list(used), lambda: None):
            raise SystemExit(
                "the tests of the law do not pass, so a failing test says nothing about a mutant"
            )
        self.sound = True
        begin = time.time()
        for number, mutant in enumerate(self.mutants, start=1):
            if not self.killed(mutant):
                self.survivors.append(mutant)
                print(f"[{self.worker}] {mutant.key}", flush=True)
            if number % 200 == 0:
                print(
                    f"[{self.worker}] {number} of {len(self.mutants)}, {time.time() - begin:.0f} s",
                    flush=True,
                )
        return True

    def tests_for(self, mutant: Mutant) -> list[Any]:
        """Return the tests that should notice, the quick and near ones first."""
        *folder, last = mutant.module.split(".")
        near = "/".join([*folder, f"test_{last}.py"])
        word = mutant.function.split()[0].split(".")[-1]
        naming = [file for file in self.by_file if word in self.texts.get(file, "")]
        files = dict.fromkeys([near, *naming, "test_examples.py"])
        items = [item for file in files for item in self.by_file.get(file, [])]
        return sorted(items, key=lambda item: hasattr(getattr(item, "obj", None), "hypothesis"))

    def killed(self, mutant: Mutant) -> bool:
        """Return whether a test fails with the mutant in place."""
        return self.fails(self.tests_for(mutant), mutant.put_in_place)

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


def work(mutants: list[Mutant], worker: int, target: Path) -> None:
    """Run some of the mutants, and write the keys of those that live."""
    runner = Runner(mutants, worker)
    files = [
        str(path) for path in sorted(TESTS.rglob("test_*.py")) if not {"lift", "caseload"} & set(path.parts)
    ]
    options = [
        "-o",
        "addopts=--import-mode=importlib",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-q",
        "-s",
    ]
    pytest.main([*options, *files], plugins=[runner])
    if not runner.sound:
        raise SystemExit("the tests were not run")
    target.write_text(
        yaml.safe_dump([[mutant.key, mutant.line] for mutant in runner.survivors]), encoding="utf-8"
    )


def main() -> int:
    """Make the mutants, run them with some workers, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="a part of the name of a module")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="only each so-many-th mutant")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import meedoen.law.questions  # noqa: F401  # loads every rule

    mutants = [mutant for name in modules(asked.only) for mutant in mutants_of(name)][:: asked.every]
    known = yaml.safe_load(REASONS.read_text(encoding="utf-8")) or {}
    folder = ROOT / "build" / "mutants"
    folder.mkdir(parents=True, exist_ok=True)
    children = []
    for worker in range(asked.workers):
        target = folder / f"{worker}.yaml"
        target.unlink(missing_ok=True)
        if (child := os.fork()) == 0:
            work(mutants[worker :: asked.workers], worker, target)
            os._exit(0)
        children.append((child, target))
    alive: list[tuple[str, int]] = []
    for child, target in children:
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0 or not target.exists():
            print("a worker did not end well; nothing can be said", file=sys.stderr)
            return 2
        alive += [(key, line) for key, line in yaml.safe_load(target.read_text(encoding="utf-8"))]
    killed = len(mutants) - len(alive)
    print(f"\n{killed} of {len(mutants)} mutants killed: {100 * killed / max(len(mutants), 1):.1f}%")
    unexplained = sorted((key, line) for key, line in alive if key not in known)
    for key, line in unexplained:
        print(f"  line {line}: {key}")
    print(f"{len(alive)} live, {len(unexplained)} of them without a reason in {REASONS.relative_to(ROOT)}")
    return 1 if unexplained or killed < ENOUGH * len(mutants) else 0


if __name__ == "__main__":
    sys.exit(main())
