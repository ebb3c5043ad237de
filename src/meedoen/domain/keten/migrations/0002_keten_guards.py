"""Guards in the database: tenant, same gemeente, append-only evidence."""

from django.db import migrations

from meedoen.domain.regio.guards import append_only, tenant_table


class Migration(migrations.Migration):
    dependencies = [("keten", "0001_initial"), ("dossier", "0002_dossier_guards")]

    operations = [
        tenant_table("keten_aanlevering", {"dossier_id": "dossier_dossier"}),
        append_only("keten_aanlevering"),
    ]
