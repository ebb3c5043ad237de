"""`meedoen demo`: a filled fictional region on a database and with keys of its own.

It touches nothing but ``var/demo``: a database there that the demo did not make is
refused, and DATABASE_URL is not used. Nothing here is fit for real people.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from meedoen.project.commands.say import complain, say
from meedoen.project.commands.trial import keys_beside_sqlite
from meedoen.simulator import DUO_OIN

DEMO_MARK = 0x4D444D4F  # "MDMO", the application_id of a database that the demo made
UNFINISHED = DEMO_MARK - 1  # the same while it is being filled
SIMULATOR = "duo-simulator.json"


def run(*, again: bool = False, only_fill: bool = False) -> int:
    """Fill the demo when it is not there, then serve it until Ctrl-C."""
    from meedoen.project.commands.serve import free_port, port_is_free, port_taken, serve

    started = time.monotonic()
    folder = Path(os.environ.get("MEEDOEN_DATA_DIR", "var")) / "demo"
    database = folder / "demo.sqlite3"
    port = int(os.environ.get("PORT") or 8000)
    if not only_fill and not port_is_free("127.0.0.1", port):
        return complain(port_taken(port))
    mark = _mark(database)
    if mark not in {None, 0, DEMO_MARK, UNFINISHED} or (mark == 0 and database.stat().st_size > 0):
        return complain(
            f"{database} is niet door de demo gemaakt. Verplaats het bestand; de demo raakt het niet aan."
        )
    if again or mark == UNFINISHED:
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    simulator = free_port(port + 10)
    _environment(folder, database, simulator)
    _fill_when_new(database)
    if only_fill:
        return 0
    with _duo_simulator(folder, simulator, port):
        _welcome(port, simulator, time.monotonic() - started)
        serve("127.0.0.1", port, with_worker=True)
    say("De demo is gestopt.")
    return 0


@contextmanager
def _duo_simulator(folder: Path, port: int, meedoen_port: int) -> Iterator[None]:
    """Run the simulator of DUO beside the demo, as a process of its own; what it knows is kept in a file."""
    command = [
        *(sys.executable, "-m", "meedoen.project.command", "duo-simulator", "--port", str(port)),
        *("--bestand", str(folder / SIMULATOR), "--meedoen", f"http://127.0.0.1:{meedoen_port}/duo"),
        *("--vertraging", "5"),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  # our own command
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _environment(folder: Path, database: Path, simulator: int) -> None:
    """Give this process the settings and the keys of the demo, and no others."""
    if os.environ.pop("DATABASE_URL", None):
        say("De demo gebruikt een eigen database; DATABASE_URL wordt niet gebruikt.")
    for name in [name for name in os.environ if name.startswith("MEEDOEN_")]:
        del os.environ[name]
    os.environ["DATABASE_URL"] = f"sqlite:///{database.resolve()}"
    keys_beside_sqlite(quiet=True)
    os.environ |= {
        "MEEDOEN_DATA_DIR": str(folder),
        "MEEDOEN_DEMO": "ja",
        "MEEDOEN_HTTPS": "nee",
        "MEEDOEN_LOG_LEVEL": "WARNING",
        "MEEDOEN_DUO_URL": f"http://127.0.0.1:{simulator}",
        "MEEDOEN_DUO_OIN": DUO_OIN,
    }


def _mark(database: Path) -> int | None:
    """Return the application_id of an SQLite file, or None when there is no file."""
    if not database.exists():
        return None
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            return int(connection.execute("pragma application_id").fetchone()[0])
    except sqlite3.DatabaseError:
        return -1


def _set_mark(database: Path, mark: int) -> None:
    connection = sqlite3.connect(database)
    connection.execute(f"pragma application_id = {mark}")
    connection.commit()
    connection.close()


def _fill_when_new(database: Path) -> None:
    from meedoen.project.commands.database import migrate

    new = not database.exists()
    if new:
        say("Eerste keer: de demo wordt gemaakt. Dit duurt ongeveer een halve minuut.")
        _set_mark(database, UNFINISHED)
    migrate(quiet=not new)
    if not new:
        return
    from django.utils.timezone import localdate

    from meedoen.demo.duo import fill_duo
    from meedoen.demo.region import fill
    from meedoen.domain.regio.models import Dagtaak

    today = localdate()
    count = fill(today, tell=lambda line: say(f"  {line}"))
    fill_duo(today, database.parent / SIMULATOR, tell=lambda line: say(f"  {line}"))
    Dagtaak.objects.bulk_create(Dagtaak(naam=name, gedaan_on=today) for name in ("werkvoorraad", "signalen"))
    _set_mark(database, DEMO_MARK)
    say(f"Klaar: {count} verzonnen personen, alle data vanaf {date.strftime(today, '%d-%m-%Y')} gerekend.")


def _welcome(port: int, simulator: int, seconds: float) -> None:
    from meedoen.demo.people import LOGINS, PASSWORD

    say()
    say(f"Meedoen-demo: http://localhost:{port}   (klaar na {seconds:.0f} s; stoppen met Ctrl-C)")
    say(f"Inloggen met een van deze adressen; het wachtwoord is overal: {PASSWORD}")
    for email, naam, functie, roles in LOGINS:
        places = sorted({name for name, _ in roles})
        where = "alle negen gemeenten" if len(places) == 9 else " en ".join(places)
        say(f"  {email:24} {naam}, {functie} ({where})")
    say(f"DUO-simulator (dit is niet DUO): http://localhost:{simulator}/simulator/")
    say()
