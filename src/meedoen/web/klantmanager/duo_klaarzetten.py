"""One person's messages to type over in DUO's portal, with copy buttons; the BSN only when asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bericht
from meedoen.web.duo.berichten import sets
from meedoen.web.duo.klaarzetten import next_dossier, waiting_of
from meedoen.web.klantmanager.frame import dossier_context


@may("duo.send", methods=("GET",))
def klaarzetten(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the waiting messages of this person, in the order in which they are typed over."""
    dossier = dossier_or_404(request, dossier_id, "duo.send")
    return render(request, "klantmanager/duo/klaarzetten.html", _context(request, dossier))


@may("dossier.reveal_bsn", methods=("POST",))
@never_cache
def nummer(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the same with the BSN in full, once; the log names it."""
    dossier = dossier_or_404(request, dossier_id, "dossier.reveal_bsn", action="tonen-bsn")
    context = _context(request, dossier) | {"shown_bsn": dossier.inburgeringsplichtige.bsn}
    response = render(request, "klantmanager/duo/klaarzetten.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _context(request: HttpRequest, dossier: Dossier) -> dict[str, object]:
    person = dossier.inburgeringsplichtige
    return dossier_context(
        request,
        dossier,
        "duo",
        sets=[sets(request, row) for row in waiting_of(dossier)],
        may_reveal=bool(person.bsn_index)
        and has_permission(request.user, "dossier.reveal_bsn", dossier.gemeente_id),
        has_bsn=bool(person.bsn_index),
        next=next_dossier(request, dossier),
        refused=dossier.berichten.filter(status=Bericht.Status.GEWEIGERD, vervangen_door=None).exists(),
    )
