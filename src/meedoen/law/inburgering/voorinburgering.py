"""Voorinburgering: the offer before a person lives in his gemeente (Wi 10; Bi 3.17; Ri 3.19)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Begrip, Verblijfstitel


class Voorbereiding(Begrip):
    """What is offered to a person who waits for a house."""

    NT2 = "nt2", "een cursus Nederlands als tweede taal"
    INTRODUCTIE_MAP = "introductie_map", "een introductie op de module Arbeidsmarkt en Participatie"
    INTRODUCTIE_KNM = "introductie_knm", "een introductie op kennis van de Nederlandse maatschappij"
    INTRODUCTIE_PVT = "introductie_pvt", "een introductie op het participatieverklaringstraject"
    ANDERS = "anders", "iets anders"


@dataclass(frozen=True, slots=True)
class VoorinburgeringFacts:
    """What the offer of voorinburgering depends on."""

    verblijfstitel: Verblijfstitel | None = None
    inschrijving: date | None = None
    """BRP registration in the gemeente of huisvesting."""
    voorbereiding: Voorbereiding | None = None
    """The activity of which is asked whether it belongs to the offer."""


@rule(WI.art("10"), BI.art("3.17", lid=1), RI.art("3.19"), since=IN_WERKING)
def gets_voorinburgering(facts: VoorinburgeringFacts, *, on: date) -> Outcome[bool]:
    """Offered by the COA, free and voluntary, until registration in the gemeente of huisvesting."""
    titel = given(facts.verblijfstitel, "de verblijfstitel is niet bekend")
    if titel != Verblijfstitel.ASIEL_BEPAALDE_TIJD:
        return answer(
            False, "voorinburgering is er alleen met een verblijfsvergunning asiel voor bepaalde tijd"
        )
    if facts.inschrijving is not None and facts.inschrijving <= on:
        return answer(
            False, "de persoon staat sinds {dag} in de gemeente ingeschreven", dag=facts.inschrijving
        )
    return answer(True, "het COA biedt voorinburgering aan, kosteloos en vrijwillig")


@rule(BI.art("3.17", lid=2), since=IN_WERKING)
def belongs_to_voorinburgering(facts: VoorinburgeringFacts, *, on: date) -> Outcome[bool]:
    """The offer has four parts: lessons NT2 and three introductions."""
    deel = given(facts.voorbereiding, "het is niet bekend om welke activiteit het gaat")
    if deel == Voorbereiding.ANDERS:
        return answer(False, "het aanbod bestaat uit lessen Nederlands en een introductie op MAP, KNM en PVT")
    return answer(True, "bij het aanbod hoort {deel}", deel=deel)


@rule(BI.art("3.17", lid=3), since=IN_WERKING)
def voorinburgering_is_an_obligation(facts: VoorinburgeringFacts, *, on: date) -> Outcome[bool]:
    """Taking part costs nothing and cannot be made an obligation."""
    return answer(False, "meedoen aan voorinburgering is kosteloos en kan niet worden verplicht")


@rule(BI.art("3.17", lid=4), since=IN_WERKING)
def voorinburgering_may_delay(facts: VoorinburgeringFacts, *, on: date) -> Outcome[bool]:
    """Taking part never delays the traject: the terms of housing and PIP run on."""
    return answer(False, "voorinburgering mag het inburgeringstraject nooit vertragen")
