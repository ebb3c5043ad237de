from datetime import date

import pytest

from meedoen.law.questions import QuestionError, question

ON = date(2029, 5, 1)


@pytest.mark.parametrize(
    ("missing", "amount", "months"),
    [(["PVT"], 340, 6), (["MAP"], 340, 6), (["PVT", "MAP", "leerroute"], 340, 12), ([], 0, 0)],
)
def test_what_is_missing_may_be_a_list_and_what_is_not_in_it_is_done(missing, amount, months):
    answers = question("boete_art24").ask({"ontbreekt": missing}, on=ON)
    assert (answers["amount_eur"].value, answers["new_term_months"].value) == (amount, months)


def test_a_leerroute_that_is_not_in_the_list_was_achieved():
    answers = question("boete_art25").ask({"ontbreekt": ["PVT"]}, on=ON)
    assert answers["amount_by_law_eur"].grounds[0].sentence() == "de leerroute is op tijd behaald"


@pytest.mark.parametrize("value", ["MAP", ["map"], [1], None, {"MAP": True}])
def test_another_list_is_refused_and_says_what_it_takes(value):
    with pytest.raises(QuestionError, match="ontbreekt is een lijst met daarin PVT, MAP, leerroute"):
        question("boete_art24").ask({"ontbreekt": value}, on=ON)


def test_the_list_and_one_of_its_facts_do_not_go_together():
    with pytest.raises(QuestionError, match="map_ontbreekt staat er twee keer: los en in ontbreekt"):
        question("boete_art24").ask({"ontbreekt": ["MAP"], "map_ontbreekt": True}, on=ON)
