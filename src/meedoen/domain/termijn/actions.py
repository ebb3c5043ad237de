"""Reckoning the next step of dossiers from their facts."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from meedoen.domain.dossier.models import Dossier

from .derived import IMPOSSIBLE, Derived, derive, standing_of, teams_of
from .facts import with_parts
from .models import Werkpunt
from .night import reckon_all, write_rows
from .taken import taken_of

__all__ = ["IMPOSSIBLE", "reckon", "reckon_all"]

CHUNK = 500


def reckon(dossier_ids: Iterable[int], *, on: date) -> int:
    """Compute the next step of these dossiers and keep it, in the running transaction.

    Args:
        dossier_ids: any number, within the tenant scope; a few queries for each 500.
        on: the day for which the law is asked.

    Returns:
        how many dossiers were reckoned.
    """
    done = 0
    ids = iter(dossier_ids)
    while chunk := list(islice(ids, CHUNK)):
        dossiers = with_parts(Dossier.objects.filter(pk__in=chunk))
        teams = teams_of(dossiers, on)
        taken = taken_of(chunk)
        rows = {
            dossier.pk: derive(dossier, standing_of(dossier, on, teams), on, taken.get(dossier.pk))
            for dossier in dossiers
        }
        _keep(rows, on)
        done += len(rows)
    return done


def _keep(rows: dict[int, Derived], on: date) -> None:
    """Write the rows that say something else than what is kept; most say the same the next day."""
    kept = {
        pk: tuple(values)
        for pk, *values in Werkpunt.objects.filter(dossier_id__in=rows).values_list(
            "dossier_id", *Derived._fields
        )
    }
    same = [pk for pk, values in rows.items() if kept.get(pk) == values]
    Werkpunt.objects.filter(dossier_id__in=same).update(reckoned_on=on)
    changed = {pk: values for pk, values in rows.items() if kept.get(pk) != values}
    if changed:
        write_rows(changed, on)
