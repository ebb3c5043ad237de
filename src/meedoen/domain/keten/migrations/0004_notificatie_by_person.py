"""Events and tasks of one person are found by an index that begins with the gemeente, as every query does."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("keten", "0003_bron_gemeente")]

    operations = [
        migrations.AddIndex(
            model_name="notificatie",
            index=models.Index(fields=["gemeente", "bsn_index"], name="notificatie_by_bsn"),
        ),
        migrations.AddIndex(
            model_name="notificatie",
            index=models.Index(fields=["gemeente", "v_nummer_index"], name="notificatie_by_v_nummer"),
        ),
        migrations.AddIndex(
            model_name="notificatie",
            index=models.Index(fields=["gemeente", "dossier"], name="notificatie_of_dossier"),
        ),
        migrations.RemoveIndex(model_name="taak", name="taak_of_dossier"),
        migrations.AddIndex(
            model_name="taak",
            index=models.Index(fields=["gemeente", "dossier", "status"], name="taak_of_dossier"),
        ),
    ]
