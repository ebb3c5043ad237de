"""From the dataclass of the PIP decision to the texts that its template sets, section by section."""

from decimal import Decimal
from typing import Any

from meedoen.documents.beside import Beside, Pair
from meedoen.documents.envelope import articles, envelope, lines
from meedoen.documents.fixed_texts import Sleutel
from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.parts import Intensiteit
from meedoen.documents.pip_beschikking.decision import (
    Afspraak,
    Bezwaar,
    PIPBeschikking,
    RouteAfweging,
    Termijn,
)
from meedoen.documents.printable import printable

Section = dict[str, Any]


def sections(letter: PIPBeschikking, huisstijl: Huisstijl, taal: str) -> Section:
    """All texts of the decision, by section of `template.typ`."""
    b = Beside(taal)
    data = {
        "is_concept": letter.is_concept,
        "besluit": _decision(letter, b),
        "kort": _summary(letter, b),
        "leerroute": _route(letter, b),
        "motivering": _motivation(letter, b),
        "intensiteit": _intensity(letter, b),
        "ondersteuning": _support(letter, b),
        "vve": _vve(letter, b),
        "participatiewet": _participatiewet(letter, b),
        "afspraken": _agreements(letter, b),
        "termijn": _term(letter.termijn, b),
        "bezwaar": _objection(letter.bezwaar, letter.hoofd.kenmerk, huisstijl, b),
        "artikelen": {
            "kop": b.fixed("algemeen.artikelen_kop"),
            "tekst": b.fixed("pip.artikelen_tekst"),
            "rijen": articles(letter.artikelen),
        },
    }
    return data | envelope(letter.hoofd, huisstijl, b, titel=b.fixed("pip.titel"))


def _decision(letter: PIPBeschikking, b: Beside) -> Section:
    said = [b.fixed("pip.besluit", datum=letter.hoofd.dated_on)]
    if letter.vervangt_pip_of_on:
        said.append(b.fixed("pip.vervangt", datum=letter.vervangt_pip_of_on))
    return {
        "kop": b.fixed("pip.besluit_kop"),
        "besluit": said,
        "uitleg": b.fixed("pip.wat_is_pip"),
    }


def _summary(letter: PIPBeschikking, b: Beside) -> Section:
    none = b.fixed("pip.map_niet")
    rows = [
        ("pip.leerroute", [b.fixed(f"leerroute.{letter.leerroute}")]),
        ("pip.niveau", [_same(letter.niveau, b)] if letter.niveau else []),
        ("pip.intensiteit", b.hours(letter.intensiteit)),
        ("pip.pvt", b.hours(letter.pvt)),
        ("pip.map", b.hours(letter.map) if letter.map else [none]),
        ("pip.voortgang", [_same(str(letter.voortgangsgesprekken), b)]),
        ("pip.termijn_kop", [_period(letter.termijn, b)]),
        ("pip.bezwaar_kort", [b.fixed("pip.bezwaar_kort_tekst", eind=letter.bezwaar.last_day_on)]),
    ]
    return {
        "kop": b.fixed("pip.kort_kop"),
        "kolommen": [b.fixed("pip.kolom_onderwerp"), b.fixed("pip.kolom_besluit")],
        "rijen": [{"label": b.fixed(key), "waarde": value} for key, value in rows if value],
    }


def _same(text: str, b: Beside) -> Pair:
    """A code or a number that is the same in each language, so it is printed once."""
    return {"nl": printable(text), "vt": None}


def _period(term: Termijn, b: Beside) -> Pair:
    return b.fixed("plan.periode", start=term.starts_on, eind=term.last_day_on)


def _route(letter: PIPBeschikking, b: Beside) -> Section:
    route = letter.leerroute
    said = [
        b.fixed("pip.leerroute_tekst", leerroute=Sleutel(f"leerroute.{route}")),
        b.fixed(f"leerroute.{route}_uitleg"),
    ]
    if letter.niveau:
        said.append(b.fixed("pip.niveau_tekst", niveau=letter.niveau))
    if letter.alfabetisering:
        said.append(b.fixed("pip.alfabetisering"))
    if letter.opleiding_afmaken:
        said.append(b.fixed("pip.opleiding_afmaken"))
    return {"kop": b.fixed("pip.leerroute_kop"), "teksten": said}


def _motivation(letter: PIPBeschikking, b: Beside) -> Section:
    return {
        "kop": b.fixed("pip.motivering_kop"),
        "tekst": b.fixed("pip.motivering_tekst"),
        "motivering": b.free(letter.motivering),
        "routes": [_weighed(one, letter, b) for one in letter.afwegingen],
    }


def _weighed(one: RouteAfweging, letter: PIPBeschikking, b: Beside) -> Section:
    chosen = one.leerroute == letter.leerroute
    return {
        "kop": b.fixed(f"leerroute.{one.leerroute}"),
        "gekozen": chosen,
        "keuze": b.fixed("pip.gekozen" if chosen else "pip.niet_gekozen"),
        "voor": {"label": b.fixed("pip.voor"), "teksten": b.frees(one.voor)},
        "tegen": {"label": b.fixed("pip.tegen"), "teksten": b.frees(one.tegen)},
        "conclusie": {"label": b.fixed("pip.conclusie"), "tekst": b.free(one.conclusie)},
    }


