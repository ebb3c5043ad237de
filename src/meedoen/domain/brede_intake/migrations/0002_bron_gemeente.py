"""A fact can come from another gemeente, after a move."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("brede_intake", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalintakegegeven",
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
        migrations.AlterField(
            model_name="intakegegeven",
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
