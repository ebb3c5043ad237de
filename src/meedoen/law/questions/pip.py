"""The PIP: its deadline, its contents and bezwaar against it."""

from collections.abc import Mapping

from ..awb.bezwaar import BezwaarFacts, bezwaar_possible, bezwaartermijn, bezwaartermijn_first_day
from ..inburgering import pip_contents
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
    "bezwaartermijn": Question(
        {
            "first_day": Answer(bezwaartermijn_first_day, BezwaarFacts),
            "last_day": Answer(bezwaartermijn, BezwaarFacts),
            "possible": Answer(bezwaar_possible, BezwaarFacts),
        }
    ),
}
