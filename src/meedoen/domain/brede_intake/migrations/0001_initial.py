"""The tables of this app, with their guards."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import history_table, tenant_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dossier", "0001_initial"),
        ("regio", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BredeIntake",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gestart_on", models.DateField(blank=True, null=True)),
                ("afgerond_on", models.DateField(blank=True, null=True)),
                (
                    "bij_verstek",
                    models.BooleanField(default=False, verbose_name="afgerond zonder de inburgeraar"),
                ),
                (
                    "privegesprek_aangeboden_on",
                    models.DateField(blank=True, null=True, verbose_name="privégesprek aangeboden op"),
                ),
                ("samenvatting", models.TextField(blank=True, default="")),
                (
                    "verstek_motivering",
                    models.TextField(blank=True, default="", verbose_name="waarom zonder de inburgeraar"),
                ),
                (
                    "overgeslagen_on",
                    models.DateField(blank=True, null=True, verbose_name="onderdelen overgeslagen op"),
                ),
                (
                    "overgeslagen_van",
                    models.CharField(blank=True, default="", max_length=100, verbose_name="vorige gemeente"),
                ),
                (
                    "overgeslagen_motivering",
                    models.TextField(blank=True, default="", verbose_name="waarom niet opnieuw"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="brede_intake",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Gezondheid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("lichamelijk_sealed", models.BinaryField(null=True)),
                ("psychisch_sealed", models.BinaryField(null=True)),
                ("gevolgen_sealed", models.BinaryField(null=True)),
                ("besproken_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gezondheid",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalBredeIntake",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("gestart_on", models.DateField(blank=True, null=True)),
                ("afgerond_on", models.DateField(blank=True, null=True)),
                (
                    "bij_verstek",
                    models.BooleanField(default=False, verbose_name="afgerond zonder de inburgeraar"),
                ),
                (
                    "privegesprek_aangeboden_on",
                    models.DateField(blank=True, null=True, verbose_name="privégesprek aangeboden op"),
                ),
                ("samenvatting", models.TextField(blank=True, default="")),
                (
                    "verstek_motivering",
                    models.TextField(blank=True, default="", verbose_name="waarom zonder de inburgeraar"),
                ),
                (
                    "overgeslagen_on",
                    models.DateField(blank=True, null=True, verbose_name="onderdelen overgeslagen op"),
                ),
                (
                    "overgeslagen_van",
                    models.CharField(blank=True, default="", max_length=100, verbose_name="vorige gemeente"),
                ),
                (
                    "overgeslagen_motivering",
                    models.TextField(blank=True, default="", verbose_name="waarom niet opnieuw"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical brede intake",
                "verbose_name_plural": "historical brede intakes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGezondheid",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("sleutel", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("lichamelijk_sealed", models.BinaryField(null=True)),
                ("psychisch_sealed", models.BinaryField(null=True)),
                ("gevolgen_sealed", models.BinaryField(null=True)),
                ("besproken_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical gezondheid",
                "verbose_name_plural": "historical gezondheids",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalIntakegegeven",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("vraag", models.CharField(max_length=60)),
                ("waarde", models.JSONField()),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("coa", "COA"),
                            ("duo", "DUO"),
                            ("brp", "BRP"),
                            ("import", "bestand van de gemeente"),
                            ("inburgeraar", "de inburgeraar zelf"),
                            ("klantmanager", "klantmanager"),
                        ],
                        max_length=20,
                    ),
                ),
                ("told_on", models.DateField()),
                ("bevestigd_on", models.DateField(blank=True, null=True)),
                ("registered_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("version", models.PositiveIntegerField(default=1)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical intakegegeven",
                "verbose_name_plural": "historical intakegegevens",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalIntakegesprek",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("gevoerd_on", models.DateField()),
                (
                    "plaats",
                    models.CharField(
                        choices=[
                            ("thuis", "Thuis"),
                            ("azc", "In het AZC"),
                            ("gemeentehuis", "In het gemeentehuis"),
                            ("telefoon", "Telefonisch"),
                            ("beeldbellen", "Beeldbellen"),
                        ],
                        max_length=20,
                    ),
                ),
                ("aanwezig", models.CharField(blank=True, max_length=200)),
                ("tolk", models.CharField(blank=True, max_length=40)),
                ("verslag", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical intakegesprek",
                "verbose_name_plural": "historical intakegesprekken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLeerbaarheidstoets",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("aangemeld_on", models.DateField(blank=True, null=True)),
                ("afgenomen_on", models.DateField(blank=True, null=True)),
                (
                    "resultaat",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("haalbaar", "B1-route haalbaar"),
                            ("niet_haalbaar", "B1-route niet haalbaar"),
                            ("onbekend", "Onbekend"),
                        ],
                        max_length=20,
                    ),
                ),
                ("score", models.CharField(blank=True, max_length=10)),
                (
                    "vereiste_score",
                    models.CharField(
                        blank=True, default="", max_length=10, verbose_name="score die nodig was"
                    ),
                ),
                ("ontheffing_on", models.DateField(blank=True, null=True)),
                (
                    "ontheffingsgrond",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visueel", "Visuele beperking (lid 6, onder a)"),
                            ("auditief", "Auditieve beperking (lid 6, onder b)"),
                        ],
                        max_length=20,
                    ),
                ),
                ("ontheffing_motivatie", models.TextField(blank=True)),
                (
                    "overgenomen_van",
                    models.CharField(blank=True, max_length=100, verbose_name="overgenomen van gemeente"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical leerbaarheidstoets",
                "verbose_name_plural": "historical leerbaarheidstoetss",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOproep",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                ("verstuurd_on", models.DateField()),
                ("termijn_on", models.DateField(verbose_name="uiterlijk op")),
                ("gesprek_at", models.DateTimeField(verbose_name="gesprek op")),
                ("locatie", models.CharField(max_length=200)),
                ("tolk", models.CharField(blank=True, max_length=40, verbose_name="taal van de tolk")),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("open", "Nog open"),
                            ("verschenen", "Verschenen"),
                            ("niet_verschenen", "Niet verschenen"),
                            ("onvoldoende", "Onvoldoende meegewerkt"),
                            ("afgezegd", "Afgezegd met een goede reden"),
                            ("ingetrokken", "Ingetrokken door de gemeente"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("uitkomst_on", models.DateField(blank=True, null=True)),
                ("toelichting", models.CharField(blank=True, max_length=500)),
                (
                    "waarschuwing_on",
                    models.DateField(blank=True, null=True, verbose_name="waarschuwing verstuurd op"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical oproep",
                "verbose_name_plural": "historical oproepen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Intakegesprek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gevoerd_on", models.DateField()),
                (
                    "plaats",
                    models.CharField(
                        choices=[
                            ("thuis", "Thuis"),
                            ("azc", "In het AZC"),
                            ("gemeentehuis", "In het gemeentehuis"),
                            ("telefoon", "Telefonisch"),
                            ("beeldbellen", "Beeldbellen"),
                        ],
                        max_length=20,
                    ),
                ),
                ("aanwezig", models.CharField(blank=True, max_length=200)),
                ("tolk", models.CharField(blank=True, max_length=40)),
                ("verslag", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="intakegesprekken",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "intakegesprekken",
                "ordering": ["gevoerd_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Leerbaarheidstoets",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("aangemeld_on", models.DateField(blank=True, null=True)),
                ("afgenomen_on", models.DateField(blank=True, null=True)),
                (
                    "resultaat",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("haalbaar", "B1-route haalbaar"),
                            ("niet_haalbaar", "B1-route niet haalbaar"),
                            ("onbekend", "Onbekend"),
                        ],
                        max_length=20,
                    ),
                ),
                ("score", models.CharField(blank=True, max_length=10)),
                (
                    "vereiste_score",
                    models.CharField(
                        blank=True, default="", max_length=10, verbose_name="score die nodig was"
                    ),
                ),
                ("ontheffing_on", models.DateField(blank=True, null=True)),
                (
                    "ontheffingsgrond",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visueel", "Visuele beperking (lid 6, onder a)"),
                            ("auditief", "Auditieve beperking (lid 6, onder b)"),
                        ],
                        max_length=20,
                    ),
                ),
                ("ontheffing_motivatie", models.TextField(blank=True)),
                (
                    "overgenomen_van",
                    models.CharField(blank=True, max_length=100, verbose_name="overgenomen van gemeente"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leerbaarheidstoets",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Intakegegeven",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("vraag", models.CharField(max_length=60)),
                ("waarde", models.JSONField()),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("coa", "COA"),
                            ("duo", "DUO"),
                            ("brp", "BRP"),
                            ("import", "bestand van de gemeente"),
                            ("inburgeraar", "de inburgeraar zelf"),
                            ("klantmanager", "klantmanager"),
                        ],
                        max_length=20,
                    ),
                ),
                ("told_on", models.DateField()),
                ("bevestigd_on", models.DateField(blank=True, null=True)),
                ("registered_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="intakegegevens",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "intakegegevens",
                "constraints": [models.UniqueConstraint(fields=("dossier", "vraag"), name="one_answer")],
            },
        ),
        migrations.CreateModel(
            name="Oproep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                ("verstuurd_on", models.DateField()),
                ("termijn_on", models.DateField(verbose_name="uiterlijk op")),
                ("gesprek_at", models.DateTimeField(verbose_name="gesprek op")),
                ("locatie", models.CharField(max_length=200)),
                ("tolk", models.CharField(blank=True, max_length=40, verbose_name="taal van de tolk")),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("open", "Nog open"),
                            ("verschenen", "Verschenen"),
                            ("niet_verschenen", "Niet verschenen"),
                            ("onvoldoende", "Onvoldoende meegewerkt"),
                            ("afgezegd", "Afgezegd met een goede reden"),
                            ("ingetrokken", "Ingetrokken door de gemeente"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("uitkomst_on", models.DateField(blank=True, null=True)),
                ("toelichting", models.CharField(blank=True, max_length=500)),
                (
                    "waarschuwing_on",
                    models.DateField(blank=True, null=True, verbose_name="waarschuwing verstuurd op"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="oproepen",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "oproepen",
                "ordering": ["nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "nummer"), name="oproep_number_once")
                ],
            },
        ),
        tenant_table("brede_intake_bredeintake", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_oproep", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_intakegesprek", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_intakegegeven", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_gezondheid", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_leerbaarheidstoets", {"dossier_id": "dossier_dossier"}),
        history_table("brede_intake_historicalbredeintake"),
        history_table("brede_intake_historicaloproep"),
        history_table("brede_intake_historicalintakegesprek"),
        history_table("brede_intake_historicalintakegegeven"),
        history_table("brede_intake_historicalgezondheid"),
        history_table("brede_intake_historicalleerbaarheidstoets"),
    ]
