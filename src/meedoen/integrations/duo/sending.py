"""The outbox worked off: claim, bring it to DUO, write what came back.

Three steps: the claim is committed before DUO is called, DUO is called outside any transaction, and what came
back is written in one transaction. Whoever dies in between leaves a claim that grows stale; the message then
goes again with the same berichtId, after DUO was asked whether it has it already.
"""

import logging
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from meedoen.domain.keten.actions import (
    Attempt,
    accept_bericht,
    anything_due,
    claim_due,
    free_stale,
    postpone_bericht,
    refuse_bericht,
    stop_bericht,
    unclaim,
)
from meedoen.domain.keten.faults import AFSPRAAK
from meedoen.domain.keten.models import Bericht
from meedoen.domain.regio.tenancy import tenant_scope

from .carrying import Kind, Outcome, carry

log = logging.getLogger("meedoen.duo")
Clock = Callable[[], datetime]
CONNECTIONS = 4
"""How many messages are under way at once."""
TURNS = 3
"""How many messages of one claim each connection has before it; a claim costs a query of some size."""
STALE_AFTER = timedelta(minutes=2)
"""A claim that is older is of a dead worker; longer when DUO may take longer to answer."""


def send_due(limit: int = 200, *, connections: int = CONNECTIONS, clock: Clock = timezone.now) -> int:
    """Send what may leave now, `limit` messages at most; returns how many were tried.

    The job of the worker; other jobs have their turn after `limit`. Two workers may do it at the same time.
    With one connection it happens in the calling thread.
    """
    free_stale(at=clock(), older_than=stale_after())
    if not anything_due(at=clock()):
        return 0
    outbox = Outbox(connections, limit, clock)
    if connections == 1:
        return outbox.work_off()
    with ThreadPoolExecutor(connections, thread_name_prefix="duo") as pool:
        return sum(pool.map(lambda _: outbox.work_off_in_thread(), range(connections)))


def stale_after() -> timedelta:
    """Return after how long a claim is of a dead worker: time to wait its turn, ask and send."""
    return max(STALE_AFTER, timedelta(seconds=8 * settings.DUO_TIMEOUT))


@dataclass
class Outbox:
    """Messages claimed together and handed out one by one, so that threads share one claim."""

    at_once: int
    limit: int
    clock: Clock
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _claimed: list[Bericht] = field(default_factory=list)

    def work_off(self) -> int:
        """Send until nothing may leave any more; returns how many."""
        sent = 0
        while (claim := self._take()) is not None:
            outcome = send(claim, self.clock)
            if outcome.kind is Kind.UNREACHED and not outcome.alone:
                self._leave(claim.gemeente_id)
            sent += 1
        return sent

    def work_off_in_thread(self) -> int:
        """The same in a thread, which closes its own connection with the database."""
        try:
            return self.work_off()
        finally:
            connection.close()

    def _take(self) -> Bericht | None:
        with self._lock:
            if not self._claimed and self.limit > 0:
                turns = min(TURNS * self.at_once, self.limit)
                self._claimed = claim_due(at=self.clock(), limit=turns)
                self.limit -= len(self._claimed)
            return self._claimed.pop(0) if self._claimed else None

    def _leave(self, gemeente_id: int) -> None:
        """Leave what else was claimed for a gemeente: DUO is tried again later, with one message."""
        with self._lock:
            left = [claim for claim in self._claimed if claim.gemeente_id == gemeente_id]
            self._claimed = [claim for claim in self._claimed if claim.gemeente_id != gemeente_id]
        if left:
            unclaim(left)


def send(claim: Bericht, clock: Clock = timezone.now) -> Outcome:
    """Bring one claimed message to DUO and write what came back."""
    began = time.monotonic()
    try:
        outcome = carry(claim)
    except Exception as fault:
        log.error("bericht %d: %s\n%s", claim.pk, type(fault).__name__, _where(fault))
        text = f"fout in Meedoen ({type(fault).__name__})"
        outcome = Outcome(Kind.STUCK, texts=(text,), fault=AFSPRAAK, arrived=True)
    duration = round(1000 * (time.monotonic() - began))
    attempt = Attempt(clock(), duration, outcome.status, outcome.texts)
    with transaction.atomic(), tenant_scope([claim.gemeente_id]):
        _write(claim, attempt, outcome)
    level = logging.DEBUG if outcome.kind in {Kind.ACCEPTED, Kind.ALREADY} else logging.WARNING
    log.log(
        level, "bericht %d (%s): %s, status %s", claim.pk, claim.soort, outcome.kind.value, outcome.status
    )
    return outcome


def _write(claim: Bericht, attempt: Attempt, outcome: Outcome) -> None:
    match outcome.kind:
        case Kind.ACCEPTED | Kind.ALREADY:
            already = outcome.kind is Kind.ALREADY
            accept_bericht(claim, attempt, already=already, number=outcome.number)
        case Kind.REFUSED:
            refuse_bericht(claim, attempt)
        case Kind.UNREACHED:
            postpone_bericht(
                claim, attempt, arrived=outcome.arrived, alone=outcome.alone, fault=outcome.fault
            )
        case Kind.STUCK:
            stop_bericht(claim, attempt, outcome.fault or AFSPRAAK, arrived=outcome.arrived)


def _where(fault: Exception) -> str:
    """Return where it went wrong, without the text of the fault: that can hold personal data."""
    return "".join(traceback.format_tb(fault.__traceback__))
