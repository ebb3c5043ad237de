"""Messages that a person brings to DUO's portal, messages tried again, and switching to the interface."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.regio.models import Gemeente, Rol

from ..models import Bericht, Contactpersoon, DUOAansluiting, Poging, Taak
from ..outgoing import NEEDS_NUMBER, contactpersoon_of, contactpersoon_onderwerp
from .sending_results import settle_accepted, settle_refused
from .tasks import drop_taak, make_taak

Status = Bericht.Status
WAITING = frozenset({Status.KLAAR, Status.VASTGELOPEN})
TEXT = 200
"""Longest fouttekst of DUO."""
HIGHEST_NUMBER = 99_999
"""Of a contactpersoon at DUO."""


def mark_sent_by_hand(bericht: Bericht, *, by: Any, on: date) -> None:
    """Record that somebody brought a message to DUO's portal and DUO took it.

    Args:
        bericht: one that stands ready or got stuck.
        by: who did it.
        on: the day on which; today or earlier.

    Raises:
        NotPossible: when it is under way or settled already, or was made later than that day.
    """
    bericht = _waiting(bericht)
    if on < timezone.localtime(bericht.made_at).date():
        raise NotPossible("Die dag ligt voor de dag waarop het bericht is gemaakt.")
    bericht.met_de_hand_by = by
    _keep(bericht, Poging.Uitkomst.AANGENOMEN, ())
    settle_accepted(bericht, at=_moment(on, bericht.made_at), by=by)


def mark_refused_by_hand(bericht: Bericht, *, texts: Sequence[str], by: Any) -> None:
    """Record that DUO's portal refused a message, with what it said; makes the same task as the interface.

    The BSN of the person is left out of it, as the interface does.

    Raises:
        NotPossible: when it is under way or settled already, or nothing was typed.
    """
    said = [text.strip() for text in texts if text.strip()]
    if bericht.dossier and (bsn := bericht.dossier.inburgeringsplichtige.bsn):
        said = [text.replace(bsn, "…") for text in said]
    if not said:
        raise NotPossible("Neem over wat DUO als reden gaf.")
    if any(len(text) > TEXT for text in said):
        raise NotPossible(f"Een reden van DUO heeft ten hoogste {TEXT} tekens. Neem elke reden apart over.")
    bericht = _waiting(bericht)
    bericht.met_de_hand_by = by
    _keep(bericht, Poging.Uitkomst.GEWEIGERD, said)
    settle_refused(bericht, said, at=timezone.now(), by=by)


def retry_now(bericht: Bericht, by: Any) -> None:
    """Send a stuck message again, or one that waits for its hour, now.

    Raises:
        NotPossible: when it is under way or settled already.
    """
    bericht = _waiting(bericht)
    bericht.status, bericht.next_attempt_at = Status.KLAAR, timezone.now()
    bericht.afgehandeld_at, bericht.foutteksten = None, []
    bericht.version += 1
    bericht.save()
    for taak in Taak.objects.filter(bericht=bericht, status=Taak.Status.OPEN):
        drop_taak(taak, hoe="Het bericht wordt opnieuw verstuurd.")
    if bericht.dossier is not None:
        sentence = f"Opnieuw naar DUO: {bericht.omschrijving}"
        publish(Event("BerichtRetried", bericht.dossier, by, sentence, data={"bericht": bericht.pk}))


def give_number(contactpersoon: Contactpersoon, number: int, *, by: Any) -> None:
    """Record the number that a contactpersoon has at DUO; what waited for it goes.

    Raises:
        NotPossible: when DUO cannot have such a number.
    """
    if not 1 <= number <= HIGHEST_NUMBER:
        raise NotPossible(f"Een nummer van DUO is een getal van 1 tot en met {HIGHEST_NUMBER}.")
    contactpersoon.duo_id = number
    contactpersoon.version += 1
    contactpersoon._history_user = by
    contactpersoon.save()
    asked = Taak.objects.filter(
        gemeente_id=contactpersoon.gemeente_id,
        onderwerp=contactpersoon_onderwerp(contactpersoon.pk),
        status=Taak.Status.OPEN,
    )
    for taak in asked:
        drop_taak(taak, hoe="Het nummer is ingevuld.")


def make_unsent_ready(gemeente: Gemeente) -> int:
    """Let everything that waits go by the interface, when a gemeente switches from by hand to it.

    What was marked by hand stays as it is. A contactpersoon who was made known by hand has no number here:
    a task asks for it, and what is about her waits.

    Returns:
        How many messages stand ready.
    """
    DUOAansluiting.objects.select_for_update().filter(gemeente=gemeente).first()
    ready = Bericht.objects.filter(gemeente=gemeente, status=Status.KLAAR)
    for bericht in ready.filter(soort__in=NEEDS_NUMBER):
        _ask_number(bericht)
    return ready.update(next_attempt_at=timezone.now())


def _ask_number(bericht: Bericht) -> None:
    contactpersoon = contactpersoon_of(bericht)
    if contactpersoon is None or contactpersoon.duo_id or bericht.gegevens["pad"].get("id"):
        return
    coming = Bericht.objects.filter(
        gemeente_id=bericht.gemeente_id,
        onderwerp=bericht.onderwerp,
        soort=Bericht.Soort.CONTACTPERSOON_MAKEN,
        status__in=[Status.KLAAR, Status.BEZIG],
    )
    asked = Taak.objects.filter(
        gemeente_id=bericht.gemeente_id, onderwerp=bericht.onderwerp, status=Taak.Status.OPEN
    )
    if not coming.exists() and not asked.exists():
        make_taak(
            None,
            "contactpersoon",
            titel=f"Vul het nummer in dat {contactpersoon.naam} bij DUO heeft",
            uitleg="Deze contactpersoon is met de hand aangemeld. Zonder het nummer van DUO kan Meedoen "
            "niets over deze contactpersoon versturen.",
            waar="contactpersonen",
            within_days=7,
            rol=Rol.TEAMLEIDER,
            onderwerp=bericht.onderwerp,
            gemeente_id=bericht.gemeente_id,
        )


def _waiting(bericht: Bericht) -> Bericht:
    bericht = Bericht.objects.select_for_update().get(pk=bericht.pk)
    if bericht.status == Status.BEZIG:
        raise NotPossible("Dit bericht is net onderweg naar DUO. Kijk over een minuut nog eens.")
    if bericht.status not in WAITING:
        raise NotPossible("Dit bericht is al afgehandeld.")
    if Bericht.objects.filter(vervangt=bericht).exists():
        raise NotPossible("Voor dit bericht is al een verbeterd bericht klaargezet.")
    return bericht


def _moment(on: date, made_at: datetime) -> datetime:
    """Return a moment on a day: the end of that day, or now when that is earlier."""
    end = timezone.make_aware(datetime.combine(on, time(23, 59)))
    return max(min(end, timezone.now()), made_at)


def _keep(bericht: Bericht, uitkomst: str, texts: Sequence[str]) -> None:
    Poging.objects.create(
        gemeente_id=bericht.gemeente_id, bericht=bericht, uitkomst=uitkomst, foutteksten=list(texts)
    )
