"""Finding differences: new ones are kept, those that went away end by themselves, nothing is overwritten."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions import drop_taak, make_taak
from meedoen.domain.keten.models import Taak, Vergelijking, Verschil

from .selectors import Regel, beside_many, our_day

CHUNK = 500
TAAK = "verschil"
DAYS = 14
"""Until when a contradiction should be resolved: our own choice, the law sets no term."""


@dataclass
class Found:
    """What one comparison did: how many dossiers, new and vanished differences, and open ones by field."""

    dossiers: int = 0
    new: int = 0
    gone: int = 0
    open: int = 0
    by_field: Counter[str] = field(default_factory=Counter)


def compare_dossiers(dossier_ids: Iterable[int], *, on: date) -> Found:
    """Compare these dossiers with what DUO told last, and keep what differs.

    A difference that a person settled in our favour stays settled as long as both say
    the same as then. A contradiction (both say something) makes one task in the
    dossier; what only DUO knows waits on the page of differences.
    """
    found, ids = Found(), sorted(set(dossier_ids))
    for start in range(0, len(ids), CHUNK):
        _compare(ids[start : start + CHUNK], on, found)
    return found


def compare_gemeente(gemeente_id: int, *, on: date, asked: int = 0, failed: int = 0) -> Vergelijking:
    """Compare every open dossier of a gemeente, and keep the report of that day.

    Args:
        asked: how many questions DUO was asked for it.
        failed: how many persons DUO could not be asked about.
    """
    begun = timezone.now()
    ids = Dossier.objects.filter(gemeente_id=gemeente_id, afgesloten_on__isnull=True).values_list(
        "pk", flat=True
    )
    found = compare_dossiers(ids, on=on)
    report, _ = Vergelijking.objects.update_or_create(
        gemeente_id=gemeente_id,
        on=on,
        defaults={
            "begonnen_at": begun,
            "klaar_at": timezone.now(),
            "dossiers": found.dossiers,
            "gevraagd": asked,
            "niet_gelukt": failed,
            "nieuw": found.new,
            "weg": found.gone,
            "open": found.open,
            "per_veld": dict(found.by_field.most_common()),
        },
    )
    return report


def _compare(ids: list[int], on: date, found: Found) -> None:
    kept: dict[int, dict[str, Verschil]] = defaultdict(dict)
    settled: dict[int, dict[str, Verschil]] = defaultdict(dict)
    for row in Verschil.objects.filter(dossier_id__in=ids).order_by("id"):
        if row.status == Verschil.Status.OPEN:
            kept[row.dossier_id][row.veld] = row
        elif row.status == Verschil.Status.VAN_ONS:
            settled[row.dossier_id][row.veld] = row
    taken = {taak.dossier_id: taak for taak in _open_taken(ids)}
    for known, regels in beside_many(Dossier.objects.filter(pk__in=ids), on):
        pk = known.dossier.pk
        found.dossiers += 1
        differing = {
            regel.veld.code: regel
            for regel in regels
            if regel.differs and not _is_settled(settled[pk].get(regel.veld.code), regel)
        }
        _end_what_agrees(kept[pk], differing, found)
        for regel in differing.values():
            _keep(known.dossier, kept[pk].get(regel.veld.code), regel, on, found)
            found.open += 1
            found.by_field[regel.veld.code] += 1
        _keep_taak(known.dossier, taken.get(pk), differing, on)


def _is_settled(settled: Verschil | None, regel: Regel) -> bool:
    return settled is not None and (settled.van_ons, settled.van_duo) == (regel.ours, regel.theirs)


def _end_what_agrees(kept: dict[str, Verschil], differing: dict[str, Regel], found: Found) -> None:
    for code, row in kept.items():
        if code not in differing:
            row.status, row.opgelost_at = Verschil.Status.GELIJK, timezone.now()
            row.version += 1
            row.save()
            found.gone += 1


def _keep(dossier: Dossier, row: Verschil | None, regel: Regel, on: date, found: Found) -> None:
    ours_on = our_day(dossier, regel.veld.history) if regel.veld.history and regel.ours else regel.ours_on
    values = {
        "van_ons": regel.ours[:200],
        "van_ons_on": ours_on,
        "van_duo": regel.theirs[:200],
        "van_duo_on": regel.theirs_on,
    }
    if row is None:
        Verschil.objects.create(
            gemeente_id=dossier.gemeente_id, dossier=dossier, veld=regel.veld.code, found_on=on, **values
        )
        found.new += 1
    elif any(getattr(row, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(row, name, value)
        row.version += 1
        row.save()


def _keep_taak(dossier: Dossier, taak: Taak | None, differing: dict[str, Regel], on: date) -> None:
    contradictions = [regel for regel in differing.values() if regel.ours and regel.theirs]
    if contradictions:
        what = ", ".join(regel.veld.label for regel in contradictions)
        uitleg = f"Het gaat om: {what}."
        kept = make_taak(
            dossier,
            TAAK,
            titel="Kijk na wat bij DUO anders staat dan bij ons",
            uitleg=uitleg,
            waar="verschillen",
            within_days=DAYS,
            afgeleid=True,
        )
        if kept.uitleg != uitleg[:1000]:
            kept.uitleg, kept.version = uitleg[:1000], kept.version + 1
            kept.save(update_fields=["uitleg", "version"])
    elif taak is not None:
        drop_taak(taak, hoe="Alles is weer gelijk of opgelost.")


def end_taak(dossier: Dossier, hoe: str) -> None:
    """End the task about differences; does nothing when there is none."""
    for taak in _open_taken([dossier.pk]):
        drop_taak(taak, hoe=hoe)


def _open_taken(ids: list[int]) -> QuerySet[Taak]:
    return Taak.objects.filter(dossier_id__in=ids, soort=TAAK, status=Taak.Status.OPEN).select_related(
        "dossier"
    )
