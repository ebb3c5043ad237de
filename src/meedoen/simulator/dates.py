"""Reckoning with dates of the civil year, apart from Meedoen's own calendar on purpose."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
DUTCH = ZoneInfo("Europe/Amsterdam")


def day(text: str | None) -> date | None:
    """Return the date of a text of DUO (year-month-day), or None for nothing."""
    return date.fromisoformat(text) if text else None


def add_months(start: date, months: int) -> date:
    """Return the same day some months on or back; where that day is missing, the last day of that month."""
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(years, month + 1, min(start.day, monthrange(years, month + 1)[1]))


def now_utc() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def in_dutch(text: str) -> str:
    """Return a moment that was kept as text the way it is written and read in the Netherlands."""
    return datetime.fromisoformat(text).astimezone(DUTCH).strftime("%d-%m-%Y %H:%M:%S")


def today_in_the_netherlands(moment: datetime) -> date:
    """Return the date on Dutch calendars at a moment."""
    return moment.astimezone(DUTCH).date()
