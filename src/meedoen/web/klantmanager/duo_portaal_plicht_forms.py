"""Typing over from DUO's portal: plicht, doelgroep and termijn, and what frees somebody of a part of it."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms

from meedoen.web.duo import woorden

from .duo_portaal_form import PortalForm, choice, day, hours, in_order


class PlichtForm(PortalForm):
    """Whether somebody is inburgeringsplichtig."""

    interface = "inburgeringsplicht"
    NAMES: ClassVar = {
        "plichtig": "indicatorInburgeringsplicht",
        "begin": "begindatum",
        "einde": "einddatum",
        "gewijzigd": "wijzigingsdatum",
        "kennisgeving": "datumKennisgevingInburgeringsplicht",
        "reden": "redenGeenInburgeringsplicht",
    }

    plichtig = forms.ChoiceField(
        label="Inburgeringsplichtig", choices=[("ja", "Ja"), ("nee", "Nee")], widget=forms.RadioSelect
    )
    begin = day("Begin van de plicht")
    einde = day("Einde van de plicht", help_text="De laatste dag van de plicht, zoals DUO die toont.")
    gewijzigd = day("Gewijzigd op")
    kennisgeving = day("Datum van de kennisgeving")
    reden = choice("Reden geen inburgeringsplicht", woorden.GEEN_PLICHT)

    def clean(self) -> dict[str, Any]:
        """A plicht does not end before it begins, and a reason belongs to no plicht."""
        cleaned = super().clean()
        in_order(cleaned, "begin", "einde", "Het einde ligt voor het begin. Kijk beide datums na.")
        if cleaned.get("reden") and cleaned.get("plichtig") == "ja":
            self.add_error("reden", "Deze reden past niet bij «Ja». Kies Nee, of maak dit leeg.")
        return cleaned


class DoelgroepForm(PortalForm):
    """To which group somebody belongs."""

    interface = "doelgroep"
    NAMES: ClassVar = {
        "indeling": "indeling",
        "begin": "begindatum",
        "detail": "gedetailleerdeDoelgroep",
    }

    indeling = choice("Doelgroep", woorden.INDELINGEN, required=True)
    begin = day("Begin")
    detail = choice("Doelgroep in detail", woorden.GEDETAILLEERD)


class TermijnForm(PortalForm):
    """When the termijn runs. DUO shows the day after the last one."""

    interface = "inburgeringstermijn"
    NAMES: ClassVar = {
        "start": "startdatum",
        "einde": "einddatum",
        "gewijzigd": "wijzigingsdatum",
        "code": "verlengingsgrondcode",
        "grond": "verlengingsgrondomschrijving",
    }

    start = day("Startdatum", required=True)
    einde = day(
        "Einddatum, zoals DUO die toont",
        required=True,
        help_text="Neem de datum precies over. DUO noemt de dag na de laatste dag; Meedoen rekent met de "
        "dag ervoor.",
    )
    gewijzigd = day("Gewijzigd op")
    code = forms.CharField(label="Code van de verlengingsgrond", max_length=10, required=False)
    grond = forms.CharField(label="Verlengingsgrond", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """A termijn lasts at least a day."""
        cleaned = super().clean()
        start, einde = cleaned.get("start"), cleaned.get("einde")
        if start and einde and einde <= start:
            self.add_error("einde", "De einddatum ligt niet na de startdatum. Kijk beide datums na.")
        return cleaned


class VrijstellingForm(PortalForm):
    """One vrijstelling that DUO gave or refused."""

    interface = "vrijstellingen"
    NAMES: ClassVar = {
        "reden": "reden",
        "oordeel": "oordeel",
        "op": "datumOordeel",
        "start": "startdatum",
        "einde": "einddatum",
        "onderdeel": "examenonderdeel",
        "niveau": "examenniveau",
    }
    ONLY: ClassVar[Mapping[str, Sequence[str]]] = {
        "TijdelijkeVrijstelling": ("start", "einde"),
        "GedeeltelijkeVrijstelling": ("onderdeel", "niveau"),
    }

    soort = choice("Soort", woorden.VRIJSTELLINGEN, required=True)
    oordeel = choice("Oordeel", woorden.OORDELEN, required=True)
    reden = choice("Reden", woorden.VRIJSTELLINGSREDENEN, required=True)
    op = day("Datum van het oordeel")
    start = day("Begin (alleen tijdelijk)")
    einde = day("Einde (alleen tijdelijk)", help_text="De laatste dag, zoals DUO die toont.")
    onderdeel = choice(
        "Onderdeel (alleen gedeeltelijk)",
        {code: words for code, words in woorden.ONDERDELEN.items() if code != "KNM"},
    )
    niveau = choice("Niveau (alleen gedeeltelijk)", ("A2", "B1"))

    def clean(self) -> dict[str, Any]:
        """Each kind has fields of its own."""
        cleaned = super().clean()
        in_order(cleaned, "start", "einde", "Het einde ligt voor het begin. Kijk beide datums na.")
        for soort, names in self.ONLY.items():
            for name in names:
                if cleaned.get(name) and cleaned.get("soort") not in {soort, None, ""}:
                    words = woorden.VRIJSTELLINGEN[soort].lower()
                    self.add_error(name, f"Dit hoort alleen bij een {words}. Maak dit leeg.")
        return cleaned

    def published(self) -> Any:
        """Return all vrijstellingen with this one."""
        row = {self.cleaned_data["soort"]: self.row(self.NAMES)}
        return self.beside(row, _kind_day_part)


class OntheffingForm(PortalForm):
    """One ontheffing that DUO gave or refused. The ground can be medical: this is health."""

    interface = "ontheffingen"
    NAMES: ClassVar = {
        "oordeel": "oordeel",
        "op": "datumOordeel",
        "grond": "grond",
        "onderdeel": "examenonderdeel",
        "uren": "urenBelastbaarheidParticipatieactiviteit",
    }

    soort = choice("Soort", woorden.ONTHEFFINGEN, required=True)
    oordeel = choice("Oordeel", woorden.OORDELEN, required=True)
    op = day("Datum van het oordeel", required=True)
    grond = choice("Grond", woorden.ONTHEFFINGSGRONDEN, required=True)
    onderdeel = choice("Onderdeel (alleen gedeeltelijk)", woorden.ONDERDELEN)
    uren = hours("Uren participatie die iemand aankan (alleen Z-route)")

    def clean(self) -> dict[str, Any]:
        """What is about a part belongs to a partial one."""
        cleaned = super().clean()
        if cleaned.get("soort") == "GeheleOntheffing":
            for name in ("onderdeel", "uren"):
                if cleaned.get(name) not in (None, ""):
                    self.add_error(name, "Dit hoort alleen bij een gedeeltelijke ontheffing. Maak dit leeg.")
        return cleaned

    def published(self) -> Any:
        """Return all ontheffingen with this one."""
        return self.beside({self.cleaned_data["soort"]: self.row(self.NAMES)}, _kind_day_part)


def _kind_day_part(row: Mapping[str, Any]) -> Any:
    """Return by what a vrijstelling or ontheffing is known: its kind, its day and its part."""
    for kind, told in row.items():
        if isinstance(told, Mapping):
            return kind, told.get("datumOordeel"), told.get("examenonderdeel")
    return None
