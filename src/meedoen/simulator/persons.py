"""Fictional persons and schools that the simulator knows, and the form in which it keeps a person.

A person is one JSON object with DUO's own published objects in it; what a file leaves out gets a plain value.
"""

from typing import Any

Json = dict[str, Any]

ASIEL = "Asielstatushouder"
GEZIN = "Gezinsmigrant en overige migrant"
GROUPS = {"asiel": ASIEL, "gezin": GEZIN}
PARTS = ("KNM", "LE", "LU", "SC", "SP")

DUO_OIN = "00000099000000001000"
"""A number of no organisation: the simulator's own, unless it is given another."""


class FileFault(ValueError):
    """A file with persons is not right; says in Dutch what."""


def new_person(bsn: str, facts: Json | None = None) -> Json:
    """Return a person with every field, from a few facts.

    `doelgroep` may be the word asiel or gezin, `plicht` the first day of the inburgeringsplicht (and of life
    in the gemeente, where no `vestiging` is given), `pip` a PIP of that gemeente; other facts have the names
    and the form in which they are kept.

    Raises:
        FileFault: the bsn is not nine digits, or a fact has a name that is not known.
    """
    if not (isinstance(bsn, str) and len(bsn) == 9 and bsn.isdecimal()):
        raise FileFault(f"een bsn heeft negen cijfers, dit niet: {str(bsn)[:12]!r}")
    person: Json = {
        "bsn": bsn,
        "vNummer": None,
        "naam": "",
        "onder_wi2021": True,
        "gemeente": None,
        "vestiging": None,
        "in_coa": False,
        "gekoppeld": None,
        "doelgroep": None,
        "doelgroephistorie": [],
        "inburgeringsplicht": None,
        "inburgeringsplichthistorie": [],
        "inburgeringstermijn": None,
        "inburgeringstermijnhistorie": [],
        "pips": [],
        "aanbod": {},
        "uren": {},
        "map": None,
        "pvt": None,
        "zroute": None,
        "voldaan_via_zroute": None,
        "examennummer": None,
        "lbt_resultaten": [],
        "vrijstellingen": [],
        "ontheffingen": [],
        "examens": [],
        "gratispogingen": [{"onderdeel": part, "gratisPogingenTegoed": 2} for part in PARTS],
        "contactpersoon": None,
        "verwerkt": {},
        "dubbel": {},
    }
    facts = dict(facts or {})
    _spell_out(facts)
    if strange := sorted(set(facts) - set(person)):
        raise FileFault(f"deze gegevens van een persoon zijn niet bekend: {', '.join(strange)}")
    return person | facts


def _spell_out(facts: Json) -> None:
    """Replace the short facts by the objects that DUO publishes."""
    start = facts.pop("plicht", None)
    if start:
        facts["inburgeringsplicht"] = {
            "indicatorInburgeringsplicht": True,
            "begindatum": start,
            "wijzigingsdatum": start,
            "datumKennisgevingInburgeringsplicht": start,
        }
        if facts.get("gemeente") and not facts.get("in_coa"):
            facts.setdefault("vestiging", start)
    group = facts.get("doelgroep")
    if isinstance(group, str):
        name = GROUPS.get(group, group)
        facts["doelgroep"] = {
            "indeling": name,
            "gedetailleerdeDoelgroep": ASIEL if name == ASIEL else "Overig",
        }
        if start:
            facts["doelgroep"]["begindatum"] = start
    if pip := facts.pop("pip", None):
        facts["pips"] = [{"gemeentecode": facts.get("gemeente"), "pip": pip}]


VERLENGINGSGRONDEN = [
    {"code": "1", "omschrijving": "Bijzondere omstandigheden (verzonnen voor de simulator)"},
    {"code": "2", "omschrijving": "Alfabetisering (verzonnen voor de simulator)"},
    {"code": "3", "omschrijving": "Aanmelding bij een andere gemeente (verzonnen voor de simulator)"},
]

INSTELLINGEN = [
    {
        "instellingsnummer": "0000000001",
        "naam": "Taalschool De Simulator",
        "postcode": "1234AB",
        "huisnummer": 1,
        "plaatsnaam": "Meedam",
        "bow": "1001",
        "indicatieBowKeurmerk": True,
        "indicatieTstKeurmerk": False,
    },
    {
        "instellingsnummer": "0000000002",
        "naam": "Taalschakelcollege De Simulator",
        "postcode": "1234AC",
        "huisnummer": 2,
        "huisnummertoevoeging": "a",
        "plaatsnaam": "Meedam",
        "brin": "00SM",
        "indicatieBowKeurmerk": False,
        "indicatieTstKeurmerk": True,
    },
    {
        "instellingsnummer": "0000000003",
        "naam": "Taalschool Zonder Keurmerk (simulator)",
        "postcode": "1234AD",
        "huisnummer": 3,
        "plaatsnaam": "Meedam",
        "indicatieBowKeurmerk": False,
        "indicatieTstKeurmerk": False,
    },
]

GEMEENTEN = {
    "00000099000000009001": {"code": "9001", "naam": "Meedam (verzonnen)"},
    "00000099000000009002": {"code": "9002", "naam": "Elderdam (verzonnen)"},
}

PERSONEN = [
    new_person(
        "999990019",
        {
            "naam": "Verzonnen persoon: net inburgeringsplichtig",
            "vNummer": 9999900019,
            "gemeente": "9001",
            "vestiging": "2026-09-01",
            "doelgroep": "asiel",
            "plicht": "2026-09-01",
        },
    ),
    new_person(
        "999990020",
        {
            "naam": "Verzonnen persoon: gezinsmigrant",
            "vNummer": 9999900020,
            "gemeente": "9001",
            "vestiging": "2026-06-01",
            "doelgroep": "gezin",
            "plicht": "2026-06-01",
        },
    ),
    new_person(
        "999990032",
        {
            "naam": "Verzonnen persoon: in een azc, gekoppeld",
            "vNummer": 9999900032,
            "in_coa": True,
            "gekoppeld": "9001",
            "doelgroep": "asiel",
            "plicht": "2026-10-01",
        },
    ),
    new_person(
        "999990044",
        {
            "naam": "Verzonnen persoon: bezig met de Z-route",
            "vNummer": 9999900044,
            "gemeente": "9001",
            "vestiging": "2025-01-10",
            "doelgroep": "asiel",
            "plicht": "2025-01-10",
            "pip": {"dagtekeningPip": "2025-03-01", "leerroute": "Z"},
            "inburgeringstermijn": {"startdatum": "2025-03-02", "einddatum": "2028-03-02"},
        },
    ),
]
