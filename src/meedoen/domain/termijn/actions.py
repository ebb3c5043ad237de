"""Reckoning the next step of dossiers from their facts."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from django.db import transaction

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import own_pip_on, pip_facts
from meedoen.domain.regio.models import Aanstelling, Gemeente, Rol
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.law.inburgering.pip import pip_deadline
from meedoen.law.inburgering.tijdlijn import NextStep
from meedoen.law.sources import IN_WERKING

from .facts import leerroute_of, with_parts
from .models import Werkpunt
from .next_step import next_step_of

CHUNK = 500
IMPOSSIBLE = "data_nakijken"
"""Code of a dossier whose dates cannot be true, such as a kennisgeving in the year 9999."""

DERIVED = (
    "gemeente_id",
    "code",
    "sentence",
    "citation",
    "due_on",
    "waiting_for",
    "gesloten",
    "leerroute",
    "pip_deadline_on",
    "pip_on",
    "klantmanager_id",
    "team_id",
    "doelgroep",
    "taal",
    "in_azc",
)
"""What a row says; two rows that agree in this are the same."""


def reckon(dossier_ids: Iterable[int], *, on: date) -> int:
    """Compute the next step of these dossiers and keep it, in the running transaction.

    Args:
        dossier_ids: any number, within the tenant scope; a few queries for each 500.
        on: the day for which the law is asked.

    Returns:
        how many dossiers were reckoned.
    """
    done = 0
    ids = iter(dossier_ids)
    while chunk := list(islice(ids, CHUNK)):
        dossiers = with_parts(Dossier.objects.filter(pk__in=chunk))
        teams = _teams(dossiers, on)
        rows = [_werkpunt(dossier, on, teams) for dossier in dossiers]
        _keep(rows, on)
        done += len(rows)
    return done


def _keep(rows: list[Werkpunt], on: date) -> None:
    """Write the rows that say something else than what is kept; most say the same the next day."""
    ids = [row.dossier_id for row in rows]
    kept = {
        pk: values
        for pk, *values in Werkpunt.objects.filter(dossier_id__in=ids).values_list("dossier_id", *DERIVED)
    }
    changed = [row for row in rows if kept.get(row.dossier_id) != [getattr(row, name) for name in DERIVED]]
    different = {row.dossier_id for row in changed}
    Werkpunt.objects.filter(dossier_id__in=[pk for pk in ids if pk not in different]).update(reckoned_on=on)
    Werkpunt.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["dossier"],
        update_fields=[*(name.removesuffix("_id") for name in DERIVED), "reckoned_on"],
    )


def reckon_all(on: date) -> int:
    """Reckon every dossier of every gemeente, in many small transactions; returns how many.

    A new day makes terms pass, so this runs every night. Small transactions let
    people go on working meanwhile.
    """
    return sum(
        _reckon_in_own_transaction(gemeente_id, chunk, on)
        for gemeente_id in Gemeente.objects.values_list("pk", flat=True)
        for chunk in _chunks_of_dossiers(gemeente_id)
    )


def _chunks_of_dossiers(gemeente_id: int) -> Iterator[list[int]]:
    """Yield the ids of the dossiers of a gemeente, 500 at a time, in order of id."""
    last = 0
    while True:
        with transaction.atomic(), tenant_scope([gemeente_id]):
            found = Dossier.objects.filter(gemeente_id=gemeente_id, pk__gt=last).order_by("pk")
            chunk = list(found.values_list("pk", flat=True)[:CHUNK])
        if not chunk:
            return
        yield chunk
        last = chunk[-1]


def _reckon_in_own_transaction(gemeente_id: int, dossier_ids: list[int], on: date) -> int:
    with transaction.atomic(), tenant_scope([gemeente_id]):
        return reckon(dossier_ids, on=on)


def _teams(dossiers: list[Dossier], on: date) -> dict[tuple[int | None, int], int]:
    """Return (klantmanager, gemeente) → team, for the dossiers that have no team of their own."""
    people = {dossier.klantmanager_id for dossier in dossiers if dossier.team_id is None}
    rows = Aanstelling.objects.on(on).filter(
        medewerker_id__in=people - {None}, rol=Rol.KLANTMANAGER, team__isnull=False
    )
    return {(who, where): team for who, where, team in rows.values_list("medewerker", "gemeente", "team")}


def _werkpunt(dossier: Dossier, on: date, teams: dict[tuple[int | None, int], int]) -> Werkpunt:
    """Return the row of one dossier, not yet saved."""
    persoon = dossier.inburgeringsplichtige
    row = Werkpunt(
        gemeente_id=dossier.gemeente_id,
        dossier_id=dossier.pk,
        gesloten=dossier.afgesloten_on is not None and dossier.afgesloten_on <= on,
        leerroute=leerroute_of(dossier) or "",
        pip_on=own_pip_on(dossier),
        klantmanager_id=dossier.klantmanager_id,
        team_id=dossier.team_id or teams.get((dossier.klantmanager_id, dossier.gemeente_id)),
        doelgroep=dossier.doelgroep,
        taal=persoon.taal,
        in_azc=persoon.in_azc,
        reckoned_on=on,
    )
    try:
        step = next_step_of(dossier, on)
        row.pip_deadline_on = _pip_deadline(dossier, row.pip_on or on)
    except (ArithmeticError, ValueError, LookupError):
        # One dossier with a date that cannot be true must not stop the list of everybody else.
        row.code = IMPOSSIBLE
        row.sentence = "Kijk de data in dit dossier na: met deze data is geen termijn te berekenen."
        row.waiting_for = "gemeente"
        return row
    row.code = step.code
    row.sentence = _sentence(step)
    row.citation = str(_place(step) or "")[:120]
    row.due_on = step.due
    row.waiting_for = step.waiting_for.value
    return row


def _pip_deadline(dossier: Dossier, on: date) -> date | None:
    """Return the last day in time for the PIP, by the law of the day on which it was established."""
    return pip_deadline(pip_facts(dossier), on=max(on, IN_WERKING)).value


def _place(step: NextStep) -> object:
    """Return the article of the date when there is one, else that of the step."""
    return step.deadline.citation if step.due is not None else step.outcome.citation


def _sentence(step: NextStep) -> str:
    """Return what to do and why in one sentence of at most 300 characters; without a date also why not."""
    text = f"{_capital(step.label)}: {step.sentence}."
    if step.due is None and not step.deadline.is_known:
        text = f"{text} Nog geen datum: {step.deadline.sentence()}."
    return text if len(text) <= 300 else f"{text[:299]}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
