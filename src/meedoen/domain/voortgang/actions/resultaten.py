"""The dates that close PVT, MAP and Z-route, and taking them back."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bericht
from meedoen.domain.keten.telling import (
    drop_unsent,
    drop_waiting,
    hold_back,
    require_acceptable,
    require_open,
    tell_duo,
)
from meedoen.law.kernel.dutch import in_dutch

from ..facts import DATUM_FIELDS, AtDUO
from ..models import Resultaat
from ..selectors import (
    WITHDRAWN,
    may_be_withdrawn,
    resultaat_conditions,
    withdrawal_conditions,
    withdrawal_reaches_duo,
)

Onderdeel = Resultaat.Onderdeel
WORDS = {
    Onderdeel.PVT: "Participatieverklaring ondertekend",
    Onderdeel.MAP: "Eindgesprek MAP gevoerd",
    Onderdeel.ZROUTE: "Z-route afgerond",
}
OMSCHRIJVING = {
    Onderdeel.PVT: "Participatieverklaring (PVT) doorgeven",
    Onderdeel.MAP: "Eindgesprek MAP doorgeven",
    Onderdeel.ZROUTE: "Afronding Z-route doorgeven",
}
SHORTEST_REASON = 5


def register_resultaat(
    dossier: Dossier,
    onderdeel: str,
    *,
    datum_on: date | None,
    verwijtbaar: bool | None = None,
    toelichting: str = "",
    by: Any,
    on: date,
    hold: bool = False,
) -> Resultaat:
    """Record the date that closes PVT, MAP or Z-route, and tell DUO; the latest counts.

    Args:
        onderdeel: a value of `Resultaat.Onderdeel`.
        datum_on: None with a judgement about Verwijtbaar, when it is not done yet.
        verwijtbaar: whether being late is to blame on the person; None is not judged, and not sent.
        hold: keep it here without sending, also where DUO would refuse it.

    Raises:
        NotPossible: with nothing filled in, a date in the future, Verwijtbaar for the Z-route, Verwijtbaar
            without a date where a date stands, or a closed dossier.
        WouldBeRefused: when DUO would refuse it and `hold` is not asked.
    """
    require_open(dossier)
    onderdeel = Onderdeel(onderdeel)
    _check(dossier, onderdeel, datum_on, verwijtbaar, on)
    conditions = resultaat_conditions(dossier, onderdeel, datum_on, verwijtbaar, on=on)
    refusing = require_acceptable(conditions, hold=hold)
    resultaat = _write(dossier, onderdeel, datum_on, verwijtbaar, toelichting, by)
    said = f"{WORDS[onderdeel]} op {in_dutch(datum_on)}" if datum_on else f"{onderdeel.label}: nog niet af"
    blame = _blame(verwijtbaar)
    sentence = f"{said}, {blame}." if blame else f"{said}."
    data = {"resultaat": resultaat.pk}
    publish(Event("ResultaatRegistered", dossier, by, sentence, toelichting.strip(), data))
    if refusing:
        hold_back(dossier, onderwerp=onderdeel, wat="de datum", refusing=refusing, waar="resultaten")
    else:
        tell_resultaat(resultaat, by=by)
    return resultaat


def withdraw_resultaat(
    dossier: Dossier,
    onderdeel: str,
    *,
    reason: str,
    verwijtbaar: bool | None = None,
    by: Any,
    on: date,
    hold: bool = False,
) -> Resultaat:
    """Take back the date of PVT, MAP or Z-route: DUO gets the message without the date.

    What never left is not sent at all.

    Args:
        verwijtbaar: whether being late is to blame on the person, which DUO asks after the term, also
            without a date; None is not judged, and not sent.

    Raises:
        NotPossible: when there is no date, without a reason, with Verwijtbaar for the Z-route or where
            nothing goes to DUO, or in a closed dossier.
        WouldBeRefused: when DUO would not take it back and `hold` is not asked.
    """
    require_open(dossier)
    onderdeel = Onderdeel(onderdeel)
    unsent = not withdrawal_reaches_duo(dossier, onderdeel)
    _check_withdrawal(dossier, onderdeel, reason, verwijtbaar, unsent=unsent)
    conditions = [] if unsent else withdrawal_conditions(dossier, onderdeel, verwijtbaar=verwijtbaar, on=on)
    refusing = require_acceptable(conditions, hold=hold)
    resultaat = _write(dossier, onderdeel, None, verwijtbaar, reason, by)
    blame = _blame(verwijtbaar)
    sentence = f"{onderdeel.label}: de datum is ingetrokken{f'; {blame}' if blame else ''}."
    publish(Event(WITHDRAWN, dossier, by, sentence, reason.strip(), {"resultaat": resultaat.pk}))
    drop_waiting(dossier, onderdeel, hoe="De datum is ingetrokken.")
    if unsent:
        reason = "De datum is ingetrokken voordat DUO hem had."
        drop_unsent(dossier, onderdeel, by=by, reason=reason)
    elif refusing:
        hold_back(dossier, onderwerp=onderdeel, wat="de intrekking", refusing=refusing, waar="resultaten")
    else:
        tell_resultaat(resultaat, by=by)
    return resultaat


def tell_resultaat(resultaat: Resultaat, *, by: Any) -> Bericht:
    """Queue the message that tells DUO a date, or that there is none any more."""
    onderdeel = Onderdeel(resultaat.onderdeel)
    return tell_duo(
        resultaat.dossier,
        Bericht.Soort(resultaat.onderdeel),
        onderwerp=onderdeel,
        omschrijving=OMSCHRIJVING[onderdeel],
        by=by,
        body=resultaat_body(resultaat),
    )


def resultaat_body(resultaat: Resultaat) -> dict[str, Any]:
    """Return a result as DUO publishes it; a date that is left out is taken back."""
    body: dict[str, Any] = {}
    if resultaat.datum_on is not None:
        body[DATUM_FIELDS[Onderdeel(resultaat.onderdeel)]] = resultaat.datum_on.isoformat()
    if resultaat.verwijtbaar is not None:
        body["verwijtbaar"] = "Ja" if resultaat.verwijtbaar else "Nee"
    return body


def _write(
    dossier: Dossier,
    onderdeel: str,
    datum_on: date | None,
    verwijtbaar: bool | None,
    toelichting: str,
    by: Any,
) -> Resultaat:
    return Resultaat.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        onderdeel=onderdeel,
        datum_on=datum_on,
        verwijtbaar=verwijtbaar,
        toelichting=toelichting.strip()[:300],
        by=by,
    )


def _check(
    dossier: Dossier, onderdeel: Onderdeel, datum_on: date | None, verwijtbaar: bool | None, on: date
) -> None:
    if datum_on is None and verwijtbaar is None:
        raise NotPossible("Vul de datum in, of uw oordeel of te laat zijn verwijtbaar is.")
    if datum_on is not None and datum_on > on:
        raise NotPossible("De datum ligt in de toekomst. Vul hem in op de dag zelf of daarna.")
    _check_part(onderdeel, verwijtbaar)
    if datum_on is None and AtDUO(dossier).datum(onderdeel) is not None:
        raise NotPossible("Er staat al een datum. Vul die ook in, anders trekt u hem in.")


def _check_withdrawal(
    dossier: Dossier, onderdeel: Onderdeel, reason: str, verwijtbaar: bool | None, *, unsent: bool
) -> None:
    if not may_be_withdrawn(dossier, onderdeel):
        raise NotPossible("Er is geen datum om in te trekken.")
    if len(reason.strip()) < SHORTEST_REASON:
        raise NotPossible("Schrijf kort waarom u de datum intrekt.")
    _check_part(onderdeel, verwijtbaar)
    if unsent and verwijtbaar is not None:
        raise NotPossible("DUO heeft deze datum nog niet, dus er gaat geen oordeel naar DUO.")


def _check_part(onderdeel: Onderdeel, verwijtbaar: bool | None) -> None:
    if verwijtbaar is not None and onderdeel == Onderdeel.ZROUTE:
        raise NotPossible("Bij de Z-route vraagt DUO niet of te laat zijn verwijtbaar is.")


def _blame(verwijtbaar: bool | None) -> str:
    return "" if verwijtbaar is None else f"te laat en {'' if verwijtbaar else 'niet '}verwijtbaar"
