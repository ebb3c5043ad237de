"""What stands around every page of one dossier: who it is, the clock of the PIP, the parts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.timezone import localdate

from meedoen.access.permissions import has_permission
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.dossier.selectors import age
from meedoen.domain.pip.facts import own_pip_on
from meedoen.domain.voorinburgering.brp import has_brp_story
from meedoen.domain.voorinburgering.selectors import has_azc_story
from meedoen.web.klantmanager.reckoning import clock
from meedoen.web.klantmanager.wording import language_name

# Key, address name and label of each part. A part shows only to who may open it.
SECTIONS = (
    ("overzicht", "klantmanager:dossier", "Overzicht"),
    ("gegevens", "klantmanager:gegevens", "Gegevens"),
    ("azc", "klantmanager:azc", "Van het AZC"),
    ("brp", "klantmanager:brp", "BRP"),
    ("intake", "klantmanager:intake", "Brede intake"),
    ("leerroute", "klantmanager:leerroute", "Leerroute"),
    ("pip", "klantmanager:pip", "PIP"),
    ("voortgang", "klantmanager:voortgang", "Voortgang"),
    ("duo", "klantmanager:duo", "DUO"),
    ("verhuizing", "overdracht:verhuizing", "Verhuizing"),
    ("uitleg", "klantmanager:uitleg", "Uitleg"),
    ("documenten", "klantmanager:documenten", "Documenten"),
    ("notities", "klantmanager:notities", "Notities"),
    ("logboek", "klantmanager:logboek", "Logboek"),
)

# Parts that show only when there is something in them; the address itself always opens.
ONLY_WITH: dict[str, Callable[[Dossier], bool]] = {"azc": has_azc_story, "brp": has_brp_story}


@dataclass(frozen=True)
class Section:
    """One link to a part of the dossier."""

    key: str
    url: str
    label: str
    current: bool
    note: str = ""


def dossier_context(request: HttpRequest, dossier: Dossier, current: str = "", **more: Any) -> dict[str, Any]:
    """Return what `klantmanager/dossier/frame.html` needs, with the page's own values beside it.

    Args:
        request: of a user who may see the dossier (`dossier_or_404` gave it).
        dossier: with its person; `dossier.waarneming` is set by `dossier_or_404`.
        current: key of the part this page belongs to, from `SECTIONS`.
        more: the page's own context; it wins from the frame's.
    """
    today = localdate()
    established_on = own_pip_on(dossier)
    return {
        "dossier": dossier,
        "persoon": dossier.inburgeringsplichtige,
        "today": today,
        "pip_clock": None if _over(dossier, today) and established_on is None else clock(dossier, today),
        "established_on": established_on,
        "header_facts": header_facts(dossier, today),
        "sections": sections(request, dossier, current),
        "waarneming": getattr(dossier, "waarneming", None),
        "may_change": may_change(request, dossier),
        **more,
    }


def may_change(request: HttpRequest, dossier: Dossier) -> bool:
    """Return whether the user's role lets her change the dossier (not whether it is hers)."""
    return has_permission(request.user, "dossier.change", dossier.gemeente_id)


def sections(request: HttpRequest, dossier: Dossier, current: str) -> list[Section]:
    """Return the links to the parts of the dossier that this user may open."""
    found = []
    for key, name, label in SECTIONS:
        try:
            url = reverse(name, args=[dossier.pk])
        except NoReverseMatch:
            continue
        if key in ONLY_WITH and key != current and not ONLY_WITH[key](dossier):
            continue
        if has_permission(request.user, resolve(url).func.permission, dossier.gemeente_id):
            found.append(Section(key, url, label, key == current))
    return found


def header_facts(dossier: Dossier, on: date) -> list[tuple[str, str]]:
    """Return what a klantmanager wants to see of the person on each page."""
    persoon = dossier.inburgeringsplichtige
    years = age(persoon, on)
    return [
        ("Dossier", str(dossier.pk)),
        ("Leeftijd", "" if years is None else f"{years} jaar"),
        ("Taal", language_name(persoon.taal)),
        ("Klantmanager", str(dossier.klantmanager or "nog niemand")),
        ("Woont in", f"AZC {persoon.coa_locatie}" if persoon.in_azc else persoon.plaats),
    ]


def _over(dossier: Dossier, on: date) -> bool:
    """Return whether nobody waits for a PIP any more."""
    ends = (dossier.plicht_einde_on, dossier.voldaan_on, dossier.afgesloten_on)
    return any(day is not None and day <= on for day in ends)
