"""What every letter of a dossier has: house style, addressee, contact person, reference, language."""

from datetime import date

from meedoen.documents.fixed_texts import TALEN
from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.parts import Artikel, Briefhoofd, Contactpersoon, Geadresseerde, Ondertekenaar
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Gemeente
from meedoen.law.kernel.citation import Citation
from meedoen.law.kernel.dutch import ordinal

# Files write names of languages, letters use codes.
CODES = {
    "nederlands": "nl",
    "arabisch": "ar",
    "tigrinya": "ti",
    "farsi": "fa",
    "perzisch": "fa",
    "dari": "prs",
    "turks": "tr",
    "engels": "en",
}


def language_of(dossier: Dossier) -> str | None:
    """Return the code of the person's language when letters exist in it beside Dutch; else None."""
    typed = dossier.inburgeringsplichtige.taal.strip().casefold()
    code = CODES.get(typed, typed)
    return code if code in TALEN and code != "nl" else None


def huisstijl_of(gemeente: Gemeente) -> Huisstijl:
    """Return the house style of a gemeente as letters use it."""
    style = getattr(gemeente, "huisstijl", None)
    if style is None:
        return Huisstijl(gemeente=gemeente.naam, plaats=gemeente.naam)
    address = tuple(line for line in (style.adres, style.postcode_plaats) if line.strip())
    return Huisstijl(
        gemeente=gemeente.naam,
        plaats=gemeente.naam,
        afdeling=style.afzender,
        adresregels=address,
        telefoon=style.telefoon,
        email=style.email,
        website=style.website,
        kleur=style.kleur,
        logo=bytes(style.logo) if style.logo else None,
        logo_alt=style.logo_alt,
        bezwaar_adresregels=address,
        bezwaar_website=style.website,
    )


def briefhoofd(dossier: Dossier, *, dated_on: date, kenmerk: str, naam: str, functie: str) -> Briefhoofd:
    """Return the head of a letter.

    Args:
        dossier: of the addressee; its klantmanager is the contact person, else the team.
        dated_on: the dagtekening.
        kenmerk: the reference; no personal data.
        naam: who signs.
        functie: the function of who signs.
    """
    return Briefhoofd(
        dated_on=dated_on,
        kenmerk=kenmerk,
        geadresseerde=_addressee(dossier),
        contactpersoon=_contact(dossier),
        ondertekenaar=Ondertekenaar(naam=naam, functie=functie),
    )


def artikel(citation: Citation, waarover: str) -> Artikel:
    """Return an article in full words: "Wet inburgering 2021, artikel 15, eerste lid"."""
    lid = f", {ordinal(citation.lid)} lid" if citation.lid is not None else ""
    onderdeel = f", onderdeel {citation.onderdeel}" if citation.onderdeel is not None else ""
    return Artikel(
        citation=f"{citation.source.title}, artikel {citation.article}{lid}{onderdeel}", waarover=waarover
    )


def _addressee(dossier: Dossier) -> Geadresseerde:
    persoon = dossier.inburgeringsplichtige
    lines = (persoon.adres, f"{persoon.postcode} {persoon.plaats}".strip())
    if persoon.in_azc:
        lines = (f"COA-locatie {persoon.coa_locatie}",)
    return Geadresseerde(
        naam=persoon.naam,
        adresregels=tuple(line for line in lines if line.strip()),
        geboren_on=persoon.geboortedatum,
        v_nummer=persoon.v_nummer or "",
    )


def _contact(dossier: Dossier) -> Contactpersoon:
    style = getattr(dossier.gemeente, "huisstijl", None)
    guide = dossier.klantmanager
    if guide is None:
        return Contactpersoon(
            naam=style.afzender if style else f"Gemeente {dossier.gemeente}",
            telefoon=style.telefoon if style else "",
            email=style.email if style else "",
        )
    phone = guide.telefoon or (style.telefoon if style else "")
    return Contactpersoon(naam=guide.naam, functie=guide.functie, telefoon=phone, email=guide.email)
