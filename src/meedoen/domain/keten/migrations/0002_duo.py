"""The outbox and inbox of DUO, tasks, differences, and what is known of DUO itself, with their guards."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import append_only, history_table, tenant_table


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0001_initial"),
        ("keten", "0001_initial"),
        ("regio", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Instelling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("instellingsnummer", models.CharField(max_length=10, unique=True)),
                ("naam", models.CharField(max_length=128)),
                ("postcode", models.CharField(blank=True, max_length=6)),
                ("huisnummer", models.PositiveIntegerField(blank=True, null=True)),
                ("huisnummertoevoeging", models.CharField(blank=True, max_length=4)),
                ("plaatsnaam", models.CharField(blank=True, max_length=40)),
                ("bow", models.CharField(blank=True, max_length=10, verbose_name="nummer bij Blik op Werk")),
                ("brin", models.CharField(blank=True, max_length=4)),
                (
                    "bow_keurmerk",
                    models.BooleanField(blank=True, null=True, verbose_name="keurmerk van Blik op Werk"),
                ),
                (
                    "tst_keurmerk",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="erkend voor taalschakeltrajecten"
                    ),
                ),
                ("gezien_on", models.DateField(verbose_name="staat op de lijst van DUO op")),
            ],
            options={
                "verbose_name_plural": "instellingen",
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="Bericht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bericht_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("pip", "PIP doorgeven"),
                            ("pip-verwijderen", "PIP verwijderen"),
                            ("aanbod", "Inburgeringsaanbod doorgeven"),
                            ("aanbod-verwijderen", "Inburgeringsaanbod verwijderen"),
                            ("uren-taallesknm", "Uren taalles en KNM in de brede intake doorgeven"),
                            ("uren-participatieactiviteiten", "Uren participatieactiviteiten doorgeven"),
                            ("uren-participatietaalles", "Uren taalles in de leerroute doorgeven"),
                            ("map", "Eindgesprek MAP doorgeven"),
                            ("pvt", "Ondertekening participatieverklaring doorgeven"),
                            ("zroute", "Afronding Z-route doorgeven"),
                            ("contactpersoon-maken", "Contactpersoon aanmelden"),
                            ("contactpersoon-wijzigen", "Contactpersoon wijzigen"),
                            ("contactpersoon-verwijderen", "Contactpersoon verwijderen"),
                            ("contactpersoon-koppelen", "Contactpersoon aan inburgeraar koppelen"),
                            ("contactpersoon-ontkoppelen", "Contactpersoon loskoppelen"),
                            ("lbt-overslaan", "Leerbaarheidstoets overslaan"),
                        ],
                        max_length=40,
                    ),
                ),
                ("gegevens", models.JSONField(default=dict)),
                ("omschrijving", models.CharField(max_length=200)),
                (
                    "onderwerp",
                    models.CharField(
                        blank=True, help_text="Waar het over gaat, zoals pip:12 of resultaat:5", max_length=60
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("klaar", "Staat klaar"),
                            ("bezig", "Wordt verstuurd"),
                            ("aangenomen", "Door DUO aangenomen"),
                            ("geweigerd", "Door DUO geweigerd"),
                            ("vastgelopen", "Vastgelopen"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="klaar",
                        max_length=12,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("pogingen_gedaan", models.PositiveSmallIntegerField(default=0)),
                ("next_attempt_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "onzeker",
                    models.BooleanField(
                        default=False,
                        help_text="Een poging kan bij DUO zijn aangekomen zonder dat wij het antwoord kregen",
                    ),
                ),
                ("afgehandeld_at", models.DateTimeField(blank=True, null=True)),
                ("foutteksten", models.JSONField(blank=True, default=list)),
                (
                    "bevestigd_on",
                    models.DateField(
                        blank=True,
                        help_text="Dag waarop DUO hetzelfde zei: gelezen of in een gebeurtenis",
                        null=True,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berichten",
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
                    "met_de_hand_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vervangt",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vervangen_door",
                        to="keten.bericht",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "berichten",
                "ordering": ["-made_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Contactpersoon",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("duo_id", models.PositiveIntegerField(blank=True, null=True, verbose_name="nummer bij DUO")),
                ("naam", models.CharField(max_length=100)),
                ("email", models.CharField(max_length=241)),
                ("telefoonnummer", models.CharField(max_length=22)),
                ("verwijderd_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
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
                "verbose_name_plural": "contactpersonen",
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="DUOAansluiting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "manier",
                    models.CharField(
                        choices=[
                            ("handmatig", "Met de hand, in het Portaal Inburgering"),
                            ("m2m", "Automatisch, met de koppeling van DUO"),
                        ],
                        default="handmatig",
                        max_length=12,
                    ),
                ),
                (
                    "oin",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{20}$", "Een OIN bestaat uit 20 cijfers."
                            )
                        ],
                        verbose_name="OIN van de gemeente",
                    ),
                ),
                ("sinds_on", models.DateField(blank=True, null=True, verbose_name="op deze manier sinds")),
                ("storing_since", models.DateTimeField(blank=True, editable=False, null=True)),
                ("laatst_goed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "gemeente",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="duo_aansluiting",
                        to="regio.gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "aansluiting op DUO",
                "verbose_name_plural": "aansluitingen op DUO",
            },
        ),
        migrations.CreateModel(
            name="HistoricalContactpersoon",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("duo_id", models.PositiveIntegerField(blank=True, null=True, verbose_name="nummer bij DUO")),
                ("naam", models.CharField(max_length=100)),
                ("email", models.CharField(max_length=241)),
                ("telefoonnummer", models.CharField(max_length=22)),
                ("verwijderd_on", models.DateField(blank=True, null=True)),
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
                "verbose_name": "historical contactpersoon",
                "verbose_name_plural": "historical contactpersonen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDUOAansluiting",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "manier",
                    models.CharField(
                        choices=[
                            ("handmatig", "Met de hand, in het Portaal Inburgering"),
                            ("m2m", "Automatisch, met de koppeling van DUO"),
                        ],
                        default="handmatig",
                        max_length=12,
                    ),
                ),
                (
                    "oin",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{20}$", "Een OIN bestaat uit 20 cijfers."
                            )
                        ],
                        verbose_name="OIN van de gemeente",
                    ),
                ),
                ("sinds_on", models.DateField(blank=True, null=True, verbose_name="op deze manier sinds")),
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
            ],
            options={
                "verbose_name": "historical aansluiting op DUO",
                "verbose_name_plural": "historical aansluitingen op DUO",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Notificatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("bericht_id", models.UUIDField(default=uuid.uuid4)),
                ("gebeurtenis_id", models.CharField(max_length=6)),
                ("registratie_at", models.DateTimeField(verbose_name="geregistreerd bij DUO")),
                ("vingerafdruk", models.CharField(max_length=64)),
                ("bsn_sealed", models.BinaryField(null=True)),
                ("bsn_index", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("v_nummer_sealed", models.BinaryField(null=True)),
                ("v_nummer_index", models.CharField(blank=True, default="", editable=False, max_length=64)),
                (
                    "weg",
                    models.CharField(
                        choices=[
                            ("m2m", "Koppeling"),
                            ("geplakt", "Overgenomen uit het portaal"),
                            ("bestand", "Bestand"),
                        ],
                        default="m2m",
                        max_length=10,
                    ),
                ),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ontvangen", "Ontvangen, nog niet verwerkt"),
                            ("bezig", "Wordt verwerkt"),
                            ("verwerkt", "Verwerkt"),
                            ("onbekend", "Persoon is hier niet bekend"),
                            ("vastgelopen", "Vastgelopen"),
                            ("afgehandeld", "Met de hand afgehandeld"),
                        ],
                        default="ontvangen",
                        max_length=12,
                    ),
                ),
                ("pogingen_gedaan", models.PositiveSmallIntegerField(default=0)),
                ("next_attempt_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("afgehandeld_at", models.DateTimeField(blank=True, null=True)),
                ("fout", models.CharField(blank=True, max_length=300)),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notificaties",
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
                "verbose_name_plural": "notificaties",
                "ordering": ["-received_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Ontheffing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("told_on", models.DateField()),
                ("registered_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("inhoud_sealed", models.BinaryField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ontheffingen",
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
                "verbose_name_plural": "ontheffingen",
                "ordering": ["-registered_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Poging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("duur_ms", models.PositiveIntegerField(null=True, verbose_name="duur in milliseconden")),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("aangenomen", "Aangenomen"),
                            ("geweigerd", "Geweigerd"),
                            ("onbereikbaar", "DUO niet bereikbaar"),
                            ("fout", "Niet zoals afgesproken"),
                            ("stond-er-al", "Stond al zo bij DUO"),
                        ],
                        max_length=16,
                    ),
                ),
                ("status_code", models.PositiveSmallIntegerField(null=True)),
                ("foutteksten", models.JSONField(default=list)),
                (
                    "bericht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pogingen",
                        to="keten.bericht",
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
                "verbose_name_plural": "pogingen",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Taak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("soort", models.CharField(max_length=20)),
                ("onderwerp", models.CharField(blank=True, max_length=60)),
                ("titel", models.CharField(max_length=200, verbose_name="wat moet u doen")),
                ("uitleg", models.CharField(blank=True, max_length=1000, verbose_name="waarom")),
                ("waar", models.CharField(blank=True, max_length=40)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="uiterlijk")),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("klantmanager", "Klantmanager"),
                            ("teamleider", "Teamleider"),
                            ("inkoper", "Inkoper"),
                            ("beheerder", "Beheerder"),
                            ("auditor", "Auditor"),
                        ],
                        default="klantmanager",
                        max_length=20,
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Te doen"), ("gedaan", "Gedaan"), ("vervallen", "Niet meer nodig")],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "afgeleid",
                    models.BooleanField(
                        default=False,
                        help_text="Door Meedoen zelf afgeleid: vervalt vanzelf als het niet meer klopt",
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("hoe", models.CharField(blank=True, max_length=300, verbose_name="hoe afgehandeld")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "bericht",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken",
                        to="keten.bericht",
                    ),
                ),
                (
                    "done_by",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken",
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
                    "notificatie",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken",
                        to="keten.notificatie",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "taken",
                "ordering": ["due_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Vergelijking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("begonnen_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("klaar_at", models.DateTimeField(blank=True, null=True)),
                ("dossiers", models.PositiveIntegerField(default=0)),
                ("gevraagd", models.PositiveIntegerField(default=0, verbose_name="bij DUO gevraagd")),
                ("niet_gelukt", models.PositiveIntegerField(default=0)),
                ("nieuw", models.PositiveIntegerField(default=0, verbose_name="nieuwe verschillen")),
                ("weg", models.PositiveIntegerField(default=0, verbose_name="verdwenen verschillen")),
                ("open", models.PositiveIntegerField(default=0, verbose_name="open verschillen")),
                ("per_veld", models.JSONField(default=dict)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "vergelijkingen",
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Verschil",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("veld", models.CharField(max_length=60)),
                ("van_ons", models.CharField(blank=True, max_length=200)),
                ("van_ons_on", models.DateField(blank=True, null=True, verbose_name="bij ons sinds")),
                ("van_duo", models.CharField(blank=True, max_length=200)),
                ("van_duo_on", models.DateField(blank=True, null=True, verbose_name="bij DUO op")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Nog niet opgelost"),
                            ("van-duo", "Overgenomen van DUO"),
                            ("van-ons", "Ons gegeven klopt"),
                            ("gelijk", "Vanzelf gelijk geworden"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("found_on", models.DateField()),
                ("opgelost_at", models.DateTimeField(blank=True, null=True)),
                ("reden", models.CharField(blank=True, max_length=500)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verschillen",
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
                    "opgelost_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "verschillen",
                "ordering": ["found_on", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="bericht",
            index=models.Index(fields=["status", "next_attempt_at"], name="bericht_due"),
        ),
        migrations.AddIndex(
            model_name="bericht",
            index=models.Index(fields=["gemeente", "-made_at"], name="bericht_by_day"),
        ),
        migrations.AddIndex(
            model_name="bericht",
            index=models.Index(fields=["dossier", "status"], name="bericht_of_dossier"),
        ),
        migrations.AddConstraint(
            model_name="contactpersoon",
            constraint=models.UniqueConstraint(
                condition=models.Q(("verwijderd_on__isnull", True)),
                fields=("gemeente", "medewerker"),
                name="contactpersoon_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="duoaansluiting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("oin", ""), _negated=True), fields=("oin",), name="one_gemeente_an_oin"
            ),
        ),
        migrations.AddIndex(
            model_name="notificatie",
            index=models.Index(fields=["status", "next_attempt_at"], name="notificatie_due"),
        ),
        migrations.AddIndex(
            model_name="notificatie",
            index=models.Index(fields=["gemeente", "-received_at"], name="notificatie_by_day"),
        ),
        migrations.AddConstraint(
            model_name="notificatie",
            constraint=models.UniqueConstraint(fields=("gemeente", "bericht_id"), name="notificatie_once"),
        ),
        migrations.AddConstraint(
            model_name="notificatie",
            constraint=models.UniqueConstraint(fields=("gemeente", "vingerafdruk"), name="event_once"),
        ),
        migrations.AddIndex(
            model_name="ontheffing",
            index=models.Index(
                fields=["gemeente", "dossier", "-registered_at"], name="keten_onthe_gemeent_ca4346_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="taak",
            index=models.Index(fields=["gemeente", "status", "due_on"], name="taak_by_date"),
        ),
        migrations.AddIndex(
            model_name="taak",
            index=models.Index(fields=["dossier", "status"], name="taak_of_dossier"),
        ),
        migrations.AddConstraint(
            model_name="taak",
            constraint=models.UniqueConstraint(
                condition=models.Q(("dossier__isnull", False), ("status", "open")),
                fields=("dossier", "soort", "onderwerp"),
                name="one_open_task_of_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="vergelijking",
            constraint=models.UniqueConstraint(fields=("gemeente", "on"), name="comparison_once"),
        ),
        migrations.AddIndex(
            model_name="verschil",
            index=models.Index(fields=["gemeente", "status"], name="verschil_open"),
        ),
        migrations.AddConstraint(
            model_name="verschil",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "open")), fields=("dossier", "veld"), name="one_open_difference"
            ),
        ),
        tenant_table("keten_ontheffing", {"dossier_id": "dossier_dossier"}),
        append_only("keten_ontheffing"),
        tenant_table("keten_contactpersoon"),
        history_table("keten_historicalcontactpersoon"),
        tenant_table("keten_bericht", {"dossier_id": "dossier_dossier", "vervangt_id": "keten_bericht"}),
        tenant_table("keten_poging", {"bericht_id": "keten_bericht"}),
        append_only("keten_poging"),
        tenant_table("keten_notificatie", {"dossier_id": "dossier_dossier"}),
        tenant_table(
            "keten_taak",
            {
                "dossier_id": "dossier_dossier",
                "notificatie_id": "keten_notificatie",
                "bericht_id": "keten_bericht",
            },
        ),
        tenant_table("keten_verschil", {"dossier_id": "dossier_dossier"}),
        tenant_table("keten_vergelijking"),
    ]
