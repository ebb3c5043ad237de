"""Bringing one message to DUO, outside any transaction, and saying what became of it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from string import Formatter
from typing import Any

from django.conf import settings
from django.utils import timezone

from meedoen.domain.keten import faults
from meedoen.domain.keten.faults import Fault
from meedoen.domain.keten.models import Bericht
from meedoen.domain.keten.refusals import about_sender

from . import certificates
from .client import (
    BadRequest,
    DUOClient,
    DUOFault,
    NotAuthorised,
    NotFound,
    Refused,
    Unavailable,
    UnexpectedAnswer,
    client_for,
)
from .operations import OPERATIONS, Operation
from .shape import Message, MessageFault
from .verifying import DELETING, QUESTIONS

SAYS_WHY = frozenset(
    {
        *("pip", "pip-verwijderen", "aanbod", "aanbod-verwijderen", "map", "pvt", "zroute"),
        *("contactpersoon-maken", "contactpersoon-wijzigen"),
    }
)
"""The messages for which DUO publishes a reason with its refusal; the others are refused in silence."""


class Kind(Enum):
    """What became of a message."""

    ACCEPTED = "aangenomen"
    ALREADY = "stond er al"
    REFUSED = "geweigerd"
    UNREACHED = "niet aangekomen"
    STUCK = "vastgelopen"


@dataclass(frozen=True)
class Outcome:
    """What became of one attempt.

    Attributes:
        kind: in one word.
        status: of the HTTP answer; None without one.
        texts: foutteksten of DUO, or ours about what went wrong; no personal data.
        fault: what is wrong, when stuck or when the connection itself does not work.
        arrived: whether DUO may have taken it although it did not say so.
        alone: DUO fails at this message and answers others.
        number: of a new contactpersoon.
    """

    kind: Kind
    status: int | None = None
    texts: tuple[str, ...] = ()
    fault: Fault | None = None
    arrived: bool = False
    alone: bool = False
    number: int | None = None


def carry(bericht: Bericht) -> Outcome:
    """Bring a claimed message to DUO; when it may be there already, ask that first. Raises nothing of DUO."""
    operation = OPERATIONS[bericht.soort]
    bsn = _bsn(bericht, operation)
    if bsn is None:
        return Outcome(Kind.STUCK, fault=faults.GEEN_BSN)
    try:
        body, pad = _body(bericht, operation), _pad(bericht, operation)
    except MessageFault as wrong:
        return Outcome(Kind.STUCK, texts=(str(wrong),), fault=faults.VORM)
    oin = bericht.gemeente.duo_aansluiting.oin
    try:
        client = client_for(oin)
        if bericht.onzeker and _is_there(client, bericht, bsn):
            return Outcome(Kind.ALREADY, 200)
        answer = client.call(operation, bericht_id=bericht.bericht_id, bsn=bsn, pad=pad, body=body)
    except DUOFault as fault:
        return _what(fault, bericht, operation)
    return _taken(operation, answer)


def _bsn(bericht: Bericht, operation: Operation) -> str | None:
    """Return the BSN that the address asks, empty when it asks none, None when there is none here."""
    if "{bsn}" not in operation.path:
        return ""
    return (bericht.dossier.inburgeringsplichtige.bsn if bericht.dossier else None) or None


def _body(bericht: Bericht, operation: Operation) -> Message | None:
    return None if operation.body is None else operation.body.from_json(bericht.gegevens["body"])


def _pad(bericht: Bericht, operation: Operation) -> dict[str, Any]:
    """Return what stands in the address besides the BSN.

    Raises:
        MessageFault: when something is missing.
    """
    names = {name for _, name, _, _ in Formatter().parse(operation.path) if name} - {"bsn"}
    pad = bericht.gegevens["pad"]
    for name in sorted(names):
        if not pad.get(name):
            raise MessageFault(name, "dit gegeven ontbreekt")
    return {name: pad[name] for name in names}


def _taken(operation: Operation, answer: Any) -> Outcome:
    if operation.name != "contactpersoon-maken":
        return Outcome(Kind.ACCEPTED, operation.success)
    if answer.id is None:
        text = "DUO gaf de contactpersoon geen nummer"
        return Outcome(Kind.STUCK, operation.success, (text,), faults.AFSPRAAK, arrived=True)
    return Outcome(Kind.ACCEPTED, operation.success, number=answer.id)


# --- asking first ---


def _is_there(client: DUOClient, bericht: Bericht, bsn: str) -> bool:
    """Ask DUO whether it has exactly this; what cannot be asked, or is not answered, is not there.

    Raises:
        Unavailable: when DUO is not reached; then it is not sent either.
    """
    question = QUESTIONS.get(bericht.soort)
    if question is None:
        return False
    try:
        found = client.call(OPERATIONS[question.operation], bericht_id=uuid.uuid4(), bsn=bsn)
    except NotFound:
        found = None
    except Unavailable:
        raise
    except DUOFault:
        return False
    body = bericht.gegevens["body"] or {}
    return question.says(_as_json(found), body, bericht.gemeente.cbs_code)


def _as_json(found: Any) -> Any:
    if isinstance(found, list):
        return [one.to_json() for one in found]
    return found.to_json() if isinstance(found, Message) else None


# --- what a fault means ---


def _what(fault: DUOFault, bericht: Bericht, operation: Operation) -> Outcome:
    texts = (str(fault),)
    match fault:
        case Refused() if about_sender(fault.foutteksten):
            texts = tuple(fault.foutteksten)
            return Outcome(Kind.UNREACHED, fault.status, texts, faults.GEEN_TOEGANG)
        case Refused():
            return Outcome(Kind.REFUSED, fault.status, tuple(fault.foutteksten))
        case NotAuthorised(status=403) if _knows_us(bericht):
            return Outcome(Kind.REFUSED, fault.status)
        case NotAuthorised():
            wrong = _connection(texts) if fault.status is None else faults.GEEN_TOEGANG
            return Outcome(Kind.UNREACHED, fault.status, texts, wrong)
        case NotFound():
            return _not_found(fault, bericht, operation)
        case BadRequest():
            return Outcome(Kind.STUCK, fault.status, texts, faults.VORM)
        case UnexpectedAnswer():
            return Outcome(Kind.STUCK, fault.status, texts, faults.AFSPRAAK, arrived=True)
        case Unavailable():
            return _unreached(fault, bericht)
    raise fault


def _not_found(fault: DUOFault, bericht: Bericht, operation: Operation) -> Outcome:
    """What was to be deleted and is not there any more after a lost answer, was deleted by that attempt."""
    texts = (str(fault),)
    if bericht.soort in DELETING:
        if bericht.onzeker:
            return Outcome(Kind.ALREADY, fault.status)
        return Outcome(Kind.STUCK, fault.status, texts, faults.NIETS_TE_VERWIJDEREN)
    unknown = faults.ONBEKEND if "{bsn}" in operation.path else faults.ONBEKEND_NUMMER
    return Outcome(Kind.STUCK, fault.status, texts, unknown)


def _unreached(fault: Unavailable, bericht: Bericht) -> Outcome:
    """Without an answer the cause can be our own certificate; after a fault of DUO the message itself."""
    if fault.status == 500 and _answers(bericht):
        return Outcome(Kind.UNREACHED, fault.status, (str(fault),), arrived=fault.uncertain, alone=True)
    texts, wrong = (str(fault),), None
    if fault.status is None and settings.DUO_URL.startswith("https:"):
        oin = bericht.gemeente.duo_aansluiting.oin
        broken = certificates.broken(oin, timezone.now())
        texts, wrong = (*texts, *broken), _connection(broken) if broken else None
    return Outcome(Kind.UNREACHED, fault.status, texts, wrong, arrived=fault.uncertain)


def _connection(texts: Sequence[str]) -> Fault:
    """Return the fault of the connection with what exactly is wrong."""
    plain = faults.CERTIFICAAT
    return replace(plain, uitleg=f"{plain.uitleg} Gevonden: {' '.join(texts)}")


def _knows_us(bericht: Bericht) -> bool:
    """Return whether DUO answers this gemeente at all, when it refused something in silence."""
    try:
        _ask_plain(bericht)
    except NotAuthorised:
        return False
    except DUOFault:
        return bericht.soort not in SAYS_WHY
    return True


def _answers(bericht: Bericht) -> bool:
    """Return whether DUO works for this gemeente, when it failed at a message."""
    try:
        _ask_plain(bericht)
    except DUOFault:
        return False
    return True


def _ask_plain(bericht: Bericht) -> None:
    """Ask what every gemeente may ask, about nobody: the schools.

    Raises:
        DUOFault: as the client does.
    """
    client = client_for(bericht.gemeente.duo_aansluiting.oin)
    client.call(OPERATIONS["instellingen"], bericht_id=uuid.uuid4())
