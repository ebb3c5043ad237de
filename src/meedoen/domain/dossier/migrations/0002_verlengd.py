"""Until when DUO extended the inburgeringstermijn."""

from django.db import migrations, models

FIELD = {
    "blank": True,
    "null": True,
    "help_text": "Besluit van DUO",
    "verbose_name": "inburgeringstermijn verlengd tot en met",
}


class Migration(migrations.Migration):
    dependencies = [("dossier", "0001_initial")]

    operations = [
        migrations.AddField("dossier", "verlengd_tot_en_met_on", models.DateField(**FIELD)),
        migrations.AddField("historicaldossier", "verlengd_tot_en_met_on", models.DateField(**FIELD)),
    ]
