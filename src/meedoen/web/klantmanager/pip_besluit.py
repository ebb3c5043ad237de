"""From draft to decision: check, establish, hand over, withdraw."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.actions import check_pip, establish_pip, hand_over_pip, withdraw_pip
from meedoen.domain.pip.duo import pip_conditions
from meedoen.domain.pip.facts import termijn_facts
from meedoen.domain.pip.models import PIP, Established
from meedoen.domain.pip.selectors import Finding, bezwaar_until, findings
from meedoen.law.inburgering.termijn import inburgeringstermijn
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.pip import rights, version_or_404
from meedoen.web.klantmanager.pip_forms import EstablishForm, HandOverForm, ReasonForm
from meedoen.web.once import once
from meedoen.web.templatetags.shapes import outcome_shape


@may("dossier.view")
def controleren(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Show per article what is there and what is missing; record that a complete draft was checked."""
    writing = request.method == "POST"
    dossier = dossier_or_404(request, dossier_id, "pip.change" if writing else "dossier.view")
    found = version_or_404(dossier, pip_id)
    if not found.is_draft:
        return redirect("klantmanager:pip-versie", dossier.pk, found.pk)
    if writing:
        if check_pip(found, by=request.user, on=localdate()):
            messages.success(request, "Het PIP is gecontroleerd. Er ontbreekt niets.")
            return redirect("klantmanager:pip-vaststellen", dossier.pk, found.pk)
        messages.error(request, "Er ontbreekt nog iets. Kijk de punten hieronder na.")
    checked = findings(found, on=localdate())
    context = dossier_context(
        request,
        dossier,
        "pip",
        pip=found,
        missing=[_row(dossier, found, finding) for finding in checked if finding.blocks],
        warnings=[_row(dossier, found, finding) for finding in checked if finding.warns],
        fine=[
            _row(dossier, found, finding) for finding in checked if not finding.blocks and not finding.warns
        ],
        **rights(request, dossier),
    )
    return render(request, "klantmanager/pip/controleren.html", context)


@may("pip.establish")
@once
def vaststellen(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Ask date and signature, show what will happen, and establish when a person confirms that."""
    dossier = dossier_or_404(request, dossier_id, "pip.establish")
    found = version_or_404(dossier, pip_id)
    if not found.is_draft:
        return redirect("klantmanager:pip-versie", dossier.pk, found.pk)
    if found.status != PIP.Status.GECONTROLEERD:
        messages.info(request, "Controleer het PIP eerst.")
        return redirect("klantmanager:pip-controleren", dossier.pk, found.pk)
    form = EstablishForm(request.POST or None, user=request.user)
    if form.is_valid():
        asked = form.cleaned_data
        missing = [f for f in findings(found, on=localdate(), dagtekening=asked["dagtekening"]) if f.blocks]
        for finding in missing:
            form.add_error("dagtekening" if finding.field == "dagtekening" else None, f"{finding.sentence}.")
        if not missing and "bevestig" in request.POST:
            return _establish(request, found, asked)
        if not missing and "terug" not in request.POST:
            return _confirm(request, dossier, found, form)
    context = dossier_context(request, dossier, "pip", pip=found, form=form)
    return render(request, "klantmanager/pip/vaststellen.html", context)


@may("pip.establish")
@once
def uitreiken(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Record that the decision was given or sent: from the next day bezwaar can be made."""
    dossier = dossier_or_404(request, dossier_id, "pip.establish")
    found = version_or_404(dossier, pip_id)
    initial = {"uitgereikt_on": found.bekendmaking_on or localdate()}
    form = HandOverForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            hand_over_pip(found, **form.cleaned_data, by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, f"Vastgelegd. Bezwaar kan tot en met {bezwaar_until(found).head()}.")
            return redirect("klantmanager:pip-versie", dossier.pk, found.pk)
    context = dossier_context(request, dossier, "pip", pip=found, form=form)
    return render(request, "klantmanager/pip/uitreiken.html", context)


@may("pip.establish")
@once
def intrekken(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Withdraw the decision in force, with a reason."""
    dossier = dossier_or_404(request, dossier_id, "pip.establish")
    found = version_or_404(dossier, pip_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            withdraw_pip(found, reason=form.cleaned_data["reden"], by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Het PIP is ingetrokken. De inburgeringstermijn loopt door.")
            return redirect("klantmanager:pip", dossier.pk)
    context = dossier_context(request, dossier, "pip", pip=found, form=form)
    return render(request, "klantmanager/pip/intrekken.html", context)


def _confirm(request: HttpRequest, dossier: Dossier, found: PIP, form: EstablishForm) -> HttpResponse:
    """Say what will happen before it happens."""
    asked = form.cleaned_data
    day = asked["dagtekening"]
    duo = [] if found.overgenomen else pip_conditions(found, day, on=localdate())
    context = dossier_context(
        request,
        dossier,
        "pip",
        pip=found,
        form=form,
        asked=asked,
        back_dated=day < localdate(),
        first=dossier.eerste_pip_on is None,
        term=inburgeringstermijn(termijn_facts(dossier, day), on=day),
        bezwaar=bezwaar_until(found, bekendmaking=asked["bekendmaking"]),
        replaced=[one for one in dossier.pips.all() if one.in_force],
        duo_refuses=[condition for condition in duo if condition.refuses],
        duo_unknown=[condition for condition in duo if condition.is_unknown],
    )
    return render(request, "klantmanager/pip/bevestigen.html", context)


def _establish(request: HttpRequest, found: PIP, asked: dict[str, Any]) -> HttpResponse:
    try:
        establish_pip(
            found,
            dagtekening=asked["dagtekening"],
            by=request.user,
            ondertekenaar=asked["ondertekenaar"],
            functie=asked["functie"],
            bekendmaking=asked["bekendmaking"],
            reason=asked["reden"],
            on=localdate(),
        )
    except (NotPossible, Established) as fault:
        messages.error(request, str(fault))
        return redirect("klantmanager:pip-controleren", found.dossier_id, found.pk)
    messages.success(request, "Het PIP is vastgesteld.")
    return redirect("klantmanager:pip-versie", found.dossier_id, found.pk)


def _row(dossier: Dossier, found: PIP, finding: Finding) -> dict[str, Any]:
    """One finding with the address where it is mended."""
    edit = reverse("klantmanager:pip-bewerken", args=[dossier.pk, found.pk])
    addresses = {
        "leerroute": reverse("klantmanager:leerroute", args=[dossier.pk]),
        "gegevens": reverse("klantmanager:gegevens", args=[dossier.pk]),
        "dagtekening": "",
        "afspraken": f"{edit}#afspraken",
    }
    address = addresses.get(finding.field, f"{edit}#{_anchor(finding.field)}")
    node = outcome_shape(finding.outcome) if finding.outcome is not None else None
    return {"sentence": finding.sentence, "url": address, "node": node, "source": finding.source}


def _anchor(field: str) -> str:
    """Radio buttons have their id on the fieldset."""
    return f"id_{field}_group" if field in {"vve_van_toepassing", "pw_van_toepassing"} else f"id_{field}"
