"""Beginning, completing and reopening the brede intake (Wi art. 14; Bi art. 5.2)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.law.inburgering.brede_intake import intake_contents_missing, must_complete_in_absentia
from meedoen.law.kernel.outcome import Outcome

from ..facts import intake_facts, oproep_facts
from ..models import BredeIntake

LEAST_REASON = 30
"""Characters of a motivation that a judge may read; shorter is no reason."""


class IntakeIncomplete(NotPossible):
    """Raised when the intake is completed without all that the law asks; `missing` says what."""

    def __init__(self, missing: Sequence[Outcome[bool]]) -> None:
        super().__init__(
            "De brede intake is nog niet compleet: "
            + "; ".join(f"{outcome.sentence()} ({outcome.citation})" for outcome in missing)
            + "."
        )
        self.missing = tuple(missing)


def begin_intake(dossier: Dossier, *, by: Any, on: date) -> BredeIntake:
    """Return the intake of a dossier, locked, begun on that day unless it began before.

    Raises:
        NotPossible: when it was completed; reopen it first.
    """
    intake = lock_intake(dossier)
    if intake.afgerond_on is not None:
        raise NotPossible("De brede intake is afgerond. Heropen de intake als u iets wilt wijzigen.")
    if intake.gestart_on is None or on < intake.gestart_on:
        known = intake.gestart_on is not None
        intake.gestart_on = on
        _save(intake, by=by, reason="begonnen")
        if known:
            return intake
        publish(Event("IntakeBegonnen", dossier, by, "De brede intake is begonnen."))
    return intake


def lock_intake(dossier: Dossier) -> BredeIntake:
    """Return the intake of a dossier, locked until the transaction ends; a new one is not yet begun."""
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    found = BredeIntake.objects.filter(dossier=dossier).first()
    return found or BredeIntake(gemeente_id=dossier.gemeente_id, dossier=dossier, version=0)


def offer_private_talk(dossier: Dossier, *, by: Any, on: date) -> BredeIntake:
    """Record that the person was told of the right to talk without others present (Bi art. 5.2 lid 2)."""
    intake = begin_intake(dossier, by=by, on=on)
    intake.privegesprek_aangeboden_on = on
    _save(intake, by=by, reason="gewezen op een gesprek alleen")
    sentence = "De inburgeraar is gewezen op het recht op een gesprek zonder anderen erbij."
    publish(Event("PrivegesprekAangeboden", dossier, by, sentence))
    return intake


def skip_after_move(dossier: Dossier, *, van: str, motivering: str, by: Any, on: date) -> BredeIntake:
    """Record that after a move the toets and the look at education and work are not done again.

    Args:
        van: the gemeente that established the leerroute before (Wi art. 15 lid 4).
        motivering: why it need not be done again.

    Raises:
        NotPossible: when no other gemeente made the first PIP, or without gemeente or reason.
    """
    if not dossier.eerste_pip_elders:
        raise NotPossible(
            "Overslaan kan alleen na een verhuizing, als een andere gemeente het eerste PIP maakte "
            "(art. 15, vierde lid, Wi 2021). Leg dat eerst vast bij Gegevens."
        )
    if not van.strip():
        raise NotPossible("Vul in welke gemeente de leerroute vaststelde.")
    intake = begin_intake(dossier, by=by, on=on)
    intake.overgeslagen_on = on
    intake.overgeslagen_van = van.strip()[:100]
    intake.overgeslagen_motivering = reason_of(motivering)
    _save(intake, by=by, reason="onderdelen overgeslagen na verhuizing")
    sentence = (
        "Na de verhuizing zijn leerbaarheidstoets en onderzoek naar onderwijs en werk niet opnieuw gedaan."
    )
    publish(Event("OnderdelenOvergeslagen", dossier, by, sentence, intake.overgeslagen_motivering))
    return intake


def complete_intake(intake: BredeIntake, *, by: Any, on: date) -> BredeIntake:
    """Complete the intake together with the person.

    Args:
        intake: with its ``samenvatting`` and the next version, not yet saved.
        on: the last day of the intake.

    Raises:
        IntakeIncomplete: while something is missing that the law asks.
        NotPossible: when it was completed, not begun, or ended before it began.
    """
    _refuse_completed(intake)
    if intake.gestart_on is None:
        raise NotPossible("De brede intake is nog niet begonnen.")
    if on < intake.gestart_on:
        raise NotPossible("De intake kan niet eindigen voordat zij begon.")
    dossier = intake.dossier
    dossier.brede_intake = intake
    if missing := intake_contents_missing(intake_facts(dossier), on=on):
        raise IntakeIncomplete(missing)
    intake.afgerond_on, intake.bij_verstek = on, False
    _write(intake, by=by, reason="afgerond")
    publish(Event("BredeIntakeAfgerond", dossier, by, "De brede intake is afgerond."))
    return intake


def complete_in_absentia(intake: BredeIntake, *, by: Any, on: date) -> BredeIntake:
    """Complete the intake without the person, after three calls without result (Wi art. 14 lid 2).

    Args:
        intake: with its ``samenvatting``, ``verstek_motivering`` and the next version, not yet saved.

    Raises:
        NotPossible: when the law does not allow it yet, or without a motivation.
    """
    _refuse_completed(intake)
    dossier = intake.dossier
    facts = oproep_facts(dossier.oproepen.all())
    outcome = must_complete_in_absentia(facts, on=on)
    if not (outcome.is_known and outcome.value):
        raise NotPossible(
            f"Zonder de inburgeraar afronden kan nog niet: {outcome.sentence()} ({outcome.citation})."
        )
    intake.verstek_motivering = reason_of(intake.verstek_motivering)
    intake.gestart_on = intake.gestart_on or on
    intake.afgerond_on, intake.bij_verstek = on, True
    _write(intake, by=by, reason="afgerond in afwezigheid")
    missed = facts.gemiste_oproepen
    sentence = f"De brede intake is afgerond zonder de inburgeraar, na {missed} oproepen zonder resultaat."
    publish(
        Event("BredeIntakeAfgerond", dossier, by, sentence, intake.verstek_motivering, {"bij_verstek": True})
    )
    return intake


def reopen_intake(dossier: Dossier, *, by: Any, reason: str) -> BredeIntake:
    """Open a completed intake again; what was written stays.

    Raises:
        NotPossible: when it is not completed, or without a reason.
    """
    intake = lock_intake(dossier)
    if intake.afgerond_on is None:
        raise NotPossible("De brede intake is niet afgerond.")
    if not (reason := reason.strip()):
        raise NotPossible("Schrijf waarom u de intake heropent.")
    intake.afgerond_on, intake.bij_verstek = None, False
    _save(intake, by=by, reason=reason)
    publish(Event("BredeIntakeHeropend", dossier, by, "De brede intake is heropend.", reason))
    return intake


def reason_of(text: str) -> str:
    """Return a motivation without spaces around it.

    Raises:
        NotPossible: when it is too short to be one.
    """
    text = text.strip()
    if len(text) < LEAST_REASON:
        raise NotPossible(f"Schrijf met minstens {LEAST_REASON} tekens waarom.")
    return text


def _refuse_completed(intake: BredeIntake) -> None:
    stored = BredeIntake.objects.filter(pk=intake.pk).values_list("afgerond_on", flat=True).first()
    if stored is not None:
        raise NotPossible("De brede intake is al afgerond.")


def _save(intake: BredeIntake, *, by: Any, reason: str) -> None:
    intake.version += 1
    _write(intake, by=by, reason=reason)


def _write(intake: BredeIntake, *, by: Any, reason: str) -> None:
    intake._history_user = by
    intake._change_reason = reason[:100]
    intake.save()
