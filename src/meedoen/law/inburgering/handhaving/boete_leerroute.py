"""As information: the fine of DUO for a leerroute not achieved in time (Wi 25; Bi 7.2; Ri, annex 6)."""

from datetime import date
from decimal import Decimal

from ...kernel.outcome import Outcome, answer, given, known
from ...kernel.parameter import parameter
from ...kernel.rule import rule
from ...sources import BI, IN_WERKING, RI, WI
from ..begrippen import Doelgroep, Leerroute
from .duo_facts import BoeteDUOFacts
from .inzet import inzet_cursus, inzet_lessen, inzet_participatie
from .overtreding import Inzet
from .praktijk import duo_imposes_in_practice

# B1-route and onderwijsroute: how often the exam parts were attempted, by inzet in the lessons.
NIET_LAAG = parameter("ri2021.boete_niet_geprobeerd_laag")
NIET_MIDDEN = parameter("ri2021.boete_niet_geprobeerd_midden")
NIET_HOOG = parameter("ri2021.boete_niet_geprobeerd_hoog")
EENMAAL_LAAG = parameter("ri2021.boete_eenmaal_geprobeerd_laag")
EENMAAL_MIDDEN = parameter("ri2021.boete_eenmaal_geprobeerd_midden")
EENMAAL_HOOG = parameter("ri2021.boete_eenmaal_geprobeerd_hoog")
TWEEMAAL_LAAG = parameter("ri2021.boete_tweemaal_geprobeerd_laag")
TWEEMAAL_MIDDEN = parameter("ri2021.boete_tweemaal_geprobeerd_midden")
TWEEMAAL_HOOG = parameter("ri2021.boete_tweemaal_geprobeerd_hoog")

# Z-route of an asielstatushouder: cursusuren, by hours of participation.
Z_LAAG_LAAG = parameter("ri2021.boete_z_cursus_laag_participatie_laag")
Z_LAAG_MIDDEN = parameter("ri2021.boete_z_cursus_laag_participatie_midden")
Z_LAAG_HOOG = parameter("ri2021.boete_z_cursus_laag_participatie_hoog")
Z_MIDDEN_LAAG = parameter("ri2021.boete_z_cursus_midden_participatie_laag")
Z_MIDDEN_MIDDEN = parameter("ri2021.boete_z_cursus_midden_participatie_midden")
Z_MIDDEN_HOOG = parameter("ri2021.boete_z_cursus_midden_participatie_hoog")
Z_HOOG_LAAG = parameter("ri2021.boete_z_cursus_hoog_participatie_laag")
Z_HOOG_MIDDEN = parameter("ri2021.boete_z_cursus_hoog_participatie_midden")
Z_HOOG_HOOG = parameter("ri2021.boete_z_cursus_hoog_participatie_hoog")

# Z-route of a gezinsmigrant or overige migrant: cursusuren.
Z_GEZIN_LAAG = parameter("ri2021.boete_z_gezin_laag")
Z_GEZIN_MIDDEN = parameter("ri2021.boete_z_gezin_midden")
Z_GEZIN_HOOG = parameter("ri2021.boete_z_gezin_hoog")

MATIGING_EEN = parameter("ri2021.boete_matiging_een_onderdeel")
MATIGING_TWEE = parameter("ri2021.boete_matiging_twee_onderdelen")
MATIGING_DRIE = parameter("ri2021.boete_matiging_drie_onderdelen")
MATIGING_VIER = parameter("ri2021.boete_matiging_vier_onderdelen")


@rule(
    RI.art("7.1", lid=2),
    RI.art("7.2", lid=2),
    RI.art("bijlage 6a"),
    RI.art("bijlage 6b"),
    since=IN_WERKING,
)
def boete_examens_voor_matiging(facts: BoeteDUOFacts, *, on: date) -> Outcome[Decimal]:
    """B1-route and onderwijsroute: the amount by exam attempts and by inzet in the lessons."""
    keer = given(
        facts.alle_onderdelen_geprobeerd, "het is niet bekend hoe vaak alle examenonderdelen zijn geprobeerd"
    )
    inzet = known(inzet_lessen(facts, on=on))
    if keer < 1:
        return answer(
            NIET_LAAG.at(on)
            if inzet == Inzet.LAAG
            else NIET_MIDDEN.at(on)
            if inzet == Inzet.MIDDEN
            else NIET_HOOG.at(on),
            "niet alle onderdelen zijn een keer geprobeerd en de inzet bij de lessen is {inzet}",
            inzet=inzet,
        )
    if keer < 2:
        return answer(
            EENMAAL_LAAG.at(on)
            if inzet == Inzet.LAAG
            else EENMAAL_MIDDEN.at(on)
            if inzet == Inzet.MIDDEN
            else EENMAAL_HOOG.at(on),
            "alle onderdelen zijn een keer geprobeerd en de inzet bij de lessen is {inzet}",
            inzet=inzet,
        )
    return answer(
        TWEEMAAL_LAAG.at(on)
        if inzet == Inzet.LAAG
        else TWEEMAAL_MIDDEN.at(on)
        if inzet == Inzet.MIDDEN
        else TWEEMAAL_HOOG.at(on),
        "de onderdelen die niet zijn behaald, zijn twee keer geprobeerd en de inzet bij de lessen is {inzet}",
        inzet=inzet,
    )


