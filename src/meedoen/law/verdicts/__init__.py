"""What became of every lid: implemented, left to judgement, not ours, or still to do.

The verdict and its reason stand in one file per regeling. Which rules implement a lid is never written there:
it follows from what the rules cite. Only a function that is no rule is named, such as the end of a term.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from .. import (
    examples,
    questions,  # imports every module with rules
)
from ..kernel.citation import Citation
from ..kernel.rule import RULES
from ..kernel.strict_yaml import load
from ..leden import Artikel, current_key, leden, regelingen
from ..leden.cites import CiteError, resolve

FOLDER = Path(__file__).parent
CASES = Path(examples.__file__).parent / "voorbeelden"
ALL = "alle"


class Kind(StrEnum):
    """The four things that can have become of a lid."""

    label: str

    def __new__(cls, code: str, label: str = "") -> "Kind":
        """Make a member of its code and of the words that a Dutch reader sees."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    IMPLEMENTED = "implemented", "gebouwd"
    OORDEEL = "oordeel", "oordeel"
    NOT_OURS = "not_ours", "niet aan ons"
    TO_DO = "to_do", "nog te doen"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one lid, why, which rules cite it, and which worked cases do."""

    key: str
    verdict: Kind
    why: str
    rules: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()


@cache
def verdicts() -> Mapping[str, Verdict]:
    """Return the verdict of every lid by its key, with its rules and cases; read once."""
    rules, cases = rules_by_place(), cases_by_place()
    return {
        key: replace(stated, rules=rules.get(key, ()), cases=cases.get(key, ()))
        for key, stated in read_all()[0].items()
    }


def problems() -> list[str]:
    """Return everything that is wrong with the verdicts, in English; nothing when all is well."""
    stated, unreadable = read_all()
    return [*unreadable, *check(stated, leden(), rules_by_place())]


def read_all() -> tuple[dict[str, Verdict], list[str]]:
    """Return every verdict as it is written, without rules and cases, and what is wrong with the files."""
    stated: dict[str, Verdict] = {}
    wrong: list[str] = []
    for code, regeling in regelingen().items():
        path = FOLDER / f"{code}.yaml"
        entries = load(path.read_text(encoding="utf-8")) if path.is_file() else {}
        found, faults = read(code, entries, regeling.artikelen)
        stated |= found
        wrong += faults
    return stated, wrong


def read(
    code: str, entries: Mapping[str, Any], artikelen: Mapping[str, Artikel]
) -> tuple[dict[str, Verdict], list[str]]:
    """Read the verdicts of one regeling: by article, then by lid ("2"), range ("2-4") or "alle"."""
    stated: dict[str, Verdict] = {}
    wrong: list[str] = []
    for number, per_lid in entries.items():
        artikel = artikelen.get(str(number))
        if artikel is None or not isinstance(per_lid, dict):
            wrong.append(f"{code}/{number}: there is no such article, or its verdicts are not by lid")
            continue
        for span, given in per_lid.items():
            kind, why = _kind_and_why(given)
            for key in _keys(artikel, str(span)):
                if kind is None:
                    wrong.append(f"{key}: {given!r} is not a verdict")
                elif key not in artikel.keys:
                    wrong.append(f"{key}: a verdict for a lid that does not exist")
                elif key in stated:
                    wrong.append(f"{key}: has more than one verdict")
                else:
                    stated[key] = Verdict(key, kind, why)
    return stated, wrong


def check(
    stated: Mapping[str, Verdict], known: Iterable[str], rules: Mapping[str, tuple[str, ...]]
) -> list[str]:
    """Compare verdicts with the list of leden and with what the rules cite; return what is wrong."""
    known = set(known)
    articles = {key.rsplit("/", 1)[0] for key in known if key.count("/") > 1} | known
    wrong = [
        f"{name} cites {key}, which is not in the list of leden"
        for key, names in rules.items()
        if key not in articles
        for name in names
    ]
    wrong += [f"{key}: has no verdict" for key in known if key not in stated]
    wrong += [f"{key}: a verdict for a lid that does not exist" for key in stated if key not in known]
    for key, verdict in stated.items():
        whole = key.rsplit("/", 1)[0] if key.count("/") > 1 else key
        if verdict.verdict is Kind.IMPLEMENTED:
            if not (rules.get(key) or rules.get(whole) or is_function(verdict.why)):
                wrong.append(f"{key}: implemented, but no rule cites it")
        elif not verdict.why.strip():
            wrong.append(f"{key}: {verdict.verdict.value} without a why")
        if verdict.verdict in {Kind.NOT_OURS, Kind.TO_DO} and rules.get(key):
            wrong.append(f"{key}: {verdict.verdict.value}, but {', '.join(rules[key])} cites it")
    return sorted(wrong)


def is_function(name: str) -> bool:
    """Return whether this names a function of ours that is no rule, such as "kernel.calendar.term_end"."""
    try:
        return callable(resolve_name(f"meedoen.law.{name}"))
    except (ImportError, AttributeError, ValueError):
        return False


@cache
def rules_by_place() -> Mapping[str, tuple[str, ...]]:
    """Return the names of our rules by the lid or whole article of a regeling that they cite.

    An old version that cites the number of its time counts for the number that the lid has now.
    """
    return _by_place(Citation)


@cache
def rules_by_agreement() -> Mapping[str, tuple[str, ...]]:
    """Return the names of our rules by the agreement or judgment that they cite."""
    return {key: names for key, names in _by_place(object).items() if key not in rules_by_place()}


def _by_place(kind: type) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, rule in RULES.items():
        if rule.__module__.startswith("meedoen.law."):
            for version, until in zip(rule.versions, [*rule.commenced[1:], None], strict=True):
                for cited in (version.citation, *version.also):
                    if isinstance(cited, kind):
                        key = current_key(cited.key, until) if isinstance(cited, Citation) else cited.key
                        found.setdefault(key, []).append(name)
    return {key: tuple(dict.fromkeys(names)) for key, names in found.items()}


@cache
def cases_by_place() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of our worked cases by the lid, article, agreement or judgment that they cite.

    A cite with more meanings, such as "DUO", means those that the rules of the question cite.
    """
    found: dict[str, list[str]] = {}
    for path in sorted(CASES.glob("*.yaml")):
        for case in examples.read_cases(path):
            asked = _cited_by_question(str(case["question"]))
            for cited in case["cites"]:
                try:
                    keys = resolve(cited)
                except CiteError:
                    continue  # a test says so, by the case
                for key in [key for key in keys if key in asked] or keys:
                    found.setdefault(key, []).append(str(case["id"]))
    return {key: tuple(dict.fromkeys(ids)) for key, ids in found.items()}


def _cited_by_question(name: str) -> set[str]:
    rules = [answer.rule for answer in questions.question(name).answers.values()]
    return {cited.key for rule in rules for cited in getattr(rule, "citations", ())}


def _kind_and_why(given: Any) -> tuple[Kind | None, str]:
    code, why = next(iter(given.items())) if isinstance(given, dict) and len(given) == 1 else (given, "")
    known = isinstance(code, str) and code in {kind.value for kind in Kind}
    return (Kind(code), str(why or "")) if known else (None, "")


def _keys(artikel: Artikel, span: str) -> tuple[str, ...]:
    if span == ALL:
        return artikel.keys
    first, _, last = span.partition("-")
    if not first.isdigit() or not (last or first).isdigit():
        return (f"{artikel.key}/{span}",)
    return tuple(f"{artikel.key}/{number}" for number in range(int(first), int(last or first) + 1))
