"""Making and finishing tasks."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Rol

from ..models import Bericht, Notificatie, Taak


def make_taak(
    dossier: Dossier | None,
    soort: str,
    *,
    titel: str,
    uitleg: str = "",
    waar: str = "",
    due_on: date | None = None,
    within_days: int | None = None,
    rol: str = Rol.KLANTMANAGER,
    onderwerp: str = "",
    afgeleid: bool = False,
    notificatie: Notificatie | None = None,
    bericht: Bericht | None = None,
    gemeente_id: int | None = None,
) -> Taak:
    """Make a task, or return the open one of the same soort and onderwerp in this dossier.

    Args:
        dossier: whom it is about; None for a task about the gemeente or an unknown person.
        soort: code of the event (``SS131``) or of our own cause.
        titel: what to do, in the imperative, without BSN.
        uitleg: why.
        waar: key of the page where it is done.
        due_on: by when, where the law or DUO sets a day.
        within_days: by when where nobody sets a day: so many days after it is made, our own choice.
        gemeente_id: for a task without dossier.
    """
    if dossier is not None:
        earlier = Taak.objects.filter(
            dossier=dossier, soort=soort, onderwerp=onderwerp, status=Taak.Status.OPEN
        )
        for (
            taak
        ) in earlier.order_by():  # at most one; sorted, SQLite would read all open tasks of the gemeente
            return taak
    made_at = timezone.now()
    if due_on is None and within_days is not None:
        due_on = timezone.localtime(made_at).date() + timedelta(days=within_days)
    taak = Taak.objects.create(
        gemeente_id=dossier.gemeente_id if dossier else gemeente_id,
        dossier=dossier,
        soort=soort,
        onderwerp=onderwerp,
        titel=titel[:200],
        uitleg=uitleg[:1000],
        waar=waar,
        due_on=due_on,
        rol=rol,
        afgeleid=afgeleid,
        notificatie=notificatie,
        bericht=bericht,
        made_at=made_at,
    )
    if dossier is not None:
        publish(Event("TaakMade", dossier, None, f"Nieuwe taak: {taak.titel}.", data={"taak": taak.pk}))
    return taak


def finish_taak(taak: Taak, *, by: Any, hoe: str) -> None:
    """Mark a task as done.

    Raises:
        NotPossible: when it is not open, or without a word how it was done.
    """
    if taak.status != Taak.Status.OPEN:
        raise NotPossible("Deze taak is al afgehandeld.")
    if not hoe.strip():
        raise NotPossible("Schrijf kort hoe u deze taak hebt afgehandeld.")
    _end(taak, Taak.Status.GEDAAN, hoe, by)


def drop_taak(taak: Taak, *, hoe: str) -> None:
    """Take away a task that is not needed any more; a finished one stays as it is."""
    if taak.status == Taak.Status.OPEN:
        _end(taak, Taak.Status.VERVALLEN, hoe, None)


def _end(taak: Taak, status: str, hoe: str, by: Any) -> None:
    taak.status, taak.hoe, taak.done_by = status, hoe.strip()[:300], by
    taak.done_at = timezone.now()
    taak.version += 1
    taak.save()
    if taak.dossier is not None:
        word = "Taak gedaan" if status == Taak.Status.GEDAAN else "Taak niet meer nodig"
        publish(Event("TaakEnded", taak.dossier, by, f"{word}: {taak.titel}.", reason=taak.hoe))
