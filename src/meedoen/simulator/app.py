"""The simulator as a WSGI application, with its background work. It is not DUO and says so everywhere."""

import logging
import socket
import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import httpx

from meedoen.simulator import changes, control, faults
from meedoen.simulator.dates import now_utc
from meedoen.simulator.events import ALL
from meedoen.simulator.exchange import Exchange
from meedoen.simulator.fields import ChangeFault
from meedoen.simulator.jobs import Clock, Jobs
from meedoen.simulator.notifying import PAUSES, Notifier
from meedoen.simulator.operations import Operation, find
from meedoen.simulator.requests import Environ, Request, Response, StartResponse, connection
from meedoen.simulator.state import State

NAME = "Meedoen-DUO-simulator"
"""What the Server header says."""
LONGEST_WAIT = 1.0
logger = logging.getLogger(__name__)


class Simulator:
    """DUO as its published interface behaves, for training and tests.

    Args:
        state: what it knows; left out the few fictional persons of the package, in memory.
        meedoen: base address of Meedoen, where notifications are posted; empty posts nothing.
        clock: the moment; a test may hold it still.
        pauses: seconds between attempts to deliver a notification.
        headers: further headers of a notification.
        client: how notifications are posted (its own certificate, its trust).
    """

    def __init__(
        self,
        state: State | None = None,
        *,
        meedoen: str = "",
        clock: Clock = now_utc,
        pauses: Sequence[float] = PAUSES,
        headers: Mapping[str, str] | None = None,
        client: httpx.Client | None = None,
    ) -> None:
        self.state = state or State()
        self.clock = clock
        self.jobs = Jobs(self.state, clock)
        self.notifier = Notifier(
            self.state, clock, meedoen=meedoen, pauses=pauses, headers=headers, client=client
        )
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        request = Request.read(environ)
        operation, pad, known = find(request.method, request.path)
        if operation is not None:
            response = self._duo(environ, request, operation, pad)
        elif known:
            response = Response(405, headers={"API-Version": "1.0.0"})
        else:
            response = control.answer(self, request)
        self._wake.set()
        response.headers.setdefault("Simulator", NAME)
        return response.send(start_response)

    def _duo(self, environ: Environ, request: Request, operation: Operation, pad: dict[str, str]) -> Response:
        with self.state.lock:
            fault = faults.take(self.state.data["storingen"], operation.name)
        exchange = Exchange(self.state, self.jobs, request, operation, pad)
        if fault and fault.soort in ("500", "503"):
            fault.wait()
            response = exchange.unavailable(int(fault.soort))
        elif fault and fault.soort == "kwijt":
            response = exchange.answer(fault)
            fault.wait()
            _hang_up(environ)
        else:
            if fault:
                fault.wait()
            response = exchange.answer(fault)
        response.headers["API-Version"] = operation.version
        if request.headers["berichtId"]:
            response.headers["berichtId"] = _printable(request.headers["berichtId"])
        return response

    def work(self) -> None:
        """Do once what is due: process what was received, deliver notifications."""
        with self.state.lock:
            if self.jobs.run_due():
                self.state.save()
        self.notifier.deliver_due()

    def start(self) -> None:
        """Do the work in the background until `stop`."""
        self._stop.clear()
        self._thread = threading.Thread(target=self._work_on, name="duo-simulator", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the background work; what waits stays in the state."""
        self._stop.set()
        self._wake.set()
        if self._thread:
            self._thread.join(timeout=15)

    def _work_on(self) -> None:
        while not self._stop.is_set():
            self._wake.wait(LONGEST_WAIT)
            self._wake.clear()
            try:
                self.work()
            except Exception:
                logger.exception("De simulator kon haar werk niet doen; zij probeert het opnieuw.")

    def fail(self, operation: str, kind: str, times: int = 1, **more: Any) -> None:
        """Let the next calls of an operation (or `*`) go wrong; see `faults.Fault`.

        Raises:
            ValueError: there is no such operation or kind.
        """
        fault = faults.Fault(operation, kind, times, **more)
        with self.state.lock:
            self.state.data["storingen"].append(fault.as_json())
            self.state.save()

    def change(self, bsn: str, name: str, /, **facts: Any) -> list[str]:
        """Change what DUO knows of a person, and tell the gemeente; return the codes of the events.

        Raises:
            ChangeFault: DUO does not know the person, or the change is not possible.
        """
        with self.state.lock:
            person = self._known(bsn)
            events = changes.change(person, name, facts, self.jobs.today())
            for event in events:
                self.jobs.tell(person, event)
            self.state.save()
        self._wake.set()
        return events

    def fire(self, bsn: str, event: str, *, by_v_nummer: bool = False) -> bool:
        """Tell the gemeente an event, with nothing changed; False when its gemeente does not take part.

        Raises:
            ChangeFault: DUO does not know the person, or there is no such event.
        """
        if event not in ALL:
            raise ChangeFault(f"De gebeurtenis {event} bestaat niet.")
        with self.state.lock:
            person = self._known(bsn)
            if by_v_nummer and not person["vNummer"]:
                raise ChangeFault("Van deze persoon is geen V-nummer bekend.")
            row = self.jobs.tell(person, event, by_v_nummer=by_v_nummer)
            self.state.save()
        self._wake.set()
        return row is not None

    def _known(self, bsn: str) -> dict[str, Any]:
        person = self.state.person(bsn)
        if person is None:
            raise ChangeFault("De simulator kent deze persoon niet.")
        return person

    def configure(self, **wanted: Any) -> None:
        """Set `vertraging` (seconds), `termijn_vanzelf` (start the termijn by itself) or `meedoen` (address).

        Raises:
            ChangeFault: a value is not right.
        """
        control.configure(self, wanted)
        self._wake.set()

    def heal(self) -> None:
        """Take every fault away."""
        with self.state.lock:
            self.state.data["storingen"].clear()
            self.state.save()

    def send_again(self, number: str) -> bool:
        """Deliver a notification once more, as DUO may do; False when there is no such one."""
        found = self.notifier.send_again(number)
        self._wake.set()
        return found

    def counts(self, bsn: str) -> dict[str, dict[str, int]]:
        """Return per operation how often a message about a person was processed, and came in double."""
        with self.state.lock:
            person = self.state.data["personen"][bsn]
            return {"verwerkt": dict(person["verwerkt"]), "dubbel": dict(person["dubbel"])}


def _printable(text: str) -> str:
    return "".join(mark for mark in text[:100] if " " <= mark <= "~")


def _hang_up(environ: Environ) -> None:
    """Cut the line, so that the answer is lost on its way."""
    line = connection(environ)
    if line is not None:
        try:
            line.shutdown(socket.SHUT_RDWR)
        except OSError:
            logger.info("de verbinding was al verbroken")
