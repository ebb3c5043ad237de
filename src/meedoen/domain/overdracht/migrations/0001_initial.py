"""The tables of this app, with their guards."""

import django.core.validators
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
        ("dossier", "0002_verlengd"),
        ("regio", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalOverdrachtssleutel",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "andere_code",
                    models.CharField(
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$", "Vier cijfers.")],
                        verbose_name="CBS-code",
                    ),
                ),
                ("andere_naam", models.CharField(max_length=100, verbose_name="gemeente")),
                ("ondertekenen", models.CharField(help_text="Ed25519, base64url", max_length=64)),
                ("versleutelen", models.CharField(help_text="X25519, base64url", max_length=64)),
                ("vingerafdruk", models.CharField(max_length=64)),
                (
                    "gecontroleerd",
                    models.CharField(max_length=200, verbose_name="hoe de vingerafdruk is gecontroleerd"),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("ingetrokken_on", models.DateField(blank=True, null=True, verbose_name="ingetrokken op")),
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
                "verbose_name": "historical overdrachtssleutel",
                "verbose_name_plural": "historical overdrachtssleutels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOverdrachtsverzoek",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "richting",
                    models.CharField(
                        choices=[
                            ("uitgaand", "Vertrokken naar een andere gemeente"),
                            ("inkomend", "Gekomen uit een andere gemeente"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "andere_code",
                    models.CharField(
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$", "Vier cijfers.")],
                        verbose_name="CBS-code van de andere gemeente",
                    ),
                ),
                ("andere_naam", models.CharField(max_length=100, verbose_name="andere gemeente")),
                ("verhuisd_on", models.DateField(verbose_name="verhuisd op")),
                ("gevraagd_on", models.DateField(blank=True, null=True, verbose_name="gevraagd op")),
                ("gevraagd_door", models.CharField(blank=True, max_length=200, verbose_name="wie het vroeg")),
                ("reden", models.CharField(blank=True, max_length=500, verbose_name="waarvoor")),
                ("grondslag", models.CharField(blank=True, max_length=200)),
                ("gegeven_on", models.DateField(blank=True, null=True, verbose_name="gegeven op")),
                (
                    "nieuw_pip_on",
                    models.DateField(blank=True, null=True, verbose_name="PIP van de nieuwe gemeente op"),
                ),
                (
                    "afgevinkt",
                    models.JSONField(blank=True, default=dict, help_text="Stap → dag", verbose_name="gedaan"),
                ),
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
                "verbose_name": "historical overdrachtsverzoek",
                "verbose_name_plural": "historical overdrachtsverzoeken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Overdrachtssleutel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "andere_code",
                    models.CharField(
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$", "Vier cijfers.")],
                        verbose_name="CBS-code",
                    ),
                ),
                ("andere_naam", models.CharField(max_length=100, verbose_name="gemeente")),
                ("ondertekenen", models.CharField(help_text="Ed25519, base64url", max_length=64)),
                ("versleutelen", models.CharField(help_text="X25519, base64url", max_length=64)),
                ("vingerafdruk", models.CharField(max_length=64)),
                (
                    "gecontroleerd",
                    models.CharField(max_length=200, verbose_name="hoe de vingerafdruk is gecontroleerd"),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("ingetrokken_on", models.DateField(blank=True, null=True, verbose_name="ingetrokken op")),
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
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "overdrachtssleutels",
                "ordering": ["andere_naam", "-at"],
            },
        ),
        migrations.CreateModel(
            name="OntvangenOverdracht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("nummer", models.UUIDField(editable=False)),
                (
                    "van_code",
                    models.CharField(
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$", "Vier cijfers.")],
                    ),
                ),
                ("van_naam", models.CharField(max_length=100)),
                ("told_on", models.DateField(verbose_name="gemaakt op")),
                ("versleuteld", models.BooleanField()),
                ("bestand_sealed", models.BinaryField(null=True)),
                ("inhoud_sealed", models.BinaryField(null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gelezen", "Gelezen, nog niet overgenomen"),
                            ("overgenomen", "Overgenomen in een dossier"),
                            ("weggelegd", "Weggelegd"),
                        ],
                        default="gelezen",
                        max_length=12,
                    ),
                ),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ontvangen_overdrachten",
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
                    "ondertekend_met",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="overdracht.overdrachtssleutel",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "ontvangen overdrachten",
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Overdrachtsverzoek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "richting",
                    models.CharField(
                        choices=[
                            ("uitgaand", "Vertrokken naar een andere gemeente"),
                            ("inkomend", "Gekomen uit een andere gemeente"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "andere_code",
                    models.CharField(
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$", "Vier cijfers.")],
                        verbose_name="CBS-code van de andere gemeente",
                    ),
                ),
                ("andere_naam", models.CharField(max_length=100, verbose_name="andere gemeente")),
                ("verhuisd_on", models.DateField(verbose_name="verhuisd op")),
                ("gevraagd_on", models.DateField(blank=True, null=True, verbose_name="gevraagd op")),
                ("gevraagd_door", models.CharField(blank=True, max_length=200, verbose_name="wie het vroeg")),
                ("reden", models.CharField(blank=True, max_length=500, verbose_name="waarvoor")),
                ("grondslag", models.CharField(blank=True, max_length=200)),
                ("gegeven_on", models.DateField(blank=True, null=True, verbose_name="gegeven op")),
                (
                    "nieuw_pip_on",
                    models.DateField(blank=True, null=True, verbose_name="PIP van de nieuwe gemeente op"),
                ),
                (
                    "afgevinkt",
                    models.JSONField(blank=True, default=dict, help_text="Stap → dag", verbose_name="gedaan"),
                ),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overdrachtsverzoeken",
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
                "verbose_name_plural": "overdrachtsverzoeken",
                "ordering": ["-verhuisd_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Overdrachtspakket",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("nummer", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("bestand_sealed", models.BinaryField(null=True)),
                ("versleuteld", models.BooleanField(default=False)),
                (
                    "zonder_sleutel_reden",
                    models.CharField(blank=True, max_length=300, verbose_name="hoe het veilig is verstuurd"),
                ),
                ("geldig_tot_en_met_on", models.DateField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossier.document"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regio.gemeente"
                    ),
                ),
                (
                    "verzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pakketten",
                        to="overdracht.overdrachtsverzoek",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "overdrachtspakketten",
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.AddConstraint(
            model_name="overdrachtssleutel",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ingetrokken_on__isnull", True)),
                fields=("gemeente", "vingerafdruk"),
                name="one_trusted_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="ontvangenoverdracht",
            constraint=models.UniqueConstraint(fields=("gemeente", "nummer"), name="one_pack_read_once"),
        ),
        migrations.AddConstraint(
            model_name="overdrachtsverzoek",
            constraint=models.UniqueConstraint(
                fields=("dossier", "richting", "andere_code", "verhuisd_on"), name="one_move_once"
            ),
        ),
        tenant_table("overdracht_overdrachtsverzoek", {"dossier_id": "dossier_dossier"}),
        tenant_table("overdracht_overdrachtssleutel"),
        tenant_table(
            "overdracht_overdrachtspakket",
            {"verzoek_id": "overdracht_overdrachtsverzoek", "document_id": "dossier_document"},
        ),
        tenant_table(
            "overdracht_ontvangenoverdracht",
            {"ondertekend_met_id": "overdracht_overdrachtssleutel", "dossier_id": "dossier_dossier"},
        ),
        append_only("overdracht_overdrachtspakket"),
        history_table("overdracht_historicaloverdrachtsverzoek"),
        history_table("overdracht_historicaloverdrachtssleutel"),
    ]
