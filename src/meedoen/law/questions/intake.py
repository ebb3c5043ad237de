"""The brede intake: calls, contents, leerbaarheidstoets."""

from collections.abc import Mapping

from ..inburgering import brede_intake
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "brede_intake": Question(
        {
            rule.__name__.removeprefix("has_"): Answer(rule, brede_intake.IntakeFacts)
            for rule in brede_intake.CONTENTS
        }
    ),
    "ontheffing_leerbaarheidstoets": Question(
        {"ontheffing": Answer(brede_intake.ontheffing_lbt, brede_intake.IntakeFacts)}
    ),
    "leerbaarheidstoets": Question(
        {"uitslag_binnen": Answer(brede_intake.lbt_result_is_in, brede_intake.ToetsFacts)}
    ),
    "uren_voor_het_pip": Question(
        {"may_count": Answer(brede_intake.hours_before_pip_may_count, brede_intake.ToetsFacts)}
    ),
    "oproep": Question(
        {
            "warn": Answer(brede_intake.must_warn_and_call_again, brede_intake.OproepFacts),
            "complete_in_absentia": Answer(brede_intake.must_complete_in_absentia, brede_intake.OproepFacts),
        }
    ),
}
