"""Claiming events that wait, safe with any number of workers, and giving back what could not be done."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from meedoen.domain.regio.models import Rol

from ..models import Notificatie
from ..pauses import next_attempt
from .tasks import make_taak

Status = Notificatie.Status

STALE_AFTER = timedelta(minutes=15)
"""So long a worker may take; then it counts as dead and another takes its events."""

LAST_ATTEMPT = 5
"""So often an event that makes our own software fail is tried; an unreachable DUO does not count."""


def claim_notificaties(gemeente_id: int, *, at: datetime, limit: int) -> list[Notificatie]:
    """Claim the events of one gemeente that may be handled now, the oldest first, in the running transaction.

    Returns:
        the claimed events, `limit` at most; `claimed_at` is the proof of the claim.
    """
    free_stale_notificaties(gemeente_id, at=at)
    waiting = Notificatie.objects.filter(
        gemeente_id=gemeente_id, status=Status.ONTVANGEN, next_attempt_at__lte=at
    )
    rows = list(
        waiting.select_for_update(skip_locked=True, of=("self",)).order_by("next_attempt_at", "pk")[:limit]
    )
    Notificatie.objects.filter(pk__in=[row.pk for row in rows]).update(status=Status.BEZIG, claimed_at=at)
    for row in rows:
        row.status, row.claimed_at = Status.BEZIG, at
    return rows


def free_stale_notificaties(gemeente_id: int, *, at: datetime) -> int:
    """Give back what a dead worker held; nothing of its work was kept, so it is simply done again."""
    return Notificatie.objects.filter(
        gemeente_id=gemeente_id, status=Status.BEZIG, claimed_at__lt=at - STALE_AFTER
    ).update(status=Status.ONTVANGEN, claimed_at=None, next_attempt_at=at)


def still_claimed(rows: Iterable[Notificatie]) -> list[Notificatie]:
    """Return those that are still ours, locked: a worker that was too slow leaves them to who took over."""
    claimed = {row.pk: row.claimed_at for row in rows}
    now = Notificatie.objects.select_for_update().filter(pk__in=claimed, status=Status.BEZIG)
    return [row for row in now.order_by("registratie_at", "pk") if row.claimed_at == claimed[row.pk]]


def give_back(rows: Iterable[Notificatie]) -> None:
    """Let events wait for another turn at once: nothing was tried with them."""
    for row in still_claimed(rows):
        row.status, row.claimed_at = Status.ONTVANGEN, None
        row.save(update_fields=["status", "claimed_at"])


def hurry_notificaties(gemeente_id: int, *, at: datetime) -> int:
    """Let everything that waits for DUO go at once: it answers again."""
    return Notificatie.objects.filter(
        gemeente_id=gemeente_id,
        status=Status.ONTVANGEN,
        next_attempt_at__gt=at,
        fout__startswith="DUO ",
    ).update(next_attempt_at=at)


def postpone(rows: Iterable[Notificatie], *, at: datetime, fout: str) -> None:
    """Try events again later, with growing pauses and for ever: DUO could not be reached.

    Args:
        fout: why, a Dutch sentence that begins with DUO, without anything personal.
    """
    for row in still_claimed(rows):
        _later(row, at, fout)


def note_fault(rows: Sequence[Notificatie], *, at: datetime, fout: str) -> None:
    """Try events again later; after a few times they are stuck, and a teamleider gets a task.

    Args:
        fout: what went wrong, without anything personal.
    """
    for row in still_claimed(rows):
        _later(row, at, fout)
        if row.pogingen_gedaan >= LAST_ATTEMPT:
            _stuck(row)


def _later(row: Notificatie, at: datetime, fout: str) -> None:
    row.pogingen_gedaan = min(row.pogingen_gedaan + 1, 30_000)
    row.status, row.claimed_at = Status.ONTVANGEN, None
    row.next_attempt_at = next_attempt(at, row.pogingen_gedaan, row.sleutel)
    row.fout = fout[:300]
    row.save(update_fields=["pogingen_gedaan", "status", "claimed_at", "next_attempt_at", "fout"])


def _stuck(row: Notificatie) -> None:
    row.status = Status.VASTGELOPEN
    row.save(update_fields=["status"])
    make_taak(
        row.dossier,
        "vastgelopen",
        titel=f"Kijk na wat DUO meldde ({row.gebeurtenis_id}): Meedoen kon het niet verwerken",
        uitleg="De gebeurtenis is bewaard. Kijk in het Portaal Inburgering wat er moet gebeuren, en meld het "
        "aan wie Meedoen voor u beheert.",
        waar="notificatie",
        within_days=2,
        rol=Rol.TEAMLEIDER,
        onderwerp=f"notificatie:{row.pk}",
        notificatie=row,
        gemeente_id=row.gemeente_id,
    )
