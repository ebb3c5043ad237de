"""A DUO that runs (the simulator, over HTTP), a gemeente that is connected to it, and persons it knows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions import queue_bericht
from meedoen.domain.keten.models import Bericht, DUOAansluiting, Poging, Taak
from meedoen.integrations.duo.client import forget_clients
from meedoen.integrations.duo.sending import send_due
from meedoen.simulator import Simulator, State, run_in_thread
from tests.conftest import World

DUO_OIN = "00000099000000001000"
OIN = "00000099000000000327"
SCHOOL = "0000000001"


def today() -> date:
    return timezone.localdate()


@dataclass
class Duo:
    """The simulator beside a world of which Leusden is connected."""

    world: World
    simulator: Simulator
    url: str
    now: datetime = field(default_factory=timezone.now)

    def clock(self) -> datetime:
        """Return the moment that the worker sees; it moves on only by `later`."""
        return self.now

    def later(self, **more: float) -> None:
        """Let time pass."""
        self.now += timedelta(**more)

    def work(self) -> int:
        """Send what may leave, in this thread; return how many messages were tried."""
        return send_due(connections=1, clock=self.clock)

    def dossier(self, **facts: Any) -> Dossier:
        """Make a dossier of Alice whose person DUO knows: asielstatushouder, plicht since half a year."""
        dossier = self.world.dossier(self.world.alice)
        bsn = dossier.inburgeringsplichtige.bsn
        long_ago = (today() - timedelta(days=180)).isoformat()
        plain = {"gemeente": "0327", "vestiging": long_ago, "doelgroep": "asiel", "plicht": long_ago}
        self.simulator.state.add_person(bsn, **(plain | facts))
        return dossier

    def queue(self, dossier: Dossier | None, soort: str, body: Any = None, **more: Any) -> Bericht:
        """Queue a message, with a body that DUO takes unless given."""
        bodies = {
            "pip": {"dagtekeningPip": today().isoformat(), "leerroute": "B"},
            "aanbod": {
                "datumInburgeringsaanbod": today().isoformat(),
                "indicatorAlfabetiseringsonderwijs": "NVT",
            },
            "uren-taallesknm": {"uren": 12},
        }
        if soort == "aanbod":
            more.setdefault("pad", {"instellingsnummer": SCHOOL})
        if dossier is None:
            more.setdefault("gemeente_id", self.world.leusden.pk)
        with self.world.scope():
            bericht = queue_bericht(
                dossier,
                soort,
                omschrijving=Bericht.Soort(soort).label,
                by=self.world.alice,
                body=bodies.get(soort) if body is None else body,
                **more,
            )
        self.now = max(self.now, bericht.next_attempt_at)
        return bericht

    def fails(self, operatie: str, soort: str, aantal: int = 1, **more: Any) -> None:
        """Let the next calls go wrong (see `simulator.faults`)."""
        row = {"operatie": operatie, "soort": soort, "aantal": aantal, "tekst": "x", "seconden": 0.0} | more
        self.simulator.state.data["storingen"].append(row)

    def person(self, dossier: Dossier) -> dict[str, Any]:
        """Return what DUO knows of the person."""
        found = self.simulator.state.person(dossier.inburgeringsplichtige.bsn)
        assert found is not None
        return found

    def kept(self, bericht: Bericht) -> Bericht:
        """Return the message as it stands now."""
        with self.world.scope():
            return Bericht.objects.get(pk=bericht.pk)

    def trail(self, bericht: Bericht) -> list[tuple[str, int | None]]:
        """Return how the attempts of a message went."""
        with self.world.scope():
            return [(p.uitkomst, p.status_code) for p in Poging.objects.filter(bericht=bericht)]

    def tasks(self) -> list[Taak]:
        """Return the open tasks."""
        with self.world.scope():
            rows = Taak.objects.filter(status=Taak.Status.OPEN).select_related("dossier", "bericht")
            return list(rows.order_by("pk"))

    def calls(self, operatie: str) -> int:
        """Return how often an operation reached DUO."""
        return sum(row["operatie"] == operatie for row in self.simulator.state.data["ontvangen"])


@pytest.fixture
def running(settings) -> Iterator[tuple[Simulator, str]]:
    """A simulator that knows Leusden, and nobody else."""
    seed = {
        "duo_oin": DUO_OIN,
        "gemeenten": {OIN: {"code": "0327", "naam": "Leusden"}},
        "personen": [],
    }
    simulator = Simulator(State(seed=seed))
    with run_in_thread(simulator, background=False) as url:
        settings.DUO_URL, settings.DUO_OIN, settings.DUO_TIMEOUT = url, DUO_OIN, 5
        forget_clients()
        yield simulator, url
    forget_clients()


def connect(world: World) -> DUOAansluiting:
    return DUOAansluiting.objects.create(gemeente=world.leusden, manier="m2m", oin=OIN)


@pytest.fixture
def duo(world, running) -> Duo:
    """DUO runs and Leusden is connected."""
    connect(world)
    return Duo(world, *running)


@pytest.fixture
def real_duo(real_world, running) -> Duo:
    """The same in a database that threads share, where a commit is one."""
    connect(real_world)
    return Duo(real_world, *running)
