"""What came back for a message that was sent: accepted, refused, not reached, or something is wrong with it.

Each verb runs in the scope and the transaction of its caller and writes all of it: the message, the attempt,
the event and the task. A claim is known by its moment: who lost it, because another worker took over, leaves
its attempt in the trail and changes nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.regio.models import Rol

from ..faults import KOMT_NIET, Fault
from ..models import Bericht, Poging, Taak
from ..outgoing import contactpersoon_of
from ..pauses import next_attempt
from ..refusals import explain_all
from .sending_storing import note_failure, note_success, patience
from .tasks import drop_taak, make_taak

Status, Uitkomst = Bericht.Status, Poging.Uitkomst
GEWEIGERD, VASTGELOPEN, KOMT_NIET_AAN = "geweigerd", "vastgelopen", "komt-niet-aan"


@dataclass(frozen=True)
class Attempt:
    """One attempt, as it went.

    Attributes:
        at: when it ended.
        duur_ms: how long it took, in milliseconds.
        status_code: the HTTP status; None without an answer.
        texts: foutteksten of DUO, or in our words what went wrong; never personal data.
    """

    at: datetime
    duur_ms: int | None = None
    status_code: int | None = None
    texts: Sequence[str] = ()


def accept_bericht(
    claim: Bericht, attempt: Attempt, *, already: bool = False, number: int | None = None
) -> None:
    """DUO took the message, or (`already`) showed that it had exactly this.

    Args:
        claim: the message as it was claimed.
        attempt: how it went.
        already: it was read at DUO, and not sent again.
        number: how DUO calls a new contactpersoon.
    """
    note_success(claim.gemeente_id, at=attempt.at)
    # What DUO took is taken, also when the answer came too late for this claim.
    bericht = _held(claim, late=True)
    _keep(claim, attempt, Uitkomst.STOND_ER_AL if already else Uitkomst.AANGENOMEN)
    if bericht is None:
        return
    if already:
        bericht.bevestigd_on = localtime(attempt.at).date()
    if number is not None and (contactpersoon := contactpersoon_of(bericht)) is not None:
        contactpersoon.duo_id = number
        contactpersoon.version += 1
        contactpersoon.save()
    settle_accepted(bericht, at=attempt.at, by=None)


def refuse_bericht(claim: Bericht, attempt: Attempt) -> None:
    """DUO refused the message: a task says in plain words why, and what to mend."""
    note_success(claim.gemeente_id, at=attempt.at)
    bericht = _held(claim)
    _keep(claim, attempt, Uitkomst.GEWEIGERD)
    if bericht is not None:
        settle_refused(bericht, attempt.texts, at=attempt.at, by=None)


def postpone_bericht(
    claim: Bericht, attempt: Attempt, *, arrived: bool, alone: bool = False, fault: Fault | None = None
) -> None:
    """DUO was not reached: the message is tried again, after a pause that grows; it is never given up.

    Args:
        claim: the message as it was claimed.
        attempt: how it went.
        arrived: whether it can have arrived all the same.
        alone: DUO answers others, so this is no storing.
        fault: what is wrong with the connection, when that is known.
    """
    long = False
    if alone:
        note_success(claim.gemeente_id, at=attempt.at)
    else:
        long = note_failure(claim.gemeente_id, at=attempt.at, fault=fault)
    bericht = _held(claim)
    _keep(claim, attempt, Uitkomst.FOUT if fault else Uitkomst.ONBEREIKBAAR)
    if bericht is None:
        return
    bericht.status, bericht.claimed_at = Status.KLAAR, None
    bericht.onzeker = bericht.onzeker or arrived
    bericht.pogingen_gedaan += 1
    bericht.next_attempt_at = next_attempt(attempt.at, bericht.pogingen_gedaan, bericht.bericht_id)
    bericht.version += 1
    bericht.save()
    if not long and _waits_alone(bericht, attempt.at):
        _task(bericht, KOMT_NIET_AAN, KOMT_NIET)


def stop_bericht(claim: Bericht, attempt: Attempt, fault: Fault, *, arrived: bool = False) -> None:
    """Something is wrong with the message that trying again does not mend: it is stuck, and a task says so.

    Args:
        claim: the message as it was claimed.
        attempt: how it went.
        fault: what is wrong.
        arrived: whether DUO can have taken it all the same; then it is looked up before it goes again.
    """
    if attempt.status_code is not None:
        note_success(claim.gemeente_id, at=attempt.at)
    bericht = _held(claim)
    _keep(claim, attempt, Uitkomst.FOUT)
    if bericht is None:
        return
    bericht.foutteksten = list(attempt.texts)
    uncertain = bericht.onzeker or arrived
    _settle(bericht, Status.VASTGELOPEN, attempt.at, uncertain=uncertain)
    _drop_tasks(bericht, hoe="Het bericht is vastgelopen.")
    _task(bericht, VASTGELOPEN, fault)
    _publish("BerichtStuck", bericht, f"Vastgelopen op weg naar DUO: {bericht.omschrijving}")


def settle_accepted(bericht: Bericht, *, at: datetime, by: object) -> None:
    """Write that DUO has the message, whoever brought it."""
    bericht.foutteksten = []
    _settle(bericht, Status.AANGENOMEN, at)
    _drop_tasks(bericht, hoe="DUO heeft het bericht aangenomen.")
    _publish("BerichtAccepted", bericht, f"Door DUO aangenomen: {bericht.omschrijving}", by)


def settle_refused(bericht: Bericht, texts: Sequence[str], *, at: datetime, by: object) -> None:
    """Write that DUO refused the message, whoever brought it, and make the task that mends it."""
    bericht.foutteksten = list(texts)
    _settle(bericht, Status.GEWEIGERD, at)
    _drop_tasks(bericht, hoe="DUO heeft het bericht geweigerd.")
    explained = explain_all(bericht.soort, texts)
    fault = Fault(
        "Verbeter wat DUO weigerde",
        " ".join(f"{one.meaning} {one.mend}" for one in explained),
        Rol.KLANTMANAGER,
        explained[0].waar,
    )
    _task(bericht, GEWEIGERD, fault)
    why = " ".join(one.meaning for one in explained)
    _publish("BerichtRefused", bericht, f"Door DUO geweigerd: {bericht.omschrijving}. {why}", by)


def _held(claim: Bericht, *, late: bool = False) -> Bericht | None:
    """Return the message, locked, when this claim still holds (`late`: nobody else brings it)."""
    bericht = Bericht.objects.select_for_update().get(pk=claim.pk)
    if bericht.status == Status.BEZIG and bericht.claimed_at == claim.claimed_at:
        return bericht
    return bericht if late and bericht.status in {Status.KLAAR, Status.VERVALLEN} else None


def _keep(claim: Bericht, attempt: Attempt, uitkomst: str) -> None:
    Poging.objects.create(
        gemeente_id=claim.gemeente_id,
        bericht_id=claim.pk,
        at=attempt.at,
        duur_ms=attempt.duur_ms,
        uitkomst=uitkomst,
        status_code=attempt.status_code,
        foutteksten=list(attempt.texts),
    )


def _settle(bericht: Bericht, status: str, at: datetime, *, uncertain: bool = False) -> None:
    bericht.status, bericht.claimed_at, bericht.afgehandeld_at = status, None, at
    bericht.onzeker = uncertain
    bericht.pogingen_gedaan += 1
    bericht.version += 1
    bericht.save()


def _waits_alone(bericht: Bericht, at: datetime) -> bool:
    """Whether this message fails for so long that somebody must look, while DUO answers others."""
    first = bericht.pogingen.first()
    return first is not None and at - first.at >= patience()


def _task(bericht: Bericht, soort: str, fault: Fault) -> None:
    """Make the task of a message; without a dossier there is no klantmanager to do it."""
    rol = Rol.TEAMLEIDER if bericht.dossier_id is None and fault.rol == Rol.KLANTMANAGER else fault.rol
    onderwerp = f"bericht:{bericht.pk}"
    open_ones = Taak.objects.filter(bericht=bericht, soort=soort, status=Taak.Status.OPEN)
    if open_ones.exists():
        return
    make_taak(
        bericht.dossier,
        soort,
        titel=f"{fault.titel}: {bericht.omschrijving}",
        uitleg=fault.uitleg,
        waar=fault.waar,
        within_days=7,
        rol=rol,
        onderwerp=onderwerp,
        bericht=bericht,
        gemeente_id=bericht.gemeente_id,
    )


def _drop_tasks(bericht: Bericht, *, hoe: str) -> None:
    for taak in Taak.objects.filter(bericht=bericht, status=Taak.Status.OPEN):
        drop_taak(taak, hoe=hoe)


def _publish(kind: str, bericht: Bericht, sentence: str, by: object = None) -> None:
    if bericht.dossier is not None:
        data = {"bericht": bericht.pk, "soort": bericht.soort}
        publish(Event(kind, bericht.dossier, by, sentence, data=data))
