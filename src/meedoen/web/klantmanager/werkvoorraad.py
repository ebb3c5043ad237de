"""The start page of a klantmanager and a teamleider: her people, by how urgent they are and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from meedoen.access.dossiers import record_list
from meedoen.access.permissions import gemeenten_of, has_permission, may
from meedoen.domain.termijn.models import Lijstweergave
from meedoen.domain.termijn.selectors import (
    Group,
    Row,
    count_by_group,
    groups,
    lines,
    overview,
    werkpunten,
)
from meedoen.web.klantmanager import kolommen, lijstkeuze
from meedoen.web.klantmanager.lijstkeuze import ListChoice

PER_GROUP = 50


@dataclass(frozen=True)
class Line:
    """One row as the page writes it."""

    row: Row
    url: str
    until: tuple[str, str]
    cells: SafeString
    may_assign: bool
    take_url: str


@dataclass(frozen=True)
class Part:
    """One group as the page writes it; `page` only when this group is leafed through."""

    group: Group
    count: int
    lines: list[Line]
    all_query: str = ""
    page: Page | None = None


class CountedPaginator(Paginator):
    """Pages of a list whose length is known already."""

    def __init__(self, rows: Any, per_page: int, count: int) -> None:
        super().__init__(rows, per_page)
        self._known = count

    @cached_property
    def count(self) -> int:
        """Return the length without asking the database again."""
        return self._known


@may("werkvoorraad.view", methods=("GET",))
def werkvoorraad(request: HttpRequest) -> HttpResponse:
    """Show the list, filtered by the address; without any filter as this medewerker opens it."""
    if lijstkeuze.holds_number(request.GET):
        messages.info(request, "Zoek een BSN of V-nummer met Zoeken: dan blijft het nummer uit het adres.")
        return redirect(f"{request.path}?{lijstkeuze.without_names(request.GET)}")
    today = localdate()
    asked = any(name in request.GET for name in lijstkeuze.PARAMETERS)
    query = request.GET if asked else lijstkeuze.opening_query(request.user)
    chosen = lijstkeuze.read(query, request.user, today)
    context = _list_context(request, chosen, today)
    record_list(request, [line.row for part in context["parts"] for line in part.lines])
    partial = request.htmx and not request.htmx.history_restore_request
    if not partial:
        context |= _page_context(request, chosen)
    template = "klantmanager/werkvoorraad/lijst.html" if partial else "klantmanager/werkvoorraad/pagina.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _list_context(request: HttpRequest, chosen: ListChoice, today: date) -> dict[str, Any]:
    """Return what the list itself needs; this is all that changes when the filter changes."""
    columns = _columns(request, chosen)
    writer = LineWriter(request, chosen, columns, today)
    counts, parts = _parts(request, writer, today)
    shown = [group for group in groups(today) if counts[group.key]]
    return {
        "parts": parts,
        "leafing": parts[0] if parts and parts[0].page is not None else None,
        "totals": [(group, counts[group.key]) for group in shown],
        "total": sum(counts.values()),
        "query": chosen.query,
        "chosen": chosen,
        "whose": dict(lijstkeuze.WHOSE)[chosen.choice.whose],
        "columns": [(key, kolommen.COLUMNS[key][0]) for key in columns],
        "may_assign": any(line.may_assign for part in parts for line in part.lines),
        "may_export": has_permission(request.user, "werkvoorraad.export"),
        "today": today,
    }


def _page_context(request: HttpRequest, chosen: ListChoice) -> dict[str, Any]:
    """Return what stands around the list."""
    views = Lijstweergave.objects.filter(medewerker=request.user).exclude(naam="")
    shown = _columns(request, chosen)
    return {
        "views": views,
        "view": _view(request),
        "all_columns": [
            (key, label, key in shown)
            for key, (label, _) in kolommen.COLUMNS.items()
            if key != "gemeente" or len(chosen.gemeenten) > 1
        ],
        "name": chosen.choice.name,
        "may_import": has_permission(request.user, "caseload.import"),
    }


def _columns(request: HttpRequest, chosen: ListChoice) -> list[str]:
    return kolommen.chosen_columns(
        request.user,
        _view(request),
        several_gemeenten=len(chosen.gemeenten) > 1,
        only_mine=chosen.choice.whose == "mijn",
    )


def _view(request: HttpRequest) -> Lijstweergave | None:
    """Return the saved view that the address names, when it is her own."""
    number = request.GET.get("weergave", "")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return Lijstweergave.objects.filter(medewerker=request.user, pk=int(number)).first()


def _parts(request: HttpRequest, writer: "LineWriter", today: date) -> tuple[dict[str, int], list[Part]]:
    """Return how many rows each group holds, and the groups to show: the one leafed through, or all."""
    choice, wanted = writer.chosen.choice, request.GET.get("groep", "")
    leafed = next((group for group in groups(today) if group.key == wanted), None)
    if leafed is not None:
        rows = werkpunten(choice)
        counts = count_by_group(rows, today)
        if counts[leafed.key]:
            return counts, [_whole_part(request, writer, rows, leafed, counts[leafed.key])]
    counts, first = overview(choice, PER_GROUP)
    shown = [group for group in groups(today) if counts[group.key]]
    return counts, [_part(writer, group, counts[group.key], first[group.key]) for group in shown]


def _part(writer: "LineWriter", group: Group, count: int, rows: list[Row]) -> Part:
    """Return the first rows of a group, with the way to all of them."""
    query = QueryDict(writer.chosen.query, mutable=True)
    query["groep"] = group.key
    return Part(group, count, writer.write(rows), all_query=query.urlencode() if count > PER_GROUP else "")


def _whole_part(request: HttpRequest, writer: "LineWriter", rows: Any, group: Group, count: int) -> Part:
    """Return one page of a group that is leafed through."""
    pages = CountedPaginator(rows.filter(group.condition), PER_GROUP, count)
    page = pages.get_page(request.GET.get("pagina"))
    return Part(group, count, writer.write(lines(page.object_list)), page=page)


class LineWriter:
    """Writes rows for the page; what is the same for all of them is looked up once."""

    def __init__(self, request: HttpRequest, chosen: ListChoice, columns: list[str], today: date) -> None:
        self.chosen, self.columns, self.today = chosen, columns, today
        self.assigns = set(gemeenten_of(request.user, "dossier.assign"))
        self.takes = set(gemeenten_of(request.user, "dossier.take"))
        # Reversing an address for each of 250 rows costs more than fetching them.
        self.dossier_url = reverse("klantmanager:dossier", args=[0])
        self.take_url = reverse("klantmanager:oppakken", args=[0])

    def write(self, rows: Iterable[Row]) -> list[Line]:
        """Return the lines of these rows."""
        names = self.chosen.names
        return [
            Line(
                row=row,
                url=self.dossier_url.replace("/0/", f"/{row.id}/"),
                until=kolommen.until(row.due_on, self.today),
                cells=kolommen.cells_html(row, self.columns, names),
                may_assign=row.gemeente_id in self.assigns,
                take_url=self.take_url.replace("/0/", f"/{row.id}/")
                if row.klantmanager_id is None and row.gemeente_id in self.takes
                else "",
            )
            for row in rows
        ]
