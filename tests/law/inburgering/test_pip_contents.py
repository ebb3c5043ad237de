from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering import pip_contents as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.pip_contents import PIPContentsFacts

ON = date(2026, 4, 1)
COMPLETE = PIPContentsFacts(
    doelgroep=Doelgroep.ASIELSTATUSHOUDER,
    leerroute=Leerroute.B1_ROUTE,
    ondersteuning_en_begeleiding=True,
    intensiteit_pvt_uren=12,
    intensiteit_map_uren=40,
    vve_van_toepassing=True,
    vve_afspraken=True,
    intensiteit_leerroute_uren=900,
    pw_besluiten_van_toepassing=True,
    pw_besluiten_toegevoegd=True,
    aantal_voortgangsgesprekken=6,
)


def test_a_complete_pip_misses_nothing():
    assert law.pip_contents_missing(COMPLETE, on=ON) == ()
    assert [o.sentence() for o in law.pip_contents(COMPLETE, on=ON)] == [
        "de leerroute is de B1-route",
        "de ondersteuning en begeleiding is beschreven",
        "het PVT duurt 12 uur",
        "de MAP duurt 40 uur",
        "de afspraken over VVE zijn vastgelegd",
        "de leerroute duurt 900 uur",
        "de besluiten op grond van de Participatiewet zijn toegevoegd",
        "het aantal voortgangsgesprekken is 6",
    ]


@pytest.mark.parametrize(
    ("changes", "citation", "because"),
    [
        ({"leerroute": None}, "art. 15, eerste lid, onderdeel a, Wi 2021", "de leerroute ontbreekt"),
        (
            {"ondersteuning_en_begeleiding": None},
            "art. 15, eerste lid, onderdeel b, Wi 2021",
            "de ondersteuning en begeleiding ontbreekt",
        ),
        (
            {"intensiteit_pvt_uren": None},
            "art. 15, eerste lid, onderdeel c, Wi 2021",
            "de intensiteit van het participatieverklaringstraject (PVT) ontbreekt",
        ),
        (
            {"intensiteit_map_uren": None},
            "art. 15, eerste lid, onderdeel c, Wi 2021",
            "de intensiteit van de module Arbeidsmarkt en Participatie (MAP) ontbreekt",
        ),
        (
            {"vve_van_toepassing": None},
            "art. 15, eerste lid, onderdeel d, Wi 2021",
            "het is niet vastgelegd of er een kind is voor wie VVE mogelijk is",
        ),
        (
            {"vve_afspraken": None},
            "art. 15, eerste lid, onderdeel d, Wi 2021",
            "de afspraken over voor- of vroegschoolse educatie (VVE) van het kind ontbreken",
        ),
        (
            {"intensiteit_leerroute_uren": None},
            "art. 15, tweede lid, Wi 2021",
            "de intensiteit van de leerroute ontbreekt",
        ),
        ({"doelgroep": None}, "art. 15, tweede lid, Wi 2021", "de doelgroep is niet bekend"),
        (
            {"pw_besluiten_van_toepassing": None},
            "art. 15, derde lid, Wi 2021",
            "het is niet vastgelegd of er Pw-besluiten zijn",
        ),
        (
            {"pw_besluiten_toegevoegd": None},
            "art. 15, derde lid, Wi 2021",
            "de besluiten op grond van de Participatiewet ontbreken",
        ),
        (
            {"aantal_voortgangsgesprekken": None},
            "art. 5.3, vierde lid, Bi 2021",
            "het aantal voortgangsgesprekken ontbreekt",
        ),
    ],
)
def test_each_missing_section_names_its_article(changes, citation, because):
    (missing,) = law.pip_contents_missing(replace(COMPLETE, **changes), on=ON)
    assert (str(missing.citation), missing.sentence()) == (citation, because)


def test_zero_hours_are_an_intensity_too():
    assert law.has_intensiteit_pvt(replace(COMPLETE, intensiteit_pvt_uren=0), on=ON).value is True


@pytest.mark.parametrize(
    ("rule", "changes", "because"),
    [
        (
            law.has_intensiteit_map,
            {"leerroute": Leerroute.ONDERWIJSROUTE, "intensiteit_map_uren": None},
            "in de onderwijsroute is er geen MAP",
        ),
        (law.has_vve, {"vve_van_toepassing": False}, "er is geen kind voor wie VVE mogelijk is"),
        (
            law.has_intensiteit_leerroute,
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "intensiteit_leerroute_uren": None},
            "bij een gezinsmigrant of overige migrant hoeft de intensiteit van de leerroute niet",
        ),
        (
            law.has_pw_besluiten,
            {"pw_besluiten_van_toepassing": False},
            "er zijn geen besluiten op grond van de Participatiewet",
        ),
    ],
)
def test_what_does_not_apply_is_not_missing(rule, changes, because):
    outcome = rule(replace(COMPLETE, **changes), on=ON)
    assert (outcome.value, outcome.sentence()) == (True, because)


@pytest.mark.parametrize(("count", "value"), [(None, False), (4, True)])
def test_in_2022_the_number_of_gesprekken_stood_in_the_third_lid(count, value):
    outcome = law.has_voortgangsgesprekken(
        PIPContentsFacts(aantal_voortgangsgesprekken=count), on=date(2022, 12, 31)
    )
    assert (outcome.value, str(outcome.citation)) == (value, "art. 5.3, derde lid, Bi 2021")


@pytest.mark.parametrize(
    ("aantal", "answer"),
    [
        (None, ("nee", "het aantal voortgangsgesprekken ontbreekt")),
        (0, ("ja", "het aantal voortgangsgesprekken is 0")),
        (4, ("ja", "het aantal voortgangsgesprekken is 4")),
    ],
)
def test_the_number_of_voortgangsgesprekken_stands_in_the_sentence(aantal, answer):
    outcome = law.has_voortgangsgesprekken(
        PIPContentsFacts(aantal_voortgangsgesprekken=aantal), on=date(2022, 12, 31)
    )
    assert (outcome.head(), outcome.sentence()) == answer
