"""What others told us about a person, kept as they told it."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.secrecy import Sealed
from meedoen.domain.regio.tenancy import TenantModel


class Bron(models.TextChoices):
    """Who told us."""

    COA = "coa", "COA"
    DUO = "duo", "DUO"
    BRP = "brp", "BRP"
    IMPORT = "import", "bestand van de gemeente"
    GEMEENTE = "gemeente", "een andere gemeente, na een verhuizing"
    INBURGERAAR = "inburgeraar", "de inburgeraar zelf"
    KLANTMANAGER = "klantmanager", "klantmanager"


class Aanlevering(TenantModel):
    """A set of facts about one person, told by one source on one day. Append-only.

    Two axes of time: ``told_on`` is the day for which the source said it,
    ``registered_at`` the moment we knew it.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="aanleveringen")
    bron = models.CharField(max_length=20, choices=Bron.choices)
    told_on = models.DateField()
    registered_at = models.DateTimeField(default=timezone.now, editable=False)
    kenmerk = models.CharField(max_length=120, blank=True)
    gegevens = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "aanleveringen"
        indexes: ClassVar = [models.Index(fields=["gemeente", "dossier", "-registered_at"])]
        ordering: ClassVar = ["-registered_at", "-id"]


class Ontheffing(TenantModel):
    """What DUO told about ontheffingen: a medical ground is health, so all of it is sealed. Append-only.

    `inhoud` holds the list as DUO published it (JSON text).
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="ontheffingen")
    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    told_on = models.DateField()
    registered_at = models.DateTimeField(default=timezone.now, editable=False)
    inhoud_sealed = models.BinaryField(null=True, editable=False)

    inhoud = Sealed("inhoud")

    class Meta:
        verbose_name_plural = "ontheffingen"
        indexes: ClassVar = [models.Index(fields=["gemeente", "dossier", "-registered_at"])]
        ordering: ClassVar = ["-registered_at", "-id"]
