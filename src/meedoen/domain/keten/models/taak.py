"""A task: something a person must do because of what DUO or another source told."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Rol
from meedoen.domain.regio.tenancy import TenantModel

from .bericht import Bericht
from .notificatie import Notificatie


class Taak(TenantModel):
    """What must be done, why, by when, by whom, and where it is done.

    `soort` is the code of the event or signal (``SS131``) or of our own cause
    (``geweigerd``, ``verschil``, ``onbekend``, ``vastgelopen``). A dossier has at most
    one open task of a soort and onderwerp, so a signal that is derived every night is
    one task. `waar` names the page where it is done (a key of `TAAK_PAGES` in the web).
    """

    class Status(models.TextChoices):
        """Where it stands."""

        OPEN = "open", "Te doen"
        GEDAAN = "gedaan", "Gedaan"
        VERVALLEN = "vervallen", "Niet meer nodig"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="taken")
    soort = models.CharField(max_length=20)
    onderwerp = models.CharField(max_length=60, blank=True)
    titel = models.CharField("wat moet u doen", max_length=200)
    uitleg = models.CharField("waarom", max_length=1000, blank=True)
    waar = models.CharField(max_length=40, blank=True)
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    rol = models.CharField("voor wie", max_length=20, choices=Rol.choices, default=Rol.KLANTMANAGER)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    afgeleid = models.BooleanField(
        default=False, help_text="Door Meedoen zelf afgeleid: vervalt vanzelf als het niet meer klopt"
    )
    notificatie = models.ForeignKey(
        Notificatie, on_delete=models.PROTECT, null=True, blank=True, related_name="taken"
    )
    bericht = models.ForeignKey(
        Bericht, on_delete=models.PROTECT, null=True, blank=True, related_name="taken"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    hoe = models.CharField("hoe afgehandeld", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "taken"
        ordering: ClassVar = ["due_on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "soort", "onderwerp"],
                condition=models.Q(status="open", dossier__isnull=False),
                name="one_open_task_of_a_kind",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "status", "due_on"], name="taak_by_date"),
            # With the gemeente first, or SQLite reads all open tasks of the gemeente instead.
            models.Index(fields=["gemeente", "dossier", "status"], name="taak_of_dossier"),
        ]
