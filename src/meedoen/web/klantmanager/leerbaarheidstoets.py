"""The leerbaarheidstoets: aanmelding, result, ontheffing, or taken over after a move (Wi art. 14)."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.domain.brede_intake.actions import (
    apply_for_leerbaarheidstoets,
    grant_ontheffing,
    record_uitslag,
    take_over_uitslag,
)
from meedoen.domain.brede_intake.facts import intake_facts
from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.domain.dossier.actions import NotPossible
from meedoen.law.inburgering.brede_intake import has_leerbaarheidstoets
from meedoen.law.sources import WI
from meedoen.web.fields import DutchDateField
from meedoen.web.klantmanager.intake_frame import intake_context, own_part
from meedoen.web.versions import VersionedForm, conflict_response

LONGEST = 6000


class AanmeldingForm(VersionedForm):
    """The day on which the person was put down for the toets."""

    aangemeld_on = DutchDateField(label="Aangemeld bij DUO op", in_the_past=True)

    class Meta:
        model = Leerbaarheidstoets
        fields: ClassVar = ["aangemeld_on"]


class UitslagForm(VersionedForm):
    """The result as DUO reports it."""

    afgenomen_on = DutchDateField(label="Datum van de toets", in_the_past=True)
    resultaat = forms.ChoiceField(
        label="Uitslag", choices=Leerbaarheidstoets.Resultaat.choices, widget=forms.RadioSelect
    )
    score = forms.CharField(label="Behaalde score", max_length=10, required=False)
    vereiste_score = forms.CharField(
        label="Score die nodig was voor „haalbaar”", max_length=10, required=False
    )

    class Meta:
        model = Leerbaarheidstoets
        fields: ClassVar = ["afgenomen_on", "resultaat", "score", "vereiste_score"]


class OvernameForm(UitslagForm):
    """The result that another gemeente had, before the person moved here."""

    overgenomen_van = forms.CharField(label="Van welke gemeente?", max_length=100)
    field_order: ClassVar = ["overgenomen_van"]

    class Meta:
        model = Leerbaarheidstoets
        fields: ClassVar = ["overgenomen_van", "afgenomen_on", "resultaat", "score", "vereiste_score"]


class OntheffingForm(VersionedForm):
    """The only two grounds of the law, with the judgement that the second one asks."""

    ontheffing_on = DutchDateField(label="Datum van de ontheffing", in_the_past=True)
    ontheffingsgrond = forms.ChoiceField(
        label="Grond in de wet",
        choices=Leerbaarheidstoets.Ontheffingsgrond.choices,
        widget=forms.RadioSelect,
        help_text="Andere gronden kent de wet niet. Niet kunnen lezen of schrijven is geen grond.",
    )
    niet_in_staat = forms.TypedChoiceField(
        label="Alleen bij een auditieve beperking: kan iemand de toets maken?",
        choices=[("True", "Iemand kan de toets niet maken"), ("False", "Iemand kan de toets wel maken")],
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        help_text="Dit is uw oordeel (art. 14, zesde lid, onder b, Wi 2021).",
    )
    ontheffing_motivatie = forms.CharField(
        label="Motivatie",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 4, "data-nostore": True}),
        help_text="Minstens 30 tekens. Schrijf alleen wat nodig is.",
    )

    field_order: ClassVar = ["ontheffing_on", "ontheffingsgrond", "niet_in_staat"]

    class Meta:
        model = Leerbaarheidstoets
        fields: ClassVar = ["ontheffing_on", "ontheffingsgrond", "ontheffing_motivatie"]


@may("intake.change", methods=("GET",))
def leerbaarheidstoets(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what is known of the toets, and what can be recorded."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    today = localdate()
    context = intake_context(
        request,
        dossier,
        "leerbaarheidstoets",
        toets=own_part(dossier, Leerbaarheidstoets, writing=False),
        outcome=has_leerbaarheidstoets(intake_facts(dossier), on=today),
        advice_link=WI.art("14", lid=5).deep_link(today),
    )
    return render(request, "klantmanager/intake/leerbaarheidstoets.html", context)


@may("intake.change")
def aanmelden(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record that the person was put down for the toets."""
    return _record(
        request,
        dossier_id,
        AanmeldingForm,
        lambda toets, form: apply_for_leerbaarheidstoets(toets, by=request.user, on=localdate()),
        title="Aanmelding vastleggen",
    )


@may("intake.change")
def uitslag(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record the result."""
    return _record(
        request,
        dossier_id,
        UitslagForm,
        lambda toets, form: record_uitslag(toets, by=request.user, on=localdate()),
        title="Uitslag vastleggen",
        text="De uitslag is een advies over de leerroute. Het advies bindt u niet.",
    )


@may("intake.change")
def overnemen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Take over the result of another gemeente after a move."""
    return _record(
        request,
        dossier_id,
        OvernameForm,
        lambda toets, form: take_over_uitslag(toets, by=request.user, on=localdate()),
        title="Uitslag overnemen na verhuizing",
        text="De toets hoeft na een verhuizing niet opnieuw.",
    )


@may("intake.change")
def ontheffing(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Grant ontheffing of the toets on a ground of the law."""
    return _record(
        request,
        dossier_id,
        OntheffingForm,
        lambda toets, form: grant_ontheffing(
            toets, niet_in_staat=form.cleaned_data["niet_in_staat"], by=request.user, on=localdate()
        ),
        title="Ontheffing verlenen",
        text="Alleen bij een visuele beperking, of een auditieve beperking waardoor iemand de toets niet kan "
        "maken (art. 14, zesde lid, Wi 2021). Leg alleen vast wat nodig is.",
    )


def _record(
    request: HttpRequest,
    dossier_id: int,
    form_class: type[VersionedForm],
    act: Callable[[Leerbaarheidstoets, Any], None],
    *,
    title: str,
    text: str = "",
) -> HttpResponse:
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    row = own_part(dossier, Leerbaarheidstoets, writing=request.method == "POST")
    form = form_class(data=request.POST or None, instance=row)
    if form.is_valid():
        try:
            act(form.save(commit=False), form)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Vastgelegd.")
            return redirect("klantmanager:leerbaarheidstoets", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    context = intake_context(request, dossier, "leerbaarheidstoets", form=form, title=title, text=text)
    return render(request, "klantmanager/intake/toets_wijzigen.html", context)
