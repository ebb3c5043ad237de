"""The werkvoorraad: whose work, how urgent, and what it waits for."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from meedoen.domain.dossier.searching import by_name
from meedoen.domain.regio.models import Aanstelling
from meedoen.law.inburgering.tijdlijn import Stap, WachtOp

from .actions import IMPOSSIBLE
from .models import Werkpunt
from .taken import TAAK

SOON_DAYS = 28

STEP_LABELS: dict[str, str] = {stap.value: stap.label for stap in Stap} | {
    IMPOSSIBLE: "kijk de data in het dossier na",
    TAAK: "er is een taak, bijvoorbeeld door een bericht van DUO",
}
WAITING_LABELS: dict[str, str] = {who.value: who.label for who in WachtOp}


@dataclass(frozen=True)
class Group:
    """One part of the list: everything whose date lies between two days, both included."""

    key: str
    label: str
    since: date | None = None
    until: date | None = None

    def holds(self, due_on: date | None) -> bool:
        """Return whether a date belongs to this group."""
        if due_on is None:
            return self.since is None and self.until is None
        if self.since is None and self.until is None:
            return False
        return (self.since is None or self.since <= due_on) and (self.until is None or due_on <= self.until)

    @property
    def condition(self) -> Q:
        """The rows of this group; the group without borders holds the rows without a date."""
        if self.since is None and self.until is None:
            return Q(due_on__isnull=True)
        condition = Q(due_on__isnull=False)
        if self.since is not None:
            condition &= Q(due_on__gte=self.since)
        if self.until is not None:
            condition &= Q(due_on__lte=self.until)
        return condition


def groups(on: date) -> tuple[Group, ...]:
    """Return the groups of the list on a day, most urgent first; a week ends on Sunday."""
    day = timedelta(days=1)
    sunday = on + timedelta(days=6 - on.weekday())
    soon = on + timedelta(days=SOON_DAYS)
    return (
        Group("te-laat", "Te laat", until=on - day),
        Group("deze-week", "Deze week", since=on, until=sunday),
        Group("binnenkort", "Binnenkort", since=sunday + day, until=soon),
        Group("later", "Later", since=soon + day),
        Group("zonder-datum", "Zonder datum"),
    )


@dataclass(frozen=True)
class Choice:
    """What somebody wants to see of the werkvoorraad. Empty means: everything.

    Attributes:
        gemeente_ids: the gemeenten for which she may see it.
        whose: ``mijn``, ``team``, ``vrij`` (nobody's) or ``alle``.
        medewerker_id: who is asking.
        on: the day, for the members of her team.
    """

    gemeente_ids: tuple[int, ...]
    medewerker_id: int
    on: date
    whose: str = "alle"
    waiting_for: frozenset[str] = field(default_factory=frozenset)
    steps: frozenset[str] = field(default_factory=frozenset)
    doelgroepen: frozenset[str] = field(default_factory=frozenset)
    leerroutes: frozenset[str] = field(default_factory=frozenset)
    talen: frozenset[str] = field(default_factory=frozenset)
    in_azc: bool | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `id`, `gemeente_id` and `inburgeringsplichtige_id` are what evidence needs."""

    id: int
    gemeente_id: int
    inburgeringsplichtige_id: int
    version: int
    voornaam: str
    achternaam: str
    taal: str
    coa_locatie: str
    postcode: str
    doelgroep: str
    klantmanager: str | None
    klantmanager_id: int | None
    sentence: str
    due_on: date | None
    citation: str
    waiting_for: str
    leerroute: str
    taken: int

    @property
    def naam(self) -> str:
        """First name and surname, as far as known."""
        return f"{self.voornaam} {self.achternaam}".strip()

    @property
    def in_azc(self) -> bool:
        """Whether the person still lives in a location of COA, as far as we were told."""
        return bool(self.coa_locatie) and not self.postcode

    @property
    def waits_for(self) -> str:
        """Whom we wait for, in Dutch."""
        return WAITING_LABELS.get(self.waiting_for, self.waiting_for)


_PERSON = "dossier__inburgeringsplichtige__"
_PATHS = {
    "id": "dossier_id",
    "inburgeringsplichtige_id": "dossier__inburgeringsplichtige_id",
    "version": "dossier__version",
    "voornaam": f"{_PERSON}voornaam",
    "achternaam": f"{_PERSON}achternaam",
    "taal": f"{_PERSON}taal",
    "coa_locatie": f"{_PERSON}coa_locatie",
    "postcode": f"{_PERSON}postcode",
    "doelgroep": "dossier__doelgroep",
    "klantmanager": "dossier__klantmanager__naam",
    "klantmanager_id": "dossier__klantmanager_id",
}
_ROW_FIELDS = [_PATHS.get(item.name, item.name) for item in fields(Row)]


def werkpunten(choice: Choice) -> QuerySet[Werkpunt]:
    """Return the open rows that somebody wants to see, most urgent first, in an order that never jumps."""
    # `gesloten=False` becomes "NOT gesloten", for which SQLite uses no index; IN (0) does.
    rows = Werkpunt.objects.filter(gemeente_id__in=choice.gemeente_ids, gesloten__in=[False])
    rows = rows.filter(_whose(choice))
    for path, wanted in (
        ("waiting_for__in", choice.waiting_for),
        ("leerroute__in", choice.leerroutes),
        ("doelgroep__in", choice.doelgroepen),
        ("taal__in", choice.talen),
    ):
        if wanted:
            rows = rows.filter(**{path: sorted(wanted)})
    if choice.steps:
        with_taak = Q(taken__gt=0) if TAAK in choice.steps else Q(pk__in=[])
        rows = rows.filter(with_taak | Q(code__in=sorted(choice.steps - {TAAK})))
    if choice.in_azc is not None:
        rows = rows.filter(in_azc=choice.in_azc)
    if choice.name:
        rows = rows.filter(dossier__inburgeringsplichtige__in=by_name(choice.name, choice.gemeente_ids))
    return rows.order_by("due_on", "id")


def group_of(due_on: date | None, parts: tuple[Group, ...]) -> Group:
    """Return the group to which a date belongs."""
    return next(part for part in parts if part.holds(due_on))


def count_by_group(rows: QuerySet[Werkpunt], on: date) -> dict[str, int]:
    """Return how many rows each group holds, in one query.

    The database counts by day, for which it only reads an index when nothing is
    filtered; the days are put into groups here.
    """
    parts = groups(on)
    counts = dict.fromkeys((part.key for part in parts), 0)
    days = rows.order_by().values("due_on").annotate(count=Count("*")).values_list("due_on", "count")
    for due_on, count in days:
        counts[group_of(due_on, parts).key] += count
    return counts


def overview(choice: Choice, at_most: int) -> tuple[dict[str, int], dict[str, list[Row]]]:
    """Return how many rows each group holds, and the first rows of each.

    A filter that must look at every row (a part of a name), or that leaves few rows,
    is asked once; otherwise each group has a short query along the index.
    """
    rows, parts = werkpunten(choice), groups(choice.on)
    if choice.name:
        return _overview_in_one_pass(rows, parts, at_most)
    counts = count_by_group(rows, choice.on)
    if sum(counts.values()) <= at_most * len(parts):
        return _overview_in_one_pass(rows, parts, at_most)
    return counts, {
        part.key: list(lines(rows.filter(part.condition)[:at_most])) for part in parts if counts[part.key]
    }


def _overview_in_one_pass(
    rows: QuerySet[Werkpunt], parts: tuple[Group, ...], at_most: int
) -> tuple[dict[str, int], dict[str, list[Row]]]:
    """Return the same from one pass over the days of all rows, and one query for the rows that show."""
    counts = dict.fromkeys((part.key for part in parts), 0)
    shown = []
    for pk, due_on in rows.values_list("pk", "due_on"):
        key = group_of(due_on, parts).key
        counts[key] += 1
        if counts[key] <= at_most:
            shown.append(pk)
    found: dict[str, list[Row]] = {part.key: [] for part in parts if counts[part.key]}
    for row in lines(Werkpunt.objects.filter(pk__in=shown).order_by("due_on", "id")):
        found[group_of(row.due_on, parts).key].append(row)
    return counts, found


def lines(rows: QuerySet[Werkpunt]) -> Iterator[Row]:
    """Yield what the list shows of these rows, in one query and without building models."""
    for values in rows.values_list(*_ROW_FIELDS):
        yield Row(*values)


def options(gemeente_ids: tuple[int, ...]) -> dict[str, list[str]]:
    """Return what can be chosen: which steps and languages occur in these gemeenten."""
    occurring = Werkpunt.objects.filter(gemeente_id__in=gemeente_ids).order_by()
    codes = set(occurring.values_list("code", flat=True).distinct())
    if occurring.filter(taken__gt=0).exists():
        codes.add(TAAK)
    talen = occurring.exclude(taal="").values_list("taal", flat=True).distinct()
    return {"steps": [code for code in STEP_LABELS if code in codes], "talen": sorted(talen)}


def pip_figures(gemeente_ids: tuple[int, ...], on: date, since: date) -> dict[int, dict[str, int]]:
    """Return for each gemeente how its PIPs stand against their last day in time (Bi art. 5.3).

    Keys: ``op_tijd`` and ``te_laat`` (first PIPs dated from ``since`` to ``on``),
    ``nog_op_tijd`` (no PIP yet, the term runs), ``nu_te_laat`` (no PIP yet, the term
    has passed) and ``onbekend`` (a PIP in the period whose last day is not known).
    """
    made = Q(pip_on__gte=since, pip_on__lte=on)
    waiting = Q(pip_on__isnull=True, gesloten=False, pip_deadline_on__isnull=False) & ~Q(
        code__in=[Stap.VOLDAAN.value, Stap.GEEINDIGD.value, Stap.VRIJGESTELD.value]
    )
    return _counted(
        gemeente_ids,
        op_tijd=made & Q(pip_on__lte=F("pip_deadline_on")),
        te_laat=made & Q(pip_on__gt=F("pip_deadline_on")),
        nog_op_tijd=waiting & Q(pip_deadline_on__gte=on),
        nu_te_laat=waiting & Q(pip_deadline_on__lt=on),
        onbekend=made & Q(pip_deadline_on__isnull=True),
    )


def open_figures(
    gemeente_ids: tuple[int, ...], path: str, values: tuple[str, ...]
) -> dict[int, dict[str, int]]:
    """Return for each gemeente how many open dossiers have each value, such as of ``leerroute``."""
    return _counted(gemeente_ids, **{value: Q(**{path: value}, gesloten=False) for value in values})


def _counted(gemeente_ids: tuple[int, ...], **conditions: Q) -> dict[int, dict[str, int]]:
    """Return counts by gemeente; gemeenten without any row have zeros."""
    names = {f"n{position}": name for position, name in enumerate(conditions)}
    counts = {
        f"n{position}": Count("pk", filter=condition)
        for position, condition in enumerate(conditions.values())
    }
    rows: Any = Werkpunt.objects.filter(gemeente_id__in=gemeente_ids).order_by()
    found = {row.pop("gemeente_id"): row for row in rows.values("gemeente_id").annotate(**counts)}
    return {
        pk: {name: found.get(pk, {}).get(alias, 0) for alias, name in names.items()} for pk in gemeente_ids
    }


def _whose(choice: Choice) -> Q:
    """Return the condition of whose work it is."""
    match choice.whose:
        case "mijn":
            return Q(klantmanager_id=choice.medewerker_id)
        case "vrij":
            return Q(klantmanager_id__isnull=True)
        case "team":
            mine = Aanstelling.objects.on(choice.on).filter(
                medewerker_id=choice.medewerker_id, team__isnull=False
            )
            return Q(team_id__in=list(mine.values_list("team_id", flat=True).distinct()))
        case _:
            return Q()
