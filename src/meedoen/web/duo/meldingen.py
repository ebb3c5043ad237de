"""One event of DUO: what it means, and for somebody unknown what a teamleider does with it."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from meedoen.access.dossiers import dossier_or_404, record_list
from meedoen.access.permissions import gemeenten_of, has_permission, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.dossier.searching import find
from meedoen.domain.keten.actions import close_notificatie, link_notificatie
from meedoen.domain.keten.actions.asking import handle_again
from meedoen.domain.keten.gebeurtenissen import betekenis_of
from meedoen.domain.keten.models import Notificatie
from meedoen.domain.regio.logboek import record_security
from meedoen.web.once import once

PAGE = 50
AT_MOST = 20
Status = Notificatie.Status
WITH_PERSON = frozenset({Status.ONBEKEND, Status.VASTGELOPEN})


class SearchForm(forms.Form):
    """Whom the event is about."""

    zoek = forms.CharField(
        label="Zoek de persoon: naam, BSN of V-nummer",
        max_length=100,
        widget=forms.TextInput({"autocomplete": "off", "data-nostore": ""}),
    )


class CloseForm(forms.Form):
    """Why nothing has to be done with it here."""

    reden = forms.CharField(
        label="Waarom hoeft hier niets mee te gebeuren?",
        max_length=300,
        help_text="Zoals: hoort niet bij ons, woont in Amersfoort.",
    )


@may("duo.unknown", methods=("GET",))
def onbekend(request: HttpRequest) -> HttpResponse:
    """List the events about people who are not here, the oldest first."""
    rows = Notificatie.objects.filter(
        gemeente_id__in=gemeenten_of(request.user, "duo.unknown"), status__in=WITH_PERSON
    )
    rows = rows.select_related("gemeente", "dossier__inburgeringsplichtige").order_by("received_at", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("pagina"))
    for row in page:
        row.zin = betekenis_of(row.gebeurtenis_id).zin
    record_list(request, [row.dossier for row in page if row.dossier])
    return render(request, "duo/onbekend.html", {"page": page})


@may("duo.view")
def melding(request: HttpRequest, notificatie_id: int) -> HttpResponse:
    """Show one event; a teamleider may search (by POST) for whom it is about."""
    row = melding_or_404(request, notificatie_id, "duo.view")
    return _page(request, row)


@may("duo.unknown", methods=("POST",))
@once
def koppelen(request: HttpRequest, notificatie_id: int) -> HttpResponse:
    """Link the event, and the others about this person, to the chosen dossier."""
    row = melding_or_404(request, notificatie_id, "duo.unknown")
    number = request.POST.get("dossier", "")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        messages.error(request, "Kies eerst een dossier.")
        return redirect("duo:melding", row.pk)
    dossier = dossier_or_404(request, int(number), "duo.unknown")
    try:
        link_notificatie(row, dossier, by=request.user, at=timezone.now())
    except NotPossible as refused:
        messages.error(request, str(refused))
        return redirect("duo:melding", row.pk)
    messages.success(request, "Gekoppeld. Alles wat bij deze gebeurtenis hoort, gaat nu vanzelf verder.")
    return redirect("klantmanager:duo", dossier.pk)


@may("duo.unknown", methods=("POST",))
@once
def opnieuw(request: HttpRequest, notificatie_id: int) -> HttpResponse:
    """Let an event that got stuck be handled again."""
    row = melding_or_404(request, notificatie_id, "duo.unknown")
    try:
        handle_again(row, at=timezone.now())
    except NotPossible as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "De melding wordt opnieuw verwerkt.")
    return redirect("duo:melding", row.pk)


@may("duo.unknown", methods=("POST",))
@once
def afsluiten(request: HttpRequest, notificatie_id: int) -> HttpResponse:
    """Nothing has to be done with it here, with the reason."""
    row = melding_or_404(request, notificatie_id, "duo.unknown")
    form = CloseForm(request.POST)
    if form.is_valid():
        try:
            close_notificatie(row, by=request.user, hoe=form.cleaned_data["reden"], at=timezone.now())
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Afgesloten. De gebeurtenis en uw reden blijven bewaard.")
            return redirect("duo:onbekend")
    return _page(request, row, close=form, status=422)


def melding_or_404(request: HttpRequest, notificatie_id: int, permission: str) -> Notificatie:
    """Return an event that the user may see; one about a person by the rules of her dossier.

    Raises:
        Http404: not existing, or of a gemeente for which the user may not do this.
    """
    rows = Notificatie.objects.select_related("gemeente", "by")
    row = rows.filter(pk=notificatie_id).first() if notificatie_id < 2**63 else None
    if row is None:
        raise Http404("Deze melding bestaat niet, of u mag haar niet zien.")
    if row.dossier_id:
        row.dossier = dossier_or_404(request, row.dossier_id, permission)
    elif not has_permission(request.user, permission, row.gemeente_id):
        raise Http404("Deze melding bestaat niet, of u mag haar niet zien.")
    return row


def _page(
    request: HttpRequest, row: Notificatie, *, close: CloseForm | None = None, status: int = 200
) -> HttpResponse:
    judges = has_permission(request.user, "duo.unknown", row.gemeente_id)
    shown = judges and row.status == Status.ONBEKEND and request.POST.get("toon") == "nummer"
    if shown:
        record_security(
            "nummer van onbekende getoond",
            "gelukt",
            actor=request.user,
            gemeente=row.gemeente,
            path=request.path,
            detail=f"melding {row.pk}, {row.gebeurtenis_id}",
        )
    search = SearchForm(request.POST if "zoek" in request.POST else None)
    text = search.data.get("zoek", "").strip()[:100] if judges and search.is_bound else ""
    found: list[Dossier] = []
    if text:
        rows = find(text, [row.gemeente_id]).select_related("inburgeringsplichtige", "klantmanager")
        found = list(rows.order_by("inburgeringsplichtige__achternaam", "pk")[:AT_MOST])
        record_list(request, found)
    context = {
        "row": row,
        "betekenis": betekenis_of(row.gebeurtenis_id),
        "open": judges and row.status in WITH_PERSON,
        "may_retry": judges and row.status == Status.VASTGELOPEN,
        "may_link": judges and row.status == Status.ONBEKEND,
        "number": row.bsn or row.v_nummer if judges and row.status == Status.ONBEKEND else "",
        "number_name": "BSN" if row.bsn_index else "V-nummer",
        "search": search,
        "searched": bool(text),
        "found": found,
        "at_most": AT_MOST,
        "close": close or CloseForm(),
        "shown": shown,
    }
    response = render(request, "duo/melding.html", context, status=status)
    if shown:
        response["Cache-Control"] = "no-store"
    return response
