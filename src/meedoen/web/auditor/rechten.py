"""Who may do what in which gemeente, since when, and how well the account is guarded."""

from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from meedoen.access.permissions import gemeenten_for, gemeenten_of, may
from meedoen.domain.regio.logboek import record_security
from meedoen.domain.regio.models import Aanstelling, Gemeente
from meedoen.web.spreadsheet import spreadsheet_response

HEADINGS = (
    "Gemeente",
    "Medewerker",
    "E-mailadres",
    "Rol",
    "Vanaf",
    "Tot",
    "Geldt nu",
    "Account actief",
    "Laatst ingelogd",
    "Tweede stap",
)
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True)
class Right:
    """One role of one medewerker for one gemeente."""

    gemeente: Gemeente
    naam: str
    email: str
    rol: str
    since: date
    until: date | None
    now: bool
    active: bool
    last_login: datetime | None
    second_factor: bool


@may("rechten.view", methods=("GET",))
def rechten(request: HttpRequest) -> HttpResponse:
    """Show the rights for each gemeente of this user."""
    rights = rights_of(request)
    groups = [
        (gemeente, [right for right in rights if right.gemeente == gemeente])
        for gemeente in gemeenten_for(request.user, "rechten.view")
    ]
    return render(request, "auditor/rechten.html", {"groups": groups})


@may("rechten.view", methods=("GET",))
def rechten_excel(request: HttpRequest) -> HttpResponse:
    """Give the same list as a spreadsheet."""
    rows = [
        (
            str(right.gemeente),
            right.naam,
            right.email,
            right.rol,
            right.since,
            right.until,
            right.now,
            right.active,
            right.last_login,
            right.second_factor,
        )
        for right in rights_of(request)
    ]
    record_security(
        "export", "gelukt", actor=request.user, path=request.path, detail=f"rechten, {len(rows)} regels"
    )
    return spreadsheet_response("rechten.xlsx", HEADINGS, rows)


def rights_of(request: HttpRequest) -> list[Right]:
    """Return every role that holds or held in the user's gemeenten, newest first for each person."""
    today = localdate()
    rows = (
        Aanstelling.objects.filter(gemeente_id__in=gemeenten_of(request.user, "rechten.view"))
        .select_related("gemeente", "medewerker")
        .order_by("gemeente__naam", "medewerker__naam", "-since", "rol")
    )
    guarded = set(Authenticator.objects.filter(type__in=SECOND_FACTORS).values_list("user_id", flat=True))
    return [
        Right(
            row.gemeente,
            row.medewerker.naam,
            row.medewerker.email,
            row.get_rol_display(),
            row.since,
            row.until,
            row.since <= today and (row.until is None or row.until > today),
            row.medewerker.is_active,
            row.medewerker.last_login,
            row.medewerker_id in guarded,
        )
        for row in rows
    ]
