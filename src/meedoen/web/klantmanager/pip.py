"""The PIP of a dossier: its versions, writing a draft, comparing, its letters."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate, localtime

from meedoen.access.dossiers import dossier_or_404, part_or_404
from meedoen.access.permissions import has_permission, may
from meedoen.documents.bridge.hoofd import language_of
from meedoen.documents.bridge.pip import SOORTEN, NotPrintable, keep_pip_documents, print_pip
from meedoen.documents.fixed_texts import TALEN
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.actions import discard_draft, save_draft, start_draft
from meedoen.domain.pip.duo import subject
from meedoen.domain.pip.facts import ontzorgen_facts, termijn_facts
from meedoen.domain.pip.models import PIP, Leerroutekeuze
from meedoen.domain.pip.selectors import (
    bezwaar_until,
    compare_versions,
    motivation_trace,
    shown,
    weighed_choice,
)
from meedoen.law.inburgering.termijn import inburgeringstermijn
from meedoen.law.participatie.ontzorgen import ontzorgen, ontzorgen_last_day
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.pip_forms import LanguageForm, PIPForm, ReasonForm
from meedoen.web.klantmanager.voortgang_stand import standing
from meedoen.web.klantmanager.wording import language_name
from meedoen.web.once import once
from meedoen.web.templatetags.dutch import dutch_date
from meedoen.web.versions import conflict_response

# Heading and the sections below it, for reading; the order is that of the form.
GROUPS = (
    ("Leerroute", ("leerroute", "niveau", "intensiteit_uren", "alfabetisering", "mag_opleiding_afmaken")),
    ("Motivatie", ("motivatie",)),
    ("Ondersteuning en begeleiding", ("ondersteuning", "voortgangsgesprekken")),
    ("PVT en MAP", ("pvt_uren", "map_uren")),
    ("Kinderen", ("vve_van_toepassing", "vve", "kinderopvang")),
    ("Participatiewet en ontzorgen", ("pw_van_toepassing", "participatiewet", "ontzorgen")),
)


@may("dossier.view", methods=("GET",))
def pip(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show all versions, what to do now, and what was asked of third parties."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    pips = list(dossier.pips.select_related("vastgesteld_by"))
    draft = next((one for one in pips if one.is_draft), None)
    in_force = next((one for one in pips if one.in_force), None)
    sent = in_force is not None and not in_force.overgenomen
    context = dossier_context(
        request,
        dossier,
        "pip",
        pips=pips,
        draft=draft,
        in_force=in_force,
        duo_stand=standing(dossier).of(subject(in_force)) if sent else None,
        may_send=has_permission(request.user, "voortgang.change", dossier.gemeente_id),
        keuze=Leerroutekeuze.objects.filter(dossier=dossier, gekozen_on__isnull=False).first(),
        verzoeken=dossier.informatieverzoeken.all(),
        reason_form=ReasonForm(),
        termijn=inburgeringstermijn(termijn_facts(dossier), on=localdate()),
        **rights(request, dossier),
    )
    return render(request, "klantmanager/pip/overzicht.html", context)


@may("pip.change", methods=("POST",))
@once
def beginnen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Begin the first version, or a copy of the last one with a reason."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    try:
        made = start_draft(dossier, by=request.user, on=localdate(), reason=request.POST.get("reden", ""))
    except NotPossible as fault:
        messages.error(request, str(fault))
        return redirect("klantmanager:pip", dossier.pk)
    return redirect("klantmanager:pip-bewerken", dossier.pk, made.pk)


@may("dossier.view", methods=("GET",))
def versie(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Read one version, with its decision, its letters and what to do next."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    found = version_or_404(dossier, pip_id)
    kept = dossier.documenten.filter(soort__in=SOORTEN, titel__endswith=f", versie {found.versie}")
    context = dossier_context(
        request,
        dossier,
        "pip",
        pip=found,
        groups=_groups(found),
        decision=_decision(found),
        afspraken=found.afspraken.select_related("partner"),
        documents=[
            (one, language_name(one.taal)) for one in kept.defer("inhoud").order_by("taal", "soort", "-id")
        ],
        language_form=LanguageForm(initial={"taal": language_of(dossier) or "nl"}),
        person_language=language_of(dossier),
        bezwaar=bezwaar_until(found) if found.bekendmaking_on or found.uitgereikt_on else None,
        termijn=inburgeringstermijn(termijn_facts(dossier, found.dagtekening_on), on=localdate()),
        weighed=weighed_choice(found),
        others=[one for one in dossier.pips.all() if one.pk != found.pk],
        **rights(request, dossier),
    )
    return render(request, "klantmanager/pip/versie.html", context)


@may("pip.change")
def bewerken(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Write a draft."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    found = version_or_404(dossier, pip_id)
    if not found.is_draft:
        messages.info(request, "Dit PIP is vastgesteld. Maak een nieuwe versie als er iets verandert.")
        return redirect("klantmanager:pip-versie", dossier.pk, found.pk)
    form = PIPForm(data=request.POST or None, instance=found, on=localdate())
    if form.is_valid():
        save_draft(form.save(commit=False), by=request.user)
        if "controleren" in request.POST:
            return redirect("klantmanager:pip-controleren", dossier.pk, found.pk)
        messages.success(request, "Het concept is opgeslagen.")
        return redirect("klantmanager:pip-bewerken", dossier.pk, found.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    keuze = Leerroutekeuze.objects.filter(dossier=dossier).first()
    facts, today = ontzorgen_facts(dossier), localdate()
    context = dossier_context(
        request,
        dossier,
        "pip",
        pip=found,
        form=form,
        afspraken=found.afspraken.select_related("partner"),
        keuze=keuze,
        trace=motivation_trace(found),
        ontzorgen=ontzorgen(facts, on=today),
        ontzorgen_until=ontzorgen_last_day(facts, on=today) if dossier.bijstand_on else None,
        person_language=language_of(dossier),
        language_form=LanguageForm(initial={"taal": language_of(dossier) or "nl"}),
    )
    return render(request, "klantmanager/pip/bewerken.html", context)


@may("pip.change", methods=("POST",))
def bewaren(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Save the draft while a person is typing."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    found = version_or_404(dossier, pip_id)
    if not found.is_draft:
        return JsonResponse({"message": "Niet opgeslagen: dit PIP is vastgesteld."}, status=422)
    form = PIPForm(data=request.POST, instance=found, on=localdate())
    if not form.is_valid():
        return JsonResponse({"message": "Nog niet opgeslagen."}, status=409 if form.conflict else 422)
    saved = form.save(commit=False)
    save_draft(saved, by=request.user)
    return JsonResponse({"saved_at": f"{localtime():%H:%M}", "version": saved.version})


@may("pip.change")
def weggooien(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Throw a draft away, with a reason."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    found = version_or_404(dossier, pip_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            discard_draft(found, by=request.user, reason=form.cleaned_data["reden"])
        except ValueError as fault:
            messages.error(request, str(fault))
        else:
            messages.success(request, "Het concept is weggegooid. De geschiedenis blijft bewaard.")
        return redirect("klantmanager:pip", dossier.pk)
    context = dossier_context(request, dossier, "pip", pip=found, form=form)
    return render(request, "klantmanager/pip/weggooien.html", context)


@may("dossier.view", methods=("GET",))
def vergelijken(request: HttpRequest, dossier_id: int, pip_id: int, other_id: int) -> HttpResponse:
    """Show two versions beside each other."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view")
    one, two = sorted(
        (version_or_404(dossier, pip_id), version_or_404(dossier, other_id)), key=lambda found: found.versie
    )
    rows = [{"label": d.label, "mine": d.old, "theirs": d.new} for d in compare_versions(one, two)]
    context = dossier_context(
        request,
        dossier,
        "pip",
        old=one,
        new=two,
        old_title=f"Versie {one.versie}",
        new_title=f"Versie {two.versie}",
        rows=rows,
        changed=sum(row["mine"] != row["theirs"] for row in rows),
    )
    return render(request, "klantmanager/pip/vergelijken.html", context)


