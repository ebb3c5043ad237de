"""What COA, DUO, the BRP or a file told us, ready to read."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.instroom.columns import BY_CODE
from meedoen.domain.instroom.words import TAAL_LABELS
from meedoen.domain.keten.models import Aanlevering, Bron
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Referent, Verblijfsdoel, Verblijfstitel
from meedoen.web.duo.bekend import INTERFACES, in_words
from meedoen.web.templatetags.dutch import in_dutch, masked

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
SECRET = ("bsn", "v_nummer", "v-nummer", "vnummer")
HIDDEN = "_index"  # a search key: it says nothing to a person

NOTIONS = {
    "groep": Doelgroep,
    "doelgroep": Doelgroep,
    "verblijfstitel": Verblijfstitel,
    "verblijfsdoel": Verblijfsdoel,
    "referent": Referent,
    "leerroute": Leerroute,
}


@dataclass(frozen=True)
class Told:
    """One delivery: who told it, for which day, and the facts as pairs of label and text."""

    aanlevering: Aanlevering
    facts: list[tuple[str, str]]


def told(dossier: Dossier) -> list[Told]:
    """Return every delivery of a dossier, newest first; BSN and V-nummer are covered."""
    return [
        Told(row, facts_of_duo(row.gegevens) if row.bron == Bron.DUO else facts(row.gegevens))
        for row in dossier.aanleveringen.all()
    ]


def facts_of_duo(gegevens: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what DUO said as label and text, one for each thing told; nothing told says so."""
    pairs = []
    for interface, said in gegevens.items():
        groups = in_words(interface, said) or [[("", "DUO heeft hier niets over")]]
        for group in groups:
            text = ", ".join(f"{label}: {text}" if label else text for label, text in group)
            pairs.append((INTERFACES.get(interface, interface), text))
    return pairs


def facts(gegevens: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the facts of a delivery as label and text; nothing told is left out."""
    pairs = []
    for key, value in gegevens.items():
        if value in (None, "", [], {}) or key.endswith(HIDDEN):
            continue
        text = masked(value) if key.lower() in SECRET else _shown(key, value)
        pairs.append((_label(key), text))
    return pairs


def _label(key: str) -> str:
    """Return what a fact is called: as the heading of our own layout of a file, when it stands there."""
    return BY_CODE[key].heading if key in BY_CODE else key.replace("_", " ").capitalize()


def _shown(key: str, value: Any) -> str:
    """Return a value as a person reads it; a code of the law with its own words."""
    notion = NOTIONS.get(key)
    if notion is not None and value in set(notion):
        return notion(value).label
    if key == "taal":
        return TAAL_LABELS.get(str(value), str(value))
    return _text(value)


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
