"""Forms of the leerroute and the PIP."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.timezone import localdate

from meedoen.documents.fixed_texts import TALEN
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import child_for_vve, education_wish, leerroute_facts
from meedoen.domain.pip.models import PIP, Afspraak, Informatieverzoek, Leerroutekeuze, Vertaling
from meedoen.domain.pip.selectors import policy_voortgangsgesprekken
from meedoen.domain.regio.models import Medewerker, Organisatie
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau
from meedoen.law.inburgering.leerroutes import map_hours, pvt_hours, z_cursusuren_norm, z_participatie_norm
from meedoen.web.fields import DutchDateField
from meedoen.web.versions import VersionedForm

LONGEST = 6000
MOST_HOURS = 9999


def text(label: str, help_text: str = "", rows: int = 4, longest: int = LONGEST) -> forms.CharField:
    """Return a field for a free text that may stay empty in a draft."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=longest,
        widget=forms.Textarea({"rows": rows}),
    )


def yes_no(label: str, unknown: str, help_text: str = "") -> forms.TypedChoiceField:
    """Return yes, no, or not yet; nothing is chosen for a person beforehand but what she chose herself."""
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=[("True", "Ja"), ("False", "Nee"), ("", unknown)],
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect({"class": "choices--inline"}),
    )


def needed_later(form: forms.Form, *names: str) -> None:
    """Mark fields that a draft may leave empty but the decision needs, so that none is called optional."""
    for name in names:
        if name in form.fields:
            form.fields[name].later = True


