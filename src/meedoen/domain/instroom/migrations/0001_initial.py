"""The tables of this app, with their guards."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import tenant_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("regio", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bestandsnaam", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("headings", models.JSONField(default=list)),
                ("kolommen", models.JSONField(default=dict)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("indelen", "Kolommen indelen"),
                            ("controleren", "Wordt gecontroleerd"),
                            ("voorbeeld", "Klaar om over te nemen"),
                            ("overnemen", "Wordt overgenomen"),
                            ("klaar", "Klaar"),
                            ("afgebroken", "Afgebroken"),
                        ],
                        default="indelen",
                        max_length=20,
                    ),
                ),
                ("aantal", models.PositiveIntegerField(default=0)),
                ("verwerkt", models.PositiveIntegerField(default=0)),
                ("melding", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("told_on", models.DateField(verbose_name="peildatum")),
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
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "imports",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="Kolomindeling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=120)),
                ("kolommen", models.JSONField(default=dict)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "kolomindelingen",
            },
        ),
        migrations.CreateModel(
            name="Importregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("rij", models.PositiveIntegerField(help_text="Rij in het blad; de kop is rij 1")),
                ("cellen_sealed", models.BinaryField(null=True)),
                (
                    "oordeel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nieuw", "Nieuw"),
                            ("gewijzigd", "Gewijzigd"),
                            ("ongewijzigd", "Ongewijzigd"),
                            ("geweigerd", "Geweigerd"),
                            ("dubbel", "Misschien dubbel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("fouten", models.JSONField(default=list, help_text="[{kolom, fout, blokkeert}]")),
                ("wijzigingen", models.JSONField(default=list, help_text="namen van velden die wijzigen")),
                (
                    "dossier_nummer",
                    models.BigIntegerField(
                        blank=True,
                        help_text="Dossier dat erbij hoort; het kan van een andere gemeente zijn",
                        null=True,
                    ),
                ),
                (
                    "keuze",
                    models.CharField(
                        blank=True, help_text="bij dubbel: zelfde, nieuw of overslaan", max_length=20
                    ),
                ),
                ("overgenomen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "bestand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="regels",
                        to="instroom.import",
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
                "verbose_name_plural": "importregels",
                "indexes": [
                    models.Index(
                        fields=["gemeente", "bestand", "oordeel"], name="instroom_im_gemeent_d7e064_idx"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("bestand", "rij"), name="row_once")],
            },
        ),
        tenant_table("instroom_kolomindeling"),
        tenant_table("instroom_import"),
        tenant_table("instroom_importregel", {"bestand_id": "instroom_import"}),
    ]
