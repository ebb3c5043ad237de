"""The school: keurmerk or recognition, the VOG and the fee (Wi 16 and 32; Bi 8.2 and 8.3; Ri 8.1)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Leerroute

VOG_OUDERDOM = parameter("bi2021.vog_ouderdom")
SINDS_2023 = date(2023, 1, 1)


@dataclass(frozen=True, slots=True)
class KeurmerkFacts:
    """What is known of a cursusinstelling."""

    leerroute: Leerroute | None = None
    keurmerk: bool | None = None
    """The school has the Keurmerk Inburgeren of Blik op Werk."""
    certificaat: bool | None = None
    """The school has a certificaat of the state (Wi 28), in place of the keurmerk."""
    diploma_erkenning: bool | None = None
    """The school is recognised to give diplomas, for the taalschakeltraject (WEB 1.4a.1)."""
    vog_afgegeven: date | None = None
    """The day on which the VOG of a teacher or director was issued."""
    werk_begonnen: date | None = None
    vog_overgelegd: date | None = None
    """The day on which the VOG was handed to the school."""


@rule(WI.art("32", lid=1), RI.art("8.1"), since=IN_WERKING)
def has_keurmerk(facts: KeurmerkFacts, *, on: date) -> Outcome[bool]:
    """The keurmerk is the Keurmerk Inburgeren, given by Stichting Blik op Werk."""
    keurmerk = given(facts.keurmerk, "het is niet bekend of de instelling het keurmerk heeft")
    if keurmerk:
        return answer(True, "de instelling heeft het Keurmerk Inburgeren van Blik op Werk")
    return answer(False, "de instelling heeft het Keurmerk Inburgeren van Blik op Werk niet")


@rule(WI.art("16", lid=3), WI.art("8", lid=2), since=IN_WERKING)
def school_may_be_offered(facts: KeurmerkFacts, *, on: date) -> Outcome[bool]:
    """B1-route and Z-route ask a school with keurmerk or certificaat, the onderwijsroute a recognised one."""
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.ONDERWIJSROUTE:
        erkend = given(
            facts.diploma_erkenning, "het is niet bekend of de instelling een diploma-erkenning heeft"
        )
        if erkend:
            return answer(True, "de instelling heeft een diploma-erkenning voor het taalschakeltraject")
        return answer(False, "het taalschakeltraject vraagt een instelling met diploma-erkenning")
    if facts.certificaat is True:
        return answer(True, "de instelling heeft een certificaat")
    return has_keurmerk(facts, on=on)


@rule(BI.art("8.2", lid=3), since=IN_WERKING)
def vog_is_recent(facts: KeurmerkFacts, *, on: date) -> Outcome[bool]:
    """The VOG is not older than three months when the work begins."""
    vog = given(facts.vog_afgegeven, "er is geen verklaring omtrent het gedrag (VOG) bekend")
    begin = given(facts.werk_begonnen, "de dag waarop het werk begon, is niet bekend")
    maanden = VOG_OUDERDOM.at(on)
    if vog + maanden < begin:
        return answer(
            False,
            "de VOG van {vog} was bij het begin van het werk ouder dan {maanden}",
            vog=vog,
            maanden=maanden,
        )
    return answer(True, "de VOG van {vog} was niet ouder dan {maanden}", vog=vog, maanden=maanden)


@vog_is_recent.since(SINDS_2023)
def _(facts: KeurmerkFacts, *, on: date) -> Outcome[bool]:
    """The VOG is not older than six months when the work begins."""
    vog = given(facts.vog_afgegeven, "er is geen verklaring omtrent het gedrag (VOG) bekend")
    begin = given(facts.werk_begonnen, "de dag waarop het werk begon, is niet bekend")
    maanden = VOG_OUDERDOM.at(on)
    if vog + maanden < begin:
        return answer(
            False,
            "de VOG van {vog} was bij het begin van het werk ouder dan {maanden}",
            vog=vog,
            maanden=maanden,
        )
    return answer(True, "de VOG van {vog} was niet ouder dan {maanden}", vog=vog, maanden=maanden)


@vog_is_recent.since(date(2024, 1, 1))
def _(facts: KeurmerkFacts, *, on: date) -> Outcome[bool]:
    """The VOG is not older than six months when it is handed to the school."""
    vog = given(facts.vog_afgegeven, "er is geen verklaring omtrent het gedrag (VOG) bekend")
    overgelegd = given(facts.vog_overgelegd, "de dag waarop de VOG is overgelegd, is niet bekend")
    maanden = VOG_OUDERDOM.at(on)
    if vog + maanden < overgelegd:
        return answer(
            False, "de VOG van {vog} was bij het overleggen ouder dan {maanden}", vog=vog, maanden=maanden
        )
    return answer(True, "de VOG van {vog} was niet ouder dan {maanden}", vog=vog, maanden=maanden)


@rule(BI.art("8.3", lid=1), BI.art("8.3", lid=2), since=SINDS_2023)
def keurmerk_fee_due(facts: KeurmerkFacts, *, on: date) -> Outcome[bool]:
    """Who has the keurmerk owes a fee, set every year and published in the Staatscourant."""
    if has_keurmerk(facts, on=on):
        return answer(
            True, "voor het keurmerk is een vergoeding verschuldigd, die elk jaar wordt vastgesteld"
        )
    return answer(False, "zonder keurmerk is er geen vergoeding")
