"""The page of a move in a dossier: who left or came, what was asked and given, how long DUO shows it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.documents.bridge.overdracht_delen import parts
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron
from meedoen.domain.overdracht import actions
from meedoen.domain.overdracht.actions.outgoing import new_move
from meedoen.domain.overdracht.models import Overdrachtsverzoek
from meedoen.domain.overdracht.selectors import access_at_duo, content_of, may_give, moves, must_give
from meedoen.domain.pip.facts import own_pip_on, pip_facts
from meedoen.law.inburgering.pip import pip_deadline
from meedoen.web.klantmanager.azc import take_over
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.naast import TakeOverForm, lines
from meedoen.web.once import once
from meedoen.web.versions import VersionedForm, conflict_response

from .forms import ArrivalForm, DepartureForm, NewPIPForm, RequestForm, StepsForm

Richting = Overdrachtsverzoek.Richting
WHO = "de vorige gemeente"


@may("dossier.view", methods=("GET",))
def verhuizing(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show every move of the person, both ways."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    today = localdate()
    came = moves(dossier, Richting.INKOMEND)
    elsewhere = dossier.eerste_pip_elders or bool(came)
    rows = lines(dossier, Bron.GEMEENTE)
    return _show(
        request,
        dossier,
        "verhuizing.html",
        left=[_outgoing(one, today) for one in moves(dossier, Richting.UITGAAND)],
        came=came,
        own_deadline=pip_deadline(pip_facts(dossier), on=today) if elsewhere else None,
        own_pip=own_pip_on(dossier),
        received=dossier.ontvangen_overdrachten.select_related("by"),
        rows=rows,
        different=sum(row.verschilt for row in rows),
        may_give=has_permission(request.user, "overdracht.give", dossier.gemeente_id),
    )


def _outgoing(verzoek: Overdrachtsverzoek, today: Any) -> dict[str, Any]:
    return {
        "verzoek": verzoek,
        "law": may_give(verzoek, on=today),
        "due": must_give(verzoek, on=today),
        "access": access_at_duo(verzoek, on=today),
        "packs": verzoek.pakketten.select_related("by", "document"),
        "steps": StepsForm(instance=verzoek),
        "done": len(verzoek.afgevinkt),
        "total": len(Overdrachtsverzoek.Stap),
    }


@may("overdracht.give")
@once
def vertrek(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record that the person moved to another gemeente."""
    dossier = dossier_or_404(request, dossier_id, "overdracht.give")
    form = DepartureForm(request.POST or None)
    if form.is_valid():
        try:
            actions.record_departure(
                dossier,
                form.cleaned_data["gemeente"],
                moved=form.cleaned_data["verhuisd_on"],
                by=request.user,
                on=localdate(),
            )
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "De verhuizing is vastgelegd.")
            return redirect("overdracht:verhuizing", dossier.pk)
    return _form(request, dossier, form, "Vertrek naar een andere gemeente", once_key=True)


