"""What can be asked: every question with its parts, and the facts that it takes."""

from dataclasses import dataclass, fields
from enum import Enum
from types import NoneType
from typing import Any, get_args

from ..kernel.dutch import in_dutch
from . import QUESTIONS, question
from .values import expected
from .wording import fact_label, part_label, title


@dataclass(frozen=True, slots=True)
class FactAsked:
    """A fact that a question takes: its name, what it is called, and what a value looks like."""

    name: str
    label: str
    form: str
    choices: tuple[tuple[str, str], ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can carry."""
        return {
            "name": self.name,
            "label": self.label,
            "form": self.form,
            "choices": [{"value": value, "label": label} for value, label in self.choices],
        }


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A question: its name, title, the parts of its answer, and the facts that it takes."""

    name: str
    title: str
    parts: tuple[tuple[str, str], ...]
    facts: tuple[FactAsked, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can carry."""
        return {
            "question": self.name,
            "title": self.title,
            "parts": [{"part": key, "label": label} for key, label in self.parts],
            "facts": [fact.as_dict() for fact in self.facts],
        }

    def text(self) -> str:
        """Return the question, its parts and its facts as text."""
        lines = [f"{self.name}: {self.title}", "", "Het antwoord bestaat uit:"]
        lines += [f"    {key}: {label}" for key, label in self.parts]
        lines += ["", "Feiten (laat weg wat niet bekend is):"]
        lines += [f"    {fact.name}: {fact.label} – {fact.form}" for fact in self.facts]
        return "\n".join(lines)


def catalogue() -> tuple[QuestionAsked, ...]:
    """Return every question, by name."""
    return tuple(described(name) for name in sorted(QUESTIONS))


def described(name: str) -> QuestionAsked:
    """Return what one question takes and answers; raises QuestionError when there is none."""
    asked = question(name)
    own = dict.fromkeys(item.name for part in asked.answers.values() for item in fields(part.kind))
    types = asked.types()
    facts = [_fact(fact, asked.aliases.get(fact, fact), types[fact]) for fact in (*own, *asked.aliases)]
    facts += [
        FactAsked(fact, f"{fact_label(fact)} (lijst)", f"geeft {in_dutch(unfold.names)}", ())
        for fact, unfold in asked.unfolds.items()
    ]
    parts = tuple((key, part_label(name, key)) for key in asked.answers)
    return QuestionAsked(name, title(name), parts, tuple(facts))


def _fact(name: str, meant: str, kind: Any) -> FactAsked:
    wanted = next(option for option in get_args(kind) if option is not NoneType)
    members = tuple(wanted) if issubclass(wanted, Enum) else ()
    choices = tuple((str(member.value), in_dutch(member)) for member in members)
    return FactAsked(name, fact_label(meant), expected(wanted), choices)
