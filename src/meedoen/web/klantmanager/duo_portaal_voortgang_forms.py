"""Typing over from DUO's portal: the toets, the PIP, hours, PVT, MAP and exams."""

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from meedoen.web.duo import woorden

from .duo_portaal_form import PortalForm, choice, day, hours

SCORE = re.compile(r"\d{1,3},\d{2}", re.ASCII)
CBS = re.compile(r"\d{4}", re.ASCII)


class LBTForm(PortalForm):
    """One result of the leerbaarheidstoets."""

    interface = "lbt"
    NAMES: ClassVar = {
        "resultaat": "resultaat",
        "behaald": "behaaldeScore",
        "nodig": "benodigdeScore",
        "op": "datumAfname",
    }

    resultaat = choice("Uitslag", woorden.LBT_RESULTATEN, required=True)
    behaald = forms.CharField(
        label="Behaalde score", max_length=6, help_text="Met twee cijfers achter de komma, zoals 61,50."
    )
    nodig = forms.CharField(label="Benodigde score", max_length=6, help_text="Zoals 45,00.")
    op = day("Datum van de uitslag", required=True)

    def clean_behaald(self) -> str:
        """Return a score as DUO writes it."""
        return _score(self.cleaned_data["behaald"])

    def clean_nodig(self) -> str:
        """Return a score as DUO writes it."""
        return _score(self.cleaned_data["nodig"])

    def published(self) -> Any:
        """Return all results with this one."""
        return self.beside(self.row(self.NAMES), lambda row: row.get("datumAfname"))


def _score(typed: str) -> str:
    text = typed.strip().replace(".", ",")
    if text and not SCORE.fullmatch(text):
        raise ValidationError("Schrijf de score met twee cijfers achter de komma, zoals 61,50.")
    return text


class PIPForm(PortalForm):
    """The PIP as DUO has it; it can be of another gemeente."""

    interface = "pip"
    NAMES: ClassVar = {
        "dagtekening": "dagtekeningPip",
        "leerroute": "leerroute",
        "niveau": "niveau",
        "intensiteit": "geschatteIntensiteitB1Route",
        "afmaken": "indicatorMagOpleidingAfmaken",
        "alfabetisering": "indicatorAlfabetiseringsonderwijs",
    }

    gemeentecode = forms.CharField(
        label="Code van de gemeente", max_length=4, help_text="Vier cijfers. Uw eigen gemeente staat er al."
    )
    dagtekening = day("Dagtekening PIP", required=True)
    leerroute = choice("Leerroute", woorden.LEERROUTES, required=True)
    niveau = choice("Niveau", woorden.NIVEAUS_PIP)
    intensiteit = forms.IntegerField(
        label="Geschatte intensiteit B1-route (uren)", required=False, min_value=1, max_value=9999
    )
    afmaken = choice("Mag eerst de opleiding afmaken", {"ja": "Ja", "nee": "Nee"})
    alfabetisering = choice("Alfabetiseringsonderwijs", woorden.ALFABETISERING)

    def clean_gemeentecode(self) -> str:
        """Return four digits."""
        return _cbs(self.cleaned_data["gemeentecode"])

    def published(self) -> Any:
        """Return the gemeente with its PIP."""
        return {"gemeentecode": self.cleaned_data["gemeentecode"], "pip": self.row(self.NAMES)}


def _cbs(typed: str) -> str:
    text = typed.strip()
    if text and not CBS.fullmatch(text):
        raise ValidationError("De code van een gemeente heeft vier cijfers, zoals 0327.")
    return text


