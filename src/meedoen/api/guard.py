"""What every address of the API has: a permission, methods, JSON, and faults as problem+json in Dutch."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from meedoen.access.dossiers import OfColleague
from meedoen.access.permissions import PERMISSIONS, has_permission

VERSION = "1.0.0"
PUBLIC = "public"

TITLES = {
    HTTPStatus.BAD_REQUEST: "De vraag klopt niet",
    HTTPStatus.UNAUTHORIZED: "Log eerst in",
    HTTPStatus.FORBIDDEN: "Dit mag u niet",
    HTTPStatus.NOT_FOUND: "Niet gevonden",
    HTTPStatus.METHOD_NOT_ALLOWED: "Deze methode kan hier niet",
}

COLLEAGUE = "Dit dossier is van een collega. Open het eerst op de website met een reden (waarneming)."
ABSENT = "Dit bestaat niet, of u mag het niet zien."


class Problem(Exception):
    """A fault that is told to the caller; `detail` is one Dutch sentence that says what to do."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


def endpoint(
    permission: str, *, methods: tuple[str, ...] = ("GET",)
) -> Callable[[Callable[..., Any]], Callable[..., HttpResponse]]:
    """Guard a view that returns plain data, and make JSON of that data.

    Args:
        permission: a key of `PERMISSIONS`, or "public" for what holds no personal data. A public address
            reads no session, so it asks no CSRF token either.
        methods: what the address answers; another method gets 405.

    Which gemeente counts for one dossier is checked again in `meedoen.access.dossiers`.
    """
    if permission != PUBLIC and permission not in PERMISSIONS:
        raise KeyError(f"unknown permission {permission}")

    def decorate(view: Callable[..., Any]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                _admit(request, permission, methods)
                response: HttpResponse = JsonResponse(view(request, *args, **kwargs), safe=False)
            except Problem as found:
                response = problem(request, found.status, found.detail)
            except OfColleague:
                response = problem(request, HTTPStatus.FORBIDDEN, COLLEAGUE)
            except PermissionDenied as refused:
                response = problem(request, HTTPStatus.FORBIDDEN, f"Nodig is het recht: {refused}.")
            except Http404:
                response = problem(request, HTTPStatus.NOT_FOUND, ABSENT)
            if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                response.headers["Allow"] = ", ".join(sorted(methods))
            response.headers["API-Version"] = VERSION
            return response

        guarded.permission = permission  # type: ignore[attr-defined]
        guarded.methods = methods  # type: ignore[attr-defined]
        guarded.csrf_exempt = permission == PUBLIC  # type: ignore[attr-defined]
        return guarded

    return decorate


def problem(request: HttpRequest, status: HTTPStatus, detail: str) -> HttpResponse:
    """Return a fault as application/problem+json (RFC 9457)."""
    told = {
        "type": "about:blank",
        "title": TITLES[status],
        "status": int(status),
        "detail": detail,
        "instance": request.path,
    }
    return JsonResponse(told, status=status, content_type="application/problem+json")


def _admit(request: HttpRequest, permission: str, methods: tuple[str, ...]) -> None:
    """Log-in (401), then the permission in at least one gemeente (403), then the method (405)."""
    if permission != PUBLIC:
        if not request.user.is_authenticated:
            raise Problem(HTTPStatus.UNAUTHORIZED, "Log in op de website; de API gebruikt dezelfde sessie.")
        if not has_permission(request.user, permission):
            raise PermissionDenied(PERMISSIONS[permission][1])
    if request.method not in methods and not (request.method == "HEAD" and "GET" in methods):
        raise Problem(HTTPStatus.METHOD_NOT_ALLOWED, f"Gebruik {' of '.join(methods)}.")
