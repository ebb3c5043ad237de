"""Finding a person: by parts of the name in any spelling, or by BSN or V-nummer without ever storing it."""

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from meedoen.domain.regio.secrecy import blind_index

from .models import Dossier
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
    asked = by_number(number, gemeente_ids) if (number := number_in(text)) else by_name(text)
    return Dossier.objects.filter(asked, gemeente_id__in=gemeente_ids)


def by_name(text: str, prefix: str = "") -> Q:
    """Return the condition that each part of a name occurs; an empty text finds nobody.

    Args:
        text: what was typed.
        prefix: path from the rows that are asked to the dossier, such as ``dossier__``.
    """
    parts = fold(text).split()
    if not parts:
        return Q(pk__in=[])
    condition = Q()
    for part in parts:
        condition &= Q(**{f"{prefix}inburgeringsplichtige__zoeknaam__contains": part})
    return condition


def by_number(number: str, gemeente_ids: Iterable[int]) -> Q:
    """Return the condition that a person has this BSN or V-nummer, by its blind index.

    A BSN may have lost the zero in front; each gemeente has an index of its own.
    """
    condition = Q(pk__in=[])
    for gemeente_id in gemeente_ids:
        spellings = {number, number.zfill(9)}
        bsn = [blind_index(one, gemeente_id=gemeente_id, field="bsn") for one in spellings]
        v_nummer = blind_index(number, gemeente_id=gemeente_id, field="v_nummer")
        person = Q(inburgeringsplichtige__bsn_index__in=bsn) | Q(
            inburgeringsplichtige__v_nummer_index=v_nummer
        )
        condition |= Q(gemeente_id=gemeente_id) & person
    return condition
