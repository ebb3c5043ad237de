"""What changed between two days, and why: another text of a lid, another number, or time that went by.

The facts stay the same. The law changes only on known days, so the answer is asked on each of
those days and on the day before it: what differs there was changed by the law, what differs
between them by the passing of days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import FunctionType
from typing import Any

from .explain import Ask, Part, answered, article, asked_parts, explain_part
from .kernel.calendar import ONE_DAY
from .kernel.dutch import in_dutch
from .kernel.outcome import Outcome, plain
from .kernel.parameter import Parameter
from .kernel.rule import RULES, Rule, Version
from .questions import Question, QuestionError
from .questions.wording import in_words, part_label, title

MOST = 6
"""Of an answer that differs every day not more than this many days are told."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind (lid, getal or dag), the day, what changed, and whether the answer did.

    `before` and `after` are the answer on the day before and on the day itself.
    """

    kind: str
    since: date
    sentence: str
    matters: bool
    before: str
    after: str
    citation: str = ""
    link: str = ""
    source: str = ""

    def text(self) -> str:
        """Return the change as one Dutch line."""
        effect = f"het antwoord werd: {self.after}" if self.matters else "dat verandert dit antwoord niet"
        source = f" [{self.source}]" if self.source else ""
        return f"{in_dutch(self.since)}: {self.sentence}{source}; {effect}"

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can carry."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class PartChanges:
    """One part of an answer on two days, and what happened between them."""

    key: str
    label: str
    before: Part
    after: Part
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether value, status and sentence are the same on both days."""
        return _same(self.before.outcome, self.after.outcome)

    @property
    def what(self) -> tuple[str, ...]:
        """What differs between the two days: antwoord, zekerheid (status) or reden."""
        old, new = self.before.outcome, self.after.outcome
        found = {
            "antwoord": old.value != new.value,
            "zekerheid": old.status is not new.status,
            "reden": old.sentence() != new.sentence(),
        }
        return tuple(name for name, differs in found.items() if differs)

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can carry."""
        return {
            "part": self.key,
            "label": self.label,
            "same": self.same,
            "what": list(self.what),
            "before": self.before.as_dict(),
            "after": self.after.as_dict(),
            "changes": [change.as_dict() for change in self.changes],
        }


@dataclass(frozen=True, slots=True)
class Changes:
    """The same question with the same facts on two days."""

    question: str
    title: str
    since: date
    until: date
    parts: tuple[PartChanges, ...]

    @property
    def same(self) -> bool:
        """Whether every part of the answer is the same on both days."""
        return all(part.same for part in self.parts)

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can carry."""
        return {
            "question": self.question,
            "title": self.title,
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "same": self.same,
            "parts": [part.as_dict() for part in self.parts],
        }

    def text(self) -> str:
        """Return the changes as text."""
        lines = [f"{self.title}: {in_dutch(self.since)} en {in_dutch(self.until)}"]
        for part in self.parts:
            if part.same:
                lines += ["", f"{part.label}: hetzelfde, {answered(part.after.outcome)}"]
            else:
                lines += ["", f"{part.label}: anders ({', '.join(part.what)})"]
                lines += [f"    op {in_dutch(self.since)}: {answered(part.before.outcome)}"]
                lines += [f"    op {in_dutch(self.until)}: {answered(part.after.outcome)}"]
            lines += [f"    {change.text()}" for change in part.changes]
        return "\n".join(lines)


def changes(
    asked: "str | Question | Ask", facts: Any, since: date, until: date, *, name: str = ""
) -> Changes:
    """Return how the answer on `until` differs from that on `since`, with the same facts, and why.

    Raises:
        QuestionError: for a question or a fact that is not in the vocabulary, or days in the wrong order.
        NotInForce: for a day before the law.
    """
    if until < since:
        raise QuestionError(f"{in_dutch(until)} ligt voor {in_dutch(since)}; zet de eerste dag voorop")
    name = name or (asked if isinstance(asked, str) else getattr(asked, "__name__", ""))
    parts = (
        _part(answer.rule, known, since, until, key, part_label(name, key))
        for key, answer, known in asked_parts(asked, facts, name)
    )
    return Changes(name, title(name), since, until, tuple(parts))


def _part(rule: Ask, facts: Any, since: date, until: date, key: str, label: str) -> PartChanges:
    days = _Days(rule, facts)
    found: list[Change] = []
    from_day = since
    for day in sorted(days.days_of_law(since, until)):
        found += _days_gone_by(days, from_day, day - ONE_DAY)
        found += _of_law(days, day)
        from_day = day
    found += _days_gone_by(days, from_day, until)
    before, after = (explain_part(rule, facts, day, key=key, label=label) for day in (since, until))
    return PartChanges(key, label, before, after, tuple(found))


