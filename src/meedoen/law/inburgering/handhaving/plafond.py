"""How much the fines of the college may be together in a term (Bi 7.1 lid 5)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...kernel.outcome import Outcome, answer, given, known, needs_oordeel
from ...kernel.parameter import parameter
from ...kernel.rule import rule
from ...sources import BI, IN_WERKING

PLAFOND = parameter("bi2021.boete_plafond")
PLAFOND_HALF_JAAR = parameter("bi2021.boete_plafond_half_jaar")
PLAFOND_JAAR = parameter("bi2021.boete_plafond_jaar")
PLAFOND_ANDERHALF_JAAR = parameter("bi2021.boete_plafond_anderhalf_jaar")
PLAFOND_TWEE_JAAR = parameter("bi2021.boete_plafond_twee_jaar")
HALF_JAAR = parameter("ri2021.nieuwe_termijn_half_jaar")
JAAR = parameter("ri2021.nieuwe_termijn_jaar")
ANDERHALF_JAAR = parameter("ri2021.nieuwe_termijn_anderhalf_jaar")
TWEE_JAAR = parameter("ri2021.nieuwe_termijn_twee_jaar")


@dataclass(frozen=True, slots=True)
class PlafondFacts:
    """In which term the person is, and which fines of the college there are in it."""

    nieuwe_termijn_loopt: bool | None = None
    """DUO set a new term with a fine of art. 24 or 25, and that term runs now."""
    nieuwe_termijn_maanden: int | None = None
    """How long that new term is, as DUO decided it."""
    opgelegde_boetes_cent: int | None = None
    """All fines of art. 22 and 23 in this term together, of every gemeente, in eurocents."""


@rule(BI.art("7.1", lid=5), since=IN_WERKING)
def boete_plafond(facts: PlafondFacts, *, on: date) -> Outcome[Decimal]:
    """The fines of art. 22 and 23 together have a highest amount, lower in a new term after a fine of DUO."""
    nieuw = given(
        facts.nieuwe_termijn_loopt, "het is niet bekend of er na een boete van DUO een nieuwe termijn loopt"
    )
    if not nieuw:
        plafond = PLAFOND.at(on)
        return answer(
            plafond,
            "in de eerste of verlengde termijn zijn de boetes van het college samen ten hoogste {plafond}",
            plafond=plafond,
        )
    maanden = given(facts.nieuwe_termijn_maanden, "de duur van de nieuwe termijn is niet bekend")
    if maanden == HALF_JAAR.at(on).count:
        return answer(PLAFOND_HALF_JAAR.at(on), "de nieuwe termijn is een half jaar")
    if maanden == JAAR.at(on).count:
        return answer(PLAFOND_JAAR.at(on), "de nieuwe termijn is een jaar")
    if maanden == ANDERHALF_JAAR.at(on).count:
        return answer(PLAFOND_ANDERHALF_JAAR.at(on), "de nieuwe termijn is anderhalf jaar")
    if maanden != TWEE_JAAR.at(on).count:
        needs_oordeel(
            "voor een nieuwe termijn van {maanden} maanden noemt het besluit geen hoogste bedrag",
            maanden=maanden,
        )
    return answer(PLAFOND_TWEE_JAAR.at(on), "de nieuwe termijn is twee jaar")


@rule(
    BI.art("7.1", lid=5),
    since=IN_WERKING,
    reading="boetes van een vorige gemeente in dezelfde termijn tellen mee voor het hoogste bedrag",
)
def boete_ruimte(facts: PlafondFacts, *, on: date) -> Outcome[Decimal]:
    """How much may still be imposed in this term: the highest amount less what was imposed."""
    plafond = known(boete_plafond(facts, on=on))
    centen = given(facts.opgelegde_boetes_cent, "het is niet bekend wat in deze termijn al is opgelegd")
    opgelegd = Decimal(centen) / 100
    if opgelegd >= plafond:
        return answer(
            Decimal(0),
            "er is al {opgelegd} opgelegd en samen mag het niet meer zijn dan {plafond}",
            opgelegd=opgelegd,
            plafond=plafond,
        )
    return answer(
        plafond - opgelegd,
        "er is {opgelegd} opgelegd en samen mag het {plafond} zijn",
        opgelegd=opgelegd,
        plafond=plafond,
    )
