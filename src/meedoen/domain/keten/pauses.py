"""How long to wait before trying DUO again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

PAUSES: Sequence[timedelta] = (
    timedelta(seconds=10),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=4),
)
"""Before the second attempt of a message, the third, …; the last one repeats, for ever."""

SPREAD = 0.2
"""A pause is at most this part longer, so that messages that failed together do not return together."""

SHORTEST_PROBE, LONGEST_PROBE = timedelta(seconds=10), timedelta(minutes=5)
"""Between two tries whether DUO is back."""


def next_attempt(at: datetime, attempts: int, bericht_id: UUID) -> datetime:
    """Return when a message is tried again.

    Args:
        at: when the last attempt failed.
        attempts: how many failed so far, from 1.
        bericht_id: the spread follows from it, so a message always has the same one.
    """
    pause = PAUSES[min(attempts, len(PAUSES)) - 1]
    part = (bericht_id.int + attempts) % 1000 / 999
    return at + pause * (1 + SPREAD * part)


def next_probe(storing_since: datetime, last_failed_at: datetime) -> datetime:
    """Return when DUO is next tried with one message; the pause doubles from ten seconds to five minutes."""
    pause = last_failed_at - storing_since
    return last_failed_at + min(max(pause, SHORTEST_PROBE), LONGEST_PROBE)
