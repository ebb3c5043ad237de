"""Recording what else happened, from which an attention signal follows."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish

from ..models import Attentie


def change_attentie(attentie: Attentie, *, changed: Iterable[str], by: Any, on: date) -> Attentie:
    """Save what happened; the signals of the dossier follow at once.

    Args:
        attentie: with the new values and the next version, not yet saved.
        changed: Dutch labels of what changed; the values stay out of the logbook.
        on: today.

    Raises:
        NotPossible: when the dossier is closed.
    """
    dossier = attentie.dossier
    if dossier.afgesloten_on is not None and dossier.afgesloten_on <= on:
        raise NotPossible("Dit dossier is afgesloten. Heropen het eerst.")
    attentie._history_user = by
    attentie.save()
    sentence = f"Bijzonderheden vastgelegd: {', '.join(changed) or 'niets gewijzigd'}."
    publish(Event("AttentieChanged", dossier, by, sentence))
    return attentie
