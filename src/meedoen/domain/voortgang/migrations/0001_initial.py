"""The tables of this app, with their guards."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import append_only, history_table, tenant_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dossier", "0001_initial"),
        ("keten", "0002_duo"),
        ("regio", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalInburgeringsaanbod",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("aanbod_on", models.DateField(verbose_name="datum van het aanbod")),
                (
                    "start_on",
                    models.DateField(blank=True, null=True, verbose_name="verwachte start van de opleiding"),
                ),
                (
                    "eind_on",
                    models.DateField(
                        blank=True,
                        help_text="De eerste dag waarop de opleiding niet meer loopt (exclusief)",
                        null=True,
                        verbose_name="verwacht einde van de opleiding",
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
                ("ingetrokken_on", models.DateField(blank=True, null=True)),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                (
                    "instelling",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="keten.instelling",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical inburgeringsaanbod",
                "verbose_name_plural": "historical inburgeringsaanbiedingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="GevolgdeUren",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("uren-taallesknm", "Taalles en KNM tijdens de brede intake"),
                            ("uren-participatieactiviteiten", "Participatieactiviteiten (Z-route)"),
                            ("uren-participatietaalles", "Taalles en KNM in de leerroute"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "uren",
                    models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(9999)]),
                ),
                ("tot_en_met_on", models.DateField(verbose_name="geteld tot en met")),
                ("toelichting", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gevolgde_uren",
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
                "verbose_name_plural": "gevolgde uren",
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["dossier", "soort", "-at"], name="uren_latest")],
            },
        ),
        migrations.CreateModel(
            name="Inburgeringsaanbod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("aanbod_on", models.DateField(verbose_name="datum van het aanbod")),
                (
                    "start_on",
                    models.DateField(blank=True, null=True, verbose_name="verwachte start van de opleiding"),
                ),
                (
                    "eind_on",
                    models.DateField(
                        blank=True,
                        help_text="De eerste dag waarop de opleiding niet meer loopt (exclusief)",
                        null=True,
                        verbose_name="verwacht einde van de opleiding",
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
                ("ingetrokken_on", models.DateField(blank=True, null=True)),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanbiedingen",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
                (
                    "instelling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keten.instelling"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "inburgeringsaanbiedingen",
                "ordering": ["-aanbod_on", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_on__isnull", True)),
                        fields=("dossier", "instelling"),
                        name="one_aanbod_a_school",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Resultaat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "onderdeel",
                    models.CharField(
                        choices=[
                            ("pvt", "Participatieverklaringstraject (PVT)"),
                            ("map", "Module Arbeidsmarkt en Participatie (MAP)"),
                            ("zroute", "Z-route"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "datum_on",
                    models.DateField(
                        blank=True,
                        help_text="Leeg: de eerdere datum is ingetrokken",
                        null=True,
                        verbose_name="datum",
                    ),
                ),
                (
                    "verwijtbaar",
                    models.BooleanField(blank=True, null=True, verbose_name="te laat en verwijtbaar"),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resultaten",
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
                "verbose_name_plural": "resultaten",
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["dossier", "onderdeel", "-at"], name="resultaat_latest")],
            },
        ),
        tenant_table("voortgang_inburgeringsaanbod", {"dossier_id": "dossier_dossier"}),
        history_table("voortgang_historicalinburgeringsaanbod"),
        tenant_table("voortgang_gevolgdeuren", {"dossier_id": "dossier_dossier"}),
        append_only("voortgang_gevolgdeuren"),
        tenant_table("voortgang_resultaat", {"dossier_id": "dossier_dossier"}),
        append_only("voortgang_resultaat"),
    ]
