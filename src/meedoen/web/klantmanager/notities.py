"""Working notes of a dossier."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import change_note, write_note
from meedoen.domain.dossier.models import Notitie
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.once import once
from meedoen.web.versions import VersionedForm, conflict_response

LONGEST = 5000


class NoteForm(forms.Form):
    """A new note."""

    tekst = forms.CharField(
        label="Nieuwe notitie",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 5}),
        help_text="Schrijf zo dat de inburgeraar het mag lezen. Gezondheid hoort bij de brede intake.",
    )


class EditNoteForm(VersionedForm):
    """An own note."""

    tekst = forms.CharField(label="Notitie", max_length=LONGEST, widget=forms.Textarea({"rows": 8}))

    class Meta:
        model = Notitie
        fields: ClassVar = ["tekst"]


@may("dossier.change")
@once
def notities(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the notes, and add one."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    form = NoteForm(request.POST or None)
    if form.is_valid():
        write_note(dossier, tekst=form.cleaned_data["tekst"], by=request.user)
        messages.success(request, "De notitie is bewaard.")
        return redirect("klantmanager:notities", dossier.pk)
    notes = dossier.notities.select_related("by")
    return _show(request, dossier, "notities.html", form=form, notes=notes)


@may("dossier.change")
def notitie(request: HttpRequest, dossier_id: int, notitie_id: int) -> HttpResponse:
    """Change an own note."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    note = part_or_404(dossier, dossier.notities, notitie_id)
    if note.by_id != request.user.pk:
        raise PermissionDenied("Alleen wie de notitie schreef, kan haar wijzigen.")
    form = EditNoteForm(data=request.POST or None, instance=note)
    if form.is_valid():
        change_note(form.save(commit=False), by=request.user)
        messages.success(request, "De notitie is gewijzigd.")
        return redirect("klantmanager:notities", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    return _show(request, dossier, "notitie.html", form=form, note=note)


def _show(request: HttpRequest, dossier: Any, template: str, **more: Any) -> HttpResponse:
    context = dossier_context(request, dossier, "notities", **more)
    return render(request, f"klantmanager/dossier/{template}", context)
