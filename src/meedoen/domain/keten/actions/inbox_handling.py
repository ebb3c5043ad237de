"""Drawing the consequences of events: what DUO says now is kept, the task is made, the logbook tells it.

The consequences depend on what DUO says now and on when DUO registered the events, never on the order in
which they reached us: an event that a later one overtook makes no task, and takes away the one it made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Rol

from ..aanleiding import Aanleiding, days
from ..betekenis import Betekenis, Opdracht
from ..gebeurtenissen import betekenis_of
from ..models import Notificatie, Taak
from ..said import said_in_dutch
from .answers import Antwoord, keep_answer
from .inbox_claims import Status, still_claimed
from .tasks import drop_taak, make_taak

CLOSED = Opdracht(
    "Kijk of dit afgesloten dossier weer open moet: DUO meldde iets",
    "Het dossier is afgesloten, dus niemand kijkt ernaar. Heropen het als er iets moet gebeuren.",
    days(7),
    "einde",
    rol=Rol.TEAMLEIDER,
)
"""The task of an event about somebody whose dossier is closed, instead of that of the table."""

IN_PORTAL = "Kijk in het Portaal Inburgering en neem over wat DUO daar zegt."


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What came of asking DUO about a person.

    Attributes:
        answers: what DUO said.
        refused: why DUO said nothing about some questions, in its own words.
        asked: False when DUO was not asked: the gemeente has no connection, or the BSN is not known.
    """

    answers: Sequence[Antwoord] = ()
    refused: Sequence[str] = ()
    asked: bool = False

    @property
    def said(self) -> dict[str, object]:
        """What DUO says now, by interface."""
        return {answer.interface: answer.body for answer in self.answers}


NOT_ASKED = Gevraagd()


@dataclass(slots=True)
class _History:
    """When DUO registered which events about one person: those handled, and those still waiting."""

    events: list[tuple[str, datetime]] = field(default_factory=list)

    def overtaken_by(self, code: str, at: datetime) -> str:
        """Return the later event that makes the task of this one needless; empty when there is none."""
        codes = betekenis_of(code).achterhaald_door
        return next((other for other, moment in self.events if other in codes and moment > at), "")


def settle(dossier: Dossier, rows: Iterable[Notificatie], asked: Gevraagd, *, at: datetime) -> int:
    """Handle claimed events of one dossier in the running transaction; returns how many were still ours.

    The dossier is locked: of two workers with events about one person the second sees what the first made.
    """
    rows = still_claimed(rows)
    if not rows:
        return 0
    dossier = _locked(dossier)
    on = timezone.localtime(at).date()
    changed = [answer.interface for answer in asked.answers if keep_answer(dossier, answer, told_on=on)]
    history = _history_of(dossier)
    for row in rows:
        why_no_task = _why_no_task(row, dossier, history)
        if not why_no_task:
            _make_task(row, dossier, asked, on)
        row.dossier, row.status, row.afgehandeld_at, row.fout = dossier, Status.VERWERKT, at, ""
        row.save(update_fields=["dossier", "status", "afgehandeld_at", "fout"])
        data = {"notificatie": row.pk, "code": row.gebeurtenis_id, "gewijzigd": changed}
        sentence = f"DUO meldde: {betekenis_of(row.gebeurtenis_id).zin} ({row.gebeurtenis_id}).{why_no_task}"
        publish(Event("NotificatieVerwerkt", dossier, row.by, sentence, data=data))
    _drop_overtaken(dossier, history)
    return len(rows)


def _locked(dossier: Dossier) -> Dossier:
    rows = Dossier.objects.select_for_update(of=("self",))
    return rows.select_related("inburgeringsplichtige", "gemeente").get(pk=dossier.pk)


