"""The sentence of each answer of a caseload is word for word that of the rule for one person."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.law.caseload.answers import ANSWERS, PROGRAM
from meedoen.law.caseload.frame import ready, row_frame
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.kernel.lift.columns import columns
from meedoen.law.kernel.lift.program import Program
from meedoen.law.kernel.lift.sentences import NotInColumns, Sentences, value_of
from meedoen.law.kernel.lift.sheet import sheet
from meedoen.law.kernel.lift.vocabulary import fact_kinds, facts_kind
from meedoen.law.kernel.outcome import Outcome, Status, answer
from meedoen.law.kernel.rule import RULES, rule
from meedoen.law.sources import IN_WERKING, WI

DAYS = st.none() | st.dates(date(2021, 12, 1), date(2027, 1, 31))


def values(kind):
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.none() | st.sampled_from(kind)
    plain = {"bool": st.booleans(), "int": st.integers(0, 1500), "date": DAYS, "text": st.sampled_from("abc")}
    return st.none() | plain[kind]


ROWS = st.fixed_dictionaries({name: values(kind) for name, kind in PROGRAM.facts.items()})


@settings(max_examples=40, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=20), st.dates(date(2022, 1, 1), date(2027, 1, 1)))
def test_every_sentence_of_a_caseload_is_that_of_one_person(rows, on):
    made = sheet(PROGRAM, on)
    names = tuple(made.reasons)
    sentences = Sentences(made, names)
    layers = columns(made)
    frame = layers.added_to(ready(row_frame(rows, PROGRAM.facts).lazy(), PROGRAM.facts))
    wanted = {name: expr.alias(name) for name, expr in layers.values.items()}
    wanted |= {f"{name}.reden": expr.alias(f"{name}.reden") for name, expr in layers.reasons.items()}
    found = frame.select(wanted.values()).collect().to_dicts()
    for row, columns_of in zip(rows, found, strict=True):
        for name in names:
            kind = facts_kind(ANSWERS[name])
            facts = kind(**{fact: row[fact] for fact in fact_kinds(kind) if fact in row})
            one = ANSWERS[name](facts, on=on)
            words = [columns_of[word] for word in sentences.columns[name]]
            many = sentences.outcome(columns_of[f"{name}.reden"], one.value, words)
            assert (many.status, many.sentence()) == (one.status, one.sentence()), name
            if one.status is Status.KNOWN:
                assert many.citation == one.citation, name


@pytest.mark.parametrize(
    ("kind", "number", "value"),
    [
        ("date", 20544, date(2026, 4, 1)),
        ("money", 12_500_000, Decimal(1250)),
        ("bool", 1, True),
        ("int", 7, 7),
        ("none", None, None),
        (Leerroute, 0, next(iter(Leerroute))),
    ],
)
def test_a_number_stands_for_a_value(kind, number, value):
    assert value_of(kind, number) == value
    assert value_of(kind, None) is None


@dataclass(frozen=True, slots=True)
class NameFacts:
    naam: str | None = None


@rule(WI.art("6"), since=IN_WERKING)
def greeting(facts: NameFacts, *, on: date) -> Outcome[bool]:
    return answer(True, "dit is {naam}", naam=facts.naam)


del RULES[greeting.name]


def test_a_text_of_the_row_in_a_sentence_is_refused():
    with pytest.raises(NotInColumns, match="naam"):
        Sentences(sheet(Program({"groet": greeting}), date(2026, 4, 1)), ["groet"])
