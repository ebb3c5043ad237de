"""What can happen in a dossier, and how others hear of it.

An action writes an event; subscribers react. Two moments: ``within`` the same
transaction (what must be true together with the event, such as the worklist) and
``after`` commit (what may be repeated, such as a PDF). The domain never calls
outward: `meedoen.reactions` subscribes at start-up.
"""

from collections import defaultdict
from collections.abc import Callable
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
_within: dict[str, list[Handler]] = defaultdict(list)
_after: dict[str, list[Handler]] = defaultdict(list)
ANY = "*"


def subscribe(kind: str, handler: Handler, *, after_commit: bool = False) -> None:
    """Have ``handler`` called for each event of ``kind`` (or ``ANY``)."""
    register = _after if after_commit else _within
    if handler not in register[kind]:
        register[kind].append(handler)


def publish(event: Event) -> Gebeurtenis:
    """Write the event in the logbook of the dossier and tell the subscribers."""
    row = Gebeurtenis.objects.create(
        gemeente_id=event.dossier.gemeente_id,
        dossier=event.dossier,
        kind=event.kind,
        by=event.by,
        sentence=event.sentence[:500],
        reason=event.reason[:1000],
        data=event.data,
    )
    for handler in (*_within[event.kind], *_within[ANY]):
        handler(event)
    for handler in (*_after[event.kind], *_after[ANY]):
        transaction.on_commit(lambda handler=handler: _run_after(handler, event), robust=True)
    return row


def _run_after(handler: Handler, event: Event) -> None:
    """Run a reaction in a transaction of its own, for the gemeente of the dossier."""
    with transaction.atomic(), tenant_scope([event.dossier.gemeente_id]):
        handler(event)
