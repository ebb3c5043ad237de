"""Asking DUO whether it has a message already, after an attempt of which the answer was lost.

Per message what to read and when that says that DUO has exactly this. What is not here cannot be asked; that
message goes again with the same berichtId.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from meedoen.domain.keten.models import Bericht

Json = Any
Soort = Bericht.Soort
DELETING = frozenset(
    {
        Soort.PIP_VERWIJDEREN,
        Soort.AANBOD_VERWIJDEREN,
        Soort.CONTACTPERSOON_VERWIJDEREN,
        Soort.CONTACTPERSOON_ONTKOPPELEN,
        Soort.LBT_OVERSLAAN,
    }
)
"""When it goes again and DUO finds nothing (404), the lost attempt did it."""


@dataclass(frozen=True)
class Question:
    """What to read to know whether a message arrived.

    Attributes:
        operation: the reading operation.
        says: whether what DUO answered (None when it found nothing) is what the message (its body) told, for
            the gemeente with this code.
    """

    operation: str
    says: Callable[[Json, dict[str, Any], str], bool]


def _pip(found: Json, body: dict[str, Any], gemeentecode: str) -> bool:
    """A level that was left out is B1 at DUO, but for the Z-route."""
    if found is None or found.get("gemeentecode") != gemeentecode:
        return False
    told = dict(body)
    if "niveau" not in told and told.get("leerroute") != "Z":
        told["niveau"] = "B1"
    return found.get("pip") == told


def _no_own_pip(found: Json, body: dict[str, Any], gemeentecode: str) -> bool:
    return found is None or found.get("gemeentecode") != gemeentecode


def _hours(counter: str) -> Callable[[Json, dict[str, Any], str], bool]:
    def says(found: Json, body: dict[str, Any], gemeentecode: str) -> bool:
        own = [row for row in found or () if row.get("gemeentecode") == gemeentecode]
        return len(own) == 1 and (own[0].get(counter) or {}).get("uren") == body["uren"]

    return says


def _date(field: str) -> Callable[[Json, dict[str, Any], str], bool]:
    """DUO shows the date alone: with Verwijtbaar beside it nothing is certain."""

    def says(found: Json, body: dict[str, Any], gemeentecode: str) -> bool:
        return "verwijtbaar" not in body and (found or {}).get(field) == body.get(field)

    return says


def _gone(found: Json, body: dict[str, Any], gemeentecode: str) -> bool:
    return found is None


QUESTIONS: dict[str, Question] = {
    Soort.PIP: Question("pip-raadplegen", _pip),
    Soort.PIP_VERWIJDEREN: Question("pip-raadplegen", _no_own_pip),
    Soort.UREN_TAALLES_KNM: Question("uren-raadplegen", _hours("TaallesEnKnmBredeIntake")),
    Soort.UREN_PARTICIPATIE: Question("uren-raadplegen", _hours("ParticipatieactiviteitenBredeIntake")),
    Soort.UREN_TAALLES: Question("uren-raadplegen", _hours("ParticipatieAlsTaalles")),
    Soort.MAP: Question("map-raadplegen", _date("datumEindgesprekMap")),
    Soort.PVT: Question("pvt-raadplegen", _date("datumOndertekeningPvt")),
    Soort.LBT_OVERSLAAN: Question("lbt-examennummer", _gone),
}
