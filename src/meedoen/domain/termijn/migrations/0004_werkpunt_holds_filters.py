"""What a list is filtered by stands in the row itself, with an index for each list."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import tenant_table_again


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0003_notes_and_reviews"),
        ("regio", "0003_dagtaak"),
        ("termijn", "0003_werkpunt_for_lists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="werkpunt",
            name="doelgroep",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="werkpunt",
            name="in_azc",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="werkpunt",
            name="klantmanager",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="werkpunt",
            name="taal",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="werkpunt",
            name="team",
            field=models.ForeignKey(
                db_index=False,
                help_text="Team van het dossier, of anders dat van de klantmanager",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="regio.team",
            ),
        ),
        migrations.AddIndex(
            model_name="werkpunt",
            index=models.Index(
                fields=["gemeente", "gesloten", "klantmanager", "due_on", "id"], name="werkpunt_mine"
            ),
        ),
        migrations.AddIndex(
            model_name="werkpunt",
            index=models.Index(fields=["gemeente", "gesloten", "team", "due_on", "id"], name="werkpunt_team"),
        ),
        migrations.AddIndex(
            model_name="werkpunt",
            index=models.Index(fields=["gemeente", "taal"], name="werkpunt_by_taal"),
        ),
        tenant_table_again("termijn_werkpunt", {"dossier_id": "dossier_dossier"}),
    ]
