"""How values are written in Dutch on a page; pure functions, registered as filters in meedoen.py."""

from datetime import date, datetime
from typing import Any

from django.utils.timezone import is_aware, localtime

from meedoen.law.kernel import dutch as law_dutch

SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MASK = "•"


def local(moment: date | datetime) -> date | datetime:
    """A moment in the time of the Netherlands; a date stays as it is."""
    return localtime(moment) if isinstance(moment, datetime) and is_aware(moment) else moment


def dutch_date(day: date | datetime | None) -> str:
    """A date as `3 maart 2026`; nothing for no date."""
    if day is None or day == "":
        return ""
    day = local(day)
    return f"{day.day} {law_dutch.MONTHS[day.month - 1]} {day.year}"


def dutch_date_short(day: date | datetime | None) -> str:
    """A date as `3 mrt 2026`, for tables."""
    if day is None or day == "":
        return ""
    day = local(day)
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def dutch_moment(moment: datetime | None) -> str:
    """A moment as `3 maart 2026 om 14:03`."""
    if moment is None or moment == "":
        return ""
    return f"{dutch_date(moment)} om {local(moment):%H:%M}"


def masked(text: Any, keep: int = 3) -> str:
    """All but the last `keep` characters covered: `•••••••789`. A short text is covered whole."""
    written = str(text or "")
    if len(written) <= keep:
        return MASK * len(written)
    return MASK * (len(written) - keep) + written[len(written) - keep :]


def in_dutch(value: Any) -> str:
    """Any value as a Dutch reader writes it, like the sentences of the law; nothing for no value."""
    if value is None:
        return ""
    return dutch_moment(value) if isinstance(value, datetime) else law_dutch.in_dutch(value)
