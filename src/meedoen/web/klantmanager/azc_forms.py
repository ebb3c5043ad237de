"""Forms of the time in the AZC."""

from typing import Any, ClassVar

from django import forms
from django.utils.timezone import localdate

from meedoen.domain.voorinburgering.models import Overdrachtspunt, Voorinburgering
from meedoen.web.fields import DutchDateField
from meedoen.web.klantmanager.gegevens_forms import FactsForm, past
from meedoen.web.versions import VersionedForm


class VoorinburgeringForm(FactsForm):
    """What the klantmanager knows of the voorinburgering and how to reach the person in the AZC."""

    instemming_on = past("Datum van instemming")
    azc_email = forms.EmailField(label="E-mail in het AZC", required=False, max_length=254)
    casemanager_email = forms.EmailField(label="E-mail van de casemanager", required=False, max_length=254)

    class Meta:
        model = Voorinburgering
        fields: ClassVar = [
            "azc_telefoon",
            "azc_email",
            "casemanager",
            "casemanager_telefoon",
            "casemanager_email",
            "deelname",
            "instemming_on",
            "reden_deelname",
            "resultaat",
        ]

    field_order: ClassVar = [*Meta.fields, "reden"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "reden_deelname"
        ].help_text = "Alleen als de persoon niet meedoet. Schrijf niets over gezondheid."
        self.fields["deelname"].label = "Doet mee aan de voorinburgering"


class PuntForm(VersionedForm):
    """One point of the warm handover: where it stands, when, and a remark. On health no remark."""

    op = DutchDateField(
        label="Datum",
        required=False,
        help_text="De dag waarop het is gedaan of gaat gebeuren: dag-maand-jaar, bijvoorbeeld 3-2-2026",
    )
    opmerking = forms.CharField(
        label="Opmerking",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text="Bijvoorbeeld met wie u sprak. Schrijf niets over gezondheid.",
    )

    class Meta:
        model = Overdrachtspunt
        fields: ClassVar = ["stand", "op", "opmerking"]
        widgets: ClassVar = {"stand": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.punt == Overdrachtspunt.Punt.GEZONDHEID:
            del self.fields["opmerking"]
            self._stored.pop("opmerking", None)
            self.fields["stand"].choices = [
                (Overdrachtspunt.Stand.OPEN, "Nog niet besproken"),
                (Overdrachtspunt.Stand.GEDAAN, "Besproken"),
            ]
            self.fields["stand"].error_messages["invalid_choice"] = "Kies Besproken of Nog niet besproken."
        if not self.instance.pk and self.instance.stand == Overdrachtspunt.Stand.OPEN:
            self.initial["stand"] = Overdrachtspunt.Stand.GEDAAN
            self.initial["op"] = localdate()
