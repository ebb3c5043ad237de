"""From a pack to words: the same parts for the PDF and for the page that shows what goes along."""

from datetime import date
from typing import Any

from meedoen.documents.overdracht.letter import Deel
from meedoen.domain.overdracht.formaat import Afspraak, Pakket, Plan
from meedoen.law.kernel.dutch import in_dutch

UREN = {
    "uren-taallesknm": "Taalles en KNM tijdens de brede intake",
    "uren-participatieactiviteiten": "Participatieactiviteiten (Z-route)",
    "uren-participatietaalles": "Taalles en KNM in de leerroute",
}
RESULTAAT = {"pvt": "PVT", "map": "MAP", "zroute": "Z-route"}
UITKOMST = {
    "open": "nog open",
    "verschenen": "verschenen",
    "niet_verschenen": "niet verschenen",
    "onvoldoende": "onvoldoende meegewerkt",
}
GROND = {
    "brede_intake": "niet meewerken aan de brede intake",
    "leerroute": "niet voldoen aan de leerroute",
    "begeleiding": "niet meewerken aan de begeleiding",
    "pvt_map": "PVT of MAP niet op tijd",
}
TOETS = {"haalbaar": "B1-route haalbaar", "niet_haalbaar": "B1-route niet haalbaar", "onbekend": "onbekend"}
STATUS = {
    "vastgesteld": "geldt nu, nog niet uitgereikt",
    "uitgereikt": "geldt nu",
    "vervangen": "vervangen",
    "ingetrokken": "ingetrokken",
}


def parts(pakket: Pakket) -> tuple[Deel, ...]:
    """Return everything that stands in a pack, but BSN and V-nummer, in words."""
    return (
        _path(pakket),
        *(part for plan in pakket.plannen for part in _plan(plan)),
        _progress(pakket),
        _enforcement(pakket),
        _intake(pakket),
    )


def _path(pakket: Pakket) -> Deel:
    path = pakket.traject
    rows = (
        ("Naam", f"{pakket.persoon.voornaam} {pakket.persoon.achternaam}".strip()),
        ("Geboren op", _shown(pakket.persoon.geboortedatum)),
        ("Verhuisd op", _shown(path.verhuisd_op)),
        ("Doelgroep", _shown(path.doelgroep)),
        ("Verblijfstitel", _shown(path.verblijfstitel)),
        ("Kennisgeving van DUO", _shown(path.kennisgeving_op)),
        ("Dagtekening van het eerste PIP", _shown(path.eerste_pip_op)),
        ("Leerroute", _shown(path.leerroute)),
        ("Inburgeringstermijn verlengd tot en met", _shown(path.verlengd_tot_en_met)),
    )
    return Deel(kop="De inburgeraar en het traject", rijen=_filled(rows))


def _plan(plan: Plan) -> list[Deel]:
    rows = (
        ("Stand", STATUS[plan.status]),
        ("Dagtekening", _shown(plan.dagtekening_op)),
        ("Uitgereikt op", _shown(plan.uitgereikt_op)),
        ("Ingetrokken op", _shown(plan.ingetrokken_op)),
        ("Reden van de wijziging", plan.reden_wijziging),
        ("Leerroute", _shown(plan.leerroute)),
        ("Taalniveau", _shown(plan.niveau)),
        ("Uren in de leerroute", _shown(plan.intensiteit_uren)),
        ("Uren PVT", _shown(plan.pvt_uren)),
        ("Uren MAP", _shown(plan.map_uren)),
        ("Voortgangsgesprekken", _shown(plan.voortgangsgesprekken)),
        ("Alfabetisering", "" if plan.alfabetisering == "NVT" else plan.alfabetisering),
        ("Mag een lopende opleiding afmaken", "ja" if plan.mag_opleiding_afmaken else ""),
        ("Motivatie van de leerroute", plan.motivatie),
        ("Ondersteuning en begeleiding", plan.ondersteuning),
        ("VVE", plan.vve),
        ("Participatiewet", plan.participatiewet),
        ("Ontzorgen", plan.ontzorgen),
        ("Kinderopvang", plan.kinderopvang),
    )
    found = [Deel(kop=f"PIP, versie {plan.versie}", rijen=_filled(rows))]
    if plan.afspraken:
        points = tuple(_agreement(one) for one in plan.afspraken)
        found.append(Deel(kop=f"Afspraken in versie {plan.versie}", niveau=3, punten=points))
    return found


