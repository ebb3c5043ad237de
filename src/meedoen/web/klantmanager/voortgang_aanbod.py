"""The inburgeringsaanbod: record, change, withdraw, each with what DUO would say before it is saved."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.telling import Condition, WouldBeRefused
from meedoen.domain.voortgang.actions import change_aanbod, offer_aanbod, withdraw_aanbod
from meedoen.domain.voortgang.models import Inburgeringsaanbod
from meedoen.domain.voortgang.selectors import (
    aanbod_conditions,
    aanbod_deletion_conditions,
    end_from_last_day,
    overwrites,
)
from meedoen.web.klantmanager.voortgang_forms import AanbodForm, AanbodWijzigenForm, ReasonForm
from meedoen.web.klantmanager.voortgang_frame import CHECK, HOLD, duo_fragment, form_page, told
from meedoen.web.once import once
from meedoen.web.versions import conflict_response


@may("voortgang.change")
@once
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record an aanbod; where DUO would refuse it, it is kept only when somebody chooses that."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    form = AanbodForm(request.POST or None, on=localdate())
    conditions, refused = _conditions(dossier, form), False
    if CHECK in request.POST:
        return duo_fragment(request, conditions, extra=_overwriting(dossier, form))
    if form.is_valid():
        data, hold = form.cleaned_data, HOLD in request.POST
        try:
            offer_aanbod(
                dossier,
                data["instelling"],
                **form.facts(),
                alfabetisering=data["alfabetisering"],
                by=request.user,
                on=localdate(),
                hold=hold,
            )
        except WouldBeRefused as fault:
            refused, conditions = True, list(fault.conditions)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            told(request, conditions, held=hold and any(one.refuses for one in conditions))
            return redirect("klantmanager:voortgang", dossier.pk)
    return form_page(
        request,
        dossier,
        form,
        conditions,
        refused=refused,
        title="Inburgeringsaanbod vastleggen",
        extra=_overwriting(dossier, form),
    )


@may("voortgang.change")
def wijzigen(request: HttpRequest, dossier_id: int, aanbod_id: int) -> HttpResponse:
    """Change the dates of an aanbod; this also mends a message that DUO refused."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    aanbod = aanbod_or_404(dossier, aanbod_id)
    form = AanbodWijzigenForm(data=request.POST or None, instance=aanbod, on=localdate())
    refused, valid = False, form.is_valid()
    conditions: list[Condition] = []
    if valid and not form.conflict:
        changed, hold = form.save(commit=False), HOLD in request.POST
        conditions = _conditions_of(changed)
        if CHECK in request.POST:
            return duo_fragment(request, conditions)
        try:
            change_aanbod(changed, by=request.user, on=localdate(), hold=hold)
        except WouldBeRefused as fault:
            refused, conditions = True, list(fault.conditions)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            told(request, conditions, held=hold and any(one.refuses for one in conditions))
            return redirect("klantmanager:voortgang", dossier.pk)
    if CHECK in request.POST:
        return duo_fragment(request, [])
    if form.conflict:
        return conflict_response(request, form, {})
    return form_page(
        request,
        dossier,
        form,
        conditions or _conditions_of(aanbod),
        refused=refused,
        title=f"Aanbod bij {aanbod.instelling} wijzigen",
        once_key=False,
    )


@may("voortgang.change")
@once
def intrekken(request: HttpRequest, dossier_id: int, aanbod_id: int) -> HttpResponse:
    """Take back an aanbod."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    aanbod = aanbod_or_404(dossier, aanbod_id)
    form = ReasonForm(request.POST or None)
    conditions, refused = aanbod_deletion_conditions(aanbod, on=localdate()), False
    if form.is_valid():
        hold, reason = HOLD in request.POST, form.cleaned_data["reden"]
        try:
            withdraw_aanbod(aanbod, reason=reason, by=request.user, on=localdate(), hold=hold)
        except WouldBeRefused as fault:
            refused, conditions = True, list(fault.conditions)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Het aanbod is ingetrokken.")
            return redirect("klantmanager:voortgang", dossier.pk)
    return form_page(
        request,
        dossier,
        form,
        conditions,
        refused=refused,
        title=f"Aanbod bij {aanbod.instelling} intrekken",
        button="Intrekken",
        live=False,
    )


def aanbod_or_404(dossier: Dossier, aanbod_id: int) -> Inburgeringsaanbod:
    """Return an aanbod of the dossier that was not withdrawn, holding the dossier as it was fetched."""
    standing = dossier.aanbiedingen.filter(ingetrokken_on__isnull=True).select_related("instelling")
    found: Inburgeringsaanbod = part_or_404(dossier, standing, aanbod_id)
    found.dossier = dossier
    return found


def _conditions(dossier: Dossier, form: AanbodForm) -> list[Condition]:
    """What DUO would say; of a form that is not complete only what it would refuse already."""
    complete = form.is_valid()
    typed = form.cleaned_data if form.is_bound else {}
    conditions = aanbod_conditions(
        dossier,
        typed.get("instelling"),
        aanbod_on=typed.get("aanbod_on"),
        start_on=typed.get("start_on"),
        eind_on=end_from_last_day(typed.get("laatste_lesdag"), on=localdate()),
        on=localdate(),
    )
    return conditions if complete else [one for one in conditions if one.refuses]


def _conditions_of(aanbod: Inburgeringsaanbod) -> list[Condition]:
    return aanbod_conditions(
        aanbod.dossier,
        aanbod.instelling,
        aanbod_on=aanbod.aanbod_on,
        start_on=aanbod.start_on,
        eind_on=aanbod.eind_on,
        on=localdate(),
    )


def _overwriting(dossier: Dossier, form: AanbodForm) -> list[str]:
    """Say it when there is an aanbod at this school already: the new one takes its place."""
    if not form.is_bound or not form.is_valid():
        return []
    outcome = overwrites(dossier, form.cleaned_data["instelling"], on=localdate())
    return [outcome.sentence()] if outcome.is_known and outcome.value else []
