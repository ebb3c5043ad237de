from datetime import date

import pytest

from meedoen.law.inburgering.handhaving import plafond as law

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend of er na een boete van DUO een nieuwe termijn loopt")),
        (
            {"nieuwe_termijn_loopt": False},
            (
                "€ 2.400",
                (
                    "in de eerste of verlengde termijn zijn de boetes van het college samen ten hoogste € "
                    "2.400"
                ),
            ),
        ),
        ({"nieuwe_termijn_loopt": True}, ("onbekend", "de duur van de nieuwe termijn is niet bekend")),
        (
            {"nieuwe_termijn_loopt": True, "nieuwe_termijn_maanden": 6},
            ("€ 400", "de nieuwe termijn is een half jaar"),
        ),
        (
            {"nieuwe_termijn_loopt": True, "nieuwe_termijn_maanden": 12},
            ("€ 800", "de nieuwe termijn is een jaar"),
        ),
        (
            {"nieuwe_termijn_loopt": True, "nieuwe_termijn_maanden": 18},
            ("€ 1.200", "de nieuwe termijn is anderhalf jaar"),
        ),
        (
            {"nieuwe_termijn_loopt": True, "nieuwe_termijn_maanden": 24},
            ("€ 1.600", "de nieuwe termijn is twee jaar"),
        ),
        (
            {"nieuwe_termijn_loopt": True, "nieuwe_termijn_maanden": 9},
            ("oordeel", "voor een nieuwe termijn van 9 maanden noemt het besluit geen hoogste bedrag"),
        ),
    ],
)
def test_the_fines_together_have_a_highest_amount_for_each_term(facts, answer):
    assert says(law.boete_plafond(law.PlafondFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend of er na een boete van DUO een nieuwe termijn loopt")),
        (
            {"nieuwe_termijn_loopt": False},
            ("onbekend", "het is niet bekend wat in deze termijn al is opgelegd"),
        ),
        (
            {"nieuwe_termijn_loopt": False, "opgelegde_boetes_cent": 0},
            ("€ 2.400", "er is € 0 opgelegd en samen mag het € 2.400 zijn"),
        ),
        (
            {"nieuwe_termijn_loopt": False, "opgelegde_boetes_cent": 1250},
            ("€ 2.387,50", "er is € 12,50 opgelegd en samen mag het € 2.400 zijn"),
        ),
        (
            {"nieuwe_termijn_loopt": False, "opgelegde_boetes_cent": 239999},
            ("€ 0,01", "er is € 2.399,99 opgelegd en samen mag het € 2.400 zijn"),
        ),
        (
            {"nieuwe_termijn_loopt": False, "opgelegde_boetes_cent": 240000},
            ("€ 0", "er is al € 2.400 opgelegd en samen mag het niet meer zijn dan € 2.400"),
        ),
        (
            {"nieuwe_termijn_loopt": False, "opgelegde_boetes_cent": 240001},
            ("€ 0", "er is al € 2.400,01 opgelegd en samen mag het niet meer zijn dan € 2.400"),
        ),
        (
            {"nieuwe_termijn_loopt": True, "nieuwe_termijn_maanden": 9, "opgelegde_boetes_cent": 0},
            ("oordeel", "voor een nieuwe termijn van 9 maanden noemt het besluit geen hoogste bedrag"),
        ),
    ],
)
def test_what_is_left_is_that_amount_less_what_was_imposed(facts, answer):
    assert says(law.boete_ruimte(law.PlafondFacts(**facts), on=ON)) == answer
