"""The questions that can be asked in words: which facts each takes, and which rules answer it.

A fact means the same in every question, unless an alias says otherwise. This is the vocabulary
of the worked cases, of the command line and of the API. Each module holds the questions of one subject.
"""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from . import (
    aanbod,
    examens,
    financiering,
    gegevens,
    handhaving,
    intake,
    keten,
    lening,
    pip,
    plicht,
    traject,
    verlenging,
)
from .question import Answer, Question, Unfold
from .values import QuestionError, plain_answer, plain_value, read_fact

__all__ = [
    "QUESTIONS",
    "Answer",
    "Question",
    "QuestionError",
    "Unfold",
    "explain_question",
    "plain_answer",
    "plain_value",
    "question",
    "read_fact",
]

SUBJECTS = (
    plicht,
    intake,
    pip,
    traject,
    aanbod,
    keten,
    handhaving,
    lening,
    financiering,
    gegevens,
    verlenging,
    examens,
)

QUESTIONS: Mapping[str, Question] = {
    name: found for subject in SUBJECTS for name, found in subject.QUESTIONS.items()
}


def question(name: str) -> Question:
    """Return the question of this name; raises QuestionError when there is none."""
    if name not in QUESTIONS:
        near = get_close_matches(name, QUESTIONS, n=3, cutoff=0.75)
        hint = f"bedoelt u {' of '.join(near)}?" if near else f"bekend zijn {', '.join(sorted(QUESTIONS))}"
        raise QuestionError(f"onbekende vraag: {name}; {hint}")
    return QUESTIONS[name]


def explain_question(name: str, facts: Mapping[str, Any], on: date) -> str:
    """Return every part of the answer with its tree of reasons as text; raises QuestionError."""
    found = question(name).ask(facts, on=on)
    return "\n".join(f"{key} = {outcome.explain()}" for key, outcome in found.items())
