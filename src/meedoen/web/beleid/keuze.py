"""What somebody wants to try out: which number of the law, what it would be, and on which day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.http import urlencode

from meedoen.domain.termijn.caseload import KEPT
from meedoen.law.caseload.policy import (
    ABOVE_ALL,
    MOST,
    UNIT_WORDS,
    Policy,
    place,
    plain_number,
    policy,
    written,
)
from meedoen.law.caseload.uses import used_since
from meedoen.law.kernel.dutch import in_dutch
from meedoen.law.kernel.parameter import Parameter, parameter
from meedoen.law.sources import IN_WERKING
from meedoen.web.fields import DutchDateField

FIRST_CHOICE = "bi2021.pip_termijn"
LAST_DAY = date(2100, 1, 1)
MOVES_NOTHING = frozenset({"wi2021.oproepen"})
"""Numbers that only move the next step itself, of which this page gives no figures."""
STEPS_SHOWN = 100
"""A slider has about so many steps; the number field takes every number."""


@dataclass(frozen=True)
class Slider:
    """The value of one parameter as somebody can move it."""

    parameter: Parameter
    now: int
    on: date

    @property
    def name(self) -> str:
        """The name of the parameter."""
        return self.parameter.name

    @property
    def unit(self) -> str:
        """The word of its unit; a count has none."""
        return "" if self.parameter.unit == "count" else UNIT_WORDS[self.parameter.unit][0]

    @property
    def now_written(self) -> str:
        """What the law says now, with the unit."""
        return written(self.parameter, self.parameter.at(self.on))

    @property
    def place(self) -> str:
        """The article."""
        return place(self.parameter)

    @property
    def source(self) -> str:
        """Where the value of now was published, and since when it holds."""
        version = self.parameter.version(self.on)
        return f"{version.source}, sinds {in_dutch(version.since)}"

    @property
    def step(self) -> int:
        """How much the slider moves at once."""
        steps = (one for one in (1, 5, 10, 25, 50, 100, 500) if self.now * 2 <= STEPS_SHOWN * one)
        return next(steps, 1000)

    @property
    def most(self) -> int:
        """Where the slider ends: twice what the law says now, and room to move for small numbers."""
        return max(self.now * 2, 10)

    @property
    def limit(self) -> int:
        """The greatest number that is taken."""
        return MOST.get(self.parameter.unit, ABOVE_ALL)


def choosable(on: date) -> list[Parameter]:
    """Return the numbers on which an answer about these dossiers rests on a day, by regeling and label."""
    found = [parameter(name) for name in used_since(on, KEPT) if name not in MOVES_NOTHING]
    return sorted(
        (one for one in found if one.unit != "list" and one.dated[0].since <= on),
        key=lambda one: (one.name.partition(".")[0], one.label),
    )


class WhatIfForm(forms.Form):
    """The choice as it stands in the address. Without an address it is the term of the PIP, today."""

    getal = forms.ChoiceField(label="Welk getal uit de wet?")
    waarde = forms.IntegerField(label="Stel dat het dit was", min_value=0)
    op = DutchDateField(label="Op welke dag?")
    afgesloten = forms.BooleanField(label="Ook afgesloten dossiers", required=False)

    def __init__(self, query: QueryDict, today: date) -> None:
        self.slider, data = _opened(query, today)
        self.other_number = data.get("voor", self.slider.name) != self.slider.name
        super().__init__(data)
        self.fields["op"].help_text = "Het getal geldt dan vanaf deze dag. Bijvoorbeeld 1-7-2026."
        self.fields["getal"].choices = [
            (one.name, f"{one.label} ({written(one, one.at(self.slider.on))})")
            for one in choosable(self.slider.on)
        ]

    def clean_waarde(self) -> int:
        """The number; one above what is possible is refused."""
        value: int = self.cleaned_data["waarde"]
        if value > self.slider.limit:
            raise forms.ValidationError(f"Kies een getal van 0 tot en met {self.slider.limit}.")
        return value

    def clean_op(self) -> date:
        """The day; only one that the law and its tables have."""
        day: date = self.cleaned_data["op"]
        if not IN_WERKING <= day <= LAST_DAY:
            raise forms.ValidationError(
                f"Kies een dag van {in_dutch(IN_WERKING)} tot en met {in_dutch(LAST_DAY)}."
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Make the policy, as soon as everything is right."""
        cleaned = super().clean() or {}
        if not self.errors:
            changes = {cleaned["getal"]: cleaned["waarde"]}
            self.policy: Policy = policy("wat als", cleaned["op"], changes, program=KEPT)
        return cleaned

    def query(self) -> str:
        """Return the choice as part of an address."""
        cleaned = self.cleaned_data
        pairs = {
            "getal": cleaned["getal"],
            "voor": cleaned["getal"],
            "waarde": cleaned["waarde"],
            "op": f"{cleaned['op']:%d-%m-%Y}",
            **({"afgesloten": "on"} if cleaned["afgesloten"] else {}),
        }
        return f"?{urlencode(pairs)}"


def _opened(query: QueryDict, today: date) -> tuple[Slider, QueryDict]:
    """Return the slider, and the choice with what is not filled in yet.

    `voor` says for which number the value was chosen: after another number was chosen, its own value of now
    takes the place.
    """
    data = query.copy()
    data.setdefault("op", f"{today:%d-%m-%Y}")
    on = _day(data["op"], today)
    names = [one.name for one in choosable(on)]
    if data.get("getal") not in names:
        data["getal"] = FIRST_CHOICE
    found = parameter(data["getal"])
    slider = Slider(found, plain_number(found.at(on)), on)
    if data.get("voor", found.name) != found.name or "waarde" not in data:
        data["waarde"] = str(slider.now)
    return slider, data


def _day(typed: str, today: date) -> date:
    """Return the day that was typed, or today as long as that is no day of the law."""
    try:
        found = DutchDateField().to_python(typed)
    except forms.ValidationError:
        return max(today, IN_WERKING)
    return found if found is not None and IN_WERKING <= found <= LAST_DAY else max(today, IN_WERKING)
