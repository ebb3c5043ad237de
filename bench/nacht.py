"""How long the night takes: every next step of 200,000 dossiers, read from and written to PostgreSQL.

Run: ``python bench/nacht.py [--sizes 20000,200000] [--gemeenten 342]``. It starts a PostgreSQL of its own
with the settings it comes with (fsync included) and a role that may not skip row security, fills it with
statements of the database itself, and measures three nights: the first, in which every row is new; the
next, in which the calendar and 500 changed dossiers make few rows change; and one in which every row changes.
Afterwards some rows are reckoned one by one, and none may differ. Nothing is kept. Without PostgreSQL it says
so and measures nothing.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 54377
AIM = 60
ON = date(2026, 11, 24)
CHANGED = 500
SAMPLE = 1_000


def main() -> int:
    """Measure each size in a process and a database of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="20000,200000")
    parser.add_argument("--gemeenten", type=int, default=342)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        return measure(asked.one, asked.gemeenten)
    programs = installed()
    if programs is None:
        print("PostgreSQL is not installed here (no initdb): the night is not measured")
        return 0
    with cluster(programs) as make:
        for size in asked.sizes.split(","):
            one = [sys.executable, __file__, "--one", size, "--gemeenten", str(asked.gemeenten)]
            if subprocess.run(one, env={**os.environ, "BENCH_DATABASE_URL": make(f"nacht{size}")}).returncode:
                return 1
    return 0


# --- a PostgreSQL of its own ---


def installed() -> Path | None:
    """Return the folder with the programs of the newest PostgreSQL, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@contextmanager
def cluster(programs: Path) -> Iterator[Callable[[str], str]]:
    """Start a server and give a function that makes a database and returns its URL."""
    with tempfile.TemporaryDirectory() as folder:
        person: list[str] = []
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, "postgres")
            person = ["runuser", "-u", "postgres", "--"]
        else:
            os.environ.setdefault("PGUSER", "postgres")

        def run(program: str, *more: str) -> None:
            subprocess.run(
                [*person, programs / program, *more], check=True, stdout=subprocess.DEVNULL, cwd=folder
            )

        place, at = f"{folder}/data", ("-h", folder, "-p", str(PORT))
        run("initdb", "-D", place, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        run(
            *("pg_ctl", "-D", place, "-w", "-l", f"{folder}/log"),
            *("-o", f"-p {PORT} -k {folder} -c listen_addresses=127.0.0.1", "start"),
        )
        try:
            run("psql", *at, "-q", "-c", "create role meedoen login nosuperuser nobypassrls")
            # Only for filling: what is made here refers to what is there, which need not be looked up again.
            run("psql", *at, "-q", "-c", "grant set on parameter session_replication_role to meedoen")

            def make(name: str) -> str:
                run("createdb", *at, "-O", "meedoen", name)
                return f"postgres://meedoen@127.0.0.1:{PORT}/{name}"

            yield make
        finally:
            run("pg_ctl", "-D", place, "-m", "immediate", "stop")


# --- a country ---


def fill(size: int, gemeenten: int) -> None:
    """Make a country: gemeenten of unequal size, with dossiers in all stages and their parts."""
    from django.db import connection, transaction

    from meedoen.domain.regio.models import Aanstelling, Gemeente, Medewerker, Rol, Team
    from meedoen.domain.regio.tenancy import tenant_scope

    places = Gemeente.objects.bulk_create(
        Gemeente(naam=f"Meetstad {number}", cbs_code=f"{number:04d}") for number in range(gemeenten)
    )
    teams = Team.objects.bulk_create(Team(gemeente=place, naam="Team Inburgering") for place in places)
    people = Medewerker.objects.bulk_create(
        Medewerker(email=f"k{number}@bench.example", naam=f"Klantmanager {number}")
        for number in range(3 * gemeenten)
    )
    Aanstelling.objects.bulk_create(
        Aanstelling(
            medewerker=person,
            gemeente=places[number % gemeenten],
            rol=Rol.KLANTMANAGER,
            team=teams[number % gemeenten],
            since=date(2022, 1, 1),
        )
        for number, person in enumerate(people)
    )
    with (
        transaction.atomic(),
        tenant_scope(place.pk for place in places),
        connection.cursor() as cursor,
    ):
        cursor.execute("set local session_replication_role = replica")
        cursor.execute("select setseed(0.2021)")
        cursor.execute(MADE, {"on": ON, "size": size, "gemeenten": gemeenten})
        for model, columns, where in parts():
            cursor.execute(insert(model, columns, where))
    with connection.cursor() as cursor:
        cursor.execute("analyze")


MADE = """
create temporary table made on commit drop as
with drawn as (
  select n, random() as r1, random() as r2, random() as r3, random() as r4, random() as r5,
    floor(%(gemeenten)s * power(random(), 2.2))::int as place,
    %(on)s::date - (array[5, 30, 60, 90, 150, 400, 800, 1100])[1 + floor(random() * 8)::int]
      - floor(random() * 30)::int as told,
    40 + floor(random() * 40)::int as days
  from generate_series(1, %(size)s) n
), places as (
  select g.id, t.id as team_id, row_number() over (order by g.id) - 1 as place
  from regio_gemeente g join regio_team t on t.gemeente_id = g.id
), people as (
  select gemeente_id, array_agg(medewerker_id order by medewerker_id) as ids
  from regio_aanstelling group by gemeente_id
)
select n, p.id as gemeente_id, r1, r2, r3, r4, r5, told, told + days as planned,
  r1 < 0.15 as azc, (r1 >= 0.15 and told + days < %(on)s::date) as has_pip,
  case when r2 > 0.02 then people.ids[1 + floor(r3 * 3)::int] end as klantmanager_id,
  case when r4 > 0.5 then p.team_id end as team_id,
  (array['B1-route', 'Z-route', 'onderwijsroute'])[1 + floor(r5 * 3)::int] as leerroute
