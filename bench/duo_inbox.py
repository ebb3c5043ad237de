"""DUO's events: how soon each is answered over HTTP, and how many are handled in a second.

Run: ``python bench/duo_inbox.py [--events 10000] [--people 5000] [--senders 8]``. It starts Meedoen (gunicorn
as `meedoen serve` does, SQLite with full synchronisation) and the DUO-simulator in processes of their own,
posts all events at once from several threads, counts the rows, and works them off: each person's events ask
the simulator what DUO says now. Everything is in a folder that is thrown away.
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

AIM = 100
"""Milliseconds within which 95 of 100 events must be answered."""
DUO_OIN, OIN = "00000099000000001000", "00000099000000000327"
CODES = ("SS139", "SS131", "SS199", "SS103")
MEEDOEN = Path(sys.executable).parent / "meedoen"


def main() -> int:
    """Measure and print; returns 1 when an event was lost or the aim was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=5_000)
    parser.add_argument("--senders", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder), asked.events, min(asked.people, asked.events), asked.senders)


def measure(folder: Path, events: int, people: int, senders: int) -> int:
    """Do the whole and print each figure as soon as it is there."""
    site, duo = free_port(), free_port()
    configure(folder, site, duo)
    gemeente_id, numbers = fill(people)
    seed = folder / "personen.json"
    seed.write_text(json.dumps(known_to_duo(numbers)), encoding="utf-8")
    with running("duo-simulator", "--port", str(duo), "--personen", str(seed), port=duo):
        with running("serve", "--zonder-worker", port=site):
            one = post_all(site, bodies(numbers, 500, day=1), 1)
            print_times("one sender", one)
            many = post_all(site, bodies(numbers, events, day=2), senders)
            print_times(f"{events:,} events at once, {senders} senders", many)
        lost = len(one) + len(many) - kept(gemeente_id)
        print(f"lost: {lost}")
        work_off(gemeente_id)
    slow = percentile(one, 95) > AIM
    print(f"aim: 95 of 100 events of one sender answered within {AIM} ms: {'missed' if slow else 'met'}")
    return 1 if lost or slow else 0


# --- Meedoen, the simulator, and people whom both know ---


