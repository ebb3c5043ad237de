"""Forms for the facts of a person and a case, with checks that say in plain words what is wrong."""

import re
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from stdnum.exceptions import ValidationError as NumberError
from stdnum.nl import bsn as bsn_number

from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
from meedoen.domain.dossier.selectors import same_person
from meedoen.law.inburgering.begrippen import Doelgroep, Verblijfstitel
from meedoen.web.fields import DutchDateField
from meedoen.web.klantmanager.wording import language_code, language_name
from meedoen.web.versions import VersionedForm

POSTCODE = re.compile(r"([1-9]\d{3}) ?([A-Z]{2})", re.ASCII)
V_NUMMER = re.compile(r"\d{10}", re.ASCII)
OLDEST = date(1900, 1, 1)
BSN_WRONG = "Dit BSN klopt niet. Een BSN heeft negen cijfers; kijk of u een cijfer hebt verwisseld."
V_NUMMER_WRONG = "Een V-nummer heeft tien cijfers."


def clean_bsn(typed: str) -> str:
    """Return nine digits; raises ValidationError when they do not pass the elfproef."""
    digits = re.sub(r"[\s.\-]", "", typed)
    if not digits:
        return ""
    try:
        return bsn_number.validate(digits)
    except NumberError:
        raise ValidationError(BSN_WRONG) from None


def clean_v_nummer(typed: str) -> str:
    """Return ten digits; raises ValidationError when it is something else."""
    digits = re.sub(r"[\s.\-]", "", typed)
    if digits and not V_NUMMER.fullmatch(digits):
        raise ValidationError(V_NUMMER_WRONG)
    return digits


def clean_postcode(typed: str) -> str:
    """Return a postcode as `3831 AA`; raises ValidationError when it is none."""
    text = typed.strip().upper()
    if not text:
        return ""
    if (found := POSTCODE.fullmatch(text)) is None:
        raise ValidationError("Schrijf de postcode als vier cijfers en twee letters, zoals 3831 AA.")
    return f"{found[1]} {found[2]}"


def clean_birth(day: date | None) -> date | None:
    """Return the date of birth; raises ValidationError when nobody alive was born then."""
    if day is not None and day < OLDEST:
        raise ValidationError("Deze geboortedatum ligt voor 1900. Kijk het jaar na.")
    return day


def past(label: str, **kwargs: Any) -> DutchDateField:
    """Return an optional field for a day that has been."""
    return DutchDateField(label=label, required=False, in_the_past=True, **kwargs)


