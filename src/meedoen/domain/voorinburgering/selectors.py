"""Questions about the time in the AZC, and about what a source told beside what we know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.timezone import localtime

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Aanlevering, Bron

from .models import Beperking, Overdrachtspunt, Voorinburgering
from .velden import VELDEN, Veld


@dataclass(frozen=True)
class Naast:
    """One field: what we have since when, and what the source told for which day.

    Attributes:
        ours, theirs: Python values of the column; "" and None are nothing.
        label_ours, label_theirs: the same as a person reads it, when the column has a closed list.
        verschilt: whether the source told something else than we have.
    """

    veld: Veld
    ours: Any
    ours_on: date | None
    theirs: Any
    theirs_on: date
    label_ours: str
    label_theirs: str

    @property
    def verschilt(self) -> bool:
        """Whether the source told something else than we have."""
        return self.ours != self.theirs


@dataclass(frozen=True)
class Punt:
    """One point of the warm handover as a page shows it; `row` is None while nobody worked on it."""

    code: str
    label: str
    row: Overdrachtspunt | None

    @property
    def stand(self) -> str:
        """Where it stands."""
        return self.row.stand if self.row else Overdrachtspunt.Stand.OPEN

    @property
    def open(self) -> bool:
        """Whether it must still be done."""
        return self.stand == Overdrachtspunt.Stand.OPEN


def told_fields(dossier: Dossier, bron: str) -> dict[str, tuple[Any, date]]:
    """Return what a source told last of each field, with the day for which it told; JSON values.

    A later delivery that is silent about a field leaves what was told before.
    """
    told: dict[str, tuple[Any, date]] = {}
    rows = Aanlevering.objects.filter(dossier=dossier, bron=bron).order_by("told_on", "registered_at", "id")
    for row in rows:
        for code, value in row.gegevens.items():
            told[code] = (value, row.told_on)
    return told


def last_told(dossier: Dossier, bron: str) -> Aanlevering | None:
    """Return the last delivery of a source; None when it never told anything."""
    rows = Aanlevering.objects.filter(dossier=dossier, bron=bron)
    return rows.order_by("-told_on", "-registered_at", "-id").first()


def rows_of(dossier: Dossier) -> dict[str, Any]:
    """Return the rows that keep facts, by `Veld.plek`; the voorinburgering unsaved when there is none."""
    azc = getattr(dossier, "voorinburgering", None)
    return {
        "persoon": dossier.inburgeringsplichtige,
        "dossier": dossier,
        "voorinburgering": azc
        or Voorinburgering(gemeente_id=dossier.gemeente_id, dossier=dossier, version=0),
    }


def beside(dossier: Dossier, bron: str) -> list[Naast]:
    """Return each field that a source told beside what we have, with both dates; order of the table."""
    told = told_fields(dossier, bron)
    if bron == Bron.BRP:
        # A question to the BRP answers every field: what it does not tell any more is not told.
        last = last_told(dossier, bron)
        told = {code: told[code] for code in last.gegevens} if last else {}
    rows = rows_of(dossier)
    since = _since(rows.values(), [veld for veld in VELDEN[bron] if veld.code in told])
    found = []
    for veld in VELDEN[bron]:
        if veld.code not in told or told[veld.code][0] in (None, ""):
            continue
        row = rows[veld.plek]
        column = row._meta.get_field(veld.naam)
        ours, theirs = getattr(row, veld.naam), column.to_python(told[veld.code][0])
        found.append(
            Naast(
                veld,
                ours,
                since.get((veld.plek, veld.naam)),
                theirs,
                told[veld.code][1],
                _label(column, ours),
                _label(column, theirs),
            )
        )
    return found


def differences(dossier: Dossier, bron: str) -> list[Naast]:
    """Return the fields of which a source told something else than we have."""
    return [pair for pair in beside(dossier, bron) if pair.verschilt]


def points(dossier: Dossier) -> list[Punt]:
    """Return every point of the warm handover, in the order of the work."""
    rows = {row.punt: row for row in dossier.overdrachtspunten.select_related("by")}
    return [Punt(punt.value, punt.label, rows.get(punt.value)) for punt in Overdrachtspunt.Punt]


def has_azc_story(dossier: Dossier) -> bool:
    """Return whether there is something to show of the AZC: lives there, or COA told, or we kept."""
    if dossier.inburgeringsplichtige.coa_locatie:
        return True
    kept = Voorinburgering.objects.filter(dossier=dossier).exists()
    return kept or Aanlevering.objects.filter(dossier=dossier, bron=Bron.COA).exists()


def limitations(dossier: Dossier) -> list[Beperking]:
    """Return what COA told about health, the newest first; only for who may see health."""
    return list(Beperking.objects.filter(dossier=dossier))


def _label(column: models.Field, value: Any) -> str:
    if value in (None, ""):
        return ""
    return str(dict(column.flatchoices).get(value, "")) if column.flatchoices else ""


def _since(rows: Iterable[Any], velden: Iterable[Veld]) -> dict[tuple[str, str], date]:
    """Return since when each column has its value, from the history of the rows; two or three queries."""
    wanted: dict[str, list[str]] = {}
    for veld in velden:
        wanted.setdefault(veld.plek, []).append(veld.naam)
    found = {}
    for row in rows:
        plek = _PLEK[type(row).__name__]
        if plek not in wanted or row.pk is None:
            continue
        columns = [row._meta.get_field(naam).attname for naam in wanted[plek]]
        past = list(row.history.order_by("-history_date", "-history_id").values("history_date", *columns))
        for naam, column in zip(wanted[plek], columns, strict=True):
            day = None
            for line in past:
                if line[column] != getattr(row, column):
                    break
                day = localtime(line["history_date"]).date()
            if day is not None:
                found[(plek, naam)] = day
    return found


_PLEK = {"Inburgeringsplichtige": "persoon", "Dossier": "dossier", "Voorinburgering": "voorinburgering"}
