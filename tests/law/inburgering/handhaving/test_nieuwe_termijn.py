from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.handhaving import nieuwe_termijn as law

ON = date(2029, 5, 1)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend of het PVT op tijd is afgerond")),
        ({"pvt_ontbreekt": True}, ("onbekend", "het is niet bekend of de MAP op tijd is afgerond")),
        ({"pvt_ontbreekt": True, "map_ontbreekt": True}, ("12", "PVT en MAP ontbreken allebei")),
        ({"pvt_ontbreekt": True, "map_ontbreekt": False}, ("6", "alleen het PVT ontbreekt")),
        ({"pvt_ontbreekt": False, "map_ontbreekt": True}, ("6", "alleen de MAP ontbreekt")),
        ({"pvt_ontbreekt": False, "map_ontbreekt": False}, ("0", "PVT en MAP ontbreken niet")),
        ({"pvt_ontbreekt": True, "leerroute": Leerroute.ONDERWIJSROUTE}, ("6", "alleen het PVT ontbreekt")),
    ],
)
def test_half_a_year_for_one_and_a_year_for_both(facts, answer):
    assert says(law.nieuwe_termijn_pvt_map(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel examenonderdelen zijn behaald")),
        ({"onderdelen_behaald": 0}, ("24", "er is geen onderdeel behaald")),
        ({"onderdelen_behaald": 1}, ("18", "er is een onderdeel behaald")),
        ({"onderdelen_behaald": 2}, ("12", "er zijn twee onderdelen behaald")),
        ({"onderdelen_behaald": 3}, ("6", "er zijn 3 onderdelen behaald")),
        ({"onderdelen_behaald": 4}, ("6", "er zijn 4 onderdelen behaald")),
    ],
)
def test_the_more_parts_were_passed_the_shorter(facts, answer):
    assert says(law.nieuwe_termijn_examens(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de doelgroep is niet bekend")),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER},
            ("onbekend", "het is niet bekend hoeveel cursusuren zijn gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 100},
            ("onbekend", "het is niet bekend hoeveel uur participatie is gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 0, "participatie_uren": 400},
            ("24", "400 uur cursus en participatie is gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 1, "participatie_uren": 400},
            ("18", "401 uur cursus en participatie is gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 400, "participatie_uren": 400},
            ("18", "800 uur cursus en participatie is gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 401, "participatie_uren": 400},
            ("12", "801 uur cursus en participatie is gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 800, "participatie_uren": 400},
            ("12", "1200 uur cursus en participatie is gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 801, "participatie_uren": 400},
            ("6", "1201 uur cursus en participatie is gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 800, "participatie_uren": 799},
            ("6", "1599 uur cursus en participatie is gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 800, "participatie_uren": 800},
            ("6", "er is 1600 uur cursus en participatie gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "cursusuren": 800, "participatie_uren": 900},
            ("6", "er is 1700 uur cursus en participatie gedaan"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "cursusuren": 0},
            ("24", "0 cursusuren zijn gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "cursusuren": 200},
            ("24", "200 cursusuren zijn gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "cursusuren": 201},
            ("18", "201 cursusuren zijn gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "cursusuren": 400},
            ("18", "400 cursusuren zijn gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "cursusuren": 401},
            ("12", "401 cursusuren zijn gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "cursusuren": 600},
            ("12", "600 cursusuren zijn gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "cursusuren": 601},
            ("6", "601 cursusuren zijn gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "cursusuren": 799},
            ("6", "799 cursusuren zijn gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "cursusuren": 800},
            ("6", "alle 800 cursusuren zijn gevolgd"),
        ),
    ],
)
def test_the_more_hours_were_made_the_shorter(facts, answer):
    assert says(law.nieuwe_termijn_z(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de leerroute is niet bekend")),
        (
            {"leerroute_ontbreekt": False},
            ("0", "er is geen boete voor de leerroute en dus geen nieuwe termijn"),
        ),
        ({"leerroute": Leerroute.B1_ROUTE, "onderdelen_behaald": 1}, ("18", "er is een onderdeel behaald")),
        (
            {"leerroute": Leerroute.ONDERWIJSROUTE, "onderdelen_behaald": 2},
            ("12", "er zijn twee onderdelen behaald"),
        ),
        (
            {
                "leerroute": Leerroute.Z_ROUTE,
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "cursusuren": 500,
            },
            ("12", "500 cursusuren zijn gevolgd"),
        ),
    ],
)
def test_each_route_has_its_own_new_term(facts, answer):
    assert says(law.nieuwe_termijn_leerroute(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend of het PVT op tijd is afgerond")),
        (
            {"pvt_ontbreekt": True, "map_ontbreekt": True},
            ("onbekend", "het is niet bekend of de leerroute op tijd is behaald"),
        ),
        (
            {
                "pvt_ontbreekt": True,
                "map_ontbreekt": True,
                "leerroute_ontbreekt": False,
                "leerroute": Leerroute.B1_ROUTE,
                "onderdelen_behaald": 0,
            },
            ("12", "de leerroute ontbreekt niet"),
        ),
        (
            {
                "pvt_ontbreekt": True,
                "map_ontbreekt": True,
                "leerroute_ontbreekt": True,
                "leerroute": Leerroute.B1_ROUTE,
                "onderdelen_behaald": 1,
            },
            ("18", "de termijn voor de leerroute geldt, want geen andere is langer"),
        ),
        (
            {
                "pvt_ontbreekt": True,
                "map_ontbreekt": True,
                "leerroute_ontbreekt": True,
                "leerroute": Leerroute.B1_ROUTE,
                "onderdelen_behaald": 2,
            },
            ("12", "de termijn voor de leerroute geldt, want geen andere is langer"),
        ),
        (
            {
                "pvt_ontbreekt": True,
                "map_ontbreekt": True,
                "leerroute_ontbreekt": True,
                "leerroute": Leerroute.B1_ROUTE,
                "onderdelen_behaald": 3,
            },
            ("12", "de termijn voor PVT en MAP is het langst"),
        ),
        (
            {"pvt_ontbreekt": False, "map_ontbreekt": False, "leerroute_ontbreekt": True},
            ("onbekend", "de leerroute is niet bekend"),
        ),
    ],
)
def test_the_longest_new_term_counts(facts, answer):
    assert says(law.nieuwe_termijn(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de boete van DUO is nog niet bekendgemaakt")),
        (
            {"bekendmaking": date(2029, 5, 1)},
            ("onbekend", "het is niet bekend of het PVT op tijd is afgerond"),
        ),
        (
            {
                "bekendmaking": date(2029, 5, 1),
                "pvt_ontbreekt": True,
                "map_ontbreekt": False,
                "leerroute_ontbreekt": False,
            },
            ("1 november 2029", "6 maanden na de bekendmaking van de boete op 1 mei 2029"),
        ),
        (
            {"nieuwe_termijn_tot_en_met": date(2030, 1, 1)},
            ("1 januari 2030", "zo heeft DUO de nieuwe termijn vastgesteld"),
        ),
        (
            {
                "bekendmaking": date(2029, 8, 31),
                "pvt_ontbreekt": True,
                "map_ontbreekt": False,
                "leerroute_ontbreekt": False,
            },
            ("28 februari 2030", "6 maanden na de bekendmaking van de boete op 31 augustus 2029"),
        ),
    ],
)
def test_the_last_day_is_what_duo_decided_or_counted_from_the_bekendmaking(facts, answer):
    assert says(law.nieuwe_termijn_last_day(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel boetes DUO hiervoor heeft opgelegd")),
        ({"duo_boetes": 0}, ("geen", "er is nog geen boete van DUO, dus de gewone termijn telt")),
        (
            {
                "duo_boetes": 1,
                "nieuwe_termijn_tot_en_met": date(2030, 1, 1),
                "bekendmaking": date(2029, 5, 1),
            },
            ("2 januari 2030", "de dag na de nieuwe termijn, die op 1 januari 2030 eindigt"),
        ),
        (
            {
                "duo_boetes": 2,
                "nieuwe_termijn_tot_en_met": date(2030, 1, 1),
                "bekendmaking": date(2029, 5, 1),
            },
            ("2 januari 2030", "de dag na de nieuwe termijn, die op 1 januari 2030 eindigt"),
        ),
        (
            {
                "duo_boetes": 3,
                "nieuwe_termijn_tot_en_met": date(2030, 1, 1),
                "bekendmaking": date(2029, 5, 1),
            },
            ("1 mei 2031", "2 jaar na de vorige boete van 1 mei 2029"),
        ),
        ({"duo_boetes": 3}, ("onbekend", "de dag waarop de laatste boete bekend is gemaakt, is niet bekend")),
        ({"duo_boetes": 1}, ("onbekend", "de boete van DUO is nog niet bekendgemaakt")),
    ],
)
def test_two_fines_set_a_new_term_and_then_one_comes_every_two_years(facts, answer):
    assert says(law.next_duo_boete_on(law.BoeteDUOFacts(**facts), on=ON)) == answer


def test_the_readings_are_marked_where_they_matter():
    every_hour = (
        law.BoeteDUOFacts(doelgroep=Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, cursusuren=800),
        law.BoeteDUOFacts(doelgroep=Doelgroep.ASIELSTATUSHOUDER, cursusuren=800, participatie_uren=800),
    )
    for facts in every_hour:
        assert law.nieuwe_termijn_z(facts, on=ON).reading == (
            "wie alle uren heeft en toch niet klaar is, valt in de laatste groep van de tabel"
        )
        assert law.nieuwe_termijn_z(replace(facts, cursusuren=799), on=ON).reading is None
    decided = law.BoeteDUOFacts(nieuwe_termijn_tot_en_met=date(2030, 1, 1))
    counted = law.BoeteDUOFacts(
        pvt_ontbreekt=True,
        map_ontbreekt=False,
        leerroute_ontbreekt=False,
        bekendmaking=ON,
        duo_boetes=3,
    )
    assert law.nieuwe_termijn_last_day(decided, on=ON).reading is None
    assert law.nieuwe_termijn_last_day(counted, on=ON).reading == (
        "de nieuwe termijn telt in maanden vanaf de dag na de bekendmaking en schuift niet"
    )
    assert law.next_duo_boete_on(counted, on=ON).reading == (
        "de twee jaar tussen twee latere boetes tellen vanaf de bekendmaking van de vorige"
    )
    assert law.next_duo_boete_on(replace(decided, duo_boetes=0), on=ON).reading is None
