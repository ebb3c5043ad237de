"""A file with people, how its columns are read, and what became of each row."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from meedoen.domain.regio.secrecy import Sealed
from meedoen.domain.regio.tenancy import TenantModel


class Kolomindeling(TenantModel):
    """How the headings of a file of this gemeente are read: heading → our field. Kept for the next file."""

    naam = models.CharField(max_length=120)
    kolommen = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "kolomindelingen"


class Import(TenantModel):
    """One upload. ``gemeente`` is the gemeente of who uploads; rows name the gemeente they belong to."""

    class Status(models.TextChoices):
        """Where it stands."""

        INDELEN = "indelen", "Kolommen indelen"
        CONTROLEREN = "controleren", "Wordt gecontroleerd"
        VOORBEELD = "voorbeeld", "Klaar om over te nemen"
        OVERNEMEN = "overnemen", "Wordt overgenomen"
        KLAAR = "klaar", "Klaar"
        AFGEBROKEN = "afgebroken", "Afgebroken"

    class Soort(models.TextChoices):
        """Who made the file: that says which columns it has, and what it may change."""

        GEMEENTE = "gemeente", "Lijst van de gemeente"
        COA = "coa", "Klantprofielen van COA"

    # None is a list of the gemeente: a column that may be empty needs no table built anew on SQLite.
    soort_bestand = models.CharField(max_length=10, choices=Soort.choices, null=True)  # noqa: DJ001
    bestandsnaam = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    headings = models.JSONField(default=list)
    kolommen = models.JSONField(default=dict)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.INDELEN)
    aantal = models.PositiveIntegerField(default=0)
    verwerkt = models.PositiveIntegerField(default=0)
    melding = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    told_on = models.DateField("peildatum")

    class Meta:
        verbose_name_plural = "imports"
        ordering: ClassVar = ["-at"]

    @property
    def soort(self) -> str:
        """Who made the file, a `Soort`."""
        return self.soort_bestand or self.Soort.GEMEENTE


class Importregel(TenantModel):
    """One row of an import, sealed, with what would or did become of it."""

    class Oordeel(models.TextChoices):
        """What the row is to us."""

        NIEUW = "nieuw", "Nieuw"
        GEWIJZIGD = "gewijzigd", "Gewijzigd"
        ONGEWIJZIGD = "ongewijzigd", "Ongewijzigd"
        GEWEIGERD = "geweigerd", "Geweigerd"
        DUBBEL = "dubbel", "Misschien dubbel"

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    bestand = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="regels")
    rij = models.PositiveIntegerField(help_text="Rij in het blad; de kop is rij 1")
    cellen_sealed = models.BinaryField(null=True, editable=False)
    oordeel = models.CharField(max_length=20, choices=Oordeel.choices, blank=True)
    fouten = models.JSONField(default=list, help_text="[{kolom, fout, blokkeert}]")
    wijzigingen = models.JSONField(default=list, help_text="namen van velden die wijzigen")
    dossier_nummer = models.BigIntegerField(
        null=True, blank=True, help_text="Dossier dat erbij hoort; het kan van een andere gemeente zijn"
    )
    keuze = models.CharField(max_length=20, blank=True, help_text="bij dubbel: zelfde, nieuw of overslaan")
    overgenomen_at = models.DateTimeField(null=True, blank=True)

    cellen = Sealed("cellen")

    class Meta:
        verbose_name_plural = "importregels"
        constraints: ClassVar = [models.UniqueConstraint(fields=["bestand", "rij"], name="row_once")]
        indexes: ClassVar = [models.Index(fields=["gemeente", "bestand", "oordeel"])]
