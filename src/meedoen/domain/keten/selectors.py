"""Questions about what others told us."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F

from meedoen.domain.dossier.models import Dossier

from .models import Aanlevering, Bron, DUOAansluiting, Taak, Verlengingsgrond


@dataclass
class Told:
    """What a source told last about a person, field by field, each with its day, and the latest day."""

    facts: dict[str, Any] = field(default_factory=dict)
    on: date | None = None
    fact_on: dict[str, date] = field(default_factory=dict)


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
        known.fact_on.update(dict.fromkeys(facts, told_on))
    return told


def open_taken(dossier: Dossier) -> list[Taak]:
    """Return what must still be done in a dossier because of what was told, the most urgent first."""
    return list(
        Taak.objects.filter(dossier=dossier, status=Taak.Status.OPEN).order_by(
            F("due_on").asc(nulls_last=True), "id"
        )
    )


def aansluiting_of(gemeente_id: int) -> DUOAansluiting:
    """Return how a gemeente exchanges with DUO; without a row that is by hand (not saved)."""
    found = DUOAansluiting.objects.filter(gemeente_id=gemeente_id).first()
    return found or DUOAansluiting(gemeente_id=gemeente_id)


def verlengingsgrond_in_words(code: str) -> str:
    """Return what DUO calls a ground for an extension; empty when its list does not have the code."""
    found = Verlengingsgrond.objects.filter(code=code).values_list("omschrijving", flat=True).first()
    return found or ""


def connected_gemeenten() -> dict[int, DUOAansluiting]:
    """Return the gemeenten that exchange by the interface, by id."""
    rows = DUOAansluiting.objects.filter(manier=DUOAansluiting.Manier.M2M).exclude(oin="")
    return {row.gemeente_id: row for row in rows}
