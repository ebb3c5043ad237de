"""Who lives with this person: link and unlink, within one gemeente."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meedoen.access.dossiers import dossier_or_404, opens_without_reason, record_list
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.huishouden import join_household, leave_household
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.dossier.selectors import age, household_members
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.once import once

ABSENT = "In deze gemeente is er geen dossier met dit nummer."
OF_COLLEAGUE = "Dit dossier is van een collega. Vraag haar of uw teamleider om het huishouden te koppelen."


class MemberForm(forms.Form):
    """Which dossier belongs to the same household."""

    nummer = forms.IntegerField(
        label="Dossiernummer van de huisgenoot",
        min_value=1,
        max_value=2**62,
        help_text="Het nummer staat in de titel van het dossier.",
    )


@may("dossier.change")
@once
def huishouden(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the household, and add somebody to it."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    form = MemberForm(request.POST or None)
    if form.is_valid():
        other = _other(dossier, form.cleaned_data["nummer"])
        if other is None:
            form.add_error("nummer", ABSENT)
        elif not opens_without_reason(request.user, other):
            form.add_error("nummer", OF_COLLEAGUE)
        else:
            try:
                join_household(dossier, other, by=request.user)
            except NotPossible as fault:
                form.add_error("nummer", str(fault))
            else:
                record_list(request, [other], action="wijzigen")
                messages.success(request, "Het huishouden is gewijzigd.")
                return redirect("klantmanager:huishouden", dossier.pk)
    members = household_members(dossier.inburgeringsplichtige)
    record_list(request, [member.dossier for member in members])
    context = dossier_context(request, dossier, "overzicht", form=form)
    context["members"] = [(member, age(member, context["today"])) for member in members]
    return render(request, "klantmanager/dossier/huishouden.html", context)


@may("dossier.change", methods=("POST",))
def verlaten(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Take this person out of the household."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    try:
        leave_household(dossier, by=request.user)
    except NotPossible as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, "Deze persoon staat niet meer in het huishouden.")
    return redirect("klantmanager:huishouden", dossier.pk)


def _other(dossier: Dossier, number: int) -> Dossier | None:
    """Return the dossier with this number in the same gemeente."""
    return (
        Dossier.objects.filter(pk=number, gemeente_id=dossier.gemeente_id)
        .select_related("inburgeringsplichtige__huishouden", "gemeente")
        .first()
    )
