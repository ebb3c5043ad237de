"""`meedoen import`: check or bring in a file with persons, from the command line."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from meedoen.project.commands.say import complain, say


def run_import(path: str, gemeente_naam: str | None, dry_run: bool, soort: str = "gemeente") -> int:
    """Print one JSON object with counts and faults; without ``dry_run`` also bring the rows in.

    Args:
        path: the file, .csv, .xlsx or .json.
        gemeente_naam: only rows of this gemeente; rows that name none belong to it.
        dry_run: keep nothing.
        soort: who made the file: ``gemeente`` or ``coa``.

    Returns:
        0 when the file could be read, 2 (with one line on standard error) when not.
    """
    try:
        data = Path(path).read_bytes()
        written_on = datetime.fromtimestamp(Path(path).stat().st_mtime, tz=UTC).date()
    except OSError as fault:
        return complain(f"Het bestand {path} is niet te openen: {(fault.strerror or str(fault)).lower()}.")
    import django

    django.setup()
    from django.utils.timezone import localdate

    from meedoen.domain.instroom import dry_run as checking
    from meedoen.domain.instroom.reading import read

    on = localdate()
    try:
        sheet = read(data)
        mapping = checking.recognise(sheet, soort)
        place = checking.place_for(gemeente_naam)
        _prepare_database()
    except ValueError as fault:
        return complain(str(fault))
    told_on = min(written_on, on)
    if dry_run:
        found = _judge(sheet, mapping, place, told_on, on, soort)
        say(json.dumps(checking.summary(found), ensure_ascii=False))
        return 0
    done = _bring_in(sheet, data, Path(path).name, mapping, place, told_on, on, soort)
    say(json.dumps(done, ensure_ascii=False))
    return 0


class OldDatabase(ValueError):
    """Raised when the database is of an older version; a Dutch sentence."""


def _prepare_database() -> None:
    """Migrate a database that is new; refuse one of an older version."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        tables = connection.introspection.table_names()
        if "django_migrations" not in tables:
            call_command("migrate", verbosity=0, interactive=False)
            return
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        raise OldDatabase(f"De database is niet te gebruiken: {str(fault).splitlines()[0]}") from fault
    if waiting:
        raise OldDatabase("De database is van een oudere versie. Voer eerst uit: meedoen migrate")


def _judge(sheet: Any, mapping: dict[str, str], place: Any, told_on: date, on: date, soort: str) -> list[Any]:
    from django.db import transaction

    from meedoen.domain.instroom.dry_run import judge_sheet
    from meedoen.domain.regio.models import Gemeente
    from meedoen.domain.regio.tenancy import tenant_scope

    ids = dict(Gemeente.objects.values_list("cbs_code", "pk"))
    if place.allowed is not None:
        ids = {code: pk for code, pk in ids.items() if code in place.allowed}
    with transaction.atomic(), tenant_scope(ids.values()):
        return judge_sheet(sheet, mapping, place, ids, told_on=told_on, on=on, soort=soort)


def _bring_in(
    sheet: Any,
    data: bytes,
    name: str,
    mapping: dict[str, str],
    place: Any,
    told_on: date,
    on: date,
    soort: str,
) -> dict[str, Any]:
    """Write the rows of a file, and return what was done with each."""
    from django.db import transaction

    from meedoen.domain.instroom import actions
    from meedoen.domain.instroom.dry_run import make_gemeenten, summary
    from meedoen.domain.regio.tenancy import tenant_scope

    judged = _judge(sheet, mapping, place, told_on, on, soort)
    codes = Counter(found.row.gemeente for found in judged if not found.row.refused)
    if not codes:
        return summary(judged)
    with transaction.atomic():
        gemeenten = make_gemeenten(codes)
    ids = [gemeente.pk for gemeente in gemeenten]
    home = next(g for g in gemeenten if g.cbs_code == codes.most_common(1)[0][0])
    with transaction.atomic(), tenant_scope(ids):
        digest = sha256(data).hexdigest()
        bestand = actions.keep(sheet, name, digest, gemeente=home, told_on=told_on, by=None, soort=soort)
        bestand.kolommen = mapping
        bestand.status = bestand.Status.CONTROLEREN
        bestand.save()
    actions.check(bestand.pk, gemeente_ids=ids, on=on)
    with transaction.atomic(), tenant_scope(ids):
        bestand.refresh_from_db()
        actions.begin(bestand)
    actions.take_over(bestand.pk, gemeente_ids=ids)
    return summary(judged)
