"""The person, the household, the dossier, and what happened in it."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from meedoen.domain.regio.models import Team
from meedoen.domain.regio.secrecy import Sealed
from meedoen.domain.regio.tenancy import TenantModel
from meedoen.law.inburgering.begrippen import Doelgroep, Referent, Verblijfsdoel, Verblijfstitel

from .search import fold


def choices(enum: Any) -> list[tuple[str, str]]:
    """Return the choices of a notion of the law: (code, Dutch label)."""
    return [(member.value, member.label) for member in enum]


class Huishouden(TenantModel):
    """People who live together; each keeps a dossier of his own."""

    code = models.CharField(max_length=40, help_text="Kenmerk in de bron")

    class Meta:
        verbose_name_plural = "huishoudens"
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente", "code"], name="huishouden_once")]

    def __str__(self) -> str:
        return self.code


class Inburgeringsplichtige(TenantModel):
    """A person: who she is and how to reach her."""

    class Geslacht(models.TextChoices):
        """As the BRP registers it."""

        MAN = "M", "Man"
        VROUW = "V", "Vrouw"
        ONBEKEND = "X", "Onbekend"

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    huishouden = models.ForeignKey(
        Huishouden, on_delete=models.SET_NULL, null=True, blank=True, related_name="leden"
    )
    achternaam = models.CharField(max_length=120)
    voornaam = models.CharField(max_length=120, blank=True)
    geslacht = models.CharField(max_length=1, choices=Geslacht.choices, default=Geslacht.ONBEKEND)
    geboortedatum = models.DateField(null=True, blank=True)
    nationaliteit = models.CharField(max_length=60, blank=True)
    taal = models.CharField("taal voor contact", max_length=40, blank=True)
    bsn_sealed = models.BinaryField(null=True, editable=False)
    bsn_index = models.CharField(max_length=64, blank=True, default="", editable=False)
    v_nummer_sealed = models.BinaryField(null=True, editable=False)
    v_nummer_index = models.CharField(max_length=64, blank=True, default="", editable=False)
    telefoon = models.CharField(max_length=30, blank=True)
    email = models.CharField("e-mail", max_length=254, blank=True)
    adres = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    plaats = models.CharField(max_length=80, blank=True)
    coa_locatie = models.CharField("COA-locatie", max_length=80, blank=True)
    zoeknaam = models.CharField(max_length=300, editable=False)
    version = models.PositiveIntegerField(default=1)

    bsn = Sealed("bsn", indexed=True)
    v_nummer = Sealed("v_nummer", indexed=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "inburgeringsplichtigen"
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "bsn_index"]),
            models.Index(fields=["gemeente", "v_nummer_index"]),
            models.Index(fields=["gemeente", "zoeknaam"]),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        """First name and surname, as far as known."""
        return f"{self.voornaam} {self.achternaam}".strip()

    @property
    def in_azc(self) -> bool:
        """Whether the person still lives in a location of COA, as far as we were told."""
        return bool(self.coa_locatie) and not self.postcode

    def set_zoeknaam(self) -> None:
        """Fill the search spelling; bulk writers call this themselves."""
        self.zoeknaam = fold(f"{self.voornaam} {self.achternaam}")[:300]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the search spelling of the name."""
        self.set_zoeknaam()
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "zoeknaam"}
        super().save(*args, **kwargs)


class Dossier(TenantModel):
    """The case of one person in one gemeente: facts that the law asks, and who guides."""

    inburgeringsplichtige = models.OneToOneField(
        Inburgeringsplichtige, on_delete=models.PROTECT, related_name="dossier"
    )
    klantmanager = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="dossiers"
    )
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="dossiers")
    doelgroep = models.CharField(max_length=40, choices=choices(Doelgroep), blank=True)
    verblijfstitel = models.CharField(max_length=40, choices=choices(Verblijfstitel), blank=True)
    verblijfsdoel = models.CharField(max_length=60, choices=choices(Verblijfsdoel), blank=True)
    referent = models.CharField(max_length=60, choices=choices(Referent), blank=True)
    bekendmaking_on = models.DateField("vergunning bekendgemaakt op", null=True, blank=True)
    koppeling_on = models.DateField("gekoppeld op", null=True, blank=True)
    kennisgeving_on = models.DateField("kennisgeving van DUO", null=True, blank=True)
    inschrijving_on = models.DateField("ingeschreven in deze gemeente", null=True, blank=True)
    eerste_pip_on = models.DateField(
        "dagtekening van het eerste PIP", null=True, blank=True, help_text="Ook van een andere gemeente"
    )
    eerste_pip_elders = models.BooleanField("eerste PIP door een andere gemeente", default=False)
    bijstand_on = models.DateField("bijstand vanaf", null=True, blank=True)
    plicht_einde_on = models.DateField("einde inburgeringsplicht", null=True, blank=True)
    voldaan_on = models.DateField("voldaan op", null=True, blank=True)
    verlengd_tot_en_met_on = models.DateField(
        "inburgeringstermijn verlengd tot en met", null=True, blank=True, help_text="Besluit van DUO"
    )
    afgesloten_on = models.DateField("afgesloten op", null=True, blank=True)
    afsluitreden = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    aangemaakt_at = models.DateTimeField(default=timezone.now, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "dossiers"
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "klantmanager"]),
            models.Index(fields=["gemeente", "team"]),
        ]

    def __str__(self) -> str:
        return f"dossier {self.pk}"


class Gebeurtenis(TenantModel):
    """What happened in a dossier, in one sentence, by whom: its memory. Append-only."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="gebeurtenissen")
    kind = models.CharField(max_length=60)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    sentence = models.CharField(max_length=500)
    reason = models.CharField(max_length=1000, blank=True)
    data = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name_plural = "gebeurtenissen"
        indexes: ClassVar = [models.Index(fields=["gemeente", "dossier", "-at"])]
        ordering: ClassVar = ["-at", "-id"]


class Notitie(TenantModel):
    """A working note of a klantmanager."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="notities")
    tekst = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "notities"
        ordering: ClassVar = ["-at"]


class Document(TenantModel):
    """A letter or PDF as it was given: never changed afterwards. Append-only."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="documenten")
    soort = models.CharField(max_length=40)
    titel = models.CharField(max_length=200)
    taal = models.CharField(max_length=8, default="nl")
    bestandsnaam = models.CharField(max_length=200)
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name_plural = "documenten"
        ordering: ClassVar = ["-at", "-id"]


class Waarneming(TenantModel):
    """Somebody opens the dossier of a colleague: a reason, one dossier, one hour (break-glass)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="waarnemingen")
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=500)
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    beoordeeld_at = models.DateTimeField(null=True, blank=True)
    beoordeeld_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    akkoord = models.BooleanField("terecht", null=True, blank=True)
    opmerking = models.CharField("opmerking bij de beoordeling", max_length=500, blank=True, default="")

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "waarnemingen"
        indexes: ClassVar = [models.Index(fields=["gemeente", "medewerker", "until"])]
