"""From a person as the BRP publishes it to facts by our own codes; what we did not ask is not read."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Inburgeringsplichtige
from meedoen.law.inburgering.begrippen import Verblijfstitel

Geslacht = Inburgeringsplichtige.Geslacht
GESLACHTEN = {"M": Geslacht.MAN, "V": Geslacht.VROUW, "O": Geslacht.ONBEKEND}

# Landelijke tabel 56. Codes 25 and 27 hold two rights at once (onbepaalde tijd, or langdurig ingezetene), and
# others are no right that the Act names: of those only the words are shown.
TITELS: dict[str, Verblijfstitel] = {
    **dict.fromkeys(("21", "22", "23", "24"), Verblijfstitel.REGULIER_BEPAALDE_TIJD),
    "26": Verblijfstitel.ASIEL_BEPAALDE_TIJD,
    **dict.fromkeys(("28", "29", "30", "36", "37", "38", "40"), Verblijfstitel.GEMEENSCHAPSONDERDAAN),
    "46": Verblijfstitel.TIJDELIJKE_BESCHERMING,
}


def facts(persoon: dict[str, Any]) -> dict[str, Any]:
    """Return facts as an `Aanlevering` keeps them: JSON values, dates as ISO text, never a BSN.

    A date of which the BRP does not know the day is kept in words under another code, so that nobody
    takes it over as a day.
    """
    found: dict[str, Any] = {}
    found |= _naam(_part(persoon, "naam"))
    if code := GESLACHTEN.get(_code(persoon, "geslacht")):
        found["geslacht"] = code.value
    found |= _day(_part(persoon, "geboorte").get("datum"), "geboortedatum", "geboren")
    found |= _woont(_part(persoon, "verblijfplaats"))
    if gemeente := _part(persoon, "gemeenteVanInschrijving"):
        found["gemeentecode"] = str(gemeente.get("code", ""))
        found["gemeente_van_inschrijving"] = str(gemeente.get("omschrijving", ""))
    day = persoon.get("datumInschrijvingInGemeente")
    found |= _day(day, "inschrijving_on", "ingeschreven_sinds")
    found |= _titel(_part(_part(persoon, "verblijfstitel"), "aanduiding"))
    if names := list(_nationaliteiten(persoon.get("nationaliteiten"))):
        found["nationaliteiten_in_de_brp"] = names
    if persoon.get("overlijden"):
        found["overleden"] = _text(_part(persoon, "overlijden").get("datum")) or "ja"
    if reason := _part(_part(persoon, "opschortingBijhouding"), "reden"):
        found["opschorting_van_de_bijhouding"] = str(reason.get("omschrijving", reason.get("code", "")))
    if persoon.get("geheimhoudingPersoonsgegevens") is True:
        found["geheimhouding"] = True
    if doubted := sorted(set(_in_onderzoek(persoon))):
        found["in_onderzoek"] = doubted
    return {code: value for code, value in found.items() if value not in ("", [])}


def _naam(naam: dict[str, Any]) -> dict[str, Any]:
    surname = " ".join(str(naam[part]) for part in ("voorvoegsel", "geslachtsnaam") if naam.get(part))
    return {"voornaam": str(naam.get("voornamen", ""))[:120], "achternaam": surname[:120]}


def _woont(place: dict[str, Any]) -> dict[str, Any]:
    adres, kind = _part(place, "verblijfadres"), place.get("type")
    if kind == "VerblijfplaatsBuitenland":
        return {"verblijft_in": _part(adres, "land").get("omschrijving", "het buitenland")}
    if kind == "VerblijfplaatsOnbekend":
        return {"verblijft_in": "onbekend"}
    street = adres.get("officieleStraatnaam") or adres.get("korteStraatnaam") or ""
    near = _part(adres, "aanduidingBijHuisnummer").get("omschrijving", "")
    number = f"{adres.get('huisnummer', '')}{adres.get('huisletter', '')}"
    extra = f"-{adres['huisnummertoevoeging']}" if adres.get("huisnummertoevoeging") else ""
    line = " ".join(part for part in (street, near, f"{number}{extra}") if part)
    postcode = str(adres.get("postcode", ""))
    return {
        "adres": (line or str(adres.get("locatiebeschrijving", "")))[:200],
        "postcode": f"{postcode[:4]} {postcode[4:]}" if len(postcode) == 6 else "",
        "plaats": str(adres.get("woonplaats", ""))[:80],
    }


def _titel(aanduiding: dict[str, Any]) -> dict[str, Any]:
    if not aanduiding:
        return {}
    told = {"verblijfstitel_in_de_brp": str(aanduiding.get("omschrijving", ""))}
    if titel := TITELS.get(str(aanduiding.get("code", ""))):
        told["verblijfstitel"] = titel.value
    return told


def _nationaliteiten(listed: Any) -> Iterator[str]:
    for one in listed if isinstance(listed, list) else ():
        name = _part(one, "nationaliteit").get("omschrijving") if isinstance(one, dict) else ""
        if name:
            yield str(name)


def _day(told: Any, code: str, in_words: str) -> dict[str, Any]:
    """Return a whole date under `code`; one without a day in words."""
    text = _text(told)
    try:
        date.fromisoformat(text)
    except ValueError:
        return {in_words: text}
    return {code: text}


def _text(told: Any) -> str:
    """Return an `AbstractDatum` as ISO text when it is whole, else in its own long words."""
    if not isinstance(told, dict):
        return ""
    return str(told.get("datum") if told.get("type") == "Datum" else told.get("langFormaat", ""))


def _in_onderzoek(persoon: dict[str, Any]) -> Iterator[str]:
    """Return which parts of the person are under investigation, by the names of the description."""
    for name, part in persoon.items():
        if name == "inOnderzoek":
            yield from (key for key, value in part.items() if value is True) if isinstance(part, dict) else ()
        elif any(any(_in_onderzoek(one)) for one in _dicts(part)):
            yield name


def _dicts(part: Any) -> list[dict[str, Any]]:
    return [one for one in (part if isinstance(part, list) else [part]) if isinstance(one, dict)]


def _part(whole: dict[str, Any], name: str) -> dict[str, Any]:
    part = whole.get(name)
    return part if isinstance(part, dict) else {}


def _code(whole: dict[str, Any], name: str) -> str:
    return str(_part(whole, name).get("code", ""))
