"""The agreements of a draft: who does what, and what the inburgeraar may expect."""

from typing import Any

from meedoen.domain.dossier.actions import NotPossible

from ..models import PIP, Afspraak
from .draft import reopen_for_change


def add_afspraak(pip: PIP, afspraak: Afspraak, *, by: Any) -> Afspraak:
    """Add an agreement at the end.

    Raises:
        Established: when the version is a decision.
        NotPossible: when the agreement contradicts itself.
    """
    reopen_for_change(pip, by=by)
    last = pip.afspraken.order_by("-volgorde").first()
    afspraak.pip, afspraak.gemeente_id = pip, pip.gemeente_id
    afspraak.volgorde = (last.volgorde + 1) if last else 1
    return _save(afspraak, by)


def change_afspraak(afspraak: Afspraak, *, by: Any) -> Afspraak:
    """Save a changed agreement; raises as `add_afspraak`."""
    reopen_for_change(afspraak.pip, by=by)
    return _save(afspraak, by)


def move_afspraak(afspraak: Afspraak, *, up: bool, by: Any) -> None:
    """Move an agreement one place up or down; at the end nothing happens.

    Raises:
        Established: when the version is a decision.
    """
    reopen_for_change(afspraak.pip, by=by)
    row = list(afspraak.pip.afspraken.select_for_update())
    here = next(index for index, other in enumerate(row) if other.pk == afspraak.pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(row):
        return
    row[here], row[there] = row[there], row[here]
    for number, other in enumerate(row, start=1):
        if other.volgorde != number:
            other.volgorde = number
            other._history_user = by
            other.save()


def remove_afspraak(afspraak: Afspraak, *, by: Any) -> None:
    """Take an agreement out of the draft; it stays in the history.

    Raises:
        Established: when the version is a decision.
    """
    reopen_for_change(afspraak.pip, by=by)
    afspraak._history_user = by
    afspraak.delete()


def _save(afspraak: Afspraak, by: Any) -> Afspraak:
    if not afspraak.wat.strip():
        raise NotPossible("Schrijf wat u afspreekt.")
    if afspraak.eigenaar == Afspraak.Eigenaar.PARTNER and afspraak.partner_id is None:
        raise NotPossible("Kies welke partner deze afspraak nakomt.")
    if afspraak.eigenaar != Afspraak.Eigenaar.PARTNER:
        afspraak.partner = None
    if afspraak.partner is not None and afspraak.partner.gemeente_id != afspraak.gemeente_id:
        raise NotPossible("Deze partner werkt niet voor deze gemeente.")
    if afspraak.start_on and afspraak.due_on and afspraak.due_on < afspraak.start_on:
        raise NotPossible("De laatste dag ligt voor de eerste dag.")
    afspraak._history_user = by
    afspraak.save()
    return afspraak
