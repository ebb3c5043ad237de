"""Facts from which an attention signal follows."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import history_table, tenant_table


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0002_verlengd"),
        ("regio", "0001_initial"),
        ("voortgang", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Attentie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verlenging_aangevraagd_on",
                    models.DateField(blank=True, null=True, verbose_name="verlenging aangevraagd op"),
                ),
                (
                    "verlenging_besloten_on",
                    models.DateField(blank=True, null=True, verbose_name="DUO besliste op"),
                ),
                ("vertrokken_on", models.DateField(blank=True, null=True, verbose_name="vertrokken op")),
                (
                    "vertrokken_naar",
                    models.CharField(
                        blank=True,
                        choices=[("gemeente", "Een andere gemeente"), ("buitenland", "Het buitenland")],
                        max_length=12,
                        verbose_name="vertrokken naar",
                    ),
                ),
                (
                    "contract_on",
                    models.DateField(blank=True, null=True, verbose_name="cursuscontract bekend sinds"),
                ),
                (
                    "contract_niveau",
                    models.CharField(
                        blank=True,
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="niveau in het contract",
                    ),
                ),
                (
                    "contract_taalschakeltraject",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="contract voor een taalschakeltraject"
                    ),
                ),
                (
                    "bio_gevraagd_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="ontheffing wegens bijzondere omstandigheden gevraagd op",
                    ),
                ),
                (
                    "bio_advies_on",
                    models.DateField(blank=True, null=True, verbose_name="advies van de gemeente gegeven op"),
                ),
                (
                    "certificaattekst_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="tekst van het certificaat van de Z-route klaar op",
                    ),
                ),
                (
                    "certificaat_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="certificaat van de Z-route uitgereikt op"
                    ),
                ),
                (
                    "vrijstelling_einde_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="tijdelijke vrijstelling geëindigd op"
                    ),
                ),
                (
                    "opleiding_einde_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="opleiding die geen vrijstelling geeft, geëindigd op",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attentie",
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
                "verbose_name_plural": "attenties",
            },
        ),
        migrations.CreateModel(
            name="HistoricalAttentie",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "verlenging_aangevraagd_on",
                    models.DateField(blank=True, null=True, verbose_name="verlenging aangevraagd op"),
                ),
                (
                    "verlenging_besloten_on",
                    models.DateField(blank=True, null=True, verbose_name="DUO besliste op"),
                ),
                ("vertrokken_on", models.DateField(blank=True, null=True, verbose_name="vertrokken op")),
                (
                    "vertrokken_naar",
                    models.CharField(
                        blank=True,
                        choices=[("gemeente", "Een andere gemeente"), ("buitenland", "Het buitenland")],
                        max_length=12,
                        verbose_name="vertrokken naar",
                    ),
                ),
                (
                    "contract_on",
                    models.DateField(blank=True, null=True, verbose_name="cursuscontract bekend sinds"),
                ),
                (
                    "contract_niveau",
                    models.CharField(
                        blank=True,
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="niveau in het contract",
                    ),
                ),
                (
                    "contract_taalschakeltraject",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="contract voor een taalschakeltraject"
                    ),
                ),
                (
                    "bio_gevraagd_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="ontheffing wegens bijzondere omstandigheden gevraagd op",
                    ),
                ),
                (
                    "bio_advies_on",
                    models.DateField(blank=True, null=True, verbose_name="advies van de gemeente gegeven op"),
                ),
                (
                    "certificaattekst_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="tekst van het certificaat van de Z-route klaar op",
                    ),
                ),
                (
                    "certificaat_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="certificaat van de Z-route uitgereikt op"
                    ),
                ),
                (
                    "vrijstelling_einde_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="tijdelijke vrijstelling geëindigd op"
                    ),
                ),
                (
                    "opleiding_einde_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="opleiding die geen vrijstelling geeft, geëindigd op",
                    ),
                ),
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
                "verbose_name": "historical attentie",
                "verbose_name_plural": "historical attenties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        tenant_table("voortgang_attentie", {"dossier_id": "dossier_dossier"}),
        history_table("voortgang_historicalattentie"),
    ]
