from datetime import date

import pytest

from meedoen.law.inburgering import bevoegdheid as law
from meedoen.law.inburgering.begrippen import Verblijfstitel
from meedoen.law.inburgering.bevoegdheid import BevoegdheidFacts

ON = date(2026, 3, 2)
ASIEL, REGULIER = Verblijfstitel.ASIEL_BEPAALDE_TIJD, Verblijfstitel.REGULIER_BEPAALDE_TIJD


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (BevoegdheidFacts(), ("onbekend", "de verblijfstitel is niet bekend")),
        (
            BevoegdheidFacts(ASIEL, woonplaats_in_gemeente=True),
            ("onbekend", "het is niet bekend of deze gemeente de persoon huisvest"),
        ),
        (
            BevoegdheidFacts(ASIEL, woonplaats_in_gemeente=False, gehuisvest_in_gemeente=True),
            ("ja", "deze gemeente huisvest de houder van een verblijfsvergunning asiel voor bepaalde tijd"),
        ),
        (
            BevoegdheidFacts(ASIEL, woonplaats_in_gemeente=True, gehuisvest_in_gemeente=False),
            (
                "nee",
                "een andere gemeente huisvest de houder van een verblijfsvergunning asiel voor bepaalde tijd",
            ),
        ),
        (
            BevoegdheidFacts(REGULIER, gehuisvest_in_gemeente=True),
            ("onbekend", "het is niet bekend of de persoon in deze gemeente woont"),
        ),
        (
            BevoegdheidFacts(REGULIER, woonplaats_in_gemeente=True),
            ("ja", "de persoon woont in deze gemeente"),
        ),
        (
            BevoegdheidFacts(REGULIER, woonplaats_in_gemeente=False),
            ("nee", "de persoon woont niet in deze gemeente"),
        ),
    ],
)
def test_the_gemeente_of_huisvesting_acts_for_a_holder_of_asiel(facts, answer):
    assert says(law.college_is_competent(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("geboren", "answer"),
    [
        (None, ("onbekend", "de geboortedatum is niet bekend")),
        (date(2008, 3, 3), ("ja", "ook een minderjarige mag voor de inburgering zelf handelen")),
        (date(2008, 3, 2), ("ja", "de persoon is meerderjarig en handelt zelf")),
    ],
)
def test_a_minor_acts_for_himself(geboren, answer):
    assert says(law.may_act_for_himself(BevoegdheidFacts(geboortedatum=geboren), on=ON)) == answer