def _why_no_task(row: Notificatie, dossier: Dossier, history: _History) -> str:
    """Return why an event makes no task, as a sentence with a space before it; empty when it makes one."""
    betekenis = betekenis_of(row.gebeurtenis_id)
    if betekenis.taak is None:
        return " Er is geen taak."
    if later := history.overtaken_by(row.gebeurtenis_id, row.happened_at):
        return f" Daarna kwam {later}, dus er is geen taak."
    if dossier.afgesloten_on is not None and betekenis.plicht is False:
        return " Het dossier was al afgesloten, dus er is geen taak."
    return ""


def _history_of(dossier: Dossier) -> _History:
    person = dossier.inburgeringsplichtige
    ways = [Q(dossier=dossier)]
    ways += [Q(bsn_index=person.bsn_index)] if person.bsn_index else []
    ways += [Q(v_nummer_index=person.v_nummer_index)] if person.v_nummer_index else []
    found: set[tuple[datetime, int, str]] = set()
    # One way at a time and not sorted, or SQLite reads all events of the gemeente.
    for way in ways:
        rows = Notificatie.objects.filter(way, gemeente_id=dossier.gemeente_id).order_by()
        told = rows.values_list("registratie_at", "received_at", "pk", "gebeurtenis_id")
        found.update((min(registered, received), pk, code) for registered, received, pk, code in told)
    return _History([(code, at) for at, _, code in sorted(found)])


def _make_task(row: Notificatie, dossier: Dossier, asked: Gevraagd, on: date) -> None:
    """Make the task of the table; one that is open already is told anew when this event is the newest."""
    betekenis = betekenis_of(row.gebeurtenis_id)
    opdracht = betekenis.taak if dossier.afgesloten_on is None else CLOSED
    assert opdracht is not None  # noqa: S101  # an event without a task does not come here
    found = Aanleiding(dossier, timezone.localtime(row.registratie_at).date(), on, asked.said)
    uitleg = _explanation(betekenis, opdracht, found, asked)
    taak = make_taak(
        dossier,
        row.gebeurtenis_id,
        titel=opdracht.titel,
        uitleg=uitleg,
        waar=opdracht.waar,
        due_on=opdracht.uiterlijk.reckon(found),
        rol=opdracht.rol,
        notificatie=row,
    )
    if taak.notificatie_id == row.pk:
        return
    told = taak.notificatie
    if told is None or told.happened_at < row.happened_at:
        taak.uitleg, taak.notificatie = uitleg[:1000], row
        taak.version += 1
        taak.save(update_fields=["uitleg", "notificatie", "version"])


def _explanation(betekenis: Betekenis, opdracht: Opdracht, found: Aanleiding, asked: Gevraagd) -> str:
    """Return why, with the days filled in, and what DUO says now."""
    uitleg = opdracht.explained(found)
    if opdracht is CLOSED:
        uitleg = f"{betekenis.zin} ({betekenis.code}). {uitleg}"
    parts = [uitleg, *said_in_dutch(asked.said)]
    plicht = found.told("inburgeringsplicht", "indicatorInburgeringsplicht")
    if betekenis.plicht is not None and isinstance(plicht, bool) and plicht != betekenis.plicht:
        parts.append("Let op: dat past niet bij deze gebeurtenis. Zoek uit wat klopt.")
    parts += [f"DUO gaf niet alle gegevens: {reason}" for reason in asked.refused]
    if betekenis.haal and (asked.refused or not asked.asked):
        parts.append(IN_PORTAL)
    return " ".join(parts)


def _drop_overtaken(dossier: Dossier, history: _History) -> None:
    """Take away open tasks of events that a later one overtook."""
    if len(history.events) < 2:
        return
    tasks = Taak.objects.filter(dossier=dossier, status=Taak.Status.OPEN, notificatie__isnull=False)
    for taak in tasks.select_related("notificatie", "dossier").order_by():
        if later := history.overtaken_by(taak.soort, taak.notificatie.happened_at):
            drop_taak(taak, hoe=f"Ingehaald: {betekenis_of(later).zin} ({later}).")
