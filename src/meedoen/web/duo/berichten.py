"""One message for DUO: what exactly is told, every attempt, and what a person can do with it."""

import json
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.actions import (
    drop_bericht,
    mark_refused_by_hand,
    mark_sent_by_hand,
    replace_bericht,
    retry_now,
)
from meedoen.domain.keten.models import Bericht
from meedoen.domain.keten.outgoing import NEEDS_PIP, waits_for
from meedoen.domain.keten.refusals import explain_all
from meedoen.domain.keten.selectors import aansluiting_of
from meedoen.domain.keten.telling import REFUSED
from meedoen.web.fields import DutchDateField
from meedoen.web.once import once

from .plaatsen import mending_place
from .portaal import doen, fields

Status = Bericht.Status
OPEN_BY_HAND = {Status.KLAAR, Status.VASTGELOPEN}
CHANGED = "Iemand anders heeft dit bericht intussen gewijzigd. Kijk eerst wat er nu staat."


class _Versioned(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, bericht: Bericht, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"version": bericht.version})
        kwargs.setdefault("auto_id", f"id_{bericht.pk}_%s")
        super().__init__(*args, **kwargs)
        self.bericht = bericht

    def clean(self) -> dict[str, Any]:
        """Refuse a form that was filled from an older version; sending it again is a choice."""
        cleaned = super().clean()
        if cleaned.get("version") not in {None, self.bericht.version}:
            self.data = self.data.copy()
            self.data["version"] = str(self.bericht.version)
            raise forms.ValidationError(CHANGED)
        return cleaned


class SentForm(_Versioned):
    """On which day it was typed in DUO's portal."""

    op = DutchDateField(label="Ingevoerd in het portaal op", in_the_past=True, help_text="dag-maand-jaar")


class RefusedForm(_Versioned):
    """What DUO's portal said."""

    tekst = forms.CharField(
        label="DUO weigerde: neem de tekst over",
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        help_text="Zet elke reden op een eigen regel. Schrijf geen BSN op.",
    )


class DropForm(_Versioned):
    """Why a message need not go any more."""

    reden = forms.CharField(label="Waarom hoeft dit bericht niet meer naar DUO?", max_length=300)


class RetryForm(_Versioned):
    """Nothing but the version."""


FORMS: dict[str, type[_Versioned]] = {
    "ingevoerd": SentForm,
    "geweigerd": RefusedForm,
    "vervallen": DropForm,
    "opnieuw": RetryForm,
}


@may("duo.view", methods=("GET",))
def bericht(request: HttpRequest, bericht_id: int) -> HttpResponse:
    """Show one message."""
    return _page(request, bericht_or_404(request, bericht_id, "duo.view"))


@may("duo.send", methods=("POST",))
@once
def ingevoerd(request: HttpRequest, bericht_id: int) -> HttpResponse:
    """Somebody typed it in DUO's portal, and DUO took it."""
    return _act(
        request,
        bericht_id,
        "ingevoerd",
        lambda row, form: mark_sent_by_hand(row, by=request.user, on=form.cleaned_data["op"]),
        "Vastgelegd dat dit bericht in het portaal staat.",
    )


@may("duo.send", methods=("POST",))
@once
def geweigerd(request: HttpRequest, bericht_id: int) -> HttpResponse:
    """DUO's portal refused it; that makes a task."""
    return _act(
        request,
        bericht_id,
        "geweigerd",
        lambda row, form: mark_refused_by_hand(
            row, texts=form.cleaned_data["tekst"].splitlines(), by=request.user
        ),
        "Vastgelegd. Er staat een taak klaar om te verbeteren wat DUO weigerde.",
    )


@may("duo.send", methods=("POST",))
@once
def vervallen(request: HttpRequest, bericht_id: int) -> HttpResponse:
    """It need not go to DUO any more."""
    return _act(
        request,
        bericht_id,
        "vervallen",
        lambda row, form: drop_bericht(row, by=request.user, reason=form.cleaned_data["reden"]),
        "Het bericht is vervallen en gaat niet naar DUO.",
    )


@may("duo.send", methods=("POST",))
@once
def opnieuw(request: HttpRequest, bericht_id: int) -> HttpResponse:
    """Try it again: one that waits or got stuck now, one that was refused as a new message with the same."""
    return _act(
        request, bericht_id, "opnieuw", lambda row, form: _again(row, request.user), "Staat weer klaar."
    )


