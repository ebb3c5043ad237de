from datetime import date

import pytest

from meedoen.law.inburgering import leerroutes as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau
from meedoen.law.inburgering.leerroutes import LBTUitslag, LeerrouteFacts
from meedoen.law.kernel.outcome import Status
from meedoen.law.kernel.parameter import Hours

ON = date(2026, 4, 1)
B1, ONDERWIJS, Z = Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE, Leerroute.Z_ROUTE


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("rule", "facts", "answer"),
    [
        (
            law.wants_education,
            {},
            (
                "onbekend",
                (
                    "het is niet vastgelegd of de persoon een opleiding in het beroeps- of "
                    "hoger onderwijs wil volgen"
                ),
            ),
        ),
        (
            law.wants_education,
            {"wil_beroeps_of_hoger_onderwijs": True},
            ("ja", "de persoon wil een opleiding in het beroeps- of hoger onderwijs volgen"),
        ),
        (
            law.wants_education,
            {"wil_beroeps_of_hoger_onderwijs": False},
            ("nee", "de persoon wil geen opleiding in het beroeps- of hoger onderwijs volgen"),
        ),
        (
            law.has_great_chance_of_diploma,
            {},
            ("oordeel", "beoordeel of er na het taalschakeltraject een grote kans is op een diploma"),
        ),
        (
            law.has_great_chance_of_diploma,
            {"grote_kans_op_diploma": True},
            ("ja", "het college ziet een grote kans op een diploma na het taalschakeltraject"),
        ),
        (
            law.has_great_chance_of_diploma,
            {"grote_kans_op_diploma": False},
            ("nee", "het college ziet geen grote kans op een diploma na het taalschakeltraject"),
        ),
        (
            law.onderwijsroute_applies,
            {"wil_beroeps_of_hoger_onderwijs": False},
            ("nee", "zonder wens voor beroeps- of hoger onderwijs volgt geen onderwijsroute"),
        ),
        (
            law.onderwijsroute_applies,
            {"wil_beroeps_of_hoger_onderwijs": True},
            ("oordeel", "beoordeel of er na het taalschakeltraject een grote kans is op een diploma"),
        ),
        (
            law.onderwijsroute_applies,
            {"wil_beroeps_of_hoger_onderwijs": True, "grote_kans_op_diploma": True},
            ("ja", "de persoon wil een opleiding volgen en de kans op een diploma is groot"),
        ),
        (
            law.onderwijsroute_applies,
            {"wil_beroeps_of_hoger_onderwijs": True, "grote_kans_op_diploma": False},
            ("nee", "de kans op een diploma is volgens het college niet groot"),
        ),
        (
            law.is_reasonably_unable,
            {},
            (
                "oordeel",
                (
                    "beoordeel of examen en taalschakeltraject redelijkerwijs buiten "
                    "bereik zijn binnen de termijn"
                ),
            ),
        ),
        (
            law.is_reasonably_unable,
            {"redelijkerwijs_niet_in_staat": True},
            ("ja", "examen en taalschakeltraject zijn volgens het college niet haalbaar"),
        ),
        (
            law.is_reasonably_unable,
            {"redelijkerwijs_niet_in_staat": False},
            ("nee", "examen of taalschakeltraject is volgens het college haalbaar binnen de termijn"),
        ),
        (
            law.b1_route_applies,
            {"redelijkerwijs_niet_in_staat": True},
            ("nee", "het examen is volgens het college niet haalbaar binnen de termijn"),
        ),
        (
            law.b1_route_applies,
            {"redelijkerwijs_niet_in_staat": False},
            ("ja", "het examen op ten minste niveau B1 is het uitgangspunt van de wet"),
        ),
        (law.lbt_supports_b1, {}, ("onbekend", "de uitslag van de leerbaarheidstoets is er nog niet")),
        (
            law.lbt_supports_b1,
            {"lbt_uitslag": LBTUitslag.B1_HAALBAAR},
            ("ja", "de leerbaarheidstoets acht niveau B1 haalbaar; dat advies bindt niet"),
        ),
        (
            law.lbt_supports_b1,
            {"lbt_uitslag": LBTUitslag.B1_NIET_HAALBAAR},
            ("nee", "de leerbaarheidstoets acht niveau B1 niet haalbaar; dat advies bindt niet"),
        ),
        (
            law.lbt_supports_b1,
            {"lbt_uitslag": LBTUitslag.ONBEKEND},
            ("oordeel", "de leerbaarheidstoets geeft geen uitsluitsel, dus weegt het college zonder advies"),
        ),
        (
            law.lbt_supports_b1,
            {"ontheffing_leerbaarheidstoets": True},
            ("oordeel", "er is ontheffing van de leerbaarheidstoets, dus weegt het college zonder advies"),
        ),
        (
            law.lbt_speaks_for_z,
            {"lbt_uitslag": LBTUitslag.B1_HAALBAAR},
            ("nee", "de leerbaarheidstoets acht niveau B1 haalbaar, wat niet voor de Z-route pleit"),
        ),
        (
            law.lbt_speaks_for_z,
            {"lbt_uitslag": LBTUitslag.B1_NIET_HAALBAAR},
            ("ja", "de leerbaarheidstoets acht niveau B1 niet haalbaar; dat alleen is niet genoeg"),
        ),
        (
            law.leerroute_stays_after_move,
            {},
            ("onbekend", "er is geen leerroute van een eerdere gemeente bekend"),
        ),
        (
            law.leerroute_stays_after_move,
            {"eerdere_leerroute": Z},
            ("Z-route", "de eerdere gemeente stelde de Z-route vast, en die blijft gelden"),
        ),
    ],
)
def test_considerations(rule, facts, answer):
    assert says(rule(LeerrouteFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "er is nog geen leerroute gekozen")),
        (
            {"leerroute": Z},
            ("nee", "de Z-route kan pas na een overweging van de onderwijsroute en de B1-route"),
        ),
        (
            {"leerroute": Z, "overweging_onderwijsroute": True},
            ("nee", "de Z-route kan pas na een overweging van de onderwijsroute en de B1-route"),
        ),
        (
            {"leerroute": Z, "overweging_b1_route": True},
            ("nee", "de Z-route kan pas na een overweging van de onderwijsroute en de B1-route"),
        ),
        (
            {"leerroute": Z, "overweging_b1_route": True, "overweging_onderwijsroute": True},
            ("ja", "onderwijsroute en B1-route zijn beide overwogen"),
        ),
        ({"leerroute": B1}, ("nee", "leg vast waarom de onderwijsroute wel of niet past")),
        (
            {"leerroute": B1, "overweging_onderwijsroute": True},
            ("ja", "de overweging van de onderwijsroute is vastgelegd"),
        ),
        (
            {"leerroute": ONDERWIJS},
            ("ja", "voor de onderwijsroute hoeven andere routes niet eerst te zijn overwogen"),
        ),
        (
            {"leerroute": Z, "eerdere_leerroute": Z},
            ("ja", "de Z-route is de leerroute van de eerdere gemeente"),
        ),
        (
            {"leerroute": Z, "eerdere_leerroute": B1},
            ("nee", "na een verhuizing blijft de leerroute van de eerdere gemeente: B1-route"),
        ),
    ],
)
def test_choosing_needs_written_considerations(facts, answer):
    assert says(law.may_choose_leerroute(LeerrouteFacts(**facts), on=ON)) == answer


