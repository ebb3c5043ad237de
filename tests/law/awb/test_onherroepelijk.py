from datetime import date

import pytest

from meedoen.law.awb import onherroepelijk as law

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        ({}, date(2026, 5, 20), ("onbekend", "het besluit is nog niet bekendgemaakt")),
        (
            {"bekendmaking": date(2026, 3, 2)},
            date(2026, 4, 13),
            ("14 april 2026", "zonder bezwaar staat het besluit vast na 13 april 2026"),
        ),
        (
            {"bekendmaking": date(2026, 3, 2)},
            date(2026, 4, 14),
            ("onbekend", "het is niet vastgelegd of er bezwaar is gemaakt"),
        ),
        (
            {"bekendmaking": date(2026, 3, 2), "bezwaar_gemaakt": False},
            date(2026, 4, 14),
            ("14 april 2026", "zonder bezwaar staat het besluit vast na 13 april 2026"),
        ),
        (
            {"bekendmaking": date(2026, 3, 2), "bezwaar_gemaakt": True},
            date(2026, 5, 20),
            ("onbekend", "er is bezwaar gemaakt en daarop is nog niet beslist"),
        ),
        (
            {
                "bekendmaking": date(2026, 3, 2),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 5, 18),
                "beroep_ingesteld": None,
            },
            date(2026, 6, 29),
            ("30 juni 2026", "zonder beroep staat het besluit vast na 29 juni 2026"),
        ),
        (
            {
                "bekendmaking": date(2026, 3, 2),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 5, 18),
                "beroep_ingesteld": None,
            },
            date(2026, 6, 30),
            ("onbekend", "het is niet vastgelegd of er beroep is ingesteld"),
        ),
        (
            {
                "bekendmaking": date(2026, 3, 2),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 5, 18),
                "beroep_ingesteld": False,
            },
            date(2026, 6, 29),
            ("30 juni 2026", "zonder beroep staat het besluit vast na 29 juni 2026"),
        ),
        (
            {
                "bekendmaking": date(2026, 3, 2),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 5, 18),
                "beroep_ingesteld": False,
            },
            date(2026, 6, 30),
            ("30 juni 2026", "zonder beroep staat het besluit vast na 29 juni 2026"),
        ),
        (
            {
                "bekendmaking": date(2026, 3, 2),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 5, 18),
                "beroep_ingesteld": True,
            },
            date(2026, 6, 29),
            ("onbekend", "er is beroep ingesteld bij de rechter"),
        ),
        (
            {
                "bekendmaking": date(2026, 3, 2),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 5, 18),
                "beroep_ingesteld": True,
            },
            date(2026, 6, 30),
            ("onbekend", "er is beroep ingesteld bij de rechter"),
        ),
    ],
)
def test_a_decision_stands_after_the_term_of_bezwaar_or_beroep(facts, on, answer):
    assert says(law.onherroepelijk_since(law.OnherroepelijkFacts(**facts), on=on)) == answer
