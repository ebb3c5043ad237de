"""Judgements with the choice of a leerroute, and a version on each thing that people edit."""

from django.db import migrations, models

from meedoen.domain.regio.guards import tenant_table_again


class Migration(migrations.Migration):
    dependencies = [
        ("pip", "0002_pip_guards"),
    ]

    operations = [
        migrations.AddField(
            model_name="afspraak",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="historicalafspraak",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="historicalinformatieverzoek",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="historicalleerroutekeuze",
            name="afwijking_motivatie",
            field=models.TextField(
                blank=True, verbose_name="waarom u afwijkt van de termijn voor een andere route"
            ),
        ),
        migrations.AddField(
            model_name="historicalleerroutekeuze",
            name="eerdere_leerroute",
            field=models.CharField(
                blank=True,
                choices=[
                    ("B1-route", "B1-route"),
                    ("onderwijsroute", "onderwijsroute"),
                    ("Z-route", "Z-route"),
                ],
                max_length=20,
                verbose_name="leerroute van de vorige gemeente",
            ),
        ),
        migrations.AddField(
            model_name="historicalleerroutekeuze",
            name="grote_kans_motivatie",
            field=models.TextField(blank=True, verbose_name="waarom u dat vindt van de kans op een diploma"),
        ),
        migrations.AddField(
            model_name="historicalleerroutekeuze",
            name="grote_kans_op_diploma",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="grote kans op een diploma na het taalschakeltraject"
            ),
        ),
        migrations.AddField(
            model_name="historicalleerroutekeuze",
            name="niet_in_staat_motivatie",
            field=models.TextField(blank=True, verbose_name="waarom u dat vindt van de haalbaarheid"),
        ),
        migrations.AddField(
            model_name="historicalleerroutekeuze",
            name="redelijkerwijs_niet_in_staat",
            field=models.BooleanField(
                blank=True,
                null=True,
                verbose_name="redelijkerwijs niet in staat tot het examen of het taalschakeltraject",
            ),
        ),
        migrations.AddField(
            model_name="historicalleerroutekeuze",
            name="wil_opleiding",
            field=models.BooleanField(
                blank=True,
                null=True,
                verbose_name="wil een beroepsopleiding of een studie aan hbo of universiteit volgen",
            ),
        ),
        migrations.AddField(
            model_name="historicalpip",
            name="bekendmaking_on",
            field=models.DateField(blank=True, null=True, verbose_name="bekendmaking voorzien op"),
        ),
        migrations.AddField(
            model_name="historicalpip",
            name="pw_van_toepassing",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="besluiten op grond van de Participatiewet"
            ),
        ),
        migrations.AddField(
            model_name="historicalvertaling",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="informatieverzoek",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="leerroutekeuze",
            name="afwijking_motivatie",
            field=models.TextField(
                blank=True, verbose_name="waarom u afwijkt van de termijn voor een andere route"
            ),
        ),
        migrations.AddField(
            model_name="leerroutekeuze",
            name="eerdere_leerroute",
            field=models.CharField(
                blank=True,
                choices=[
                    ("B1-route", "B1-route"),
                    ("onderwijsroute", "onderwijsroute"),
                    ("Z-route", "Z-route"),
                ],
                max_length=20,
                verbose_name="leerroute van de vorige gemeente",
            ),
        ),
        migrations.AddField(
            model_name="leerroutekeuze",
            name="grote_kans_motivatie",
            field=models.TextField(blank=True, verbose_name="waarom u dat vindt van de kans op een diploma"),
        ),
        migrations.AddField(
            model_name="leerroutekeuze",
            name="grote_kans_op_diploma",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="grote kans op een diploma na het taalschakeltraject"
            ),
        ),
        migrations.AddField(
            model_name="leerroutekeuze",
            name="niet_in_staat_motivatie",
            field=models.TextField(blank=True, verbose_name="waarom u dat vindt van de haalbaarheid"),
        ),
        migrations.AddField(
            model_name="leerroutekeuze",
            name="redelijkerwijs_niet_in_staat",
            field=models.BooleanField(
                blank=True,
                null=True,
                verbose_name="redelijkerwijs niet in staat tot het examen of het taalschakeltraject",
            ),
        ),
        migrations.AddField(
            model_name="leerroutekeuze",
            name="wil_opleiding",
            field=models.BooleanField(
                blank=True,
                null=True,
                verbose_name="wil een beroepsopleiding of een studie aan hbo of universiteit volgen",
            ),
        ),
        migrations.AddField(
            model_name="pip",
            name="bekendmaking_on",
            field=models.DateField(blank=True, null=True, verbose_name="bekendmaking voorzien op"),
        ),
        migrations.AddField(
            model_name="pip",
            name="pw_van_toepassing",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="besluiten op grond van de Participatiewet"
            ),
        ),
        migrations.AddField(
            model_name="vertaling",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        tenant_table_again("pip_leerroutekeuze", {"dossier_id": "dossier_dossier"}),
        tenant_table_again("pip_afspraak", {"pip_id": "pip_pip"}),
        tenant_table_again("pip_vertaling", {"pip_id": "pip_pip"}),
        tenant_table_again("pip_informatieverzoek", {"dossier_id": "dossier_dossier"}),
    ]
