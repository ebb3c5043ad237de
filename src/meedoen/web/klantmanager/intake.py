"""The brede intake: how far it is, what the law still asks, and its sections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.domain.brede_intake.actions import (
    confirm_answers,
    offer_private_talk,
)
from meedoen.domain.brede_intake.facts import intake_facts, is_discussed, oproep_facts
from meedoen.domain.brede_intake.models import Intakegegeven
from meedoen.domain.brede_intake.selectors import Stand, answers_of, awaits_confirmation, progress_of
from meedoen.domain.brede_intake.vraag import is_answered
from meedoen.domain.brede_intake.vragen import ONDERDELEN, VRAGEN
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron
from meedoen.law.inburgering.brede_intake import intake_contents, must_complete_in_absentia
from meedoen.law.kernel.outcome import Outcome
from meedoen.web.klantmanager.intake_forms import SEEN, HeropenenForm
from meedoen.web.klantmanager.intake_frame import intake_context
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
        talks=dossier.intakegesprekken.select_related("by"),
    )
    return render(request, "klantmanager/intake/overzicht.html", context)


@may("intake.change", methods=("POST",))
def bevestigen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record that what others told still holds: one answer, or all that stood on the page."""
    dossier = dossier_or_404(request, dossier_id, "intake.change")
    seen = {code: int(number) for code, number in SEEN.findall(" ".join(request.POST.getlist("gezien")))}
    confirm(request, dossier, seen)
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
    if rule == "has_persoonlijke_omstandigheden":
        name, section = _circumstances(dossier)
    if section and not section.startswith("#"):
        return reverse(f"klantmanager:{name}", args=[dossier.pk, section])
    return reverse(f"klantmanager:{name}", args=[dossier.pk]) + section


def _circumstances(dossier: Dossier) -> tuple[str, str]:
    """The personal circumstances stand on three pages: return the first that has nothing yet."""
    discussed = {row.vraag for row in dossier.intakegegevens.all() if is_discussed(row)}
    for section, group in zip(("gezin", "wonen"), ONDERDELEN["persoonlijke_omstandigheden"], strict=True):
        if not discussed & set(group):
            return "intake-sectie", section
    return "gezondheid", ""


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


def confirm(request: HttpRequest, dossier: Dossier, seen: dict[str, int]) -> None:
    """Confirm answers of which the person saw these versions, and say what came of it."""
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
