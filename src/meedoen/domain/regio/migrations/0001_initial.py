"""The tables of this app, with their guards."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models

from meedoen.domain.regio.guards import append_only, tenant_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dagtaak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=40, unique=True)),
                ("gedaan_on", models.DateField(null=True)),
            ],
            options={
                "verbose_name_plural": "dagtaken",
            },
        ),
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=100, unique=True)),
                (
                    "cbs_code",
                    models.CharField(
                        max_length=4,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$", "Vier cijfers.")],
                        verbose_name="CBS-code",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "gemeenten",
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="Medewerker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                ),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mailadres")),
                ("naam", models.CharField(max_length=120)),
                ("functie", models.CharField(blank=True, max_length=120)),
                ("telefoon", models.CharField(blank=True, max_length=30)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Huisstijl",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kleur", models.CharField(default="#155e75", max_length=7, verbose_name="hoofdkleur")),
                (
                    "afzender",
                    models.CharField(default="Team Inburgering", max_length=120, verbose_name="afdeling"),
                ),
                ("adres", models.CharField(blank=True, max_length=200, verbose_name="postadres")),
                (
                    "postcode_plaats",
                    models.CharField(blank=True, max_length=120, verbose_name="postcode en plaats"),
                ),
                ("telefoon", models.CharField(blank=True, max_length=30)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.CharField(blank=True, max_length=120)),
                ("logo", models.BinaryField(blank=True, null=True)),
                (
                    "logo_alt",
                    models.CharField(blank=True, max_length=120, verbose_name="beschrijving van het logo"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "gemeente",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="huisstijl",
                        to="regio.gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "huisstijlen",
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=100)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="teams", to="regio.gemeente"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HistoricalAanstelling",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
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
                        max_length=20,
                    ),
                ),
                ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="vanaf")),
                ("until", models.DateField(blank=True, null=True, verbose_name="tot")),
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
            ],
            options={
                "verbose_name": "historical aanstelling",
                "verbose_name_plural": "historical aanstellingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Aanstelling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                        max_length=20,
                    ),
                ),
                ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="vanaf")),
                ("until", models.DateField(blank=True, null=True, verbose_name="tot")),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aanstellingen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aanstellingen",
                        to="regio.gemeente",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="leden",
                        to="regio.team",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "aanstellingen",
            },
        ),
        migrations.CreateModel(
            name="Verwerking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("trace_id", models.CharField(max_length=32)),
                ("operation_id", models.CharField(max_length=16)),
                ("name", models.CharField(max_length=100)),
                ("action", models.CharField(max_length=20)),
                ("processing_activity", models.CharField(default="wet-inburgering-2021", max_length=100)),
                ("subject", models.CharField(max_length=32)),
                ("dossier_id_logged", models.BigIntegerField(null=True)),
                ("rol", models.CharField(blank=True, max_length=20)),
                ("origin", models.CharField(blank=True, max_length=60)),
                ("break_glass", models.BooleanField(default=False)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "actor",
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
            ],
            options={
                "verbose_name_plural": "verwerkingen",
            },
        ),
        migrations.CreateModel(
            name="Verzending",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.UUIDField(default=uuid.uuid4, unique=True)),
                ("path", models.CharField(max_length=200)),
                ("location", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "verzendingen",
            },
        ),
        migrations.CreateModel(
            name="Beveiligingsgebeurtenis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=100)),
                ("origin", models.CharField(blank=True, max_length=60)),
                ("path", models.CharField(blank=True, max_length=200)),
                ("result", models.CharField(max_length=20)),
                ("detail", models.CharField(blank=True, max_length=500)),
                (
                    "actor",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regio.gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "beveiligingsgebeurtenissen",
                "indexes": [
                    models.Index(fields=["-at"], name="regio_bevei_at_1f74de_idx"),
                    models.Index(fields=["actor", "-at"], name="regio_bevei_actor_i_7b1d41_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Beleidsregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "onderwerp",
                    models.CharField(
                        choices=[
                            ("oproep_dagen", "Dagen tussen oproep en gesprek"),
                            ("voortgang_maanden", "Maanden tussen twee voortgangsgesprekken"),
                            ("voortgangsgesprekken", "Aantal voortgangsgesprekken in een PIP"),
                        ],
                        max_length=40,
                    ),
                ),
                ("waarde", models.PositiveSmallIntegerField()),
                ("since", models.DateField(verbose_name="geldt vanaf")),
                ("besluit", models.CharField(max_length=200, verbose_name="vastgesteld bij")),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beleidsregels",
                        to="regio.gemeente",
                    ),
                ),
            ],
            options={
                "ordering": ["onderwerp", "-since"],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "onderwerp", "since"), name="one_rule_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=120)),
                ("soort", models.CharField(blank=True, max_length=60)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="organisaties",
                        to="regio.gemeente",
                    ),
                ),
            ],
            options={
                "ordering": ["naam"],
                "constraints": [models.UniqueConstraint(fields=("gemeente", "naam"), name="partner_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=models.UniqueConstraint(fields=("gemeente", "naam"), name="team_once"),
        ),
        migrations.AddConstraint(
            model_name="aanstelling",
            constraint=models.UniqueConstraint(
                fields=("medewerker", "gemeente", "rol", "since"), name="role_once"
            ),
        ),
        migrations.AddIndex(
            model_name="verwerking",
            index=models.Index(fields=["gemeente", "subject", "-at"], name="regio_verwe_gemeent_2e0cfd_idx"),
        ),
        migrations.AddIndex(
            model_name="verwerking",
            index=models.Index(fields=["gemeente", "-at"], name="regio_verwe_gemeent_c1cc4a_idx"),
        ),
        migrations.AddIndex(
            model_name="verwerking",
            index=models.Index(fields=["gemeente", "actor", "-at"], name="regio_verwe_gemeent_50f77d_idx"),
        ),
        tenant_table("regio_verwerking"),
        append_only("regio_verwerking"),
        append_only("regio_beveiligingsgebeurtenis"),
    ]
