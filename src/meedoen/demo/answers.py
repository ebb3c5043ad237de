"""What the people of the demo told in their intake: whole when it is completed, little when it began."""

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from meedoen.demo.journey import Journey
from meedoen.demo.people import BEROEPEN, DIPLOMAS
from meedoen.domain.brede_intake.models import Intakegegeven
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron

DAGDELEN = ("ma_ochtend", "ma_middag", "di_ochtend", "wo_ochtend", "do_ochtend", "do_avond", "vr_ochtend")


def answers_of(dossier: Dossier, journey: Journey, dice: random.Random) -> Iterator[Intakegegeven]:
    """Return the answers of one person: what COA or a file told, and what was said in the conversations."""
    told_on = journey.koppeling or journey.kennisgeving or journey.bekendmaking
    bron = Bron.COA if journey.koppeling else Bron.IMPORT
    for vraag, waarde in _told_before(dice).items():
        yield _answer(dossier, vraag, waarde, bron, told_on, journey.intake_start)
    if journey.intake_end is None:
        return
    for vraag, waarde in _told_in_talks(dossier, journey, dice).items():
        yield _answer(dossier, vraag, waarde, Bron.INBURGERAAR, journey.intake_end, None)


def _answer(
    dossier: Dossier, vraag: str, waarde: Any, bron: Bron, told_on: date, confirmed_on: date | None
) -> Intakegegeven:
    return Intakegegeven(
        gemeente=dossier.gemeente,
        dossier=dossier,
        vraag=vraag,
        waarde=waarde,
        bron=bron,
        told_on=told_on,
        bevestigd_on=confirmed_on,
        by=dossier.klantmanager if confirmed_on or bron == Bron.INBURGERAAR else None,
    )


def _told_before(dice: random.Random) -> dict[str, Any]:
    diploma = dice.choices([name for name, _ in DIPLOMAS], [weight for _, weight in DIPLOMAS])[0]
    little = diploma in {"geen", "basisonderwijs"}
    return {
        "jaren_onderwijs": dice.randint(2, 8) if little else dice.randint(9, 18),
        "hoogste_diploma": diploma,
        "werkervaring_jaren": dice.randint(0, 15),
        "beroep": dice.choice(BEROEPEN),
        "kinderen_0_3": dice.choices((0, 1, 2), (70, 22, 8))[0],
    }


def _told_in_talks(dossier: Dossier, journey: Journey, dice: random.Random) -> dict[str, Any]:
    studies = dice.random() < 0.25
    in_azc = dossier.inburgeringsplichtige.in_azc
    return {
        "tolk": dice.choice(("altijd", "soms")),
        "lezen_schrijven": dice.choices(("goed", "beetje", "nee"), (70, 20, 10))[0],
        "latijns_schrift": dice.choice(("goed", "beetje")),
        "niveau_nederlands": dice.choice(("geen", "onder_a1", "a1")),
        "niveau_bron": "gesprek",
        "werk_nu": dice.choices(("nee", "betaald", "vrijwillig"), (75, 15, 10))[0],
        "werkwens": "Weer werken in het oude beroep, of iets wat erop lijkt.",
        "opleidingswens": studies,
        **({"opleidingswens_welke": "Een opleiding in de zorg of techniek."} if studies else {}),
        "mogelijkheden_werk": "Kan beginnen met een paar dagdelen per week naast de lessen.",
        "gezinssituatie": dice.choice(("alleen", "partner", "partner_kinderen", "alleen_kinderen")),
        "vve": "Besproken: er is nu geen kind voor wie VVE nodig is.",
        "kind_voor_vve": False,
        "kinderopvang": dice.choices(("nee", "nodig", "geregeld"), (70, 15, 15))[0],
        "dagdelen": sorted(dice.sample(DAGDELEN, dice.randint(3, 6)), key=DAGDELEN.index),
        "uren_per_week": dice.choice((12, 16, 20)),
        "vervoer": ["fiets", "ov"] if dice.random() < 0.6 else ["lopen", "ov"],
        "reistijd": dice.choice(("30", "45", "60")),
        "zelfredzaamheid": dice.choices(("zelf", "soms_hulp", "veel_hulp"), (45, 40, 15))[0],
        "digitaal": dice.choice(("goed", "beetje", "nee")),
        "digid": "nee" if in_azc else "ja",
        "woonsituatie": "azc" if in_azc else "huur",
        "inkomen": "coa" if in_azc else ("bijstand" if journey.bijstand else "werk"),
    }
