"""Keeping an event that DUO told, before anything is done with it."""

import uuid
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q

from meedoen.domain.regio.secrecy import blind_index

from ..models import Notificatie


class NotKept(RuntimeError):
    """Raised when the database took the row and does not have it: nobody may be told that it was received."""


def keep_notificatie(
    gemeente_id: int,
    *,
    code: str,
    registratie_at: datetime,
    received_at: datetime,
    bsn: str = "",
    v_nummer: str = "",
    bericht_id: uuid.UUID | None = None,
    weg: str = Notificatie.Weg.M2M,
    by: Any = None,
) -> bool:
    """Keep one event of DUO; the same event twice is one row.

    It is the same when the gemeente already has a row with this berichtId, or one with the
    same moment, person and code. The running work must be inside the tenant scope of the
    gemeente; one row is written, in one statement, so that two at once cannot both win.

    Args:
        gemeente_id: for whom the event is.
        code: gebeurtenisId, such as ``SS131``; a code that we do not know is kept too.
        registratie_at: the moment at which DUO registered it, with its time zone.
        received_at: the moment at which it reached us.
        bsn: nine digits, or empty when only the V-nummer was told.
        v_nummer: ten digits, or empty.
        bericht_id: berichtId of the message; None for what somebody typed over.
        weg: a value of `Notificatie.Weg`: how it reached us.
        by: the medewerker who pasted or uploaded it; None for the interface.

    Returns:
        whether it is new.

    Raises:
        NotKept: when the row is not there afterwards.
    """
    row = Notificatie(
        gemeente_id=gemeente_id,
        gebeurtenis_id=code,
        registratie_at=registratie_at.astimezone(UTC),  # PostgreSQL takes no offset of 16 hours or more
        vingerafdruk=vingerafdruk(gemeente_id, registratie_at, bsn or v_nummer, code),
        weg=Notificatie.Weg(weg),
        by=by,
        received_at=received_at,
        next_attempt_at=received_at,
    )
    if bericht_id is not None:
        row.bericht_id = bericht_id
    row.bsn, row.v_nummer = bsn, v_nummer
    Notificatie.objects.bulk_create([row], ignore_conflicts=True)
    same = Q(bericht_id=row.bericht_id) | Q(vingerafdruk=row.vingerafdruk)
    kept = set(Notificatie.objects.filter(same, gemeente_id=gemeente_id).values_list("sleutel", flat=True))
    if not kept:
        raise NotKept("an event of DUO was not kept")
    return row.sleutel in kept


def vingerafdruk(gemeente_id: int, registratie_at: datetime, number: str, code: str) -> str:
    """Return the keyed digest by which the same event is known when it comes again."""
    moment = registratie_at.astimezone(UTC).isoformat(timespec="microseconds")
    return blind_index(f"{moment}|{number}|{code}", gemeente_id=gemeente_id, field="gebeurtenis")
