"""Completing the brede intake, alone or together, reopening it, and what a move makes unnecessary."""

from typing import ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.domain.brede_intake.actions import (
    complete_in_absentia,
    complete_intake,
    reopen_intake,
    skip_after_move,
)
from meedoen.domain.brede_intake.facts import oproep_facts
from meedoen.domain.brede_intake.models import BredeIntake
from meedoen.domain.dossier.actions import NotPossible
from meedoen.law.inburgering.brede_intake import must_complete_in_absentia
from meedoen.web.fields import DutchDateField
from meedoen.web.klantmanager.intake import law_parts
from meedoen.web.klantmanager.intake_forms import HeropenenForm
from meedoen.web.klantmanager.intake_frame import intake_context, own_part
from meedoen.web.versions import VersionedForm, conflict_response

LONGEST = 6000


class AfrondenForm(VersionedForm):
    """The last day of the intake and what it showed."""

    samenvatting = forms.CharField(
        label="Samenvatting",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
        help_text="Wat is belangrijk voor het plan? U legt dit schriftelijk vast "
        "(art. 5.2, derde lid, Bi 2021). Schrijf niets over gezondheid.",
    )
    afgerond = DutchDateField(label="Laatste dag van de intake", in_the_past=True)

    class Meta:
        model = BredeIntake
        fields: ClassVar = ["samenvatting"]


class VerstekForm(VersionedForm):
    """Why the intake is completed without the person, and what is known all the same."""

    verstek_motivering = forms.CharField(
        label="Waarom zonder de inburgeraar?",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 5}),
        help_text="Minstens 30 tekens. Wat deed u om de inburgeraar te bereiken?",
    )
    samenvatting = forms.CharField(
        label="Wat is wel bekend?",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
        help_text="Schrijf niets over gezondheid.",
    )

    class Meta:
        model = BredeIntake
        fields: ClassVar = ["verstek_motivering", "samenvatting"]


class OverslaanForm(forms.Form):
    """Which gemeente established the leerroute, and why the parts need not be done again."""

    van = forms.CharField(label="Welke gemeente stelde de leerroute vast?", max_length=100)
    motivering = forms.CharField(
        label="Waarom hoeft het niet opnieuw?",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 4}),
        help_text="Minstens 30 tekens.",
    )


@may("intake.change")
def afronden(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Complete the intake when all that the law asks is there."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    row = own_part(dossier, BredeIntake, writing=request.method == "POST")
    today = localdate()
    form = AfrondenForm(data=request.POST or None, instance=row, initial={"afgerond": today})
    if form.is_valid():
        try:
            complete_intake(form.save(commit=False), by=request.user, on=form.cleaned_data["afgerond"])
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "De brede intake is afgerond. Nu kunt u de leerroutes wegen.")
            return redirect("klantmanager:intake", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    parts = law_parts(dossier, today)
    context = intake_context(
        request,
        dossier,
        "overzicht",
        form=form,
        missing=[part for part in parts if not part.done],
        present=[part for part in parts if part.done],
    )
    return render(request, "klantmanager/intake/afronden.html", context)


@may("intake.change")
def verstek(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Complete the intake without the person, after three calls without result (Wi art. 14 lid 2)."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    row = own_part(dossier, BredeIntake, writing=request.method == "POST")
    today = localdate()
    form = VerstekForm(data=request.POST or None, instance=row)
    if form.is_valid():
        try:
            complete_in_absentia(form.save(commit=False), by=request.user, on=today)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "De brede intake is afgerond zonder de inburgeraar.")
            return redirect("klantmanager:intake", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    outcome = must_complete_in_absentia(oproep_facts(dossier.oproepen.all()), on=today)
    context = intake_context(request, dossier, "overzicht", form=form, outcome=outcome)
    return render(request, "klantmanager/intake/verstek.html", context)


@may("intake.change")
def overslaan(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record which parts are not done again after a move (Wi art. 15 lid 4)."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    form = OverslaanForm(request.POST or None)
    if form.is_valid():
        try:
            skip_after_move(dossier, **form.cleaned_data, by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Vastgelegd: deze onderdelen doet u niet opnieuw.")
            return redirect("klantmanager:intake", dossier.pk)
    context = intake_context(request, dossier, "overzicht", form=form)
    return render(request, "klantmanager/intake/overslaan.html", context)


@may("intake.change", methods=("POST",))
def heropenen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Open a completed intake again, with a reason."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    form = HeropenenForm(request.POST)
    reason = form.cleaned_data["reden"] if form.is_valid() else ""
    try:
        reopen_intake(dossier, by=request.user, reason=reason)
        messages.success(request, "De brede intake is heropend.")
    except NotPossible as fault:
        messages.error(request, str(fault))
    return redirect("klantmanager:intake", dossier.pk)
