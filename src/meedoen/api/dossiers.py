"""The law about one dossier: for who may see it, and every look leaves the same evidence as a page."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.domain.termijn.uitleg import (
    DOSSIER_QUESTIONS,
    IMPOSSIBLE,
    dossier_changes,
    explain_dossier,
    whole,
)
from meedoen.law.kernel.citation import NotInForce

from .guard import Problem, endpoint
from .reading import asked_day


@endpoint("dossier.view")
def explanation(request: HttpRequest, dossier_id: int, vraag: str) -> dict[str, Any]:
    """What the law answers to a question about this dossier on a day (`op`, else today), and why."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    on = asked_day(request, "op", localdate())
    try:
        return explain_dossier(whole(dossier), _existing(vraag), on).as_dict()
    except NotInForce as early:
        raise Problem(HTTPStatus.BAD_REQUEST, str(early)) from early


@endpoint("dossier.view")
def changes(request: HttpRequest, dossier_id: int, vraag: str) -> dict[str, Any]:
    """How the answer differs between two days (`van`, `tot`) with the facts of now, and why."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    since, until = asked_day(request, "van"), asked_day(request, "tot")
    if until < since:
        raise Problem(HTTPStatus.BAD_REQUEST, "tot ligt voor van; zet de eerste dag in van.")
    try:
        found = dossier_changes(whole(dossier), _existing(vraag), since, until)
    except NotInForce as early:
        raise Problem(HTTPStatus.BAD_REQUEST, str(early)) from early
    if found is None:
        raise Problem(HTTPStatus.BAD_REQUEST, IMPOSSIBLE)
    return found.as_dict()


def _existing(name: str) -> str:
    if name not in DOSSIER_QUESTIONS:
        known = ", ".join(DOSSIER_QUESTIONS)
        raise Problem(HTTPStatus.NOT_FOUND, f"Over een dossier kan deze vraag niet. Bekend zijn: {known}.")
    return name
