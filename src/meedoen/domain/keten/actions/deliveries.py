"""Keeping what others tell us, as they told it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier

from ..models import Aanlevering, Bron


def keep_deliveries(
    deliveries: Iterable[tuple[Dossier, dict[str, Any]]], *, bron: Bron, told_on: date, kenmerk: str
) -> list[Aanlevering]:
    """Write what a source told about many dossiers.

    Args:
        deliveries: dossier and the facts told, JSON values; no BSN, V-nummer or health.
        bron: who told it.
        told_on: the day for which it was told.
        kenmerk: where to find the original, such as the name of a file.
    """
    return Aanlevering.objects.bulk_create(
        [
            Aanlevering(
                gemeente_id=dossier.gemeente_id,
                dossier=dossier,
                bron=bron,
                told_on=told_on,
                kenmerk=kenmerk[:120],
                gegevens=facts,
            )
            for dossier, facts in deliveries
        ],
        batch_size=500,
    )
