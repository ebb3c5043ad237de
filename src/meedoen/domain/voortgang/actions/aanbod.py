"""The inburgeringsaanbod: offered, changed, withdrawn (Wi art. 16)."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bericht, Instelling
from meedoen.domain.keten.telling import (
    drop_unsent,
    drop_waiting,
    hold_back,
    never_left,
    require_acceptable,
    require_open,
    tell_duo,
)
from meedoen.law.kernel.dutch import in_dutch

from ..facts import aanbod_at, aanbod_subject
from ..models import Inburgeringsaanbod
from ..selectors import aanbod_conditions, aanbod_deletion_conditions

SHORTEST_REASON = 5


def offer_aanbod(
    dossier: Dossier,
    instelling: Instelling,
    *,
    aanbod_on: date,
    start_on: date | None,
    eind_on: date | None,
    alfabetisering: str,
    by: Any,
    on: date,
    hold: bool = False,
) -> Inburgeringsaanbod:
    """Offer a place at a school and tell DUO; one that was there at this school is changed into it.

    Args:
        aanbod_on: the day on which the person was enrolled.
        eind_on: exclusive: the day after the last day of the course.
        on: today.
        hold: keep it here without sending, also where DUO would refuse it.

    Raises:
        NotPossible: in a closed dossier.
        WouldBeRefused: when DUO would refuse it and `hold` is not asked.
    """
    aanbod = aanbod_at(dossier, instelling) or Inburgeringsaanbod(
        gemeente_id=dossier.gemeente_id, dossier=dossier, instelling=instelling, by=by, version=0
    )
    aanbod.dossier = dossier
    aanbod.aanbod_on, aanbod.start_on, aanbod.eind_on = aanbod_on, start_on, eind_on
    aanbod.alfabetisering = alfabetisering
    aanbod.version += 1
    return _keep(aanbod, by=by, on=on, hold=hold)


def change_aanbod(aanbod: Inburgeringsaanbod, *, by: Any, on: date, hold: bool = False) -> Inburgeringsaanbod:
    """Save an aanbod with its new dates and version, and tell DUO; this mends a message that was refused.

    Raises:
        NotPossible: when it was withdrawn, or in a closed dossier.
        WouldBeRefused: when DUO would refuse it and `hold` is not asked.
    """
    if aanbod.ingetrokken_on is not None:
        raise NotPossible("Dit aanbod is ingetrokken. Leg een nieuw aanbod vast.")
    return _keep(aanbod, by=by, on=on, hold=hold)


def withdraw_aanbod(
    aanbod: Inburgeringsaanbod, *, reason: str, by: Any, on: date, hold: bool = False
) -> Inburgeringsaanbod:
    """Take back an aanbod, and have DUO delete it; what never left is not sent at all.

    Raises:
        NotPossible: when it was withdrawn already, without a reason, or in a closed dossier.
        WouldBeRefused: when DUO would not delete it and `hold` is not asked.
    """
    dossier, subject = aanbod.dossier, aanbod_subject(aanbod.instelling)
    require_open(dossier)
    if aanbod.ingetrokken_on is not None:
        raise NotPossible("Dit aanbod is al ingetrokken.")
    if len(reason.strip()) < SHORTEST_REASON:
        raise NotPossible("Schrijf kort waarom u het aanbod intrekt.")
    unsent = never_left(dossier, subject)
    conditions = [] if unsent else aanbod_deletion_conditions(aanbod, on=on)
    refusing = require_acceptable(conditions, hold=hold)
    aanbod.ingetrokken_on, aanbod.ingetrokken_reden = on, reason.strip()[:300]
    aanbod.version += 1
    _save(aanbod, by, "ingetrokken")
    sentence = f"Het inburgeringsaanbod bij {aanbod.instelling} is ingetrokken."
    publish(Event("AanbodWithdrawn", dossier, by, sentence, reason.strip(), {"aanbod": aanbod.pk}))
    drop_waiting(dossier, subject, hoe="Het aanbod is ingetrokken.")
    if unsent:
        drop_unsent(dossier, subject, by=by, reason="Het aanbod is ingetrokken voordat DUO het had.")
    elif refusing:
        hold_back(dossier, onderwerp=subject, wat="de intrekking", refusing=refusing, waar="aanbod")
    else:
        tell_withdrawn(aanbod, by=by)
    return aanbod


def tell_aanbod(aanbod: Inburgeringsaanbod, *, by: Any) -> Bericht:
    """Queue the message that tells DUO about an aanbod as it stands."""
    return tell_duo(
        aanbod.dossier,
        Bericht.Soort.AANBOD,
        onderwerp=aanbod_subject(aanbod.instelling),
        omschrijving=f"Inburgeringsaanbod bij {aanbod.instelling.naam} doorgeven",
        by=by,
        body=aanbod_body(aanbod),
        pad={"instellingsnummer": aanbod.instelling.instellingsnummer},
    )


def tell_withdrawn(aanbod: Inburgeringsaanbod, *, by: Any) -> Bericht:
    """Queue the message that has DUO delete an aanbod."""
    return tell_duo(
        aanbod.dossier,
        Bericht.Soort.AANBOD_VERWIJDEREN,
        onderwerp=aanbod_subject(aanbod.instelling),
        omschrijving=f"Inburgeringsaanbod bij {aanbod.instelling.naam} verwijderen",
        by=by,
        pad={"instellingsnummer": aanbod.instelling.instellingsnummer},
    )


def aanbod_body(aanbod: Inburgeringsaanbod) -> dict[str, Any]:
    """Return an aanbod as DUO publishes it; the end is exclusive there as it is here."""
    body = {
        "datumInburgeringsaanbod": aanbod.aanbod_on,
        "verwachteStartdatumOpleiding": aanbod.start_on,
        "verwachteEinddatumOpleiding": aanbod.eind_on,
    }
    told: dict[str, Any] = {name: day.isoformat() for name, day in body.items() if day is not None}
    return {**told, "indicatorAlfabetiseringsonderwijs": aanbod.alfabetisering}


def conditions_of(aanbod: Inburgeringsaanbod, *, on: date) -> Any:
    """Return DUO's conditions for an aanbod as it stands."""
    return aanbod_conditions(
        aanbod.dossier,
        aanbod.instelling,
        aanbod_on=aanbod.aanbod_on,
        start_on=aanbod.start_on,
        eind_on=aanbod.eind_on,
        on=on,
    )


def _keep(aanbod: Inburgeringsaanbod, *, by: Any, on: date, hold: bool) -> Inburgeringsaanbod:
    dossier, new = aanbod.dossier, aanbod.pk is None
    require_open(dossier)
    refusing = require_acceptable(conditions_of(aanbod, on=on), hold=hold)
    _save(aanbod, by, "vastgelegd" if new else "gewijzigd")
    word = "vastgelegd" if new else "gewijzigd"
    day = in_dutch(aanbod.aanbod_on)
    sentence = f"Inburgeringsaanbod bij {aanbod.instelling} {word}, aanbod van {day}."
    kind = "AanbodOffered" if new else "AanbodChanged"
    publish(Event(kind, dossier, by, sentence, data={"aanbod": aanbod.pk}))
    if refusing:
        subject = aanbod_subject(aanbod.instelling)
        hold_back(dossier, onderwerp=subject, wat="het aanbod", refusing=refusing, waar="aanbod")
    else:
        tell_aanbod(aanbod, by=by)
    return aanbod


def _save(aanbod: Inburgeringsaanbod, by: Any, reason: str) -> None:
    aanbod._history_user = by
    aanbod._change_reason = reason
    aanbod.save()
