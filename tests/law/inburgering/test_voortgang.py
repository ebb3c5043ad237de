from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.inburgering import voortgang as law
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.voortgang import (
    A2Facts,
    SwitchFacts,
    ended_course_after_limit,
    leerroute_switch,
    leerroute_switch_until,
    made_aanzienlijke_inspanningen,
    may_examine_at_a2,
)
from meedoen.law.kernel.outcome import Status

PIP = date(2026, 3, 16)
B1, ONDERWIJS, Z = Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE, Leerroute.Z_ROUTE


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("pip", "until", "begin"),
    [
        (PIP, date(2027, 9, 16), "17 maart 2026"),
        (date(2024, 8, 30), date(2026, 2, 28), "31 augustus 2024"),
    ],
)
def test_the_switch_ends_after_a_year_and_a_half(pip, until, begin):
    outcome = leerroute_switch_until(SwitchFacts(pip), on=pip)
    assert (outcome.value, outcome.sentence()) == (
        until,
        f"18 maanden vanaf de aanvang van de termijn op {begin}",
    )


LATE = date(2027, 9, 17)


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SwitchFacts(PIP, B1, Z), date(2027, 9, 16), ("ja", "wijzigen kan tot en met 16 september 2027")),
        (
            SwitchFacts(PIP, B1, Z),
            LATE,
            ("nee", "wijzigen kon tot en met 16 september 2027, behalve in een bijzonder geval"),
        ),
        (
            SwitchFacts(PIP, ONDERWIJS, B1),
            date(2028, 12, 1),
            ("ja", "van de onderwijsroute naar de B1-route kan het hele traject"),
        ),
        (
            SwitchFacts(PIP, ONDERWIJS, Z),
            LATE,
            ("nee", "wijzigen kon tot en met 16 september 2027, behalve in een bijzonder geval"),
        ),
        (
            SwitchFacts(PIP, B1, ONDERWIJS),
            LATE,
            ("nee", "wijzigen kon tot en met 16 september 2027, behalve in een bijzonder geval"),
        ),
        (
            SwitchFacts(PIP, B1, Z, bijzonder_geval=True),
            LATE,
            ("ja", "het college wijkt in dit bijzondere geval af van de termijn"),
        ),
        (
            SwitchFacts(PIP, Z, B1, niet_vrijstellende_opleiding_geeindigd=LATE),
            LATE,
            ("ja", "wijzigen kan na het einde van de niet-vrijstellende opleiding"),
        ),
        (SwitchFacts(PIP, Z, Z), PIP, ("nee", "de Z-route is al de leerroute")),
        (SwitchFacts(PIP, None, Z), PIP, ("onbekend", "de huidige leerroute is niet bekend")),
        (SwitchFacts(PIP, Z), PIP, ("onbekend", "de nieuwe leerroute is niet bekend")),
        (
            SwitchFacts(None, B1, Z),
            PIP,
            ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen"),
        ),
    ],
)
def test_another_leerroute(facts, on, answer):
    assert says(leerroute_switch(facts, on=on)) == answer


OLD = date(2022, 1, 3)


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SwitchFacts(OLD, B1, Z), date(2022, 12, 31), ("ja", "wijzigen kan tot en met 3 juli 2023")),
        (
            SwitchFacts(OLD, ONDERWIJS, B1),
            date(2022, 12, 31),
            ("ja", "van de onderwijsroute naar de B1-route kan het hele traject"),
        ),
        (SwitchFacts(OLD, B1, B1), date(2022, 12, 31), ("nee", "de B1-route is al de leerroute")),
        (
            SwitchFacts(date(2021, 1, 1), B1, Z, bijzonder_geval=True),
            date(2022, 12, 31),
            ("ja", "het college wijkt in dit bijzondere geval af van de termijn"),
        ),
        (
            SwitchFacts(date(2021, 1, 1), Z, B1, niet_vrijstellende_opleiding_geeindigd=date(2022, 10, 1)),
            date(2022, 12, 31),
            ("nee", "wijzigen kon tot en met 1 juli 2022, behalve in een bijzonder geval"),
        ),
    ],
)
def test_in_2022_there_was_no_later_switch_after_a_course(facts, on, answer):
    assert says(leerroute_switch(facts, on=on)) == answer


def test_the_same_course_opens_the_switch_from_2023():
    facts = SwitchFacts(date(2021, 1, 1), Z, B1, niet_vrijstellende_opleiding_geeindigd=date(2022, 10, 1))
    assert leerroute_switch(facts, on=date(2023, 1, 1)).value is True


