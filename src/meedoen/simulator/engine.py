"""What the simulator does beside answering: works off what waits, delivers news, does what a trainer asks."""

import logging
import math
import re
import threading
from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from meedoen.simulator import changes, faults
from meedoen.simulator.dates import now_utc
from meedoen.simulator.events import ALL
from meedoen.simulator.fields import ChangeFault
from meedoen.simulator.jobs import Clock, Jobs
from meedoen.simulator.notifying import PAUSES, Notifier
from meedoen.simulator.state import State

LONGEST_WAIT = 1.0
LONGEST_DELAY = 86_400
logger = logging.getLogger(__name__)


class Engine:
    """A DUO that knows persons, processes messages and tells what happened.

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

    def wake(self) -> None:
        """Let the background work look at once whether there is something to do."""
        self._wake.set()

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
        self.wake()
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
        self.wake()
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
        _check_settings(wanted)
        with self.state.lock:
            for name in {"vertraging", "termijn_vanzelf"} & set(wanted):
                self.state.data[name] = wanted[name]
            if "meedoen" in wanted:
                self.notifier.meedoen = wanted["meedoen"].rstrip("/")
            self.state.save()
        self._wake.set()

    def heal(self) -> None:
        """Take every fault away."""
        with self.state.lock:
            self.state.data["storingen"].clear()
            self.state.save()

    def send_again(self, number: str) -> bool:
        """Deliver a notification once more, as DUO may do; False when there is no such one."""
        found = self.notifier.send_again(number)
        self.wake()
        return found

    def counts(self, bsn: str) -> dict[str, dict[str, int]]:
        """Return per operation how often a message about a person was processed, and came in double."""
        with self.state.lock:
            person = self.state.data["personen"][bsn]
            return {"verwerkt": dict(person["verwerkt"]), "dubbel": dict(person["dubbel"])}


def _check_settings(wanted: dict[str, Any]) -> None:
    """Raise ChangeFault when a setting is not known or not right."""
    if strange := sorted(set(wanted) - {"vertraging", "termijn_vanzelf", "meedoen"}):
        raise ChangeFault(f"De instelling {strange[0]} is niet bekend.")
    delay = wanted.get("vertraging", 0)
    if type(delay) not in (int, float) or not (math.isfinite(delay) and 0 <= delay <= LONGEST_DELAY):
        raise ChangeFault("De vertraging is 0 tot en met 86400 seconden.")
    if not isinstance(wanted.get("termijn_vanzelf", True), bool):
        raise ChangeFault("termijn_vanzelf is true of false.")
    url = wanted.get("meedoen", "")
    if not (isinstance(url, str) and re.fullmatch(r"(https?://\S{1,200})?", url)):
        raise ChangeFault("Het adres van Meedoen begint met http:// of https://.")
