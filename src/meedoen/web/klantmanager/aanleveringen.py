"""What COA, DUO, the BRP or a file told us, ready to read."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Aanlevering
from meedoen.web.templatetags.dutch import in_dutch, masked

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
SECRET = ("bsn", "v_nummer", "v-nummer", "vnummer")


@dataclass(frozen=True)
class Told:
    """One delivery: who told it, for which day, and the facts as pairs of label and text."""

    aanlevering: Aanlevering
    facts: list[tuple[str, str]]


def told(dossier: Dossier) -> list[Told]:
    """Return every delivery of a dossier, newest first; BSN and V-nummer are covered."""
    return [Told(row, facts(row.gegevens)) for row in dossier.aanleveringen.all()]


def facts(gegevens: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the facts of a delivery as label and text; nothing told is left out."""
    pairs = []
    for key, value in gegevens.items():
        if value in (None, "", [], {}):
            continue
        text = masked(value) if key.lower() in SECRET else _text(value)
        pairs.append((key.replace("_", " ").capitalize(), text))
    return pairs


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')}: {_text(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(_text(item) for item in value)
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        return _day(value)
    return in_dutch(value)


def _day(text: str) -> str:
    """Return a date of the delivery in Dutch; what is no date stays as it was told."""
    try:
        return in_dutch(date.fromisoformat(text))
    except ValueError:
        return text
