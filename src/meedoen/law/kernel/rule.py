"""A rule is a pure function that cites the lid it implements."""

from bisect import bisect_right
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import update_wrapper
from typing import Any, Generic, Protocol, TypeVar

from .citation import Cited, NotInForce
from .dutch import in_dutch
from .outcome import Outcome, Undecided, outcome_of

F = TypeVar("F")
T = TypeVar("T")
F_contra = TypeVar("F_contra", contravariant=True)
T_co = TypeVar("T_co", covariant=True)

_grounds: ContextVar[list[Outcome[Any]] | None] = ContextVar("grounds", default=None)

watched: ContextVar[list[Any] | None] = ContextVar("watched", default=None)
"""Where somebody watches, a rule that cannot answer by itself writes its version and why; see law.explain."""

RULES: "dict[str, Rule[Any, Any]]" = {}
"""Every rule by its name below `meedoen.law`, such as "inburgering.pip.pip_deadline"."""


class Body(Protocol[F_contra, T_co]):
    """The text of one version of a lid as a function."""

    def __call__(self, facts: F_contra, /, *, on: date) -> Outcome[T_co]:
        """Answer for these facts on this day."""


@dataclass(frozen=True, slots=True)
class Version(Generic[F, T]):
    """One text of a lid: from which day, where it stood, and the reading followed where the text is open."""

    since: date
    body: Body[F, T]
    citation: Cited
    also: tuple[Cited, ...]
    reading: str | None


class Rule(Generic[F, T]):
    """One lid through time: each version of its text is one function; a call gives answer and reason."""

    __name__: str

    def __init__(self, first: Version[F, T], name: str) -> None:
        self.name = name
        self.versions = [first]
        self.commenced = [first.since]
        update_wrapper(self, first.body)

    @property
    def citation(self) -> Cited:
        """Where the lid stands in its newest text."""
        return self.versions[-1].citation

    @property
    def citations(self) -> tuple[Cited, ...]:
        """Every place that any version cites, each once."""
        return tuple(dict.fromkeys(cited for v in self.versions for cited in (v.citation, *v.also)))

    def since(
        self, day: date, *, cites: Cited | None = None, reading: str | None = None
    ) -> "Callable[[Body[F, T]], Rule[F, T]]":
        """Add the text that holds from `day`; `cites` when the lid has another number from then on."""
        last = self.versions[-1]
        if day <= last.since:
            raise ValueError(f"{self.name}: versions must stand in order of commencement")

        def add(body: Body[F, T]) -> "Rule[F, T]":
            self.versions.append(Version(day, body, cites or last.citation, last.also, reading))
            self.commenced.append(day)
            return self

        return add

    def in_force(self, on: date) -> Version[F, T]:
        """Return the version that holds on `on`; raises NotInForce before the first."""
        position = bisect_right(self.commenced, on)
        if position == 0:
            raise NotInForce(f"{self.versions[0].citation} is op {in_dutch(on)} nog niet in werking")
        return self.versions[position - 1]

    def __call__(self, facts: F, *, on: date) -> Outcome[T]:
        """Answer for these facts on this day; what other rules answered on the way becomes the grounds.

        A body that returns the outcome of another rule hands the answer over to it, with that rule's
        citation.
        """
        version = self.versions[-1] if on >= self.commenced[-1] else self.in_force(on)
        outer = _grounds.get()
        inner: list[Outcome[Any]] = []
        token = _grounds.set(inner)
        try:
            found: Outcome[T] = version.body(facts, on=on)
            reading, delegated = found.reading or version.reading, found.rule is not None
        except Undecided as undecided:
            found, reading, delegated = undecided.outcome, version.reading, False
            if found.rule is None and (log := watched.get()) is not None:
                log.append((version, found))
        finally:
            _grounds.reset(token)
        if delegated:
            # The answer is another rule's own: keep the lid that gave it, and do not name it twice.
            citation, also = found.citation, found.also
            grounds = (*(ground for ground in inner if ground is not found), *found.grounds)
        else:
            citation, also = version.citation, version.also + found.also
            grounds = tuple(inner)
        outcome = outcome_of(
            found.value,
            found.because,
            found.using,
            found.status,
            citation,
            also,
            grounds,
            self.name,
            on,
            reading,
        )
        if outer is not None:
            outer.append(outcome)
        return outcome

    def __repr__(self) -> str:
        return f"<Rule {self.name}: {self.citation}>"


def rule(
    citation: Cited, *also: Cited, since: date, reading: str | None = None
) -> Callable[[Body[F, T]], Rule[F, T]]:
    """Make a rule of a function; `also` are other places the same answer rests on."""

    def make(body: Body[F, T]) -> Rule[F, T]:
        module: str = getattr(body, "__module__", "")
        name = f"{module.removeprefix('meedoen.law.')}.{getattr(body, '__name__', '')}"
        made = Rule(Version(since, body, citation, also, reading), name)
        RULES[name] = made
        return made

    return make
