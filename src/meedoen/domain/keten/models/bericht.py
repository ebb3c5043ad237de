"""The outbox: what must go to DUO, and every attempt to bring it there."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.tenancy import TenantModel


class Bericht(TenantModel):
    """One message for DUO, written in the transaction of the decision it tells.

    `bericht_id` is the berichtId of every attempt: DUO can see that a second one is
    the same message. `gegevens` is ``{"body": …, "pad": {…}}`` as published, without
    the BSN, which is read from the sealed person at the moment of sending.
    """

    class Soort(models.TextChoices):
        """What is told; the value is the name of the operation."""

        PIP = "pip", "PIP doorgeven"
        PIP_VERWIJDEREN = "pip-verwijderen", "PIP verwijderen"
        AANBOD = "aanbod", "Inburgeringsaanbod doorgeven"
        AANBOD_VERWIJDEREN = "aanbod-verwijderen", "Inburgeringsaanbod verwijderen"
        UREN_TAALLES_KNM = "uren-taallesknm", "Uren taalles en KNM in de brede intake doorgeven"
        UREN_PARTICIPATIE = "uren-participatieactiviteiten", "Uren participatieactiviteiten doorgeven"
        UREN_TAALLES = "uren-participatietaalles", "Uren taalles in de leerroute doorgeven"
        MAP = "map", "Eindgesprek MAP doorgeven"
        PVT = "pvt", "Ondertekening participatieverklaring doorgeven"
        ZROUTE = "zroute", "Afronding Z-route doorgeven"
        CONTACTPERSOON_MAKEN = "contactpersoon-maken", "Contactpersoon aanmelden"
        CONTACTPERSOON_WIJZIGEN = "contactpersoon-wijzigen", "Contactpersoon wijzigen"
        CONTACTPERSOON_VERWIJDEREN = "contactpersoon-verwijderen", "Contactpersoon verwijderen"
        CONTACTPERSOON_KOPPELEN = "contactpersoon-koppelen", "Contactpersoon aan inburgeraar koppelen"
        CONTACTPERSOON_ONTKOPPELEN = "contactpersoon-ontkoppelen", "Contactpersoon loskoppelen"
        LBT_OVERSLAAN = "lbt-overslaan", "Leerbaarheidstoets overslaan"

    class Status(models.TextChoices):
        """Where the message stands."""

        KLAAR = "klaar", "Staat klaar"
        BEZIG = "bezig", "Wordt verstuurd"
        AANGENOMEN = "aangenomen", "Door DUO aangenomen"
        GEWEIGERD = "geweigerd", "Door DUO geweigerd"
        VASTGELOPEN = "vastgelopen", "Vastgelopen"
        VERVALLEN = "vervallen", "Vervallen"

    bericht_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="berichten")
    soort = models.CharField(max_length=40, choices=Soort.choices)
    gegevens = models.JSONField(default=dict)
    omschrijving = models.CharField(max_length=200)
    onderwerp = models.CharField(
        max_length=60, blank=True, help_text="Waar het over gaat, zoals pip:12 of resultaat:5"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.KLAAR)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    pogingen_gedaan = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    onzeker = models.BooleanField(
        default=False, help_text="Een poging kan bij DUO zijn aangekomen zonder dat wij het antwoord kregen"
    )
    afgehandeld_at = models.DateTimeField(null=True, blank=True)
    foutteksten = models.JSONField(default=list, blank=True)
    met_de_hand_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    bevestigd_on = models.DateField(
        null=True, blank=True, help_text="Dag waarop DUO hetzelfde zei: gelezen of in een gebeurtenis"
    )
    vervangt = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="vervangen_door"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "berichten"
        ordering: ClassVar = ["-made_at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["status", "next_attempt_at"], name="bericht_due"),
            models.Index(fields=["gemeente", "-made_at"], name="bericht_by_day"),
            models.Index(fields=["dossier", "status"], name="bericht_of_dossier"),
            models.Index(fields=["gemeente", "onderwerp"], name="bericht_about"),
            models.Index(fields=["gemeente", "status", "afgehandeld_at"], name="bericht_by_status"),
        ]


OPEN = frozenset({Bericht.Status.KLAAR, Bericht.Status.BEZIG})
"""Not at DUO yet, and nobody has to do anything (with the interface) but wait."""


class Poging(TenantModel):
    """One attempt to bring a message to DUO, and what came back. Append-only."""

    class Uitkomst(models.TextChoices):
        """What came back."""

        AANGENOMEN = "aangenomen", "Aangenomen"
        GEWEIGERD = "geweigerd", "Geweigerd"
        ONBEREIKBAAR = "onbereikbaar", "DUO niet bereikbaar"
        FOUT = "fout", "Niet zoals afgesproken"
        STOND_ER_AL = "stond-er-al", "Stond al zo bij DUO"

    bericht = models.ForeignKey(Bericht, on_delete=models.PROTECT, related_name="pogingen")
    at = models.DateTimeField(default=timezone.now, editable=False)
    duur_ms = models.PositiveIntegerField("duur in milliseconden", null=True)
    uitkomst = models.CharField(max_length=16, choices=Uitkomst.choices)
    status_code = models.PositiveSmallIntegerField(null=True)
    foutteksten = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "pogingen"
        ordering: ClassVar = ["at", "id"]
