"""The next step of each dossier, kept ready for the lists."""

from typing import ClassVar

from django.db import models

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.tenancy import TenantModel


class Werkpunt(TenantModel):
    """What must happen next in a dossier: why, before when, and whom we wait for.

    Derived: computed from the dossier by the rules of the law, again after each
    event and every night. Nothing is typed here.
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="werkpunt")
    code = models.CharField(max_length=60)
    sentence = models.CharField(max_length=300)
    citation = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    waiting_for = models.CharField(max_length=20, blank=True)
    reckoned_on = models.DateField()

    class Meta:
        verbose_name_plural = "werkpunten"
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "due_on", "id"]),
            models.Index(fields=["gemeente", "code"]),
        ]
