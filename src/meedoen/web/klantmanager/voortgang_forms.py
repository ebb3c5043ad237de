"""Forms of the voortgang: aanbod, hours, PVT, MAP, Z-route."""

import re
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from meedoen.domain.keten.models import Instelling
from meedoen.domain.pip.models import PIP
from meedoen.domain.voortgang.models import Inburgeringsaanbod, Resultaat
from meedoen.domain.voortgang.selectors import end_from_last_day, last_day_of
from meedoen.law.kernel.outcome import Outcome
from meedoen.web.fields import DutchDateField
from meedoen.web.versions import VersionedForm

SCHOOLS = "scholen"
"""Id of the list of schools on the page, from which the browser suggests while somebody types."""
LAST_YEAR = 2100
NUMBER_AT_THE_END = re.compile(r"\(([^()]{1,10})\)\s*$")


def school_option(instelling: Instelling) -> str:
    """Return a school as it is chosen: name, place and its number at DUO."""
    return f"{instelling} ({instelling.instellingsnummer})"


def keurmerk_in_words(instelling: Instelling) -> str:
    """Return which keurmerk a school has, as DUO lists it."""
    marks = []
    if instelling.bow_keurmerk:
        marks.append("keurmerk Blik op Werk")
    if instelling.tst_keurmerk:
        marks.append("erkend voor taalschakeltraject")
    if marks:
        return " en ".join(marks)
    unknown = instelling.bow_keurmerk is None or instelling.tst_keurmerk is None
    return "keurmerk niet bekend" if unknown else "geen keurmerk"


