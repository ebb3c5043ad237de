"""Questions about dossiers and the people in them."""

from datetime import date

from .models import Inburgeringsplichtige


def age(persoon: Inburgeringsplichtige, on: date) -> int | None:
    """Return the age in whole years on a day; None when the date of birth is not known."""
    born = persoon.geboortedatum
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
