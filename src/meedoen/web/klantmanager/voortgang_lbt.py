"""Telling DUO that the leerbaarheidstoets is skipped."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.voortgang.actions import skip_lbt
from meedoen.web.once import once


@may("voortgang.change", methods=("POST",))
@once
def overslaan(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Tell it, when an ontheffing or a move allows it."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    try:
        skip_lbt(dossier, by=request.user, on=localdate())
    except NotPossible as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, "Klaargezet voor DUO: de leerbaarheidstoets wordt overgeslagen.")
    return redirect("klantmanager:voortgang", dossier.pk)