class LeerrouteForm(VersionedForm):
    """The considerations of the three leerroutes, the judgements, and the choice."""

    wil_opleiding = yes_no(
        "Wil de inburgeraar een beroepsopleiding of een studie volgen?",
        "Nog niet besproken",
        "Wat zegt de inburgeraar daar zelf over? (art. 8, eerste lid, Wi 2021)",
    )
    wens = text("Wat wil de inburgeraar zelf?", "In de woorden van de inburgeraar.", 3, 2000)
    overweging_b1_route = text("Waarom past de B1-route wel of niet?")
    overweging_onderwijsroute = text("Waarom past de onderwijsroute wel of niet?")
    overweging_z_route = text("Waarom past de Z-route wel of niet?")
    grote_kans_op_diploma = yes_no(
        "Uw oordeel: is er een grote kans op een diploma na het taalschakeltraject?", "Nog niet beoordeeld"
    )
    grote_kans_motivatie = text("Waarop rust dit oordeel?", rows=3)
    redelijkerwijs_niet_in_staat = yes_no(
        "Uw oordeel: is iemand redelijkerwijs niet in staat het examen of het taalschakeltraject te halen?",
        "Nog niet beoordeeld",
    )
    niet_in_staat_motivatie = text("Waarop rust dit oordeel over de haalbaarheid?", rows=3)
    eerdere_leerroute = forms.ChoiceField(
        label="Welke leerroute stelde de vorige gemeente vast?",
        help_text="Die leerroute blijft gelden (art. 15, vierde lid, Wi 2021).",
        choices=[("", "Nog niet bekend"), *((route.value, route.label) for route in Leerroute)],
        required=False,
    )
    afwijking_motivatie = text(
        "Waarom is dit een bijzonder geval?",
        "Alleen nodig als de termijn voor een andere leerroute voorbij is (art. 5.4, derde lid, Bi 2021).",
        3,
    )
    leerroute = forms.ChoiceField(
        label="Welke leerroute kiest u?",
        choices=[(route.value, route.label) for route in Leerroute],
        required=False,
        widget=forms.RadioSelect({"class": "choices--inline"}),
    )
    motivatie = text(
        "Waarom kiest u deze leerroute?",
        "Dit wordt de tekst van het besluit. Schrijf aan de inburgeraar, in gewone taal (u).",
        6,
    )

    class Meta:
        model = Leerroutekeuze
        fields: ClassVar = [
            "wil_opleiding",
            "wens",
            "overweging_b1_route",
            "overweging_onderwijsroute",
            "overweging_z_route",
            "grote_kans_op_diploma",
            "grote_kans_motivatie",
            "redelijkerwijs_niet_in_staat",
            "niet_in_staat_motivatie",
            "eerdere_leerroute",
            "afwijking_motivatie",
            "leerroute",
            "motivatie",
        ]

    def __init__(self, *args: Any, moved: bool = False, switches: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.wil_opleiding is None:
            self.initial["wil_opleiding"] = education_wish(self.instance.dossier, self.instance)
        needed_later(self, *self.fields)
        if not moved:
            del self.fields["eerdere_leerroute"]
        if not switches:
            del self.fields["afwijking_motivatie"]


class PIPForm(VersionedForm):
    """The sections of a draft; the leerroute comes from the page where it is weighed."""

    motivatie = text(
        "Motivatie van de leerroute",
        "Dit is de tekst van het besluit. Wijzigingen blijven zichtbaar.",
        6,
    )
    ondersteuning = text(
        "Ondersteuning en begeleiding",
        "Welke hulp krijgt de inburgeraar, van wie en hoe vaak?",
    )
    intensiteit_uren = forms.IntegerField(
        label="Intensiteit van de leerroute, in uren", min_value=1, max_value=MOST_HOURS, required=False
    )
    pvt_uren = forms.IntegerField(label="Uren PVT", min_value=1, max_value=MOST_HOURS, required=False)
    map_uren = forms.IntegerField(label="Uren MAP", min_value=1, max_value=MOST_HOURS, required=False)
    voortgangsgesprekken = forms.IntegerField(
        label="Aantal voortgangsgesprekken", min_value=0, max_value=200, required=False
    )
    vve_van_toepassing = yes_no(
        "Is er een kind voor wie voor- of vroegschoolse educatie (VVE) mogelijk is?", "Nog niet vastgelegd"
    )
    vve = text("Afspraken over VVE", "Welke opvang of school, hoeveel uur, wie meldt aan?", 3)
    pw_van_toepassing = yes_no(
        "Zijn er besluiten op grond van de Participatiewet?",
        "Nog niet vastgelegd",
        "Zoals over werk, participatie of ontzorgen (art. 15, derde lid, Wi 2021).",
    )
    participatiewet = text("Besluiten op grond van de Participatiewet", rows=3)
    ontzorgen = text("Ontzorgen: toelichting", "Wat betaalt de gemeente, en wat doet de inburgeraar zelf?", 3)
    kinderopvang = text(
        "Kinderopvang", "Geen plicht van de wet, wel vaak nodig om lessen te kunnen volgen.", 3
    )

    class Meta:
        model = PIP
        fields: ClassVar = [
            "motivatie",
            "niveau",
            "intensiteit_uren",
            "alfabetisering",
            "mag_opleiding_afmaken",
            "ondersteuning",
            "pvt_uren",
            "map_uren",
            "voortgangsgesprekken",
            "vve_van_toepassing",
            "vve",
            "pw_van_toepassing",
            "participatiewet",
            "ontzorgen",
            "kinderopvang",
        ]

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pip = self.instance
        self.fields["niveau"] = self._niveau_field(pip)
        needed_later(self, *(name for name in self.fields if name not in {"ontzorgen", "kinderopvang"}))
        if pip.vve_van_toepassing is None:
            self.initial["vve_van_toepassing"] = child_for_vve(pip.dossier)
        self.fields["mag_opleiding_afmaken"].label = "Mag een lopende opleiding eerst afmaken"
        self._explain_hours(pip, on)
        policy = policy_voortgangsgesprekken(pip.dossier, on=on)
        self.policy = policy
        if policy is not None:
            self.fields["voortgangsgesprekken"].help_text = (
                f"Beleid van {pip.dossier.gemeente}: {policy.waarde} ({policy.besluit}). "
                "De wet noemt geen aantal."
            )
            if pip.voortgangsgesprekken is None:
                self.initial["voortgangsgesprekken"] = policy.waarde
        else:
            self.fields["voortgangsgesprekken"].help_text = "De wet noemt geen aantal; u spreekt het af."

    def _niveau_field(self, pip: PIP) -> forms.ChoiceField:
        """Only the levels that law and DUO accept with this leerroute (regels of the first PIP)."""
        first = pip.dossier.eerste_pip_on is None
        if pip.leerroute == Leerroute.Z_ROUTE:
            choices = [("", "Geen examen"), (Niveau.A2.value, "A2: examen als het PIP dat vastlegt")]
            note = "De Z-route heeft geen examen. A2 kan als u het hier vastlegt (art. 3.14, Bi 2021)."
        elif pip.leerroute == Leerroute.B1_ROUTE and not first:
            choices = [(Niveau.B1.value, "B1"), (Niveau.A2.value, "A2")]
            note = "A2 kan alleen na aanzienlijke inspanningen (art. 17, derde lid, Wi 2021)."
        else:
            choices = [(Niveau.B1.value, "B1")]
            note = "Het eerste PIP begint op B1 (art. 7, eerste lid, Wi 2021)."
        if not pip.leerroute:
            choices, note = [("", "Kies eerst een leerroute")], ""
        return forms.ChoiceField(label="Taalniveau", choices=choices, help_text=note, required=False)

    def _explain_hours(self, pip: PIP, on: date) -> None:
        route = Leerroute(pip.leerroute) if pip.leerroute else None
        facts = leerroute_facts(pip.dossier, Leerroutekeuze(dossier=pip.dossier, leerroute=pip.leerroute))
        pvt, hours = pvt_hours(facts, on=on), map_hours(facts, on=on)
        self.fields["pvt_uren"].help_text = f"De wet vraagt minstens {pvt.value} ({pvt.citation})."
        if route == Leerroute.ONDERWIJSROUTE:
            del self.fields["map_uren"]
        elif hours.is_known:
            self.fields["map_uren"].help_text = f"De wet vraagt minstens {hours.value} ({hours.citation})."
        asiel = pip.dossier.doelgroep == Doelgroep.ASIELSTATUSHOUDER
        note = "Schatting van alle uren samen."
        note += (
            " Verplicht bij een asielstatushouder (art. 15, tweede lid, Wi 2021)."
            if asiel
            else " Niet verplicht bij een gezinsmigrant of overige migrant."
        )
        if route == Leerroute.Z_ROUTE:
            lessons, taking_part = z_cursusuren_norm(facts, on=on), z_participatie_norm(facts, on=on)
            note += f" De norm is {lessons.value} les ({lessons.citation})"
            if taking_part.is_known and taking_part.value.count:
                note += f" en {taking_part.value} participatie ({taking_part.citation})"
            note += "."
        self.fields["intensiteit_uren"].help_text = note


class AfspraakForm(VersionedForm):
    """One agreement."""

    eigenaar = forms.ChoiceField(
        label="Wie komt de afspraak na?",
        choices=Afspraak.Eigenaar.choices,
        widget=forms.RadioSelect({"class": "choices--inline"}),
    )
    partner = forms.ModelChoiceField(
        label="Welke partner?",
        queryset=Organisatie.objects.none(),
        required=False,
        empty_label="Geen partner",
        help_text="Alleen als een partner de afspraak nakomt.",
    )
    wat = forms.CharField(
        label="Wat spreken we af?", max_length=500, widget=forms.Textarea({"rows": 3, "maxlength": 500})
    )
    verwachting = forms.CharField(
        label="Wat mag de inburgeraar verwachten?",
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2, "maxlength": 500}),
    )
    uren_per_week = forms.DecimalField(
        label="Uren per week",
        max_digits=4,
        decimal_places=1,
        min_value=0,
        max_value=168,
        required=False,
        localize=True,
    )
    start_on = DutchDateField(label="Vanaf", required=False)
    due_on = DutchDateField(label="Uiterlijk", required=False)

    class Meta:
        model = Afspraak
        fields: ClassVar = [
            "eigenaar",
            "partner",
            "wat",
            "verwachting",
            "uren_per_week",
            "start_on",
            "due_on",
        ]

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = Organisatie.objects.filter(gemeente_id=dossier.gemeente_id)


