"""Saved filters and chosen columns of the werkvoorraad."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from meedoen.access.permissions import may
from meedoen.domain.termijn.models import Lijstweergave
from meedoen.web.klantmanager import kolommen, lijstkeuze


class ViewForm(forms.ModelForm):
    """A name for the filter that is shown now."""

    class Meta:
        model = Lijstweergave
        fields = ("naam", "querystring", "standaard")

    naam = forms.CharField(label="Naam van de weergave", max_length=60)


def list_address(query: str = "") -> str:
    """Return the address of the werkvoorraad with a filter, and nothing else that somebody slipped in."""
    tidy = lijstkeuze.without_names(QueryDict(query))
    return f"{reverse('klantmanager:werkvoorraad')}?{tidy}" if tidy else reverse("klantmanager:werkvoorraad")


@may("werkvoorraad.view", methods=("POST",))
def bewaren(request: HttpRequest) -> HttpResponse:
    """Keep the filter under a name; the same name again replaces it."""
    form = ViewForm(request.POST)
    if not form.is_valid():
        messages.error(request, "De weergave is niet bewaard: geef haar een naam van hooguit 60 tekens.")
        return redirect(list_address(request.POST.get("querystring", "")))
    wanted = form.cleaned_data
    if wanted["standaard"]:
        _no_other_opens(request)
    view, _ = Lijstweergave.objects.update_or_create(
        medewerker=request.user,
        naam=wanted["naam"],
        defaults={
            "querystring": lijstkeuze.without_names(QueryDict(wanted["querystring"]))[:1000],
            "kolommen": kolommen.known_columns(request.POST.getlist("kolommen")) or list(kolommen.USUAL),
            "standaard": wanted["standaard"],
        },
    )
    messages.success(request, f"Bewaard als “{view.naam}”.")
    return redirect(f"{list_address(view.querystring or 'wie=alle')}&weergave={view.pk}")


@may("werkvoorraad.view", methods=("POST",))
def wijzigen(request: HttpRequest, weergave_id: int) -> HttpResponse:
    """Open with this view from now on, not any more, or throw it away."""
    view = Lijstweergave.objects.filter(medewerker=request.user).exclude(naam="").filter(pk=weergave_id)
    if weergave_id >= 2**63 or not view.exists():
        raise Http404("Deze weergave bestaat niet.")
    match request.POST.get("actie"):
        case "verwijderen":
            view.delete()
        case "openen":
            _no_other_opens(request)
            view.update(standaard=True)
        case "niet-openen":
            view.update(standaard=False)
    return redirect(list_address(request.POST.get("querystring", "")))


@may("werkvoorraad.view", methods=("POST",))
def kolommen_kiezen(request: HttpRequest) -> HttpResponse:
    """Keep which columns she wants to see from now on."""
    Lijstweergave.objects.update_or_create(
        medewerker=request.user,
        naam="",
        defaults={"kolommen": kolommen.known_columns(request.POST.getlist("kolommen"))},
    )
    return redirect(list_address(request.POST.get("querystring", "")))


def _no_other_opens(request: HttpRequest) -> None:
    Lijstweergave.objects.filter(medewerker=request.user, standaard=True).update(standaard=False)
