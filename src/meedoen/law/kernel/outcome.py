"""What a rule answers, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Any, Generic, NoReturn, TypeVar

from .citation import Cited
from .dutch import in_dutch

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

NOTHING: Mapping[str, object] = MappingProxyType({})


class Status(StrEnum):
    """Known, unknown because a fact is missing, or left by the law to the judgement of a person."""

    KNOWN = "bekend"
    UNKNOWN = "onbekend"
    OORDEEL = "oordeel"


KNOWN = Status.KNOWN


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """An answer with one Dutch sentence, the place in the law, and the outcomes on which it rests.

    `because` is a template and `using` holds the values in it. `value` is None unless `status` is KNOWN. `on`
    is the day for which the law was asked. `reading` says which reading was followed where the text leaves
    more than one; it must be shown to the user.
    """

    value: T_co | None
    because: str
    using: Mapping[str, object] = field(default_factory=lambda: NOTHING)
    status: Status = Status.KNOWN
    citation: Cited | None = None
    also: tuple[Cited, ...] = ()
    grounds: "tuple[Outcome[Any], ...]" = ()
    rule: str | None = None
    on: date | None = None
    reading: str | None = None

    def __bool__(self) -> bool:
        if self.status is not KNOWN:
            raise Undecided(self)
        return bool(self.value)

    @property
    def is_known(self) -> bool:
        """Whether there is a value; ask this first, because bool() of an undecided outcome raises."""
        return self.status is Status.KNOWN

    @property
    def citations(self) -> tuple[Cited, ...]:
        """The lid that the rule implements and the other places it rests on."""
        return (*((self.citation,) if self.citation is not None else ()), *self.also)

    @property
    def readings(self) -> tuple[str, ...]:
        """Every reading followed here or in a ground, each once, nearest first."""
        found = {outcome.reading: None for outcome in self.walk() if outcome.reading is not None}
        return tuple(found)

    @property
    def link(self) -> str | None:
        """The official text of the cited place on the day asked."""
        if self.citation is None or self.on is None:
            return None
        return self.citation.deep_link(self.on)

    def walk(self) -> "Iterator[Outcome[Any]]":
        """Yield this outcome and every ground below it, nearest first."""
        yield self
        for ground in self.grounds:
            yield from ground.walk()

    def sentence(self) -> str:
        """Return the reason as one Dutch sentence, without capital and full stop."""
        return self.because.format(**{name: in_dutch(value) for name, value in self.using.items()})

    def head(self) -> str:
        """Return the answer in a word: the value in Dutch, "onbekend" or "oordeel"."""
        return in_dutch(self.value) if self.status is Status.KNOWN else self.status.value

    def short(self) -> str:
        """Return answer, sentence and article on one line: for a list, a log or a tooltip."""
        place = f" ({self.citation})" if self.citation is not None else ""
        return f"{self.head()}: {self.sentence()}{place}"

    def explain(self, depth: int = 0) -> str:
        """Return the whole tree of reasons as indented text, readings included."""
        indent = "    " * depth
        lines = [f"{indent}{self.short()}"]
        lines += [f"{indent}    lezing: {self.reading}"] if self.reading is not None else []
        lines += [ground.explain(depth + 1) for ground in self.grounds]
        return "\n".join(lines)

    def as_dict(self) -> dict[str, Any]:
        """Return the outcome and its grounds as plain values that JSON can carry (dates as ISO text)."""
        return {
            "value": plain(self.value),
            "status": self.status.value,
            "head": self.head(),
            "sentence": self.sentence(),
            "using": {name: plain(value) for name, value in self.using.items()},
            "rule": self.rule,
            "on": plain(self.on),
            "citation": str(self.citation) if self.citation is not None else None,
            "link": self.link,
            "also": [str(cited) for cited in self.also],
            "reading": self.reading,
            "grounds": [ground.as_dict() for ground in self.grounds],
        }


class _Open(Generic[T_co]):
    """An outcome while it is being filled: the same slots, and they can be written.

    The `__init__` of a frozen dataclass takes four times as long, and every answer of every rule is one.
    """

    __slots__ = tuple(item.name for item in fields(Outcome))


def outcome_of(
    value: T | None,
    because: str,
    using: Mapping[str, object],
    status: Status,
    citation: Cited | None,
    also: tuple[Cited, ...],
    grounds: tuple[Outcome[Any], ...],
    rule: str | None,
    on: date | None,
    reading: str | None,
) -> Outcome[T]:
    """Return the same as `Outcome(…)` with every field, sooner."""
    made: Any = _Open()
    made.value = value
    made.because = because
    made.using = using
    made.status = status
    made.citation = citation
    made.also = also
    made.grounds = grounds
    made.rule = rule
    made.on = on
    made.reading = reading
    made.__class__ = Outcome  # from here on it is frozen
    return made  # type: ignore[no-any-return]  # its class was set on the line above


class Undecided(Exception):
    """Raised where a yes or no is asked that nobody can give yet; carries the outcome that says why."""

    def __init__(self, outcome: Outcome[Any]) -> None:
        super().__init__(outcome)
        self.outcome = outcome

    def __str__(self) -> str:
        return self.outcome.sentence()


def answer(value: T, because: str, /, *, reading: str | None = None, **using: object) -> Outcome[T]:
    """Return a known outcome: `because` is a template in Dutch, `using` the values in it."""
    return outcome_of(value, because, using, KNOWN, None, (), (), None, None, reading)


def _undecided(because: str, using: Mapping[str, object], status: Status) -> Outcome[Any]:
    return outcome_of(None, because, using, status, None, (), (), None, None, None)


def given(fact: T | None, otherwise: str, /, **using: object) -> T:
    """Return the fact; raises Undecided with the sentence `otherwise` when it is not known."""
    if fact is None:
        raise Undecided(_undecided(otherwise, using, Status.UNKNOWN))
    return fact


def needs_oordeel(because: str, /, **using: object) -> NoReturn:
    """Stop where the law leaves the answer to the judgement of a person; raises Undecided."""
    raise Undecided(_undecided(because, using, Status.OORDEEL))


def unknown(because: str, /, **using: object) -> NoReturn:
    """Stop where no answer can be given yet though no single fact is missing; raises Undecided."""
    raise Undecided(_undecided(because, using, Status.UNKNOWN))


def known(outcome: Outcome[T]) -> T:
    """Return the value of an outcome; raises Undecided when it is unknown or an oordeel."""
    if outcome.status is not KNOWN:
        raise Undecided(outcome)
    return outcome.value  # type: ignore[return-value]  # a known outcome holds the T that its rule answered


def plain(value: object) -> Any:
    """Return a value that JSON can carry: dates as ISO text, money and periods as text, tuples as lists."""
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case Outcome():
            return value.as_dict()
        case tuple() | list() | set() | frozenset():
            return [plain(item) for item in value]
        case _ if (
            is_dataclass(value) and hasattr(value, "__dataclass_fields__") and not hasattr(value, "after")
        ):
            return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
        case _:
            return str(value)
