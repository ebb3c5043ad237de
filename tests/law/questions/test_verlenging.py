from datetime import date

import pytest

from meedoen.law.questions import QuestionError
from meedoen.law.questions.verlenging import FORM, length_of, read_circumstances

FIRST = {"grond": "ziekte", "van": date(2027, 1, 1), "tot": date(2027, 2, 28)}


@pytest.mark.parametrize(
    ("item", "length"),
    [
        ({"months": 3}, (3, 0)),
        ({"months": 2.5}, (2, 15)),
        ({"van": date(2027, 7, 1), "tot": date(2027, 9, 29)}, (2, 29)),
        ({"van": date(2027, 7, 1), "tot": date(2027, 9, 30)}, (3, 0)),
        ({"van": date(2027, 7, 1), "tot": date(2027, 7, 1)}, (0, 1)),
    ],
)
def test_a_length_is_whole_months_and_days(item, length):
    assert length_of(item) == length


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"months": 2.25},
        {"months": -1},
        {"months": True},
        {"months": 2, "van": date(2027, 1, 1)},
        {"months": 2, "tot": date(2027, 1, 1)},
        {"van": date(2027, 1, 2), "tot": date(2027, 1, 1)},
        {"van": "gisteren", "tot": date(2027, 1, 1)},
        {"months": 3, "van": date(2027, 1, 1), "tot": date(2027, 5, 1)},
    ],
)
def test_a_length_that_cannot_be_read_is_told(item):
    with pytest.raises(QuestionError, match="omstandigheden is een lijst"):
        length_of(item)


@pytest.mark.parametrize(("begin", "adjoin"), [(date(2027, 3, 1), True), (date(2027, 3, 2), False)])
def test_periods_of_which_the_days_are_known_adjoin_or_not(begin, adjoin):
    second = {"grond": "dakloosheid", "van": begin, "tot": date(2027, 4, 30)}
    assert read_circumstances([second, FIRST])["omstandigheden_aaneengesloten"] is adjoin


def test_with_a_length_alone_it_is_not_known_whether_periods_adjoin():
    found = read_circumstances([FIRST, {"grond": "probleem_aanbieder", "months": 1}, {"grond": "bevalling"}])
    assert found == {
        "ziekte_maanden": 2,
        "ziekte_dagen": 0,
        "probleem_aanbieder_maanden": 1,
        "probleem_aanbieder_dagen": 0,
        "bevalling": True,
    }


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("ziekte", FORM),
        (["ziekte"], FORM),
        ([{"grond": "ziekte", "weken": 3}], FORM),
        ([{"grond": "vakantie"}], "omstandigheden: onbekende grond 'vakantie'"),
        ([{"grond": "samenloop"}], "omstandigheden: onbekende grond 'samenloop'"),
        ([{"grond": "bevalling"}, {"grond": "bevalling"}], "omstandigheden: bevalling staat er twee keer"),
        ([{"grond": []}], "omstandigheden: onbekende grond []"),
        ([FIRST, FIRST], "omstandigheden: ziekte staat er twee keer"),
        (
            [FIRST, {"grond": "dakloosheid", "van": date(2027, 2, 28), "tot": date(2027, 6, 30)}],
            "omstandigheden: perioden overlappen; geef elke dag onder een grond",
        ),
    ],
)
def test_a_list_that_cannot_be_read_is_told(value, message):
    with pytest.raises(QuestionError) as told:
        read_circumstances(value)
    assert str(told.value) == message
