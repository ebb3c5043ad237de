"""What DUO answers when a gemeente asks: the published objects, taken from what it knows."""

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]


def _pip(person: Json) -> Json | None:
    return person["pips"][-1] if person["pips"] else None


def _date_only(name: str, field: str) -> Callable[[Json], Json | None]:
    def answer(person: Json) -> Json | None:
        found = (person[name] or {}).get(field)
        return {field: found} if found else None

    return answer


def _hours(person: Json) -> list[Json]:
    return [{"gemeentecode": code} | counters for code, counters in sorted(person["uren"].items())]


def _examennummer(person: Json) -> Json | None:
    return {"examennummer": person["examennummer"]} if person["examennummer"] else None


def _field(name: str) -> Callable[[Json], Any]:
    return lambda person: person[name]


ANSWERS: dict[str, Callable[[Json], Any]] = {
    "inburgeringsplicht": _field("inburgeringsplicht"),
    "inburgeringsplicht-historie": _field("inburgeringsplichthistorie"),
    "doelgroep": _field("doelgroep"),
    "doelgroep-historie": _field("doelgroephistorie"),
    "inburgeringstermijn": _field("inburgeringstermijn"),
    "inburgeringstermijn-historie": _field("inburgeringstermijnhistorie"),
    "lbt-examennummer": _examennummer,
    "lbt-resultaten": _field("lbt_resultaten"),
    "vrijstellingen": _field("vrijstellingen"),
    "ontheffingen": _field("ontheffingen"),
    "pip-raadplegen": _pip,
    "map-raadplegen": _date_only("map", "datumEindgesprekMap"),
    "pvt-raadplegen": _date_only("pvt", "datumOndertekeningPvt"),
    "uren-raadplegen": _hours,
    "examenresultaten": _field("examens"),
    "gratispogingen": _field("gratispogingen"),
}
"""Per operation the answer about a person; None means that DUO has nothing (404)."""


def recognised_schools(schools: list[Json]) -> list[Json]:
    """Return the schools that DUO lists: those with the keurmerk or the recognition."""
    return [row for row in schools if row.get("indicatieBowKeurmerk") or row.get("indicatieTstKeurmerk")]
