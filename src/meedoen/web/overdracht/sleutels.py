"""The public key of our gemeente, to send to others, and the keys of others that we trust."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.permissions import gemeenten_for, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.overdracht.actions import trust_key, withdraw_key
from meedoen.domain.overdracht.models import Overdrachtssleutel
from meedoen.domain.overdracht.selectors import trusted_keys
from meedoen.domain.overdracht.sleutels import LARGEST, is_on, key_file, own_keys, read_key_file
from meedoen.domain.regio.logboek import record_security
from meedoen.domain.regio.models import Gemeente
from meedoen.web.once import once

from .forms import KeyForm

END = 8


@may("overdracht.keys", methods=("GET",))
def sleutels(request: HttpRequest) -> HttpResponse:
    """Show our own key and the trusted ones, for each gemeente of the beheerder."""
    places = [
        {"gemeente": place, "own": own_keys(place.cbs_code, place.naam)[:1], "keys": trusted_keys(place)}
        for place in gemeenten_for(request.user, "overdracht.keys")
    ]
    for place in places:
        place["print"] = [spaced(key.openbaar.vingerafdruk) for key in place["own"]]
    return render(request, "overdracht/sleutels.html", {"places": places, "is_on": is_on()})


@may("overdracht.keys", methods=("GET",))
def eigen(request: HttpRequest, gemeente_id: int) -> HttpResponse:
    """Give the file with our public keys; there is no secret in it."""
    gemeente = _gemeente(request, gemeente_id)
    own = own_keys(gemeente.cbs_code, gemeente.naam)
    if not own:
        raise Http404("Er is geen sleutel ingesteld.")
    return HttpResponse(
        key_file(own[0].openbaar),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="sleutel-{gemeente.cbs_code}.json"'},
    )


@may("overdracht.keys")
@once
def vertrouwen(request: HttpRequest, gemeente_id: int) -> HttpResponse:
    """Trust the key of another gemeente, when the end of its fingerprint is as she read it aloud."""
    gemeente = _gemeente(request, gemeente_id)
    form = KeyForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            openbaar = read_key_file(form.cleaned_data["bestand"].read(LARGEST + 1))
            typed = "".join(form.cleaned_data["einde"].split()).lower()
            if typed != openbaar.vingerafdruk[-END:]:
                raise NotPossible(
                    "De vingerafdruk van dit bestand eindigt anders. Vertrouw deze sleutel niet; vraag de "
                    "andere gemeente om haar bestand opnieuw te sturen."
                )
            key = trust_key(
                gemeente, openbaar, gecontroleerd=form.cleaned_data["gecontroleerd"], by=request.user
            )
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            _log(request, "overdrachtssleutel-vertrouwd", gemeente, key)
            messages.success(request, f"De sleutel van {key.andere_naam} is toegevoegd.")
            return redirect("overdracht:sleutels")
    return render(request, "overdracht/vertrouwen.html", {"form": form, "gemeente_gekozen": gemeente})


@may("overdracht.keys", methods=("POST",))
def intrekken(request: HttpRequest, sleutel_id: int) -> HttpResponse:
    """No longer trust a key."""
    places = gemeenten_for(request.user, "overdracht.keys")
    rows = Overdrachtssleutel.objects.filter(gemeente__in=places)
    key = rows.filter(pk=sleutel_id).first() if sleutel_id < 2**63 else None
    if key is None:
        raise Http404("Deze sleutel bestaat niet.")
    try:
        withdraw_key(key, on=localdate(), by=request.user)
    except NotPossible as fault:
        messages.error(request, str(fault))
    else:
        _log(request, "overdrachtssleutel-ingetrokken", key.gemeente, key)
        messages.success(request, f"De sleutel van {key.andere_naam} is ingetrokken.")
    return redirect("overdracht:sleutels")


def spaced(fingerprint: str) -> str:
    """Return a fingerprint in groups of four, as people read it aloud."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


def _gemeente(request: HttpRequest, gemeente_id: int) -> Gemeente:
    found = [place for place in gemeenten_for(request.user, "overdracht.keys") if place.pk == gemeente_id]
    if not found:
        raise Http404("Deze gemeente bestaat niet, of u beheert haar niet.")
    return found[0]


def _log(request: HttpRequest, name: str, gemeente: Gemeente, key: Overdrachtssleutel) -> None:
    detail = f"{key.andere_naam} {key.vingerafdruk[:16]}"
    record_security(name, "gelukt", actor=request.user, gemeente=gemeente, path=request.path, detail=detail)
