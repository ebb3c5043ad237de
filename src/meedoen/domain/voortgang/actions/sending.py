"""Sending again: after DUO's side was mended, or when what was kept here can go now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bericht, Taak
from meedoen.domain.keten.telling import Condition, require_acceptable, require_open
from meedoen.domain.pip.duo import pip_conditions, subject, tell_pip
from meedoen.domain.pip.facts import pip_in_force

from ..facts import aanbod_subject, latest_resultaat, latest_uren
from ..models import GevolgdeUren, Inburgeringsaanbod, Resultaat
from ..selectors import (
    aanbod_deletion_conditions,
    resultaat_conditions,
    uren_conditions,
    withdrawal_conditions,
    withdrawals,
)
from .aanbod import conditions_of, tell_aanbod, tell_withdrawn
from .resultaten import tell_resultaat
from .uren import tell_uren


@dataclass(frozen=True)
class Sendable:
    """Something of a dossier that can be told to DUO again.

    Attributes:
        wat: what it is, in words, with article.
        onderwerp: of its messages.
        conditions: what DUO asks of it now.
        tell: queues its message; called with who asks it.
    """

    wat: str
    onderwerp: str
    conditions: list[Condition]
    tell: Callable[[Any], Bericht | Taak | None]


def sendable(dossier: Dossier, key: str, *, on: date) -> Sendable | None:
    """Return what a key names, or None when there is nothing of it.

    Args:
        key: ``pip``, a value of `Resultaat.Onderdeel` or `GevolgdeUren.Soort`, or ``aanbod-<id>``.
    """
    if key == "pip":
        return _pip(dossier, on)
    if key in Resultaat.Onderdeel.values:
        return _resultaat(dossier, key, on)
    if key in GevolgdeUren.Soort.values:
        return _uren(dossier, key, on)
    kind, _, number = key.partition("-")
    return (
        _aanbod(dossier, int(number), on)
        if kind == "aanbod" and number.isascii() and number.isdigit() and len(number) < 19
        else None
    )


def send_again(dossier: Dossier, key: str, *, by: Any, on: date, anyway: bool = False) -> None:
    """Queue what a key names as it stands now; it takes the place of a refused message.

    Args:
        key: as of `sendable`.
        anyway: also when we expect that DUO refuses it, because DUO may know better.

    Raises:
        NotPossible: when there is nothing of it, or in a closed dossier.
        WouldBeRefused: when DUO would refuse it and `anyway` is not asked.
    """
    require_open(dossier)
    found = sendable(dossier, key, on=on)
    if found is None:
        raise NotPossible("Er is niets om naar DUO te sturen.")
    require_acceptable(found.conditions, hold=anyway)
    found.tell(by)


def _pip(dossier: Dossier, on: date) -> Sendable | None:
    pip = pip_in_force(dossier)
    if pip is None:
        return None
    if pip.overgenomen:
        return None
    return Sendable(
        f"versie {pip.versie} van het PIP",
        subject(pip),
        pip_conditions(pip, pip.dagtekening_on, on=on),
        lambda by: tell_pip(pip, by=by, on=on, anyway=True),
    )


def _resultaat(dossier: Dossier, onderdeel: str, on: date) -> Sendable | None:
    last = latest_resultaat(dossier, onderdeel)
    if last is None:
        return None
    last.dossier = dossier
    label = Resultaat.Onderdeel(onderdeel).label
    withdrawn = last.pk in withdrawals(dossier)
    conditions = (
        withdrawal_conditions(dossier, onderdeel, verwijtbaar=last.verwijtbaar, on=on)
        if withdrawn
        else resultaat_conditions(dossier, onderdeel, last.datum_on, last.verwijtbaar, on=on)
    )
    wat = f"de {'intrekking van de ' if withdrawn else ''}datum van {label}"
    return Sendable(wat, onderdeel, conditions, lambda by: tell_resultaat(last, by=by))


def _uren(dossier: Dossier, soort: str, on: date) -> Sendable | None:
    last = latest_uren(dossier, soort)
    if last is None:
        return None
    last.dossier = dossier
    wat = f"het totaal van {last.uren} uur ({GevolgdeUren.Soort(soort).label})"
    conditions = uren_conditions(dossier, soort, last.uren, on=on)
    return Sendable(wat, soort, conditions, lambda by: tell_uren(last, by=by))


def _aanbod(dossier: Dossier, pk: int, on: date) -> Sendable | None:
    aanbod = Inburgeringsaanbod.objects.filter(dossier=dossier, pk=pk).select_related("instelling").first()
    if aanbod is None:
        return None
    aanbod.dossier = dossier
    onderwerp = aanbod_subject(aanbod.instelling)
    wat = f"het aanbod bij {aanbod.instelling}"
    if aanbod.ingetrokken_on is not None:
        conditions = aanbod_deletion_conditions(aanbod, on=on)
        return Sendable(
            f"de intrekking van {wat}", onderwerp, conditions, lambda by: tell_withdrawn(aanbod, by=by)
        )
    return Sendable(wat, onderwerp, conditions_of(aanbod, on=on), lambda by: tell_aanbod(aanbod, by=by))
