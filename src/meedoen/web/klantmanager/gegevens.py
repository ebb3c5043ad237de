"""The facts of a person and a case: read, change with a reason, and see who changed what."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from meedoen.access.dossiers import dossier_or_404, record_list
from meedoen.access.permissions import gemeenten_of, has_permission, may, roles_of
from meedoen.domain.dossier.actions import (
    NotPossible,
    change_facts,
    close_dossier,
    open_dossier,
    record_einde_plicht,
    record_voldaan,
    reopen_dossier,
)
from meedoen.domain.dossier.history import changes
from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
from meedoen.domain.pip.facts import ESTABLISHED
from meedoen.domain.regio.models import Gemeente, Rol
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.gegevens_forms import CaseForm, EndForm, FactsForm, NewDossierForm, PersonForm
from meedoen.web.klantmanager.wording import language_name
from meedoen.web.once import once
from meedoen.web.templatetags.dutch import masked
from meedoen.web.versions import conflict_response

ENDS = {
    EndForm.VOLDAAN: (record_voldaan, "Vastgelegd dat aan de plicht is voldaan."),
    EndForm.EINDE: (record_einde_plicht, "Het einde van de plicht is vastgelegd."),
    EndForm.AFSLUITEN: (close_dossier, "Het dossier is afgesloten."),
}


@may("dossier.view", methods=("GET",))
def gegevens(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show all facts; BSN and V-nummer covered."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    return render(request, "klantmanager/dossier/gegevens.html", _facts_context(request, dossier))


@may("dossier.reveal_bsn", methods=("POST",))
@never_cache
def toon_nummers(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show BSN and V-nummer in full, once; the log names it."""
    dossier = dossier_or_404(request, dossier_id, "dossier.reveal_bsn", action="tonen-bsn")
    context = _facts_context(request, dossier, shown=True)
    response = render(request, "klantmanager/dossier/gegevens.html", context)
    response["Cache-Control"] = "no-store"
    return response


