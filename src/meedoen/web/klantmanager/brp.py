"""What the BRP tells beside what we have; asking it is possible only when this installation is connected."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import PERMISSIONS, has_permission, may, roles_of
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Aanlevering, Bron
from meedoen.domain.regio.models import Rol
from meedoen.domain.voorinburgering.brp import NoAnswer, ask_brp, is_on
from meedoen.domain.voorinburgering.selectors import last_told
from meedoen.web.klantmanager.aanleveringen import facts
from meedoen.web.klantmanager.azc import take_over
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.naast import TakeOverForm, hold
from meedoen.web.once import once

WHO = "BRP"
DUTCH = "Nederlandse"


@may("dossier.view", methods=("GET",))
def brp(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what the BRP told last beside what we have."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    return _show(request, dossier, TakeOverForm(dossier=dossier, bron=Bron.BRP, who=WHO))


@may("brp.ask", methods=("POST",))
@once
def navragen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Ask the BRP; the answer is kept and shown, and nothing is taken over."""
    dossier = dossier_or_404(request, dossier_id, "brp.ask")
    roles = roles_of(request.user, dossier.gemeente_id) & PERMISSIONS["brp.ask"][0]
    rol = next((rol.value for rol in Rol if rol in roles), "")
    try:
        ask_brp(dossier, by=request.user, rol=rol, on=localdate())
    except (NotPossible, NoAnswer) as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, "De BRP heeft geantwoord. Er is nog niets overgenomen.")
    return redirect("klantmanager:brp", dossier.pk)


@may("dossier.change")
def overnemen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Take over what the BRP told, for the chosen fields, with a reason."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    if request.method == "POST":
        hold(dossier)
    form = TakeOverForm(request.POST or None, dossier=dossier, bron=Bron.BRP, who=WHO)
    if form.is_valid() and take_over(request, dossier, form, Bron.BRP):
        return redirect("klantmanager:brp", dossier.pk)
    return _show(request, dossier, form)


def _show(request: HttpRequest, dossier: Dossier, form: TakeOverForm) -> HttpResponse:
    last = last_told(dossier, Bron.BRP)
    context = dossier_context(
        request,
        dossier,
        "brp",
        form=form,
        rows=form.rows,
        who=WHO,
        last=last,
        all_told=facts(last.gegevens) if last else [],
        warnings=warnings(dossier, last) if last else [],
        is_on=is_on(),
        may_ask=has_permission(request.user, "brp.ask", dossier.gemeente_id),
    )
    return render(request, "klantmanager/dossier/brp.html", context)


def warnings(dossier: Dossier, last: Aanlevering) -> list[str]:
    """Return what of the answer asks for attention and is not a field to take over; Dutch sentences."""
    told: dict[str, Any] = last.gegevens
    found = []
    person = dossier.inburgeringsplichtige
    born = person.geboortedatum.isoformat() if person.geboortedatum else ""
    other_name = told.get("achternaam", "").casefold() != person.achternaam.casefold()
    if other_name and born and told.get("geboortedatum", born) != born:
        found.append("Naam en geboortedatum zijn allebei anders. Kijk eerst na of het BSN klopt.")
    if told.get("overleden"):
        found.append(
            "Volgens de BRP is deze persoon overleden. Leg het einde van de plicht vast bij Gegevens."
        )
    if told.get("geheimhouding"):
        found.append(
            "Deze persoon heeft in de BRP gevraagd om geheimhouding. Geef adres en gegevens niet aan "
            "anderen, ook niet aan een school of partner, zonder dat de wet dat vraagt."
        )
    if (code := told.get("gemeentecode")) and code != dossier.gemeente.cbs_code:
        found.append(
            f"Volgens de BRP is deze persoon ingeschreven in {told.get('gemeente_van_inschrijving', code)}, "
            f"niet in {dossier.gemeente}. Is de persoon verhuisd? Dan gaat het dossier naar die gemeente."
        )
    if told.get("verblijft_in"):
        found.append(f"Volgens de BRP woont deze persoon niet in Nederland: {told['verblijft_in']}.")
    if DUTCH in told.get("nationaliteiten_in_de_brp", []):
        found.append("Volgens de BRP is deze persoon Nederlander. Vraag DUO of de plicht nog geldt.")
    if told.get("in_onderzoek"):
        found.append(
            f"De BRP onderzoekt of dit klopt: {', '.join(told['in_onderzoek'])}. Neem dat nog niet over."
        )
    if person.in_azc and told.get("postcode"):
        found.append(
            "De persoon woont bij ons nog in een AZC. Is het adres van de BRP dat van het AZC? Neem het dan "
            "niet over: met een adres telt de persoon als verhuisd."
        )
    return found