@may("overdracht.give")
@once
def gekomen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record that we asked the previous gemeente for the data."""
    dossier = dossier_or_404(request, dossier_id, "overdracht.give")
    initial = {"verhuisd_on": dossier.inschrijving_on, "gevraagd_on": localdate()}
    form = ArrivalForm(request.POST or None, initial=initial)
    if form.is_valid():
        data = form.cleaned_data
        try:
            asked = new_move(
                dossier,
                Richting.INKOMEND,
                data["gemeente"],
                moved=data["verhuisd_on"],
                by=request.user,
                on=localdate(),
            )
            asked.gevraagd_on, asked.reden = data["gevraagd_on"], data["reden"]
            actions.ask_previous(asked, by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Vastgelegd dat u de gegevens hebt gevraagd.")
            return redirect("overdracht:verhuizing", dossier.pk)
    return _form(request, dossier, form, "Gegevens gevraagd aan de vorige gemeente", once_key=True)


@may("overdracht.give")
def verzoek(request: HttpRequest, dossier_id: int, verhuizing_id: int) -> HttpResponse:
    """Record what the new gemeente asked."""
    dossier, move = move_or_404(request, dossier_id, verhuizing_id)
    form = RequestForm(data=request.POST or None, instance=move)
    if form.is_valid():
        try:
            actions.record_request(form.save(commit=False), by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Het verzoek is vastgelegd.")
            return redirect("overdracht:verhuizing", dossier.pk)
    return _form(request, dossier, form, f"Verzoek van de gemeente {move.andere_naam}")


@may("overdracht.give")
def nieuw_pip(request: HttpRequest, dossier_id: int, verhuizing_id: int) -> HttpResponse:
    """Record when the new gemeente made her PIP."""
    dossier, move = move_or_404(request, dossier_id, verhuizing_id)
    form = NewPIPForm(data=request.POST or None, instance=move)
    if form.is_valid():
        try:
            actions.record_new_pip(form.save(commit=False), by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "De datum is vastgelegd.")
            return redirect("overdracht:verhuizing", dossier.pk)
    return _form(request, dossier, form, f"PIP van de gemeente {move.andere_naam}")


@may("overdracht.give", methods=("POST",))
def afvinken(request: HttpRequest, dossier_id: int, verhuizing_id: int) -> HttpResponse:
    """Save which points of the handover are done."""
    dossier, move = move_or_404(request, dossier_id, verhuizing_id)
    form = StepsForm(data=request.POST, instance=move)
    if form.is_valid():
        actions.tick_off(move, form.cleaned_data["stappen"], by=request.user, on=localdate())
        messages.success(request, "De lijst is bijgewerkt.")
        return redirect("overdracht:verhuizing", dossier.pk)
    return _form(request, dossier, form, f"Overdracht aan de gemeente {move.andere_naam}")


@may("dossier.change")
def verschillen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Take over what the previous gemeente told, for the chosen fields, with a reason."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    form = TakeOverForm(request.POST or None, dossier=dossier, bron=Bron.GEMEENTE, who=WHO)
    if form.is_valid() and take_over(request, dossier, form, Bron.GEMEENTE):
        return redirect("overdracht:verhuizing", dossier.pk)
    return _show(request, dossier, "verschillen.html", form=form, rows=form.rows, who=WHO)


@may("dossier.view", methods=("GET",))
def inhoud(request: HttpRequest, dossier_id: int, ontvangen_id: int) -> HttpResponse:
    """Show all that stood in a received file, but the numbers of the person."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view", action="overdracht-lezen")
    found = part_or_404(dossier, dossier.ontvangen_overdrachten, ontvangen_id)
    return _show(request, dossier, "inhoud.html", received=found, delen=parts(content_of(found)))


def move_or_404(
    request: HttpRequest, dossier_id: int, verhuizing_id: int, *, action: str = "lezen"
) -> tuple[Dossier, Overdrachtsverzoek]:
    """Return a dossier and its move to another gemeente, for who may give.

    Raises:
        Http404: when the dossier or the move is not there, or the person came instead of left.
    """
    dossier = dossier_or_404(request, dossier_id, "overdracht.give", action=action)
    rows = dossier.overdrachtsverzoeken.filter(richting=Richting.UITGAAND)
    move = part_or_404(dossier, rows, verhuizing_id)
    move.dossier = dossier
    return dossier, move


def _form(
    request: HttpRequest, dossier: Dossier, form: Any, title: str, *, once_key: bool = False
) -> HttpResponse:
    if isinstance(form, VersionedForm) and form.conflict:
        return conflict_response(request, form, {})
    return _show(request, dossier, "formulier.html", form=form, title=title, once_key=once_key)


def _show(request: HttpRequest, dossier: Dossier, template: str, **more: Any) -> HttpResponse:
    context = dossier_context(request, dossier, "verhuizing", **more)
    return render(request, f"overdracht/{template}", context)
