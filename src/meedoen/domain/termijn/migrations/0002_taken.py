"""How many tasks are open beside the next step."""

from django.db import migrations, models

from meedoen.domain.regio.guards import tenant_table_again


class Migration(migrations.Migration):
    dependencies = [
        ("termijn", "0001_initial"),
        ("keten", "0002_duo"),
    ]

    operations = [
        migrations.AddField(
            model_name="werkpunt",
            name="taken",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="open taken"),
        ),
        tenant_table_again("termijn_werkpunt", {"dossier_id": "dossier_dossier"}),
    ]
