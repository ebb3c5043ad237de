"""What the law answers about one dossier: the questions that its facts allow, on any day.

A question keeps only the parts about which a dossier holds facts. Of PVT and MAP the closing date is kept
and not the hours, so it never says that they are complete by hours; of lessons the total that goes to DUO, so
it says how many are left only where one was recorded. Nothing is said of vrijstelling, whether alfabetisering
is needed, or which fixed costs the gemeente pays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from meedoen.domain.brede_intake.facts import oproep_facts
from meedoen.domain.dossier.facts import bewaar_facts, plicht_facts
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import (
    aanbod_facts,
    bezwaar_facts,
    leerroute_facts,
    ontzorgen_facts,
    pip_facts,
    pip_in_force,
    switch_facts,
    termijn_facts,
)
from meedoen.domain.voortgang.models import GevolgdeUren
from meedoen.law.changes import Changes, changes
from meedoen.law.explain import Explanation, Part, explanation
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.dossier_facts import DossierFacts
from meedoen.law.inburgering.leerroutes import LeerrouteFacts, z_cursusuren_norm, z_participatie_norm
from meedoen.law.inburgering.stappen import Stap
from meedoen.law.inburgering.verlenging import VerlengingFacts
from meedoen.law.inburgering.voortgang import A2Facts
from meedoen.law.inburgering.z_route import UrenFacts, z_cursusuren_left
from meedoen.law.kernel.citation import NotInForce
from meedoen.law.kernel.outcome import Outcome, Status
from meedoen.law.questions import QUESTIONS, Answer, Question
from meedoen.law.questions.wording import part_label, title
from meedoen.law.sources import IN_WERKING

from .facts import claims, dossier_facts, leerroute_of, with_parts
from .next_step import step_as_kept

IMPOSSIBLE = "met de data in dit dossier is geen termijn te berekenen; kijk de data na"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the law as a dossier can answer it, and the bridge that gives the facts."""

    question: Question
    facts: Callable[[Dossier], Any]
    of: Callable[[Dossier], Question] | None = None
    """The question as this one dossier can answer it, when that differs between dossiers."""

    def asked_of(self, dossier: Dossier) -> Question:
        """Return the question as this dossier can answer it."""
        return self.of(dossier) if self.of is not None else self.question


def _only(name: str, *parts: str) -> Question:
    """Return a question of the law with some of its parts."""
    whole = QUESTIONS[name]
    return Question({key: whole.answers[key] for key in parts})


def _without(name: str, *parts: str) -> Question:
    """Return a question of the law without some of its parts."""
    return _only(name, *(key for key in QUESTIONS[name].answers if key not in parts))


@cache
def _next(claimed: frozenset[Stap]) -> Question:
    """Return the question after the next step, for a dossier that may claim these steps of PVT and MAP."""

    def stap(facts: DossierFacts, *, on: date) -> Outcome[Stap]:
        return step_as_kept(facts, on=on, claims=claimed).outcome

    def due(facts: DossierFacts, *, on: date) -> Outcome[date | None]:
        return step_as_kept(facts, on=on, claims=claimed).deadline

    return Question({"stap": Answer(stap, DossierFacts), "due": Answer(due, DossierFacts)})


def _cursusuren_left(facts: UrenFacts, *, on: date) -> Outcome[int]:
    """Only of a total that was recorded: without one the law would count none."""
    if facts.cursusuren is None:
        sentence = "er is in Meedoen geen totaal van lesuren vastgelegd dat voor de Z-route telt"
        return Outcome(None, sentence, status=Status.UNKNOWN, on=on)
    return z_cursusuren_left(facts, on=on)


def _uren_facts(dossier: Dossier) -> UrenFacts:
    """Return the lessons of the Z-route; the total holds those of an earlier leerroute, which the law counts.

    In the onderwijsroute the total holds other lessons as well, so after it nothing is said.
    """
    if leerroute_of(dossier) != Leerroute.Z_ROUTE:
        return UrenFacts()
    before = {pip.leerroute for pip in dossier.pips.all() if not pip.is_draft}
    total = next(
        (row.uren for row in dossier.gevolgde_uren.all() if row.soort == GevolgdeUren.Soort.TAALLES), None
    )
    return UrenFacts(cursusuren=None if Leerroute.ONDERWIJSROUTE in before else total)


def _route_facts(dossier: Dossier) -> LeerrouteFacts:
    """Return the route of the PIP in force, else the chosen one, for what a route brings with it."""
    return LeerrouteFacts(leerroute=leerroute_of(dossier), doelgroep=aanbod_facts(dossier).doelgroep)


