"""Which fields the BRP knows, and what of a person is given when some of them are asked."""

from collections.abc import Iterable
from typing import Any

_LAND_PLAATS = "land plaats"
_NAAM = "voornamen adellijkeTitelPredicaat voorvoegsel geslachtsnaam voorletters"
_FAMILY = {
    "burgerservicenummer": "",
    "naam": _NAAM,
    "geboorte": f"datum {_LAND_PLAATS}",
    "geslacht": "",
}
_BINNENLAND = (
    "officieleStraatnaam korteStraatnaam huisnummer huisletter huisnummertoevoeging "
    "aanduidingBijHuisnummer postcode woonplaats locatiebeschrijving"
)
# Group → names of its fields; what stands under `deep` has groups of its own.
_FLAT = {
    **dict.fromkeys(
        (
            "aNummer",
            "burgerservicenummer",
            "datumEersteInschrijvingGBA",
            "datumInschrijvingInGemeente",
            "gemeenteVanInschrijving",
            "geslacht",
            "leeftijd",
            "indicatieCurateleRegister",
            "indicatieGezagMinderjarige",
        ),
        "",
    ),
    "naam": f"{_NAAM} volledigeNaam aanduidingNaamgebruik",
    "geboorte": f"datum {_LAND_PLAATS}",
    "overlijden": f"datum {_LAND_PLAATS}",
    "nationaliteiten": "nationaliteit redenOpname datumIngangGeldigheid",
    "verblijfstitel": "aanduiding datumEinde datumIngang",
    "immigratie": "datumVestigingInNederland landVanwaarIngeschreven vanuitVerblijfplaatsOnbekend "
    "indicatieVestigingVanuitBuitenland",
    "uitsluitingKiesrecht": "einddatum uitgeslotenVanKiesrecht",
    "europeesKiesrecht": "aanduiding einddatumUitsluiting",
    "verblijfplaats": "datumVan datumIngangGeldigheid functieAdres adresseerbaarObjectIdentificatie "
    "nummeraanduidingIdentificatie verblijfadres",
    "verblijfplaats.verblijfadres": f"{_BINNENLAND} land regel1 regel2 regel3",
    "gezag": "",
}
_AUTOMATIC = frozenset(
    {
        "geheimhoudingPersoonsgegevens",
        "opschortingBijhouding",
        "rni",
        "verificatie",
        "inOnderzoek",
        "indicatieVastgesteldVerblijftNietOpAdres",
    }
)
# Parts of a date and of a value from a table: asking one of them gives the whole.
_PARTS = frozenset({"type", "datum", "langFormaat", "jaar", "maand", "onbekend", "code", "omschrijving"})


def _known_paths() -> frozenset[str]:
    paths = set()
    for group, names in _FLAT.items():
        paths |= {group, *(f"{group}.{name}" for name in names.split())}
    for relation in ("kinderen", "ouders", "partners"):
        paths.add(relation)
        for group, names in _FAMILY.items():
            if (relation, group) == ("kinderen", "geslacht"):
                continue  # of a child the BRP gives no sex
            paths |= {f"{relation}.{group}", *(f"{relation}.{group}.{name}" for name in names.split())}
    return frozenset(paths)


PATHS = _known_paths()


def may_be_asked(path: str) -> bool:
    """Return whether a path names a field that exists and does not come of itself."""
    return not set(path.split(".")) & _AUTOMATIC and _whole(path) in PATHS


def cut(persoon: dict[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    """Return what is asked of a person, and what always comes along with it."""
    wanted: dict[str, Any] = {}
    for path in fields:
        _copy(persoon, _whole(path).split("."), wanted)
    for name in ("geheimhoudingPersoonsgegevens", "opschortingBijhouding", "rni", "verificatie"):
        if persoon.get(name):
            wanted[name] = persoon[name]
    if doubted := _doubted(persoon.get("inOnderzoek"), wanted):
        wanted["inOnderzoek"] = doubted
    return wanted


def _whole(path: str) -> str:
    """Return the path of the date or table value of which a part is asked."""
    while path not in PATHS and "." in path and path.rsplit(".", 1)[1] in _PARTS:
        path = path.rsplit(".", 1)[0]
    return path


def _copy(source: Any, path: list[str], target: dict[str, Any]) -> None:
    """Copy one path; the `type` of its group comes along, and what is in doubt of what was asked."""
    name, *deeper = path
    if not isinstance(source, dict) or source.get(name) in (None, "", [], {}):
        return
    if not deeper:
        target[name] = source[name]
        return
    inner = source[name]
    if isinstance(inner, list):
        rows = target.setdefault(name, [{} for _ in inner])
        for one, row in zip(inner, rows, strict=True):
            _group(one, deeper, row)
    else:
        _group(inner, deeper, target.setdefault(name, {}))
    if not target[name]:
        del target[name]


def _group(source: dict[str, Any], path: list[str], target: dict[str, Any]) -> None:
    if "type" in source:
        target["type"] = source["type"]
    if "indicatieVastgesteldVerblijftNietOpAdres" in source:
        name = "indicatieVastgesteldVerblijftNietOpAdres"
        target[name] = source[name]
    _copy(source, path, target)
    if doubted := _doubted(source.get("inOnderzoek"), target):
        target["inOnderzoek"] = doubted


def _doubted(in_onderzoek: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Return what is in doubt of what is given, with the day on which the doubt began."""
    told = in_onderzoek if isinstance(in_onderzoek, dict) else {}
    mine = {name: value for name, value in told.items() if value is True and name in given}
    return mine | {name: value for name, value in told.items() if mine and value is not True}
