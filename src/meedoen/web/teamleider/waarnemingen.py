"""Judging afterwards why somebody opened the dossier of a colleague."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from meedoen.access.permissions import gemeenten_of, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Waarneming
from meedoen.domain.dossier.waarneming import judge_waarneming
from meedoen.web.once import once


class JudgeForm(forms.Form):
    """Was the reason good?"""

    oordeel = forms.ChoiceField(
        label="Was deze waarneming terecht?",
        choices=[("ja", "Ja, de reden klopt"), ("nee", "Nee, hier moet iets volgen")],
        widget=forms.RadioSelect,
    )
    opmerking = forms.CharField(
        label="Opmerking", max_length=500, widget=forms.Textarea({"rows": 3}), help_text="Hoe weet u dit?"
    )


@may("waarneming.review", methods=("GET",))
def waarnemingen(request: HttpRequest) -> HttpResponse:
    """List the waarnemingen of the gemeenten where this user judges; those to be judged first."""
    everything = request.GET.get("toon") == "alles"
    rows = _rows(request).order_by("-since", "-id")
    if not everything:
        rows = rows.filter(beoordeeld_at__isnull=True)
    page = Paginator(rows, 50).get_page(request.GET.get("pagina"))
    return render(
        request,
        "teamleider/waarnemingen.html",
        {"page": page, "everything": everything, "now": timezone.now()},
    )


@may("waarneming.review")
@once
def waarneming(request: HttpRequest, waarneming_id: int) -> HttpResponse:
    """Judge one waarneming, with a remark."""
    row = _rows(request).filter(pk=waarneming_id).first() if waarneming_id < 2**63 else None
    if row is None:
        raise Http404("Deze waarneming bestaat niet, of u mag haar niet zien.")
    form = JudgeForm(request.POST or None)
    if form.is_valid():
        try:
            judge_waarneming(
                row,
                akkoord=form.cleaned_data["oordeel"] == "ja",
                opmerking=form.cleaned_data["opmerking"],
                by=request.user,
                at=timezone.now(),
            )
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Uw oordeel is vastgelegd.")
            return redirect("teamleider:waarnemingen")
    return render(request, "teamleider/waarneming.html", {"row": row, "form": form})


def _rows(request: HttpRequest):
    return Waarneming.objects.filter(
        gemeente_id__in=gemeenten_of(request.user, "waarneming.review")
    ).select_related("dossier__klantmanager", "dossier__gemeente", "medewerker", "beoordeeld_by", "gemeente")
