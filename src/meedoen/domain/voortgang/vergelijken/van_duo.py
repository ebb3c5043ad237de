"""What DUO said, read from its answers as they were kept: one reader for each field.

A reader gives "" when DUO said that there is none, and None when nothing was told. DUO ends the
inburgeringstermijn exclusively and the inburgeringsplicht inclusively (law/keten/einddatums).
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.termijn import TermijnFacts, inburgeringstermijn

from ..models import GevolgdeUren
from .bekend import Bekend

Told = Mapping[str, Any]
Theirs = Callable[[Told, Bekend], "str | None"]

DOELGROEPEN = {
    "Asielstatushouder": Doelgroep.ASIELSTATUSHOUDER.value,
    "Gezinsmigrant en overige migrant": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT.value,
}
LEERROUTES = {
    "B": Leerroute.B1_ROUTE.value,
    "O": Leerroute.ONDERWIJSROUTE.value,
    "Z": Leerroute.Z_ROUTE.value,
}
UITSLAGEN = {label: code for code, label in Leerbaarheidstoets.Resultaat.choices}
UREN = {
    GevolgdeUren.Soort.TAALLES: "ParticipatieAlsTaalles",
    GevolgdeUren.Soort.PARTICIPATIE: "ParticipatieactiviteitenBredeIntake",
    GevolgdeUren.Soort.TAALLES_KNM_INTAKE: "TaallesEnKnmBredeIntake",
}


def fact(interface: str, name: str, codes: Mapping[str, str] | None = None, days: int = 0) -> Theirs:
    """Return one property of what DUO said, in our own code, moved by some days."""

    def theirs(told: Told, known: Bekend) -> str | None:
        if interface not in told:
            return None
        value = (told[interface] or {}).get(name)
        if value is None:
            return ""
        if days:
            value = (date.fromisoformat(value) + timedelta(days=days)).isoformat()
        return (codes or {}).get(value, value)

    return theirs


def plicht_end(told: Told, known: Bekend) -> str | None:
    """The last day of a plicht that has ended; a plicht that runs has no end to compare."""
    plicht = told.get("inburgeringsplicht")
    if not isinstance(plicht, Mapping) or plicht.get("indicatorInburgeringsplicht") is not False:
        return None
    return plicht.get("einddatum") or ""


def voldaan(told: Told, known: Bekend) -> str | None:
    """The day on which the plicht was met, when DUO says that it ended for that reason."""
    plicht = told.get("inburgeringsplicht")
    reason = plicht.get("redenGeenInburgeringsplicht") if isinstance(plicht, Mapping) else None
    return (plicht.get("einddatum") or "") if reason == "Inburgeringsplicht voldaan" else None


def first_pip(told: Told, known: Bekend) -> str | None:
    """The dagtekening of the first PIP: the day before the term began (Wi art. 11 lid 2)."""
    return fact("inburgeringstermijn", "startdatum", days=-1)(told, known)


def extended(told: Told, known: Bekend) -> str | None:
    """The last day of the term when it is later than the three years from DUO's own start."""
    end = fact("inburgeringstermijn", "einddatum", days=-1)(told, known)
    start = first_pip(told, known)
    if not end or not start:
        return end
    first = date.fromisoformat(start)
    own = inburgeringstermijn(TermijnFacts(eerste_pip=first), on=first).value
    return end if own is not None and date.fromisoformat(end) > own.last_day else ""


def pip(name: str, codes: Mapping[str, str] | None = None) -> Theirs:
    """A part of the PIP at DUO; one of another gemeente is not compared with ours."""

    def theirs(told: Told, known: Bekend) -> str | None:
        if "pip" not in told:
            return None
        answer = told["pip"]
        if answer is None:
            return ""
        if answer.get("gemeentecode") != known.dossier.gemeente.cbs_code:
            return None
        value = answer["pip"].get(name)
        return "" if value is None else (codes or {}).get(value, value)

    return theirs


def niveau(told: Told, known: Bekend) -> str | None:
    """The level at DUO; an empty one says nothing to compare."""
    return pip("niveau")(told, known) or None


def uren(soort: str) -> Theirs:
    """Return the total of hours that DUO has of our own gemeente."""

    def theirs(told: Told, known: Bekend) -> str | None:
        if not isinstance(told.get("uren"), list):
            return None
        own = known.dossier.gemeente.cbs_code
        for row in told["uren"]:
            if row.get("gemeentecode") == own and UREN[soort] in row:
                return str(row[UREN[soort]]["uren"])
        return ""

    return theirs


def uitslag(told: Told, known: Bekend) -> str | None:
    """The last result of the leerbaarheidstoets."""
    if not isinstance(told.get("lbt"), list):
        return None
    results = sorted(told["lbt"], key=lambda row: row["datumAfname"])
    return UITSLAGEN.get(results[-1]["resultaat"], "") if results else ""
