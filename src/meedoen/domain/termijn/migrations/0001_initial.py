"""The tables of this app, with their guards."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import tenant_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dossier", "0001_initial"),
        ("regio", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Lijstweergave",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(blank=True, max_length=60)),
                ("querystring", models.CharField(blank=True, max_length=1000)),
                ("kolommen", models.JSONField(default=list)),
                ("standaard", models.BooleanField(default=False, verbose_name="hiermee openen")),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lijstweergaven",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "lijstweergaven",
                "ordering": ["naam"],
                "constraints": [
                    models.UniqueConstraint(fields=("medewerker", "naam"), name="weergave_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("standaard", True)), fields=("medewerker",), name="one_view_opens"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Werkpunt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                ("sentence", models.CharField(max_length=300)),
                ("citation", models.CharField(blank=True, max_length=120)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("waiting_for", models.CharField(blank=True, max_length=20)),
                ("gesloten", models.BooleanField(default=False)),
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
                    "pip_deadline_on",
                    models.DateField(
                        blank=True, help_text="Laatste dag waarop het PIP op tijd is", null=True
                    ),
                ),
                (
                    "pip_on",
                    models.DateField(
                        blank=True, help_text="Dagtekening van het eerste PIP van deze gemeente", null=True
                    ),
                ),
                ("doelgroep", models.CharField(blank=True, max_length=40)),
                ("taal", models.CharField(blank=True, max_length=40)),
                ("in_azc", models.BooleanField(default=False)),
                ("reckoned_on", models.DateField()),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="werkpunt",
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
                    "klantmanager",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Team van het dossier, of anders dat van de klantmanager",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="regio.team",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "werkpunten",
                "indexes": [
                    models.Index(fields=["gemeente", "gesloten", "due_on", "id"], name="werkpunt_by_date"),
                    models.Index(
                        fields=["gemeente", "gesloten", "klantmanager", "due_on", "id"], name="werkpunt_mine"
                    ),
                    models.Index(
                        fields=["gemeente", "gesloten", "team", "due_on", "id"], name="werkpunt_team"
                    ),
                    models.Index(fields=["gemeente", "code"], name="werkpunt_by_code"),
                    models.Index(fields=["gemeente", "taal"], name="werkpunt_by_taal"),
                ],
            },
        ),
        tenant_table("termijn_werkpunt", {"dossier_id": "dossier_dossier"}),
    ]
