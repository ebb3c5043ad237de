"""Who is inburgeringsplichtig and how long data are kept."""

from collections.abc import Mapping

from ..inburgering.bewaring import BewaarFacts, core_delete_by, delete_by
from ..inburgering.plicht import PlichtFacts, doelgroep, inburgeringsplicht, plicht_since, vrijstelling
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "inburgeringsplicht": Question(
        {
            "plichtig": Answer(inburgeringsplicht, PlichtFacts),
            "doelgroep": Answer(doelgroep, PlichtFacts),
            "since": Answer(plicht_since, PlichtFacts),
            "vrijgesteld": Answer(vrijstelling, PlichtFacts),
        }
    ),
    "bewaartermijn": Question(
        {"delete_by": Answer(delete_by, BewaarFacts), "core_delete_by": Answer(core_delete_by, BewaarFacts)}
    ),
}
