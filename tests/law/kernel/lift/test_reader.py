"""Each construct of a rule means the same for a caseload as for one person; anything else is refused."""

import inspect
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from itertools import product

import pytest

from meedoen.law.caseload.compute import Computation, collected
from meedoen.law.caseload.frame import row_frame
from meedoen.law.inburgering.dossier_facts import project
from meedoen.law.kernel.calendar import (
    answer_term_end,
    day_after,
    day_before,
    days_between,
    earlier,
    first_of_next_month,
    last_day_of,
    later,
    next_working_day,
    term_end,
    whole_months_between,
)
from meedoen.law.kernel.lift.program import Program
from meedoen.law.kernel.lift.vocabulary import LiftError, fact_kinds, facts_kind
from meedoen.law.kernel.outcome import Outcome, answer, given, known, needs_oordeel, unknown
from meedoen.law.kernel.parameter import Hours, parameter
from meedoen.law.kernel.period import Days, Months, Weeks
from meedoen.law.kernel.rule import RULES, rule
from meedoen.law.sources import IN_WERKING, WI

ON = date(2026, 4, 1)
PIP_TERMIJN = parameter("bi2021.pip_termijn")
LANDEN = ("SY", "TR")
SENTENCE = "een zin die overal gelijk is"


class Kleur(StrEnum):
    ROOD = "rood"
    BLAUW = "blauw"
    GEEL = "geel"


WARM = (Kleur.ROOD, Kleur.GEEL)
COLD = (Kleur.GEEL, Kleur.BLAUW)
NUMBERS = (1, 12)


@dataclass(frozen=True, slots=True)
class Halve:
    a: bool | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    a: bool | None = None
    b: bool | None = None
    c: bool | None = None
    n: int | None = None
    m: int | None = None
    d: date | None = None
    e: date | None = None
    kleur: Kleur | None = None
    land: str | None = None

    @property
    def other(self) -> Halve:
        return Halve(a=self.b, n=self.m)

    @property
    def halve(self) -> Halve:
        return project(Halve, self)

    @property
    def reversed_halve(self) -> Halve:
        return Halve(a=not self.b)

    @property
    def positional(self) -> Halve:
        return Halve(self.b)

    @property
    def two_lines(self) -> Halve:
        kind = Halve
        return kind(a=self.b)


POOLS = {
    "bool": (None, False, True),
    "int": (None, 0, 1, 2, 3, 12),
    "date": (None, date(2024, 1, 31), date(2024, 2, 29), date(2026, 3, 29), date(2026, 4, 1)),
    "text": (None, "SY", "NL"),
}


def pool(kind):
    return (None, *kind) if isinstance(kind, type) else POOLS[kind]


@rule(WI.art("6"), since=IN_WERKING)
def inner(facts: Halve, *, on: date) -> Outcome[bool]:
    if facts.n == 3:
        needs_oordeel("drie is een oordeel")
    return answer(given(facts.a, "a is niet bekend"), "a zoals die is")


@rule(WI.art("6"), since=IN_WERKING)
def inner_number(facts: Halve, *, on: date) -> Outcome[int]:
    if facts.a is False:
        unknown("zonder a geen getal")
    return answer(given(facts.n, "n is niet bekend") + 1, "een meer dan n")


LIFTED = []


def lifted(body):
    LIFTED.append(rule(WI.art("6"), since=IN_WERKING)(body))
    return LIFTED[-1]


@lifted
def given_in_and(facts: Facts, *, on: date) -> Outcome[bool]:
    if facts.a and given(facts.b, "b is niet bekend"):
        return answer(True, "beide")
    return answer(False, "niet beide")


@lifted
def given_in_or(facts: Facts, *, on: date) -> Outcome[bool]:
    if facts.a or given(facts.b, "b is niet bekend") or facts.c:
        return answer(True, "een van de drie")
    return answer(False, "geen van de drie")


@lifted
def given_first_in_and(facts: Facts, *, on: date) -> Outcome[bool]:
    if given(facts.a, "a is niet bekend") and not given(facts.b, "b is niet bekend"):
        return answer(True, "a zonder b")
    return answer(False, "anders")


@lifted
def rules_in_and_as_a_value(facts: Facts, *, on: date) -> Outcome[int]:
    both = 2 if inner(facts, on=on) and inner(facts.other, on=on) else 1
    return answer(both, "beide regels")


