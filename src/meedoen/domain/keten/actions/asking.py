"""Asking DUO again what it knows about a person, without an event of DUO: the worker does the asking."""

from datetime import datetime
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier

from ..gebeurtenissen import OPNIEUW_GEVRAAGD
from ..models import Notificatie
from ..selectors import aansluiting_of
from .inbox import vingerafdruk

VRAAG = OPNIEUW_GEVRAAGD.code
WAITS = (Notificatie.Status.ONTVANGEN, Notificatie.Status.BEZIG)


def ask_again(dossier: Dossier, *, by: Any, at: datetime) -> None:
    """Put the question in the inbox, where the worker finds it; asked twice is asked once.

    Raises:
        NotPossible: when the gemeente has no connection, or the person no BSN, or the dossier is closed.
    """
    if not aansluiting_of(dossier.gemeente_id).by_interface:
        raise NotPossible("Uw gemeente heeft geen koppeling met DUO. Kijk in het Portaal Inburgering.")
    if not dossier.inburgeringsplichtige.bsn_index:
        raise NotPossible("DUO kent mensen bij hun BSN en dat ontbreekt in dit dossier. Vul het eerst in.")
    if dossier.afgesloten_on is not None:
        raise NotPossible("Dit dossier is afgesloten. Heropen het eerst.")
    if Notificatie.objects.filter(dossier=dossier, gebeurtenis_id=VRAAG, status__in=WAITS).exists():
        raise NotPossible("DUO wordt al gevraagd. Ververs deze pagina over een halve minuut.")
    Notificatie.objects.create(
        gemeente_id=dossier.gemeente_id,
        gebeurtenis_id=VRAAG,
        registratie_at=at,
        received_at=at,
        next_attempt_at=at,
        vingerafdruk=vingerafdruk(dossier.gemeente_id, at, f"dossier:{dossier.pk}", VRAAG),
        dossier=dossier,
        by=by,
    )
    publish(Event("DUOGevraagd", dossier, by, "Aan DUO is opnieuw gevraagd wat DUO weet."))
