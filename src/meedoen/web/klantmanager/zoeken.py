"""Finding a person by name, BSN or V-nummer; what was typed stays out of address, title and log."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meedoen.access.dossiers import record_list
from meedoen.access.permissions import gemeenten_of, has_permission, may
from meedoen.domain.dossier.searching import find, number_in

AT_MOST = 50
BY_NAME = ("inburgeringsplichtige__achternaam", "inburgeringsplichtige__voornaam", "pk")


@may("werkvoorraad.view")
def zoeken(request: HttpRequest) -> HttpResponse:
    """Show the box; after sending (always by POST) also who was found in her gemeenten."""
    context: dict[str, Any] = {"text": "", "at_most": AT_MOST}
    if request.method == "POST":
        text = request.POST.get("zoek", "").strip()[:100]
        by_number = bool(number_in(text))
        rows = find(text, gemeenten_of(request.user, "werkvoorraad.view")).select_related(
            "inburgeringsplichtige", "gemeente", "klantmanager", "werkpunt"
        )
        found = list(rows.order_by(*BY_NAME)[: AT_MOST + 1])
        dossiers = found[:AT_MOST]
        record_list(request, dossiers)
        context |= {
            "searched": True,
            "text": "" if by_number else text,
            "by_number": by_number,
            "dossiers": dossiers,
            "more": len(found) > AT_MOST,
            "may_export": has_permission(request.user, "werkvoorraad.export"),
        }
    return render(request, "klantmanager/werkvoorraad/zoeken.html", context)
