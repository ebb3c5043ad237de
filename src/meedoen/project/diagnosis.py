"""What can be seen from inside: the database, its guards, and settings that are a risk together."""

from django.conf import settings
from django.core.checks import run_checks
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.timezone import now

from meedoen.domain.dossier.models import Inburgeringsplichtige
from meedoen.domain.keten.selectors import connected_gemeenten
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.secrecy import SecretLost
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.integrations.brp import connection as brp
from meedoen.integrations.duo import certificates


def diagnose() -> tuple[list[str], list[str]]:
    """Return Dutch sentences: what is wrong (Meedoen must not start), and what is risky."""
    wrong, risky = [], []
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except Error as fault:
        return [f"De database antwoordt niet ({type(fault).__name__}). Kijk naar DATABASE_URL."], []
    if connection.vendor == "postgresql":
        wrong += _postgresql_role()
    else:
        risky.append("SQLite is voor een proef of één klein team. Neem voor meer PostgreSQL (DATABASE_URL).")
    if waiting := _waiting_migrations():
        wrong.append(f"De database mist {waiting} stappen. Doe eerst: meedoen migrate")
    elif not _keys_fit():
        wrong.append(
            "MEEDOEN_FIELD_KEYS past niet bij deze database: BSN en V-nummer zijn er niet mee te lezen. "
            "Zet de sleutel terug waarmee is bewaard, achter de nieuwe."
        )
    if settings.DEMO:
        risky.append("Dit is de demo: verzonnen personen, inloggen zonder tweede stap.")
    if settings.DEBUG:
        risky.append("MEEDOEN_DEBUG staat aan: fouten tonen hun binnenkant. Zet dit uit.")
    if not settings.HTTPS and not settings.DEMO:
        risky.append("MEEDOEN_HTTPS staat uit: wachtwoorden gaan leesbaar over het net.")
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend") and not settings.DEMO:
        risky.append(
            "Er is geen mailserver (MEEDOEN_EMAIL_URL): mail, ook om een wachtwoord te kiezen, "
            "komt in het logboek."
        )
    if not waiting:
        risky += _duo()
    risky += brp.problems()
    wrong += [str(message.msg) for message in run_checks() if message.is_serious()]
    return wrong, risky


def _postgresql_role() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select rolsuper, rolbypassrls from pg_roles where rolname = current_user")
        is_super, bypasses = cursor.fetchone()
    if is_super or bypasses:
        return [
            "De databasegebruiker mag de scheiding tussen gemeenten overslaan (SUPERUSER of BYPASSRLS). "
            "Gebruik een gewone gebruiker."
        ]
    return []


def _keys_fit() -> bool:
    """Return whether the keys open a sealed number of somebody; True when there is nobody yet."""
    for gemeente_id in Gemeente.objects.values_list("pk", flat=True):
        with transaction.atomic(), tenant_scope([gemeente_id]):
            person = Inburgeringsplichtige.objects.exclude(v_nummer_index="", bsn_index="").first()
            if person is None:
                continue
            try:
                return bool(person.v_nummer or person.bsn)
            except SecretLost:
                return False
    return True


def _duo() -> list[str]:
    """Return what would keep the gemeenten that are connected to DUO from reaching it, or DUO from us."""
    connected = list(connected_gemeenten().values())
    if not connected:
        return []
    found = [
        f"{name} is leeg, terwijl een gemeente op DUO is aangesloten: {effect}"
        for name, value, effect in (
            ("MEEDOEN_DUO_URL", settings.DUO_URL, "er gaat niets naar DUO."),
            ("MEEDOEN_DUO_OIN", settings.DUO_OIN, "er gaat niets naar DUO en er komt niets binnen."),
            (
                "MEEDOEN_DUO_CLIENT_HEADER",
                settings.DUO_CLIENT_HEADER or settings.DEMO,
                "meldingen van DUO worden geweigerd.",
            ),
        )
        if not value
    ]
    if settings.DUO_CLIENT_HEADER and not settings.TRUSTED_PROXY and not settings.DEMO:
        found.append(
            "MEEDOEN_DUO_CLIENT_HEADER telt alleen achter een eigen proxy (MEEDOEN_TRUSTED_PROXY): nu worden "
            "meldingen van DUO geweigerd."
        )
    if settings.DUO_URL.startswith("https:"):
        for aansluiting in connected:
            said = certificates.faults(aansluiting.oin, now())
            found += [f"{aansluiting.gemeente.naam}: {line}" for line in said]
    return found


def _waiting_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
