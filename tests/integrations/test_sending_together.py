"""Several workers on one outbox, and one that is really killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.db import connection, connections
from django.utils import timezone

from meedoen.domain.keten.actions import claim_due
from meedoen.domain.keten.models import Bericht, Poging
from meedoen.integrations.duo.sending import send_due
from tests.integrations.conftest import DUO_OIN

ROOT = Path(__file__).resolve().parents[2]
Status, Uitkomst = Bericht.Status, Poging.Uitkomst


def together(*works) -> list:
    """Do these in threads that start together, each with a connection of its own."""
    gate, results = threading.Barrier(len(works)), [None] * len(works)

    def run(i: int) -> None:
        gate.wait()
        try:
            results[i] = works[i]()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(i,)) for i in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_workers_that_claim_together_never_claim_the_same(real_duo):
    for _ in range(24):
        real_duo.queue(real_duo.dossier(), "pip")

    def claim_all() -> list[int]:
        claimed = []
        while found := claim_due(at=timezone.now(), limit=3):
            claimed += [bericht.pk for bericht in found]
        return claimed

    claimed = [pk for found in together(claim_all, claim_all, claim_all) for pk in found]
    assert sorted(claimed) == sorted(set(claimed))
    assert len(claimed) == 24


def test_two_workers_on_one_outbox_send_everything_once_and_each_dossier_in_order(real_duo):
    duo = real_duo
    dossiers = [duo.dossier() for _ in range(8)]
    berichten = [duo.queue(one, soort) for soort in ("pip", "aanbod", "uren-taallesknm") for one in dossiers]
    sent = 0
    while found := sum(together(send_due, send_due)):
        sent += found
    assert sent == 24
    with duo.world.scope():
        assert set(Bericht.objects.values_list("status", flat=True)) == {Status.AANGENOMEN}
        assert Poging.objects.count() == 24
        assert set(Poging.objects.values_list("uitkomst", flat=True)) == {Uitkomst.AANGENOMEN}
    for dossier in dossiers:
        person = duo.person(dossier)
        assert person["verwerkt"] == {"pip": 1, "aanbod": 1, "uren-taallesknm": 1}
        assert person["dubbel"] == {}
        own = [b for b in berichten if b.dossier_id == dossier.pk]
        heard = [row["berichtId"] for row in duo.simulator.state.data["ontvangen"]]
        places = [heard.index(str(bericht.bericht_id)) for bericht in own]
        assert places == sorted(places)


def database_url() -> str:
    """Return where the database of this test is, for another process."""
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


WORKER = """
import django
django.setup()
from meedoen.integrations.duo.sending import send_due
send_due(connections=2)
"""


@pytest.mark.parametrize("fault", ["kwijt", "traag"])
def test_a_process_that_is_killed_while_duo_has_the_message_loses_and_doubles_nothing(real_duo, fault):
    """With kwijt DUO has processed it already, with traag not yet."""
    duo = real_duo
    dossier = duo.dossier()
    bericht = duo.queue(dossier, "pip")
    duo.fails("pip", fault, seconden=8.0)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": database_url(),
        "MEEDOEN_DUO_URL": duo.url,
        "MEEDOEN_DUO_OIN": DUO_OIN,
    }
    process = subprocess.Popen([sys.executable, "-c", WORKER], cwd=ROOT, env=environment)
    until = time.monotonic() + 60
    while duo.simulator.state.data["storingen"] or (fault == "kwijt" and not duo.person(dossier)["verwerkt"]):
        assert process.poll() is None, "the worker ended before it sent anything"
        assert time.monotonic() < until, "the worker sent nothing"
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert duo.kept(bericht).status == Status.BEZIG
    assert duo.trail(bericht) == []
    assert duo.work() == 0
    duo.later(minutes=3)
    assert duo.work() == 1
    assert duo.kept(bericht).status == Status.AANGENOMEN
    assert duo.person(dossier)["verwerkt"] == {"pip": 1}
    assert len(duo.trail(bericht)) == 1
    assert duo.tasks() == []
