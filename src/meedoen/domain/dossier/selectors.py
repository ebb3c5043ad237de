"""Questions about dossiers and the people in them."""

from datetime import date

from django.db.models import Q

from meedoen.domain.regio.secrecy import blind_index

from .models import Dossier, Inburgeringsplichtige
from .search import fold


def age(persoon: Inburgeringsplichtige, on: date) -> int | None:
    """Return the age in whole years on a day; None when the date of birth is not known."""
    born = persoon.geboortedatum
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def household_members(persoon: Inburgeringsplichtige) -> list[Inburgeringsplichtige]:
    """Return the others of the household, as far as the running work may see them, eldest first."""
    if persoon.huishouden_id is None:
        return []
    others = Inburgeringsplichtige.objects.filter(
        gemeente_id=persoon.gemeente_id, huishouden_id=persoon.huishouden_id, dossier__isnull=False
    )
    return list(others.exclude(pk=persoon.pk).select_related("dossier").order_by("geboortedatum", "id"))


def same_person(
    gemeente_id: int, *, naam: str, geboortedatum: date | None, bsn: str = "", v_nummer: str = ""
) -> tuple[list[Dossier], list[Dossier]]:
    """Return the dossiers of who is, and of who may be, this person in one gemeente.

    Returns:
        those with the same BSN or V-nummer, and those with only the same folded name
        and date of birth. Never merged silently: a person decides about the second.
    """
    people = Dossier.objects.filter(gemeente_id=gemeente_id).select_related(
        "inburgeringsplichtige", "klantmanager"
    )
    numbers = Q(pk__in=[])
    if bsn:
        index = blind_index(bsn, gemeente_id=gemeente_id, field="bsn")
        numbers |= Q(inburgeringsplichtige__bsn_index=index)
    if v_nummer:
        index = blind_index(v_nummer, gemeente_id=gemeente_id, field="v_nummer")
        numbers |= Q(inburgeringsplichtige__v_nummer_index=index)
    same = list(people.filter(numbers)[:10])
    alike: list[Dossier] = []
    if geboortedatum is not None:
        named = people.filter(
            inburgeringsplichtige__zoeknaam=fold(naam)[:300],
            inburgeringsplichtige__geboortedatum=geboortedatum,
        )
        alike = list(named.exclude(pk__in=[dossier.pk for dossier in same])[:10])
    return same, alike
