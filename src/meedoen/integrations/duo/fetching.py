"""Working off the inbox: for each event ask DUO what it says now, and let the domain draw the consequences.

DUO is asked outside any transaction. What one person's events need is asked once, however many events there
are. All consequences of a person's events are in one transaction, so a worker that dies leaves nothing half:
another one claims the events again.
"""

import logging
import uuid
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from http import HTTPStatus
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from meedoen.domain.dossier.events import together
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions import (
    NOT_ASKED,
    Antwoord,
    Gevraagd,
    adopt_late,
    ask_teamleider,
    claim_notificaties,
    find_dossiers,
    give_back,
    hurry_notificaties,
    note_fault,
    postpone,
    settle,
)
from meedoen.domain.keten.actions.sending_storing import note_failure, note_success
from meedoen.domain.keten.betekenis import interface_of
from meedoen.domain.keten.faults import GEEN_TOEGANG
from meedoen.domain.keten.gebeurtenissen import betekenis_of
from meedoen.domain.keten.incoming import gemeenten_with_due
from meedoen.domain.keten.models import DUOAansluiting, Notificatie
from meedoen.domain.keten.selectors import aansluiting_of
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.tenancy import tenant_scope

from .client import (
    BadRequest,
    DUOFault,
    NotAuthorised,
    NotFound,
    Refused,
    Unavailable,
    UnexpectedAnswer,
    client_for,
)
from .operations import OPERATIONS
from .shape import Message

log = logging.getLogger(__name__)

CONNECTIONS = 4
"""About so many people DUO is asked at the same time."""

AT_ONCE = 8
"""The consequences for so many people are one transaction: short enough for an event that comes meanwhile."""

PROBE_PAUSE = timedelta(seconds=10)
"""In a storing DUO is tried with one event, and not more often than this by one worker."""

UNREACHABLE = "DUO was niet bereikbaar."
CLOSED = "DUO gaf uw gemeente geen toegang."
NO_ACCESS = "deze persoon hoort voor DUO niet (meer) bij uw gemeente."
UNREADABLE = "het antwoord was anders dan is afgesproken."

_probed: dict[int, datetime] = {}
"""When this worker last tried in vain, by gemeente."""


@dataclass(frozen=True, slots=True)
class Werk:
    """The events of one person that are handled together.

    Attributes:
        bsn: by which DUO is asked; empty when DUO is not asked.
        operations: what is asked.
    """

    dossier: Dossier
    rows: Sequence[Notificatie]
    bsn: str
    operations: Sequence[str]


def handle_due_notificaties(limit: int = 100, *, at: datetime | None = None) -> int:
    """Handle events that wait, at most `limit` for each gemeente; returns how many are done with.

    Safe with any number of workers, and to run again at any moment.
    """
    moment = at or now()
    everywhere = list(Gemeente.objects.values_list("pk", flat=True))
    with transaction.atomic(), tenant_scope(everywhere):
        due = gemeenten_with_due(everywhere, at=moment)
    return sum(_handle(gemeente_id, moment, limit) for gemeente_id in due)


def find_late_dossiers(day: date) -> int:
    """Once a day: events of somebody unknown whose dossier is there by now go on after all."""
    found = 0
    for gemeente_id in Gemeente.objects.values_list("pk", flat=True):
        with transaction.atomic(), tenant_scope([gemeente_id]):
            found += adopt_late(gemeente_id, at=now())
    return found


def _handle(gemeente_id: int, at: datetime, limit: int) -> int:
    aansluiting = aansluiting_of(gemeente_id)
    storing = aansluiting.by_interface and aansluiting.storing_since is not None
    if storing and gemeente_id in _probed and at < _probed[gemeente_id] + PROBE_PAUSE:
        return 0
    with transaction.atomic(), tenant_scope([gemeente_id]):
        claimed = claim_notificaties(gemeente_id, at=at, limit=1 if storing else limit)
        work = _by_person(claimed, aansluiting)
        known = {row.pk for one in work for row in one.rows}
        unknown = [row for row in claimed if row.pk not in known]
        for row in unknown:
            ask_teamleider(row, at=at)
    return len(unknown) + _work_off(work, aansluiting, at)


def _by_person(rows: Sequence[Notificatie], aansluiting: DUOAansluiting) -> list[Werk]:
    """Group events by dossier; those of nobody here are left out."""
    dossiers = find_dossiers(rows)
    groups: dict[int, list[Notificatie]] = {}
    for row in rows:
        if row.pk in dossiers:
            groups.setdefault(dossiers[row.pk].pk, []).append(row)
    return [_work(dossiers[group[0].pk], group, aansluiting) for group in groups.values()]


