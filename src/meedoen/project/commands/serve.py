"""`meedoen serve`: the website, with or without the worker beside it."""

import socket
import threading
from typing import Any

from meedoen.project import env
from meedoen.project.commands.say import complain


def run(*, with_worker: bool = True, host: str = "0.0.0.0") -> int:  # noqa: S104
    """Serve until Ctrl-C. Refuses to start on a fault, and says so when the port is taken."""
    if faults := env.faults():
        return complain("\n".join(["Meedoen kan niet starten:", *faults]))
    port = env.value("PORT")
    if not port_is_free(host, port):
        return complain(port_taken(port))
    import django

    django.setup()
    from meedoen.project import diagnosis

    wrong, _ = diagnosis.diagnose()
    if wrong:
        return complain("\n".join(["Meedoen kan niet starten:", *wrong]))
    serve(host, port, with_worker=with_worker)
    return 0


def port_is_free(host: str, port: int) -> bool:
    """Return whether nobody listens on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return False
    return True


def free_port(first: int, host: str = "127.0.0.1") -> int:
    """Return the first port from this one on which nobody listens."""
    return next(port for port in range(first, 65536) if port_is_free(host, port))


def port_taken(port: int) -> str:
    """Return what to do when the port is taken."""
    return f"Poort {port} is al in gebruik. Stop het andere programma, of kies een poort: PORT={port + 1} …"


def serve(host: str, port: int, *, with_worker: bool) -> None:
    """Run gunicorn with threads in one working process; the worker is a thread beside them."""
    from gunicorn.app.base import BaseApplication

    class Application(BaseApplication):
        def load_config(self) -> None:
            for name, value in {
                "bind": f"{host}:{port}",
                "workers": 1,
                "worker_class": "gthread",
                "threads": 8,
                "timeout": 120,
                "graceful_timeout": 10,
                "loglevel": "warning",
                "control_socket_disable": True,
                "post_worker_init": _start_worker if with_worker else lambda worker: None,
            }.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:
            from meedoen.project.wsgi import application

            return application

    from django.db import connections

    connections.close_all()  # a connection must not be shared with the forked process
    Application().run()


def _start_worker(worker: Any) -> None:
    from meedoen.project.commands.worker import work

    threading.Thread(target=work, name="worker", daemon=True).start()
