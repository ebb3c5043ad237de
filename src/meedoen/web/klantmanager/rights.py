"""What the law computes for one person: each answer with its label, to open its reasons."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import aanbod_facts, ontzorgen_facts, termijn_facts
from meedoen.law.inburgering.aanbod import (
    gets_brede_intake,
    gets_leerroute,
    gets_lening,
    gets_map,
    gets_pip,
    gets_pvt,
    kosteloze_examenpogingen,
    maatschappelijke_begeleiding_since,
)
from meedoen.law.inburgering.termijn import inburgeringstermijn
from meedoen.law.kernel.outcome import Outcome
from meedoen.law.participatie.ontzorgen import ontzorgen
from meedoen.web.klantmanager.reckoning import clock, reckoned


@dataclass(frozen=True)
class Right:
    """One answer of the law about this person."""

    label: str
    outcome: Outcome[Any]


# Label and rule of each provision, in the order in which somebody meets them.
AANBOD = (
    ("Brede intake", gets_brede_intake),
    ("PIP met begeleiding", gets_pip),
    ("Maatschappelijke begeleiding vanaf", maatschappelijke_begeleiding_since),
    ("Cursus of opleiding van de gemeente", gets_leerroute),
    ("Participatieverklaringstraject (PVT)", gets_pvt),
    ("Module Arbeidsmarkt en Participatie (MAP)", gets_map),
    ("Kosteloze examenpogingen per onderdeel", kosteloze_examenpogingen),
    ("Lening van DUO", gets_lening),
)


def terms(dossier: Dossier, *, on: date) -> list[Right]:
    """Return the dates that the law computes: the PIP and the inburgeringstermijn."""
    term = reckoned(inburgeringstermijn, termijn_facts(dossier), on=on)
    return [Right("PIP uiterlijk vastgesteld", clock(dossier, on)), Right("Inburgeringstermijn", term)]


def entitlements(dossier: Dossier, *, on: date) -> list[Right]:
    """Return what the law gives this person, and what not, with the reasons."""
    facts = aanbod_facts(dossier)
    found = [Right(label, reckoned(rule, facts, on=on)) for label, rule in AANBOD]
    paid = ontzorgen_facts(dossier)
    return [*found, Right("Ontzorgen: vaste lasten uit de bijstand", reckoned(ontzorgen, paid, on=on))]