def _work(dossier: Dossier, rows: Sequence[Notificatie], aansluiting: DUOAansluiting) -> Werk:
    if not aansluiting.by_interface:
        return Werk(dossier, rows, "", ())
    bsn = dossier.inburgeringsplichtige.bsn or next((row.bsn for row in rows if row.bsn), "")
    operations = dict.fromkeys(name for row in rows for name in betekenis_of(row.gebeurtenis_id).haal)
    return Werk(dossier, rows, bsn, tuple(operations) if bsn else ())


def _work_off(work: Sequence[Werk], aansluiting: DUOAansluiting, at: datetime) -> int:
    """Ask and settle, a few people at a time; stops at the first sign that DUO cannot be reached."""
    done, waiting = 0, iter(work)
    with ThreadPoolExecutor(CONNECTIONS, "duo-fetching") as pool:
        while chunk := list(islice(waiting, AT_ONCE)):
            asked = [pool.submit(ask_duo, aansluiting.oin, one.bsn, one.operations) for one in chunk]
            answered, unreached = [], []
            for one, future in zip(chunk, asked, strict=True):
                try:
                    answered.append((one, future.result()))
                except (Unavailable, NotAuthorised) as fault:
                    unreached.append((one, fault))
            done += _settle(answered, aansluiting, at)
            if unreached:
                _let_wait(unreached, waiting, aansluiting.gemeente_id, at)
                break
    return done


def _settle(answered: Sequence[tuple[Werk, Gevraagd]], aansluiting: DUOAansluiting, at: datetime) -> int:
    """Draw the consequences for a few people in one transaction; returns how many events are done with.

    When our own software fails at it, each person gets a transaction of her own, so that one holds up nobody.
    """
    gemeente_id = aansluiting.gemeente_id
    try:
        with transaction.atomic(), tenant_scope([gemeente_id]), together():
            if any(asked.asked for _, asked in answered):
                note_success(gemeente_id, at=at)
                if aansluiting.storing_since is not None:
                    hurry_notificaties(gemeente_id, at=at)
            in_order = sorted(
                answered, key=lambda pair: pair[0].dossier.pk
            )  # two workers lock in the same order
            return sum(settle(one.dossier, one.rows, asked, at=at) for one, asked in in_order)
    except Exception as fault:
        if len(answered) > 1:
            return sum(_settle([pair], aansluiting, at) for pair in answered)
        # The text of a fault can hold what somebody is called; its kind and place cannot.
        log.error("events of DUO could not be handled: %s", type(fault).__name__)
        with transaction.atomic(), tenant_scope([gemeente_id]):
            note_fault(answered[0][0].rows, at=at, fout=type(fault).__name__)
        return 0


def _let_wait(
    unreached: Sequence[tuple[Werk, DUOFault]], untried: Iterable[Werk], gemeente_id: int, at: datetime
) -> None:
    """Give everything back: what was tried waits its pause, the rest waits until DUO answers again."""
    closed = any(isinstance(fault, NotAuthorised) for _, fault in unreached)
    _probed[gemeente_id] = at
    with transaction.atomic(), tenant_scope([gemeente_id]):
        note_failure(gemeente_id, at=at, fault=GEEN_TOEGANG if closed else None)
        for one, _ in unreached:
            postpone(one.rows, at=at, fout=CLOSED if closed else UNREACHABLE)
        for one in untried:
            give_back(one.rows)


def ask_duo(oin: str, bsn: str, operations: Sequence[str]) -> Gevraagd:
    """Ask DUO everything that is needed about one person.

    Args:
        oin: of the gemeente that asks.
        bsn: of the person.
        operations: names of reading operations; none asks nothing.

    Raises:
        Unavailable: when DUO cannot be reached; then nothing may be concluded.
        NotAuthorised: when DUO does not know the gemeente, or there is no connection yet.
    """
    if not operations:
        return NOT_ASKED
    client, answers, refused = client_for(oin), [], dict[str, None]()
    for name in operations:
        operation = OPERATIONS[name]
        try:
            body = _published(client.call(operation, bericht_id=uuid.uuid4(), bsn=bsn))
        except NotFound:
            body = None
        except Refused as fault:
            refused |= dict.fromkeys(text.replace(bsn, "…") for text in fault.foutteksten)
            continue
        except NotAuthorised as fault:
            if fault.status != HTTPStatus.FORBIDDEN:
                raise
            refused[NO_ACCESS] = None
            continue
        except (BadRequest, UnexpectedAnswer) as fault:
            log.error("DUO %s: %s", name, type(fault).__name__)
            refused[UNREADABLE] = None
            continue
        answers.append(Antwoord(interface_of(name), operation.interface.version, body))
    return Gevraagd(answers, tuple(refused), asked=True)


def _published(said: Message | list[Message] | None) -> Any:
    """Return what DUO said as it published it: JSON."""
    if isinstance(said, list):
        return [one.to_json() for one in said]
    return None if said is None else said.to_json()
