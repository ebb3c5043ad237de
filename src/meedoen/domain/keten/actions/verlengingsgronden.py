"""Keeping the list of grounds on which DUO extends a termijn, as DUO gives it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ..models import Verlengingsgrond


def keep_verlengingsgronden(rows: Iterable[Mapping[str, Any]], *, on: date) -> int:
    """Keep the grounds that DUO lists, by their code; returns how many.

    A ground that is not on the list any more stays: an earlier termijn can name it.

    Args:
        rows: as published.
        on: the day of the list.
    """
    made = [
        Verlengingsgrond(code=row["code"], omschrijving=row["omschrijving"], gezien_on=on) for row in rows
    ]
    Verlengingsgrond.objects.bulk_create(
        made, update_conflicts=True, unique_fields=["code"], update_fields=["omschrijving", "gezien_on"]
    )
    return len(made)
