"""The borders of extension: short circumstances, loose days, one day more or less (Bi 4.2, 4.5; Ri 4.1)."""

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


LONGER = "er is een omstandigheid die de inburgeraar niet te verwijten valt"
PIP = date(2026, 3, 16)
ASIEL = {"geen_aanbod_maanden": 3, "doelgroep": Doelgroep.ASIELSTATUSHOUDER}
NOTHING = "er is geen omstandigheid die de termijn verlengt"


@pytest.mark.parametrize(
    ("known", "answer"),
    [
        ({**ASIEL, "geen_aanbod_dagen": 0}, (False, NOTHING)),
        ({**ASIEL, "geen_aanbod_dagen": 1}, (True, LONGER)),
        ({**ASIEL, "geen_aanbod_maanden": 4}, (True, LONGER)),
        (
            {"uitgeschreven": date(2027, 1, 1), "ingeschreven_opnieuw": date(2027, 1, 2)},
            (True, "de termijn wordt 1 dagen langer door de onderbreking"),
        ),
        ({"uitgeschreven": date(2027, 1, 1), "ingeschreven_opnieuw": date(2027, 1, 1)}, (False, NOTHING)),
    ],
)
def test_one_day_is_enough_to_be_longer(known, answer):
    outcome = law.verlenging_granted(VerlengingFacts(eerste_pip=PIP, **known), on=ON)
    assert (outcome.value, outcome.sentence()) == answer


def test_as_many_months_as_days_are_both_added():
    facts = VerlengingFacts(eerste_pip=PIP, ziekte_maanden=3, ziekte_dagen=3)
    outcome = law.verlenging_last_day(facts, on=ON)
    assert (outcome.value, outcome.sentence()) == (
        date(2029, 6, 19),
        "3 maanden en 3 dagen na het einde van de termijn op 16 maart 2029",
    )


@pytest.mark.parametrize(
    ("on", "reading"),
    [
        (date(2028, 9, 15), None),
        (
            date(2028, 9, 16),
            "de dag die precies zes maanden voor de laatste dag van de termijn ligt, telt al mee",
        ),
        (
            date(2029, 3, 17),
            "een termijn die al voorbij is, kan niet meer op aanvraag worden verlengd",
        ),
    ],
)
def test_when_to_request_is_a_reading_that_is_shown(on, reading):
    assert law.may_request_verlenging(VerlengingFacts(eerste_pip=PIP), on=on).reading == reading
