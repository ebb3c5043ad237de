"""The start page: whoever logs in goes to her own work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meedoen.access.permissions import has_permission, may

# First permission that fits → the page where the work of that role starts.
FIRST_PAGES = (
    ("werkvoorraad.view", "klantmanager:werkvoorraad"),
    ("logboek.view", "auditor:logboek"),
    ("medewerkers.change", "beheer:medewerkers"),
    ("cijfers.view", "inkoper:cijfers"),
)


@may("start.view", methods=("GET",))
def start(request: HttpRequest) -> HttpResponse:
    """Send a medewerker to the page of her role."""
    for permission, name in FIRST_PAGES:
        if has_permission(request.user, permission):
            return redirect(name)
    return render(request, "geen_rol.html")
