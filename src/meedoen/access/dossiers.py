"""The only way from an address to a dossier: tenant, role, relation, and one row of evidence."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone

from meedoen.access.permissions import PERMISSIONS, gemeenten_of, roles_of
from meedoen.domain.dossier.models import Dossier, Waarneming
from meedoen.domain.regio.logboek import record
from meedoen.domain.regio.models import Medewerker, Rol


class OfColleague(PermissionDenied):
    """The dossier belongs to a colleague: it opens only with a reason (waarneming)."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__("Dit dossier is van een collega.")
        self.dossier = dossier


def dossier_or_404(
    request: HttpRequest, dossier_id: int, permission: str, *, action: str = "lezen"
) -> Dossier:
    """Return a dossier that the user may use for this, and write that she did.

    Args:
        request: the request; its tenant scope was set by the middleware.
        dossier_id: from the address.
        permission: a key of `PERMISSIONS`.
        action: how the log names the use.

    Raises:
        Http404: not existing, or of a gemeente for which the user does not work.
        OfColleague: a klantmanager or auditor opens it without a running waarneming.
        PermissionDenied: the user's roles in that gemeente do not allow it.
    """
    dossier = find_dossier(dossier_id)
    roles = roles_of(request.user, dossier.gemeente_id) & PERMISSIONS[permission][0]
    if not roles:
        raise PermissionDenied(PERMISSIONS[permission][1])
    replacing = _running_waarneming(request.user, dossier)
    own = _is_own(request.user, dossier, roles)
    if not own and replacing is None:
        raise OfColleague(dossier)
    if request.method not in {"GET", "HEAD"} and action == "lezen":
        action = "wijzigen"
    record(
        [dossier],
        action,
        actor=request.user,
        rol=_acting_role(roles),
        break_glass=not own,
        reason=replacing.reden if replacing and not own else "",
    )
    dossier.waarneming = replacing if not own else None
    return dossier


def find_dossier(dossier_id: int) -> Dossier:
    """Return a dossier in the tenant scope, whoever asks; only for pages that then check themselves.

    Raises:
        Http404: not existing, or outside the scope.
    """
    try:
        return Dossier.objects.select_related(
            "inburgeringsplichtige__huishouden", "gemeente", "klantmanager", "team"
        ).get(pk=dossier_id)
    except (Dossier.DoesNotExist, OverflowError) as absent:
        raise Http404("Dit dossier bestaat niet, of u mag het niet zien.") from absent


def part_or_404(dossier: Dossier, parts: Any, part_id: int) -> Any:
    """Return one part of a dossier (an oproep, a document …) by its id.

    Args:
        parts: a related manager of the dossier, such as ``dossier.oproepen``.

    Raises:
        Http404: when the part does not exist or belongs to another dossier.
    """
    part = parts.filter(pk=part_id).first() if part_id < 2**63 else None
    if part is None:
        raise Http404("Dit onderdeel bestaat niet in dit dossier.")
    return part


def opens_without_reason(user: Medewerker, dossier: Dossier) -> bool:
    """Return whether somebody may open a dossier without a waarneming, by her roles in its gemeente."""
    return _is_own(user, dossier, roles_of(user, dossier.gemeente_id))


def record_list(
    request: HttpRequest, dossiers: Iterable[Dossier], action: str = "lijst", reason: str = ""
) -> None:
    """Write one row of evidence for each person on a list or in an export, with its purpose if asked."""
    record(dossiers, action, actor=request.user, rol=_acting_role(_all_roles(request.user)), reason=reason)


def _is_own(user: Medewerker, dossier: Dossier, roles: Iterable[Rol]) -> bool:
    """Return whether no reason is needed: her own caseload, nobody's yet, or a teamleider."""
    if Rol.TEAMLEIDER in roles:
        return True
    if Rol.KLANTMANAGER in roles:
        return dossier.klantmanager_id in {None, user.pk}
    return False


def _running_waarneming(user: Medewerker, dossier: Dossier) -> Waarneming | None:
    return Waarneming.objects.filter(dossier=dossier, medewerker=user, until__gt=timezone.now()).first()


def _all_roles(user: Medewerker) -> frozenset[Rol]:
    return frozenset().union(*(roles_of(user, pk) for pk in gemeenten_of(user)))


def _acting_role(roles: Iterable[Rol]) -> str:
    return next((rol.value for rol in Rol if rol in set(roles)), "")
