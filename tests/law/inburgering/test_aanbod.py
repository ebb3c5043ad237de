from datetime import date

import pytest

from meedoen.law.inburgering import aanbod as law
from meedoen.law.inburgering.aanbod import AanbodFacts
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.bewaring import BewaarFacts, core_delete_by, delete_by

ON = date(2026, 3, 1)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("rule", "because"),
    [
        (law.gets_brede_intake, "het college neemt bij iedere inburgeringsplichtige een brede intake af"),
        (law.gets_pip, "het college stelt voor iedere inburgeringsplichtige een PIP vast, met begeleiding"),
        (law.gets_pvt, "het college biedt het participatieverklaringstraject aan"),
        (law.gets_map, "het college biedt de module Arbeidsmarkt en Participatie aan"),
    ],
)
def test_what_everyone_gets(rule, because):
    assert says(rule(AanbodFacts(), on=ON)) == ("ja", because)


def test_no_map_in_the_onderwijsroute():
    facts = AanbodFacts(leerroute=Leerroute.ONDERWIJSROUTE)
    assert says(law.gets_map(facts, on=ON)) == ("nee", "in de onderwijsroute is er geen MAP")


@pytest.mark.parametrize(
    ("rule", "asiel", "overig"),
    [
        (
            law.gets_leerroute,
            ("ja", "het college biedt een asielstatushouder tijdig een cursus of opleiding aan"),
            ("nee", "een gezinsmigrant of overige migrant kiest en betaalt zelf een cursus"),
        ),
        (
            law.gets_maatschappelijke_begeleiding,
            ("ja", "maatschappelijke begeleiding is er voor een asielstatushouder"),
            ("nee", "maatschappelijke begeleiding is er niet voor een gezinsmigrant of overige migrant"),
        ),
        (
            law.gets_lening,
            ("nee", "een asielstatushouder krijgt het aanbod van het college en dus geen lening"),
            ("ja", "een gezinsmigrant of overige migrant kan bij DUO een lening aanvragen"),
        ),
        (
            law.kosteloze_examenpogingen,
            ("2", "2 examenpogingen per onderdeel zijn kosteloos"),
            ("0", "een gezinsmigrant of overige migrant betaalt de examens zelf"),
        ),
    ],
)
def test_what_depends_on_the_doelgroep(rule, asiel, overig):
    assert says(rule(AanbodFacts(doelgroep=ASIEL), on=ON)) == asiel
    assert says(rule(AanbodFacts(doelgroep=OVERIG), on=ON)) == overig
    assert says(rule(AanbodFacts(), on=ON)) == ("onbekend", "de doelgroep is niet bekend")


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (
            AanbodFacts(ASIEL, inschrijving=date(2026, 2, 2)),
            ("2 februari 2026", "de begeleiding begint op de dag van inschrijving"),
        ),
        (AanbodFacts(ASIEL), ("onbekend", "er is nog geen inschrijving in de gemeente")),
        (AanbodFacts(OVERIG), ("geen", "er is geen recht op maatschappelijke begeleiding")),
    ],
)
def test_begeleiding_begins_at_inschrijving(facts, answer):
    assert says(law.maatschappelijke_begeleiding_since(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (True, ("ja", "deelname van het kind aan VVE wordt verkend en afgesproken")),
        (False, ("nee", "er is geen kind voor wie VVE mogelijk is")),
        (None, ("onbekend", "het is niet vastgelegd of er een kind is voor wie VVE mogelijk is")),
    ],
)
def test_vve(kind, answer):
    assert says(law.gets_vve(AanbodFacts(vve_van_toepassing=kind), on=ON)) == answer


@pytest.mark.parametrize(
    ("groep", "nodig", "answer"),
    [
        (ASIEL, True, ("ja", "alfabetisering hoort bij het aanbod van het college")),
        (
            OVERIG,
            True,
            (
                "nee",
                "een gezinsmigrant of overige migrant volgt alfabetisering zelf, zo nodig met een lening",
            ),
        ),
        (ASIEL, False, ("nee", "alfabetisering is niet nodig")),
        (ASIEL, None, ("onbekend", "het is niet vastgelegd of alfabetisering nodig is")),
        (None, True, ("onbekend", "de doelgroep is niet bekend")),
    ],
)
def test_alfabetisering(groep, nodig, answer):
    assert says(law.gets_alfabetisering(AanbodFacts(groep, alfabetisering_nodig=nodig), on=ON)) == answer


def test_data_are_deleted_five_and_fifty_years_after_the_end():
    facts = BewaarFacts(date(2024, 2, 29))
    assert says(delete_by(facts, on=ON)) == (
        "28 februari 2029",
        "5 jaar na het einde van de plicht op 29 februari 2024",
    )
    assert says(core_delete_by(facts, on=ON)) == (
        "28 februari 2074",
        "ten hoogste 50 jaar na het einde van de plicht op 29 februari 2024",
    )
    assert delete_by(facts, on=ON).readings == (
        "de termijn van art. 9.9 geldt ook voor het dossier bij de gemeente",
    )
    assert delete_by(BewaarFacts(), on=ON).sentence() == "de inburgeringsplicht is nog niet geëindigd"
    assert core_delete_by(BewaarFacts(), on=ON).head() == "onbekend"
