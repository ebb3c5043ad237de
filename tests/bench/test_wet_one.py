from datetime import date

from bench.wet_one import asked, counted, kinds_of_facts

from meedoen.law.inburgering.termijn import TermijnFacts, termijn_exceeded
from meedoen.law.kernel.rule import Rule

ON = date(2026, 9, 1)


def test_calls_of_rules_by_rules_are_counted_too() -> None:
    plain = Rule.__call__
    calls, names = counted(lambda: termijn_exceeded(TermijnFacts(eerste_pip=date(2025, 3, 3)), on=ON))
    assert calls == 3
    assert names == {
        "inburgering.termijn.termijn_exceeded",
        "inburgering.termijn.termijn_last_day",
        "inburgering.termijn.termijn_first_last_day",
    }
    assert Rule.__call__ is plain


def test_every_fact_of_every_question_has_a_type_that_can_be_drawn() -> None:
    asks = asked()
    assert len(asks) == len(set(asks))
    assert all(isinstance(kind, type) for kind in kinds_of_facts(asks).values())