DOSSIER_QUESTIONS: Mapping[str, Asked] = {
    "volgende_stap": Asked(_next(frozenset()), dossier_facts, of=lambda dossier: _next(claims(dossier))),
    "inburgeringsplicht": Asked(_without("inburgeringsplicht", "vrijgesteld"), plicht_facts),
    "oproep": Asked(QUESTIONS["oproep"], lambda dossier: oproep_facts(dossier.oproepen.all())),
    "pip_deadline": Asked(QUESTIONS["pip_deadline"], pip_facts),
    "pip_status": Asked(_only("pip_status", "status"), dossier_facts),
    "leerroute": Asked(QUESTIONS["leerroute"], leerroute_facts),
    "inburgeringstermijn": Asked(
        _without("inburgeringstermijn", "verlenging_aanvragen_vanaf", "days_left"), termijn_facts
    ),
    "verlenging": Asked(
        _only("verlenging", "aanvragen_vanaf", "aanvragen_kan"),
        lambda dossier: VerlengingFacts(
            eerste_pip=termijn_facts(dossier).eerste_pip,
            verlengd_tot_en_met=dossier.verlengd_tot_en_met_on,
        ),
    ),
    "leerroute_switch": Asked(
        QUESTIONS["leerroute_switch"], lambda dossier: switch_facts(dossier, "", special=False)
    ),
    "a2": Asked(QUESTIONS["a2"], lambda dossier: A2Facts(leerroute=leerroute_of(dossier))),
    "pvt": Asked(_only("pvt", "required", "hours"), _route_facts),
    "map": Asked(_only("map", "required", "hours"), _route_facts),
    "z_route": Asked(
        Question(
            {
                "cursusuren": Answer(z_cursusuren_norm, LeerrouteFacts),
                "participatie_uren": Answer(z_participatie_norm, LeerrouteFacts),
            }
        ),
        _route_facts,
    ),
    "z_route_uren": Asked(Question({"cursusuren_left": Answer(_cursusuren_left, UrenFacts)}), _uren_facts),
    "aanbod": Asked(_without("aanbod", "ontzorgen", "alfabetisering"), aanbod_facts),
    "ontzorgen": Asked(_only("ontzorgen", "applies", "last_day"), ontzorgen_facts),
    "bezwaartermijn": Asked(
        QUESTIONS["bezwaartermijn"], lambda dossier: bezwaar_facts(pip_in_force(dossier))
    ),
    "bewaartermijn": Asked(QUESTIONS["bewaartermijn"], bewaar_facts),
}


def whole(dossier: Dossier) -> Dossier:
    """Return the same dossier with everything that these questions read, in a few queries."""
    return with_parts(Dossier.objects.filter(pk=dossier.pk))[0]


def explain_dossier(dossier: Dossier, name: str, on: date) -> Explanation:
    """Return what the law answers to one question about a dossier on a day, and why.

    Dates that cannot be true, such as the year 9999, give "unknown" that says so.

    Raises:
        KeyError: a dossier does not answer this question.
        NotInForce: for a day before 2022.
    """
    asked = DOSSIER_QUESTIONS[name]
    _in_force(on)
    try:
        return explanation(asked.asked_of(dossier), asked.facts(dossier), on, name=name)
    except (ArithmeticError, ValueError):
        parts = (_impossible(name, key, on) for key in asked.question.answers)
        return Explanation(name, title(name), on, tuple(parts))


def dossier_changes(dossier: Dossier, name: str, since: date, until: date) -> Changes | None:
    """Return how the answer differs between two days with the facts of now; None with impossible dates.

    Raises:
        KeyError: a dossier does not answer this question.
        NotInForce: for a day before 2022.
    """
    asked = DOSSIER_QUESTIONS[name]
    _in_force(min(since, until))
    try:
        return changes(asked.asked_of(dossier), asked.facts(dossier), since, until, name=name)
    except (ArithmeticError, ValueError):
        return None


def _in_force(on: date) -> None:
    if on < IN_WERKING:
        raise NotInForce("de Wet inburgering 2021 geldt vanaf 1 januari 2022; kies een dag vanaf dan")


def _impossible(name: str, key: str, on: date) -> Part:
    outcome: Outcome[Any] = Outcome(None, IMPOSSIBLE, status=Status.UNKNOWN, on=on)
    return Part(key, part_label(name, key), outcome, (), (), (), ())


def question_of(outcome: Outcome[Any]) -> str:
    """Return the question that explains an outcome: that of its rule, else one of the same subject; or ""."""
    if outcome.rule is None:
        return ""
    rule, subject = outcome.rule, outcome.rule.rpartition(".")[0]
    found = ""
    for name, asked in DOSSIER_QUESTIONS.items():
        for part in asked.question.answers.values():
            own = getattr(part.rule, "name", "")
            if own == rule:
                return name
            if not found and own.rpartition(".")[0] == subject:
                found = name
    return found
