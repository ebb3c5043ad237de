"""The next step of each dossier, kept ready for the lists, and how somebody likes her list."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from meedoen.domain.dossier.models import Dossier, choices
from meedoen.domain.regio.tenancy import TenantModel
from meedoen.law.inburgering.begrippen import Leerroute


class Werkpunt(TenantModel):
    """What must happen next in a dossier: why, before when, and whom we wait for.

    Derived: computed from the dossier by the rules of the law, again after each
    event and every night. Nothing is typed here. A closed dossier keeps its row,
    because figures count it; lists leave it out.
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="werkpunt")
    code = models.CharField(max_length=60)
    sentence = models.CharField(max_length=300)
    citation = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    waiting_for = models.CharField(max_length=20, blank=True)
    gesloten = models.BooleanField(default=False)
    leerroute = models.CharField(max_length=20, choices=choices(Leerroute), blank=True)
    pip_deadline_on = models.DateField(
        null=True, blank=True, help_text="Laatste dag waarop het PIP op tijd is"
    )
    pip_on = models.DateField(
        null=True, blank=True, help_text="Dagtekening van het eerste PIP van deze gemeente"
    )
    reckoned_on = models.DateField()

    class Meta:
        verbose_name_plural = "werkpunten"
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "gesloten", "due_on", "id"], name="werkpunt_by_date"),
            models.Index(fields=["gemeente", "code"], name="werkpunt_by_code"),
        ]


class Lijstweergave(models.Model):
    """How one medewerker likes to see the werkvoorraad: a filter with a name, and which columns.

    The row without a name holds the columns she chose last. A view holds no names
    of persons: a search text is not kept.
    """

    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lijstweergaven"
    )
    naam = models.CharField(max_length=60, blank=True)
    querystring = models.CharField(max_length=1000, blank=True)
    kolommen = models.JSONField(default=list)
    standaard = models.BooleanField("hiermee openen", default=False)

    class Meta:
        verbose_name_plural = "lijstweergaven"
        ordering: ClassVar = ["naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["medewerker", "naam"], name="weergave_once"),
            models.UniqueConstraint(
                fields=["medewerker"], condition=models.Q(standaard=True), name="one_view_opens"
            ),
        ]

    def __str__(self) -> str:
        return self.naam
