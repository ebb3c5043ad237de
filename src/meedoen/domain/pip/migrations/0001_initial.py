"""The tables of this app, with their guards."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
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
            name="HistoricalInformatieverzoek",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("wat", models.CharField(max_length=300, verbose_name="welke informatie")),
                ("van_wie", models.CharField(max_length=200, verbose_name="van wie")),
                ("waarom_nodig", models.TextField(verbose_name="waarom kan het PIP niet zonder")),
                ("gevraagd_on", models.DateField()),
                ("ontvangen_on", models.DateField(blank=True, null=True)),
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
                "verbose_name": "historical informatieverzoek",
                "verbose_name_plural": "historical informatieverzoeken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLeerroutekeuze",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("overweging_onderwijsroute", models.TextField(blank=True)),
                ("overweging_b1_route", models.TextField(blank=True, verbose_name="overweging B1-route")),
                ("overweging_z_route", models.TextField(blank=True, verbose_name="overweging Z-route")),
                ("wens", models.TextField(blank=True, verbose_name="wens van de inburgeraar")),
                (
                    "leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("Z-route", "Z-route"),
                        ],
                        max_length=20,
                    ),
                ),
                ("motivatie", models.TextField(blank=True)),
                (
                    "wil_opleiding",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="wil een beroepsopleiding of een studie aan hbo of universiteit volgen",
                    ),
                ),
                (
                    "grote_kans_op_diploma",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="grote kans op een diploma na het taalschakeltraject",
                    ),
                ),
                (
                    "grote_kans_motivatie",
                    models.TextField(
                        blank=True, verbose_name="waarom u dat vindt van de kans op een diploma"
                    ),
                ),
                (
                    "redelijkerwijs_niet_in_staat",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="redelijkerwijs niet in staat tot het examen of het taalschakeltraject",
                    ),
                ),
                (
                    "niet_in_staat_motivatie",
                    models.TextField(blank=True, verbose_name="waarom u dat vindt van de haalbaarheid"),
                ),
                (
                    "eerdere_leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("Z-route", "Z-route"),
                        ],
                        max_length=20,
                        verbose_name="leerroute van de vorige gemeente",
                    ),
                ),
                (
                    "afwijking_motivatie",
                    models.TextField(
                        blank=True, verbose_name="waarom u afwijkt van de termijn voor een andere route"
                    ),
                ),
                ("gekozen_on", models.DateField(blank=True, null=True)),
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
                    "gekozen_by",
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
                "verbose_name": "historical leerroutekeuze",
                "verbose_name_plural": "historical leerroutekeuzes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Informatieverzoek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wat", models.CharField(max_length=300, verbose_name="welke informatie")),
                ("van_wie", models.CharField(max_length=200, verbose_name="van wie")),
                ("waarom_nodig", models.TextField(verbose_name="waarom kan het PIP niet zonder")),
                ("gevraagd_on", models.DateField()),
                ("ontvangen_on", models.DateField(blank=True, null=True)),
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
                        related_name="informatieverzoeken",
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
                "verbose_name_plural": "informatieverzoeken",
                "ordering": ["gevraagd_on"],
            },
        ),
        migrations.CreateModel(
            name="Leerroutekeuze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("overweging_onderwijsroute", models.TextField(blank=True)),
                ("overweging_b1_route", models.TextField(blank=True, verbose_name="overweging B1-route")),
                ("overweging_z_route", models.TextField(blank=True, verbose_name="overweging Z-route")),
                ("wens", models.TextField(blank=True, verbose_name="wens van de inburgeraar")),
                (
                    "leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("Z-route", "Z-route"),
                        ],
                        max_length=20,
                    ),
                ),
                ("motivatie", models.TextField(blank=True)),
                (
                    "wil_opleiding",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="wil een beroepsopleiding of een studie aan hbo of universiteit volgen",
                    ),
                ),
                (
                    "grote_kans_op_diploma",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="grote kans op een diploma na het taalschakeltraject",
                    ),
                ),
                (
                    "grote_kans_motivatie",
                    models.TextField(
                        blank=True, verbose_name="waarom u dat vindt van de kans op een diploma"
                    ),
                ),
                (
                    "redelijkerwijs_niet_in_staat",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="redelijkerwijs niet in staat tot het examen of het taalschakeltraject",
                    ),
                ),
                (
                    "niet_in_staat_motivatie",
                    models.TextField(blank=True, verbose_name="waarom u dat vindt van de haalbaarheid"),
                ),
                (
                    "eerdere_leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("Z-route", "Z-route"),
                        ],
                        max_length=20,
                        verbose_name="leerroute van de vorige gemeente",
                    ),
                ),
                (
                    "afwijking_motivatie",
                    models.TextField(
                        blank=True, verbose_name="waarom u afwijkt van de termijn voor een andere route"
                    ),
                ),
                ("gekozen_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leerroutekeuze",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gekozen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="PIP",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("gecontroleerd", "Gecontroleerd"),
                            ("vastgesteld", "Vastgesteld"),
                            ("uitgereikt", "Vastgesteld en uitgereikt"),
                            ("vervangen", "Vervangen door een nieuwe versie"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="concept",
                        max_length=20,
                    ),
                ),
                ("overgenomen", models.BooleanField(default=False, verbose_name="uit het oude systeem")),
                ("reden_wijziging", models.CharField(blank=True, max_length=500)),
                (
                    "leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("Z-route", "Z-route"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "niveau",
                    models.CharField(
                        blank=True,
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="taalniveau",
                    ),
                ),
                (
                    "intensiteit_uren",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Totaal, in uren",
                        null=True,
                        verbose_name="geschatte uren in de leerroute",
                    ),
                ),
                (
                    "alfabetisering",
                    models.CharField(
                        choices=[
                            ("NVT", "Niet nodig"),
                            ("A", "Alfabetisering"),
                            ("AA", "Anders-alfabetisering"),
                        ],
                        default="NVT",
                        max_length=3,
                    ),
                ),
                (
                    "mag_opleiding_afmaken",
                    models.BooleanField(
                        default=False, verbose_name="mag een lopende opleiding eerst afmaken"
                    ),
                ),
                ("motivatie", models.TextField(blank=True, verbose_name="motivatie van de leerroute")),
                ("ondersteuning", models.TextField(blank=True, verbose_name="ondersteuning en begeleiding")),
                (
                    "pvt_uren",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="uren PVT"),
                ),
                (
                    "map_uren",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="uren MAP"),
                ),
                (
                    "voortgangsgesprekken",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="aantal voortgangsgesprekken"
                    ),
                ),
                (
                    "vve_van_toepassing",
                    models.BooleanField(blank=True, null=True, verbose_name="VVE van toepassing"),
                ),
                ("vve", models.TextField(blank=True, verbose_name="afspraken over VVE")),
                (
                    "pw_van_toepassing",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="besluiten op grond van de Participatiewet"
                    ),
                ),
                ("participatiewet", models.TextField(blank=True, verbose_name="afspraken Participatiewet")),
                ("ontzorgen", models.TextField(blank=True)),
                ("kinderopvang", models.TextField(blank=True)),
                ("dagtekening_on", models.DateField(blank=True, null=True, verbose_name="dagtekening")),
                ("ondertekenaar", models.CharField(blank=True, max_length=120)),
                ("ondertekenaar_functie", models.CharField(blank=True, max_length=120)),
                (
                    "bekendmaking_on",
                    models.DateField(blank=True, null=True, verbose_name="bekendmaking voorzien op"),
                ),
                ("uitgereikt_on", models.DateField(blank=True, null=True)),
                ("uitgereikt_hoe", models.CharField(blank=True, max_length=60)),
                ("ingetrokken_on", models.DateField(blank=True, null=True)),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=500)),
                ("aangemaakt_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pips", to="dossier.dossier"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
                (
                    "vastgesteld_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vervangt",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vervangen_door",
                        to="pip.pip",
                    ),
                ),
            ],
            options={
                "verbose_name": "PIP",
                "verbose_name_plural": "PIP's",
                "ordering": ["-versie"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalVertaling",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "veld",
                    models.CharField(help_text="Naam van het veld, of afspraak:<id>:wat", max_length=60),
                ),
                ("taal", models.CharField(max_length=8)),
                ("tekst", models.TextField()),
                ("bron_sha256", models.CharField(max_length=64)),
                (
                    "gecontroleerd_by",
                    models.CharField(blank=True, max_length=120, verbose_name="gecontroleerd door"),
                ),
                ("gecontroleerd_on", models.DateField(blank=True, null=True)),
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
                (
                    "pip",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pip.pip",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical vertaling",
                "verbose_name_plural": "historical vertalingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPIP",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("versie", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("gecontroleerd", "Gecontroleerd"),
                            ("vastgesteld", "Vastgesteld"),
                            ("uitgereikt", "Vastgesteld en uitgereikt"),
                            ("vervangen", "Vervangen door een nieuwe versie"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="concept",
                        max_length=20,
                    ),
                ),
                ("overgenomen", models.BooleanField(default=False, verbose_name="uit het oude systeem")),
                ("reden_wijziging", models.CharField(blank=True, max_length=500)),
                (
                    "leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B1-route", "B1-route"),
                            ("onderwijsroute", "onderwijsroute"),
                            ("Z-route", "Z-route"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "niveau",
                    models.CharField(
                        blank=True,
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="taalniveau",
                    ),
                ),
                (
                    "intensiteit_uren",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Totaal, in uren",
                        null=True,
                        verbose_name="geschatte uren in de leerroute",
                    ),
                ),
                (
                    "alfabetisering",
                    models.CharField(
                        choices=[
                            ("NVT", "Niet nodig"),
                            ("A", "Alfabetisering"),
                            ("AA", "Anders-alfabetisering"),
                        ],
                        default="NVT",
                        max_length=3,
                    ),
                ),
                (
                    "mag_opleiding_afmaken",
                    models.BooleanField(
                        default=False, verbose_name="mag een lopende opleiding eerst afmaken"
                    ),
                ),
                ("motivatie", models.TextField(blank=True, verbose_name="motivatie van de leerroute")),
                ("ondersteuning", models.TextField(blank=True, verbose_name="ondersteuning en begeleiding")),
                (
                    "pvt_uren",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="uren PVT"),
                ),
                (
                    "map_uren",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="uren MAP"),
                ),
                (
                    "voortgangsgesprekken",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="aantal voortgangsgesprekken"
                    ),
                ),
                (
                    "vve_van_toepassing",
                    models.BooleanField(blank=True, null=True, verbose_name="VVE van toepassing"),
                ),
                ("vve", models.TextField(blank=True, verbose_name="afspraken over VVE")),
                (
                    "pw_van_toepassing",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="besluiten op grond van de Participatiewet"
                    ),
                ),
                ("participatiewet", models.TextField(blank=True, verbose_name="afspraken Participatiewet")),
                ("ontzorgen", models.TextField(blank=True)),
                ("kinderopvang", models.TextField(blank=True)),
                ("dagtekening_on", models.DateField(blank=True, null=True, verbose_name="dagtekening")),
                ("ondertekenaar", models.CharField(blank=True, max_length=120)),
                ("ondertekenaar_functie", models.CharField(blank=True, max_length=120)),
                (
                    "bekendmaking_on",
                    models.DateField(blank=True, null=True, verbose_name="bekendmaking voorzien op"),
                ),
                ("uitgereikt_on", models.DateField(blank=True, null=True)),
                ("uitgereikt_hoe", models.CharField(blank=True, max_length=60)),
                ("ingetrokken_on", models.DateField(blank=True, null=True)),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=500)),
                ("aangemaakt_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                (
                    "vastgesteld_by",
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
                    "vervangt",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pip.pip",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical PIP",
                "verbose_name_plural": "historical PIP's",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAfspraak",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "eigenaar",
                    models.CharField(
                        choices=[
                            ("inburgeraar", "De inburgeraar"),
                            ("gemeente", "De gemeente"),
                            ("partner", "Een partner"),
                        ],
                        max_length=20,
                    ),
                ),
                ("wat", models.CharField(max_length=500, verbose_name="wat spreken we af")),
                (
                    "verwachting",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="wat mag de inburgeraar verwachten"
                    ),
                ),
                ("uren_per_week", models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ("start_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="uiterlijk")),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
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
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.organisatie",
                    ),
                ),
                (
                    "pip",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pip.pip",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical afspraak",
                "verbose_name_plural": "historical afspraken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Afspraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "eigenaar",
                    models.CharField(
                        choices=[
                            ("inburgeraar", "De inburgeraar"),
                            ("gemeente", "De gemeente"),
                            ("partner", "Een partner"),
                        ],
                        max_length=20,
                    ),
                ),
                ("wat", models.CharField(max_length=500, verbose_name="wat spreken we af")),
                (
                    "verwachting",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="wat mag de inburgeraar verwachten"
                    ),
                ),
                ("uren_per_week", models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ("start_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="uiterlijk")),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regio.organisatie",
                    ),
                ),
                (
                    "pip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="afspraken", to="pip.pip"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "afspraken",
                "ordering": ["volgorde", "id"],
            },
        ),
        migrations.CreateModel(
            name="Vertaling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "veld",
                    models.CharField(help_text="Naam van het veld, of afspraak:<id>:wat", max_length=60),
                ),
                ("taal", models.CharField(max_length=8)),
                ("tekst", models.TextField()),
                ("bron_sha256", models.CharField(max_length=64)),
                (
                    "gecontroleerd_by",
                    models.CharField(blank=True, max_length=120, verbose_name="gecontroleerd door"),
                ),
                ("gecontroleerd_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
                (
                    "pip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="vertalingen", to="pip.pip"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "vertalingen",
            },
        ),
        migrations.AddConstraint(
            model_name="pip",
            constraint=models.UniqueConstraint(fields=("dossier", "versie"), name="pip_version_once"),
        ),
        migrations.AddConstraint(
            model_name="pip",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["concept", "gecontroleerd"])),
                fields=("dossier",),
                name="one_draft_a_dossier",
            ),
        ),
        migrations.AddConstraint(
            model_name="vertaling",
            constraint=models.UniqueConstraint(fields=("pip", "veld", "taal"), name="one_translation"),
        ),
        tenant_table("pip_leerroutekeuze", {"dossier_id": "dossier_dossier"}),
        tenant_table("pip_pip", {"dossier_id": "dossier_dossier", "vervangt_id": "pip_pip"}),
        tenant_table("pip_afspraak", {"pip_id": "pip_pip"}),
        tenant_table("pip_vertaling", {"pip_id": "pip_pip"}),
        tenant_table("pip_informatieverzoek", {"dossier_id": "dossier_dossier"}),
        history_table("pip_historicalleerroutekeuze"),
        history_table("pip_historicalpip"),
        history_table("pip_historicalafspraak"),
        history_table("pip_historicalvertaling"),
        history_table("pip_historicalinformatieverzoek"),
    ]
