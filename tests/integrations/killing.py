"""A worker that dies at a step: before a statement, before or after a commit, before or after a call."""

import threading
from collections.abc import Callable

import httpx
import pytest
from django.db import connection


class Killed(BaseException):
    """The process is gone at this point."""


class Steps:
    """Counts the steps of a worker and kills it at one of them; who is dead does nothing any more."""

    def __init__(self, at: int) -> None:
        self.at, self.taken, self.name = at, 0, ""

    def step(self, name: str) -> None:
        """Take one step, or die."""
        self.taken += 1
        if self.taken == self.at:
            self.name = name
        if self.taken >= self.at:
            raise Killed

    @property
    def killed(self) -> bool:
        """Whether the worker died."""
        return self.taken >= self.at

    def statement(self, execute: Callable, sql: str, params: object, many: bool, context: dict) -> object:
        """Stand around a statement of the database."""
        self.step(sql[:60])
        return execute(sql, params, many, context)

    def around(self, name: str, function: Callable) -> Callable:
        """Return a function with a step before it and one after it."""

        def stepping(*args: object) -> object:
            self.step(f"before {name}")
            try:
                return function(*args)
            finally:
                self.step(f"after {name}")

        return stepping


def run_and_kill(work: Callable[[], object], at: int) -> Steps:
    """Let a worker work in a thread with its own connection, and kill it at a step (past the end: not)."""
    steps, faults = Steps(at), []

    def live() -> None:
        with pytest.MonkeyPatch.context() as patch:
            call = httpx.HTTPTransport.handle_request
            patch.setattr(httpx.HTTPTransport, "handle_request", steps.around("the call", call))
            connection.ensure_connection()
            patch.setattr(connection, "_commit", steps.around("the commit", connection._commit))
            try:
                with connection.execute_wrapper(steps.statement):
                    work()
            except BaseException as fault:
                faults.append(fault)
        # What a dead process had open is rolled back by the database.
        connection.in_atomic_block = False
        connection.close()

    thread = threading.Thread(target=live)
    thread.start()
    thread.join()
    if faults and not steps.killed:
        raise faults[0]
    return steps
