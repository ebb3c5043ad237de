"""How fast the werkvoorraad and the search answer with 640, 20,000 and 200,000 dossiers in one gemeente.

Run: ``python bench/werkvoorraad.py [--sizes 640,20000,200000] [--requests 40]``. For each
size it fills an empty SQLite database of its own (or that of BENCH_DATABASE_URL, one
size at a time) and measures the whole page through Django's test client: middleware,
queries, template, and the rows of evidence with their commit. `cpu` is the processor
time of the same requests, which says what a page costs when other programs keep the
machine busy. Nothing is kept afterwards.

The first 20,000 people are made with all their parts and reckoned by the law; more are
copies of the rows that the pages read (person, dossier, next step).
"""

import argparse
import base64
import os
import random
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KLANTMANAGERS_PER = 80
CHUNK = 2_000
MADE = 20_000  # people with all their parts; more are copies


def main() -> None:
    """Measure each size in a process of its own, so that no cache helps the next one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="640,20000,200000")
    parser.add_argument("--requests", type=int, default=40)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        measure(asked.one, asked.requests)
        return
    heads = f"{'dossiers':>9}  {'page':<32}{'p50':>8}{'p95':>8}{'cpu p50':>9}"
    print(f"{heads}   ms, {asked.requests} requests each", flush=True)
    for size in asked.sizes.split(","):
        one = [sys.executable, __file__, "--one", size, "--requests", str(asked.requests)]
        subprocess.run(one, check=True)


def measure(size: int, requests: int) -> None:
    """Fill a database with `size` dossiers and print a line for each page."""
    with tempfile.TemporaryDirectory() as folder:
        setup(Path(folder))
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        begin = time.perf_counter()
        klantmanager, teamleider = fill(size)
        filled = time.perf_counter() - begin
        note = f"filled in {filled:.0f} s"
        if size <= MADE:
            begin = time.perf_counter()
            reckoned = reckon_again()
            took = time.perf_counter() - begin
            note += f"; every next step reckoned again in {took:.1f} s ({reckoned / took:.0f} a second)"
        print(f"{size:>9}  {note}", flush=True)
        for name, request in pages(klantmanager, teamleider).items():
            taken, cpu = zip(*[timed(request) for _ in range(requests + 3)][3:], strict=True)
            p50, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
            shown = f"{p50 * 1000:>8.0f}{p95 * 1000:>8.0f}{statistics.median(cpu) * 1000:>9.0f}"
            print(f"{size:>9}  {name:<32}{shown}", flush=True)
        connection.close()


def setup(folder: Path) -> None:
    """Start Django with throw-away keys on an empty database."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    key = base64.urlsafe_b64encode(os.urandom(32)).decode()
    os.environ.update(
        {
            "MEEDOEN_SECRET_KEY": base64.urlsafe_b64encode(os.urandom(48)).decode(),
            "MEEDOEN_FIELD_KEYS": key,
            "MEEDOEN_INDEX_KEY": base64.urlsafe_b64encode(os.urandom(32)).decode(),
            "MEEDOEN_HTTPS": "nee",
            "MEEDOEN_MFA_REQUIRED": "nee",
            "MEEDOEN_ALLOWED_HOSTS": "testserver",
            "MEEDOEN_DATA_DIR": str(folder),
            "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder / 'bench.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "meedoen.project.settings",
        }
    )
    import django

    django.setup()


