"""Calls for the brede intake: the letter, what came of it, the warning, and the next call (Wi art. 14)."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import may
from meedoen.documents.bridge.hoofd import language_of
from meedoen.documents.bridge.oproep import Extra, keep_oproep, keep_waarschuwing
from meedoen.domain.brede_intake.actions import record_uitkomst, send_oproep, send_waarschuwing
from meedoen.domain.brede_intake.facts import oproep_facts
from meedoen.domain.brede_intake.models import Oproep
from meedoen.domain.brede_intake.selectors import default_termijn, oproep_policy, volgnummer
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.law.inburgering.begrippen import Doelgroep
from meedoen.law.inburgering.brede_intake import must_complete_in_absentia, must_warn_and_call_again
from meedoen.law.kernel.parameter import parameter
from meedoen.law.sources import WI
from meedoen.web.klantmanager.intake_frame import intake_context
from meedoen.web.klantmanager.oproepen_forms import OproepForm, UitkomstForm
from meedoen.web.klantmanager.wording import language_name
from meedoen.web.once import once
from meedoen.web.versions import conflict_response

ORDINALS = {1: "Eerste", 2: "Tweede", 3: "Derde"}
LETTERS = ("oproep", "waarschuwing")
FINE_FROM = parameter("wi2021.boete_intake_vanaf")


@may("dossier.view", methods=("GET",))
def oproepen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show every call with what came of it, what the law says next, and the letters."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    today = localdate()
    calls = list(dossier.oproepen.all())
    facts = oproep_facts(calls)
    in_absentia = must_complete_in_absentia(facts, on=today)
    context = intake_context(
        request,
        dossier,
        "oproepen",
        calls=_with_words(calls),
        open_call=next((call for call in calls if call.uitkomst == Oproep.Uitkomst.OPEN), None),
        warn=must_warn_and_call_again(facts, on=today),
        needs_warning=_to_warn(calls, today) is not None,
        in_absentia=in_absentia,
        over=in_absentia.is_known and in_absentia.value,
        next_ordinal=ordinal(calls),
        letters=dossier.documenten.filter(soort__in=LETTERS).select_related("by"),
        fine_link=WI.art("22").deep_link(today),
        finable=(facts.gemiste_oproepen or 0) >= FINE_FROM.at(today),
        asiel=dossier.doelgroep == Doelgroep.ASIELSTATUSHOUDER,
    )
    return render(request, "klantmanager/oproepen/overzicht.html", context)


@may("intake.change")
@once
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Call the person; after a first call without result the written warning goes with it."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    today = localdate()
    calls = list(dossier.oproepen.all())
    missed = _to_warn(calls, today)
    language = language_of(dossier)
    initial = _suggested(dossier, today)
    form = OproepForm(
        request.POST or None, initial=initial, language=language_name(language) if language else ""
    )
    if form.is_valid():
        taal = language if language and form.cleaned_data["met_taal"] else "nl"
        try:
            _send(dossier, missed, form.cleaned_data, taal or "nl", by=request.user, on=today)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            sent = "De waarschuwing en de nieuwe oproep zijn gemaakt" if missed else "De oproep is gemaakt"
            messages.success(request, f"{sent}. Print of verstuur de brief: hij staat hieronder.")
            return redirect("klantmanager:oproepen", dossier.pk)
    context = intake_context(
        request,
        dossier,
        "oproepen",
        form=form,
        missed=missed,
        next_ordinal=ordinal(calls),
        policy=oproep_policy(dossier.gemeente_id, on=today),
        warn=must_warn_and_call_again(oproep_facts(calls), on=today) if missed else None,
    )
    return render(request, "klantmanager/oproepen/nieuw.html", context)


@may("intake.change")
def oproep(request: HttpRequest, dossier_id: int, oproep_id: int) -> HttpResponse:
    """Record what came of a call, or correct it with an explanation."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    call = part_or_404(dossier, dossier.oproepen, oproep_id)
    form = UitkomstForm(data=request.POST or None, instance=call)
    if form.is_valid():
        try:
            record_uitkomst(form.save(commit=False), by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, f"Vastgelegd: {call.get_uitkomst_display().lower()}.")
            return redirect("klantmanager:oproepen", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    earlier = [one for one in dossier.oproepen.all() if one.nummer < call.nummer]
    context = intake_context(request, dossier, "oproepen", form=form, call=call, ordinal=ordinal(earlier))
    return render(request, "klantmanager/oproepen/uitkomst.html", context)


def _with_words(calls: list[Oproep]) -> list[tuple[str, Oproep]]:
    """Return each call with which one it is, and the name of the interpreter's language."""
    for call in calls:
        call.tolk_taal = language_name(call.tolk)
    return [(ordinal(calls[:at]), call) for at, call in enumerate(calls)]


def ordinal(earlier: list[Oproep]) -> str:
    """Return which call in the meaning of the law comes after these; cancelled calls do not count."""
    return ORDINALS.get(volgnummer(earlier), f"{volgnummer(earlier)}e")


def _to_warn(calls: list[Oproep], on: date) -> Oproep | None:
    """Return the call without result for which the law still asks a written warning."""
    facts = oproep_facts(calls)
    outcome = must_warn_and_call_again(facts, on=on)
    if not (outcome.is_known and outcome.value) or facts.waarschuwing is not None:
        return None
    return next((call for call in reversed(calls) if call.uitkomst in Oproep.MISSED), None)


def _send(
    dossier: Dossier, missed: Oproep | None, data: dict[str, Any], taal: str, *, by: Any, on: date
) -> None:
    """Record the call and make its letters, all or nothing: no call without its letter."""
    call = Oproep(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        gesprek_at=data["gesprek_at"],
        locatie=data["locatie"],
        tolk=data["tolk"],
        termijn_on=data["termijn_on"],
    )
    if missed is None:
        send_oproep(call, by=by, on=on)
    else:
        send_waarschuwing(missed, call, by=by, on=on)
        keep_waarschuwing(missed, call, taal, by=by, on=on)
    extra = Extra(minuten=data["minuten"], leerbaarheidstoets=data["leerbaarheidstoets"])
    keep_oproep(call, taal, by=by, on=on, extra=extra)


def _suggested(dossier: Dossier, today: date) -> dict[str, Any]:
    persoon = dossier.inburgeringsplichtige
    term = default_termijn(dossier.gemeente_id, on=today)
    place = f"AZC {persoon.coa_locatie}" if persoon.in_azc else f"Gemeentehuis {dossier.gemeente}"
    return {
        "gesprek_on": term,
        "termijn_on": term,
        "locatie": place,
        "tolk": language_name(persoon.taal),
        "met_taal": True,
    }
