"""The PIP: its deadline, its contents and bezwaar against it."""

from collections.abc import Mapping

from ..awb.bezwaar import BezwaarFacts, bezwaar_possible, bezwaartermijn, bezwaartermijn_first_day
from ..inburgering import pip_aanpassing, pip_contents
from ..inburgering.dossier_facts import DossierFacts
from ..inburgering.pip import PIPFacts, pip_deadline
from ..inburgering.pip_status import pip_deadline_then, pip_status
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "pip_deadline": Question({"last_day": Answer(pip_deadline, PIPFacts)}),
    "pip_status": Question(
        {
            "status": Answer(pip_status, DossierFacts),
            "last_day": Answer(pip_deadline_then, DossierFacts),
        }
    ),
    "pip_inhoud": Question(
        {
            rule.__name__.removeprefix("has_"): Answer(rule, pip_contents.PIPContentsFacts)
            for rule in pip_contents.CONTENTS
        }
    ),
    "zicht_op_voortgang": Question(
        {"voldoende": Answer(pip_contents.gives_sight_of_progress, pip_contents.PIPContentsFacts)}
    ),
    "pip_aanpassing": Question(
        {
            "pip_nodig": Answer(pip_aanpassing.pip_is_due, pip_aanpassing.PIPAanpassingFacts),
            "nieuw_college": Answer(pip_aanpassing.new_college_makes_pip, pip_aanpassing.PIPAanpassingFacts),
            "leerroute_gelijk": Answer(
                pip_aanpassing.pip_keeps_earlier_route, pip_aanpassing.PIPAanpassingFacts
            ),
            "aanpassen": Answer(pip_aanpassing.must_adjust_pip, pip_aanpassing.PIPAanpassingFacts),
            "termijn_begint": Answer(
                pip_aanpassing.term_begins_whatever_came_later, pip_aanpassing.PIPAanpassingFacts
            ),
        }
    ),
    "opleiding_afmaken": Question(
        {"eerst": Answer(pip_aanpassing.may_finish_opleiding_first, pip_aanpassing.PIPAanpassingFacts)}
    ),
    "bezwaartermijn": Question(
        {
            "first_day": Answer(bezwaartermijn_first_day, BezwaarFacts),
            "last_day": Answer(bezwaartermijn, BezwaarFacts),
            "possible": Answer(bezwaar_possible, BezwaarFacts),
        }
    ),
}
