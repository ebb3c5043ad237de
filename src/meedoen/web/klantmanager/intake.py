"""The brede intake: how far it is, what the law still asks, and its sections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from meedoen.domain.brede_intake.actions import (
    Conflict,
    Given,
    confirm_answers,
    offer_private_talk,
    record_answers,
)
from meedoen.domain.brede_intake.facts import intake_facts, oproep_facts
from meedoen.domain.brede_intake.models import Intakegegeven
from meedoen.domain.brede_intake.selectors import Stand, answers_of, awaits_confirmation, progress_of
from meedoen.domain.brede_intake.vraag import Sectie, is_answered
from meedoen.domain.brede_intake.vragen import SECTIE_OF, SECTIES, VRAGEN
from meedoen.domain.brede_intake.vragen import sectie as find_sectie
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron
from meedoen.law.inburgering.brede_intake import intake_contents, must_complete_in_absentia
from meedoen.law.kernel.outcome import Outcome
from meedoen.web.access import dossier_or_404
from meedoen.web.klantmanager.intake_forms import SEEN, HeropenenForm, SectieForm
from meedoen.web.klantmanager.intake_frame import intake_context
from meedoen.web.permissions import has_permission, may
from meedoen.web.templatetags.shapes import outcome_shape

# Rule of the law → address name (and section) of the page where it is filled in.
WHERE = {
    "has_leerbaarheidstoets": ("leerbaarheidstoets", ""),
    "has_onderwijs_en_werk": ("intake-sectie", "onderwijs"),
    "has_persoonlijke_omstandigheden": ("intake-sectie", "wonen"),
    "has_vve_verkenning": ("intake-sectie", "gezin"),
    "has_taalniveau": ("intake-sectie", "taal"),
    "has_arbeidsparticipatie": ("intake-sectie", "wensen"),
    "has_zelfredzaamheid": ("intake-sectie", "zelfredzaamheid"),
    "was_told_of_private_talk": ("intake", "#privegesprek"),
    "is_written_down": ("intakegesprekken", ""),
}


@dataclass(frozen=True)
class Part:
    """One part that the law asks: whether it is there, and where to fill it in."""

    node: dict[str, Any]
    done: bool
    url: str


@dataclass(frozen=True)
class Line:
    """One answer on the overview: question, answer, source, and its code and version to confirm it."""

    code: str
    question: str
    answer: str
    bron: str
    on: date
    confirmed_on: date | None
    version: int
    to_confirm: bool


@may("dossier.view", methods=("GET",))
def intake(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show how far the intake is, per article and per section; read-only for who may not change it."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    today = localdate()
    answers = answers_of(dossier)
    parts = law_parts(dossier, today)
    context = intake_context(
        request,
        dossier,
        "overzicht",
        parts=parts,
        done=sum(part.done for part in parts),
        sections_done=_rows(progress_of(answers), answers),
        to_confirm=[line for line in map(_line, answers.values()) if line and line.to_confirm],
        in_absentia=must_complete_in_absentia(oproep_facts(dossier.oproepen.all()), on=today),
        reopen_form=HeropenenForm(),
    )
    return render(request, "klantmanager/intake/overzicht.html", context)


@may("intake.change")
def sectie(request: HttpRequest, dossier_id: int, sectie: str) -> HttpResponse:
    """Show one section with what is known; save it, and confirm one answer when that button was used."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    part = _sectie_or_404(sectie)
    answers = answers_of(dossier)
    if request.method != "POST":
        return _section_page(request, dossier, part, SectieForm(part, answers))
    form = SectieForm(part, answers, request.POST)
    if form.is_valid():
        try:
            conflicts = _save(request, dossier, form, answers)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            if conflicts:
                return _conflict_page(request, dossier, form, conflicts)
            return _after_saving(request, dossier, part)
    return _section_page(request, dossier, part, form)


