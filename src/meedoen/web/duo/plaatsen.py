"""Where a task is done: the one table from `Taak.waar` to a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import resolve, reverse

from meedoen.access.permissions import has_permission
from meedoen.domain.keten.models import Bericht, Taak


@dataclass(frozen=True)
class Plaats:
    """A page where tasks are done.

    Attributes:
        name: name of the address.
        label: what the link says.
        of: whose id the address asks: ``dossier``, ``bericht``, ``notificatie``, ``gemeente`` or nothing.
    """

    name: str
    label: str
    of: str = "dossier"


DOSSIER = Plaats("klantmanager:dossier", "Naar het dossier")
VOORTGANG = Plaats("klantmanager:voortgang", "Naar de voortgang")

TAAK_PAGES: Mapping[str, Plaats] = {
    "": Plaats("klantmanager:duo", "Naar DUO in het dossier"),
    "aanbod": VOORTGANG,
    "aansluiting": Plaats("beheer:duo-gemeente", "Naar de aansluiting op DUO", "gemeente"),
    "bericht": Plaats("duo:bericht", "Naar het bericht", "bericht"),
    "contactpersonen": Plaats("klantmanager:contactpersonen", "Naar de contactpersonen", ""),
    "dossier": DOSSIER,
    "duo": Plaats("duo:overzicht", "Naar DUO", ""),
    "einde": Plaats("klantmanager:einde", "Naar einde van het dossier"),
    "gegevens": Plaats("klantmanager:gegevens", "Naar de gegevens"),
    "intake": Plaats("klantmanager:intake", "Naar de brede intake"),
    "leerbaarheidstoets": Plaats("klantmanager:leerbaarheidstoets", "Naar de leerbaarheidstoets"),
    "leerroute": Plaats("klantmanager:leerroute", "Naar de leerroute"),
    "notificatie": Plaats("duo:melding", "Naar de melding van DUO", "notificatie"),
    "pip": Plaats("klantmanager:pip", "Naar het PIP"),
    "resultaten": VOORTGANG,
    "uren": VOORTGANG,
    "verhuizing": Plaats("overdracht:verhuizing", "Naar de verhuizing"),
    "verschillen": Plaats("klantmanager:verschillen", "Naar de verschillen met DUO"),
}
"""Key of the page where a task is done → that page. Every key that a task can have stands here."""


@dataclass(frozen=True)
class Link:
    """The link to where something is done; without an address there is no page for this user."""

    url: str = ""
    label: str = ""


def place_of(request: HttpRequest, taak: Taak) -> Link:
    """Return where a task is done, for this user; nothing when she may not open it."""
    plaats = TAAK_PAGES.get(taak.waar, DOSSIER)
    ids = {
        "dossier": taak.dossier_id,
        "bericht": taak.bericht_id,
        "notificatie": taak.notificatie_id,
        "gemeente": taak.gemeente_id,
    }
    return _link(request, plaats, ids.get(plaats.of), taak.gemeente_id)


def mending_place(request: HttpRequest, bericht: Bericht, waar: str) -> Link:
    """Return where a refused message is mended: a key of `TAAK_PAGES`."""
    plaats = TAAK_PAGES.get(waar, DOSSIER)
    ids = {"dossier": bericht.dossier_id, "bericht": bericht.pk, "gemeente": bericht.gemeente_id}
    return _link(request, plaats, ids.get(plaats.of), bericht.gemeente_id)


def _link(request: HttpRequest, plaats: Plaats, number: int | None, gemeente_id: int) -> Link:
    if plaats.of and number is None:
        return Link()
    url = reverse(plaats.name, args=[number] if plaats.of else [])
    if not has_permission(request.user, resolve(url).func.permission, gemeente_id):
        return Link()
    return Link(url, plaats.label)
