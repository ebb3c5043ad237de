"""Taking over from DUO without a connection: lines that somebody pastes or uploads become events."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meedoen.access.dossiers import record_list
from meedoen.access.permissions import gemeenten_for, has_permission, may
from meedoen.domain.instroom.guard import Unreadable, too_large
from meedoen.domain.keten.models import Notificatie
from meedoen.domain.regio.models import Gemeente

from .regels import MOST_LINES, Melding, keep_lines, lines_of_file, read_lines


class PasteForm(forms.Form):
    """Lines, or a file of them, and the gemeente to which DUO told them."""

    tekst = forms.CharField(
        label="Regels uit het portaal",
        required=False,
        strip=False,
        max_length=400_000,
        widget=forms.Textarea({"rows": 8, "data-nostore": "", "spellcheck": "false", "autocomplete": "off"}),
        help_text="Eén melding op een regel, met de code, de datum en het BSN of V-nummer. De volgorde maakt "
        "niet uit. Bijvoorbeeld: SS131 24-11-2026 en dan het BSN.",
    )
    bestand = forms.FileField(
        label="Of een bestand",
        required=False,
        help_text="Een csv-bestand of een Excel-werkmap (.xlsx).",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
    )
    gemeente = forms.ModelChoiceField(label="Gemeente", queryset=Gemeente.objects.none())
    weg = forms.ChoiceField(
        choices=[(Notificatie.Weg.GEPLAKT, ""), (Notificatie.Weg.BESTAND, "")],
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, gemeenten: list[Gemeente], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.only = gemeenten[0]
        if len(gemeenten) == 1:
            del self.fields["gemeente"]
        else:
            self.fields["gemeente"].queryset = Gemeente.objects.filter(pk__in=[g.pk for g in gemeenten])

    def clean(self) -> dict[str, Any]:
        """Turn a file into lines, and ask for at least one."""
        cleaned = super().clean()
        if (upload := cleaned.get("bestand")) is not None:
            if upload.size > settings.UPLOAD_MAX_BYTES:
                raise forms.ValidationError(str(too_large()))
            try:
                cleaned["tekst"] = lines_of_file(upload.read())
            except Unreadable as refused:
                self.add_error("bestand", str(refused))
                return cleaned
            cleaned["weg"] = Notificatie.Weg.BESTAND
        cleaned["weg"] = cleaned.get("weg") or Notificatie.Weg.GEPLAKT
        if not cleaned.get("tekst", "").strip() and not self.errors:
            self.add_error("tekst", "Plak hier de regels uit het portaal, of kies een bestand.")
        elif len(cleaned.get("tekst", "").splitlines()) > MOST_LINES:
            raise forms.ValidationError(
                f"Neem ten hoogste {MOST_LINES} regels tegelijk over. Verdeel de lijst in stukken."
            )
        return cleaned

    @property
    def gemeente_chosen(self) -> Gemeente:
        """The gemeente to which DUO told it."""
        return self.cleaned_data.get("gemeente") or self.only


@may("duo.send")
def overnemen(request: HttpRequest) -> HttpResponse:
    """Show the box; then what was recognised; then keep that. What is bad stays, with what to do."""
    gemeenten = gemeenten_for(request.user, "duo.send")
    form = PasteForm(request.POST or None, request.FILES or None, gemeenten=gemeenten)
    if not form.is_valid():
        return _page(request, {"form": form}, status=422 if form.is_bound else 200)
    gemeente, text = form.gemeente_chosen, form.cleaned_data["tekst"]
    found = read_lines(text, gemeente)
    if not found:
        form.add_error(None, "Er staat geen enkele melding in: op geen regel staat een cijfer.")
        return _page(request, {"form": form}, status=422)
    if request.POST.get("stap") == "overnemen":
        kept = keep_lines(found, gemeente, by=request.user, weg=form.cleaned_data["weg"])
        messages.success(request, _kept_words(kept, sum(1 for line in found if line.known)))
        found = [line for line in found if line.fault]
        if not found:
            return redirect("duo:overzicht")
        text = "\n".join(line.text for line in found)
    record_list(request, {line.dossier.pk: line.dossier for line in found if line.dossier}.values())
    return _page(request, _preview(form, found, text, gemeente, gemeenten))


def _page(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    context["may_judge"] = has_permission(request.user, "duo.unknown")
    return render(request, "duo/overnemen.html", context, status=status)


def _preview(
    form: PasteForm, found: list[Melding], text: str, gemeente: Gemeente, gemeenten: list[Gemeente]
) -> dict[str, Any]:
    again = PasteForm(
        initial={"tekst": text, "gemeente": gemeente, "weg": form.cleaned_data["weg"]}, gemeenten=gemeenten
    )
    return {
        "form": again,
        "lines": found,
        "good": sum(1 for line in found if line.good),
        "known": sum(1 for line in found if line.known),
        "bad": sum(1 for line in found if line.fault),
        "unknown": sum(1 for line in found if line.good and line.dossier is None),
    }


def _kept_words(kept: int, known: int) -> str:
    words = "Eén melding is overgenomen" if kept == 1 else f"{kept} meldingen zijn overgenomen"
    return f"{words}; {known} stond{'en' if known != 1 else ''} er al." if known else f"{words}."