@may("dossier.change")
def wijzig_persoon(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Change who the person is and how to reach her."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    person = Inburgeringsplichtige.objects.get(pk=dossier.inburgeringsplichtige_id)
    form = PersonForm(data=request.POST or None, instance=person)
    return _change(request, dossier, form, "Persoon wijzigen")


@may("dossier.change")
def wijzig_dossier(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Change the facts of the case."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    made_here = not dossier.eerste_pip_elders and dossier.pips.filter(status__in=ESTABLISHED).exists()
    row = Dossier.objects.select_related("inburgeringsplichtige").get(pk=dossier.pk)
    form = CaseForm(data=request.POST or None, instance=row, pip_made_here=made_here)
    return _change(request, dossier, form, "Verblijf en datums wijzigen")


@may("dossier.view", methods=("GET",))
def geschiedenis(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show who changed what from what to what, when and why."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    page = Paginator(changes(dossier), 25).get_page(request.GET.get("pagina"))
    context = dossier_context(request, dossier, "gegevens", page=page)
    return render(request, "klantmanager/dossier/geschiedenis.html", context)


@may("dossier.change")
@once
def nieuw(request: HttpRequest) -> HttpResponse:
    """Make a dossier by hand, after a look for the same person."""
    gemeenten = Gemeente.objects.filter(pk__in=gemeenten_of(request.user, "dossier.change"))
    form = NewDossierForm(request.POST or None, gemeenten=gemeenten)
    if form.is_valid():
        gemeente = form.cleaned_data["gemeente"]
        guides = Rol.KLANTMANAGER in roles_of(request.user, gemeente.pk)
        dossier = open_dossier(
            gemeente,
            person=form.person,
            facts=form.facts,
            by=request.user,
            klantmanager=request.user if guides else None,
            reason=form.cleaned_data["reden"],
        )
        messages.success(request, "Het dossier is gemaakt.")
        return redirect("klantmanager:dossier", dossier.pk)
    found = [*form.same, *form.alike]
    record_list(request, found)
    return render(request, "klantmanager/dossier/nieuw.html", {"form": form, "found": found})


@may("dossier.change")
def einde(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record that the plicht was met or ended, or close the dossier."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    row = Dossier.objects.select_related("inburgeringsplichtige").get(pk=dossier.pk)
    form = EndForm(data=request.POST or None, instance=row)
    if form.is_valid():
        act, sentence = ENDS[form.cleaned_data["wat"]]
        try:
            act(row, on=form.cleaned_data["op"], by=request.user, reason=form.cleaned_data["reden"])
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, sentence)
            return redirect("klantmanager:dossier", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    context = dossier_context(request, dossier, "gegevens", form=form)
    return render(request, "klantmanager/dossier/einde.html", context)


@may("dossier.change", methods=("POST",))
def heropenen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Open a closed dossier again."""
    dossier = dossier_or_404(request, dossier_id, "dossier.change")
    try:
        reopen_dossier(dossier, by=request.user, reason=request.POST.get("reden", ""))
    except NotPossible as fault:
        messages.error(request, str(fault))
        return redirect("klantmanager:einde", dossier.pk)
    messages.success(request, "Het dossier is heropend.")
    return redirect("klantmanager:dossier", dossier.pk)


def _change(request: HttpRequest, dossier: Dossier, form: FactsForm, title: str) -> HttpResponse:
    if form.is_valid():
        if not form.changed_labels:
            messages.info(request, "U hebt niets gewijzigd.")
        else:
            row = form.save(commit=False)
            change_facts(
                dossier,
                row,
                changed=form.changed_labels,
                by=request.user,
                reason=form.cleaned_data["reden"],
            )
            messages.success(request, "De gegevens zijn gewijzigd.")
        return redirect("klantmanager:gegevens", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    context = dossier_context(request, dossier, "gegevens", form=form, title=title)
    return render(request, "klantmanager/dossier/wijzigen.html", context)


def _facts_context(request: HttpRequest, dossier: Dossier, *, shown: bool = False) -> dict[str, Any]:
    persoon = dossier.inburgeringsplichtige
    cover = str if shown else masked
    return dossier_context(
        request,
        dossier,
        "gegevens",
        shown=shown,
        may_reveal=has_permission(request.user, "dossier.reveal_bsn", dossier.gemeente_id),
        numbers=[
            ("BSN", cover(persoon.bsn) or "onbekend"),
            ("V-nummer", cover(persoon.v_nummer) or "onbekend"),
        ],
        person=_person(persoon),
        case=_case(dossier),
    )


def _person(persoon: Inburgeringsplichtige) -> list[tuple[str, Any]]:
    pairs = [
        ("Voornaam", persoon.voornaam),
        ("Achternaam", persoon.achternaam),
        ("Geslacht", persoon.get_geslacht_display()),
        ("Geboortedatum", persoon.geboortedatum),
        ("Nationaliteit", persoon.nationaliteit),
        ("Taal voor contact", language_name(persoon.taal)),
        ("Telefoon", persoon.telefoon),
        ("E-mail", persoon.email),
        ("Adres", persoon.adres),
        ("Postcode en plaats", f"{persoon.postcode} {persoon.plaats}".strip()),
        ("COA-locatie", persoon.coa_locatie),
    ]
    return [(label, value or "onbekend") for label, value in pairs]


def _case(dossier: Dossier) -> list[tuple[str, Any]]:
    pairs = [
        ("Doelgroep", dossier.get_doelgroep_display()),
        ("Verblijfstitel", dossier.get_verblijfstitel_display()),
        ("Verblijfsdoel", dossier.get_verblijfsdoel_display()),
        ("Bij wie de persoon verblijft", dossier.get_referent_display()),
        ("Vergunning bekendgemaakt op", dossier.bekendmaking_on),
        ("Gekoppeld op", dossier.koppeling_on),
        ("Kennisgeving van DUO op", dossier.kennisgeving_on),
        ("Ingeschreven in deze gemeente op", dossier.inschrijving_on),
        ("Eerste PIP", dossier.eerste_pip_on),
        ("Eerste PIP van een andere gemeente", "ja" if dossier.eerste_pip_elders else "nee"),
        ("Bijstand vanaf", dossier.bijstand_on),
        ("Termijn verlengd tot en met", dossier.verlengd_tot_en_met_on or "–"),
        ("Einde van de plicht", dossier.plicht_einde_on or "–"),
        ("Voldaan op", dossier.voldaan_on or "–"),
        ("Afgesloten op", dossier.afgesloten_on or "–"),
        ("Klantmanager", dossier.klantmanager or "nog niemand"),
        ("Team", dossier.team or "–"),
    ]
    return [(label, value or "onbekend") for label, value in pairs]
