"""Guards in the database: tenant, same gemeente, append-only evidence."""

from django.db import migrations

from meedoen.domain.regio.guards import history_table, tenant_table


class Migration(migrations.Migration):
    dependencies = [("pip", "0001_initial"), ("dossier", "0002_dossier_guards")]

    operations = [
        tenant_table("pip_leerroutekeuze", {"dossier_id": "dossier_dossier"}),
        tenant_table("pip_pip", {"dossier_id": "dossier_dossier", "vervangt_id": "pip_pip"}),
        tenant_table("pip_afspraak", {"pip_id": "pip_pip"}),
        tenant_table("pip_vertaling", {"pip_id": "pip_pip"}),
        tenant_table("pip_informatieverzoek", {"dossier_id": "dossier_dossier"}),
        history_table("pip_historicalleerroutekeuze"),
        history_table("pip_historicalpip"),
        history_table("pip_historicalafspraak"),
        history_table("pip_historicalvertaling"),
        history_table("pip_historicalinformatieverzoek"),
    ]
