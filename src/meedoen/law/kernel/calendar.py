"""The days that count: working days and the ends of terms under the Algemene termijnenwet (ATW)."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from .citation import Source
from .outcome import Outcome, answer
from .parameter import parameter
from .period import Days, Months, Period, Weeks, Years

ATW = Source("atw", "BWBR0002448", "ATW", "Algemene termijnenwet", (date(2010, 10, 10),))

DATE_FUNCTIONS: dict[Callable[[date], date], str] = {}
"""Functions of a day that a rule may call; for many rows they are read from a table of their values."""

SUNDAYS_ANYWAY = {"Eerste paasdag", "Eerste pinksterdag"}
SATURDAY = 5
ONE_DAY = timedelta(days=1)

_GELIJKGESTELDE_DAGEN = parameter("atw.gelijkgestelde_dagen")


def date_function(function: Callable[[date], date]) -> Callable[[date], date]:
    """Let rules call this function of one day."""
    DATE_FUNCTIONS[function] = f"{function.__module__}.{function.__qualname__}"
    return function


@cache
def feestdagen(year: int) -> frozenset[date]:
    """Return the days of ATW art. 3: the recognised holidays, Good Friday and the days put on a par.

    5 May counts every year (lid 1). King's Day is 27 April, or 26 April when the 27th is a Sunday. Days that
    a royal decree puts on a par (lid 3) are known as far as the parameter goes, and not guessed after that.
    """
    import holidays  # here, because importing it costs more than all of the law together

    found = holidays.country_holidays("NL", years=year, categories=("public", "optional"), language="nl")
    days = {day for day, name in found.items() if name not in SUNDAYS_ANYWAY}
    days |= {date(year, 5, 5)}
    days |= {day for text in _GELIJKGESTELDE_DAGEN.newest() if (day := date.fromisoformat(text)).year == year}
    return frozenset(days)


def is_working_day(day: date) -> bool:
    """Return whether the day is not a Saturday, a Sunday or a holiday (ATW art. 1 and 3)."""
    return day.weekday() < SATURDAY and day not in feestdagen(day.year)


@date_function
def next_working_day(day: date) -> date:
    """Return the day itself when it is a working day, else the first working day after it (ATW art. 1)."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def rolls(term: Period) -> bool:
    """Return whether the end of such a term moves to a working day.

    Not when it is longer than 90 days, twelve weeks or three months, nor when it is written in years (ATW
    art. 4).
    """
    match term:
        case Days(count):
            return count <= 90
        case Weeks(count):
            return count <= 12
        case Months(count):
            return count <= 3
        case _:
            return False


def term_end(start: date, term: Period) -> date:
    """Return the last day of a term that begins the day after `start`, moved as the ATW says.

    A term of 10 weeks after 2 March ends on the same weekday 10 weeks later. Not for terms that are counted
    back from a day: those never move (ATW art. 1, second lid).
    """
    end = term.after(start)
    return next_working_day(end) if rolls(term) else end


def answer_term_end(
    start: date, term: Period, because: str, /, *, reading: str | None = None, **using: object
) -> Outcome[date]:
    """Answer with `term_end(start, term)`; the sentence says so when the end moved to a working day."""
    plain_end, end = term.after(start), term_end(start, term)
    if end == plain_end:
        return answer(end, because, reading=reading, **using)
    using = {**using, "geen_werkdag": plain_end, "werkdag": end}
    return Outcome(end, moved(because), using, also=(ATW.art("1", lid=1),), reading=reading)


def moved(because: str) -> str:
    """Return the sentence of a term whose end moved to a working day."""
    return f"{because}; {{geen_werkdag}} is geen werkdag, dus geldt {{werkdag}}"


def last_day_of(first: date, length: Months | Years) -> date:
    """Return the last day of a period that begins on `first`, that day included; it never moves.

    Six months from 1 March end on 31 August; six months from 31 August end on 28 or 29 February.
    """
    end = length.after(first)
    return end if end.day < first.day else end - ONE_DAY


def later(first: date, second: date) -> date:
    """Return the later of two days."""
    return max(first, second)


def earlier(first: date, second: date) -> date:
    """Return the earlier of two days."""
    return min(first, second)


def day_after(day: date) -> date:
    """Return the next calendar day."""
    return day + ONE_DAY


def day_before(day: date) -> date:
    """Return the calendar day before."""
    return day - ONE_DAY


@date_function
def first_of_next_month(day: date) -> date:
    """Return the first day of the month after that of `day`."""
    return Months(1).after(day.replace(day=1))


def days_between(first: date, second: date) -> int:
    """Return how many days lie from `first` to `second`; negative when `second` is earlier."""
    return (second - first).days


def whole_months_between(first: date, second: date) -> int:
    """Return how many whole months fit from `first` to `second`; 0 when `second` is not later.

    From 31 January to 28 February is one month, as `Months(1).after` counts.
    """
    months = (second.year - first.year) * 12 + second.month - first.month
    return max(0, months if Months(months).after(first) <= second else months - 1)
