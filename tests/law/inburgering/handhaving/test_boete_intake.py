from datetime import date

import pytest

from meedoen.law.inburgering.handhaving import boete_intake as law

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel oproepen zijn gemist")),
        ({"gemiste_oproepen": 0}, ("€ 0", "er is geen oproep gemist")),
        (
            {"gemiste_oproepen": 1},
            ("€ 0", "na de eerste gemiste oproep komt er een waarschuwing en nog geen boete"),
        ),
        ({"gemiste_oproepen": 2}, ("€ 250", "er zijn 2 oproepen gemist en de boete is € 250")),
        ({"gemiste_oproepen": 3}, ("€ 250", "er zijn 3 oproepen gemist en de boete is € 250")),
        (
            {"gemiste_oproepen": 2, "bijstand_verlaagd_voor_zelfde_gedraging": True},
            ("€ 0", "de bijstand is voor dezelfde gedraging al verlaagd, dus blijft de boete achterwege"),
        ),
        (
            {"gemiste_oproepen": 2, "bijstand_verlaagd_voor_zelfde_gedraging": False},
            ("€ 250", "er zijn 2 oproepen gemist en de boete is € 250"),
        ),
        (
            {"gemiste_oproepen": 1, "bijstand_verlaagd_voor_zelfde_gedraging": True},
            ("€ 0", "na de eerste gemiste oproep komt er een waarschuwing en nog geen boete"),
        ),
    ],
)
def test_the_fine_follows_the_second_call_that_was_missed(facts, answer):
    assert says(law.boete_intake(law.BoeteIntakeFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel oproepen zijn gemist")),
        ({"gemiste_oproepen": 1}, ("€ 0", "er is geen boete")),
        (
            {"gemiste_oproepen": 2},
            ("onbekend", "het is niet bekend of er na een boete van DUO een nieuwe termijn loopt"),
        ),
        (
            {"gemiste_oproepen": 2, "nieuwe_termijn_loopt": False, "opgelegde_boetes_cent": 0},
            ("€ 250", "de boete is € 250 en er is ruimte voor € 2.400"),
        ),
        (
            {"gemiste_oproepen": 2, "nieuwe_termijn_loopt": False, "opgelegde_boetes_cent": 215000},
            ("€ 250", "de boete is € 250 en er is ruimte voor € 250"),
        ),
        (
            {"gemiste_oproepen": 2, "nieuwe_termijn_loopt": False, "opgelegde_boetes_cent": 215001},
            ("€ 249,99", "de boete is € 250 en er is ruimte voor € 249,99"),
        ),
        (
            {"gemiste_oproepen": 2, "nieuwe_termijn_loopt": False, "opgelegde_boetes_cent": 240000},
            ("€ 0", "de boete is € 250 en er is ruimte voor € 0"),
        ),
    ],
)
def test_what_may_be_imposed_stays_within_the_highest_amount_together(facts, answer):
    assert says(law.boete_intake_within_plafond(law.BoeteIntakeFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel oproepen zijn gemist")),
        ({"gemiste_oproepen": 0}, ("niets", "er is geen oproep gemist")),
        (
            {"gemiste_oproepen": 1},
            ("schriftelijke waarschuwing", "na de eerste gemiste oproep komt een waarschuwing"),
        ),
        (
            {"gemiste_oproepen": 2},
            ("schriftelijke waarschuwing", "na de eerste gemiste oproep komt een waarschuwing"),
        ),
        (
            {"gemiste_oproepen": 1, "waarschuwing": date(2026, 5, 1)},
            ("onbekend", "het is niet bekend hoeveel oproepen zijn gestuurd"),
        ),
        (
            {"gemiste_oproepen": 1, "waarschuwing": date(2026, 5, 1), "oproepen": 1},
            ("herhaalde oproep", "bij de waarschuwing hoort een nieuwe oproep met een nieuwe termijn"),
        ),
        (
            {"gemiste_oproepen": 1, "waarschuwing": date(2026, 5, 1), "oproepen": 2},
            ("niets", "de termijn van de herhaalde oproep loopt"),
        ),
        (
            {"gemiste_oproepen": 2, "waarschuwing": date(2026, 5, 1)},
            ("onbekend", "het is niet bekend hoeveel boetes voor de intake zijn opgelegd"),
        ),
        (
            {"gemiste_oproepen": 2, "waarschuwing": date(2026, 5, 1), "boetes_intake": 0},
            ("boete", "ook de termijn na de waarschuwing of de vorige boete is gemist, dus volgt een boete"),
        ),
        (
            {"gemiste_oproepen": 2, "waarschuwing": date(2026, 5, 1), "boetes_intake": 1},
            ("niets", "voor elke gemiste termijn is de boete al opgelegd"),
        ),
        (
            {"gemiste_oproepen": 3, "waarschuwing": date(2026, 5, 1), "boetes_intake": 1},
            ("boete", "ook de termijn na de waarschuwing of de vorige boete is gemist, dus volgt een boete"),
        ),
        (
            {
                "gemiste_oproepen": 2,
                "waarschuwing": date(2026, 5, 1),
                "boetes_intake": 0,
                "bijstand_verlaagd_voor_zelfde_gedraging": True,
            },
            ("niets", "de bijstand is voor dezelfde gedraging al verlaagd, dus blijft de boete achterwege"),
        ),
        (
            {"gemiste_oproepen": 3, "waarschuwing": date(2026, 5, 1), "boetes_intake": 2},
            ("niets", "voor elke gemiste termijn is de boete al opgelegd"),
        ),
    ],
)
def test_first_a_warning_with_a_new_call_and_then_a_fine_for_each_missed_term(facts, answer):
    assert says(law.intake_stap(law.BoeteIntakeFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het boetebesluit is nog niet bekendgemaakt")),
        (
            {"bekendmaking": date(2026, 5, 20)},
            ("20 juli 2026", "ten hoogste 2 maanden na de bekendmaking op 20 mei 2026"),
        ),
        (
            {"bekendmaking": date(2026, 12, 31)},
            ("28 februari 2027", "ten hoogste 2 maanden na de bekendmaking op 31 december 2026"),
        ),
        (
            {"bekendmaking": date(2026, 6, 18)},
            ("18 augustus 2026", "ten hoogste 2 maanden na de bekendmaking op 18 juni 2026"),
        ),
    ],
)
def test_the_new_term_is_at_most_two_months_and_does_not_move(facts, answer):
    assert says(law.intake_new_term_until(law.BoeteIntakeFacts(**facts), on=ON)) == answer


def test_the_new_term_says_how_it_is_counted():
    outcome = law.intake_new_term_until(law.BoeteIntakeFacts(bekendmaking=ON), on=ON)
    assert outcome.reading == (
        "de termijn telt vanaf de dag na de bekendmaking en de laatste dag schuift niet, "
        "omdat het college de termijn zelf stelt"
    )
