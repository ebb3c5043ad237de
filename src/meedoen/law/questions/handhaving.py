"""The fines of the college and, as information, those of DUO; and the steps of a decision (Awb)."""

from collections.abc import Mapping
from typing import Any

from ..awb import beschikking, onherroepelijk
from ..awb.beslissing_op_bezwaar import BeslissingOpBezwaarFacts, beslissing_op_bezwaar_due
from ..inburgering.handhaving import (
    boete_begeleiding,
    boete_intake,
    boete_leerroute,
    boete_pvt_map,
    nieuwe_termijn,
    plafond,
    praktijk,
    procedure,
)
from ..inburgering.handhaving.boete_begeleiding import BoeteBegeleidingFacts
from ..inburgering.handhaving.boete_intake import BoeteIntakeFacts
from ..inburgering.handhaving.duo_facts import BoeteDUOFacts
from ..inburgering.handhaving.procedure import BoeteProcedureFacts
from .question import Answer, Question, Unfold
from .values import QuestionError

MISSING = {"PVT": "pvt_ontbreekt", "MAP": "map_ontbreekt", "leerroute": "leerroute_ontbreekt"}


def read_missing(value: Any) -> Mapping[str, Any]:
    """Read the list of what was not completed in time; what is not in the list was."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item in MISSING for item in value):
        raise QuestionError(f"ontbreekt is een lijst met daarin {', '.join(MISSING)}")
    return {fact: word in value for word, fact in MISSING.items()}


ONTBREEKT = {"ontbreekt": Unfold(read_missing, tuple(MISSING.values()))}

QUESTIONS: Mapping[str, Question] = {
    "boete_art22": Question(
        {
            "amount_eur": Answer(boete_intake.boete_intake, BoeteIntakeFacts),
            "next": Answer(boete_intake.intake_stap, BoeteIntakeFacts),
            "new_term_until": Answer(boete_intake.intake_new_term_until, BoeteIntakeFacts),
            "within_plafond_eur": Answer(boete_intake.boete_intake_within_plafond, BoeteIntakeFacts),
            "imposed_in_practice": Answer(praktijk.college_imposes_in_practice, praktijk.PraktijkFacts),
        }
    ),
    "boete_art23": Question(
        {
            "amount_eur": Answer(boete_begeleiding.boete_begeleiding, BoeteBegeleidingFacts),
            "base_eur": Answer(boete_begeleiding.boete_begeleiding_basis, BoeteBegeleidingFacts),
            "procent": Answer(boete_begeleiding.boete_begeleiding_procent, BoeteBegeleidingFacts),
            "within_plafond_eur": Answer(
                boete_begeleiding.boete_begeleiding_within_plafond, BoeteBegeleidingFacts
            ),
            "imposed_in_practice": Answer(praktijk.college_imposes_in_practice, praktijk.PraktijkFacts),
        }
    ),
    "boete_plafond": Question(
        {
            "plafond_eur": Answer(plafond.boete_plafond, plafond.PlafondFacts),
            "left_eur": Answer(plafond.boete_ruimte, plafond.PlafondFacts),
        }
    ),
    "boete_art24": Question(
        {
            "amount_eur": Answer(boete_pvt_map.boete_pvt_map, BoeteDUOFacts),
            "new_term_months": Answer(nieuwe_termijn.nieuwe_termijn_pvt_map, BoeteDUOFacts),
            "imposed_in_practice": Answer(praktijk.duo_imposes_in_practice, praktijk.DUOPraktijkFacts),
        },
        unfolds=ONTBREEKT,
    ),
    "boete_art25": Question(
        {
            "amount_by_law_eur": Answer(boete_leerroute.boete_leerroute, BoeteDUOFacts),
            "amount_in_practice_eur": Answer(boete_leerroute.boete_leerroute_in_practice, BoeteDUOFacts),
            "new_term_months": Answer(nieuwe_termijn.nieuwe_termijn_leerroute, BoeteDUOFacts),
            "imposed_in_practice": Answer(praktijk.duo_imposes_in_practice, praktijk.DUOPraktijkFacts),
        },
        unfolds=ONTBREEKT,
    ),
    "nieuwe_termijn": Question(
        {
            "months": Answer(nieuwe_termijn.nieuwe_termijn, BoeteDUOFacts),
            "last_day": Answer(nieuwe_termijn.nieuwe_termijn_last_day, BoeteDUOFacts),
            "next_boete_on": Answer(nieuwe_termijn.next_duo_boete_on, BoeteDUOFacts),
        },
        unfolds=ONTBREEKT,
    ),
    "boete_stappen": Question(
        {
            "stap": Answer(procedure.next_boetestap, BoeteProcedureFacts),
            "due": Answer(procedure.next_boetestap_due, BoeteProcedureFacts),
            "may_impose": Answer(procedure.may_impose_boete, BoeteProcedureFacts),
            "hoogste_eur": Answer(procedure.hoogste_boete, BoeteProcedureFacts),
            "rapport_required": Answer(procedure.must_make_rapport, BoeteProcedureFacts),
            "zienswijze_required": Answer(procedure.must_ask_zienswijze, BoeteProcedureFacts),
            "zienswijze_until": Answer(procedure.zienswijze_until, BoeteProcedureFacts),
            "besluit_due": Answer(procedure.boetebesluit_due, BoeteProcedureFacts),
            "power_until": Answer(procedure.boete_power_until, BoeteProcedureFacts),
            "lower": Answer(procedure.must_lower_boete, BoeteProcedureFacts),
        }
    ),
    "bekendmaking": Question(
        {
            "day": Answer(beschikking.bekendmaking_day, beschikking.BeschikkingFacts),
            "takes_effect": Answer(beschikking.takes_effect, beschikking.BeschikkingFacts),
        }
    ),
    "beslissing_op_bezwaar": Question(
        {"last_day": Answer(beslissing_op_bezwaar_due, BeslissingOpBezwaarFacts)}
    ),
    "onherroepelijk": Question(
        {"since": Answer(onherroepelijk.onherroepelijk_since, onherroepelijk.OnherroepelijkFacts)}
    ),
}
