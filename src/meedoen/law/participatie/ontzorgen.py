"""Ontzorgen: the college pays fixed costs from the bijstand in the first months (Participatiewet 56a)."""

from dataclasses import dataclass
from datetime import date

from ..inburgering.begrippen import Begrip, Doelgroep, Verblijfstitel
from ..kernel.calendar import last_day_of
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import IN_WERKING, PW, WI

DUUR = parameter("pw.ontzorgen")


class VasteLast(Begrip):
    """A cost that could be paid from the bijstand."""

    HUUR = "huur"
    GAS = "gas"
    WATER = "water"
    STROOM = "stroom"
    ZORGVERZEKERING = "zorgverzekering", "de verplichte zorgverzekering"
    ANDERS = "anders", "een andere vaste last"


BETAALT_HET_COLLEGE = (
    VasteLast.HUUR,
    VasteLast.GAS,
    VasteLast.WATER,
    VasteLast.STROOM,
    VasteLast.ZORGVERZEKERING,
)


@dataclass(frozen=True, slots=True)
class OntzorgenFacts:
    """What ontzorgen depends on."""

    doelgroep: Doelgroep | None = None
    verblijfstitel: Verblijfstitel | None = None
    bijstand_vanaf: date | None = None
    """The day on which the right to bijstand arose; None when there is none."""
    plichtig: bool | None = None
    """Inburgeringsplichtig under the Wet inburgering 2021."""
    vaste_last: VasteLast | None = None
    """The cost for which it is asked whether the college pays it."""
    ontzorgbesluit_in_pip: bool | None = None
    """The decision that attaches the duty to the bijstand is added to the PIP."""


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
    if facts.plichtig is False:
        return answer(False, "ontzorgen is alleen voor wie inburgeringsplichtig is")
    if facts.bijstand_vanaf is None:
        return answer(False, "er is geen recht op bijstand")
    if on < facts.bijstand_vanaf:
        return answer(False, "het recht op bijstand begint op {vanaf}", vanaf=facts.bijstand_vanaf)
    tot = known(ontzorgen_last_day(facts, on=on))
    if on > tot:
        return answer(False, "de zes maanden zijn op {tot} geëindigd", tot=tot)
    return answer(True, "het college betaalt de vaste lasten uit de bijstand tot en met {tot}", tot=tot)


@rule(PW.art("56a"), since=IN_WERKING)
def ontzorgen_covers(facts: OntzorgenFacts, *, on: date) -> Outcome[bool]:
    """The college pays huur, gas, water, stroom and the obligatory zorgverzekering, and nothing else."""
    last = given(facts.vaste_last, "het is niet bekend om welke vaste last het gaat")
    if not ontzorgen(facts, on=on):
        return answer(False, "het college betaalt op deze dag geen vaste lasten uit de bijstand")
    if last in BETAALT_HET_COLLEGE:
        return answer(True, "het college betaalt {last} uit de bijstand", last=last)
    return answer(False, "{last} betaalt de persoon zelf", last=last)


@rule(WI.art("15", lid=3), PW.art("56a"), since=IN_WERKING)
def ontzorgen_stands_in_pip(facts: OntzorgenFacts, *, on: date) -> Outcome[bool]:
    """The decision on ontzorgen is added to the PIP and is part of it."""
    if not ontzorgen(facts, on=on):
        return answer(True, "er is op deze dag geen besluit over ontzorgen nodig")
    in_pip = given(facts.ontzorgbesluit_in_pip, "het is niet bekend of het besluit in het PIP is opgenomen")
    if in_pip:
        return answer(True, "het besluit over ontzorgen is bij het PIP gevoegd")
    return answer(False, "het besluit over ontzorgen ontbreekt in het PIP")