@pytest.mark.parametrize(
    ("ended", "on", "answer"),
    [
        (None, LATE, ("nee", "er is geen beëindigde niet-vrijstellende opleiding bekend")),
        (
            date(2027, 9, 18),
            LATE,
            ("nee", "de niet-vrijstellende opleiding loopt nog tot 18 september 2027"),
        ),
        (LATE, LATE, ("ja", "de niet-vrijstellende opleiding eindigde op 17 september 2027")),
        (
            date(2027, 9, 16),
            LATE,
            ("nee", "de niet-vrijstellende opleiding eindigde al op 16 september 2027, binnen de termijn"),
        ),
    ],
)
def test_only_a_course_that_ended_past_the_limit_counts(ended, on, answer):
    facts = SwitchFacts(PIP, niet_vrijstellende_opleiding_geeindigd=ended)
    assert says(ended_course_after_limit(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (A2Facts(), ("onbekend", "de leerroute is niet bekend")),
        (
            A2Facts(ONDERWIJS, 900, voldoende_inzet=True, b1_haalbaar=False),
            ("nee", "examineren op niveau A2 in plaats van B1 is er alleen in de B1-route"),
        ),
        (A2Facts(B1), ("onbekend", "het aantal gevolgde cursusuren NT2 is niet bekend")),
        (
            A2Facts(B1, 599, voldoende_inzet=True),
            ("nee", "er zijn nog geen aanzienlijke inspanningen geleverd"),
        ),
        (A2Facts(B1, 600), ("oordeel", "beoordeel of de inzet tijdens de taallessen voldoende was")),
        (
            A2Facts(B1, 600, voldoende_inzet=False),
            ("nee", "er zijn nog geen aanzienlijke inspanningen geleverd"),
        ),
        (
            A2Facts(B1, 600, voldoende_inzet=True),
            ("oordeel", "beoordeel of niveau B1 binnen de termijn haalbaar is"),
        ),
        (
            A2Facts(B1, 600, voldoende_inzet=True, b1_haalbaar=True),
            ("nee", "niveau B1 is volgens het college binnen de termijn haalbaar"),
        ),
        (
            A2Facts(B1, 600, voldoende_inzet=True, b1_haalbaar=False),
            ("ja", "niveau B1 is ondanks aanzienlijke inspanningen niet haalbaar binnen de termijn"),
        ),
    ],
)
def test_examination_at_a2(facts, answer):
    assert says(may_examine_at_a2(facts, on=PIP)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (A2Facts(B1, 480), ("nee", "480 van de 600 uur NT2 zijn gevolgd")),
        (
            A2Facts(B1, 640, voldoende_inzet=True),
            ("ja", "640 van de 600 uur NT2 zijn met voldoende inzet gevolgd"),
        ),
        (
            A2Facts(B1, 640, voldoende_inzet=False),
            ("nee", "de inzet tijdens de taallessen was volgens het college onvoldoende"),
        ),
    ],
)
def test_aanzienlijke_inspanningen(facts, answer):
    assert says(made_aanzienlijke_inspanningen(facts, on=PIP)) == answer


@given(st.integers(0, 1200), st.sampled_from([None, True, False]), st.sampled_from([None, True, False]))
def test_a2_is_never_allowed_by_anything_unjudged(uren, inzet, haalbaar):
    outcome = may_examine_at_a2(A2Facts(B1, uren, voldoende_inzet=inzet, b1_haalbaar=haalbaar), on=PIP)
    assert (outcome.value is True) == (uren >= 600 and inzet is True and haalbaar is False)
    assert outcome.status is not Status.UNKNOWN


@given(st.dates(date(2023, 1, 1), date(2030, 12, 31)))
def test_the_switch_ends_within_the_term(pip):
    until = leerroute_switch_until(SwitchFacts(pip), on=pip).value
    assert timedelta(days=545) <= until - pip <= timedelta(days=551)


