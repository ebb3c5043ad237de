"""`meedoen duo-simulator`: a server that behaves as DUO publishes its interface, for training and tests."""

import argparse
import ssl
import sys
from pathlib import Path
from typing import Any

from meedoen.project.commands.say import complain, say
from meedoen.project.commands.serve import port_is_free

TEXT = "Start de DUO-simulator: een nagebootste DUO, om te oefenen en te testen."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("--host", default="127.0.0.1", help="adres waarop de simulator luistert")
    parser.add_argument("--port", type=int, default=8010, help="poort (8010)")
    parser.add_argument(
        "--meedoen", default="", metavar="URL", help="notificaties gaan naar URL/notificaties"
    )
    parser.add_argument("--bestand", type=Path, metavar="FILE", help="bewaar alles in dit JSON-bestand")
    parser.add_argument("--personen", metavar="FILE", help="verzonnen personen (JSON); - leest de invoer")
    parser.add_argument(
        "--vertraging", type=float, metavar="SECONDEN", help="verwerk een bericht pas na dit aantal seconden"
    )
    parser.add_argument(
        "--storing",
        action="append",
        default=[],
        metavar="B:S:N",
        help="begin met een storing (pip:503:3)",
    )
    parser.add_argument(
        "--kop", action="append", default=[], metavar="NAAM=WAARDE", help="extra kop bij notificaties"
    )
    parser.add_argument("--cert", type=Path, help="eigen certificaat (PEM): serveer met TLS")
    parser.add_argument("--key", type=Path, help="sleutel bij het certificaat (PEM)")
    parser.add_argument("--ca", type=Path, help="vraag een clientcertificaat van deze uitgever (PEM)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C; returns 2 and says why when an option is not right."""
    from meedoen.simulator import FileFault

    try:
        simulator = _simulator(arguments)
    except (FileFault, ValueError, OSError) as fault:
        return complain(f"De DUO-simulator kan niet starten: {fault}")
    if not port_is_free(arguments.host, arguments.port):
        return complain(f"Poort {arguments.port} is al in gebruik. Kies een andere met --port.")
    scheme = "https" if arguments.cert else "http"
    say(f"DUO-simulator (dit is niet DUO): {scheme}://{arguments.host}:{arguments.port}/simulator/")
    say(f"OIN van de simulator: {simulator.state.data['duo_oin']}")
    _serve(simulator, arguments)
    return 0


def _simulator(arguments: argparse.Namespace) -> Any:
    """Build the simulator from the options.

    Raises:
        FileFault, ValueError, OSError: an option or a file is not right.
    """
    from meedoen.simulator import Simulator, State, faults, read_seed

    if bool(arguments.cert) != bool(arguments.key):
        raise ValueError("geef --cert en --key samen.")
    if arguments.ca and not arguments.cert:
        raise ValueError("--ca vraagt ook --cert en --key.")
    if arguments.vertraging is not None and not 0 <= arguments.vertraging <= 86_400:
        raise ValueError("--vertraging is 0 tot en met 86400 seconden.")
    headers = dict(_header(text) for text in arguments.kop)
    storingen = [faults.parse(text) for text in arguments.storing]
    seed = read_seed(_text(arguments.personen)) if arguments.personen else None
    state = State(arguments.bestand, seed)
    if arguments.vertraging is not None:
        state.data["vertraging"] = arguments.vertraging
    state.data["storingen"] += [fault.as_json() for fault in storingen]
    state.save()
    return Simulator(state, meedoen=arguments.meedoen, headers=headers, client=_client(arguments))


def _text(name: str) -> str:
    return sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")


def _header(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise ValueError(f"schrijf --kop als NAAM=WAARDE, niet {text}.")
    return name, value


def _client(arguments: argparse.Namespace) -> Any:
    """How notifications are posted: with the own certificate where there is one."""
    import httpx

    trust = ssl.create_default_context(cafile=str(arguments.ca) if arguments.ca else None)
    if arguments.cert:
        trust.load_cert_chain(str(arguments.cert), str(arguments.key))
    return httpx.Client(verify=trust, timeout=10, trust_env=False)


def _serve(simulator: Any, arguments: argparse.Namespace) -> None:
    """Run gunicorn with threads in one process: the state lives there."""
    import gunicorn.http.wsgi
    from gunicorn.app.base import BaseApplication

    from meedoen.simulator.app import NAME

    gunicorn.http.wsgi.SERVER = NAME  # the Server header says what this is

    class Application(BaseApplication):
        def load_config(self) -> None:
            for name, value in _settings(simulator, arguments).items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return simulator

    Application().run()


def _settings(simulator: Any, arguments: argparse.Namespace) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "bind": f"{arguments.host}:{arguments.port}",
        "workers": 1,
        "worker_class": "gthread",
        "threads": 8,
        "timeout": 0,
        "graceful_timeout": 5,
        "loglevel": "warning",
        "control_socket_disable": True,
        "post_worker_init": lambda worker: simulator.start(),
        "worker_exit": lambda server, worker: simulator.stop(),
    }
    if arguments.cert:
        settings |= {"certfile": str(arguments.cert), "keyfile": str(arguments.key)}
    if arguments.ca:
        settings |= {"ca_certs": str(arguments.ca), "cert_reqs": ssl.CERT_REQUIRED}
    return settings
