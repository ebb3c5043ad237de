"""The questions that can be asked in words: which facts each takes, and which rules answer it.

A fact means the same in every question, unless an alias says otherwise. This is the vocabulary
of the worked cases and of the command line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_type_hints

from .awb.bezwaar import BezwaarFacts, bezwaar_possible, bezwaartermijn, bezwaartermijn_first_day
from .inburgering import aanbod, brede_intake, leerroutes, pip_contents, z_route
from .inburgering.bewaring import BewaarFacts, core_delete_by, delete_by
from .inburgering.dossier_facts import DossierFacts
from .inburgering.pip import PIPFacts, pip_deadline
from .inburgering.plicht import PlichtFacts, doelgroep, inburgeringsplicht, plicht_since, vrijstelling
from .inburgering.termijn import (
    TermijnFacts,
    may_request_verlenging_since,
    termijn_duo_end,
    termijn_exceeded,
    termijn_first_day,
    termijn_last_day,
)
from .inburgering.tijdlijn import next_due, next_stap
from .inburgering.voortgang import (
    A2Facts,
    SwitchFacts,
    leerroute_switch,
    leerroute_switch_until,
    may_examine_at_a2,
)
from .kernel.outcome import Outcome, Status
from .kernel.parameter import Hours
from .keten.pip import DuoPIPFacts, duo_accepts_pip
from .keten.pvt_map import DuoMAPFacts, duo_accepts_map
from .keten.toegang import ToegangFacts, duo_gives_access
from .participatie.ontzorgen import OntzorgenFacts, ontzorgen, ontzorgen_last_day

YES_NO = {"ja": True, "nee": False, True: True, False: False}


class QuestionError(ValueError):
    """A question, a fact or a value that is not in the vocabulary; the message is a Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One part of the answer to a question: the rule, and the facts it takes."""

    rule: Callable[..., Outcome[Any]]
    kind: type


@dataclass(frozen=True, slots=True)
class Question:
    """A question: what its answer consists of, and other names that its facts may have."""

    answers: Mapping[str, Answer]
    aliases: Mapping[str, str] = field(default_factory=dict)

    def types(self) -> dict[str, Any]:
        """Return the type of every fact that the question takes, by its name in the vocabulary."""
        found: dict[str, Any] = {}
        for part in self.answers.values():
            found |= get_type_hints(part.kind)
        return found | {name: found[meant] for name, meant in self.aliases.items()}

    def ask(self, facts: Mapping[str, Any], *, on: date) -> dict[str, Outcome[Any]]:
        """Answer for facts as words, dates and numbers; raises QuestionError for an unknown one."""
        if not isinstance(facts, Mapping):
            raise QuestionError("de feiten zijn een lijst van naam en waarde")
        types = self.types()
        if unknown := sorted(set(facts) - set(types)):
            raise QuestionError(
                f"onbekend feit: {', '.join(unknown)}; bekend zijn {', '.join(sorted(types))}"
            )
        read = {
            self.aliases.get(name, name): read_fact(name, value, types[name]) for name, value in facts.items()
        }
        return {key: part.rule(_facts(part.kind, read), on=on) for key, part in self.answers.items()}


def _facts(kind: type, read: Mapping[str, Any]) -> Any:
    return kind(**{item.name: read[item.name] for item in fields(kind) if item.name in read})


QUESTIONS: Mapping[str, Question] = {
    "inburgeringsplicht": Question(
        {
            "plichtig": Answer(inburgeringsplicht, PlichtFacts),
            "doelgroep": Answer(doelgroep, PlichtFacts),
            "since": Answer(plicht_since, PlichtFacts),
            "vrijgesteld": Answer(vrijstelling, PlichtFacts),
        }
    ),
    "pip_deadline": Question({"last_day": Answer(pip_deadline, PIPFacts)}),
    "pip_inhoud": Question(
        {
            rule.__name__.removeprefix("has_"): Answer(rule, pip_contents.PIPContentsFacts)
            for rule in pip_contents.CONTENTS
        }
    ),
    "inburgeringstermijn": Question(
        {
            "first_day": Answer(termijn_first_day, TermijnFacts),
            "last_day": Answer(termijn_last_day, TermijnFacts),
            "duo_end": Answer(termijn_duo_end, TermijnFacts),
            "exceeded": Answer(termijn_exceeded, TermijnFacts),
            "verlenging_aanvragen_vanaf": Answer(may_request_verlenging_since, TermijnFacts),
        }
    ),
    "bezwaartermijn": Question(
        {
            "first_day": Answer(bezwaartermijn_first_day, BezwaarFacts),
            "last_day": Answer(bezwaartermijn, BezwaarFacts),
            "possible": Answer(bezwaar_possible, BezwaarFacts),
        }
    ),
    "brede_intake": Question(
        {
            rule.__name__.removeprefix("has_"): Answer(rule, brede_intake.IntakeFacts)
            for rule in brede_intake.CONTENTS
        }
    ),
    "ontheffing_leerbaarheidstoets": Question(
        {"ontheffing": Answer(brede_intake.ontheffing_lbt, brede_intake.IntakeFacts)}
    ),
    "oproep": Question(
        {
            "warn": Answer(brede_intake.must_warn_and_call_again, brede_intake.OproepFacts),
            "complete_in_absentia": Answer(brede_intake.must_complete_in_absentia, brede_intake.OproepFacts),
        }
    ),
    "leerroute": Question(
        {
            "may_choose": Answer(leerroutes.may_choose_leerroute, leerroutes.LeerrouteFacts),
            "onderwijsroute_applies": Answer(leerroutes.onderwijsroute_applies, leerroutes.LeerrouteFacts),
            "b1_route_applies": Answer(leerroutes.b1_route_applies, leerroutes.LeerrouteFacts),
            "z_route_applies": Answer(leerroutes.is_reasonably_unable, leerroutes.LeerrouteFacts),
            "z_route_considered": Answer(
                leerroutes.z_route_consideration_complete, leerroutes.LeerrouteFacts
            ),
        }
    ),
    "leerroute_switch": Question(
        {
            "allowed": Answer(leerroute_switch, SwitchFacts),
            "until": Answer(leerroute_switch_until, SwitchFacts),
        }
    ),
    "a2": Question({"may_examine_at_a2": Answer(may_examine_at_a2, A2Facts)}),
    "map": Question(
        {
            "required": Answer(leerroutes.map_required, leerroutes.LeerrouteFacts),
            "hours": Answer(leerroutes.map_hours, leerroutes.LeerrouteFacts),
            "completed": Answer(z_route.map_completed, z_route.UrenFacts),
        },
        {"praktijkuren": "map_uren", "eindgesprek": "map_eindgesprek"},
    ),
    "pvt": Question(
        {
            "required": Answer(leerroutes.pvt_required, leerroutes.LeerrouteFacts),
            "hours": Answer(leerroutes.pvt_hours, leerroutes.LeerrouteFacts),
            "completed": Answer(z_route.pvt_completed, z_route.UrenFacts),
        },
        {
            "uren": "pvt_uren",
            "activiteiten": "pvt_activiteiten",
            "ondertekend": "participatieverklaring_ondertekend",
        },
    ),
    "z_route": Question(
        {"completed": Answer(z_route.z_route_completed, z_route.UrenFacts)}, {"eindgesprek": "z_eindgesprek"}
    ),
    "z_route_uren": Question(
        {
            "cursusuren_left": Answer(z_route.z_cursusuren_left, z_route.UrenFacts),
            "participatie_uren_left": Answer(z_route.z_participatie_uren_left, z_route.UrenFacts),
        }
    ),
    "aanbod": Question(
        {
            "brede_intake": Answer(aanbod.gets_brede_intake, aanbod.AanbodFacts),
            "pip": Answer(aanbod.gets_pip, aanbod.AanbodFacts),
            "pvt": Answer(aanbod.gets_pvt, aanbod.AanbodFacts),
            "map": Answer(aanbod.gets_map, aanbod.AanbodFacts),
            "leerroute": Answer(aanbod.gets_leerroute, aanbod.AanbodFacts),
            "maatschappelijke_begeleiding": Answer(
                aanbod.gets_maatschappelijke_begeleiding, aanbod.AanbodFacts
            ),
            "ontzorgen": Answer(ontzorgen, OntzorgenFacts),
            "lening": Answer(aanbod.gets_lening, aanbod.AanbodFacts),
            "kosteloze_examenpogingen": Answer(aanbod.kosteloze_examenpogingen, aanbod.AanbodFacts),
            "vve": Answer(aanbod.gets_vve, aanbod.AanbodFacts),
            "alfabetisering": Answer(aanbod.gets_alfabetisering, aanbod.AanbodFacts),
            "begeleiding_vanaf": Answer(aanbod.maatschappelijke_begeleiding_since, aanbod.AanbodFacts),
        }
    ),
    "ontzorgen": Question(
        {"applies": Answer(ontzorgen, OntzorgenFacts), "last_day": Answer(ontzorgen_last_day, OntzorgenFacts)}
    ),
    "lening": Question({"max_eur": Answer(aanbod.lening_max, aanbod.AanbodFacts)}),
    "duo_pip": Question({"accepted": Answer(duo_accepts_pip, DuoPIPFacts)}),
    "duo_map": Question({"accepted": Answer(duo_accepts_map, DuoMAPFacts)}),
    "duo_toegang": Question({"access": Answer(duo_gives_access, ToegangFacts)}),
    "bewaartermijn": Question(
        {"delete_by": Answer(delete_by, BewaarFacts), "core_delete_by": Answer(core_delete_by, BewaarFacts)}
    ),
    "volgende_stap": Question(
        {"stap": Answer(next_stap, DossierFacts), "due": Answer(next_due, DossierFacts)}
    ),
}


def question(name: str) -> Question:
    """Return the question of this name; raises QuestionError when there is none."""
    if name not in QUESTIONS:
        raise QuestionError(f"onbekende vraag: {name}; bekend zijn {', '.join(sorted(QUESTIONS))}")
    return QUESTIONS[name]


def explain_question(name: str, facts: Mapping[str, Any], on: date) -> str:
    """Return every part of the answer with its tree of reasons as text; raises QuestionError."""
    found = question(name).ask(facts, on=on)
    return "\n".join(f"{key} = {outcome.explain()}" for key, outcome in found.items())


def plain_answer(outcome: Outcome[Any]) -> object:
    """Return an answer as the vocabulary writes it: ja, nee, a date, a number, onbekend or oordeel."""
    if outcome.status is not Status.KNOWN:
        return outcome.status.value
    return plain_value(outcome.value)


def plain_value(value: object) -> object:
    """Return a value as the vocabulary writes it."""
    match value:
        case None:
            return "geen"
        case bool():
            return "ja" if value else "nee"
        case Enum():
            return value.value
        case Hours(count):
            return count
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case _:
            return value


def read_fact(name: str, value: Any, kind: Any) -> Any:
    """Read a fact from a word, date or number as its type asks; raises QuestionError when it does not fit."""
    if value is None:
        return None
    wanted = next(option for option in get_args(kind) if option is not NoneType)
    if wanted is bool and isinstance(value, bool | str) and value in YES_NO:
        return YES_NO[value]
    if wanted is date and isinstance(value, date) and not isinstance(value, datetime):
        return value
    if wanted is int and type(value) is int and value >= 0:
        return value
    if isinstance(value, str) and wanted is str:
        return value
    if isinstance(value, str) and issubclass(wanted, Enum) and value in {member.value for member in wanted}:
        return wanted(value)
    raise QuestionError(f"{name}: {value!r} past niet; verwacht wordt {_expected(wanted)}")


def _expected(wanted: type) -> str:
    if issubclass(wanted, Enum):
        return f"een van {', '.join(str(member.value) for member in wanted)}"
    return {bool: "ja of nee", date: "een datum (2026-03-02)", int: "een geheel getal vanaf 0"}.get(
        wanted, "tekst"
    )
