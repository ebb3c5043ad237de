"""Documents as they were given, the logbook, and what others told about a person."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import may
from meedoen.web.klantmanager.aanleveringen import told
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.wording import language_name


@may("document.view", methods=("GET",))
def documenten(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """List the documents of a dossier."""
    dossier = dossier_or_404(request, dossier_id, "document.view")
    documents = list(dossier.documenten.defer("inhoud").select_related("by"))
    for kept in documents:
        kept.language = language_name(kept.taal)
    context = dossier_context(request, dossier, "documenten", documents=documents)
    return render(request, "klantmanager/dossier/documenten.html", context)


@may("document.view", methods=("GET",))
def document(request: HttpRequest, dossier_id: int, document_id: int) -> HttpResponse:
    """Give one document as a PDF that no cache keeps."""
    dossier = dossier_or_404(request, dossier_id, "document.view", action="document")
    found = part_or_404(dossier, dossier.documenten, document_id)
    return HttpResponse(
        bytes(found.inhoud),
        content_type="application/pdf",
        headers={
            "Content-Disposition": content_disposition_header(True, found.bestandsnaam) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


@may("dossier.view", methods=("GET",))
def logboek(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show everything that happened in the dossier, newest first."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    events = dossier.gebeurtenissen.select_related("by")
    page = Paginator(events, 50).get_page(request.GET.get("pagina"))
    context = dossier_context(request, dossier, "logboek", page=page)
    return render(request, "klantmanager/dossier/logboek.html", context)


@may("dossier.view", methods=("GET",))
def aanleveringen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what COA, DUO, the BRP and files told, as they told it."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    context = dossier_context(request, dossier, "overzicht", told=told(dossier))
    return render(request, "klantmanager/dossier/aanleveringen.html", context)
