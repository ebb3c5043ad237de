"""The grounds on which DUO extends a termijn, as DUO lists them: nothing of a person."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("keten", "0004_notificatie_by_person"),
    ]

    operations = [
        migrations.CreateModel(
            name="Verlengingsgrond",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=10, unique=True)),
                ("omschrijving", models.CharField(max_length=200)),
                ("gezien_on", models.DateField(verbose_name="staat op de lijst van DUO op")),
            ],
            options={
                "verbose_name_plural": "verlengingsgronden",
                "ordering": ["code"],
            },
        ),
    ]
