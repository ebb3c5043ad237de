"""The report of the nightly comparison with DUO, and everything that still differs in a gemeente."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import record_list
from meedoen.access.permissions import gemeenten_for, gemeenten_of, has_permission, may, roles_of
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.models import Vergelijking, Verschil
from meedoen.domain.regio.models import Rol
from meedoen.domain.voortgang.vergelijken import VELDEN, open_verschillen, take_all_empty
from meedoen.web.once import once

PER_PAGE = 50
SOORTEN = {
    "anders": "Bij beide, maar anders",
    "duo": "Alleen bij DUO",
    "ons": "Alleen bij ons",
    "alle": "Alle",
}
"""Which differences somebody wants to see; what contradicts comes first, because somebody must decide."""
AT_ONCE = 200  # taken over in one go: all in one transaction, and who else writes waits for it


class TakeForm(forms.Form):
    """Why everything that only DUO knows may be taken over at once."""

    reden = forms.CharField(
        label="Waarom neemt u dit over?",
        max_length=300,
        help_text="Bijvoorbeeld: eerste keer gekoppeld, wij hadden deze gegevens nog niet.",
    )


@may("duo.view", methods=("GET",))
def verschillen(request: HttpRequest) -> HttpResponse:
    """Show the report of the last night for each gemeente, and the open differences of one kind."""
    gemeente_ids = gemeenten_of(request.user, "duo.view")
    veld, soort = request.GET.get("veld", ""), request.GET.get("soort", "")
    soort = soort if soort in SOORTEN else "anders"
    every = open_verschillen(gemeente_ids)
    if veld in VELDEN:
        every = every.filter(veld=veld)
    rows = _of_kind(every, soort)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    record_list(request, [row.dossier for row in page])
    return render(
        request,
        "duo/verschillen.html",
        {
            "reports": _reports(request),
            "page": page,
            "rows": [(row, VELDEN[row.veld], _shown(row)) for row in page if row.veld in VELDEN],
            "soorten": [(code, word, _of_kind(every, code).count()) for code, word in SOORTEN.items()],
            "soort": soort,
            "velden": VELDEN.values(),
            "veld": veld,
            "only_duo": _only_duo(request).count(),
            "names": has_permission(request.user, "werkvoorraad.view"),
            "may_judge": has_permission(request.user, "duo.unknown"),
            "may_take": has_permission(request.user, "duo.send"),
        },
    )


@may("duo.send")
@once
def alles(request: HttpRequest) -> HttpResponse:
    """Take over everything that only DUO knows, in the dossiers of this user, with one reason.

    A klantmanager does so in her own dossiers and those of nobody; into one of a colleague she goes alone,
    with a reason.
    """
    found = _only_duo(request)
    form = TakeForm(request.POST or None)
    if form.is_valid():
        rows = list(found[:AT_ONCE])
        record_list(request, [row.dossier for row in rows], "wijzigen", form.cleaned_data["reden"])
        try:
            done = take_all_empty(rows, by=request.user, reason=form.cleaned_data["reden"], on=localdate())
        except NotPossible as fault:
            form.add_error("reden", str(fault))
        else:
            messages.success(request, f"Overgenomen van DUO: {done} gegevens.")
            return redirect("duo:verschillen")
    context = {"form": form, "count": found.count(), "at_once": AT_ONCE}
    return render(request, "duo/verschillen_alles.html", context)


def _of_kind(rows: QuerySet[Verschil], soort: str) -> QuerySet[Verschil]:
    if soort == "duo":
        return rows.filter(van_ons="")
    if soort == "ons":
        return rows.filter(van_duo="")
    return rows.exclude(van_ons="").exclude(van_duo="") if soort == "anders" else rows


def _only_duo(request: HttpRequest) -> QuerySet[Verschil]:
    """Return what only DUO knows and can be taken over, in dossiers that this user opens without a reason."""
    takeable = [code for code, veld in VELDEN.items() if veld.takes]
    gemeente_ids = gemeenten_of(request.user, "duo.send")
    leads = [pk for pk in gemeente_ids if Rol.TEAMLEIDER in roles_of(request.user, pk)]
    hers = Q(dossier__klantmanager=request.user) | Q(dossier__klantmanager__isnull=True)
    rows = open_verschillen(gemeente_ids).filter(hers | Q(gemeente_id__in=leads))
    return rows.filter(van_ons="", veld__in=takeable).exclude(van_duo="")


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
