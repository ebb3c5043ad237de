"""The choice of a leerroute with its consideration, and the PIP as a decision in versions."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from meedoen.domain.dossier.models import Dossier, choices
from meedoen.domain.regio.models import Organisatie
from meedoen.domain.regio.tenancy import TenantModel
from meedoen.law.inburgering.begrippen import Leerroute, Niveau


class Leerroutekeuze(TenantModel):
    """Which leerroute a person chose for somebody, after weighing all three (Wi art. 7 to 9, 14, 15)."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="leerroutekeuze")
    overweging_onderwijsroute = models.TextField(blank=True)
    overweging_b1_route = models.TextField("overweging B1-route", blank=True)
    overweging_z_route = models.TextField("overweging Z-route", blank=True)
    wens = models.TextField("wens van de inburgeraar", blank=True)
    leerroute = models.CharField(max_length=20, choices=choices(Leerroute), blank=True)
    motivatie = models.TextField(blank=True)
    wil_opleiding = models.BooleanField(
        "wil een beroepsopleiding of een studie aan hbo of universiteit volgen", null=True, blank=True
    )
    grote_kans_op_diploma = models.BooleanField(
        "grote kans op een diploma na het taalschakeltraject", null=True, blank=True
    )
    grote_kans_motivatie = models.TextField("waarom u dat vindt van de kans op een diploma", blank=True)
    redelijkerwijs_niet_in_staat = models.BooleanField(
        "redelijkerwijs niet in staat tot het examen of het taalschakeltraject", null=True, blank=True
    )
    niet_in_staat_motivatie = models.TextField("waarom u dat vindt van de haalbaarheid", blank=True)
    eerdere_leerroute = models.CharField(
        "leerroute van de vorige gemeente", max_length=20, choices=choices(Leerroute), blank=True
    )
    afwijking_motivatie = models.TextField(
        "waarom u afwijkt van de termijn voor een andere route", blank=True
    )
    gekozen_on = models.DateField(null=True, blank=True)
    gekozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()


class Established(ValueError):
    """Somebody tried to change the text of a decision; a change is a new version."""

    def __init__(self) -> None:
        super().__init__("Dit PIP is vastgesteld. De tekst verandert niet meer; maak een nieuwe versie.")


