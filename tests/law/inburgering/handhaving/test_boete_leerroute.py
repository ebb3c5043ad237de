from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.handhaving import boete_leerroute as law

ON = date(2029, 5, 1)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoe vaak alle examenonderdelen zijn geprobeerd")),
        ({"alle_onderdelen_geprobeerd": 1}, ("onbekend", "de doelgroep is niet bekend")),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 0,
                "aanwezigheid_pct": 59,
            },
            ("€ 1.000", "niet alle onderdelen zijn een keer geprobeerd en de inzet bij de lessen is laag"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 0,
                "aanwezigheid_pct": 60,
            },
            ("€ 800", "niet alle onderdelen zijn een keer geprobeerd en de inzet bij de lessen is midden"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 0,
                "aanwezigheid_pct": 90,
            },
            ("€ 400", "niet alle onderdelen zijn een keer geprobeerd en de inzet bij de lessen is hoog"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 1,
                "aanwezigheid_pct": 59,
            },
            ("€ 800", "alle onderdelen zijn een keer geprobeerd en de inzet bij de lessen is laag"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 1,
                "aanwezigheid_pct": 60,
            },
            ("€ 640", "alle onderdelen zijn een keer geprobeerd en de inzet bij de lessen is midden"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 1,
                "aanwezigheid_pct": 90,
            },
            ("€ 320", "alle onderdelen zijn een keer geprobeerd en de inzet bij de lessen is hoog"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 2,
                "aanwezigheid_pct": 59,
            },
            (
                "€ 600",
                (
                    "de onderdelen die niet zijn behaald, zijn twee keer geprobeerd en de inzet bij de "
                    "lessen is laag"
                ),
            ),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 2,
                "aanwezigheid_pct": 60,
            },
            (
                "€ 450",
                (
                    "de onderdelen die niet zijn behaald, zijn twee keer geprobeerd en de inzet bij de "
                    "lessen is midden"
                ),
            ),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 2,
                "aanwezigheid_pct": 90,
            },
            (
                "€ 225",
                (
                    "de onderdelen die niet zijn behaald, zijn twee keer geprobeerd en de inzet bij de "
                    "lessen is hoog"
                ),
            ),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 3,
                "aanwezigheid_pct": 59,
            },
            (
                "€ 600",
                (
                    "de onderdelen die niet zijn behaald, zijn twee keer geprobeerd en de inzet bij de "
                    "lessen is laag"
                ),
            ),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 3,
                "aanwezigheid_pct": 60,
            },
            (
                "€ 450",
                (
                    "de onderdelen die niet zijn behaald, zijn twee keer geprobeerd en de inzet bij de "
                    "lessen is midden"
                ),
            ),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 3,
                "aanwezigheid_pct": 90,
            },
            (
                "€ 225",
                (
                    "de onderdelen die niet zijn behaald, zijn twee keer geprobeerd en de inzet bij de "
                    "lessen is hoog"
                ),
            ),
        ),
    ],
)
def test_the_table_of_the_b1_route_and_the_onderwijsroute(facts, answer):
    assert says(law.boete_examens_voor_matiging(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel examenonderdelen zijn behaald")),
        ({"onderdelen_behaald": 0}, ("0", "er is geen onderdeel behaald")),
        ({"onderdelen_behaald": 1}, ("20", "er is een onderdeel behaald")),
        ({"onderdelen_behaald": 2}, ("40", "er zijn twee onderdelen behaald")),
        ({"onderdelen_behaald": 3}, ("60", "er zijn drie onderdelen behaald")),
        ({"onderdelen_behaald": 4}, ("80", "er zijn 4 onderdelen behaald")),
        ({"onderdelen_behaald": 5}, ("80", "er zijn 5 onderdelen behaald")),
    ],
)
def test_parts_that_were_passed_take_a_share_off(facts, answer):
    assert says(law.boete_matiging(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoe vaak alle examenonderdelen zijn geprobeerd")),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 1,
                "aanwezigheid_pct": 62,
            },
            ("onbekend", "het is niet bekend hoeveel examenonderdelen zijn behaald"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 1,
                "aanwezigheid_pct": 62,
                "onderdelen_behaald": 0,
            },
            ("€ 640", "€ 640, zonder matiging"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 1,
                "aanwezigheid_pct": 62,
                "onderdelen_behaald": 1,
            },
            ("€ 512", "€ 640 met 20% matiging"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 1,
                "aanwezigheid_pct": 62,
                "onderdelen_behaald": 2,
            },
            ("€ 384", "€ 640 met 40% matiging"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "alle_onderdelen_geprobeerd": 1,
                "aanwezigheid_pct": 62,
                "onderdelen_behaald": 4,
            },
            ("€ 128", "€ 640 met 80% matiging"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.ONDERWIJSROUTE,
                "alle_onderdelen_geprobeerd": 2,
                "aanwezigheid_pct": 90,
                "onderdelen_behaald": 1,
            },
            ("€ 180", "€ 225 met 20% matiging"),
        ),
    ],
)
def test_the_fine_is_that_amount_less_that_share(facts, answer):
    assert says(law.boete_examens(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel cursusuren zijn gevolgd")),
        ({"cursusuren": 0}, ("onbekend", "het is niet bekend hoeveel uur participatie is gedaan")),
        (
            {"cursusuren": 299, "participatie_uren": 299},
            ("€ 1.000", "de inzet bij de cursus is laag en bij de participatie laag"),
        ),
        (
            {"cursusuren": 299, "participatie_uren": 300},
            ("€ 800", "de inzet bij de cursus is laag en bij de participatie midden"),
        ),
        (
            {"cursusuren": 299, "participatie_uren": 600},
            ("€ 600", "de inzet bij de cursus is laag en bij de participatie hoog"),
        ),
        (
            {"cursusuren": 300, "participatie_uren": 299},
            ("€ 800", "de inzet bij de cursus is midden en bij de participatie laag"),
        ),
        (
            {"cursusuren": 300, "participatie_uren": 300},
            ("€ 640", "de inzet bij de cursus is midden en bij de participatie midden"),
        ),
        (
            {"cursusuren": 300, "participatie_uren": 600},
            ("€ 450", "de inzet bij de cursus is midden en bij de participatie hoog"),
        ),
        (
            {"cursusuren": 600, "participatie_uren": 299},
            ("€ 400", "de inzet bij de cursus is hoog en bij de participatie laag"),
        ),
        (
            {"cursusuren": 600, "participatie_uren": 300},
            ("€ 320", "de inzet bij de cursus is hoog en bij de participatie midden"),
        ),
        (
            {"cursusuren": 600, "participatie_uren": 600},
            ("€ 225", "de inzet bij de cursus is hoog en bij de participatie hoog"),
        ),
    ],
)
def test_the_table_of_the_z_route_of_an_asielstatushouder(facts, answer):
    assert says(law.boete_z_asiel(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend hoeveel cursusuren zijn gevolgd")),
        ({"cursusuren": 0}, ("€ 1.000", "de inzet bij de cursus is laag")),
        ({"cursusuren": 299}, ("€ 1.000", "de inzet bij de cursus is laag")),
        ({"cursusuren": 300}, ("€ 800", "de inzet bij de cursus is midden")),
        ({"cursusuren": 599}, ("€ 800", "de inzet bij de cursus is midden")),
        ({"cursusuren": 600}, ("€ 400", "de inzet bij de cursus is hoog")),
    ],
)
def test_the_table_of_the_z_route_of_others(facts, answer):
    assert says(law.boete_z_gezin(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("nee", "er is niet vastgelegd dat een uitzondering geldt")),
        ({"leerroute_ontbreekt": True}, ("nee", "er is niet vastgelegd dat een uitzondering geldt")),
        ({"leerroute_ontbreekt": False}, ("ja", "de leerroute is op tijd behaald")),
        (
            {"verblijf_geweigerd_of_ingetrokken": True},
            ("ja", "de verblijfsvergunning is om de inburgering niet verlengd of ingetrokken"),
        ),
        (
            {"verblijf_geweigerd_of_ingetrokken": False},
            ("nee", "er is niet vastgelegd dat een uitzondering geldt"),
        ),
        (
            {"leerroute_ontbreekt": True, "verblijf_geweigerd_of_ingetrokken": True},
            ("ja", "de verblijfsvergunning is om de inburgering niet verlengd of ingetrokken"),
        ),
    ],
)
def test_a_leerroute_that_was_achieved_or_residence_that_ended_gives_no_fine(facts, answer):
    assert says(law.boete_leerroute_excluded(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de doelgroep is niet bekend")),
        ({"doelgroep": Doelgroep.ASIELSTATUSHOUDER}, ("onbekend", "de leerroute is niet bekend")),
        ({"leerroute_ontbreekt": False}, ("€ 0", "er is geen boete voor de leerroute")),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.B1_ROUTE,
                "uren": 250,
                "aanwezigheid_pct": 90,
                "cursusuren": 600,
                "participatie_uren": 0,
                "alle_onderdelen_geprobeerd": 0,
                "onderdelen_behaald": 0,
            },
            ("€ 400", "€ 400, zonder matiging"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.ONDERWIJSROUTE,
                "uren": 250,
                "aanwezigheid_pct": 90,
                "cursusuren": 600,
                "participatie_uren": 0,
                "alle_onderdelen_geprobeerd": 0,
                "onderdelen_behaald": 0,
            },
            ("€ 400", "€ 400, zonder matiging"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.Z_ROUTE,
                "uren": 250,
                "aanwezigheid_pct": 90,
                "cursusuren": 600,
                "participatie_uren": 0,
                "alle_onderdelen_geprobeerd": 0,
                "onderdelen_behaald": 0,
            },
            ("€ 400", "de inzet bij de cursus is hoog en bij de participatie laag"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "leerroute": Leerroute.B1_ROUTE,
                "uren": 250,
                "aanwezigheid_pct": 90,
                "cursusuren": 600,
                "participatie_uren": 0,
                "alle_onderdelen_geprobeerd": 0,
                "onderdelen_behaald": 0,
            },
            ("€ 800", "€ 800, zonder matiging"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "leerroute": Leerroute.ONDERWIJSROUTE,
                "uren": 250,
                "aanwezigheid_pct": 90,
                "cursusuren": 600,
                "participatie_uren": 0,
                "alle_onderdelen_geprobeerd": 0,
                "onderdelen_behaald": 0,
            },
            ("€ 400", "€ 400, zonder matiging"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "leerroute": Leerroute.Z_ROUTE,
                "uren": 250,
                "aanwezigheid_pct": 90,
                "cursusuren": 600,
                "participatie_uren": 0,
                "alle_onderdelen_geprobeerd": 0,
                "onderdelen_behaald": 0,
            },
            ("€ 400", "de inzet bij de cursus is hoog"),
        ),
    ],
)
def test_each_route_has_its_own_table(facts, answer):
    assert says(law.boete_leerroute(law.BoeteDUOFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        ({}, date(2029, 5, 1), ("onbekend", "de doelgroep is niet bekend")),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.Z_ROUTE,
                "cursusuren": 0,
                "participatie_uren": 0,
            },
            date(2025, 7, 8),
            ("€ 1.000", "de inzet bij de cursus is laag en bij de participatie laag"),
        ),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "leerroute": Leerroute.Z_ROUTE,
                "cursusuren": 0,
                "participatie_uren": 0,
            },
            date(2025, 7, 9),
            ("€ 0", "in de praktijk legt DUO deze boete niet op"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "leerroute": Leerroute.Z_ROUTE,
                "cursusuren": 0,
                "participatie_uren": 0,
            },
            date(2025, 7, 8),
            ("€ 1.000", "de inzet bij de cursus is laag"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "leerroute": Leerroute.Z_ROUTE,
                "cursusuren": 0,
                "participatie_uren": 0,
            },
            date(2025, 7, 9),
            ("€ 1.000", "de inzet bij de cursus is laag"),
        ),
    ],
)
def test_in_practice_an_asielstatushouder_pays_nothing(facts, on, answer):
    assert says(law.boete_leerroute_in_practice(law.BoeteDUOFacts(**facts), on=on)) == answer
