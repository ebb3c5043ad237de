"""Whether a fine of the law is imposed in practice, since the judgment of the Court of Justice (C-158/23)."""

from dataclasses import dataclass
from datetime import date

from ...kernel.citation import Agreement, Judgment
from ...kernel.outcome import Outcome, answer, given, needs_oordeel, unknown
from ...kernel.rule import rule
from ...sources import IN_WERKING, WI
from ..begrippen import Doelgroep, Verblijfstitel

KEREN = Judgment("ECLI:EU:C:2025:52", "HvJ EU", date(2025, 2, 4))
"""C-158/23: a fine for an asielstatushouder only in exceptional cases."""

AFDELING = date(2025, 7, 9)
"""The day on which the Afdeling bestuursrechtspraak followed the Court; fines by DUO then stopped."""

RIJK = Agreement(
    "rijk/boetes-asielstatushouders",
    "Rijksoverheid",
    "boetes en leningen inburgering, 19 februari 2026",
    "https://www.rijksoverheid.nl/actueel/nieuws/2026/02/19/uitspraak-raad-van-state-over-boetes-en-leningen-inburgering",
)

NIET_BEVESTIGD = (
    "niemand heeft officieel gezegd of de uitspraak ook geldt voor boetes van de gemeente; "
    "daarom is er voor een asielstatushouder eerst een juridische toets"
)
UITSPRAKEN = (
    "de tekst van de wet is niet veranderd; dat DUO asielstatushouders geen boete meer oplegt, "
    "volgt uit de uitspraken van 4 februari 2025, 9 juli 2025 en 18 februari 2026"
)


@dataclass(frozen=True, slots=True)
class PraktijkFacts:
    """What the practice of the college depends on."""

    doelgroep: Doelgroep | None = None
    juridische_toets_boete: bool | None = None
    """Outcome of a legal check of the gemeente after C-158/23: a fine can be imposed on this person."""


@dataclass(frozen=True, slots=True)
class DUOPraktijkFacts:
    """What the practice of DUO depends on."""

    doelgroep: Doelgroep | None = None
    verblijfstitel: Verblijfstitel | None = None


@rule(WI.art("22", lid=1), WI.art("23", lid=1), since=IN_WERKING)
def college_imposes_in_practice(facts: PraktijkFacts, *, on: date) -> Outcome[bool]:
    """Before the judgment the college imposed the fine of the law on both groups."""
    return answer(True, "het college legt de boete op die de wet noemt")


@college_imposes_in_practice.since(KEREN.given_on, cites=KEREN)
def _(facts: PraktijkFacts, *, on: date) -> Outcome[bool]:
    """For an asielstatushouder a legal check comes first: the judgment may bar these fines as well."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(True, "het college legt een {groep} de boete op die de wet noemt", groep=groep)
    if facts.juridische_toets_boete is None:
        needs_oordeel(
            "eerst is een juridische toets nodig: mag een asielstatushouder deze boete nog krijgen "
            "na de uitspraak van het Hof van Justitie van de EU van 4 februari 2025"
        )
    if facts.juridische_toets_boete:
        return answer(True, "na een juridische toets mag de boete worden opgelegd", reading=NIET_BEVESTIGD)
    return answer(False, "na een juridische toets wordt de boete niet opgelegd", reading=NIET_BEVESTIGD)


@rule(WI.art("24", lid=1), WI.art("25", lid=1), since=IN_WERKING)
def duo_imposes_in_practice(facts: DUOPraktijkFacts, *, on: date) -> Outcome[bool]:
    """Until the judgment of the Afdeling the law was the practice for both groups."""
    return answer(True, "DUO legt de boete op die de wet noemt")


@duo_imposes_in_practice.since(AFDELING, cites=RIJK)
def _(facts: DUOPraktijkFacts, *, on: date) -> Outcome[bool]:
    """DUO fines no asielstatushouders; for family members with a regular permit that is not confirmed."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(True, "DUO legt een {groep} de boete op die de wet noemt", groep=groep)
    if facts.verblijfstitel == Verblijfstitel.REGULIER_BEPAALDE_TIJD:
        unknown(
            "het is niet bevestigd of DUO ook een familielid met een reguliere verblijfsvergunning "
            "geen boete meer oplegt"
        )
    return answer(False, "DUO legt een asielstatushouder geen boete meer op", reading=UITSPRAKEN)
