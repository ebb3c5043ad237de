"""Where somebody stands: done, late, now, later, or not recorded."""

from datetime import date

from meedoen.law.inburgering.pip import PIPFacts, pip_deadline
from meedoen.web.klantmanager.journey import Step, with_status
from meedoen.web.klantmanager.reckoning import IMPOSSIBLE, reckoned

DAY = date(2026, 6, 1)


def deadline(kennisgeving, on=DAY):
    return pip_deadline(
        PIPFacts(kennisgeving=kennisgeving, doelgroep="gezinsmigrant_of_overige_migrant"), on=on
    )


def statuses(*steps):
    return [step.status for step in with_status(list(steps), DAY)]


def test_the_first_step_that_is_not_done_is_now():
    assert statuses(Step("a", date(2026, 5, 1)), Step("b"), Step("c")) == ["done", "current", "upcoming"]


def test_today_is_done_and_tomorrow_is_not():
    assert statuses(Step("a", DAY), Step("b", date(2026, 6, 2))) == ["done", "current"]


def test_a_step_without_date_before_a_done_one_was_not_recorded():
    assert statuses(Step("a"), Step("b", DAY), Step("c")) == ["unknown", "done", "current"]


def test_a_step_after_its_law_date_is_late():
    late = Step("PIP", law=deadline(date(2026, 3, 1)))
    assert late.law_on == date(2026, 5, 11)
    assert statuses(Step("intake"), late, Step("c")) == ["current", "late", "upcoming"]


def test_on_its_last_day_it_is_not_late():
    last = Step("PIP", law=deadline(date(2026, 3, 23)))
    assert last.law_on == DAY
    assert statuses(last) == ["current"]


def test_done_after_its_law_date_says_so():
    step = with_status([Step("PIP", date(2026, 5, 12), law=deadline(date(2026, 3, 1)))], DAY)[0]
    assert (step.status, step.note) == ("done", "later dan de wet zegt")


def test_what_happens_somewhere_in_the_term_is_never_now():
    assert statuses(Step("PVT", in_turn=False), Step("voldaan")) == ["upcoming", "current"]


def test_an_unknown_law_date_says_why():
    step = Step("PIP", law=deadline(None))
    assert step.law_on is None
    assert step.law_text == "er is nog geen kennisgeving van DUO"
    assert step.law_url == ""


def test_a_date_that_cannot_be_gives_an_answer_that_says_so():
    facts = PIPFacts(kennisgeving=date(9999, 12, 31), doelgroep="gezinsmigrant_of_overige_migrant")
    outcome = reckoned(pip_deadline, facts, on=DAY)
    assert not outcome.is_known
    assert outcome.sentence() == IMPOSSIBLE
