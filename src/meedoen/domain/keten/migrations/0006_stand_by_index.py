"""How the exchange stands is counted in indexes; what is about a contactpersoon is found by one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("keten", "0005_verlengingsgrond")]

    operations = [
        migrations.AddIndex(
            model_name="bericht",
            index=models.Index(fields=["gemeente", "onderwerp"], name="bericht_about"),
        ),
        migrations.AddIndex(
            model_name="bericht",
            index=models.Index(fields=["gemeente", "status", "afgehandeld_at"], name="bericht_by_status"),
        ),
        migrations.AddIndex(
            model_name="notificatie",
            index=models.Index(
                fields=["gemeente", "status", "received_at", "pogingen_gedaan"], name="notificatie_by_status"
            ),
        ),
    ]
