"""What a source told beside what we have, on a page: with both dates, and a form to take it over."""

from dataclasses import dataclass
from typing import Any

from django import forms

from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
from meedoen.domain.instroom.words import TAAL_LABELS
from meedoen.domain.voorinburgering.models import Voorinburgering
from meedoen.domain.voorinburgering.selectors import Naast, beside, last_told, rows_of
from meedoen.web.klantmanager.wording import LANGUAGES
from meedoen.web.templatetags.dutch import dutch_date_short, in_dutch

CHANGED = "Iemand anders heeft dit dossier intussen gewijzigd. Kijk opnieuw wat er verschilt, en kies dan."


@dataclass(frozen=True)
class Regel:
    """One line of the comparison, ready to read."""

    code: str
    label: str
    ours: str
    ours_on: str
    theirs: str
    theirs_on: str
    verschilt: bool


def lines(dossier: Dossier, bron: str) -> list[Regel]:
    """Return what a source told beside what we have, ready to read."""
    return [_line(pair) for pair in beside(dossier, bron)]


def _line(pair: Naast) -> Regel:
    return Regel(
        pair.veld.code,
        pair.veld.label,
        _text(pair, pair.ours, pair.label_ours),
        dutch_date_short(pair.ours_on) if pair.ours not in (None, "") else "",
        _text(pair, pair.theirs, pair.label_theirs),
        dutch_date_short(pair.theirs_on),
        pair.verschilt,
    )


def _text(pair: Naast, value: Any, label: str) -> str:
    if pair.veld.code == "taal":
        return LANGUAGES.get(value, TAAL_LABELS.get(value, value))
    return label or in_dutch(value)


def state(dossier: Dossier, bron: str) -> str:
    """Return a mark of what stands on the page: another mark means that somebody changed it since."""
    versions = "-".join(str(row.version) for row in rows_of(dossier).values())
    last = last_told(dossier, bron)
    return f"{versions}-{last.pk if last else 0}"


def hold(dossier: Dossier) -> None:
    """Hold the rows that may change until the transaction ends, and see what others saved just before."""
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    Inburgeringsplichtige.objects.select_for_update().get(pk=dossier.inburgeringsplichtige_id)
    Voorinburgering.objects.select_for_update().filter(dossier=dossier).first()
    dossier.refresh_from_db()


class TakeOverForm(forms.Form):
    """Which fields are taken over, and why the source is right."""

    velden = forms.MultipleChoiceField(
        label="Wat neemt u over?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één gegeven."},
    )
    reden = forms.CharField(
        label="Waarom neemt u dit over?",
        max_length=200,
        help_text="Bijvoorbeeld: nagevraagd bij de inburgeraar. Dit komt in het logboek.",
    )
    stand = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    def __init__(self, *args: Any, dossier: Dossier, bron: str, who: str, **kwargs: Any) -> None:
        self.stand = state(dossier, bron)
        super().__init__(*args, initial={"stand": self.stand}, **kwargs)
        self.rows = lines(dossier, bron)
        self.fields["velden"].choices = [
            (row.code, f"{row.label}: {row.theirs} ({who}), in plaats van {row.ours or 'niets'}")
            for row in self.rows
            if row.verschilt
        ]

    @property
    def differs(self) -> bool:
        """Whether there is anything to take over."""
        return bool(self.fields["velden"].choices)

    def clean(self) -> dict[str, Any]:
        """Refuse a choice that was made about other values; what was typed stays."""
        cleaned = super().clean()
        if cleaned.get("stand") and cleaned["stand"] != self.stand:
            self.data = self.data.copy()
            self.data[self.add_prefix("stand")] = self.stand
            self.add_error(None, CHANGED)
        return cleaned