from drawn join places p using (place) join people on people.gemeente_id = p.id
"""


def parts() -> list[tuple[type, dict[str, str], str]]:
    """Return for each table what its columns are of the dossiers that were made, and of which of them."""
    from meedoen.domain.brede_intake.models import BredeIntake, Intakegesprek, Leerbaarheidstoets, Oproep
    from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
    from meedoen.domain.pip.models import PIP, Informatieverzoek, Leerroutekeuze

    own = {"dossier_id": "n", "gemeente_id": "gemeente_id"}
    by = {"by_id": "(select min(id) from regio_medewerker)"}
    call = {
        "verstuurd_on": "told + 5",
        "termijn_on": "told + 33",
        "gesprek_at": "told + 20",
        "uitkomst": "case when r3 < 0.7 then 'verschenen' when r3 < 0.8 then 'onvoldoende' else 'open' end",
        "uitkomst_on": "case when r3 < 0.8 then told + 20 end",
    }
    return [
        (
            Inburgeringsplichtige,
            {
                "id": "n",
                "gemeente_id": "gemeente_id",
                "achternaam": "'Haddad ' || n",
                "taal": "(array['Arabisch', 'Tigrinya', 'Turks', 'Dari'])[1 + floor(r3 * 4)::int]",
                "coa_locatie": "case when azc then 'Zeist' else '' end",
                "postcode": "case when azc then '' else '3831 AA' end",
            },
            "true",
        ),
        (
            Dossier,
            {
                "id": "n",
                "gemeente_id": "gemeente_id",
                "inburgeringsplichtige_id": "n",
                "klantmanager_id": "klantmanager_id",
                "team_id": "team_id",
                "doelgroep": "'asielstatushouder'",
                "verblijfstitel": "'asiel_bepaalde_tijd'",
                "bekendmaking_on": "told",
                "koppeling_on": "told",
                "kennisgeving_on": "told",
                "inschrijving_on": "case when not azc then told + 20 end",
                "eerste_pip_on": "case when has_pip then planned end",
                "afgesloten_on": "case when r4 < 0.1 then planned end",
            },
            "true",
        ),
        (
            BredeIntake,
            own | {"gestart_on": "told + 20", "afgerond_on": "case when has_pip then planned end"},
            "r2 < 0.6",
        ),
        (Leerbaarheidstoets, own | {"aangemeld_on": "told + 21"}, "r2 < 0.6"),
        (Leerroutekeuze, own | {"leerroute": "leerroute"}, "has_pip or r5 < 0.2"),
        (Oproep, own | call | {"nummer": "1"}, "r2 < 0.8"),
        (
            Oproep,
            own | call | {"nummer": "2", "verstuurd_on": "told + 30", "termijn_on": "told + 58"},
            "r2 < 0.2",
        ),
        (Intakegesprek, own | by | {"gevoerd_on": "told + 20", "plaats": "'azc'"}, "r2 < 0.5"),
        (Informatieverzoek, own | by | {"gevraagd_on": "told + 40"}, "r5 < 0.03"),
        (
            PIP,
            own
            | {
                "versie": "1",
                "status": "'uitgereikt'",
                "leerroute": "leerroute",
                "dagtekening_on": "planned",
                "uitgereikt_on": "planned",
            },
            "has_pip",
        ),
        (PIP, own | {"versie": "1", "status": "'gecontroleerd'"}, "not has_pip and r3 < 0.2"),
    ]


PLAIN = {
    "CharField": "''",
    "TextField": "''",
    "BooleanField": "false",
    "PositiveIntegerField": "1",
    "PositiveSmallIntegerField": "1",
    "DateTimeField": "now()",
    "UUIDField": "gen_random_uuid()",
}


def insert(model: type, columns: dict[str, str], where: str) -> str:
    """Return the statement that fills a table; what must be told and is not, gets something plain."""
    told = dict(columns)
    for field in model._meta.local_concrete_fields:
        if field.column not in told and not field.null and not field.primary_key:
            told[field.column] = PLAIN[field.get_internal_type()]
    names, values = ", ".join(f'"{name}"' for name in told), ", ".join(told.values())
    return f"insert into {model._meta.db_table} ({names}) select {values} from made where {where}"  # noqa: S608


# --- measuring ---


class Stages:
    """Adds up how long each stage takes, by standing around the functions that do it."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = defaultdict(float)

    def around(self, where: object, name: str, stage: str) -> None:
        """Measure a function under the name of a stage."""
        function = getattr(where, name)

        def timed(*args: object) -> object:
            begin = time.perf_counter()
            try:
                return function(*args)
            finally:
                self.taken[stage] += time.perf_counter() - begin

        setattr(where, name, timed)


