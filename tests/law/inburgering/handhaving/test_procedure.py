from datetime import date

import pytest

from meedoen.law.inburgering.handhaving import procedure as law
from meedoen.law.inburgering.handhaving.overtreding import Boeteartikel, Verwijtbaarheid

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend om welke overtreding het gaat")),
        ({"artikel": Boeteartikel.INTAKE}, ("€ 250", "dit is de hoogste boete voor de brede intake")),
        (
            {"artikel": Boeteartikel.BEGELEIDING},
            ("€ 800", "dit is de hoogste boete voor begeleiding en intensiteit"),
        ),
        ({"artikel": Boeteartikel.PVT_MAP}, ("€ 340", "dit is de hoogste boete voor PVT en MAP")),
        ({"artikel": Boeteartikel.LEERROUTE}, ("€ 1.000", "dit is de hoogste boete voor de leerroute")),
    ],
)
def test_each_violation_has_its_highest_fine(facts, answer):
    assert says(law.hoogste_boete(law.BoeteProcedureFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend om welke overtreding het gaat")),
        (
            {"artikel": Boeteartikel.INTAKE},
            ("nee", "de boete kan ten hoogste € 250 zijn, niet meer dan € 340"),
        ),
        ({"artikel": Boeteartikel.BEGELEIDING}, ("ja", "de boete kan € 800 zijn, meer dan € 340")),
        (
            {"artikel": Boeteartikel.PVT_MAP},
            ("nee", "de boete kan ten hoogste € 340 zijn, niet meer dan € 340"),
        ),
        ({"artikel": Boeteartikel.LEERROUTE}, ("ja", "de boete kan € 1.000 zijn, meer dan € 340")),
    ],
)
def test_stricter_steps_go_with_what_the_law_allows(facts, answer):
    assert says(law.zware_boete(law.BoeteProcedureFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend om welke overtreding het gaat")),
        ({"artikel": Boeteartikel.INTAKE}, ("nee", "een rapport mag, maar hoeft niet")),
        (
            {"artikel": Boeteartikel.BEGELEIDING},
            ("ja", "bij een boete die meer dan € 340 kan zijn, hoort altijd een rapport"),
        ),
        ({"artikel": Boeteartikel.PVT_MAP}, ("nee", "een rapport mag, maar hoeft niet")),
        (
            {"artikel": Boeteartikel.LEERROUTE},
            ("ja", "bij een boete die meer dan € 340 kan zijn, hoort altijd een rapport"),
        ),
    ],
)
def test_a_rapport_is_made_for_a_fine_that_can_be_high(facts, answer):
    assert says(law.must_make_rapport(law.BoeteProcedureFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend om welke overtreding het gaat")),
        (
            {"artikel": Boeteartikel.INTAKE},
            ("nee", "eerst laten reageren mag, maar hoeft bij deze boete niet"),
        ),
        (
            {"artikel": Boeteartikel.BEGELEIDING},
            ("ja", "bij een boete die meer dan € 340 kan zijn, mag de persoon altijd eerst reageren"),
        ),
        (
            {"artikel": Boeteartikel.PVT_MAP},
            ("nee", "eerst laten reageren mag, maar hoeft bij deze boete niet"),
        ),
        (
            {"artikel": Boeteartikel.LEERROUTE},
            ("ja", "bij een boete die meer dan € 340 kan zijn, mag de persoon altijd eerst reageren"),
        ),
    ],
)
def test_a_zienswijze_is_asked_for_a_fine_that_can_be_high(facts, answer):
    assert says(law.must_ask_zienswijze(law.BoeteProcedureFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "er is nog niet om een zienswijze gevraagd")),
        (
            {"zienswijze_gevraagd": date(2026, 5, 20)},
            ("onbekend", "de wet noemt geen aantal dagen en de gemeente heeft er geen vastgelegd"),
        ),
        (
            {"zienswijze_gevraagd": date(2026, 5, 20), "zienswijze_dagen": 14},
            ("3 juni 2026", "14 dagen na 20 mei 2026, volgens het beleid van de gemeente"),
        ),
    ],
)
def test_the_days_for_a_zienswijze_are_the_policy_of_the_gemeente(facts, answer):
    assert says(law.zienswijze_until(law.BoeteProcedureFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "er is geen rapport, dus er loopt nog geen termijn voor het besluit")),
        ({"rapport": date(2026, 3, 9)}, ("8 juni 2026", "13 weken na het rapport van 9 maart 2026")),
        ({"rapport": date(2026, 1, 24)}, ("25 april 2026", "13 weken na het rapport van 24 januari 2026")),
    ],
)
def test_the_decision_comes_within_thirteen_weeks_of_the_rapport(facts, answer):
    assert says(law.boetebesluit_due(law.BoeteProcedureFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de dag van de overtreding is niet bekend")),
        ({"overtreding": date(2026, 3, 2)}, ("onbekend", "het is niet bekend om welke overtreding het gaat")),
        (
            {"overtreding": date(2026, 3, 2), "artikel": Boeteartikel.INTAKE},
            ("2 maart 2029", "3 jaar na de overtreding op 2 maart 2026"),
        ),
        (
            {"overtreding": date(2026, 3, 2), "artikel": Boeteartikel.BEGELEIDING},
            ("2 maart 2031", "5 jaar na de overtreding op 2 maart 2026"),
        ),
        (
            {"overtreding": date(2026, 3, 2), "artikel": Boeteartikel.PVT_MAP},
            ("2 maart 2029", "3 jaar na de overtreding op 2 maart 2026"),
        ),
        (
            {"overtreding": date(2026, 3, 2), "artikel": Boeteartikel.LEERROUTE},
            ("2 maart 2031", "5 jaar na de overtreding op 2 maart 2026"),
        ),
        (
            {"overtreding": date(2026, 3, 2), "artikel": Boeteartikel.INTAKE, "bezwaar_gemaakt": True},
            ("onbekend", "er is bezwaar gemaakt, en zolang daarover niet vaststaat, loopt deze termijn niet"),
        ),
        (
            {"overtreding": date(2026, 3, 2), "artikel": Boeteartikel.INTAKE, "bezwaar_gemaakt": False},
            ("2 maart 2029", "3 jaar na de overtreding op 2 maart 2026"),
        ),
    ],
)
def test_the_power_lapses_after_three_or_five_years(facts, answer):
    assert says(law.boete_power_until(law.BoeteProcedureFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            {},
            date(2026, 5, 20),
            ("onbekend", "het is niet vastgelegd of de bijstand voor dezelfde gedraging is verlaagd"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": True,
                "eerder_beboet_voor_zelfde_overtreding": False,
            },
            date(2026, 5, 20),
            ("nee", "de bijstand is voor dezelfde gedraging al verlaagd"),
        ),
        (
            {"bijstand_verlaagd_voor_zelfde_gedraging": False},
            date(2026, 5, 20),
            ("onbekend", "het is niet vastgelegd of er voor dezelfde overtreding al een boete is"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": True,
            },
            date(2026, 5, 20),
            ("nee", "voor dezelfde overtreding is al een boete opgelegd"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
            },
            date(2026, 5, 20),
            ("oordeel", "beoordeel of de overtreding de persoon te verwijten is"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
                "verwijtbaarheid": Verwijtbaarheid.GEEN,
            },
            date(2026, 5, 20),
            ("nee", "de overtreding is de persoon niet te verwijten"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
                "verwijtbaarheid": Verwijtbaarheid.VERMINDERD,
            },
            date(2026, 5, 20),
            ("ja", "een boete kan tot en met 2 maart 2031"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
                "verwijtbaarheid": Verwijtbaarheid.NORMAAL,
            },
            date(2026, 5, 20),
            ("ja", "een boete kan tot en met 2 maart 2031"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
                "verwijtbaarheid": Verwijtbaarheid.GROVE_SCHULD,
            },
            date(2026, 5, 20),
            ("ja", "een boete kan tot en met 2 maart 2031"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
                "verwijtbaarheid": Verwijtbaarheid.OPZET,
            },
            date(2026, 5, 20),
            ("ja", "een boete kan tot en met 2 maart 2031"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
                "verwijtbaarheid": Verwijtbaarheid.OPZET,
            },
            date(2031, 3, 2),
            ("ja", "een boete kan tot en met 2 maart 2031"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
                "verwijtbaarheid": Verwijtbaarheid.OPZET,
            },
            date(2031, 3, 3),
            ("nee", "een boete kon tot en met 2 maart 2031"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
            },
            date(2031, 3, 3),
            ("nee", "een boete kon tot en met 2 maart 2031"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": None,
                "bijstand_verlaagd_voor_zelfde_gedraging": False,
                "eerder_beboet_voor_zelfde_overtreding": False,
            },
            date(2026, 5, 20),
            ("onbekend", "de dag van de overtreding is niet bekend"),
        ),
    ],
)
def test_when_a_fine_may_be_imposed(facts, on, answer):
    assert says(law.may_impose_boete(law.BoeteProcedureFacts(**facts), on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (
            {},
            (
                "nee",
                (
                    "er zijn geen bijzondere omstandigheden aannemelijk gemaakt en er zijn er geen bekend; "
                    "het bewijs is aan de persoon"
                ),
            ),
        ),
        (
            {"bijzondere_omstandigheden": False},
            (
                "nee",
                (
                    "er zijn geen bijzondere omstandigheden aannemelijk gemaakt en er zijn er geen bekend; "
                    "het bewijs is aan de persoon"
                ),
            ),
        ),
        (
            {"bijzondere_omstandigheden": True},
            ("oordeel", "weeg of de boete door de bijzondere omstandigheden te hoog is"),
        ),
        (
            {"bijzondere_omstandigheden": True, "verlaging_nodig": True},
            ("ja", "de boete is door bijzondere omstandigheden te hoog en wordt lager"),
        ),
        (
            {"bijzondere_omstandigheden": True, "verlaging_nodig": False},
            ("nee", "de bijzondere omstandigheden zijn gewogen en maken de boete niet te hoog"),
        ),
    ],
)
def test_a_lower_fine_is_weighed_where_circumstances_were_shown(facts, answer):
    assert says(law.must_lower_boete(law.BoeteProcedureFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        ({}, date(2026, 5, 20), ("onbekend", "het is niet bekend om welke overtreding het gaat")),
        (
            {"artikel": Boeteartikel.INTAKE, "overtreding": date(2026, 3, 2)},
            date(2026, 5, 20),
            ("besluit nemen over de boete", "het besluit over de boete kan worden genomen"),
        ),
        (
            {"artikel": Boeteartikel.BEGELEIDING, "overtreding": date(2026, 3, 2)},
            date(2026, 5, 20),
            ("rapport opmaken", "er is nog geen rapport van de overtreding"),
        ),
        (
            {"artikel": Boeteartikel.BEGELEIDING},
            date(2026, 5, 20),
            ("rapport opmaken", "er is nog geen rapport van de overtreding"),
        ),
        (
            {"artikel": Boeteartikel.INTAKE, "overtreding": date(2026, 3, 2), "rapport": date(2026, 3, 9)},
            date(2026, 5, 20),
            ("besluit nemen over de boete", "het besluit over de boete kan worden genomen"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
            },
            date(2026, 5, 20),
            ("zienswijze vragen", "de persoon is nog niet gevraagd om te reageren"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "zienswijze_gevraagd": date(2026, 3, 20),
            },
            date(2026, 5, 20),
            ("onbekend", "de wet noemt geen aantal dagen en de gemeente heeft er geen vastgelegd"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "zienswijze_gevraagd": date(2026, 3, 20),
                "zienswijze_dagen": 14,
            },
            date(2026, 4, 3),
            ("zienswijze afwachten", "reageren kan tot en met 3 april 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "zienswijze_gevraagd": date(2026, 3, 20),
                "zienswijze_dagen": 14,
            },
            date(2026, 4, 4),
            ("besluit nemen over de boete", "de tijd om te reageren is op 3 april 2026 geëindigd"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "zienswijze_gevraagd": date(2026, 3, 20),
                "zienswijze_ontvangen": date(2026, 3, 24),
            },
            date(2026, 5, 20),
            ("besluit nemen over de boete", "de zienswijze is ontvangen"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
            },
            date(2026, 5, 20),
            ("het boetebesluit bekendmaken", "het besluit werkt pas als het bekend is gemaakt"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
            },
            date(2026, 6, 12),
            ("de bezwaartermijn afwachten", "het besluit kan vaststaan vanaf 13 juni 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
            },
            date(2026, 6, 13),
            ("onbekend", "het is niet vastgelegd of er bezwaar is gemaakt"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": False,
            },
            date(2026, 6, 12),
            ("de bezwaartermijn afwachten", "het besluit kan vaststaan vanaf 13 juni 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": False,
            },
            date(2026, 6, 13),
            ("afgerond", "het besluit staat vast sinds 13 juni 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": True,
            },
            date(2026, 6, 13),
            ("op het bezwaar beslissen", "er is bezwaar gemaakt en daarop is nog niet beslist"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 7, 20),
            },
            date(2026, 7, 21),
            ("de bezwaartermijn afwachten", "het besluit kan vaststaan vanaf 1 september 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 7, 20),
                "beroep_ingesteld": False,
            },
            date(2026, 9, 1),
            ("afgerond", "het besluit staat vast sinds 1 september 2026"),
        ),
    ],
)
def test_what_comes_next(facts, on, answer):
    assert says(law.next_boetestap(law.BoeteProcedureFacts(**facts), on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        ({}, date(2026, 5, 20), ("onbekend", "het is niet bekend om welke overtreding het gaat")),
        (
            {"artikel": Boeteartikel.INTAKE, "overtreding": date(2026, 3, 2)},
            date(2026, 5, 20),
            ("2 maart 2029", "3 jaar na de overtreding op 2 maart 2026"),
        ),
        (
            {"artikel": Boeteartikel.BEGELEIDING, "overtreding": date(2026, 3, 2)},
            date(2026, 5, 20),
            ("2 maart 2031", "5 jaar na de overtreding op 2 maart 2026"),
        ),
        (
            {"artikel": Boeteartikel.BEGELEIDING},
            date(2026, 5, 20),
            ("onbekend", "de dag van de overtreding is niet bekend"),
        ),
        (
            {"artikel": Boeteartikel.INTAKE, "overtreding": date(2026, 3, 2), "rapport": date(2026, 3, 9)},
            date(2026, 5, 20),
            ("8 juni 2026", "13 weken na het rapport van 9 maart 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
            },
            date(2026, 5, 20),
            ("8 juni 2026", "13 weken na het rapport van 9 maart 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "zienswijze_gevraagd": date(2026, 3, 20),
            },
            date(2026, 5, 20),
            ("onbekend", "de wet noemt geen aantal dagen en de gemeente heeft er geen vastgelegd"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "zienswijze_gevraagd": date(2026, 3, 20),
                "zienswijze_dagen": 14,
            },
            date(2026, 4, 3),
            ("3 april 2026", "14 dagen na 20 maart 2026, volgens het beleid van de gemeente"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "zienswijze_gevraagd": date(2026, 3, 20),
                "zienswijze_dagen": 14,
            },
            date(2026, 4, 4),
            ("8 juni 2026", "13 weken na het rapport van 9 maart 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "zienswijze_gevraagd": date(2026, 3, 20),
                "zienswijze_ontvangen": date(2026, 3, 24),
            },
            date(2026, 5, 20),
            ("8 juni 2026", "13 weken na het rapport van 9 maart 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
            },
            date(2026, 5, 20),
            ("8 juni 2026", "13 weken na het rapport van 9 maart 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
            },
            date(2026, 6, 12),
            ("13 juni 2026", "zonder bezwaar staat het besluit vast na 12 juni 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
            },
            date(2026, 6, 13),
            ("onbekend", "het is niet vastgelegd of er bezwaar is gemaakt"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": False,
            },
            date(2026, 6, 12),
            ("13 juni 2026", "zonder bezwaar staat het besluit vast na 12 juni 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": False,
            },
            date(2026, 6, 13),
            ("geen", "er is niets meer te doen"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": True,
            },
            date(2026, 6, 13),
            ("geen", "de termijn om op het bezwaar te beslissen staat bij het bezwaar"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 7, 20),
            },
            date(2026, 7, 21),
            ("1 september 2026", "zonder beroep staat het besluit vast na 31 augustus 2026"),
        ),
        (
            {
                "artikel": Boeteartikel.BEGELEIDING,
                "overtreding": date(2026, 3, 2),
                "rapport": date(2026, 3, 9),
                "boetebesluit": date(2026, 4, 30),
                "bekendmaking": date(2026, 5, 1),
                "bezwaar_gemaakt": True,
                "beslissing_op_bezwaar": date(2026, 7, 20),
                "beroep_ingesteld": False,
            },
            date(2026, 9, 1),
            ("geen", "er is niets meer te doen"),
        ),
    ],
)
def test_by_when(facts, on, answer):
    assert says(law.next_boetestap_due(law.BoeteProcedureFacts(**facts), on=on)) == answer


def test_that_the_maximum_of_the_law_counts_is_marked_as_a_reading():
    outcome = law.zware_boete(law.BoeteProcedureFacts(artikel=Boeteartikel.BEGELEIDING), on=ON)
    assert outcome.reading == (
        "het gaat om de hoogste boete van de wet voor de overtreding, niet om de boete in dit geval; "
        "daarom valt ook een boete van art. 23 eronder"
    )
    assert law.zware_boete(law.BoeteProcedureFacts(artikel=Boeteartikel.LEERROUTE), on=ON).reading is None
