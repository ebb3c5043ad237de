"""The page "Wat ging naar DUO, wat kwam terug": everything in one list, and how the exchange stands."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from meedoen.access.dossiers import record_list
from meedoen.access.permissions import gemeenten_for, gemeenten_of, has_permission, may, roles_of
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.dossier.searching import find, number_in
from meedoen.domain.keten.models import Taak
from meedoen.domain.regio.models import Gemeente, Rol
from meedoen.web.spreadsheet import PurposeForm, record_export, spreadsheet_response

from .plaatsen import Link, place_of
from .stand import overview
from .verkeer import UIT, FilterForm, Regel, lines

PAGE = 50
MOST_TASKS = 20  # of a list, the most urgent first; the rest shows when these are done
MOST_PEOPLE = 100  # found by a search; more letters find fewer
MOST_ROWS = 20_000  # in one spreadsheet; a narrower period gives the rest
HEADINGS = (
    "Moment",
    "Richting",
    "Gemeente",
    "Naam",
    "Dossier",
    "Soort",
    "Wat",
    "Stand",
    "Door",
    "Pogingen",
    "Wat DUO zei",
)


@may("duo.view")
def overzicht(request: HttpRequest) -> HttpResponse:
    """Show the list, filtered by the address; a search by name or number comes by POST."""
    gemeenten = gemeenten_for(request.user, "duo.view")
    form = FilterForm(request.GET, gemeenten=gemeenten)
    text = request.POST.get("zoek", "").strip()[:100]
    people = _people(request, text) if text else None
    page = Paginator(form.traffic(dossiers=people), PAGE).get_page(request.GET.get("pagina"))
    rows = lines(page.object_list)
    tasks, about_persons = gemeente_tasks(request, gemeenten), teamleider_tasks(request, gemeenten)
    person_tasks = with_places(request, about_persons[:MOST_TASKS])
    _record_people(request, rows, [taak.dossier for taak, _ in person_tasks])
    context = {
        "form": form,
        "page": page,
        "lines": rows,
        "overview": overview(gemeenten),
        "tasks": with_places(request, tasks[:MOST_TASKS]),
        "more_gemeente_tasks": max(0, tasks.count() - MOST_TASKS),
        "person_tasks": person_tasks,
        "more_tasks": max(0, about_persons.count() - MOST_TASKS),
        "text": "" if number_in(text) else text,
        "searched": bool(text),
        "by_number": bool(number_in(text)),
        "may_judge": has_permission(request.user, "duo.unknown"),
        "may_search": has_permission(request.user, "werkvoorraad.view"),
        "may_send": has_permission(request.user, "duo.send"),
        "names": set(gemeenten_of(request.user, "werkvoorraad.view")),
    }
    return render(request, "duo/overzicht.html", context)


@may("duo.view", methods=("GET",))
def stand(request: HttpRequest) -> HttpResponse:
    """Show only how the exchange stands; the page asks this again by itself while something moves."""
    gemeenten = gemeenten_for(request.user, "duo.view")
    return render(request, "duo/stand.html", {"overview": overview(gemeenten)})


@may("duo.send")
def excel(request: HttpRequest) -> HttpResponse:
    """Ask what the file is for; then give the list in the filter of the address."""
    gemeenten = gemeenten_for(request.user, "duo.send")
    form = FilterForm(request.GET, gemeenten=gemeenten)
    found = form.traffic()
    purpose = PurposeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and purpose.is_valid():
        rows = lines(found[:MOST_ROWS])
        people = {row.dossier.pk: row.dossier for row in rows if row.dossier}
        record_export(
            request, people.values(), purpose=purpose.cleaned_data["doel"], what="berichten van en naar DUO"
        )
        return spreadsheet_response(f"duo-{localdate()}.xlsx", HEADINGS, [_cells(row) for row in rows])
    return render(
        request,
        "duo/excel.html",
        {"form": purpose, "count": found.count(), "most": MOST_ROWS, "query": request.GET.urlencode()},
    )


def gemeente_tasks(request: HttpRequest, gemeenten: Iterable[Gemeente]) -> QuerySet[Taak]:
    """Return the open tasks about no person that this user may do, the most urgent first."""
    return _hers(request, gemeenten).filter(dossier__isnull=True)


def teamleider_tasks(request: HttpRequest, gemeenten: Iterable[Gemeente]) -> QuerySet[Taak]:
    """Return the open tasks about a person that are for the teamleider and not for the klantmanager."""
    rows = _hers(request, gemeenten).filter(dossier__isnull=False, rol=Rol.TEAMLEIDER)
    return rows.select_related("dossier__inburgeringsplichtige")


def with_places(request: HttpRequest, rows: Iterable[Taak]) -> list[tuple[Taak, Link]]:
    """Return tasks with where they are done."""
    return [(taak, place_of(request, taak)) for taak in rows]


def _hers(request: HttpRequest, gemeenten: Iterable[Gemeente]) -> QuerySet[Taak]:
    """Return the open tasks for a role of this user; a teamleider may do those of a klantmanager."""
    mine = Q(pk__in=[])
    for gemeente in gemeenten:
        roles = set(roles_of(request.user, gemeente.pk))
        if Rol.TEAMLEIDER in roles:
            roles.add(Rol.KLANTMANAGER)
        mine |= Q(gemeente=gemeente, rol__in=roles)
    found = Taak.objects.filter(mine, status=Taak.Status.OPEN).select_related("gemeente")
    return found.order_by(F("due_on").asc(nulls_last=True), "pk")


def _people(request: HttpRequest, text: str) -> list[int]:
    """Return the dossiers of whom a text names; an auditor, who sees no names, finds nobody."""
    found = find(text, gemeenten_of(request.user, "werkvoorraad.view"))
    return list(found.order_by("pk").values_list("pk", flat=True)[:MOST_PEOPLE])


def _record_people(request: HttpRequest, rows: list[Regel], others: list[Dossier]) -> None:
    people: dict[int, Dossier] = {row.dossier.pk: row.dossier for row in rows if row.dossier}
    people |= {dossier.pk: dossier for dossier in others}
    record_list(request, people.values())


def _cells(row: Regel) -> list[Any]:
    return [
        row.at,
        "naar DUO" if row.way == UIT else "van DUO",
        str(row.gemeente),
        row.dossier.inburgeringsplichtige.naam if row.dossier else "",
        row.dossier.pk if row.dossier else None,
        row.soort,
        row.what,
        row.status,
        row.by,
        row.attempts,
        " ".join(row.reasons),
    ]
