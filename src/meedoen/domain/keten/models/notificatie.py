"""The inbox: the events DUO told us, kept before anything is done with them."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.secrecy import Sealed
from meedoen.domain.regio.tenancy import TenantModel


class Notificatie(TenantModel):
    """One event as DUO told it (or as somebody typed it over from the portal).

    An event that comes twice is one row: it is known by its berichtId, and by
    `vingerafdruk`, the keyed digest of moment, person and code.
    """

    class Status(models.TextChoices):
        """Where the handling stands."""

        ONTVANGEN = "ontvangen", "Ontvangen, nog niet verwerkt"
        BEZIG = "bezig", "Wordt verwerkt"
        VERWERKT = "verwerkt", "Verwerkt"
        ONBEKEND = "onbekend", "Persoon is hier niet bekend"
        VASTGELOPEN = "vastgelopen", "Vastgelopen"
        AFGEHANDELD = "afgehandeld", "Met de hand afgehandeld"

    class Weg(models.TextChoices):
        """How it reached us."""

        M2M = "m2m", "Koppeling"
        GEPLAKT = "geplakt", "Overgenomen uit het portaal"
        BESTAND = "bestand", "Bestand"

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    bericht_id = models.UUIDField(default=uuid.uuid4)
    gebeurtenis_id = models.CharField(max_length=6)
    registratie_at = models.DateTimeField("geregistreerd bij DUO")
    vingerafdruk = models.CharField(max_length=64)
    bsn_sealed = models.BinaryField(null=True, editable=False)
    bsn_index = models.CharField(max_length=64, blank=True, default="", editable=False)
    v_nummer_sealed = models.BinaryField(null=True, editable=False)
    v_nummer_index = models.CharField(max_length=64, blank=True, default="", editable=False)
    weg = models.CharField(max_length=10, choices=Weg.choices, default=Weg.M2M)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(default=timezone.now, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="notificaties")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.ONTVANGEN)
    pogingen_gedaan = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    afgehandeld_at = models.DateTimeField(null=True, blank=True)
    fout = models.CharField(max_length=300, blank=True)

    bsn = Sealed("bsn", indexed=True)
    v_nummer = Sealed("v_nummer", indexed=True)

    @property
    def happened_at(self) -> datetime:
        """When DUO registered it; a moment that was still to come counts as that of its arrival.

        A moment in the year 3000 must not overtake everything that comes after it.
        """
        return min(self.registratie_at, self.received_at)

    class Meta:
        verbose_name_plural = "notificaties"
        ordering: ClassVar = ["-received_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "bericht_id"], name="notificatie_once"),
            models.UniqueConstraint(fields=["gemeente", "vingerafdruk"], name="event_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["status", "next_attempt_at"], name="notificatie_due"),
            models.Index(fields=["gemeente", "-received_at"], name="notificatie_by_day"),
            models.Index(fields=["gemeente", "bsn_index"], name="notificatie_by_bsn"),
            models.Index(fields=["gemeente", "v_nummer_index"], name="notificatie_by_v_nummer"),
            models.Index(fields=["gemeente", "dossier"], name="notificatie_of_dossier"),
            models.Index(
                fields=["gemeente", "status", "received_at", "pogingen_gedaan"], name="notificatie_by_status"
            ),
        ]
