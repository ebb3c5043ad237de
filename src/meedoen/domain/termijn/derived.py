"""What a row of the werkvoorraad says, derived from one dossier on one day."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import own_pip_on
from meedoen.domain.regio.models import Aanstelling, Rol
from meedoen.law.inburgering.tijdlijn import NextStep

from .facts import claims, dossier_facts, leerroute_of
from .next_step import last_day_for_pip, step_as_kept
from .rows import DossierRow
from .taken import OpenTaak, most_urgent
from .told import Told

IMPOSSIBLE = "data_nakijken"
"""Code of a dossier whose dates cannot be true, such as a kennisgeving in the year 9999."""

Teams = dict[tuple[int | None, int], int]


class Standing(NamedTuple):
    """What the list is filtered by: it follows from the dossier without asking the law."""

    gesloten: bool
    leerroute: str
    pip_on: date | None
    klantmanager_id: int | None
    team_id: int | None
    doelgroep: str
    taal: str
    in_azc: bool


class Derived(NamedTuple):
    """What a row says; two rows that agree in this are the same."""

    gemeente_id: int
    code: str
    sentence: str
    citation: str
    due_on: date | None
    waiting_for: str
    pip_deadline_on: date | None
    gesloten: bool
    leerroute: str
    pip_on: date | None
    klantmanager_id: int | None
    team_id: int | None
    doelgroep: str
    taal: str
    in_azc: bool
    taken: int


NOT_TO_TELL = Told(
    IMPOSSIBLE,
    "Kijk de data in dit dossier na: met deze data is geen termijn te berekenen.",
    "",
    None,
    "gemeente",
)


def derive(
    dossier: Dossier | DossierRow, standing: Standing, on: date, taken: list[OpenTaak] | None = None
) -> Derived:
    """Return what the row of a dossier says, by the rules for one person and its open tasks."""
    try:
        facts = dossier_facts(dossier)
        told = tell(step_as_kept(facts, on=on, claims=claims(dossier)))
        deadline = last_day_for_pip(facts, standing.pip_on, on=on)
    except (ArithmeticError, ValueError, LookupError):
        # One dossier with a date that cannot be true must not stop the list of everybody else.
        told, deadline = NOT_TO_TELL, None
    return row_of(dossier.gemeente_id, told, deadline, standing, taken or [])


def row_of(
    gemeente_id: int, told: Told, deadline: date | None, standing: Standing, taken: list[OpenTaak]
) -> Derived:
    """Return the row: the step of the law or a task that comes before it. A closed dossier tells no tasks."""
    if standing.gesloten:
        taken = []
    return Derived(gemeente_id, *most_urgent(told, taken), deadline, *standing, len(taken))


def standing_of(dossier: Dossier | DossierRow, on: date, teams: Teams) -> Standing:
    """Return what a list is filtered by."""
    persoon = dossier.inburgeringsplichtige
    return Standing(
        dossier.afgesloten_on is not None and dossier.afgesloten_on <= on,
        leerroute_of(dossier) or "",
        own_pip_on(dossier),
        dossier.klantmanager_id,
        dossier.team_id or teams.get((dossier.klantmanager_id, dossier.gemeente_id)),
        dossier.doelgroep,
        persoon.taal,
        persoon.in_azc,
    )


def teams_of(dossiers: Iterable[Dossier | DossierRow], on: date) -> Teams:
    """Return (klantmanager, gemeente) → team, for the dossiers that have no team of their own."""
    people = {dossier.klantmanager_id for dossier in dossiers if dossier.team_id is None}
    rows = Aanstelling.objects.on(on).filter(
        medewerker_id__in=people - {None}, rol=Rol.KLANTMANAGER, team__isnull=False
    )
    return {(who, where): team for who, where, team in rows.values_list("medewerker", "gemeente", "team")}


def tell(step: NextStep) -> Told:
    """Return what a row tells about the next step."""
    return Told(step.code, _sentence(step), str(_place(step) or "")[:120], step.due, step.waiting_for.value)


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
