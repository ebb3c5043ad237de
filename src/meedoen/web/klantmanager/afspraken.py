"""The agreements of a draft: add, change, move, take out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.actions import add_afspraak, change_afspraak, move_afspraak, remove_afspraak
from meedoen.domain.pip.models import PIP, Afspraak, Established
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.pip import version_or_404
from meedoen.web.klantmanager.pip_forms import AfspraakForm
from meedoen.web.once import once
from meedoen.web.versions import conflict_response


@may("pip.change")
@once
def nieuw(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Add an agreement."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    found = version_or_404(dossier, pip_id)
    made = Afspraak(gemeente_id=dossier.gemeente_id, pip=found)
    form = AfspraakForm(data=request.POST or None, instance=made, dossier=dossier)
    if form.is_valid():
        try:
            add_afspraak(found, form.save(commit=False), by=request.user)
        except (NotPossible, Established) as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "De afspraak staat in het concept.")
            return _back(dossier, found)
    return _show(request, dossier, found, form, "Nieuwe afspraak")


@may("pip.change")
def afspraak(request: HttpRequest, dossier_id: int, pip_id: int, afspraak_id: int) -> HttpResponse:
    """Change an agreement."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    found = version_or_404(dossier, pip_id)
    one = part_or_404(dossier, found.afspraken, afspraak_id)
    form = AfspraakForm(data=request.POST or None, instance=one, dossier=dossier)
    if form.is_valid():
        try:
            change_afspraak(form.save(commit=False), by=request.user)
        except (NotPossible, Established) as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "De afspraak is gewijzigd.")
            return _back(dossier, found)
    if form.conflict:
        return conflict_response(request, form, {})
    return _show(request, dossier, found, form, "Afspraak wijzigen", one)


@may("pip.change", methods=("POST",))
def verplaatsen(request: HttpRequest, dossier_id: int, pip_id: int, afspraak_id: int) -> HttpResponse:
    """Move an agreement one place up or down."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    found = version_or_404(dossier, pip_id)
    one = part_or_404(dossier, found.afspraken, afspraak_id)
    try:
        move_afspraak(one, up=request.POST.get("richting") == "omhoog", by=request.user)
    except Established as fault:
        messages.error(request, str(fault))
    return _back(dossier, found)


@may("pip.change", methods=("POST",))
def weghalen(request: HttpRequest, dossier_id: int, pip_id: int, afspraak_id: int) -> HttpResponse:
    """Take an agreement out of the draft."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    found = version_or_404(dossier, pip_id)
    one = part_or_404(dossier, found.afspraken, afspraak_id)
    try:
        remove_afspraak(one, by=request.user)
        messages.success(request, "De afspraak is uit het concept gehaald.")
    except Established as fault:
        messages.error(request, str(fault))
    return _back(dossier, found)


def _back(dossier: Dossier, found: PIP) -> HttpResponse:
    address = reverse("klantmanager:pip-bewerken", args=[dossier.pk, found.pk])
    return redirect(f"{address}#afspraken")


def _show(
    request: HttpRequest,
    dossier: Dossier,
    found: PIP,
    form: AfspraakForm,
    title: str,
    one: Afspraak | None = None,
) -> HttpResponse:
    context = dossier_context(request, dossier, "pip", pip=found, form=form, title=title, afspraak=one)
    return render(request, "klantmanager/pip/afspraak.html", context)
