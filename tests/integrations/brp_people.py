"""Fictional persons as the BRP publishes them, complete; for the simulator in tests."""

from typing import Any

from meedoen.demo.numbers import fictional_bsn

BSN = fictional_bsn(311)


def datum(text: str) -> dict[str, Any]:
    return {"type": "Datum", "datum": text, "langFormaat": text}


def persoon(**other: Any) -> dict[str, Any]:
    """Return a complete person, with much that we do not need; `other` replaces groups."""
    return {
        "aNummer": "1234567890",
        "burgerservicenummer": BSN,
        "geslacht": {"code": "V", "omschrijving": "vrouw"},
        "leeftijd": 36,
        "naam": {
            "voornamen": "Amina",
            "voorvoegsel": "el",
            "geslachtsnaam": "Haddad",
            "voorletters": "A.",
            "volledigeNaam": "Amina el Haddad",
        },
        "geboorte": {"datum": datum("1990-06-01"), "land": {"code": "7009", "omschrijving": "Syrië"}},
        "nationaliteiten": [
            {
                "type": "Nationaliteit",
                "nationaliteit": {"code": "0111", "omschrijving": "Syrische"},
                "redenOpname": {"code": "301", "omschrijving": "Vaststelling bezit vreemde nationaliteit"},
            }
        ],
        "verblijfplaats": {
            "type": "Adres",
            "datumVan": datum("2026-09-01"),
            "functieAdres": {"code": "W", "omschrijving": "woonadres"},
            "adresseerbaarObjectIdentificatie": "0327010000000001",
            "verblijfadres": {
                "officieleStraatnaam": "Dorpsstraat",
                "korteStraatnaam": "Dorpsstr",
                "huisnummer": 12,
                "huisletter": "a",
                "huisnummertoevoeging": "2",
                "postcode": "3831AB",
                "woonplaats": "Leusden",
            },
        },
        "gemeenteVanInschrijving": {"code": "0327", "omschrijving": "Leusden"},
        "datumInschrijvingInGemeente": datum("2026-09-01"),
        "verblijfstitel": {
            "aanduiding": {"code": "26", "omschrijving": "asiel bepaalde tijd, arbeid vrij"},
            "datumIngang": datum("2026-01-12"),
        },
        "partners": [{"naam": {"geslachtsnaam": "Geheim"}, "burgerservicenummer": "999990019"}],
        "kinderen": [{"naam": {"voornamen": "Kind"}}],
        **other,
    }