PIP_2026 = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SwitchFacts(), PIP_2026, ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen")),
        (
            SwitchFacts(PIP_2026),
            date(2027, 9, 15),
            ("2", "de leerroute kan wijzigen tot en met 16 september 2027"),
        ),
        (
            SwitchFacts(PIP_2026),
            date(2027, 9, 16),
            ("1", "de leerroute kan wijzigen tot en met 16 september 2027"),
        ),
        (
            SwitchFacts(PIP_2026),
            date(2027, 9, 17),
            ("0", "de leerroute kan wijzigen tot en met 16 september 2027"),
        ),
        (
            SwitchFacts(PIP_2026),
            date(2027, 12, 17),
            ("0", "de leerroute kan wijzigen tot en met 16 september 2027"),
        ),
    ],
)
def test_how_long_the_leerroute_can_still_change(facts, on, answer):
    assert says(law.switch_days_left(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("maanden", "on", "answer"),
    [
        (
            None,
            date(2027, 6, 16),
            ("onbekend", "de gemeente heeft niet vastgelegd wanneer zij dit signaal wil"),
        ),
        (3, date(2027, 6, 15), ("nee", "wijzigen kan nog lang genoeg, tot en met 16 september 2027")),
        (
            3,
            date(2027, 6, 16),
            ("ja", "bespreek of de leerroute nog past: wijzigen kan tot en met 16 september 2027"),
        ),
        (
            3,
            date(2027, 9, 16),
            ("ja", "bespreek of de leerroute nog past: wijzigen kan tot en met 16 september 2027"),
        ),
        (3, date(2027, 9, 17), ("nee", "wijzigen kon tot en met 16 september 2027")),
    ],
)
def test_a_sign_before_the_leerroute_cannot_change_any_more(maanden, on, answer):
    facts = SwitchFacts(PIP_2026, overstap_signaal_maanden=maanden)
    assert says(law.switch_window_closes(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("uren", "answer"),
    [
        (None, ("onbekend", "het aantal gevolgde cursusuren NT2 is niet bekend")),
        (599, ("1", "599 van de 600 uur NT2 zijn gevolgd")),
        (600, ("0", "600 van de 600 uur NT2 zijn gevolgd")),
        (601, ("0", "601 van de 600 uur NT2 zijn gevolgd")),
    ],
)
def test_hours_nt2_left_before_a2(uren, answer):
    assert says(law.a2_uren_left(A2Facts(nt2_uren=uren), on=PIP_2026)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (A2Facts(nt2_uren=600), ("onbekend", "de leerroute is niet bekend")),
        (
            A2Facts(Z, 600),
            ("nee", "examineren op niveau A2 in plaats van B1 is er alleen in de B1-route"),
        ),
        (
            A2Facts(B1, 600, a2_besluit=PIP_2026),
            ("nee", "op 16 maart 2026 is al besloten tot examens op A2"),
        ),
        (A2Facts(B1, 600, taalonderdelen_behaald=4), ("nee", "alle taalonderdelen zijn behaald")),
        (A2Facts(B1), ("onbekend", "het aantal gevolgde cursusuren NT2 is niet bekend")),
        (A2Facts(B1, 599), ("nee", "er zijn nog 1 cursusuren NT2 te volgen")),
        (
            A2Facts(B1, 600, a2_besluit=date(2026, 3, 17), taalonderdelen_behaald=3),
            ("ja", "de uren zijn gemaakt: beoordeel of B1 haalbaar is of A2 past"),
        ),
        (A2Facts(B1, 600), ("ja", "de uren zijn gemaakt: beoordeel of B1 haalbaar is of A2 past")),
    ],
)
def test_a_sign_when_the_hours_for_a2_are_made(facts, answer):
    assert says(law.a2_to_consider(facts, on=PIP_2026)) == answer


@pytest.mark.parametrize(
    ("besluit", "answer"),
    [
        (None, ("nee", "er is geen besluit tot examens op A2")),
        (date(2026, 3, 17), ("nee", "er is geen besluit tot examens op A2")),
        (
            PIP_2026,
            (
                "oordeel",
                "de wet regelt geen weg terug van A2 naar B1: beoordeel of het PIP weer op B1 kan",
            ),
        ),
    ],
)
def test_the_way_back_from_a2_is_left_to_judgement(besluit, answer):
    assert says(law.may_return_to_b1(A2Facts(a2_besluit=besluit), on=PIP_2026)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (SwitchFacts(OLD, naar=B1), ("onbekend", "de huidige leerroute is niet bekend")),
        (SwitchFacts(OLD, B1), ("onbekend", "de nieuwe leerroute is niet bekend")),
        (
            SwitchFacts(date(2021, 6, 30), B1, Z),
            ("ja", "wijzigen kan tot en met 31 december 2022"),
        ),
    ],
)
def test_in_2022_the_last_day_and_missing_routes(facts, answer):
    assert says(leerroute_switch(facts, on=date(2022, 12, 31))) == answer