def _agreement(one: Afspraak) -> str:
    marks = (
        f"{one.uren_per_week.replace('.', ',')} uur per week" if one.uren_per_week else "",
        f"vanaf {in_dutch(one.vanaf)}" if one.vanaf else "",
        f"uiterlijk {in_dutch(one.uiterlijk)}" if one.uiterlijk else "",
        f"te verwachten: {one.verwachting}" if one.verwachting else "",
    )
    said = "; ".join(mark for mark in marks if mark)
    return f"{(one.partner or one.eigenaar).capitalize()}: {one.wat}" + (f" ({said})" if said else "")


def _progress(pakket: Pakket) -> Deel:
    rows = [
        (UREN.get(row.soort, row.soort), f"{row.uren} uur, geteld tot en met {in_dutch(row.tot_en_met)}")
        for row in pakket.uren
    ]
    for result in pakket.resultaten:
        closed = f"afgesloten op {in_dutch(result.datum)}" if result.datum else "nog niet afgesloten"
        blame = {True: ", te laat en verwijtbaar", False: ", niet verwijtbaar", None: ""}[result.verwijtbaar]
        rows.append((RESULTAAT[result.onderdeel], closed + blame))
    for offer in pakket.aanbod:
        days = (
            f"aangeboden op {in_dutch(offer.aanbod_op)}",
            f"vanaf {in_dutch(offer.start_op)}" if offer.start_op else "",
            f"tot en met {in_dutch(offer.laatste_lesdag)}" if offer.laatste_lesdag else "",
            f"ingetrokken op {in_dutch(offer.ingetrokken_op)}" if offer.ingetrokken_op else "",
        )
        said = ", ".join(day for day in days if day)
        rows.append((f"Aanbod: {offer.instelling}", said))
    none = () if rows else ("Er zijn geen uren, resultaten of aanbiedingen vastgelegd.",)
    return Deel(kop="Voortgang", rijen=tuple(rows), teksten=none)


def _enforcement(pakket: Pakket) -> Deel:
    rows = []
    for call in pakket.oproepen:
        warned = f"; waarschuwing op {in_dutch(call.waarschuwing_op)}" if call.waarschuwing_op else ""
        said = f"verstuurd op {in_dutch(call.verstuurd_op)}, {UITKOMST[call.uitkomst]}{warned}"
        rows.append((f"Oproep {call.nummer} voor de brede intake", said))
    for fine in pakket.boetes:
        said = f"€ {fine.bedrag_euro} wegens {GROND[fine.grond]}"
        rows.append((f"Boete van {in_dutch(fine.besloten_op)}", said))
    none = () if pakket.boetes else ("Ons college heeft geen boetes opgelegd.",)
    return Deel(kop="Oproepen, waarschuwingen en boetes", teksten=none, rijen=tuple(rows))


def _intake(pakket: Pakket) -> Deel:
    toets, intake = pakket.leerbaarheidstoets, pakket.intake
    rows = (
        ("Leerbaarheidstoets op", _shown(toets.afgenomen_op) if toets else ""),
        ("Uitslag", TOETS.get(toets.resultaat, "") if toets else ""),
        ("Score", toets.score if toets else ""),
        ("Ontheffing van de toets op", _shown(toets.ontheffing_op) if toets else ""),
        ("Brede intake afgerond op", _shown(intake.afgerond_op) if intake else ""),
        ("Samenvatting van de brede intake", intake.samenvatting if intake else ""),
    )
    said = ("Gegevens over gezondheid gaan niet mee.",)
    return Deel(kop="Leerbaarheidstoets en brede intake", rijen=_filled(rows), teksten=said)


def _filled(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in rows if value.strip())


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return str(in_dutch(value))
    return str(getattr(value, "label", value))
