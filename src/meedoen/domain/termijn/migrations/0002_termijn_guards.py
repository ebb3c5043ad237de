"""Guards in the database: tenant, same gemeente, append-only evidence."""

from django.db import migrations

from meedoen.domain.regio.guards import tenant_table


class Migration(migrations.Migration):
    dependencies = [("termijn", "0001_initial"), ("dossier", "0002_dossier_guards")]

    operations = [
        tenant_table("termijn_werkpunt", {"dossier_id": "dossier_dossier"}),
    ]