class EstablishForm(forms.Form):
    """Who signs the decision, with which date, and when it is made known."""

    dagtekening = DutchDateField(
        label="Dagtekening", in_the_past=True, help_text="De datum van het besluit. Meestal vandaag."
    )
    reden = forms.CharField(
        label="Waarom ligt de dagtekening voor vandaag?",
        required=False,
        max_length=500,
        help_text="Alleen nodig als u een eerdere datum kiest. De termijn begint dan ook eerder.",
    )
    ondertekenaar = forms.CharField(label="Wie ondertekent?", max_length=120)
    functie = forms.CharField(label="Functie", max_length=120)
    bekendmaking = DutchDateField(
        label="Op welke dag geeft of stuurt u het besluit?",
        help_text="De dag daarna begint de termijn voor bezwaar. De laatste dag komt in de brief.",
    )

    def __init__(self, *args: Any, user: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = localdate()
        self.initial = {
            "dagtekening": today,
            "bekendmaking": today,
            "ondertekenaar": user.naam,
            "functie": user.functie,
            **self.initial,
        }

    def clean(self) -> dict[str, Any]:
        """The decision is made known on its own day or later, and an earlier date has a reason."""
        cleaned = super().clean()
        day, known = cleaned.get("dagtekening"), cleaned.get("bekendmaking")
        if day and known and known < day:
            self.add_error("bekendmaking", "De bekendmaking kan niet voor de dagtekening liggen.")
        if day and day < localdate() and len(cleaned.get("reden", "").strip()) < 15:
            self.add_error("reden", "Schrijf met minstens 15 tekens waarom de dagtekening eerder is.")
        return cleaned


class HandOverForm(forms.Form):
    """The decision was given or sent."""

    uitgereikt_on = DutchDateField(label="Op welke dag is het PIP gegeven of verstuurd?", in_the_past=True)
    hoe = forms.ChoiceField(
        label="Hoe?",
        choices=[("gesprek", "Gegeven in een gesprek"), ("post", "Verstuurd per post")],
        widget=forms.RadioSelect({"class": "choices--inline"}),
    )


class ReasonForm(forms.Form):
    """A reason that goes to the logbook."""

    reden = forms.CharField(
        label="Waarom?", min_length=15, max_length=500, widget=forms.Textarea({"rows": 3})
    )


class LanguageForm(forms.Form):
    """A language in which letters exist."""

    taal = forms.ChoiceField(
        label="Taal naast het Nederlands",
        choices=[
            ("nl", "Alleen Nederlands"),
            *((code, name) for code, name in TALEN.items() if code != "nl"),
        ],
    )


class VertalingForm(VersionedForm):
    """The translation of one text."""

    veld = forms.CharField(widget=forms.HiddenInput, max_length=60)
    taal = forms.CharField(widget=forms.HiddenInput, max_length=8)
    tekst = forms.CharField(
        label="Vertaling", required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 4})
    )
    gecontroleerd_by = forms.CharField(label="Wie controleerde de vertaling?", required=False, max_length=120)
    gecontroleerd_on = DutchDateField(label="Wanneer?", required=False, in_the_past=True)

    class Meta:
        model = Vertaling
        fields: ClassVar = ["tekst", "gecontroleerd_by", "gecontroleerd_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taal = self.initial.get("taal") or self.data.get(self.add_prefix("taal"), "")
        self.fields["tekst"].widget.attrs |= {
            "lang": taal,
            "dir": "rtl" if taal in {"ar", "fa", "prs"} else "ltr",
        }


class RequestForm(forms.Form):
    """Information was asked of a third party."""

    wat = forms.CharField(label="Welke informatie?", max_length=300)
    van_wie = forms.CharField(label="Van wie?", max_length=200, help_text="Zoals IDW, COA of een school.")
    waarom_nodig = forms.CharField(
        label="Waarom kan het PIP niet zonder deze informatie?",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Alleen dan mag de termijn langer duren (art. 5.3, tweede lid, Bi 2021).",
    )
    gevraagd_on = DutchDateField(label="Wanneer gevraagd?", in_the_past=True)


class ReceiveForm(VersionedForm):
    """The information came in."""

    ontvangen_on = DutchDateField(label="Ontvangen op", in_the_past=True)

    class Meta:
        model = Informatieverzoek
        fields: ClassVar = ["ontvangen_on"]
