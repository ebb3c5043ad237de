"""The next step of each dossier, kept ready for the lists, and how somebody likes her list."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from meedoen.domain.dossier.models import Dossier, choices
from meedoen.domain.regio.models import Team
from meedoen.domain.regio.tenancy import TenantModel
from meedoen.law.inburgering.begrippen import Leerroute


class Werkpunt(TenantModel):
    """What must happen next in a dossier: why, before when, and whom we wait for.

    Derived: computed from the dossier by the rules of the law, again after each
    event and every night. Nothing is typed here. A closed dossier keeps its row,
    because figures count it; lists leave it out.

    What a list is filtered by stands here too, so that a filter reads one table:
    joining the person of 20,000 rows took most of the time of the page.

    ``reckoned_on`` is the day for which the row was last asked about or came to say
    something else; a night that changes nothing leaves it.
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
    klantmanager = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    team = models.ForeignKey(
        Team,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        db_index=False,
        help_text="Team van het dossier, of anders dat van de klantmanager",
    )
    doelgroep = models.CharField(max_length=40, blank=True)
    taal = models.CharField(max_length=40, blank=True)
    in_azc = models.BooleanField(default=False)
    taken = models.PositiveSmallIntegerField("open taken", default=0)
    reckoned_on = models.DateField()

    class Meta:
        verbose_name_plural = "werkpunten"
        # Each list (everything, mine, my team's) has an index that holds its order: SQLite without
        # statistics takes the index with most equal columns, and counting by day reads only the index.
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "gesloten", "due_on", "id"], name="werkpunt_by_date"),
            models.Index(
                fields=["gemeente", "gesloten", "klantmanager", "due_on", "id"], name="werkpunt_mine"
            ),
            models.Index(fields=["gemeente", "gesloten", "team", "due_on", "id"], name="werkpunt_team"),
            models.Index(fields=["gemeente", "code"], name="werkpunt_by_code"),
            models.Index(fields=["gemeente", "taal"], name="werkpunt_by_taal"),
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
