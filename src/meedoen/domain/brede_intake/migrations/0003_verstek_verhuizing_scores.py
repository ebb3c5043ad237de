"""Why an intake was finished in absentia or partly skipped, the score that was needed, another outcome."""

from django.db import migrations, models

from meedoen.domain.regio.guards import tenant_table_again

UITKOMSTEN = [
    ("open", "Nog open"),
    ("verschenen", "Verschenen"),
    ("niet_verschenen", "Niet verschenen"),
    ("onvoldoende", "Onvoldoende meegewerkt"),
    ("afgezegd", "Afgezegd met een goede reden"),
    ("ingetrokken", "Ingetrokken door de gemeente"),
]


def text(label: str | None = None) -> models.TextField:
    """Return a text that may be empty."""
    return (
        models.TextField(label, blank=True, default="") if label else models.TextField(blank=True, default="")
    )


NEW = {
    "bredeintake": {
        "samenvatting": lambda: text(),
        "verstek_motivering": lambda: text("waarom zonder de inburgeraar"),
        "overgeslagen_on": lambda: models.DateField("onderdelen overgeslagen op", null=True, blank=True),
        "overgeslagen_van": lambda: models.CharField(
            "vorige gemeente", max_length=100, blank=True, default=""
        ),
        "overgeslagen_motivering": lambda: text("waarom niet opnieuw"),
    },
    "leerbaarheidstoets": {
        "vereiste_score": lambda: models.CharField(
            "score die nodig was", max_length=10, blank=True, default=""
        ),
    },
}


class Migration(migrations.Migration):
    """New columns; SQLite copies the tables for them, so they are guarded again."""

    dependencies = [("brede_intake", "0002_brede_intake_guards")]

    operations = [
        *(
            migrations.AddField(model_name=f"{prefix}{model}", name=name, field=make())
            for model, fields in NEW.items()
            for name, make in fields.items()
            for prefix in ("historical", "")
        ),
        *(
            migrations.AlterField(
                model_name=f"{prefix}oproep",
                name="uitkomst",
                field=models.CharField(max_length=20, choices=UITKOMSTEN, default="open"),
            )
            for prefix in ("historical", "")
        ),
        tenant_table_again("brede_intake_bredeintake", {"dossier_id": "dossier_dossier"}),
        tenant_table_again("brede_intake_leerbaarheidstoets", {"dossier_id": "dossier_dossier"}),
    ]