class SchoolField(forms.CharField):
    """A school of DUO's list, typed with suggestions; cleans to an `Instelling`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=200, widget=forms.TextInput({"list": SCHOOLS, "autocomplete": "off"}), **kwargs
        )

    def clean(self, value: Any) -> Instelling | None:
        """The school that was chosen, by its number or by a part of its name that only one has."""
        typed = super().clean(value)
        if not typed:
            return None
        numbered = NUMBER_AT_THE_END.search(typed)
        if numbered is not None:
            found = Instelling.objects.filter(instellingsnummer=numbered.group(1)).first()
            if found is not None:
                return found
        named = list(Instelling.objects.filter(naam__icontains=typed)[:2])
        if len(named) == 1:
            return named[0]
        if named:
            raise ValidationError("Meer dan een school heet zo. Kies er een uit de lijst.")
        if not Instelling.objects.exists():
            raise ValidationError(
                "De lijst met scholen is nog leeg. Voeg de school toe met de link in dit formulier."
            )
        raise ValidationError(
            "Er staat geen school met deze naam in de lijst. Kies er een uit de lijst, of voeg haar toe."
        )


def alfabetisering_field() -> forms.ChoiceField:
    """Return the choice that DUO asks with every aanbod."""
    return forms.ChoiceField(
        label="Alfabetiseringsonderwijs",
        choices=PIP.Alfabetisering.choices,
        widget=forms.RadioSelect({"class": "choices--inline"}),
        initial=PIP.Alfabetisering.NVT,
    )


LAST_DAY_HELP = "De laatste dag waarop er les is. Meedoen geeft aan DUO de dag daarna door, zoals DUO vraagt."


class LastDayField(DutchDateField):
    """A last day of lessons; the day after it must exist, because that is what is kept."""

    def clean(self, value: Any) -> date | None:
        """The day that was meant; raises ValidationError for one at the end of time."""
        day: date | None = super().clean(value)
        if day is not None and day.year > LAST_YEAR:
            raise ValidationError("Deze datum ligt te ver weg. Kijk het jaar na.")
        return day


class AanbodForm(forms.Form):
    """A new aanbod."""

    instelling = SchoolField(
        label="School",
        help_text="Typ een deel van de naam en kies uit de lijst. Het keurmerk staat erachter.",
    )
    aanbod_on = DutchDateField(
        label="Datum van het aanbod", help_text="De dag waarop u de inburgeraar bij de school inschreef."
    )
    start_on = DutchDateField(label="Verwachte eerste lesdag", required=False)
    laatste_lesdag = LastDayField(label="Verwachte laatste lesdag", required=False, help_text=LAST_DAY_HELP)
    alfabetisering = alfabetisering_field()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    @property
    def schools(self) -> list[tuple[str, str]]:
        """The schools to choose from, each with its keurmerk."""
        return [(school_option(found), keurmerk_in_words(found)) for found in Instelling.objects.all()]

    def facts(self) -> dict[str, Any]:
        """Return the dates as they are kept: the end is exclusive. Of a valid form."""
        data = self.cleaned_data
        return {
            "aanbod_on": data["aanbod_on"],
            "start_on": data["start_on"],
            "eind_on": end_from_last_day(data["laatste_lesdag"], on=self.on),
        }


class AanbodWijzigenForm(VersionedForm):
    """Other dates for an aanbod; another school is another aanbod."""

    aanbod_on = DutchDateField(label="Datum van het aanbod")
    start_on = DutchDateField(label="Verwachte eerste lesdag", required=False)
    laatste_lesdag = LastDayField(label="Verwachte laatste lesdag", required=False, help_text=LAST_DAY_HELP)
    alfabetisering = alfabetisering_field()

    field_order: ClassVar = ["aanbod_on", "start_on", "laatste_lesdag", "alfabetisering"]

    class Meta:
        model = Inburgeringsaanbod
        fields: ClassVar = ["aanbod_on", "start_on", "alfabetisering"]

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self._stored["laatste_lesdag"] = self.initial["laatste_lesdag"] = last_day_of(self.instance, on=on)

    def save(self, commit: bool = True) -> Any:
        """Save with the end as it is kept: exclusive."""
        self.instance.eind_on = end_from_last_day(self.cleaned_data["laatste_lesdag"], on=self.on)
        return super().save(commit)


class LatestForm(forms.Form):
    """A form that adds to a history; it knows what was the latest when it was shown."""

    gezien = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**63 - 1, required=False)

    def __init__(self, *args: Any, latest: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {**kwargs.get("initial", {}), "gezien": latest.pk if latest else 0}
        super().__init__(*args, **kwargs)
        self.latest = latest

    def clean(self) -> dict[str, Any]:
        """Say it when a colleague recorded something in between; sending again is a choice."""
        cleaned = super().clean()
        now = self.latest.pk if self.latest else 0
        if (cleaned.get("gezien") or 0) != now:
            self.add_error(
                None,
                "Een collega heeft dit intussen ook vastgelegd. Kijk wat er nu staat en sla zo nodig "
                "opnieuw op.",
            )
            self.data = self.data.copy()
            self.data[self.add_prefix("gezien")] = str(now)
        return cleaned


class UrenForm(LatestForm):
    """A total of hours."""

    uren = forms.IntegerField(
        label="Totaal aantal uren tot nu toe",
        min_value=0,
        max_value=9999,
        help_text="Een heel aantal van 0 tot en met 9999. Tel vanaf het begin, niet alleen wat nieuw is.",
        error_messages={
            "min_value": "Vul een heel aantal uren in van 0 tot en met 9999.",
            "max_value": "Vul een heel aantal uren in van 0 tot en met 9999.",
            "invalid": "Vul een heel aantal uren in, zonder komma of letters.",
        },
    )
    tot_en_met_on = DutchDateField(label="Geteld tot en met")
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=300,
        help_text="Nodig als het totaal lager wordt. Dit gaat niet naar DUO.",
    )


DATE_LABELS = {
    Resultaat.Onderdeel.PVT: "Datum waarop de participatieverklaring is ondertekend",
    Resultaat.Onderdeel.MAP: "Datum van het eindgesprek MAP",
    Resultaat.Onderdeel.ZROUTE: "Datum waarop de Z-route is afgerond",
}


class ResultaatForm(LatestForm):
    """The date that closes PVT, MAP or Z-route, and Verwijtbaar when that can be said."""

    datum_on = DutchDateField(label="Datum")
    verwijtbaar = forms.TypedChoiceField(
        label="Verwijtbaar?",
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect({"class": "choices--inline"}),
        help_text="Uw oordeel: kan de inburgeraar er iets aan doen dat het te laat is?",
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, max_length=300, help_text="Dit gaat niet naar DUO."
    )

    def __init__(
        self, *args: Any, onderdeel: str, choices: dict[bool | None, Outcome[bool]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["datum_on"].label = DATE_LABELS[Resultaat.Onderdeel(onderdeel)]
        offered = offered_verwijtbaar(choices)
        if not offered or onderdeel == Resultaat.Onderdeel.ZROUTE:
            del self.fields["verwijtbaar"]
            return
        self.fields["verwijtbaar"].choices = [NOT_JUDGED, *offered]
        # When it is not done and the end comes, the judgement can go without a date.
        self.fields["datum_on"].required = False


NOT_JUDGED = ("", "Niet van toepassing")
JUDGED = {True: "Ja, verwijtbaar", False: "Nee, niet verwijtbaar"}


def offered_verwijtbaar(choices: dict[bool | None, Outcome[bool]]) -> list[tuple[str, str]]:
    """Return Ja and Nee as far as DUO is not known to refuse them today."""
    return [(str(value), words) for value, words in JUDGED.items() if _may_be(choices.get(value))]


def _may_be(outcome: Outcome[bool] | None) -> bool:
    return outcome is not None and (not outcome.is_known or bool(outcome.value))


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reden = forms.CharField(
        label="Waarom trekt u dit in?", max_length=300, widget=forms.Textarea({"rows": 3})
    )


class IntrekkenForm(ReasonForm):
    """Why a date is taken back, and whether being late is verwijtbaar when DUO asks that."""

    verwijtbaar = forms.TypedChoiceField(
        label="Is het te laat zijn verwijtbaar?",
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=forms.RadioSelect({"class": "choices--inline"}),
        error_messages={"required": "Kies Ja of Nee. De termijn is voorbij, dus DUO vraagt dit."},
    )

    def __init__(self, *args: Any, choices: dict[bool | None, Outcome[bool]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = offered_verwijtbaar(choices)
        if not offered:
            del self.fields["verwijtbaar"]
            return
        field, without = self.fields["verwijtbaar"], _may_be(choices.get(None))
        field.required = not without
        field.choices = [NOT_JUDGED, *offered] if without else offered
        why = choices[False if without else None].sentence()
        field.help_text = f"Uw oordeel. DUO vraagt dit als de termijn voorbij is. Nu geldt: {why}."
