from datetime import date

import pytest

from meedoen.law.awb import beschikking as law

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het besluit is nog niet verzonden of uitgereikt")),
        ({"verzonden": date(2026, 5, 20)}, ("20 mei 2026", "op deze dag is het besluit verzonden")),
        ({"uitgereikt": date(2026, 5, 20)}, ("20 mei 2026", "op deze dag is het besluit uitgereikt")),
        (
            {"verzonden": date(2026, 5, 20), "uitgereikt": date(2026, 5, 19)},
            ("19 mei 2026", "het besluit is verzonden en uitgereikt; de eerste dag telt"),
        ),
        (
            {"verzonden": date(2026, 5, 18), "uitgereikt": date(2026, 5, 19)},
            ("18 mei 2026", "het besluit is verzonden en uitgereikt; de eerste dag telt"),
        ),
    ],
)
def test_the_first_of_sending_and_handing_over_counts(facts, answer):
    assert says(law.bekendmaking_day(law.BeschikkingFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("nee", "het besluit is nog niet verzonden of uitgereikt en werkt dus nog niet")),
        ({"verzonden": date(2026, 5, 20)}, ("ja", "het besluit is op 20 mei 2026 bekendgemaakt")),
        ({"verzonden": date(2026, 5, 21)}, ("nee", "het besluit werkt vanaf de bekendmaking op 21 mei 2026")),
        ({"uitgereikt": date(2026, 5, 19)}, ("ja", "het besluit is op 19 mei 2026 bekendgemaakt")),
        (
            {"verzonden": date(2026, 5, 21), "uitgereikt": date(2026, 5, 20)},
            ("ja", "het besluit is op 20 mei 2026 bekendgemaakt"),
        ),
    ],
)
def test_a_decision_takes_effect_once_it_was_made_known(facts, answer):
    assert says(law.takes_effect(law.BeschikkingFacts(**facts), on=ON)) == answer
