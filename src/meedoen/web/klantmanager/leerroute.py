"""The three leerroutes beside each other: a person weighs them and chooses one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.brede_intake.selectors import answers_of, shown_answers
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.actions import ChoiceRefused, choose_leerroute, reopen_choice, save_keuze
from meedoen.domain.pip.facts import leerroute_facts, own_pip_on, pip_in_force, switch_facts
from meedoen.domain.pip.models import Leerroutekeuze
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.leerroutes import leerroute_stays_after_move, route_check
from meedoen.law.inburgering.voortgang import leerroute_switch
from meedoen.law.kernel.outcome import Outcome
from meedoen.law.sources import WESTERWOLDE
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.pip_forms import LeerrouteForm, ReasonForm
from meedoen.web.templatetags.shapes import outcome_shape
from meedoen.web.versions import conflict_response

ORDER = (Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE, Leerroute.Z_ROUTE)
"""The order of the Act; it says nothing about what fits."""

WORDS = {
    Leerroute.B1_ROUTE: (
        "overweging_b1_route",
        "Nederlands leren op niveau B1, meestal naast werk of ander meedoen. Eindigt met het examen.",
    ),
    Leerroute.ONDERWIJSROUTE: (
        "overweging_onderwijsroute",
        "Een taalschakeltraject dat voorbereidt op mbo, hbo of universiteit. Geen MAP.",
    ),
    Leerroute.Z_ROUTE: (
        "overweging_z_route",
        "De zelfredzaamheidsroute: lessen en meedoen voor wie examen en taalschakeltraject niet kan halen.",
    ),
}
OORDELEN = {
    Leerroute.ONDERWIJSROUTE: ("grote_kans_op_diploma", "grote_kans_motivatie"),
    Leerroute.Z_ROUTE: ("redelijkerwijs_niet_in_staat", "niet_in_staat_motivatie"),
}
KNOWN_FROM_INTAKE = (
    "jaren_onderwijs",
    "hoogste_diploma",
    "opleiding_richting",
    "werkervaring_jaren",
    "beroep",
    "werkwens",
    "opleidingswens",
    "opleidingswens_welke",
)


@dataclass(frozen=True)
class Card:
    """One leerroute on the page: what speaks for and against it, and where a person weighs it."""

    leerroute: Leerroute
    summary: str
    speaks_for: list[dict[str, Any]]
    speaks_against: list[dict[str, Any]]
    to_judge: list[dict[str, Any]]
    to_find_out: list[dict[str, Any]]
    brings: list[Outcome[Any]]
    switch: Outcome[bool] | None
    consideration: BoundField | None
    oordelen: list[BoundField]
    written: str
    chosen: bool


@may("dossier.view")
def leerroute(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the three routes; save what a person writes; choose when she asks."""
    writing = request.method == "POST"
    dossier = dossier_or_404(request, dossier_id, "leerroute.choose" if writing else "dossier.view")
    if not writing:
        keuze = Leerroutekeuze.objects.filter(dossier=dossier).first() or Leerroutekeuze(dossier=dossier)
        may_choose = has_permission(request.user, "leerroute.choose", dossier.gemeente_id)
        form = _form(dossier, keuze) if may_choose and keuze.gekozen_on is None else None
        return _page(request, dossier, keuze, form)
    keuze = _stored(dossier)
    form = _form(dossier, keuze, request.POST)
    if form.is_valid():
        try:
            answer = _act(request, form.save(commit=False))
        except ChoiceRefused as refused:
            for problem in refused.problems:
                form.add_error(problem.field if problem.field in form.fields else None, problem.sentence)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            return answer
    if form.conflict:
        return conflict_response(request, form, {})
    return _page(request, dossier, keuze, form)


