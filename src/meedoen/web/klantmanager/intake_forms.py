"""A section of the brede intake as a form: each question a field, with who told the answer before."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from meedoen.domain.brede_intake.models import Intakegegeven
from meedoen.domain.brede_intake.selectors import awaits_confirmation
from meedoen.domain.brede_intake.vraag import LONGEST_STORY, LONGEST_TEXT, Sectie, Soort, Vraag, is_answered
from meedoen.domain.keten.models import Bron
from meedoen.web.fields import DayPartField, DutchDateField

FIELD_TEMPLATE = "klantmanager/intake/veld.html"
SEEN = re.compile(r"([a-z0-9_]{1,60}):(\d{1,9})", re.ASCII)
NOT_ASKED = ("", "Nog niet gevraagd")


@dataclass(frozen=True)
class Told:
    """Under a question: who told the answer and when, and whether to ask if it still holds."""

    bron: str
    on: date
    confirmed_on: date | None
    to_confirm: bool
    own: bool


class SectieForm(forms.Form):
    """The questions of one section.

    The hidden field ``version`` names each question on the form with the version of
    its answer (``beroep:2 cv:0``): a question that is not named is left as it is.
    ``closed`` shows the answers of an intake that was completed; they do not change then.
    """

    version = forms.CharField(widget=forms.HiddenInput, max_length=4000)

    def __init__(
        self,
        sectie: Sectie,
        answers: Mapping[str, Intakegegeven],
        data: Any = None,
        *,
        closed: bool = False,
    ) -> None:
        waarden = {code: gegeven.waarde for code, gegeven in answers.items()}
        self.vragen = [one for one in sectie.vragen if _asked(one, waarden)]
        initial: dict[str, Any] = {"version": versions(self.vragen, answers)}
        for vraag in self.vragen:
            if is_answered(waarde := waarden.get(vraag.code)):
                initial[vraag.code] = str(waarde) if vraag.soort is Soort.JA_NEE else waarde
        super().__init__(data=data, initial=initial)
        for vraag in self.vragen:
            field = _field(vraag, waarden.get(vraag.code))
            field.told = _told(answers.get(vraag.code))  # type: ignore[attr-defined]
            field.template_name = FIELD_TEMPLATE
            self.fields[vraag.code] = field
        self.fields["zonder"] = forms.BooleanField(
            label="De inburgeraar vertelde dit niet zelf; ik weet het uit het dossier of van anderen",
            required=False,
        )
        for field in self.fields.values():
            field.disabled = closed

    def clean_version(self) -> dict[str, int]:
        """Return the version that was seen of each question on the form."""
        return {code: int(number) for code, number in SEEN.findall(self.cleaned_data["version"])}

    @property
    def bron(self) -> Bron:
        """Who told what is new on the form."""
        return Bron.KLANTMANAGER if self.cleaned_data.get("zonder") else Bron.INBURGERAAR

    @property
    def seen(self) -> dict[str, int]:
        """The version of the answer that was seen, for each question that was on the form."""
        on_form = {vraag.code for vraag in self.vragen}
        return {code: number for code, number in self.cleaned_data["version"].items() if code in on_form}

    @property
    def typed(self) -> dict[str, Any]:
        """The answers as they are kept, for each question that was on the form."""
        found = {}
        for vraag in self.vragen:
            if vraag.code not in self.seen:
                continue
            value = self.cleaned_data.get(vraag.code)
            if isinstance(value, date):
                value = value.isoformat()
            elif isinstance(value, str):
                # A browser sends other line ends than are kept.
                value = value.replace("\r\n", "\n")
            found[vraag.code] = vraag.empty if value is None else value
        return found

    def stand_for(self, rows: Iterable[Intakegegeven]) -> None:
        """Let the form stand for these versions: sending them again is a conscious choice.

        Args:
            rows: what was just written, or is shown beside what was typed. Every other question
                keeps the version that was seen: what a colleague changed there was not on the screen.
        """
        now = self.seen | {row.vraag: row.version for row in rows}
        self.data = self.data.copy()
        self.data["version"] = " ".join(f"{code}:{number}" for code, number in now.items())


def versions(vragen: list[Vraag], answers: Mapping[str, Intakegegeven]) -> str:
    """Return which version of each answer a form shows; 0 is no answer yet."""
    return " ".join(f"{one.code}:{answers[one.code].version if one.code in answers else 0}" for one in vragen)


def _asked(vraag: Vraag, waarden: Mapping[str, Any]) -> bool:
    """Return whether a question stands on the form: unless another answer rules it out."""
    if vraag.wanneer is None or is_answered(waarden.get(vraag.code)):
        return True
    return vraag.wanneer.applies(waarden) is not False


def _told(gegeven: Intakegegeven | None) -> Told | None:
    if gegeven is None or not is_answered(gegeven.waarde):
        return None
    bron = Bron(gegeven.bron)
    return Told(
        bron=bron.label,
        on=gegeven.told_on,
        confirmed_on=gegeven.bevestigd_on,
        to_confirm=awaits_confirmation(gegeven),
        own=bron in {Bron.INBURGERAAR, Bron.KLANTMANAGER},
    )


def _field(vraag: Vraag, stored: Any) -> forms.Field:
    common = {"label": vraag.tekst, "help_text": _help(vraag), "required": False}
    inline = {"class": "choices--inline"}
    match vraag.soort:
        case Soort.TEKST:
            return forms.CharField(max_length=LONGEST_TEXT, **common)
        case Soort.LANGE_TEKST:
            return forms.CharField(max_length=LONGEST_STORY, widget=forms.Textarea({"rows": 3}), **common)
        case Soort.GETAL:
            return forms.IntegerField(
                min_value=vraag.minimum,
                max_value=vraag.maximum,
                widget=forms.TextInput({"inputmode": "numeric", "size": "6", "autocomplete": "off"}),
                error_messages={"invalid": "Vul een heel getal in, bijvoorbeeld 3."},
                **common,
            )
        case Soort.JA_NEE:
            return forms.TypedChoiceField(
                choices=[("True", "Ja"), ("False", "Nee"), NOT_ASKED],
                coerce=lambda value: value == "True",
                empty_value=None,
                widget=forms.RadioSelect(inline),
                **common,
            )
        case Soort.KEUZE:
            return forms.ChoiceField(
                choices=[*_with_stored(vraag, stored), NOT_ASKED], widget=forms.RadioSelect(inline), **common
            )
        case Soort.MEERKEUZE:
            return forms.MultipleChoiceField(
                choices=vraag.keuzes, widget=forms.CheckboxSelectMultiple(inline), **common
            )
        case Soort.DATUM:
            hint = f"{vraag.hint} dag-maand-jaar, bijvoorbeeld 3-2-2026".strip()
            return DutchDateField(**{**common, "help_text": hint})
        case Soort.DAGDELEN:
            return DayPartField(**common)


def _with_stored(vraag: Vraag, stored: Any) -> list[tuple[str, str]]:
    """The choices, with the words of a source that used others."""
    known = {code for code, _ in vraag.keuzes}
    foreign = [(stored, stored)] if isinstance(stored, str) and stored and stored not in known else []
    return [*vraag.keuzes, *foreign]


def _help(vraag: Vraag) -> str:
    parts = [f"Alleen {vraag.wanneer.tekst}." if vraag.wanneer else "", vraag.hint]
    if vraag.artikel is not None:
        parts.append(f"({vraag.artikel})")
    return " ".join(part for part in parts if part)


class HeropenenForm(forms.Form):
    """Why a completed intake is opened again."""

    reden = forms.CharField(
        label="Waarom heropent u de intake?", max_length=500, widget=forms.Textarea({"rows": 2})
    )
