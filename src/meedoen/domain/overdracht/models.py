"""A move with its request, the packs that were given, the files that were received, and trusted keys."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from meedoen.domain.dossier.models import Document, Dossier
from meedoen.domain.regio.secrecy import Sealed
from meedoen.domain.regio.tenancy import TenantModel

CBS = RegexValidator(r"^\d{4}$", "Vier cijfers.")


class Overdrachtsverzoek(TenantModel):
    """One move of a person, and what the new gemeente asked of the old one (Wi art. 35 lid 4).

    Outgoing: the person left, another gemeente asks us. Incoming: the person settled
    here, we ask the previous gemeente. Without ``gevraagd_on`` nobody asked yet.
    ``nieuw_pip_on`` is the dagtekening of the PIP of the new gemeente, from which the
    last month of access at DUO runs.
    """

    class Richting(models.TextChoices):
        """Who gives."""

        UITGAAND = "uitgaand", "Vertrokken naar een andere gemeente"
        INKOMEND = "inkomend", "Gekomen uit een andere gemeente"

    class Stap(models.TextChoices):
        """The points of the handover, in the order of the work; each is done by a person."""

        DUO = "duo", "Uren, PVT en MAP staan bij DUO"
        VERTELD = "verteld", "De inburgeraar weet wat wij doorgeven, en aan wie"
        GEBELD = "gebeld", "De nieuwe klantmanager gesproken"
        SCHOOL = "school", "De taalschool weet van de verhuizing"
        PARTNERS = "partners", "Andere partners in het PIP weten van de verhuizing"
        BIJSTAND = "bijstand", "Bijstand en ontzorgen zijn afgerond of overgedragen"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="overdrachtsverzoeken")
    richting = models.CharField(max_length=10, choices=Richting)
    andere_code = models.CharField("CBS-code van de andere gemeente", max_length=4, validators=[CBS])
    andere_naam = models.CharField("andere gemeente", max_length=100)
    verhuisd_on = models.DateField("verhuisd op")
    gevraagd_on = models.DateField("gevraagd op", null=True, blank=True)
    gevraagd_door = models.CharField("wie het vroeg", max_length=200, blank=True)
    reden = models.CharField("waarvoor", max_length=500, blank=True)
    grondslag = models.CharField(max_length=200, blank=True)
    gegeven_on = models.DateField("gegeven op", null=True, blank=True)
    nieuw_pip_on = models.DateField("PIP van de nieuwe gemeente op", null=True, blank=True)
    afgevinkt = models.JSONField("gedaan", default=dict, blank=True, help_text="Stap → dag")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "overdrachtsverzoeken"
        ordering: ClassVar = ["-verhuisd_on", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "richting", "andere_code", "verhuisd_on"], name="one_move_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_richting_display()}: {self.andere_naam}"


class Overdrachtssleutel(TenantModel):
    """The public keys of another gemeente, which a beheerder trusts after checking their fingerprint.

    ``gemeente`` is who trusts. A key is never changed: a new one is added, the old one withdrawn.
    """

    andere_code = models.CharField("CBS-code", max_length=4, validators=[CBS])
    andere_naam = models.CharField("gemeente", max_length=100)
    ondertekenen = models.CharField(max_length=64, help_text="Ed25519, base64url")
    versleutelen = models.CharField(max_length=64, help_text="X25519, base64url")
    vingerafdruk = models.CharField(max_length=64)
    gecontroleerd = models.CharField("hoe de vingerafdruk is gecontroleerd", max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    ingetrokken_on = models.DateField("ingetrokken op", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "overdrachtssleutels"
        ordering: ClassVar = ["andere_naam", "-at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gemeente", "vingerafdruk"],
                condition=models.Q(ingetrokken_on__isnull=True),
                name="one_trusted_key",
            )
        ]

    def __str__(self) -> str:
        return f"sleutel van {self.andere_naam}"


class Overdrachtspakket(TenantModel):
    """What was given at one moment: the PDF, and the signed file exactly as it was given. Append-only."""

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    verzoek = models.ForeignKey(Overdrachtsverzoek, on_delete=models.PROTECT, related_name="pakketten")
    nummer = models.UUIDField(default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    bestand_sealed = models.BinaryField(null=True, editable=False)
    versleuteld = models.BooleanField(default=False)
    zonder_sleutel_reden = models.CharField("hoe het veilig is verstuurd", max_length=300, blank=True)
    geldig_tot_en_met_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    bestand = Sealed("bestand")

    class Meta:
        verbose_name_plural = "overdrachtspakketten"
        ordering: ClassVar = ["-at", "-id"]


class OntvangenOverdracht(TenantModel):
    """A file of another gemeente as it was received, what was read in it, and the dossier it became.

    Both texts are sealed: the BSN is in them. They never change; ``dossier`` is set once.
    """

    class Status(models.TextChoices):
        """Where it stands."""

        GELEZEN = "gelezen", "Gelezen, nog niet overgenomen"
        OVERGENOMEN = "overgenomen", "Overgenomen in een dossier"
        WEGGELEGD = "weggelegd", "Weggelegd"

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nummer = models.UUIDField(editable=False)
    van_code = models.CharField(max_length=4, validators=[CBS])
    van_naam = models.CharField(max_length=100)
    told_on = models.DateField("gemaakt op")
    ondertekend_met = models.ForeignKey(Overdrachtssleutel, on_delete=models.PROTECT, related_name="+")
    versleuteld = models.BooleanField()
    bestand_sealed = models.BinaryField(null=True, editable=False)
    inhoud_sealed = models.BinaryField(null=True, editable=False)
    status = models.CharField(max_length=12, choices=Status, default=Status.GELEZEN)
    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, null=True, blank=True, related_name="ontvangen_overdrachten"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1)

    bestand = Sealed("bestand")
    inhoud = Sealed("inhoud")

    class Meta:
        verbose_name_plural = "ontvangen overdrachten"
        ordering: ClassVar = ["-at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="one_pack_read_once")
        ]
