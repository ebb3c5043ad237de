from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from meedoen.law.inburgering import financiering as law
from meedoen.law.inburgering.begrippen import Doelgroep
from meedoen.law.inburgering.financiering import (
    Kostensoort,
    PersoonSpukFacts,
    SpukFacts,
    SpukVerantwoordingFacts,
)

ON = date(2026, 6, 1)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT

SPUK = SpukFacts(
    gezin_en_overig=100,
    asiel_jaar_t=10,
    asiel_jaar_t_min_1=8,
    asiel_jaar_t_min_2=6,
    afgeronde_trajecten=2,
    afgeronde_trajecten_eerder=0,
    grondslag=500000,
    grondslag_landelijk=100000000,
    landelijk_budget=120000199,
    asiel_onderwijsroute=5,
    bedrag_onderwijsroute=17000,
)
YEAR = SpukVerantwoordingFacts(uitvoeringsjaar_begint=date(2025, 1, 1))
MONEY = SpukVerantwoordingFacts(uitkering=1200001, besteed=1000000)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PersoonSpukFacts(), date(2022, 12, 31), ("2022", "de bedragen van het budgetjaar 2022 zijn bekend")),
        (PersoonSpukFacts(), date(2023, 12, 31), ("2023", "de bedragen van het budgetjaar 2023 zijn bekend")),
        (
            PersoonSpukFacts(),
            date(2024, 1, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (
            PersoonSpukFacts(),
            date(2024, 12, 31),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (PersoonSpukFacts(), date(2025, 1, 1), ("2025", "de bedragen van het budgetjaar 2025 zijn bekend")),
        (PersoonSpukFacts(), date(2026, 12, 31), ("2026", "de bedragen van het budgetjaar 2026 zijn bekend")),
        (
            PersoonSpukFacts(),
            date(2027, 1, 1),
            ("onbekend", "de bedragen van dit budgetjaar zijn nog niet bekend"),
        ),
        (PersoonSpukFacts(), date(2022, 1, 1), ("2022", "de bedragen van het budgetjaar 2022 zijn bekend")),
        (PersoonSpukFacts(), date(2023, 1, 1), ("2023", "de bedragen van het budgetjaar 2023 zijn bekend")),
        (PersoonSpukFacts(), date(2026, 1, 1), ("2026", "de bedragen van het budgetjaar 2026 zijn bekend")),
    ],
)
def test_the_amounts_are_known_for_some_years(facts, on, answer):
    assert says(law.spuk_jaar(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            PersoonSpukFacts(),
            date(2022, 6, 1),
            ("€ 610,98", "€ 610,98 per gezinsmigrant of overige migrant in 2022"),
        ),
        (
            PersoonSpukFacts(),
            date(2023, 6, 1),
            ("€ 635,32", "€ 635,32 per gezinsmigrant of overige migrant in 2023"),
        ),
        (
            PersoonSpukFacts(),
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (
            PersoonSpukFacts(),
            date(2025, 6, 1),
            ("€ 694,23", "€ 694,23 per gezinsmigrant of overige migrant in 2025"),
        ),
        (
            PersoonSpukFacts(),
            date(2026, 6, 1),
            ("€ 706,72", "€ 706,72 per gezinsmigrant of overige migrant in 2026"),
        ),
    ],
)
def test_spuk_per_gezinsmigrant(facts, on, answer):
    assert says(law.spuk_per_gezinsmigrant(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            PersoonSpukFacts(),
            date(2022, 6, 1),
            ("€ 8.057,10", "bedrag a is € 8.057,10 per asielstatushouder die in 2022 is gehuisvest"),
        ),
        (
            PersoonSpukFacts(),
            date(2023, 6, 1),
            ("€ 8.378,03", "bedrag a is € 8.378,03 per asielstatushouder die in 2023 is gehuisvest"),
        ),
        (
            PersoonSpukFacts(),
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (
            PersoonSpukFacts(),
            date(2025, 6, 1),
            ("€ 9.154,91", "bedrag a is € 9.154,91 per asielstatushouder die in 2025 is gehuisvest"),
        ),
        (
            PersoonSpukFacts(),
            date(2026, 6, 1),
            ("€ 6.087,34", "bedrag a is € 6.087,34 per asielstatushouder die in 2026 is gehuisvest"),
        ),
    ],
)
def test_spuk_per_asielstatushouder_jaar_t(facts, on, answer):
    assert says(law.spuk_per_asielstatushouder_jaar_t(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            PersoonSpukFacts(),
            date(2022, 6, 1),
            (
                "€ 4.079,67",
                "bedrag b is € 4.079,67 in 2022 per asielstatushouder die het jaar ervoor is gehuisvest",
            ),
        ),
        (
            PersoonSpukFacts(),
            date(2023, 6, 1),
            (
                "€ 4.242,17",
                "bedrag b is € 4.242,17 in 2023 per asielstatushouder die het jaar ervoor is gehuisvest",
            ),
        ),
        (
            PersoonSpukFacts(),
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (
            PersoonSpukFacts(),
            date(2025, 6, 1),
            (
                "€ 4.635,54",
                "bedrag b is € 4.635,54 in 2025 per asielstatushouder die het jaar ervoor is gehuisvest",
            ),
        ),
        (
            PersoonSpukFacts(),
            date(2026, 6, 1),
            (
                "€ 4.718,96",
                "bedrag b is € 4.718,96 in 2026 per asielstatushouder die het jaar ervoor is gehuisvest",
            ),
        ),
    ],
)
def test_spuk_per_asielstatushouder_jaar_t_min_1(facts, on, answer):
    assert says(law.spuk_per_asielstatushouder_jaar_t_min_1(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            PersoonSpukFacts(),
            date(2022, 6, 1),
            (
                "€ 1.019,92",
                "bedrag c is € 1.019,92 in 2022 per asielstatushouder die twee jaar ervoor is gehuisvest",
            ),
        ),
        (
            PersoonSpukFacts(),
            date(2023, 6, 1),
            (
                "€ 1.060,54",
                "bedrag c is € 1.060,54 in 2023 per asielstatushouder die twee jaar ervoor is gehuisvest",
            ),
        ),
        (
            PersoonSpukFacts(),
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (
            PersoonSpukFacts(),
            date(2025, 6, 1),
            (
                "€ 1.158,89",
                "bedrag c is € 1.158,89 in 2025 per asielstatushouder die twee jaar ervoor is gehuisvest",
            ),
        ),
        (
            PersoonSpukFacts(),
            date(2026, 6, 1),
            (
                "€ 1.179,74",
                "bedrag c is € 1.179,74 in 2026 per asielstatushouder die twee jaar ervoor is gehuisvest",
            ),
        ),
    ],
)
def test_spuk_per_asielstatushouder_jaar_t_min_2(facts, on, answer):
    assert says(law.spuk_per_asielstatushouder_jaar_t_min_2(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PersoonSpukFacts(), date(2022, 6, 1), ("€ 8.057,10", "gewicht a is € 8.057,10 in 2022")),
        (PersoonSpukFacts(), date(2023, 6, 1), ("€ 8.378,03", "gewicht a is € 8.378,03 in 2023")),
        (
            PersoonSpukFacts(),
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (PersoonSpukFacts(), date(2025, 6, 1), ("€ 9.154,91", "gewicht a is € 9.154,91 in 2025")),
        (PersoonSpukFacts(), date(2026, 6, 1), ("€ 5.820,70", "gewicht a is € 5.820,70 in 2026")),
    ],
)
def test_gewicht_jaar_t(facts, on, answer):
    assert says(law.gewicht_jaar_t(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PersoonSpukFacts(), date(2022, 6, 1), ("€ 4.079,67", "gewicht b is € 4.079,67 in 2022")),
        (PersoonSpukFacts(), date(2023, 6, 1), ("€ 4.242,17", "gewicht b is € 4.242,17 in 2023")),
        (
            PersoonSpukFacts(),
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (PersoonSpukFacts(), date(2025, 6, 1), ("€ 4.635,54", "gewicht b is € 4.635,54 in 2025")),
        (PersoonSpukFacts(), date(2026, 6, 1), ("€ 4.247,06", "gewicht b is € 4.247,06 in 2026")),
    ],
)
def test_gewicht_jaar_t_min_1(facts, on, answer):
    assert says(law.gewicht_jaar_t_min_1(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PersoonSpukFacts(), date(2022, 6, 1), ("€ 1.019,92", "gewicht c is € 1.019,92 in 2022")),
        (PersoonSpukFacts(), date(2023, 6, 1), ("€ 1.060,54", "gewicht c is € 1.060,54 in 2023")),
        (
            PersoonSpukFacts(),
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (PersoonSpukFacts(), date(2025, 6, 1), ("€ 1.158,89", "gewicht c is € 1.158,89 in 2025")),
        (PersoonSpukFacts(), date(2026, 6, 1), ("€ 1.061,77", "gewicht c is € 1.061,77 in 2026")),
    ],
)
def test_gewicht_jaar_t_min_2(facts, on, answer):
    assert says(law.gewicht_jaar_t_min_2(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PersoonSpukFacts(), date(2022, 6, 1), ("€ 0", "gewicht d is € 0 in 2022 per afgerond traject")),
        (PersoonSpukFacts(), date(2023, 6, 1), ("€ 0", "gewicht d is € 0 in 2023 per afgerond traject")),
        (
            PersoonSpukFacts(),
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (PersoonSpukFacts(), date(2025, 6, 1), ("€ 0", "gewicht d is € 0 in 2025 per afgerond traject")),
        (
            PersoonSpukFacts(),
            date(2026, 6, 1),
            ("€ 856,51", "gewicht d is € 856,51 in 2026 per afgerond traject"),
        ),
    ],
)
def test_gewicht_afgerond_traject(facts, on, answer):
    assert says(law.gewicht_afgerond_traject(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PersoonSpukFacts(ASIEL, 2027), ON, ("€ 0", "een asielstatushouder telt drie jaar mee, vanaf 2027")),
        (
            PersoonSpukFacts(ASIEL, 2026),
            ON,
            ("€ 6.087,34", "bedrag a is € 6.087,34 per asielstatushouder die in 2026 is gehuisvest"),
        ),
        (
            PersoonSpukFacts(ASIEL, 2025),
            ON,
            (
                "€ 4.718,96",
                "bedrag b is € 4.718,96 in 2026 per asielstatushouder die het jaar ervoor is gehuisvest",
            ),
        ),
        (
            PersoonSpukFacts(ASIEL, 2024),
            ON,
            (
                "€ 1.179,74",
                "bedrag c is € 1.179,74 in 2026 per asielstatushouder die twee jaar ervoor is gehuisvest",
            ),
        ),
        (PersoonSpukFacts(ASIEL, 2023), ON, ("€ 0", "een asielstatushouder telt drie jaar mee, vanaf 2023")),
        (
            PersoonSpukFacts(OVERIG, 2026),
            ON,
            ("€ 706,72", "€ 706,72 per gezinsmigrant of overige migrant in 2026"),
        ),
        (
            PersoonSpukFacts(OVERIG, 2025),
            ON,
            ("€ 0", "een gezinsmigrant of overige migrant telt alleen in het jaar van huisvesting, 2025"),
        ),
        (PersoonSpukFacts(None, 2026), ON, ("onbekend", "de doelgroep is niet bekend")),
        (PersoonSpukFacts(ASIEL), ON, ("onbekend", "het jaar van huisvesting is niet bekend")),
        (
            PersoonSpukFacts(ASIEL, 2024),
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
    ],
)
def test_what_one_person_adds(facts, on, answer):
    assert says(law.spuk_for_person(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SPUK, ON, ("70", "naar verwachting is 70 procent asielstatushouder")),
    ],
)
def test_seventy_percent_is_expected(facts, on, answer):
    assert says(law.spuk_expected_percentage(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SPUK, ON, ("€ 70.672", "100 keer € 706,72")),
        (
            replace(SPUK, gezin_en_overig=None),
            ON,
            ("onbekend", "het aantal gezinsmigranten en overige migranten is niet bekend"),
        ),
        (
            SPUK,
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (replace(SPUK, gezin_en_overig=0), ON, ("€ 0", "0 keer € 706,72")),
    ],
)
def test_bgo(facts, on, answer):
    assert says(law.spuk_bgo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SPUK, ON, ("€ 100.267,12", "10, 8 en 6 asielstatushouders en 2 trajecten, elk naar gewicht")),
        (
            SPUK,
            date(2025, 6, 1),
            ("€ 135.586,76", "10, 8 en 6 asielstatushouders en 2 trajecten, elk naar gewicht"),
        ),
        (
            SPUK,
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (
            replace(SPUK, asiel_jaar_t=None),
            ON,
            ("onbekend", "het aantal asielstatushouders van het jaar zelf is niet bekend"),
        ),
        (
            replace(SPUK, asiel_jaar_t_min_1=None),
            ON,
            ("onbekend", "het aantal asielstatushouders van het jaar ervoor is niet bekend"),
        ),
        (
            replace(SPUK, asiel_jaar_t_min_2=None),
            ON,
            ("onbekend", "het aantal asielstatushouders van twee jaar ervoor is niet bekend"),
        ),
        (
            replace(SPUK, afgeronde_trajecten=None),
            ON,
            ("onbekend", "het aantal afgeronde trajecten is niet bekend"),
        ),
        (
            replace(SPUK, afgeronde_trajecten_eerder=3),
            ON,
            ("€ 102.836,65", "10, 8 en 6 asielstatushouders en 5 trajecten, elk naar gewicht"),
        ),
    ],
)
def test_grondslag(facts, on, answer):
    assert says(law.spuk_grondslag(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(SPUK, afgeronde_trajecten_eerder=3),
            date(2025, 12, 31),
            ("2", "2 trajecten zijn twee jaar eerder afgerond"),
        ),
        (
            replace(SPUK, afgeronde_trajecten_eerder=3),
            date(2026, 1, 1),
            ("5", "in het eerste jaar met gewicht d tellen ook de 3 trajecten van daarvoor mee"),
        ),
        (
            replace(SPUK, afgeronde_trajecten_eerder=3),
            date(2026, 12, 31),
            ("5", "in het eerste jaar met gewicht d tellen ook de 3 trajecten van daarvoor mee"),
        ),
        (
            replace(SPUK, afgeronde_trajecten_eerder=3),
            date(2027, 1, 1),
            ("2", "2 trajecten zijn twee jaar eerder afgerond"),
        ),
        (
            replace(SPUK, afgeronde_trajecten=None),
            date(2025, 12, 31),
            ("onbekend", "het aantal afgeronde trajecten is niet bekend"),
        ),
        (
            replace(SPUK, afgeronde_trajecten=None),
            date(2026, 1, 1),
            ("onbekend", "het aantal afgeronde trajecten is niet bekend"),
        ),
        (
            replace(SPUK, afgeronde_trajecten=None),
            date(2027, 1, 1),
            ("onbekend", "het aantal afgeronde trajecten is niet bekend"),
        ),
        (
            replace(SPUK, afgeronde_trajecten_eerder=None),
            date(2025, 12, 31),
            ("2", "2 trajecten zijn twee jaar eerder afgerond"),
        ),
        (
            replace(SPUK, afgeronde_trajecten_eerder=None),
            date(2026, 1, 1),
            ("onbekend", "het aantal trajecten dat daarvoor is afgerond, is niet bekend"),
        ),
        (
            replace(SPUK, afgeronde_trajecten_eerder=None),
            date(2027, 1, 1),
            ("2", "2 trajecten zijn twee jaar eerder afgerond"),
        ),
    ],
)
def test_which_trajecten_count(facts, on, answer):
    assert says(law.spuk_trajecten_that_count(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SPUK, ON, ("600000", "€ 500.000 van € 100.000.000 van het landelijke budget van € 120.000.199")),
        (
            replace(SPUK, grondslag_landelijk=0),
            ON,
            ("onbekend", "zonder landelijke grondslag is er geen deel te berekenen"),
        ),
        (
            replace(SPUK, grondslag_landelijk=1, grondslag=1),
            ON,
            ("120000199", "€ 1 van € 1 van het landelijke budget van € 120.000.199"),
        ),
        (replace(SPUK, grondslag=None), ON, ("onbekend", "de grondslag van de gemeente is niet bekend")),
        (
            replace(SPUK, grondslag_landelijk=None),
            ON,
            ("onbekend", "de grondslag van alle gemeenten samen is niet bekend"),
        ),
        (replace(SPUK, landelijk_budget=None), ON, ("onbekend", "het landelijke budget is niet bekend")),
    ],
)
def test_ba_is_rounded_down_to_whole_euros(facts, on, answer):
    assert says(law.spuk_ba(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SPUK, ON, ("85000", "5 keer € 17.000")),
        (
            replace(SPUK, asiel_onderwijsroute=None),
            ON,
            ("onbekend", "het aantal asielstatushouders in de onderwijsroute is niet bekend"),
        ),
        (
            replace(SPUK, bedrag_onderwijsroute=None),
            ON,
            (
                "onbekend",
                "het bedrag per asielstatushouder in de onderwijsroute staat in geen van de gelezen teksten",
            ),
        ),
    ],
)
def test_abo(facts, on, answer):
    assert says(law.spuk_abo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            SPUK,
            date(2023, 6, 1),
            ("€ 663.532", "€ 63.532 voor gezinsmigranten en € 600.000 voor asielstatushouders"),
        ),
        (
            SPUK,
            date(2025, 11, 19),
            ("€ 669.423", "€ 69.423 voor gezinsmigranten en € 600.000 voor asielstatushouders"),
        ),
        (
            SPUK,
            date(2025, 11, 20),
            (
                "€ 754.423",
                "€ 69.423 voor gezinsmigranten, € 600.000 voor asielstatushouders en € 85.000 "
                "extra voor de onderwijsroute",
            ),
        ),
        (
            SPUK,
            date(2024, 6, 1),
            ("onbekend", "de bedragen van het budgetjaar 2024 staan in geen van de teksten die zijn gelezen"),
        ),
        (
            replace(SPUK, bedrag_onderwijsroute=None),
            ON,
            (
                "onbekend",
                "het bedrag per asielstatushouder in de onderwijsroute staat in geen van de gelezen teksten",
            ),
        ),
        (
            replace(SPUK, grondslag=None),
            date(2023, 6, 1),
            ("onbekend", "de grondslag van de gemeente is niet bekend"),
        ),
    ],
)
def test_the_formula_through_time(facts, on, answer):
    assert says(law.spuk_uitkering(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            SpukFacts(kostensoort=Kostensoort.LEERROUTE),
            ON,
            ("ja", "de cursus of opleiding is een voorziening"),
        ),
        (
            SpukFacts(kostensoort=Kostensoort.PVT),
            ON,
            ("ja", "het participatieverklaringstraject is een voorziening"),
        ),
        (
            SpukFacts(kostensoort=Kostensoort.MAP),
            ON,
            ("ja", "de module Arbeidsmarkt en Participatie is een voorziening"),
        ),
        (
            SpukFacts(kostensoort=Kostensoort.MAATSCHAPPELIJKE_BEGELEIDING),
            ON,
            ("ja", "de maatschappelijke begeleiding is een voorziening"),
        ),
        (SpukFacts(kostensoort=Kostensoort.TOLK), ON, ("ja", "de inzet van tolken is een voorziening")),
        (
            SpukFacts(kostensoort=Kostensoort.BREDE_INTAKE),
            ON,
            ("nee", "de brede intake hoort bij de uitvoeringskosten, uit het Gemeentefonds"),
        ),
        (
            SpukFacts(kostensoort=Kostensoort.PIP),
            ON,
            ("nee", "het PIP hoort bij de uitvoeringskosten, uit het Gemeentefonds"),
        ),
        (
            SpukFacts(kostensoort=Kostensoort.VOORTGANG),
            ON,
            ("nee", "het volgen van de voortgang hoort bij de uitvoeringskosten, uit het Gemeentefonds"),
        ),
        (
            SpukFacts(kostensoort=Kostensoort.ONTZORGEN),
            ON,
            ("nee", "het ontzorgen hoort bij de uitvoeringskosten, uit het Gemeentefonds"),
        ),
        (
            SpukFacts(kostensoort=Kostensoort.INKOOP),
            ON,
            ("nee", "de inkoop hoort bij de uitvoeringskosten, uit het Gemeentefonds"),
        ),
        (SpukFacts(), ON, ("onbekend", "het is niet bekend om welke kosten het gaat")),
    ],
)
def test_what_the_uitkering_covers(facts, on, answer):
    assert says(law.spuk_covers(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (YEAR, ON, ("1 oktober 2024", "voor de dag die 3 maanden voor 1 januari 2025 ligt")),
        (SpukVerantwoordingFacts(), ON, ("onbekend", "het uitvoeringsjaar is niet bekend")),
    ],
)
def test_the_uitkering_is_announced_three_months_before(facts, on, answer):
    assert says(law.spuk_announced_before(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(YEAR, herzien_op=date(2026, 5, 11)),
            ON,
            ("8 juni 2026", "4 weken na de herziening op 11 mei 2026"),
        ),
        (
            replace(YEAR, herzien_op=date(2026, 5, 9)),
            ON,
            (
                "8 juni 2026",
                "4 weken na de herziening op 9 mei 2026; 6 juni 2026 is geen werkdag, dus geldt 8 juni 2026",
            ),
        ),
        (YEAR, ON, ("onbekend", "het totale bedrag is in het jaar zelf niet herzien")),
    ],
)
def test_a_revision_is_announced_in_four_weeks(facts, on, answer):
    assert says(law.spuk_revision_announced_by(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (YEAR, ON, ("30 juni 2026", "6 maanden na afloop van het uitvoeringsjaar")),
        (SpukVerantwoordingFacts(), ON, ("onbekend", "het uitvoeringsjaar is niet bekend")),
    ],
)
def test_the_uitkering_is_adjusted_in_six_months(facts, on, answer):
    assert says(law.spuk_adjusted_by(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (YEAR, ON, ("30 juni 2027", "18 maanden na het kalenderjaar")),
        (SpukVerantwoordingFacts(), ON, ("onbekend", "het uitvoeringsjaar is niet bekend")),
    ],
)
def test_the_account_is_given_in_eighteen_months(facts, on, answer):
    assert says(law.spuk_accounted_by(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (YEAR, date(2027, 6, 30), ("nee", "de verantwoording kan nog tot en met 30 juni 2027")),
        (YEAR, date(2027, 7, 1), ("ja", "de verantwoording was er op 30 juni 2027 niet volledig")),
        (
            replace(YEAR, verantwoording_ontvangen=date(2027, 6, 30)),
            ON,
            ("nee", "de verantwoording van 30 juni 2027 is op tijd"),
        ),
        (
            replace(YEAR, verantwoording_ontvangen=date(2027, 7, 1)),
            ON,
            ("ja", "de verantwoording van 1 juli 2027 kwam na 30 juni 2027"),
        ),
        (SpukVerantwoordingFacts(), ON, ("onbekend", "het uitvoeringsjaar is niet bekend")),
    ],
)
def test_too_late_means_reclaiming(facts, on, answer):
    assert says(law.spuk_reclaimed_for_lateness(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (YEAR, date(2027, 6, 30), ("geen", "er wordt niet wegens te late verantwoording teruggevorderd")),
        (YEAR, date(2027, 7, 1), ("30 september 2027", "3 maanden na 30 juni 2027")),
        (
            replace(YEAR, uitvoeringsjaar_begint=date(2026, 1, 1)),
            date(2028, 7, 1),
            (
                "2 oktober 2028",
                "3 maanden na 30 juni 2028; 30 september 2028 is geen werkdag, dus geldt 2 oktober 2028",
            ),
        ),
        (SpukVerantwoordingFacts(), ON, ("onbekend", "het uitvoeringsjaar is niet bekend")),
    ],
)
def test_reclaiming_for_lateness_is_told_in_three_months(facts, on, answer):
    assert says(law.spuk_lateness_told_by(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(YEAR, verantwoording_ontvangen=date(2026, 7, 10)),
            ON,
            ("10 juli 2027", "1 jaar na de ontvangst van de verantwoording op 10 juli 2026"),
        ),
        (YEAR, ON, ("onbekend", "de verantwoording is nog niet volledig ontvangen")),
    ],
)
def test_reclaiming_is_told_in_a_year(facts, on, answer):
    assert says(law.spuk_reclaim_told_by(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            YEAR,
            ON,
            (
                "30 september 2026",
                "gegevens van na 30 september 2026 tellen alleen als de Minister erom vroeg",
            ),
        ),
        (SpukVerantwoordingFacts(), ON, ("onbekend", "het uitvoeringsjaar is niet bekend")),
    ],
)
def test_data_count_until_30_september(facts, on, answer):
    assert says(law.spuk_data_count_until(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (MONEY, ON, ("€ 200.001", "van € 1.200.001 is € 1.000.000 besteed")),
        (replace(MONEY, besteed=1200001), ON, ("€ 0", "de uitkering van € 1.200.001 is geheel besteed")),
        (replace(MONEY, besteed=1200000), ON, ("€ 1", "van € 1.200.001 is € 1.200.000 besteed")),
        (replace(MONEY, besteed=None), ON, ("onbekend", "het bestede bedrag is niet bekend")),
        (replace(MONEY, uitkering=None), ON, ("onbekend", "de uitkering is niet bekend")),
    ],
)
def test_what_was_not_spent(facts, on, answer):
    assert says(law.spuk_not_spent(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            MONEY,
            date(2026, 4, 1),
            ("€ 200.001", "het niet bestede deel van € 200.001 mag naar het volgende jaar"),
        ),
        (
            MONEY,
            date(2026, 4, 2),
            ("onbekend", "de percentages voor het reserveren staan in geen van de teksten die zijn gelezen"),
        ),
        (
            replace(MONEY, besteed=1200000),
            date(2026, 4, 2),
            ("onbekend", "de percentages voor het reserveren staan in geen van de teksten die zijn gelezen"),
        ),
        (replace(MONEY, besteed=1200001), date(2026, 4, 2), ("€ 0", "er is niets over om te reserveren")),
        (replace(MONEY, besteed=None), date(2026, 4, 2), ("onbekend", "het bestede bedrag is niet bekend")),
    ],
)
def test_what_may_be_reserved(facts, on, answer):
    assert says(law.spuk_reserve(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (MONEY, ON, ("€ 0", "de lasten zijn niet hoger dan de uitkering")),
        (replace(MONEY, besteed=1200001), ON, ("€ 0", "de lasten zijn niet hoger dan de uitkering")),
        (
            replace(MONEY, besteed=1200002),
            ON,
            ("€ 1", "de lasten van € 1.200.002 zijn hoger dan de uitkering van € 1.200.001"),
        ),
        (replace(MONEY, besteed=None), ON, ("onbekend", "het bestede bedrag is niet bekend")),
        (replace(MONEY, uitkering=None), ON, ("onbekend", "de uitkering is niet bekend")),
    ],
)
def test_a_deficit_goes_to_the_next_year(facts, on, answer):
    assert says(law.spuk_deficit_to_next_year(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (MONEY, ON, ("100000", "rond de vijftiende van de maand een van de 12 delen van € 1.200.001")),
        (
            replace(MONEY, uitkering=1199999),
            ON,
            ("99999", "rond de vijftiende van de maand een van de 12 delen van € 1.199.999"),
        ),
        (replace(MONEY, uitkering=None), ON, ("onbekend", "de uitkering is niet bekend")),
    ],
)
def test_a_twelfth_part_is_paid_each_month(facts, on, answer):
    assert says(law.spuk_monthly_payment(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (YEAR, ON, ("ja", "er is een aparte uitkering voor het aanbod van de onderwijsroute")),
        (
            replace(YEAR, artikel_42a_vervallen=ON),
            ON,
            ("nee", "de aparte uitkering is per 1 juni 2026 vervallen"),
        ),
        (
            replace(YEAR, artikel_42a_vervallen=date(2026, 6, 2)),
            ON,
            ("ja", "er is een aparte uitkering voor het aanbod van de onderwijsroute"),
        ),
    ],
)
def test_the_onderwijsroute_has_an_uitkering_until_a_decree(facts, on, answer):
    assert says(law.spuk_onderwijsroute(facts, on=on)) == answer


