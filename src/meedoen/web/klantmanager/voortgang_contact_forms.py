"""Forms of the contactpersonen of a gemeente at DUO."""

from typing import Any, ClassVar

from django import forms

from meedoen.domain.keten.actions import HIGHEST_NUMBER
from meedoen.domain.keten.models import Contactpersoon
from meedoen.domain.regio.models import Gemeente
from meedoen.web.versions import VersionedForm


class ContactpersoonForm(VersionedForm):
    """How a contactpersoon can be reached."""

    naam = forms.CharField(label="Naam", max_length=100)
    email = forms.CharField(label="E-mailadres", max_length=241)
    telefoonnummer = forms.CharField(
        label="Telefoonnummer", max_length=22, help_text="Bijvoorbeeld 06 12345678 of 033 1234567."
    )

    nummer = forms.IntegerField(
        label="Nummer bij DUO",
        required=False,
        min_value=1,
        max_value=HIGHEST_NUMBER,
        help_text="Alleen nodig als deze contactpersoon met de hand bij DUO is aangemeld.",
    )

    class Meta:
        model = Contactpersoon
        fields: ClassVar = ["naam", "email", "telefoonnummer"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.duo_id is not None:
            del self.fields["nummer"]


class NewContactpersoonForm(forms.Form):
    """Somebody of a gemeente who becomes contactpersoon."""

    gemeente = forms.ModelChoiceField(queryset=Gemeente.objects.none(), label="Gemeente", empty_label=None)
    medewerker = forms.ModelChoiceField(queryset=None, label="Medewerker", empty_label="kies een medewerker")
    naam = forms.CharField(
        label="Naam zoals DUO en de inburgeraar die zien",
        max_length=100,
        required=False,
        help_text="Leeg: de naam van de medewerker.",
    )
    email = forms.CharField(
        label="E-mailadres",
        max_length=241,
        required=False,
        help_text="Leeg: het e-mailadres van de medewerker.",
    )
    telefoonnummer = forms.CharField(
        label="Telefoonnummer", max_length=22, help_text="Bijvoorbeeld 06 12345678 of 033 1234567."
    )
    koppelen = forms.BooleanField(
        label="Koppel meteen aan de inburgeraars van deze medewerker", required=False, initial=True
    )

    def __init__(self, *args: Any, gemeenten: list[Gemeente], medewerkers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = Gemeente.objects.filter(pk__in=[one.pk for one in gemeenten])
        self.fields["medewerker"].queryset = medewerkers


class LinkForm(forms.Form):
    """Which contactpersoon belongs to a person."""

    contactpersoon = forms.ModelChoiceField(
        queryset=None, label="Contactpersoon", empty_label="kies een contactpersoon"
    )

    def __init__(self, *args: Any, contactpersonen: list[Contactpersoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ids = [one.pk for one in contactpersonen]
        self.fields["contactpersoon"].queryset = Contactpersoon.objects.filter(pk__in=ids)
