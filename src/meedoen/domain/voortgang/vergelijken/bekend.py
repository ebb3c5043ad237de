"""What we know of a person on the fields that DUO knows too, for many dossiers in a few queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localtime

from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import pip_in_force
from meedoen.domain.pip.models import PIP

from ..models import GevolgdeUren, Resultaat


@dataclass
class Bekend:
    """One dossier with what is registered beside it; the latest registration of each kind."""

    dossier: Dossier
    toets: Leerbaarheidstoets | None = None
    uren: dict[str, GevolgdeUren] = field(default_factory=dict)
    resultaten: dict[str, Resultaat] = field(default_factory=dict)

    @property
    def pip(self) -> PIP | None:
        """The PIP that holds now."""
        return pip_in_force(self.dossier)


def bekend(dossiers: QuerySet[Dossier]) -> list[Bekend]:
    """Return what is known of these dossiers, in five queries for any number."""
    found = list(dossiers.select_related("gemeente").prefetch_related("pips"))
    ids = [dossier.pk for dossier in found]
    toetsen = {toets.dossier_id: toets for toets in Leerbaarheidstoets.objects.filter(dossier_id__in=ids)}
    uren = _latest(GevolgdeUren.objects.filter(dossier_id__in=ids), "soort")
    resultaten = _latest(Resultaat.objects.filter(dossier_id__in=ids), "onderdeel")
    return [
        Bekend(dossier, toetsen.get(dossier.pk), uren[dossier.pk], resultaten[dossier.pk])
        for dossier in found
    ]


def _latest(rows: Iterable, kind: str) -> dict[int, dict]:
    """Return dossier → kind → its latest row; rows come newest first."""
    found: dict[int, dict] = defaultdict(dict)
    for row in rows:
        found[row.dossier_id].setdefault(getattr(row, kind), row)
    return found


Ours = Callable[[Bekend, date], tuple[str, "date | None"]]
"""Reads what we know, and since which day when the registration says so."""


def of_dossier(name: str) -> Ours:
    """Return a field of the dossier; since when, its history tells."""

    def ours(known: Bekend, on: date) -> tuple[str, date | None]:
        value = getattr(known.dossier, name)
        return value.isoformat() if isinstance(value, date) else value or "", None

    return ours


def our_pip(name: str) -> Ours:
    """Return a part of the PIP that holds now, since its dagtekening."""

    def ours(known: Bekend, on: date) -> tuple[str, date | None]:
        if known.pip is None:
            return "", None
        value = getattr(known.pip, name)
        return value.isoformat() if isinstance(value, date) else value or "", known.pip.dagtekening_on

    return ours


def our_uren(soort: str) -> Ours:
    """Return the latest total of hours, and the day up to which it was counted."""

    def ours(known: Bekend, on: date) -> tuple[str, date | None]:
        row = known.uren.get(soort)
        return (str(row.uren), row.tot_en_met_on) if row else ("", None)

    return ours


def our_resultaat(onderdeel: str) -> Ours:
    """Return the date that closes PVT or MAP, and the day on which it was registered."""

    def ours(known: Bekend, on: date) -> tuple[str, date | None]:
        row = known.resultaten.get(onderdeel)
        if row is None:
            return "", None
        return (row.datum_on.isoformat() if row.datum_on else ""), localtime(row.at).date()

    return ours


def our_uitslag(known: Bekend, on: date) -> tuple[str, date | None]:
    """The result of the leerbaarheidstoets, since the day on which it was taken."""
    return (known.toets.resultaat, known.toets.afgenomen_on) if known.toets else ("", None)
