"""The tables of this app, with their guards."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from meedoen.domain.regio.guards import append_only, tenant_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dossier", "0001_initial"),
        ("regio", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aanlevering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                ("registered_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kenmerk", models.CharField(blank=True, max_length=120)),
                ("gegevens", models.JSONField(default=dict)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanleveringen",
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
                "verbose_name_plural": "aanleveringen",
                "ordering": ["-registered_at", "-id"],
                "indexes": [
                    models.Index(
                        fields=["gemeente", "dossier", "-registered_at"],
                        name="keten_aanle_gemeent_d8c6a8_idx",
                    )
                ],
            },
        ),
        tenant_table("keten_aanlevering", {"dossier_id": "dossier_dossier"}),
        append_only("keten_aanlevering"),
    ]
