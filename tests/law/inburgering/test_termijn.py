from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.inburgering.termijn import (
    TermijnFacts,
    inburgeringstermijn,
    may_request_verlenging_since,
    termijn_days_left,
    termijn_duo_end,
    termijn_exceeded,
    termijn_first_day,
    termijn_keeps_its_start,
    termijn_last_day,
)
from meedoen.law.kernel.outcome import Status

PIP = date(2026, 3, 16)
ON = date(2026, 4, 1)
days = st.dates(date(2022, 1, 1), date(2035, 12, 31))


def test_the_term_runs_three_years_from_the_day_after_the_first_pip():
    outcome = inburgeringstermijn(TermijnFacts(PIP), on=ON)
    assert (outcome.value.first_day, outcome.value.last_day, outcome.value.duo_end) == (
        date(2026, 3, 17),
        date(2029, 3, 16),
        date(2029, 3, 17),
    )
    assert str(outcome.value) == "17 maart 2026 tot en met 16 maart 2029"
    assert outcome.sentence() == "de termijn loopt van 17 maart 2026 tot en met 16 maart 2029"


def test_each_day_has_its_own_sentence():
    facts = TermijnFacts(PIP)
    assert (
        termijn_first_day(facts, on=ON).sentence()
        == "de dag na de dagtekening van het eerste PIP op 16 maart 2026"
    )
    assert (
        termijn_last_day(facts, on=ON).sentence() == "3 jaar vanaf de dag na het eerste PIP van 16 maart 2026"
    )
    assert termijn_duo_end(facts, on=ON).sentence() == "DUO schrijft de dag na de laatste dag, 16 maart 2029"


def test_a_herroepen_pip_does_not_move_the_term():
    facts = TermijnFacts(date(2022, 5, 4), pip_herroepen=date(2024, 12, 24))
    outcome = termijn_last_day(facts, on=date(2024, 12, 27))
    assert outcome.value == date(2025, 5, 4)
    assert (
        outcome.sentence() == "3 jaar vanaf de dag na het eerste PIP van 4 mei 2022, ook nu dat is herroepen"
    )
    assert [ground.sentence() for ground in outcome.grounds] == [
        "dat het PIP op 24 december 2024 is herroepen, verandert de aanvang niet"
    ]
    assert termijn_keeps_its_start(TermijnFacts(), on=ON).sentence() == (
        "een nieuw PIP of een herroepen PIP verandert de aanvang niet"
    )


def test_an_extension_by_duo_moves_the_end_and_an_earlier_day_does_not():
    later = termijn_last_day(TermijnFacts(PIP, verlengd_tot_en_met=date(2029, 9, 16)), on=ON)
    assert (later.value, later.sentence(), str(later.citation)) == (
        date(2029, 9, 16),
        "DUO heeft de termijn verlengd tot en met 16 september 2029",
        "art. 12, eerste lid, Wi 2021",
    )
    same = termijn_last_day(TermijnFacts(PIP, verlengd_tot_en_met=date(2029, 3, 16)), on=ON)
    assert (same.value, str(same.citation)) == (date(2029, 3, 16), "art. 11, eerste lid, Wi 2021")


@pytest.mark.parametrize(
    ("on", "exceeded", "because", "left"),
    [
        (date(2029, 3, 15), False, "de termijn loopt tot en met 16 maart 2029", 1),
        (date(2029, 3, 16), False, "de termijn loopt tot en met 16 maart 2029", 0),
        (date(2029, 3, 17), True, "de termijn is op 16 maart 2029 geëindigd", -1),
    ],
)
def test_the_last_day_is_still_in_time(on, exceeded, because, left):
    outcome = termijn_exceeded(TermijnFacts(PIP), on=on)
    assert (outcome.value, outcome.sentence()) == (exceeded, because)
    days = termijn_days_left(TermijnFacts(PIP), on=on)
    assert (days.value, days.sentence()) == (left, "de termijn loopt tot en met 16 maart 2029")


def test_extension_can_be_requested_in_the_last_half_year():
    outcome = may_request_verlenging_since(TermijnFacts(PIP), on=ON)
    assert (outcome.value, outcome.sentence()) == (
        date(2028, 9, 16),
        "6 maanden voor het einde van de termijn op 16 maart 2029",
    )


@pytest.mark.parametrize(
    "rule",
    [
        inburgeringstermijn,
        termijn_first_day,
        termijn_last_day,
        termijn_duo_end,
        termijn_exceeded,
        termijn_days_left,
        may_request_verlenging_since,
    ],
)
def test_without_a_pip_there_is_no_term(rule):
    outcome = rule(TermijnFacts(), on=ON)
    assert (outcome.status, outcome.sentence()) == (
        Status.UNKNOWN,
        "er is nog geen PIP, dus de termijn is nog niet begonnen",
    )


@given(days, days)
def test_the_term_never_moves_by_herroeping_and_lasts_three_years(pip, herroepen):
    plain = inburgeringstermijn(TermijnFacts(pip), on=pip).value
    moved = inburgeringstermijn(TermijnFacts(pip, pip_herroepen=herroepen), on=pip).value
    assert plain == moved
    assert timedelta(days=1094) <= plain.last_day - plain.first_day <= timedelta(days=1096)
    assert plain.duo_end == plain.last_day + timedelta(days=1)


def test_without_a_herroepen_pip_the_start_stays_as_well():
    outcome = termijn_keeps_its_start(TermijnFacts(date(2026, 3, 16)), on=date(2026, 4, 1))
    assert (outcome.value, outcome.sentence()) == (
        True,
        "een nieuw PIP of een herroepen PIP verandert de aanvang niet",
    )
