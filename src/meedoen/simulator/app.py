"""The simulator as a WSGI application. It is not DUO and says so everywhere."""

import logging
import socket
from collections.abc import Iterable

from meedoen.simulator import control, faults
from meedoen.simulator.engine import Engine
from meedoen.simulator.exchange import Exchange
from meedoen.simulator.operations import Operation, find
from meedoen.simulator.requests import Environ, Request, Response, StartResponse, connection

NAME = "Meedoen-DUO-simulator"
"""What the Server header says."""
logger = logging.getLogger(__name__)


class Simulator(Engine):
    """DUO as its published interface behaves, for training and tests; made like an `Engine`."""

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
        self.wake()
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