def configure(folder: Path, site: int, duo: int) -> None:
    """Set the environment of this process and those it starts; DEMO opens the inbox without a certificate."""
    os.environ |= {
        "MEEDOEN_SECRET_KEY": "only-for-the-benchmark-" + "x" * 40,
        "MEEDOEN_FIELD_KEYS": "ZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmY=",
        "MEEDOEN_INDEX_KEY": "aWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWk=",
        "MEEDOEN_DATA_DIR": str(folder),
        "MEEDOEN_HTTPS": "nee",
        "MEEDOEN_DEMO": "ja",
        "MEEDOEN_DUO_OIN": DUO_OIN,
        "MEEDOEN_DUO_URL": f"http://127.0.0.1:{duo}",
        "MEEDOEN_LOG_LEVEL": "ERROR",
        "PORT": str(site),
        "DJANGO_SETTINGS_MODULE": "meedoen.project.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def fill(people: int) -> tuple[int, list[str]]:
    """Make a connected gemeente with so many dossiers; return its id and their BSNs."""
    from django.db import transaction
    from django.utils.timezone import localdate

    from meedoen.demo.numbers import fictional_bsn
    from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
    from meedoen.domain.keten.models import DUOAansluiting
    from meedoen.domain.regio.models import Gemeente
    from meedoen.domain.regio.tenancy import tenant_scope
    from meedoen.domain.termijn.actions import reckon

    gemeente = Gemeente.objects.create(naam="Leusden", cbs_code="0327")
    DUOAansluiting.objects.create(gemeente=gemeente, manier=DUOAansluiting.Manier.M2M, oin=OIN)
    numbers = [fictional_bsn(number) for number in range(people)]
    with transaction.atomic(), tenant_scope([gemeente.pk]):
        persons = [Inburgeringsplichtige(gemeente=gemeente, achternaam="Haddad") for _ in numbers]
        for person, bsn in zip(persons, numbers, strict=True):
            person.bsn = bsn
            person.set_zoeknaam()
        Inburgeringsplichtige.objects.bulk_create(persons, batch_size=500)
        made = Dossier.objects.bulk_create(
            [
                Dossier(gemeente=gemeente, inburgeringsplichtige=person, doelgroep="asielstatushouder")
                for person in persons
            ],
            batch_size=500,
        )
        reckon([dossier.pk for dossier in made], on=localdate())
    return gemeente.pk, numbers


def known_to_duo(numbers: list[str]) -> dict[str, object]:
    """Return the same people as the simulator reads them."""
    since = (datetime.now(UTC).date() - timedelta(days=180)).isoformat()
    plain = {"gemeente": "0327", "vestiging": since, "doelgroep": "asiel", "plicht": since}
    return {
        "duo_oin": DUO_OIN,
        "gemeenten": [{"oin": OIN, "code": "0327", "naam": "Leusden"}],
        "personen": [{"bsn": bsn} | plain for bsn in numbers],
    }


@contextmanager
def running(*command: str, port: int) -> Iterator[None]:
    """Start a command of Meedoen and wait until it listens."""
    process = subprocess.Popen(
        [MEEDOEN, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        ends = time.perf_counter() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if process.poll() is not None or time.perf_counter() > ends:
                    raise RuntimeError(f"meedoen {command[0]} does not start") from None
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


# --- posting ---


def bodies(numbers: list[str], count: int, day: int) -> list[dict[str, str]]:
    """Return different events, spread over the people."""
    start = datetime(2026, 5, day, tzinfo=UTC)
    return [
        {
            "registratieDatumTijd": (start + timedelta(seconds=place)).isoformat(),
            "bsn": numbers[place % len(numbers)],
            "gebeurtenisId": CODES[place // len(numbers) % len(CODES)],
        }
        for place in range(count)
    ]


def post_all(port: int, events: list[dict[str, str]], senders: int) -> list[float]:
    """Post events from threads and return the seconds of each; anything but 201 is a fault."""
    own = threading.local()

    def post(body: dict[str, str]) -> float:
        if not hasattr(own, "client"):
            own.client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False)
        headers = {"bron": DUO_OIN, "doel": OIN, "berichtId": str(uuid.uuid4())}
        began = time.perf_counter()
        answer = own.client.post("/duo/notificaties", json=body, headers=headers)
        if answer.status_code != 201:
            raise RuntimeError(f"status {answer.status_code}")
        return time.perf_counter() - began

    with ThreadPoolExecutor(senders) as pool:
        return list(pool.map(post, events))


def print_times(what: str, seconds: list[float]) -> None:
    """Print how long answers took."""
    p50, p95, p99 = (f"{percentile(seconds, share):.1f}" for share in (50, 95, 99))
    print(f"{what}: p50 {p50} ms, p95 {p95} ms, p99 {p99} ms", flush=True)


def percentile(seconds: list[float], share: int) -> float:
    """Return in milliseconds within how long `share` of a hundred answers came."""
    return 1000 * statistics.quantiles(seconds, n=100)[share - 1]


# --- handling ---


def kept(gemeente_id: int) -> int:
    """Return how many events are kept."""
    from django.db import transaction

    from meedoen.domain.keten.models import Notificatie
    from meedoen.domain.regio.tenancy import tenant_scope

    with transaction.atomic(), tenant_scope([gemeente_id]):
        return Notificatie.objects.count()


def work_off(gemeente_id: int) -> None:
    """Handle all events, and print how it goes on and how many there were in a second."""
    from django.db import transaction
    from django.utils.timezone import now

    from meedoen.domain.keten.incoming import progress
    from meedoen.domain.regio.tenancy import tenant_scope
    from meedoen.integrations.duo.fetching import handle_due_notificaties

    began, done = time.perf_counter(), 0
    while found := handle_due_notificaties():
        done += found
        with transaction.atomic(), tenant_scope([gemeente_id]):
            far = progress([gemeente_id], at=now())
        if sys.stdout.isatty():
            print(f"\rhandled {far.percent} %", end="", flush=True)
    took = time.perf_counter() - began
    print(f"handled, DUO asked for each person: {done:,} events in {took:.1f} s, {done / took:.0f} a second")
    print(f"left: {far.waiting} waiting, {far.unknown} unknown, {far.stuck} stuck")


if __name__ == "__main__":
    sys.exit(main())
