from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.awb.bezwaar import (
    BezwaarFacts,
    bezwaar_possible,
    bezwaartermijn,
    bezwaartermijn_first_day,
)
from meedoen.law.kernel.calendar import is_working_day
from meedoen.law.kernel.outcome import Status

ON = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("known_on", "last", "because"),
    [
        (date(2026, 3, 2), date(2026, 4, 13), "6 weken vanaf de dag na de bekendmaking op 2 maart 2026"),
        (
            date(2026, 2, 23),
            date(2026, 4, 7),
            "6 weken vanaf de dag na de bekendmaking op 23 februari 2026; "
            "6 april 2026 is geen werkdag, dus geldt 7 april 2026",
        ),
    ],
)
def test_six_weeks_that_end_on_a_working_day(known_on, last, because):
    outcome = bezwaartermijn(BezwaarFacts(known_on), on=ON)
    assert (outcome.value, outcome.sentence()) == (last, because)
    assert str(outcome.citation) == "art. 6:7, Awb"


def test_the_first_day_is_the_day_after():
    outcome = bezwaartermijn_first_day(BezwaarFacts(date(2026, 3, 2)), on=ON)
    assert (outcome.value, outcome.sentence()) == (
        date(2026, 3, 3),
        "de dag na de bekendmaking op 2 maart 2026",
    )


@pytest.mark.parametrize(
    ("on", "possible", "because"),
    [
        (date(2026, 3, 1), False, "het besluit wordt pas op 2 maart 2026 bekendgemaakt"),
        (date(2026, 3, 2), True, "bezwaar kan tot en met 13 april 2026"),
        (date(2026, 4, 13), True, "bezwaar kan tot en met 13 april 2026"),
        (date(2026, 4, 14), False, "de bezwaartermijn is op 13 april 2026 geëindigd"),
    ],
)
def test_bezwaar_on_the_last_day_is_in_time(on, possible, because):
    outcome = bezwaar_possible(BezwaarFacts(date(2026, 3, 2)), on=on)
    assert (outcome.value, outcome.sentence()) == (possible, because)


@pytest.mark.parametrize("rule", [bezwaartermijn, bezwaartermijn_first_day, bezwaar_possible])
def test_before_bekendmaking_nothing_runs(rule):
    outcome = rule(BezwaarFacts(), on=ON)
    assert (outcome.status, outcome.sentence()) == (Status.UNKNOWN, "het besluit is nog niet bekendgemaakt")


@given(st.dates(date(2022, 1, 1), date(2035, 12, 31)))
def test_nobody_gets_less_than_six_weeks(known_on):
    last = bezwaartermijn(BezwaarFacts(known_on), on=known_on).value
    assert timedelta(weeks=6) <= last - known_on <= timedelta(weeks=6, days=6)
    assert is_working_day(last)
