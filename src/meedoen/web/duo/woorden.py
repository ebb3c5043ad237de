"""The words of DUO's published fields and codes, as a person reads them: one table for all pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

LEERROUTES = {"B": "B1-route", "O": "Onderwijsroute", "Z": "Zelfredzaamheidsroute (Z-route)"}
ALFABETISERING = {"A": "Analfabeet", "AA": "Anders gealfabetiseerd", "NVT": "Niet van toepassing"}
INDELINGEN = ("Asielstatushouder", "Gezinsmigrant en overige migrant")
GEDETAILLEERD = (
    "Asielstatushouder",
    "Geestelijk bedienaar",
    "Gezinshereniger",
    "Gezinshereniger met Asielstatushouder",
    "Gezinsvormer",
    "Gezinsvormer met Asielstatushouder",
    "Overig",
)
GEEN_PLICHT = (
    "Volledige ontheffing",
    "Volledige vrijstelling",
    "Inburgeringsplicht voldaan",
    "Verblijfsdoel gewijzigd",
    "Vertrek uit Nederland langer dan een jaar",
    "Overlijden",
    "Overig",
    "Tijdelijke vrijstelling",
)
LBT_RESULTATEN = ("B1-route haalbaar", "B1-route niet haalbaar", "Onbekend")
NIVEAUS_PIP = ("A2", "B1")
ONDERDELEN = {
    "KNM": "Kennis van de Nederlandse maatschappij",
    "LE": "Leesvaardigheid",
    "LU": "Luistervaardigheid",
    "SC": "Schrijfvaardigheid",
    "SP": "Spreekvaardigheid",
}
UITSLAGEN = {"Geslaagd": "Geslaagd", "Gezakt": "Niet geslaagd", "Geen": "Geen uitslag"}
GEEN_UITSLAG = {
    "Verwijtbaar": "Verwijtbaar",
    "Nietverwijtbaar": "Niet verwijtbaar",
    "Afgemeld": "Afgemeld",
    "Absent": "Afwezig",
}
OORDELEN = {"Toekenning": "Toegekend", "Afwijzing": "Afgewezen"}
VRIJSTELLINGEN = {
    "GeheleVrijstelling": "Volledige vrijstelling",
    "TijdelijkeVrijstelling": "Tijdelijke vrijstelling",
    "GedeeltelijkeVrijstelling": "Gedeeltelijke vrijstelling",
}
VRIJSTELLINGSREDENEN = {
    "AVI": "Aantoonbaar voldoende ingeburgerd",
    "DIP": "Vrijstellend diploma in het register van DUO",
    "DOC": "Vrijstellend document, door DUO bekeken",
    "GED": "Gedeeltelijke vrijstelling",
    "INB": "Inburgeringsdiploma onder de vorige wet",
    "INS": "Inschrijving bij een opleiding, op verzoek",
    "OPL": "Inschrijving bij een opleiding, door DUO gezien",
}
ONTHEFFINGEN = {
    "GeheleOntheffing": "Volledige ontheffing",
    "GedeeltelijkeOntheffing": "Gedeeltelijke ontheffing",
}
ONTHEFFINGSGRONDEN = {"BIO": "Bijzondere individuele omstandigheden", "MED": "Medisch"}
UREN = {
    "ParticipatieAlsTaalles": "Uren taalles en KNM in de leerroute",
    "ParticipatieactiviteitenBredeIntake": "Uren participatieactiviteiten",
    "TaallesEnKnmBredeIntake": "Uren taalles en KNM in de brede intake",
}

LABELS: Mapping[str, str] = {
    "asielrechtenWijzigingVerblijfsdoel": "Rechten na een ander verblijfsdoel",
    "begindatum": "Begin",
    "behaaldeScore": "Behaalde score",
    "benodigdeScore": "Benodigde score",
    "dagtekeningPip": "Dagtekening PIP",
    "datumAfname": "Datum van de uitslag",
    "datumAfrondingZroute": "Datum afronding Z-route",
    "datumEindgesprekMap": "Datum eindgesprek MAP",
    "datumInburgeringsaanbod": "Datum inburgeringsaanbod",
    "datumKennisgevingInburgeringsplicht": "Datum kennisgeving inburgeringsplicht",
    "datumOndertekeningPvt": "Datum ondertekening participatieverklaring",
    "datumOordeel": "Datum van het oordeel",
    "einddatum": "Einde",
    "email": "E-mailadres",
    "examendatum": "Examendatum",
    "examenniveau": "Niveau",
    "examenonderdeel": "Onderdeel",
    "gedetailleerdeDoelgroep": "Doelgroep in detail",
    "gemeentecode": "Gemeentecode",
    "geschatteIntensiteitB1Route": "Geschatte intensiteit B1-route (uren)",
    "gratisPogingenTegoed": "Gratis pogingen over",
    "grond": "Grond",
    "indeling": "Doelgroep",
    "indicatorAlfabetiseringsonderwijs": "Alfabetiseringsonderwijs",
    "indicatorInburgeringsplicht": "Inburgeringsplichtig",
    "indicatorMagOpleidingAfmaken": "Mag eerst de opleiding afmaken",
    "leerroute": "Leerroute",
    "naam": "Naam",
    "niveau": "Niveau",
    "onderdeel": "Onderdeel",
    "oordeel": "Oordeel",
    "reden": "Reden",
    "redenGeenInburgeringsplicht": "Reden geen inburgeringsplicht",
    "redenGeenResultaat": "Reden geen uitslag",
    "resultaat": "Uitslag",
    "startdatum": "Begin",
    "telefoonnummer": "Telefoonnummer",
    "uren": "Uren",
    "urenBelastbaarheidParticipatieactiviteit": "Uren participatie die iemand aankan",
    "verlengingsgrondcode": "Code verlengingsgrond",
    "verlengingsgrondomschrijving": "Verlengingsgrond",
    "verwachteEinddatumOpleiding": "Verwachte einddatum opleiding",
    "verwachteStartdatumOpleiding": "Verwachte startdatum opleiding",
    "verwijtbaar": "Verwijtbaar te laat",
    "wijzigingsdatum": "Gewijzigd op",
}
"""What a published field is called; a field that is not here is shown by its own name."""

CODES: Mapping[str, Mapping[str, str]] = {
    "leerroute": LEERROUTES,
    "indicatorAlfabetiseringsonderwijs": ALFABETISERING,
    "onderdeel": ONDERDELEN,
    "examenonderdeel": ONDERDELEN,
    "redenGeenResultaat": GEEN_UITSLAG,
    "oordeel": OORDELEN,
    "reden": VRIJSTELLINGSREDENEN,
    "grond": ONTHEFFINGSGRONDEN,
}
"""What the codes of a field mean; of a field that is not here the value is a word already."""


def label(name: str) -> str:
    """Return what a published field is called."""
    return LABELS.get(name, name)


def value(name: str, told: Any) -> str:
    """Return a published value as DUO's portal writes it: dd-mm-jjjj, ja or nee, the word of a code."""
    if isinstance(told, bool):
        return "Ja" if told else "Nee"
    if name == "resultaat" and told in UITSLAGEN:
        return UITSLAGEN[told]
    if isinstance(told, str) and (day := as_day(told)) is not None:
        return f"{day:%d-%m-%Y}"
    return CODES.get(name, {}).get(told, str(told)) if isinstance(told, str) else str(told)


def as_day(told: Any) -> date | None:
    """Return the day that a published text writes, or None."""
    try:
        return date.fromisoformat(told) if isinstance(told, str) and len(told) == 10 else None
    except ValueError:
        return None