class FactsForm(VersionedForm):
    """A form that changes facts: it asks why, and shows a conflict in words."""

    EXTRA: ClassVar[tuple[str, ...]] = ("reden",)  # fields that are no column of the row

    reden = forms.CharField(
        label="Waarom wijzigt u dit?",
        max_length=200,
        help_text="Bijvoorbeeld: brief van DUO ontvangen. Dit komt in het logboek.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.EXTRA:
            self._stored.pop(name, None)
        for field in self.fields.values():
            if isinstance(field, forms.TypedChoiceField) and not field.required:
                field.choices = [
                    ("", "onbekend"),
                    *((code, label) for code, label in field.choices if code != ""),
                ]

    def clean(self) -> dict[str, Any]:
        """Compare versions, and show the difference with labels for codes."""
        cleaned = super().clean()
        if self.conflict:
            names = {field.label: field for field in self.fields.values()}
            for row in self.theirs:
                field = names.get(row["label"])
                if isinstance(field, forms.TypedChoiceField):
                    labels = dict(field.choices)
                    row["mine"] = labels.get(row["mine"], row["mine"])
                    row["theirs"] = labels.get(row["theirs"], row["theirs"])
        return cleaned

    @property
    def changed_labels(self) -> list[str]:
        """Return the labels of what was changed, without what is only about this form."""
        names = [name for name in self.changed_data if name not in {"version", "reden"}]
        return [str(self.fields[name].label).lower() for name in names]


class PersonForm(FactsForm):
    """Who the person is and how to reach her. The numbers are not shown, only replaced."""

    EXTRA = ("reden", "nieuw_bsn", "nieuw_v_nummer")

    geboortedatum = past("Geboortedatum")
    email = forms.EmailField(label="E-mail", required=False, max_length=254)
    nieuw_bsn = forms.CharField(
        label="Nieuw BSN",
        required=False,
        max_length=20,
        help_text="Alleen invullen als het BSN nieuw of anders is.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "data-nostore": ""}),
    )
    nieuw_v_nummer = forms.CharField(
        label="Nieuw V-nummer",
        required=False,
        max_length=20,
        help_text="Alleen invullen als het V-nummer nieuw of anders is.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "data-nostore": ""}),
    )

    class Meta:
        model = Inburgeringsplichtige
        fields: ClassVar = [
            "voornaam",
            "achternaam",
            "geslacht",
            "geboortedatum",
            "nationaliteit",
            "taal",
            "telefoon",
            "email",
            "adres",
            "postcode",
            "plaats",
            "coa_locatie",
        ]
        help_texts: ClassVar = {
            "taal": "De taal waarin u met de persoon praat of schrijft, zoals Arabisch.",
            "coa_locatie": "Plaats van het AZC, zolang de persoon daar woont.",
        }

    field_order: ClassVar = [*Meta.fields, "nieuw_bsn", "nieuw_v_nummer", "reden"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["taal"] = language_name(self.instance.taal)

    def clean(self) -> dict[str, Any]:
        """Compare versions; a conflict about the language shows its name."""
        cleaned = super().clean()
        for row in self.theirs:
            if row["label"] == self.fields["taal"].label:
                row["mine"], row["theirs"] = language_name(row["mine"]), language_name(row["theirs"])
        return cleaned

    def clean_taal(self) -> str:
        """Return the language; the name of a stored code stays that code, because letters choose by it."""
        typed = self.cleaned_data["taal"].strip()
        stored = self._stored["taal"]
        return stored if typed == language_name(stored) else language_code(typed)

    def clean_geboortedatum(self) -> date | None:
        """Return the date of birth, not before 1900."""
        return clean_birth(self.cleaned_data["geboortedatum"])

    def clean_postcode(self) -> str:
        """Return the postcode in one spelling."""
        return clean_postcode(self.cleaned_data["postcode"])

    def clean_nieuw_bsn(self) -> str:
        """Return a BSN that passes the elfproef and belongs to nobody else here."""
        return self._free(bsn=clean_bsn(self.cleaned_data["nieuw_bsn"]))

    def clean_nieuw_v_nummer(self) -> str:
        """Return a V-nummer that belongs to nobody else here."""
        return self._free(v_nummer=clean_v_nummer(self.cleaned_data["nieuw_v_nummer"]))

    def _free(self, **number: str) -> str:
        same, _ = same_person(self.instance.gemeente_id, naam="", geboortedatum=None, **number)
        others = [dossier.pk for dossier in same if dossier.inburgeringsplichtige_id != self.instance.pk]
        if others:
            raise ValidationError(f"Dit nummer staat al bij iemand anders: dossier {others[0]}.")
        return next(iter(number.values()))

    def save(self, commit: bool = True) -> Inburgeringsplichtige:
        """Set the new numbers and the next version."""
        for name in ("bsn", "v_nummer"):
            if number := self.cleaned_data[f"nieuw_{name}"]:
                setattr(self.instance, name, number)
        return super().save(commit)


class CaseForm(FactsForm):
    """The facts of the case that the law asks for."""

    bekendmaking_on = past("Vergunning bekendgemaakt op")
    koppeling_on = past("Gekoppeld aan deze gemeente op")
    kennisgeving_on = past("Kennisgeving van DUO op", help_text="De dagtekening van de brief van DUO.")
    inschrijving_on = past(
        "Ingeschreven in deze gemeente op", help_text="Volgens de BRP. Een AZC telt niet als inschrijving."
    )
    eerste_pip_on = past("Dagtekening van het eerste PIP")
    bijstand_on = past("Bijstand vanaf")
    verlengd_tot_en_met_on = DutchDateField(
        label="Termijn verlengd tot en met",
        required=False,
        help_text="De laatste dag van de inburgeringstermijn na een besluit van DUO om te verlengen.",
    )

    class Meta:
        model = Dossier
        fields: ClassVar = [
            "doelgroep",
            "verblijfstitel",
            "verblijfsdoel",
            "referent",
            "bekendmaking_on",
            "koppeling_on",
            "kennisgeving_on",
            "inschrijving_on",
            "eerste_pip_elders",
            "eerste_pip_on",
            "bijstand_on",
            "verlengd_tot_en_met_on",
        ]
        labels: ClassVar = {
            "referent": "Bij wie de persoon verblijft",
            "eerste_pip_elders": "Een andere gemeente maakte het eerste PIP",
        }

    field_order: ClassVar = [*Meta.fields, "reden"]

    def __init__(self, *args: Any, pip_made_here: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if pip_made_here:
            for name in ("eerste_pip_elders", "eerste_pip_on"):
                self.fields[name].disabled = True
                self.fields[name].help_text = "Volgt uit het PIP in dit dossier."

    def clean(self) -> dict[str, Any]:
        """Check the dates against each other and against the date of birth."""
        cleaned = super().clean()
        check_case(self, cleaned, self.instance.inburgeringsplichtige.geboortedatum)
        if cleaned.get("eerste_pip_on") and not cleaned.get("eerste_pip_elders"):
            stored = self._stored.get("eerste_pip_on")
            if cleaned["eerste_pip_on"] != stored:
                self.add_error(
                    "eerste_pip_on",
                    "Een PIP van uw eigen gemeente stelt u vast op de pagina PIP. "
                    "Kwam het eerste PIP van elders? Kruis dat dan aan.",
                )
        return cleaned


def check_case(form: forms.Form, cleaned: dict[str, Any], born: date | None) -> None:
    """Add an error for each date or group that cannot be."""
    for name, field in form.fields.items():
        day = cleaned.get(name)
        if not isinstance(field, DutchDateField) or name == "geboortedatum" or not day:
            continue
        if day < OLDEST:
            form.add_error(name, "Deze datum ligt voor 1900. Kijk het jaar na.")
        elif born and day < born:
            form.add_error(name, "Deze datum ligt voor de geboorte. Kijk het jaar na.")
    permit, notice = cleaned.get("bekendmaking_on"), cleaned.get("kennisgeving_on")
    if permit and notice and notice < permit:
        form.add_error(
            "kennisgeving_on",
            "De kennisgeving kan niet voor de vergunning komen. Kijk beide datums na.",
        )
    groep, titel = cleaned.get("doelgroep"), cleaned.get("verblijfstitel")
    if titel == Verblijfstitel.ASIEL_BEPAALDE_TIJD and groep == Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT:
        form.add_error(
            "doelgroep", "Wie een asielvergunning heeft, is asielstatushouder (Wi art. 13). Kies die groep."
        )


class NewDossierForm(forms.Form):
    """The least that makes a dossier; the rest follows on its own pages."""

    gemeente = forms.ModelChoiceField(queryset=None, label="Gemeente", empty_label=None)
    voornaam = forms.CharField(label="Voornaam", max_length=120, required=False)
    achternaam = forms.CharField(label="Achternaam", max_length=120)
    geboortedatum = past("Geboortedatum")
    taal = forms.CharField(label="Taal voor contact", max_length=40, required=False)
    bsn = forms.CharField(
        label="BSN",
        max_length=20,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "data-nostore": ""}),
    )
    v_nummer = forms.CharField(
        label="V-nummer",
        max_length=20,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "data-nostore": ""}),
    )
    coa_locatie = forms.CharField(
        label="COA-locatie", max_length=80, required=False, help_text="Als de persoon nog in een AZC woont."
    )
    doelgroep = forms.ChoiceField(
        choices=[("", "onbekend"), *((d.value, d.label) for d in Doelgroep)], required=False
    )
    verblijfstitel = forms.ChoiceField(
        choices=[("", "onbekend"), *((t.value, t.label) for t in Verblijfstitel)], required=False
    )
    bekendmaking_on = past("Vergunning bekendgemaakt op")
    kennisgeving_on = past("Kennisgeving van DUO op")
    inschrijving_on = past("Ingeschreven in deze gemeente op")
    reden = forms.CharField(
        label="Waarom maakt u dit dossier met de hand?",
        max_length=200,
        help_text="Bijvoorbeeld: verhuisd en nog niet in het bestand.",
    )
    iemand_anders = forms.BooleanField(
        label="Ik heb de namen hieronder vergeleken: dit is iemand anders", required=False
    )

    PERSON: ClassVar = ("voornaam", "achternaam", "geboortedatum", "taal", "bsn", "v_nummer", "coa_locatie")
    FACTS: ClassVar = (
        "doelgroep",
        "verblijfstitel",
        "bekendmaking_on",
        "kennisgeving_on",
        "inschrijving_on",
    )

    def __init__(self, *args: Any, gemeenten: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = gemeenten
        self.same: list[Dossier] = []
        self.alike: list[Dossier] = []
        if not self.is_bound:
            self.fields.pop("iemand_anders")

    def clean_geboortedatum(self) -> date | None:
        """Return the date of birth, not before 1900."""
        return clean_birth(self.cleaned_data["geboortedatum"])

    def clean_bsn(self) -> str:
        """Return a BSN that passes the elfproef."""
        return clean_bsn(self.cleaned_data["bsn"])

    def clean_v_nummer(self) -> str:
        """Return ten digits."""
        return clean_v_nummer(self.cleaned_data["v_nummer"])

    def clean(self) -> dict[str, Any]:
        """Look for the same person; a number decides, a name asks the user to decide."""
        cleaned = super().clean()
        check_case(self, cleaned, cleaned.get("geboortedatum"))
        if self.errors:
            return cleaned
        self.same, self.alike = same_person(
            cleaned["gemeente"].pk,
            naam=f"{cleaned['voornaam']} {cleaned['achternaam']}",
            geboortedatum=cleaned["geboortedatum"],
            bsn=cleaned["bsn"],
            v_nummer=cleaned["v_nummer"],
        )
        if self.same:
            self.add_error(None, "Er is al een dossier met dit BSN of V-nummer. Gebruik dat dossier.")
        elif self.alike and not cleaned.get("iemand_anders"):
            self.add_error(
                None,
                "Er is al een dossier met deze naam en geboortedatum. Kijk of het dezelfde persoon is.",
            )
        return cleaned

    @property
    def person(self) -> dict[str, Any]:
        """Return the fields of the person."""
        return {name: self.cleaned_data[name] for name in self.PERSON}

    @property
    def facts(self) -> dict[str, Any]:
        """Return the fields of the case."""
        return {name: self.cleaned_data[name] for name in self.FACTS}


class EndForm(VersionedForm):
    """What ended: the plicht was met, it ended otherwise, or nothing more has to be done here."""

    VOLDAAN, EINDE, AFSLUITEN = "voldaan", "einde", "afsluiten"

    wat = forms.ChoiceField(
        label="Wat legt u vast?",
        choices=[
            (VOLDAAN, "De inburgeringsplicht is voldaan (diploma of certificaat)"),
            (EINDE, "De inburgeringsplicht eindigt om een andere reden (vrijstelling, ontheffing, vertrek)"),
            (AFSLUITEN, "Het dossier gaat dicht: er hoeft niets meer te gebeuren"),
        ],
        widget=forms.RadioSelect,
    )
    op = DutchDateField(label="Op welke dag?", in_the_past=True)
    reden = forms.CharField(label="Waarom, of hoe weet u dit?", max_length=200)

    class Meta:
        model = Dossier
        fields: ClassVar = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stored.clear()
        self.initial.setdefault("op", localdate())
