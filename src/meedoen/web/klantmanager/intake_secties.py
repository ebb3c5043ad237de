"""One section of the brede intake: shown with what is known, saved while a person types."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.brede_intake.actions import Given, Recorded, record_answers
from meedoen.domain.brede_intake.models import Intakegegeven
from meedoen.domain.brede_intake.selectors import answers_of
from meedoen.domain.brede_intake.vraag import Sectie, is_answered
from meedoen.domain.brede_intake.vragen import SECTIE_OF, SECTIES, VRAGEN
from meedoen.domain.brede_intake.vragen import sectie as find_sectie
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.dossier.selectors import age, household_members
from meedoen.law.kernel.dutch import enumeration
from meedoen.web.klantmanager.intake import confirm
from meedoen.web.klantmanager.intake_forms import SectieForm
from meedoen.web.klantmanager.intake_frame import intake_context


@may("intake.change")
def sectie(request: HttpRequest, dossier_id: int, sectie: str) -> HttpResponse:
    """Show one section with what is known; save it, and confirm one answer when that button was used."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    part = _sectie_or_404(sectie)
    answers = answers_of(dossier)
    if request.method != "POST":
        return _section_page(request, dossier, part, SectieForm(part, answers, closed=_completed(dossier)))
    form = SectieForm(part, answers, request.POST)
    if form.is_valid():
        try:
            recorded = _save(request, dossier, form, answers)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            if recorded.conflicts:
                return _conflict_page(request, form, recorded)
            return _after_saving(request, dossier, part, form)
    return _section_page(request, dossier, part, form)


@may("intake.change", methods=("POST",))
def bewaren(request: HttpRequest, dossier_id: int, sectie: str) -> HttpResponse:
    """Save a section while a person types; the answer is JSON with the versions that she now has."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    part = _sectie_or_404(sectie)
    answers = answers_of(dossier)
    form = SectieForm(part, answers, request.POST)
    if not form.is_valid():
        return JsonResponse({"message": _first_fault(form)}, status=422)
    try:
        recorded = _save(request, dossier, form, answers)
    except NotPossible as fault:
        return JsonResponse({"message": str(fault)}, status=422)
    if recorded.conflicts:
        return JsonResponse({"message": "Iemand anders heeft dit intussen gewijzigd."}, status=409)
    form.stand_for(recorded.saved.values())
    return JsonResponse({"saved_at": f"{localtime():%H:%M}", "version": form.data["version"]})


def _sectie_or_404(code: str) -> Sectie:
    if (found := find_sectie(code)) is None:
        raise Http404("Dit onderdeel van de brede intake bestaat niet.")
    return found


def _save(
    request: HttpRequest, dossier: Dossier, form: SectieForm, answers: dict[str, Intakegegeven]
) -> Recorded:
    given = [
        Given(code, waarde, form.seen[code])
        for code, waarde in form.typed.items()
        if _changed(answers.get(code), waarde, form.seen[code])
    ]
    return record_answers(dossier, given, by=request.user, on=localdate(), bron=form.bron)


def _changed(stored: Intakegegeven | None, typed: Any, seen: int) -> bool:
    """Return whether the person changed it herself: a field that still says what it showed was left alone."""
    if stored is None:
        return is_answered(typed)
    if stored.version == seen:
        return bool(stored.waarde != typed or type(stored.waarde) is not type(typed))
    shown = stored.history.filter(version=seen).first()
    if shown is None:
        return seen != 0 or is_answered(typed)
    return bool(shown.waarde != typed)


def _after_saving(request: HttpRequest, dossier: Dossier, part: Sectie, form: SectieForm) -> HttpResponse:
    code = request.POST.get("bevestig", "")
    if SECTIE_OF.get(code) is part:
        # What she saw counts: an answer that changed since is not confirmed.
        confirm(request, dossier, {code: form.seen[code]} if code in form.seen else {})
        return redirect("klantmanager:intake-sectie", dossier.pk, part.code)
    messages.success(request, f"Opgeslagen: {part.titel.lower()}.")
    if "verder" in request.POST:
        following = SECTIES[SECTIES.index(part) + 1 :]
        if following:
            return redirect("klantmanager:intake-sectie", dossier.pk, following[0].code)
        return redirect("klantmanager:intake", dossier.pk)
    return redirect("klantmanager:intake-sectie", dossier.pk, part.code)


def _completed(dossier: Dossier) -> bool:
    intake = getattr(dossier, "brede_intake", None)
    return intake is not None and intake.afgerond_on is not None


def _section_page(request: HttpRequest, dossier: Dossier, part: Sectie, form: SectieForm) -> HttpResponse:
    at = SECTIES.index(part)
    context = intake_context(
        request,
        dossier,
        part.code,
        sectie=part,
        form=form,
        following=SECTIES[at + 1] if at + 1 < len(SECTIES) else None,
        article_link=part.artikel.deep_link(localdate()),
        household=_household(dossier) if part.code == "gezin" else "",
        may_health=has_permission(request.user, "gezondheid.view", dossier.gemeente_id),
    )
    return render(request, "klantmanager/intake/sectie.html", context)


def _household(dossier: Dossier) -> str:
    """What the dossier already tells about the household: how many others, and how old; no names."""
    others = household_members(dossier.inburgeringsplichtige)
    if not others:
        return ""
    ages = [years for one in others if (years := age(one, localdate())) is not None]
    count = "1 ander" if len(others) == 1 else f"{len(others)} anderen"
    known = f" ({enumeration(map(str, ages))} jaar)" if ages else ""
    return f"Huishouden volgens het dossier: {count}{known}."


def _conflict_page(request: HttpRequest, form: SectieForm, recorded: Recorded) -> HttpResponse:
    """Show both answers (409); what did not conflict is saved, and the form still holds what was typed."""
    form.stand_for([*recorded.saved.values(), *(one.theirs for one in recorded.conflicts)])
    for field in form.fields.values():
        # Here Enter must mean "save mine", so no button of an answer may come first.
        field.told = None  # type: ignore[attr-defined]
    differences = [
        {
            "label": VRAGEN[one.vraag].tekst,
            "mine": VRAGEN[one.vraag].shown(one.mine),
            "theirs": VRAGEN[one.vraag].shown(one.theirs.waarde),
        }
        for one in recorded.conflicts
    ]
    return render(request, "409.html", {"form": form, "differences": differences}, status=409)


def _first_fault(form: SectieForm) -> str:
    for name, faults in form.errors.items():
        label = form.fields[name].label if name in form.fields and name != "version" else ""
        return f"Nog niet opgeslagen. {label} {faults[0]}".replace("  ", " ")
    return "Nog niet opgeslagen: kijk de ingevulde gegevens na."
