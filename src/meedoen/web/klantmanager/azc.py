"""Van het AZC: what COA told, how to reach the person there, and the warm handover."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron
from meedoen.domain.voorinburgering.actions import save_voorinburgering, take_over_told, work_off
from meedoen.domain.voorinburgering.facts import voorinburgering_facts
from meedoen.domain.voorinburgering.models import Overdrachtspunt, Voorinburgering
from meedoen.domain.voorinburgering.selectors import limitations, points, rows_of, told_fields
from meedoen.domain.voorinburgering.velden import VELDEN
from meedoen.law.inburgering.voorinburgering import (
    gets_voorinburgering,
    voorinburgering_is_an_obligation,
    voorinburgering_may_delay,
)
from meedoen.law.kernel.outcome import Outcome
from meedoen.web.klantmanager.aanleveringen import facts, told
from meedoen.web.klantmanager.azc_forms import PuntForm, VoorinburgeringForm
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.naast import TakeOverForm, hold, lines
from meedoen.web.klantmanager.reckoning import reckoned
from meedoen.web.versions import VersionedForm, conflict_response

WHO = "COA"


@may("dossier.view", methods=("GET",))
def azc(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the voorinburgering, the contact in the AZC, what COA told and the handover."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    rows = lines(dossier, Bron.COA)
    todo = points(dossier)
    return _show(
        request,
        dossier,
        "azc.html",
        contact=_contact(dossier),
        preparation=_preparation(dossier),
        different=[row for row in rows if row.verschilt],
        equal=[row for row in rows if not row.verschilt],
        profile=_profile(dossier),
        law=_law(dossier, localdate()),
        told=[one for one in told(dossier) if one.aanlevering.bron == Bron.COA],
        points=todo,
        open_points=sum(point.open for point in todo),
        may_health=has_permission(request.user, "gezondheid.view", dossier.gemeente_id),
    )


@may("dossier.change")
def gegevens(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Change the voorinburgering and the contact in the AZC, with a reason."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    row = Voorinburgering.objects.filter(dossier=dossier).first() or rows_of(dossier)["voorinburgering"]
    form = VoorinburgeringForm(data=request.POST or None, instance=row)
    if form.is_valid():
        if not form.changed_labels:
            messages.info(request, "U hebt niets gewijzigd.")
            return redirect("klantmanager:azc", dossier.pk)
        try:
            save_voorinburgering(
                form.save(commit=False),
                changed=form.changed_labels,
                by=request.user,
                reason=form.cleaned_data["reden"],
                on=localdate(),
            )
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "De gegevens zijn gewijzigd.")
            return redirect("klantmanager:azc", dossier.pk)
    return _form(request, dossier, form, "Contact en voorinburgering wijzigen")


@may("dossier.change")
def punt(request: HttpRequest, dossier_id: int, punt: str) -> HttpResponse:
    """Work off one point of the warm handover."""
    if punt not in Overdrachtspunt.Punt.values:
        raise Http404("Dit punt hoort niet bij de warme overdracht.")
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    row = Overdrachtspunt.objects.filter(dossier=dossier, punt=punt).first() or Overdrachtspunt(
        gemeente_id=dossier.gemeente_id, dossier=dossier, punt=punt, version=0
    )
    form = PuntForm(data=request.POST or None, instance=row)
    if form.is_valid():
        try:
            work_off(form.save(commit=False), by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, f"Bijgewerkt: {row.get_punt_display()}.")
            return redirect("klantmanager:azc", dossier.pk)
    return _form(request, dossier, form, row.get_punt_display())


@may("dossier.change")
def overnemen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Take over what COA told, for the chosen fields, with a reason."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    if request.method == "POST":
        hold(dossier)
    form = TakeOverForm(request.POST or None, dossier=dossier, bron=Bron.COA, who=WHO)
    if form.is_valid() and take_over(request, dossier, form, Bron.COA):
        return redirect("klantmanager:azc", dossier.pk)
    rows = [row for row in form.rows if row.verschilt]
    return _show(request, dossier, "azc_overnemen.html", form=form, rows=rows, who=WHO)


@may("gezondheid.view", methods=("GET",))
def gezondheid(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what COA told about health; reading it is one line in the evidence."""
    dossier = dossier_or_404(request, dossier_id, "gezondheid.view", action="gezondheid")
    return _show(request, dossier, "azc_gezondheid.html", limitations=limitations(dossier))


def take_over(request: HttpRequest, dossier: Dossier, form: TakeOverForm, bron: str) -> bool:
    """Take over what was chosen; False when it cannot be, and then the form says why."""
    try:
        count = take_over_told(
            dossier,
            form.cleaned_data["velden"],
            bron=bron,
            by=request.user,
            reason=form.cleaned_data["reden"],
        )
    except NotPossible as fault:
        form.add_error(None, str(fault))
        return False
    messages.success(request, f"Overgenomen: {count} {'gegeven' if count == 1 else 'gegevens'}.")
    return True


def _form(request: HttpRequest, dossier: Dossier, form: VersionedForm, title: str) -> HttpResponse:
    if form.conflict:
        return conflict_response(request, form, {})
    return _show(request, dossier, "azc_wijzigen.html", form=form, title=title)


def _show(request: HttpRequest, dossier: Dossier, template: str, **more: Any) -> HttpResponse:
    context = dossier_context(request, dossier, "azc", **more)
    return render(request, f"klantmanager/dossier/{template}", context)


def _contact(dossier: Dossier) -> list[tuple[str, Any]]:
    row, persoon = rows_of(dossier)["voorinburgering"], dossier.inburgeringsplichtige
    pairs = [
        ("COA-locatie", persoon.coa_locatie),
        ("Telefoon in het AZC", row.azc_telefoon),
        ("E-mail in het AZC", row.azc_email),
        ("Casemanager van COA", row.casemanager),
        ("Telefoon van de casemanager", row.casemanager_telefoon),
        ("E-mail van de casemanager", row.casemanager_email),
        ("Gekoppeld op", dossier.koppeling_on),
        ("Gekoppeld aan", dossier.gemeente),
    ]
    return [(label, value or "onbekend") for label, value in pairs]


def _law(dossier: Dossier, on: date) -> list[tuple[str, Outcome[Any]]]:
    """Return what the law says about the voorinburgering of this person (Wi 10, Bi 3.17)."""
    facts = voorinburgering_facts(dossier)
    rules = (
        ("Aanbod van COA", gets_voorinburgering),
        ("Verplicht", voorinburgering_is_an_obligation),
        ("Mag het traject vertragen", voorinburgering_may_delay),
    )
    return [(label, reckoned(rule, facts, on=on)) for label, rule in rules]


def _profile(dossier: Dossier) -> list[tuple[str, str]]:
    """Return what COA told last and what is kept nowhere else: modules, language, family, education, work."""
    compared = {veld.code for veld in VELDEN[Bron.COA]}
    told = told_fields(dossier, Bron.COA)
    return facts({code: value for code, (value, _) in told.items() if code not in compared})


def _preparation(dossier: Dossier) -> list[tuple[str, Any]]:
    row = rows_of(dossier)["voorinburgering"]
    pairs = [
        ("Deelname", row.get_deelname_display()),
        ("Datum van instemming", row.instemming_on),
        ("Reden om niet mee te doen", row.reden_deelname if row.deelname == "nee" else "–"),
        ("Resultaat", row.resultaat),
    ]
    return [(label, value or "onbekend") for label, value in pairs]
