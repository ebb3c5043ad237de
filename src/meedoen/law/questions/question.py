"""A question in words: which facts it takes, and which rules answer it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, get_type_hints

from ..kernel.outcome import Outcome
from .values import QuestionError, read_fact


@dataclass(frozen=True, slots=True)
class Answer:
    """One part of the answer to a question: the rule, and the facts it takes."""

    rule: Callable[..., Outcome[Any]]
    kind: type


@dataclass(frozen=True, slots=True)
class Unfold:
    """A fact written as a list or a mapping, that stands for several plain facts.

    `read` gives those facts by name, in the words of the vocabulary; it raises QuestionError.
    `names` are all that it can give.
    """

    read: Callable[[Any], Mapping[str, Any]]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question: what its answer consists of, other names that its facts may have, and facts that unfold."""

    answers: Mapping[str, Answer]
    aliases: Mapping[str, str] = field(default_factory=dict)
    unfolds: Mapping[str, Unfold] = field(default_factory=dict)

    def types(self) -> dict[str, Any]:
        """Return the type of every fact that the question takes, by its name in the vocabulary."""
        found: dict[str, Any] = {}
        for part in self.answers.values():
            found |= get_type_hints(part.kind)
        return found | {name: found[meant] for name, meant in self.aliases.items()}

    def read(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Return the facts by the names of the rules, with values of their types; raises QuestionError."""
        if not isinstance(facts, Mapping):
            raise QuestionError("de feiten zijn een lijst van naam en waarde")
        types = self.types()
        if unknown := sorted({str(name) for name in facts} - set(types) - set(self.unfolds)):
            known = ", ".join(sorted({*types, *self.unfolds}))
            raise QuestionError(f"onbekend feit: {', '.join(unknown)}; bekend zijn {known}")
        plain = {name: value for name, value in facts.items() if name not in self.unfolds}
        for name in facts.keys() & self.unfolds.keys():
            for inner, value in self.unfolds[name].read(facts[name]).items():
                if inner in plain:
                    raise QuestionError(f"{inner} staat er twee keer: los en in {name}")
                plain[inner] = value
        return {
            self.aliases.get(name, name): read_fact(name, value, types[name]) for name, value in plain.items()
        }

    def ask(self, facts: Mapping[str, Any], *, on: date) -> dict[str, Outcome[Any]]:
        """Answer for facts as words, dates and numbers; raises QuestionError for an unknown one."""
        read = self.read(facts)
        return {key: part.rule(facts_of(part.kind, read), on=on) for key, part in self.answers.items()}


def facts_of(kind: type, read: Mapping[str, Any]) -> Any:
    """Return facts of a kind, filled with what is known of them by name."""
    return kind(**{item.name: read[item.name] for item in fields(kind) if item.name in read})
