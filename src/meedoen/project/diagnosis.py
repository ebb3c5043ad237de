"""What can be seen from inside: the database, its guards, and settings that are a risk together."""

from django.conf import settings
from django.core.checks import run_checks
from django.db import Error, connection


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


def _waiting_migrations() -> int:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