class PIP(TenantModel):
    """One version of the persoonlijk plan inburgering en participatie: a decision, never overwritten."""

    class Status(models.TextChoices):
        """Where this version stands."""

        CONCEPT = "concept", "Concept"
        GECONTROLEERD = "gecontroleerd", "Gecontroleerd"
        VASTGESTELD = "vastgesteld", "Vastgesteld"
        UITGEREIKT = "uitgereikt", "Vastgesteld en uitgereikt"
        VERVANGEN = "vervangen", "Vervangen door een nieuwe versie"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    class Alfabetisering(models.TextChoices):
        """DUO's indicatorAlfabetiseringsonderwijs."""

        NVT = "NVT", "Niet nodig"
        A = "A", "Alfabetisering"
        AA = "AA", "Anders-alfabetisering"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="pips")
    versie = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.CONCEPT)
    vervangt = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="vervangen_door"
    )
    overgenomen = models.BooleanField("uit het oude systeem", default=False)
    reden_wijziging = models.CharField(max_length=500, blank=True)

    leerroute = models.CharField(max_length=20, choices=choices(Leerroute), blank=True)
    niveau = models.CharField("taalniveau", max_length=2, choices=choices(Niveau), blank=True)
    intensiteit_uren = models.PositiveIntegerField(
        "geschatte uren in de leerroute", null=True, blank=True, help_text="Totaal, in uren"
    )
    alfabetisering = models.CharField(
        max_length=3, choices=Alfabetisering.choices, default=Alfabetisering.NVT
    )
    mag_opleiding_afmaken = models.BooleanField("mag een lopende opleiding eerst afmaken", default=False)
    motivatie = models.TextField("motivatie van de leerroute", blank=True)
    ondersteuning = models.TextField("ondersteuning en begeleiding", blank=True)
    pvt_uren = models.PositiveSmallIntegerField("uren PVT", null=True, blank=True)
    map_uren = models.PositiveSmallIntegerField("uren MAP", null=True, blank=True)
    voortgangsgesprekken = models.PositiveSmallIntegerField(
        "aantal voortgangsgesprekken", null=True, blank=True
    )
    vve_van_toepassing = models.BooleanField("VVE van toepassing", null=True, blank=True)
    vve = models.TextField("afspraken over VVE", blank=True)
    pw_van_toepassing = models.BooleanField(
        "besluiten op grond van de Participatiewet", null=True, blank=True
    )
    participatiewet = models.TextField("afspraken Participatiewet", blank=True)
    ontzorgen = models.TextField(blank=True)
    kinderopvang = models.TextField(blank=True)

    dagtekening_on = models.DateField("dagtekening", null=True, blank=True)
    vastgesteld_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ondertekenaar = models.CharField(max_length=120, blank=True)
    ondertekenaar_functie = models.CharField(max_length=120, blank=True)
    bekendmaking_on = models.DateField("bekendmaking voorzien op", null=True, blank=True)
    uitgereikt_on = models.DateField(null=True, blank=True)
    uitgereikt_hoe = models.CharField(max_length=60, blank=True)
    ingetrokken_on = models.DateField(null=True, blank=True)
    ingetrokken_reden = models.CharField(max_length=500, blank=True)
    aangemaakt_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "PIP"
        verbose_name_plural = "PIP's"
        ordering: ClassVar = ["-versie"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "versie"], name="pip_version_once"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(status__in=["concept", "gecontroleerd"]),
                name="one_draft_a_dossier",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; raises Established when the text of a decision would change."""
        if self.pk is not None and not self._state.adding:
            self._refuse_change_of_decision()
        super().save(*args, **kwargs)

    def _refuse_change_of_decision(self) -> None:
        stored = PIP.objects.filter(pk=self.pk).values("status", *TEXT_OF_DECISION).first()
        if stored is None or stored.pop("status") in DRAFT:
            return
        if any(getattr(self, name) != value for name, value in stored.items()):
            raise Established

    @property
    def is_draft(self) -> bool:
        """Whether this version can still be edited."""
        return self.status in DRAFT

    @property
    def in_force(self) -> bool:
        """Whether this version is the decision that holds now."""
        return self.status in {self.Status.VASTGESTELD, self.Status.UITGEREIKT}


DRAFT = frozenset({PIP.Status.CONCEPT, PIP.Status.GECONTROLEERD})
"""A version that can still be edited."""

SECTIONS = (
    "leerroute",
    "niveau",
    "intensiteit_uren",
    "alfabetisering",
    "mag_opleiding_afmaken",
    "motivatie",
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
)
"""What a PIP holds besides its afspraken, in the order of the page; a new version copies it."""

TEXT_OF_DECISION = (*SECTIONS, "versie", "dagtekening_on", "ondertekenaar", "ondertekenaar_functie")
"""What never changes once a version is a decision."""


class Afspraak(TenantModel):
    """One agreement in a PIP: who does what, when, and what the inburgeraar may expect."""

    class Eigenaar(models.TextChoices):
        """Who keeps the agreement."""

        INBURGERAAR = "inburgeraar", "De inburgeraar"
        GEMEENTE = "gemeente", "De gemeente"
        PARTNER = "partner", "Een partner"

    pip = models.ForeignKey(PIP, on_delete=models.CASCADE, related_name="afspraken")
    eigenaar = models.CharField(max_length=20, choices=Eigenaar.choices)
    partner = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    wat = models.CharField("wat spreken we af", max_length=500)
    verwachting = models.CharField("wat mag de inburgeraar verwachten", max_length=500, blank=True)
    uren_per_week = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    start_on = models.DateField("vanaf", null=True, blank=True)
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "afspraken"
        ordering: ClassVar = ["volgorde", "id"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; raises Established when the PIP is a decision."""
        self._refuse_change_of_decision()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete; raises Established when the PIP is a decision."""
        self._refuse_change_of_decision()
        return super().delete(*args, **kwargs)

    def _refuse_change_of_decision(self) -> None:
        if not PIP.objects.filter(pk=self.pip_id, status__in=DRAFT).exists():
            raise Established


class Vertaling(TenantModel):
    """A checked translation of one free text of a PIP; the Dutch text stays the legal one."""

    pip = models.ForeignKey(PIP, on_delete=models.CASCADE, related_name="vertalingen")
    veld = models.CharField(max_length=60, help_text="Naam van het veld, of afspraak:<id>:wat")
    taal = models.CharField(max_length=8)
    tekst = models.TextField()
    bron_sha256 = models.CharField(max_length=64)
    gecontroleerd_by = models.CharField("gecontroleerd door", max_length=120, blank=True)
    gecontroleerd_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "vertalingen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pip", "veld", "taal"], name="one_translation")
        ]


class Informatieverzoek(TenantModel):
    """Information of a third party without which the PIP cannot be made (Bi art. 5.3 lid 2)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="informatieverzoeken")
    wat = models.CharField("welke informatie", max_length=300)
    van_wie = models.CharField("van wie", max_length=200)
    waarom_nodig = models.TextField("waarom kan het PIP niet zonder")
    gevraagd_on = models.DateField()
    ontvangen_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "informatieverzoeken"
        ordering: ClassVar = ["gevraagd_on"]
