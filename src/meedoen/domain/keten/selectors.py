"""Questions about what others told us."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier

from .models import Aanlevering, Bron


@dataclass
class Told:
    """What a source told last about a person, field by field, and the latest day for which it told."""

    facts: dict[str, Any] = field(default_factory=dict)
    on: date | None = None


def told_by(dossiers: Iterable[Dossier], bron: str = Bron.IMPORT) -> dict[int, Told]:
    """Return what a source told last about each dossier, by dossier id.

    A later delivery that is silent about a field leaves what was told before.
    """
    told: dict[int, Told] = {}
    rows = (
        Aanlevering.objects.filter(dossier__in=list(dossiers), bron=bron)
        .order_by("told_on", "registered_at", "id")
        .values_list("dossier_id", "told_on", "gegevens")
    )
    for dossier_id, told_on, facts in rows:
        known = told.setdefault(dossier_id, Told())
        known.facts.update(facts)
        known.on = told_on
    return told


def deliveries(dossier: Dossier) -> list[Aanlevering]:
    """Return what sources told about a dossier, the newest first."""
    return list(Aanlevering.objects.filter(dossier=dossier))
