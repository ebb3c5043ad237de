"""Notes have a version, and a waarneming is judged with a remark."""

from django.db import migrations, models

from meedoen.domain.regio.guards import tenant_table_again


class Migration(migrations.Migration):
    """New columns; SQLite copies the tables for them, so they are guarded again."""

    dependencies = [("dossier", "0002_dossier_guards")]

    operations = [
        *(
            migrations.AddField(
                model_name=model, name="version", field=models.PositiveIntegerField(default=1)
            )
            for model in ("historicalnotitie", "notitie")
        ),
        *(
            migrations.AddField(
                model_name=model,
                name="akkoord",
                field=models.BooleanField(blank=True, null=True, verbose_name="terecht"),
            )
            for model in ("historicalwaarneming", "waarneming")
        ),
        *(
            migrations.AddField(
                model_name=model,
                name="opmerking",
                field=models.CharField(
                    blank=True, default="", max_length=500, verbose_name="opmerking bij de beoordeling"
                ),
            )
            for model in ("historicalwaarneming", "waarneming")
        ),
        tenant_table_again("dossier_notitie", {"dossier_id": "dossier_dossier"}),
        tenant_table_again("dossier_waarneming", {"dossier_id": "dossier_dossier"}),
    ]
