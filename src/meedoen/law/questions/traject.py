"""The term, the leerroutes and what belongs to them."""

from collections.abc import Mapping

from ..inburgering import leerroutes, voortgang, z_route
from ..inburgering.dossier_facts import DossierFacts
from ..inburgering.termijn import (
    TermijnFacts,
    may_request_verlenging_since,
    termijn_days_left,
    termijn_duo_end,
    termijn_exceeded,
    termijn_first_day,
    termijn_last_day,
)
from ..inburgering.tijdlijn import next_due, next_stap
from ..inburgering.voortgang import (
    A2Facts,
    SwitchFacts,
    leerroute_switch,
    leerroute_switch_until,
    may_examine_at_a2,
)
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "inburgeringstermijn": Question(
        {
            "first_day": Answer(termijn_first_day, TermijnFacts),
            "last_day": Answer(termijn_last_day, TermijnFacts),
            "duo_end": Answer(termijn_duo_end, TermijnFacts),
            "exceeded": Answer(termijn_exceeded, TermijnFacts),
            "days_left": Answer(termijn_days_left, TermijnFacts),
            "verlenging_aanvragen_vanaf": Answer(may_request_verlenging_since, TermijnFacts),
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
    "voortgang_signalen": Question(
        {
            "overstap_dagen_over": Answer(voortgang.switch_days_left, SwitchFacts),
            "overstap_sluit": Answer(voortgang.switch_window_closes, SwitchFacts),
            "a2_uren_left": Answer(voortgang.a2_uren_left, A2Facts),
            "a2_overwegen": Answer(voortgang.a2_to_consider, A2Facts),
            "terug_naar_b1": Answer(voortgang.may_return_to_b1, A2Facts),
        }
    ),
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
    "volgende_stap": Question(
        {"stap": Answer(next_stap, DossierFacts), "due": Answer(next_due, DossierFacts)}
    ),
}
