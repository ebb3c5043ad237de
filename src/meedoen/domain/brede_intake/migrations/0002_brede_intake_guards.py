"""Guards in the database: tenant, same gemeente, append-only evidence."""

from django.db import migrations

from meedoen.domain.regio.guards import history_table, tenant_table


class Migration(migrations.Migration):
    dependencies = [("brede_intake", "0001_initial"), ("dossier", "0002_dossier_guards")]

    operations = [
        tenant_table("brede_intake_bredeintake", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_oproep", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_intakegesprek", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_intakegegeven", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_gezondheid", {"dossier_id": "dossier_dossier"}),
        tenant_table("brede_intake_leerbaarheidstoets", {"dossier_id": "dossier_dossier"}),
        history_table("brede_intake_historicalbredeintake"),
        history_table("brede_intake_historicaloproep"),
        history_table("brede_intake_historicalintakegesprek"),
        history_table("brede_intake_historicalintakegegeven"),
        history_table("brede_intake_historicalgezondheid"),
        history_table("brede_intake_historicalleerbaarheidstoets"),
    ]
