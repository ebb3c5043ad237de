"""The brede intake: calls, conversations, answers with their source, health apart, leerbaarheidstoets."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron
from meedoen.domain.regio.secrecy import Sealed
from meedoen.domain.regio.tenancy import TenantModel


class BredeIntake(TenantModel):
    """The brede intake of one dossier (Wi art. 14).

    ``overgeslagen_on`` says that after a move leerbaarheidstoets and the look at education
    and work were not done again (Wi art. 15 lid 4).
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="brede_intake")
    gestart_on = models.DateField(null=True, blank=True)
    afgerond_on = models.DateField(null=True, blank=True)
    bij_verstek = models.BooleanField("afgerond zonder de inburgeraar", default=False)
    privegesprek_aangeboden_on = models.DateField("privégesprek aangeboden op", null=True, blank=True)
    samenvatting = models.TextField(blank=True, default="")
    verstek_motivering = models.TextField("waarom zonder de inburgeraar", blank=True, default="")
    overgeslagen_on = models.DateField("onderdelen overgeslagen op", null=True, blank=True)
    overgeslagen_van = models.CharField("vorige gemeente", max_length=100, blank=True, default="")
    overgeslagen_motivering = models.TextField("waarom niet opnieuw", blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()


class Oproep(TenantModel):
    """A call for the brede intake, and what came of it (Wi art. 14 lid 1 and 2)."""

    class Uitkomst(models.TextChoices):
        """What came of the call."""

        OPEN = "open", "Nog open"
        VERSCHENEN = "verschenen", "Verschenen"
        NIET_VERSCHENEN = "niet_verschenen", "Niet verschenen"
        ONVOLDOENDE = "onvoldoende", "Onvoldoende meegewerkt"
        AFGEZEGD = "afgezegd", "Afgezegd met een goede reden"
        INGETROKKEN = "ingetrokken", "Ingetrokken door de gemeente"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="oproepen")
    nummer = models.PositiveSmallIntegerField()
    verstuurd_on = models.DateField()
    termijn_on = models.DateField("uiterlijk op")
    gesprek_at = models.DateTimeField("gesprek op")
    locatie = models.CharField(max_length=200)
    tolk = models.CharField("taal van de tolk", max_length=40, blank=True)
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.choices, default=Uitkomst.OPEN)
    uitkomst_on = models.DateField(null=True, blank=True)
    toelichting = models.CharField(max_length=500, blank=True)
    waarschuwing_on = models.DateField("waarschuwing verstuurd op", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    MISSED = frozenset({Uitkomst.NIET_VERSCHENEN, Uitkomst.ONVOLDOENDE})
    """Without result: the law treats not coming and cooperating too little alike (Wi art. 14 lid 1)."""
    VOID = frozenset({Uitkomst.AFGEZEGD, Uitkomst.INGETROKKEN})
    """Counts for nobody."""

    class Meta:
        verbose_name_plural = "oproepen"
        ordering: ClassVar = ["nummer"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "nummer"], name="oproep_number_once")
        ]


class Intakegesprek(TenantModel):
    """One of the conversations of the intake: as many as needed, at home or in the AZC."""

    class Plaats(models.TextChoices):
        """Where it was held."""

        THUIS = "thuis", "Thuis"
        AZC = "azc", "In het AZC"
        GEMEENTEHUIS = "gemeentehuis", "In het gemeentehuis"
        TELEFOON = "telefoon", "Telefonisch"
        BEELDBELLEN = "beeldbellen", "Beeldbellen"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="intakegesprekken")
    gevoerd_on = models.DateField()
    plaats = models.CharField(max_length=20, choices=Plaats.choices)
    aanwezig = models.CharField(max_length=200, blank=True)
    tolk = models.CharField(max_length=40, blank=True)
    verslag = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "intakegesprekken"
        ordering: ClassVar = ["gevoerd_on", "id"]


class Intakegegeven(TenantModel):
    """The answer to one question of the intake, with who told it and when, to confirm instead of ask again.

    ``vraag`` is a code of `brede_intake.vragen`; ``waarde`` its answer (text, number,
    yes/no, or list of codes, as the question says).
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="intakegegevens")
    vraag = models.CharField(max_length=60)
    waarde = models.JSONField()
    bron = models.CharField(max_length=20, choices=Bron.choices)
    told_on = models.DateField()
    bevestigd_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    registered_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "intakegegevens"
        constraints: ClassVar = [models.UniqueConstraint(fields=["dossier", "vraag"], name="one_answer")]


class Gezondheid(TenantModel):
    """Health as far as the plan needs it: sealed, for an access group of its own (Wi 37, Bi 9.11)."""

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="gezondheid")
    lichamelijk_sealed = models.BinaryField(null=True, editable=False)
    psychisch_sealed = models.BinaryField(null=True, editable=False)
    gevolgen_sealed = models.BinaryField(null=True, editable=False)
    besproken_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    lichamelijk = Sealed("lichamelijk")
    psychisch = Sealed("psychisch")
    gevolgen = Sealed("gevolgen")

    history = HistoricalRecords()


class Leerbaarheidstoets(TenantModel):
    """The leerbaarheidstoets: result and date, or the ontheffing with its ground (Wi art. 14 lid 5 to 7)."""

    class Resultaat(models.TextChoices):
        """As DUO reports it; an advice that does not bind."""

        HAALBAAR = "haalbaar", "B1-route haalbaar"
        NIET_HAALBAAR = "niet_haalbaar", "B1-route niet haalbaar"
        ONBEKEND = "onbekend", "Onbekend"

    class Ontheffingsgrond(models.TextChoices):
        """The only two grounds of the law."""

        VISUEEL = "visueel", "Visuele beperking (lid 6, onder a)"
        AUDITIEF = "auditief", "Auditieve beperking (lid 6, onder b)"

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="leerbaarheidstoets")
    aangemeld_on = models.DateField(null=True, blank=True)
    afgenomen_on = models.DateField(null=True, blank=True)
    resultaat = models.CharField(max_length=20, choices=Resultaat.choices, blank=True)
    score = models.CharField(max_length=10, blank=True)
    vereiste_score = models.CharField("score die nodig was", max_length=10, blank=True, default="")
    ontheffing_on = models.DateField(null=True, blank=True)
    ontheffingsgrond = models.CharField(max_length=20, choices=Ontheffingsgrond.choices, blank=True)
    ontheffing_motivatie = models.TextField(blank=True)
    overgenomen_van = models.CharField("overgenomen van gemeente", max_length=100, blank=True)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords()