@lifted
def not_of_a_rule_as_a_value(facts: Facts, *, on: date) -> Outcome[bool]:
    found = not inner(facts, on=on) or facts.c is None
    return answer(found, "niet a, of c niet bekend")


@lifted
def known_in_a_comparison(facts: Facts, *, on: date) -> Outcome[bool]:
    if known(inner_number(facts, on=on)) > 2:
        return answer(True, "meer dan twee")
    return answer(False, "hoogstens twee")


@lifted
def known_of_a_name(facts: Facts, *, on: date) -> Outcome[int]:
    asked = inner_number(facts, on=on)
    if asked:
        return answer(known(asked) * 2, "twee keer")
    return asked


@lifted
def handed_over(facts: Facts, *, on: date) -> Outcome[int]:
    if facts.c:
        return answer(0, "nul")
    return inner_number(facts, on=on)


@lifted
def falls_through(facts: Facts, *, on: date) -> Outcome[int]:
    """Falls through to what follows."""
    found = 1
    if facts.a:
        found = 2
        if facts.b:
            found = 3
    elif facts.b:
        given(facts.c, "c is niet bekend")
    if facts.c:
        return answer(found + 10, "met c")
    return answer(found, "zonder c")


@lifted
def chosen_with_rules(facts: Facts, *, on: date) -> Outcome[int]:
    found = known(inner_number(facts, on=on)) if inner(facts.other, on=on) else 0
    return answer(found, "gekozen")


@lifted
def chosen_and_what_stops_in_the_other_part(facts: Facts, *, on: date) -> Outcome[int]:
    found = given(facts.n, "n is niet bekend") if facts.a else given(facts.m, "m is niet bekend")
    return answer(found, "gekozen")


@lifted
def chosen_within_chosen(facts: Facts, *, on: date) -> Outcome[int]:
    found = (given(facts.n, "n is niet bekend") if facts.b else 7) if facts.a else (1 if facts.c else 2)
    return answer(found, "gekozen")


@lifted
def chosen_period(facts: Facts, *, on: date) -> Outcome[date]:
    length = Months(1) if facts.a else Weeks(6)
    return answer(given(facts.d, "de dag is niet bekend") + length, "na die tijd")


@lifted
def chained(facts: Facts, *, on: date) -> Outcome[bool]:
    if 1 <= given(facts.n, "n is niet bekend") < given(facts.m, "m is niet bekend") <= 12:
        return answer(True, "op volgorde")
    return answer(False, "niet op volgorde")


@lifted
def zero_for_missing(facts: Facts, *, on: date) -> Outcome[int]:
    return answer((facts.n or 0) + (facts.m or 0) * 3 - 1, "met nul voor wat ontbreekt")


