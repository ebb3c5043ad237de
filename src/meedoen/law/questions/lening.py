"""The sociale lening of DUO, and what exams and applications cost."""

from collections.abc import Mapping

from ..inburgering import kosten, lening
from ..inburgering.aanbod import AanbodFacts, gets_lening
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "lening": Question(
        {
            "max_eur": Answer(lening.lening_max, lening.LeningFacts),
            "gets_lening": Answer(gets_lening, AanbodFacts),
            "may_borrow_for": Answer(lening.may_borrow_for, lening.LeningFacts),
            "may_borrow_now": Answer(lening.may_borrow_now, lening.LeningFacts),
            "is_paid_out": Answer(lening.lening_is_paid_out, lening.LeningFacts),
            "lapses_on": Answer(lening.lening_lapses_on, lening.LeningFacts),
            "besluit_due": Answer(lening.lening_besluit_due, lening.LeningFacts),
            "kwartaal_left_eur": Answer(lening.lening_kwartaal_left, lening.LeningFacts),
            "factuur_is_paid": Answer(lening.factuur_is_paid, lening.LeningFacts),
        }
    ),
    "kosten": Question(
        {
            "examen_free": Answer(kosten.kosteloze_poging, kosten.KostenFacts),
            "examen_eur": Answer(kosten.examengeld, kosten.KostenFacts),
            "vrijstelling_eur": Answer(kosten.kosten_vrijstelling, kosten.KostenFacts),
            "ontheffing_eur": Answer(kosten.kosten_ontheffing, kosten.KostenFacts),
        }
    ),
    "lening_terugbetaling": Question(
        {
            "first_day": Answer(lening.terugbetaling_first_day, lening.LeningFacts),
            "last_day": Answer(lening.terugbetaling_last_day, lening.LeningFacts),
            "at_least_a_month_eur": Answer(lening.terugbetaling_per_month, lening.LeningFacts),
        }
    ),
}
