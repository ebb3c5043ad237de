"""No fine beside a lowering of the bijstand for the same conduct (Wi 27)."""

from dataclasses import dataclass
from datetime import date

from ...kernel.outcome import Outcome, answer
from ...kernel.rule import rule
from ...sources import IN_WERKING, WI


@dataclass(frozen=True, slots=True)
class SamenloopFacts:
    """Whether the same conduct already had a consequence in the bijstand."""

    bijstand_verlaagd_voor_zelfde_gedraging: bool | None = None


@rule(WI.art("27"), since=IN_WERKING)
def bijstand_already_lowered(facts: SamenloopFacts, *, on: date) -> Outcome[bool]:
    """A fine is left out where the bijstand was lowered for the same conduct (Pw 18 or 18b)."""
    if facts.bijstand_verlaagd_voor_zelfde_gedraging is None:
        return answer(False, "er is geen verlaging van de bijstand voor dezelfde gedraging vastgelegd")
    if facts.bijstand_verlaagd_voor_zelfde_gedraging:
        return answer(True, "de bijstand is voor dezelfde gedraging al verlaagd")
    return answer(False, "de bijstand is niet verlaagd voor dezelfde gedraging")
