"""Very many events at once: all are kept, once, and worked off with the progress to be seen.

Ten thousand over HTTP, with the speed: `bench/duo_inbox.py`.
"""

import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from django.db import connections
from django.test import Client
from django.utils.timezone import now

from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.keten.actions import keep_notificatie
from meedoen.domain.keten.incoming import progress
from meedoen.domain.keten.models import DUOAansluiting, Notificatie, Taak
from meedoen.integrations.duo.fetching import handle_due_notificaties
from tests.integrations.conftest import DUO_OIN, OIN, connect

EVENTS, PEOPLE, THREADS = 600, 30, 4
START = datetime(2026, 5, 12, tzinfo=UTC)
CODES = ("SS139", "SS131", "SS199", "SS103", "SS777")


def send(bodies):
    """Post events one after another over one connection, as one thread of DUO does."""
    client = Client(headers={"x-client-subject": DUO_OIN})
    found = []
    for body in bodies:
        headers = {"bron": DUO_OIN, "doel": OIN, "berichtId": str(uuid.uuid4())}
        answer = client.post(
            "/duo/notificaties", json.dumps(body), content_type="application/json", headers=headers
        )
        found.append(answer.status_code)
    connections.close_all()
    return found


def test_hundreds_of_events_from_several_sides_all_sent_twice_are_kept_once_and_worked_off(
    real_world, settings
):
    settings.DUO_OIN, settings.DUO_CLIENT_HEADER, settings.TRUSTED_PROXY = DUO_OIN, "X-Client-Subject", True
    connect(real_world)
    people = [real_world.dossier(real_world.alice) for _ in range(PEOPLE)]
    numbers = [dossier.inburgeringsplichtige.bsn for dossier in people]
    bodies = [
        {
            "registratieDatumTijd": (START + timedelta(seconds=place)).isoformat(),
            "bsn": numbers[place % PEOPLE] if place % 10 else "999999990",
            "gebeurtenisId": CODES[place % len(CODES)],
        }
        for place in range(EVENTS)
    ]
    parts = [bodies[first::THREADS] for first in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        answers = [status for found in pool.map(send, parts + parts[::-1]) for status in found]
    assert answers == [201] * (2 * EVENTS)
    with real_world.scope():
        assert Notificatie.objects.count() == EVENTS
    DUOAansluiting.objects.update(manier="handmatig")  # nothing to ask; what is asked, is in test_fetching
    seen = []
    while handle_due_notificaties(limit=100):
        with real_world.scope():
            seen.append(progress([real_world.leusden.pk], at=now()).percent)
    assert len(seen) >= EVENTS / 100
    assert seen == sorted(set(seen))
    assert seen[-1] == 100
    with real_world.scope():
        done = Notificatie.objects.filter(status="verwerkt").count()
        unknown = Notificatie.objects.filter(status="onbekend").count()
        assert (done, unknown) == (EVENTS - EVENTS // 10, EVENTS // 10)
        assert Taak.objects.filter(soort="onbekend").count() == 1
        of_first = Taak.objects.filter(dossier=people[1], status="open").values_list("soort", flat=True)
        assert len(of_first) == len(set(of_first)) > 0


def test_workers_beside_each_other_do_everything_once(real_world):
    people = [real_world.dossier(real_world.alice) for _ in range(6)]
    with real_world.scope():
        for place, dossier in enumerate(people * 4):
            keep_notificatie(
                real_world.leusden.pk,
                code=CODES[place // len(people)],
                registratie_at=START + timedelta(seconds=place),
                received_at=now() - timedelta(seconds=1),
                bsn=dossier.inburgeringsplichtige.bsn,
            )

    def work(_):
        try:
            done = 0
            while found := handle_due_notificaties(limit=3):
                done += found
            return done
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(work, range(3))) == 4 * len(people)
    with real_world.scope():
        assert set(Notificatie.objects.values_list("status", flat=True)) == {"verwerkt"}
        for dossier in people:
            told = Gebeurtenis.objects.filter(dossier=dossier, kind="NotificatieVerwerkt")
            made = Taak.objects.filter(dossier=dossier).values_list("soort", flat=True)
            assert (told.count(), sorted(made)) == (4, sorted(CODES[:4]))
