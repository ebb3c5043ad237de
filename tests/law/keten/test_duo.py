from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau
from meedoen.law.keten.pip import DuoPIPFacts, duo_accepts_pip, duo_pip_conditions
from meedoen.law.keten.pvt_map import DuoMAPFacts, duo_accepts_map
from meedoen.law.keten.toegang import ToegangFacts, duo_gives_access

ON = date(2026, 4, 1)
PIP = DuoPIPFacts(
    dagtekening=date(2026, 3, 20),
    leerroute=Leerroute.B1_ROUTE,
    doelgroep=Doelgroep.ASIELSTATUSHOUDER,
    start_plicht=date(2026, 1, 10),
    vestiging=date(2026, 3, 20),
    eerste_pip_van_de_persoon=True,
)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, ("ja", "het PIP voldoet aan de voorwaarden van DUO")),
        ({"geschatte_intensiteit": 900}, ("ja", "het PIP voldoet aan de voorwaarden van DUO")),
        ({"dagtekening": None}, ("onbekend", "de dagtekening ontbreekt")),
        (
            {"start_plicht": date(2026, 3, 21)},
            ("nee", "de dagtekening 20 maart 2026 ligt voor het begin van de plicht op 21 maart 2026"),
        ),
        ({"start_plicht": None}, ("onbekend", "het begin van de inburgeringsplicht is niet bekend")),
        (
            {"vestiging": date(2026, 3, 21)},
            ("nee", "de dagtekening 20 maart 2026 ligt voor de vestiging op 21 maart 2026"),
        ),
        ({"vestiging": None}, ("onbekend", "de dag van vestiging in de gemeente is niet bekend")),
        (
            {"eerste_pip": date(2026, 3, 21)},
            ("nee", "de dagtekening ligt voor het eerste PIP van 21 maart 2026"),
        ),
        (
            {"eerste_pip": date(2026, 3, 19), "actuele_pip": date(2026, 3, 21)},
            ("nee", "de dagtekening ligt voor het actuele PIP van 21 maart 2026"),
        ),
        (
            {"eerste_pip": date(2026, 3, 20), "actuele_pip": date(2026, 3, 20)},
            ("ja", "het PIP voldoet aan de voorwaarden van DUO"),
        ),
        ({"niveau": Niveau.A2}, ("nee", "niveau A2 kan niet in het eerste PIP van de B1-route")),
        (
            {"niveau": Niveau.A2, "eerste_pip_van_de_persoon": None},
            ("onbekend", "het is niet bekend of dit het eerste PIP van de persoon is"),
        ),
        (
            {"niveau": Niveau.A2, "eerste_pip_van_de_persoon": False},
            ("ja", "het PIP voldoet aan de voorwaarden van DUO"),
        ),
        ({"niveau": Niveau.B2}, ("ja", "het PIP voldoet aan de voorwaarden van DUO")),
        (
            {"niveau": Niveau.A2, "leerroute": Leerroute.ONDERWIJSROUTE},
            ("nee", "niveau A2 gaat niet samen met de onderwijsroute"),
        ),
        (
            {"niveau": Niveau.B1, "leerroute": Leerroute.Z_ROUTE},
            ("nee", "niveau B1 gaat niet samen met de Z-route"),
        ),
        (
            {"niveau": Niveau.A2, "leerroute": Leerroute.Z_ROUTE},
            ("ja", "het PIP voldoet aan de voorwaarden van DUO"),
        ),
        ({"leerroute": None}, ("onbekend", "de leerroute ontbreekt")),
        (
            {"geschatte_intensiteit": 900, "leerroute": Leerroute.Z_ROUTE},
            ("nee", "geschatte intensiteit hoort alleen bij de B1-route van een asielstatushouder"),
        ),
        (
            {"geschatte_intensiteit": 900, "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT},
            ("nee", "geschatte intensiteit hoort alleen bij de B1-route van een asielstatushouder"),
        ),
        (
            {"geschatte_intensiteit": 900, "doelgroep": None},
            ("onbekend", "de doelgroep is niet bekend"),
        ),
    ],
)
def test_what_duo_accepts_as_a_pip(changes, answer):
    outcome = duo_accepts_pip(replace(PIP, **changes), on=ON)
    assert says(outcome) == answer
    assert str(outcome.citation) == "DUO, voorwaarden PIP"


