"""Down-time of DUO, per gemeente: since when, when to try again, and who must know."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from ..faults import STORING, Fault
from ..models import Bericht, DUOAansluiting, Poging, Taak
from ..pauses import next_probe
from .tasks import drop_taak, make_taak

MINUTE = timedelta(minutes=1)
SOORT = "storing"


def patience() -> timedelta:
    """Return after how long somebody is told that messages do not reach DUO."""
    return timedelta(hours=settings.DUO_TAAK_NA_UREN)


def calm_and_probing(rows: Iterable[DUOAansluiting], at: datetime) -> tuple[list[int], list[int]]:
    """Return the gemeenten without storing, and those for which DUO is tried now with one message."""
    calm, probing = [], []
    for row in rows:
        if row.storing_since is None:
            calm.append(row.gemeente_id)
        elif _probe_now(row, at):
            probing.append(row.gemeente_id)
    return calm, probing


def note_failure(gemeente_id: int, *, at: datetime, fault: Fault | None = None) -> bool:
    """Note that DUO could not be reached for a gemeente; tell somebody when it lasts.

    Args:
        gemeente_id: for whom it was tried.
        at: when.
        fault: what is wrong with the connection itself: that is told at once.

    Returns:
        Whether the storing lasts long enough to be told.
    """
    row = DUOAansluiting.objects.select_for_update().get(gemeente_id=gemeente_id)
    if row.storing_since is None:
        row.storing_since = at
        _save(row, "storing_since")
    long = at - row.storing_since >= patience()
    if fault or long:
        _tell(gemeente_id, fault or STORING)
    return long


def note_success(gemeente_id: int, *, at: datetime) -> None:
    """Note that DUO answered: a storing is over, and what waited long goes at once."""
    row = DUOAansluiting.objects.filter(gemeente_id=gemeente_id).first()
    if row is None or (row.storing_since is None and row.laatst_goed_at and at - row.laatst_goed_at < MINUTE):
        return
    row = DUOAansluiting.objects.select_for_update().get(pk=row.pk)
    since, row.storing_since, row.laatst_goed_at = row.storing_since, None, at
    _save(row, "storing_since", "laatst_goed_at")
    if since is not None:
        _hurry(gemeente_id, since, at)
        for taak in _open_tasks(gemeente_id):
            drop_taak(taak, hoe="DUO is weer bereikbaar.")


def _probe_now(row: DUOAansluiting, at: datetime) -> bool:
    if Bericht.objects.filter(gemeente_id=row.gemeente_id, status=Bericht.Status.BEZIG).exists():
        return False
    last = Poging.objects.filter(gemeente_id=row.gemeente_id).order_by("-pk").first()
    return last is None or row.storing_since is None or next_probe(row.storing_since, last.at) <= at


def _hurry(gemeente_id: int, since: datetime, at: datetime) -> None:
    """Let go at once what failed in this storing; not when one message alone failed, for it may be that one.

    What DUO itself answered with a fault (500) keeps its pause: the message may be the cause.
    """
    failed = Poging.objects.filter(
        gemeente_id=gemeente_id, at__gte=since, uitkomst=Poging.Uitkomst.ONBEREIKBAAR
    )
    if failed.values("bericht_id").distinct().count() < 2:
        return
    unreachable = failed.exclude(status_code=500).values("bericht_id")
    Bericht.objects.filter(
        gemeente_id=gemeente_id, status=Bericht.Status.KLAAR, next_attempt_at__gt=at, pk__in=unreachable
    ).update(next_attempt_at=at)


def _tell(gemeente_id: int, fault: Fault) -> None:
    """Make one task for the gemeente, however many messages wait."""
    if not _open_tasks(gemeente_id).filter(titel=fault.titel).exists():
        make_taak(
            None,
            SOORT,
            titel=fault.titel,
            uitleg=fault.uitleg,
            waar=fault.waar,
            within_days=1,
            rol=fault.rol,
            gemeente_id=gemeente_id,
        )


def _open_tasks(gemeente_id: int) -> QuerySet[Taak]:
    return Taak.objects.filter(
        gemeente_id=gemeente_id, dossier__isnull=True, soort=SOORT, status=Taak.Status.OPEN
    )


def _save(row: DUOAansluiting, *fields: str) -> None:
    """Save without a row in the history: it tells what people changed, not how DUO is today."""
    row.skip_history_when_saving = True
    row.save(update_fields=list(fields))
