"""Lengths of time as the law writes them: weeks, months and years that can be added to a day."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, TypeAlias


def add_months(day: date, months: int) -> date:
    """Return the same day of the month, `months` later; the last day where that day does not exist.

    31 January + 1 month = 28 or 29 February; 29 February + 36 months = 28 February.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if day.day <= 28:  # a day that every month has
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A number of calendar days."""

    count: int
    names: ClassVar[tuple[str, str]] = ("dag", "dagen")

    def after(self, day: date) -> date:
        """Return the day that lies this long after `day`."""
        return day + timedelta(days=self.count)

    def before(self, day: date) -> date:
        """Return the day that lies this long before `day`."""
        return day - timedelta(days=self.count)

    __radd__ = after
    __rsub__ = before

    def __str__(self) -> str:
        return f"{self.count} {self.names[self.count != 1]}"


@dataclass(frozen=True, slots=True, order=True)
class Weeks:
    """A number of weeks."""

    count: int
    names: ClassVar[tuple[str, str]] = ("week", "weken")

    def after(self, day: date) -> date:
        """Return the day that lies this long after `day`."""
        return day + timedelta(weeks=self.count)

    def before(self, day: date) -> date:
        """Return the day that lies this long before `day`."""
        return day - timedelta(weeks=self.count)

    __radd__ = after
    __rsub__ = before

    def __str__(self) -> str:
        return f"{self.count} {self.names[self.count != 1]}"


@dataclass(frozen=True, slots=True, order=True)
class Months:
    """A number of months; a day that does not exist in the month reached becomes its last day."""

    count: int
    names: ClassVar[tuple[str, str]] = ("maand", "maanden")

    def after(self, day: date) -> date:
        """Return the day that lies this long after `day`."""
        return add_months(day, self.count)

    def before(self, day: date) -> date:
        """Return the day that lies this long before `day`."""
        return add_months(day, -self.count)

    __radd__ = after
    __rsub__ = before

    def __str__(self) -> str:
        return f"{self.count} {self.names[self.count != 1]}"


@dataclass(frozen=True, slots=True, order=True)
class Years:
    """A number of years; 29 February becomes 28 February in a year without it."""

    count: int

    def after(self, day: date) -> date:
        """Return the day that lies this long after `day`."""
        return add_months(day, 12 * self.count)

    def before(self, day: date) -> date:
        """Return the day that lies this long before `day`."""
        return add_months(day, -12 * self.count)

    __radd__ = after
    __rsub__ = before

    def __str__(self) -> str:
        return f"{self.count} jaar"


Period: TypeAlias = Days | Weeks | Months | Years
