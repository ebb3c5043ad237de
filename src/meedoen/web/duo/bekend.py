"""What DUO knows last about a person, interface by interface, in words and with last days inclusive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Aanlevering, Bron
from meedoen.domain.keten.selectors import verlengingsgrond_in_words
from meedoen.law.kernel.dutch import in_dutch
from meedoen.law.keten.einddatums import (
    EinddatumFacts,
    doelgroep_last_day_from_duo,
    plicht_last_day_from_duo,
    termijn_last_day_from_duo,
    uren_last_day_from_duo,
    vrijstelling_last_day_from_duo,
)
from meedoen.law.sources import IN_WERKING

from .woorden import ONTHEFFINGEN, UREN, VRIJSTELLINGEN, as_day, label, value

INTERFACES: Mapping[str, str] = {
    "inburgeringsplicht": "Inburgeringsplicht",
    "doelgroep": "Doelgroep",
    "inburgeringstermijn": "Inburgeringstermijn",
    "lbt": "Leerbaarheidstoets",
    "lbt-examennummer": "Examennummer leerbaarheidstoets",
    "pip": "PIP bij DUO",
    "uren": "Gevolgde uren",
    "pvt": "Participatieverklaring (PVT)",
    "map": "Module Arbeidsmarkt en Participatie (MAP)",
    "examens": "Examens",
    "gratispogingen": "Gratis pogingen",
    "vrijstellingen": "Vrijstellingen",
    "inburgeringsplicht-historie": "Inburgeringsplicht, eerder",
    "doelgroep-historie": "Doelgroep, eerder",
    "inburgeringstermijn-historie": "Inburgeringstermijn, eerder",
}
"""What each interface is called on a page, in the order in which they are shown."""

EINDEN = {
    ("inburgeringsplicht", "einddatum"): ("duo_plicht_einde", plicht_last_day_from_duo),
    ("doelgroep", "einddatum"): ("duo_doelgroep_einde", doelgroep_last_day_from_duo),
    ("inburgeringstermijn", "einddatum"): ("duo_termijn_einde", termijn_last_day_from_duo),
    ("vrijstellingen", "einddatum"): ("duo_vrijstelling_einde", vrijstelling_last_day_from_duo),
    ("uren", "bekendTot"): ("duo_uren_bekend_tot", uren_last_day_from_duo),
}
"""The ends that DUO tells: which fact of the law each is, and the rule that gives the last day."""
GROND, GROND_CODE = "verlengingsgrondomschrijving", "verlengingsgrondcode"
"""DUO may name a ground by its code alone; what it means is on the list that DUO keeps."""
LAST = {"bekendTot": "Bekend", "einddatum": "Duurt"}


@dataclass(frozen=True)
class Bekend:
    """What DUO said last through one interface.

    Attributes:
        groups: one list of label and text for each thing told (each exam, each gemeente with hours).
        told_on: the day for which DUO said it.
        registered_at: the moment we heard it.
        by_hand: whether somebody took it over from the portal.
    """

    interface: str
    titel: str
    groups: list[list[tuple[str, str]]]
    told_on: date
    registered_at: datetime
    by_hand: bool


def known_at_duo(dossier: Dossier) -> list[Bekend]:
    """Return what DUO said last about a person, in the order of `INTERFACES`; nothing about health."""
    last: dict[str, Aanlevering] = {}
    for row in Aanlevering.objects.filter(dossier=dossier, bron=Bron.DUO).order_by(
        "told_on", "registered_at", "id"
    ):
        last.update(dict.fromkeys(row.gegevens, row))
    return [
        Bekend(
            interface=name,
            titel=INTERFACES[name],
            groups=in_words(name, last[name].gegevens[name]),
            told_on=last[name].told_on,
            registered_at=last[name].registered_at,
            by_hand="portaal" in last[name].kenmerk,
        )
        for name in INTERFACES
        if name in last
    ]


def in_words(interface: str, told: Any) -> list[list[tuple[str, str]]]:
    """Return what was told as lists of label and text; nothing told is an empty list."""
    if told in (None, "", [], {}):
        return []
    rows = told if isinstance(told, list) else [told]
    return [pairs for row in rows if isinstance(row, Mapping) and (pairs := _pairs(interface, row))]


def _pairs(interface: str, row: Mapping[str, Any]) -> list[tuple[str, str]]:
    pairs = []
    for name, told in row.items():
        if told in (None, "", [], {}):
            continue
        if name == GROND_CODE and GROND not in row and (grond := verlengingsgrond_in_words(str(told))):
            pairs.append((label(GROND), grond))
        if isinstance(told, Mapping):
            pairs += _nested(interface, name, told)
        else:
            pairs.append(_pair(interface, name, told))
    return pairs


def _nested(interface: str, name: str, told: Mapping[str, Any]) -> list[tuple[str, str]]:
    if name in UREN:
        return [(UREN[name], str(told.get("uren", "")))]
    kind = {**VRIJSTELLINGEN, **ONTHEFFINGEN}.get(name)
    return [*([("Soort", kind)] if kind else []), *_pairs(interface, told)]


def _pair(interface: str, name: str, told: Any) -> tuple[str, str]:
    day = as_day(told)
    if day is None:
        return label(name), value(name, told)
    end = EINDEN.get((interface.removesuffix("-historie"), name))
    if end is None:
        return label(name), in_dutch(day)
    fact, rule = end
    try:
        last = rule(EinddatumFacts(**{fact: day}), on=max(day, IN_WERKING))
    except OverflowError:  # the day before the first of the calendar: shown as it was told
        return label(name), in_dutch(day)
    return LAST[name], f"t/m {in_dutch(last.value)}"
