"""Claiming messages that may leave, safe with any number of workers, and giving back what a dead one held."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F

from meedoen.domain.regio.tenancy import tenant_scope

from ..models import Bericht, DUOAansluiting
from ..outgoing import CONTACT, NEEDS_NUMBER, contactpersoon_of, due
from .sending_storing import calm_and_probing

Status = Bericht.Status


def claim_due(*, at: datetime, limit: int) -> list[Bericht]:
    """Claim messages of connected gemeenten that may leave now, in a transaction of its own.

    Whoever claims holds the row of the aansluiting: two workers never claim the same message, of one dossier
    never two are under way, and what is switched off meanwhile does not leave. For a gemeente with a storing
    one message is claimed, now and then.

    Returns:
        The claimed messages with dossier and person, `limit` at most.
    """
    with transaction.atomic():
        rows = DUOAansluiting.objects.filter(manier=DUOAansluiting.Manier.M2M).exclude(oin="")
        connected = {row.gemeente_id: row for row in rows.order_by("pk").select_for_update()}
        if not connected:
            return []
        with tenant_scope(connected):
            _plan_simply()
            calm, probing = calm_and_probing(connected.values(), at)
            found = _first(calm, at, limit, "next_attempt_at", "pk")
            for gemeente_id in probing[: limit - len(found)]:
                found += _first([gemeente_id], at, 1, "pogingen_gedaan", "pk")
            return _mark(found, at)


def anything_due(*, at: datetime) -> bool:
    """Return whether there is anything to claim; asks less of the database than trying to."""
    with transaction.atomic():
        rows = DUOAansluiting.objects.filter(manier=DUOAansluiting.Manier.M2M).exclude(oin="")
        connected = list(rows.values_list("gemeente_id", flat=True))
        if not connected:
            return False
        with tenant_scope(connected):
            _plan_simply()
            klaar = Bericht.objects.filter(status=Status.KLAAR, next_attempt_at__lte=at)
            return klaar.exists() and due(at).exists()


def unclaim(claims: Sequence[Bericht]) -> None:
    """Give back messages that were claimed and not brought to DUO, in a transaction of its own."""
    with transaction.atomic(), tenant_scope({claim.gemeente_id for claim in claims}):
        for claim in claims:
            held = Bericht.objects.filter(pk=claim.pk, status=Status.BEZIG, claimed_at=claim.claimed_at)
            held.update(status=Status.KLAAR, claimed_at=None, version=F("version") + 1)


def free_stale(*, at: datetime, older_than: timedelta) -> int:
    """Give back what a dead worker held, in a transaction of its own; returns how many.

    It may have reached DUO, so it is checked there before it goes again, with the same berichtId.
    """
    with transaction.atomic(), tenant_scope(DUOAansluiting.objects.values_list("gemeente_id", flat=True)):
        stale = Bericht.objects.filter(status=Status.BEZIG, claimed_at__lt=at - older_than)
        return stale.update(
            status=Status.KLAAR, claimed_at=None, onzeker=True, next_attempt_at=at, version=F("version") + 1
        )


def _plan_simply() -> None:
    """Keep PostgreSQL from compiling the query: that takes seconds, the query itself milliseconds."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("set local jit = off")


def _first(gemeenten: Sequence[int], at: datetime, limit: int, *order: str) -> list[Bericht]:
    rows = (
        due(at)
        .filter(gemeente_id__in=gemeenten)
        .select_related("dossier__inburgeringsplichtige", "gemeente__duo_aansluiting")
    )
    return list(rows.order_by(*order).select_for_update(skip_locked=True, of=("self",))[:limit])


def _mark(found: Sequence[Bericht], at: datetime) -> list[Bericht]:
    """Mark as under way, of every dossier one (two can be first when a PIP goes before its turn)."""
    first: dict[object, Bericht] = {}
    for bericht in found:
        lane = (bericht.dossier_id, bericht.soort in CONTACT) if bericht.dossier_id else bericht.bericht_id
        first.setdefault(lane, bericht)
    for bericht in first.values():
        bericht.status, bericht.claimed_at = Status.BEZIG, at
        bericht.version += 1
        if bericht.soort in NEEDS_NUMBER and not bericht.gegevens["pad"].get("id"):
            contactpersoon = contactpersoon_of(bericht)
            assert contactpersoon is not None  # noqa: S101 - else it was not due
            bericht.gegevens["pad"]["id"] = contactpersoon.duo_id
        bericht.save(update_fields=["status", "claimed_at", "version", "gegevens"])
    return list(first.values())
