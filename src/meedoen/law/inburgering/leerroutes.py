"""The three leerroutes beside each other, and what each of them brings with it (Wi 6 to 9 and 15)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ..kernel.outcome import Outcome, Status, answer, given, needs_oordeel
from ..kernel.parameter import Hours, parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, UTRECHT, WESTERWOLDE, WI
from .begrippen import Doelgroep, Leerroute, Niveau

PVT_UREN = parameter("bi2021.pvt_uren")
MAP_UREN = parameter("ri2021.map_uren")
Z_CURSUSUREN = parameter("bi2021.z_cursusuren")
Z_PARTICIPATIE_UREN = parameter("bi2021.z_participatie_uren")


class LBTUitslag(StrEnum):
    """What the leerbaarheidstoets advises, as DUO writes it."""

    B1_HAALBAAR = "b1_haalbaar"
    B1_NIET_HAALBAAR = "b1_niet_haalbaar"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class LeerrouteFacts:
    """What the choice of a leerroute rests on; None is not known or not yet judged."""

    leerroute: Leerroute | None = None
    """The route that is chosen or considered, for the rules about its consequences."""
    doelgroep: Doelgroep | None = None
    wil_beroeps_of_hoger_onderwijs: bool | None = None
    """The person says at the brede intake that he wants vocational or higher education."""
    grote_kans_op_diploma: bool | None = None
    """Oordeel of the college: a great chance of that diploma after the taalschakeltraject."""
    redelijkerwijs_niet_in_staat: bool | None = None
    """Oordeel of the college: unable to achieve exam or taalschakeltraject within the term."""
    lbt_uitslag: LBTUitslag | None = None
    ontheffing_leerbaarheidstoets: bool | None = None
    overweging_onderwijsroute: bool | None = None
    """The consideration of the onderwijsroute is written down."""
    overweging_b1_route: bool | None = None
    """The consideration of the B1-route is written down."""
    eerdere_leerroute: Leerroute | None = None
    """The route that an earlier gemeente established, for a person who moved here."""


@rule(WI.art("15", lid=4), since=IN_WERKING)
def leerroute_stays_after_move(facts: LeerrouteFacts, *, on: date) -> Outcome[Leerroute]:
    """After a move the new college establishes the leerroute as it was established before."""
    route = given(facts.eerdere_leerroute, "er is geen leerroute van een eerdere gemeente bekend")
    return answer(route, "de eerdere gemeente stelde de {route} vast, en die blijft gelden", route=route)


@rule(WI.art("14", lid=5), since=IN_WERKING)
def lbt_supports_b1(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """The leerbaarheidstoets advises the college on the leerroute; it does not bind."""
    if facts.ontheffing_leerbaarheidstoets is True:
        needs_oordeel("er is ontheffing van de leerbaarheidstoets, dus weegt het college zonder advies")
    uitslag = given(facts.lbt_uitslag, "de uitslag van de leerbaarheidstoets is er nog niet")
    if uitslag == LBTUitslag.ONBEKEND:
        needs_oordeel("de leerbaarheidstoets geeft geen uitsluitsel, dus weegt het college zonder advies")
    if uitslag == LBTUitslag.B1_HAALBAAR:
        return answer(True, "de leerbaarheidstoets acht niveau B1 haalbaar; dat advies bindt niet")
    return answer(False, "de leerbaarheidstoets acht niveau B1 niet haalbaar; dat advies bindt niet")


@rule(WI.art("14", lid=5), since=IN_WERKING)
def lbt_speaks_for_z(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """Advice that B1 is out of reach is a reason to consider the Z-route; it does not bind."""
    if lbt_supports_b1(facts, on=on):
        return answer(False, "de leerbaarheidstoets acht niveau B1 haalbaar, wat niet voor de Z-route pleit")
    return answer(True, "de leerbaarheidstoets acht niveau B1 niet haalbaar; dat alleen is niet genoeg")


@rule(WI.art("8", lid=1), since=IN_WERKING)
def wants_education(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """The onderwijsroute is for who says at the brede intake that he wants further education."""
    wens = given(
        facts.wil_beroeps_of_hoger_onderwijs,
        "het is niet vastgelegd of de persoon een opleiding in het beroeps- of hoger onderwijs wil volgen",
    )
    if wens:
        return answer(True, "de persoon wil een opleiding in het beroeps- of hoger onderwijs volgen")
    return answer(False, "de persoon wil geen opleiding in het beroeps- of hoger onderwijs volgen")


@rule(WI.art("8", lid=1), since=IN_WERKING)
def has_great_chance_of_diploma(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """The college judges whether there is a great chance of a diploma after the taalschakeltraject."""
    if facts.grote_kans_op_diploma is None:
        needs_oordeel("beoordeel of er na het taalschakeltraject een grote kans is op een diploma")
    if facts.grote_kans_op_diploma:
        return answer(True, "het college ziet een grote kans op een diploma na het taalschakeltraject")
    return answer(False, "het college ziet geen grote kans op een diploma na het taalschakeltraject")


@rule(WI.art("8", lid=1), since=IN_WERKING)
def onderwijsroute_applies(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """Who wishes it and has, in the judgement of the college, a great chance takes the onderwijsroute."""
    if not wants_education(facts, on=on):
        return answer(False, "zonder wens voor beroeps- of hoger onderwijs volgt geen onderwijsroute")
    if has_great_chance_of_diploma(facts, on=on):
        return answer(True, "de persoon wil een opleiding volgen en de kans op een diploma is groot")
    return answer(False, "de kans op een diploma is volgens het college niet groot")


@rule(WI.art("9", lid=1), since=IN_WERKING)
def is_reasonably_unable(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """The college judges whether exam and taalschakeltraject are reasonably out of reach within the term."""
    if facts.redelijkerwijs_niet_in_staat is None:
        needs_oordeel(
            "beoordeel of examen en taalschakeltraject redelijkerwijs buiten bereik zijn binnen de termijn"
        )
    if facts.redelijkerwijs_niet_in_staat:
        return answer(True, "examen en taalschakeltraject zijn volgens het college niet haalbaar")
    return answer(False, "examen of taalschakeltraject is volgens het college haalbaar binnen de termijn")


@rule(WI.art("7", lid=1), since=IN_WERKING)
def b1_route_applies(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """The B1-route is what remains unless the person is reasonably unable to achieve it."""
    if is_reasonably_unable(facts, on=on):
        return answer(False, "het examen is volgens het college niet haalbaar binnen de termijn")
    return answer(True, "het examen op ten minste niveau B1 is het uitgangspunt van de wet")


@rule(WI.art("8"), WI.art("14", lid=3), WESTERWOLDE, since=IN_WERKING)
def onderwijsroute_was_considered(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """The college investigates the onderwijsroute seriously before it chooses another one."""
    if facts.overweging_onderwijsroute is True:
        return answer(True, "de overweging van de onderwijsroute is vastgelegd")
    return answer(False, "leg vast waarom de onderwijsroute wel of niet past")


@rule(WI.art("7"), WI.art("9", lid=1), since=IN_WERKING)
def b1_route_was_considered(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """The Z-route is only for who cannot achieve the exam, so the B1-route is considered first."""
    if facts.overweging_b1_route is True:
        return answer(True, "de overweging van de B1-route is vastgelegd")
    return answer(False, "leg vast waarom de B1-route wel of niet past")


@rule(WI.art("9", lid=1), WI.art("8"), WI.art("14", lid=3), WESTERWOLDE, since=IN_WERKING)
def z_route_consideration_complete(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """Before the Z-route is chosen, onderwijsroute and B1-route have both been considered in writing."""
    onderwijs = onderwijsroute_was_considered(facts, on=on)
    b1 = b1_route_was_considered(facts, on=on)
    if onderwijs and b1:
        return answer(True, "onderwijsroute en B1-route zijn beide overwogen")
    return answer(False, "de Z-route kan pas na een overweging van de onderwijsroute en de B1-route")


@rule(WI.art("14", lid=3), WI.art("8"), WESTERWOLDE, since=IN_WERKING)
def may_choose_leerroute(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """Whether the considerations that the chosen leerroute needs have been written down."""
    route = given(facts.leerroute, "er is nog geen leerroute gekozen")
    if facts.eerdere_leerroute is not None:
        if route == facts.eerdere_leerroute:
            return answer(True, "de {route} is de leerroute van de eerdere gemeente", route=route)
        return answer(
            False,
            "na een verhuizing blijft de leerroute van de eerdere gemeente: {route}",
            route=facts.eerdere_leerroute,
        )
    if route == Leerroute.Z_ROUTE:
        return z_route_consideration_complete(facts, on=on)
    if route == Leerroute.B1_ROUTE:
        return onderwijsroute_was_considered(facts, on=on)
    return answer(True, "voor de onderwijsroute hoeven andere routes niet eerst te zijn overwogen")


@rule(WI.art("6", lid=1, onderdeel="a"), since=IN_WERKING)
def pvt_required(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """The PVT is part of the plicht in every leerroute."""
    return answer(True, "het participatieverklaringstraject hoort bij elke leerroute")


@rule(WI.art("6", lid=1, onderdeel="b"), WI.art("8", lid=3), since=IN_WERKING)
def map_required(facts: LeerrouteFacts, *, on: date) -> Outcome[bool]:
    """The MAP is part of the plicht, except for who follows or completed the taalschakeltraject."""
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.ONDERWIJSROUTE:
        return answer(False, "wie het taalschakeltraject volgt, hoeft de MAP niet te doen")
    return answer(True, "de MAP hoort bij de {route}", route=route)


@rule(BI.art("3.1", lid=3), since=IN_WERKING)
def pvt_hours(facts: LeerrouteFacts, *, on: date) -> Outcome[Hours]:
    """The PVT takes at least 12 hours."""
    uren = PVT_UREN.at(on)
    return answer(uren, "het participatieverklaringstraject duurt ten minste {uren}", uren=uren)


@rule(RI.art("3.1"), since=IN_WERKING)
def map_hours(facts: LeerrouteFacts, *, on: date) -> Outcome[Hours]:
    """At least 40 hours of the MAP are practical effort on the labour market."""
    if not map_required(facts, on=on):
        return answer(Hours(0), "er is geen MAP in deze leerroute")
    uren = MAP_UREN.at(on)
    return answer(uren, "ten minste {uren} van de MAP is praktische inzet op de arbeidsmarkt", uren=uren)


@rule(BI.art("3.14", lid=2, onderdeel="a"), since=IN_WERKING)
def z_cursusuren_norm(facts: LeerrouteFacts, *, on: date) -> Outcome[Hours]:
    """The Z-route has 800 cursusuren NT2 and KNM."""
    uren = Z_CURSUSUREN.at(on)
    return answer(uren, "de Z-route telt {uren} taal- en KNM-les", uren=uren)


@rule(BI.art("3.14", lid=2, onderdeel="b"), BI.art("3.14", lid=3), since=IN_WERKING)
def z_participatie_norm(facts: LeerrouteFacts, *, on: date) -> Outcome[Hours]:
    """The Z-route of an asielstatushouder has 800 hours of participation; of others none."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        uren = Z_PARTICIPATIE_UREN.at(on)
        return answer(uren, "de Z-route van een asielstatushouder telt {uren} participatie", uren=uren)
    return answer(Hours(0), "de Z-route van een {groep} heeft geen participatiedeel", groep=groep)


