"""Which fields we ask of the BRP, and why: everything else stays with the BRP (Haal Centraal, `fields`)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One path of the published description, and why the inburgering needs it (in Dutch, for the manual)."""

    path: str
    why: str


FIELDS: tuple[Field, ...] = (
    Field("naam.voornamen", "De naam in het PIP en in brieven."),
    Field("naam.voorvoegsel", "De naam in het PIP en in brieven."),
    Field("naam.geslachtsnaam", "De naam in het PIP en in brieven."),
    Field("geslacht", "De aanhef in brieven."),
    Field("geboorte.datum", "De plicht geldt van 18 jaar tot de AOW-leeftijd (Wi art. 3)."),
    Field("nationaliteiten.nationaliteit", "Wie Nederlander is geworden, is niet meer plichtig (Wi art. 3)."),
    Field("verblijfplaats.verblijfadres.officieleStraatnaam", "Het adres voor oproep en PIP."),
    Field("verblijfplaats.verblijfadres.korteStraatnaam", "Het adres, als het niet in de BAG staat."),
    Field("verblijfplaats.verblijfadres.huisnummer", "Het adres voor oproep en PIP."),
    Field("verblijfplaats.verblijfadres.huisletter", "Het adres voor oproep en PIP."),
    Field("verblijfplaats.verblijfadres.huisnummertoevoeging", "Het adres voor oproep en PIP."),
    Field("verblijfplaats.verblijfadres.aanduidingBijHuisnummer", "Het adres voor oproep en PIP."),
    Field("verblijfplaats.verblijfadres.postcode", "Het adres voor oproep en PIP."),
    Field("verblijfplaats.verblijfadres.woonplaats", "Het adres voor oproep en PIP."),
    Field("verblijfplaats.verblijfadres.locatiebeschrijving", "Het adres van een woonboot of woonwagen."),
    Field("verblijfplaats.verblijfadres.land", "Wie naar het buitenland is vertrokken, krijgt geen oproep."),
    Field("gemeenteVanInschrijving", "Deze gemeente voert de wet uit; na een verhuizing een andere."),
    Field("datumInschrijvingInGemeente", "Bij asiel loopt de termijn voor het PIP vanaf de inschrijving."),
    Field("verblijfstitel.aanduiding", "Bepaalt de doelgroep en het aanbod (Wi art. 3 en 13)."),
    Field("overlijden.datum", "Na overlijden eindigt de plicht, en gaan er geen brieven meer."),
)
PATHS = [field.path for field in FIELDS]
