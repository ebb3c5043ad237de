"""The page of one person: who, where on the way, what now, what the law gives, what happened."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, resolve, reverse

from meedoen.access.dossiers import dossier_or_404, record_list
from meedoen.access.permissions import has_permission, may
from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
from meedoen.domain.dossier.selectors import age, household_members
from meedoen.domain.termijn.actions import IMPOSSIBLE
from meedoen.domain.voorinburgering.selectors import points
from meedoen.law.inburgering.stappen import Stap, WachtOp
from meedoen.web.klantmanager.aanleveringen import told
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.journey import journey
from meedoen.web.klantmanager.missing import missing_facts
from meedoen.web.klantmanager.reckoning import clock
from meedoen.web.klantmanager.rights import entitlements, terms
from meedoen.web.klantmanager.wording import language_name

INTERPRETER = {"altijd": "altijd nodig", "soms": "soms nodig", "nee": "niet nodig"}
NEWEST = 8  # events and notes on the overview; the rest stands on their own pages


@dataclass(frozen=True)
class Deed:
    """A button on the overview: what can be done now, and where."""

    url: str
    label: str
    now: bool


# Address name and label, in the order of the work. Shown to who may open the page.
DEEDS = (
    ("klantmanager:oproepen", "Oproepen"),
    ("klantmanager:leerbaarheidstoets", "Leerbaarheidstoets"),
    ("klantmanager:intake", "Brede intake"),
    ("klantmanager:leerroute", "Leerroute"),
    ("klantmanager:pip", "PIP"),
    ("klantmanager:gegevens", "Gegevens"),
)

# Parts of the brede intake: a button of their own only when the next step is done there.
ONLY_WHEN_NEXT = {"klantmanager:oproepen", "klantmanager:leerbaarheidstoets"}

# Next step → the page where it is done; any other step has none of its own.
DONE_AT = {
    Stap.OPROEPEN: "klantmanager:oproepen",
    Stap.WACHT_OP_VERSCHIJNEN: "klantmanager:oproepen",
    Stap.WAARSCHUWEN: "klantmanager:oproepen",
    Stap.VOLTOOI_IN_AFWEZIGHEID: "klantmanager:oproepen",
    Stap.LEERBAARHEIDSTOETS: "klantmanager:leerbaarheidstoets",
    Stap.WACHT_OP_LEERBAARHEIDSTOETS: "klantmanager:leerbaarheidstoets",
    Stap.INTAKE_AFRONDEN: "klantmanager:intake",
    Stap.PIP_OPSTELLEN: "klantmanager:leerroute",
    Stap.WACHT_OP_DERDE: "klantmanager:pip",
    Stap.PIP_VASTSTELLEN: "klantmanager:pip",
    Stap.PIP_UITREIKEN: "klantmanager:pip",
    Stap.GEGEVEN_AANVULLEN: "klantmanager:gegevens",
    Stap.WACHT_OP_KENNISGEVING: "klantmanager:gegevens",
    Stap.WACHT_OP_HUISVESTING: "klantmanager:gegevens",
}


@may("dossier.view", methods=("GET",))
def dossier(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the story of one dossier."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    persoon = dossier.inburgeringsplichtige
    members = household_members(persoon)
    record_list(request, [member.dossier for member in members])
    context = dossier_context(request, dossier, "overzicht")
    today = context["today"]
    werkpunt = getattr(dossier, "werkpunt", None)
    handover = points(dossier) if persoon.in_azc else []
    context |= {
        "who": who(dossier, today),
        "azc_points": handover,
        "azc_open": sum(point.open for point in handover),
        "members": [(member, age(member, today)) for member in members],
        "werkpunt": werkpunt,
        "turn": WachtOp(werkpunt.waiting_for).label if werkpunt and werkpunt.waiting_for else "",
        "deeds": deeds(request, dossier),
        "steps": journey(dossier, on=today, clock=clock(dossier, today), pip_on=context["established_on"]),
        "terms": terms(dossier, on=today),
        "entitlements": entitlements(dossier, on=today),
        "missing": missing_facts(dossier, on=today) if context["may_change"] else [],
        "may_take": dossier.klantmanager_id is None
        and has_permission(request.user, "dossier.take", dossier.gemeente_id),
        "told": told(dossier)[:3],
        "events": dossier.gebeurtenissen.select_related("by")[:NEWEST],
        "notes": dossier.notities.select_related("by")[:3] if may_read_notes(request, dossier) else None,
        "documents": dossier.documenten.defer("inhoud")[:5],
        "watched": dossier.waarnemingen.select_related("medewerker").order_by("-since")[:3],
    }
    return render(request, "klantmanager/dossier/overzicht.html", context)


def who(dossier: Dossier, on: date) -> list[tuple[str, object]]:
    """Return who the person is and how to reach her; what is not known says so."""
    persoon = dossier.inburgeringsplichtige
    years = age(persoon, on)
    lives = f"COA-locatie {persoon.coa_locatie}" if persoon.in_azc else _address(persoon)
    return [
        ("Geboren", persoon.geboortedatum or "onbekend"),
        ("Leeftijd", "" if years is None else f"{years} jaar"),
        ("Geslacht", persoon.get_geslacht_display()),
        ("Nationaliteit", persoon.nationaliteit or "onbekend"),
        ("Taal voor contact", language_name(persoon.taal) or "onbekend"),
        ("Tolk", interpreter(dossier)),
        ("Woont", lives or "onbekend"),
        ("Telefoon", persoon.telefoon),
        ("E-mail", persoon.email),
    ]


def interpreter(dossier: Dossier) -> str:
    """Return whether an interpreter is needed and for which language, as the intake asked it."""
    rows = dossier.intakegegevens.filter(vraag__in=["tolk", "tolk_taal"]).values_list("vraag", "waarde")
    told = dict(rows)
    need = INTERPRETER.get(told.get("tolk"), "nog niet gevraagd")
    language = told.get("tolk_taal") if told.get("tolk") in {"altijd", "soms"} else ""
    return f"{need}: {language}" if language else need


def _address(persoon: Inburgeringsplichtige) -> str:
    place = f"{persoon.postcode} {persoon.plaats}".strip()
    return "\n".join(line for line in (persoon.adres, place) if line)


def deeds(request: HttpRequest, dossier: Dossier) -> list[Deed]:
    """Return what this user can do in the dossier; first the page where the next step is done."""
    wanted = next_page(dossier)
    found = []
    for name, label in DEEDS:
        if name in ONLY_WHEN_NEXT and name != wanted:
            continue
        try:
            url = reverse(name, args=[dossier.pk])
        except NoReverseMatch:
            continue
        if has_permission(request.user, resolve(url).func.permission, dossier.gemeente_id):
            found.append(Deed(url, label, name == wanted))
    return sorted(found, key=lambda deed: not deed.now)


def next_page(dossier: Dossier) -> str:
    """Return the address name of the page for the next step; empty when no page does it."""
    werkpunt = getattr(dossier, "werkpunt", None)
    if werkpunt is None:
        return ""
    if werkpunt.code == Stap.PIP_OPSTELLEN and werkpunt.leerroute:
        return "klantmanager:pip"
    return DONE_AT.get(werkpunt.code, "klantmanager:gegevens" if werkpunt.code == IMPOSSIBLE else "")


def may_read_notes(request: HttpRequest, dossier: Dossier) -> bool:
    """Return whether the user may read working notes: whoever may change the dossier."""
    return has_permission(request.user, "dossier.change", dossier.gemeente_id)
