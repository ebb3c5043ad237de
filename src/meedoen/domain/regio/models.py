"""Gemeenten, who works for them in which role, and the evidence of use."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from .tenancy import TenantModel


class Rol(models.TextChoices):
    """What somebody does for a gemeente."""

    KLANTMANAGER = "klantmanager", "Klantmanager"
    TEAMLEIDER = "teamleider", "Teamleider"
    INKOPER = "inkoper", "Inkoper"
    BEHEERDER = "beheerder", "Beheerder"
    AUDITOR = "auditor", "Auditor"


class Gemeente(models.Model):
    """A gemeente that directs the inburgering of its inhabitants."""

    naam = models.CharField(max_length=100, unique=True)
    cbs_code = models.CharField(
        "CBS-code", max_length=4, unique=True, validators=[RegexValidator(r"^\d{4}$", "Vier cijfers.")]
    )

    class Meta:
        verbose_name_plural = "gemeenten"
        ordering: ClassVar = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Huisstijl(models.Model):
    """How pages and letters of a gemeente look, and who signs them."""

    gemeente = models.OneToOneField(Gemeente, on_delete=models.CASCADE, related_name="huisstijl")
    kleur = models.CharField("hoofdkleur", max_length=7, default="#155e75")
    afzender = models.CharField("afdeling", max_length=120, default="Team Inburgering")
    adres = models.CharField("postadres", max_length=200, blank=True)
    postcode_plaats = models.CharField("postcode en plaats", max_length=120, blank=True)
    telefoon = models.CharField(max_length=30, blank=True)
    email = models.EmailField("e-mail", blank=True)
    website = models.CharField(max_length=120, blank=True)
    logo = models.BinaryField(null=True, blank=True)
    logo_alt = models.CharField("beschrijving van het logo", max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "huisstijlen"


class Beleidsregel(models.Model):
    """A number that a gemeente sets itself, because the law sets none; dated and decided by somebody."""

    class Onderwerp(models.TextChoices):
        """What the law leaves to the gemeente."""

        OPROEP_DAGEN = "oproep_dagen", "Dagen tussen oproep en gesprek"
        VOORTGANG_MAANDEN = "voortgang_maanden", "Maanden tussen twee voortgangsgesprekken"
        VOORTGANGSGESPREKKEN = "voortgangsgesprekken", "Aantal voortgangsgesprekken in een PIP"

    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="beleidsregels")
    onderwerp = models.CharField(max_length=40, choices=Onderwerp.choices)
    waarde = models.PositiveSmallIntegerField()
    since = models.DateField("geldt vanaf")
    besluit = models.CharField("vastgesteld bij", max_length=200)

    class Meta:
        ordering: ClassVar = ["onderwerp", "-since"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "onderwerp", "since"], name="one_rule_a_day")
        ]


class Team(models.Model):
    """People of one gemeente who replace each other."""

    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="teams")
    naam = models.CharField(max_length=100)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente", "naam"], name="team_once")]

    def __str__(self) -> str:
        return self.naam


class MedewerkerManager(BaseUserManager):
    """Makes accounts that log in with their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Medewerker":
        """Make an account; without a password nobody can log in with it yet."""
        medewerker = self.model(email=self.normalize_email(email).lower(), **fields)
        medewerker.set_password(password)
        medewerker.save(using=self._db)
        return medewerker


class Medewerker(AbstractUser):
    """Somebody who logs in. What she may do follows from her aanstellingen."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField(max_length=120)
    functie = models.CharField(max_length=120, blank=True)
    telefoon = models.CharField(max_length=30, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = []

    objects = MedewerkerManager()

    def __str__(self) -> str:
        return self.naam

    def get_full_name(self) -> str:
        """Return the name as colleagues know it."""
        return self.naam

    def get_short_name(self) -> str:
        """Return the first word of the name."""
        return self.naam.split(" ")[0]


class AanstellingQuerySet(models.QuerySet):
    """Questions about who works where."""

    def on(self, day: Any) -> "AanstellingQuerySet":
        """Return what holds on that day (since inclusive, until exclusive)."""
        return self.filter(since__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day))


class Aanstelling(models.Model):
    """One role of one medewerker for one gemeente, for as long as it lasts."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="aanstellingen")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="aanstellingen")
    rol = models.CharField(max_length=20, choices=Rol.choices)
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="leden")
    since = models.DateField("vanaf", default=timezone.localdate)
    until = models.DateField("tot", null=True, blank=True)

    history = HistoricalRecords()
    objects = AanstellingQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "aanstellingen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["medewerker", "gemeente", "rol", "since"], name="role_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_rol_display()} {self.gemeente}"


class Organisatie(models.Model):
    """A partner in the plan: school, library, welfare work, volunteers."""

    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="organisaties")
    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering: ClassVar = ["naam"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente", "naam"], name="partner_once")]

    def __str__(self) -> str:
        return self.naam


class Verwerking(TenantModel):
    """One row for each person whose data was read or changed: the evidence of use. Append-only.

    Fields after the standard Logboek Dataverwerkingen and BIO2 8.15: action,
    object, result, origin, actor, time. The person is a keyed pseudonym, so that
    the log itself tells nothing to who reads only the log.
    """

    at = models.DateTimeField(default=timezone.now, editable=False)
    trace_id = models.CharField(max_length=32)
    operation_id = models.CharField(max_length=16)
    name = models.CharField(max_length=100)
    action = models.CharField(max_length=20)
    processing_activity = models.CharField(max_length=100, default="wet-inburgering-2021")
    subject = models.CharField(max_length=32)
    dossier_id_logged = models.BigIntegerField(null=True)
    actor = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    rol = models.CharField(max_length=20, blank=True)
    origin = models.CharField(max_length=60, blank=True)
    break_glass = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "verwerkingen"
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "subject", "-at"]),
            models.Index(fields=["gemeente", "-at"]),
            models.Index(fields=["gemeente", "actor", "-at"]),
        ]


class Beveiligingsgebeurtenis(models.Model):
    """Log-ins, refusals, rights, exports: what an auditor asks about the system itself. Append-only."""

    at = models.DateTimeField(default=timezone.now, editable=False)
    name = models.CharField(max_length=100)
    actor = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, null=True, related_name="+")
    origin = models.CharField(max_length=60, blank=True)
    path = models.CharField(max_length=200, blank=True)
    result = models.CharField(max_length=20)
    detail = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "beveiligingsgebeurtenissen"
        indexes: ClassVar = [models.Index(fields=["-at"]), models.Index(fields=["actor", "-at"])]


class Verzending(models.Model):
    """A form that was sent once: a second sending with the same key gives the first answer again."""

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=200)
    location = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "verzendingen"


class Dagtaak(models.Model):
    """A job that must run once a day; the day it last ran."""

    naam = models.CharField(max_length=40, unique=True)
    gedaan_on = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "dagtaken"
