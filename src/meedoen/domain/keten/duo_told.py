"""What DUO told last about a person, as the conditions of its interfaces ask it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute

from .models import Bron
from .selectors import told_by

DOELGROEPEN = {
    "Asielstatushouder": Doelgroep.ASIELSTATUSHOUDER,
    "Gezinsmigrant en overige migrant": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
}
LEERROUTES = {"B": Leerroute.B1_ROUTE, "O": Leerroute.ONDERWIJSROUTE, "Z": Leerroute.Z_ROUTE}
VOLDAAN = "Inburgeringsplicht voldaan"


@dataclass(frozen=True, slots=True)
class DUOTold:
    """What DUO told, interface by interface; None is not told, or told as absent when `told_about` has it.

    Attributes:
        told_about: names of the interfaces that were read, whatever they answered.
        termijn_end_exclusive: the end as DUO writes it, the day after the last.
        pip_gemeente: CBS code of the gemeente of the current PIP.
        uren: by CBS code the totals of that gemeente, by the names of the interface.
    """

    told_about: frozenset[str] = frozenset()
    doelgroep: Doelgroep | None = None
    plicht_start: date | None = None
    voldaan_on: date | None = None
    termijn_start: date | None = None
    termijn_end_exclusive: date | None = None
    pip_on: date | None = None
    pip_gemeente: str = ""
    leerroute: Leerroute | None = None
    map_on: date | None = None
    pvt_on: date | None = None
    lbt_taken: bool = False
    uren: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def duo_told(dossier: Dossier) -> DUOTold:
    """Return what DUO told last about the person of a dossier, in one query."""
    told = told_by([dossier], bron=Bron.DUO).get(dossier.pk)
    return read_told(told.facts) if told else DUOTold()


def read_told(facts: Mapping[str, Any]) -> DUOTold:
    """Return the same from the published JSON by name of interface; what cannot be read counts as not told.

    Args:
        facts: interface name → published JSON, or None where DUO answered that there is nothing.
    """
    plicht, termijn = _object(facts, "inburgeringsplicht"), _object(facts, "inburgeringstermijn")
    current = _object(facts, "pip")
    pip = _object(current, "pip")
    ended = _day(plicht, "einddatum") or _day(plicht, "wijzigingsdatum")
    return DUOTold(
        told_about=frozenset(facts),
        doelgroep=DOELGROEPEN.get(str(_object(facts, "doelgroep").get("indeling"))),
        plicht_start=_day(plicht, "begindatum"),
        voldaan_on=ended if plicht.get("redenGeenInburgeringsplicht") == VOLDAAN else None,
        termijn_start=_day(termijn, "startdatum"),
        termijn_end_exclusive=_day(termijn, "einddatum"),
        pip_on=_day(pip, "dagtekeningPip"),
        pip_gemeente=str(current.get("gemeentecode") or ""),
        leerroute=LEERROUTES.get(str(pip.get("leerroute"))),
        map_on=_day(_object(facts, "map"), "datumEindgesprekMap"),
        pvt_on=_day(_object(facts, "pvt"), "datumOndertekeningPvt"),
        lbt_taken=bool(facts.get("lbt")),
        uren=_uren(facts.get("uren")),
    )


def _object(facts: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = facts.get(name)
    return found if isinstance(found, Mapping) else {}


def _day(facts: Mapping[str, Any], name: str) -> date | None:
    try:
        return date.fromisoformat(str(facts.get(name)))
    except ValueError:
        return None


def _uren(told: Any) -> dict[str, dict[str, int]]:
    rows = [row for row in told if isinstance(row, Mapping)] if isinstance(told, list) else []
    return {str(row.get("gemeentecode")): _totals(row) for row in rows}


def _totals(row: Mapping[str, Any]) -> dict[str, int]:
    found = {name: value.get("uren") for name, value in row.items() if isinstance(value, Mapping)}
    return {name: uren for name, uren in found.items() if isinstance(uren, int)}
