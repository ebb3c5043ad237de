""" "Wat staat er in het portaal?": typing over what DUO's portal shows about one person."""

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions.portal import take_over
from meedoen.domain.keten.models import Bron, Ontheffing
from meedoen.domain.keten.selectors import aansluiting_of, told_by
from meedoen.web.duo.bekend import INTERFACES, in_words, known_at_duo
from meedoen.web.klantmanager.duo_portaal_form import PortalForm
from meedoen.web.klantmanager.duo_portaal_forms import FORMS
from meedoen.web.klantmanager.duo_portaal_plicht_forms import OntheffingForm
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.once import once


@may("duo.send", methods=("GET",))
def portaal(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what can be taken over, and what DUO said last about each."""
    dossier = dossier_or_404(request, dossier_id, "duo.send")
    known = {row.interface: row for row in known_at_duo(dossier)}
    context = dossier_context(
        request,
        dossier,
        "duo",
        parts=[(name, INTERFACES[name], known.get(name)) for name in FORMS],
        connection=aansluiting_of(dossier.gemeente_id),
        may_see_health=has_permission(request.user, "gezondheid.view", dossier.gemeente_id),
    )
    return render(request, "klantmanager/duo/portaal.html", context)


@may("duo.send")
@once
def overnemen(request: HttpRequest, dossier_id: int, interface: str) -> HttpResponse:
    """Take over one part of the portal."""
    dossier = dossier_or_404(request, dossier_id, "duo.send")
    if interface not in FORMS:
        raise Http404("Dit onderdeel bestaat niet.")
    told = told_by([dossier], bron=Bron.DUO).get(dossier.pk)
    known = told.facts.get(interface) if told else None
    return _take_over(request, dossier, FORMS[interface], known, INTERFACES[interface])


@may("gezondheid.view")
@once
def ontheffingen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Take over an ontheffing: its ground can be medical, so it is kept behind the seal of health."""
    action = "gezondheid-wijzigen" if request.method == "POST" else "gezondheid"
    dossier = dossier_or_404(request, dossier_id, "gezondheid.view", action=action)
    last = Ontheffing.objects.filter(dossier=dossier).first()
    known = json.loads(last.inhoud) if last and last.inhoud else None
    response = _take_over(request, dossier, OntheffingForm, known, "Ontheffingen")
    response["Cache-Control"] = "no-store"
    return response


def _take_over(
    request: HttpRequest, dossier: Dossier, kind: type[PortalForm], known: object, titel: str
) -> HttpResponse:
    form = kind(request.POST or None, known=known, gemeente_code=dossier.gemeente.cbs_code)
    if form.is_valid():
        new = take_over(
            dossier, form.interface, form.body(), on=form.cleaned_data["bekeken_on"], by=request.user
        )
        messages.success(
            request,
            "Overgenomen uit het portaal."
            if new
            else "Dit zei DUO de vorige keer ook. Er is niets veranderd.",
        )
        return redirect("klantmanager:duo", dossier.pk)
    context = dossier_context(
        request, dossier, "duo", form=form, titel=titel, groups=in_words(kind.interface, known)
    )
    return render(
        request, "klantmanager/duo/portaal_invullen.html", context, status=422 if form.is_bound else 200
    )
