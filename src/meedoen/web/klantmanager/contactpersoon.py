"""Contactpersonen of the gemeente at DUO, and who belongs to which inburgeraar."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import gemeenten_for, gemeenten_of, may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.actions import give_number
from meedoen.domain.keten.models import Contactpersoon
from meedoen.domain.regio.models import Aanstelling, Medewerker, Rol
from meedoen.domain.voortgang.actions import (
    change_contactpersoon,
    link_contactpersoon,
    link_dossiers_of,
    register_contactpersoon,
    remove_contactpersoon,
    unlink_contactpersoon,
)
from meedoen.domain.voortgang.selectors import (
    contactpersonen_of,
    contactpersoon_bericht,
    dossiers_linked_to,
    links_lost,
)
from meedoen.web.klantmanager.voortgang_contact_forms import (
    ContactpersoonForm,
    LinkForm,
    NewContactpersoonForm,
)
from meedoen.web.klantmanager.voortgang_stand import stand_of
from meedoen.web.once import once
from meedoen.web.versions import conflict_response

CONTACT_ROLES = (Rol.KLANTMANAGER, Rol.TEAMLEIDER)
"""Who can be contactpersoon: those who work with inburgeraars."""


@may("contactpersoon.change", methods=("GET",))
def contactpersonen(request: HttpRequest) -> HttpResponse:
    """List who is known at DUO as contactpersoon, and where the last message about each stands."""
    rows = [
        _row(one)
        for gemeente in gemeenten_of(request.user, "contactpersoon.change")
        for one in contactpersonen_of(gemeente)
    ]
    return render(request, "klantmanager/voortgang_contactpersonen.html", {"rows": rows})


@may("contactpersoon.change")
@once
def nieuw(request: HttpRequest) -> HttpResponse:
    """Make a medewerker contactpersoon, and link her to those she guides."""
    gemeenten = gemeenten_for(request.user, "contactpersoon.change")
    form = NewContactpersoonForm(request.POST or None, gemeenten=gemeenten, medewerkers=_candidates(request))
    if form.is_valid():
        data = form.cleaned_data
        who = data["medewerker"]
        try:
            if not _works_for(who, data["gemeente"].pk):
                raise NotPossible(f"{who} werkt niet met inburgeraars van {data['gemeente']}.")
            made = register_contactpersoon(
                data["gemeente"].pk,
                who,
                naam=data["naam"] or who.naam,
                email=data["email"] or who.email,
                telefoonnummer=data["telefoonnummer"],
                by=request.user,
                on=localdate(),
            )
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            linked = link_dossiers_of(made, by=request.user) if data["koppelen"] else 0
            persons = "1 inburgeraar" if linked == 1 else f"{linked} inburgeraars"
            messages.success(request, f"{made} is aangemeld en gekoppeld aan {persons}. Klaargezet voor DUO.")
            return redirect("klantmanager:contactpersonen")
    context = {"form": form, "title": "Contactpersoon aanmelden", "once_key": True}
    return render(request, "klantmanager/voortgang_contactpersoon.html", context)


@may("contactpersoon.change")
def contactpersoon(request: HttpRequest, contactpersoon_id: int) -> HttpResponse:
    """Change how a contactpersoon can be reached; this also mends a message that was refused."""
    found = _contactpersoon_or_404(request, contactpersoon_id)
    form = ContactpersoonForm(data=request.POST or None, instance=found)
    if form.is_valid():
        try:
            # The action counts the version itself.
            changed = Contactpersoon.objects.get(pk=found.pk)
            change_contactpersoon(
                changed,
                **{name: form.cleaned_data[name] for name in ("naam", "email", "telefoonnummer")},
                by=request.user,
                on=localdate(),
            )
            if number := form.cleaned_data.get("nummer"):
                give_number(changed, number, by=request.user)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Gewijzigd en klaargezet voor DUO.")
            return redirect("klantmanager:contactpersonen")
    if form.conflict:
        return conflict_response(request, form, {})
    context = {"form": form, "title": f"{found} wijzigen", "row": _row(found)}
    return render(request, "klantmanager/voortgang_contactpersoon.html", context)


@may("contactpersoon.change")
@once
def verwijderen(request: HttpRequest, contactpersoon_id: int) -> HttpResponse:
    """Have DUO delete a contactpersoon, after saying how many links go with it."""
    found = _contactpersoon_or_404(request, contactpersoon_id)
    if request.method == "POST":
        remove_contactpersoon(found, by=request.user, on=localdate())
        messages.success(request, f"{found} is geen contactpersoon meer.")
        return redirect("klantmanager:contactpersonen")
    context = {"contactpersoon": found, "lost": links_lost(found, on=localdate())}
    return render(request, "klantmanager/voortgang_contactpersoon_weg.html", context)


@may("voortgang.change", methods=("POST",))
@once
def koppelen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Link a contactpersoon to the person of a dossier, or take the link away."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    try:
        if "los" in request.POST:
            unlink_contactpersoon(dossier, by=request.user)
            messages.success(request, "Klaargezet voor DUO: de contactpersoon wordt losgekoppeld.")
        else:
            form = LinkForm(request.POST, contactpersonen=contactpersonen_of(dossier.gemeente_id))
            if not form.is_valid():
                raise NotPossible("Kies een contactpersoon.")
            chosen = form.cleaned_data["contactpersoon"]
            link_contactpersoon(dossier, chosen, by=request.user)
            messages.success(request, f"Klaargezet voor DUO: {chosen} wordt contactpersoon.")
    except NotPossible as fault:
        messages.error(request, str(fault))
    return redirect("klantmanager:voortgang", dossier.pk)


def _row(one: Contactpersoon) -> dict[str, Any]:
    bericht = contactpersoon_bericht(one)
    return {
        "one": one,
        "stand": stand_of(bericht) if bericht else None,
        "linked": len(dossiers_linked_to(one)),
    }


def _contactpersoon_or_404(request: HttpRequest, contactpersoon_id: int) -> Contactpersoon:
    allowed = Contactpersoon.objects.filter(
        gemeente_id__in=gemeenten_of(request.user, "contactpersoon.change"), verwijderd_on__isnull=True
    )
    found = allowed.filter(pk=contactpersoon_id).first() if contactpersoon_id < 2**63 else None
    if found is None:
        raise Http404("Deze contactpersoon bestaat niet, of u mag haar niet zien.")
    return found


def _candidates(request: HttpRequest) -> Any:
    """Who works with inburgeraars of the gemeenten where this user may do this."""
    gemeenten = gemeenten_of(request.user, "contactpersoon.change")
    appointed = Aanstelling.objects.on(localdate()).filter(gemeente_id__in=gemeenten, rol__in=CONTACT_ROLES)
    ids = appointed.order_by().values("medewerker_id")
    return Medewerker.objects.filter(pk__in=ids, is_active=True).order_by("naam", "pk")


def _works_for(medewerker: Medewerker, gemeente_id: int) -> bool:
    roles = medewerker.aanstellingen.on(localdate()).filter(gemeente_id=gemeente_id, rol__in=CONTACT_ROLES)
    return roles.exists()
