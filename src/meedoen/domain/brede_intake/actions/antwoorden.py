"""Answers: write only what was changed, and never over what somebody else wrote meanwhile."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier, Gebeurtenis
from meedoen.domain.keten.models import Bron

from ..facts import OWN
from ..models import Intakegegeven
from ..selectors import answers_of, awaits_confirmation
from ..vraag import Sectie, is_answered
from ..vragen import SECTIE_OF, VRAGEN
from .intake import begin_intake

EVENT = "IntakegegevensVastgelegd"


@dataclass(frozen=True)
class Given:
    """An answer as it was given now: to which question, and which version was on the screen (0: none)."""

    vraag: str
    waarde: Any
    version: int


@dataclass(frozen=True)
class Conflict:
    """Somebody else wrote another answer since the page was shown."""

    vraag: str
    mine: Any
    theirs: Intakegegeven


@dataclass(frozen=True)
class Recorded:
    """What was written, by code, and what was not because of somebody else."""

    saved: Mapping[str, Intakegegeven]
    conflicts: Sequence[Conflict]


def record_answers(
    dossier: Dossier, given: Iterable[Given], *, by: Any, on: date, bron: Bron = Bron.INBURGERAAR
) -> Recorded:
    """Write answers of the intake; each that does not conflict is written, whatever the others do.

    Args:
        dossier: whose intake; it begins with the first answer.
        given: the changed answers; an empty one takes the answer away.
        by: who writes it down.
        on: the day on which it was told.
        bron: who told it; a question that the klantmanager answers herself says so.

    Raises:
        NotPossible: for an unknown question, an answer that does not fit, or a completed intake.
    """
    given = [_checked(one) for one in given]
    if not given:
        return Recorded({}, ())
    begin_intake(dossier, by=by, on=on)
    stored = answers_of(dossier)
    saved: dict[str, Intakegegeven] = {}
    conflicts = []
    for one in given:
        row = stored.get(one.vraag)
        if row is not None and _same(row.waarde, one.waarde):
            # The other wrote the same: nothing is lost, only the version on the screen is older.
            saved[one.vraag] = row
        elif (row.version if row else 0) != one.version:
            conflicts.append(Conflict(one.vraag, one.waarde, row or _new(dossier, one)))
        else:
            saved[one.vraag] = _write(row or _new(dossier, one), one, by=by, on=on, bron=bron)
    _tell(dossier, saved, by=by, on=on)
    return Recorded(saved, conflicts)


def confirm_answers(
    dossier: Dossier, seen: Mapping[str, int], *, by: Any, on: date
) -> tuple[list[Intakegegeven], list[Intakegegeven]]:
    """Record that the person says that what others told still holds.

    Args:
        seen: version on the screen, by code of the question.

    Returns:
        what was confirmed, and what was not because it changed since the page was shown.

    Raises:
        NotPossible: when the intake was completed.
    """
    begin_intake(dossier, by=by, on=on)
    stored = answers_of(dossier)
    confirmed, changed = [], []
    for code, version in seen.items():
        row = stored.get(code)
        if row is None or not awaits_confirmation(row):
            continue
        if row.version != version:
            changed.append(row)
            continue
        row.bevestigd_on, row.by = on, by
        _save(row, by, "bevestigd door de inburgeraar")
        confirmed.append(row)
    _tell(dossier, [row.vraag for row in confirmed], by=by, on=on)
    return confirmed, changed


def _checked(one: Given) -> Given:
    """Return the answer as it is kept: text without spaces around it, lines ended in one way."""
    vraag = VRAGEN.get(one.vraag)
    if vraag is None:
        raise NotPossible("Deze vraag hoort niet bij de brede intake.")
    if isinstance(one.waarde, str):
        one = replace(one, waarde="\n".join(one.waarde.splitlines()).strip())
    if fault := vraag.fault(one.waarde):
        raise NotPossible(fault)
    return one


def _same(stored: Any, given: Any) -> bool:
    """Return whether two answers say the same; no and zero are equal in Python, but not here."""
    if isinstance(stored, str) and isinstance(given, str):
        return "\n".join(stored.splitlines()).strip() == given
    return type(stored) is type(given) and stored == given


def _new(dossier: Dossier, one: Given) -> Intakegegeven:
    empty = VRAGEN[one.vraag].empty
    return Intakegegeven(
        gemeente_id=dossier.gemeente_id, dossier=dossier, vraag=one.vraag, waarde=empty, version=0
    )


def _write(row: Intakegegeven, one: Given, *, by: Any, on: date, bron: Bron) -> Intakegegeven:
    own = VRAGEN[one.vraag].bron
    row.waarde = one.waarde
    row.bron = own if own != Bron.INBURGERAAR and bron in OWN else bron
    row.told_on, row.bevestigd_on, row.by = on, None, by
    _save(row, by, "gewijzigd" if is_answered(one.waarde) else "leeggemaakt")
    return row


def _save(row: Intakegegeven, by: Any, reason: str) -> None:
    row.version += 1
    row._history_user = by
    row._change_reason = reason
    row.save()


def _tell(dossier: Dossier, codes: Iterable[str], *, by: Any, on: date) -> None:
    """Write one line in the logbook for each section a day and medewerker; each change is in the history."""
    sections: dict[str, Sectie] = {SECTIE_OF[code].code: SECTIE_OF[code] for code in codes}
    for code, sectie in sections.items():
        told = Gebeurtenis.objects.filter(
            dossier=dossier, kind=EVENT, by=by, data__sectie=code, data__on=on.isoformat()
        )
        if not told.exists():
            sentence = f"Antwoorden van de brede intake vastgelegd: {sectie.titel}."
            publish(Event(EVENT, dossier, by, sentence, data={"sectie": code, "on": on.isoformat()}))
