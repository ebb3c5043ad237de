"""Why the law says what Meedoen shows about one person, on any day, and what differs between two days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import resolve, reverse

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.termijn.uitleg import DOSSIER_QUESTIONS, dossier_changes, explain_dossier, whole
from meedoen.law.changes import Changes, PartChanges
from meedoen.law.explain import Explanation, Fact, Part
from meedoen.law.kernel.outcome import Status
from meedoen.law.questions.wording import title
from meedoen.law.sources import IN_WERKING
from meedoen.web.fields import DutchDateField
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.templatetags.dutch import dutch_date
from meedoen.web.templatetags.shapes import outcome_shape

LAST_DAY = date(2100, 1, 1)
DAY_HINT = "dag-maand-jaar, bijvoorbeeld 1-1-2023"

# Fact → the page where it is filled in, and the field on it. A fact that is not here is not kept in Meedoen.
PLACES: dict[str, tuple[str, str]] = {
    "doelgroep": ("klantmanager:gegevens-dossier", "doelgroep"),
    "verblijfstitel": ("klantmanager:gegevens-dossier", "verblijfstitel"),
    "verblijfsdoel": ("klantmanager:gegevens-dossier", "verblijfsdoel"),
    "referent": ("klantmanager:gegevens-dossier", "referent"),
    "bekendmaking": ("klantmanager:gegevens-dossier", "bekendmaking_on"),
    "koppeling": ("klantmanager:gegevens-dossier", "koppeling_on"),
    "kennisgeving": ("klantmanager:gegevens-dossier", "kennisgeving_on"),
    "inschrijving": ("klantmanager:gegevens-dossier", "inschrijving_on"),
    "inschrijving_nieuwe_gemeente": ("klantmanager:gegevens-dossier", "inschrijving_on"),
    "bijstand_vanaf": ("klantmanager:gegevens-dossier", "bijstand_on"),
    "geboortedatum": ("klantmanager:gegevens-persoon", "geboortedatum"),
    "plicht_geeindigd": ("klantmanager:einde", ""),
    "eerste_pip": ("klantmanager:pip", ""),
    "pip_vastgesteld": ("klantmanager:pip", ""),
    "van": ("klantmanager:pip", ""),
    "naar": ("klantmanager:leerroute", ""),
    "leerroute": ("klantmanager:leerroute", ""),
    "eerdere_leerroute": ("klantmanager:leerroute", ""),
    "wil_beroeps_of_hoger_onderwijs": ("klantmanager:leerroute", ""),
    "grote_kans_op_diploma": ("klantmanager:leerroute", ""),
    "redelijkerwijs_niet_in_staat": ("klantmanager:leerroute", ""),
    "overweging_onderwijsroute": ("klantmanager:leerroute", ""),
    "overweging_b1_route": ("klantmanager:leerroute", ""),
    "lbt_uitslag": ("klantmanager:leerbaarheidstoets", ""),
    "leerbaarheidstoets": ("klantmanager:leerbaarheidstoets", ""),
    "vve_van_toepassing": ("klantmanager:intake", ""),
    "oproep": ("klantmanager:oproepen", ""),
    "oproepen": ("klantmanager:oproepen", ""),
    "gemiste_oproepen": ("klantmanager:oproepen", ""),
    "waarschuwing": ("klantmanager:oproepen", ""),
    "intake_begonnen": ("klantmanager:intake", ""),
    "intake_afgerond": ("klantmanager:intake", ""),
    "informatie_derde_gevraagd": ("klantmanager:informatieverzoeken", ""),
    "informatie_derde_ontvangen": ("klantmanager:informatieverzoeken", ""),
}

# In this question a fact means another thing, so it is filled in elsewhere.
ELSEWHERE: dict[tuple[str, str], tuple[str, str]] = {
    ("bezwaartermijn", "bekendmaking"): ("klantmanager:pip", ""),
}


# What has not happened yet for most people: nothing is missing, so nothing has to be filled in today.
LATER = frozenset({"plicht_geeindigd", "naar"})


class LawDayField(DutchDateField):
    """A day for which the law can be asked: from its commencement."""

    def to_python(self, value: Any) -> date | None:
        """The day that was meant; raises ValidationError for a day before the law."""
        found = super().to_python(value)
        if found is not None and found < IN_WERKING:
            raise ValidationError("De Wet inburgering 2021 geldt vanaf 1 januari 2022. Kies een latere dag.")
        if found is not None and found >= LAST_DAY:
            raise ValidationError("Zo ver vooruit is de wet niet bekend. Kies een eerdere dag.")
        return found


class DayForm(forms.Form):
    """For which day the law is asked."""

    op = LawDayField(label="Op welke dag?", help_text=DAY_HINT)


class TwoDaysForm(forms.Form):
    """Between which two days the answers are compared."""

    van = LawDayField(label="Eerste dag", help_text=DAY_HINT)
    tot = LawDayField(label="Tweede dag", help_text=DAY_HINT)

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("van"), cleaned.get("tot")
        if since is not None and until is not None and until < since:
            self.add_error("tot", "De tweede dag ligt voor de eerste. Zet de vroegste dag voorop.")
        return cleaned


@dataclass(frozen=True)
class ToFill:
    """A missing fact: where this user can fill it in, or else why she cannot."""

    label: str
    url: str
    because: str
    judgement: bool
    later: bool = False


@dataclass(frozen=True)
class Shown:
    """One part of an answer as the page draws it."""

    part: Part
    node: dict[str, Any]


@dataclass(frozen=True)
class Answered:
    """One question with its parts, and what is missing for them, each fact once."""

    name: str
    title: str
    parts: list[Shown]
    to_fill: list[ToFill]


@may("dossier.view", methods=("GET",))
def uitleg(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show every answer of the law about this person on a day, in short and with everything behind it."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    context = dossier_context(request, dossier, "uitleg")
    today = context["today"]
    form = DayForm(request.GET if "op" in request.GET else None, initial={"op": today})
    on = form.cleaned_data["op"] if form.is_valid() else today
    known = whole(dossier)
    explained = (explain_dossier(known, name, on) for name in DOSSIER_QUESTIONS)
    context |= {
        "form": form,
        "on": on,
        "answers": [answered(request, dossier, found) for found in explained],
        "compare_query": ""
        if on == today
        else f"?van={min(on, today):%d-%m-%Y}&tot={max(on, today):%d-%m-%Y}",
    }
    return render(request, "klantmanager/dossier/uitleg.html", context)


@may("dossier.view", methods=("GET",))
def verschil(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what the law answers otherwise on a second day, and why, with the facts of now."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    context = dossier_context(request, dossier, "uitleg")
    initial = {"van": IN_WERKING, "tot": context["today"]}
    form = TwoDaysForm(request.GET if {"van", "tot"} & set(request.GET) else None, initial=initial)
    context |= {"form": form, "compared": form.is_valid()}
    if form.is_valid():
        since, until = form.cleaned_data["van"], form.cleaned_data["tot"]
        known = whole(dossier)
        found = {name: dossier_changes(known, name, since, until) for name in DOSSIER_QUESTIONS}
        told = [changes for changes in found.values() if changes is not None]
        context |= {
            "since_text": dutch_date(since),
            "until_text": dutch_date(until),
            "different": [_different(changes) for changes in told if not changes.same],
            "same": [changes.title for changes in told if changes.same],
            "without_effect": _without_effect(told),
            "impossible": [title(name) for name, changes in found.items() if changes is None],
        }
    return render(request, "klantmanager/dossier/verschil.html", context)


def answered(request: HttpRequest, dossier: Dossier, found: Explanation) -> Answered:
    """Return an explanation as the page draws it."""
    parts = [Shown(part, outcome_shape(part.outcome)) for part in found.parts]
    missing = {
        fact.name: _to_fill(request, dossier, found.question, fact, part)
        for part in found.parts
        for fact in part.missing
    }
    return Answered(found.question, found.title, parts, list(missing.values()))


def _to_fill(request: HttpRequest, dossier: Dossier, question: str, fact: Fact, part: Part) -> ToFill:
    """Return where a missing fact can be filled in, when it is kept and this user may do that."""
    judgement = part.outcome.status is Status.OORDEEL
    name, field = ELSEWHERE.get((question, fact.name)) or PLACES.get(fact.name, ("", ""))
    if not name:
        return ToFill(fact.label, "", "Meedoen houdt dit nog niet bij.", judgement)
    url = reverse(name, args=[dossier.pk])
    if not has_permission(request.user, resolve(url).func.permission, dossier.gemeente_id):
        return ToFill(fact.label, "", "De klantmanager vult dit in.", judgement)
    return ToFill(fact.label, f"{url}#id_{field}" if field else url, "", judgement, fact.name in LATER)


def _different(changes: Changes) -> dict[str, Any]:
    """Return a question whose answer differs: the answers beside each other, and why."""
    parts = [part for part in changes.parts if not part.same]
    return {
        "name": changes.question,
        "title": changes.title,
        "rows": [_row(part) for part in parts],
        "reasons": _reasons(parts),
    }


def _row(part: PartChanges) -> dict[str, str]:
    before, after = outcome_shape(part.before.outcome), outcome_shape(part.after.outcome)
    return {
        "label": part.label.capitalize() if part.label[:1].islower() else part.label,
        "mine": f"{before['value']}: {before['sentence']}",
        "theirs": f"{after['value']}: {after['sentence']}",
    }


def _reasons(parts: Iterable[PartChanges]) -> list[dict[str, Any]]:
    """Return by day what changed the answers, each thing once, and what those became."""
    by_day: dict[date, dict[str, dict[str, Any]]] = {}
    for part in parts:
        for change in part.changes:
            if change.matters:
                told = by_day.setdefault(change.since, {"changes": {}, "answers": {}})
                told["changes"].setdefault(change.sentence, change)
                told["answers"][part.label] = change.after
    return [
        {"day": dutch_date(day), "changes": told["changes"].values(), "answers": told["answers"].items()}
        for day, told in sorted(by_day.items())
    ]


def _without_effect(told: Iterable[Changes]) -> list[dict[str, Any]]:
    """Return what the law changed in these days without another answer for this person, each thing once."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    mattered = {
        (change.since, change.sentence)
        for changes in told
        for part in changes.parts
        for change in part.changes
        if change.matters
    }
    for changes in told:
        for part in changes.parts:
            for change in part.changes:
                if (key := (change.since, change.sentence)) not in mattered:
                    found.setdefault(key, {"change": change, "day": dutch_date(change.since)})
    return [found[key] for key in sorted(found, key=lambda key: key[0])]
