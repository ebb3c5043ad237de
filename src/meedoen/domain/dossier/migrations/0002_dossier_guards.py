"""Guards in the database: tenant, same gemeente, append-only evidence."""

from django.db import migrations

from meedoen.domain.regio.guards import append_only, history_table, tenant_table


class Migration(migrations.Migration):
    dependencies = [("dossier", "0001_initial"), ("regio", "0002_regio_guards")]

    operations = [
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
