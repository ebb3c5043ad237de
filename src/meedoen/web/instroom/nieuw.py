"""Choosing a file."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.access.permissions import gemeenten_for, may
from meedoen.domain.instroom import actions
from meedoen.domain.instroom.guard import Unreadable, too_large
from meedoen.domain.instroom.models import Import
from meedoen.domain.regio.models import Gemeente
from meedoen.web.fields import DutchDateField
from meedoen.web.once import once

from .work import check


class UploadForm(forms.Form):
    """A file, who made it, the day for which it tells, and the gemeente of rows that name none."""

    soort = forms.ChoiceField(
        label="Wat voor bestand is het?",
        choices=Import.Soort.choices,
        initial=Import.Soort.GEMEENTE,
        required=False,
        widget=forms.RadioSelect,
        help_text="Een lijst van de gemeente mag gegevens wijzigen. Wat COA vertelt, vult alleen aan wat "
        "leeg is; de rest ziet u naast wat u al had.",
    )
    bestand = forms.FileField(
        label="Bestand",
        help_text="Een Excel-werkmap (.xlsx) of een csv-bestand. De eerste rij bevat de koppen. Een lijst "
        "in json kan ook.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json"}),
        error_messages={"empty": "Het bestand is leeg. Kies het bestand met de lijst van personen."},
    )
    told_on = DutchDateField(
        label="Peildatum",
        in_the_past=True,
        help_text="De dag waarop deze gegevens klopten, meestal de dag waarop de lijst is gemaakt.",
    )
    gemeente = forms.ModelChoiceField(
        label="Gemeente",
        queryset=Gemeente.objects.none(),
        help_text="Voor welke gemeente u dit bestand inleest.",
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gemeenten = gemeenten_for(user, "caseload.import")
        if len(gemeenten) == 1:
            del self.fields["gemeente"]
        else:
            self.fields["gemeente"].queryset = Gemeente.objects.filter(pk__in=[g.pk for g in gemeenten])
        self.only = gemeenten[0]

    def clean_soort(self) -> str:
        """Without a choice it is a list of the gemeente."""
        return self.cleaned_data["soort"] or Import.Soort.GEMEENTE

    def clean_bestand(self) -> Any:
        """Refuse a file that is too large before it is read into memory."""
        upload = self.cleaned_data["bestand"]
        if upload.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(str(too_large()))
        return upload


@may("caseload.import")
@once
def nieuw(request: HttpRequest) -> HttpResponse:
    """Show the form; read the file, and go to its columns or to what is in it."""
    form = UploadForm(
        request.POST or None,
        request.FILES or None,
        user=request.user,
        initial={"told_on": localdate(), "soort": _asked(request)},
    )
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["bestand"]
        try:
            bestand = actions.start(
                upload.read(),
                upload.name,
                gemeente=form.cleaned_data.get("gemeente") or form.only,
                told_on=form.cleaned_data["told_on"],
                by=request.user,
                soort=form.cleaned_data["soort"],
            )
        except Unreadable as refused:
            form.add_error("bestand", str(refused))
        else:
            if set(bestand.headings) - set(bestand.kolommen) or "achternaam" not in bestand.kolommen.values():
                return redirect(reverse("instroom:kolommen", args=[bestand.pk]))
            return redirect(check(request, bestand))
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "instroom/nieuw.html", {"form": form}, status=status)


def _asked(request: HttpRequest) -> str:
    """Return the kind of file that a link asked for."""
    asked = request.GET.get("soort", "")
    return asked if asked in Import.Soort else Import.Soort.GEMEENTE
