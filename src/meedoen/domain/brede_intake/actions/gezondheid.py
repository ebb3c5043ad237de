"""Health: sealed, and only as far as the plan needs it."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish

from ..models import Gezondheid
from .intake import begin_intake


def save_gezondheid(health: Gezondheid, *, by: Any, on: date) -> None:
    """Save what was written about health; the logbook says that it was talked over, never what.

    Args:
        health: with the new values and the next version, not yet saved.
        on: today.

    Raises:
        NotPossible: when the day of the talk lies in the future, or the intake was completed.
    """
    if health.besproken_on and health.besproken_on > on:
        raise NotPossible("De dag van het gesprek ligt in de toekomst.")
    begin_intake(health.dossier, by=by, on=health.besproken_on or on)
    before = Gezondheid.objects.filter(pk=health.pk).values_list("besproken_on", flat=True).first()
    health._history_user = by
    health.save()
    if health.besproken_on and health.besproken_on != before:
        publish(Event("GezondheidBesproken", health.dossier, by, "De gezondheid is besproken."))
