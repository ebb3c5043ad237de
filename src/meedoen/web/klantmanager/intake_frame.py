"""What stands around every page of the brede intake: its parts, and whether it can still change."""

from typing import Any, TypeVar

from django.http import HttpRequest
from django.urls import resolve, reverse

from meedoen.access.permissions import has_permission
from meedoen.domain.brede_intake.vragen import SECTIES
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.tenancy import TenantModel
from meedoen.web.klantmanager.frame import Section, dossier_context

Part = TypeVar("Part", bound=TenantModel)

PAGES = (
    ("overzicht", "intake", "Overzicht"),
    ("oproepen", "oproepen", "Oproepen"),
    ("gesprekken", "intakegesprekken", "Gesprekken"),
)
PAGES_AFTER = (
    ("gezondheid", "gezondheid", "Gezondheid"),
    ("leerbaarheidstoets", "leerbaarheidstoets", "Leerbaarheidstoets"),
)


def intake_context(request: HttpRequest, dossier: Dossier, page: str, **more: Any) -> dict[str, Any]:
    """Return what `klantmanager/intake/frame.html` needs, with the page's own values beside it.

    Args:
        request: of a user who may see the dossier.
        dossier: from `dossier_or_404`.
        page: key of the page in the navigation of the intake.
        more: the page's own context.
    """
    intake = getattr(dossier, "brede_intake", None)
    may_intake = has_permission(request.user, "intake.change", dossier.gemeente_id)
    return dossier_context(
        request,
        dossier,
        "intake",
        intake=intake,
        completed=intake is not None and intake.afgerond_on is not None,
        may_intake=may_intake,
        intake_pages=_pages(request, dossier, page),
        **more,
    )


def own_part(dossier: Dossier, model: type[Part], *, writing: bool) -> Part:
    """Return the one row that a dossier has of a model, or a new one that is not saved yet.

    Args:
        writing: hold the dossier until the transaction ends, so that of two who write the
            first row at the same time the second meets the version of the first.
    """
    if writing:
        Dossier.objects.select_for_update().get(pk=dossier.pk)
    found = model.objects.filter(dossier=dossier).first()
    if found is None:
        return model(gemeente_id=dossier.gemeente_id, dossier=dossier, version=0)
    found.dossier = dossier
    return found


def _pages(request: HttpRequest, dossier: Dossier, page: str) -> list[Section]:
    """Return the links to the parts of the intake that this user may open."""
    found = []
    for key, name, label in PAGES:
        found.append(Section(key, reverse(f"klantmanager:{name}", args=[dossier.pk]), label, key == page))
    for sectie in SECTIES:
        url = reverse("klantmanager:intake-sectie", args=[dossier.pk, sectie.code])
        found.append(Section(sectie.code, url, sectie.titel, sectie.code == page))
    for key, name, label in PAGES_AFTER:
        found.append(Section(key, reverse(f"klantmanager:{name}", args=[dossier.pk]), label, key == page))
    return [
        one
        for one in found
        if has_permission(request.user, resolve(one.url).func.permission, dossier.gemeente_id)
    ]
