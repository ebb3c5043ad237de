"""What lists and figures need beside the next step, and how somebody likes her list."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import tenant_table_again


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0003_notes_and_reviews"),
        ("regio", "0003_dagtaak"),
        ("termijn", "0002_termijn_guards"),
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
            ],
            options={
                "verbose_name_plural": "lijstweergaven",
                "ordering": ["naam"],
            },
        ),
        migrations.RemoveIndex(
            model_name="werkpunt",
            name="termijn_wer_gemeent_149302_idx",
        ),
        migrations.RenameIndex(
            model_name="werkpunt",
            new_name="werkpunt_by_code",
            old_name="termijn_wer_gemeent_42df80_idx",
        ),
        migrations.AddField(
            model_name="werkpunt",
            name="gesloten",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="werkpunt",
            name="leerroute",
            field=models.CharField(
                blank=True,
                choices=[
                    ("B1-route", "B1-route"),
                    ("onderwijsroute", "onderwijsroute"),
                    ("Z-route", "Z-route"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="werkpunt",
            name="pip_deadline_on",
            field=models.DateField(blank=True, help_text="Laatste dag waarop het PIP op tijd is", null=True),
        ),
        migrations.AddField(
            model_name="werkpunt",
            name="pip_on",
            field=models.DateField(
                blank=True, help_text="Dagtekening van het eerste PIP van deze gemeente", null=True
            ),
        ),
        migrations.AddIndex(
            model_name="werkpunt",
            index=models.Index(fields=["gemeente", "gesloten", "due_on", "id"], name="werkpunt_by_date"),
        ),
        migrations.AddField(
            model_name="lijstweergave",
            name="medewerker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="lijstweergaven",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="lijstweergave",
            constraint=models.UniqueConstraint(fields=("medewerker", "naam"), name="weergave_once"),
        ),
        migrations.AddConstraint(
            model_name="lijstweergave",
            constraint=models.UniqueConstraint(
                condition=models.Q(("standaard", True)), fields=("medewerker",), name="one_view_opens"
            ),
        ),
        tenant_table_again("termijn_werkpunt", {"dossier_id": "dossier_dossier"}),
    ]
