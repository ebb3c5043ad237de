"""Days as numbers and tables give what the functions of days of the law give."""

from datetime import date, timedelta

import numpy as np
import pytest

from meedoen.law.kernel import calendar, period
from meedoen.law.kernel.lift import tables
from meedoen.law.kernel.period import Months, Years

YEARS = (1970, 2022, 2023, 2024, 2026, 2100)
DAYS = [date(year, 1, 1) + timedelta(days=day) for year in YEARS for day in range(366)]
NUMBERS = np.array([tables.number(day) for day in DAYS])
LENGTHS = (0, 1, 2, 3, 5, 6, 11, 12, 13, 18, 23, 24, 30, 36, 38, 120)


def as_days(numbers):
    return [tables.day_of(int(number)) for number in numbers]


def test_a_day_is_the_number_of_days_since_1970():
    assert tables.number(date(1970, 1, 1)) == 0
    assert tables.number(date(2024, 3, 1)) == 19783
    assert tables.number(date(1969, 12, 31)) == -1
    assert as_days(NUMBERS) == DAYS


def test_the_tables_cover_1900_up_to_and_with_2199():
    assert (date(1900, 1, 1), date(2199, 12, 31)) == (tables.FIRST_DAY, tables.LAST_DAY)
    assert len(tables.month_of()) == tables.LAST - tables.FIRST + 1 == 109_573
    starts = as_days(tables.month_starts())
    assert starts[0] == date(1900, 1, 1)
    assert starts[-1] == date(2200, 1, 1)
    assert {start.day for start in starts} == {1}


@pytest.mark.parametrize("months", [*LENGTHS, *(-months for months in LENGTHS)])
def test_months_are_added_to_every_day_as_a_term_of_the_law_is(months):
    wanted = [period.add_months(day, months) for day in DAYS]
    assert as_days(tables.add_months(NUMBERS, months)) == wanted
    later = tables.months_later(months)
    assert as_days(later[NUMBERS - tables.FIRST]) == wanted


@pytest.mark.parametrize("months", [months for months in LENGTHS if months])
def test_the_last_day_of_a_period_of_months_is_that_of_the_calendar(months):
    wanted = [calendar.last_day_of(day, Months(months)) for day in DAYS]
    assert as_days(tables.last_day_of(NUMBERS, months)) == wanted
    assert as_days(tables.months_long(months)[NUMBERS - tables.FIRST]) == wanted
    if months % 12 == 0:
        assert [calendar.last_day_of(day, Years(months // 12)) for day in DAYS] == wanted


@pytest.mark.parametrize(
    ("day", "months", "reached"),
    [
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_a_day_that_does_not_exist_becomes_the_last_of_its_month(day, months, reached):
    assert as_days(tables.add_months(np.array([tables.number(day)]), months)) == [reached]


def test_every_row_may_have_a_length_of_its_own():
    days = np.array([tables.number(date(2024, 1, 31))] * 3)
    assert as_days(tables.add_months(days, np.array([1, 0, -2]))) == [
        date(2024, 2, 29),
        date(2024, 1, 31),
        date(2023, 11, 30),
    ]
    assert as_days(tables.last_day_of(days, np.array([1, 12, 3]))) == [
        date(2024, 2, 29),
        date(2025, 1, 30),
        date(2024, 4, 30),
    ]


@pytest.mark.parametrize("shift", [-400, -31, -1, 0, 1, 27, 28, 29, 30, 31, 59, 365, 366, 1095, 1096])
def test_whole_months_between_days_are_counted_as_the_calendar_does(shift):
    others = [day + timedelta(days=shift) for day in DAYS]
    found = tables.whole_months_between(NUMBERS, NUMBERS + shift)
    assert found.tolist() == [
        calendar.whole_months_between(day, other) for day, other in zip(DAYS, others, strict=True)
    ]


def test_every_day_of_a_month_lies_as_many_whole_months_from_the_31st_as_the_calendar_says():
    firsts = [date(2024, 1, day) for day in range(28, 32) for _ in range(70)]
    seconds = [date(2024, 2, 1) + timedelta(days=day) for _ in range(4) for day in range(70)]
    found = tables.whole_months_between(
        np.array([tables.number(day) for day in firsts]), np.array([tables.number(day) for day in seconds])
    )
    assert found.tolist() == [
        calendar.whole_months_between(one, other) for one, other in zip(firsts, seconds, strict=True)
    ]


def test_working_days_are_those_of_the_algemene_termijnenwet():
    found = tables.working_days()[NUMBERS - tables.FIRST]
    assert as_days(found) == [calendar.next_working_day(day) for day in DAYS]
    named = tables.named_table(calendar.DATE_FUNCTIONS[calendar.next_working_day])
    assert named is tables.working_days()


def test_any_date_function_of_the_law_is_a_table_by_its_name():
    for function, name in calendar.DATE_FUNCTIONS.items():
        found = tables.named_table(name)[NUMBERS[:1464] - tables.FIRST]
        assert as_days(found) == [function(day) for day in DAYS[:1464]], name


def test_a_day_outside_the_tables_takes_the_place_at_their_edge():
    outside = np.array([tables.FIRST - 10, tables.FIRST, tables.LAST, tables.LAST + 10])
    assert tables.clipped(outside).tolist() == [0, 0, 109_572, 109_572]
