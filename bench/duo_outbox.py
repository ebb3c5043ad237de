"""Messages for DUO: how many are sent in a second, and how long each waits for DUO.

Run: ``python bench/duo_outbox.py [--messages 2000]``. It starts the DUO-simulator in a process of its own,
queues two messages for each person (a PIP and hours, which must arrive in that order), works the outbox off
over HTTP as `meedoen worker` does, with SQLite and full synchronisation, and counts what arrived. Everything
is in a folder that is thrown away. The simulator is a Python program on the same cores, not DUO.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.duo_inbox import configure, fill, free_port, known_to_duo, running

SOORTEN = ("pip", "uren-taallesknm")


def main() -> int:
    """Measure and print; returns 1 when a message was lost, refused or sent twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=2_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder), asked.messages // len(SOORTEN))


def measure(folder: Path, people: int) -> int:
    """Queue, send, count, and print each figure as soon as it is there."""
    site, duo = free_port(), free_port()
    configure(folder, site, duo)
    gemeente_id, numbers = fill(people)
    seed = folder / "personen.json"
    seed.write_text(json.dumps(known_to_duo(numbers)), encoding="utf-8")
    began = time.perf_counter()
    messages = queue_all(gemeente_id)
    print(
        f"queued: {messages:,} messages, {messages / (time.perf_counter() - began):.0f} a second", flush=True
    )
    with running("duo-simulator", "--port", str(duo), "--personen", str(seed), port=duo):
        for connections, share in ((1, 0.25), (4, 1.0)):
            hold_all_but(gemeente_id, share)
            send_and_print(connections)
    return check(gemeente_id, messages)


def queue_all(gemeente_id: int) -> int:
    """Queue what must be told, each message in a transaction of its own as a page does; returns how many."""
    from django.db import transaction
    from django.utils.timezone import localdate

    from meedoen.domain.dossier.models import Dossier
    from meedoen.domain.keten.actions import queue_bericht
    from meedoen.domain.regio.tenancy import tenant_scope

    bodies = {
        "pip": {"dagtekeningPip": localdate().isoformat(), "leerroute": "B"},
        "uren-taallesknm": {"uren": 12},
    }
    with transaction.atomic(), tenant_scope([gemeente_id]):
        dossiers = list(Dossier.objects.select_related("inburgeringsplichtige"))
    for dossier in dossiers:
        for soort in SOORTEN:
            with transaction.atomic(), tenant_scope([gemeente_id]):
                queue_bericht(dossier, soort, omschrijving=soort, by=None, body=bodies[soort])
    return len(dossiers) * len(SOORTEN)


def hold_all_but(gemeente_id: int, share: float) -> None:
    """Let only a share of the messages that wait go now."""
    from datetime import timedelta

    from django.db import transaction
    from django.utils.timezone import now

    from meedoen.domain.keten.models import Bericht
    from meedoen.domain.regio.tenancy import tenant_scope

    with transaction.atomic(), tenant_scope([gemeente_id]):
        waiting = Bericht.objects.filter(status=Bericht.Status.KLAAR).order_by("pk")
        ids = list(waiting.values_list("pk", flat=True))
        go = ids[: round(len(ids) * share)]
        waiting.update(next_attempt_at=now() + timedelta(days=1))
        Bericht.objects.filter(pk__in=go).update(next_attempt_at=now())


def send_and_print(connections: int) -> None:
    """Work the outbox off and print how many messages went in a second."""
    from meedoen.integrations.duo.sending import send_due

    began, busy, sent = time.perf_counter(), time.process_time(), 0
    while found := send_due(connections=connections):
        sent += found
    took, cpu = time.perf_counter() - began, time.process_time() - busy
    each = f"{1000 * cpu / sent:.1f} ms of this processor each; load {os.getloadavg()[0]:.1f}"
    print(f"sent over {connections}: {sent:,} messages, {sent / took:.0f} a second, {each}", flush=True)


def check(gemeente_id: int, messages: int) -> int:
    """Print what became of all messages; return 1 when one is missing or was sent twice."""
    from django.db import transaction

    from meedoen.domain.keten.models import Bericht, Poging
    from meedoen.domain.regio.tenancy import tenant_scope

    with transaction.atomic(), tenant_scope([gemeente_id]):
        accepted = Bericht.objects.filter(status=Bericht.Status.AANGENOMEN).count()
        waits = sorted(Poging.objects.values_list("duur_ms", flat=True))
    p50, p95 = statistics.median(waits), statistics.quantiles(waits, n=100)[94]
    print(f"one call, as the worker sees it: p50 {p50:.0f} ms, p95 {p95:.0f} ms")
    print(f"accepted: {accepted:,} of {messages:,}, in {len(waits):,} attempts")
    return 0 if accepted == messages == len(waits) else 1


if __name__ == "__main__":
    sys.exit(main())
