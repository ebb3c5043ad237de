"""Finding a person: by parts of the name in any spelling, or by BSN or V-nummer without ever storing it."""

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from meedoen.domain.regio.secrecy import blind_index

from .models import Dossier, Inburgeringsplichtige
from .search import fold

NUMBER_HAS = 8
"""From this many digits on a text is taken for a BSN or V-nummer."""

_DATE = re.compile(r"\s*\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}\s*|\s*\d{4}-\d{2}-\d{2}\s*")


def number_in(text: str) -> str:
    """Return the digits of a BSN or V-nummer in a text, or an empty text when it holds none."""
    if _DATE.fullmatch(text):
        return ""
    digits = re.sub(r"\D", "", text)
    return digits if len(digits) >= NUMBER_HAS and digits.isascii() else ""


def find(text: str, gemeente_ids: Iterable[int]) -> QuerySet[Dossier]:
    """Return the dossiers of whom a text names, in these gemeenten.

    Args:
        text: parts of a name in any order and spelling, a BSN or a V-nummer.
        gemeente_ids: where to look; never outside the tenant scope.
    """
    gemeente_ids = list(gemeente_ids)
    number = number_in(text)
    # A number names a few people: asked first, so that the dossiers are found by index.
    people = list(by_number(number, gemeente_ids)) if number else by_name(text, gemeente_ids)
    return Dossier.objects.filter(inburgeringsplichtige__in=people, gemeente_id__in=gemeente_ids)


def by_name(text: str, gemeente_ids: Iterable[int]) -> QuerySet[Inburgeringsplichtige]:
    """Return the people in whose name each part of a text occurs; an empty text finds nobody.

    Meant as a subquery: it reads only the index of gemeente and search spelling, so
    that no person is opened to see that her name is another.
    """
    if not (parts := fold(text).split()):
        return Inburgeringsplichtige.objects.none()
    people = Inburgeringsplichtige.objects.filter(gemeente_id__in=list(gemeente_ids))
    for part in parts:
        people = people.filter(zoeknaam__contains=part)
    return people.values("pk")


def by_number(number: str, gemeente_ids: Iterable[int]) -> QuerySet[Inburgeringsplichtige]:
    """Return the people with this BSN or V-nummer, by its blind index.

    A BSN may have lost the zero in front; each gemeente has an index of its own.
    """
    condition = Q(pk__in=[])
    for gemeente_id in gemeente_ids:
        spellings = {number, number.zfill(9)}
        bsn = [blind_index(one, gemeente_id=gemeente_id, field="bsn") for one in spellings]
        v_nummer = blind_index(number, gemeente_id=gemeente_id, field="v_nummer")
        # The gemeente stands beside each index: both lead the index of the database.
        condition |= Q(gemeente_id=gemeente_id, bsn_index__in=bsn)
        condition |= Q(gemeente_id=gemeente_id, v_nummer_index=v_nummer)
    return Inburgeringsplichtige.objects.filter(condition).values_list("pk", flat=True)
