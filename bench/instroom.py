"""How fast a file of 10,000 persons is checked and taken over, and how much memory that takes.

Run: ``python bench/instroom.py [ROWS]``. It works on an empty SQLite database of its
own (or on the database of BENCH_DATABASE_URL) and prints one line for each step.
"""

import os
import random
import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
HEADINGS = (
    "V-nummer;BSN;Achternaam;Voornaam;Geslacht;Geboortedatum;Nationaliteit;Taal;Groep;Verblijfstitel;Referent;"
    "Datum bekendmaking vergunning;Kennisgeving DUO;Gekoppelde gemeente;COA-locatie;Inschrijving "
    "BRP;Postcode;Plaats;"
    "Huishouden;Kinderen 0-3;Jaren onderwijs;Hoogste diploma;Werkervaring (jaren);Beroep;Bijstand "
    "vanaf;Uitkomst LBT;"
    "Datum LBT;Leerroute;Datum eerste PIP;Telefoon;E-mail;Opmerking"
)
GEMEENTEN = (
    "Leusden",
    "Amersfoort",
    "Soest",
    "Baarn",
    "Nijkerk",
    "Barneveld",
    "Woudenberg",
    "Bunschoten",
    "Eemnes",
)


def make_file(rows: int) -> bytes:
    """Return a csv file with as many fictional persons, in the layout of a region."""
    from stdnum.nl import bsn

    dice = random.Random(2021)
    numbers = (str(n) for n in range(999_000_000, 999_999_999) if bsn.is_valid(str(n)))
    lines = [HEADINGS]
    for number in range(rows):
        granted = date(2023, 1, 1) + timedelta(days=dice.randrange(1200))
        notice = granted + timedelta(days=30)
        lives = granted + timedelta(days=120)
        gemeente = dice.choice(GEMEENTEN)
        planned = number % 3 > 0
        cells = [
            str(2_500_000_000 + number),
            next(numbers),
            f"Haddad {dice.choice('ABCDEFGH')}{number}",
            dice.choice(("Amina", "Yusuf", "Zahra", "Işıl", "Selam")),
            dice.choice("MV"),
            f"{date(1965, 1, 1) + timedelta(days=dice.randrange(14_000)):%d-%m-%Y}",
            "Syrië",
            dice.choice(("Arabisch", "Tigrinya", "Turks")),
            "asielstatushouder",
            "asiel bepaalde tijd",
            "",
            f"{granted:%d-%m-%Y}",
            f"{notice:%d-%m-%Y}",
            gemeente,
            "",
            f"{lives:%d-%m-%Y}",
            "3831 AA",
            gemeente,
            f"HH{number // 2:05d}",
            str(dice.randrange(3)),
            str(dice.randrange(18)),
            dice.choice(("geen", "middelbaar", "bachelor")),
            str(dice.randrange(15)),
            dice.choice(("kok", "leraar", "")),
            "",
            "B1-route haalbaar" if planned else "",
            f"{notice:%d-%m-%Y}" if planned else "",
            "B1-route" if planned else "",
            f"{lives + timedelta(days=50):%d-%m-%Y}" if planned else "",
            "0612345678",
            "",
            dice.choice(("gezondheid: rug", "avondles gewenst", "")),
        ]
        lines.append(";".join(cells))
    return "\n".join(lines).encode()


def main() -> None:
    """Make the file, check it, take it over, check it again; print what each step took."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = os.environ.get("BENCH_DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
        sys.path[:0] = [str(ROOT), str(ROOT / "src")]
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        run(make_file(ROWS))


def run(data: bytes) -> None:
    """Bring the file in twice, as a page does, step by step."""
    from django.db import transaction
    from django.utils.timezone import localdate

    from meedoen.domain.instroom import actions
    from meedoen.domain.instroom.dry_run import make_gemeenten
    from meedoen.domain.instroom.gemeenten import find
    from meedoen.domain.regio.tenancy import tenant_scope

    on = localdate()
    with transaction.atomic():
        gemeenten = make_gemeenten(found.code for name in GEMEENTEN if (found := find(name)))
    ids = [gemeente.pk for gemeente in gemeenten]
    total = 0.0
    for turn in ("eerste keer", "tweede keer"):
        with Step(f"{turn}: lezen en bewaren") as step, transaction.atomic(), tenant_scope(ids):
            bestand = actions.start(data, "bench.csv", gemeente=gemeenten[0], told_on=on, by=None)
            bestand.status = bestand.Status.CONTROLEREN
            bestand.save()
        total += step.seconds
        with Step(f"{turn}: controleren") as step:
            actions.check(bestand.pk, gemeente_ids=ids, on=on)
        total += step.seconds
        with transaction.atomic(), tenant_scope(ids):
            bestand.refresh_from_db()
            actions.begin(bestand)
        with Step(f"{turn}: overnemen") as step:
            written = actions.take_over(bestand.pk, gemeente_ids=ids)
        total += step.seconds
        print(f"{turn}: {written} personen geschreven, samen {total:.1f} s")
        total = 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"meeste geheugen: {peak:.0f} MB")


class Step:
    """Measures one step: seconds on the clock, seconds of the processor, rows per second."""

    def __init__(self, name: str) -> None:
        self.name, self.seconds = name, 0.0

    def __enter__(self) -> "Step":
        self._clock, self._processor = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *fault: object) -> None:
        self.seconds = time.perf_counter() - self._clock
        processor = time.process_time() - self._processor
        print(
            f"{self.name}: {self.seconds:.1f} s ({processor:.1f} s rekentijd), {ROWS / self.seconds:.0f} "
            f"rijen per seconde",
            flush=True,
        )


if __name__ == "__main__":
    main()
