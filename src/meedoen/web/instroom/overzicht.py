"""The files that somebody brought in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meedoen.access.permissions import gemeenten_of, may
from meedoen.domain.instroom.selectors import counts, imports_of


@may("caseload.import", methods=("GET",))
def overzicht(request: HttpRequest) -> HttpResponse:
    """Show her files with what became of them, and the way to a new one."""
    files = imports_of(request.user, gemeenten_of(request.user, "caseload.import"))
    return render(request, "instroom/overzicht.html", {"files": [(file, counts(file)) for file in files]})
