"""Telling DUO something: what it would refuse, sending, waiting, and where the last message stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.law.kernel.outcome import Outcome

from .actions import drop_bericht, drop_taak, make_taak, queue_bericht, replace_bericht
from .models import Bericht, Taak

WACHT = "wacht"
"""Soort of the task about something that was kept here and does not go to DUO yet."""

REFUSED = frozenset({Bericht.Status.GEWEIGERD, Bericht.Status.VASTGELOPEN})
"""The message did not reach its aim; somebody must mend it."""

DELETING = frozenset(
    {
        Bericht.Soort.PIP_VERWIJDEREN,
        Bericht.Soort.AANBOD_VERWIJDEREN,
        Bericht.Soort.CONTACTPERSOON_VERWIJDEREN,
        Bericht.Soort.CONTACTPERSOON_ONTKOPPELEN,
    }
)
"""The messages that take back what another one about the same told."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of DUO, and whether what would be sent meets it."""

    outcome: Outcome[Any]

    @property
    def refuses(self) -> bool:
        """Whether DUO will refuse because of this."""
        return self.outcome.is_known and not self.outcome.value

    @property
    def is_unknown(self) -> bool:
        """Whether a fact is missing here; DUO has it, so DUO may refuse."""
        return not self.outcome.is_known

    def sentence(self) -> str:
        """Return in Dutch what it means for the message, without full stop."""
        if self.refuses:
            return f"DUO zal dit weigeren: {self.outcome.sentence()}"
        if self.is_unknown:
            return f"Niet bekend: {self.outcome.sentence()}. DUO kan dit weigeren"
        return self.outcome.sentence()


class WouldBeRefused(NotPossible):
    """DUO would refuse what was asked, and nobody said to keep it without sending.

    Attributes:
        conditions: every condition, met or not.
    """

    def __init__(self, conditions: Iterable[Condition]) -> None:
        self.conditions = tuple(conditions)
        reasons = "; ".join(found.outcome.sentence() for found in self.conditions if found.refuses)
        super().__init__(f"DUO zal dit weigeren: {reasons}.")


def person_condition(dossier: Dossier) -> Condition:
    """Return whether the person can be named to DUO at all: without a BSN nothing arrives."""
    if dossier.inburgeringsplichtige.bsn_index:
        return Condition(Outcome(True, "het BSN is bekend"))
    return Condition(Outcome(False, "het BSN van de inburgeraar ontbreekt; vul het in bij Gegevens"))


def require_acceptable(conditions: Iterable[Condition], *, hold: bool) -> list[Condition]:
    """Return the conditions for which DUO would refuse.

    Args:
        conditions: of the message.
        hold: whether a person chose to keep it here without sending.

    Raises:
        WouldBeRefused: when there are any and nobody chose to hold it.
    """
    found = list(conditions)
    refusing = [condition for condition in found if condition.refuses]
    if refusing and not hold:
        raise WouldBeRefused(found)
    return refusing


def require_open(dossier: Dossier) -> None:
    """Refuse a closed dossier, of which nothing goes to DUO, and hold an open one until the transaction ends.

    Two people who record at once come one after the other, so that the second sees the first.

    Raises:
        NotPossible: when it is closed.
    """
    if Dossier.objects.select_for_update().get(pk=dossier.pk).afgesloten_on is not None:
        raise NotPossible("Dit dossier is afgesloten. Heropen het eerst.")


def tell_duo(
    dossier: Dossier | None,
    soort: str,
    *,
    onderwerp: str,
    omschrijving: str,
    by: Any,
    body: dict[str, Any] | None = None,
    pad: dict[str, Any] | None = None,
    gemeente_id: int | None = None,
) -> Bericht:
    """Queue a message; when the last one about this was refused, the new one takes its place.

    A task that it still had to be sent is dropped. Arguments as of `queue_bericht`.
    """
    refused = _last_refused(dossier, onderwerp, gemeente_id)
    if refused is not None and refused.soort == soort:
        bericht = replace_bericht(refused, by=by, body=body, pad=pad)
    else:
        bericht = queue_bericht(
            dossier,
            soort,
            omschrijving=omschrijving,
            by=by,
            body=body,
            pad=pad,
            onderwerp=onderwerp,
            gemeente_id=gemeente_id,
        )
        if refused is not None:
            take_place(bericht, refused)
    if dossier is not None:
        drop_waiting(dossier, onderwerp, hoe="Het bericht is klaargezet voor DUO.")
    return bericht


