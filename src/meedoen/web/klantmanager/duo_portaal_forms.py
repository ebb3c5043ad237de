"""Forms to type over what DUO's portal shows: each gives the JSON that the interface would have given.

What DUO has as a list (exams, hours of each gemeente, vrijstellingen) is typed one by one: what is new comes
beside what was known, and a row about the same takes the place of the old one.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from meedoen.web.duo import woorden
from meedoen.web.fields import DutchDateField

SCORE = re.compile(r"\d{1,3},\d{2}", re.ASCII)
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
CBS = re.compile(r"\d{4}", re.ASCII)


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


def _in_order(cleaned: Mapping[str, Any], first: str, last: str, sentence: str) -> None:
    begin, end = cleaned.get(first), cleaned.get(last)
    if begin and end and end < begin:
        raise ValidationError({last: sentence})


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
        _in_order(cleaned, "begin", "einde", "Het einde ligt voor het begin. Kijk beide datums na.")
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
        _in_order(cleaned, "start", "einde", "Het einde ligt voor het begin. Kijk beide datums na.")
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


FORMS: Mapping[str, type[PortalForm]] = {
    form.interface: form
    for form in (
        PlichtForm,
        DoelgroepForm,
        TermijnForm,
        LBTForm,
        PIPForm,
        UrenForm,
        PVTForm,
        MAPForm,
        ExamenForm,
        PogingenForm,
        VrijstellingForm,
    )
}
"""By interface, in the order of the page; ontheffing has a page of its own, because it is health."""