@lifted
def hours_and_their_count(facts: Facts, *, on: date) -> Outcome[Hours]:
    most = Hours(max(facts.n or 0, 2))
    return answer(Hours(min(most.count, 10) // 2), "uren")


@lifted
def in_a_list_of_words(facts: Facts, *, on: date) -> Outcome[bool]:
    if facts.land in LANDEN:
        return answer(True, "het land staat in de lijst")
    if facts.kleur in WARM and facts.kleur not in COLD:
        return answer(True, "een warme kleur")
    return answer(facts.n in NUMBERS, "een van de getallen")


@lifted
def words_are_compared(facts: Facts, *, on: date) -> Outcome[Kleur]:
    if facts.kleur == Kleur.ROOD if RED else facts.a:
        return answer(Kleur.BLAUW, "rood wordt blauw")
    if facts.land == "SY" or (facts.land != "NL" and facts.kleur == Kleur.GEEL):
        return answer(Kleur.ROOD, "door het land")
    return answer(given(facts.kleur, "de kleur is niet bekend"), "de kleur zelf")


RED = True


@lifted
def always_and_never(facts: Facts, *, on: date) -> Outcome[int]:
    if NEVER:
        return answer(1, "dit wordt niet gelezen")
    if ALWAYS:
        return answer(given(facts.n, "n is niet bekend") + LENGTH.count, "met een vaste lengte")
    return answer(2, "dit wordt ook niet gelezen")


ALWAYS, NEVER, LENGTH = True, False, Weeks(2)


@lifted
def a_fact_that_is_there(facts: Facts, *, on: date) -> Outcome[bool]:
    asked = inner(facts, on=on)
    if facts.d and (asked or facts.c):
        return answer(True, "er is een dag, en a of c")
    if facts.kleur:
        return answer(facts.m is None, "er is een kleur")
    return answer(False, "geen van beide")


@lifted
def given_twice(facts: Facts, *, on: date) -> Outcome[int]:
    number = given(facts.n, "n is niet bekend")
    given(facts.m, "m is niet bekend")
    return answer(given(number, "dit kan niet ontbreken") + 1, "twee keer gevraagd")


@lifted
def projected(facts: Facts, *, on: date) -> Outcome[bool]:
    if inner(facts.other, on=on):
        return answer(True, "de andere")
    return inner(facts.halve, on=on)


@lifted
def months_of_a_fact(facts: Facts, *, on: date) -> Outcome[date]:
    months = given(facts.n, "n is niet bekend")
    first = given(facts.d, "de dag is niet bekend")
    return answer(later(first + Months(months), last_day_of(first, Months(months + 1))), "na die maanden")


@lifted
def days_of_a_fact(facts: Facts, *, on: date) -> Outcome[date]:
    days = given(facts.n, "n is niet bekend")
    first = given(facts.d, "de dag is niet bekend")
    return answer(first - Days(days) if facts.a else first + Weeks(days), "dagen")


@lifted
def a_term_that_moves(facts: Facts, *, on: date) -> Outcome[date]:
    first = given(facts.d, "de dag is niet bekend")
    if facts.a:
        return answer_term_end(first, PIP_TERMIJN.at(on), "tien weken na {dag}", dag=first)
    return answer(term_end(first, Days(5)), "vijf dagen na {dag}", dag=first)


@lifted
def functions_of_two_days(facts: Facts, *, on: date) -> Outcome[int]:
    first = given(facts.d, "de dag is niet bekend")
    second = given(facts.e, "de andere dag is niet bekend")
    if first > second:
        return answer(whole_months_between(day_after(second), earlier(first, on)), "maanden")
    if next_working_day(first) == first_of_next_month(day_before(second)):
        return answer(-days_between(second, on), "terug")
    return answer(days_between(first, second), "dagen")


@lifted
def money(facts: Facts, *, on: date) -> Outcome[Decimal]:
    amount = Decimal("12.50") * given(facts.n, "n is niet bekend")
    if amount > 25:
        return answer(amount - Decimal(25), "boven de grens")
    return answer(max(amount, Decimal(facts.m or 0)), "onder de grens")


@lifted
def true_and_false_by_is(facts: Facts, *, on: date) -> Outcome[bool | None]:
    if facts.a is True:
        return answer(None, "er is geen antwoord nodig")
    if facts.a is not False and facts.n != 0:
        return answer(True, "a is niet bekend en n is niet nul")
    if facts.n:
        return answer(False, "n is niet nul")
    return answer(facts.b is not None, SENTENCE)


@lifted
def judged(facts: Facts, *, on: date) -> Outcome[bool]:
    if facts.a:
        needs_oordeel("dit is een oordeel")
    if facts.b:
        unknown("dit is nog niet bekend")
    return answer(True, "verder")


@lifted
def changed(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(given(facts.a, "a is niet bekend"), "eerst a")


@changed.since(date(2026, 4, 1))
def changed_later(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(given(facts.b, "b is niet bekend"), "dan b")


def of_column(value):
    if isinstance(value, Enum):
        return value.value
    return value.count if isinstance(value, Hours) else value


def every_row(program):
    """Return each combination of facts that the rules take."""
    pools = [pool(kind) for kind in program.facts.values()]
    return [dict(zip(program.facts, values, strict=True)) for values in product(*pools)]


@pytest.mark.parametrize("one", LIFTED, ids=lambda one: one.__name__)
@pytest.mark.parametrize("on", [date(2026, 3, 31), ON], ids=str)
def test_a_construct_means_the_same_for_a_caseload(one, on):
    program = Program({"uit": one})
    rows = every_row(program)
    made = collected(Computation(program, on).answers(row_frame(rows, program.facts).lazy()))
    found = [
        (value, status, program.site(reason).because)
        for value, status, reason in made.select("uit", "uit.status", "uit.reden").iter_rows()
    ]
    kind = facts_kind(one)
    single = [one(kind(**row), on=on) for row in rows]
    assert found == [(of_column(o.value), o.status.value, o.because) for o in single]
    assert len({status for _, status, _ in found}) + len({value for value, _, _ in found}) > 2


def test_what_is_read_are_only_the_facts_that_the_rule_and_those_it_asks_use():
    assert set(Program({"uit": chained}).facts) == {"n", "m"}
    assert set(Program({"uit": projected}).facts) == {"a", "b", "n", "m"}
    assert Program({"uit": words_are_compared}).facts["kleur"] is Kleur
    assert fact_kinds(Halve) == {"a": "bool", "n": "int"}


# --- What cannot be lifted ---

REFUSED = []


def refused(why):
    def make(body):
        REFUSED.append((rule(WI.art("6"), since=IN_WERKING)(body), why))
        return REFUSED[-1][0]

    return make


@refused("a statement that cannot be lifted")
def loops(facts: Facts, *, on: date) -> Outcome[bool]:
    for _ in LANDEN:
        return answer(True, "eerste")
    return answer(False, "geen")


@refused("a statement that cannot be lifted")
def adds_in_place(facts: Facts, *, on: date) -> Outcome[int]:
    found = 1
    found += 1
    return answer(found, "meer")


@refused("a statement that cannot be lifted")
def two_at_once(facts: Facts, *, on: date) -> Outcome[bool]:
    a, b = facts.a, facts.b
    return answer(a is b, "gelijk")


@refused("a statement that cannot be lifted")
def returns_a_value(facts: Facts, *, on: date) -> Outcome[bool]:
    return facts.a


@refused("an expression that cannot be lifted")
def f_string_as_value(facts: Facts, *, on: date) -> Outcome[str]:
    return answer(f"{facts.n}", "een zin")


@refused("an expression that cannot be lifted")
def list_made(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(facts.n in [facts.m], "een zin")


@refused("the sentence of an answer is a constant text")
def sentence_of_a_fact(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(True, f"het land is {facts.land}")


@refused("the sentence of an answer is a constant text")
def sentence_that_is_a_number(facts: Facts, *, on: date) -> Outcome[bool]:
    needs_oordeel(12)


@refused("an expression that cannot be lifted")
def dictionary(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(TABLE, "een zin")


TABLE = {"a": 1}


@refused("a function that cannot be lifted")
def unknown_function(facts: Facts, *, on: date) -> Outcome[int]:
    return answer(abs(given(facts.n, "n is niet bekend")), "zonder teken")


@refused("a call that cannot be lifted")
def unknown_method(facts: Facts, *, on: date) -> Outcome[date]:
    return answer(given(facts.d, "d is niet bekend").replace(day=1), "de eerste")


@refused("only a parameter has a value at a day")
def at_of_something_else(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(facts.at(on), "een zin")


@refused("a call that cannot be lifted")
def parameter_of_another_day(facts: Facts, *, on: date) -> Outcome[date]:
    return answer(on + PIP_TERMIJN.at(facts.d), "een zin")


@refused("compare with None by `is`")
def equal_to_none(facts: Facts, *, on: date) -> Outcome[bool]:
    if facts.n == None:  # noqa: E711  # what this test is about
        return answer(True, "geen n")
    return answer(False, "wel n")


@refused("a comparison that cannot be lifted")
def within_a_text(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer("S" in facts.land, "een zin")


@refused("a comparison that cannot be lifted")
def same_object(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(facts.kleur is Kleur.ROOD, "een zin")


@refused("`or` joins yes and no")
def number_as_yes_or_no(facts: Facts, *, on: date) -> Outcome[bool]:
    if facts.a and facts.n:
        return answer(True, "een zin")
    return answer(False, "een zin")


@refused("an expression that cannot be lifted")
def list_in_the_rule(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(facts.n in (1, 2), "een zin")


@refused("not every path ends in a return")  # noqa: RET503  # what this test is about
def without_return(facts: Facts, *, on: date) -> Outcome[bool]:
    if facts.a:
        return answer(True, "wel")


@refused("there is no fact bestaat_niet")
def unknown_fact(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(facts.bestaat_niet, "een zin")


@refused("a rule returns answer")
def returns_something_else(facts: Facts, *, on: date) -> Outcome[bool]:
    return bool(facts.a)


@refused("use known")
def outcome_as_value(facts: Facts, *, on: date) -> Outcome[int]:
    found = inner_number(facts, on=on)
    return answer(found + 1, "een zin")


@refused("known(…) takes the outcome of a rule")
def known_of_a_fact(facts: Facts, *, on: date) -> Outcome[bool]:
    return answer(known(facts.a), "een zin")


@refused("another rule is asked with facts and on=on")
def other_day(facts: Facts, *, on: date) -> Outcome[bool]:
    return inner(facts, on=date(2026, 1, 1))


@refused("another rule takes the same facts or a property of them")
def other_facts(facts: Facts, *, on: date) -> Outcome[bool]:
    return inner(Halve(a=facts.b), on=on)


@refused("only a property projects facts")
def no_property(facts: Facts, *, on: date) -> Outcome[bool]:
    return inner(facts.a, on=on)


@refused("only a property projects facts")
def no_such_property(facts: Facts, *, on: date) -> Outcome[bool]:
    return inner(facts.bestaat_niet, on=on)


@refused("a projection copies facts")
def computing_projection(facts: Facts, *, on: date) -> Outcome[bool]:
    return inner(facts.reversed_halve, on=on)


@refused("a projection is project")
def positional_projection(facts: Facts, *, on: date) -> Outcome[bool]:
    return inner(facts.positional, on=on)


@refused("only hours and periods have a count")
def count_of_a_day(facts: Facts, *, on: date) -> Outcome[int]:
    return answer(facts.d.count, "een zin")


@refused("`or` joins yes and no")
def other_default(facts: Facts, *, on: date) -> Outcome[int]:
    return answer(facts.n or 5, "een zin")


@refused("a period is added to a day")
def period_times(facts: Facts, *, on: date) -> Outcome[date]:
    return answer(on + Months(1) * given(facts.n, "n"), "een zin")


@refused("only numbers are added")
def days_added(facts: Facts, *, on: date) -> Outcome[int]:
    return answer(given(facts.d, "d") - on, "een zin")


@refused("an expression that cannot be lifted")
def power(facts: Facts, *, on: date) -> Outcome[int]:
    return answer(given(facts.n, "n") ** 2, "een zin")


@dataclass(frozen=True, slots=True)
class Samen:
    eerste: date
    laatste: date


@refused("does not fit in a column")
def composite_value(facts: Facts, *, on: date) -> Outcome[Samen]:
    return answer(Samen(on, on), "twee dagen samen")


@dataclass(frozen=True, slots=True)
class ListFacts:
    dagen: tuple[date, ...] | None = None


@rule(WI.art("6"), since=IN_WERKING)
def composite_fact(facts: ListFacts, *, on: date) -> Outcome[bool]:
    return answer(facts.dagen is None, "geen dagen")


@refused("the first parameter of a rule is `facts`")
def other_name(feiten: Facts, *, on: date) -> Outcome[bool]:
    return answer(True, "een zin")


def test_a_fact_that_is_a_list_is_refused_with_file_and_line():
    with pytest.raises(LiftError, match=r"test_reader\.py:\d+: ListFacts\.dagen: .*does not fit in a column"):
        Program({"uit": composite_fact})


@pytest.mark.parametrize(("one", "why"), REFUSED, ids=lambda item: getattr(item, "__name__", ""))
def test_what_cannot_be_lifted_is_refused_with_file_and_line(one, why):
    with pytest.raises(LiftError, match=r"test_reader\.py:\d+: ") as caught:
        Program({"uit": one})
    place, _, told = str(caught.value).partition(": ")
    assert place.startswith(__file__)
    assert one.name in told
    assert why in told
    lines, first = inspect.getsourcelines(one.versions[0].body)
    assert first <= int(place.rpartition(":")[2]) < first + len(lines)


def test_the_line_is_that_of_what_cannot_be_read():
    with pytest.raises(LiftError) as caught:
        Program({"uit": unknown_function})
    lines, first = inspect.getsourcelines(unknown_function.versions[0].body)
    wanted = next(number for number, line in enumerate(lines) if "abs(" in line)
    assert str(caught.value).startswith(f"{__file__}:{first + wanted}: {unknown_function.name}: ")
    assert str(caught.value).endswith("abs(given(facts.n, 'n is niet bekend'))")


def test_a_rule_that_another_one_asks_is_refused_too():
    with pytest.raises(LiftError, match="loops"):
        Program({"uit": asks_what_loops})


@rule(WI.art("6"), since=IN_WERKING)
def asks_what_loops(facts: Facts, *, on: date) -> Outcome[bool]:
    return loops(facts, on=on)


for _name in [name for name in RULES if name.startswith(__name__)]:
    del RULES[_name]
