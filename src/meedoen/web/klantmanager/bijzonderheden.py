"""What else can happen on the way, from which Meedoen derives an attention signal of DUO."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.voortgang.actions.attentie import change_attentie
from meedoen.domain.voortgang.models import Attentie
from meedoen.law.inburgering.begrippen import Niveau
from meedoen.web.fields import DutchDateField
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.versions import VersionedForm, conflict_response


def day(label: str, help_text: str = "") -> DutchDateField:
    """Return an optional day that has been."""
    more = {"help_text": help_text} if help_text else {}
    return DutchDateField(label=label, required=False, in_the_past=True, **more)


class AttentieForm(VersionedForm):
    """The days from which a signal follows; empty is not known or has not happened."""

    verlenging_aangevraagd_on = day("De inburgeraar vroeg DUO om verlenging op")
    verlenging_besloten_on = day("DUO besliste daarover op")
    vertrokken_on = day("Vertrokken uit de gemeente op")
    vertrokken_naar = forms.ChoiceField(
        label="Vertrokken naar", required=False, choices=[("", "–"), *Attentie.Vertrek.choices]
    )
    contract_on = day("De school meldde een cursuscontract op")
    contract_niveau = forms.ChoiceField(
        label="Niveau in dat contract",
        required=False,
        choices=[("", "niet bekend"), *((one.value, one.label) for one in Niveau)],
    )
    contract_taalschakeltraject = forms.TypedChoiceField(
        label="Is het een contract voor een taalschakeltraject?",
        required=False,
        choices=[("", "niet bekend"), ("ja", "Ja"), ("nee", "Nee")],
        coerce=lambda text: text == "ja",
        empty_value=None,
    )
    bio_gevraagd_on = day(
        "Ontheffing wegens bijzondere omstandigheden gevraagd op",
        "De inburgeraar vraagt die bij DUO. DUO vraagt de gemeente om advies.",
    )
    bio_advies_on = day("De gemeente gaf advies op")
    certificaattekst_on = day("DUO zette de tekst van het certificaat van de Z-route klaar op")
    certificaat_on = day("Certificaat van de Z-route uitgereikt op")
    vrijstelling_einde_on = day("Een tijdelijke vrijstelling eindigde op")
    opleiding_einde_on = day(
        "Een opleiding eindigde op",
        "Alleen een opleiding die de inburgeraar eerst mocht afmaken en die geen vrijstelling geeft.",
    )

    class Meta:
        model = Attentie
        fields: ClassVar = [
            *("verlenging_aangevraagd_on", "verlenging_besloten_on", "vertrokken_on", "vertrokken_naar"),
            *("contract_on", "contract_niveau", "contract_taalschakeltraject"),
            *("bio_gevraagd_on", "bio_advies_on", "certificaattekst_on", "certificaat_on"),
            *("vrijstelling_einde_on", "opleiding_einde_on"),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self.instance.contract_taalschakeltraject
        self.initial["contract_taalschakeltraject"] = {True: "ja", False: "nee"}.get(known, "")

    def clean(self) -> dict[str, Any]:
        """Check what belongs together."""
        cleaned = super().clean()
        if cleaned.get("vertrokken_on") and not cleaned.get("vertrokken_naar"):
            self.add_error("vertrokken_naar", "Kies waarheen de persoon vertrok.")
        no_day = not cleaned.get("vertrokken_on") and "vertrokken_on" not in self.errors
        if cleaned.get("vertrokken_naar") and no_day:
            self.add_error("vertrokken_on", "Vul in op welke dag de persoon vertrok.")
        for first, then, sentence in ORDER:
            if cleaned.get(first) and cleaned.get(then) and cleaned[then] < cleaned[first]:
                self.add_error(then, sentence)
        return cleaned

    @property
    def changed_labels(self) -> list[str]:
        """Return the labels of what was changed."""
        return [str(self.fields[name].label).lower() for name in self.changed_data if name != "version"]


ORDER = (
    (
        "verlenging_aangevraagd_on",
        "verlenging_besloten_on",
        "DUO kan niet beslissen voordat de verlenging is gevraagd. Kijk beide datums na.",
    ),
    (
        "bio_gevraagd_on",
        "bio_advies_on",
        "Het advies kan niet voor de aanvraag liggen. Kijk beide datums na.",
    ),
    (
        "certificaattekst_on",
        "certificaat_on",
        "Het certificaat kan niet worden uitgereikt voordat de tekst er is. Kijk beide datums na.",
    ),
)


@may("voortgang.change")
def bijzonderheden(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show and change the days from which a signal follows."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    row = Attentie.objects.filter(dossier=dossier).first()
    row = row or Attentie(gemeente_id=dossier.gemeente_id, dossier=dossier, version=0)
    form = AttentieForm(data=request.POST or None, instance=row)
    if form.is_valid():
        try:
            made = form.save(commit=False)
            change_attentie(made, changed=form.changed_labels, by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Vastgelegd. Volgt er een taak uit, dan staat die bij dit dossier.")
            return redirect("klantmanager:voortgang", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    context = dossier_context(request, dossier, "voortgang", form=form)
    return render(request, "klantmanager/bijzonderheden.html", context)
