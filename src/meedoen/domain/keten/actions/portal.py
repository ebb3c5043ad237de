"""Keeping what somebody read in DUO's portal, as if DUO had told it by the interface."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier

from .answers import ONTHEFFINGEN, Antwoord, keep_answer

OVERGENOMEN = "overgenomen uit het portaal"
"""Stands in the kenmerk where an answer of the interface has its version."""


def take_over(dossier: Dossier, interface: str, body: Any, *, on: date, by: Any) -> bool:
    """Keep what the portal shows; returns whether it is something else than DUO said before.

    Args:
        interface: under which name it is kept, such as ``inburgeringsplicht``.
        body: the same JSON as DUO would publish; None when the portal shows nothing.
        on: the day on which somebody looked.
        by: who did.
    """
    if not keep_answer(dossier, Antwoord(interface, OVERGENOMEN, body), told_on=on):
        return False
    what = "iets" if interface == ONTHEFFINGEN else interface
    sentence = f"Uit het portaal van DUO overgenomen: {what}."
    publish(Event("PortaalOvergenomen", dossier, by, sentence, data={"gewijzigd": [interface]}))
    return True
