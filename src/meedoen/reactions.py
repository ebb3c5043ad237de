"""When this happened, do that: every consequence of an event, on one page.

``within`` runs in the transaction of the event; ``after`` runs after commit, in a
transaction of its own, and may be repeated without harm.
"""

from collections.abc import Sequence

from django.utils.timezone import localdate

from meedoen.domain.dossier.events import ANY, Event, subscribe
from meedoen.domain.termijn.actions import reckon


def connect() -> None:
    """Subscribe every reaction; called once at start-up."""
    subscribe(ANY, keep_worklist, in_bulk=keep_worklists)


def keep_worklist(event: Event) -> None:
    """Whatever happened: reckon the next step of the dossier again."""
    reckon([event.dossier.pk], on=localdate())


def keep_worklists(events: Sequence[Event]) -> None:
    """The same for many dossiers at once."""
    reckon({event.dossier.pk for event in events}, on=localdate())
