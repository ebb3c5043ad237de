"""Events about somebody who is not here: a teamleider decides, and a new dossier takes them along."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Rol

from ..gebeurtenissen import betekenis_of
from ..models import Notificatie, Taak
from .tasks import drop_taak, finish_taak, make_taak

Status = Notificatie.Status
ONBEKEND = "onbekend"
"""Soort of the task about an event of somebody who is not here."""


def find_dossiers(rows: Iterable[Notificatie]) -> dict[int, Dossier]:
    """Return the dossier of each event, by id of the event; in one query, and only within its own gemeente.

    One that a person linked counts; then the BSN, then the V-nummer, unless the BSN says that it is somebody
    else. Of two dossiers with the same number an open one goes before a closed one, then the newest.
    """
    rows = list(rows)
    linked = Q(pk__in=[row.dossier_id for row in rows if row.dossier_id])
    bsn = Q(inburgeringsplichtige__bsn_index__in={row.bsn_index for row in rows if row.bsn_index})
    v_nummer = Q(
        inburgeringsplichtige__v_nummer_index__in={row.v_nummer_index for row in rows if row.v_nummer_index}
    )
    found = Dossier.objects.filter(
        linked | bsn | v_nummer, gemeente_id__in={row.gemeente_id for row in rows}
    ).select_related("inburgeringsplichtige", "gemeente")
    by_key: dict[tuple[int, str, object], Dossier] = {}
    for dossier in sorted(found, key=lambda one: (one.afgesloten_on is None, one.pk)):
        person = dossier.inburgeringsplichtige
        for name, key in (("pk", dossier.pk), ("bsn", person.bsn_index), ("v", person.v_nummer_index)):
            if key:
                by_key[(dossier.gemeente_id, name, key)] = dossier
    matched = {}
    for row in rows:
        keys = (("pk", row.dossier_id), ("bsn", row.bsn_index), ("v", row.v_nummer_index))
        candidates = (by_key.get((row.gemeente_id, name, key)) for name, key in keys if key)
        fitting = (one for one in candidates if one is not None and not _other_bsn(row, one))
        if (dossier := next(fitting, None)) is not None:
            matched[row.pk] = dossier
    return matched


def _other_bsn(row: Notificatie, dossier: Dossier) -> bool:
    known = dossier.inburgeringsplichtige.bsn_index
    return bool(row.bsn_index and known and row.bsn_index != known)


def ask_teamleider(row: Notificatie, *, at: datetime) -> Taak:
    """Keep an event about somebody unknown, with one open task for each person however many events come."""
    row.status, row.afgehandeld_at, row.fout = Status.ONBEKEND, at, ""
    row.save(update_fields=["status", "afgehandeld_at", "fout"])
    earlier = Taak.objects.filter(soort=ONBEKEND, status=Taak.Status.OPEN, notificatie__in=_of_person(row))
    if (taak := earlier.first()) is not None:
        return taak
    return make_taak(
        None,
        ONBEKEND,
        titel="Koppel een gebeurtenis van DUO aan een dossier, of maak een dossier",
        uitleg=f"{betekenis_of(row.gebeurtenis_id).zin} ({row.gebeurtenis_id}), maar deze persoon staat niet "
        "in Meedoen. Koppelt u de gebeurtenis, dan gaat alles wat daarbij hoort vanzelf verder.",
        waar="notificatie",
        within_days=2,
        rol=Rol.TEAMLEIDER,
        onderwerp=f"notificatie:{row.pk}",
        notificatie=row,
        gemeente_id=row.gemeente_id,
    )


def adopt_notificaties(dossiers: Sequence[Dossier], *, at: datetime) -> int:
    """Give dossiers the events that came before them, and drop the tasks about these; returns how many.

    The worker then handles the events, in whatever order, as if they had just come.
    """
    waiting = Notificatie.objects.filter(
        status=Status.ONBEKEND, gemeente_id__in={dossier.gemeente_id for dossier in dossiers}
    )
    if not waiting.exists():
        return 0
    people = [dossier.inburgeringsplichtige for dossier in dossiers]
    same = Q(bsn_index__in={person.bsn_index for person in people if person.bsn_index}) | Q(
        v_nummer_index__in={person.v_nummer_index for person in people if person.v_nummer_index}
    )
    rows = list(waiting.filter(same).select_for_update(of=("self",)))
    matched = find_dossiers(rows)
    for row in rows:
        if row.pk in matched:
            _let_go_on(row, matched[row.pk], at)
            _drop_question(row, "Er is een dossier van deze persoon.")
    return len(matched)


def adopt_late(gemeente_id: int, *, at: datetime) -> int:
    """Give every dossier of a gemeente the events that wait for somebody unknown; returns how many.

    An event that is handled in the very moment in which the dossier is made can miss it (PostgreSQL: neither
    sees the other before both are committed); this finds such a one afterwards.
    """
    rows = Notificatie.objects.filter(gemeente_id=gemeente_id, status=Status.ONBEKEND)
    return adopt_notificaties(list(find_dossiers(rows).values()), at=at)


def link_notificatie(row: Notificatie, dossier: Dossier, *, by: Any, at: datetime) -> None:
    """Link an event, and the others about the same person, to a dossier that a person chose.

    Raises:
        NotPossible: when it is not waiting for that, or the dossier has another BSN or gemeente.
    """
    if row.status != Status.ONBEKEND:
        raise NotPossible("Deze gebeurtenis hoort al bij een dossier of is afgehandeld.")
    if dossier.gemeente_id != row.gemeente_id:
        raise NotPossible("Dit dossier is van een andere gemeente.")
    if _other_bsn(row, dossier):
        raise NotPossible(
            "Het BSN in dit dossier is een ander dan dat van DUO. Kies een ander dossier, of verbeter eerst "
            "het BSN."
        )
    for same in _of_person(row).filter(status=Status.ONBEKEND).select_for_update(of=("self",)):
        _let_go_on(same, dossier, at)
        for taak in Taak.objects.filter(notificatie=same, soort=ONBEKEND, status=Taak.Status.OPEN):
            finish_taak(taak, by=by, hoe="Gekoppeld aan een dossier.")
    row.refresh_from_db()
    sentence = f"Een gebeurtenis van DUO ({row.gebeurtenis_id}) is aan dit dossier gekoppeld."
    publish(Event("NotificatieLinked", dossier, by, sentence, data={"notificatie": row.pk}))


def close_notificatie(row: Notificatie, *, by: Any, hoe: str, at: datetime) -> None:
    """End an event by hand: nothing has to be done with it here.

    Raises:
        NotPossible: when it was handled already, or without a word why.
    """
    if row.status not in {Status.ONBEKEND, Status.VASTGELOPEN}:
        raise NotPossible("Deze gebeurtenis is al verwerkt, of wordt nog verwerkt.")
    if not hoe.strip():
        raise NotPossible("Schrijf kort waarom er met deze gebeurtenis niets hoeft te gebeuren.")
    row.status, row.afgehandeld_at = Status.AFGEHANDELD, at
    row.save(update_fields=["status", "afgehandeld_at"])
    for taak in Taak.objects.filter(notificatie=row, status=Taak.Status.OPEN):
        finish_taak(taak, by=by, hoe=hoe)
    left = _of_person(row).filter(status=Status.ONBEKEND).order_by("pk").first()
    if left is not None:
        ask_teamleider(left, at=left.afgehandeld_at or at)


def _of_person(row: Notificatie) -> Any:
    """Return the events of the gemeente about the same person; of one without numbers only itself."""
    same = Q(pk=row.pk)
    if row.bsn_index:
        same |= Q(bsn_index=row.bsn_index)
    if row.v_nummer_index:
        same |= Q(v_nummer_index=row.v_nummer_index)
    return Notificatie.objects.filter(same, gemeente_id=row.gemeente_id)


def _let_go_on(row: Notificatie, dossier: Dossier, at: datetime) -> None:
    row.dossier, row.status, row.next_attempt_at = dossier, Status.ONTVANGEN, at
    row.afgehandeld_at, row.claimed_at, row.pogingen_gedaan = None, None, 0
    row.save()


def _drop_question(row: Notificatie, hoe: str) -> None:
    for taak in Taak.objects.filter(notificatie=row, soort=ONBEKEND, status=Taak.Status.OPEN):
        drop_taak(taak, hoe=hoe)
