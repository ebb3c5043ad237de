"""The PIP as a decision: established, handed over, withdrawn (Wi art. 15 lid 3; Awb)."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.law.inburgering.termijn import inburgeringstermijn
from meedoen.law.kernel.dutch import in_dutch

from ..facts import termijn_facts
from ..models import PIP
from ..selectors import findings
from .draft import refuse_decision

REASON = 15
"""Characters that a reason for another day than today has at least."""


def establish_pip(
    pip: PIP,
    *,
    dagtekening: date,
    by: Any,
    ondertekenaar: str,
    on: date,
    functie: str = "",
    bekendmaking: date | None = None,
    reason: str = "",
) -> PIP:
    """Establish a draft as the decision of this day: what it says never changes afterwards.

    The first PIP of a person makes the inburgeringstermijn begin on the next day. The
    version before it becomes `vervangen`.

    Args:
        pip: a draft.
        dagtekening: the date of the decision; today or earlier.
        by: who establishes it on behalf of the college.
        ondertekenaar: the name under the decision.
        on: today.
        functie: the function under the decision; empty takes that of `by`.
        bekendmaking: the day on which it will be given or sent; empty is today.
        reason: why the dagtekening lies before today.

    Raises:
        Established: when the version is a decision already.
        NotPossible: while something is missing, or a date cannot be.
    """
    dossier = Dossier.objects.select_for_update().get(pk=pip.dossier_id)
    refuse_decision(pip)
    pip.refresh_from_db()
    functie = (functie or by.functie).strip()
    _check_signature(ondertekenaar, functie)
    _check_dagtekening(dagtekening, on, reason)
    bekendmaking = bekendmaking or max(on, dagtekening)
    if bekendmaking < dagtekening:
        raise NotPossible("De bekendmaking kan niet voor de dagtekening liggen.")
    if missing := [finding for finding in findings(pip, on=on, dagtekening=dagtekening) if finding.blocks]:
        raise NotPossible(f"Het PIP kan nog niet worden vastgesteld: {missing[0].sentence}.")
    pip.status = PIP.Status.VASTGESTELD
    pip.dagtekening_on, pip.bekendmaking_on, pip.vastgesteld_by = dagtekening, bekendmaking, by
    pip.ondertekenaar, pip.ondertekenaar_functie = ondertekenaar.strip()[:120], functie[:120]
    pip.version += 1
    _save(pip, by, "vastgesteld")
    _replace_earlier(pip, by)
    first = _begin_termijn(dossier, dagtekening, by)
    _tell_established(pip, dossier, by, first=first, reason=reason)
    return pip


def hand_over_pip(pip: PIP, *, uitgereikt_on: date, hoe: str, by: Any, on: date) -> PIP:
    """Record that the decision was made known: from the next day bezwaar can be made (Awb 3:41, 6:8).

    Args:
        pip: an established version.
        uitgereikt_on: the day on which it was handed over or sent.
        hoe: how, in a few words.

    Raises:
        NotPossible: when it was not established or given already, or the day cannot be.
    """
    pip.refresh_from_db()
    if pip.status == PIP.Status.UITGEREIKT:
        raise NotPossible("Dit PIP is al uitgereikt.")
    if pip.status != PIP.Status.VASTGESTELD:
        raise NotPossible("Alleen een vastgesteld PIP kan worden uitgereikt.")
    if uitgereikt_on > on:
        raise NotPossible("De dag van uitreiking ligt in de toekomst.")
    if pip.dagtekening_on and uitgereikt_on < pip.dagtekening_on:
        raise NotPossible("De uitreiking kan niet voor de dagtekening liggen.")
    if not hoe.strip():
        raise NotPossible("Vul in hoe het PIP is gegeven.")
    planned = pip.bekendmaking_on
    pip.status, pip.uitgereikt_on, pip.uitgereikt_hoe = PIP.Status.UITGEREIKT, uitgereikt_on, hoe.strip()[:60]
    pip.bekendmaking_on = uitgereikt_on
    pip.version += 1
    _save(pip, by, "uitgereikt")
    sentence = f"Versie {pip.versie} van het PIP is op {in_dutch(uitgereikt_on)} uitgereikt ({hoe.strip()})."
    data = {"pip": pip.pk, "other_day": planned is not None and planned != uitgereikt_on}
    publish(Event("PIPHandedOver", pip.dossier, by, sentence, data=data))
    return pip


def withdraw_pip(pip: PIP, *, reason: str, by: Any, on: date) -> PIP:
    """Withdraw a decision; the inburgeringstermijn keeps its beginning (Wi art. 11 lid 3).

    Raises:
        NotPossible: when it is not in force, or without a reason.
    """
    pip.refresh_from_db()
    if not pip.in_force:
        raise NotPossible("Alleen een PIP dat nu geldt, kan worden ingetrokken.")
    if len(reason.strip()) < REASON:
        raise NotPossible(f"Schrijf met minstens {REASON} tekens waarom u het PIP intrekt.")
    pip.status, pip.ingetrokken_on = PIP.Status.INGETROKKEN, on
    pip.ingetrokken_reden = reason.strip()[:500]
    pip.version += 1
    _save(pip, by, reason)
    sentence = f"Versie {pip.versie} van het PIP is ingetrokken."
    publish(Event("PIPWithdrawn", pip.dossier, by, sentence, reason.strip(), {"pip": pip.pk}))
    return pip


def _check_signature(ondertekenaar: str, functie: str) -> None:
    if not ondertekenaar.strip():
        raise NotPossible("Vul in wie het besluit ondertekent.")
    if not functie:
        raise NotPossible("Vul de functie in van wie het besluit ondertekent.")


def _check_dagtekening(dagtekening: date, on: date, reason: str) -> None:
    if dagtekening > on:
        raise NotPossible("De dagtekening ligt in de toekomst.")
    if dagtekening < on and len(reason.strip()) < REASON:
        raise NotPossible(
            f"De dagtekening ligt voor vandaag. Schrijf met minstens {REASON} tekens waarom dat klopt."
        )


def _replace_earlier(pip: PIP, by: Any) -> None:
    for earlier in PIP.objects.filter(
        dossier_id=pip.dossier_id, status__in=[PIP.Status.VASTGESTELD, PIP.Status.UITGEREIKT]
    ).exclude(pk=pip.pk):
        earlier.status = PIP.Status.VERVANGEN
        earlier.version += 1
        _save(earlier, by, f"vervangen door versie {pip.versie}")


def _begin_termijn(dossier: Dossier, dagtekening: date, by: Any) -> bool:
    """Write the dagtekening of the first PIP in the dossier; returns whether this was the first."""
    if dossier.eerste_pip_on is not None:
        return False
    dossier.eerste_pip_on = dagtekening
    dossier.version += 1
    dossier._history_user = by
    dossier._change_reason = "eerste PIP vastgesteld"
    dossier.save()
    return True


def _tell_established(pip: PIP, dossier: Dossier, by: Any, *, first: bool, reason: str) -> None:
    day = in_dutch(pip.dagtekening_on)
    sentence = f"Versie {pip.versie} van het PIP is vastgesteld met dagtekening {day} ({pip.ondertekenaar})."
    if first:
        termijn = inburgeringstermijn(termijn_facts(dossier), on=pip.dagtekening_on)
        sentence += f" De inburgeringstermijn loopt van {termijn.value}."
    pip.dossier = dossier
    data = {"pip": pip.pk, "first": first}
    publish(Event("PIPEstablished", dossier, by, sentence, reason.strip(), data))


def _save(pip: PIP, by: Any, reason: str) -> None:
    pip._history_user = by
    pip._change_reason = reason[:100]
    pip.save()
