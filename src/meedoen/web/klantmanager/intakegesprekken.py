"""The conversations of the brede intake: as many as needed, at home or in the AZC."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import may
from meedoen.domain.brede_intake.actions import change_gesprek, offer_private_talk, record_gesprek
from meedoen.domain.brede_intake.models import Intakegesprek
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.web.fields import DutchDateField
from meedoen.web.klantmanager.intake_frame import intake_context
from meedoen.web.klantmanager.wording import language_name
from meedoen.web.once import once
from meedoen.web.versions import VersionedForm, conflict_response

LONGEST = 20_000


class GesprekForm(VersionedForm):
    """When, where, with whom, and what was said."""

    gevoerd_on = DutchDateField(label="Dag van het gesprek", in_the_past=True)
    plaats = forms.ChoiceField(
        label="Waar was het gesprek?", choices=Intakegesprek.Plaats.choices, widget=forms.RadioSelect
    )
    aanwezig = forms.CharField(
        label="Wie waren erbij?",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: partner, begeleider van COA. Leeg als u alleen met de inburgeraar sprak.",
    )
    tolk = forms.CharField(
        label="Taal van de tolk", max_length=40, required=False, help_text="Leeg als er geen tolk was."
    )
    verslag = forms.CharField(
        label="Verslag",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 8}),
        help_text="Wat is besproken? U legt de intake schriftelijk vast (art. 5.2, derde lid, Bi 2021). "
        "Schrijf niets over gezondheid: daarvoor is een eigen pagina.",
    )

    class Meta:
        model = Intakegesprek
        fields: ClassVar = ["gevoerd_on", "plaats", "aanwezig", "tolk", "verslag"]


class NewGesprekForm(GesprekForm):
    """A new conversation, in which the person can be told of the right to talk alone."""

    gewezen = forms.BooleanField(
        label="Ik heb gewezen op het recht op een gesprek zonder anderen erbij", required=False
    )


@may("intake.change")
@once
def gesprekken(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the conversations, and record one."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    today = localdate()
    new = Intakegesprek(gemeente_id=dossier.gemeente_id, dossier=dossier, version=0)
    form = NewGesprekForm(data=request.POST or None, instance=new, initial=_suggested(dossier, today))
    if form.is_valid():
        try:
            record_gesprek(form.save(commit=False), by=request.user, on=today)
            if form.cleaned_data["gewezen"]:
                offer_private_talk(dossier, by=request.user, on=form.cleaned_data["gevoerd_on"])
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Het gesprek is vastgelegd.")
            return redirect("klantmanager:intakegesprekken", dossier.pk)
    context = intake_context(
        request,
        dossier,
        "gesprekken",
        form=form,
        talks=dossier.intakegesprekken.select_related("by").order_by("-gevoerd_on", "-id"),
    )
    return render(request, "klantmanager/intake/gesprekken.html", context)


@may("intake.change")
def gesprek(request: HttpRequest, dossier_id: int, gesprek_id: int) -> HttpResponse:
    """Change what was recorded of a conversation."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    talk = part_or_404(dossier, dossier.intakegesprekken, gesprek_id)
    form = GesprekForm(data=request.POST or None, instance=talk)
    if form.is_valid():
        try:
            change_gesprek(form.save(commit=False), by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Het gesprek is gewijzigd.")
            return redirect("klantmanager:intakegesprekken", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    context = intake_context(request, dossier, "gesprekken", form=form, talk=talk)
    return render(request, "klantmanager/intake/gesprek.html", context)


def _suggested(dossier: Dossier, today: Any) -> dict[str, Any]:
    """What is probably so: today, and in the AZC for who lives there."""
    persoon = dossier.inburgeringsplichtige
    place = Intakegesprek.Plaats.AZC if persoon.in_azc else Intakegesprek.Plaats.GEMEENTEHUIS
    return {"gevoerd_on": today, "plaats": place, "tolk": language_name(persoon.taal)}
