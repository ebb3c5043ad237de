"""The dates that close PVT, MAP and Z-route: record, change, withdraw."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.telling import WouldBeRefused
from meedoen.domain.voortgang.actions import register_resultaat, withdraw_resultaat
from meedoen.domain.voortgang.facts import latest_resultaat
from meedoen.domain.voortgang.models import Resultaat
from meedoen.domain.voortgang.selectors import (
    resultaat_conditions,
    verwijtbaar_choices,
    withdrawal_conditions,
    withdrawal_reaches_duo,
)
from meedoen.law.kernel.outcome import Outcome
from meedoen.web.klantmanager.voortgang_forms import IntrekkenForm, ResultaatForm
from meedoen.web.klantmanager.voortgang_frame import CHECK, HOLD, duo_fragment, form_page, told
from meedoen.web.once import once

Onderdeel = Resultaat.Onderdeel
TITLES = {
    Onderdeel.PVT: "Participatieverklaring (PVT)",
    Onderdeel.MAP: "Eindgesprek MAP",
    Onderdeel.ZROUTE: "Afronding Z-route",
}


@may("voortgang.change")
@once
def resultaat(request: HttpRequest, dossier_id: int, onderdeel: str) -> HttpResponse:
    """Record a date, and Verwijtbaar only when DUO takes that today."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    part, today = _part_or_404(onderdeel), localdate()
    latest = latest_resultaat(dossier, part)
    choices = {} if part == Onderdeel.ZROUTE else verwijtbaar_choices(dossier, part, on=today)
    form = ResultaatForm(request.POST or None, onderdeel=part, choices=choices, latest=latest)
    complete = form.is_valid()
    typed = form.cleaned_data if form.is_bound else {}
    datum, verwijtbaar = typed.get("datum_on"), typed.get("verwijtbaar")
    conditions, refused = resultaat_conditions(dossier, part, datum, verwijtbaar, on=today), False
    if not form.is_bound or (datum is None and verwijtbaar is None):
        conditions = [one for one in conditions if one.refuses]
    if CHECK in request.POST:
        return duo_fragment(request, conditions)
    if complete:
        hold = HOLD in request.POST
        try:
            register_resultaat(
                dossier,
                part,
                datum_on=datum,
                verwijtbaar=verwijtbaar,
                toelichting=typed["toelichting"],
                by=request.user,
                on=today,
                hold=hold,
            )
        except WouldBeRefused as fault:
            refused, conditions = True, list(fault.conditions)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            told(request, conditions, held=hold and any(one.refuses for one in conditions))
            return redirect("klantmanager:voortgang", dossier.pk)
    return form_page(
        request,
        dossier,
        form,
        conditions,
        refused=refused,
        title=TITLES[part],
        extra=_why_no_verwijtbaar(choices),
    )


@may("voortgang.change")
@once
def intrekken(request: HttpRequest, dossier_id: int, onderdeel: str) -> HttpResponse:
    """Take back a date: DUO gets the message without it, after the term with Verwijtbaar."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    part, today = _part_or_404(onderdeel), localdate()
    reaches = withdrawal_reaches_duo(dossier, part)
    asks = reaches and part != Onderdeel.ZROUTE
    choices = verwijtbaar_choices(dossier, part, on=today) if asks else {}
    form = IntrekkenForm(request.POST or None, choices=choices)
    complete = form.is_valid()
    verwijtbaar = form.cleaned_data.get("verwijtbaar") if form.is_bound else None
    conditions, refused = [], False
    if reaches:
        conditions = withdrawal_conditions(dossier, part, verwijtbaar=verwijtbaar, on=today)
    if CHECK in request.POST:
        return duo_fragment(request, conditions, extra=_why_no_verwijtbaar(choices))
    if complete:
        reason, hold = form.cleaned_data["reden"], HOLD in request.POST
        try:
            withdraw_resultaat(
                dossier,
                part,
                reason=reason,
                verwijtbaar=verwijtbaar,
                by=request.user,
                on=today,
                hold=hold,
            )
        except WouldBeRefused as fault:
            refused, conditions = True, list(fault.conditions)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "De datum is ingetrokken.")
            return redirect("klantmanager:voortgang", dossier.pk)
    return form_page(
        request,
        dossier,
        form,
        conditions,
        refused=refused,
        title=f"{TITLES[part]}: datum intrekken",
        button="Intrekken",
        intro="" if reaches else "DUO heeft deze datum nog niet. Er gaat dus niets naar DUO.",
        extra=_why_no_verwijtbaar(choices),
    )


def _part_or_404(onderdeel: str) -> Onderdeel:
    if onderdeel not in Onderdeel.values:
        raise Http404("Dit onderdeel bestaat niet.")
    return Onderdeel(onderdeel)


def _why_no_verwijtbaar(choices: dict[bool | None, Outcome[bool]]) -> list[str]:
    """Why Ja or Nee is not offered today."""
    words = {True: "Ja", False: "Nee"}
    return [
        f"Verwijtbaar {words[value]} kunt u nu niet kiezen: {outcome.sentence()}"
        for value, outcome in choices.items()
        if value is not None and outcome.is_known and not outcome.value
    ]
