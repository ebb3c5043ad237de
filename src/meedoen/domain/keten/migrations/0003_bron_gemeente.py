"""Another gemeente can be who told us, after a move."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("keten", "0002_duo"),
    ]

    operations = [
        migrations.AlterField(
            model_name="aanlevering",
            name="bron",
            field=models.CharField(
                choices=[
                    ("coa", "COA"),
                    ("duo", "DUO"),
                    ("brp", "BRP"),
                    ("import", "bestand van de gemeente"),
                    ("gemeente", "een andere gemeente, na een verhuizing"),
                    ("inburgeraar", "de inburgeraar zelf"),
                    ("klantmanager", "klantmanager"),
                ],
                max_length=20,
            ),
        ),
    ]