def measure(size: int, gemeenten: int) -> int:
    """Fill a database, measure the nights and compare with the rules for one person."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    from bench.werkvoorraad import setup

    with tempfile.TemporaryDirectory() as folder:
        setup(Path(folder))
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        begin = time.perf_counter()
        fill(size, gemeenten)
        print(f"{size:,} dossiers in {gemeenten} gemeenten, filled in {time.perf_counter() - begin:.0f} s")

        from meedoen.domain.termijn import lifted, night

        stages = Stages()
        for where, name, stage in (
            (night, "_held", "read the rows of the day before"),
            (night, "rows_after", "read the dossiers and their parts"),
            (night, "_derived", "facts, law and sentences"),
            (lifted.Lifted, "_steps", "of which the law in columns"),
            (lifted.Lifted, "_deadlines", "of which the law in columns"),
            (night, "_keep_on_postgresql", "write what changed"),
        ):
            stages.around(where, name, stage)
        slow = False
        for label, day, before in NIGHTS:
            before(size)
            stages.taken.clear()
            begin, busy, server = time.perf_counter(), time.process_time(), server_time()
            counted = night.night(day)
            taken = time.perf_counter() - begin
            slow = slow or (size >= 200_000 and taken > AIM)
            show(label, taken, counted, stages.taken)
            shown = f"{time.process_time() - busy:.1f} s here, {server_time() - server:.1f} s in the database"
            print(
                f"    processor time: {shown}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()}", flush=True
            )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  peak memory of this process {peak:,.0f} MB")
        differing = reckoned_otherwise(size, NIGHTS[-1][1])
        print(f"  {SAMPLE:,} rows reckoned one by one: {differing} differ")
        if slow:
            print(f"  slower than the aim of {AIM} s")
        return 1 if differing else 0


def server_time() -> float:
    """Return the processor seconds of the process that serves this connection (Linux; else 0)."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        (pid,) = cursor.fetchone()
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def show(label: str, taken: float, counted: object, stages: dict[str, float]) -> None:
    """Print the figures of one night."""
    print(
        f"  {label}: {taken:.1f} s; {counted.reckoned:,} reckoned, {counted.written:,} written, "
        f"{counted.one_by_one:,} asked one by one"
    )
    for stage, seconds in stages.items():
        print(f"    {stage:<36}{seconds:>7.1f} s")
    rest = taken - sum(seconds for stage, seconds in stages.items() if not stage.startswith("of which"))
    print(f"    {'transactions and the rest':<36}{rest:>7.1f} s", flush=True)


