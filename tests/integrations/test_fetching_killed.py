"""A worker that dies at any step of handling events loses nothing and doubles nothing."""

import itertools
import uuid
from datetime import UTC, datetime, timedelta

from django.utils.timezone import now

from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.keten.actions import keep_notificatie
from meedoen.domain.keten.models import Aanlevering, Notificatie, Taak
from meedoen.integrations.duo.fetching import handle_due_notificaties
from tests.integrations.conftest import Duo, connect
from tests.integrations.killing import run_and_kill

AT = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)


def events(duo, dossier, unknown_bsn):
    """One event about somebody here, one about nobody here."""
    with duo.world.scope():
        for bsn in (dossier.inburgeringsplichtige.bsn, unknown_bsn):
            keep_notificatie(
                duo.world.leusden.pk,
                code="SS101",
                registratie_at=AT,
                received_at=now() - timedelta(seconds=1),
                bsn=bsn,
                bericht_id=uuid.uuid4(),
            )


def outcome(duo, dossier):
    """Return everything that must be there once."""
    with duo.world.scope():
        return {
            "kept": sorted(Aanlevering.objects.filter(dossier=dossier).values_list("kenmerk", flat=True)),
            "tasks": list(Taak.objects.filter(dossier=dossier).values_list("soort", "status")),
            "told": Gebeurtenis.objects.filter(dossier=dossier, kind="NotificatieVerwerkt").count(),
            "made": Gebeurtenis.objects.filter(dossier=dossier, kind="TaakMade").count(),
            "status": sorted(Notificatie.objects.values_list("status", flat=True)),
            "unknown": Taak.objects.filter(soort="onbekend", status="open").count(),
        }


EXPECTED = {
    "kept": ["DUO doelgroep 1.2.2", "DUO inburgeringsplicht 1.2.2"],
    "tasks": [("SS101", "open")],
    "told": 1,
    "made": 1,
    "status": ["onbekend", "verwerkt"],
    "unknown": 1,
}


def forget(duo):
    """Make room for the next round; the evidence of a dossier stays, so each round has its own."""
    with duo.world.scope():
        Taak.objects.all().delete()
        Notificatie.objects.all().delete()


def test_killed_at_any_statement_commit_or_call_everything_is_done_once(real_world, running):
    connect(real_world)
    duo = Duo(real_world, *running)
    for at in itertools.count(1):
        dossier = duo.dossier()
        events(duo, dossier, "999999990")
        steps = run_and_kill(handle_due_notificaties, at)
        handle_due_notificaties(at=now() + timedelta(minutes=16))  # another worker, when the claim is stale
        assert outcome(duo, dossier) == EXPECTED, f"killed at step {at}: {steps.name}"
        forget(duo)
        if not steps.killed:
            break
    assert at > 40
