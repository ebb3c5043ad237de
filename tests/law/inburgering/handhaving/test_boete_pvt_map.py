from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.handhaving import boete_pvt_map as law

ON = date(2029, 5, 1)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend of de MAP op tijd is afgerond")),
        ({"map_ontbreekt": True}, ("ja", "de MAP is niet op tijd afgerond")),
        ({"map_ontbreekt": False}, ("nee", "de MAP is op tijd afgerond")),
        (
            {"leerroute": Leerroute.ONDERWIJSROUTE, "map_ontbreekt": True},
            ("nee", "in de onderwijsroute is er geen MAP"),
        ),
        ({"leerroute": Leerroute.ONDERWIJSROUTE}, ("nee", "in de onderwijsroute is er geen MAP")),
        ({"leerroute": Leerroute.B1_ROUTE, "map_ontbreekt": True}, ("ja", "de MAP is niet op tijd afgerond")),
    ],
)
def test_the_map_is_missing_unless_there_is_none(facts, answer):
    assert says(law.map_missing(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend of het PVT op tijd is afgerond")),
        ({"pvt_ontbreekt": True}, ("€ 340", "het PVT is niet op tijd afgerond en de boete is € 340")),
        ({"pvt_ontbreekt": False}, ("onbekend", "het is niet bekend of de MAP op tijd is afgerond")),
        (
            {"pvt_ontbreekt": False, "map_ontbreekt": True},
            ("€ 340", "de MAP is niet op tijd afgerond en de boete is € 340"),
        ),
        (
            {"pvt_ontbreekt": True, "map_ontbreekt": True},
            ("€ 340", "PVT en MAP zijn allebei niet op tijd afgerond en de boete is € 340"),
        ),
        (
            {"pvt_ontbreekt": True, "map_ontbreekt": False},
            ("€ 340", "het PVT is niet op tijd afgerond en de boete is € 340"),
        ),
        (
            {"pvt_ontbreekt": True, "map_ontbreekt": True, "leerroute": Leerroute.ONDERWIJSROUTE},
            ("€ 340", "het PVT is niet op tijd afgerond en de boete is € 340"),
        ),
        (
            {"pvt_ontbreekt": True, "map_ontbreekt": True, "leerroute": Leerroute.B1_ROUTE},
            ("€ 340", "PVT en MAP zijn allebei niet op tijd afgerond en de boete is € 340"),
        ),
        (
            {"pvt_ontbreekt": False, "map_ontbreekt": False},
            ("€ 0", "PVT en MAP zijn op tijd afgerond of niet nodig"),
        ),
        (
            {"pvt_ontbreekt": False, "leerroute": Leerroute.ONDERWIJSROUTE},
            ("€ 0", "PVT en MAP zijn op tijd afgerond of niet nodig"),
        ),
    ],
)
def test_the_fine_is_a_fixed_amount(facts, answer):
    assert says(law.boete_pvt_map(law.BoeteDUOFacts(**facts), on=ON)) == answer


def test_one_fine_for_both_is_marked_as_a_reading():
    outcome = law.boete_pvt_map(law.BoeteDUOFacts(pvt_ontbreekt=True, map_ontbreekt=True), on=ON)
    assert outcome.reading == "als PVT en MAP allebei ontbreken, is er één boete en zijn het er geen twee"
    assert law.boete_pvt_map(law.BoeteDUOFacts(pvt_ontbreekt=True), on=ON).reading is None
