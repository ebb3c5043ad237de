"""What we keep of the time in the AZC: the voorinburgering, sealed limitations, the warm handover."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.secrecy import Sealed
from meedoen.domain.regio.tenancy import TenantModel


class Voorinburgering(TenantModel):
    """The preparation in the AZC and how to reach the person there, as the klantmanager holds it true.

    COA's file fills what is empty; later files only show a difference. The nouns are those of the
    Gemeentelijk Gegevensmodel: Voorbereiding op Inburgering and Asielstatushouder.
    """

    class Deelname(models.TextChoices):
        """Whether the person consented to take part."""

        JA = "ja", "Doet mee"
        NEE = "nee", "Doet niet mee"

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="voorinburgering")
    deelname = models.CharField("deelname aan de voorinburgering", max_length=3, choices=Deelname, blank=True)
    instemming_on = models.DateField("datum van instemming", null=True, blank=True)
    reden_deelname = models.CharField("reden om niet mee te doen", max_length=200, blank=True)
    resultaat = models.CharField("resultaat van de voorinburgering", max_length=200, blank=True)
    azc_telefoon = models.CharField("telefoon in het AZC", max_length=30, blank=True)
    azc_email = models.CharField("e-mail in het AZC", max_length=254, blank=True)
    casemanager = models.CharField("casemanager van COA", max_length=120, blank=True)
    casemanager_telefoon = models.CharField("telefoon van de casemanager", max_length=30, blank=True)
    casemanager_email = models.CharField("e-mail van de casemanager", max_length=254, blank=True)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "voorinburgeringen"


class Beperking(TenantModel):
    """What COA told about health and physical limitations: sealed, append-only (Wi art. 37).

    Never part of an `Aanlevering`: that table is open to whoever may see the dossier.
    """

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="beperkingen")
    told_on = models.DateField()
    registered_at = models.DateTimeField(default=timezone.now, editable=False)
    kenmerk = models.CharField(max_length=120, blank=True)
    inhoud_sealed = models.BinaryField(null=True, editable=False)

    inhoud = Sealed("inhoud")

    class Meta:
        verbose_name_plural = "beperkingen"
        indexes: ClassVar = [models.Index(fields=["gemeente", "dossier"], name="beperking_dossier")]
        ordering: ClassVar = ["-told_on", "-id"]


class Overdrachtspunt(TenantModel):
    """One point of the warm handover from COA to the gemeente, once somebody worked on it."""

    class Punt(models.TextChoices):
        """The points, in the order of the work."""

        CASEMANAGER = "casemanager", "Gesproken met de casemanager van COA"
        CONTACT = "contact", "Telefoon en e-mail van de inburgeraar gecontroleerd"
        PROFIEL = "profiel", "Klantprofiel van COA ontvangen en gelezen"
        RESULTAAT = "resultaat", "Resultaat van de voorinburgering bekend"
        TAAL = "taal", "Taal en tolk geregeld"
        KINDEREN = "kinderen", "Kinderen en school besproken"
        GEZONDHEID = "gezondheid", "Gezondheid besproken"
        INTAKE = "intake", "Brede intake in het AZC gepland"
        WONING = "woning", "Woning gevonden"
        VERHUIZING = "verhuizing", "Datum van de verhuizing bekend"
        AFSPRAAK = "afspraak", "Eerste afspraak in de gemeente gemaakt"

    class Stand(models.TextChoices):
        """Where a point stands."""

        OPEN = "open", "Nog te doen"
        GEDAAN = "gedaan", "Gedaan"
        NIET_NODIG = "niet_nodig", "Niet nodig"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="overdrachtspunten")
    punt = models.CharField(max_length=20, choices=Punt)
    stand = models.CharField("stand", max_length=12, choices=Stand, default=Stand.OPEN)
    op = models.DateField("datum", null=True, blank=True)
    opmerking = models.CharField("opmerking", max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "overdrachtspunten"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "punt"], name="one_handover_point")
        ]
