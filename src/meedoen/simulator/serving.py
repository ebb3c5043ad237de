"""Serves the simulator over HTTP inside the own process, for tests."""

import socketserver
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from wsgiref import simple_server

from meedoen.simulator.app import NAME, Simulator
from meedoen.simulator.requests import Environ, StartResponse


class _Handler(simple_server.WSGIRequestHandler):
    """Says nothing on the terminal, and hands over the socket."""

    def get_environ(self) -> dict[str, Any]:
        return super().get_environ() | {"simulator.socket": self.connection}

    def log_message(self, format: str, *args: Any) -> None:
        return None


class _Server(socketserver.ThreadingMixIn, simple_server.WSGIServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that hangs up is no fault of the server."""


def _named(simulator: Simulator) -> Callable[..., Iterable[bytes]]:
    """Let the Server header name the simulator instead of the library."""

    def application(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        return simulator(environ, lambda status, rows: start_response(status, [("Server", NAME), *rows]))

    return application


@contextmanager
def run_in_thread(
    simulator: Simulator,
    port: int = 0,
    *,
    background: bool = True,
    tls: ssl.SSLContext | None = None,
) -> Iterator[str]:
    """Serve the simulator on a port of this machine (0: any that is free) and give its base address.

    Args:
        background: also do the background work; without it a test calls `simulator.work()` itself.
        tls: serve over TLS with this context (its certificate, and whose client certificates it asks).
    """
    server = simple_server.make_server("127.0.0.1", port, _named(simulator), _Server, _Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    if background:
        simulator.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        if background:
            simulator.stop()
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
