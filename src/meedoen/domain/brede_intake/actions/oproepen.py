"""Calls for the intake, what came of them, and the written warning (Wi art. 14 lid 1 and 2)."""

from datetime import date
from typing import Any

from django.db.models import Max
from django.utils.timezone import localtime

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.law.inburgering.brede_intake import must_complete_in_absentia, must_warn_and_call_again
from meedoen.law.kernel.dutch import in_dutch

from ..facts import oproep_facts
from ..models import BredeIntake, Oproep
from .intake import begin_intake

NEEDS_EXPLANATION = Oproep.VOID | {Oproep.Uitkomst.ONVOLDOENDE}


def send_oproep(oproep: Oproep, *, by: Any, on: date) -> Oproep:
    """Call the person for the intake.

    Args:
        oproep: dossier, moment, place, interpreter and last day of the term; number and day are set here.
        on: the day of the letter.

    Raises:
        NotPossible: while another call is open, a warning must come first, after three calls
            without result, when the intake was completed, or when the days cannot be.
    """
    earlier = _standing(oproep.dossier, on)
    outcome = must_warn_and_call_again(oproep_facts(earlier), on=on)
    if outcome.value and oproep_facts(earlier).waarschuwing is None:
        raise NotPossible(
            "Geef eerst een schriftelijke waarschuwing (art. 14, eerste lid, Wi 2021). De nieuwe oproep gaat "
            "daarmee samen."
        )
    return _send(oproep, earlier, by=by, on=on)


def send_waarschuwing(missed: Oproep, oproep: Oproep, *, by: Any, on: date, reason: str = "") -> Oproep:
    """Warn in writing after a call without result, and call again with a new term.

    Args:
        missed: the call to which the person did not come or cooperate.
        oproep: the repeated call, as in `send_oproep`.
        reason: what the warning says beside the fixed text.

    Raises:
        NotPossible: when the call was not missed, was warned for already, or as `send_oproep`.
    """
    earlier = _standing(oproep.dossier, on)
    missed = next((one for one in earlier if one.pk == missed.pk), missed)
    if missed.uitkomst not in Oproep.MISSED:
        raise NotPossible("Leg eerst vast dat de inburgeraar niet kwam of onvoldoende meewerkte.")
    if oproep_facts(earlier).waarschuwing is not None:
        raise NotPossible("Er is al een schriftelijke waarschuwing gegeven. Roep opnieuw op.")
    missed.waarschuwing_on = on
    missed.version += 1
    _write(missed, by, "schriftelijke waarschuwing")
    sentence = "Schriftelijke waarschuwing gegeven na een oproep zonder resultaat."
    publish(Event("WaarschuwingVerstuurd", oproep.dossier, by, sentence, reason, {"oproep": missed.pk}))
    return _send(oproep, earlier, by=by, on=on)


def record_uitkomst(oproep: Oproep, *, by: Any, on: date) -> None:
    """Record what came of a call; who appeared begins the intake.

    Args:
        oproep: with ``uitkomst``, ``uitkomst_on``, ``toelichting`` and the next version, not yet saved.
        on: today.

    Raises:
        NotPossible: when the day cannot be, or an explanation is missing.
    """
    Dossier.objects.select_for_update().get(pk=oproep.dossier_id)
    before = Oproep.objects.get(pk=oproep.pk)
    _check_uitkomst(oproep, before, on)
    if oproep.uitkomst == Oproep.Uitkomst.VERSCHENEN and not _completed(oproep.dossier):
        begin_intake(oproep.dossier, by=by, on=oproep.uitkomst_on)
    _write(oproep, by, f"uitkomst: {oproep.get_uitkomst_display().lower()}")
    sentence = f"Oproep {oproep.nummer}: {oproep.get_uitkomst_display().lower()}."
    publish(
        Event(
            "OproepUitkomst",
            oproep.dossier,
            by,
            sentence,
            oproep.toelichting,
            {"oproep": oproep.pk, "uitkomst": oproep.uitkomst},
        )
    )


def _standing(dossier: Dossier, on: date) -> list[Oproep]:
    """Return all calls, locked against a second who calls at the same time.

    Raises:
        NotPossible: while one is open, after three without result, or when the intake was completed.
    """
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    oproepen = list(Oproep.objects.filter(dossier=dossier))
    if _completed(dossier):
        raise NotPossible("De brede intake is afgerond. Heropen de intake als u opnieuw wilt oproepen.")
    if any(one.uitkomst == Oproep.Uitkomst.OPEN for one in oproepen):
        raise NotPossible("Er staat nog een oproep open. Leg eerst vast wat daarvan kwam.")
    outcome = must_complete_in_absentia(oproep_facts(oproepen), on=on)
    if outcome.value:
        raise NotPossible(f"Opnieuw oproepen kan niet: {outcome.sentence()} ({outcome.citation}).")
    return oproepen


def _send(oproep: Oproep, earlier: list[Oproep], *, by: Any, on: date) -> Oproep:
    day = localtime(oproep.gesprek_at).date()
    if day < on:
        raise NotPossible("Het gesprek ligt in het verleden. Kies een dag vanaf vandaag.")
    if oproep.termijn_on < day:
        raise NotPossible("De termijn eindigt voor het gesprek. Kies een latere laatste dag.")
    highest = Oproep.objects.filter(dossier=oproep.dossier).aggregate(highest=Max("nummer"))["highest"]
    oproep.nummer = (highest or 0) + 1
    oproep.verstuurd_on = on
    _write(oproep, by, "oproep verstuurd")
    missed = sum(one.uitkomst in Oproep.MISSED for one in earlier)
    ordinal = ("Eerste", "Tweede", "Derde")[missed]
    sentence = f"{ordinal} oproep voor de brede intake, voor het gesprek op {in_dutch(day)}."
    publish(Event("OproepVerstuurd", oproep.dossier, by, sentence, data={"oproep": oproep.pk}))
    return oproep


def _check_uitkomst(oproep: Oproep, before: Oproep, on: date) -> None:
    if oproep.uitkomst == Oproep.Uitkomst.OPEN:
        raise NotPossible("Kies wat er van de oproep kwam.")
    if oproep.uitkomst_on is None or oproep.uitkomst_on > on:
        raise NotPossible("Vul in op welke dag dat was, tot en met vandaag.")
    if oproep.uitkomst_on < oproep.verstuurd_on:
        raise NotPossible("Deze dag ligt voor de dag van de oproep.")
    if oproep.uitkomst in Oproep.MISSED and oproep.uitkomst_on < localtime(oproep.gesprek_at).date():
        raise NotPossible("Het gesprek moet nog komen. Wie vooraf afzegt, heeft afgezegd.")
    corrected = before.uitkomst != Oproep.Uitkomst.OPEN and before.uitkomst != oproep.uitkomst
    if (oproep.uitkomst in NEEDS_EXPLANATION or corrected) and not oproep.toelichting.strip():
        raise NotPossible("Schrijf een toelichting.")
    if before.waarschuwing_on and oproep.uitkomst == Oproep.Uitkomst.VERSCHENEN:
        raise NotPossible("Voor deze oproep is al gewaarschuwd. Kies „Afgezegd met een goede reden”.")


def _completed(dossier: Dossier) -> bool:
    return BredeIntake.objects.filter(dossier=dossier, afgerond_on__isnull=False).exists()


def _write(oproep: Oproep, by: Any, reason: str) -> None:
    oproep._history_user = by
    oproep._change_reason = reason[:100]
    oproep.save()
