"""The columns of the tables for the fine of art. 25: how much was followed (Bi 7.2; Ri, annex 6)."""

from datetime import date

from ...kernel.outcome import Outcome, answer, given
from ...kernel.parameter import parameter
from ...kernel.rule import rule
from ...sources import IN_WERKING, RI
from ..begrippen import Doelgroep, Leerroute
from .duo_facts import BoeteDUOFacts
from .overtreding import Inzet

AANWEZIG_MIDDEN = parameter("ri2021.boete_aanwezigheid_midden")
AANWEZIG_HOOG = parameter("ri2021.boete_aanwezigheid_hoog")
UREN_MIDDEN = parameter("ri2021.boete_uren_midden")
UREN_HOOG = parameter("ri2021.boete_uren_hoog")
Z_UREN_MIDDEN = parameter("ri2021.boete_z_uren_midden")
Z_UREN_HOOG = parameter("ri2021.boete_z_uren_hoog")


@rule(RI.art("bijlage 6a"), RI.art("bijlage 6b"), since=IN_WERKING)
def inzet_aanwezigheid(facts: BoeteDUOFacts, *, on: date) -> Outcome[Inzet]:
    """Attendance of the hours of the PIP, in three classes."""
    procent = given(facts.aanwezigheid_pct, "het is niet bekend hoeveel van de lessen is gevolgd")
    if procent < AANWEZIG_MIDDEN.at(on):
        return answer(Inzet.LAAG, "{procent}% van de lessen is gevolgd", procent=procent)
    if procent < AANWEZIG_HOOG.at(on):
        return answer(Inzet.MIDDEN, "{procent}% van de lessen is gevolgd", procent=procent)
    return answer(Inzet.HOOG, "{procent}% van de lessen is gevolgd", procent=procent)


@rule(RI.art("bijlage 6a"), since=IN_WERKING)
def inzet_uren(facts: BoeteDUOFacts, *, on: date) -> Outcome[Inzet]:
    """Hours of course of a gezinsmigrant or overige migrant in the B1-route, in three classes."""
    uren = given(facts.uren, "het is niet bekend hoeveel uur les is gevolgd")
    if uren < UREN_MIDDEN.at(on).count:
        return answer(Inzet.LAAG, "{uren} uur les is gevolgd", uren=uren)
    if uren < UREN_HOOG.at(on).count:
        return answer(Inzet.MIDDEN, "{uren} uur les is gevolgd", uren=uren)
    return answer(Inzet.HOOG, "{uren} uur les is gevolgd", uren=uren)


@rule(RI.art("7.1", lid=1), RI.art("7.2", lid=1), since=IN_WERKING)
def inzet_lessen(facts: BoeteDUOFacts, *, on: date) -> Outcome[Inzet]:
    """In the B1-route a gezinsmigrant or overige migrant is measured by hours, others by attendance."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.B1_ROUTE and groep != Doelgroep.ASIELSTATUSHOUDER:
        return inzet_uren(facts, on=on)
    return inzet_aanwezigheid(facts, on=on)


@rule(RI.art("7.3", lid=1), RI.art("bijlage 6c"), since=IN_WERKING)
def inzet_cursus(facts: BoeteDUOFacts, *, on: date) -> Outcome[Inzet]:
    """Hours NT2 and KNM in the Z-route, in three classes."""
    uren = given(facts.cursusuren, "het is niet bekend hoeveel cursusuren zijn gevolgd")
    if uren < Z_UREN_MIDDEN.at(on).count:
        return answer(Inzet.LAAG, "{uren} cursusuren zijn gevolgd", uren=uren)
    if uren < Z_UREN_HOOG.at(on).count:
        return answer(Inzet.MIDDEN, "{uren} cursusuren zijn gevolgd", uren=uren)
    return answer(Inzet.HOOG, "{uren} cursusuren zijn gevolgd", uren=uren)


@rule(RI.art("7.3", lid=1), RI.art("bijlage 6c"), since=IN_WERKING)
def inzet_participatie(facts: BoeteDUOFacts, *, on: date) -> Outcome[Inzet]:
    """Hours of participation in the Z-route of an asielstatushouder, in three classes."""
    uren = given(facts.participatie_uren, "het is niet bekend hoeveel uur participatie is gedaan")
    if uren < Z_UREN_MIDDEN.at(on).count:
        return answer(Inzet.LAAG, "{uren} uur participatie is gedaan", uren=uren)
    if uren < Z_UREN_HOOG.at(on).count:
        return answer(Inzet.MIDDEN, "{uren} uur participatie is gedaan", uren=uren)
    return answer(Inzet.HOOG, "{uren} uur participatie is gedaan", uren=uren)
