"""The werkvoorraad and search results as Excel: first what for, then the file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from meedoen.access.permissions import gemeenten_of, may
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.termijn.selectors import count_by_group, group_of, groups, lines, werkpunten
from meedoen.web.klantmanager import kolommen, lijstkeuze
from meedoen.web.klantmanager.toewijzen import chosen_versions
from meedoen.web.klantmanager.wording import language_name
from meedoen.web.klantmanager.zoeken import AT_MOST, BY_NAME
from meedoen.web.spreadsheet import PurposeForm, record_export, spreadsheet_response


@may("werkvoorraad.export")
def werkvoorraad_excel(request: HttpRequest) -> HttpResponse:
    """Ask what the file is for; then give the list in the filter of the address, every row of it."""
    today = localdate()
    chosen = lijstkeuze.read(request.GET, request.user, today)
    rows = werkpunten(chosen.choice)
    form = PurposeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        found = sorted(lines(rows), key=lambda row: (row.due_on is None, row.due_on or today, row.id))
        record_export(request, found, purpose=form.cleaned_data["doel"], what="werkvoorraad")
        parts = groups(today)
        sheet = kolommen.sheet_rows(found, chosen.names, lambda due_on: group_of(due_on, parts).label)
        return spreadsheet_response(f"werkvoorraad-{today}.xlsx", kolommen.SHEET_HEADINGS, sheet)
    context = {
        "form": form,
        "count": sum(count_by_group(rows, today).values()),
        "query": chosen.query,
        "chosen": chosen,
    }
    return render(request, "klantmanager/werkvoorraad/excel.html", context)


@may("werkvoorraad.export", methods=("POST",))
def zoeken_excel(request: HttpRequest) -> HttpResponse:
    """Give the persons that a search showed; the page sends who they are, never what was typed."""
    ids = list(chosen_versions(request.POST.getlist("dossier")))[:AT_MOST]
    rows = Dossier.objects.filter(
        pk__in=ids, gemeente_id__in=gemeenten_of(request.user, "werkvoorraad.export")
    ).select_related("inburgeringsplichtige", "gemeente", "klantmanager", "werkpunt")
    dossiers = list(rows.order_by(*BY_NAME))
    if len(dossiers) < len(ids):
        raise Http404("Een van deze dossiers bestaat niet, of u mag het niet zien.")
    # The page with results sends no purpose yet: then the question is asked without a complaint.
    form = PurposeForm(request.POST if "doel" in request.POST else None)
    if not form.is_valid():
        return render(
            request, "klantmanager/werkvoorraad/zoeken_excel.html", {"form": form, "dossiers": dossiers}
        )
    record_export(request, dossiers, purpose=form.cleaned_data["doel"], what="zoekresultaat")
    headings = ["Naam", "Geboortedatum", "Gemeente", "Klantmanager", "Taal", "Volgende stap", "Uiterlijk"]
    return spreadsheet_response(
        f"zoekresultaat-{localdate()}.xlsx", headings, [_found_row(dossier) for dossier in dossiers]
    )


def _found_row(dossier: Dossier) -> list[object]:
    persoon = dossier.inburgeringsplichtige
    step = getattr(dossier, "werkpunt", None)
    return [
        persoon.naam,
        persoon.geboortedatum,
        dossier.gemeente.naam,
        dossier.klantmanager.naam if dossier.klantmanager else "nog niemand",
        language_name(persoon.taal),
        step.sentence if step else "",
        step.due_on if step else None,
    ]
