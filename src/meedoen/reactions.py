"""When this happened, do that: every consequence of an event, on one page.

``within`` runs in the transaction of the event; ``after`` runs after commit, in a
transaction of its own, and may be repeated without harm.
"""

from collections.abc import Sequence

from django.utils.timezone import localdate, now

from meedoen.documents.bridge.hoofd import language_of
from meedoen.documents.bridge.pip import keep_pip_documents
from meedoen.domain.dossier.events import ANY, Event, subscribe
from meedoen.domain.keten.actions import adopt_notificaties
from meedoen.domain.pip.duo import tell_pip, tell_pip_withdrawn
from meedoen.domain.pip.models import PIP
from meedoen.domain.termijn.actions import reckon
from meedoen.domain.termijn.signalen import keep_signals
from meedoen.domain.voortgang.actions import link_own_contactpersoon

PERSON_KNOWN = (
    *("DossierGeopend", "PersoonIngelezen", "PersoonVerhuisd"),
    *("GegevensGewijzigd", "GegevensIngelezen"),
)
"""After these a BSN or V-nummer may be known that was not known before."""


SIGNAL_MAY_CHANGE = (
    *("AttentieChanged", "GegevensGewijzigd", "PIPEstablished", "PIPWithdrawn"),
    *("AanbodOffered", "AanbodChanged", "AanbodWithdrawn"),
)


def connect() -> None:
    """Subscribe every reaction; called once at start-up."""
    subscribe(ANY, keep_worklist, in_bulk=keep_worklists)
    for kind in PERSON_KNOWN:
        subscribe(kind, adopt_earlier_events, in_bulk=adopt_earlier_events_of_many)
    for kind in SIGNAL_MAY_CHANGE:
        subscribe(kind, derive_signals)
    subscribe("PIPEstablished", pip_to_duo)
    subscribe("PIPWithdrawn", withdrawn_pip_to_duo)
    subscribe("DossierToegewezen", contactpersoon_to_duo)
    subscribe("DossierGeopend", contactpersoon_to_duo)
    subscribe("PIPEstablished", make_pip_documents, after_commit=True)
    subscribe("PIPHandedOver", make_pip_documents_again, after_commit=True)


def keep_worklist(event: Event) -> None:
    """Whatever happened: reckon the next step of the dossier again."""
    reckon([event.dossier.pk], on=localdate())


def keep_worklists(events: Sequence[Event]) -> None:
    """The same for many dossiers at once."""
    reckon({event.dossier.pk for event in events}, on=localdate())


def adopt_earlier_events(event: Event) -> None:
    """A person became known: what DUO told about her before goes on in this dossier."""
    adopt_notificaties([event.dossier], at=now())


def adopt_earlier_events_of_many(events: Sequence[Event]) -> None:
    """The same for many dossiers at once."""
    adopt_notificaties([event.dossier for event in events], at=now())


def derive_signals(event: Event) -> None:
    """Something changed from which an attention signal follows: its task comes, or goes, at once."""
    keep_signals([event.dossier.pk], on=localdate())


def pip_to_duo(event: Event) -> None:
    """A PIP was established: DUO is told, or a task says why that waits."""
    tell_pip(_pip_of(event), by=event.by, on=localdate())


def withdrawn_pip_to_duo(event: Event) -> None:
    """A PIP was withdrawn: DUO deletes it, or a task says why that cannot be and what then."""
    tell_pip_withdrawn(_pip_of(event), by=event.by, on=localdate())


def contactpersoon_to_duo(event: Event) -> None:
    """A dossier got a klantmanager: when she is contactpersoon at DUO, she is linked to the person."""
    link_own_contactpersoon(event.dossier, by=event.by)


def _pip_of(event: Event) -> PIP:
    found = PIP.objects.select_related("dossier__gemeente", "dossier__inburgeringsplichtige")
    return found.get(pk=event.data["pip"])


def make_pip_documents(event: Event) -> None:
    """A PIP was established: make the decision and the plan in plain language, in the person's language."""
    pip = _pip_of(event)
    keep_pip_documents(pip, language_of(pip.dossier) or "nl", by=event.by, on=localdate())


def make_pip_documents_again(event: Event) -> None:
    """It was given on another day than foreseen: the letter must say until when bezwaar can be made."""
    if event.data.get("other_day"):
        make_pip_documents(event)
