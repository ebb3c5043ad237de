"""A file is a list of the gemeente (empty) or the profiles of COA."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("instroom", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="soort_bestand",
            field=models.CharField(
                choices=[("gemeente", "Lijst van de gemeente"), ("coa", "Klantprofielen van COA")],
                max_length=10,
                null=True,
            ),
        ),
    ]