def bericht_or_404(request: HttpRequest, bericht_id: int, permission: str) -> Bericht:
    """Return a message that the user may use; that of a person by the rules of her dossier.

    Raises:
        Http404: not existing, or of a gemeente for which the user may not do this.
    """
    rows = Bericht.objects.select_related("gemeente", "by", "met_de_hand_by", "vervangt", "vervangen_door")
    row = rows.filter(pk=bericht_id).first() if bericht_id < 2**63 else None
    if row is None:
        raise Http404("Dit bericht bestaat niet, of u mag het niet zien.")
    if row.dossier_id:
        row.dossier = dossier_or_404(request, row.dossier_id, permission)
    elif not has_permission(request.user, permission, row.gemeente_id):
        raise Http404("Dit bericht bestaat niet, of u mag het niet zien.")
    return row


def sets(request: HttpRequest, row: Bericht, bound: _Versioned | None = None) -> dict[str, Any]:
    """Return what `duo/set.html` needs for one message: its fields, and the forms that a person may send."""
    by_hand = not aansluiting_of(row.gemeente_id).by_interface
    sends = has_permission(request.user, "duo.send", row.gemeente_id)
    offered = {name: form(bericht=row) for name, form in FORMS.items()} if sends else {}
    if "ingevoerd" in offered:
        offered["ingevoerd"].initial["op"] = localdate()
    for name, form in FORMS.items():
        if bound is not None and type(bound) is form:
            offered[name] = bound
    return {
        "bericht": row,
        "fields": fields(row),
        "doen": doen(row),
        "by_hand": by_hand,
        "forms": offered,
        "bound": bound,
        "waits": _waits(row, by_hand),
        "may_enter": sends and row.status in OPEN_BY_HAND and (by_hand or row.status == Status.VASTGELOPEN),
        "may_retry": sends and _may_retry(row, by_hand),
        "may_drop": sends and row.status not in {Status.BEZIG, Status.AANGENOMEN, Status.VERVALLEN},
    }


def _waits(row: Bericht, by_hand: bool) -> str:
    """Return for what a message waits; by hand only what would make DUO refuse it counts."""
    if not by_hand:
        return waits_for(row)
    stopped = Bericht.objects.filter(
        dossier_id=row.dossier_id, soort=Bericht.Soort.PIP, status__in=REFUSED, vervangen_door__isnull=True
    )
    waits = row.status == Status.KLAAR and row.soort in NEEDS_PIP and stopped.filter(pk__lt=row.pk).exists()
    return (
        "Voer dit nog niet in: DUO weigerde het PIP. Verbeter eerst het PIP en voer dat in." if waits else ""
    )


def _may_retry(row: Bericht, by_hand: bool) -> bool:
    if row.status in REFUSED:
        return not hasattr(row, "vervangen_door")
    return row.status == Status.KLAAR and not by_hand and row.pogingen_gedaan > 0


def _again(row: Bericht, by: Any) -> None:
    if row.status == Status.GEWEIGERD:
        replace_bericht(row, by=by, body=row.gegevens["body"])
    else:
        retry_now(row, by)


def _act(
    request: HttpRequest,
    bericht_id: int,
    name: str,
    act: Callable[[Bericht, Any], None],
    sentence: str,
) -> HttpResponse:
    row = bericht_or_404(request, bericht_id, "duo.send")
    Bericht.objects.select_for_update().get(pk=row.pk)
    row.refresh_from_db(fields=["status", "version", "gegevens", "pogingen_gedaan"])
    form = FORMS[name](request.POST, bericht=row)
    if form.is_valid():
        try:
            act(row, form)
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, sentence)
            return redirect(_next(row, name))
    status = 409 if CHANGED in form.non_field_errors() else 422
    return _page(request, row, form, status=status)


def _next(row: Bericht, name: str) -> str:
    """Return where she goes on: after typing over to what is left of this person, else to the message."""
    if name in {"ingevoerd", "geweigerd"} and row.dossier_id:
        return reverse("klantmanager:duo-klaarzetten", args=[row.dossier_id])
    return reverse("duo:bericht", args=[row.pk])


def _page(
    request: HttpRequest, row: Bericht, bound: _Versioned | None = None, status: int = 200
) -> HttpResponse:
    refused = row.status == Status.GEWEIGERD
    explained = explain_all(row.soort, row.foutteksten) if refused else []
    context = {
        **sets(request, row, bound),
        "attempts": list(row.pogingen.all()),
        "explained": [(one, mending_place(request, row, one.waar)) for one in explained],
        "mended": getattr(row, "vervangen_door", None),
        "published_text": json.dumps(row.gegevens.get("body"), ensure_ascii=False, indent=2),
    }
    return render(request, "duo/bericht.html", context, status=status)
