from datetime import date

import polars as pl
import pytest

from meedoen.law.caseload.answers import PROGRAM
from meedoen.law.caseload.frame import row_frame
from meedoen.law.caseload.policy import policy
from meedoen.law.caseload.telling import MOST_LINES, NOT_MODELLED, lines, spread, table, text
from meedoen.law.caseload.whatif import Bin, Difference, Effect, Move, whatif
from meedoen.law.caseload.wording import between, difference, number

ON = date(2026, 6, 1)


def rows(*facts):
    return row_frame(list(facts), PROGRAM.facts).with_columns(gemeente=pl.lit("Ede")).lazy()


def effect(bins=(), moves=(), kind="date"):
    found = Difference("dagen", 1, 0, 1, 1, 1, 1, tuple(bins)) if bins else None
    return Effect("pip_deadline", kind, 10, 5, 0, 0, 0, found, tuple(moves))


@pytest.mark.parametrize(
    ("value", "written"),
    [(15069, "15.069"), (14.5, "14,5"), (0, "0"), (-7.0, "-7"), (1234567.25, "1.234.567,25")],
)
def test_a_number_has_dutch_marks(value, written):
    assert number(value) == written


def test_a_difference_says_which_way():
    assert difference("dagen", 14) == "14 dagen later"
    assert difference("dagen", -1) == "1 dag eerder"
    assert difference("uur", 100) == "100 uur meer"
    assert difference("euro", -50) == "50 euro minder"


def test_a_bin_says_from_and_to():
    assert between("dagen", 15, 28) == "15 t/m 28 dagen later"
    assert between("dagen", -28, -15) == "15 t/m 28 dagen eerder"
    assert between("dagen", -7, -7) == "7 dagen eerder"


def test_the_lines_of_an_answer_are_its_bins_and_its_moves():
    assert lines(effect([Bin(-7, -7, 2), Bin(14, 14, 3)], [Move("een datum", "onbekend", 1)])) == [
        ("7 dagen eerder", 2, True),
        ("14 dagen later", 3, False),
        ("een datum → onbekend", 1, False),
    ]


def test_rare_lines_are_taken_together_and_still_add_up():
    moves = [Move(f"a{count}", "b", count) for count in range(15, 0, -1)]
    found = lines(effect(moves=moves))
    assert len(found) == MOST_LINES
    assert found[-1] == ("4 andere wijzigingen", 1 + 2 + 3 + 4, False)
    assert sum(count for _, count, _ in found) == sum(move.count for move in moves)


def test_the_spread_is_one_sentence():
    assert spread(Difference("dagen", 3, 0, 14, 14, 14, 14, ())) == "steeds 14 dagen later"
    assert spread(Difference("dagen", 3, 1, -7, 14, 15, 15, ())) == (
        "mediaan 14 dagen later; van 7 dagen eerder tot 15 dagen later;"
        " negen van de tien hooguit 15 dagen verschil"
    )
    assert spread(Difference("uur", 1, 1, -5, 0, 5, 5, ())) == (
        "mediaan even vaak meer als minder; van 5 uur minder tot 5 uur meer;"
        " negen van de tien hooguit 5 uur verschil"
    )


def test_a_table_has_words_to_the_left_and_numbers_to_the_right():
    assert table(("wat", "n"), [("a", "10"), ("bcde", "5")]) == ["wat    n", "a     10", "bcde   5"]


def test_the_text_says_the_whole_of_it():
    change = policy("Twaalf", date(2026, 1, 1), {"bi2021.pip_termijn": 12}, toelichting="Om te zien.")
    migrant = {"doelgroep": "gezinsmigrant_of_overige_migrant", "kennisgeving": date(2026, 4, 14)}
    told = text(whatif(rows({**migrant, "inschrijving": date(2026, 4, 14)}, {}), change, ON)).splitlines()
    assert told == [
        "Twaalf (vanaf 1 januari 2026, gevraagd voor 1 juni 2026)",
        "Om te zien.",
        "  Termijn waarbinnen het college het PIP vaststelt: 10 weken wordt 12 weken"
        " (art. 5.3, eerste lid, Bi 2021)",
        "",
        "2 dossiers, 1 krijgen een ander antwoord.",
        "",
        "antwoord                    anders  onbekend  oordeel",
        "Laatste dag voor het PIP         1         1        0",
        "Stand van het PIP                0         1        0",
        "Datum van de volgende stap       1         1        0",
        "",
        "Laatste dag voor het PIP: 1 anders",
        "  steeds 14 dagen later",
        "  wijziging       dossiers",
        "  14 dagen later         1",
        "",
        "Datum van de volgende stap: 1 anders",
        "  steeds 14 dagen later",
        "  wijziging       dossiers",
        "  14 dagen later         1",
        "",
        "doelgroep                         dossiers  anders",
        "gezinsmigrant of overige migrant         1       1",
        "niet bekend                              1       0",
        "",
        "leerroute    dossiers  anders",
        "niet bekend         2       1",
        "",
        "gemeente  dossiers  anders",
        "Ede              2       1",
        "",
        *NOT_MODELLED,
    ]


def test_the_text_warns_before_the_day_of_the_policy():
    change = policy("Later", date(2027, 1, 1), {"bi2021.pip_termijn": 12})
    assert "Let op: op 1 juni 2026 geldt dit beleid nog niet, dus niemand merkt het." in text(
        whatif(rows({}), change, ON)
    )


def test_the_text_says_how_many_groups_it_leaves_out():
    many = row_frame([{}] * 25, PROGRAM.facts).with_columns(gemeente=pl.int_range(25).cast(pl.String)).lazy()
    told = text(whatif(many, policy("x", date(2026, 1, 1), {"bi2021.pip_termijn": 12}), ON))
    assert "en 5 andere" in told
