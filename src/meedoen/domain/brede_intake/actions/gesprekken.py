"""The conversations of the intake: as many as needed."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish

from ..models import Intakegesprek
from .intake import begin_intake


def record_gesprek(gesprek: Intakegesprek, *, by: Any, on: date) -> Intakegesprek:
    """Record a conversation; the first begins the intake on its day.

    Args:
        gesprek: with its dossier and what was filled in, not yet saved.
        by: who held it.
        on: today.

    Raises:
        NotPossible: when it lies in the future, or the intake was completed.
    """
    _refuse_future(gesprek, on)
    begin_intake(gesprek.dossier, by=by, on=gesprek.gevoerd_on)
    gesprek.by = by
    gesprek._history_user = by
    gesprek.save()
    sentence = f"Intakegesprek gevoerd: {gesprek.get_plaats_display().lower()}."
    publish(Event("IntakegesprekVastgelegd", gesprek.dossier, by, sentence, data={"gesprek": gesprek.pk}))
    return gesprek


def change_gesprek(gesprek: Intakegesprek, *, by: Any, on: date) -> None:
    """Save a changed conversation, with the next version.

    Raises:
        NotPossible: when it lies in the future, or the intake was completed.
    """
    _refuse_future(gesprek, on)
    begin_intake(gesprek.dossier, by=by, on=gesprek.gevoerd_on)
    gesprek._history_user = by
    gesprek.save()
    publish(
        Event(
            "IntakegesprekGewijzigd", gesprek.dossier, by, "Een verslag van een intakegesprek is gewijzigd."
        )
    )


def _refuse_future(gesprek: Intakegesprek, on: date) -> None:
    if gesprek.gevoerd_on > on:
        raise NotPossible("Dit gesprek ligt in de toekomst. Leg het vast als het is geweest.")
