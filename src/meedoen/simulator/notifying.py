"""Notificering: posts what happened to Meedoen, again and again until it answers 201."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import httpx

from meedoen.simulator.jobs import Clock, stamp
from meedoen.simulator.state import State

Json = dict[str, Any]

PAUSES = (1.0, 5.0, 30.0, 60.0, 300.0)
"""Seconds between one attempt and the next; the last one stays."""


class Notifier:
    """Delivers the notifications in the state to `<meedoen>/notificaties`.

    Args:
        meedoen: base address of Meedoen; empty: nothing is posted and all stays visible as undelivered.
        headers: further headers of each post (where no proxy names DUO's certificate in a header).
        client: how to post; left out a plain client with a timeout of ten seconds.
    """

    def __init__(
        self,
        state: State,
        clock: Clock,
        *,
        meedoen: str = "",
        pauses: Sequence[float] = PAUSES,
        headers: Mapping[str, str] | None = None,
        client: httpx.Client | None = None,
    ) -> None:
        self.state = state
        self.clock = clock
        self.meedoen = meedoen.rstrip("/")
        self.pauses = pauses
        self.headers = dict(headers or {})
        self.client = client or httpx.Client(timeout=10, trust_env=False)

    def undelivered(self) -> list[Json]:
        """Return the notifications that Meedoen has not confirmed, oldest first."""
        with self.state.lock:
            return [row for row in self.state.data["notificaties"] if row["afgeleverd_at"] is None]

    def due(self) -> list[Json]:
        """Return the notifications whose time has come."""
        now = stamp(self.clock())
        rows = self.undelivered() if self.meedoen else []
        return [row for row in rows if row["volgende_at"] <= now]

    def deliver_due(self) -> int:
        """Post every notification whose time has come, once; return how many were delivered."""
        return sum(self.deliver(row) for row in self.due())

    def deliver(self, row: Json) -> bool:
        """Post one notification and note the outcome; the lock is not held while Meedoen thinks."""
        with self.state.lock:
            url = f"{self.meedoen}/notificaties"
            headers = self.headers | {
                "bron": self.state.data["duo_oin"],
                "doel": row["oin"],
                "berichtId": row["id"],
            }
            body = dict(row["body"])
        try:
            outcome = str(self.client.post(url, json=body, headers=headers).status_code)
        except (httpx.HTTPError, httpx.InvalidURL) as fault:
            outcome = type(fault).__name__
        with self.state.lock:
            pause = self.pauses[min(row["pogingen"], len(self.pauses) - 1)]
            row["pogingen"] += 1
            row["uitkomst"] = outcome
            row["volgende_at"] = stamp(self.clock() + timedelta(seconds=pause))
            if outcome == "201":
                row["afgeleverd_at"] = self.clock().isoformat()
            self.state.save()
        return outcome == "201"

    def send_again(self, number: str) -> bool:
        """Let a notification be delivered once more, as DUO may do; False when there is no such one."""
        with self.state.lock:
            for row in self.state.data["notificaties"]:
                if row["id"] == number:
                    row["afgeleverd_at"] = None
                    row["volgende_at"] = stamp(self.clock())
                    self.state.save()
                    return True
        return False
