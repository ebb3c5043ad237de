"""How the answers for a caseload are called, in Dutch, and in what their differences are counted."""

from collections.abc import Mapping
from enum import Enum

from ..kernel.lift.nodes import Kind

LABELS: Mapping[str, str] = {
    "inburgeringsplicht": "Inburgeringsplichtig",
    "plicht_since": "Eerste dag van de inburgeringsplicht",
    "vrijstelling": "Vrijgesteld",
    "pip_deadline": "Laatste dag voor het PIP",
    "pip_status": "Stand van het PIP",
    "termijn_last_day": "Laatste dag van de inburgeringstermijn",
    "termijn_exceeded": "Inburgeringstermijn overschreden",
    "verlenging_last_day": "Laatste dag van de termijn met verlenging",
    "extended_after_effort": "Verlenging na aanzienlijke inspanningen",
    "effort_last_day": "Laatste dag van de termijn na inspanningen",
    "opleiding_last_day": "Laatste dag van de termijn met een opleiding",
    "verlenging_aanvragen_vanaf": "Eerste dag om verlenging te vragen",
    "leerroute_switch_until": "Laatste dag om van leerroute te wisselen",
    "may_examine_at_a2": "Mag examen doen op A2",
    "pvt_completed": "PVT afgerond",
    "map_completed": "MAP afgerond",
    "z_cursusuren_left": "Cursusuren van de Z-route die nog moeten",
    "z_participatie_uren_left": "Uren participatie van de Z-route die nog moeten",
    "z_route_completed": "Z-route afgerond",
    "kosteloze_examenpogingen": "Kosteloze examenpogingen",
    "ontzorgen": "Recht op ontzorgen nu",
    "ontzorgen_last_day": "Laatste dag van het ontzorgen",
    "delete_by": "Gegevens verwijderen op",
    "core_delete_by": "Kerngegevens verwijderen op",
    "next_stap": "Volgende stap",
    "next_due": "Datum van de volgende stap",
}
"""The answers that rest on a number of the law; the name of another answer says what it is."""

GROUPS: Mapping[str, str] = {"doelgroep": "Doelgroep", "leerroute": "Leerroute", "gemeente": "Gemeente"}
"""The columns by which effects are counted apart, when a caseload has them."""


def label(name: str) -> str:
    """Return what an answer is called."""
    return LABELS.get(name, name.replace("_", " ").capitalize())


def counted_in(name: str, kind: Kind) -> str:
    """Return in what the difference between two values of an answer is counted; "" when it is no number."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ""
    if kind == "int":
        return "uur" if "uren" in name else "keer"
    return {"date": "dagen", "money": "euro"}.get(str(kind), "")


def number(value: float) -> str:
    """Return a number with Dutch marks, without decimals that say nothing: 15.069, 14,5."""
    written = f"{value:,.2f}".rstrip("0").rstrip(".")
    return written.replace(",", "_").replace(".", ",").replace("_", ".")


def difference(unit: str, value: float) -> str:
    """Return a difference in words: "14 dagen later", "50 uur minder"."""
    size = abs(value)
    return f"{number(size)} {one_of(unit, size)} {direction(unit, value)}"


def between(unit: str, low: int, high: int) -> str:
    """Return the differences of one bin in words: "15 t/m 28 dagen later"."""
    if low == high:
        return difference(unit, low)
    least, most = sorted((abs(low), abs(high)))
    return f"{number(least)} t/m {difference(unit, most if low > 0 else -most)}"


def direction(unit: str, difference: float) -> str:
    """Return what a difference is: later or earlier for days, more or fewer for the rest."""
    if unit == "dagen":
        return "later" if difference > 0 else "eerder"
    return "meer" if difference > 0 else "minder"


def one_of(word: str, number: float) -> str:
    """Return the unit beside this number: "dag" beside 1."""
    return "dag" if word == "dagen" and number == 1 else word
