"""Keeping the list of schools as DUO gives it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ..models import Instelling

FIELDS = {
    "naam": "naam",
    "postcode": "postcode",
    "huisnummer": "huisnummer",
    "huisnummertoevoeging": "huisnummertoevoeging",
    "plaatsnaam": "plaatsnaam",
    "bow": "bow",
    "brin": "brin",
    "indicatieBowKeurmerk": "bow_keurmerk",
    "indicatieTstKeurmerk": "tst_keurmerk",
}
"""Published name → field."""


def keep_instellingen(rows: Iterable[Mapping[str, Any]], *, on: date) -> int:
    """Keep the schools that DUO lists, by their number; returns how many.

    A school that is not on the list any more stays, with the day on which it last was.

    Args:
        rows: as published.
        on: the day of the list.
    """
    made = [
        Instelling(
            instellingsnummer=row["instellingsnummer"],
            gezien_on=on,
            **{field: row[name] for name, field in FIELDS.items() if row.get(name) is not None},
        )
        for row in rows
    ]
    Instelling.objects.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=["instellingsnummer"],
        update_fields=[*FIELDS.values(), "gezien_on"],
    )
    return len(made)
