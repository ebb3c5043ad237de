from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering import bewaring as law
from meedoen.law.inburgering.bewaring import BewaarFacts, Gegevenssoort

ON = date(2026, 6, 1)
END = date(2024, 2, 29)
KEPT = BewaarFacts(plicht_geeindigd=END, lening=False)
LOAN = BewaarFacts(plicht_geeindigd=END, lening=True, lening_afgehandeld=date(2030, 1, 1))
LATE_LOAN = BewaarFacts(plicht_geeindigd=END, lening=True, lening_afgehandeld=date(2073, 1, 1))
DEAD = BewaarFacts(plicht_geeindigd=END, overleden=date(2025, 3, 1), lening=True)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (DEAD, ON, ("1 maart 2025", "de persoon is op 1 maart 2025 overleden")),
        (
            BewaarFacts(plicht_geeindigd=END, overleden=date(2029, 2, 27)),
            ON,
            ("27 februari 2029", "de persoon is op 27 februari 2029 overleden"),
        ),
        (
            BewaarFacts(plicht_geeindigd=END, overleden=date(2029, 2, 28)),
            ON,
            ("28 februari 2029", "5 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            BewaarFacts(overleden=date(2029, 2, 28)),
            ON,
            ("28 februari 2029", "de persoon is op 28 februari 2029 overleden"),
        ),
        (KEPT, ON, ("28 februari 2029", "5 jaar na het einde van de plicht op 29 februari 2024")),
        (BewaarFacts(), ON, ("onbekend", "de inburgeringsplicht is nog niet geëindigd")),
    ],
)
def test_death_ends_the_keeping_unless_the_years_had_passed(facts, on, answer):
    assert says(law.delete_by(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (DEAD, ON, ("1 maart 2025", "de persoon is op 1 maart 2025 overleden")),
        (
            BewaarFacts(plicht_geeindigd=END, overleden=date(2074, 2, 27)),
            ON,
            ("27 februari 2074", "de persoon is op 27 februari 2074 overleden"),
        ),
        (
            BewaarFacts(plicht_geeindigd=END, overleden=date(2074, 2, 28)),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            BewaarFacts(overleden=date(2025, 3, 1)),
            ON,
            ("1 maart 2025", "de persoon is op 1 maart 2025 overleden"),
        ),
        (
            KEPT,
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (BewaarFacts(), ON, ("onbekend", "de inburgeringsplicht is nog niet geëindigd")),
    ],
)
def test_death_ends_the_keeping_of_the_core(facts, on, answer):
    assert says(law.core_delete_by(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (DEAD, ON, ("1 maart 2025", "de persoon is op 1 maart 2025 overleden")),
        (
            replace(LOAN, overleden=date(2034, 12, 31)),
            ON,
            ("31 december 2034", "de persoon is op 31 december 2034 overleden"),
        ),
        (
            replace(LOAN, overleden=date(2035, 1, 1)),
            ON,
            ("1 januari 2035", "5 jaar nadat de lening op 1 januari 2030 is afgehandeld"),
        ),
        (LOAN, ON, ("1 januari 2035", "5 jaar nadat de lening op 1 januari 2030 is afgehandeld")),
        (KEPT, ON, ("onbekend", "de lening is nog niet afgehandeld")),
    ],
)
def test_a_loan_is_kept_five_years(facts, on, answer):
    assert says(law.lening_delete_by(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            KEPT,
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            LOAN,
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (LATE_LOAN, ON, ("1 januari 2078", "5 jaar nadat de lening op 1 januari 2073 is afgehandeld")),
        (
            replace(LOAN, lening_afgehandeld=date(2069, 2, 28)),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (replace(LOAN, lening_afgehandeld=None), ON, ("onbekend", "de lening is nog niet afgehandeld")),
        (replace(KEPT, lening=None), ON, ("onbekend", "het is niet bekend of er een lening is of was")),
        (DEAD, ON, ("1 maart 2025", "de persoon is op 1 maart 2025 overleden")),
        (replace(DEAD, lening=None), ON, ("1 maart 2025", "de persoon is op 1 maart 2025 overleden")),
        (
            replace(LATE_LOAN, overleden=date(2076, 1, 1)),
            ON,
            ("1 januari 2076", "de persoon is op 1 januari 2076 overleden"),
        ),
    ],
)
def test_identity_stays_until_the_later_day(facts, on, answer):
    assert says(law.identity_delete_by(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.OVERIG),
            ON,
            ("28 februari 2029", "5 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.BURGERSERVICENUMMER),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.NAAM),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.ADRES),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.WOONPLAATS),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.GEBOORTEDATUM),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.VRIJSTELLING),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.ONTHEFFING),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.VOLDOENING),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.NIET_INVORDERBARE_SCHULD),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.DIPLOMADATUM),
            ON,
            ("28 februari 2029", "5 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.LENING),
            ON,
            ("28 februari 2029", "5 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.OVERIG),
            ON,
            ("28 februari 2029", "5 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.BURGERSERVICENUMMER),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.NAAM),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.ADRES),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.WOONPLAATS),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.GEBOORTEDATUM),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.VRIJSTELLING),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.ONTHEFFING),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.VOLDOENING),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.NIET_INVORDERBARE_SCHULD),
            ON,
            ("28 februari 2074", "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.DIPLOMADATUM),
            ON,
            ("1 januari 2035", "5 jaar nadat de lening op 1 januari 2030 is afgehandeld"),
        ),
        (
            replace(LOAN, gegevenssoort=Gegevenssoort.LENING),
            ON,
            ("1 januari 2035", "5 jaar nadat de lening op 1 januari 2030 is afgehandeld"),
        ),
        (
            replace(KEPT, lening=None, gegevenssoort=Gegevenssoort.LENING),
            ON,
            ("onbekend", "het is niet bekend of er een lening is of was"),
        ),
        (KEPT, ON, ("onbekend", "het is niet bekend om welk soort gegevens het gaat")),
    ],
)
def test_each_kind_has_its_first_day(facts, on, answer):
    assert says(law.first_day_to_delete(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.OVERIG),
            date(2029, 2, 27),
            ("nee", "verwijderen moet pas op 28 februari 2029"),
        ),
        (
            replace(KEPT, gegevenssoort=Gegevenssoort.OVERIG),
            date(2029, 2, 28),
            ("ja", "verwijderen moet sinds 28 februari 2029"),
        ),
        (KEPT, ON, ("onbekend", "het is niet bekend om welk soort gegevens het gaat")),
    ],
)
def test_when_it_must_be_gone(facts, on, answer):
    assert says(law.must_delete_now(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (KEPT, ON, ("28 februari 2074", "de kerngegevens gaan het laatst weg, op 28 februari 2074")),
        (
            LOAN,
            ON,
            (
                "28 februari 2074",
                "de kerngegevens gaan op 28 februari 2074 weg en die van de lening op 1 januari 2035",
            ),
        ),
        (
            LATE_LOAN,
            ON,
            (
                "1 januari 2078",
                "de kerngegevens gaan op 28 februari 2074 weg en die van de lening op 1 januari 2078",
            ),
        ),
        (replace(KEPT, lening=None), ON, ("onbekend", "het is niet bekend of er een lening is of was")),
        (replace(LOAN, lening_afgehandeld=None), ON, ("onbekend", "de lening is nog niet afgehandeld")),
        (
            replace(DEAD, lening=None),
            ON,
            ("1 maart 2025", "de persoon is op 1 maart 2025 overleden"),
        ),
        (
            replace(KEPT, overleden=date(2074, 3, 1)),
            ON,
            ("28 februari 2074", "de kerngegevens gaan het laatst weg, op 28 februari 2074"),
        ),
        (BewaarFacts(lening=False), ON, ("onbekend", "de inburgeringsplicht is nog niet geëindigd")),
    ],
)
def test_nothing_is_left_after_the_last_day(facts, on, answer):
    assert says(law.last_day_of_all(facts, on=on)) == answer


def test_the_readings_are_shown():
    gemeente = "de termijn van art. 9.9 geldt ook voor het dossier bij de gemeente"
    assert law.lening_delete_by(LOAN, on=ON).readings == (gemeente,)
    assert law.identity_delete_by(KEPT, on=ON).readings == (gemeente,)
    assert law.LANGSTE in law.identity_delete_by(replace(KEPT, lening=None), on=ON).readings
    assert str(law.delete_by(KEPT, on=ON).citation) == "art. 9.9, eerste lid, Bi 2021"
