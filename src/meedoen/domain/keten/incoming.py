"""Questions about the events that DUO told: how far the handling is, and what waits for a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q

from .models import Notificatie

Status = Notificatie.Status

DONE = frozenset({Status.VERWERKT, Status.AFGEHANDELD, Status.ONBEKEND, Status.VASTGELOPEN})
"""Meedoen itself has nothing left to do with these; the last two wait for a person."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Verwerking:
    """How far the handling of events is.

    Attributes:
        waiting: received and not handled yet, also those under way.
        retrying: of these, tried before: DUO could not be reached.
        done: of the last 24 hours, everything that is handled.
        unknown: wait for a teamleider, because the person is not here.
        stuck: wait for a person, because Meedoen could not handle them.
        oldest_at: when the oldest that waits was received; None when nothing waits.
    """

    waiting: int = 0
    retrying: int = 0
    done: int = 0
    unknown: int = 0
    stuck: int = 0
    oldest_at: datetime | None = None

    @property
    def total(self) -> int:
        """What was received in the last 24 hours, or still waits."""
        return self.waiting + self.done

    @property
    def percent(self) -> int:
        """How much of that is handled, rounded down, so that 100 is everything."""
        return 100 if not self.total else self.done * 100 // self.total


def progress(gemeente_ids: Iterable[int], *, at: datetime) -> Verwerking:
    """Return how far the handling of the events of these gemeenten is, in one query."""
    open_ = Q(status__in={Status.ONTVANGEN, Status.BEZIG})
    counted = Notificatie.objects.filter(gemeente_id__in=list(gemeente_ids)).aggregate(
        waiting=Count("pk", filter=open_),
        retrying=Count("pk", filter=open_ & Q(pogingen_gedaan__gt=0)),
        done=Count("pk", filter=Q(status__in=DONE, received_at__gt=at - DAY)),
        unknown=Count("pk", filter=Q(status=Status.ONBEKEND)),
        stuck=Count("pk", filter=Q(status=Status.VASTGELOPEN)),
        oldest_at=Min("received_at", filter=open_),
    )
    return Verwerking(**counted)


def gemeenten_with_due(gemeente_ids: Iterable[int], *, at: datetime) -> list[int]:
    """Return the gemeenten that have events to handle now, or events that a dead worker may hold."""
    due = Q(status=Status.ONTVANGEN, next_attempt_at__lte=at) | Q(status=Status.BEZIG)
    rows = Notificatie.objects.filter(due, gemeente_id__in=list(gemeente_ids))
    return sorted(set(rows.order_by().values_list("gemeente_id", flat=True).distinct()))
