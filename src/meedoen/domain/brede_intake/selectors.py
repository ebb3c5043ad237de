"""Questions about the brede intake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Beleidsregel

from .facts import OWN
from .models import Intakegegeven, Oproep
from .vraag import Sectie, is_answered
from .vragen import SECTIES, VRAGEN


@dataclass(frozen=True)
class Stand:
    """How far a section is.

    Attributes:
        sectie: which.
        asked: how many questions are asked of this person.
        answered: how many of these have an answer.
        to_confirm: how many were told by others and not confirmed yet.
    """

    sectie: Sectie
    asked: int
    answered: int
    to_confirm: int


def answers_of(dossier: Dossier) -> dict[str, Intakegegeven]:
    """Return the answers of a dossier by the code of the question; also those that were emptied."""
    return {gegeven.vraag: gegeven for gegeven in Intakegegeven.objects.filter(dossier=dossier)}


def awaits_confirmation(gegeven: Intakegegeven) -> bool:
    """Return whether another told it, and nobody asked the person yet whether it still holds."""
    return is_answered(gegeven.waarde) and gegeven.bron not in OWN and gegeven.bevestigd_on is None


def progress_of(answers: dict[str, Intakegegeven]) -> list[Stand]:
    """Return how far each section is, in order."""
    waarden = {code: gegeven.waarde for code, gegeven in answers.items()}
    found = []
    for sectie in SECTIES:
        asked = [vraag for vraag in sectie.vragen if vraag.wanneer is None or vraag.wanneer.applies(waarden)]
        known = [answers[vraag.code] for vraag in sectie.vragen if vraag.code in answers]
        found.append(
            Stand(
                sectie=sectie,
                asked=len(asked),
                answered=sum(is_answered(waarden.get(vraag.code)) for vraag in asked),
                to_confirm=sum(awaits_confirmation(gegeven) for gegeven in known),
            )
        )
    return found


def shown_answers(answers: dict[str, Intakegegeven], codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return question and answer in Dutch, for those codes that have an answer; for other pages."""
    return [
        (VRAGEN[code].tekst, VRAGEN[code].shown(answers[code].waarde))
        for code in codes
        if code in answers and is_answered(answers[code].waarde)
    ]


def oproep_policy(gemeente_id: int, *, on: date) -> Beleidsregel | None:
    """Return how many days the gemeente leaves for a call; the law sets no number (Wi art. 14 lid 1)."""
    rules = Beleidsregel.objects.filter(
        gemeente_id=gemeente_id, onderwerp=Beleidsregel.Onderwerp.OPROEP_DAGEN, since__lte=on
    )
    return rules.order_by("-since").first()


def default_termijn(gemeente_id: int, *, on: date) -> date | None:
    """Return the last day of the term of a call that is sent on that day, by policy; None without policy."""
    policy = oproep_policy(gemeente_id, on=on)
    return on + timedelta(days=policy.waarde) if policy else None


def volgnummer(oproepen: Iterable[Oproep]) -> int:
    """Return which call in the meaning of the law the next one is: one more than those without result."""
    return 1 + sum(oproep.uitkomst in Oproep.MISSED for oproep in oproepen)
