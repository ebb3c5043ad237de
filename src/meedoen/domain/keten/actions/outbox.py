"""Queueing what must go to DUO, in the transaction of the decision that is told."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier

from ..models import Bericht, Taak
from .tasks import drop_taak


def queue_bericht(
    dossier: Dossier | None,
    soort: str,
    *,
    omschrijving: str,
    by: Any,
    body: dict[str, Any] | None = None,
    pad: dict[str, Any] | None = None,
    onderwerp: str = "",
    gemeente_id: int | None = None,
) -> Bericht:
    """Put a message for DUO in the outbox; it leaves only when this transaction is committed.

    A message about the same subject that has not left yet is dropped: only the latest
    is told.

    Args:
        dossier: whom it is about; None for a message about the gemeente (a contactpersoon).
        soort: a value of `Bericht.Soort`.
        omschrijving: one Dutch sentence, without BSN.
        by: who decided it.
        body: the message as published; None for a message without one.
        pad: what stands in the address besides the BSN, such as ``{"instellingsnummer": …}``.
        onderwerp: what it is about, such as ``pip:12``; empty is about nothing that could come again.
        gemeente_id: for a message without dossier.
    """
    gemeente_id = dossier.gemeente_id if dossier else gemeente_id
    soort = Bericht.Soort(soort)
    if onderwerp:
        _drop_earlier(gemeente_id, dossier, soort, onderwerp)
    bericht = Bericht.objects.create(
        gemeente_id=gemeente_id,
        dossier=dossier,
        soort=soort,
        gegevens={"body": body, "pad": pad or {}},
        omschrijving=omschrijving[:200],
        onderwerp=onderwerp,
        by=by,
    )
    if dossier is not None:
        sentence = f"Klaargezet voor DUO: {omschrijving}"
        publish(Event("BerichtQueued", dossier, by, sentence, data={"bericht": bericht.pk}))
    return bericht


def replace_bericht(
    refused: Bericht, *, by: Any, body: dict[str, Any] | None, pad: dict[str, Any] | None = None
) -> Bericht:
    """Queue a mended message in the place of one that DUO refused, and finish its task.

    Raises:
        NotPossible: when the message was not refused, or was mended already.
    """
    if refused.status not in {Bericht.Status.GEWEIGERD, Bericht.Status.VASTGELOPEN}:
        raise NotPossible("Dit bericht is niet geweigerd.")
    if Bericht.objects.filter(vervangt=refused).exists():
        raise NotPossible("Er is al een verbeterd bericht voor dit bericht.")
    mended = queue_bericht(
        refused.dossier,
        refused.soort,
        omschrijving=refused.omschrijving,
        by=by,
        body=body,
        pad=pad if pad is not None else refused.gegevens["pad"],
        onderwerp=refused.onderwerp,
        gemeente_id=refused.gemeente_id,
    )
    mended.vervangt = refused
    mended.save(update_fields=["vervangt"])
    for taak in Taak.objects.filter(bericht=refused, status=Taak.Status.OPEN):
        drop_taak(taak, hoe="Er is een verbeterd bericht klaargezet.")
    return mended


def drop_bericht(bericht: Bericht, *, by: Any, reason: str, at: datetime | None = None) -> None:
    """Take a message out of the outbox that need not go any more.

    Raises:
        NotPossible: when it is being sent or was accepted, or without a reason.
    """
    # A worker may have claimed it since the page was read.
    bericht.refresh_from_db(from_queryset=Bericht.objects.select_for_update())
    if bericht.status in {Bericht.Status.BEZIG, Bericht.Status.AANGENOMEN}:
        raise NotPossible("Dit bericht is al onderweg of door DUO aangenomen; het kan niet meer vervallen.")
    if not reason.strip():
        raise NotPossible("Schrijf waarom dit bericht niet meer hoeft.")
    bericht.status = Bericht.Status.VERVALLEN
    bericht.afgehandeld_at = at or timezone.now()
    bericht.version += 1
    bericht.save()
    for taak in Taak.objects.filter(bericht=bericht, status=Taak.Status.OPEN):
        drop_taak(taak, hoe="Het bericht is vervallen.")
    if bericht.dossier is not None:
        sentence = f"Gaat niet naar DUO: {bericht.omschrijving}"
        publish(Event("BerichtDropped", bericht.dossier, by, sentence, reason.strip()))


def _drop_earlier(gemeente_id: int | None, dossier: Dossier | None, soort: str, onderwerp: str) -> None:
    """Drop what says the same about the same and has not left; a later message makes it untrue."""
    earlier = Bericht.objects.filter(
        gemeente_id=gemeente_id,
        dossier=dossier,
        soort=soort,
        onderwerp=onderwerp,
        status=Bericht.Status.KLAAR,
        onzeker=False,
    )
    for taak in Taak.objects.filter(bericht__in=earlier, status=Taak.Status.OPEN).select_related("dossier"):
        drop_taak(taak, hoe="Er is een nieuwer bericht klaargezet.")
    earlier.update(status=Bericht.Status.VERVALLEN, afgehandeld_at=timezone.now())
