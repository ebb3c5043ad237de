"""Circumstances that are too short to count by themselves, one by one (Ri 4.1 lid 1 j)."""

from datetime import date

import pytest

from meedoen.law.inburgering import verlenging as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.verlenging import VerlengingFacts

ON = date(2028, 10, 1)
CIRCUMSTANCES = ("ziekte", "blijf_huis", "dakloosheid", "probleem_aanbieder", "andere_omstandigheid")


def test_nothing_known_is_no_short_circumstance():
    assert law.short_months(VerlengingFacts(), on=ON).value == 0
    assert law.short_days(VerlengingFacts(), on=ON).value == 0
    assert law.short_count(VerlengingFacts(), on=ON).value == 0


@pytest.mark.parametrize("name", CIRCUMSTANCES)
@pytest.mark.parametrize(
    ("maanden", "dagen", "short"),
    [
        (0, 20, (0, 20, 1)),
        (1, None, (1, 0, 1)),
        (2, 29, (2, 29, 1)),
        (3, 0, (0, 0, 0)),
        (3, 29, (0, 0, 0)),
    ],
)
def test_a_circumstance_is_short_below_three_months(name, maanden, dagen, short):
    facts = VerlengingFacts(**{f"{name}_maanden": maanden, f"{name}_dagen": dagen})
    rules = (law.short_months, law.short_days, law.short_count)
    assert tuple(rule(facts, on=ON).value for rule in rules) == short


THIRTY = "losse dagen van verschillende omstandigheden zijn samen een maand bij dertig dagen"


@pytest.mark.parametrize(
    ("dagen", "aaneengesloten", "reading"),
    [
        (14, True, THIRTY),
        (15, True, THIRTY),
        (15, False, "omstandigheden tellen alleen samen als er geen dagen tussen liggen"),
    ],
)
def test_together_they_count_by_a_reading_that_is_shown(dagen, aaneengesloten, reading):
    facts = VerlengingFacts(
        ziekte_maanden=1,
        ziekte_dagen=15,
        dakloosheid_maanden=1,
        dakloosheid_dagen=dagen,
        omstandigheden_aaneengesloten=aaneengesloten,
    )
    outcome = law.samenloop_extends(facts, on=ON)
    assert (outcome.value, outcome.reading) == (dagen == 15 and aaneengesloten, reading)


@pytest.mark.parametrize(
    ("known", "maanden"),
    [
        ({"ziekte_maanden": 3}, 3),
        ({"blijf_huis_maanden": 3}, 3),
        ({"alfabetisering_maanden": 3, "leerroute": Leerroute.B1_ROUTE}, 3),
        ({"dakloosheid_maanden": 3}, 3),
        ({"geen_aanbod_maanden": 4, "doelgroep": Doelgroep.ASIELSTATUSHOUDER}, 1),
        ({"probleem_aanbieder_maanden": 3}, 3),
        ({"andere_omstandigheid_maanden": 3}, 3),
    ],
)
def test_loose_days_that_are_not_known_are_none(known, maanden):
    facts = VerlengingFacts(**known)
    assert law.verlenging_maanden(facts, on=ON).value == maanden
    assert law.verlenging_dagen(facts, on=ON).value == 0


def test_the_fixed_extension_instead_of_the_length_without_an_offer_is_a_reading():
    facts = VerlengingFacts(
        geen_aanbod_maanden=7,
        doelgroep=Doelgroep.ASIELSTATUSHOUDER,
        leerroute=Leerroute.ONDERWIJSROUTE,
        onderwijsroute_geen_plaats_maanden=7,
    )
    assert law.geen_aanbod_extends(facts, on=ON).reading == (
        "wie in de onderwijsroute niet op tijd kan beginnen, krijgt alleen de vaste verlenging"
    )