@may("dossier.view", methods=("GET",))
def voorbeeld(request: HttpRequest, dossier_id: int, pip_id: int, soort: str) -> HttpResponse:
    """Show a letter of a draft as PDF; it says CONCEPT and is not kept."""
    dossier = dossier_or_404(request, dossier_id, "dossier.view", action="document")
    found = version_or_404(dossier, pip_id)
    if not found.is_draft:
        return redirect("klantmanager:pip-versie", dossier.pk, found.pk)
    if soort not in SOORTEN:
        raise Http404("Deze brief bestaat niet.")
    taal = request.GET.get("taal", "nl")
    try:
        info, content = print_pip(found, soort, taal if taal in TALEN else "nl", on=localdate())
    except NotPrintable as fault:
        messages.error(request, str(fault))
        return redirect("klantmanager:pip-versie", dossier.pk, found.pk)
    return pdf_response(content, info.filename)


@may("pip.establish", methods=("POST",))
@once
def documenten(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Make both letters of a decision again, in the language that was chosen."""
    dossier = dossier_or_404(request, dossier_id, "pip.establish")
    found = version_or_404(dossier, pip_id)
    form = LanguageForm(request.POST)
    if found.is_draft or not form.is_valid():
        messages.error(request, "Alleen van een vastgesteld PIP worden brieven gemaakt. Kies een taal.")
        return redirect("klantmanager:pip-versie", dossier.pk, found.pk)
    try:
        keep_pip_documents(found, form.cleaned_data["taal"], by=request.user, on=localdate())
    except NotPrintable as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, "De brieven zijn gemaakt.")
    return redirect("klantmanager:pip-versie", dossier.pk, found.pk)


def version_or_404(dossier: Dossier, pip_id: int) -> PIP:
    """Return one version of the dossier's PIP, holding the dossier as it was fetched."""
    found: PIP = part_or_404(dossier, dossier.pips, pip_id)
    found.dossier = dossier
    return found


def rights(request: HttpRequest, dossier: Dossier) -> dict[str, bool]:
    """Return what this user may do with the PIP, for the buttons on the page."""
    return {
        "may_write": has_permission(request.user, "pip.change", dossier.gemeente_id),
        "may_establish": has_permission(request.user, "pip.establish", dossier.gemeente_id),
    }


def pdf_response(content: bytes, filename: str) -> HttpResponse:
    """Return a PDF that a browser shows and no cache keeps."""
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": content_disposition_header(False, filename) or "inline",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


def _decision(found: PIP) -> list[tuple[str, Any]]:
    """When, by whom and how the version became a decision."""
    signed = ", ".join(part for part in (found.ondertekenaar, found.ondertekenaar_functie) if part)
    given = f"{dutch_date(found.uitgereikt_on)} ({found.uitgereikt_hoe})" if found.uitgereikt_on else ""
    return [
        ("Dagtekening", found.dagtekening_on or ""),
        ("Ondertekend door", signed),
        ("Vastgesteld door", str(found.vastgesteld_by or "")),
        ("Uitgereikt", given),
        ("Reden van deze versie", found.reden_wijziging),
    ]


def _groups(found: PIP) -> list[tuple[str, list[tuple[str, str]]]]:
    """The sections that hold something, under their headings."""
    made = []
    for title, names in GROUPS:
        rows = []
        for name in names:
            label = str(PIP._meta.get_field(name).verbose_name)
            rows.append((label[:1].upper() + label[1:], shown(found, name)))
        made.append((title, [row for row in rows if row[1]]))
    return [(title, rows) for title, rows in made if rows]
