"""Days as numbers, and functions of days as tables of their values.

A day is the number of days since 1 January 1970, as a date column holds it. Tables cover the days from
`FIRST_DAY` to `LAST_DAY`; a caseload with a day outside them is refused when it is read.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from ..calendar import DATE_FUNCTIONS, next_working_day

EPOCH = date(1970, 1, 1)
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
FIRST = (FIRST_DAY - EPOCH).days
LAST = (LAST_DAY - EPOCH).days
FIRST_MONTH = (1900 - 1970) * 12
MONTHS = 300 * 12

Days = npt.NDArray[np.int32]


def number(day: date) -> int:
    """Return the number of a day."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """Return the day of a number."""
    return EPOCH + timedelta(days=number)


@cache
def month_starts() -> Days:
    """Return the number of the first day of each month from January 1900, and of one month more."""
    months = np.arange(FIRST_MONTH, FIRST_MONTH + MONTHS + 1).astype("datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int32)


@cache
def month_of() -> npt.NDArray[np.int16]:
    """Return for each day which month it lies in, counted from January 1900."""
    days = np.arange(FIRST, LAST + 1).astype("datetime64[D]")
    return (days.astype("datetime64[M]").astype(np.int64) - FIRST_MONTH).astype(np.int16)


def clipped(days: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Return the places of days in a table; what lies outside the table gets the place at its edge."""
    return np.clip(days.astype(np.int64) - FIRST, 0, LAST - FIRST)


def add_months(days: npt.NDArray[Any], months: "npt.NDArray[Any] | int") -> Days:
    """Return the same day of the month, so many months later; its last day where that day does not exist."""
    places = clipped(days)
    starts = month_starts()
    month = month_of()[places].astype(np.int64)
    into = places + FIRST - starts[month]
    reached = np.clip(month + months, 0, MONTHS - 1)
    length = starts[reached + 1] - starts[reached]
    found: Days = (starts[reached] + np.minimum(into, length - 1)).astype(np.int32)
    return found


def last_day_of(days: npt.NDArray[Any], months: "npt.NDArray[Any] | int") -> Days:
    """Return the last day of a period of months that begins on each day, as `calendar.last_day_of` does."""
    end = add_months(days, months)
    return (end - (_day_of_month(end) >= _day_of_month(days))).astype(np.int32)


def whole_months_between(first: npt.NDArray[Any], second: npt.NDArray[Any]) -> Days:
    """Return how many whole months fit between two days, as `calendar.whole_months_between` does."""
    month = month_of()
    months = month[clipped(second)].astype(np.int64) - month[clipped(first)]
    fits = add_months(first, months) <= second
    return np.maximum(0, np.where(fits, months, months - 1)).astype(np.int32)


def _day_of_month(days: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    places = clipped(days)
    return places + FIRST - month_starts()[month_of()[places]]


@cache
def table(function: Callable[[date], date]) -> Days:
    """Return the values of a function of the law for each day of the table, by calling it."""
    values = (number(function(FIRST_DAY + timedelta(days=place))) for place in range(LAST - FIRST + 1))
    return np.fromiter(values, np.int32, LAST - FIRST + 1)


def named_table(name: str) -> Days:
    """Return the table of the date function of this name."""
    return table(next(function for function, known in DATE_FUNCTIONS.items() if known == name))


def working_days() -> Days:
    """Return the first working day on or after each day."""
    return table(next_working_day)


@cache
def months_later(months: int) -> Days:
    """Return for each day of the table the same day of the month, so many months later."""
    return add_months(np.arange(FIRST, LAST + 1), months)


@cache
def months_long(months: int) -> Days:
    """Return for each day of the table the last day of a period of so many months that begins on it."""
    return last_day_of(np.arange(FIRST, LAST + 1), months)