def test_the_values_are_exact():
    assert law.spuk_ba(SPUK, on=ON).value == 600000
    assert law.spuk_monthly_payment(MONEY, on=ON).value == 100000
    assert law.spuk_grondslag(SPUK, on=ON).value == Decimal("100267.12")
    assert law.spuk_uitkering(SPUK, on=date(2023, 6, 1)).value == Decimal("663532.00")


@pytest.mark.parametrize(
    ("outcome", "reading"),
    [
        (law.spuk_for_person(PersoonSpukFacts(OVERIG, 2026), on=ON), law.LANDELIJK),
        (law.spuk_ba(SPUK, on=ON), law.HELE_EUROS),
        (law.spuk_announced_before(YEAR, on=ON), law.VOLLE_MAANDEN),
        (law.spuk_covers(SpukFacts(kostensoort=Kostensoort.PVT), on=ON), law.INDELING),
    ],
)
def test_the_readings_are_shown(outcome, reading):
    assert outcome.readings == (reading,)


def test_the_lid_of_reserving_follows_the_version():
    assert str(law.spuk_reserve(MONEY, on=date(2026, 4, 1)).citation) == "art. 10.5, Bi 2021"
    assert str(law.spuk_reserve(MONEY, on=date(2026, 4, 2)).citation) == "art. 10.5, tweede lid, Bi 2021"
