"""The inburgeringsaanbod, the hours followed, and the dates that close PVT, MAP and Z-route."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from meedoen.domain.dossier.models import Dossier, choices
from meedoen.domain.keten.models import Instelling
from meedoen.domain.pip.models import PIP
from meedoen.domain.regio.tenancy import TenantModel
from meedoen.law.inburgering.begrippen import Niveau


class Inburgeringsaanbod(TenantModel):
    """The place at a school that the gemeente offers an asielstatushouder (Wi art. 16).

    A later one at the same school takes the place of the earlier one, as at DUO.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="aanbiedingen")
    instelling = models.ForeignKey(Instelling, on_delete=models.PROTECT, related_name="+")
    aanbod_on = models.DateField("datum van het aanbod")
    start_on = models.DateField("verwachte start van de opleiding", null=True, blank=True)
    eind_on = models.DateField(
        "verwacht einde van de opleiding",
        null=True,
        blank=True,
        help_text="De eerste dag waarop de opleiding niet meer loopt (exclusief)",
    )
    alfabetisering = models.CharField(
        max_length=3, choices=PIP.Alfabetisering.choices, default=PIP.Alfabetisering.NVT
    )
    ingetrokken_on = models.DateField(null=True, blank=True)
    ingetrokken_reden = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "inburgeringsaanbiedingen"
        ordering: ClassVar = ["-aanbod_on", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "instelling"],
                condition=models.Q(ingetrokken_on__isnull=True),
                name="one_aanbod_a_school",
            )
        ]


class GevolgdeUren(TenantModel):
    """A total of hours followed up to a day, in whole hours; the latest one counts. Append-only."""

    class Soort(models.TextChoices):
        """Which hours; the value is the name of DUO's message."""

        TAALLES_KNM_INTAKE = "uren-taallesknm", "Taalles en KNM tijdens de brede intake"
        PARTICIPATIE = "uren-participatieactiviteiten", "Participatieactiviteiten (Z-route)"
        TAALLES = "uren-participatietaalles", "Taalles en KNM in de leerroute"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="gevolgde_uren")
    soort = models.CharField(max_length=40, choices=Soort.choices)
    uren = models.PositiveIntegerField(validators=[MaxValueValidator(9999)])
    tot_en_met_on = models.DateField("geteld tot en met")
    toelichting = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name_plural = "gevolgde uren"
        ordering: ClassVar = ["-at", "-id"]
        indexes: ClassVar = [models.Index(fields=["dossier", "soort", "-at"], name="uren_latest")]


class Resultaat(TenantModel):
    """The date that closes PVT, MAP or Z-route, or its withdrawal; the latest one counts. Append-only."""

    class Onderdeel(models.TextChoices):
        """What is closed; the value is the name of DUO's message."""

        PVT = "pvt", "Participatieverklaringstraject (PVT)"
        MAP = "map", "Module Arbeidsmarkt en Participatie (MAP)"
        ZROUTE = "zroute", "Z-route"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="resultaten")
    onderdeel = models.CharField(max_length=10, choices=Onderdeel.choices)
    datum_on = models.DateField(
        "datum", null=True, blank=True, help_text="Leeg: de eerdere datum is ingetrokken"
    )
    verwijtbaar = models.BooleanField("te laat en verwijtbaar", null=True, blank=True)
    toelichting = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name_plural = "resultaten"
        ordering: ClassVar = ["-at", "-id"]
        indexes: ClassVar = [models.Index(fields=["dossier", "onderdeel", "-at"], name="resultaat_latest")]


class Attentie(TenantModel):
    """Facts from which an attention signal follows and that no other page asks (DUO: attentiesignalen).

    DUO shows these signals in its portal and does not send them yet; Meedoen derives them
    (law/keten/signalen).
    """

    class Vertrek(models.TextChoices):
        """Where the person left for."""

        GEMEENTE = "gemeente", "Een andere gemeente"
        BUITENLAND = "buitenland", "Het buitenland"

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="attentie")
    verlenging_aangevraagd_on = models.DateField("verlenging aangevraagd op", null=True, blank=True)
    verlenging_besloten_on = models.DateField("DUO besliste op", null=True, blank=True)
    vertrokken_on = models.DateField("vertrokken op", null=True, blank=True)
    vertrokken_naar = models.CharField("vertrokken naar", max_length=12, choices=Vertrek.choices, blank=True)
    contract_on = models.DateField("cursuscontract bekend sinds", null=True, blank=True)
    contract_niveau = models.CharField(
        "niveau in het contract", max_length=2, choices=choices(Niveau), blank=True
    )
    contract_taalschakeltraject = models.BooleanField(
        "contract voor een taalschakeltraject", null=True, blank=True
    )
    bio_gevraagd_on = models.DateField(
        "ontheffing wegens bijzondere omstandigheden gevraagd op", null=True, blank=True
    )
    bio_advies_on = models.DateField("advies van de gemeente gegeven op", null=True, blank=True)
    certificaattekst_on = models.DateField(
        "tekst van het certificaat van de Z-route klaar op", null=True, blank=True
    )
    certificaat_on = models.DateField("certificaat van de Z-route uitgereikt op", null=True, blank=True)
    vrijstelling_einde_on = models.DateField("tijdelijke vrijstelling geëindigd op", null=True, blank=True)
    opleiding_einde_on = models.DateField(
        "opleiding die geen vrijstelling geeft, geëindigd op", null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "attenties"