class UrenForm(PortalForm):
    """The hours of one gemeente."""

    interface = "uren"
    NAMES: ClassVar = {
        "leerroute": "ParticipatieAlsTaalles",
        "participatie": "ParticipatieactiviteitenBredeIntake",
        "intake": "TaallesEnKnmBredeIntake",
    }

    gemeentecode = forms.CharField(
        label="Code van de gemeente", max_length=4, help_text="Vier cijfers. Uw eigen gemeente staat er al."
    )
    tot = day("Bekend tot, zoals DUO het toont", help_text="DUO noemt de dag na de laatste bekende dag.")
    leerroute = hours(woorden.UREN["ParticipatieAlsTaalles"])
    participatie = hours(woorden.UREN["ParticipatieactiviteitenBredeIntake"])
    intake = hours(woorden.UREN["TaallesEnKnmBredeIntake"])

    def clean_gemeentecode(self) -> str:
        """Return four digits."""
        return _cbs(self.cleaned_data["gemeentecode"])

    def clean(self) -> dict[str, Any]:
        """At least one number of hours."""
        cleaned = super().clean()
        if not cleaned.get("niets") and all(cleaned.get(name) is None for name in self.NAMES):
            raise ValidationError(
                "Vul ten minste één aantal uren in, of zet het vinkje bij «DUO toont hier niets»."
            )
        return cleaned

    def published(self) -> Any:
        """Return the hours of every gemeente, those of this one as typed."""
        row = {"gemeentecode": self.cleaned_data["gemeentecode"]} | self.row({"tot": "bekendTot"})
        row |= {name: {"uren": told} for name, told in self.row(self.NAMES).items()}
        return self.beside(row, lambda one: one.get("gemeentecode"))


class PVTForm(PortalForm):
    """When the participatieverklaring was signed."""

    interface = "pvt"
    NAMES: ClassVar = {"op": "datumOndertekeningPvt"}
    op = day("Datum ondertekening", required=True)


class MAPForm(PortalForm):
    """When the last talk of the MAP was."""

    interface = "map"
    NAMES: ClassVar = {"op": "datumEindgesprekMap"}
    op = day("Datum eindgesprek", required=True)


class ExamenForm(PortalForm):
    """One result of one exam."""

    interface = "examens"
    NAMES: ClassVar = {
        "op": "examendatum",
        "onderdeel": "onderdeel",
        "niveau": "niveau",
        "resultaat": "resultaat",
        "reden": "redenGeenResultaat",
    }

    onderdeel = choice("Onderdeel", woorden.ONDERDELEN, required=True)
    op = day("Examendatum", required=True)
    niveau = choice("Niveau", ("A2", "B1", "B2"))
    resultaat = choice("Uitslag", woorden.UITSLAGEN, required=True)
    reden = choice("Reden geen uitslag", woorden.GEEN_UITSLAG)

    def clean(self) -> dict[str, Any]:
        """A reason belongs to no result."""
        cleaned = super().clean()
        if cleaned.get("reden") and cleaned.get("resultaat") in {"Geslaagd", "Gezakt"}:
            self.add_error("reden", "Er is een uitslag. Maak dit leeg, of kies «Geen uitslag».")
        return cleaned

    def published(self) -> Any:
        """Return all results with this one."""
        return self.beside(
            self.row(self.NAMES),
            lambda row: (row.get("examendatum"), row.get("onderdeel"), row.get("niveau")),
        )


class PogingenForm(PortalForm):
    """How many exams DUO still pays, for each part."""

    interface = "gratispogingen"
    NAMES: ClassVar = {code: code for code in woorden.ONDERDELEN}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, words in woorden.ONDERDELEN.items():
            self.fields[code] = forms.IntegerField(label=words, required=False, min_value=0, max_value=99)
        self.order_fields([*woorden.ONDERDELEN, "niets"])

    def clean(self) -> dict[str, Any]:
        """At least one number."""
        cleaned = super().clean()
        if not cleaned.get("niets") and not self.errors and not self.row(self.NAMES):
            raise ValidationError(
                "Vul ten minste één aantal in, of zet het vinkje bij «DUO toont hier niets»."
            )
        return cleaned

    def published(self) -> Any:
        """Return a row for each part."""
        return [
            {"onderdeel": code, "gratisPogingenTegoed": count} for code, count in self.row(self.NAMES).items()
        ]