def test_the_z_route_consideration_cites_the_articles_and_the_judgment():
    outcome = law.z_route_consideration_complete(LeerrouteFacts(), on=ON)
    assert [cited.key for cited in outcome.citations] == [
        "wi2021/9/1",
        "wi2021/8",
        "wi2021/14/3",
        "ECLI:NL:RVS:2024:5413",
    ]
    assert [ground.sentence() for ground in outcome.grounds] == [
        "leg vast waarom de onderwijsroute wel of niet past",
        "leg vast waarom de B1-route wel of niet past",
    ]


@pytest.mark.parametrize(
    ("route", "map_head", "map_says", "hours", "niveau"),
    [
        (B1, "ja", "de MAP hoort bij de B1-route", Hours(40), Niveau.B1),
        (Z, "ja", "de MAP hoort bij de Z-route", Hours(40), None),
        (
            ONDERWIJS,
            "nee",
            "wie het taalschakeltraject volgt, hoeft de MAP niet te doen",
            Hours(0),
            Niveau.B1,
        ),
    ],
)
def test_what_each_route_brings(route, map_head, map_says, hours, niveau):
    facts = LeerrouteFacts(leerroute=route)
    assert says(law.map_required(facts, on=ON)) == (map_head, map_says)
    assert law.map_hours(facts, on=ON).value == hours
    assert law.first_niveau(facts, on=ON).value == niveau
    assert says(law.pvt_required(facts, on=ON)) == (
        "ja",
        "het participatieverklaringstraject hoort bij elke leerroute",
    )
    assert (
        law.pvt_hours(facts, on=ON).sentence() == "het participatieverklaringstraject duurt ten minste 12 uur"
    )


