"""Ontzorgen: the college pays fixed costs from the bijstand in the first months (Participatiewet 56a)."""

from dataclasses import dataclass
from datetime import date

from ..inburgering.begrippen import Doelgroep, Verblijfstitel
from ..kernel.calendar import last_day_of
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import IN_WERKING, PW

DUUR = parameter("pw.ontzorgen")


@dataclass(frozen=True, slots=True)
class OntzorgenFacts:
    """What ontzorgen depends on."""

    doelgroep: Doelgroep | None = None
    verblijfstitel: Verblijfstitel | None = None
    bijstand_vanaf: date | None = None
    """The day on which the right to bijstand arose; None when there is none."""


@rule(PW.art("56a"), since=IN_WERKING)
def ontzorgen_holder(facts: OntzorgenFacts, *, on: date) -> Outcome[bool]:
    """Only for who holds the asylum permit himself, so not for family with another permit."""
    if facts.verblijfstitel is None and facts.doelgroep == Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT:
        return answer(False, "een {groep} heeft geen verblijfsvergunning asiel", groep=facts.doelgroep)
    titel = given(facts.verblijfstitel, "de verblijfstitel is niet bekend")
    if titel == Verblijfstitel.ASIEL_BEPAALDE_TIJD:
        return answer(True, "er is een {titel}", titel=titel)
    return answer(False, "ontzorgen is er niet bij een {titel}", titel=titel)


@rule(PW.art("56a"), since=IN_WERKING)
def ontzorgen_last_day(facts: OntzorgenFacts, *, on: date) -> Outcome[date]:
    """Ontzorgen lasts six months from the day on which the right to bijstand arises."""
    vanaf = given(facts.bijstand_vanaf, "er is geen recht op bijstand bekend")
    duur = DUUR.at(on)
    return answer(
        last_day_of(vanaf, duur), "{duur} vanaf het recht op bijstand op {vanaf}", duur=duur, vanaf=vanaf
    )


@rule(PW.art("56a"), since=IN_WERKING)
def ontzorgen(facts: OntzorgenFacts, *, on: date) -> Outcome[bool]:
    """Whether the college pays huur, gas, water, stroom and zorgverzekering from the bijstand on this day."""
    if not ontzorgen_holder(facts, on=on):
        return answer(False, "ontzorgen is alleen voor de houder van een verblijfsvergunning asiel")
    if facts.bijstand_vanaf is None:
        return answer(False, "er is geen recht op bijstand")
    if on < facts.bijstand_vanaf:
        return answer(False, "het recht op bijstand begint op {vanaf}", vanaf=facts.bijstand_vanaf)
    tot = known(ontzorgen_last_day(facts, on=on))
    if on > tot:
        return answer(False, "de zes maanden zijn op {tot} geëindigd", tot=tot)
    return answer(True, "het college betaalt de vaste lasten uit de bijstand tot en met {tot}", tot=tot)
