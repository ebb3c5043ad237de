"""What a trainer lets DUO know or decide about a person, and the events that follow from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.simulator import processing
from meedoen.simulator.fields import ChangeFault, Field, read_fields
from meedoen.simulator.persons import ASIEL, GEZIN, GROUPS, PARTS

Json = dict[str, Any]
Run = Callable[[Json, Json, date], list[str]]


@dataclass(frozen=True)
class Change:
    """One thing that can change: its name on the page, what is filled in, and what it does."""

    label: str
    fields: tuple[Field, ...]
    run: Run


def change(person: Json, name: str, given: Json, today: date) -> list[str]:
    """Change what DUO knows of a person; return the codes of the events, in order.

    Raises:
        ChangeFault: there is no such change, or what was filled in is not right; says what in Dutch.
    """
    if name not in CHANGES:
        raise ChangeFault(f"De wijziging {name} bestaat niet.")
    facts = read_fields(CHANGES[name].fields, given)
    events = CHANGES[name].run(person, facts, today)
    done = processing.fulfil(person, today)
    return [*events, done] if done else events


def _extend(person: Json, facts: Json, today: date) -> list[str]:
    termijn = person["inburgeringstermijn"]
    if not termijn:
        raise ChangeFault("De inburgeringstermijn is nog niet begonnen.")
    if facts["einddatum"] <= termijn["einddatum"]:
        raise ChangeFault(f"Het nieuwe einde ligt na het oude, {termijn['einddatum']}.")
    before = {key: value for key, value in termijn.items() if key != "startdatum"}
    person["inburgeringstermijnhistorie"].append(before)
    grond = {
        "verlengingsgrondcode": facts.get("grond", "1"),
        "verlengingsgrondomschrijving": "Verzonnen grond van de simulator",
    }
    person["inburgeringstermijn"] = (
        termijn | grond | {"einddatum": facts["einddatum"], "wijzigingsdatum": today.isoformat()}
    )
    return ["SS104" if facts["op_verzoek"] else "SS103"]


def _exam(person: Json, facts: Json, today: date) -> list[str]:
    row = {"examendatum": today.isoformat()} | {name: value for name, value in facts.items() if value}
    person["examens"].append(row)
    for credit in person["gratispogingen"]:
        if credit["onderdeel"] == facts["onderdeel"] and credit["gratisPogingenTegoed"]:
            credit["gratisPogingenTegoed"] -= 1
    return ["SS199"]


def _register_lbt(person: Json, facts: Json, today: date) -> list[str]:
    person["examennummer"] = f"SIM{person['bsn']}"
    return ["SS137"]


def _lbt(person: Json, facts: Json, today: date) -> list[str]:
    person["lbt_resultaten"].append({"datumAfname": today.isoformat()} | facts)
    return ["SS131"]


_EXEMPTED = {
    "gehele": ("GeheleVrijstelling", "SS107", "SS114", "Volledige vrijstelling"),
    "tijdelijke": ("TijdelijkeVrijstelling", "SS109", "SS115", "Tijdelijke vrijstelling"),
    "gedeeltelijke": ("GedeeltelijkeVrijstelling", "SS117", "SS116", None),
}


def _exempt(person: Json, facts: Json, today: date) -> list[str]:
    soort = facts.pop("soort")
    name, granted, refused, reason = _EXEMPTED[soort]
    allowed = {"reden", "oordeel"}
    allowed |= {"tijdelijke": {"startdatum", "einddatum"}}.get(soort, set())
    allowed |= {"gedeeltelijke": {"examenonderdeel", "examenniveau"}}.get(soort, set())
    row = {key: value for key, value in facts.items() if key in allowed}
    person["vrijstellingen"].append({name: row | {"datumOordeel": today.isoformat()}})
    if facts["oordeel"] == "Afwijzing":
        return [refused]
    if reason:
        processing.end_plicht(person, today, reason)
    return [granted]


def _exemption_ends(person: Json, facts: Json, today: date) -> list[str]:
    plicht = person["inburgeringsplicht"] or {}
    if plicht.get("redenGeenInburgeringsplicht") != "Tijdelijke vrijstelling":
        raise ChangeFault("De persoon heeft geen tijdelijke vrijstelling.")
    processing.resume_plicht(person, today)
    return ["SS130" if person["pips"] else "SS129"]


def _dispense(person: Json, facts: Json, today: date) -> list[str]:
    partly = facts.pop("soort") == "gedeeltelijke"
    allowed = {"oordeel", "grond"}
    allowed |= {"examenonderdeel", "urenBelastbaarheidParticipatieactiviteit"} if partly else set()
    row = {key: value for key, value in facts.items() if key in allowed}
    name = "GedeeltelijkeOntheffing" if partly else "GeheleOntheffing"
    person["ontheffingen"].append({name: row | {"datumOordeel": today.isoformat()}})
    if facts["oordeel"] == "Afwijzing":
        return ["SS118"]
    if partly:
        return ["SS119"]
    processing.end_plicht(person, today, "Volledige ontheffing")
    return ["SS108"]


def _move(person: Json, facts: Json, today: date) -> list[str]:
    from_coa = person["in_coa"] and person["gekoppeld"] == facts["gemeente"]
    person |= {
        "gemeente": facts["gemeente"],
        "vestiging": facts.get("vestiging", today.isoformat()),
        "in_coa": False,
        "gekoppeld": None,
    }
    if from_coa and not person["pips"]:
        return ["SS139"]
    return ["SS121" if person["pips"] else "SS120"]


def _link(person: Json, facts: Json, today: date) -> list[str]:
    earlier = person["gekoppeld"]
    person |= {"in_coa": True, "gekoppeld": facts["gemeente"], "gemeente": None, "vestiging": None}
    if earlier is None:
        return ["SS101"]
    return ["SS121" if person["pips"] else "SS120"]


def _group(person: Json, facts: Json, today: date) -> list[str]:
    new = GROUPS[facts["naar"]]
    now = person["doelgroep"] or {}
    if now.get("indeling") == new:
        raise ChangeFault("De persoon is al in deze doelgroep.")
    if now:
        old = {key: now[key] for key in ("indeling", "begindatum") if key in now}
        person["doelgroephistorie"].append(old | {"einddatum": today.isoformat()})
    detail = ASIEL if new == ASIEL else "Overig"
    person["doelgroep"] = {
        "indeling": new,
        "begindatum": today.isoformat(),
        "gedetailleerdeDoelgroep": detail,
    }
    return ["SS124" if new == GEZIN else "SS125"]


def _plicht_begins(person: Json, facts: Json, today: date) -> list[str]:
    person["inburgeringsplicht"] = {
        "indicatorInburgeringsplicht": True,
        "begindatum": facts["begindatum"],
        "wijzigingsdatum": today.isoformat(),
        "datumKennisgevingInburgeringsplicht": today.isoformat(),
    }
    return [facts.get("gebeurtenis", "SS101")]


def _plicht_ends(person: Json, facts: Json, today: date) -> list[str]:
    processing.end_plicht(person, today, facts["reden"])
    return ["SS111" if facts["reden"] == "Overlijden" else "SS110"]


def _course_hours(person: Json, facts: Json, today: date) -> list[str]:
    offer = person["aanbod"].get(facts["instellingsnummer"])
    if offer is None:
        raise ChangeFault("Er is geen inburgeringsaanbod bij deze instelling.")
    offer["cursusuren"] = facts["uren"]
    return []


_OORDEEL = Field("oordeel", "Oordeel", "keuze", ("Toekenning", "Afwijzing"), required=True)
_GEMEENTE = Field("gemeente", "Gemeentecode (vier cijfers)", "gemeente", required=True)
_LANGUAGE = PARTS[1:]

CHANGES: dict[str, Change] = {
    "termijn-verlengen": Change(
        "Termijn verlengen",
        (
            Field("einddatum", "Nieuw einde (dag na de laatste dag)", "datum", required=True),
            Field("grond", "Code van de grond"),
            Field("op_verzoek", "Op aanvraag van de persoon", "ja"),
        ),
        _extend,
    ),
    "examenresultaat": Change(
        "Uitslag van een examen",
        (
            Field("onderdeel", "Onderdeel", "keuze", PARTS, required=True),
            Field("resultaat", "Resultaat", "keuze", ("Geslaagd", "Gezakt", "Geen"), required=True),
            Field("niveau", "Niveau", "keuze", ("A2", "B1", "B2")),
            Field("examendatum", "Datum van het examen", "datum"),
            Field(
                "redenGeenResultaat",
                "Reden als er geen resultaat is",
                "keuze",
                ("Verwijtbaar", "Nietverwijtbaar", "Afgemeld", "Absent"),
            ),
        ),
        _exam,
    ),
    "lbt-aanmelden": Change("Aanmelden voor de leerbaarheidstoets", (), _register_lbt),
    "lbt-resultaat": Change(
        "Uitslag van de leerbaarheidstoets",
        (
            Field(
                "resultaat",
                "Resultaat",
                "keuze",
                ("B1-route haalbaar", "B1-route niet haalbaar", "Onbekend"),
                required=True,
            ),
            Field("behaaldeScore", "Behaalde score (zoals 61,50)", "score", required=True),
            Field("benodigdeScore", "Benodigde score (zoals 60,00)", "score", required=True),
            Field("datumAfname", "Datum", "datum"),
        ),
        _lbt,
    ),
    "vrijstelling": Change(
        "Vrijstelling",
        (
            Field("soort", "Soort", "keuze", tuple(_EXEMPTED), required=True),
            _OORDEEL,
            Field(
                "reden", "Reden", "keuze", ("AVI", "DIP", "DOC", "GED", "INB", "INS", "OPL"), required=True
            ),
            Field("examenonderdeel", "Onderdeel (bij een deel)", "keuze", _LANGUAGE),
            Field("examenniveau", "Niveau (bij een deel)", "keuze", ("A2", "B1")),
            Field("startdatum", "Eerste dag (bij een tijd)", "datum"),
            Field("einddatum", "Laatste dag (bij een tijd)", "datum"),
        ),
        _exempt,
    ),
    "vrijstelling-eindigt": Change("Tijdelijke vrijstelling eindigt", (), _exemption_ends),
    "ontheffing": Change(
        "Ontheffing",
        (
            Field("soort", "Soort", "keuze", ("gehele", "gedeeltelijke"), required=True),
            _OORDEEL,
            Field("grond", "Grond", "keuze", ("BIO", "MED"), required=True),
            Field("examenonderdeel", "Onderdeel (bij een deel)", "keuze", PARTS),
            Field("urenBelastbaarheidParticipatieactiviteit", "Uren participatie (bij een deel)", "getal"),
        ),
        _dispense,
    ),
    "verhuizing": Change(
        "Verhuizen naar een gemeente",
        (_GEMEENTE, Field("vestiging", "Dag van vestiging", "datum")),
        _move,
    ),
    "koppeling": Change("COA koppelt aan een gemeente", (_GEMEENTE,), _link),
    "doelgroep": Change(
        "Doelgroep wijzigen", (Field("naar", "Naar", "keuze", tuple(GROUPS), required=True),), _group
    ),
    "plicht-begint": Change(
        "Inburgeringsplicht begint",
        (
            Field("begindatum", "Eerste dag", "datum", required=True),
            Field("gebeurtenis", "Gebeurtenis", "keuze", ("SS101", "SS128", "SS139")),
        ),
        _plicht_begins,
    ),
    "plicht-eindigt": Change(
        "Inburgeringsplicht vervalt",
        (
            Field(
                "reden",
                "Reden",
                "keuze",
                (
                    "Verblijfsdoel gewijzigd",
                    "Vertrek uit Nederland langer dan een jaar",
                    "Overlijden",
                    "Overig",
                ),
                required=True,
            ),
        ),
        _plicht_ends,
    ),
    "cursusuren": Change(
        "Cursusuren die een school opgeeft",
        (
            Field("instellingsnummer", "Instellingsnummer", required=True),
            Field("uren", "Uren", "getal", required=True),
        ),
        _course_hours,
    ),
}
