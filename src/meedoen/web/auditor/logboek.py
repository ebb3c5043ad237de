"""Who looked at whose data, and what happened to the system itself. No names of inburgeringsplichtigen."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from meedoen.access.permissions import gemeenten_of, may
from meedoen.domain.regio.logboek import record_security
from meedoen.domain.regio.models import Beveiligingsgebeurtenis, Medewerker, Verwerking
from meedoen.web.fields import DutchDateField
from meedoen.web.spreadsheet import spreadsheet_response

PAGE = 100
MOST_ROWS = 50_000  # in one spreadsheet; a narrower period gives the rest
HEADINGS = ("Moment", "Medewerker", "Rol", "Gemeente", "Wat", "Dossier", "Met een reden", "Reden", "Pagina")
SECURITY_HEADINGS = ("Moment", "Wat", "Uitkomst", "Medewerker", "Gemeente", "Toelichting", "Pagina", "Vanaf")

# How the log names a use → how an auditor reads it.
ACTIONS = {
    "lezen": "gelezen",
    "wijzigen": "gewijzigd",
    "lijst": "op een lijst gezien",
    "exporteren": "naar Excel gehaald",
    "tonen-bsn": "BSN en V-nummer getoond",
    "document": "document geopend",
    "inlezen": "ingelezen uit een bestand",
    "gezondheid": "gezondheid gelezen",
    "gezondheid-wijzigen": "gezondheid gewijzigd",
}


class LogForm(forms.Form):
    """Which part of the log."""

    van = DutchDateField(label="Vanaf", required=False, help_text="")
    tot = DutchDateField(label="Tot en met", required=False, help_text="")
    medewerker = forms.ModelChoiceField(
        queryset=Medewerker.objects.none(), label="Medewerker", required=False, empty_label="iedereen"
    )
    dossier = forms.IntegerField(label="Dossiernummer", required=False, min_value=1, max_value=2**62)
    actie = forms.ChoiceField(
        label="Wat",
        required=False,
        choices=[("", "alles"), *((key, label) for key, label in ACTIONS.items())],
    )
    waarneming = forms.BooleanField(label="Alleen met een reden geopend (waarneming)", required=False)

    def __init__(self, *args: Any, gemeente_ids: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = (
            Medewerker.objects.filter(aanstellingen__gemeente_id__in=gemeente_ids).distinct().order_by("naam")
        )

    def apply(self, rows: QuerySet) -> QuerySet:
        """Return the rows that fit; an invalid filter shows nothing rather than everything."""
        if not self.is_valid():
            return rows.none()
        asked = self.cleaned_data
        if asked["van"]:
            rows = rows.filter(at__date__gte=asked["van"])
        if asked["tot"]:
            rows = rows.filter(at__date__lte=asked["tot"])
        if asked["medewerker"]:
            rows = rows.filter(actor=asked["medewerker"])
        if asked["dossier"]:
            rows = rows.filter(dossier_id_logged=asked["dossier"])
        if asked["actie"]:
            rows = rows.filter(action=asked["actie"])
        if asked["waarneming"]:
            rows = rows.filter(break_glass=True)
        return rows


@may("logboek.view", methods=("GET",))
def logboek(request: HttpRequest) -> HttpResponse:
    """Show who read or changed whose data; a person is only a dossier number."""
    form, rows = _uses(request)
    page = Paginator(rows, PAGE).get_page(request.GET.get("pagina"))
    for row in page:
        row.what = ACTIONS.get(row.action, row.action)
    return render(request, "auditor/logboek.html", {"form": form, "page": page})


@may("logboek.view", methods=("GET",))
def logboek_excel(request: HttpRequest) -> HttpResponse:
    """Give the same rows as a spreadsheet."""
    _, rows = _uses(request)
    cells = [
        (
            row.at,
            str(row.actor or "het systeem"),
            row.rol,
            str(row.gemeente),
            ACTIONS.get(row.action, row.action),
            row.dossier_id_logged,
            row.break_glass,
            row.reason,
            row.name,
        )
        for row in rows[:MOST_ROWS]
    ]
    _record(request, "logboek", len(cells))
    return spreadsheet_response("wie-keek-waar.xlsx", HEADINGS, cells)


@may("logboek.view", methods=("GET",))
def beveiliging(request: HttpRequest) -> HttpResponse:
    """Show log-ins, refusals, changes of rights and exports."""
    page = Paginator(_security(request), PAGE).get_page(request.GET.get("pagina"))
    return render(request, "auditor/beveiliging.html", {"page": page})


@may("logboek.view", methods=("GET",))
def beveiliging_excel(request: HttpRequest) -> HttpResponse:
    """Give the security log as a spreadsheet."""
    cells = [
        (
            row.at,
            row.name,
            row.result,
            str(row.actor or ""),
            str(row.gemeente or ""),
            row.detail,
            row.path,
            row.origin,
        )
        for row in _security(request)[:MOST_ROWS]
    ]
    _record(request, "beveiligingslog", len(cells))
    return spreadsheet_response("beveiligingslog.xlsx", SECURITY_HEADINGS, cells)


def _uses(request: HttpRequest) -> tuple[LogForm, QuerySet]:
    """Return the filter and the rows; without a filter the last week."""
    gemeente_ids = gemeenten_of(request.user, "logboek.view")
    asked = request.GET.copy()
    if not any(name in asked for name in LogForm.base_fields):
        asked["van"] = _week_ago(localdate()).strftime("%d-%m-%Y")
    form = LogForm(asked, gemeente_ids=gemeente_ids)
    rows = Verwerking.objects.filter(gemeente_id__in=gemeente_ids)
    return form, form.apply(rows.select_related("actor", "gemeente")).order_by("-at", "-id")


def _security(request: HttpRequest) -> QuerySet:
    """Return the events of the auditor's gemeenten, and those that name nobody, such as a failed log-in.

    An event without a gemeente belongs to the gemeenten of whoever did it.
    """
    gemeente_ids = gemeenten_of(request.user, "logboek.view")
    staff = Medewerker.objects.filter(aanstellingen__gemeente_id__in=gemeente_ids).values("pk")
    nowhere = Q(gemeente__isnull=True)
    mine = Q(gemeente_id__in=gemeente_ids) | nowhere & (Q(actor__in=staff) | Q(actor__isnull=True))
    return (
        Beveiligingsgebeurtenis.objects.filter(mine)
        .select_related("actor", "gemeente")
        .order_by("-at", "-id")
    )


def _record(request: HttpRequest, what: str, count: int) -> None:
    record_security(
        "export", "gelukt", actor=request.user, path=request.path, detail=f"{what}, {count} regels"
    )


def _week_ago(today: date) -> date:
    return today - timedelta(days=7)
