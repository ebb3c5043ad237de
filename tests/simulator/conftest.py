"""A simulator that knows a few persons, a gemeente that asks, and a clock that stands still."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from meedoen.simulator import Simulator, State

DUO = "00000099000000001000"
MEEDAM = "00000099000000009001"
ELDERDAM = "00000099000000009002"

ASIEL = "999990019"
GEZIN = "999990020"
IN_COA = "999990032"
PIP = {"dagtekeningPip": "2026-04-01", "leerroute": "B"}


@dataclass
class Clock:
    """The moment that the simulator sees; moves only when told."""

    now: datetime = datetime(2026, 4, 10, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, **more: float) -> None:
        self.now += timedelta(**more)

    def set(self, year: int, month: int, day: int) -> None:
        self.now = datetime(year, month, day, 10, 0, tzinfo=UTC)


@dataclass
class Gemeente:
    """Asks and tells DUO, each time with a new berichtId unless one is given."""

    client: httpx.Client
    oin: str = MEEDAM
    last: dict[str, str] = field(default_factory=dict)

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        self.last = {"bron": self.oin, "doel": DUO, "berichtId": str(uuid.uuid4())} | headers
        return self.client.request(method, f"/v1{path}", json=body, headers=self.last)

    def again(self, method: str, path: str, body: Any = None) -> httpx.Response:
        return self.client.request(method, f"/v1{path}", json=body, headers=self.last)


def people() -> list[dict[str, Any]]:
    from meedoen.simulator.persons import new_person

    return [
        new_person(
            ASIEL,
            {
                "gemeente": "9001",
                "vestiging": "2026-01-20",
                "doelgroep": "asiel",
                "plicht": "2026-01-10",
                "vNummer": 1234567890,
            },
        ),
        new_person(
            GEZIN,
            {"gemeente": "9001", "vestiging": "2026-01-20", "doelgroep": "gezin", "plicht": "2026-01-10"},
        ),
        new_person(
            IN_COA, {"in_coa": True, "gekoppeld": "9001", "doelgroep": "asiel", "plicht": "2026-01-10"}
        ),
    ]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def simulator(clock) -> Simulator:
    return Simulator(State(seed={"personen": people()}), clock=clock)


@pytest.fixture
def gemeente(simulator) -> Gemeente:
    transport = httpx.WSGITransport(app=simulator)
    return Gemeente(httpx.Client(transport=transport, base_url="http://duo.test"))


@pytest.fixture
def elderdam(gemeente) -> Gemeente:
    return Gemeente(gemeente.client, ELDERDAM)


def why(answer: httpx.Response) -> list[str]:
    """Return the fouttekst of a refusal."""
    assert answer.status_code == 403
    return [row["fouttekst"] for row in answer.json()]


def told(simulator: Simulator) -> list[tuple[str, str]]:
    """Return what is to be told to whom: (gemeente, event), oldest first."""
    rows = simulator.state.data["notificaties"]
    return [(row["oin"][-4:], row["body"]["gebeurtenisId"]) for row in rows]
