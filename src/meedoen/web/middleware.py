"""What every request gets: one transaction for its tenants, clean values, a second factor."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils import timezone

from meedoen.access.dossiers import OfColleague
from meedoen.access.permissions import gemeenten_of
from meedoen.domain.regio.logboek import Origin, origin, record_security
from meedoen.domain.regio.tenancy import tenant_scope

GetResponse = Callable[[HttpRequest], HttpResponse]


class RealAddress:
    """Behind our own proxy, takes the visitor's address from what that proxy wrote.

    Only the last value of X-Forwarded-For is the proxy's; what stands before it anybody
    can write. Without the setting the header is not believed at all.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the address that the lock-out and both logs use."""
        if settings.TRUSTED_PROXY and (chain := request.META.get("HTTP_X_FORWARDED_FOR")):
            request.META["REMOTE_ADDR"] = chain.rsplit(",", 1)[-1].strip()
        return self.get_response(request)


class RefuseNastyValues:
    """Answers 400 to text that a database cannot hold: NUL bytes and lone surrogates."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass a request on when its address and query can be stored."""
        if _is_nasty(request.path) or any(map(_is_nasty, _texts(request.GET))):
            return HttpResponseBadRequest(
                "Dit adres bevat tekens die niet kunnen.", content_type="text/plain; charset=utf-8"
            )
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Refuse a form with such text before the view reads it; a view for machines takes no form at all."""
        if getattr(view, "csrf_exempt", False):
            return None
        if request.method == "POST" and any(map(_is_nasty, _texts(request.POST))):
            return render(request, "400.html", status=400)
        return None


def _texts(query: Any) -> list[str]:
    return [text for key, texts in query.lists() for text in (key, *texts)]


def _is_nasty(text: str) -> bool:
    return "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text)


class OneTransaction:
    """Runs each request of a medewerker in one transaction, for her gemeenten of today.

    What she reads, what she changes and the evidence of both are kept together or
    not at all. An error (5xx) rolls everything back; a refusal (403, 404) rolls
    back too and is then written in the security log.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer within the transaction and the tenant scope."""
        token = origin.set(Origin(name=_name(request), address=request.META.get("REMOTE_ADDR", "")))
        try:
            if not request.user.is_authenticated:
                return self.get_response(request)
            with transaction.atomic(), tenant_scope(gemeenten_of(request.user)):
                response = self.get_response(request)
                if response.status_code >= 500 or response.status_code in {403, 404}:
                    transaction.set_rollback(True)
            if response.status_code in {403, 404}:
                with transaction.atomic():
                    record_security(
                        "geweigerd", str(response.status_code), actor=request.user, path=request.path
                    )
            # What a medewerker saw stays neither in the browser nor in a proxy.
            response.headers.setdefault("Cache-Control", "no-store")
            return response
        finally:
            origin.reset(token)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Show how to open the dossier of a colleague; leave the rest to Django."""
        if isinstance(fault, OfColleague):
            return render(request, "klantmanager/collega.html", {"dossier": fault.dossier}, status=403)
        return None


def _name(request: HttpRequest) -> str:
    return f"{request.method} {request.path}"


class RequireSecondFactor:
    """Sends a medewerker without a second factor to set one up; ends an idle session."""

    UNWATCHED = ("/static/", "/_healthz/", "/thema.css")
    LOG_IN = "/account/"  # where the second factor is made; an idle session ends here too

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, or send to the page that must come first."""
        if not request.user.is_authenticated or request.path.startswith(self.UNWATCHED):
            return self.get_response(request)
        if self._idle(request):
            logout(request)
            messages.info(request, "U bent uitgelogd, omdat u een half uur niets deed. Log opnieuw in.")
            return redirect(f"{settings.LOGIN_URL}")
        if request.path.startswith(self.LOG_IN):
            return self.get_response(request)
        if settings.MFA_REQUIRED and not self._has_factor(request):
            messages.info(request, "Stel eerst een tweede stap in voor het inloggen.")
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _idle(self, request: HttpRequest) -> bool:
        now = timezone.now().timestamp()
        seen = request.session.get("seen_at")
        if seen is None or now - seen > 60:
            request.session["seen_at"] = now
        return (
            seen is not None and now - seen > timedelta(minutes=settings.SESSION_IDLE_MINUTES).total_seconds()
        )

    def _has_factor(self, request: HttpRequest) -> bool:
        from allauth.mfa.utils import is_mfa_enabled

        return is_mfa_enabled(request.user)
