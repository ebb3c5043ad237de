"""A row as it waits in the database: its cells and what was read from them, sealed."""

import json
from datetime import date
from typing import Any

from .cells import as_text
from .checks import Checked, Fout
from .columns import DATES
from .models import Importregel
from .reading import Row


def pack(row: Row, checked: Checked | None = None) -> str:
    """Return the text that is sealed for a row. A date in a cell becomes dag-maand-jaar."""
    parts: dict[str, Any] = {
        "cellen": [as_text(cell) if isinstance(cell, date) else cell for cell in row.cells],
        "formules": list(row.formulas),
        "rechts": row.surplus,
    }
    if checked is not None:
        parts["gemeente"] = checked.gemeente
        parts["waarden"] = {
            code: value.isoformat() if isinstance(value, date) else value
            for code, value in checked.values.items()
        }
    return json.dumps(parts, ensure_ascii=False)


def unpack_row(regel: Importregel) -> Row:
    """Return the cells of a row as they were read."""
    parts = json.loads(regel.cellen)
    return Row(regel.rij, tuple(parts["cellen"]), tuple(parts["formules"]), parts["rechts"])


def unpack_checked(regel: Importregel) -> Checked:
    """Return a row as it was checked."""
    parts = json.loads(regel.cellen)
    values = {
        code: date.fromisoformat(value) if code in DATES else value
        for code, value in parts.get("waarden", {}).items()
    }
    fouten = [Fout(item["kolom"], item["fout"], item["blokkeert"]) for item in regel.fouten]
    return Checked(regel.rij, values, fouten, parts.get("gemeente", ""))
