"""How the exchange with DUO stands, per gemeente: the connection, what waits, what needs a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q
from django.utils import timezone

from meedoen.domain.keten.incoming import Verwerking, progress
from meedoen.domain.keten.models import Bericht, DUOAansluiting, Notificatie
from meedoen.domain.regio.models import Gemeente

Status = Bericht.Status
OPEN = (Status.KLAAR, Status.BEZIG)


@dataclass(frozen=True)
class Stand:
    """How one gemeente stands.

    Attributes:
        since: since when it exchanges in this way; None is always.
        contact_at: the last time that DUO answered or told something.
        down_since: since when DUO cannot be reached; None when it can.
        waits: messages that still must go; by hand somebody must bring them.
        refused: refused and not mended yet.
        stuck: got stuck on the way.
        unknown: events about somebody who is not here.
        events_stuck: events that Meedoen could not handle.
    """

    gemeente: Gemeente
    by_interface: bool
    since: Any
    contact_at: datetime | None
    down_since: datetime | None
    waits: int
    refused: int
    stuck: int
    unknown: int
    events_stuck: int


@dataclass(frozen=True)
class Overzicht:
    """All gemeenten of a user, and how far the handling of what came in is."""

    standen: Sequence[Stand]
    incoming: Verwerking

    @property
    def busy(self) -> bool:
        """Whether something moves by itself: then the page looks again soon."""
        moving = (stand.waits for stand in self.standen if stand.by_interface)
        return bool(self.incoming.waiting) or any(moving)


def overview(gemeenten: Iterable[Gemeente]) -> Overzicht:
    """Return how these gemeenten stand, with four queries however many they are."""
    gemeenten = list(gemeenten)
    ids = [gemeente.pk for gemeente in gemeenten]
    rows = {row.gemeente_id: row for row in DUOAansluiting.objects.filter(gemeente_id__in=ids)}
    out = _counts(
        Bericht.objects.filter(gemeente_id__in=ids),
        waits=Count("pk", filter=Q(status__in=OPEN)),
        refused=Count("pk", filter=Q(status=Status.GEWEIGERD, vervangen_door__isnull=True)),
        stuck=Count("pk", filter=Q(status=Status.VASTGELOPEN, vervangen_door__isnull=True)),
        last_at=Max("afgehandeld_at", filter=Q(status__in=(Status.AANGENOMEN, Status.GEWEIGERD))),
    )
    back = _counts(
        Notificatie.objects.filter(gemeente_id__in=ids),
        unknown=Count("pk", filter=Q(status=Notificatie.Status.ONBEKEND)),
        events_stuck=Count("pk", filter=Q(status=Notificatie.Status.VASTGELOPEN)),
        told_at=Max("received_at"),
    )
    standen = [
        _stand(place, rows.get(place.pk), out.get(place.pk), back.get(place.pk)) for place in gemeenten
    ]
    return Overzicht(standen, progress(ids, at=timezone.now()))


def _counts(rows: Any, **wanted: Any) -> dict[int, dict[str, Any]]:
    counted = rows.order_by().values("gemeente_id").annotate(**wanted)
    return {found.pop("gemeente_id"): found for found in map(dict, counted)}


def _stand(
    gemeente: Gemeente,
    row: DUOAansluiting | None,
    out: dict[str, Any] | None,
    back: dict[str, Any] | None,
) -> Stand:
    out, back = out or {}, back or {}
    moments = [row and row.laatst_goed_at, out.get("last_at"), back.get("told_at")]
    return Stand(
        gemeente=gemeente,
        by_interface=bool(row and row.by_interface),
        since=row.sinds_on if row else None,
        contact_at=max((moment for moment in moments if moment), default=None),
        down_since=row.storing_since if row and row.by_interface else None,
        waits=out.get("waits", 0),
        refused=out.get("refused", 0),
        stuck=out.get("stuck", 0),
        unknown=back.get("unknown", 0),
        events_stuck=back.get("events_stuck", 0),
    )
