from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.keten import aanbod as law
from meedoen.law.keten.aanbod import DuoAanbodFacts

ON = date(2026, 6, 1)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT

AANBOD = DuoAanbodFacts(
    doelgroep=ASIEL,
    leerroute=Leerroute.B1_ROUTE,
    actuele_pip=date(2026, 3, 16),
    instelling_met_keurmerk=True,
    datum_aanbod=date(2026, 3, 20),
    start_opleiding=date(2026, 4, 1),
    einde_opleiding=date(2029, 3, 17),
    termijn_start=date(2026, 3, 17),
    termijn_end_exclusive=date(2029, 3, 17),
)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (AANBOD, ON, ("ja", "de persoon is een asielstatushouder")),
        (
            replace(AANBOD, doelgroep=OVERIG),
            ON,
            ("nee", "DUO registreert geen aanbod voor een gezinsmigrant of overige migrant"),
        ),
        (replace(AANBOD, doelgroep=None), ON, ("onbekend", "de doelgroep is niet bekend")),
    ],
)
def test_only_an_asielstatushouder_has_an_aanbod_at_duo(facts, on, answer):
    assert says(law.duo_aanbod_for_asiel(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (AANBOD, ON, ("ja", "het aanbod ligt niet voor het actuele PIP van 16 maart 2026")),
        (replace(AANBOD, actuele_pip=None), ON, ("nee", "DUO heeft nog geen PIP van de persoon")),
        (replace(AANBOD, datum_aanbod=None), ON, ("onbekend", "de datum van het aanbod ontbreekt")),
        (
            replace(AANBOD, datum_aanbod=date(2026, 3, 16)),
            ON,
            ("ja", "het aanbod ligt niet voor het actuele PIP van 16 maart 2026"),
        ),
        (
            replace(AANBOD, datum_aanbod=date(2026, 3, 15)),
            ON,
            ("nee", "het aanbod van 15 maart 2026 ligt voor het actuele PIP van 16 maart 2026"),
        ),
        (
            replace(AANBOD, start_opleiding=date(2026, 3, 15)),
            ON,
            (
                "nee",
                "het begin van de opleiding op 15 maart 2026 ligt voor het actuele PIP van 16 maart 2026",
            ),
        ),
        (
            replace(AANBOD, start_opleiding=date(2026, 3, 16)),
            ON,
            ("ja", "het aanbod ligt niet voor het actuele PIP van 16 maart 2026"),
        ),
        (
            replace(AANBOD, start_opleiding=None),
            ON,
            ("ja", "het aanbod ligt niet voor het actuele PIP van 16 maart 2026"),
        ),
    ],
)
def test_nothing_of_the_aanbod_lies_before_the_pip(facts, on, answer):
    assert says(law.duo_aanbod_after_pip(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (AANBOD, ON, ("ja", "de instelling heeft het keurmerk van Blik op Werk")),
        (
            replace(AANBOD, instelling_met_keurmerk=False),
            ON,
            ("nee", "de instelling heeft geen keurmerk van Blik op Werk"),
        ),
        (
            replace(AANBOD, instelling_met_keurmerk=None),
            ON,
            ("onbekend", "het is niet bekend of de instelling het keurmerk heeft"),
        ),
        (
            replace(AANBOD, instelling_met_keurmerk=None, leerroute=None),
            ON,
            ("onbekend", "de leerroute is niet bekend"),
        ),
        (
            replace(
                AANBOD,
                instelling_met_keurmerk=False,
                leerroute=Leerroute.ONDERWIJSROUTE,
                instelling_met_taalschakelerkenning=True,
            ),
            ON,
            ("ja", "de instelling is erkend voor het taalschakeltraject"),
        ),
        (
            replace(
                AANBOD,
                instelling_met_keurmerk=False,
                leerroute=Leerroute.ONDERWIJSROUTE,
                instelling_met_taalschakelerkenning=False,
            ),
            ON,
            ("nee", "de instelling heeft geen keurmerk en geen erkenning voor het taalschakeltraject"),
        ),
        (
            replace(AANBOD, instelling_met_keurmerk=False, leerroute=Leerroute.ONDERWIJSROUTE),
            ON,
            ("onbekend", "het is niet bekend of de instelling voor het taalschakeltraject is erkend"),
        ),
        (
            replace(AANBOD, instelling_met_keurmerk=False, instelling_met_taalschakelerkenning=True),
            ON,
            ("nee", "de instelling heeft geen keurmerk van Blik op Werk"),
        ),
    ],
)
def test_the_school_has_keurmerk_or_recognition(facts, on, answer):
    assert says(law.duo_aanbod_instelling(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (AANBOD, ON, ("ja", "de datums van het aanbod volgen op elkaar")),
        (replace(AANBOD, start_opleiding=None), ON, ("ja", "er is geen begin van de opleiding opgegeven")),
        (replace(AANBOD, datum_aanbod=None), ON, ("onbekend", "de datum van het aanbod ontbreekt")),
        (
            replace(AANBOD, start_opleiding=date(2026, 3, 20)),
            ON,
            ("ja", "de datums van het aanbod volgen op elkaar"),
        ),
        (
            replace(AANBOD, start_opleiding=date(2026, 3, 19)),
            ON,
            ("nee", "de opleiding begint op 19 maart 2026, voor het aanbod van 20 maart 2026"),
        ),
        (
            replace(AANBOD, einde_opleiding=date(2026, 4, 1)),
            ON,
            ("nee", "de opleiding begint op 1 april 2026, niet voor haar einde op 1 april 2026"),
        ),
        (
            replace(AANBOD, einde_opleiding=date(2026, 4, 2)),
            ON,
            ("ja", "de datums van het aanbod volgen op elkaar"),
        ),
        (replace(AANBOD, einde_opleiding=None), ON, ("ja", "de datums van het aanbod volgen op elkaar")),
    ],
)
def test_the_dates_follow_each_other(facts, on, answer):
    assert says(law.duo_aanbod_in_order(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (AANBOD, ON, ("ja", "de opleiding valt binnen de termijn")),
        (
            replace(AANBOD, start_opleiding=None, einde_opleiding=None),
            ON,
            ("ja", "er zijn geen begin en einde van de opleiding opgegeven"),
        ),
        (replace(AANBOD, termijn_start=None), ON, ("onbekend", "het begin van de termijn is niet bekend")),
        (
            replace(AANBOD, termijn_end_exclusive=None),
            ON,
            ("onbekend", "het einde van de termijn is niet bekend"),
        ),
        (
            replace(AANBOD, start_opleiding=date(2026, 3, 17)),
            ON,
            ("ja", "de opleiding valt binnen de termijn"),
        ),
        (
            replace(AANBOD, start_opleiding=date(2026, 3, 16)),
            ON,
            ("nee", "de opleiding begint op 16 maart 2026, voor het begin van de termijn op 17 maart 2026"),
        ),
        (
            replace(AANBOD, start_opleiding=date(2029, 3, 17)),
            ON,
            ("nee", "de opleiding begint op 17 maart 2029, na de termijn"),
        ),
        (
            replace(AANBOD, start_opleiding=date(2029, 3, 16)),
            ON,
            ("ja", "de opleiding valt binnen de termijn"),
        ),
        (
            replace(AANBOD, einde_opleiding=date(2029, 3, 18)),
            ON,
            ("nee", "de opleiding duurt langer dan de termijn"),
        ),
        (
            replace(AANBOD, start_opleiding=None, einde_opleiding=date(2026, 3, 17)),
            ON,
            ("nee", "de opleiding eindigt voor het begin van de termijn op 17 maart 2026"),
        ),
        (
            replace(AANBOD, start_opleiding=None, einde_opleiding=date(2026, 3, 18)),
            ON,
            ("ja", "de opleiding valt binnen de termijn"),
        ),
        (replace(AANBOD, einde_opleiding=None), ON, ("ja", "de opleiding valt binnen de termijn")),
    ],
)
def test_the_opleiding_lies_within_the_term(facts, on, answer):
    assert says(law.duo_aanbod_within_termijn(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (AANBOD, ON, ("ja", "het aanbod voldoet aan de voorwaarden van DUO")),
        (
            replace(AANBOD, doelgroep=OVERIG),
            ON,
            ("nee", "DUO registreert geen aanbod voor een gezinsmigrant of overige migrant"),
        ),
        (replace(AANBOD, actuele_pip=None), ON, ("nee", "DUO heeft nog geen PIP van de persoon")),
        (
            replace(AANBOD, instelling_met_keurmerk=False),
            ON,
            ("nee", "de instelling heeft geen keurmerk van Blik op Werk"),
        ),
        (
            replace(AANBOD, start_opleiding=date(2026, 3, 19)),
            ON,
            ("nee", "de opleiding begint op 19 maart 2026, voor het aanbod van 20 maart 2026"),
        ),
        (
            replace(AANBOD, einde_opleiding=date(2029, 3, 18)),
            ON,
            ("nee", "de opleiding duurt langer dan de termijn"),
        ),
        (replace(AANBOD, doelgroep=None), ON, ("onbekend", "de doelgroep is niet bekend")),
    ],
)
def test_what_duo_accepts_as_an_aanbod(facts, on, answer):
    assert says(law.duo_accepts_aanbod(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            DuoAanbodFacts(eerder_aanbod_zelfde_instelling=True),
            ON,
            ("ja", "het nieuwe aanbod vervangt het eerdere bij dezelfde instelling"),
        ),
        (
            DuoAanbodFacts(eerder_aanbod_zelfde_instelling=False),
            ON,
            ("nee", "er is nog geen aanbod bij deze instelling"),
        ),
        (
            DuoAanbodFacts(eerder_aanbod_zelfde_instelling=None),
            ON,
            ("onbekend", "het is niet bekend of er al een aanbod bij deze instelling is"),
        ),
    ],
)
def test_an_aanbod_replaces_the_one_at_the_same_school(facts, on, answer):
    assert says(law.duo_aanbod_overwrites(facts, on=on)) == answer


def test_the_reading_of_begin_and_end_is_shown():
    assert law.duo_accepts_aanbod(AANBOD, on=ON).readings == (
        "DUO schrijft dat het begin niet voor het einde mag liggen; bedoeld is niet erna",
    )
    assert str(law.duo_accepts_aanbod(AANBOD, on=ON).citation) == "DUO, voorwaarden aanbod"
