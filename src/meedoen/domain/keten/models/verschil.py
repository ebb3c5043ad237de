"""A difference between what DUO knows and what we know, and the nightly comparison that finds them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.tenancy import TenantModel


class Verschil(TenantModel):
    """One field on which DUO and we do not agree. A person resolves it; nothing is overwritten silently."""

    class Status(models.TextChoices):
        """How it ended."""

        OPEN = "open", "Nog niet opgelost"
        VAN_DUO = "van-duo", "Overgenomen van DUO"
        VAN_ONS = "van-ons", "Ons gegeven klopt"
        GELIJK = "gelijk", "Vanzelf gelijk geworden"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="verschillen")
    veld = models.CharField(max_length=60)
    van_ons = models.CharField(max_length=200, blank=True)
    van_ons_on = models.DateField("bij ons sinds", null=True, blank=True)
    van_duo = models.CharField(max_length=200, blank=True)
    van_duo_on = models.DateField("bij DUO op", null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    found_on = models.DateField()
    opgelost_at = models.DateTimeField(null=True, blank=True)
    opgelost_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reden = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "verschillen"
        ordering: ClassVar = ["found_on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "veld"], condition=models.Q(status="open"), name="one_open_difference"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["gemeente", "status"], name="verschil_open")]


class Vergelijking(TenantModel):
    """One comparison of the whole caseload of a gemeente with DUO: how many, and what was found."""

    on = models.DateField()
    begonnen_at = models.DateTimeField(default=timezone.now)
    klaar_at = models.DateTimeField(null=True, blank=True)
    dossiers = models.PositiveIntegerField(default=0)
    gevraagd = models.PositiveIntegerField("bij DUO gevraagd", default=0)
    niet_gelukt = models.PositiveIntegerField(default=0)
    nieuw = models.PositiveIntegerField("nieuwe verschillen", default=0)
    weg = models.PositiveIntegerField("verdwenen verschillen", default=0)
    open = models.PositiveIntegerField("open verschillen", default=0)
    per_veld = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "vergelijkingen"
        ordering: ClassVar = ["-on", "-id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente", "on"], name="comparison_once")]
