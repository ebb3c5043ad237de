"""Melding-bevestiging: what a message that was accepted changes, and what follows from it."""

from datetime import date
from typing import Any

from meedoen.simulator.dates import DAY, add_months, day

Json = dict[str, Any]

HOURS = {
    "uren-taallesknm": "TaallesEnKnmBredeIntake",
    "uren-participatieactiviteiten": "ParticipatieactiviteitenBredeIntake",
    "uren-participatietaalles": "ParticipatieAlsTaalles",
}
TERMIJN_MONTHS = 36


def apply(person: Json, message: Json, today: date) -> None:
    """Change what DUO knows of a person by one message: {operatie, gemeentecode, body, pad}."""
    name, code, body = message["operatie"], message["gemeentecode"], message["body"]
    if name == "pip":
        person["pips"].append({"gemeentecode": code, "pip": _with_level(body)})
    elif name == "pip-verwijderen":
        person["pips"].pop()
    elif name == "aanbod":
        school = message["pad"]["instellingsnummer"]
        person["aanbod"][school] = {"gemeentecode": code, "aanbod": body, "cursusuren": 0}
    elif name == "aanbod-verwijderen":
        person["aanbod"].pop(message["pad"]["instellingsnummer"], None)
    elif name in ("map", "pvt", "zroute"):
        person[name] = {"gemeentecode": code} | body if body else None
    elif name in HOURS:
        counters = person["uren"].setdefault(code, {})
        counters[HOURS[name]] = body
        counters["bekendTot"] = (today + DAY).isoformat()
    elif name == "lbt-overslaan":
        person["examennummer"] = None
    elif name == "contactpersoon-koppelen":
        person["contactpersoon"] = int(message["pad"]["id"])
    elif name == "contactpersoon-ontkoppelen":
        person["contactpersoon"] = None


def _with_level(pip: Json) -> Json:
    """Without a level DUO takes B1 in the B1-route and the onderwijsroute."""
    if "niveau" in pip or pip["leerroute"] == "Z":
        return dict(pip)
    return pip | {"niveau": "B1"}


def starts_termijn(person: Json, message: Json) -> bool:
    """Return whether the termijn is to be started: the first PIP of who has an inburgeringsplicht."""
    return message["operatie"] == "pip" and not person["inburgeringstermijn"] and bool(person["pips"])


def start_termijn(person: Json, today: date) -> str | None:
    """Start the termijn, the day after the first dagtekening, three years; return the event (SS102).

    None when there is nothing to start any more: the PIP was deleted, or the termijn runs already.
    """
    if person["inburgeringstermijn"] or not person["pips"]:
        return None
    signed = day(person["pips"][0]["pip"]["dagtekeningPip"])
    assert signed is not None  # noqa: S101 - a PIP without it was never accepted
    start = signed + DAY
    person["inburgeringstermijn"] = {
        "startdatum": start.isoformat(),
        "einddatum": add_months(start, TERMIJN_MONTHS).isoformat(),
        "wijzigingsdatum": today.isoformat(),
    }
    return "SS102"


def fulfil(person: Json, today: date) -> str | None:
    """End the plicht when all that the route asks is done; return the event (SS106), or None.

    Z-route: its end, MAP and PVT. B1-route: five passed exams, MAP and PVT. The end of the onderwijsroute is
    a diploma of a school, which somebody tells the simulator.
    """
    plicht = person["inburgeringsplicht"]
    if not (plicht and plicht["indicatorInburgeringsplicht"] and person["pips"]):
        return None
    days = [day((person[name] or {}).get(field)) for name, field in _RESULTS]
    if None in days[:2]:
        return None
    route = person["pips"][-1]["pip"]["leerroute"]
    passed = {row["onderdeel"] for row in person["examens"] if row["resultaat"] == "Geslaagd"}
    if route == "Z" and days[2] is not None:
        person["voldaan_via_zroute"] = today.isoformat()
    elif not (route == "B" and passed >= {"KNM", "LE", "LU", "SC", "SP"}):
        return None
    end_plicht(person, today, "Inburgeringsplicht voldaan")
    return "SS106"


_RESULTS = (
    ("map", "datumEindgesprekMap"),
    ("pvt", "datumOndertekeningPvt"),
    ("zroute", "datumAfrondingZroute"),
)


def end_plicht(person: Json, today: date, reason: str) -> None:
    """Let the plicht end today (the last day itself) for a reason that DUO publishes."""
    before = person["inburgeringsplicht"] or {"indicatorInburgeringsplicht": True}
    kept = {key: value for key, value in before.items() if key in _HISTORY}
    person["inburgeringsplichthistorie"].append(kept)
    person["inburgeringsplicht"] = before | {
        "indicatorInburgeringsplicht": False,
        "einddatum": today.isoformat(),
        "wijzigingsdatum": today.isoformat(),
        "redenGeenInburgeringsplicht": reason,
    }


def resume_plicht(person: Json, today: date) -> None:
    """Let the plicht go on from today."""
    before = person["inburgeringsplicht"]
    person["inburgeringsplichthistorie"].append({key: before[key] for key in _HISTORY if key in before})
    person["inburgeringsplicht"] = {
        key: value for key, value in before.items() if key not in ("einddatum", "redenGeenInburgeringsplicht")
    } | {"indicatorInburgeringsplicht": True, "wijzigingsdatum": today.isoformat()}


_HISTORY = ("indicatorInburgeringsplicht", "begindatum", "einddatum", "wijzigingsdatum")