def take_place(bericht: Bericht, refused: Bericht) -> None:
    """Let a message of another soort or subject take the place of a refused one, and drop its task."""
    bericht.vervangt = refused
    bericht.save(update_fields=["vervangt"])
    for taak in Taak.objects.filter(bericht=refused, status=Taak.Status.OPEN):
        drop_taak(taak, hoe=f"Er is een ander bericht klaargezet: {bericht.omschrijving}.")


def hold_back(
    dossier: Dossier, *, onderwerp: str, wat: str, refusing: Iterable[Condition], waar: str
) -> Taak:
    """Make the task that says why something does not go to DUO yet, in the place of an earlier one.

    What was queued before about the same and has not left, does not go either.

    Args:
        wat: what must be sent, with article, such as "het PIP".
        refusing: the conditions that are not met.
        waar: key of the page where it is mended.
    """
    reason = "Er is een nieuwere versie, die nog niet naar DUO kan."
    drop_unsent(dossier, onderwerp, by=None, reason=reason)
    drop_waiting(dossier, onderwerp, hoe="Er is een nieuwe reden.")
    reasons = "; ".join(condition.outcome.sentence() for condition in refusing)
    return make_taak(
        dossier,
        WACHT,
        titel=f"Stuur {wat} naar DUO zodra dat kan",
        uitleg=f"Het is hier bewaard, maar DUO zal het weigeren: {reasons}.",
        waar=waar,
        within_days=14,
        onderwerp=onderwerp,
    )


def drop_waiting(dossier: Dossier, onderwerp: str, *, hoe: str) -> None:
    """Drop the task that this still had to be sent, if there is one."""
    for taak in _waiting(dossier, onderwerp):
        drop_taak(taak, hoe=hoe)


def is_waiting(dossier: Dossier, onderwerp: str) -> bool:
    """Return whether this was kept here and does not go to DUO yet."""
    return _waiting(dossier, onderwerp).exists()


def last_bericht(dossier: Dossier | None, onderwerp: str, gemeente_id: int | None = None) -> Bericht | None:
    """Return the last message about something, a dropped one only when there is no other."""
    gemeente_id = dossier.gemeente_id if dossier else gemeente_id
    found = list(
        Bericht.objects.filter(gemeente_id=gemeente_id, dossier=dossier, onderwerp=onderwerp).order_by(
            "-made_at", "-id"
        )
    )
    standing = (bericht for bericht in found if bericht.status != Bericht.Status.VERVALLEN)
    return next(standing, found[0] if found else None)


def stands_at_duo(dossier: Dossier, onderwerp: str) -> bool | None:
    """Return whether DUO has this or is about to get it; None when no message was ever made about it."""
    if is_waiting(dossier, onderwerp):
        return False
    last = last_bericht(dossier, onderwerp)
    if last is None:
        return None
    arrives = last.status not in {*REFUSED, Bericht.Status.VERVALLEN}
    return arrives != (last.soort in DELETING)


def never_left(dossier: Dossier | None, onderwerp: str, gemeente_id: int | None = None) -> bool:
    """Return whether messages were made about this, or wait, and none of them can have reached DUO."""
    gemeente_id = dossier.gemeente_id if dossier else gemeente_id
    berichten = Bericht.objects.filter(gemeente_id=gemeente_id, dossier=dossier, onderwerp=onderwerp)
    reached = berichten.filter(
        Q(status__in=(Bericht.Status.AANGENOMEN, Bericht.Status.BEZIG)) | Q(onzeker=True)
    )
    waits = dossier is not None and is_waiting(dossier, onderwerp)
    return (waits or berichten.exists()) and not reached.exists()


def drop_unsent(
    dossier: Dossier | None, onderwerp: str, *, by: Any, reason: str, gemeente_id: int | None = None
) -> None:
    """Drop the messages about something that DUO never got."""
    gemeente_id = dossier.gemeente_id if dossier else gemeente_id
    for bericht in Bericht.objects.filter(
        gemeente_id=gemeente_id,
        dossier=dossier,
        onderwerp=onderwerp,
        status__in=(Bericht.Status.KLAAR, *REFUSED),
        onzeker=False,
    ):
        drop_bericht(bericht, by=by, reason=reason)


def _waiting(dossier: Dossier, onderwerp: str) -> Any:
    return Taak.objects.filter(dossier=dossier, soort=WACHT, onderwerp=onderwerp, status=Taak.Status.OPEN)


def _last_refused(dossier: Dossier | None, onderwerp: str, gemeente_id: int | None) -> Bericht | None:
    """Return the last message about this when it is one that was refused and not mended."""
    last = last_bericht(dossier, onderwerp, gemeente_id)
    return last if last is not None and last.status in REFUSED else None
