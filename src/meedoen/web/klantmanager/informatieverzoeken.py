"""Information of third parties without which the PIP cannot be made (Bi art. 5.3 lid 2)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.pip.actions import receive_information, request_information
from meedoen.web.klantmanager.frame import clock, dossier_context
from meedoen.web.klantmanager.pip_forms import ReceiveForm, RequestForm
from meedoen.web.once import once
from meedoen.web.versions import conflict_response


@may("pip.change")
@once
def informatieverzoeken(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what was asked and what it does to the deadline; record a new request."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    today = localdate()
    form = RequestForm(request.POST or None, initial={"gevraagd_on": today})
    if form.is_valid():
        try:
            request_information(dossier, **form.cleaned_data, by=request.user, on=today)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Het verzoek om informatie is vastgelegd.")
            return redirect("klantmanager:informatieverzoeken", dossier.pk)
    context = dossier_context(
        request,
        dossier,
        "pip",
        form=form,
        verzoeken=dossier.informatieverzoeken.select_related("by"),
        deadline=clock(dossier, today),
    )
    return render(request, "klantmanager/pip/informatieverzoeken.html", context)


@may("pip.change")
def ontvangen(request: HttpRequest, dossier_id: int, verzoek_id: int) -> HttpResponse:
    """Record that the information came in."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    verzoek = part_or_404(dossier, dossier.informatieverzoeken, verzoek_id)
    form = ReceiveForm(data=request.POST or None, instance=verzoek)
    if form.is_valid():
        try:
            day = form.cleaned_data["ontvangen_on"]
            receive_information(verzoek, ontvangen_on=day, by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(
                request, f"Vastgelegd. Het PIP moet er zijn: {clock(dossier, localdate()).head()}."
            )
            return redirect("klantmanager:informatieverzoeken", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    context = dossier_context(request, dossier, "pip", form=form, verzoek=verzoek)
    return render(request, "klantmanager/pip/ontvangen.html", context)
