"""Telling DUO that the leerbaarheidstoets is skipped (Wi art. 14 lid 6, 15 lid 4)."""

from datetime import date
from typing import Any

from meedoen.domain.brede_intake.facts import intake_facts
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.duo_told import duo_told
from meedoen.domain.keten.models import Bericht
from meedoen.domain.keten.telling import person_condition, require_acceptable, require_open, tell_duo
from meedoen.law.inburgering.brede_intake import has_leerbaarheidstoets
from meedoen.law.kernel.outcome import Outcome

LBT = "lbt"
"""Onderwerp of the message that the toets is skipped."""


def may_skip_lbt(dossier: Dossier, *, on: date) -> Outcome[bool]:
    """Return whether the toets can be skipped: by ontheffing or after a move, and not when it was taken."""
    facts = intake_facts(dossier)
    if facts.leerbaarheidstoets is not None or duo_told(dossier).lbt_taken:
        return Outcome(False, "de leerbaarheidstoets is al gemaakt", on=on)
    return has_leerbaarheidstoets(facts, on=on)


def skip_lbt(dossier: Dossier, *, by: Any, on: date) -> Bericht:
    """Tell DUO that the leerbaarheidstoets is skipped: it then takes back the examennummer.

    Raises:
        NotPossible: without ontheffing or a leerroute from before a move, when the toets was taken, when it
            was told already, or in a closed dossier.
    """
    require_open(dossier)
    allowed = may_skip_lbt(dossier, on=on)
    if not (allowed.is_known and allowed.value):
        raise NotPossible(
            f"De toets overslaan kan niet: {allowed.sentence()}. Het kan alleen met een ontheffing, "
            "of na een verhuizing met een leerroute van de vorige gemeente."
        )
    require_acceptable([person_condition(dossier)], hold=False)
    sentence = "De leerbaarheidstoets wordt overgeslagen."
    publish(Event("LeerbaarheidstoetsSkipped", dossier, by, sentence, allowed.sentence()))
    soort = Bericht.Soort.LBT_OVERSLAAN
    return tell_duo(dossier, soort, onderwerp=LBT, omschrijving=soort.label, by=by)
