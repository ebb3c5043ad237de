"""The schools that an aanbod can name: DUO's nightly list, and what somebody types over from its portal."""

import hashlib
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.access.permissions import has_permission, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.actions.instellingen import NUMBER_LENGTH, add_instelling, change_instelling
from meedoen.domain.keten.models import Instelling
from meedoen.domain.regio.logboek import record_security
from meedoen.web.once import once

PAGE = 50
TYPED = ("naam", "plaatsnaam", "bow_keurmerk", "tst_keurmerk")
WORDS = {True: "ja", False: "nee", None: "niet bekend"}


class KeurmerkField(forms.TypedChoiceField):
    """Ja, nee or not known; cleans to True, False or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("True", "Ja"), ("False", "Nee"), ("None", "Niet bekend")],
            coerce={"True": True, "False": False, "None": None}.__getitem__,
            initial="None",
            widget=forms.RadioSelect({"class": "choices--inline"}),
            **kwargs,
        )


class SchoolForm(forms.Form):
    """A school as the portal shows it.

    It knows what stood in the list when it was shown: when that is something else by now, or a number that
    was typed as new is there already, both are shown and sending again is a choice.
    """

    stond = forms.CharField(required=False, widget=forms.HiddenInput, max_length=64)
    nummer = forms.CharField(
        label="Nummer van de instelling",
        min_length=NUMBER_LENGTH,
        max_length=NUMBER_LENGTH,
        help_text="Precies 10 tekens, met de nullen ervoor, zoals in het portaal.",
        widget=forms.TextInput({"autocomplete": "off", "size": "12"}),
        error_messages={
            "min_length": "Een instellingsnummer heeft precies 10 cijfers of letters.",
            "max_length": "Een instellingsnummer heeft precies 10 cijfers of letters.",
        },
    )
    naam = forms.CharField(label="Naam", max_length=128)
    plaatsnaam = forms.CharField(label="Plaats", max_length=40, required=False)
    bow_keurmerk = KeurmerkField(label="Keurmerk van Blik op Werk")
    tst_keurmerk = KeurmerkField(label="Erkend voor taalschakeltrajecten")

    def __init__(self, *args: Any, instance: Instelling | None, **kwargs: Any) -> None:
        self.instance = instance
        if instance is not None:
            stands = {name: str(getattr(instance, name)) for name in TYPED}
            kwargs["initial"] = {**stands, "stond": fingerprint(instance)}
        super().__init__(*args, **kwargs)
        self.differences: list[dict[str, Any]] = []
        if instance is not None:
            del self.fields["nummer"]

    def clean_nummer(self) -> str:
        """The number, which goes into an address at DUO."""
        number: str = self.cleaned_data["nummer"]
        if not (number.isascii() and number.isalnum()):
            raise ValidationError("Een instellingsnummer heeft precies 10 cijfers of letters.")
        return number

    def clean(self) -> dict[str, Any]:
        """Lay what was typed beside a school that is in the list already or changed meanwhile."""
        cleaned = super().clean()
        adding = self.instance is None
        if adding and "nummer" in cleaned:
            self.instance = Instelling.objects.filter(instellingsnummer=cleaned["nummer"]).first()
        if self.instance is None or cleaned.get("stond") == fingerprint(self.instance):
            return cleaned
        self.differences = [
            {"label": self.fields[name].label, "mine": _shown(cleaned[name]), "theirs": _shown(stands)}
            for name in TYPED
            if name in cleaned and cleaned[name] != (stands := getattr(self.instance, name))
        ]
        said = "Deze school staat al in de lijst" if adding else "Iemand anders heeft deze school gewijzigd"
        self.add_error(
            None, f"{said}. Vergelijk wat er staat met wat u typte. Klopt het uwe, sla dan nog een keer op."
        )
        self.data = self.data.copy()
        self.data[self.add_prefix("stond")] = fingerprint(self.instance)
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """What was typed, of a valid form."""
        return {name: self.cleaned_data[name] for name in TYPED}


def fingerprint(school: Instelling) -> str:
    """Return a short text that changes with what the form shows of a school."""
    stands = repr([school.instellingsnummer, *(getattr(school, name) for name in TYPED)])
    return hashlib.sha256(stands.encode()).hexdigest()[:32]


@may("duo.send", methods=("GET",))
def scholen(request: HttpRequest) -> HttpResponse:
    """List the schools, by name; found by a part of name, place or number."""
    text = request.GET.get("zoek", "").replace("\0", "").strip()[:100]
    rows = Instelling.objects.order_by("naam", "pk")
    if text:
        rows = rows.filter(
            Q(naam__icontains=text) | Q(plaatsnaam__icontains=text) | Q(instellingsnummer__icontains=text)
        )
    page = Paginator(rows, PAGE).get_page(request.GET.get("pagina"))
    return render(request, "duo/scholen.html", {"page": page, "text": text, **_menu(request)})


@may("duo.send")
@once
def nieuw(request: HttpRequest) -> HttpResponse:
    """Add a school; a number that is there already is changed after a look at both."""
    return _edit(request, None)


@may("duo.send")
@once
def school(request: HttpRequest, school_id: int) -> HttpResponse:
    """Change a school."""
    found = Instelling.objects.filter(pk=school_id).first() if school_id < 2**63 else None
    if found is None:
        raise Http404("Deze school staat niet in de lijst.")
    return _edit(request, found)


def _edit(request: HttpRequest, found: Instelling | None) -> HttpResponse:
    form = SchoolForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_bound and form.is_valid():
        try:
            kept = _keep(form)
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            record_security(
                "school met de hand vastgelegd",
                "gelukt",
                actor=request.user,
                path=request.path,
                detail=f"{kept.instellingsnummer} {kept}",
            )
            messages.success(request, f"{kept} staat in de lijst.")
            return redirect(_next(request))
    context = {"form": form, "school": found, "back": _next(request), **_menu(request)}
    return render(request, "duo/scholen_formulier.html", context, status=422 if form.is_bound else 200)


def _keep(form: SchoolForm) -> Instelling:
    if form.instance is not None:
        return change_instelling(form.instance, **form.facts, on=localdate())
    return add_instelling(form.cleaned_data["nummer"], **form.facts, on=localdate())


def _next(request: HttpRequest) -> str:
    """Where to go after it: back to the aanbod of the dossier that asked for the school, else the list."""
    dossier = request.GET.get("dossier", "")
    if dossier.isascii() and dossier.isdigit() and len(dossier) < 19:
        return reverse("klantmanager:aanbod-nieuw", args=[int(dossier)])
    return reverse("duo:scholen")


def _menu(request: HttpRequest) -> dict[str, bool]:
    return {"may_send": True, "may_judge": has_permission(request.user, "duo.unknown")}


def _shown(value: Any) -> str:
    return WORDS[value] if value is None or isinstance(value, bool) else value or "leeg"
