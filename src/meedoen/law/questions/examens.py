"""Complying with the plicht: exams and routes, and what frees of it wholly or partly."""

from collections.abc import Mapping

from ..inburgering import (
    bevoegdheid,
    einde,
    examens,
    ontheffing,
    overstap,
    voorinburgering,
    vrijstelling,
    z_route,
    z_uren,
)
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "voldaan": Question(
        {
            "voldaan": Answer(examens.voldaan, examens.VoldaanFacts),
            "pvt": Answer(z_route.pvt_completed, z_route.UrenFacts),
            "map": Answer(examens.map_done_or_not_needed, examens.VoldaanFacts),
            "leerroute": Answer(examens.leerroute_done, examens.VoldaanFacts),
            "bewijs": Answer(examens.bewijs_van_inburgering, examens.VoldaanFacts),
            "examen": Answer(examens.inburgeringsexamen_done, examens.VoldaanFacts),
            "lezen": Answer(examens.lezen_done, examens.VoldaanFacts),
            "luisteren": Answer(examens.luisteren_done, examens.VoldaanFacts),
            "schrijven": Answer(examens.schrijven_done, examens.VoldaanFacts),
            "spreken": Answer(examens.spreken_done, examens.VoldaanFacts),
            "knm": Answer(examens.knm_done, examens.VoldaanFacts),
            "certificaat_overhandigd": Answer(examens.certificaat_handed_over, examens.VoldaanFacts),
            "eindtermen_knm": Answer(examens.knm_eindtermen, examens.VoldaanFacts),
        }
    ),
    "map_themas": Question({"left": Answer(examens.map_themas_left, examens.MapThemaFacts)}),
    "vrijstelling": Question(
        {
            "leerplichtjaren": Answer(vrijstelling.school_years_exempt, vrijstelling.VrijstellingFacts),
            "leerplicht": Answer(vrijstelling.school_duty_exempts, vrijstelling.VrijstellingFacts),
            "opleiding": Answer(vrijstelling.course_exempts, vrijstelling.VrijstellingFacts),
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
        {
            "aanbod": Answer(voorinburgering.gets_voorinburgering, voorinburgering.VoorinburgeringFacts),
            "hoort_erbij": Answer(
                voorinburgering.belongs_to_voorinburgering, voorinburgering.VoorinburgeringFacts
            ),
            "verplicht": Answer(
                voorinburgering.voorinburgering_is_an_obligation, voorinburgering.VoorinburgeringFacts
            ),
            "mag_vertragen": Answer(
                voorinburgering.voorinburgering_may_delay, voorinburgering.VoorinburgeringFacts
            ),
        }
    ),
    "z_route_norm": Question(
        {
            "norm": Answer(z_uren.z_norm, z_uren.ZUrenFacts),
            "cursusuren_left": Answer(z_uren.z_all_cursusuren_left, z_uren.ZUrenFacts),
            "examen_in_pip": Answer(z_uren.z_exam_in_pip, z_uren.ZUrenFacts),
            "participatie_klaar": Answer(z_uren.z_participation_done, z_uren.ZUrenFacts),
            "eindgesprek": Answer(z_uren.z_eindgesprek_held, z_uren.ZUrenFacts),
            "behaald": Answer(z_uren.z_done, z_uren.ZUrenFacts),
        }
    ),
    "overstap": Question(
        {
            "uren_voor_intensiteit": Answer(overstap.hours_count_for_intensity, overstap.OverstapFacts),
            "uren_van_norm": Answer(overstap.hours_come_off_the_z_norm, overstap.OverstapFacts),
            "examens_tellen_mee": Answer(overstap.exams_go_along, overstap.OverstapFacts),
            "pogingen": Answer(overstap.attempts_that_count, overstap.OverstapFacts),
            "onderdelen": Answer(overstap.passed_parts_that_count, overstap.OverstapFacts),
        }
    ),
    "einde_plicht": Question(
        {
            "geeindigd": Answer(einde.plicht_end, einde.EindeFacts),
            "grond": Answer(einde.plicht_end_ground, einde.EindeFacts),
        }
    ),
    "bevoegdheid": Question(
        {
            "college": Answer(bevoegdheid.college_is_competent, bevoegdheid.BevoegdheidFacts),
            "handelt_zelf": Answer(bevoegdheid.may_act_for_himself, bevoegdheid.BevoegdheidFacts),
        }
    ),
}
