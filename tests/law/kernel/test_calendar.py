from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.kernel.calendar import (
    DATE_FUNCTIONS,
    answer_term_end,
    date_function,
    day_after,
    days_between,
    feestdagen,
    first_of_next_month,
    is_working_day,
    last_day_of,
    later,
    next_working_day,
    rolls,
    term_end,
    whole_months_between,
)
from meedoen.law.kernel.period import Days, Months, Weeks, Years, add_months

days = st.dates(date(2022, 1, 1), date(2035, 12, 31))
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),  # Easter Monday
        date(2026, 4, 27),  # King's Day
        date(2025, 4, 26),  # King's Day, because the 27th is a Sunday
        date(2026, 5, 5),  # every year, not once in five
        date(2026, 5, 14),  # Ascension
        date(2026, 5, 15),  # put on a par by decree
        date(2022, 5, 27),  # likewise
        date(2028, 5, 26),  # likewise
        date(2026, 5, 25),  # Whit Monday
        date(2026, 12, 25),
        date(2028, 12, 26),
        date(2026, 3, 7),  # Saturday
        date(2026, 3, 8),  # Sunday
    ],
)
def test_no_working_day(day):
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 4, 2), date(2026, 4, 7), date(2025, 4, 28), date(2026, 12, 24)])
def test_a_working_day(day):
    assert is_working_day(day)


def test_sundays_of_easter_and_pentecost_are_not_in_the_list_of_art_3():
    assert date(2026, 4, 5) not in feestdagen(2026)
    assert date(2026, 5, 24) not in feestdagen(2026)
    assert len(feestdagen(2026)) == 11


def test_easter_moves_the_end_over_four_days():
    assert next_working_day(date(2026, 4, 3)) == date(2026, 4, 7)
    assert next_working_day(date(2026, 4, 2)) == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("term", "moves"),
    [
        (Days(90), True),
        (Days(91), False),
        (Weeks(12), True),
        (Weeks(13), False),
        (Months(3), True),
        (Months(4), False),
        (Years(1), False),
    ],
)
def test_only_short_terms_move(term, moves):
    assert rolls(term) is moves


def test_a_term_of_ten_weeks_ends_on_the_same_weekday_or_on_the_next_working_day():
    assert term_end(date(2026, 3, 2), Weeks(10)) == date(2026, 5, 11)
    assert term_end(date(2026, 1, 23), Weeks(10)) == date(2026, 4, 7)


def test_a_term_of_three_years_stays_on_saturday():
    assert term_end(date(2023, 4, 25), Years(3)) == date(2026, 4, 25)


def test_a_moved_end_says_so_and_cites_the_termijnenwet():
    outcome = answer_term_end(date(2026, 1, 23), Weeks(10), "10 weken", reading="zo")
    assert outcome.sentence() == "10 weken; 3 april 2026 is geen werkdag, dus geldt 7 april 2026"
    assert [str(cited) for cited in outcome.also] == ["art. 1, eerste lid, ATW"]
    assert outcome.reading == "zo"


def test_an_end_that_stays_says_nothing_of_it():
    outcome = answer_term_end(date(2026, 3, 2), Weeks(10), "{n} weken", n=10)
    assert (outcome.value, outcome.sentence(), outcome.also) == (date(2026, 5, 11), "10 weken", ())


@pytest.mark.parametrize(
    ("first", "length", "last"),
    [
        (date(2026, 3, 1), Months(6), date(2026, 8, 31)),
        (date(2025, 8, 31), Months(6), date(2026, 2, 28)),
        (date(2025, 9, 1), Months(6), date(2026, 2, 28)),
        (date(2026, 2, 1), Months(6), date(2026, 7, 31)),
        (date(2024, 2, 29), Years(1), date(2025, 2, 28)),
    ],
)
def test_a_period_from_a_day_that_counts(first, length, last):
    assert last_day_of(first, length) == last


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_end_where_the_day_does_not_exist(day, months, result):
    assert add_months(day, months) == result


def test_periods_add_subtract_and_print():
    day = date(2026, 3, 2)
    assert (day + Days(3), day - Days(2)) == (date(2026, 3, 5), date(2026, 2, 28))
    assert (day + Weeks(1), day - Weeks(1)) == (date(2026, 3, 9), date(2026, 2, 23))
    assert (day + Months(1), day - Months(1)) == (date(2026, 4, 2), date(2026, 2, 2))
    assert (day + Years(1), day - Years(1)) == (date(2027, 3, 2), date(2025, 3, 2))
    printed = [
        str(period) for period in (Days(1), Days(2), Weeks(1), Weeks(10), Months(1), Months(6), Years(3))
    ]
    assert printed == ["1 dag", "2 dagen", "1 week", "10 weken", "1 maand", "6 maanden", "3 jaar"]
    assert Weeks(2) < Weeks(10)


def test_small_date_functions():
    assert later(date(2026, 1, 1), date(2026, 1, 2)) == date(2026, 1, 2)
    assert day_after(date(2026, 2, 28)) == date(2026, 3, 1)
    assert days_between(date(2026, 3, 1), date(2026, 2, 28)) == -1


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 9, 1), date(2026, 10, 1)),
        (date(2026, 9, 30), date(2026, 10, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2028, 1, 31), date(2028, 2, 1)),
    ],
)
def test_the_first_day_of_the_next_month(day, found):
    assert first_of_next_month(day) == found


@given(days)
def test_the_next_working_day_is_the_first_one(day):
    found = next_working_day(day)
    assert found >= day
    assert is_working_day(found)
    assert all(not is_working_day(day + timedelta(n)) for n in range((found - day).days))


@given(days)
def test_five_may_never_is_a_working_day_and_kings_day_never_a_sunday(day):
    assert not is_working_day(date(day.year, 5, 5))
    kings_day = [d for d in feestdagen(day.year) if d.month == 4 and d.day in (26, 27) and d.weekday() != 0]
    assert all(d.weekday() != 6 for d in kings_day)


@given(days, st.integers(0, 600))
def test_adding_months_keeps_the_order_of_days(day, months):
    assert add_months(day, months) <= add_months(day + ONE_DAY, months)
    assert abs(add_months(day, months).day - day.day) <= 3


@given(days, st.integers(1, 12))
def test_a_short_term_never_shrinks_and_ends_on_a_working_day(day, weeks):
    end = term_end(day, Weeks(weeks))
    assert end >= day + timedelta(weeks=weeks)
    assert is_working_day(end)


@pytest.mark.parametrize(
    ("first", "second", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2025, 1, 15), date(2026, 1, 14), 11),
        (date(2025, 1, 15), date(2026, 1, 15), 12),
        (date(2024, 2, 29), date(2026, 2, 28), 24),
        (date(2025, 12, 15), date(2026, 2, 14), 1),
        (date(2026, 3, 2), date(2026, 3, 2), 0),
        (date(2026, 3, 2), date(2026, 3, 1), 0),
        (date(2026, 3, 2), date(2024, 3, 2), 0),
    ],
)
def test_only_whole_months_count(first, second, months):
    assert whole_months_between(first, second) == months


def test_a_function_of_days_is_known_by_its_full_name():
    def plus(day):
        return day + ONE_DAY

    assert date_function(plus) is plus
    assert DATE_FUNCTIONS.pop(plus) == f"{__name__}.{plus.__qualname__}"
    assert DATE_FUNCTIONS[next_working_day] == "meedoen.law.kernel.calendar.next_working_day"
