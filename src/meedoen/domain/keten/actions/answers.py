"""Keeping what DUO answered when it was asked, only when it says something else than before."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier

from ..models import Aanlevering, Bron, Ontheffing

ONTHEFFINGEN = "ontheffingen"
"""A medical ground is health: this answer is only kept sealed."""

_NEVER = object()


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What DUO answered to one question.

    Attributes:
        interface: under which name it is kept, such as ``inburgeringsplicht``.
        version: of the interface, as DUO gives it.
        body: the published JSON; None when DUO has nothing about it (404).
    """

    interface: str
    version: str
    body: Any


def keep_answer(dossier: Dossier, answer: Antwoord, *, told_on: date) -> bool:
    """Keep an answer of DUO when it differs from the last one; return whether it does.

    Args:
        told_on: the day on which DUO was asked.
    """
    if answer.interface == ONTHEFFINGEN:
        return _keep_sealed(dossier, answer.body, told_on)
    if last_answer(dossier, answer.interface) == answer.body:
        return False
    Aanlevering.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        bron=Bron.DUO,
        told_on=told_on,
        kenmerk=f"DUO {answer.interface} {answer.version}",
        gegevens={answer.interface: answer.body},
    )
    return True


def last_answer(dossier: Dossier, interface: str) -> Any:
    """Return what DUO said last about this; an object that equals nothing when it was never asked."""
    rows = Aanlevering.objects.filter(
        dossier=dossier, bron=Bron.DUO, kenmerk__startswith=f"DUO {interface} "
    ).order_by("-registered_at", "-pk")
    told = rows.values_list("gegevens", flat=True).first()
    return _NEVER if told is None else told.get(interface)


def _keep_sealed(dossier: Dossier, body: Any, told_on: date) -> bool:
    text = json.dumps(body or [], ensure_ascii=False, sort_keys=True)
    last = Ontheffing.objects.filter(dossier=dossier).order_by("-registered_at", "-pk").first()
    if last is not None and last.inhoud == text:
        return False
    row = Ontheffing(gemeente_id=dossier.gemeente_id, dossier=dossier, told_on=told_on)
    row.inhoud = text
    row.save()
    return True
