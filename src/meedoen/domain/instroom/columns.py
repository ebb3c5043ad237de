"""Our fields, and the headings under which files bring them: a list of the gemeente, or profiles of COA."""

from collections.abc import Iterable
from dataclasses import dataclass

from meedoen.domain.dossier.search import fold

from .models import Import


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
_GEMEENTE = {field.code: field for field in FIELDS}


def _shared(*codes: str) -> tuple[Field, ...]:
    return tuple(_GEMEENTE[code] for code in codes)


# COA publishes no interface and no layout; the nouns are those of the Gemeentelijk Gegevensmodel
# (Asielstatushouder, Voorbereiding op Inburgering, Introductiemodule, Taalvaardigheid).
COA_FIELDS: tuple[Field, ...] = (
    *_shared("v_nummer", "bsn", "achternaam", "voornaam", "geslacht", "geboortedatum", "nationaliteit"),
    *_shared("taal"),
    Field("andere_talen", "Andere talen", ("overige talen", "spreekt ook"), 200),
    *_shared("verblijfstitel", "bekendmaking_on", "gekoppelde_gemeente"),
    Field(
        "koppeling_on",
        "Datum koppeling",
        ("koppeldatum", "gekoppeld op", "datum koppeling gemeente", "koppeling"),
    ),
    *_shared("coa_locatie"),
    Field("azc_telefoon", "Telefoon in het AZC", ("telefoon", "telefoonnummer", "mobiel", "tel"), 30),
    Field("azc_email", "E-mail in het AZC", ("e-mail", "emailadres", "e-mailadres", "mail"), 254),
    Field("casemanager", "Casemanager COA", ("casemanager", "contactpersoon coa", "contactpersoon"), 120),
    Field("casemanager_telefoon", "Telefoon casemanager", ("tel casemanager",), 30),
    Field("casemanager_email", "E-mail casemanager", ("mail casemanager",), 254),
    *_shared("huishouden"),
    Field("gezinsleden", "Aantal gezinsleden", ("gezinsgrootte", "omvang gezin", "gezinsleden")),
    Field("gezin", "Samenstelling gezin", ("gezinssamenstelling", "samenstelling van het gezin"), 300),
    *_shared("kinderen_0_3", "jaren_onderwijs", "hoogste_diploma", "werkervaring_jaren", "beroep"),
    Field("werk_azc", "Werk tijdens de opvang", ("werk in opvang", "werk in het azc", "werk"), 200),
    Field("deelname", "Instemming voorinburgering", ("deelname voorinburgering", "deelname", "doet mee")),
    Field("instemming_on", "Datum instemming", ("instemming op", "datum instemming deelname")),
    Field("reden_deelname", "Reden geen deelname", ("reden", "reden niet deelnemen"), 200),
    Field("vb_start_on", "Start voorinburgering", ("startdatum voorinburgering", "begin voorinburgering")),
    Field("vb_einde_on", "Einde voorinburgering", ("einddatum voorinburgering",)),
    Field("nt2_uren", "Uren NT2", ("nt2 uren", "uren nederlandse les")),
    Field("nt2_presentie", "Presentie NT2", ("presentie taalles", "aanwezigheid"), 60),
    Field("nt2_niveau", "Niveau NT2", ("nt2 niveau", "taalniveau", "resultaat taalles"), 60),
    Field("knm", "Resultaat KNM", ("knm", "kennis nederlandse maatschappij"), 100),
    Field("werk_module", "Resultaat voorbereiding op werk", ("v-wop", "introductie map", "map"), 100),
    Field("pvt", "Introductie PVT", ("pvt", "participatieverklaring"), 100),
    Field("resultaat", "Resultaat voorinburgering", ("resultaat", "eindresultaat"), 200),
    Field(
        "beperkingen",
        "Lichamelijke beperkingen",
        ("fysieke beperkingen", "beperkingen", "gezondheid", "medisch", "medische bijzonderheden"),
        2000,
    ),
    Field("bijzonderheden", "Bijzonderheden", ("opmerking", "opmerkingen", "toelichting"), 2000),
)
FIELDS_OF: dict[str, tuple[Field, ...]] = {Import.Soort.GEMEENTE: FIELDS, Import.Soort.COA: COA_FIELDS}
BY_CODE = {field.code: field for field in (*FIELDS, *COA_FIELDS)}
DATES = frozenset(code for code in BY_CODE if code.endswith("_on")) | {"geboortedatum"}
NUMBERS = {
    "kinderen_0_3": (0, 15),
    "jaren_onderwijs": (0, 40),
    "werkervaring_jaren": (0, 70),
    "gezinsleden": (1, 30),
    "nt2_uren": (0, 999),
}

# What COA writes freely may say something of health: these go behind the seal as they are, together.
SEALED = ("beperkingen", "bijzonderheden")

# Without these a row can never go in; the page with columns asks for them.
NEEDED = ("achternaam",)


def _spelling(heading: str) -> str:
    """Return a heading without what differs by taste: capitals, accents, dots, dashes, double spaces."""
    return " ".join(fold(heading).replace(".", " ").replace("_", " ").replace("/", " ").split())


_SPELLINGS = {
    soort: {
        _spelling(text): field.code for field in fields for text in (field.code, *field.also, field.heading)
    }
    for soort, fields in FIELDS_OF.items()
}


def default_mapping(headings: Iterable[str], soort: str = Import.Soort.GEMEENTE) -> dict[str, str]:
    """Return heading → code of our field for each heading that we recognise; a field is used once."""
    mapping: dict[str, str] = {}
    for heading in headings:
        code = _SPELLINGS[soort].get(_spelling(heading))
        if code and code not in mapping.values():
            mapping[heading] = code
    return mapping


def recognised(headings: Iterable[str]) -> int:
    """Return how many headings stand in one of our layouts, in the layout that knows most of them."""
    headings = list(headings)
    return max(len(default_mapping(headings, soort)) for soort in FIELDS_OF)


def heading_of(code: str, mapping: dict[str, str]) -> str:
    """Return the heading of the file under which a field stands, else our own name for it."""
    for heading, mapped in mapping.items():
        if mapped == code:
            return heading
    return BY_CODE[code].heading