def change_some(size: int) -> None:
    """Change some dossiers without reckoning them, as if their events had been missed."""
    from django.db import transaction

    from meedoen.domain.dossier.models import Dossier
    from meedoen.domain.regio.models import Gemeente
    from meedoen.domain.regio.tenancy import tenant_scope

    with transaction.atomic(), tenant_scope(Gemeente.objects.values_list("pk", flat=True)):
        some = range(1, size + 1, max(1, size // CHANGED))
        Dossier.objects.filter(pk__in=some).update(voldaan_on=ON)


def change_all(size: int) -> None:
    """Make every row say something else than it should."""
    from django.db import transaction

    from meedoen.domain.regio.models import Gemeente
    from meedoen.domain.regio.tenancy import tenant_scope
    from meedoen.domain.termijn.models import Werkpunt

    with transaction.atomic(), tenant_scope(Gemeente.objects.values_list("pk", flat=True)):
        Werkpunt.objects.update(sentence="")


NIGHTS = (
    ("first night", ON, lambda size: None),
    ("next night", ON + timedelta(days=1), change_some),
    ("a night in which every row changes", ON + timedelta(days=2), change_all),
)


def reckoned_otherwise(size: int, on: date) -> int:
    """Return how many of some rows the rules for one person would write otherwise."""
    from django.db import transaction

    from meedoen.domain.dossier.models import Dossier
    from meedoen.domain.regio.models import Gemeente
    from meedoen.domain.regio.tenancy import tenant_scope
    from meedoen.domain.termijn.derived import Derived, derive, standing_of, teams_of
    from meedoen.domain.termijn.facts import with_parts
    from meedoen.domain.termijn.models import Werkpunt

    some = range(7, size + 1, max(1, size // SAMPLE))
    with transaction.atomic(), tenant_scope(Gemeente.objects.values_list("pk", flat=True)):
        kept = Werkpunt.objects.filter(dossier_id__in=some).values_list("dossier_id", *Derived._fields)
        said = {pk: tuple(values) for pk, *values in kept}
        dossiers = with_parts(Dossier.objects.filter(pk__in=some))
        teams = teams_of(dossiers, on)
        return sum(
            said.get(dossier.pk) != derive(dossier, standing_of(dossier, on, teams), on)
            for dossier in dossiers
        )


if __name__ == "__main__":
    sys.exit(main())
