"""The nightly work: every dossier of every gemeente reckoned again, and only what changed written."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.db.models import Count
from django.db.models.expressions import RawSQL

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.law.inburgering.dossier_facts import DossierFacts

from .derived import Derived, derive, row_of, standing_of, teams_of
from .facts import claims, dossier_facts
from .lifted import Lifted
from .models import Werkpunt
from .rows import DossierRow, rows_after
from .taken import taken_between

AT_ONCE = 10_000
"""How many dossiers one transaction takes: enough for columns, and soon done for who works meanwhile."""

TOGETHER = 10
"""How many gemeenten at most: PostgreSQL compares each row with every gemeente in scope (row security)."""

COLUMNS = ("dossier_id", *Derived._fields, "reckoned_on")


@dataclass(slots=True)
class Counted:
    """How many dossiers were reckoned, how many rows said something else, and how many asked one by one."""

    reckoned: int = 0
    written: int = 0
    one_by_one: int = 0


def reckon_all(on: date) -> int:
    """Reckon every dossier of every gemeente, in many small transactions; returns how many.

    A new day makes terms pass, so this runs every night. Small transactions let
    people go on working meanwhile.
    """
    return night(on).reckoned


def night(on: date) -> Counted:
    """Reckon every dossier and return what was done."""
    lifted, counted = Lifted(on), Counted()
    for gemeente_ids in _together():
        last = 0
        while last is not None:
            with _uncollected(), transaction.atomic(), tenant_scope(gemeente_ids):
                last = _reckon_next(last, lifted, counted)
    return counted


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no rings of objects meanwhile: rows make none, and looking took a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _together() -> list[list[int]]:
    """Return the gemeenten in groups: small ones together, so that a group fills a transaction."""
    every = list(Gemeente.objects.order_by("pk").values_list("pk", flat=True))
    with transaction.atomic(), tenant_scope(every):
        sizes = dict(Dossier.objects.order_by().values_list("gemeente_id").annotate(Count("pk")))
    groups: list[list[int]] = []
    room = 0
    for pk in every:
        size = sizes.get(pk, 0)
        if not size:
            continue
        if not groups or size > room or len(groups[-1]) == TOGETHER:
            groups.append([])
            room = AT_ONCE
        groups[-1].append(pk)
        room -= size
    return groups


def _reckon_next(last: int, lifted: Lifted, counted: Counted) -> int | None:
    """Reckon the dossiers after this id, as many as fit; returns the last id when there may be more."""
    held = _held(last)
    dossiers = rows_after(last, AT_ONCE)
    derived = _derived(dossiers, lifted, counted)
    changed = {pk: values for pk, values in derived.items() if pk not in held or held[pk].values != values}
    if changed:
        keep = _keep_on_postgresql if connection.vendor == "postgresql" else _keep
        keep(changed, held, lifted.on)
    counted.reckoned += len(dossiers)
    counted.written += len(changed)
    return dossiers[-1].id if len(dossiers) == AT_ONCE else None


@dataclass(frozen=True, slots=True)
class Held:
    """What a row says now, and which version of the row that is (PostgreSQL)."""

    values: tuple
    version: str | None


def _held(last: int) -> dict[int, Held]:
    """Return the rows of the dossiers that come next. Read before the facts, see `_keep_on_postgresql`."""
    ids = Dossier.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)
    until = list(ids[AT_ONCE - 1 : AT_ONCE])
    rows = Werkpunt.objects.filter(dossier_id__gt=last, **({"dossier_id__lte": until[0]} if until else {}))
    if connection.vendor == "postgresql":
        rows = rows.annotate(row_version=RawSQL("termijn_werkpunt.xmin::text", []))
        found = rows.values_list("dossier_id", "row_version", *Derived._fields)
        return {pk: Held(tuple(values), version) for pk, version, *values in found}
    found = rows.values_list("dossier_id", *Derived._fields)
    return {pk: Held(tuple(values), None) for pk, *values in found}


def _derived(dossiers: list[DossierRow], lifted: Lifted, counted: Counted) -> dict[int, Derived]:
    """Return what the row of each dossier says."""
    on, teams = lifted.on, teams_of(dossiers, lifted.on)
    standings = [standing_of(dossier, on, teams) for dossier in dossiers]
    facts = [_facts(dossier) for dossier in dossiers]
    there = [place for place, found in enumerate(facts) if found is not None]
    answers = lifted.answers(
        [facts[place] for place in there],
        [standings[place].pip_on for place in there],
        [claims(dossiers[place]) for place in there],
    )
    answered = dict(zip(there, answers, strict=True))
    taken = taken_between(dossiers[0].id, dossiers[-1].id) if dossiers else {}
    derived = {}
    for place, (dossier, standing) in enumerate(zip(dossiers, standings, strict=True)):
        if (found := answered.get(place)) is not None:
            told, deadline = found
            derived[dossier.id] = row_of(
                dossier.gemeente_id, told, deadline, standing, taken.get(dossier.id, [])
            )
        else:
            derived[dossier.id] = derive(dossier, standing, on, taken.get(dossier.id))
            counted.one_by_one += 1
    return derived


def _facts(dossier: DossierRow) -> DossierFacts | None:
    """Return the facts; None when the dossier holds a word that the law does not know."""
    try:
        return dossier_facts(dossier)
    except ValueError:
        return None


def _keep(changed: Mapping[int, Derived], held: Mapping[int, Held], on: date) -> None:
    """Write the rows. On SQLite nobody else writes in the meantime: the transaction holds the lock."""
    write_rows(changed, on)


def write_rows(changed: Mapping[int, Derived], on: date) -> None:
    """Write rows, whatever they said before."""
    Werkpunt.objects.bulk_create(
        [Werkpunt(dossier_id=pk, reckoned_on=on, **values._asdict()) for pk, values in changed.items()],
        update_conflicts=True,
        unique_fields=["dossier"],
        update_fields=[*(name.removesuffix("_id") for name in Derived._fields), "reckoned_on"],
    )


def _keep_on_postgresql(changed: Mapping[int, Derived], held: Mapping[int, Held], on: date) -> None:
    """Write the rows by COPY into a table of this transaction, then in one UPDATE and one INSERT.

    Somebody may have changed a dossier, and with it the row, while this transaction reckoned with the facts
    of before. The row was read before the facts; when it is no longer the same version (xmin) or has come
    into being, it was reckoned from newer facts and stays as it is.
    """
    names = ", ".join(COLUMNS)
    assigned = ", ".join(f"{name} = staged.{name}" for name in COLUMNS[1:])
    with connection.cursor() as cursor:
        cursor.execute(
            f"create temporary table staged on commit drop as select {names}, xmin as held "  # noqa: S608
            "from termijn_werkpunt with no data"
        )
        with cursor.copy(f"copy staged ({names}, held) from stdin") as copy:
            for row in _staged(changed, held, on):
                copy.write_row(row)
        cursor.execute("analyze staged")
        cursor.execute(
            f"update termijn_werkpunt row set {assigned} from staged "  # noqa: S608
            "where row.dossier_id = staged.dossier_id and row.xmin = staged.held"
        )
        cursor.execute(
            f"insert into termijn_werkpunt ({names}) select {names} from staged where held is null "  # noqa: S608
            "on conflict (dossier_id) do nothing"
        )
        cursor.execute("drop table staged")


def _staged(changed: Mapping[int, Derived], held: Mapping[int, Held], on: date) -> Iterator[Iterable]:
    for pk, values in changed.items():
        version = held[pk].version if pk in held else None
        yield (pk, *values, on, version)
