"""The yearly uitkering (SPUK): amounts, the formula, and the dates around it."""

from collections.abc import Mapping

from ..inburgering import financiering as law
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "spuk_bedragen": Question(
        {
            "jaar": Answer(law.spuk_jaar, law.PersoonSpukFacts),
            "gezin_en_overig": Answer(law.spuk_per_gezinsmigrant, law.PersoonSpukFacts),
            "asiel_jaar_t": Answer(law.spuk_per_asielstatushouder_jaar_t, law.PersoonSpukFacts),
            "asiel_jaar_t_min_1": Answer(law.spuk_per_asielstatushouder_jaar_t_min_1, law.PersoonSpukFacts),
            "asiel_jaar_t_min_2": Answer(law.spuk_per_asielstatushouder_jaar_t_min_2, law.PersoonSpukFacts),
            "gewicht_jaar_t": Answer(law.gewicht_jaar_t, law.PersoonSpukFacts),
            "gewicht_jaar_t_min_1": Answer(law.gewicht_jaar_t_min_1, law.PersoonSpukFacts),
            "gewicht_jaar_t_min_2": Answer(law.gewicht_jaar_t_min_2, law.PersoonSpukFacts),
            "gewicht_afgerond_traject": Answer(law.gewicht_afgerond_traject, law.PersoonSpukFacts),
            "deze_persoon": Answer(law.spuk_for_person, law.PersoonSpukFacts),
        }
    ),
    "spuk_uitkering": Question(
        {
            "percentage_asielstatushouders": Answer(law.spuk_expected_percentage, law.SpukFacts),
            "trajecten": Answer(law.spuk_trajecten_that_count, law.SpukFacts),
            "grondslag": Answer(law.spuk_grondslag, law.SpukFacts),
            "bgo": Answer(law.spuk_bgo, law.SpukFacts),
            "ba": Answer(law.spuk_ba, law.SpukFacts),
            "uitkering": Answer(law.spuk_uitkering, law.SpukFacts),
        }
    ),
    "spuk_extra_onderwijsroute": Question({"abo": Answer(law.spuk_abo, law.SpukFacts)}),
    "spuk_kosten": Question({"vergoed": Answer(law.spuk_covers, law.SpukFacts)}),
    "spuk_verantwoording": Question(
        {
            "bekend_voor": Answer(law.spuk_announced_before, law.SpukVerantwoordingFacts),
            "aangepast_uiterlijk": Answer(law.spuk_adjusted_by, law.SpukVerantwoordingFacts),
            "verantwoord_uiterlijk": Answer(law.spuk_accounted_by, law.SpukVerantwoordingFacts),
            "terugvordering_te_laat": Answer(law.spuk_reclaimed_for_lateness, law.SpukVerantwoordingFacts),
            "mededeling_te_laat": Answer(law.spuk_lateness_told_by, law.SpukVerantwoordingFacts),
            "mededeling_terugvordering": Answer(law.spuk_reclaim_told_by, law.SpukVerantwoordingFacts),
            "gegevens_tellen_tot_en_met": Answer(law.spuk_data_count_until, law.SpukVerantwoordingFacts),
            "niet_besteed": Answer(law.spuk_not_spent, law.SpukVerantwoordingFacts),
            "reserveren": Answer(law.spuk_reserve, law.SpukVerantwoordingFacts),
            "tekort_volgend_jaar": Answer(law.spuk_deficit_to_next_year, law.SpukVerantwoordingFacts),
            "per_maand": Answer(law.spuk_monthly_payment, law.SpukVerantwoordingFacts),
        }
    ),
    "spuk_herziening": Question(
        {
            "bekend_uiterlijk": Answer(law.spuk_revision_announced_by, law.SpukVerantwoordingFacts),
            "onderwijsroute": Answer(law.spuk_onderwijsroute, law.SpukVerantwoordingFacts),
        }
    ),
}
