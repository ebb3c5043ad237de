"""PVT, MAP and Z-route: which hours count, which are left, when it is complete (Bi 3.1, 3.2, 3.14, 5.4)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI
from .begrippen import Doelgroep, Leerroute

PVT_UREN = parameter("bi2021.pvt_uren")
MAP_UREN = parameter("ri2021.map_uren")
Z_CURSUSUREN = parameter("bi2021.z_cursusuren")
Z_PARTICIPATIE_UREN = parameter("bi2021.z_participatie_uren")


@dataclass(frozen=True, slots=True)
class UrenFacts:
    """Hours followed, as whole clock hours, and what closes a part; no registered hours count as none."""

    doelgroep: Doelgroep | None = None
    leerroute: Leerroute | None = None
    cursusuren: int | None = None
    """Hours NT2 and KNM in the Z-route itself."""
    overstap_van: Leerroute | None = None
    """The leerroute that was left for the Z-route."""
    nt2_uren_voor_overstap: int | None = None
    knm_uren_voor_overstap: int | None = None
    participatie_uren: int | None = None
    participatie_uren_brede_intake: int | None = None
    pvt_uren: int | None = None
    pvt_activiteiten: int | None = None
    participatieverklaring_ondertekend: date | None = None
    map_uren: int | None = None
    """Hours of practical effort on the labour market."""
    map_eindgesprek: date | None = None
    z_eindgesprek: date | None = None


@rule(BI.art("3.1", lid=1), BI.art("3.1", lid=2), BI.art("3.1", lid=3), since=IN_WERKING)
def pvt_completed(facts: UrenFacts, *, on: date) -> Outcome[bool]:
    """The PVT takes 12 hours with at least one activity, and ends with signing the participatieverklaring."""
    norm = PVT_UREN.at(on)
    uren = facts.pvt_uren or 0
    if uren < norm.count:
        return answer(False, "{uren} van de {norm} van het PVT zijn gevolgd", uren=uren, norm=norm)
    if (facts.pvt_activiteiten or 0) < 1:
        return answer(False, "er is nog geen activiteit of excursie geweest")
    if facts.participatieverklaring_ondertekend is None or facts.participatieverklaring_ondertekend > on:
        return answer(False, "de participatieverklaring is nog niet ondertekend")
    return answer(
        True,
        "de participatieverklaring is op {dag} ondertekend",
        dag=facts.participatieverklaring_ondertekend,
    )


@rule(BI.art("3.2", lid=2), RI.art("3.1"), since=IN_WERKING)
def map_completed(facts: UrenFacts, *, on: date) -> Outcome[bool]:
    """The MAP takes 40 hours of practical effort and ends with an eindgesprek with the college."""
    norm = MAP_UREN.at(on)
    uren = facts.map_uren or 0
    if uren < norm.count:
        return answer(
            False, "{uren} van de {norm} praktische inzet van de MAP zijn gedaan", uren=uren, norm=norm
        )
    if facts.map_eindgesprek is None or facts.map_eindgesprek > on:
        return answer(False, "het eindgesprek van de MAP is nog niet gevoerd")
    return answer(True, "het eindgesprek van de MAP is op {dag} gevoerd", dag=facts.map_eindgesprek)


@rule(BI.art("5.4", lid=3, onderdeel="c"), since=IN_WERKING)
def z_hours_from_earlier_route(facts: UrenFacts, *, on: date) -> Outcome[int]:
    """Course hours NT2 and KNM followed before a switch to the Z-route count for it."""
    if facts.overstap_van is None:
        return answer(0, "er is niet overgestapt van een andere leerroute")
    uren = (facts.nt2_uren_voor_overstap or 0) + (facts.knm_uren_voor_overstap or 0)
    return answer(uren, "{uren} uur les in de {route} telt mee", uren=uren, route=facts.overstap_van)


@z_hours_from_earlier_route.since(date(2023, 1, 1), cites=BI.art("5.4", lid=4, onderdeel="c"))
def _(facts: UrenFacts, *, on: date) -> Outcome[int]:
    """The same; the lid has another number since 2023."""
    if facts.overstap_van is None:
        return answer(0, "er is niet overgestapt van een andere leerroute")
    uren = (facts.nt2_uren_voor_overstap or 0) + (facts.knm_uren_voor_overstap or 0)
    return answer(uren, "{uren} uur les in de {route} telt mee", uren=uren, route=facts.overstap_van)


@rule(BI.art("3.14", lid=2, onderdeel="a"), since=IN_WERKING)
def z_cursusuren_left(facts: UrenFacts, *, on: date) -> Outcome[int]:
    """How many of the 800 cursusuren are left; never less than none."""
    norm = Z_CURSUSUREN.at(on)
    gevolgd = (facts.cursusuren or 0) + known(z_hours_from_earlier_route(facts, on=on))
    return answer(
        max(norm.count - gevolgd, 0), "{gevolgd} van de {norm} les zijn gevolgd", gevolgd=gevolgd, norm=norm
    )


@rule(BI.art("3.14", lid=2, onderdeel="b"), BI.art("3.14", lid=5), BI.art("3.14", lid=6), since=IN_WERKING)
def z_participatie_uren_left(facts: UrenFacts, *, on: date) -> Outcome[int]:
    """How many hours of participation are left; hours of PVT, MAP and brede intake count."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(0, "de Z-route van een {groep} heeft geen participatiedeel", groep=groep)
    norm = Z_PARTICIPATIE_UREN.at(on)
    gedaan = (
        (facts.participatie_uren or 0)
        + (facts.participatie_uren_brede_intake or 0)
        + (facts.pvt_uren or 0)
        + (facts.map_uren or 0)
    )
    return answer(
        max(norm.count - gedaan, 0),
        "{gedaan} van de {norm} participatie zijn gedaan, met PVT, MAP en brede intake",
        gedaan=gedaan,
        norm=norm,
    )


@rule(BI.art("3.14", lid=2), BI.art("3.14", lid=3), since=IN_WERKING)
def z_route_completed(facts: UrenFacts, *, on: date) -> Outcome[bool]:
    """Complete with all cursusuren, the participation of an asielstatushouder and an eindgesprek."""
    if known(z_participatie_uren_left(facts, on=on)) > 0:
        return answer(False, "de uren participatie zijn nog niet gehaald")
    if known(z_cursusuren_left(facts, on=on)) > 0:
        return answer(False, "de cursusuren zijn nog niet gehaald")
    if facts.z_eindgesprek is None or facts.z_eindgesprek > on:
        return answer(False, "het eindgesprek met het college is nog niet gevoerd")
    return answer(True, "alle uren zijn gehaald en het eindgesprek was op {dag}", dag=facts.z_eindgesprek)
