"""The tab Voortgang: aanbod, hours, PVT, MAP, Z-route and contactpersoon, and where each stands at DUO."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.domain.brede_intake.facts import intake_facts
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.selectors import aansluiting_of
from meedoen.domain.pip.duo import subject
from meedoen.domain.pip.facts import pip_in_force
from meedoen.domain.voortgang.actions import may_skip_lbt, send_again, sendable
from meedoen.domain.voortgang.actions.leerbaarheidstoets import LBT
from meedoen.domain.voortgang.facts import aanbod_subject
from meedoen.domain.voortgang.models import GevolgdeUren, Resultaat
from meedoen.domain.voortgang.selectors import (
    aanbod_conditions,
    contactpersonen_of,
    last_day_of,
    linked_contactpersoon,
    may_be_withdrawn,
    withdrawals,
)
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.voortgang_contact_forms import LinkForm
from meedoen.web.klantmanager.voortgang_forms import keurmerk_in_words
from meedoen.web.klantmanager.voortgang_frame import condition_shape, duo_context
from meedoen.web.klantmanager.voortgang_stand import Stand, Standing, standing
from meedoen.web.once import once


@dataclass(frozen=True)
class Part:
    """One thing that is followed, with its history, where it stands at DUO, and whether a date can go."""

    key: str
    label: str
    latest: Any
    earlier: list[Any]
    stand: Stand
    withdrawable: bool = False


@may("dossier.view", methods=("GET",))
def voortgang(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show everything that is followed on the way, and what DUO has of it."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    today, stands = localdate(), standing(dossier)
    pip = pip_in_force(dossier)
    offered = list(dossier.aanbiedingen.select_related("instelling"))
    contactpersonen = contactpersonen_of(dossier.gemeente_id)
    refused = [
        condition
        for condition in aanbod_conditions(
            dossier, None, aanbod_on=None, start_on=None, eind_on=None, on=today
        )
        if condition.refuses
    ]
    context = dossier_context(
        request,
        dossier,
        "voortgang",
        pip=pip,
        pip_stand=stands.of(subject(pip)) if pip and not pip.overgenomen else None,
        aanbiedingen=[_aanbod(one, stands, today) for one in offered if one.ingetrokken_on is None],
        ingetrokken=_withdrawn(offered, stands, today),
        aanbod_refused=[condition_shape(condition) for condition in refused],
        uren=_uren(dossier, stands),
        resultaten=_resultaten(dossier, stands),
        lbt=may_skip_lbt(dossier, on=today),
        lbt_taken=intake_facts(dossier).leerbaarheidstoets is not None,
        lbt_bericht=stands.berichten.get(LBT),
        lbt_stand=stands.of(LBT),
        contactpersoon=linked_contactpersoon(dossier),
        contactpersonen=contactpersonen,
        link_form=LinkForm(contactpersonen=contactpersonen),
        contact_stand=_contact_stand(stands),
        by_interface=aansluiting_of(dossier.gemeente_id).by_interface,
        **rights(request, dossier),
    )
    return render(request, "klantmanager/voortgang.html", context)


@may("voortgang.change")
@once
def sturen(request: HttpRequest, dossier_id: int, wat: str) -> HttpResponse:
    """Send something to DUO (again): first what DUO asks of it now, then the message."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    found = sendable(dossier, wat, on=localdate())
    if found is None:
        raise Http404("Dit onderdeel bestaat niet in dit dossier.")
    if request.method == "POST":
        anyway = "toch" in request.POST
        try:
            send_again(dossier, wat, by=request.user, on=localdate(), anyway=anyway)
        except NotPossible as fault:
            messages.error(request, str(fault))
            return redirect("klantmanager:voortgang-sturen", dossier.pk, wat)
        messages.success(request, f"Klaargezet voor DUO: {found.wat}.")
        return redirect("klantmanager:voortgang", dossier.pk)
    context = dossier_context(
        request,
        dossier,
        "voortgang",
        wat=found.wat,
        stand=standing(dossier).of(found.onderwerp),
        **duo_context(found.conditions),
    )
    return render(request, "klantmanager/voortgang_sturen.html", context)


def rights(request: HttpRequest, dossier: Dossier) -> dict[str, bool]:
    """Return what this user may do here, for the buttons on the page."""
    allowed = has_permission(request.user, "voortgang.change", dossier.gemeente_id)
    return {"may_record": allowed and dossier.afgesloten_on is None}


def _aanbod(aanbod: Any, stands: Standing, today: Any) -> dict[str, Any]:
    return {
        "row": aanbod,
        "key": f"aanbod-{aanbod.pk}",
        "keurmerk": keurmerk_in_words(aanbod.instelling),
        "laatste_lesdag": last_day_of(aanbod, on=today),
        "stand": stands.of(aanbod_subject(aanbod.instelling)),
    }


def _withdrawn(offered: list[Any], stands: Standing, today: Any) -> list[dict[str, Any]]:
    """Those that were withdrawn; only the last at a school without another aanbod says where that stands."""
    taken = {one.instelling_id for one in offered if one.ingetrokken_on is None}
    found = []
    for one in offered:
        if one.ingetrokken_on is not None:
            found.append({**_aanbod(one, stands, today), "last": one.instelling_id not in taken})
            taken.add(one.instelling_id)
    return found


def _uren(dossier: Dossier, stands: Standing) -> list[Part]:
    rows = list(dossier.gevolgde_uren.select_related("by"))
    return [_part(soort, [row for row in rows if row.soort == soort], stands) for soort in GevolgdeUren.Soort]


def _resultaten(dossier: Dossier, stands: Standing) -> list[Part]:
    rows, taken_back = list(dossier.resultaten.select_related("by")), withdrawals(dossier)
    for row in rows:
        row.ingetrokken = row.pk in taken_back
    return [
        replace(
            _part(onderdeel, [row for row in rows if row.onderdeel == onderdeel], stands),
            withdrawable=may_be_withdrawn(dossier, onderdeel),
        )
        for onderdeel in Resultaat.Onderdeel
    ]


def _part(key: Any, rows: list[Any], stands: Standing) -> Part:
    return Part(key.value, key.label, rows[0] if rows else None, rows[1:], stands.of(key.value))


def _contact_stand(stands: Standing) -> Stand | None:
    links = [
        bericht for bericht in stands.berichten.values() if bericht.onderwerp.startswith("contactpersoon:")
    ]
    last = max(links, key=lambda bericht: (bericht.made_at, bericht.pk), default=None)
    return stands.of(last.onderwerp) if last is not None else None
