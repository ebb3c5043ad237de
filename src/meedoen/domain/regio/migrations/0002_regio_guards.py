"""Guards in the database: tenant, same gemeente, append-only evidence."""

from django.db import migrations

from meedoen.domain.regio.guards import append_only, tenant_table


class Migration(migrations.Migration):
    dependencies = [("regio", "0001_initial")]

    operations = [
        tenant_table("regio_verwerking"),
        append_only("regio_verwerking"),
        append_only("regio_beveiligingsgebeurtenis"),
    ]
