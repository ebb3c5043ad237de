"""Resolving a difference: a person takes over what DUO says, or states that ours is right."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from meedoen.domain.dossier.actions import NotPossible, change_facts
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Verschil

from ..models import GevolgdeUren, Resultaat
from .bekend import bekend
from .compare import end_taak
from .velden import VELDEN

REASON = 5
"""Characters that a reason has at least."""
CHANGED = "Dit gegeven is intussen gewijzigd. Vergelijk opnieuw en kijk eerst wat er nu staat."


@transaction.atomic
def take_from_duo(verschil: Verschil, *, by: Any, reason: str, on: date) -> None:
    """Take over what DUO says, with the reason in the history of the dossier.

    Raises:
        NotPossible: when it was resolved already, what we know changed since it was found, DUO has
            nothing, or this field is not taken over by itself; the sentence says what to do instead.
    """
    veld = VELDEN[verschil.veld]
    _lock(verschil)
    _check(verschil, reason)
    if not veld.takes:
        raise NotPossible(f"{veld.label} kunt u niet met één klik overnemen. {veld.else_do}")
    if not verschil.van_duo:
        raise NotPossible(f"DUO heeft hier niets staan, dus er is niets over te nemen. {veld.else_do}")
    dossiers = Dossier.objects.filter(pk=verschil.dossier_id)
    dossiers.select_for_update(of=("self",)).get()
    if veld.ours(bekend(dossiers)[0], on)[0][:200] != verschil.van_ons:
        raise NotPossible(CHANGED)
    reason = f"overgenomen van DUO: {reason.strip()}"
    if veld.history:
        _write_in_dossier(verschil, veld.history, veld.label, by, reason)
    else:
        _register(verschil, by, reason, on)
    _end(verschil, Verschil.Status.VAN_DUO, by, reason)


@transaction.atomic
def keep_ours(verschil: Verschil, *, by: Any, reason: str) -> None:
    """State that ours is right; it comes back only when one of both changes.

    Raises:
        NotPossible: when it was resolved already, or without a reason.
    """
    _lock(verschil)
    _check(verschil, reason)
    _end(verschil, Verschil.Status.VAN_ONS, by, reason.strip())


def take_all_empty(verschillen: list[Verschil], *, by: Any, reason: str, on: date) -> int:
    """Take over everything that only DUO knows, as far as that goes by itself; returns how many.

    What somebody filled in or resolved meanwhile is left alone: it is not empty any more.

    Raises:
        NotPossible: without a reason.
    """
    _check_reason(reason)
    done = 0
    for verschil in verschillen:
        if verschil.van_ons or not verschil.van_duo or not VELDEN[verschil.veld].takes:
            continue
        try:
            take_from_duo(verschil, by=by, reason=reason, on=on)
        except NotPossible:
            continue
        done += 1
    return done


def _lock(verschil: Verschil) -> None:
    """Wait for who resolves the same one now, and read again what came of it."""
    seen = verschil.van_ons, verschil.van_duo
    locked = Verschil.objects.select_for_update().get(pk=verschil.pk)
    verschil.status, verschil.version = locked.status, locked.version
    if locked.status == Verschil.Status.OPEN and seen != (locked.van_ons, locked.van_duo):
        raise NotPossible(CHANGED)


def _check(verschil: Verschil, reason: str) -> None:
    if verschil.status != Verschil.Status.OPEN:
        raise NotPossible("Dit verschil is al opgelost.")
    _check_reason(reason)


def _check_reason(reason: str) -> None:
    if len(reason.strip()) < REASON:
        raise NotPossible("Schrijf hoe u weet wat klopt, bijvoorbeeld: brief van DUO gezien.")


def _write_in_dossier(verschil: Verschil, name: str, label: str, by: Any, reason: str) -> None:
    dossier = Dossier.objects.select_for_update().get(pk=verschil.dossier_id)
    field = dossier._meta.get_field(name)
    setattr(dossier, name, field.to_python(verschil.van_duo))
    dossier.version += 1
    dossier._history_user = by
    change_facts(dossier, dossier, changed=[label], by=by, reason=reason)


def _register(verschil: Verschil, by: Any, reason: str, on: date) -> None:
    """Keep hours or a result as DUO has it; it is not told to DUO again, because DUO told it."""
    dossier = verschil.dossier
    told_on = verschil.van_duo_on or on
    if verschil.veld in GevolgdeUren.Soort.values:
        GevolgdeUren.objects.create(
            gemeente_id=dossier.gemeente_id,
            dossier=dossier,
            soort=verschil.veld,
            uren=int(verschil.van_duo),
            tot_en_met_on=told_on,
            toelichting=reason[:300],
            by=by,
        )
    else:
        Resultaat.objects.create(
            gemeente_id=dossier.gemeente_id,
            dossier=dossier,
            onderdeel=verschil.veld,
            datum_on=date.fromisoformat(verschil.van_duo),
            toelichting=reason[:300],
            by=by,
        )
    sentence = f"Overgenomen van DUO: {VELDEN[verschil.veld].label}."
    publish(Event("OvergenomenVanDUO", dossier, by, sentence, reason))


def _end(verschil: Verschil, status: str, by: Any, reason: str) -> None:
    verschil.status, verschil.opgelost_by, verschil.reden = status, by, reason[:500]
    verschil.opgelost_at = timezone.now()
    verschil.version += 1
    verschil.save()
    left = Verschil.objects.filter(dossier_id=verschil.dossier_id, status=Verschil.Status.OPEN)
    if not left.exclude(van_ons="").exclude(van_duo="").exists():
        end_taak(verschil.dossier, "Alle verschillen zijn opgelost.")
    veld = VELDEN[verschil.veld]
    word = "overgenomen van DUO" if status == Verschil.Status.VAN_DUO else "ons gegeven klopt"
    sentence = f"Verschil met DUO opgelost ({word}): {veld.label}."
    publish(Event("VerschilResolved", verschil.dossier, by, sentence, reason))
