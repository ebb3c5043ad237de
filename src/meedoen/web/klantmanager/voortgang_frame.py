"""What the pages of the voortgang share: a form with what DUO would say of it, before it is saved."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.telling import Condition
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.templatetags.shapes import outcome_shape

CHECK = "controleer"
"""Sent by the page while somebody types: only what DUO would say is asked, nothing is saved."""
HOLD = "bewaren"
"""Sent by the button "Toch bewaren, nog niet sturen"."""


def form_page(
    request: HttpRequest,
    dossier: Dossier,
    form: Any,
    conditions: list[Condition],
    *,
    refused: bool,
    title: str,
    button: str = "Vastleggen",
    intro: str = "",
    extra: list[str] | None = None,
    live: bool = True,
    once_key: bool = True,
    history: Any = None,
) -> HttpResponse:
    """Show a form with what DUO would say of it; what was typed stays.

    Args:
        refused: DUO would refuse what was sent, so the page asks whether to keep it here.
        extra: more sentences beside DUO's conditions.
        live: whether DUO's conditions are asked again while somebody types.
    """
    context = dossier_context(
        request,
        dossier,
        "voortgang",
        form=form,
        title=title,
        button=button,
        intro=intro,
        refused=refused,
        extra=extra or [],
        live=live,
        once_key=once_key,
        history=history,
        **duo_context(conditions),
    )
    return render(request, "klantmanager/voortgang_formulier.html", context)


def duo_fragment(
    request: HttpRequest, conditions: list[Condition], extra: list[str] | None = None
) -> HttpResponse:
    """Answer only what DUO would say, for the page that asks it while somebody types."""
    context = {**duo_context(conditions), "extra": extra or []}
    return render(request, "klantmanager/voortgang_duo.html", context)


def duo_context(conditions: list[Condition]) -> dict[str, Any]:
    """Return DUO's conditions as the page shows them, in three groups."""
    return {
        "duo_refuses": [condition_shape(one) for one in conditions if one.refuses],
        "duo_unknown": [condition_shape(one) for one in conditions if one.is_unknown],
        "duo_fine": [condition_shape(one) for one in conditions if not one.refuses and not one.is_unknown],
    }


def told(request: HttpRequest, conditions: list[Condition], *, held: bool) -> None:
    """Say that something was recorded, whether it goes to DUO, and what is not known."""
    if held:
        messages.warning(
            request, "Bewaard, maar nog niet naar DUO. Er staat een taak bij het dossier met de reden."
        )
        return
    messages.success(request, "Vastgelegd en klaargezet voor DUO.")
    for condition in conditions:
        if condition.is_unknown:
            messages.warning(request, f"{condition.sentence()}.")


def condition_shape(condition: Condition) -> dict[str, Any]:
    """Return one condition as the page draws it."""
    outcome = condition.outcome
    return {"sentence": outcome.sentence(), "node": outcome_shape(outcome)}
