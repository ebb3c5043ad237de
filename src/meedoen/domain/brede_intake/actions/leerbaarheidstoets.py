"""The leerbaarheidstoets: application, result, ontheffing, or taken over (Wi art. 14 lid 5 and 6, 15)."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.law.inburgering.brede_intake import ONTHEFFING_LBT, IntakeFacts, ontheffing_lbt

from ..models import Leerbaarheidstoets
from .intake import reason_of

Grond = Leerbaarheidstoets.Ontheffingsgrond


def apply_for_leerbaarheidstoets(toets: Leerbaarheidstoets, *, by: Any, on: date) -> None:
    """Record that the person was put down for the toets at DUO, in ``aangemeld_on``.

    Args:
        toets: with the day and the next version, not yet saved.
        on: today.

    Raises:
        NotPossible: when the day is missing or lies in the future, or there is a result already.
    """
    _refuse_future(toets.aangemeld_on, on)
    if toets.resultaat:
        raise NotPossible("De uitslag is er al.")
    _write(toets, by, "aangemeld")
    publish(Event("LeerbaarheidstoetsAangemeld", toets.dossier, by, "Aangemeld voor de leerbaarheidstoets."))


def record_uitslag(toets: Leerbaarheidstoets, *, by: Any, on: date) -> None:
    """Record the result as DUO reports it: an advice that does not bind (Wi art. 14 lid 5).

    Args:
        toets: with ``afgenomen_on``, ``resultaat``, scores and the next version, not yet saved.

    Raises:
        NotPossible: when day or result is missing, or the day cannot be.
    """
    _check_result(toets, on)
    toets.overgenomen_van = ""
    _write(toets, by, "uitslag")
    sentence = f"Uitslag van de leerbaarheidstoets: {toets.get_resultaat_display()}."
    publish(Event("LeerbaarheidstoetsUitslag", toets.dossier, by, sentence))


def take_over_uitslag(toets: Leerbaarheidstoets, *, by: Any, on: date) -> None:
    """Take over the result from the gemeente where the person lived, in ``overgenomen_van``.

    Raises:
        NotPossible: without that gemeente, or as `record_uitslag`.
    """
    if not toets.overgenomen_van.strip():
        raise NotPossible("Vul in van welke gemeente de uitslag komt.")
    _check_result(toets, on)
    _write(toets, by, "overgenomen na verhuizing")
    sentence = (
        f"Uitslag van de leerbaarheidstoets overgenomen van de gemeente {toets.overgenomen_van}: "
        f"{toets.get_resultaat_display()}."
    )
    publish(Event("LeerbaarheidstoetsOvergenomen", toets.dossier, by, sentence))


def grant_ontheffing(toets: Leerbaarheidstoets, *, niet_in_staat: bool | None, by: Any, on: date) -> None:
    """Grant ontheffing of the toets, only on a ground of the law (Wi art. 14 lid 6).

    Args:
        toets: with ``ontheffing_on``, ``ontheffingsgrond``, ``ontheffing_motivatie`` and the next
            version, not yet saved.
        niet_in_staat: the judgement that an auditory impairment makes the toets impossible; None is
            not judged.
        on: today.

    Raises:
        NotPossible: when the law gives no ground, there is a result, or the motivation is missing.
    """
    _refuse_future(toets.ontheffing_on, on)
    if toets.resultaat:
        raise NotPossible("De uitslag van de toets is er al. Ontheffing is dan niet nodig.")
    if toets.ontheffing_on < ONTHEFFING_LBT:
        raise NotPossible("De wet kent deze ontheffing pas sinds 1 januari 2023.")
    facts = IntakeFacts(
        visuele_beperking=toets.ontheffingsgrond == Grond.VISUEEL,
        auditieve_beperking=toets.ontheffingsgrond == Grond.AUDITIEF,
        niet_in_staat_tot_toets=niet_in_staat,
    )
    outcome = ontheffing_lbt(facts, on=toets.ontheffing_on)
    if not (outcome.is_known and outcome.value):
        raise NotPossible(f"Ontheffing kan niet: {outcome.sentence()} ({outcome.citation}).")
    toets.ontheffing_motivatie = reason_of(toets.ontheffing_motivatie)
    _write(toets, by, "ontheffing")
    # The ground is about health: it stands on the page of the toets, not in the logbook.
    sentence = "Ontheffing verleend van de leerbaarheidstoets."
    publish(Event("OntheffingVerleend", toets.dossier, by, sentence))


def _check_result(toets: Leerbaarheidstoets, on: date) -> None:
    _refuse_future(toets.afgenomen_on, on)
    if not toets.resultaat:
        raise NotPossible("Kies de uitslag.")
    if toets.aangemeld_on and toets.afgenomen_on < toets.aangemeld_on:
        raise NotPossible("De toets kan niet voor de aanmelding zijn gemaakt.")


def _refuse_future(day: date | None, on: date) -> None:
    if day is None:
        raise NotPossible("Vul de datum in.")
    if day > on:
        raise NotPossible("Deze datum ligt in de toekomst.")


def _write(toets: Leerbaarheidstoets, by: Any, reason: str) -> None:
    toets._history_user = by
    toets._change_reason = reason
    toets.save()
