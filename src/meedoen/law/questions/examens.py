"""Complying with the plicht: exams and routes, and what frees of it wholly or partly."""

from collections.abc import Mapping

from ..inburgering import examens, ontheffing, voorinburgering, vrijstelling, z_uren
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "voldaan": Question(
        {
            "voldaan": Answer(examens.voldaan, examens.VoldaanFacts),
            "map": Answer(examens.map_done_or_not_needed, examens.VoldaanFacts),
            "leerroute": Answer(examens.leerroute_done, examens.VoldaanFacts),
            "bewijs": Answer(examens.bewijs_van_inburgering, examens.VoldaanFacts),
            "eindtermen_knm": Answer(examens.knm_eindtermen, examens.VoldaanFacts),
        }
    ),
    "vrijstelling": Question(
        {
            "diploma": Answer(vrijstelling.diploma_exempts, vrijstelling.VrijstellingFacts),
            "voldoende_ingeburgerd": Answer(vrijstelling.shown_ingeburgerd, vrijstelling.VrijstellingFacts),
            "taalonderdeel": Answer(vrijstelling.taalonderdeel_exempt, vrijstelling.VrijstellingFacts),
            "besluit_uiterlijk": Answer(
                vrijstelling.vrijstelling_besluit_due, vrijstelling.VrijstellingFacts
            ),
        }
    ),
    "ontheffing": Question(
        {
            "gedeeltelijk": Answer(ontheffing.partial_ontheffing_possible, ontheffing.OntheffingFacts),
            "medisch": Answer(ontheffing.medical_ontheffing, ontheffing.OntheffingFacts),
            "bijzondere_omstandigheden": Answer(
                ontheffing.college_advises_ontheffing, ontheffing.OntheffingFacts
            ),
            "besluit_uiterlijk": Answer(ontheffing.ontheffing_besluit_due, ontheffing.OntheffingFacts),
        }
    ),
    "voorinburgering": Question(
        {"aanbod": Answer(voorinburgering.gets_voorinburgering, voorinburgering.VoorinburgeringFacts)}
    ),
    "z_route_norm": Question(
        {
            "norm": Answer(z_uren.z_norm, z_uren.ZUrenFacts),
            "cursusuren_left": Answer(z_uren.z_all_cursusuren_left, z_uren.ZUrenFacts),
            "examen_in_pip": Answer(z_uren.z_exam_in_pip, z_uren.ZUrenFacts),
        }
    ),
}
