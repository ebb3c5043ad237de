"""Notificering: a notification is posted again and again until Meedoen answers 201."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from meedoen.simulator import Simulator, State
from tests.simulator.conftest import ASIEL, DUO, GEZIN, MEEDAM, people


class Inbox:
    """Stands for the inbox of Meedoen: answers what it is told to, and keeps what it got."""

    def __init__(self) -> None:
        self.answers: list[int] = []
        self.got: list[tuple[dict[str, str], dict]] = []

    def take(self, request: httpx.Request) -> httpx.Response:
        status = self.answers.pop(0) if self.answers else 201
        if status == 0:
            raise httpx.ConnectError("niemand thuis", request=request)
        self.got.append((dict(request.headers), json.loads(request.content)))
        return httpx.Response(status)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def simulator(clock, inbox) -> Simulator:
    return Simulator(
        State(seed={"personen": people()}),
        meedoen="http://meedoen.test/",
        clock=clock,
        pauses=(1, 10),
        headers={"X-Certificaat": "DUO"},
        client=httpx.Client(transport=httpx.MockTransport(inbox.take)),
    )


def test_a_notification_is_what_duo_publishes(simulator, inbox):
    simulator.fire(ASIEL, "SS101")
    simulator.work()
    ((headers, body),) = inbox.got
    assert body == {
        "registratieDatumTijd": "2026-04-10T10:00:00.000+00:00",
        "gebeurtenisId": "SS101",
        "bsn": ASIEL,
    }
    row = simulator.state.data["notificaties"][0]
    assert {name: headers[name] for name in ("bron", "doel", "berichtid", "x-certificaat")} == {
        "bron": DUO,
        "doel": MEEDAM,
        "berichtid": row["id"],
        "x-certificaat": "DUO",
    }
    assert (row["afgeleverd_at"], row["uitkomst"]) == ("2026-04-10T10:00:00+00:00", "201")


def test_it_is_tried_again_after_ever_longer_pauses_until_meedoen_answers_201(simulator, inbox, clock):
    inbox.answers = [503, 0, 200, 201]
    simulator.fire(ASIEL, "SS101")
    outcomes = []
    for seconds in (0, 0.9, 0.1, 9, 1, 10):
        clock.on(seconds=seconds)
        simulator.work()
        row = simulator.state.data["notificaties"][0]
        outcomes.append((row["pogingen"], row["uitkomst"], len(simulator.notifier.undelivered())))
    assert outcomes == [
        (1, "503", 1),
        (1, "503", 1),
        (2, "ConnectError", 1),
        (2, "ConnectError", 1),
        (3, "200", 1),
        (4, "201", 0),
    ]
    assert len({headers["berichtid"] for headers, _ in inbox.got}) == 1
    clock.on(days=1)
    simulator.work()
    assert len(inbox.got) == 3


def test_one_that_fails_does_not_hold_up_the_others(simulator, inbox):
    inbox.answers = [500, 201]
    simulator.fire(ASIEL, "SS101")
    simulator.fire(GEZIN, "SS101")
    simulator.work()
    assert [row["bsn"] for row in simulator.notifier.undelivered()] == [ASIEL]


def test_a_notification_can_come_in_double(simulator, inbox):
    simulator.fire(ASIEL, "SS101")
    simulator.work()
    assert simulator.send_again(simulator.state.data["notificaties"][0]["id"]) is True
    simulator.work()
    assert [body["gebeurtenisId"] for _, body in inbox.got] == ["SS101", "SS101"]
    assert inbox.got[0][0]["berichtid"] == inbox.got[1][0]["berichtid"]
    assert simulator.send_again("5f1c9c4e-57a5-4e62-9d38-1f6ac7f1ab60") is False


def test_without_an_address_of_meedoen_it_waits_and_is_visible(simulator, inbox):
    simulator.configure(meedoen="")
    simulator.fire(ASIEL, "SS101")
    simulator.work()
    assert (inbox.got, len(simulator.notifier.undelivered())) == ([], 1)
    simulator.configure(meedoen="http://meedoen.test")
    simulator.work()
    assert len(inbox.got) == 1


def test_an_address_that_is_none_holds_up_nothing(simulator, inbox):
    simulator.configure(meedoen="http://x:poort")
    simulator.fire(ASIEL, "SS101")
    simulator.work()
    assert [row["uitkomst"] for row in simulator.notifier.undelivered()] == ["InvalidURL"]


def test_work_that_goes_wrong_is_tried_again(simulator, inbox, monkeypatch, caplog):
    done = threading.Event()
    deliver = simulator.notifier.deliver_due

    def fails_once():
        if not caplog.records:
            raise OSError("schijf vol")
        deliver()
        done.set()

    monkeypatch.setattr(simulator.notifier, "deliver_due", fails_once)
    simulator.start()
    simulator.fire(ASIEL, "SS101")
    assert done.wait(20)
    simulator.stop()
    assert "De simulator kon haar werk niet doen; zij probeert het opnieuw." in caplog.text
    assert len(inbox.got) == 1


def test_in_the_background_it_is_delivered_over_http(clock):
    arrived = threading.Event()
    paths = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            paths.append(self.path)
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(201)
            self.end_headers()
            arrived.set()

        def log_message(self, *args):
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        simulator = Simulator(
            State(seed={"personen": people()}), meedoen=f"http://127.0.0.1:{server.server_port}", clock=clock
        )
        simulator.start()
        simulator.fire(ASIEL, "SS101")
        assert arrived.wait(20)
        simulator.stop()
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert (paths, simulator.notifier.undelivered()) == (["/notificaties"], [])
