from datetime import date

import pytest

from meedoen.law.awb import beslissing_op_bezwaar as law

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het besluit is nog niet bekendgemaakt")),
        (
            {"bekendmaking": date(2026, 3, 2)},
            ("onbekend", "het is niet bekend of een commissie over het bezwaar adviseert"),
        ),
        (
            {"bekendmaking": date(2026, 3, 2), "adviescommissie": False, "verdaagd": None},
            (
                "26 mei 2026",
                (
                    "6 weken na de bezwaartermijn, die eindigde op 13 april 2026; 25 mei 2026 is geen "
                    "werkdag, dus geldt 26 mei 2026"
                ),
            ),
        ),
        (
            {"bekendmaking": date(2026, 3, 2), "adviescommissie": False, "verdaagd": False},
            (
                "26 mei 2026",
                (
                    "6 weken na de bezwaartermijn, die eindigde op 13 april 2026; 25 mei 2026 is geen "
                    "werkdag, dus geldt 26 mei 2026"
                ),
            ),
        ),
        (
            {"bekendmaking": date(2026, 3, 2), "adviescommissie": False, "verdaagd": True},
            (
                "6 juli 2026",
                "6 weken na de bezwaartermijn, die eindigde op 13 april 2026, en 6 weken uitstel",
            ),
        ),
        (
            {"bekendmaking": date(2026, 3, 2), "adviescommissie": True, "verdaagd": None},
            ("6 juli 2026", "12 weken na de bezwaartermijn, die eindigde op 13 april 2026"),
        ),
        (
            {"bekendmaking": date(2026, 3, 2), "adviescommissie": True, "verdaagd": False},
            ("6 juli 2026", "12 weken na de bezwaartermijn, die eindigde op 13 april 2026"),
        ),
        (
            {"bekendmaking": date(2026, 3, 2), "adviescommissie": True, "verdaagd": True},
            (
                "17 augustus 2026",
                "12 weken na de bezwaartermijn, die eindigde op 13 april 2026, en 6 weken uitstel",
            ),
        ),
    ],
)
def test_six_weeks_or_twelve_with_a_committee_after_the_term_of_bezwaar(facts, answer):
    assert says(law.beslissing_op_bezwaar_due(law.BeslissingOpBezwaarFacts(**facts), on=ON)) == answer
