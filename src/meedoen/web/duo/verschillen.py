"""The report of the nightly comparison with DUO, and everything that still differs in a gemeente."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import record_list
from meedoen.access.permissions import gemeenten_for, gemeenten_of, has_permission, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.models import Vergelijking
from meedoen.domain.voortgang.vergelijken import VELDEN, open_verschillen, take_all_empty
from meedoen.web.once import once

PER_PAGE = 50


class TakeForm(forms.Form):
    """Why everything that only DUO knows may be taken over at once."""

    reden = forms.CharField(
        label="Waarom neemt u dit over?",
        max_length=300,
        help_text="Bijvoorbeeld: eerste keer gekoppeld, wij hadden deze gegevens nog niet.",
    )


@may("duo.view", methods=("GET",))
def verschillen(request: HttpRequest) -> HttpResponse:
    """Show the report of the last night for each gemeente, and the open differences."""
    gemeente_ids = gemeenten_of(request.user, "duo.view")
    veld = request.GET.get("veld", "")
    rows = open_verschillen(gemeente_ids)
    only_duo = rows.filter(van_ons="").exclude(van_duo="").filter(veld__in=_takeable())
    if veld in VELDEN:
        rows = rows.filter(veld=veld)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    record_list(request, [row.dossier for row in page])
    return render(
        request,
        "duo/verschillen.html",
        {
            "reports": _reports(request),
            "page": page,
            "rows": [(row, VELDEN[row.veld], _shown(row)) for row in page if row.veld in VELDEN],
            "velden": VELDEN.values(),
            "veld": veld,
            "only_duo": only_duo.count(),
            "names": has_permission(request.user, "werkvoorraad.view"),
            "may_judge": has_permission(request.user, "duo.unknown"),
            "may_take": has_permission(request.user, "duo.send"),
        },
    )


@may("duo.send")
@once
def alles(request: HttpRequest) -> HttpResponse:
    """Take over everything that only DUO knows, in the gemeenten of this user, with one reason."""
    gemeente_ids = gemeenten_of(request.user, "duo.send")
    rows = [
        row
        for row in open_verschillen(gemeente_ids).filter(van_ons="").exclude(van_duo="")
        if VELDEN[row.veld].takes
    ]
    form = TakeForm(request.POST or None)
    if form.is_valid():
        record_list(request, [row.dossier for row in rows], "wijzigen", form.cleaned_data["reden"])
        try:
            done = take_all_empty(rows, by=request.user, reason=form.cleaned_data["reden"], on=localdate())
        except NotPossible as fault:
            form.add_error("reden", str(fault))
        else:
            messages.success(request, f"Overgenomen van DUO: {done} gegevens.")
            return redirect("duo:verschillen")
    return render(request, "duo/verschillen_alles.html", {"form": form, "count": len(rows)})


def _takeable() -> list[str]:
    return [code for code, veld in VELDEN.items() if veld.takes]


def _shown(row) -> tuple[str, str]:  # type: ignore[no-untyped-def]  # a Verschil
    show = VELDEN[row.veld].show
    return tuple(show(value) if value else "niet bekend" for value in (row.van_ons, row.van_duo))


def _reports(request: HttpRequest) -> list[tuple[object, Vergelijking | None, list[tuple[str, int]]]]:
    """Return for each gemeente its last report, and how many differ by field."""
    found = []
    for gemeente in gemeenten_for(request.user, "duo.view"):
        report = Vergelijking.objects.filter(gemeente=gemeente).first()
        by_field = [
            (VELDEN[code].label, count)
            for code, count in (report.per_veld if report else {}).items()
            if code in VELDEN
        ]
        found.append((gemeente, report, by_field))
    return found
