"""Break-glass: the dossier of a colleague for one hour, with a reason that somebody judges afterwards."""

from datetime import datetime, timedelta

from meedoen.domain.regio.logboek import record_security
from meedoen.domain.regio.models import Medewerker

from .actions import NotPossible
from .events import Event, publish
from .models import Dossier, Waarneming

SHORTEST_REASON = 15
LASTS = timedelta(minutes=60)


def begin_waarneming(dossier: Dossier, *, reden: str, by: Medewerker, at: datetime) -> Waarneming:
    """Let somebody open one dossier for an hour; its klantmanager reads it in the logbook.

    Raises:
        NotPossible: when the reason is shorter than `SHORTEST_REASON` characters.
    """
    reden = " ".join(reden.split())
    if len(reden) < SHORTEST_REASON:
        raise NotPossible(f"Schrijf een reden van ten minste {SHORTEST_REASON} tekens.")
    waarneming = Waarneming(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        medewerker=by,
        reden=reden[:500],
        since=at,
        until=at + LASTS,
    )
    waarneming._change_reason = "waarneming begonnen"
    waarneming.save()
    publish(
        Event(
            "WaarnemingBegonnen",
            dossier,
            by,
            f"{by} opende dit dossier van een collega voor een uur.",
            reason=reden,
            data={"waarneming": waarneming.pk},
        )
    )
    record_security(
        "waarneming begonnen",
        "gelukt",
        actor=by,
        gemeente=dossier.gemeente,
        detail=f"dossier {dossier.pk}",
    )
    return waarneming


def end_waarneming(waarneming: Waarneming, *, by: Medewerker, at: datetime) -> None:
    """End a running waarneming before its hour is over.

    Raises:
        NotPossible: when it is somebody else's, or over.
    """
    if waarneming.medewerker_id != by.pk or waarneming.until <= at:
        raise NotPossible("Deze waarneming loopt niet meer.")
    waarneming.until = at
    waarneming._change_reason = "waarneming gestopt"
    waarneming.save()
    publish(Event("WaarnemingGestopt", waarneming.dossier, by, f"{by} stopte met waarnemen."))


def judge_waarneming(
    waarneming: Waarneming, *, akkoord: bool, opmerking: str, by: Medewerker, at: datetime
) -> None:
    """Judge whether the reason was good, once, with a remark.

    Raises:
        NotPossible: for one's own waarneming, a second judgement, or no remark.
    """
    if waarneming.medewerker_id == by.pk:
        raise NotPossible("U kunt uw eigen waarneming niet beoordelen.")
    if waarneming.beoordeeld_at is not None:
        raise NotPossible("Deze waarneming is al beoordeeld.")
    if not (opmerking := opmerking.strip()):
        raise NotPossible("Schrijf bij de beoordeling een opmerking.")
    waarneming.akkoord = akkoord
    waarneming.opmerking = opmerking[:500]
    waarneming.beoordeeld_by, waarneming.beoordeeld_at = by, at
    waarneming._change_reason = "waarneming beoordeeld"
    waarneming.save()
    judged = "terecht" if akkoord else "niet terecht"
    publish(
        Event(
            "WaarnemingBeoordeeld",
            waarneming.dossier,
            by,
            f"De waarneming van {waarneming.medewerker} is beoordeeld als {judged}.",
            reason=opmerking,
        )
    )
    record_security(
        "waarneming beoordeeld",
        judged,
        actor=by,
        gemeente=waarneming.dossier.gemeente,
        detail=f"dossier {waarneming.dossier_id}",
    )
