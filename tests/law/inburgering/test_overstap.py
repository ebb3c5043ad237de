from datetime import date

import pytest

from meedoen.law.inburgering import overstap as law
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.overstap import OverstapFacts

B1, ONDERWIJS, Z = Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE, Leerroute.Z_ROUTE
DAYS = [date(2022, 12, 31), date(2023, 1, 1)]


def says(outcome):
    return outcome.head(), outcome.sentence()


def moved(van, naar):
    return OverstapFacts(
        van,
        naar,
        nt2_uren_voor_overstap=300,
        knm_uren_voor_overstap=20,
        examenpogingen_voor_overstap=3,
        onderdelen_behaald_voor_overstap=1,
    )


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (OverstapFacts(naar=B1), ("onbekend", "de huidige leerroute is niet bekend")),
        (OverstapFacts(van=Z), ("onbekend", "de nieuwe leerroute is niet bekend")),
        (moved(B1, B1), ("0", "de B1-route is al de leerroute")),
        (moved(ONDERWIJS, B1), ("320", "320 uur les in de onderwijsroute weegt mee bij de intensiteit")),
        (moved(Z, B1), ("320", "320 uur les in de Z-route weegt mee bij de intensiteit")),
        (OverstapFacts(Z, B1), ("0", "0 uur les in de Z-route weegt mee bij de intensiteit")),
        (
            moved(B1, ONDERWIJS),
            ("0", "bij een wijziging naar de onderwijsroute bepalen eerdere uren de intensiteit niet"),
        ),
        (moved(B1, Z), ("0", "bij een wijziging naar de Z-route bepalen eerdere uren de intensiteit niet")),
    ],
)
def test_hours_weigh_in_the_intensity_of_the_b1_route(facts, on, answer):
    assert says(law.hours_count_for_intensity(facts, on=on)) == answer


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (OverstapFacts(naar=Z), ("onbekend", "de huidige leerroute is niet bekend")),
        (OverstapFacts(van=B1), ("onbekend", "de nieuwe leerroute is niet bekend")),
        (moved(B1, Z), ("320", "320 uur les in de B1-route gaat van de cursusuren af")),
        (moved(ONDERWIJS, Z), ("320", "320 uur les in de onderwijsroute gaat van de cursusuren af")),
        (OverstapFacts(B1, Z), ("0", "0 uur les in de B1-route gaat van de cursusuren af")),
        (moved(Z, Z), ("0", "alleen bij een wijziging naar de Z-route gaan uren van de norm af")),
        (moved(Z, B1), ("0", "alleen bij een wijziging naar de Z-route gaan uren van de norm af")),
    ],
)
def test_hours_come_off_the_norm_of_the_z_route(facts, on, answer):
    assert says(law.hours_come_off_the_z_norm(facts, on=on)) == answer


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize(
    ("facts", "answer", "pogingen", "onderdelen"),
    [
        (
            moved(B1, B1),
            ("ja", "de B1-route is al de leerroute"),
            ("3", "3 eerdere pogingen tellen mee"),
            ("1", "1 eerder behaalde onderdelen tellen mee"),
        ),
        (
            moved(ONDERWIJS, B1),
            ("ja", "gedane pogingen en behaalde onderdelen in de onderwijsroute tellen in de B1-route"),
            ("3", "3 eerdere pogingen tellen mee"),
            ("1", "1 eerder behaalde onderdelen tellen mee"),
        ),
        (
            moved(B1, ONDERWIJS),
            ("ja", "gedane pogingen en behaalde onderdelen in de B1-route tellen in de onderwijsroute"),
            ("3", "3 eerdere pogingen tellen mee"),
            ("1", "1 eerder behaalde onderdelen tellen mee"),
        ),
        (
            OverstapFacts(B1, ONDERWIJS),
            ("ja", "gedane pogingen en behaalde onderdelen in de B1-route tellen in de onderwijsroute"),
            ("0", "0 eerdere pogingen tellen mee"),
            ("0", "0 eerder behaalde onderdelen tellen mee"),
        ),
        (
            moved(Z, B1),
            ("nee", "van de Z-route naar de B1-route gaan examens niet vanzelf mee"),
            ("0", "eerdere pogingen tellen niet mee"),
            ("0", "eerder behaalde onderdelen tellen niet mee"),
        ),
        (
            moved(B1, Z),
            ("nee", "van de B1-route naar de Z-route gaan examens niet vanzelf mee"),
            ("0", "eerdere pogingen tellen niet mee"),
            ("0", "eerder behaalde onderdelen tellen niet mee"),
        ),
    ],
)
def test_exams_go_along_between_b1_and_onderwijsroute(facts, on, answer, pogingen, onderdelen):
    assert says(law.exams_go_along(facts, on=on)) == answer
    assert says(law.attempts_that_count(facts, on=on)) == pogingen
    assert says(law.passed_parts_that_count(facts, on=on)) == onderdelen


@pytest.mark.parametrize("on", DAYS)
def test_of_both_routes_it_must_be_known_which_they_are(on):
    assert (
        law.exams_go_along(OverstapFacts(naar=B1), on=on).sentence() == "de huidige leerroute is niet bekend"
    )
    assert law.exams_go_along(OverstapFacts(van=B1), on=on).sentence() == "de nieuwe leerroute is niet bekend"


@pytest.mark.parametrize(("on", "lid"), [(DAYS[0], "derde"), (DAYS[1], "vierde")])
def test_the_lid_has_another_number_since_2023(on, lid):
    outcomes = [
        law.hours_count_for_intensity(moved(Z, B1), on=on),
        law.exams_go_along(moved(Z, B1), on=on),
        law.hours_come_off_the_z_norm(moved(B1, Z), on=on),
    ]
    assert [str(outcome.citation) for outcome in outcomes] == [
        f"art. 5.4, {lid} lid, onderdeel a, Bi 2021",
        f"art. 5.4, {lid} lid, Bi 2021",
        f"art. 5.4, {lid} lid, onderdeel c, Bi 2021",
    ]


@pytest.mark.parametrize("on", DAYS)
def test_what_the_text_does_not_say_of_exams_is_a_reading(on):
    assert law.exams_go_along(moved(Z, B1), on=on).reading == (
        "de wet zegt voor deze wijziging niets over eerder werk; dan telt het niet vanzelf mee"
    )
    assert law.exams_go_along(moved(ONDERWIJS, B1), on=on).reading is None
