"""How a gemeente reaches DUO, by hand or by the interface; DUO's own lists; who is contactpersoon."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from simple_history.models import HistoricalRecords

from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.tenancy import TenantModel


class DUOAansluiting(models.Model):
    """How one gemeente exchanges with DUO. A gemeente without a row does it by hand."""

    class Manier(models.TextChoices):
        """Who carries the messages."""

        HANDMATIG = "handmatig", "Met de hand, in het Portaal Inburgering"
        M2M = "m2m", "Automatisch, met de koppeling van DUO"

    gemeente = models.OneToOneField(Gemeente, on_delete=models.CASCADE, related_name="duo_aansluiting")
    manier = models.CharField(max_length=12, choices=Manier.choices, default=Manier.HANDMATIG)
    oin = models.CharField(
        "OIN van de gemeente",
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^\d{20}$", "Een OIN bestaat uit 20 cijfers.")],
    )
    sinds_on = models.DateField("op deze manier sinds", null=True, blank=True)
    storing_since = models.DateTimeField(null=True, blank=True, editable=False)
    laatst_goed_at = models.DateTimeField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords(excluded_fields=["storing_since", "laatst_goed_at"])

    class Meta:
        verbose_name = "aansluiting op DUO"
        verbose_name_plural = "aansluitingen op DUO"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["oin"], condition=~models.Q(oin=""), name="one_gemeente_an_oin")
        ]

    @property
    def by_interface(self) -> bool:
        """Whether messages go by the interface (and not by hand)."""
        return self.manier == self.Manier.M2M


class Instelling(models.Model):
    """A school as DUO lists it, with its keurmerk; an aanbod names one by its number."""

    instellingsnummer = models.CharField(max_length=10, unique=True)
    naam = models.CharField(max_length=128)
    postcode = models.CharField(max_length=6, blank=True)
    huisnummer = models.PositiveIntegerField(null=True, blank=True)
    huisnummertoevoeging = models.CharField(max_length=4, blank=True)
    plaatsnaam = models.CharField(max_length=40, blank=True)
    bow = models.CharField("nummer bij Blik op Werk", max_length=10, blank=True)
    brin = models.CharField(max_length=4, blank=True)
    bow_keurmerk = models.BooleanField("keurmerk van Blik op Werk", null=True, blank=True)
    tst_keurmerk = models.BooleanField("erkend voor taalschakeltrajecten", null=True, blank=True)
    gezien_on = models.DateField("staat op de lijst van DUO op")

    class Meta:
        verbose_name_plural = "instellingen"
        ordering: ClassVar = ["naam"]

    def __str__(self) -> str:
        return f"{self.naam}, {self.plaatsnaam}" if self.plaatsnaam else self.naam


class Verlengingsgrond(models.Model):
    """A ground on which DUO extends a termijn, in DUO's words; a termijn names one by its code."""

    code = models.CharField(max_length=10, unique=True)
    omschrijving = models.CharField(max_length=200)
    gezien_on = models.DateField("staat op de lijst van DUO op")

    class Meta:
        verbose_name_plural = "verlengingsgronden"
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return self.omschrijving


class Contactpersoon(TenantModel):
    """A medewerker as DUO knows her: the person whom DUO and the inburgeraar can call."""

    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    duo_id = models.PositiveIntegerField("nummer bij DUO", null=True, blank=True)
    naam = models.CharField(max_length=100)
    email = models.CharField(max_length=241)
    telefoonnummer = models.CharField(max_length=22)
    verwijderd_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "contactpersonen"
        ordering: ClassVar = ["naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gemeente", "medewerker"],
                condition=models.Q(verwijderd_on__isnull=True),
                name="contactpersoon_once",
            )
        ]

    def __str__(self) -> str:
        return self.naam
