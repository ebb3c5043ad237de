"""What DUO accepts and shows."""

from collections.abc import Mapping

from ..keten.pip import DuoPIPFacts, duo_accepts_pip
from ..keten.pvt_map import DuoMAPFacts, duo_accepts_map
from ..keten.toegang import ToegangFacts, duo_gives_access
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "duo_pip": Question({"accepted": Answer(duo_accepts_pip, DuoPIPFacts)}),
    "duo_map": Question({"accepted": Answer(duo_accepts_map, DuoMAPFacts)}),
    "duo_toegang": Question({"access": Answer(duo_gives_access, ToegangFacts)}),
}
