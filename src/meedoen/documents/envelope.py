"""What every letter has around its message: sender, address, reference, contact, signature, languages."""

from typing import Any

from meedoen.documents.beside import Beside, Pair
from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.parts import Artikel, Briefhoofd, Geadresseerde
from meedoen.documents.printable import printable


def envelope(hoofd: Briefhoofd, huisstijl: Huisstijl, beside: Beside, *, titel: Pair) -> dict[str, Any]:
    """The data that `layout/brief.typ` needs.

    Call it last: what it says of the translation depends on the texts that were used.
    """
    fixed = beside.fixed
    aan = hoofd.geadresseerde
    return {
        "titel": titel,
        "taal": _language(beside),
        "huisstijl": _style(huisstijl),
        "adres": lines((aan.naam, *aan.adresregels)),
        "gegevens": _reference(hoofd, beside),
        "aanhef": _salutation(aan, beside),
        "contact": _contact(hoofd, beside),
        "groet": fixed("algemeen.groet"),
        "namens": fixed("algemeen.namens", gemeente=huisstijl.gemeente),
        "ondertekenaar": lines((hoofd.ondertekenaar.naam, hoofd.ondertekenaar.functie)),
        "plaats_datum": f"{printable(huisstijl.plaats)}, {beside.nl.date(hoofd.dated_on)}",
        "kenmerk": printable(hoofd.kenmerk),
        "pagina": beside.nl.teksten["algemeen.pagina"],
        "concept": fixed("algemeen.concept"),
        "juridisch": _legal(beside),
        "alleen_nederlands": fixed("algemeen.alleen_nederlands_kort"),
        "nagekeken": beside.checkers(),
    }


def lines(texts: tuple[str, ...]) -> list[str]:
    """The lines that are not empty, fit to print."""
    return [clean for text in texts if (clean := printable(text))]


def articles(found: tuple[Artikel, ...]) -> list[dict[str, str]]:
    """The articles as rows: where it stands and what it is about (Dutch: the law itself is)."""
    return [{"citation": printable(one.citation), "waarover": printable(one.waarover)} for one in found]


def _language(beside: Beside) -> dict[str, Any] | None:
    return {"code": beside.vt.code, "rtl": beside.vt.is_rtl} if beside.vt else None


def _style(huisstijl: Huisstijl) -> dict[str, Any]:
    return {
        "gemeente": printable(huisstijl.gemeente),
        "afzender": lines((huisstijl.afdeling, *huisstijl.adresregels)),
        "bereikbaar": lines((huisstijl.telefoon, huisstijl.email, huisstijl.website)),
        "kleur": huisstijl.kleur,
        "tekstkleur": huisstijl.tekstkleur,
        "logo": huisstijl.logo_format,
        "alt": printable(huisstijl.alt),
        "venster": huisstijl.venster,
    }


def _reference(hoofd: Briefhoofd, beside: Beside) -> list[dict[str, Any]]:
    rows: list[tuple[str, str]] = [
        ("algemeen.datum", beside.nl.date(hoofd.dated_on)),
        ("algemeen.kenmerk", printable(hoofd.kenmerk)),
        *_person(hoofd.geadresseerde, beside),
    ]
    return [{"label": beside.fixed(key), "waarde": value} for key, value in rows if value]


def _person(aan: Geadresseerde, beside: Beside) -> list[tuple[str, str]]:
    born = beside.nl.date(aan.geboren_on) if aan.geboren_on else ""
    return [("algemeen.geboren", born), ("algemeen.v_nummer", printable(aan.v_nummer))]


def _salutation(aan: Geadresseerde, beside: Beside) -> Pair:
    dutch = aan.aanhef or aan.naam
    there = beside.fixed("algemeen.aanhef", naam=aan.aanhef_vertaling or dutch)["vt"]
    return {"nl": beside.fixed("algemeen.aanhef", naam=dutch)["nl"], "vt": there}


def _contact(hoofd: Briefhoofd, beside: Beside) -> dict[str, Any]:
    who = hoofd.contactpersoon
    rows = (
        ("algemeen.contact", ", ".join(lines((who.naam, who.functie)))),
        ("algemeen.telefoon", printable(who.telefoon)),
        ("algemeen.email", printable(who.email)),
    )
    return {
        "kop": beside.fixed("algemeen.vragen_kop"),
        "tekst": beside.fixed("algemeen.vragen_tekst"),
        "rijen": [{"label": beside.fixed(key), "waarde": value} for key, value in rows if value],
    }


def _legal(beside: Beside) -> list[Pair]:
    if beside.vt is None:
        return []
    said = [beside.fixed("algemeen.juridische_taal")]
    if beside.has_untranslated:
        said.append(beside.fixed("algemeen.alleen_nederlands"))
    if beside.vt.status == "concept":
        said.append(beside.fixed("algemeen.vertaling_concept"))
    return said
