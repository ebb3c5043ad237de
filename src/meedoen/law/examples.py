"""Run worked cases: YAML that a lawyer can read and write, in the vocabulary of `questions`.

A case has an id, a question, the day for which the law is asked, what it cites, the facts, and what is
expected. A part of the answer that `expect` leaves out is not checked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from .kernel.citation import NotInForce
from .kernel.outcome import Outcome
from .kernel.strict_yaml import YAMLFault, load
from .leden.cites import CiteError, resolve
from .questions import QuestionError, plain_answer, plain_value, question
from .questions.values import typed

KEYS = {"id", "question", "day", "cites", "facts", "expect"}


class ExampleError(ValueError):
    """A file that cannot be read as worked cases; the message is a Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that did not give what was expected, or that could not be asked, and why in Dutch."""

    file: str
    id: str
    problems: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(f"{self.file}: {self.id}: {problem}" for problem in self.problems)


def run(files: Iterable[Path | str]) -> tuple[int, list[Failure]]:
    """Run every case of the files; return how many passed and the failures. Raises ExampleError."""
    passed, failures, seen = 0, list[Failure](), set[str]()
    for path in map(Path, files):
        for case in read_cases(path):
            name = str(case["id"])
            problems = [f"het id {name} komt vaker voor"] if name in seen else check(case)
            seen.add(name)
            if problems:
                failures.append(Failure(path.name, name, tuple(problems)))
            else:
                passed += 1
    return passed, failures


def examples_report(files: Iterable[Path | str]) -> tuple[str, int]:
    """Return the report as text, and an exit code: 0 all passed, 1 some failed, 2 not readable."""
    try:
        passed, failures = run(files)
    except ExampleError as error:
        return str(error), 2
    lines = [*(str(failure) for failure in failures), f"{passed} passed, {len(failures)} failed"]
    return "\n".join(lines), 1 if failures else 0


def read_cases(path: Path) -> list[dict[str, Any]]:
    """Return the cases of a file; raises ExampleError when it is not a list of cases with the right keys."""
    if path.is_dir():
        raise ExampleError(f"{path.name} is een map; noem de bestanden zelf, zoals {path.name}/*.yaml")
    if not path.exists():
        raise ExampleError(f"{path} bestaat niet")
    try:
        found = load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise ExampleError(f"{path.name} is geen tekst in UTF-8") from error
    except (OSError, YAMLFault) as error:
        raise ExampleError(f"{path.name} is niet te lezen: {error}") from error
    if not isinstance(found, list):
        raise ExampleError(f"{path.name}: een lijst van voorbeelden werd verwacht")
    for number, case in enumerate(found, start=1):
        if wrong := _wrong_form(case):
            raise ExampleError(f"{path.name}, voorbeeld {number}: {wrong}")
    return found


def _wrong_form(case: object) -> str | None:
    if not isinstance(case, dict) or set(case) != KEYS:
        return f"nodig zijn {', '.join(sorted(KEYS))}"
    if not isinstance(case["facts"], dict) or not isinstance(case["expect"], dict) or not case["expect"]:
        return "facts en expect zijn lijsten van naam en waarde"
    if not isinstance(case["day"], date) or isinstance(case["day"], datetime):
        return "day is geen datum; schrijf jaar-maand-dag, zoals 2026-03-02"
    if not isinstance(case["cites"], list) or not case["cites"]:
        return "cites is een lijst van vindplaatsen, zoals [Bi 5.3 lid 1]"
    if not str(case["id"] or "").strip():
        return "id is leeg"
    return None


def check(case: Mapping[str, Any]) -> list[str]:
    """Ask one case; return what is wrong with it in Dutch, or nothing."""
    try:
        for cited in case["cites"]:
            resolve(cited)
        answers = question(str(case["question"])).ask(case["facts"], on=case["day"])
    except (CiteError, QuestionError, NotInForce) as error:
        return [str(error)]
    except (ValueError, OverflowError) as error:
        return [f"niet te berekenen met deze feiten: {error}"]
    problems = []
    for key, expected in case["expect"].items():
        if key not in answers:
            problems.append(f"onbekend deel van het antwoord: {key}; bekend zijn {', '.join(answers)}")
        elif not _same(plain_value(expected), answers[key]):
            problems.append(_difference(key, expected, answers[key]))
    return problems


def _same(expected: object, outcome: Outcome[Any]) -> bool:
    actual = plain_answer(outcome)
    return type(expected) is type(actual) and expected == actual


def _difference(key: str, expected: object, outcome: Outcome[Any]) -> str:
    reasons = "\n".join(f"    {line}" for line in outcome.explain().splitlines())
    wanted = typed(expected) if isinstance(expected, list) else expected
    return f"{key}: verwacht {wanted}, gevonden {plain_answer(outcome)}\n{reasons}"
