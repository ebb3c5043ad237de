"""Why a rule answers as it does: its sentence, articles, readings, and the facts it used or misses.

The rule runs on a stand-in for the facts that notes what is read, so that answering without an
explanation costs nothing extra. One source for the command line, the API and the pages.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from itertools import islice
from types import CodeType, NoneType
from typing import Any, NamedTuple, TypeAlias, get_args, get_type_hints

from .kernel.citation import Cited, NotInForce
from .kernel.dutch import in_dutch
from .kernel.outcome import Outcome, Status, plain
from .kernel.rule import RULES, Version, watched
from .questions import Answer, Question, QuestionError, question
from .questions.question import facts_of
from .questions.wording import fact_label, part_label, title

Ask: TypeAlias = Callable[..., Outcome[Any]]
Log: TypeAlias = list[Any]


class Read(NamedTuple):
    """One look at a fact: by which function, which fact, and what was there."""

    code: CodeType
    name: str
    value: object


class Recorder:
    """Stands in for facts and notes each one that a rule reads, also in other facts taken from it."""

    __slots__ = ("_facts", "_log")

    def __init__(self, facts: object, log: Log) -> None:
        self._facts = facts
        self._log = log

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._facts, name)
        if is_dataclass(value):
            return Recorder(value, self._log)
        self._log.append(Read(sys._getframe(1).f_code, name, value))
        return value


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact by its name in the vocabulary, what it is called, and its value; None is not known."""

    name: str
    label: str
    value: object

    @property
    def text(self) -> str:
        """The value as a Dutch reader writes it."""
        return "niet bekend" if self.value is None else in_dutch(self.value)

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can carry."""
        return {"name": self.name, "label": self.label, "value": plain(self.value), "text": self.text}


@dataclass(frozen=True, slots=True)
class Article:
    """A place in the law, and the way to its official text on the day asked."""

    text: str
    key: str
    link: str

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can carry."""
        return {"text": self.text, "key": self.key, "link": self.link}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer with everything it rests on.

    `used` are the facts that were known and read, `unfilled` those that were read and are not known but did
    not keep the rule from answering, `missing` those without which it cannot answer (at an oordeel: the
    judgement that would decide it). `ran` are the versions of rules that looked at a fact or gave an answer.
    """

    key: str
    label: str
    outcome: Outcome[Any]
    used: tuple[Fact, ...]
    unfilled: tuple[Fact, ...]
    missing: tuple[Fact, ...]
    ran: "tuple[Version[Any, Any], ...]"

    @property
    def short(self) -> str:
        """The answer with its reason and article in one sentence."""
        return f"{self.label}: {answered(self.outcome)}"

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every place in the law that the answer and its grounds cite, nearest first."""
        found: dict[str, Article] = {}
        for outcome in self.outcome.walk():
            for cited in outcome.citations:
                found.setdefault(str(cited), article(cited, outcome.on))
        return tuple(found.values())

    @property
    def readings(self) -> tuple[str, ...]:
        """Every reading that was followed where the text leaves more than one."""
        return self.outcome.readings

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can carry."""
        return {
            "part": self.key,
            "label": self.label,
            "value": plain(self.outcome.value),
            "status": self.outcome.status.value,
            "answer": self.outcome.head(),
            "sentence": self.outcome.sentence(),
            "short": self.short,
            "grounds": [ground.as_dict() for ground in self.outcome.grounds],
            "articles": [found.as_dict() for found in self.articles],
            "used": [fact.as_dict() for fact in self.used],
            "unfilled": [fact.as_dict() for fact in self.unfilled],
            "missing": [fact.as_dict() for fact in self.missing],
            "readings": list(self.readings),
        }

    def lines(self) -> Iterator[str]:
        """Yield the answer in full, as lines of text."""
        yield self.short
        yield from (
            f"    {line}" for ground in self.outcome.grounds for line in ground.explain().splitlines()
        )
        yield from (f"    lezing: {reading}" for reading in self.readings)
        yield from (f"    gebruikt: {fact.label} = {fact.text}" for fact in self.used)
        yield from (f"    niet ingevuld: {fact.label} ({fact.name})" for fact in self.unfilled)
        needs = "nodig" if self.outcome.status is Status.OORDEEL else "ontbreekt"
        yield from (f"    {needs}: {fact.label} ({fact.name})" for fact in self.missing)
        yield from (f"    {found.text}: {found.link}" for found in self.articles)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The answer to one question on one day, part by part."""

    question: str
    title: str
    on: date
    parts: tuple[Part, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can carry."""
        return {
            "question": self.question,
            "title": self.title,
            "on": self.on.isoformat(),
            "parts": [part.as_dict() for part in self.parts],
        }

    def text(self, *, full: bool = True) -> str:
        """Return the explanation as text: in full, or one sentence for each part."""
        lines = [f"{self.title} (gevraagd voor {in_dutch(self.on)})"]
        for part in self.parts:
            lines += ["", *part.lines()] if full else [part.short]
        return "\n".join(lines)


def explanation(asked: "str | Question | Ask", facts: Any, on: date, *, name: str = "") -> Explanation:
    """Return what the law answers on a day and everything that the answer rests on.

    Args:
        asked: a question by its name, a Question, or one rule.
        facts: a mapping in the vocabulary of the questions, or the facts that the rule takes.
        on: the day for which the law is asked.
        name: what to call a Question or rule that has no name of its own.

    Raises:
        QuestionError: for a question or a fact that is not in the vocabulary.
        NotInForce: for a day before the law.
    """
    name = name or (asked if isinstance(asked, str) else getattr(asked, "__name__", ""))
    parts = (
        explain_part(answer.rule, known, on, key=key, label=part_label(name, key))
        for key, answer, known in asked_parts(asked, facts, name)
    )
    return Explanation(name, title(name), on, tuple(parts))


def asked_parts(asked: "str | Question | Ask", facts: Any, name: str) -> Iterator[tuple[str, Answer, Any]]:
    """Yield each part that is asked: its key, its rule, and the facts for that rule."""
    if isinstance(asked, str):
        asked = question(asked)
    if not isinstance(asked, Question):
        yield name, Answer(asked, type(facts)), facts
        return
    if isinstance(facts, Mapping):
        read = asked.read(facts)
    else:
        read = {item.name: getattr(facts, item.name) for item in fields(facts)}
    for key, part in asked.answers.items():
        yield key, part, facts_of(part.kind, read)


def explain_part(rule: Ask, facts: Any, on: date, *, key: str = "", label: str = "") -> Part:
    """Return one part of an answer with the facts that the rule used and those that it misses."""
    log: Log = []
    token = watched.set(log)
    try:
        outcome = rule(Recorder(facts, log), on=on)
    finally:
        watched.reset(token)
    reads = [entry for entry in log if isinstance(entry, Read)]
    missing = _missing(rule, facts, on, outcome, log)
    return Part(
        key,
        label or key,
        outcome,
        tuple(_fact(read) for read in _once(reads) if read.value is not None),
        tuple(_fact(read) for read in _once(reads) if read.value is None and read.name not in missing),
        tuple(Fact(found, fact_label(found), None) for found in missing),
        _ran(reads, outcome, on),
    )


def answered(outcome: Outcome[Any]) -> str:
    """Return an answer, its reason and its article: "12 mei 2025 – 10 weken na … (art. …)"."""
    place = f" ({outcome.citation})" if outcome.citation is not None else ""
    return f"{outcome.head()} – {outcome.sentence()}{place}"


def fault_in_dutch(fault: Exception) -> str:
    """Return what is wrong with a question, its facts or its day, for who asked."""
    if isinstance(fault, QuestionError | NotInForce):
        return str(fault)
    return "met deze feiten is geen datum of getal te berekenen; kijk de feiten na"


def article(cited: Cited, on: date | None) -> Article:
    """Return a cited place with the way to its text on a day."""
    return Article(str(cited), cited.key, cited.deep_link(on) if on is not None else "")


def _fact(read: Read) -> Fact:
    return Fact(read.name, fact_label(read.name), read.value)


def _once(reads: Iterable[Read]) -> list[Read]:
    """Return the first read of each fact."""
    found: dict[str, Read] = {}
    for read in reads:
        found.setdefault(read.name, read)
    return list(found.values())


def _missing(rule: Ask, facts: Any, on: date, outcome: Outcome[Any], log: Log) -> tuple[str, ...]:
    """Return the fact without which there is no answer: the last unknown one that the rule read.

    The rule that stopped wrote so in the log, with the very reason that travelled up. A fact that changes
    nothing when it is filled in is not what it waits for. Where the rule asks a judgement, it is the fact
    read just before, or one that brings an answer.
    """
    if outcome.is_known:
        return ()
    for at, entry in enumerate(log):
        if not isinstance(entry, Read) and entry[1].using is outcome.using:
            own = [read for read in log[:at] if isinstance(read, Read) and read.code is _code(entry[0])]
            judged = outcome.status is Status.OORDEEL
            last = own[-1].name if own else ""
            unknown = dict.fromkeys(read.name for read in reversed(own) if read.value is None)
            decisive = (
                name
                for name in unknown
                if _decides(rule, facts, on, outcome, name, answers=judged and name != last)
            )
            return tuple(islice(decisive, 1))
    return ()


def _decides(rule: Ask, facts: Any, on: date, outcome: Outcome[Any], name: str, *, answers: bool) -> bool:
    """Return whether some value of this fact would give an answer, or at least another reason."""
    kinds = get_type_hints(type(facts))
    if name not in {item.name for item in fields(facts)}:
        return True
    for value in _examples(kinds[name], on):
        try:
            found = rule(replace(facts, **{name: value}), on=on)
        except (ArithmeticError, ValueError, LookupError):
            continue
        if found.is_known or (not answers and found.because != outcome.because):
            return True
    return False


def _examples(kind: Any, on: date) -> tuple[object, ...]:
    """Return values to try for a fact of this type."""
    (wanted,) = (option for option in get_args(kind) if option is not NoneType)
    if issubclass(wanted, Enum):
        return tuple(wanted)
    return {bool: (True, False), date: (on, date(2022, 1, 1)), int: (0, 100_000)}.get(wanted, ("NL",))


def _ran(reads: Iterable[Read], outcome: Outcome[Any], on: date) -> "tuple[Version[Any, Any], ...]":
    """Return the versions of rules that took part: they read a fact, or their answer is a ground."""
    texts = _texts(len(RULES))
    codes = dict.fromkeys(read.code for read in reads)
    found = {id(texts[code]): texts[code] for code in codes if code in texts}
    for part in outcome.walk():
        if part.rule in RULES:
            version = RULES[part.rule].in_force(on)
            found.setdefault(id(version), version)
    return tuple(found.values())


@cache
def _texts(count: int) -> "dict[CodeType, Version[Any, Any]]":
    """Return every version of every rule by the code of its function; anew when there are more rules."""
    del count
    return {_code(version): version for rule in RULES.values() for version in rule.versions}


def _code(version: "Version[Any, Any]") -> CodeType:
    found: CodeType = getattr(version.body, "__code__")  # noqa: B009  # a body is a function
    return found
