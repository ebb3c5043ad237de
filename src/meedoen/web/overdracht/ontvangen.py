"""Files of other gemeenten: read one, look at what it becomes, take it over or lay it aside."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404, find_dossier, opens_without_reason
from meedoen.access.permissions import gemeenten_for, gemeenten_of, may, roles_of
from meedoen.documents.bridge.overdracht_delen import parts
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.instroom.matching import Found, Match
from meedoen.domain.overdracht import actions
from meedoen.domain.overdracht.bestand import LARGEST
from meedoen.domain.overdracht.models import OntvangenOverdracht
from meedoen.domain.overdracht.selectors import content_of, person_of
from meedoen.domain.overdracht.sleutels import is_on
from meedoen.domain.regio.logboek import record, record_security
from meedoen.domain.regio.models import Gemeente, Rol
from meedoen.web.once import once

from .forms import TakeOverFileForm, UploadForm

Status = OntvangenOverdracht.Status


@may("overdracht.receive", methods=("GET",))
def overzicht(request: HttpRequest) -> HttpResponse:
    """List the files that this user may see, the newest first."""
    rows = [row for row in _all().order_by("-at", "-id")[:200] if _may_see(request, row)]
    return render(request, "overdracht/overzicht.html", {"rows": rows, "can_read": is_on()})


@may("overdracht.receive")
@once
def nieuw(request: HttpRequest) -> HttpResponse:
    """Read a file; a refused one changes nothing and says what to do."""
    gemeenten = gemeenten_for(request.user, "overdracht.receive")
    form = UploadForm(request.POST or None, request.FILES or None, gemeenten=gemeenten)
    if request.method == "POST" and form.is_valid():
        chosen = str(form.cleaned_data.get("gemeente", gemeenten[0].pk))
        gemeente = next(place for place in gemeenten if str(place.pk) == chosen)
        try:
            data = form.cleaned_data["bestand"].read(LARGEST + 1)
            found = actions.receive(gemeente, data, by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error("bestand", str(fault))
            _log(request, "overdracht-lezen", "geweigerd", gemeente)
        else:
            _log(request, "overdracht-lezen", "gelukt", gemeente, found.van_naam)
            return redirect("overdracht:voorbeeld", found.pk)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "overdracht/nieuw.html", {"form": form}, status=status)


@may("overdracht.receive")
@once
def voorbeeld(request: HttpRequest, ontvangen_id: int) -> HttpResponse:
    """Show what stands in a file and whom it is about; take it over."""
    found = _or_404(request, ontvangen_id)
    if found.status != Status.GELEZEN:
        return render(request, "overdracht/afgehandeld.html", {"received": found})
    _log(request, "overdracht-bekijken", "gelukt", found.gemeente, found.van_naam)
    pakket = content_of(found)
    match = person_of(pakket, list(Gemeente.objects.filter(pk__in=gemeenten_of(request.user))))
    ours = find_dossier(match.dossier_id) if match.found in {Found.SAME, Found.MAYBE, Found.CLASH} else None
    form = TakeOverFileForm(
        request.POST or None,
        must_choose=match.found is Found.MAYBE,
        initial={"inschrijving_on": (ours and ours.inschrijving_on) or pakket.traject.verhuisd_op},
    )
    if request.method == "POST" and match.found is not Found.CLASH and form.is_valid():
        try:
            dossier = _take_over(request, found, match, form.cleaned_data)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, f"De gegevens van de gemeente {found.van_naam} zijn overgenomen.")
            return redirect("overdracht:verhuizing", dossier.pk)
    context = {
        "received": found,
        "delen": parts(pakket),
        "form": form,
        "found": match.found.name,
        "ours": ours,
        "opens": ours is not None and opens_without_reason(request.user, ours),
        "verzoek": pakket.verzoek,
    }
    return render(request, "overdracht/voorbeeld.html", context, status=422 if form.errors else 200)


@may("overdracht.receive", methods=("POST",))
@once
def wegleggen(request: HttpRequest, ontvangen_id: int) -> HttpResponse:
    """Lay a file aside."""
    found = _or_404(request, ontvangen_id)
    try:
        actions.put_aside(found)
    except NotPossible as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, "Het bestand is weggelegd. Er is niets van overgenomen.")
    return redirect("overdracht:overzicht")


def _take_over(request: HttpRequest, found: OntvangenOverdracht, match: Match, data: dict[str, Any]) -> Any:
    joins = match.found is Found.SAME or data.get("keuze") == "zelfde"
    ours = (
        dossier_or_404(request, match.dossier_id or 0, "dossier.change", action="overnemen")
        if joins
        else None
    )
    guides = Rol.KLANTMANAGER in roles_of(request.user, found.gemeente_id)
    dossier = actions.take_over(
        found,
        ours,
        inschrijving=data["inschrijving_on"],
        klantmanager=request.user if guides else None,
        by=request.user,
        on=localdate(),
    )
    if ours is None:
        record([dossier], "overnemen", actor=request.user, reason=f"overdracht van {found.van_naam}")
    return dossier


def _all() -> Any:
    return OntvangenOverdracht.objects.select_related("gemeente", "by", "ondertekend_met", "dossier")


def _may_see(request: HttpRequest, found: OntvangenOverdracht) -> bool:
    """Who uploaded it sees it, and a teamleider of the gemeente."""
    roles = roles_of(request.user, found.gemeente_id)
    return Rol.TEAMLEIDER in roles or (Rol.KLANTMANAGER in roles and found.by_id == request.user.pk)


def _or_404(request: HttpRequest, ontvangen_id: int) -> OntvangenOverdracht:
    rows = _all()
    if request.method == "POST":
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=ontvangen_id).first() if ontvangen_id < 2**63 else None
    if found is None or not _may_see(request, found):
        raise Http404("Dit bestand bestaat niet, of u mag het niet zien.")
    return found


def _log(request: HttpRequest, name: str, result: str, gemeente: Gemeente, detail: str = "") -> None:
    record_security(name, result, actor=request.user, gemeente=gemeente, path=request.path, detail=detail)
