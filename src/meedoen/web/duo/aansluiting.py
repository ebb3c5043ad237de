"""How a gemeente reaches DUO: by hand or by the interface, under which number, since when."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.permissions import gemeenten_for, may
from meedoen.domain.keten.actions import make_unsent_ready
from meedoen.domain.keten.models import Bericht, DUOAansluiting
from meedoen.domain.keten.selectors import aansluiting_of
from meedoen.domain.regio.logboek import record_security
from meedoen.domain.regio.models import Gemeente
from meedoen.web.fields import DutchDateField
from meedoen.web.versions import VersionedForm, conflict_response

from .overzicht import MOST_TASKS, gemeente_tasks, with_places

Manier = DUOAansluiting.Manier


class AansluitingForm(VersionedForm):
    """By hand or by the interface; the interface asks the number of the gemeente and a conscious check."""

    sinds_on = DutchDateField(
        label="Op deze manier sinds", required=False, help_text="Laat leeg als dat vandaag is."
    )
    nagekeken = forms.BooleanField(
        label="Ik heb gecontroleerd wat hierboven staat: meedoen check meldt niets, en DUO heeft onze "
        "gemeente toegelaten",
        required=False,
    )

    class Meta:
        model = DUOAansluiting
        fields: ClassVar = ["manier", "oin", "sinds_on"]
        widgets: ClassVar = {"manier": forms.RadioSelect}
        labels: ClassVar = {"manier": "Hoe gaan berichten naar DUO?"}
        help_texts: ClassVar = {
            "oin": "Het Organisatie-identificatienummer waaronder DUO de gemeente kent: 20 cijfers."
        }

    field_order: ClassVar = ["manier", "oin", "sinds_on", "nagekeken"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stored.pop("nagekeken", None)
        # Asked only for the interface: no word that it may stay empty.
        self.fields["oin"].later = True
        self.was_connected = self.instance.pk is not None and self._stored["manier"] == Manier.M2M

    def clean_oin(self) -> str:
        """Return a number that no other gemeente has."""
        oin = self.cleaned_data["oin"]
        others = DUOAansluiting.objects.exclude(gemeente_id=self.instance.gemeente_id)
        if oin and others.filter(oin=oin).exists():
            raise ValidationError("Een andere gemeente heeft dit OIN al. Kijk de cijfers na.")
        return oin

    def clean_sinds_on(self) -> Any:
        """Return a day that is not in the future; without one it is today."""
        day = self.cleaned_data["sinds_on"]
        if day is not None and day > localdate():
            raise ValidationError("Deze dag ligt in de toekomst. Zet de koppeling aan op de dag zelf.")
        return day

    def clean(self) -> dict[str, Any]:
        """Ask what the interface cannot do without."""
        cleaned = super().clean()
        if cleaned.get("manier") == Manier.M2M:
            if not cleaned.get("oin") and "oin" not in self.errors:
                self.add_error("oin", "Vul het OIN van de gemeente in: zonder OIN kent DUO uw gemeente niet.")
            if not self.was_connected and not cleaned.get("nagekeken"):
                self.add_error("nagekeken", "Controleer eerst de punten hierboven en zet dan dit vinkje.")
        if "manier" in self.changed_data and not cleaned.get("sinds_on"):
            cleaned["sinds_on"] = localdate()
        return cleaned


@may("duo.connect", methods=("GET",))
def kiezen(request: HttpRequest) -> HttpResponse:
    """Go to the gemeente of the beheerder, or let her choose one."""
    gemeenten = gemeenten_for(request.user, "duo.connect")
    if len(gemeenten) == 1:
        return redirect("beheer:duo-gemeente", gemeenten[0].pk)
    rows = {row.gemeente_id: row for row in DUOAansluiting.objects.filter(gemeente__in=gemeenten)}
    pairs = [(gemeente, rows.get(gemeente.pk)) for gemeente in gemeenten]
    return render(request, "duo/aansluitingen.html", {"gemeenten": pairs})


@may("duo.connect")
def aansluiting(request: HttpRequest, gemeente_id: int) -> HttpResponse:
    """Change how one gemeente reaches DUO."""
    gemeente = _gemeente(request, gemeente_id)
    row = _row(gemeente, request.method == "POST")
    form = AansluitingForm(data=request.POST or None, instance=row)
    if form.is_valid():
        return _saved(request, gemeente, form)
    if form.conflict:
        return conflict_response(request, form, {})
    waiting = Bericht.objects.filter(
        gemeente=gemeente, status__in=(Bericht.Status.KLAAR, Bericht.Status.VASTGELOPEN)
    )
    context = {
        "gemeente_gekozen": gemeente,
        "form": form,
        "row": aansluiting_of(gemeente.pk),
        "waiting": waiting.count(),
        "tasks": with_places(request, gemeente_tasks(request, [gemeente])[:MOST_TASKS]),
        "current": "duo",
    }
    return render(request, "duo/aansluiting.html", context, status=422 if form.is_bound else 200)


def _row(gemeente: Gemeente, sent: bool) -> DUOAansluiting:
    """Return the row to change; only sending makes one, so that the second of two who send is told."""
    if sent:
        return DUOAansluiting.objects.get_or_create(gemeente=gemeente, defaults={"version": 0})[0]
    return DUOAansluiting.objects.filter(gemeente=gemeente).first() or DUOAansluiting(gemeente=gemeente)


def _saved(request: HttpRequest, gemeente: Gemeente, form: AansluitingForm) -> HttpResponse:
    row = form.save()
    record_security(
        "aansluiting op DUO gewijzigd",
        "gelukt",
        actor=request.user,
        gemeente=gemeente,
        detail=f"{row.get_manier_display()}, OIN {row.oin or 'geen'}, sinds {row.sinds_on or 'onbekend'}",
    )
    if row.by_interface and not form.was_connected:
        ready = make_unsent_ready(gemeente)
        messages.success(request, f"De koppeling staat aan. {_ready_words(ready)}")
    else:
        messages.success(request, "De aansluiting is opgeslagen.")
    return redirect("beheer:duo-gemeente", gemeente.pk)


def _ready_words(count: int) -> str:
    if not count:
        return "Er stond niets te wachten."
    return "Eén bericht gaat nu naar DUO." if count == 1 else f"{count} berichten gaan nu naar DUO."


def _gemeente(request: HttpRequest, gemeente_id: int) -> Gemeente:
    found = [place for place in gemeenten_for(request.user, "duo.connect") if place.pk == gemeente_id]
    if not found:
        raise Http404("Deze gemeente bestaat niet, of u beheert haar niet.")
    return found[0]