@rule(WI.art("7", lid=1, onderdeel="a"), UTRECHT, since=IN_WERKING)
def first_niveau(facts: LeerrouteFacts, *, on: date) -> Outcome[Niveau | None]:
    """A first PIP in B1-route or onderwijsroute aims at B1; A2 comes only after effort."""
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.Z_ROUTE:
        return answer(None, "de Z-route heeft geen examen; op niveau A2 kan het als het PIP dat vastlegt")
    return answer(Niveau.B1, "de {route} begint op ten minste niveau B1", route=route)


@dataclass(frozen=True, slots=True)
class RouteCheck:
    """What law and facts say about one leerroute: considerations (yes speaks for it) and consequences."""

    leerroute: Leerroute
    considerations: tuple[Outcome[bool], ...]
    consequences: tuple[Outcome[object], ...]

    @property
    def speaks_for(self) -> tuple[Outcome[bool], ...]:
        """The considerations that are known and speak for this route."""
        return tuple(o for o in self.considerations if o.is_known and o.value)

    @property
    def speaks_against(self) -> tuple[Outcome[bool], ...]:
        """The considerations that are known and speak against this route."""
        return tuple(o for o in self.considerations if o.is_known and not o.value)

    @property
    def to_judge(self) -> tuple[Outcome[bool], ...]:
        """The considerations that the law leaves to the judgement of the college."""
        return tuple(o for o in self.considerations if o.status is Status.OORDEEL)

    @property
    def to_find_out(self) -> tuple[Outcome[bool], ...]:
        """The considerations for which a fact is missing."""
        return tuple(o for o in self.considerations if o.status is Status.UNKNOWN)


