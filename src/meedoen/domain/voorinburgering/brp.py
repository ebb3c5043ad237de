"""A question to the BRP about one person: for one purpose, always in the evidence; the answer is kept.

The domain does not know how to reach the BRP: `meedoen.integrations.brp` connects who answers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions import keep_deliveries
from meedoen.domain.keten.models import Aanlevering, Bron, DUOAansluiting
from meedoen.domain.regio.logboek import record

ACTION = "brp-bevragen"
"""How the evidence of use names a question to the BRP."""
KENMERK = "BRP bevragen v2"


class NoAnswer(Exception):
    """Raised when the BRP did not answer a question; the text is a Dutch sentence without any number."""


@dataclass(frozen=True)
class Vraag:
    """What is asked: about whom, by whom and for which gemeente.

    Attributes:
        bsn: nine digits; never logged, never in an address.
        gebruiker: key of the medewerker, for the log of who gives the data.
        oin: of the gemeente that asks; empty when it is not known.
    """

    bsn: str
    gebruiker: str
    oin: str

    def __repr__(self) -> str:
        """Return it without the number: it may come in a traceback."""
        return f"Vraag(gebruiker={self.gebruiker!r}, oin={self.oin!r})"


Answerer = Callable[[Vraag], dict[str, Any]]
_answerers: list[Answerer] = []


def connect(answerer: Answerer) -> None:
    """Say who answers questions: it returns facts by the codes of `velden.VELDEN` or raises `NoAnswer`."""
    _answerers[:] = [answerer]


def is_on() -> bool:
    """Return whether this installation is connected to the BRP; off unless the settings say so."""
    return bool(settings.BRP_URL)


def has_brp_story(dossier: Dossier) -> bool:
    """Return whether there is a reason to show the BRP: it can be asked, or it was asked before."""
    return is_on() or Aanlevering.objects.filter(dossier=dossier, bron=Bron.BRP).exists()


def purpose() -> str:
    """Return for what the data are asked, as it stands in the evidence and in the headers."""
    return f"doelbinding {settings.BRP_DOELBINDING}, verwerking {settings.BRP_VERWERKING}"


def ask_brp(dossier: Dossier, *, by: Any, rol: str, on: date) -> Aanlevering:
    """Ask the BRP about the person of a dossier and keep the answer; nothing of the dossier changes.

    The evidence is written before the question is sent, so that a question without an answer is there too.

    Args:
        dossier: with its person.
        by: the medewerker who asks.
        rol: in which role.
        on: today: the day for which the BRP tells.

    Raises:
        NotPossible: when the BRP is not connected, or no BSN is known.
        NoAnswer: when it did not answer; a Dutch sentence.
    """
    if not is_on() or not _answerers:
        raise NotPossible("De BRP is niet aangesloten. Vraag uw beheerder om de koppeling aan te zetten.")
    bsn = dossier.inburgeringsplichtige.bsn
    if not bsn:
        raise NotPossible(
            "Van deze persoon kennen we geen BSN. Vul het BSN in bij Gegevens; daarna kunt u navragen."
        )
    record([dossier], ACTION, actor=by, rol=rol, reason=purpose())
    facts = _answerers[0](Vraag(bsn, str(by.pk), _oin(dossier)))
    [kept] = keep_deliveries([(dossier, _here(facts, dossier))], bron=Bron.BRP, told_on=on, kenmerk=KENMERK)
    publish(Event("BRPBevraagd", dossier, by, f"Gegevens nagevraagd in de BRP ({settings.BRP_DOELBINDING})."))
    return kept


def _here(facts: dict[str, Any], dossier: Dossier) -> dict[str, Any]:
    """Return the facts for this gemeente: a registration in another gemeente is not one in ours."""
    if facts.get("gemeentecode") in (None, dossier.gemeente.cbs_code):
        return facts
    moved = dict(facts)
    if day := moved.pop("inschrijving_on", None):
        moved["ingeschreven_in_andere_gemeente"] = day
    return moved


def _oin(dossier: Dossier) -> str:
    known = DUOAansluiting.objects.filter(gemeente_id=dossier.gemeente_id).values_list("oin", flat=True)
    return known.first() or settings.BRP_OIN