def fill(size: int) -> tuple[object, object]:
    """Make one gemeente with `size` people in all stages; returns a klantmanager and a teamleider."""
    from django.db import transaction

    from meedoen.domain.regio.models import Aanstelling, Gemeente, Medewerker, Rol, Team
    from meedoen.domain.regio.tenancy import tenant_scope

    gemeente = Gemeente.objects.create(naam="Meetstad", cbs_code="9999")
    team = Team.objects.create(gemeente=gemeente, naam="Team Inburgering")
    since = date(2022, 1, 1)
    people = []
    for number in range(max(2, size // KLANTMANAGERS_PER)):
        person = Medewerker.objects.create(email=f"k{number}@bench.example", naam=f"Klantmanager {number}")
        people.append(person)
        Aanstelling.objects.create(
            medewerker=person, gemeente=gemeente, rol=Rol.KLANTMANAGER, team=team, since=since
        )
    teamleider = Medewerker.objects.create(email="t@bench.example", naam="Teamleider")
    Aanstelling.objects.create(
        medewerker=teamleider, gemeente=gemeente, rol=Rol.TEAMLEIDER, team=team, since=since
    )
    dice = random.Random(2021)
    for start in range(0, min(size, MADE), CHUNK):
        with transaction.atomic(), tenant_scope([gemeente.pk]):
            fill_chunk(gemeente, team, people, dice, start, min(CHUNK, size - start))
    for _ in range(MADE, size, CHUNK):
        with transaction.atomic(), tenant_scope([gemeente.pk]):
            copy_chunk(people, dice)
    return people[0], teamleider


def copy_chunk(people: list, dice: random.Random) -> None:
    """Copy some people with dossier and next step, each for a klantmanager by chance."""
    from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
    from meedoen.domain.termijn.models import Werkpunt

    first = dice.randrange(MADE - CHUNK) + 1
    steps = list(
        Werkpunt.objects.filter(dossier_id__gte=first, dossier_id__lt=first + CHUNK).select_related(
            "dossier__inburgeringsplichtige"
        )
    )
    dossiers = [step.dossier for step in steps]
    persons = [dossier.inburgeringsplichtige for dossier in dossiers]
    for one in persons:
        one.pk, one.sleutel, one.v_nummer_index = None, uuid.uuid4(), secrets.token_hex(32)
    Inburgeringsplichtige.objects.bulk_create(persons)
    for dossier, one in zip(dossiers, persons, strict=True):
        dossier.pk, dossier.inburgeringsplichtige = None, one
        dossier.klantmanager = dice.choice(people) if dossier.klantmanager_id else None
    Dossier.objects.bulk_create(dossiers)
    for step, dossier in zip(steps, dossiers, strict=True):
        step.pk, step.dossier, step.klantmanager_id = None, dossier, dossier.klantmanager_id
    Werkpunt.objects.bulk_create(steps)


def fill_chunk(
    gemeente: object, team: object, people: list, dice: random.Random, start: int, count: int
) -> None:
    """Make `count` people with their dossiers, calls, intakes, PIPs and next steps."""
    from django.utils.timezone import localdate

    from meedoen.domain.brede_intake.models import BredeIntake, Leerbaarheidstoets
    from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
    from meedoen.domain.pip.models import PIP
    from meedoen.domain.termijn.actions import reckon

    today = localdate()
    persons = [person(gemeente, dice, start + number) for number in range(count)]
    Inburgeringsplichtige.objects.bulk_create(persons)
    dossiers = []
    for one in persons:
        age = dice.choice((5, 30, 60, 90, 150, 400, 800, 1100))
        told = today - timedelta(days=age + dice.randrange(30))
        planned = told + timedelta(days=dice.randrange(40, 80))
        dossiers.append(
            Dossier(
                gemeente=gemeente,
                inburgeringsplichtige=one,
                klantmanager=None if dice.random() < 0.02 else dice.choice(people),
                team=team,
                doelgroep="asielstatushouder",
                verblijfstitel="asiel_bepaalde_tijd",
                bekendmaking_on=told,
                koppeling_on=told,
                kennisgeving_on=told,
                inschrijving_on=None if one.coa_locatie else told + timedelta(days=20),
                eerste_pip_on=planned if planned < today and not one.coa_locatie else None,
                afgesloten_on=today if dice.random() < 0.1 else None,
            )
        )
    Dossier.objects.bulk_create(dossiers)
    begun = [dossier for dossier in dossiers if dice.random() < 0.6]
    BredeIntake.objects.bulk_create(
        BredeIntake(gemeente=gemeente, dossier=dossier, gestart_on=dossier.kennisgeving_on)
        for dossier in begun
    )
    Leerbaarheidstoets.objects.bulk_create(
        Leerbaarheidstoets(gemeente=gemeente, dossier=dossier, aangemeld_on=dossier.kennisgeving_on)
        for dossier in begun
    )
    PIP.objects.bulk_create(
        PIP(
            gemeente=gemeente,
            dossier=dossier,
            versie=1,
            status=PIP.Status.UITGEREIKT,
            leerroute=dice.choice(("B1-route", "Z-route", "onderwijsroute")),
            dagtekening_on=dossier.eerste_pip_on,
            uitgereikt_on=dossier.eerste_pip_on,
        )
        for dossier in dossiers
        if dossier.eerste_pip_on
    )
    reckon([dossier.pk for dossier in dossiers], on=today)


def person(gemeente: object, dice: random.Random, number: int) -> object:
    """Return an unsaved person with a name, a language and a V-nummer."""
    from meedoen.domain.dossier.models import Inburgeringsplichtige

    in_azc = dice.random() < 0.15
    one = Inburgeringsplichtige(
        gemeente=gemeente,
        voornaam=dice.choice(("Amina", "Yusuf", "Zahra", "Işıl", "Selam", "محمد", "ተስፋይ", "Oleksandr")),
        achternaam=f"{dice.choice(('Haddad', 'Yılmaz', 'Tesfay', 'Rahimi', 'Al Ahmad'))} {number}",
        taal=dice.choice(("Arabisch", "Tigrinya", "Turks", "Dari", "Farsi", "Engels", "Somalisch")),
        coa_locatie="Zeist" if in_azc else "",
        postcode="" if in_azc else "3831 AA",
        plaats="" if in_azc else "Meetstad",
    )
    one.v_nummer = str(2_500_000_000 + number)
    one.set_zoeknaam()
    return one


def reckon_again() -> int:
    """Do the nightly work once more; returns how many dossiers were reckoned."""
    from django.utils.timezone import localdate

    from meedoen.domain.termijn.actions import reckon_all

    return reckon_all(on=localdate())


def pages(klantmanager: object, teamleider: object) -> dict[str, Callable[[], object]]:
    """Return name → request of everything that is measured."""
    from django.test import Client

    backend = "allauth.account.auth_backends.AuthenticationBackend"
    her, him = Client(), Client()
    her.force_login(klantmanager, backend=backend)
    him.force_login(teamleider, backend=backend)
    url = "/werkvoorraad/"
    return {
        "mijn": lambda: her.get(url),
        "vrij": lambda: her.get(f"{url}?wie=vrij"),
        "team (teamleider)": lambda: him.get(url),
        "alle (teamleider)": lambda: him.get(f"{url}?wie=alle"),
        "alle, bladzijde 20 van later": lambda: him.get(f"{url}?wie=alle&groep=later&pagina=20"),
        "alle, leerroute en wacht op": lambda: her.get(f"{url}?wie=alle&leerroute=B1-route&wacht=gemeente"),
        "alle, taal en in AZC": lambda: her.get(f"{url}?wie=alle&taal=Turks&azc=ja"),
        "alle, deel van naam": lambda: her.get(f"{url}?wie=alle&naam=yilm"),
        "zoeken op naam": lambda: her.post("/zoeken/", {"zoek": "isil yilm"}),
        "zoeken op naam, niemand": lambda: her.post("/zoeken/", {"zoek": "qqq"}),
        "zoeken op V-nummer": lambda: her.post("/zoeken/", {"zoek": "2500000100"}),
    }


def timed(request: Callable[[], object]) -> tuple[float, float]:
    """Return wall clock and processor time of one request; anything but 200 stops the benchmark."""
    begin, busy = time.perf_counter(), time.process_time()
    response = request()
    taken = time.perf_counter() - begin, time.process_time() - busy
    if response.status_code != 200:
        raise SystemExit(f"status {response.status_code}")
    return taken


if __name__ == "__main__":
    main()
