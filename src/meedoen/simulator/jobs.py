"""What DUO does later: it processes what it received, and its results go out as notifications."""

import copy
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from meedoen.simulator import processing
from meedoen.simulator.access import gemeente_of
from meedoen.simulator.dates import today_in_the_netherlands
from meedoen.simulator.state import State

Json = dict[str, Any]
Clock = Callable[[], datetime]


class Jobs:
    """The work that waits, kept in the state; every method holds its lock and leaves saving to the caller."""

    def __init__(self, state: State, clock: Clock) -> None:
        self.state = state
        self.clock = clock

    def today(self) -> Any:
        """Return the date in the Netherlands on the simulator's clock."""
        return today_in_the_netherlands(self.clock())

    def announced(self, bsn: str) -> Json:
        """Return what DUO will know of a person when all that waits is processed: what it weighs."""
        with self.state.lock:
            person = copy.deepcopy(self.state.data["personen"][bsn])
            for job in self.state.data["werk"]:
                if job["bsn"] == bsn and job["soort"] == "bericht":
                    processing.apply(person, job["bericht"], self.today())
            return person

    def add(self, kind: str, bsn: str, message: Json | None = None, *, at_once: bool = False) -> None:
        """Put work in the queue, and do it when it is due already (no delay is set) or asked `at_once`."""
        with self.state.lock:
            if at_once:
                self._run({"soort": kind, "bsn": bsn, "bericht": message})
                return
            self._queue(kind, bsn, message)
            self.run_due()

    def _queue(self, kind: str, bsn: str, message: Json | None = None) -> None:
        due = self.clock() + timedelta(seconds=float(self.state.data["vertraging"]))
        self.state.data["werk"].append({"due": stamp(due), "soort": kind, "bsn": bsn, "bericht": message})

    def run_due(self) -> int:
        """Do all work that is due, in the order in which it came; return how many pieces were done."""
        done = 0
        with self.state.lock:
            while due := self._take_due():
                for job in due:
                    self._run(job)
                done += len(due)
        return done

    def _take_due(self) -> list[Json]:
        """Take what is due from the queue; of one person the later piece does not overtake the earlier."""
        now, due, kept, waiting = stamp(self.clock()), [], [], set()
        for row in self.state.data["werk"]:
            if row["due"] <= now and row["bsn"] not in waiting:
                due.append(row)
            else:
                kept.append(row)
                waiting.add(row["bsn"])
        self.state.data["werk"][:] = kept
        return due

    def _run(self, job: Json) -> None:
        person = self.state.data["personen"][job["bsn"]]
        if job["soort"] == "termijn":
            self.tell(person, processing.start_termijn(person, self.today()))
            return
        message = job["bericht"]
        processing.apply(person, message, self.today())
        count(person["verwerkt"], message["operatie"])
        if processing.starts_termijn(person, message) and self.state.data["termijn_vanzelf"]:
            self._queue("termijn", job["bsn"])
        self.tell(person, processing.fulfil(person, self.today()))

    def tell(self, person: Json, event: str | None, *, by_v_nummer: bool = False) -> Json | None:
        """Queue a notification of an event to the gemeente of the person.

        None when there is no event, or when no gemeente that takes part is to hear of it.
        """
        oin = self.state.oin_of(gemeente_of(person))
        if event is None or oin is None:
            return None
        now = self.clock().isoformat(timespec="milliseconds")
        body = {"registratieDatumTijd": now, "gebeurtenisId": event}
        body |= {"vNummer": person["vNummer"]} if by_v_nummer else {"bsn": person["bsn"]}
        row = {
            "id": str(uuid.uuid4()),
            "oin": oin,
            "bsn": person["bsn"],
            "body": body,
            "pogingen": 0,
            "uitkomst": "",
            "volgende_at": stamp(self.clock()),
            "afgeleverd_at": None,
        }
        with self.state.lock:
            self.state.data["notificaties"].append(row)
        return row


def stamp(moment: datetime) -> str:
    """Return a moment as text that sorts as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def count(counters: dict[str, int], name: str) -> None:
    """Count one more of a kind."""
    counters[name] = counters.get(name, 0) + 1
