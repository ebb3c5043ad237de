"""Asking the worker again: what DUO knows about a person, or to handle an event that got stuck."""

from datetime import datetime
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier

from ..gebeurtenissen import OPNIEUW_GEVRAAGD
from ..models import Notificatie, Taak
from ..selectors import aansluiting_of
from .inbox import vingerafdruk
from .tasks import drop_taak

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


def handle_again(row: Notificatie, *, at: datetime) -> None:
    """Let the worker handle an event that got stuck as if it had just come, and drop the task about that.

    Raises:
        NotPossible: when it is not stuck.
    """
    row = Notificatie.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.status != Notificatie.Status.VASTGELOPEN:
        raise NotPossible("Deze gebeurtenis is niet vastgelopen.")
    row.status, row.next_attempt_at = Notificatie.Status.ONTVANGEN, at
    row.claimed_at, row.afgehandeld_at, row.pogingen_gedaan, row.fout = None, None, 0, ""
    row.save()
    for taak in Taak.objects.filter(notificatie=row, soort="vastgelopen", status=Taak.Status.OPEN):
        drop_taak(taak, hoe="De gebeurtenis wordt opnieuw verwerkt.")
