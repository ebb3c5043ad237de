"""What people fill in around a move."""

from typing import Any, ClassVar

from django import forms

from meedoen.documents.bridge.overdracht_delen import GROND
from meedoen.domain.instroom.gemeenten import known
from meedoen.domain.overdracht.formaat import Boete
from meedoen.domain.overdracht.models import Overdrachtsverzoek
from meedoen.web.fields import DutchDateField
from meedoen.web.versions import VersionedForm

FINES = 3
HIGHEST_FINE = 100_000


def gemeente_field(label: str) -> forms.ChoiceField:
    """Return a choice of every gemeente of the country, by name."""
    places = sorted(known().values(), key=lambda place: place.naam)
    return forms.ChoiceField(
        label=label,
        choices=[("", "Kies een gemeente"), *((place.code, place.naam) for place in places)],
        error_messages={"required": "Kies een gemeente."},
    )


class DepartureForm(forms.Form):
    """Where the person went, and when."""

    verhuisd_on = DutchDateField(label="Verhuisd op", in_the_past=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"] = gemeente_field("Naar welke gemeente?")
        self.order_fields(["gemeente"])


class ArrivalForm(forms.Form):
    """Where the person came from, and what we asked there."""

    verhuisd_on = DutchDateField(label="In onze gemeente sinds", in_the_past=True)
    gevraagd_on = DutchDateField(label="Wanneer vroeg u om de gegevens?", in_the_past=True)
    reden = forms.CharField(
        label="Waarvoor hebt u ze nodig?",
        max_length=500,
        help_text="Bijvoorbeeld: voor ons eigen PIP. De vorige gemeente neemt dit over in haar dossier.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"] = gemeente_field("Uit welke gemeente?")
        self.order_fields(["gemeente"])


class RequestForm(VersionedForm):
    """What the new gemeente asked."""

    gevraagd_on = DutchDateField(label="Wanneer vroeg de andere gemeente het?", in_the_past=True)
    gevraagd_door = forms.CharField(
        label="Wie vroeg het?", max_length=200, help_text="Naam en functie, en hoe u wist dat het klopt."
    )
    reden = forms.CharField(label="Waarvoor?", max_length=500)

    class Meta:
        model = Overdrachtsverzoek
        fields: ClassVar = ["gevraagd_on", "gevraagd_door", "reden"]


class NewPIPForm(VersionedForm):
    """When the new gemeente made her PIP."""

    nieuw_pip_on = DutchDateField(
        label="Dagtekening van het PIP van de nieuwe gemeente", in_the_past=True, required=False
    )

    class Meta:
        model = Overdrachtsverzoek
        fields: ClassVar = ["nieuw_pip_on"]


class StepsForm(VersionedForm):
    """Which points of the handover are done."""

    stappen = forms.MultipleChoiceField(
        label="Wat is gedaan?",
        choices=Overdrachtsverzoek.Stap.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Overdrachtsverzoek
        fields: ClassVar = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stored["stappen"] = list(self.instance.afgevinkt)
        self.initial["stappen"] = list(self.instance.afgevinkt)


class PackForm(VersionedForm):
    """What goes along, and how it travels."""

    boetes = forms.ChoiceField(
        label="Legde uw college boetes op voor de inburgering?",
        choices=[("nee", "Nee"), ("ja", "Ja")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies ja of nee: de nieuwe gemeente telt eerdere boetes mee."},
        help_text="Boetes van DUO hoeft u niet te noemen.",
    )
    samenvatting = forms.BooleanField(
        label="Geef de samenvatting van de brede intake mee",
        required=False,
        help_text="Lees haar eerst na. Staat er iets over gezondheid in, geef haar dan niet mee.",
    )
    bestand = forms.BooleanField(
        label="Maak ook een bestand dat een andere Meedoen kan lezen", required=False
    )
    hoe_veilig = forms.CharField(
        label="Hoe verstuurt u het bestand veilig?",
        required=False,
        max_length=300,
        help_text="Het BSN staat leesbaar in dit bestand. Gebruik beveiligde mail, bijvoorbeeld volgens "
        "NTA 7516.",
    )

    class Meta:
        model = Overdrachtsverzoek
        fields: ClassVar = []

    def __init__(self, *args: Any, has_summary: bool, can_sign: bool, encrypts: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, FINES + 1):
            self.fields[f"boete_{number}_on"] = DutchDateField(
                label=f"Boete {number}: datum van het besluit", required=False, in_the_past=True
            )
            self.fields[f"boete_{number}_grond"] = forms.ChoiceField(
                label=f"Boete {number}: waarvoor", required=False, choices=[("", "Kies"), *GROND.items()]
            )
            self.fields[f"boete_{number}_bedrag"] = forms.IntegerField(
                label=f"Boete {number}: bedrag in hele euro's",
                required=False,
                min_value=1,
                max_value=HIGHEST_FINE,
            )
        if not has_summary:
            del self.fields["samenvatting"]
        if not can_sign:
            del self.fields["bestand"]
        else:
            self.fields["bestand"].initial = True
        if encrypts or not can_sign:
            del self.fields["hoe_veilig"]
        fines = [name for name in self.fields if name.startswith("boete_")]
        self.order_fields(["boetes", *fines, "samenvatting", "bestand", "hoe_veilig"])

    def clean(self) -> dict[str, Any]:
        """Each fine is whole; a yes names at least one and a no names none."""
        cleaned = super().clean()
        rows = []
        for number in range(1, FINES + 1):
            day, ground, amount = (
                cleaned.get(f"boete_{number}_{part}") for part in ("on", "grond", "bedrag")
            )
            if not any((day, ground, amount)):
                continue
            if not all((day, ground, amount)):
                self.add_error(f"boete_{number}_on", f"Vul van boete {number} datum, reden en bedrag in.")
                continue
            rows.append(Boete(besloten_op=day, grond=ground, bedrag_euro=amount))
        if cleaned.get("boetes") == "ja" and not rows and not self.errors:
            self.add_error("boete_1_on", "Vul minstens één boete in, of kies nee.")
        if cleaned.get("boetes") == "nee" and rows:
            self.add_error("boetes", "U koos nee, maar vulde een boete in. Kies ja, of maak de boete leeg.")
        cleaned["fines"] = rows
        return cleaned


class UploadForm(forms.Form):
    """The file of another gemeente, and for which of ours it is."""

    bestand = forms.FileField(
        label="Bestand van de andere gemeente",
        help_text="De naam eindigt op .json.",
        widget=forms.FileInput(attrs={"accept": ".json"}),
        error_messages={"empty": "Het bestand is leeg. Kies het bestand dat de andere gemeente stuurde."},
    )

    def __init__(self, *args: Any, gemeenten: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(gemeenten) > 1:
            self.fields["gemeente"] = forms.ChoiceField(
                label="Voor welke gemeente is het?", choices=[(place.pk, place.naam) for place in gemeenten]
            )


class TakeOverFileForm(forms.Form):
    """Whose dossier the file becomes, and since when the person is registered here."""

    inschrijving_on = DutchDateField(
        label="Ingeschreven in onze gemeente op (BRP)",
        in_the_past=True,
        help_text="Vanaf deze dag lopen de tien weken voor het PIP van uw gemeente.",
    )
    keuze = forms.ChoiceField(
        label="Is dit dezelfde persoon?",
        choices=[("zelfde", "Ja, voeg toe aan dat dossier"), ("nieuw", "Nee, maak een nieuw dossier")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of dit dezelfde persoon is."},
    )

    def __init__(self, *args: Any, must_choose: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not must_choose:
            del self.fields["keuze"]


class KeyForm(forms.Form):
    """The key file of another gemeente, and how its fingerprint was compared."""

    bestand = forms.FileField(
        label="Sleutelbestand van de andere gemeente", widget=forms.FileInput(attrs={"accept": ".json"})
    )
    einde = forms.CharField(
        label="Laatste 8 tekens van de vingerafdruk",
        max_length=20,
        help_text="Bel de andere gemeente op een nummer dat u zelf opzoekt, en laat ze voorlezen.",
    )
    gecontroleerd = forms.CharField(label="Met wie hebt u gebeld, en wanneer?", max_length=200)
