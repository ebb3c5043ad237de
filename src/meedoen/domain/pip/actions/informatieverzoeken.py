"""Information of a third party without which the PIP cannot be made (Bi art. 5.3 lid 2)."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.law.kernel.dutch import in_dutch

from ..facts import is_real_text
from ..models import Informatieverzoek


def request_information(
    dossier: Dossier, *, wat: str, van_wie: str, waarom_nodig: str, gevraagd_on: date, by: Any, on: date
) -> Informatieverzoek:
    """Record that information was asked, and why the PIP cannot reasonably be made without it.

    Raises:
        NotPossible: without what, from whom and a real reason, or for a day in the future.
    """
    if not wat.strip() or not van_wie.strip():
        raise NotPossible("Vul in welke informatie u vroeg en van wie.")
    if not is_real_text(waarom_nodig):
        raise NotPossible("Schrijf met minstens 30 tekens waarom het PIP niet zonder deze informatie kan.")
    if gevraagd_on > on:
        raise NotPossible("De dag van de vraag ligt in de toekomst.")
    verzoek = Informatieverzoek(
        gemeente_id=dossier.gemeente_id, dossier=dossier, gevraagd_on=gevraagd_on, by=by
    )
    verzoek.wat, verzoek.van_wie = wat.strip()[:300], van_wie.strip()[:200]
    verzoek.waarom_nodig = waarom_nodig.strip()
    verzoek._history_user = by
    verzoek.save()
    sentence = f"Op {in_dutch(gevraagd_on)} is informatie gevraagd van een derde die voor het PIP nodig is."
    publish(Event("InformationRequested", dossier, by, sentence, data={"informatieverzoek": verzoek.pk}))
    return verzoek


def receive_information(verzoek: Informatieverzoek, *, ontvangen_on: date, by: Any, on: date) -> None:
    """Record that the information came in: two weeks are left for the PIP, if its term passes before.

    Raises:
        NotPossible: when it was received already, or the day cannot be.
    """
    verzoek.refresh_from_db()
    if verzoek.ontvangen_on is not None:
        raise NotPossible("Deze informatie is al ontvangen.")
    if ontvangen_on > on:
        raise NotPossible("De dag van ontvangst ligt in de toekomst.")
    if ontvangen_on < verzoek.gevraagd_on:
        raise NotPossible("De ontvangst kan niet voor de vraag liggen.")
    verzoek.ontvangen_on = ontvangen_on
    verzoek.version += 1
    verzoek._history_user = by
    verzoek.save()
    sentence = f"De informatie van een derde is op {in_dutch(ontvangen_on)} ontvangen."
    publish(
        Event("InformationReceived", verzoek.dossier, by, sentence, data={"informatieverzoek": verzoek.pk})
    )
