"""What can happen in a dossier, and how others hear of it.

An action writes an event; subscribers react. Two moments: ``within`` the same
transaction (what must be true together with the event, such as the worklist) and
``after`` commit (what may be repeated, such as a PDF). The domain never calls
outward: `meedoen.reactions` subscribes at start-up.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from meedoen.domain.regio.tenancy import tenant_scope

from .models import Dossier, Gebeurtenis


@dataclass(frozen=True)
class Event:
    """Something that happened in a dossier, in the past tense.

    Attributes:
        kind: name of the event, such as ``PIPEstablished``.
        dossier: where it happened.
        by: the medewerker, or None for a job.
        sentence: one Dutch sentence for the logbook.
        reason: why, when a person gave a reason.
        data: what a reaction needs (JSON).
    """

    kind: str
    dossier: Dossier
    by: Any
    sentence: str
    reason: str = ""
    data: dict[str, Any] = field(default_factory=dict)


Handler = Callable[[Event], None]
BulkHandler = Callable[[Sequence[Event]], None]
_within: dict[str, list[Handler]] = defaultdict(list)
_in_bulk: dict[Handler, BulkHandler] = {}
_after: dict[str, list[Handler]] = defaultdict(list)
_gathered: ContextVar[list[Event] | None] = ContextVar("gathered", default=None)
ANY = "*"


def subscribe(
    kind: str, handler: Handler, *, after_commit: bool = False, in_bulk: BulkHandler | None = None
) -> None:
    """Have ``handler`` called for each event of ``kind`` (or ``ANY``).

    Args:
        in_bulk: what to call once instead, with all of them, when many events are published together.
    """
    register = _after if after_commit else _within
    if in_bulk is not None:
        _in_bulk[handler] = in_bulk
    if handler not in register[kind]:
        register[kind].append(handler)


def publish(event: Event) -> Gebeurtenis:
    """Write the event in the logbook of the dossier and tell the subscribers."""
    if (gathered := _gathered.get()) is not None:
        gathered.append(event)
        return _row(event)
    row = _row(event)
    row.save()
    for handler in (*_within[event.kind], *_within[ANY]):
        handler(event)
    for handler in (*_after[event.kind], *_after[ANY]):
        transaction.on_commit(lambda handler=handler: _run_after(handler, event), robust=True)
    return row


@contextmanager
def together() -> Iterator[None]:
    """Gather what actions publish in this block and publish it at its end, as `publish_many` does.

    For work on many dossiers in one transaction: a reaction such as the worklist then runs once for all of
    them. After a fault in the block nothing is published.
    """
    if _gathered.get() is not None:
        yield
        return
    gathered: list[Event] = []
    token = _gathered.set(gathered)
    try:
        yield
    finally:
        _gathered.reset(token)
    publish_many(gathered)


def publish_many(events: Sequence[Event]) -> None:
    """Write many events at once, as `publish` does each; for work on hundreds of dossiers."""
    Gebeurtenis.objects.bulk_create([_row(event) for event in events], batch_size=500)
    by_handler: dict[Handler, list[Event]] = {}
    for event in events:
        for handler in (*_within[event.kind], *_within[ANY]):
            by_handler.setdefault(handler, []).append(event)
        for handler in (*_after[event.kind], *_after[ANY]):
            transaction.on_commit(
                lambda handler=handler, event=event: _run_after(handler, event), robust=True
            )
    for handler, group in by_handler.items():
        if handler in _in_bulk:
            _in_bulk[handler](group)
        else:
            for event in group:
                handler(event)


def _row(event: Event) -> Gebeurtenis:
    return Gebeurtenis(
        gemeente_id=event.dossier.gemeente_id,
        dossier=event.dossier,
        kind=event.kind,
        by=event.by,
        sentence=event.sentence[:500],
        reason=event.reason[:1000],
        data=event.data,
    )


def _run_after(handler: Handler, event: Event) -> None:
    """Run a reaction in a transaction of its own, for the gemeente of the dossier."""
    with transaction.atomic(), tenant_scope([event.dossier.gemeente_id]):
        handler(event)
