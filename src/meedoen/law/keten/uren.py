"""The three counters of hours that DUO keeps for each gemeente (Gevolgde Uren 1.0.0, of 30 March 2026)."""

from dataclasses import dataclass
from datetime import date

from ..inburgering.begrippen import Doelgroep, Leerroute
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import DUO_UREN, IN_WERKING

HOOGSTE = parameter("duo.uren_hoogste")


@dataclass(frozen=True, slots=True)
class DuoUrenFacts:
    """Whole clock hours in this gemeente; no registered hours count as none."""

    doelgroep: Doelgroep | None = None
    leerroute: Leerroute | None = None
    lesuren: int | None = None
    """Hours at a school in the present leerroute: NT2 and KNM, and in the onderwijsroute all lessons."""
    lesuren_eerdere_leerroute: int | None = None
    """Hours NT2 and KNM at a school in the leerroute before a switch."""
    lesuren_brede_intake: int | None = None
    """Hours NT2 and KNM, alfabetisering included, during the brede intake."""
    participatie_uren: int | None = None
    """Hours of participation for the Z-route, with those under maatschappelijke begeleiding and the Pw."""
    participatie_uren_brede_intake: int | None = None


@rule(DUO_UREN, since=IN_WERKING)
def duo_uren_taalles(facts: DuoUrenFacts, *, on: date) -> Outcome[int]:
    """ParticipatieAlsTaalles: lessons at a school, those of an earlier route included, the intake not."""
    eerder = facts.lesuren_eerdere_leerroute or 0
    uren = (facts.lesuren or 0) + eerder
    return answer(
        uren,
        "{uren} lesuren bij een cursusinstelling, waarvan {eerder} in een eerdere leerroute",
        uren=uren,
        eerder=eerder,
    )


@rule(DUO_UREN, since=IN_WERKING)
def duo_uren_participatie(facts: DuoUrenFacts, *, on: date) -> Outcome[int | None]:
    """ParticipatieactiviteitenBredeIntake: for the Z-route of an asielstatushouder, with the intake."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(None, "voor een {groep} geef je geen uren participatie door", groep=groep)
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route != Leerroute.Z_ROUTE:
        return answer(None, "in de {route} geef je geen uren participatie door", route=route)
    intake = facts.participatie_uren_brede_intake or 0
    uren = (facts.participatie_uren or 0) + intake
    return answer(
        uren, "{uren} uren participatie, waarvan {intake} in de brede intake", uren=uren, intake=intake
    )


@rule(DUO_UREN, since=IN_WERKING)
def duo_uren_brede_intake(facts: DuoUrenFacts, *, on: date) -> Outcome[int]:
    """TaallesEnKnmBredeIntake: lessons NT2 and KNM during the brede intake."""
    uren = facts.lesuren_brede_intake or 0
    return answer(uren, "{uren} lesuren in de brede intake", uren=uren)


@rule(DUO_UREN, since=IN_WERKING)
def duo_accepts_uren(facts: DuoUrenFacts, *, on: date) -> Outcome[bool]:
    """No counter goes above the highest number that DUO takes."""
    hoogste: int = HOOGSTE.at(on)
    if known(duo_uren_taalles(facts, on=on)) > hoogste:
        return answer(False, "DUO neemt niet meer dan {hoogste} lesuren aan", hoogste=hoogste)
    if known(duo_uren_brede_intake(facts, on=on)) > hoogste:
        return answer(
            False, "DUO neemt niet meer dan {hoogste} lesuren in de brede intake aan", hoogste=hoogste
        )
    participatie = known(duo_uren_participatie(facts, on=on))
    if participatie is not None and participatie > hoogste:
        return answer(False, "DUO neemt niet meer dan {hoogste} uren participatie aan", hoogste=hoogste)
    return answer(True, "de uren passen in de tellers van DUO")
