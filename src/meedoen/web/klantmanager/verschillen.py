"""What DUO knows beside what we know of one person, and resolving what differs."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.models import Verschil
from meedoen.domain.voortgang.vergelijken import (
    VELDEN,
    beside,
    compare_dossiers,
    keep_ours,
    take_from_duo,
)
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.once import once

CHANGED = "Dit verschil is intussen gewijzigd. Kijk eerst wat er nu staat."


class ResolveForm(forms.Form):
    """Which of both is right, and how somebody knows."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    wat = forms.ChoiceField(label="Wat klopt?", widget=forms.RadioSelect)
    reden = forms.CharField(
        label="Hoe weet u dat?",
        max_length=300,
        help_text="Bijvoorbeeld: brief van DUO gezien, of gebeld met DUO.",
    )

    def __init__(self, *args: object, verschil: Verschil, **kwargs: object) -> None:
        super().__init__(*args, initial={"version": verschil.version}, **kwargs)
        self.verschil, veld = verschil, VELDEN[verschil.veld]
        ours = ("ons", f"Ons gegeven: {veld.show(verschil.van_ons) if verschil.van_ons else 'niet bekend'}")
        choices = [ours]
        if veld.takes and verschil.van_duo:
            choices.insert(0, ("duo", f"Dat van DUO: {veld.show(verschil.van_duo)}"))
        self.fields["wat"].choices = choices

    def clean(self) -> dict[str, object]:
        """Refuse a choice between other values than there are now; choosing again is possible."""
        cleaned = super().clean()
        if cleaned.get("version") not in {None, self.verschil.version}:
            self.data = self.data.copy()
            self.data["version"] = str(self.verschil.version)
            raise forms.ValidationError(CHANGED)
        return cleaned


@may("duo.view")
def verschillen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show every field beside DUO's, with both days; a POST compares now."""
    dossier = dossier_or_404(request, dossier_id, "duo.view")
    today = localdate()
    may_resolve = has_permission(request.user, "duo.send", dossier.gemeente_id)
    if request.method == "POST" and may_resolve:
        found = compare_dossiers([dossier.pk], on=today)
        messages.success(request, f"Vergeleken: {_count(found.open)}.")
        return redirect("klantmanager:verschillen", dossier.pk)
    rows = list(Verschil.objects.filter(dossier=dossier).select_related("opgelost_by"))
    still_open = {row.veld: row for row in rows if row.status == Verschil.Status.OPEN}
    context = dossier_context(
        request,
        dossier,
        "duo",
        regels=[
            (regel, still_open.get(regel.veld.code))
            for regel in beside(dossier, today)
            if regel.ours or regel.theirs
        ],
        resolved=[
            (row, VELDEN[row.veld])
            for row in reversed(rows)
            if row.status != Verschil.Status.OPEN and row.veld in VELDEN
        ],
        may_resolve=may_resolve,
    )
    return render(request, "klantmanager/verschillen.html", context)


@may("duo.send")
@once
def oplossen(request: HttpRequest, dossier_id: int, verschil_id: int) -> HttpResponse:
    """Resolve one difference with a reason: take over what DUO says, or state that ours is right."""
    dossier = dossier_or_404(request, dossier_id, "duo.send")
    verschil = part_or_404(dossier, dossier.verschillen, verschil_id)
    form = ResolveForm(request.POST or None, verschil=verschil)
    if form.is_valid():
        reden = form.cleaned_data["reden"]
        try:
            if form.cleaned_data["wat"] == "duo":
                take_from_duo(verschil, by=request.user, reason=reden, on=localdate())
            else:
                keep_ours(verschil, by=request.user, reason=reden)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Het verschil is opgelost.")
            return redirect("klantmanager:verschillen", dossier.pk)
    veld = VELDEN[verschil.veld]
    context = dossier_context(
        request, dossier, "duo", verschil=verschil, veld=veld, form=form, can_take=veld.takes
    )
    status = 409 if CHANGED in form.non_field_errors() else 200
    return render(request, "klantmanager/verschil_oplossen.html", context, status=status)


def _count(number: int) -> str:
    if not number:
        return "geen verschil"
    return "één verschil" if number == 1 else f"{number} verschillen"