@rule(RI.art("bijlage 6a"), RI.art("bijlage 6b"), since=IN_WERKING)
def boete_matiging(facts: BoeteDUOFacts, *, on: date) -> Outcome[int]:
    """How many percent goes off in the B1-route and the onderwijsroute for exam parts that were passed."""
    behaald = given(facts.onderdelen_behaald, "het is niet bekend hoeveel examenonderdelen zijn behaald")
    if behaald < 1:
        return answer(0, "er is geen onderdeel behaald")
    if behaald == 1:
        return answer(MATIGING_EEN.at(on), "er is een onderdeel behaald")
    if behaald == 2:
        return answer(MATIGING_TWEE.at(on), "er zijn twee onderdelen behaald")
    if behaald == 3:
        return answer(MATIGING_DRIE.at(on), "er zijn drie onderdelen behaald")
    return answer(MATIGING_VIER.at(on), "er zijn {behaald} onderdelen behaald", behaald=behaald)


@rule(RI.art("7.1", lid=1), RI.art("7.2", lid=1), since=IN_WERKING)
def boete_examens(facts: BoeteDUOFacts, *, on: date) -> Outcome[Decimal]:
    """B1-route and onderwijsroute: the amount of the table, less the matiging."""
    bedrag = known(boete_examens_voor_matiging(facts, on=on))
    procent = known(boete_matiging(facts, on=on))
    if procent == 0:
        return answer(bedrag, "{bedrag}, zonder matiging", bedrag=bedrag)
    return answer(
        bedrag - bedrag * procent / 100, "{bedrag} met {procent}% matiging", bedrag=bedrag, procent=procent
    )


@rule(RI.art("7.3", lid=2), RI.art("bijlage 6c"), since=IN_WERKING)
def boete_z_asiel(facts: BoeteDUOFacts, *, on: date) -> Outcome[Decimal]:
    """Z-route of an asielstatushouder: the amount by cursusuren and by hours of participation."""
    cursus = known(inzet_cursus(facts, on=on))
    inzet = known(inzet_participatie(facts, on=on))
    if cursus == Inzet.LAAG:
        return answer(
            Z_LAAG_LAAG.at(on)
            if inzet == Inzet.LAAG
            else Z_LAAG_MIDDEN.at(on)
            if inzet == Inzet.MIDDEN
            else Z_LAAG_HOOG.at(on),
            "de inzet bij de cursus is laag en bij de participatie {inzet}",
            inzet=inzet,
        )
    if cursus == Inzet.MIDDEN:
        return answer(
            Z_MIDDEN_LAAG.at(on)
            if inzet == Inzet.LAAG
            else Z_MIDDEN_MIDDEN.at(on)
            if inzet == Inzet.MIDDEN
            else Z_MIDDEN_HOOG.at(on),
            "de inzet bij de cursus is midden en bij de participatie {inzet}",
            inzet=inzet,
        )
    return answer(
        Z_HOOG_LAAG.at(on)
        if inzet == Inzet.LAAG
        else Z_HOOG_MIDDEN.at(on)
        if inzet == Inzet.MIDDEN
        else Z_HOOG_HOOG.at(on),
        "de inzet bij de cursus is hoog en bij de participatie {inzet}",
        inzet=inzet,
    )


@rule(RI.art("7.3", lid=2), RI.art("bijlage 6c"), since=IN_WERKING)
def boete_z_gezin(facts: BoeteDUOFacts, *, on: date) -> Outcome[Decimal]:
    """Z-route of a gezinsmigrant or overige migrant: the amount by cursusuren."""
    inzet = known(inzet_cursus(facts, on=on))
    if inzet == Inzet.LAAG:
        return answer(Z_GEZIN_LAAG.at(on), "de inzet bij de cursus is laag")
    if inzet == Inzet.MIDDEN:
        return answer(Z_GEZIN_MIDDEN.at(on), "de inzet bij de cursus is midden")
    return answer(Z_GEZIN_HOOG.at(on), "de inzet bij de cursus is hoog")


@rule(WI.art("25", lid=1), WI.art("25", lid=3), since=IN_WERKING)
def boete_leerroute_excluded(facts: BoeteDUOFacts, *, on: date) -> Outcome[bool]:
    """No fine when the leerroute was achieved in time, nor when residence was refused or withdrawn."""
    if facts.leerroute_ontbreekt is False:
        return answer(True, "de leerroute is op tijd behaald")
    if facts.verblijf_geweigerd_of_ingetrokken is True:
        return answer(True, "de verblijfsvergunning is om de inburgering niet verlengd of ingetrokken")
    return answer(False, "er is niet vastgelegd dat een uitzondering geldt")


@rule(WI.art("25", lid=1), WI.art("25", lid=2), BI.art("7.2", lid=2), since=IN_WERKING)
def boete_leerroute(facts: BoeteDUOFacts, *, on: date) -> Outcome[Decimal]:
    """The fine of the law for a leerroute that was not achieved within the term."""
    if boete_leerroute_excluded(facts, on=on):
        return answer(Decimal(0), "er is geen boete voor de leerroute")
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route != Leerroute.Z_ROUTE:
        return boete_examens(facts, on=on)
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        return boete_z_asiel(facts, on=on)
    return boete_z_gezin(facts, on=on)


@rule(WI.art("25", lid=1), since=IN_WERKING)
def boete_leerroute_in_practice(facts: BoeteDUOFacts, *, on: date) -> Outcome[Decimal]:
    """What DUO imposes in practice: nothing where fines are no longer imposed, else the fine of the law."""
    if not duo_imposes_in_practice(facts.praktijk, on=on):
        return answer(Decimal(0), "in de praktijk legt DUO deze boete niet op")
    return boete_leerroute(facts, on=on)
