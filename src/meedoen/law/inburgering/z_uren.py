"""Z-route: hours that come off the norm, a lower norm, exams, completion (Bi 3.14 lid 4, 6-10; Ri 3.16)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given, known, needs_oordeel, unknown
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI
from .begrippen import Begrip
from .brede_intake import MAG_MEETELLEN
from .z_route import UrenFacts, z_hours_from_earlier_route, z_participatie_uren_left

Z_CURSUSUREN = parameter("bi2021.z_cursusuren")
TERUGKIJKEN = parameter("bi2021.z_uren_opleiding_terugkijken")

SINDS_2023 = date(2023, 1, 1)
OPLEIDING_TELT = date(2025, 9, 1)


class Gespreksvoerder(Begrip):
    """Who holds the eindgesprek of the Z-route."""

    COLLEGE = "college", "het college"
    OPENBAAR_LICHAAM = "openbaar_lichaam", "een openbaar lichaam van gemeenten samen"
    DERDE = "derde", "een derde"


@dataclass(frozen=True, slots=True)
class ZUrenFacts(UrenFacts):
    """Hours that may come off the norm beside those of the route itself."""

    eerste_pip: date | None = None
    cursusuren_brede_intake: int | None = None
    """Hours NT2 and KNM during the brede intake that meet the demands of the Z-route."""
    opleiding_lessen_vanaf: date | None = None
    """The first day of lessons Dutch and KNM in vso, praktijkonderwijs or entree that are counted."""
    cursusuren_opleiding: int | None = None
    """Hours Dutch and KNM in that opleiding since that day."""
    zintuiglijke_beperking: bool | None = None
    """An auditory or visual impairment."""
    revalidatietraject: bool | None = None
    """Rehabilitation because of that impairment."""
    verlaagde_cursusuren: int | None = None
    """Oordeel of the college: the lower norm."""
    wil_examen: bool | None = None
    """The person wants to sit language parts at A2 or KNM."""
    in_staat_tot_examen: bool | None = None
    """Oordeel of the college: the person is able to."""
    z_eindgesprek_door: Gespreksvoerder | None = None
    ontheffing_participatie: bool | None = None
    """DUO granted ontheffing of the participation part; PVT and MAP stay."""


@rule(BI.art("3.14", lid=8), RI.art("3.16", lid=2), since=IN_WERKING)
def z_norm(facts: ZUrenFacts, *, on: date) -> Outcome[int]:
    """The norm of 800 cursusuren, or a lower one that the college sets during rehabilitation."""
    norm = Z_CURSUSUREN.at(on)
    if facts.zintuiglijke_beperking is not True:
        return answer(norm.count, "de norm is {norm}", norm=norm)
    revalidatie = given(facts.revalidatietraject, "het is niet bekend of er een revalidatietraject is")
    if not revalidatie:
        return answer(norm.count, "zonder revalidatietraject blijft de norm {norm}", norm=norm)
    if facts.verlaagde_cursusuren is None:
        needs_oordeel("beoordeel of een lagere norm nodig is in verband met de beperking")
    lager = min(facts.verlaagde_cursusuren, norm.count)
    return answer(lager, "het college stelde de norm op {lager} uur", lager=lager)


@rule(BI.art("3.14", lid=9), BI.art("3.14", lid=10), since=OPLEIDING_TELT, reading=MAG_MEETELLEN)
def z_hours_of_opleiding(facts: ZUrenFacts, *, on: date) -> Outcome[int]:
    """Hours in vso, praktijkonderwijs or entree count from two years before the PIP, and not those before."""
    if facts.cursusuren_opleiding is None:
        return answer(0, "er zijn geen uren van een opleiding bekend")
    pip = given(facts.eerste_pip, "er is nog geen PIP")
    vanaf = given(facts.opleiding_lessen_vanaf, "het is niet bekend sinds wanneer de uren tellen")
    jaren = TERUGKIJKEN.at(on)
    if vanaf < pip - jaren:
        unknown("het is niet bekend hoeveel van de uren in de {jaren} voor het PIP zijn gevolgd", jaren=jaren)
    uren = facts.cursusuren_opleiding
    return answer(uren, "{uren} uur van de opleiding telt mee", uren=uren)


@rule(BI.art("3.14", lid=2), BI.art("3.14", lid=6), since=IN_WERKING)
def z_all_cursusuren_left(facts: ZUrenFacts, *, on: date) -> Outcome[int]:
    """The cursusuren that are left, with those of the brede intake and of an earlier route."""
    norm = known(z_norm(facts, on=on))
    eerder = known(z_hours_from_earlier_route(facts, on=on))
    gevolgd = (facts.cursusuren or 0) + (facts.cursusuren_brede_intake or 0) + eerder
    return answer(max(norm - gevolgd, 0), "{gevolgd} van de {norm} uur tellen", gevolgd=gevolgd, norm=norm)


@z_all_cursusuren_left.since(OPLEIDING_TELT)
def _(facts: ZUrenFacts, *, on: date) -> Outcome[int]:
    """The same, and also with the hours of an opleiding."""
    norm = known(z_norm(facts, on=on))
    eerder = known(z_hours_from_earlier_route(facts, on=on)) + known(z_hours_of_opleiding(facts, on=on))
    gevolgd = (facts.cursusuren or 0) + (facts.cursusuren_brede_intake or 0) + eerder
    return answer(max(norm - gevolgd, 0), "{gevolgd} van de {norm} uur tellen", gevolgd=gevolgd, norm=norm)


@rule(BI.art("3.14", lid=7), since=IN_WERKING)
def z_exam_in_pip(facts: ZUrenFacts, *, on: date) -> Outcome[bool]:
    """Language parts at A2 stand in the PIP when the person wants them and the college finds him able."""
    wil = given(facts.wil_examen, "het is niet bekend of de inburgeraar examen wil doen")
    if not wil:
        return answer(False, "de inburgeraar wil geen taalexamen op A2 doen")
    if facts.in_staat_tot_examen is None:
        needs_oordeel("beoordeel of de inburgeraar in staat is tot een taalexamen op A2")
    if facts.in_staat_tot_examen:
        return answer(True, "het college legt het taalexamen op A2 vast in het PIP")
    return answer(False, "het college acht de inburgeraar niet in staat tot een taalexamen op A2")


@z_exam_in_pip.since(SINDS_2023)
def _(facts: ZUrenFacts, *, on: date) -> Outcome[bool]:
    """The same, and also for KNM."""
    wil = given(facts.wil_examen, "het is niet bekend of de inburgeraar examen wil doen")
    if not wil:
        return answer(False, "de inburgeraar wil geen examen op A2 of KNM doen")
    if facts.in_staat_tot_examen is None:
        needs_oordeel("beoordeel of de inburgeraar in staat is tot een examen op A2 of KNM")
    if facts.in_staat_tot_examen:
        return answer(True, "het college legt het examen op A2 of KNM vast in het PIP")
    return answer(False, "het college acht de inburgeraar niet in staat tot een examen op A2 of KNM")


@rule(BI.art("3.14", lid=4), since=IN_WERKING)
def z_eindgesprek_held(facts: ZUrenFacts, *, on: date) -> Outcome[bool]:
    """The eindgesprek is with the college; only an openbaar lichaam under the Wgr may hold it instead."""
    if facts.z_eindgesprek is None or facts.z_eindgesprek > on:
        return answer(False, "het eindgesprek is nog niet gevoerd")
    door = given(facts.z_eindgesprek_door, "het is niet bekend wie het eindgesprek voerde")
    if door == Gespreksvoerder.DERDE:
        return answer(False, "een derde mag het eindgesprek niet namens het college voeren")
    return answer(True, "{door} voerde het eindgesprek op {dag}", door=door, dag=facts.z_eindgesprek)


@rule(BI.art("3.14", lid=2), BI.art("3.14", lid=3), BI.art("2.7", lid=3, onderdeel="c"), since=IN_WERKING)
def z_participation_done(facts: ZUrenFacts, *, on: date) -> Outcome[bool]:
    """The hours of participation are done, or fall away by partial ontheffing."""
    if facts.ontheffing_participatie is True:
        return answer(True, "er is ontheffing van het participatiedeel")
    over = known(z_participatie_uren_left(facts, on=on))
    if over > 0:
        return answer(False, "er zijn nog {over} uren participatie te doen", over=over)
    return answer(True, "er zijn geen uren participatie meer te doen")


@rule(BI.art("3.14", lid=2), BI.art("3.14", lid=3), since=IN_WERKING)
def z_done(facts: ZUrenFacts, *, on: date) -> Outcome[bool]:
    """The Z-route is achieved: cursusuren by the norm that holds, participation and eindgesprek."""
    over = known(z_all_cursusuren_left(facts, on=on))
    if over > 0:
        return answer(False, "er zijn nog {over} cursusuren te volgen", over=over)
    if not z_participation_done(facts, on=on):
        return answer(False, "de uren participatie zijn nog niet gehaald")
    if not z_eindgesprek_held(facts, on=on):
        return answer(False, "het eindgesprek met het college ontbreekt nog")
    return answer(True, "de uren zijn gehaald en het eindgesprek is gevoerd")
