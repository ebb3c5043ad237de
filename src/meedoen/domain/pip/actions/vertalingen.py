"""Checked translations of the free texts of a PIP; the Dutch text stays the legal one."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible

from ..models import PIP, Vertaling
from ..selectors import free_texts, text_hash


def save_vertaling(
    pip: PIP,
    *,
    veld: str,
    taal: str,
    tekst: str,
    gecontroleerd_by: str,
    gecontroleerd_on: date | None,
    by: Any,
    on: date,
) -> Vertaling | None:
    """Keep the translation of one text as it stands now; empty takes the translation away.

    Only a translation that somebody checked is printed. A person may save it unchecked.

    Raises:
        NotPossible: when the text does not exist, or checker and day do not go together.
    """
    source = next((text for text in free_texts(pip) if text.veld == veld), None)
    if source is None:
        raise NotPossible("Deze tekst staat niet (meer) in het PIP.")
    found = Vertaling.objects.select_for_update().filter(pip=pip, veld=veld, taal=taal).first()
    if not tekst.strip():
        if found is not None:
            found._history_user = by
            found.delete()
        return None
    if bool(gecontroleerd_by.strip()) != (gecontroleerd_on is not None):
        raise NotPossible("Vul zowel in wie de vertaling controleerde als wanneer.")
    if gecontroleerd_on is not None and gecontroleerd_on > on:
        raise NotPossible("De dag van de controle ligt in de toekomst.")
    vertaling = found or Vertaling(gemeente_id=pip.gemeente_id, pip=pip, veld=veld, taal=taal)
    vertaling.tekst, vertaling.bron_sha256 = tekst.strip(), text_hash(source.tekst)
    vertaling.gecontroleerd_by, vertaling.gecontroleerd_on = gecontroleerd_by.strip()[:120], gecontroleerd_on
    vertaling.version += 0 if found is None else 1
    vertaling._history_user = by
    vertaling.save()
    return vertaling
