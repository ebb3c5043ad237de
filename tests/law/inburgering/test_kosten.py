from datetime import date

import pytest

from meedoen.law.inburgering import kosten as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.kosten import Examenonderdeel

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de doelgroep is niet bekend")),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT},
            ("nee", "een gezinsmigrant of overige migrant betaalt de examens zelf"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER},
            ("onbekend", "het is niet bekend om welk examenonderdeel het gaat"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "examenonderdeel": Examenonderdeel.KNM},
            ("onbekend", "de leerroute is niet bekend"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.B1_ROUTE,
            },
            ("onbekend", "het is niet bekend hoe vaak dit onderdeel al is gedaan"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.ONDERWIJSROUTE,
            },
            ("onbekend", "het is niet bekend hoe vaak dit onderdeel al is gedaan"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.Z_ROUTE,
            },
            ("onbekend", "het is niet bekend of het examen bij het PIP past"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.TAAL_A2,
                "leerroute": Leerroute.ONDERWIJSROUTE,
            },
            ("nee", "in de onderwijsroute is alleen het examen KNM kosteloos"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.TAAL_B1_OF_HOGER,
                "leerroute": Leerroute.ONDERWIJSROUTE,
            },
            ("nee", "in de onderwijsroute is alleen het examen KNM kosteloos"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.TAAL_B1_OF_HOGER,
                "leerroute": Leerroute.Z_ROUTE,
            },
            ("nee", "in de Z-route zijn alleen KNM en taal op niveau A2 kosteloos"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.TAAL_A2,
                "leerroute": Leerroute.Z_ROUTE,
            },
            ("onbekend", "het is niet bekend of het examen bij het PIP past"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.TAAL_A2,
                "leerroute": Leerroute.Z_ROUTE,
                "examen_past_bij_pip": False,
            },
            ("nee", "het examen past niet bij het PIP"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.Z_ROUTE,
                "examen_past_bij_pip": True,
            },
            ("onbekend", "het is niet bekend hoe vaak dit onderdeel al is gedaan"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.TAAL_B1_OF_HOGER,
                "leerroute": Leerroute.B1_ROUTE,
            },
            ("onbekend", "het is niet bekend of het examen bij het PIP past"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.TAAL_A2,
                "leerroute": Leerroute.B1_ROUTE,
                "examen_past_bij_pip": False,
            },
            ("nee", "het examen past niet bij het PIP"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.B1_ROUTE,
                "examenpogingen": 0,
            },
            ("ja", "er zijn 0 van de 2 kosteloze pogingen gedaan"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.B1_ROUTE,
                "examenpogingen": 1,
            },
            ("ja", "er zijn 1 van de 2 kosteloze pogingen gedaan"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.B1_ROUTE,
                "examenpogingen": 2,
            },
            ("nee", "de 2 kosteloze pogingen zijn gedaan"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.B1_ROUTE,
                "examenpogingen": 3,
            },
            ("nee", "de 2 kosteloze pogingen zijn gedaan"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.TAAL_A2,
                "leerroute": Leerroute.B1_ROUTE,
                "examen_past_bij_pip": True,
                "examenpogingen": 1,
            },
            ("ja", "er zijn 1 van de 2 kosteloze pogingen gedaan"),
        ),
    ],
)
def test_which_attempts_are_free(facts, answer):
    assert says(law.kosteloze_poging(law.KostenFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de doelgroep is niet bekend")),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT},
            ("onbekend", "het is niet bekend om welk examenonderdeel het gaat"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "examenonderdeel": Examenonderdeel.KNM},
            ("€ 50", "het examengeld voor dit onderdeel is € 50"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "examenonderdeel": Examenonderdeel.TAAL_A2,
            },
            ("€ 50", "het examengeld voor dit onderdeel is € 50"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "examenonderdeel": Examenonderdeel.TAAL_B1_OF_HOGER,
            },
            (
                "onbekend",
                (
                    "het bedrag voor B1 en hoger staat in het Staatsexamenbesluit Nt2, dat hier niet is "
                    "opgenomen"
                ),
            ),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.B1_ROUTE,
                "examenpogingen": 1,
            },
            ("€ 0", "deze poging is kosteloos"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "examenonderdeel": Examenonderdeel.KNM,
                "leerroute": Leerroute.B1_ROUTE,
                "examenpogingen": 2,
            },
            ("€ 50", "het examengeld voor dit onderdeel is € 50"),
        ),
    ],
)
def test_what_an_attempt_costs(facts, answer):
    assert says(law.examengeld(law.KostenFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("€ 90", "een aanvraag van vrijstelling wegens voldoende ingeburgerd zijn kost € 90")),
    ],
)
def test_what_an_application_for_vrijstelling_costs(facts, answer):
    assert says(law.kosten_vrijstelling(law.KostenFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (
            {},
            (
                "€ 225",
                (
                    "het medisch advies kost € 225; bij advies voor ontheffing of aangepast examen komt dat "
                    "terug"
                ),
            ),
        ),
        (
            {"advies_ontheffing_of_aangepast_examen": True},
            ("€ 0", "de € 225 voor het medisch advies worden terugbetaald"),
        ),
        (
            {"advies_ontheffing_of_aangepast_examen": False},
            ("€ 225", "het medisch advies kost € 225 en dat komt niet terug"),
        ),
    ],
)
def test_what_the_medical_advice_costs(facts, answer):
    assert says(law.kosten_ontheffing(law.KostenFacts(**facts), on=ON)) == answer


