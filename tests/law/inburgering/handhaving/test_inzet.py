from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.handhaving import inzet as law

ON = date(2029, 5, 1)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel van de lessen is gevolgd")),
        ({"aanwezigheid_pct": 0}, ("laag", "0% van de lessen is gevolgd")),
        ({"aanwezigheid_pct": 59}, ("laag", "59% van de lessen is gevolgd")),
        ({"aanwezigheid_pct": 60}, ("midden", "60% van de lessen is gevolgd")),
        ({"aanwezigheid_pct": 89}, ("midden", "89% van de lessen is gevolgd")),
        ({"aanwezigheid_pct": 90}, ("hoog", "90% van de lessen is gevolgd")),
        ({"aanwezigheid_pct": 100}, ("hoog", "100% van de lessen is gevolgd")),
    ],
)
def test_attendance_has_three_classes(facts, answer):
    assert says(law.inzet_aanwezigheid(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel uur les is gevolgd")),
        ({"uren": 0}, ("laag", "0 uur les is gevolgd")),
        ({"uren": 249}, ("laag", "249 uur les is gevolgd")),
        ({"uren": 250}, ("midden", "250 uur les is gevolgd")),
        ({"uren": 399}, ("midden", "399 uur les is gevolgd")),
        ({"uren": 400}, ("hoog", "400 uur les is gevolgd")),
    ],
)
def test_hours_of_course_have_three_classes(facts, answer):
    assert says(law.inzet_uren(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de doelgroep is niet bekend")),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "uren": 400,
                "aanwezigheid_pct": 10,
            },
            ("laag", "10% van de lessen is gevolgd"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.ONDERWIJSROUTE,
                "uren": 400,
                "aanwezigheid_pct": 10,
            },
            ("laag", "10% van de lessen is gevolgd"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "leerroute": Leerroute.B1_ROUTE,
                "uren": 400,
                "aanwezigheid_pct": 10,
            },
            ("hoog", "400 uur les is gevolgd"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "leerroute": Leerroute.ONDERWIJSROUTE,
                "uren": 400,
                "aanwezigheid_pct": 10,
            },
            ("laag", "10% van de lessen is gevolgd"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "uren": 400, "aanwezigheid_pct": 10},
            ("onbekend", "de leerroute is niet bekend"),
        ),
    ],
)
def test_only_a_gezinsmigrant_in_the_b1_route_is_measured_by_hours(facts, answer):
    assert says(law.inzet_lessen(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel cursusuren zijn gevolgd")),
        ({"cursusuren": 0}, ("laag", "0 cursusuren zijn gevolgd")),
        ({"cursusuren": 299}, ("laag", "299 cursusuren zijn gevolgd")),
        ({"cursusuren": 300}, ("midden", "300 cursusuren zijn gevolgd")),
        ({"cursusuren": 599}, ("midden", "599 cursusuren zijn gevolgd")),
        ({"cursusuren": 600}, ("hoog", "600 cursusuren zijn gevolgd")),
    ],
)
def test_cursusuren_of_the_z_route_have_three_classes(facts, answer):
    assert says(law.inzet_cursus(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel uur participatie is gedaan")),
        ({"participatie_uren": 0}, ("laag", "0 uur participatie is gedaan")),
        ({"participatie_uren": 299}, ("laag", "299 uur participatie is gedaan")),
        ({"participatie_uren": 300}, ("midden", "300 uur participatie is gedaan")),
        ({"participatie_uren": 599}, ("midden", "599 uur participatie is gedaan")),
        ({"participatie_uren": 600}, ("hoog", "600 uur participatie is gedaan")),
    ],
)
def test_hours_of_participation_have_three_classes(facts, answer):
    assert says(law.inzet_participatie(law.BoeteDUOFacts(**facts), on=ON)) == answer
