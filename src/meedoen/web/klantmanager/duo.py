"""The DUO part of a dossier: what must be done, what went, what came, what DUO knows."""

from collections.abc import Iterable
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.actions import finish_taak
from meedoen.domain.keten.actions.asking import VRAAG, ask_again
from meedoen.domain.keten.models import Notificatie, Taak
from meedoen.domain.keten.selectors import aansluiting_of, open_taken
from meedoen.law.kernel.dutch import enumeration
from meedoen.web.duo.bekend import Bekend, known_at_duo
from meedoen.web.duo.klaarzetten import waiting_of
from meedoen.web.duo.plaatsen import place_of
from meedoen.web.duo.taken import FinishForm
from meedoen.web.duo.verkeer import lines_of
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.once import once

NEWEST = 30
DONE = 5


@may("dossier.view", methods=("GET",))
def duo(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show everything between this person and DUO."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    connection = aansluiting_of(dossier.gemeente_id)
    sends = has_permission(request.user, "duo.send", dossier.gemeente_id)
    tasks = open_taken(dossier)
    traffic = lines_of(dossier)
    known = known_at_duo(dossier)
    context = dossier_context(
        request,
        dossier,
        "duo",
        connection=connection,
        tasks=[(taak, place_of(request, taak)) for taak in tasks],
        done=Taak.objects.filter(dossier=dossier)
        .exclude(status=Taak.Status.OPEN)
        .select_related("done_by")
        .order_by("-done_at")[:DONE],
        lines=traffic[:NEWEST],
        more=max(0, len(traffic) - NEWEST),
        known=[row for row in known if row.groups],
        nothing=_nothing(known),
        waiting=waiting_of(dossier) if sends and not connection.by_interface else [],
        may_send=sends,
        may_ask=sends and connection.by_interface,
        asked=dossier.notificaties.filter(
            gebeurtenis_id=VRAAG, status__in=(Notificatie.Status.ONTVANGEN, Notificatie.Status.BEZIG)
        ).exists(),
        may_see_health=has_permission(request.user, "gezondheid.view", dossier.gemeente_id),
    )
    return render(request, "klantmanager/duo/overzicht.html", context)


def _nothing(known: Iterable[Bekend]) -> list[tuple[date, str]]:
    """Return per day what DUO then had nothing about, as a list in a sentence; the last day first."""
    days: dict[date, list[str]] = {}
    for row in known:
        if not row.groups:
            days.setdefault(row.told_on, []).append(row.titel)
    return [(day, enumeration(days[day])) for day in sorted(days, reverse=True)]


@may("duo.send", methods=("POST",))
@once
def vraag(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Ask DUO again what it knows; the worker does it, and the page then shows what came."""
    dossier = dossier_or_404(request, dossier_id, "duo.send")
    try:
        ask_again(dossier, by=request.user, at=timezone.now())
    except NotPossible as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "DUO wordt gevraagd. Ververs deze pagina over een halve minuut.")
    return redirect("klantmanager:duo", dossier.pk)


@may("dossier.change")
@once
def taak(request: HttpRequest, dossier_id: int, taak_id: int) -> HttpResponse:
    """Finish one task with a word how."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    row = part_or_404(dossier, dossier.taken, taak_id)
    form = FinishForm(request.POST or None)
    if form.is_valid():
        try:
            finish_taak(row, by=request.user, hoe=form.cleaned_data["hoe"])
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "De taak is afgehandeld.")
            return redirect("klantmanager:duo", dossier.pk)
    context = dossier_context(request, dossier, "duo", taak=row, place=place_of(request, row), form=form)
    return render(request, "klantmanager/duo/taak.html", context, status=422 if form.is_bound else 200)
