from datetime import date

import pytest

from meedoen.law.inburgering.handhaving import samenloop as law

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("nee", "er is geen verlaging van de bijstand voor dezelfde gedraging vastgelegd")),
        (
            {"bijstand_verlaagd_voor_zelfde_gedraging": True},
            ("ja", "de bijstand is voor dezelfde gedraging al verlaagd"),
        ),
        (
            {"bijstand_verlaagd_voor_zelfde_gedraging": False},
            ("nee", "de bijstand is niet verlaagd voor dezelfde gedraging"),
        ),
    ],
)
def test_no_fine_beside_a_lowering_of_the_bijstand(facts, answer):
    assert says(law.bijstand_already_lowered(law.SamenloopFacts(**facts), on=ON)) == answer
