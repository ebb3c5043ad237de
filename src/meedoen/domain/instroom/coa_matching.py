"""What a row of COA tells about somebody whom we know: it fills what is empty and overwrites nothing."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Inburgeringsplichtige
from meedoen.domain.keten.models import Bron
from meedoen.domain.voorinburgering.selectors import rows_of
from meedoen.domain.voorinburgering.velden import VELDEN

from .columns import DATES
from .matching import ANSWERS, FACTS, SECRET, Change, Stored, as_told

VELD_OF = {veld.code: veld for veld in VELDEN[Bron.COA]}
_UNKNOWN = (None, "", Inburgeringsplichtige.Geslacht.ONBEKEND)


def coa_changes(values: dict[str, Any], stored: Stored) -> list[Change]:
    """Return what COA tells that it did not tell before and that we do not have.

    What COA told before and tells again is no news. A field that we have already stays: `Change.kept`.
    """
    found = []
    news = as_told(values, stored.dossier.gemeente_id)
    for code, value in values.items():
        if code == "gezondheid":
            last = next(iter(stored.dossier.beperkingen.all()), None)
            if last is None or last.inhoud != value:
                found.append(Change(code, None, None))
            continue
        key = f"{code}_index" if code in SECRET else code
        if code == "groep" and _concluded_before(news, stored):
            continue
        if code == "gekoppelde_gemeente" or stored.told.facts.get(key) == news[key]:
            continue
        ours, fills = _ours(code, stored)
        if ours != value:
            found.append(Change(code, ours, value, kept=not fills))
    return found


def _concluded_before(news: dict[str, Any], stored: Stored) -> bool:
    """Whether the doelgroep, which follows from what COA tells, needs no filling (again)."""
    told_before = stored.told.facts.get("verblijfstitel")
    return bool(stored.dossier.doelgroep) or told_before == news.get("verblijfstitel")


def _ours(code: str, stored: Stored) -> tuple[Any, bool]:
    """Return what we have for a field, and whether COA may fill it."""
    person, dossier = stored.dossier.inburgeringsplichtige, stored.dossier
    if code in ANSWERS:
        answer = stored.answers.get(code)
        return (None, True) if answer is None else (answer.waarde, False)
    if code == "huishouden":
        known = person.huishouden.code if person.huishouden else ""
        return known, not known
    if code in SECRET:
        ours = getattr(person, code)
    elif code in VELD_OF:
        veld = VELD_OF[code]
        ours = getattr(rows_of(dossier)[veld.plek], veld.naam)
    elif code in FACTS:
        ours = getattr(dossier, FACTS[code])
    else:  # only kept as COA told it
        told = stored.told.facts.get(code)
        return (date.fromisoformat(told) if told and code in DATES else told), True
    housed = code == "coa_locatie" and bool(person.postcode)
    return ours, ours in _UNKNOWN and not housed