class _Days:
    """The answers of one rule for the same facts, by day."""

    def __init__(self, rule: Ask, facts: Any) -> None:
        self.rule, self.facts = rule, facts
        self._parts: dict[date, Part] = {}

    def part(self, day: date) -> Part:
        if day not in self._parts:
            self._parts[day] = explain_part(self.rule, self.facts, day)
        return self._parts[day]

    def answer(self, day: date) -> Outcome[Any]:
        return self.part(day).outcome

    def days_of_law(self, since: date, until: date) -> set[date]:
        """Return the days after `since`, up to `until`, on which something changed that took part then."""
        found, asked = set[date](), {since, until}
        while asked:
            new = {day for at in asked for day in self._near(at) if since < day <= until}
            asked = {side for day in new - found for side in (day - ONE_DAY, day)}
            found |= new
        return {day for day in found if list(_events(self.part(day - ONE_DAY), self.part(day), day))}

    def _near(self, day: date) -> set[date]:
        ran = self.part(day).ran
        versions = {version.since for rule in _rules(ran) for version in rule.versions}
        return versions | {dated.since for number in _numbers(ran) for dated in number.dated}


def _of_law(days: _Days, day: date) -> Iterator[Change]:
    """Yield what the law changed on a day among what took part in the answer just before or on it."""
    before, after = days.part(day - ONE_DAY), days.part(day)
    matters = not _same(before.outcome, after.outcome)
    effect = (matters, answered(before.outcome), answered(after.outcome))
    for thing in _events(before, after, day):
        if isinstance(thing, Parameter):
            dated = thing.version(day)
            yield Change("getal", day, _number_sentence(thing, day), *effect, source=dated.source)
        else:
            old, new = thing.in_force(day - ONE_DAY), thing.in_force(day)
            place = article(new.citation, day)
            sentence = f"{new.citation} luidt sinds deze dag anders"
            if old.citation != new.citation:
                sentence = f"sinds deze dag geldt {new.citation} in plaats van {old.citation}"
            yield Change("lid", day, sentence, *effect, citation=place.text, link=place.link)


def _events(before: Part, after: Part, day: date) -> Iterator["Rule[Any, Any] | Parameter"]:
    """Yield the rules and numbers of either part that have a new text or value from this very day."""
    ran = (*before.ran, *after.ran)
    yield from (rule for rule in _rules(ran) if day in rule.commenced[1:])
    yield from (number for number in _numbers(ran) if day in {dated.since for dated in number.dated[1:]})


def _days_gone_by(days: _Days, since: date, until: date) -> Iterator[Change]:
    """Yield the days on which the answer changed while the law stayed as it was."""
    for _ in range(MOST):
        old = days.answer(since)
        if _same(old, days.answer(until)):
            return
        low, high = since, until
        while (high - low).days > 1:
            middle = low + (high - low) // 2
            low, high = (middle, high) if _same(old, days.answer(middle)) else (low, middle)
        yield Change(
            "dag",
            high,
            "er ging alleen tijd voorbij",
            True,
            answered(days.answer(low)),
            answered(days.answer(high)),
        )
        since = high


def _number_sentence(number: Parameter, day: date) -> str:
    """Return what a number or list was and became."""
    old, new = number.version(day - ONE_DAY).value, number.version(day).value
    if isinstance(new, tuple):
        gone = [in_words(word) for word in old if word not in new]
        came = [in_words(word) for word in new if word not in old]
        told = [f"vervallen: {in_dutch(gone)}"] if gone else []
        told += [f"nieuw: {in_dutch(came)}"] if came else []
        return f"{number.label} ({'; '.join(told)})"
    return f"{number.label}: was {in_dutch(old)}, is {in_dutch(new)}"


def _rules(ran: tuple[Version[Any, Any], ...]) -> list[Rule[Any, Any]]:
    wanted = {id(version) for version in ran}
    return [rule for rule in RULES.values() if wanted & {id(version) for version in rule.versions}]


def _numbers(ran: tuple[Version[Any, Any], ...]) -> list[Parameter]:
    """Return the numbers and lists that stand in the text of these rules, or in a function they call."""
    found: dict[str, Parameter] = {}
    for version in ran:
        for number in _in_body(version.body):
            found.setdefault(number.name, number)
    return list(found.values())


def _in_body(body: Any) -> Iterator[Parameter]:
    for name in body.__code__.co_names:
        thing = body.__globals__.get(name)
        if isinstance(thing, Parameter):
            yield thing
        elif isinstance(thing, FunctionType) and not thing.__module__.startswith("meedoen.law.kernel."):
            yield from _in_body(thing)


def _same(old: Outcome[Any], new: Outcome[Any]) -> bool:
    return (old.value, old.status, old.sentence()) == (new.value, new.status, new.sentence())
