"""Who may do what: the one table, and the decorator with which every view names its permission."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.timezone import localdate

from meedoen.domain.regio.models import Gemeente, Medewerker, Rol

K, T, I, B, A = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.INKOPER, Rol.BEHEERDER, Rol.AUDITOR  # noqa: E741

# Permission → (roles, what it allows, in Dutch). Generated into docs/reference/permissions.md.
PERMISSIONS: dict[str, tuple[frozenset[Rol], str]] = {
    "start.view": (frozenset(Rol), "De eigen startpagina zien"),
    "werkvoorraad.view": (frozenset({K, T}), "De werkvoorraad zien"),
    "werkvoorraad.export": (frozenset({K, T}), "Een lijst naar Excel halen"),
    "dossier.assign": (frozenset({T}), "Dossiers toewijzen aan een klantmanager"),
    "dossier.take": (frozenset({K}), "Een dossier zonder klantmanager op zich nemen"),
    "dossier.view": (frozenset({K, T, A}), "Een dossier inzien"),
    "dossier.change": (frozenset({K, T}), "Gegevens in een dossier wijzigen"),
    "dossier.reveal_bsn": (frozenset({K, T}), "Het volledige BSN en V-nummer tonen"),
    "dossier.replace": (frozenset({K, A}), "Met een reden het dossier van een collega openen"),
    "brp.ask": (frozenset({K, T}), "Gegevens van een persoon navragen in de BRP"),
    "gezondheid.view": (frozenset({K}), "Gezondheidsgegevens inzien en wijzigen"),
    "intake.change": (frozenset({K}), "De brede intake doen"),
    "leerroute.choose": (frozenset({K}), "Een leerroute kiezen"),
    "pip.change": (frozenset({K}), "Een PIP schrijven"),
    "pip.establish": (frozenset({K, T}), "Een PIP vaststellen, wijzigen of intrekken"),
    "voortgang.change": (
        frozenset({K, T}),
        "Aanbod, uren, PVT, MAP en Z-route vastleggen en aan DUO doorgeven",
    ),
    "contactpersoon.change": (frozenset({T, B}), "Contactpersonen van de gemeente bij DUO beheren"),
    "document.view": (frozenset({K, T, A}), "Documenten inzien"),
    "caseload.import": (frozenset({K, T}), "Een bestand met personen inlezen"),
    "overdracht.give": (
        frozenset({K, T}),
        "Na een verhuizing gegevens vragen aan een andere gemeente, of op haar verzoek geven",
    ),
    "overdracht.receive": (frozenset({K, T}), "Een bestand van een andere gemeente lezen en overnemen"),
    "overdracht.keys": (frozenset({B}), "Bepalen welke sleutels van andere gemeenten worden vertrouwd"),
    "waarneming.review": (frozenset({T, A}), "Waarnemingen beoordelen"),
    "logboek.view": (frozenset({A}), "Zien wie wiens gegevens bekeek"),
    "rechten.view": (frozenset({A, B}), "Zien wie welke rechten heeft"),
    "medewerkers.change": (frozenset({B}), "Medewerkers en hun rollen beheren"),
    "huisstijl.change": (frozenset({B}), "De huisstijl en het beleid van de gemeente instellen"),
    "duo.view": (frozenset({K, T, A}), "Zien wat naar DUO ging en wat terugkwam"),
    "duo.send": (frozenset({K, T}), "Berichten aan DUO afhandelen, en overnemen wat DUO zegt"),
    "duo.unknown": (frozenset({T}), "Gebeurtenissen van DUO over onbekende personen koppelen of afsluiten"),
    "duo.connect": (frozenset({B}), "De aansluiting van de gemeente op DUO instellen"),
    "taak.finish": (
        frozenset({K, T, B}),
        "Taken afhandelen die over de gemeente gaan en niet over een persoon",
    ),
    "cijfers.view": (frozenset({T, I, A}), "Cijfers zonder personen zien"),
    "beleid.what_if": (
        frozenset({K, T, I, A}),
        "Zien wat een ander getal in de wet voor een gemeente betekent",
    ),
    "beleid.affected": (frozenset({K, T}), "Zien welke personen dat zou raken"),
}


def roles_of(medewerker: Medewerker, gemeente_id: int) -> frozenset[Rol]:
    """Return the roles that somebody has today for a gemeente."""
    return frozenset(rol for pk, rol in _aanstellingen(medewerker) if pk == gemeente_id)


def gemeenten_of(medewerker: Medewerker, permission: str | None = None) -> list[int]:
    """Return the ids of the gemeenten for which somebody works today, or may do this."""
    roles = PERMISSIONS[permission][0] if permission else frozenset(Rol)
    return sorted({pk for pk, rol in _aanstellingen(medewerker) if rol in roles})


def gemeenten_for(medewerker: Medewerker, permission: str) -> list[Gemeente]:
    """Return the gemeenten for which somebody may do this today, by name."""
    return list(Gemeente.objects.filter(pk__in=gemeenten_of(medewerker, permission)))


def has_permission(medewerker: Medewerker, permission: str, gemeente_id: int | None = None) -> bool:
    """Return whether somebody may do this, for one gemeente or for any."""
    allowed = PERMISSIONS[permission][0]
    if gemeente_id is None:
        return bool(gemeenten_of(medewerker, permission))
    return bool(roles_of(medewerker, gemeente_id) & allowed)


def _aanstellingen(medewerker: Medewerker) -> list[tuple[int, Rol]]:
    """Return (gemeente, role) pairs of today; read once for each request's user object."""
    cached = getattr(medewerker, "_aanstellingen_today", None)
    if cached is None:
        rows = medewerker.aanstellingen.on(localdate()).values_list("gemeente_id", "rol")
        cached = [(pk, Rol(rol)) for pk, rol in rows]
        medewerker._aanstellingen_today = cached  # type: ignore[attr-defined]
    return cached


def may(
    permission: str, *, methods: tuple[str, ...] = ("GET", "POST")
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Guard a view: log-in (302), then the permission in at least one gemeente (403), then the method (405).

    Which gemeente counts for one dossier is checked again in `meedoen.access.dossiers`.
    A view that only shows says ``methods=("GET",)``, one that only acts ``("POST",)``.
    """
    accepted = {*methods, "HEAD"} if "GET" in methods else set(methods)
    if permission not in PERMISSIONS:
        raise KeyError(f"unknown permission {permission}")

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not has_permission(request.user, permission):
                raise PermissionDenied(PERMISSIONS[permission][1])
            if request.method not in accepted:
                return HttpResponseNotAllowed(sorted(methods))
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view that everybody may see (GET only); it shows no personal data."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET"])
        return view(request, *args, **kwargs)

    guarded.permission = "public"  # type: ignore[attr-defined]
    return guarded