def _intensity(letter: PIPBeschikking, b: Beside) -> Section:
    parts = [_part("pip.intensiteit", None, letter.intensiteit, b)]
    parts.append(_part("pip.pvt", "pip.pvt_uitleg", letter.pvt, b))
    if letter.map:
        parts.append(_part("pip.map", "pip.map_uitleg", letter.map, b))
    else:
        parts.append(_part("pip.map", "pip.map_niet", Intensiteit(), b))
    return {"kop": b.fixed("pip.intensiteit_kop"), "delen": parts}


def _part(key: str, explained: str | None, intensity: Intensiteit, b: Beside) -> Section:
    said = [b.fixed(explained)] if explained else []
    return {
        "kop": b.fixed(key),
        "teksten": said,
        "uren": b.hours(intensity),
        "toelichting": b.free(intensity.toelichting),
    }


def _support(letter: PIPBeschikking, b: Beside) -> Section:
    return {
        "kop": b.fixed("pip.ondersteuning_kop"),
        "tekst": b.fixed("pip.ondersteuning_tekst"),
        "lijst": b.frees(letter.ondersteuning),
        "voortgang_kop": b.fixed("pip.voortgang"),
        "voortgang": b.fixed("pip.voortgang_tekst", aantal=letter.voortgangsgesprekken),
        "voortgang_toelichting": b.free(letter.voortgang_toelichting),
    }


def _vve(letter: PIPBeschikking, b: Beside) -> Section:
    return {
        "kop": b.fixed("pip.vve_kop"),
        "geen": b.fixed("pip.vve_geen"),
        "lijst": b.frees(letter.vve),
    }


def _participatiewet(letter: PIPBeschikking, b: Beside) -> Section | None:
    if not letter.participatiewet and not letter.ontzorgen:
        return None
    return {
        "kop": b.fixed("pip.pw_kop"),
        "tekst": b.fixed("pip.pw_tekst"),
        "lijst": b.frees(letter.participatiewet),
        "ontzorgen": _ontzorgen(letter, b),
    }


def _ontzorgen(letter: PIPBeschikking, b: Beside) -> Section | None:
    if letter.ontzorgen is None:
        return None
    found = letter.ontzorgen
    return {
        "kop": b.fixed("pip.ontzorgen_kop"),
        "tekst": b.fixed("pip.ontzorgen_tekst", start=found.starts_on, eind=found.last_day_on),
        "posten_kop": b.fixed("pip.ontzorgen_posten"),
        "posten": [b.fixed(f"post.{post}") for post in found.posten],
        "toelichting": b.free(found.toelichting),
    }


def _agreements(letter: PIPBeschikking, b: Beside) -> Section:
    groups = []
    for owner in ("inburgeraar", "gemeente", "partner"):
        found = [_agreement(one, b) for one in letter.afspraken if one.eigenaar == owner]
        if found:
            groups.append({"kop": b.fixed(f"pip.afspraken_{owner}"), "afspraken": found})
    return {"kop": b.fixed("pip.afspraken_kop"), "groepen": groups}


def _agreement(one: Afspraak, b: Beside) -> Section:
    marks = []
    if one.eigenaar == "partner" and one.partner:
        marks.append(b.fixed("pip.door", naam=one.partner))
    if one.starts_on:
        marks.append(b.fixed("plan.vanaf", datum=one.starts_on))
    if one.uiterlijk_on:
        marks.append(b.fixed("pip.uiterlijk", datum=one.uiterlijk_on))
    hours = Intensiteit(uren=_decimal(one.uren), uren_per_week=_decimal(one.uren_per_week))
    return {
        "wat": b.free(one.wat),
        "kenmerken": [*marks, *b.hours(hours)],
        "verwachting_label": b.fixed("pip.verwachting"),
        "verwachting": b.free(one.verwachting),
    }


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _term(term: Termijn, b: Beside) -> Section:
    return {
        "kop": b.fixed("pip.termijn_kop"),
        "tekst": b.fixed("pip.termijn_tekst", start=term.starts_on, eind=term.last_day_on),
        "vast": b.fixed("pip.termijn_vast"),
        "waarom": b.fixed("pip.termijn_waarom"),
        "redenen": [*lines(term.sentences), *lines(term.citations)],
    }


def _objection(found: Bezwaar, kenmerk: str, huisstijl: Huisstijl, b: Beside) -> Section:
    college = f"College van burgemeester en wethouders van {huisstijl.gemeente}"
    return {
        "kop": b.fixed("pip.bezwaar_kop"),
        "tekst": b.fixed("pip.bezwaar_tekst", eind=found.last_day_on),
        "post": b.fixed("pip.bezwaar_post"),
        "adres": lines((college, *(huisstijl.bezwaar_adresregels or huisstijl.adresregels))),
        "online": b.fixed("pip.bezwaar_online"),
        "website": printable(huisstijl.bezwaar_website),
        "inhoud": b.fixed("pip.bezwaar_inhoud", kenmerk=kenmerk),
        "overig": [b.fixed("pip.bezwaar_geldt"), b.fixed("pip.bezwaar_spoed")],
        "waarom": b.fixed("pip.bezwaar_waarom"),
        "redenen": [*lines(found.sentences), *lines(found.citations)],
    }
