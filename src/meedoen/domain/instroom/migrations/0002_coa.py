"""A file is a list of the gemeente or the profiles of COA."""

from django.db import migrations, models

from meedoen.domain.regio.guards import tenant_table_again


class Migration(migrations.Migration):
    dependencies = [
        ("instroom", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="soort",
            field=models.CharField(
                choices=[("gemeente", "Lijst van de gemeente"), ("coa", "Klantprofielen van COA")],
                default="gemeente",
                max_length=10,
                verbose_name="soort bestand",
            ),
        ),
        tenant_table_again("instroom_import"),
    ]
