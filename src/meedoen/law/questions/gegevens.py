"""Who gives which data to whom, what may be used, and how long it is kept."""

from collections.abc import Mapping

from ..inburgering import bestuur, bewaring
from ..inburgering import gegevens as law
from .question import Answer, Question

UITWISSELING = (
    law.college_gives_duo_leerroute,
    law.college_gives_duo_voortgang,
    law.college_gives_duo_pip_date,
    law.college_gives_duo_no_aanbod,
    law.college_gives_duo_boetes,
    law.college_gives_school,
    law.college_gives_statistics,
    law.college_gives_new_college,
    law.duo_gives_college_plicht,
    law.duo_gives_college_examens,
    law.duo_gives_college_termijn,
    law.duo_gives_college_begeleiding,
    law.duo_gives_college_boetes,
    law.duo_gives_school,
    law.duo_gives_dienst_toeslagen,
    law.lbt_instance_gives_college,
    law.coa_gives_college,
    law.coa_gives_duo,
    law.ind_gives_duo,
    law.belastingdienst_gives_duo,
    law.school_gives_college,
    law.school_gives_duo,
)
"""Every exchange by who gives what to whom; what is new since 2023 stands apart."""

QUESTIONS: Mapping[str, Question] = {
    "gegevensuitwisseling": Question(
        {rule.__name__: Answer(rule, law.GegevensFacts) for rule in UITWISSELING}
    ),
    "gegevens_opleiding": Question(
        {
            "college_gives_duo": Answer(law.college_gives_duo_opleiding, law.GegevensFacts),
            "duo_gives_college": Answer(law.duo_gives_college_opleiding, law.GegevensFacts),
        }
    ),
    "bevoegd_bestuur": Question({"bestuur": Answer(bestuur.competent_board, bestuur.BestuurFacts)}),
    "verhuispakket": Question({"geven": Answer(law.must_give_move_pack, law.GegevensFacts)}),
    "gegevensgebruik": Question(
        {
            "pw_gegevens": Answer(law.may_use_pw_data, law.GegevensFacts),
            "bsn": Answer(law.may_use_bsn, law.GegevensFacts),
            "gezondheid": Answer(law.may_process_health, law.GegevensFacts),
            "religie": Answer(law.may_process_religion, law.GegevensFacts),
            "beveiligd": Answer(law.special_data_are_secured, law.GegevensFacts),
        }
    ),
    "verwijderen": Question(
        {
            "first_day": Answer(bewaring.first_day_to_delete, bewaring.BewaarFacts),
            "now": Answer(bewaring.must_delete_now, bewaring.BewaarFacts),
            "last_day_of_all": Answer(bewaring.last_day_of_all, bewaring.BewaarFacts),
        }
    ),
}
