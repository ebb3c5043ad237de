from datetime import date

import pytest

from meedoen.law.inburgering import ontheffing as law
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.ontheffing import OntheffingFacts, Plichtdeel

ON = date(2026, 3, 2)
B1, ONDERWIJS, Z = Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE, Leerroute.Z_ROUTE


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("deel", "route", "aantal", "answer"),
    [
        (None, B1, 1, ("onbekend", "het is niet bekend voor welk deel ontheffing is gevraagd")),
        (Plichtdeel.PVT, None, None, ("nee", "voor PVT en MAP is geen gedeeltelijke ontheffing mogelijk")),
        (Plichtdeel.MAP, Z, None, ("nee", "voor PVT en MAP is geen gedeeltelijke ontheffing mogelijk")),
        (Plichtdeel.KNM, None, None, ("onbekend", "de leerroute is niet bekend")),
        (
            Plichtdeel.PARTICIPATIE,
            Z,
            None,
            ("ja", "ontheffing van het participatiedeel kan, maar PVT en MAP blijven"),
        ),
        (Plichtdeel.PARTICIPATIE, B1, None, ("nee", "alleen de Z-route heeft een participatiedeel")),
        (
            Plichtdeel.TAAL,
            Z,
            1,
            ("nee", "in de Z-route kan ontheffing alleen van het participatiedeel"),
        ),
        (Plichtdeel.KNM, Z, None, ("nee", "in de Z-route kan ontheffing alleen van het participatiedeel")),
        (Plichtdeel.KNM, ONDERWIJS, None, ("ja", "ontheffing van KNM kan")),
        (Plichtdeel.TAAL, B1, None, ("onbekend", "het aantal taalonderdelen is niet bekend")),
        (Plichtdeel.TAAL, B1, 3, ("ja", "ontheffing kan van 3 taalonderdelen")),
        (Plichtdeel.TAAL, ONDERWIJS, 4, ("nee", "ontheffing kan van hooguit 3 taalonderdelen")),
    ],
)
def test_partial_ontheffing_reaches_three_language_parts_or_knm_or_participation(deel, route, aantal, answer):
    facts = OntheffingFacts(leerroute=route, ontheffing_van=deel, ontheffing_taalonderdelen=aantal)
    assert says(law.partial_ontheffing_possible(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("oordeel", "answer"),
    [
        (
            None,
            ("oordeel", "DUO beoordeelt na een verklaring van de aangewezen arts of vijf jaar te kort is"),
        ),
        (True, ("ja", "voldoen lukt naar verwachting niet binnen vijf jaar na de aanvraag")),
        (False, ("nee", "voldoen kan naar verwachting binnen vijf jaar na de aanvraag")),
    ],
)
def test_medical_ontheffing_is_judged_on_five_years(oordeel, answer):
    outcome = law.medical_ontheffing(OntheffingFacts(niet_binnen_vijf_jaar=oordeel), on=ON)
    assert says(outcome) == answer


@pytest.mark.parametrize(
    ("oordeel", "answer"),
    [
        (
            None,
            ("oordeel", "het college adviseert of de omstandigheden zeer uitzonderlijk en schrijnend zijn"),
        ),
        (True, ("ja", "het college adviseert gehele ontheffing")),
        (False, ("nee", "het college adviseert geen ontheffing")),
    ],
)
def test_the_advice_of_the_college_is_its_own_judgement(oordeel, answer):
    outcome = law.college_advises_ontheffing(OntheffingFacts(advies_college=oordeel), on=ON)
    assert says(outcome) == answer


@pytest.mark.parametrize(
    ("ontvangen", "answer"),
    [
        (None, ("onbekend", "er is geen aanvraag van ontheffing bekend")),
        (date(2026, 3, 9), ("4 mei 2026", "8 weken na de ontvangst op 9 maart 2026")),
    ],
)
def test_duo_decides_within_eight_weeks(ontvangen, answer):
    facts = OntheffingFacts(ontheffing_aangevraagd=ontvangen)
    assert says(law.ontheffing_besluit_due(facts, on=ON)) == answer
