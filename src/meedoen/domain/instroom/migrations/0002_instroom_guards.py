"""Guards in the database: tenant, same gemeente, append-only evidence."""

from django.db import migrations

from meedoen.domain.regio.guards import tenant_table


class Migration(migrations.Migration):
    dependencies = [("instroom", "0001_initial"), ("regio", "0002_regio_guards")]

    operations = [
        tenant_table("instroom_kolomindeling"),
        tenant_table("instroom_import"),
        tenant_table("instroom_importregel", {"bestand_id": "instroom_import"}),
    ]