def test_without_a_route_map_and_niveau_are_unknown():
    for rule in (law.map_required, law.map_hours, law.first_niveau):
        outcome = rule(LeerrouteFacts(), on=ON)
        assert (outcome.status, outcome.sentence()) == (Status.UNKNOWN, "de leerroute is niet bekend")


@pytest.mark.parametrize(
    ("groep", "head", "because"),
    [
        (
            Doelgroep.ASIELSTATUSHOUDER,
            "800 uur",
            "de Z-route van een asielstatushouder telt 800 uur participatie",
        ),
        (
            Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
            "0 uur",
            "de Z-route van een gezinsmigrant of overige migrant heeft geen participatiedeel",
        ),
        (None, "onbekend", "de doelgroep is niet bekend"),
    ],
)
def test_only_asielstatushouders_have_a_participation_part(groep, head, because):
    facts = LeerrouteFacts(doelgroep=groep)
    assert says(law.z_participatie_norm(facts, on=ON)) == (head, because)
    assert law.z_cursusuren_norm(facts, on=ON).sentence() == "de Z-route telt 800 uur taal- en KNM-les"


def test_route_checks_stand_in_the_order_of_the_act_and_never_choose():
    facts = LeerrouteFacts(
        doelgroep=Doelgroep.ASIELSTATUSHOUDER,
        wil_beroeps_of_hoger_onderwijs=True,
        lbt_uitslag=LBTUitslag.B1_NIET_HAALBAAR,
    )
    b1, onderwijs, z = law.route_checks(facts, on=ON)
    assert [check.leerroute for check in (b1, onderwijs, z)] == [B1, ONDERWIJS, Z]
    assert [o.sentence() for o in onderwijs.speaks_for] == [
        "de persoon wil een opleiding in het beroeps- of hoger onderwijs volgen",
        "voor de onderwijsroute hoeven andere routes niet eerst te zijn overwogen",
    ]
    assert [o.sentence() for o in onderwijs.to_judge] == [
        "beoordeel of er na het taalschakeltraject een grote kans is op een diploma"
    ]
    assert [o.sentence() for o in b1.speaks_against] == [
        "de leerbaarheidstoets acht niveau B1 niet haalbaar; dat advies bindt niet",
        "leg vast waarom de onderwijsroute wel of niet past",
    ]
    assert [o.sentence() for o in z.speaks_for] == [
        "de leerbaarheidstoets acht niveau B1 niet haalbaar; dat alleen is niet genoeg"
    ]
    assert [o.head() for o in z.consequences] == ["800 uur", "800 uur", "geen", "12 uur", "ja", "40 uur"]
    assert not b1.to_find_out
    assert [o.sentence() for o in law.route_check(B1, LeerrouteFacts(), on=ON).to_find_out] == [
        "de uitslag van de leerbaarheidstoets is er nog niet"
    ]


@pytest.mark.parametrize(
    ("rule", "facts", "answer"),
    [
        (
            law.b1_route_was_considered,
            LeerrouteFacts(overweging_b1_route=True),
            ("ja", "de overweging van de B1-route is vastgelegd"),
        ),
        (
            law.b1_route_was_considered,
            LeerrouteFacts(),
            ("nee", "leg vast waarom de B1-route wel of niet past"),
        ),
        (law.map_hours, LeerrouteFacts(leerroute=ONDERWIJS), ("0 uur", "er is geen MAP in deze leerroute")),
        (
            law.map_hours,
            LeerrouteFacts(leerroute=Z),
            ("40 uur", "ten minste 40 uur van de MAP is praktische inzet op de arbeidsmarkt"),
        ),
        (
            law.first_niveau,
            LeerrouteFacts(leerroute=B1),
            ("B1", "de B1-route begint op ten minste niveau B1"),
        ),
        (
            law.first_niveau,
            LeerrouteFacts(leerroute=Z),
            ("geen", "de Z-route heeft geen examen; op niveau A2 kan het als het PIP dat vastlegt"),
        ),
    ],
)
def test_hours_niveau_and_considerations_say_why(rule, facts, answer):
    assert says(rule(facts, on=ON)) == answer
