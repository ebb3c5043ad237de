from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering.handhaving import boete_begeleiding as law
from meedoen.law.inburgering.handhaving.overtreding import Verwijtbaarheid

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend of er eerdere overtredingen van art. 23 zijn beboet")),
        ({"eerdere_overtredingen": 0}, ("nee", "er is geen eerdere overtreding van art. 23 beboet")),
        (
            {"eerdere_overtredingen": 1},
            ("onbekend", "de dag waarop deze overtreding is vastgesteld is niet bekend"),
        ),
        (
            {"eerdere_overtredingen": 1, "constatering": date(2026, 5, 20)},
            ("onbekend", "de dag van de vorige overtreding is niet bekend"),
        ),
        (
            {
                "eerdere_overtredingen": 1,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2025, 5, 19),
            },
            (
                "nee",
                ("de vorige overtreding is op 19 mei 2025 vastgesteld, meer dan 12 maanden voor 20 mei 2026"),
            ),
        ),
        (
            {
                "eerdere_overtredingen": 1,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2025, 5, 20),
            },
            ("onbekend", "het is niet bekend of de vorige boete onherroepelijk is"),
        ),
        (
            {
                "eerdere_overtredingen": 1,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 5, 20),
            },
            ("nee", "de vorige overtreding is niet voor deze overtreding vastgesteld"),
        ),
        (
            {
                "eerdere_overtredingen": 1,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 5, 19),
                "vorige_boete_onherroepelijk": False,
            },
            ("nee", "de vorige boete is nog niet onherroepelijk"),
        ),
        (
            {
                "eerdere_overtredingen": 1,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2025, 5, 20),
                "vorige_boete_onherroepelijk": True,
            },
            (
                "ja",
                (
                    "de vorige overtreding is van 20 mei 2025, binnen 12 maanden voor 20 mei 2026, en de "
                    "boete daarvoor staat vast"
                ),
            ),
        ),
        (
            {
                "eerdere_overtredingen": 1,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 5, 19),
                "vorige_boete_onherroepelijk": True,
            },
            (
                "ja",
                (
                    "de vorige overtreding is van 19 mei 2026, binnen 12 maanden voor 20 mei 2026, en de "
                    "boete daarvoor staat vast"
                ),
            ),
        ),
    ],
)
def test_an_earlier_violation_counts_within_twelve_months_with_a_final_fine(facts, answer):
    assert says(law.earlier_overtreding_counts(law.BoeteBegeleidingFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend of er eerdere overtredingen van art. 23 zijn beboet")),
        ({"eerdere_overtredingen": 0}, ("€ 50", "zonder eerdere overtreding die meetelt, is de basis € 50")),
        (
            {
                "eerdere_overtredingen": 1,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 3, 1),
                "vorige_boete_onherroepelijk": True,
            },
            ("€ 100", "de basis was € 50 en wordt met 100% verhoogd, tot ten hoogste € 800"),
        ),
        (
            {
                "eerdere_overtredingen": 2,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 3, 1),
                "vorige_boete_onherroepelijk": True,
            },
            ("onbekend", "het is niet bekend wat de basis van de vorige boete was"),
        ),
        (
            {
                "eerdere_overtredingen": 1,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 3, 1),
                "vorige_boete_onherroepelijk": True,
                "vorige_basis": 400,
            },
            ("€ 100", "de basis was € 50 en wordt met 100% verhoogd, tot ten hoogste € 800"),
        ),
        (
            {
                "eerdere_overtredingen": 2,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 3, 1),
                "vorige_boete_onherroepelijk": True,
                "vorige_basis": 100,
            },
            ("€ 200", "de basis was € 100 en wordt met 100% verhoogd, tot ten hoogste € 800"),
        ),
        (
            {
                "eerdere_overtredingen": 3,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 3, 1),
                "vorige_boete_onherroepelijk": True,
                "vorige_basis": 200,
            },
            ("€ 400", "de basis was € 200 en wordt met 100% verhoogd, tot ten hoogste € 800"),
        ),
        (
            {
                "eerdere_overtredingen": 4,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 3, 1),
                "vorige_boete_onherroepelijk": True,
                "vorige_basis": 400,
            },
            ("€ 800", "de basis was € 400 en wordt met 100% verhoogd, tot ten hoogste € 800"),
        ),
        (
            {
                "eerdere_overtredingen": 5,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 3, 1),
                "vorige_boete_onherroepelijk": True,
                "vorige_basis": 800,
            },
            ("€ 800", "de basis was € 800 en wordt met 100% verhoogd, tot ten hoogste € 800"),
        ),
    ],
)
def test_the_base_doubles_each_time_to_a_highest_amount(facts, answer):
    assert says(law.boete_begeleiding_basis(law.BoeteBegeleidingFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (
            {},
            (
                "oordeel",
                (
                    "beoordeel hoe verwijtbaar de overtreding is: opzet, grove schuld, geen van beide, "
                    "verminderd of geen verwijt"
                ),
            ),
        ),
        ({"verwijtbaarheid": Verwijtbaarheid.GEEN}, ("0", "de overtreding is de persoon niet te verwijten")),
        ({"verwijtbaarheid": Verwijtbaarheid.VERMINDERD}, ("25", "de verwijtbaarheid is verminderd")),
        ({"verwijtbaarheid": Verwijtbaarheid.NORMAAL}, ("50", "er is geen opzet of grove schuld")),
        ({"verwijtbaarheid": Verwijtbaarheid.GROVE_SCHULD}, ("75", "er is grove schuld")),
        ({"verwijtbaarheid": Verwijtbaarheid.OPZET}, ("100", "er is opzet")),
    ],
)
def test_the_percentage_depends_on_the_verwijtbaarheid(facts, answer):
    assert says(law.boete_begeleiding_procent(law.BoeteBegeleidingFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (
            {},
            (
                "oordeel",
                (
                    "beoordeel hoe verwijtbaar de overtreding is: opzet, grove schuld, geen van beide, "
                    "verminderd of geen verwijt"
                ),
            ),
        ),
        (
            {"eerdere_overtredingen": 0, "verwijtbaarheid": Verwijtbaarheid.GEEN},
            ("€ 0", "zonder verwijt is er geen boete"),
        ),
        (
            {"eerdere_overtredingen": 0, "verwijtbaarheid": Verwijtbaarheid.VERMINDERD},
            ("€ 12,50", "25% van € 50"),
        ),
        ({"eerdere_overtredingen": 0, "verwijtbaarheid": Verwijtbaarheid.NORMAAL}, ("€ 25", "50% van € 50")),
        (
            {"eerdere_overtredingen": 0, "verwijtbaarheid": Verwijtbaarheid.GROVE_SCHULD},
            ("€ 37,50", "75% van € 50"),
        ),
        ({"eerdere_overtredingen": 0, "verwijtbaarheid": Verwijtbaarheid.OPZET}, ("€ 50", "100% van € 50")),
        (
            {"verwijtbaarheid": Verwijtbaarheid.OPZET},
            ("onbekend", "het is niet bekend of er eerdere overtredingen van art. 23 zijn beboet"),
        ),
        ({"verwijtbaarheid": Verwijtbaarheid.GEEN}, ("€ 0", "zonder verwijt is er geen boete")),
        (
            {
                "eerdere_overtredingen": 1,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 3, 1),
                "vorige_boete_onherroepelijk": True,
                "verwijtbaarheid": Verwijtbaarheid.GROVE_SCHULD,
            },
            ("€ 75", "75% van de verhoogde basis van € 100"),
        ),
        (
            {
                "eerdere_overtredingen": 4,
                "constatering": date(2026, 5, 20),
                "vorige_constatering": date(2026, 3, 1),
                "vorige_boete_onherroepelijk": True,
                "vorige_basis": 400,
                "verwijtbaarheid": Verwijtbaarheid.VERMINDERD,
            },
            ("€ 200", "25% van de verhoogde basis van € 800"),
        ),
        (
            {"bijstand_verlaagd_voor_zelfde_gedraging": True},
            ("€ 0", "de bijstand is voor dezelfde gedraging al verlaagd, dus blijft de boete achterwege"),
        ),
    ],
)
def test_the_fine_is_the_percentage_of_the_base(facts, answer):
    assert says(law.boete_begeleiding(law.BoeteBegeleidingFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"bijstand_verlaagd_voor_zelfde_gedraging": True}, ("€ 0", "er is geen boete")),
        (
            {},
            (
                "oordeel",
                (
                    "beoordeel hoe verwijtbaar de overtreding is: opzet, grove schuld, geen van beide, "
                    "verminderd of geen verwijt"
                ),
            ),
        ),
        (
            {
                "eerdere_overtredingen": 0,
                "verwijtbaarheid": Verwijtbaarheid.OPZET,
                "nieuwe_termijn_loopt": False,
                "opgelegde_boetes_cent": 0,
            },
            ("€ 50", "de boete is € 50 en er is ruimte voor € 2.400"),
        ),
        (
            {
                "eerdere_overtredingen": 0,
                "verwijtbaarheid": Verwijtbaarheid.OPZET,
                "nieuwe_termijn_loopt": False,
                "opgelegde_boetes_cent": 235000,
            },
            ("€ 50", "de boete is € 50 en er is ruimte voor € 50"),
        ),
        (
            {
                "eerdere_overtredingen": 0,
                "verwijtbaarheid": Verwijtbaarheid.OPZET,
                "nieuwe_termijn_loopt": False,
                "opgelegde_boetes_cent": 235001,
            },
            ("€ 49,99", "de boete is € 50 en er is ruimte voor € 49,99"),
        ),
        (
            {"eerdere_overtredingen": 0, "verwijtbaarheid": Verwijtbaarheid.OPZET},
            ("onbekend", "het is niet bekend of er na een boete van DUO een nieuwe termijn loopt"),
        ),
    ],
)
def test_what_may_be_imposed_stays_within_the_highest_amount_together(facts, answer):
    assert says(law.boete_begeleiding_within_plafond(law.BoeteBegeleidingFacts(**facts), on=ON)) == answer


def test_the_readings_of_the_increase_are_marked_where_they_matter():
    facts = law.BoeteBegeleidingFacts(
        eerdere_overtredingen=1,
        constatering=ON,
        vorige_constatering=date(2026, 3, 1),
        vorige_boete_onherroepelijk=True,
        verwijtbaarheid=Verwijtbaarheid.OPZET,
    )
    assert law.boete_begeleiding(facts, on=ON).readings == (
        "het percentage voor de verwijtbaarheid geldt ook over de verhoogde basis",
        "steeds verhogen met 100 procent betekent verdubbelen: € 50, € 100, € 200, € 400 en € 800",
        "of de vorige boete onherroepelijk is, wordt bekeken op de dag van het opleggen",
    )
    pending = replace(facts, vorige_boete_onherroepelijk=False)
    assert law.boete_begeleiding(pending, on=ON).readings == (
        "of de vorige boete onherroepelijk is, wordt bekeken op de dag van het opleggen",
    )
    first = law.BoeteBegeleidingFacts(eerdere_overtredingen=0, verwijtbaarheid=Verwijtbaarheid.OPZET)
    assert law.boete_begeleiding(first, on=ON).readings == ()
