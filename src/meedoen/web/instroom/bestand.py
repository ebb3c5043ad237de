"""What one does with a file that was read: take it over, follow it, go on, throw it away, get rows back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from meedoen.access.permissions import may
from meedoen.domain.instroom import actions
from meedoen.domain.instroom.models import Import
from meedoen.domain.instroom.selectors import back, counts
from meedoen.domain.regio.logboek import record_security
from meedoen.web.once import once
from meedoen.web.spreadsheet import spreadsheet_response

from .work import check, import_or_404, take_over

Status = Import.Status


@may("caseload.import", methods=("POST",))
@once
def overnemen(request: HttpRequest, import_id: int) -> HttpResponse:
    """Write the rows that may go in."""
    bestand = import_or_404(request, import_id, lock=True)
    try:
        return redirect(take_over(request, bestand))
    except actions.NotPossible as refused:
        messages.error(request, str(refused))
        return redirect(reverse("instroom:voorbeeld", args=[bestand.pk]))


@may("caseload.import", methods=("GET",))
def voortgang(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show how far the work behind the page is; go to the result when it is done."""
    bestand = import_or_404(request, import_id)
    if bestand.status not in {Status.CONTROLEREN, Status.OVERNEMEN}:
        target = reverse("instroom:voorbeeld", args=[bestand.pk])
        if request.htmx:
            return HttpResponse(headers={"HX-Redirect": target})
        return redirect(target)
    template = "instroom/voortgang_stand.html" if request.htmx else "instroom/voortgang.html"
    refused = counts(bestand)["geweigerd"] if bestand.status == Status.OVERNEMEN else 0
    return render(request, template, {"bestand": bestand, "maximum": bestand.aantal - refused})


@may("caseload.import", methods=("POST",))
@once
def verder(request: HttpRequest, import_id: int) -> HttpResponse:
    """Go on with work that stopped; what was done stays done. A checked file is checked again."""
    bestand = import_or_404(request, import_id, lock=True)
    if bestand.status in {Status.CONTROLEREN, Status.VOORBEELD}:
        return redirect(check(request, bestand))
    if bestand.status == Status.OVERNEMEN:
        return redirect(take_over(request, bestand))
    return redirect(reverse("instroom:voorbeeld", args=[bestand.pk]))


@may("caseload.import", methods=("POST",))
@once
def weggooien(request: HttpRequest, import_id: int) -> HttpResponse:
    """Throw a file away before it is taken over."""
    bestand = import_or_404(request, import_id, lock=True)
    try:
        actions.discard(bestand)
    except actions.NotPossible as refused:
        messages.error(request, str(refused))
        return redirect(reverse("instroom:voorbeeld", args=[bestand.pk]))
    messages.success(request, "Het bestand is weggegooid. Er is niets van overgenomen.")
    return redirect(reverse("instroom:overzicht"))


@may("caseload.import", methods=("GET",))
def terug(request: HttpRequest, import_id: int) -> HttpResponse:
    """Give the rows that need work back, with what must be done in the last column."""
    bestand = import_or_404(request, import_id)
    headings, rows = back(bestand)
    record_security(
        "import-terug",
        "gelukt",
        actor=request.user,
        gemeente=bestand.gemeente,
        path=request.path,
        detail=f"{len(rows)} rijen",
    )
    return spreadsheet_response("terug-te-verbeteren.xlsx", headings, rows)
