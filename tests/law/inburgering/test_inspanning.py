from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering import inspanning as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.inspanning import InspanningFacts

ON = date(2028, 10, 1)
ENOUGH = InspanningFacts(
    eerste_pip=date(2026, 3, 16),
    doelgroep=Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
    leerroute=Leerroute.B1_ROUTE,
    uren=450,
    taalonderdelen_behaald=2,
    knm_behaald=True,
    pvt_behaald=True,
    map_behaald=True,
)
ASIEL = Doelgroep.ASIELSTATUSHOUDER


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({}, ("ja", "ten minste 450 uur les is gevolgd")),
        ({"uren": 449}, ("nee", "449 van de 450 uur les zijn gevolgd")),
        ({"uren": None}, ("onbekend", "het aantal uren les is niet bekend")),
        ({"doelgroep": None}, ("onbekend", "de doelgroep is niet bekend")),
        (
            {"doelgroep": ASIEL},
            ("oordeel", "beoordeel of alle lessen zijn gevolgd, behalve bij geoorloofd verzuim"),
        ),
        (
            {"doelgroep": ASIEL, "uren": None, "alle_lessen_gevolgd": True},
            ("ja", "alle lessen zijn gevolgd, behalve bij geoorloofd verzuim"),
        ),
        (
            {"doelgroep": ASIEL, "uren": 900, "alle_lessen_gevolgd": False},
            ("nee", "niet alle lessen zijn gevolgd"),
        ),
    ],
)
def test_each_group_has_its_own_norm_of_lessons(changed, answer):
    assert says(law.followed_enough_lessons(replace(ENOUGH, **changed), on=ON)) == answer


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({}, ("ja", "er zijn aanzienlijke inspanningen geleverd")),
        ({"leerroute": None}, ("onbekend", "de leerroute is niet bekend")),
        (
            {"leerroute": Leerroute.Z_ROUTE},
            ("nee", "verlenging na inspanning is er alleen in de B1-route"),
        ),
        (
            {"leerroute": Leerroute.ONDERWIJSROUTE},
            ("nee", "verlenging na inspanning is er alleen in de B1-route"),
        ),
        ({"taalonderdelen_behaald": 1}, ("nee", "1 van de 2 taalonderdelen zijn behaald")),
        (
            {"taalonderdelen_behaald": None},
            ("onbekend", "het aantal behaalde taalonderdelen is niet bekend"),
        ),
        ({"taalonderdelen_behaald": 3}, ("ja", "er zijn aanzienlijke inspanningen geleverd")),
        ({"knm_behaald": None}, ("onbekend", "het is niet bekend of KNM is behaald")),
        ({"knm_behaald": False}, ("nee", "KNM is nog niet behaald")),
        ({"pvt_behaald": None}, ("onbekend", "het is niet bekend of het PVT is afgerond")),
        ({"pvt_behaald": False}, ("nee", "het PVT is nog niet afgerond")),
        ({"map_behaald": None}, ("onbekend", "het is niet bekend of de MAP is afgerond")),
        ({"map_behaald": False}, ("nee", "de MAP is nog niet afgerond")),
        ({"uren": 449}, ("nee", "er zijn te weinig lessen gevolgd")),
        ({"nieuwe_termijn_loopt": False}, ("ja", "er zijn aanzienlijke inspanningen geleverd")),
        ({"verlengd_na_inspanning": False}, ("ja", "er zijn aanzienlijke inspanningen geleverd")),
    ],
)
def test_every_condition_of_effort(changed, answer):
    assert says(law.extended_after_effort(replace(ENOUGH, **changed), on=ON)) == answer


@pytest.mark.parametrize(
    ("name", "sentence", "reading"),
    [
        (
            "nieuwe_termijn_loopt",
            "verlenging na inspanning geldt niet voor een nieuwe termijn na een boete",
            "alleen de eerste termijn van drie jaar wordt na inspanning verlengd",
        ),
        (
            "verlengd_na_inspanning",
            "de termijn is al een keer na inspanning verlengd",
            "na inspanning wordt een termijn een keer verlengd, zoals DUO het doet",
        ),
    ],
)
def test_effort_extends_the_first_term_once(name, sentence, reading):
    outcome = law.extended_after_effort(replace(ENOUGH, **{name: True}), on=ON)
    assert (*says(outcome), outcome.reading) == ("nee", sentence, reading)


def test_lessons_are_judged_only_when_all_else_is_met():
    asked = replace(ENOUGH, doelgroep=ASIEL)
    assert law.extended_after_effort(asked, on=ON).head() == "oordeel"
    assert law.extended_after_effort(replace(asked, map_behaald=False), on=ON).head() == "nee"


@pytest.mark.parametrize("on", [date(2022, 1, 1), date(2026, 4, 2), ON])
def test_the_term_is_six_months_longer(on):
    outcome = law.effort_last_day(ENOUGH, on=on)
    assert outcome.value == date(2029, 9, 16)
    assert outcome.sentence() == "6 maanden na het einde van de termijn op 16 maart 2029"
    later = law.effort_last_day(replace(ENOUGH, verlengd_tot_en_met=date(2029, 7, 31)), on=on)
    assert later.value == date(2030, 1, 31)


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        (
            {"uren": 449},
            ("16 maart 2029", "de termijn wordt niet verlengd en loopt tot en met 16 maart 2029"),
        ),
        ({"eerste_pip": None}, ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen")),
    ],
)
def test_without_effort_or_a_pip_the_term_is_not_longer(changed, answer):
    assert says(law.effort_last_day(replace(ENOUGH, **changed), on=ON)) == answer
