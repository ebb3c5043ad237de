from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.inburgering import z_route as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.z_route import UrenFacts
from meedoen.law.kernel.outcome import Status

ON = date(2028, 1, 1)
BEFORE, AFTER = date(2027, 12, 1), date(2028, 1, 2)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("hours", "activities", "signed", "answer"),
    [
        (None, 1, BEFORE, ("nee", "0 van de 12 uur van het PVT zijn gevolgd")),
        (11, 1, BEFORE, ("nee", "11 van de 12 uur van het PVT zijn gevolgd")),
        (12, None, BEFORE, ("nee", "er is nog geen activiteit of excursie geweest")),
        (12, 0, BEFORE, ("nee", "er is nog geen activiteit of excursie geweest")),
        (12, 1, None, ("nee", "de participatieverklaring is nog niet ondertekend")),
        (12, 1, AFTER, ("nee", "de participatieverklaring is nog niet ondertekend")),
        (12, 1, ON, ("ja", "de participatieverklaring is op 1 januari 2028 ondertekend")),
    ],
)
def test_pvt(hours, activities, signed, answer):
    facts = UrenFacts(pvt_uren=hours, pvt_activiteiten=activities, participatieverklaring_ondertekend=signed)
    assert says(law.pvt_completed(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("hours", "talk", "answer"),
    [
        (None, BEFORE, ("nee", "0 van de 40 uur praktische inzet van de MAP zijn gedaan")),
        (39, BEFORE, ("nee", "39 van de 40 uur praktische inzet van de MAP zijn gedaan")),
        (40, None, ("nee", "het eindgesprek van de MAP is nog niet gevoerd")),
        (40, AFTER, ("nee", "het eindgesprek van de MAP is nog niet gevoerd")),
        (40, ON, ("ja", "het eindgesprek van de MAP is op 1 januari 2028 gevoerd")),
    ],
)
def test_map(hours, talk, answer):
    assert says(law.map_completed(UrenFacts(map_uren=hours, map_eindgesprek=talk), on=ON)) == answer


@pytest.mark.parametrize(("on", "lid"), [(date(2022, 12, 31), "derde"), (date(2023, 1, 1), "vierde")])
def test_hours_of_an_earlier_route_count(on, lid):
    facts = UrenFacts(
        overstap_van=Leerroute.B1_ROUTE, nt2_uren_voor_overstap=350, knm_uren_voor_overstap=20, cursusuren=0
    )
    outcome = law.z_hours_from_earlier_route(facts, on=on)
    assert says(outcome) == ("370", "370 uur les in de B1-route telt mee")
    assert str(outcome.citation) == f"art. 5.4, {lid} lid, onderdeel c, Bi 2021"
    assert law.z_cursusuren_left(facts, on=on).value == 430
    assert says(law.z_hours_from_earlier_route(replace(facts, overstap_van=None), on=on)) == (
        "0",
        "er is niet overgestapt van een andere leerroute",
    )


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (UrenFacts(cursusuren=799), ("1", "799 van de 800 uur les zijn gevolgd")),
        (UrenFacts(cursusuren=900), ("0", "900 van de 800 uur les zijn gevolgd")),
        (UrenFacts(), ("800", "0 van de 800 uur les zijn gevolgd")),
    ],
)
def test_cursusuren_left(facts, answer):
    assert says(law.z_cursusuren_left(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (
            UrenFacts(ASIEL, pvt_uren=12, map_uren=40, participatie_uren_brede_intake=30),
            ("718", "82 van de 800 uur participatie zijn gedaan, met PVT, MAP en brede intake"),
        ),
        (
            UrenFacts(ASIEL, participatie_uren=801),
            ("0", "801 van de 800 uur participatie zijn gedaan, met PVT, MAP en brede intake"),
        ),
        (
            UrenFacts(OVERIG),
            ("0", "de Z-route van een gezinsmigrant of overige migrant heeft geen participatiedeel"),
        ),
        (UrenFacts(), ("onbekend", "de doelgroep is niet bekend")),
    ],
)
def test_participatie_uren_left(facts, answer):
    assert says(law.z_participatie_uren_left(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (UrenFacts(), ("onbekend", "de doelgroep is niet bekend")),
        (
            UrenFacts(ASIEL, cursusuren=800, participatie_uren=799, z_eindgesprek=ON),
            ("nee", "de uren participatie zijn nog niet gehaald"),
        ),
        (
            UrenFacts(OVERIG, cursusuren=799, z_eindgesprek=ON),
            ("nee", "de cursusuren zijn nog niet gehaald"),
        ),
        (
            UrenFacts(OVERIG, cursusuren=800),
            ("nee", "het eindgesprek met het college is nog niet gevoerd"),
        ),
        (
            UrenFacts(OVERIG, cursusuren=800, z_eindgesprek=AFTER),
            ("nee", "het eindgesprek met het college is nog niet gevoerd"),
        ),
        (
            UrenFacts(ASIEL, cursusuren=800, participatie_uren=800, z_eindgesprek=ON),
            ("ja", "alle uren zijn gehaald en het eindgesprek was op 1 januari 2028"),
        ),
    ],
)
def test_z_route_completed(facts, answer):
    assert says(law.z_route_completed(facts, on=ON)) == answer


@given(*(st.integers(0, 2000) for _ in range(4)))
def test_more_hours_never_leave_more_to_do(cursus, extra, participatie, pvt):
    less = UrenFacts(ASIEL, cursusuren=cursus, participatie_uren=participatie, pvt_uren=pvt)
    more = replace(less, cursusuren=cursus + extra, participatie_uren=participatie + extra)
    for rule in (law.z_cursusuren_left, law.z_participatie_uren_left):
        assert 0 <= rule(more, on=ON).value <= rule(less, on=ON).value <= 800


def test_the_group_is_needed_and_never_guessed():
    assert law.z_route_completed(UrenFacts(cursusuren=800), on=ON).status is Status.UNKNOWN


@pytest.mark.parametrize("on", [date(2022, 12, 31), date(2023, 1, 1)])
@pytest.mark.parametrize(
    ("nt2", "knm", "uren"), [(None, None, 0), (120, None, 120), (None, 40, 40), (120, 40, 160)]
)
def test_hours_before_the_switch_that_are_not_registered_are_none(nt2, knm, uren, on):
    facts = UrenFacts(overstap_van=Leerroute.B1_ROUTE, nt2_uren_voor_overstap=nt2, knm_uren_voor_overstap=knm)
    assert says(law.z_hours_from_earlier_route(facts, on=on)) == (
        str(uren),
        f"{uren} uur les in de B1-route telt mee",
    )