OP_31_DECEMBER_2022 = date(2022, 12, 31)


@pytest.mark.parametrize(
    ("known", "answer"),
    [
        ({}, ("onbekend", "de doelgroep is niet bekend")),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT},
            ("nee", "een gezinsmigrant of overige migrant betaalt de examens zelf"),
        ),
        ({"examenonderdeel": None}, ("onbekend", "het is niet bekend om welk examenonderdeel het gaat")),
        ({"leerroute": None}, ("onbekend", "de leerroute is niet bekend")),
        (
            {"leerroute": Leerroute.ONDERWIJSROUTE, "examenonderdeel": Examenonderdeel.TAAL_A2},
            ("nee", "in de onderwijsroute is alleen het examen KNM kosteloos"),
        ),
        (
            {"examenonderdeel": Examenonderdeel.KNM},
            ("nee", "in de Z-route is alleen taal op niveau A2 kosteloos"),
        ),
        (
            {"examenonderdeel": Examenonderdeel.TAAL_B1_OF_HOGER},
            ("nee", "in de Z-route is alleen taal op niveau A2 kosteloos"),
        ),
        (
            {"examen_past_bij_pip": None},
            ("onbekend", "het is niet bekend of het examen bij het PIP past"),
        ),
        ({"examen_past_bij_pip": False}, ("nee", "het examen past niet bij het PIP")),
        (
            {"examenpogingen": None},
            ("onbekend", "het is niet bekend hoe vaak dit onderdeel al is gedaan"),
        ),
        (
            {"leerroute": Leerroute.B1_ROUTE, "examenonderdeel": Examenonderdeel.KNM},
            ("ja", "er zijn 1 van de 2 kosteloze pogingen gedaan"),
        ),
        ({"examenpogingen": 1}, ("ja", "er zijn 1 van de 2 kosteloze pogingen gedaan")),
        ({"examenpogingen": 2}, ("nee", "de 2 kosteloze pogingen zijn gedaan")),
    ],
)
def test_in_2022_knm_was_not_free_in_the_z_route(known, answer):
    base = {
        "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
        "leerroute": Leerroute.Z_ROUTE,
        "examenonderdeel": Examenonderdeel.TAAL_A2,
        "examen_past_bij_pip": True,
        "examenpogingen": 1,
    }
    facts = law.KostenFacts(**(base | known if known else {}))
    assert says(law.kosteloze_poging(facts, on=OP_31_DECEMBER_2022)) == answer


def test_since_2023_knm_is_free_in_the_z_route_too():
    facts = law.KostenFacts(
        Doelgroep.ASIELSTATUSHOUDER, Leerroute.Z_ROUTE, Examenonderdeel.KNM, 0, examen_past_bij_pip=True
    )
    assert law.kosteloze_poging(facts, on=date(2023, 1, 1)).value is True
    assert law.kosteloze_poging(facts, on=OP_31_DECEMBER_2022).value is False
