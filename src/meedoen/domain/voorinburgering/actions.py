"""Verbs of the time in the AZC: keep how to reach somebody, work off the handover, take over what is told."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.utils import timezone

from meedoen.domain.dossier.actions import NotPossible, change_facts
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron

from .models import Overdrachtspunt, Voorinburgering
from .selectors import beside, rows_of

Punt, Stand = Overdrachtspunt.Punt, Overdrachtspunt.Stand


def save_voorinburgering(
    row: Voorinburgering, *, changed: Collection[str], by: Any, reason: str, on: date
) -> None:
    """Save what the klantmanager knows of the voorinburgering and the contact in the AZC.

    Args:
        row: with the new values and the next version, not yet saved.
        changed: Dutch labels of what changed.
        on: today.

    Raises:
        NotPossible: without a reason, with a consent in the future, or with a date of consent for who does
            not take part.
    """
    if row.instemming_on and row.instemming_on > on:
        raise NotPossible("De datum van instemming ligt in de toekomst. Kijk de datum na.")
    if row.deelname == Voorinburgering.Deelname.NEE and row.instemming_on:
        raise NotPossible(
            "Deze persoon doet niet mee, maar er is een datum van instemming. Maak een van beide leeg."
        )
    change_facts(row.dossier, row, changed=changed, by=by, reason=reason)


def work_off(row: Overdrachtspunt, *, by: Any, on: date) -> None:
    """Save a point of the warm handover.

    Args:
        row: with the new values and the next version, not yet saved.
        on: today.

    Raises:
        NotPossible: when it is done without a date, in the future, or with a remark on health.
    """
    if row.stand == Stand.GEDAAN and row.op is None:
        raise NotPossible("Vul de datum in waarop dit is gedaan.")
    if row.op and row.op > on and row.punt not in _MAY_BE_AHEAD:
        raise NotPossible("Deze datum ligt in de toekomst. Vul de dag in waarop het is gedaan.")
    if row.punt == Punt.GEZONDHEID and row.opmerking:
        raise NotPossible(
            "Schrijf hier niets over gezondheid: leg alleen vast dat het is besproken. Wat is besproken, "
            "hoort op de afgeschermde pagina Gezondheid."
        )
    row.by, row.at = by, timezone.now()
    row.save()
    label = Punt(row.punt).label
    publish(
        Event(
            "OverdrachtBijgewerkt",
            row.dossier,
            by,
            f"Warme overdracht, «{label}»: {Stand(row.stand).label.lower()}.",
            data={"punt": row.punt, "stand": row.stand},
        )
    )


# A plan may lie ahead: the intake, the day of moving, the first appointment.
_MAY_BE_AHEAD = frozenset({Punt.INTAKE, Punt.VERHUIZING, Punt.AFSPRAAK, Punt.WONING})


def take_over_told(dossier: Dossier, codes: Collection[str], *, bron: str, by: Any, reason: str) -> int:
    """Take over what a source told, for the chosen fields only; everything else stays as we had it.

    Args:
        dossier: the dossier.
        codes: fields, see `velden.VELDEN`.
        bron: who told it, a `Bron`.
        by: who decides.
        reason: why the source is right.

    Returns:
        how many fields changed.

    Raises:
        NotPossible: without a reason, or when nothing that was chosen differs.
    """
    if not reason.strip():
        raise NotPossible("Schrijf waarom u dit overneemt.")
    chosen = [pair for pair in beside(dossier, bron) if pair.verschilt and pair.veld.code in codes]
    if not chosen:
        raise NotPossible("Kies minstens één gegeven dat verschilt.")
    rows = rows_of(dossier)
    for plek, row in rows.items():
        mine = [pair for pair in chosen if pair.veld.plek == plek]
        if not mine:
            continue
        for pair in mine:
            setattr(row, pair.veld.naam, pair.theirs)
        row.version += 1
        labels = [pair.veld.label.lower() for pair in mine]
        change_facts(dossier, row, changed=labels, by=by, reason=f"{Bron(bron).label}: {reason.strip()}")
    return len(chosen)
