"""Our fields, and the headings under which files bring them."""

from collections.abc import Iterable
from dataclasses import dataclass

from meedoen.domain.dossier.search import fold


@dataclass(frozen=True)
class Field:
    """A field of ours: its code, the heading in our own layout, other headings, its longest text."""

    code: str
    heading: str
    also: tuple[str, ...] = ()
    longest: int = 80


FIELDS: tuple[Field, ...] = (
    Field("v_nummer", "V-nummer", ("vnummer", "v nr", "vreemdelingennummer", "vreemdelingnummer")),
    Field("bsn", "BSN", ("burgerservicenummer", "bsn nummer", "sofinummer")),
    Field("achternaam", "Achternaam", ("naam", "geslachtsnaam", "familienaam"), 120),
    Field("voornaam", "Voornaam", ("voornamen", "roepnaam"), 120),
    Field("geslacht", "Geslacht", ("m/v",)),
    Field("geboortedatum", "Geboortedatum", ("geb datum", "geboorte datum", "geboren op", "geboren")),
    Field("nationaliteit", "Nationaliteit", ("land van herkomst",), 60),
    Field("taal", "Taal", ("moedertaal", "voertaal", "contacttaal"), 40),
    Field("groep", "Groep", ("doelgroep",)),
    Field("verblijfstitel", "Verblijfstitel", ("verblijfsvergunning", "soort vergunning")),
    Field("referent", "Referent", ()),
    Field(
        "bekendmaking_on",
        "Datum bekendmaking vergunning",
        ("datum vergunning", "vergunning bekendgemaakt op", "bekendmaking vergunning"),
    ),
    Field("kennisgeving_on", "Kennisgeving DUO", ("datum kennisgeving", "kennisgeving", "kennisgeving op")),
    Field("gekoppelde_gemeente", "Gekoppelde gemeente", ("gemeente", "koppelgemeente", "gekoppeld aan")),
    Field("coa_locatie", "COA-locatie", ("azc", "coa locatie", "opvanglocatie")),
    Field("inschrijving_on", "Inschrijving BRP", ("datum inschrijving", "inschrijfdatum", "ingeschreven op")),
    Field("adres", "Adres", ("straat en huisnummer", "woonadres"), 200),
    Field("postcode", "Postcode", ()),
    Field("plaats", "Plaats", ("woonplaats",)),
    Field("huishouden", "Huishouden", ("huishoudnummer", "gezin", "gezinsnummer"), 40),
    Field("kinderen_0_3", "Kinderen 0-3", ("kinderen tot 4", "aantal kinderen 0-3")),
    Field("jaren_onderwijs", "Jaren onderwijs", ("aantal jaren onderwijs", "jaren school")),
    Field("hoogste_diploma", "Hoogste diploma", ("diploma", "opleiding", "opleidingsniveau"), 100),
    Field("werkervaring_jaren", "Werkervaring (jaren)", ("werkervaring", "jaren werkervaring")),
    Field("beroep", "Beroep", ("laatste beroep",), 100),
    Field("bijstand_on", "Bijstand vanaf", ("datum bijstand", "uitkering vanaf", "pw vanaf")),
    Field("lbt_uitkomst", "Uitkomst LBT", ("lbt", "resultaat lbt", "uitslag lbt", "leerbaarheidstoets")),
    Field("lbt_on", "Datum LBT", ("lbt datum", "lbt afgenomen op")),
    Field("leerroute", "Leerroute", ("route",)),
    Field(
        "eerste_pip_on", "Datum eerste PIP", ("datum pip", "pip datum", "eerste pip", "pip vastgesteld op")
    ),
    Field("telefoon", "Telefoon", ("telefoonnummer", "mobiel", "tel"), 30),
    Field("email", "E-mail", ("e-mailadres", "emailadres", "mail"), 254),
    Field("opmerking", "Opmerking", ("opmerkingen", "bijzonderheden", "toelichting"), 2000),
)
BY_CODE = {field.code: field for field in FIELDS}
DATES = frozenset(field.code for field in FIELDS if field.code.endswith("_on")) | {"geboortedatum"}
NUMBERS = {"kinderen_0_3": (0, 15), "jaren_onderwijs": (0, 40), "werkervaring_jaren": (0, 70)}

# Without these a row can never go in; the page with columns asks for them.
NEEDED = ("achternaam",)


def _spelling(heading: str) -> str:
    """Return a heading without what differs by taste: capitals, accents, dots, dashes, double spaces."""
    return " ".join(fold(heading).replace(".", " ").replace("_", " ").replace("/", " ").split())


_SPELLINGS = {
    _spelling(text): field.code for field in FIELDS for text in (field.code, *field.also, field.heading)
}


def default_mapping(headings: Iterable[str]) -> dict[str, str]:
    """Return heading → code of our field for each heading that we recognise; a field is used once."""
    mapping: dict[str, str] = {}
    for heading in headings:
        code = _SPELLINGS.get(_spelling(heading))
        if code and code not in mapping.values():
            mapping[heading] = code
    return mapping


def heading_of(code: str, mapping: dict[str, str]) -> str:
    """Return the heading of the file under which a field stands, else our own name for it."""
    for heading, mapped in mapping.items():
        if mapped == code:
            return heading
    return BY_CODE[code].heading