@may("intake.change", methods=("POST",))
def bewaren(request: HttpRequest, dossier_id: int, sectie: str) -> HttpResponse:
    """Save a section while a person types; the answer is JSON with the versions that now stand."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    part = _sectie_or_404(sectie)
    answers = answers_of(dossier)
    form = SectieForm(part, answers, request.POST)
    if not form.is_valid():
        return JsonResponse({"message": _first_fault(form)}, status=422)
    try:
        conflicts = _save(request, dossier, form, answers)
    except NotPossible as fault:
        return JsonResponse({"message": str(fault)}, status=422)
    if conflicts:
        return JsonResponse({"message": "Iemand anders heeft dit intussen gewijzigd."}, status=409)
    form.stand_for(answers_of(dossier))
    return JsonResponse({"saved_at": f"{localtime():%H:%M}", "version": form.data["version"]})


@may("intake.change", methods=("POST",))
def bevestigen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record that what others told still holds: one answer, or all that stood on the page."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    seen = {code: int(number) for code, number in SEEN.findall(" ".join(request.POST.getlist("gezien")))}
    _confirm(request, dossier, seen)
    return redirect("klantmanager:intake", dossier.pk)


@may("intake.change", methods=("POST",))
def privegesprek(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record that the person was told of the right to talk without others (Bi art. 5.2 lid 2)."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    try:
        offer_private_talk(dossier, by=request.user, on=localdate())
        messages.success(request, "Vastgelegd: u hebt gewezen op het gesprek zonder anderen erbij.")
    except NotPossible as fault:
        messages.error(request, str(fault))
    return redirect("klantmanager:intake", dossier.pk)


def law_parts(dossier: Dossier, on: date) -> list[Part]:
    """Return all that the law asks of the intake, in its order."""
    return [
        Part(outcome_shape(found), _is_there(found), _where(dossier, found))
        for found in intake_contents(intake_facts(dossier), on=on)
    ]


def _is_there(outcome: Outcome[bool]) -> bool:
    return outcome.is_known and outcome.value is True


def _where(dossier: Dossier, outcome: Outcome[bool]) -> str:
    rule = outcome.rule.rpartition(".")[2]
    name, section = WHERE[rule]
    if rule == "has_persoonlijke_omstandigheden" and not _health_discussed(dossier):
        name, section = "gezondheid", ""
    if section and not section.startswith("#"):
        return reverse(f"klantmanager:{name}", args=[dossier.pk, section])
    return reverse(f"klantmanager:{name}", args=[dossier.pk]) + section


def _health_discussed(dossier: Dossier) -> bool:
    health = getattr(dossier, "gezondheid", None)
    return health is not None and health.besproken_on is not None


def _rows(stands: Sequence[Stand], answers: dict[str, Intakegegeven]) -> list[tuple[Stand, list[Line]]]:
    """Each section with its answers, for who reads the overview."""
    found = []
    for stand in stands:
        given = (_line(answers[one.code]) for one in stand.sectie.vragen if one.code in answers)
        found.append((stand, [line for line in given if line is not None]))
    return found


def _line(gegeven: Intakegegeven) -> Line | None:
    vraag = VRAGEN.get(gegeven.vraag)
    if vraag is None or not is_answered(gegeven.waarde):
        return None
    return Line(
        code=vraag.code,
        question=vraag.tekst,
        answer=vraag.shown(gegeven.waarde),
        bron=Bron(gegeven.bron).label,
        on=gegeven.told_on,
        confirmed_on=gegeven.bevestigd_on,
        version=gegeven.version,
        to_confirm=awaits_confirmation(gegeven),
    )


def _sectie_or_404(code: str) -> Sectie:
    if (found := find_sectie(code)) is None:
        raise Http404("Dit onderdeel van de brede intake bestaat niet.")
    return found


def _save(
    request: HttpRequest, dossier: Dossier, form: SectieForm, answers: dict[str, Intakegegeven]
) -> Sequence[Conflict]:
    given = [
        Given(code, waarde, form.seen[code])
        for code, waarde in form.typed.items()
        if _changed(answers.get(code), waarde, form.seen[code])
    ]
    return record_answers(dossier, given, by=request.user, on=localdate()).conflicts


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


def _after_saving(request: HttpRequest, dossier: Dossier, part: Sectie) -> HttpResponse:
    code = request.POST.get("bevestig", "")
    if SECTIE_OF.get(code) is part:
        stored = answers_of(dossier).get(code)
        _confirm(request, dossier, {code: stored.version} if stored else {})
        return redirect("klantmanager:intake-sectie", dossier.pk, part.code)
    messages.success(request, f"Opgeslagen: {part.titel.lower()}.")
    if "verder" in request.POST:
        following = SECTIES[SECTIES.index(part) + 1 :]
        if following:
            return redirect("klantmanager:intake-sectie", dossier.pk, following[0].code)
        return redirect("klantmanager:intake", dossier.pk)
    return redirect("klantmanager:intake-sectie", dossier.pk, part.code)


def _confirm(request: HttpRequest, dossier: Dossier, seen: dict[str, int]) -> None:
    try:
        confirmed, changed = confirm_answers(dossier, seen, by=request.user, on=localdate())
    except NotPossible as fault:
        messages.error(request, str(fault))
        return
    if confirmed:
        count = len(confirmed)
        messages.success(
            request, "Het antwoord is bevestigd." if count == 1 else f"{count} antwoorden bevestigd."
        )
    if changed:
        messages.warning(request, "Een antwoord is intussen gewijzigd. Kijk of het nieuwe antwoord klopt.")


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
        may_health=has_permission(request.user, "gezondheid.view", dossier.gemeente_id),
    )
    return render(request, "klantmanager/intake/sectie.html", context)


def _conflict_page(
    request: HttpRequest, dossier: Dossier, form: SectieForm, conflicts: Sequence[Conflict]
) -> HttpResponse:
    """Show both answers (409); what did not conflict is saved, and the form still holds what was typed."""
    form.stand_for(answers_of(dossier))
    differences = [
        {
            "label": VRAGEN[one.vraag].tekst,
            "mine": VRAGEN[one.vraag].shown(one.mine),
            "theirs": VRAGEN[one.vraag].shown(one.theirs.waarde),
        }
        for one in conflicts
    ]
    return render(request, "409.html", {"form": form, "differences": differences}, status=409)


def _first_fault(form: SectieForm) -> str:
    for name, faults in form.errors.items():
        label = form.fields[name].label if name in form.fields and name != "version" else ""
        return f"Nog niet opgeslagen. {label} {faults[0]}".replace("  ", " ")
    return "Nog niet opgeslagen: kijk de ingevulde gegevens na."
