"""What every form has that types over a part of DUO's portal: it gives the JSON of the interface.

What DUO has as a list (exams, hours of each gemeente, vrijstellingen) is typed one by one: what is new comes
beside what was known, and a row about the same takes the place of the old one.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from meedoen.web.fields import DutchDateField

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)


def choice(label: str, options: Any, *, required: bool = False, help_text: str = "") -> forms.ChoiceField:
    """Return a field for one of DUO's codes; an empty choice stands first."""
    pairs = list(options.items()) if isinstance(options, Mapping) else [(one, one) for one in options]
    return forms.ChoiceField(
        label=label, choices=[("", "Kies"), *pairs], required=required, help_text=help_text
    )


def day(label: str, *, required: bool = False, help_text: str = "dag-maand-jaar") -> DutchDateField:
    """Return a field for a date."""
    return DutchDateField(label=label, required=required, help_text=help_text)


def hours(label: str) -> forms.IntegerField:
    """Return a field for a number of hours, as DUO limits it."""
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=9999)


class PortalForm(forms.Form):
    """What one page of the portal shows. `NAMES` ties each field to the published one, in order."""

    interface: ClassVar[str]
    NAMES: ClassVar[Mapping[str, str]] = {}

    niets = forms.BooleanField(label="DUO toont hier niets", required=False)
    bekeken_on = DutchDateField(label="Op welke dag keek u in het portaal?", in_the_past=True)

    def __init__(self, *args: Any, known: Any = None, gemeente_code: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"bekeken_on": localdate()})
        self.known, self.gemeente_code = known, gemeente_code
        super().__init__(*args, **kwargs)
        if "gemeentecode" in self.fields:
            self.initial.setdefault("gemeentecode", gemeente_code)
        # An empty field is only a fault when DUO does show something.
        self.asked = [name for name, field in self.fields.items() if field.required and name != "bekeken_on"]
        for name in self.asked:
            self.fields[name].later = True
            self.fields[name].required = False
        self.order_fields([*(name for name in self.fields if name not in {"niets", "bekeken_on"}), "niets"])

    def clean(self) -> dict[str, Any]:
        """Ask what DUO always shows, unless it shows nothing."""
        cleaned = super().clean()
        for name, typed in list(cleaned.items()):
            if isinstance(typed, date) and not FIRST <= typed <= LAST:
                self.add_error(name, "Dit jaar kan niet. Kijk het jaar na.")
        filled = [name for name in self.NAMES if cleaned.get(name) not in (None, "")]
        if cleaned.get("niets") and [name for name in filled if name != "gemeentecode"]:
            self.add_error("niets", "U vulde iets in. Haal dit vinkje weg, of maak de velden leeg.")
        if not cleaned.get("niets"):
            for name in self.asked:
                if name not in self.errors and cleaned.get(name) in (None, ""):
                    self.add_error(name, "Vul in wat het portaal hier toont.")
        return cleaned

    def body(self) -> Any:
        """Return the published JSON; None when DUO shows nothing."""
        return None if self.cleaned_data["niets"] else self.published()

    def published(self) -> Any:
        """Return what was typed, by its published names."""
        return self.row(self.NAMES)

    def row(self, names: Mapping[str, str]) -> dict[str, Any]:
        """Return the filled fields by their published names: dates and yes or no as DUO writes them."""
        typed = {published: _json(self.cleaned_data.get(name)) for name, published in names.items()}
        return {published: told for published, told in typed.items() if told is not None}

    def beside(self, row: Mapping[str, Any], same: Callable[[Mapping[str, Any]], Any]) -> list[Any]:
        """Return the known rows with this one; one about the same is replaced."""
        rows = [one for one in self.known if isinstance(one, Mapping)] if isinstance(self.known, list) else []
        return [*(one for one in rows if same(one) != same(row)), dict(row)]


def _json(typed: Any) -> Any:
    if isinstance(typed, date):
        return typed.isoformat()
    return {"ja": True, "nee": False}.get(typed, typed) if typed != "" else None


def in_order(cleaned: Mapping[str, Any], first: str, last: str, sentence: str) -> None:
    """Refuse an end before its begin, with a sentence at the end; raises ValidationError."""
    begin, end = cleaned.get(first), cleaned.get(last)
    if begin and end and end < begin:
        raise ValidationError({last: sentence})