def route_check(leerroute: Leerroute, facts: LeerrouteFacts, *, on: date) -> RouteCheck:
    """Return what law and facts say about this leerroute; never a score, never a choice."""
    own = replace(facts, leerroute=leerroute)
    considerations: tuple[Outcome[bool], ...]
    consequences: tuple[Outcome[object], ...]
    if leerroute is Leerroute.ONDERWIJSROUTE:
        considerations = (wants_education(own, on=on), has_great_chance_of_diploma(own, on=on))
        consequences = ()
    elif leerroute is Leerroute.B1_ROUTE:
        considerations = (b1_route_applies(own, on=on), lbt_supports_b1(own, on=on))
        consequences = ()
    else:
        considerations = (is_reasonably_unable(own, on=on), lbt_speaks_for_z(own, on=on))
        consequences = (z_cursusuren_norm(own, on=on), z_participatie_norm(own, on=on))
    considerations = (*considerations, may_choose_leerroute(own, on=on))
    general = (
        first_niveau(own, on=on),
        pvt_hours(own, on=on),
        map_required(own, on=on),
        map_hours(own, on=on),
    )
    return RouteCheck(leerroute, considerations, (*consequences, *general))


def route_checks(facts: LeerrouteFacts, *, on: date) -> tuple[RouteCheck, RouteCheck, RouteCheck]:
    """Return the three leerroutes beside each other, in the order of the Act."""
    return (
        route_check(Leerroute.B1_ROUTE, facts, on=on),
        route_check(Leerroute.ONDERWIJSROUTE, facts, on=on),
        route_check(Leerroute.Z_ROUTE, facts, on=on),
    )
