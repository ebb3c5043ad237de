"""What every page knows: the navigation of this user, the gemeente, the demo mark."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

import meedoen
from meedoen.access.permissions import gemeenten_of, has_permission
from meedoen.domain.regio.models import Gemeente

# Address name, label, and the permission without which the link is not shown.
NAVIGATION = (
    ("klantmanager:werkvoorraad", "Werkvoorraad", "werkvoorraad.view"),
    ("klantmanager:zoeken", "Zoeken", "werkvoorraad.view"),
    ("duo:overzicht", "DUO", "duo.view"),
    ("instroom:overzicht", "Personen inlezen", "caseload.import"),
    ("overdracht:overzicht", "Overdrachten", "overdracht.receive"),
    ("klantmanager:waarnemingen", "Wie nam waar", "dossier.take"),
    ("teamleider:waarnemingen", "Waarnemingen", "waarneming.review"),
    ("inkoper:cijfers", "Cijfers", "cijfers.view"),
    ("beleid:wat-als", "Wat als", "beleid.what_if"),
    ("auditor:logboek", "Wie keek waar", "logboek.view"),
    ("auditor:rechten", "Rechten", "rechten.view"),
    ("klantmanager:contactpersonen", "Contactpersonen", "contactpersoon.change"),
    ("beheer:medewerkers", "Medewerkers", "medewerkers.change"),
    ("overdracht:sleutels", "Sleutels", "overdracht.keys"),
    ("beheer:huisstijl", "Huisstijl en beleid", "huisstijl.change"),
    ("beheer:duo", "Aansluiting op DUO", "duo.connect"),
)


@dataclass(frozen=True)
class NavItem:
    """One link of the main navigation."""

    url: str
    label: str
    current: bool


def house(request: HttpRequest) -> dict[str, Any]:
    """Return what base.html needs."""
    user = getattr(request, "user", None)
    context: dict[str, Any] = {"demo": settings.DEMO, "version": meedoen.__version__, "nav": []}
    if user is None or not user.is_authenticated:
        return context
    nav = []
    for name, label, permission in NAVIGATION:
        if has_permission(user, permission):
            try:
                url = reverse(name)
            except NoReverseMatch:
                continue
            nav.append(
                NavItem(url, label, request.path == url or (url != "/" and request.path.startswith(url)))
            )
    gemeenten = list(Gemeente.objects.filter(pk__in=gemeenten_of(user)).values_list("naam", flat=True))
    context |= {"nav": nav, "gemeenten": gemeenten}
    return context
