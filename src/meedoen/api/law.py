"""The law without persons: which questions there are, and the answer for facts that are not kept."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest

from meedoen.law.explain import explanation, fault_in_dutch
from meedoen.law.questions import QUESTIONS
from meedoen.law.questions.catalogue import catalogue, described

from .guard import Problem, endpoint
from .reading import asked_facts


@endpoint("public")
def questions(request: HttpRequest) -> list[dict[str, Any]]:
    """Every question with the parts of its answer and the facts that it takes."""
    return [asked.as_dict() for asked in catalogue()]


@endpoint("public")
def question(request: HttpRequest, naam: str) -> dict[str, Any]:
    """One question with the parts of its answer and the facts that it takes."""
    return described(existing(naam)).as_dict()


@endpoint("public", methods=("POST",))
def answer(request: HttpRequest, naam: str) -> dict[str, Any]:
    """The answer with its reasons, for facts and a day from the body. Nothing is kept."""
    facts, on = asked_facts(request)
    try:
        return explanation(existing(naam), facts, on).as_dict()
    except (ArithmeticError, LookupError, ValueError, RecursionError) as fault:
        raise Problem(HTTPStatus.BAD_REQUEST, fault_in_dutch(fault)) from fault


@endpoint("public", methods=("GET", "POST"))
def nowhere(request: HttpRequest, rest: str) -> dict[str, Any]:
    """Any other address of the API."""
    raise Problem(HTTPStatus.NOT_FOUND, "Dit adres bestaat niet. Zie /api/v1/openapi.json.")


def existing(name: str) -> str:
    """Return the name of a question; raises Problem (404) when there is none."""
    if name not in QUESTIONS:
        raise Problem(HTTPStatus.NOT_FOUND, "Deze vraag bestaat niet. Zie /api/v1/wet/vragen.")
    return name
