"""Who gets what: each provision its own rule (Wi 6, 13 to 16 and 19; Ri 3.5). Ontzorgen: see the Pw."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Doelgroep, Leerroute, Verblijfstitel

KOSTELOZE_POGINGEN = parameter("ri2021.kosteloze_examenpogingen")


@dataclass(frozen=True, slots=True)
class AanbodFacts:
    """What the provisions depend on."""

    doelgroep: Doelgroep | None = None
    verblijfstitel: Verblijfstitel | None = None
    leerroute: Leerroute | None = None
    inschrijving: date | None = None
    """BRP registration; for the asylum holder that in the gemeente of huisvesting."""
    vve_van_toepassing: bool | None = None
    alfabetisering_nodig: bool | None = None


@rule(WI.art("14", lid=1), since=IN_WERKING)
def gets_brede_intake(facts: AanbodFacts, *, on: date) -> Outcome[bool]:
    """The college calls every inburgeringsplichtige for the brede intake."""
    return answer(True, "het college neemt bij iedere inburgeringsplichtige een brede intake af")


@rule(WI.art("15", lid=1), since=IN_WERKING)
def gets_pip(facts: AanbodFacts, *, on: date) -> Outcome[bool]:
    """The college establishes a PIP, with support and guidance, for every inburgeringsplichtige."""
    return answer(True, "het college stelt voor iedere inburgeringsplichtige een PIP vast, met begeleiding")


@rule(WI.art("6", lid=3), since=IN_WERKING)
def gets_pvt(facts: AanbodFacts, *, on: date) -> Outcome[bool]:
    """The college offers the PVT to everyone."""
    return answer(True, "het college biedt het participatieverklaringstraject aan")


@rule(WI.art("6", lid=3), WI.art("8", lid=3), since=IN_WERKING)
def gets_map(facts: AanbodFacts, *, on: date) -> Outcome[bool]:
    """The college offers the MAP to everyone but who follows the onderwijsroute."""
    if facts.leerroute == Leerroute.ONDERWIJSROUTE:
        return answer(False, "in de onderwijsroute is er geen MAP")
    return answer(True, "het college biedt de module Arbeidsmarkt en Participatie aan")


@rule(WI.art("16", lid=1), since=IN_WERKING)
def gets_leerroute(facts: AanbodFacts, *, on: date) -> Outcome[bool]:
    """The college offers an asielstatushouder a course in time; others find and pay their own."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        return answer(True, "het college biedt een asielstatushouder tijdig een cursus of opleiding aan")
    return answer(False, "een {groep} kiest en betaalt zelf een cursus", groep=groep)


@rule(WI.art("13", lid=1), since=IN_WERKING)
def gets_maatschappelijke_begeleiding(facts: AanbodFacts, *, on: date) -> Outcome[bool]:
    """The college provides maatschappelijke begeleiding for asielstatushouders."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        return answer(True, "maatschappelijke begeleiding is er voor een asielstatushouder")
    return answer(False, "maatschappelijke begeleiding is er niet voor een {groep}", groep=groep)


@rule(WI.art("13", lid=3), since=IN_WERKING)
def maatschappelijke_begeleiding_since(facts: AanbodFacts, *, on: date) -> Outcome[date | None]:
    """It begins on the day of inschrijving (asylum holder: in the gemeente of huisvesting)."""
    if not gets_maatschappelijke_begeleiding(facts, on=on):
        return answer(None, "er is geen recht op maatschappelijke begeleiding")
    dag = given(facts.inschrijving, "er is nog geen inschrijving in de gemeente")
    return answer(dag, "de begeleiding begint op de dag van inschrijving")


@rule(WI.art("19"), since=IN_WERKING)
def gets_lening(facts: AanbodFacts, *, on: date) -> Outcome[bool]:
    """A social loan of DUO is for gezinsmigranten en overige migranten, not for asielstatushouders."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        return answer(False, "een asielstatushouder krijgt het aanbod van het college en dus geen lening")
    return answer(True, "een {groep} kan bij DUO een lening aanvragen", groep=groep)


@rule(RI.art("3.5"), since=IN_WERKING)
def kosteloze_examenpogingen(facts: AanbodFacts, *, on: date) -> Outcome[int]:
    """An asielstatushouder sits every exam part of his route twice without paying; others pay."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        pogingen = KOSTELOZE_POGINGEN.at(on)
        return answer(pogingen, "{pogingen} examenpogingen per onderdeel zijn kosteloos", pogingen=pogingen)
    return answer(0, "een {groep} betaalt de examens zelf", groep=groep)


@rule(WI.art("14", lid=3, onderdeel="d"), WI.art("15", lid=1, onderdeel="d"), since=IN_WERKING)
def gets_vve(facts: AanbodFacts, *, on: date) -> Outcome[bool]:
    """VVE for the child is explored at the intake and agreed in the PIP, for both groups."""
    kind = given(
        facts.vve_van_toepassing, "het is niet vastgelegd of er een kind is voor wie VVE mogelijk is"
    )
    if kind:
        return answer(True, "deelname van het kind aan VVE wordt verkend en afgesproken")
    return answer(False, "er is geen kind voor wie VVE mogelijk is")


@rule(BI.art("3.14", lid=2), BI.art("6.2", lid=1), since=IN_WERKING)
def gets_alfabetisering(facts: AanbodFacts, *, on: date) -> Outcome[bool]:
    """Alfabetisering is part of the offer to an asielstatushouder; others may borrow for it."""
    nodig = given(facts.alfabetisering_nodig, "het is niet vastgelegd of alfabetisering nodig is")
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if not nodig:
        return answer(False, "alfabetisering is niet nodig")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        return answer(True, "alfabetisering hoort bij het aanbod van het college")
    return answer(False, "een {groep} volgt alfabetisering zelf, zo nodig met een lening", groep=groep)
