"""What somebody types in DUO's Portaal Inburgering for each message: the fields, in order, in its words.

The portal itself is not published; the fields, their order and their values follow the published interface,
that takes the same facts. What a message holds and no row here names, comes last under its own name, so that
nothing is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from meedoen.domain.keten.models import Bericht, Instelling
from meedoen.domain.keten.outgoing import contactpersoon_of

from .woorden import label, value

Soort = Bericht.Soort
URENSOORT = {
    Soort.UREN_TAALLES_KNM: "Uren taalles en KNM in de brede intake",
    Soort.UREN_PARTICIPATIE: "Uren participatieactiviteiten",
    Soort.UREN_TAALLES: "Uren taalles en KNM in de leerroute",
}
CONTACT = ("naam", "email", "telefoonnummer")
AANBOD = (
    "datumInburgeringsaanbod",
    "verwachteStartdatumOpleiding",
    "verwachteEinddatumOpleiding",
    "indicatorAlfabetiseringsonderwijs",
)

FIELDS: Mapping[str, tuple[str, ...]] = {
    Soort.PIP: (
        "dagtekeningPip",
        "leerroute",
        "niveau",
        "geschatteIntensiteitB1Route",
        "indicatorMagOpleidingAfmaken",
        "indicatorAlfabetiseringsonderwijs",
    ),
    Soort.PIP_VERWIJDEREN: (),
    Soort.AANBOD: AANBOD,
    Soort.AANBOD_VERWIJDEREN: (),
    Soort.UREN_TAALLES_KNM: ("uren",),
    Soort.UREN_PARTICIPATIE: ("uren",),
    Soort.UREN_TAALLES: ("uren",),
    Soort.MAP: ("datumEindgesprekMap", "verwijtbaar"),
    Soort.PVT: ("datumOndertekeningPvt", "verwijtbaar"),
    Soort.ZROUTE: ("datumAfrondingZroute",),
    Soort.CONTACTPERSOON_MAKEN: CONTACT,
    Soort.CONTACTPERSOON_WIJZIGEN: CONTACT,
    Soort.CONTACTPERSOON_VERWIJDEREN: (),
    Soort.CONTACTPERSOON_KOPPELEN: (),
    Soort.CONTACTPERSOON_ONTKOPPELEN: (),
    Soort.LBT_OVERSLAAN: (),
}
"""For each message the fields of its body, in the order in which they are asked."""

DOEN: Mapping[str, str] = {
    Soort.PIP_VERWIJDEREN: "Verwijder in het portaal het PIP van deze persoon.",
    Soort.AANBOD_VERWIJDEREN: "Verwijder in het portaal het aanbod bij deze instelling.",
    Soort.CONTACTPERSOON_VERWIJDEREN: "Verwijder deze contactpersoon in het portaal.",
    Soort.CONTACTPERSOON_KOPPELEN: "Koppel deze contactpersoon in het portaal aan de inburgeraar.",
    Soort.CONTACTPERSOON_ONTKOPPELEN: "Koppel deze contactpersoon in het portaal los van de inburgeraar.",
    Soort.LBT_OVERSLAAN: "Geef in het portaal aan dat de leerbaarheidstoets wordt overgeslagen.",
}
"""What there is to do for a message of which the fields do not say it."""

WITHOUT_DATE = "Laat de datum in het portaal leeg. Staat er een datum, haal die dan weg."
"""What there is to do for PVT, MAP or Z-route when the message leaves out the date."""

UITLEG: Mapping[str, str] = {
    "verwachteEinddatumOpleiding": "de dag na de laatste lesdag",
    "uren": "het totaal tot nu toe",
}
"""A word beside a value that would be read wrongly without it."""


@dataclass(frozen=True)
class Veld:
    """One field to type over: what it is called, what to type, and a word beside it."""

    label: str
    value: str
    note: str = ""


def fields(bericht: Bericht) -> list[Veld]:
    """Return what is typed in the portal for a message, in order; without BSN."""
    body = bericht.gegevens.get("body") or {}
    order = FIELDS[Soort(bericht.soort)]
    names = [*order, *(name for name in body if name not in order)]
    filled = [name for name in names if body.get(name) not in (None, "")]
    first = _address(bericht)
    return first + [
        Veld(_label(bericht.soort, name), value(name, body[name]), UITLEG.get(name, "")) for name in filled
    ]


def doen(bericht: Bericht) -> str:
    """Return what there is to do beside typing the fields, "" when they say it all."""
    soort, body = Soort(bericht.soort), bericht.gegevens.get("body") or {}
    if soort in {Soort.MAP, Soort.PVT, Soort.ZROUTE} and not body.get(FIELDS[soort][0]):
        return WITHOUT_DATE
    return DOEN.get(soort, "")


def _label(soort: str, name: str) -> str:
    return URENSOORT[Soort(soort)] if name == "uren" and soort in URENSOORT else label(name)


def _address(bericht: Bericht) -> list[Veld]:
    """Return what stands in the address of a message: at which school, or who is meant."""
    pad = bericht.gegevens.get("pad") or {}
    found = []
    if number := pad.get("instellingsnummer"):
        school = Instelling.objects.filter(instellingsnummer=number).first()
        found += [Veld("Instelling", str(school))] if school else []
        found.append(Veld("Nummer van de instelling", str(number)))
    contactpersoon = contactpersoon_of(bericht)
    if contactpersoon is not None and bericht.soort not in {Soort.CONTACTPERSOON_MAKEN}:
        found.append(Veld("Contactpersoon", contactpersoon.naam))
    if number := pad.get("id"):
        found.append(Veld("Nummer van de contactpersoon bij DUO", str(number)))
    return found
