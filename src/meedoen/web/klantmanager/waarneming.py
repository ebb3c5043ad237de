"""Opening the dossier of a colleague for one hour, with a reason; and who opened mine."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from meedoen.access.dossiers import find_dossier, opens_without_reason
from meedoen.access.permissions import PERMISSIONS, has_permission, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier, Waarneming
from meedoen.domain.dossier.waarneming import SHORTEST_REASON, begin_waarneming, end_waarneming
from meedoen.web.once import once


class ReasonForm(forms.Form):
    """Why somebody must open this dossier now."""

    reden = forms.CharField(
        label="Waarom moet u dit dossier openen?",
        min_length=SHORTEST_REASON,
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text="Bijvoorbeeld: Fatima is ziek en het gesprek van vanmiddag gaat door.",
        error_messages={"min_length": f"Schrijf ten minste {SHORTEST_REASON} tekens, in een hele zin."},
    )


@may("dossier.replace")
@once
def waarneming(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Ask for the reason; then the dossier is open for an hour. Shows nothing about the person."""
    dossier = find_dossier(dossier_id)
    if not has_permission(request.user, "dossier.replace", dossier.gemeente_id):
        raise PermissionDenied(PERMISSIONS["dossier.replace"][1])
    if _needs_no_reason(request, dossier):
        return redirect("klantmanager:dossier", dossier.pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            begin_waarneming(dossier, reden=form.cleaned_data["reden"], by=request.user, at=timezone.now())
        except NotPossible as fault:
            form.add_error("reden", str(fault))
        else:
            return redirect("klantmanager:dossier", dossier.pk)
    return render(request, "klantmanager/dossier/waarneming.html", {"dossier": dossier, "form": form})


@may("dossier.replace", methods=("POST",))
def stoppen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """End the own waarneming before the hour is over."""
    dossier = find_dossier(dossier_id)
    now = timezone.now()
    running = _own(request).filter(dossier=dossier, until__gt=now)
    for row in running:
        end_waarneming(row, by=request.user, at=now)
    messages.success(request, "U neemt niet meer waar in dit dossier.")
    return redirect("start")


@may("werkvoorraad.view", methods=("GET",))
def waarnemingen(request: HttpRequest) -> HttpResponse:
    """Show who opened the dossiers of this klantmanager, and which she opened herself."""
    rows = (
        Waarneming.objects.filter(Q(dossier__klantmanager=request.user) | Q(medewerker=request.user))
        .select_related("dossier", "medewerker", "beoordeeld_by")
        .order_by("-since", "-id")
    )
    page = Paginator(rows, 50).get_page(request.GET.get("pagina"))
    return render(request, "klantmanager/waarnemingen.html", {"page": page})


def _own(request: HttpRequest):
    return Waarneming.objects.filter(medewerker=request.user).select_related("dossier__gemeente")


def _needs_no_reason(request: HttpRequest, dossier: Dossier) -> bool:
    running = _own(request).filter(dossier=dossier, until__gt=timezone.now())
    return opens_without_reason(request.user, dossier) or running.exists()