def test_every_condition_is_shown_with_its_answer():
    facts = replace(PIP, vestiging=date(2026, 3, 21), niveau=Niveau.A2, geschatte_intensiteit=900)
    assert [says(outcome) for outcome in duo_pip_conditions(facts, on=ON)] == [
        ("ja", "de dagtekening ligt niet voor het begin van de plicht op 10 januari 2026"),
        ("nee", "de dagtekening 20 maart 2026 ligt voor de vestiging op 21 maart 2026"),
        ("ja", "de dagtekening ligt niet voor een eerder PIP"),
        ("nee", "niveau A2 kan niet in het eerste PIP van de B1-route"),
        ("ja", "de geschatte intensiteit hoort bij de B1-route van een asielstatushouder"),
    ]


MAP = DuoMAPFacts(date(2026, 3, 17), date(2026, 3, 17), date(2029, 3, 17), actuele_pip_eigen_gemeente=True)


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, ("ja", "de datum 17 maart 2026 voldoet aan de voorwaarden van DUO")),
        ({"eindgesprek": ON}, ("ja", "de datum 1 april 2026 voldoet aan de voorwaarden van DUO")),
        ({"eindgesprek": date(2026, 4, 2)}, ("nee", "de datum 2 april 2026 ligt in de toekomst")),
        (
            {"eindgesprek": date(2026, 3, 16)},
            ("nee", "de datum 16 maart 2026 ligt voor het begin van de termijn op 17 maart 2026"),
        ),
        (
            {"z_route_afgerond": date(2026, 3, 17)},
            ("ja", "de datum 17 maart 2026 voldoet aan de voorwaarden van DUO"),
        ),
        (
            {"eindgesprek": date(2026, 3, 18), "z_route_afgerond": date(2026, 3, 17)},
            ("nee", "de Z-route was al op 17 maart 2026 afgerond"),
        ),
        ({"actuele_pip_eigen_gemeente": False}, ("nee", "het actuele PIP is van een andere gemeente")),
        (
            {"actuele_pip_eigen_gemeente": None},
            ("onbekend", "het is niet bekend van welke gemeente het actuele PIP is"),
        ),
        ({"eindgesprek": None}, ("onbekend", "de datum van het eindgesprek ontbreekt")),
        ({"termijn_start": None}, ("onbekend", "het begin van de termijn is niet bekend")),
    ],
)
def test_what_duo_accepts_as_the_end_of_map(changes, answer):
    assert says(duo_accepts_map(replace(MAP, **changes), on=ON)) == answer


NEW = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (ToegangFacts(True), ON, ("ja", "de persoon woont in de gemeente")),
        (ToegangFacts(None, True), ON, ("ja", "COA heeft de persoon aan de gemeente gekoppeld")),
        (ToegangFacts(None, None, True), ON, ("ja", "het actuele PIP is van de gemeente")),
        (ToegangFacts(), ON, ("onbekend", "het is niet bekend of de persoon in de gemeente woont")),
        (
            ToegangFacts(False, False, False, NEW, True),
            date(2026, 9, 30),
            ("ja", "het nieuwe PIP van 1 september 2026 is jonger dan 1 maand"),
        ),
        (
            ToegangFacts(False, False, False, NEW, True),
            date(2026, 10, 1),
            ("nee", "het nieuwe PIP van 1 september 2026 is niet meer jonger dan 1 maand"),
        ),
        (
            ToegangFacts(False, vorige_pip_van_gemeente=True),
            ON,
            ("onbekend", "de datum van het actuele PIP is niet bekend"),
        ),
        (
            ToegangFacts(False),
            ON,
            ("nee", "de gemeente heeft geen band met de persoon die toegang geeft"),
        ),
    ],
)
def test_whose_data_duo_shows(facts, on, answer):
    assert says(duo_gives_access(facts, on=on)) == answer
