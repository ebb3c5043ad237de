"""The tables of this app, with their guards."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import append_only, history_table, tenant_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dossier", "0001_initial"),
        ("regio", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalOverdrachtspunt",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "punt",
                    models.CharField(
                        choices=[
                            ("casemanager", "Gesproken met de casemanager van COA"),
                            ("contact", "Telefoon en e-mail van de inburgeraar gecontroleerd"),
                            ("profiel", "Klantprofiel van COA ontvangen en gelezen"),
                            ("resultaat", "Resultaat van de voorinburgering bekend"),
                            ("taal", "Taal en tolk geregeld"),
                            ("kinderen", "Kinderen en school besproken"),
                            ("gezondheid", "Gezondheid besproken"),
                            ("intake", "Brede intake in het AZC gepland"),
                            ("woning", "Woning gevonden"),
                            ("verhuizing", "Datum van de verhuizing bekend"),
                            ("afspraak", "Eerste afspraak in de gemeente gemaakt"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "stand",
                    models.CharField(
                        choices=[("open", "Nog te doen"), ("gedaan", "Gedaan"), ("niet_nodig", "Niet nodig")],
                        default="open",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("op", models.DateField(blank=True, null=True, verbose_name="datum")),
                ("opmerking", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                "verbose_name": "historical overdrachtspunt",
                "verbose_name_plural": "historical overdrachtspunten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVoorinburgering",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "deelname",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "Doet mee"), ("nee", "Doet niet mee")],
                        max_length=3,
                        verbose_name="deelname aan de voorinburgering",
                    ),
                ),
                (
                    "instemming_on",
                    models.DateField(blank=True, null=True, verbose_name="datum van instemming"),
                ),
                (
                    "reden_deelname",
                    models.CharField(blank=True, max_length=200, verbose_name="reden om niet mee te doen"),
                ),
                (
                    "resultaat",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="resultaat van de voorinburgering"
                    ),
                ),
                (
                    "azc_telefoon",
                    models.CharField(blank=True, max_length=30, verbose_name="telefoon in het AZC"),
                ),
                ("azc_email", models.CharField(blank=True, max_length=254, verbose_name="e-mail in het AZC")),
                (
                    "casemanager",
                    models.CharField(blank=True, max_length=120, verbose_name="casemanager van COA"),
                ),
                (
                    "casemanager_telefoon",
                    models.CharField(blank=True, max_length=30, verbose_name="telefoon van de casemanager"),
                ),
                (
                    "casemanager_email",
                    models.CharField(blank=True, max_length=254, verbose_name="e-mail van de casemanager"),
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
                "verbose_name": "historical voorinburgering",
                "verbose_name_plural": "historical voorinburgeringen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Voorinburgering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deelname",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "Doet mee"), ("nee", "Doet niet mee")],
                        max_length=3,
                        verbose_name="deelname aan de voorinburgering",
                    ),
                ),
                (
                    "instemming_on",
                    models.DateField(blank=True, null=True, verbose_name="datum van instemming"),
                ),
                (
                    "reden_deelname",
                    models.CharField(blank=True, max_length=200, verbose_name="reden om niet mee te doen"),
                ),
                (
                    "resultaat",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="resultaat van de voorinburgering"
                    ),
                ),
                (
                    "azc_telefoon",
                    models.CharField(blank=True, max_length=30, verbose_name="telefoon in het AZC"),
                ),
                ("azc_email", models.CharField(blank=True, max_length=254, verbose_name="e-mail in het AZC")),
                (
                    "casemanager",
                    models.CharField(blank=True, max_length=120, verbose_name="casemanager van COA"),
                ),
                (
                    "casemanager_telefoon",
                    models.CharField(blank=True, max_length=30, verbose_name="telefoon van de casemanager"),
                ),
                (
                    "casemanager_email",
                    models.CharField(blank=True, max_length=254, verbose_name="e-mail van de casemanager"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="voorinburgering",
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
                "verbose_name_plural": "voorinburgeringen",
            },
        ),
        migrations.CreateModel(
            name="Beperking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("told_on", models.DateField()),
                ("registered_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kenmerk", models.CharField(blank=True, max_length=120)),
                ("inhoud_sealed", models.BinaryField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beperkingen",
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
                "verbose_name_plural": "beperkingen",
                "ordering": ["-told_on", "-id"],
                "indexes": [models.Index(fields=["gemeente", "dossier"], name="beperking_dossier")],
            },
        ),
        migrations.CreateModel(
            name="Overdrachtspunt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "punt",
                    models.CharField(
                        choices=[
                            ("casemanager", "Gesproken met de casemanager van COA"),
                            ("contact", "Telefoon en e-mail van de inburgeraar gecontroleerd"),
                            ("profiel", "Klantprofiel van COA ontvangen en gelezen"),
                            ("resultaat", "Resultaat van de voorinburgering bekend"),
                            ("taal", "Taal en tolk geregeld"),
                            ("kinderen", "Kinderen en school besproken"),
                            ("gezondheid", "Gezondheid besproken"),
                            ("intake", "Brede intake in het AZC gepland"),
                            ("woning", "Woning gevonden"),
                            ("verhuizing", "Datum van de verhuizing bekend"),
                            ("afspraak", "Eerste afspraak in de gemeente gemaakt"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "stand",
                    models.CharField(
                        choices=[("open", "Nog te doen"), ("gedaan", "Gedaan"), ("niet_nodig", "Niet nodig")],
                        default="open",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("op", models.DateField(blank=True, null=True, verbose_name="datum")),
                ("opmerking", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                        related_name="overdrachtspunten",
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
                "verbose_name_plural": "overdrachtspunten",
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "punt"), name="one_handover_point")
                ],
            },
        ),
        tenant_table("voorinburgering_voorinburgering", {"dossier_id": "dossier_dossier"}),
        tenant_table("voorinburgering_beperking", {"dossier_id": "dossier_dossier"}),
        tenant_table("voorinburgering_overdrachtspunt", {"dossier_id": "dossier_dossier"}),
        append_only("voorinburgering_beperking"),
        history_table("voorinburgering_historicalvoorinburgering"),
        history_table("voorinburgering_historicaloverdrachtspunt"),
    ]
