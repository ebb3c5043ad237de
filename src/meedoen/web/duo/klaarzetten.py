"""The DUO-klaarzetpakket: for a gemeente without a connection, who waits to be typed in DUO's portal."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from meedoen.access.dossiers import record_list
from meedoen.access.permissions import gemeenten_of, has_permission, may, roles_of
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bericht
from meedoen.domain.keten.selectors import connected_gemeenten
from meedoen.domain.regio.models import Rol
from meedoen.web.spreadsheet import PurposeForm, record_export, spreadsheet_response

from .portaal import fields

PAGE = 50
HEADINGS = (
    "Gemeente",
    "Naam",
    "Geboortedatum",
    "Dossier",
    "Volgorde",
    "Bericht",
    "Klaargezet op",
    "Veld",
    "Waarde",
    "Let op",
)
WAITS = (Bericht.Status.KLAAR, Bericht.Status.VASTGELOPEN)


@dataclass(frozen=True)
class Persoon:
    """Somebody with messages that wait to be typed over."""

    dossier: Dossier
    berichten: list[Bericht]


@may("duo.send", methods=("GET",))
def klaarzetten(request: HttpRequest) -> HttpResponse:
    """Show whose messages wait, who waits longest first."""
    page = Paginator(waiting_dossiers(request), PAGE).get_page(request.GET.get("pagina"))
    people = _people(page.object_list)
    record_list(request, [person.dossier for person in people])
    context = {
        "page": page,
        "people": people,
        "may_judge": has_permission(request.user, "duo.unknown"),
        "loose": list(_loose(request)),
        "by_hand": bool(_by_hand(request)),
    }
    return render(request, "duo/klaarzetten.html", context)


@may("duo.send")
def excel(request: HttpRequest) -> HttpResponse:
    """Ask what the file is for; then give every field of every waiting message. No BSN stands in it."""
    dossiers = waiting_dossiers(request)
    form = PurposeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        people = _people(dossiers)
        record_export(
            request,
            [person.dossier for person in people],
            purpose=form.cleaned_data["doel"],
            what="klaargezet voor DUO",
        )
        rows = [row for person in people for row in _cells(person)]
        return spreadsheet_response(f"klaargezet-voor-duo-{localdate()}.xlsx", HEADINGS, rows)
    return render(request, "duo/klaarzetten_excel.html", {"form": form, "count": dossiers.count()})


def waiting_dossiers(request: HttpRequest) -> QuerySet[Dossier]:
    """Return the dossiers of this user with messages to type over, who waits longest first.

    A teamleider sees those of her gemeenten, a klantmanager her own and those of nobody.
    """
    everything, own = _by_hand_by_role(request)
    mine = Q(gemeente_id__in=everything) | (
        Q(gemeente_id__in=own) & (Q(klantmanager=request.user) | Q(klantmanager__isnull=True))
    )
    # Of the dossier in hand, so within the scope; a join would group all columns of all who wait.
    waiting = Bericht._base_manager.filter(dossier=OuterRef("pk"), status__in=WAITS).order_by()
    each = waiting.values("dossier")
    return (
        Dossier.objects.filter(mine)
        .filter(Exists(waiting))
        .annotate(
            count=Subquery(each.annotate(found=Count("pk")).values("found")),
            oldest_at=Subquery(each.annotate(first_at=Min("made_at")).values("first_at")),
        )
        .select_related("inburgeringsplichtige", "gemeente", "klantmanager")
        .order_by("oldest_at", "pk")
    )


def waiting_of(dossier: Dossier) -> list[Bericht]:
    """Return the messages of one person that wait to be typed over, in the order in which that is done."""
    rows = Bericht.objects.filter(dossier=dossier, status__in=WAITS)
    return list(rows.select_related("gemeente", "by").order_by("pk"))


def next_dossier(request: HttpRequest, dossier: Dossier) -> int | None:
    """Return the dossier that comes after this one in the list, or the first; None when there is no other.

    Of somebody with nothing left to type over the place is not known any more: then the first.
    """
    ids = list(waiting_dossiers(request).values_list("pk", flat=True))
    after = ids[ids.index(dossier.pk) + 1 :] if dossier.pk in ids else []
    return next((pk for pk in [*after, *ids] if pk != dossier.pk), None)


def _people(dossiers: Any) -> list[Persoon]:
    dossiers = list(dossiers)
    found: dict[int, list[Bericht]] = {}
    rows = Bericht.objects.filter(dossier__in=dossiers, status__in=WAITS).order_by("pk")
    for row in rows:
        found.setdefault(row.dossier_id, []).append(row)
    return [Persoon(dossier, found.get(dossier.pk, [])) for dossier in dossiers]


def _loose(request: HttpRequest) -> QuerySet[Bericht]:
    """Return the messages about no person: contactpersonen of the gemeente."""
    rows = Bericht.objects.filter(gemeente_id__in=_by_hand(request), dossier__isnull=True, status__in=WAITS)
    return rows.select_related("gemeente").order_by("pk")


def _by_hand(request: HttpRequest) -> list[int]:
    connected = connected_gemeenten()
    return [pk for pk in gemeenten_of(request.user, "duo.send") if pk not in connected]


def _by_hand_by_role(request: HttpRequest) -> tuple[list[int], list[int]]:
    by_hand = _by_hand(request)
    everything = [pk for pk in by_hand if Rol.TEAMLEIDER in roles_of(request.user, pk)]
    return everything, [pk for pk in by_hand if pk not in everything]


def _cells(person: Persoon) -> list[list[Any]]:
    dossier, who = person.dossier, person.dossier.inburgeringsplichtige
    rows = []
    for place, bericht in enumerate(person.berichten, start=1):
        told = [(field.label, field.value, field.note) for field in fields(bericht)] or [("", "", "")]
        rows += [
            [
                str(dossier.gemeente),
                who.naam,
                who.geboortedatum,
                dossier.pk,
                place,
                bericht.get_soort_display(),
                bericht.made_at,
                *cells,
            ]
            for cells in told
        ]
    return rows
