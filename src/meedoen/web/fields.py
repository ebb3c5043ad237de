"""Form fields that Dutch forms need: a date as people write it, and the week in day parts."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

DAYS = {
    "ma": "maandag",
    "di": "dinsdag",
    "wo": "woensdag",
    "do": "donderdag",
    "vr": "vrijdag",
    "za": "zaterdag",
    "zo": "zondag",
}
PARTS = {"ochtend": "ochtend", "middag": "middag", "avond": "avond"}

DUTCH_ORDER = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})", re.ASCII)
ISO_ORDER = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)

YEARS_AHEAD = 20  # a year of two digits is at most so far in the future


class DutchDateInput(forms.TextInput):
    """A text box for a date; the browser's own date picker shows another order of day and month."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", "size": "12", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """A date as dd-mm-jjjj; what a person typed as it was typed."""
        return value.strftime("%d-%m-%Y") if isinstance(value, date) else super().format_value(value)


class DutchDateField(forms.Field):
    """A date written as 03-02-1990, 3-2-90 or 1990-02-03; cleans to `datetime.date` or None.

    `in_the_past=True` refuses a date after today and reads a year of two digits in the past:
    use it for a date of birth.
    """

    widget = DutchDateInput
    default_error_messages = {
        "invalid": "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 3-2-1990.",
        "nonexistent": "De datum %(typed)s bestaat niet. Kijk de dag en de maand na.",
        "future": "Deze datum ligt in de toekomst. Vul een datum in tot en met vandaag.",
    }

    def __init__(self, *, in_the_past: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "dag-maand-jaar, bijvoorbeeld 3-2-1990")
        super().__init__(**kwargs)
        self.in_the_past = in_the_past

    def to_python(self, value: Any) -> date | None:
        """The date that was meant; raises ValidationError with a sentence that says what to do."""
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        typed = str(value).strip()
        if not typed:
            return None
        year, month, day = self.parts(typed)
        try:
            found = date(year, month, day)
        except ValueError:
            raise ValidationError(
                self.error_messages["nonexistent"], code="nonexistent", params={"typed": typed}
            ) from None
        if self.in_the_past and found > localdate():
            raise ValidationError(self.error_messages["future"], code="future")
        return found

    def parts(self, typed: str) -> tuple[int, int, int]:
        """Year, month and day as numbers; raises ValidationError when the text is no date."""
        if match := ISO_ORDER.fullmatch(typed):
            year, month, day = match.groups()
        elif match := DUTCH_ORDER.fullmatch(typed):
            day, month, year = match.groups()
        else:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        full = self.full_year(int(year)) if len(year) == 2 else int(year)
        return full, int(month), int(day)

    def full_year(self, digits: int) -> int:
        """The year that two digits stand for: the latest that is not too far ahead."""
        latest = localdate().year + (0 if self.in_the_past else YEARS_AHEAD)
        return latest - (latest - digits) % 100

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another date was filled in; another way of writing the same date is no change."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class DayPartGrid(forms.CheckboxSelectMultiple):
    """The week as a table of check boxes: a row for each day, a column for each day part."""

    template_name = "django/forms/widgets/day_part_grid.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Django's context, with `rows`: pairs of the day and its three options."""
        context = super().get_context(name, value, attrs)
        options = [group[1][0] for group in context["widget"]["optgroups"]]
        days = list(DAYS.values())
        rows = [(day, options[at * len(PARTS) : (at + 1) * len(PARTS)]) for at, day in enumerate(days)]
        return {**context, "rows": rows, "parts": list(PARTS.values())}


class DayPartField(forms.MultipleChoiceField):
    """When somebody is available: cleans to a list such as `["ma_ochtend", "di_middag"]`."""

    widget = DayPartGrid

    def __init__(self, **kwargs: Any) -> None:
        choices = [(f"{day}_{part}", f"{DAYS[day]}{PARTS[part]}") for day in DAYS for part in PARTS]
        super().__init__(choices=choices, **kwargs)
