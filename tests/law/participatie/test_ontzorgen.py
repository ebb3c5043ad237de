from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.inburgering.begrippen import Doelgroep, Verblijfstitel
from meedoen.law.participatie.ontzorgen import (
    OntzorgenFacts,
    ontzorgen,
    ontzorgen_holder,
    ontzorgen_last_day,
)

ASIEL = Verblijfstitel.ASIEL_BEPAALDE_TIJD
FROM = date(2026, 2, 1)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            OntzorgenFacts(None, ASIEL, FROM),
            date(2026, 1, 31),
            ("nee", "het recht op bijstand begint op 1 februari 2026"),
        ),
        (
            OntzorgenFacts(None, ASIEL, FROM),
            FROM,
            ("ja", "het college betaalt de vaste lasten uit de bijstand tot en met 31 juli 2026"),
        ),
        (
            OntzorgenFacts(None, ASIEL, FROM),
            date(2026, 7, 31),
            ("ja", "het college betaalt de vaste lasten uit de bijstand tot en met 31 juli 2026"),
        ),
        (
            OntzorgenFacts(None, ASIEL, FROM),
            date(2026, 8, 1),
            ("nee", "de zes maanden zijn op 31 juli 2026 geëindigd"),
        ),
        (OntzorgenFacts(None, ASIEL), FROM, ("nee", "er is geen recht op bijstand")),
        (
            OntzorgenFacts(Doelgroep.ASIELSTATUSHOUDER, Verblijfstitel.REGULIER_BEPAALDE_TIJD, FROM),
            FROM,
            ("nee", "ontzorgen is alleen voor de houder van een verblijfsvergunning asiel"),
        ),
        (
            OntzorgenFacts(Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, None, FROM),
            FROM,
            ("nee", "ontzorgen is alleen voor de houder van een verblijfsvergunning asiel"),
        ),
        (
            OntzorgenFacts(Doelgroep.ASIELSTATUSHOUDER, None, FROM),
            FROM,
            ("onbekend", "de verblijfstitel is niet bekend"),
        ),
    ],
)
def test_six_months_from_the_right_to_bijstand(facts, on, answer):
    assert says(ontzorgen(facts, on=on)) == answer


def test_the_grounds_say_who_it_is_for():
    outcome = ontzorgen(OntzorgenFacts(None, Verblijfstitel.REGULIER_BEPAALDE_TIJD), on=FROM)
    assert [ground.sentence() for ground in outcome.grounds] == [
        "ontzorgen is er niet bij een verblijfsvergunning regulier voor bepaalde tijd"
    ]
    family = ontzorgen(OntzorgenFacts(Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT), on=FROM)
    assert family.grounds[0].sentence() == (
        "een gezinsmigrant of overige migrant heeft geen verblijfsvergunning asiel"
    )


def test_the_last_day_has_its_sentence_and_needs_bijstand():
    outcome = ontzorgen_last_day(OntzorgenFacts(bijstand_vanaf=date(2025, 8, 31)), on=FROM)
    assert says(outcome) == ("28 februari 2026", "6 maanden vanaf het recht op bijstand op 31 augustus 2025")
    assert says(ontzorgen_last_day(OntzorgenFacts(), on=FROM)) == (
        "onbekend",
        "er is geen recht op bijstand bekend",
    )


@given(st.dates(date(2022, 1, 1), date(2030, 12, 31)), st.integers(-40, 400))
def test_it_applies_exactly_between_the_first_and_the_last_day(start, shift):
    facts = OntzorgenFacts(None, ASIEL, start)
    on = max(start + timedelta(days=shift), date(2022, 1, 1))
    last = ontzorgen_last_day(facts, on=on).value
    assert ontzorgen(facts, on=on).value is (start <= on <= last)


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (
            OntzorgenFacts(verblijfstitel=Verblijfstitel.ASIEL_BEPAALDE_TIJD),
            ("ja", "er is een verblijfsvergunning asiel voor bepaalde tijd"),
        ),
        (OntzorgenFacts(), ("onbekend", "de verblijfstitel is niet bekend")),
    ],
)
def test_who_the_holder_is(facts, answer):
    assert says(ontzorgen_holder(facts, on=date(2026, 4, 1))) == answer
