"""The tables of this app, with their guards."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import append_only, history_table, tenant_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("regio", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "doelgroep",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asielstatushouder", "asielstatushouder"),
                            ("gezinsmigrant_of_overige_migrant", "gezinsmigrant of overige migrant"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "verblijfstitel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asiel_bepaalde_tijd", "verblijfsvergunning asiel voor bepaalde tijd"),
                            ("regulier_bepaalde_tijd", "verblijfsvergunning regulier voor bepaalde tijd"),
                            ("asiel_onbepaalde_tijd", "verblijfsvergunning asiel voor onbepaalde tijd"),
                            ("regulier_onbepaalde_tijd", "verblijfsvergunning regulier voor onbepaalde tijd"),
                            ("eu_langdurig_ingezetene", "EU-verblijfsvergunning voor langdurig ingezetene"),
                            ("gemeenschapsonderdaan", "verblijf als gemeenschapsonderdaan"),
                            ("tijdelijke_bescherming", "tijdelijke bescherming"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "verblijfsdoel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gezin", "verblijf als familie- of gezinslid"),
                            (
                                "gezin_bij_tijdelijk_verblijvende",
                                "familie- of gezinslid van iemand die hier tijdelijk is",
                            ),
                            ("geestelijke_bedienaar", "arbeid als geestelijke bedienaar"),
                            ("niet_tijdelijke_humanitaire_gronden", "niet-tijdelijke humanitaire gronden"),
                            ("vermogende_vreemdeling", "vermogende vreemdeling"),
                            ("arbeid_als_zelfstandige", "arbeid als zelfstandige"),
                            ("kennismigrant", "arbeid als kennismigrant"),
                            ("europese_blauwe_kaart", "Europese blauwe kaart"),
                            ("seizoenarbeid", "seizoenarbeid"),
                            ("overplaatsing_binnen_onderneming", "overplaatsing binnen een onderneming"),
                            ("arbeid_in_loondienst", "arbeid in loondienst"),
                            ("grensoverschrijdende_dienstverlening", "grensoverschrijdende dienstverlening"),
                            ("onderzoek", "onderzoek"),
                            ("lerend_werken", "lerend werken"),
                            (
                                "niet_geprivilegieerd_militair",
                                "niet-geprivilegieerd militair of burgerpersoneel",
                            ),
                            ("studie", "studie"),
                            ("zoekjaar", "het zoeken en verrichten van arbeid"),
                            ("uitwisseling", "uitwisseling"),
                            ("medische_behandeling", "medische behandeling"),
                            ("tijdelijke_humanitaire_gronden", "tijdelijke humanitaire gronden"),
                            ("afwachten_rwn_17", "het afwachten van een verzoek op grond van art. 17 RWN"),
                        ],
                        max_length=60,
                    ),
                ),
                (
                    "referent",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nederlander", "Nederlander"),
                            (
                                "asiel_bepaalde_tijd",
                                "houder van een verblijfsvergunning asiel voor bepaalde tijd",
                            ),
                            (
                                "asiel_onbepaalde_tijd",
                                "houder van een verblijfsvergunning asiel voor onbepaalde tijd",
                            ),
                            (
                                "eu_langdurig_ingezetene_internationale_bescherming",
                                "EU-langdurig ingezetene met de aantekening internationale bescherming",
                            ),
                            ("regulier", "houder van een reguliere verblijfsvergunning"),
                            ("overig", "iemand anders"),
                        ],
                        max_length=60,
                    ),
                ),
                (
                    "bekendmaking_on",
                    models.DateField(blank=True, null=True, verbose_name="vergunning bekendgemaakt op"),
                ),
                ("koppeling_on", models.DateField(blank=True, null=True, verbose_name="gekoppeld op")),
                (
                    "kennisgeving_on",
                    models.DateField(blank=True, null=True, verbose_name="kennisgeving van DUO"),
                ),
                (
                    "inschrijving_on",
                    models.DateField(blank=True, null=True, verbose_name="ingeschreven in deze gemeente"),
                ),
                (
                    "eerste_pip_on",
                    models.DateField(
                        blank=True,
                        help_text="Ook van een andere gemeente",
                        null=True,
                        verbose_name="dagtekening van het eerste PIP",
                    ),
                ),
                (
                    "eerste_pip_elders",
                    models.BooleanField(default=False, verbose_name="eerste PIP door een andere gemeente"),
                ),
                ("bijstand_on", models.DateField(blank=True, null=True, verbose_name="bijstand vanaf")),
                (
                    "plicht_einde_on",
                    models.DateField(blank=True, null=True, verbose_name="einde inburgeringsplicht"),
                ),
                ("voldaan_on", models.DateField(blank=True, null=True, verbose_name="voldaan op")),
                ("afgesloten_on", models.DateField(blank=True, null=True, verbose_name="afgesloten op")),
                ("afsluitreden", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1)),
                ("aangemaakt_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
                (
                    "klantmanager",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dossiers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dossiers",
                        to="regio.team",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "dossiers",
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("soort", models.CharField(max_length=40)),
                ("titel", models.CharField(max_length=200)),
                ("taal", models.CharField(default="nl", max_length=8)),
                ("bestandsnaam", models.CharField(max_length=200)),
                ("inhoud", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documenten",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "documenten",
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalNotitie",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("tekst", models.TextField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical notitie",
                "verbose_name_plural": "historical notities",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWaarneming",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("reden", models.CharField(max_length=500)),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                ("until", models.DateTimeField()),
                ("beoordeeld_at", models.DateTimeField(blank=True, null=True)),
                ("akkoord", models.BooleanField(blank=True, null=True, verbose_name="terecht")),
                (
                    "opmerking",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="opmerking bij de beoordeling"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "beoordeeld_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical waarneming",
                "verbose_name_plural": "historical waarnemingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Huishouden",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(help_text="Kenmerk in de bron", max_length=40)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "huishoudens",
            },
        ),
        migrations.CreateModel(
            name="HistoricalInburgeringsplichtige",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("sleutel", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("achternaam", models.CharField(max_length=120)),
                ("voornaam", models.CharField(blank=True, max_length=120)),
                (
                    "geslacht",
                    models.CharField(
                        choices=[("M", "Man"), ("V", "Vrouw"), ("X", "Onbekend")], default="X", max_length=1
                    ),
                ),
                ("geboortedatum", models.DateField(blank=True, null=True)),
                ("nationaliteit", models.CharField(blank=True, max_length=60)),
                ("taal", models.CharField(blank=True, max_length=40, verbose_name="taal voor contact")),
                ("bsn_sealed", models.BinaryField(null=True)),
                ("bsn_index", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("v_nummer_sealed", models.BinaryField(null=True)),
                ("v_nummer_index", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("telefoon", models.CharField(blank=True, max_length=30)),
                ("email", models.CharField(blank=True, max_length=254, verbose_name="e-mail")),
                ("adres", models.CharField(blank=True, max_length=200)),
                ("postcode", models.CharField(blank=True, max_length=7)),
                ("plaats", models.CharField(blank=True, max_length=80)),
                ("coa_locatie", models.CharField(blank=True, max_length=80, verbose_name="COA-locatie")),
                ("zoeknaam", models.CharField(editable=False, max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "huishouden",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.huishouden",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical inburgeringsplichtige",
                "verbose_name_plural": "historical inburgeringsplichtigen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Inburgeringsplichtige",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("achternaam", models.CharField(max_length=120)),
                ("voornaam", models.CharField(blank=True, max_length=120)),
                (
                    "geslacht",
                    models.CharField(
                        choices=[("M", "Man"), ("V", "Vrouw"), ("X", "Onbekend")], default="X", max_length=1
                    ),
                ),
                ("geboortedatum", models.DateField(blank=True, null=True)),
                ("nationaliteit", models.CharField(blank=True, max_length=60)),
                ("taal", models.CharField(blank=True, max_length=40, verbose_name="taal voor contact")),
                ("bsn_sealed", models.BinaryField(null=True)),
                ("bsn_index", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("v_nummer_sealed", models.BinaryField(null=True)),
                ("v_nummer_index", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("telefoon", models.CharField(blank=True, max_length=30)),
                ("email", models.CharField(blank=True, max_length=254, verbose_name="e-mail")),
                ("adres", models.CharField(blank=True, max_length=200)),
                ("postcode", models.CharField(blank=True, max_length=7)),
                ("plaats", models.CharField(blank=True, max_length=80)),
                ("coa_locatie", models.CharField(blank=True, max_length=80, verbose_name="COA-locatie")),
                ("zoeknaam", models.CharField(editable=False, max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
                (
                    "huishouden",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="leden",
                        to="dossier.huishouden",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "inburgeringsplichtigen",
            },
        ),
        migrations.CreateModel(
            name="HistoricalDossier",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "doelgroep",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asielstatushouder", "asielstatushouder"),
                            ("gezinsmigrant_of_overige_migrant", "gezinsmigrant of overige migrant"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "verblijfstitel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asiel_bepaalde_tijd", "verblijfsvergunning asiel voor bepaalde tijd"),
                            ("regulier_bepaalde_tijd", "verblijfsvergunning regulier voor bepaalde tijd"),
                            ("asiel_onbepaalde_tijd", "verblijfsvergunning asiel voor onbepaalde tijd"),
                            ("regulier_onbepaalde_tijd", "verblijfsvergunning regulier voor onbepaalde tijd"),
                            ("eu_langdurig_ingezetene", "EU-verblijfsvergunning voor langdurig ingezetene"),
                            ("gemeenschapsonderdaan", "verblijf als gemeenschapsonderdaan"),
                            ("tijdelijke_bescherming", "tijdelijke bescherming"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "verblijfsdoel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gezin", "verblijf als familie- of gezinslid"),
                            (
                                "gezin_bij_tijdelijk_verblijvende",
                                "familie- of gezinslid van iemand die hier tijdelijk is",
                            ),
                            ("geestelijke_bedienaar", "arbeid als geestelijke bedienaar"),
                            ("niet_tijdelijke_humanitaire_gronden", "niet-tijdelijke humanitaire gronden"),
                            ("vermogende_vreemdeling", "vermogende vreemdeling"),
                            ("arbeid_als_zelfstandige", "arbeid als zelfstandige"),
                            ("kennismigrant", "arbeid als kennismigrant"),
                            ("europese_blauwe_kaart", "Europese blauwe kaart"),
                            ("seizoenarbeid", "seizoenarbeid"),
                            ("overplaatsing_binnen_onderneming", "overplaatsing binnen een onderneming"),
                            ("arbeid_in_loondienst", "arbeid in loondienst"),
                            ("grensoverschrijdende_dienstverlening", "grensoverschrijdende dienstverlening"),
                            ("onderzoek", "onderzoek"),
                            ("lerend_werken", "lerend werken"),
                            (
                                "niet_geprivilegieerd_militair",
                                "niet-geprivilegieerd militair of burgerpersoneel",
                            ),
                            ("studie", "studie"),
                            ("zoekjaar", "het zoeken en verrichten van arbeid"),
                            ("uitwisseling", "uitwisseling"),
                            ("medische_behandeling", "medische behandeling"),
                            ("tijdelijke_humanitaire_gronden", "tijdelijke humanitaire gronden"),
                            ("afwachten_rwn_17", "het afwachten van een verzoek op grond van art. 17 RWN"),
                        ],
                        max_length=60,
                    ),
                ),
                (
                    "referent",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nederlander", "Nederlander"),
                            (
                                "asiel_bepaalde_tijd",
                                "houder van een verblijfsvergunning asiel voor bepaalde tijd",
                            ),
                            (
                                "asiel_onbepaalde_tijd",
                                "houder van een verblijfsvergunning asiel voor onbepaalde tijd",
                            ),
                            (
                                "eu_langdurig_ingezetene_internationale_bescherming",
                                "EU-langdurig ingezetene met de aantekening internationale bescherming",
                            ),
                            ("regulier", "houder van een reguliere verblijfsvergunning"),
                            ("overig", "iemand anders"),
                        ],
                        max_length=60,
                    ),
                ),
                (
                    "bekendmaking_on",
                    models.DateField(blank=True, null=True, verbose_name="vergunning bekendgemaakt op"),
                ),
                ("koppeling_on", models.DateField(blank=True, null=True, verbose_name="gekoppeld op")),
                (
                    "kennisgeving_on",
                    models.DateField(blank=True, null=True, verbose_name="kennisgeving van DUO"),
                ),
                (
                    "inschrijving_on",
                    models.DateField(blank=True, null=True, verbose_name="ingeschreven in deze gemeente"),
                ),
                (
                    "eerste_pip_on",
                    models.DateField(
                        blank=True,
                        help_text="Ook van een andere gemeente",
                        null=True,
                        verbose_name="dagtekening van het eerste PIP",
                    ),
                ),
                (
                    "eerste_pip_elders",
                    models.BooleanField(default=False, verbose_name="eerste PIP door een andere gemeente"),
                ),
                ("bijstand_on", models.DateField(blank=True, null=True, verbose_name="bijstand vanaf")),
                (
                    "plicht_einde_on",
                    models.DateField(blank=True, null=True, verbose_name="einde inburgeringsplicht"),
                ),
                ("voldaan_on", models.DateField(blank=True, null=True, verbose_name="voldaan op")),
                ("afgesloten_on", models.DateField(blank=True, null=True, verbose_name="afgesloten op")),
                ("afsluitreden", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1)),
                ("aangemaakt_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "klantmanager",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="regio.team",
                    ),
                ),
                (
                    "inburgeringsplichtige",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dossier.inburgeringsplichtige",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dossier",
                "verbose_name_plural": "historical dossiers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="dossier",
            name="inburgeringsplichtige",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="dossier",
                to="dossier.inburgeringsplichtige",
            ),
        ),
        migrations.CreateModel(
            name="Notitie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.TextField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notities",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "notities",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="Waarneming",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reden", models.CharField(max_length=500)),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                ("until", models.DateTimeField()),
                ("beoordeeld_at", models.DateTimeField(blank=True, null=True)),
                ("akkoord", models.BooleanField(blank=True, null=True, verbose_name="terecht")),
                (
                    "opmerking",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="opmerking bij de beoordeling"
                    ),
                ),
                (
                    "beoordeeld_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waarnemingen",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "waarnemingen",
            },
        ),
        migrations.CreateModel(
            name="Gebeurtenis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=60)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("sentence", models.CharField(max_length=500)),
                ("reason", models.CharField(blank=True, max_length=1000)),
                ("data", models.JSONField(blank=True, default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gebeurtenissen",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "gebeurtenissen",
                "ordering": ["-at", "-id"],
                "indexes": [
                    models.Index(fields=["gemeente", "dossier", "-at"], name="dossier_geb_gemeent_ffaa2a_idx")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="huishouden",
            constraint=models.UniqueConstraint(fields=("gemeente", "code"), name="huishouden_once"),
        ),
        migrations.AddIndex(
            model_name="inburgeringsplichtige",
            index=models.Index(fields=["gemeente", "bsn_index"], name="dossier_inb_gemeent_da2905_idx"),
        ),
        migrations.AddIndex(
            model_name="inburgeringsplichtige",
            index=models.Index(fields=["gemeente", "v_nummer_index"], name="dossier_inb_gemeent_a17fe1_idx"),
        ),
        migrations.AddIndex(
            model_name="inburgeringsplichtige",
            index=models.Index(fields=["gemeente", "zoeknaam"], name="dossier_inb_gemeent_c3b5d3_idx"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["gemeente", "klantmanager"], name="dossier_dos_gemeent_85221f_idx"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["gemeente", "team"], name="dossier_dos_gemeent_569f3c_idx"),
        ),
        migrations.AddIndex(
            model_name="waarneming",
            index=models.Index(
                fields=["gemeente", "medewerker", "until"], name="dossier_waa_gemeent_af05be_idx"
            ),
        ),
        tenant_table("dossier_huishouden"),
        tenant_table("dossier_inburgeringsplichtige", {"huishouden_id": "dossier_huishouden"}),
        tenant_table("dossier_dossier", {"inburgeringsplichtige_id": "dossier_inburgeringsplichtige"}),
        tenant_table("dossier_gebeurtenis", {"dossier_id": "dossier_dossier"}),
        tenant_table("dossier_notitie", {"dossier_id": "dossier_dossier"}),
        tenant_table("dossier_document", {"dossier_id": "dossier_dossier"}),
        tenant_table("dossier_waarneming", {"dossier_id": "dossier_dossier"}),
        history_table("dossier_historicalinburgeringsplichtige"),
        history_table("dossier_historicaldossier"),
        history_table("dossier_historicalnotitie"),
        history_table("dossier_historicalwaarneming"),
        append_only("dossier_gebeurtenis"),
        append_only("dossier_document"),
    ]
