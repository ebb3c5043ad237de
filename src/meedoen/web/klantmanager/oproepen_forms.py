"""Forms of the calls for the brede intake."""

from datetime import datetime, time
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.models import Oproep
from meedoen.web.fields import DutchDateField
from meedoen.web.versions import VersionedForm

DUTCH_CLOCK = ZoneInfo("Europe/Amsterdam")
EARLIEST, LATEST = time(7, 0), time(22, 0)
"""Nobody is called at night, which is also when the clock jumps."""


class OproepForm(forms.Form):
    """A new call: when, where, with which interpreter, and the term."""

    gesprek_on = DutchDateField(label="Dag van het gesprek")
    gesprek_om = forms.TimeField(
        label="Tijd van het gesprek",
        help_text="uren en minuten, bijvoorbeeld 10:30",
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={"invalid": "Schrijf de tijd als uren en minuten, bijvoorbeeld 10:30."},
        widget=forms.TimeInput({"size": "6", "autocomplete": "off"}, format="%H:%M"),
    )
    locatie = forms.CharField(
        label="Plaats",
        max_length=200,
        help_text="Zoals het in de brief komt: naam en adres. Ook een AZC kan.",
    )
    tolk = forms.CharField(
        label="Taal van de tolk",
        max_length=40,
        required=False,
        help_text="Leeg als er geen tolk komt. Vult u iets in, dan staat in de brief dat er een tolk is.",
    )
    termijn_on = DutchDateField(
        label="Laatste dag van de termijn",
        help_text="Op deze dag moet de inburgeraar uiterlijk zijn verschenen.",
    )
    minuten = forms.IntegerField(
        label="Hoe lang duurt het gesprek?",
        min_value=10,
        max_value=480,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "size": "6", "autocomplete": "off"}),
        help_text="In minuten. Leeg als u het nog niet weet.",
    )
    leerbaarheidstoets = forms.BooleanField(
        label="Ook de leerbaarheidstoets is dan", required=False, help_text="Dit komt in de brief."
    )
    met_taal = forms.BooleanField(
        label="Ook in de taal van de inburgeraar", required=False, help_text="Naast het Nederlands."
    )

    def __init__(self, *args: Any, language: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if language:
            self.fields["met_taal"].label = f"Brief ook in het {language}"
        else:
            del self.fields["met_taal"]

    def clean_gesprek_om(self) -> time:
        """Refuse the night."""
        found = self.cleaned_data["gesprek_om"]
        if not EARLIEST <= found <= LATEST:
            raise forms.ValidationError("Kies een tijd tussen 7:00 en 22:00 uur.")
        return found

    def clean(self) -> dict[str, Any]:
        """Put day and time together, on the Dutch clock."""
        cleaned = super().clean()
        day, at = cleaned.get("gesprek_on"), cleaned.get("gesprek_om")
        if day is not None and at is not None:
            cleaned["gesprek_at"] = datetime.combine(day, at, DUTCH_CLOCK)
        return cleaned


class UitkomstForm(VersionedForm):
    """What came of a call."""

    uitkomst = forms.ChoiceField(
        label="Wat is er gebeurd?",
        choices=[choice for choice in Oproep.Uitkomst.choices if choice[0] != Oproep.Uitkomst.OPEN],
        widget=forms.RadioSelect,
    )
    uitkomst_on = DutchDateField(label="Op welke dag?", in_the_past=True)
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=(
            "Verplicht bij afgezegd, ingetrokken en onvoldoende meegewerkt. "
            "Volgt er een waarschuwing, dan staat deze tekst in de brief. Schrijf niets over gezondheid."
        ),
    )

    class Meta:
        model = Oproep
        fields: ClassVar = ["uitkomst", "uitkomst_on", "toelichting"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.uitkomst == Oproep.Uitkomst.OPEN:
            self.initial["uitkomst"] = ""
            self.initial["uitkomst_on"] = localdate()
