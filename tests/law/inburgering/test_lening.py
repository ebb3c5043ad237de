from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.inburgering import lening as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.lening import Leendoel

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de doelgroep is niet bekend")),
        ({"doelgroep": Doelgroep.ASIELSTATUSHOUDER}, ("€ 0", "er is geen recht op een lening")),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT},
            ("onbekend", "de draagkracht is niet bekend"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "oude_lening_open": True},
            ("€ 0", "een lening van de vorige inburgeringswet staat nog open"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "oude_lening_open": False,
                "draagkracht": 2000,
            },
            ("€ 6.000", "€ 10.000 min twee keer de draagkracht van € 2.000"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "draagkracht": 0},
            ("€ 10.000", "€ 10.000 min twee keer de draagkracht van € 0"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "draagkracht": 4910},
            ("€ 180", "€ 10.000 min twee keer de draagkracht van € 4.910"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "draagkracht": 4911},
            ("€ 0", "de lening is zo klein dat zij op nihil wordt gesteld"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "draagkracht": 20000},
            ("€ 0", "de lening is zo klein dat zij op nihil wordt gesteld"),
        ),
    ],
)
def test_the_highest_loan(facts, answer):
    assert says(law.lening_max(law.LeningFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "de doelgroep is niet bekend")),
        ({"doelgroep": Doelgroep.ASIELSTATUSHOUDER}, ("nee", "er is geen recht op een lening")),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "oude_lening_open": True},
            ("nee", "een lening van de vorige inburgeringswet staat nog open"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT},
            ("onbekend", "het is niet bekend waarvoor de lening is"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "lening_voor": Leendoel.EXAMEN},
            ("ja", "voor het inburgeringsexamen kan worden geleend"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "lening_voor": Leendoel.CURSUS},
            ("onbekend", "het is niet bekend of de school een keurmerk heeft"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.CURSUS,
                "cursusinstelling_keurmerk": True,
            },
            ("ja", "de school heeft een keurmerk"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.CURSUS,
                "cursusinstelling_keurmerk": False,
            },
            ("nee", "de school heeft geen keurmerk"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "lening_voor": Leendoel.ALFABETISERING},
            ("onbekend", "het is niet bekend of het PIP alfabetisering noemt"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.ALFABETISERING,
                "alfabetisering_in_pip": False,
            },
            ("nee", "alfabetisering is in het PIP niet verplicht"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.ALFABETISERING,
                "alfabetisering_in_pip": True,
            },
            ("onbekend", "het is niet bekend of de school een keurmerk heeft"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.ALFABETISERING,
                "alfabetisering_in_pip": True,
                "cursusinstelling_keurmerk": True,
            },
            ("ja", "de school heeft een keurmerk"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.TAALSCHAKELTRAJECT,
            },
            ("onbekend", "de leerroute is niet bekend"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.TAALSCHAKELTRAJECT,
                "leerroute": Leerroute.B1_ROUTE,
            },
            ("nee", "voor een taalschakeltraject kan alleen in de onderwijsroute worden geleend"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.TAALSCHAKELTRAJECT,
                "leerroute": Leerroute.ONDERWIJSROUTE,
            },
            ("onbekend", "het is niet bekend of het traject is erkend"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.TAALSCHAKELTRAJECT,
                "leerroute": Leerroute.ONDERWIJSROUTE,
                "taalschakeltraject_erkend": True,
            },
            ("ja", "het is een erkend taalschakeltraject in de onderwijsroute"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "lening_voor": Leendoel.TAALSCHAKELTRAJECT,
                "leerroute": Leerroute.ONDERWIJSROUTE,
                "taalschakeltraject_erkend": False,
            },
            ("nee", "het taalschakeltraject is niet erkend"),
        ),
    ],
)
def test_for_what_can_be_borrowed(facts, answer):
    assert says(law.may_borrow_for(law.LeningFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen")),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "eerste_pip": date(2026, 3, 16)},
            (
                "17 maart 2035",
                "de dag nadat 6 jaar voorbij zijn sinds het einde van de termijn op 16 maart 2029",
            ),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "verlengd_tot_en_met": date(2029, 9, 16),
            },
            (
                "17 september 2035",
                "de dag nadat 6 jaar voorbij zijn sinds het einde van de termijn op 16 september 2029",
            ),
        ),
        (
            {"plicht_geeindigd": date(2026, 5, 1)},
            ("1 mei 2026", "op deze dag eindigde de inburgeringsplicht"),
        ),
    ],
)
def test_the_right_lapses_six_years_after_the_term(facts, answer):
    assert says(law.lening_lapses_on(law.LeningFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        ({}, date(2026, 5, 20), ("onbekend", "de doelgroep is niet bekend")),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER},
            date(2026, 5, 20),
            ("nee", "er is geen recht op een lening"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT},
            date(2026, 5, 20),
            ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "eerste_pip": date(2026, 3, 16)},
            date(2026, 3, 16),
            ("nee", "de termijn begint pas op 17 maart 2026"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "eerste_pip": date(2026, 3, 16)},
            date(2026, 3, 17),
            ("ja", "de termijn loopt tot en met 16 maart 2029"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "eerste_pip": date(2026, 3, 16)},
            date(2029, 3, 16),
            ("ja", "de termijn loopt tot en met 16 maart 2029"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "eerste_pip": date(2026, 3, 16)},
            date(2029, 3, 17),
            ("nee", "de termijn is op 16 maart 2029 geëindigd en er loopt geen nieuwe"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "nieuwe_termijn_tot_en_met": date(2030, 3, 16),
            },
            date(2029, 3, 17),
            ("ja", "de nieuwe termijn loopt tot en met 16 maart 2030"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "nieuwe_termijn_tot_en_met": date(2030, 3, 16),
            },
            date(2030, 3, 16),
            ("ja", "de nieuwe termijn loopt tot en met 16 maart 2030"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "nieuwe_termijn_tot_en_met": date(2030, 3, 16),
            },
            date(2030, 3, 17),
            ("nee", "de termijn is op 16 maart 2029 geëindigd en er loopt geen nieuwe"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "nieuwe_termijn_tot_en_met": date(2036, 3, 16),
            },
            date(2035, 3, 16),
            ("ja", "de nieuwe termijn loopt tot en met 16 maart 2036"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "nieuwe_termijn_tot_en_met": date(2036, 3, 16),
            },
            date(2035, 3, 17),
            ("nee", "het recht op een lening is op 17 maart 2035 vervallen"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "voldaan": date(2026, 5, 20),
            },
            date(2026, 5, 19),
            ("ja", "de termijn loopt tot en met 16 maart 2029"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "voldaan": date(2026, 5, 20),
            },
            date(2026, 5, 20),
            ("nee", "aan de inburgeringsplicht is voldaan"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "terugbetaling_op_verzoek": date(2026, 5, 20),
            },
            date(2026, 5, 19),
            ("ja", "de termijn loopt tot en met 16 maart 2029"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "terugbetaling_op_verzoek": date(2026, 5, 20),
            },
            date(2026, 5, 20),
            ("nee", "de terugbetaling is op verzoek al begonnen"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "plicht_geeindigd": date(2026, 5, 20),
            },
            date(2026, 5, 19),
            ("ja", "de termijn loopt tot en met 16 maart 2029"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "plicht_geeindigd": date(2026, 5, 20),
            },
            date(2026, 5, 20),
            ("nee", "het recht op een lening is op 20 mei 2026 vervallen"),
        ),
    ],
)
def test_when_there_is_a_right_to_the_loan(facts, on, answer):
    assert says(law.may_borrow_now(law.LeningFacts(**facts), on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        ({}, date(2026, 5, 20), ("onbekend", "het is niet bekend of de persoon ingezetene is")),
        ({"ingezetene": False}, date(2026, 5, 20), ("nee", "de persoon staat niet als ingezetene in de BRP")),
        (
            {"ingezetene": True},
            date(2026, 5, 20),
            ("onbekend", "het is niet bekend of het verblijf rechtmatig is"),
        ),
        (
            {"ingezetene": True, "rechtmatig_verblijf": False},
            date(2026, 5, 20),
            ("nee", "het verblijf is niet rechtmatig"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "ingezetene": True,
                "rechtmatig_verblijf": True,
            },
            date(2026, 5, 20),
            ("ja", "er is recht op de lening, de persoon is ingezetene en het verblijf is rechtmatig"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "ingezetene": True,
                "rechtmatig_verblijf": True,
            },
            date(2029, 3, 17),
            ("nee", "er is nu geen recht op een lening"),
        ),
        (
            {"ingezetene": True, "rechtmatig_verblijf": True},
            date(2026, 5, 20),
            ("onbekend", "de doelgroep is niet bekend"),
        ),
    ],
)
def test_nothing_is_paid_out_without_registration_residence_or_right(facts, on, answer):
    assert says(law.lening_is_paid_out(law.LeningFacts(**facts), on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "er is geen aanvraag van een lening bekend")),
        (
            {"lening_aangevraagd": date(2026, 6, 1)},
            ("27 juli 2026", "8 weken na de aanvraag van 1 juni 2026"),
        ),
        (
            {"lening_aangevraagd": date(2026, 3, 30)},
            (
                "26 mei 2026",
                (
                    "8 weken na de aanvraag van 30 maart 2026; 25 mei 2026 is geen werkdag, dus geldt 26 mei "
                    "2026"
                ),
            ),
        ),
    ],
)
def test_duo_decides_within_eight_weeks(facts, answer):
    assert says(law.lening_besluit_due(law.LeningFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend wat in dit kwartaal al is ingediend")),
        (
            {"kwartaal_gefactureerd": 0},
            ("€ 2.000", "in dit kwartaal is € 0 ingediend en het hoogste is € 2.000"),
        ),
        (
            {"kwartaal_gefactureerd": 1500},
            ("€ 500", "in dit kwartaal is € 1.500 ingediend en het hoogste is € 2.000"),
        ),
        (
            {"kwartaal_gefactureerd": 2000},
            ("€ 0", "in dit kwartaal is € 2.000 ingediend en het hoogste is € 2.000"),
        ),
        (
            {"kwartaal_gefactureerd": 2100},
            ("€ 0", "in dit kwartaal is € 2.100 ingediend en het hoogste is € 2.000"),
        ),
    ],
)
def test_what_is_left_of_the_quarter(facts, answer):
    assert says(law.lening_kwartaal_left(law.LeningFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "het bedrag van de factuur is niet bekend")),
        ({"factuur": 1}, ("onbekend", "het is niet bekend wat in dit kwartaal al is ingediend")),
        (
            {"kwartaal_gefactureerd": 1500, "factuur": 499},
            ("ja", "de factuur past in de € 500 die dit kwartaal over is"),
        ),
        (
            {"kwartaal_gefactureerd": 1500, "factuur": 500},
            ("ja", "de factuur past in de € 500 die dit kwartaal over is"),
        ),
        (
            {"kwartaal_gefactureerd": 1500, "factuur": 501},
            ("nee", "de factuur is meer dan de € 500 die dit kwartaal over is en wordt niet betaald"),
        ),
    ],
)
def test_an_invoice_that_goes_over_is_not_paid(facts, answer):
    assert says(law.factuur_is_paid(law.LeningFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen")),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "eerste_pip": date(2026, 3, 16)},
            (
                "1 oktober 2035",
                (
                    "de eerste maand die begint nadat 6 maanden voorbij zijn sinds het recht verviel op 17 "
                    "maart 2035"
                ),
            ),
        ),
        (
            {"voldaan": date(2026, 3, 10)},
            (
                "1 oktober 2026",
                (
                    "de eerste maand die begint nadat 6 maanden voorbij zijn sinds het voldoen op 10 maart "
                    "2026"
                ),
            ),
        ),
        (
            {"voldaan": date(2026, 3, 31)},
            (
                "1 oktober 2026",
                (
                    "de eerste maand die begint nadat 6 maanden voorbij zijn sinds het voldoen op 31 maart "
                    "2026"
                ),
            ),
        ),
        (
            {"voldaan": date(2026, 4, 1)},
            (
                "1 november 2026",
                ("de eerste maand die begint nadat 6 maanden voorbij zijn sinds het voldoen op 1 april 2026"),
            ),
        ),
        (
            {"voldaan": date(2026, 8, 31)},
            (
                "1 maart 2027",
                (
                    "de eerste maand die begint nadat 6 maanden voorbij zijn sinds het voldoen op 31 "
                    "augustus 2026"
                ),
            ),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "eerste_pip": date(2026, 3, 16),
                "terugbetaling_op_verzoek": date(2026, 7, 1),
            },
            ("1 juli 2026", "op verzoek begint de terugbetaling eerder"),
        ),
    ],
)
def test_paying_back_starts_after_six_months_with_a_new_month(facts, answer):
    assert says(law.terugbetaling_first_day(law.LeningFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen")),
        ({"voldaan": date(2026, 3, 10)}, ("30 september 2036", "ten hoogste 10 jaar vanaf 1 oktober 2026")),
        (
            {"terugbetaling_op_verzoek": date(2026, 7, 1)},
            ("30 juni 2036", "ten hoogste 10 jaar vanaf 1 juli 2026"),
        ),
    ],
)
def test_paying_back_takes_at_most_ten_years(facts, answer):
    assert says(law.terugbetaling_last_day(law.LeningFacts(**facts), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("€ 15", "per maand wordt ten minste € 15 terugbetaald")),
        (
            {"draagkracht_terugbetaling": 0},
            ("€ 0", "de draagkracht is zo klein dat het maandbedrag op nihil wordt gesteld"),
        ),
        (
            {"draagkracht_terugbetaling": 179},
            ("€ 0", "de draagkracht is zo klein dat het maandbedrag op nihil wordt gesteld"),
        ),
        ({"draagkracht_terugbetaling": 180}, ("€ 15", "per maand wordt ten minste € 15 terugbetaald")),
    ],
)
def test_a_least_amount_a_month(facts, answer):
    assert says(law.terugbetaling_per_month(law.LeningFacts(**facts), on=ON)) == answer


@given(st.integers(0, 20000))
def test_a_loan_is_nil_or_between_its_borders(draagkracht):
    facts = law.LeningFacts(Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, draagkracht=draagkracht)
    value = law.lening_max(facts, on=ON).value
    assert value == 0 or Decimal(180) <= value <= Decimal(10000)


def test_the_start_of_paying_back_is_marked_as_a_reading():
    lapsed = law.LeningFacts(eerste_pip=date(2026, 3, 16))
    for facts in (law.LeningFacts(voldaan=date(2026, 3, 10)), lapsed):
        assert law.terugbetaling_first_day(facts, on=ON).reading == (
            "eerst gaan de zes maanden voorbij en dan begint de terugbetaling met de volgende maand"
        )
    asked = law.LeningFacts(terugbetaling_op_verzoek=date(2026, 7, 1))
    assert law.terugbetaling_first_day(asked, on=ON).reading is None
