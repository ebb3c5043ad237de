"""Tasks about the gemeente and not about a person: a storing, a contactpersoon, an event that got stuck."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from meedoen.access.permissions import gemeenten_for, has_permission, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.actions import finish_taak
from meedoen.domain.keten.models import Taak
from meedoen.web.once import once

from .overzicht import gemeente_tasks
from .plaatsen import Link, place_of


class FinishForm(forms.Form):
    """How a task was done."""

    hoe = forms.CharField(
        label="Hoe hebt u dit afgehandeld?",
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Een korte zin is genoeg. Schrijf geen BSN op.",
    )


@may("taak.finish")
@once
def taak(request: HttpRequest, taak_id: int) -> HttpResponse:
    """Show one task of the gemeente, and finish it with a word how."""
    row, place = _task_or_404(request, taak_id)
    form = FinishForm(request.POST or None)
    if form.is_valid():
        try:
            finish_taak(row, by=request.user, hoe=form.cleaned_data["hoe"])
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "De taak is afgehandeld.")
            return redirect(_back(request, row))
    context = {"taak": row, "place": place, "form": form, "back": _back(request, row)}
    return render(request, "duo/taak.html", context, status=422 if form.is_bound else 200)


def _task_or_404(request: HttpRequest, taak_id: int) -> tuple[Taak, Link]:
    mine = gemeente_tasks(request, gemeenten_for(request.user, "taak.finish"))
    found = mine.filter(pk=taak_id).first() if taak_id < 2**63 else None
    if found is None:
        raise Http404("Deze taak bestaat niet, is al gedaan of is niet voor u.")
    return found, place_of(request, found)


def _back(request: HttpRequest, row: Taak) -> str:
    if has_permission(request.user, "duo.view", row.gemeente_id):
        return reverse("duo:overzicht")
    return reverse("beheer:duo-gemeente", args=[row.gemeente_id])