@may("leerroute.choose", methods=("POST",))
def bewaren(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Save the draft while a person is typing."""
    dossier = dossier_or_404(request, dossier_id, "leerroute.choose")
    form = _form(dossier, _stored(dossier), request.POST)
    if not form.is_valid():
        return JsonResponse({"message": "Nog niet opgeslagen."}, status=409 if form.conflict else 422)
    try:
        keuze = form.save(commit=False)
        save_keuze(keuze, by=request.user)
    except NotPossible as fault:
        return JsonResponse({"message": str(fault)}, status=422)
    return JsonResponse({"saved_at": f"{localtime():%H:%M}", "version": keuze.version})


@may("leerroute.choose", methods=("POST",))
def heropenen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Open a choice that was made, with a reason."""
    dossier = dossier_or_404(request, dossier_id, "leerroute.choose")
    form = ReasonForm(request.POST)
    keuze = Leerroutekeuze.objects.filter(dossier=dossier).first()
    if keuze is None:
        messages.error(request, "Er is nog geen leerroute gekozen.")
    elif not form.is_valid():
        messages.error(request, "Schrijf met minstens 15 tekens waarom u de keuze opnieuw wilt wegen.")
    else:
        try:
            reopen_choice(keuze, by=request.user, reason=form.cleaned_data["reden"])
            messages.success(request, "U kunt de leerroutes opnieuw wegen. Uw teksten staan er nog.")
        except NotPossible as fault:
            messages.error(request, str(fault))
    return redirect("klantmanager:leerroute", dossier.pk)


def _act(request: HttpRequest, keuze: Leerroutekeuze) -> HttpResponse:
    if "kies" in request.POST:
        choose_leerroute(keuze, by=request.user, on=localdate())
        messages.success(request, f"De leerroute is gekozen: {Leerroute(keuze.leerroute).label}.")
        return redirect("klantmanager:pip", keuze.dossier_id)
    save_keuze(keuze, by=request.user)
    messages.success(request, "Uw teksten zijn opgeslagen. Er is nog geen leerroute gekozen.")
    return redirect("klantmanager:leerroute", keuze.dossier_id)


def _stored(dossier: Dossier) -> Leerroutekeuze:
    """Return the row of the choice; the first who writes makes it, so that a second one meets a version."""
    made = {"gemeente_id": dossier.gemeente_id, "version": 0}
    return Leerroutekeuze.objects.get_or_create(dossier=dossier, defaults=made)[0]


def _form(dossier: Dossier, keuze: Leerroutekeuze, data: Any = None) -> LeerrouteForm:
    moved = dossier.eerste_pip_elders and own_pip_on(dossier) is None
    switches = pip_in_force(dossier) is not None
    return LeerrouteForm(data=data, instance=keuze, moved=moved, switches=switches)


def _page(
    request: HttpRequest, dossier: Dossier, keuze: Leerroutekeuze, form: LeerrouteForm | None
) -> HttpResponse:
    today = localdate()
    moved = dossier.eerste_pip_elders and own_pip_on(dossier) is None
    current = pip_in_force(dossier)
    context = dossier_context(
        request,
        dossier,
        "leerroute",
        keuze=keuze,
        form=form,
        cards=[_card(route, dossier, keuze, form, today) for route in ORDER],
        known=shown_answers(answers_of(dossier), KNOWN_FROM_INTAKE),
        lbt=_lbt(dossier),
        stays=leerroute_stays_after_move(leerroute_facts(dossier, keuze), on=today) if moved else None,
        in_force=current,
        judgment=WESTERWOLDE,
        judgment_link=WESTERWOLDE.deep_link(today),
        reason_form=ReasonForm(auto_id="heropen_%s"),
        may_choose=has_permission(request.user, "leerroute.choose", dossier.gemeente_id),
    )
    return render(request, "klantmanager/leerroute/leerroute.html", context)


def _card(
    route: Leerroute, dossier: Dossier, keuze: Leerroutekeuze, form: LeerrouteForm | None, today: date
) -> Card:
    check = route_check(route, leerroute_facts(dossier, keuze), on=today)
    # Whether it may be chosen is said once, at the choice; here stands what speaks for and against.
    weighed = check.considerations[:-1]
    field, summary = WORDS[route]
    current = pip_in_force(dossier)
    other = current is not None and current.leerroute and current.leerroute != route
    return Card(
        leerroute=route,
        summary=summary,
        speaks_for=[outcome_shape(o) for o in weighed if o in check.speaks_for],
        speaks_against=[outcome_shape(o) for o in weighed if o in check.speaks_against],
        to_judge=[outcome_shape(o) for o in weighed if o in check.to_judge],
        to_find_out=[outcome_shape(o) for o in weighed if o in check.to_find_out],
        brings=list(check.consequences),
        switch=leerroute_switch(switch_facts(dossier, route, special=False), on=today) if other else None,
        consideration=form[field] if form is not None else None,
        oordelen=[form[name] for name in OORDELEN.get(route, ())] if form is not None else [],
        written=getattr(keuze, field),
        chosen=keuze.gekozen_on is not None and keuze.leerroute == route,
    )


def _lbt(dossier: Dossier) -> str:
    """Return one sentence about the leerbaarheidstoets: an advice that does not bind."""
    toets = getattr(dossier, "leerbaarheidstoets", None)
    if toets is None or not (toets.resultaat or toets.ontheffing_on):
        return "De uitslag van de leerbaarheidstoets is er nog niet."
    if toets.ontheffing_on:
        return "Er is ontheffing van de leerbaarheidstoets. U weegt zonder advies."
    return f"De leerbaarheidstoets adviseert: {toets.get_resultaat_display()}. Dit advies bindt u niet."
