"""Checked translations of the free texts of a PIP, beside the Dutch text."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.documents.bridge.hoofd import language_of
from meedoen.documents.fixed_texts import TALEN
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.pip.actions import save_vertaling
from meedoen.domain.pip.models import PIP, Vertaling
from meedoen.domain.pip.selectors import free_texts, is_stale
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.klantmanager.pip import version_or_404
from meedoen.web.klantmanager.pip_forms import LanguageForm, VertalingForm
from meedoen.web.klantmanager.wording import language_name
from meedoen.web.versions import conflict_response

FOREIGN = [code for code in TALEN if code != "nl"]


@may("pip.change")
def vertalingen(request: HttpRequest, dossier_id: int, pip_id: int) -> HttpResponse:
    """Show each Dutch text with its translation, and save one."""
    dossier = dossier_or_404(request, dossier_id, "pip.change")
    found = version_or_404(dossier, pip_id)
    taal = request.POST.get("taal") or request.GET.get("taal") or language_of(dossier) or "en"
    taal = taal if taal in FOREIGN else "en"
    wrong: VertalingForm | None = None
    if request.method == "POST":
        form = _form(found, request.POST.get("veld", ""), taal, request.POST)
        if form.is_valid() and _save(request, found, form):
            address = reverse("klantmanager:vertalingen", args=[dossier.pk, found.pk])
            return redirect(f"{address}?taal={taal}")
        if form.conflict:
            return conflict_response(request, form, {})
        wrong = form
    rows = [_row(found, text, taal, wrong) for text in free_texts(found)]
    context = dossier_context(
        request,
        dossier,
        "pip",
        pip=found,
        rows=rows,
        taal=taal,
        language=language_name(taal),
        languages=[
            {"url": f"?taal={code}", "label": language_name(code), "current": code == taal}
            for code in FOREIGN
        ],
        person_language=language_of(dossier),
        wrong=wrong if wrong is not None and not any(row["form"] is wrong for row in rows) else None,
        language_form=LanguageForm(initial={"taal": taal}),
    )
    return render(request, "klantmanager/pip/vertalingen.html", context)


def _save(request: HttpRequest, found: PIP, form: VertalingForm) -> bool:
    typed = form.cleaned_data
    try:
        made = save_vertaling(
            found,
            veld=typed["veld"],
            taal=typed["taal"],
            tekst=typed["tekst"],
            gecontroleerd_by=typed["gecontroleerd_by"],
            gecontroleerd_on=typed["gecontroleerd_on"],
            by=request.user,
            on=localdate(),
        )
    except NotPossible as fault:
        form.add_error(None, str(fault))
        return False
    messages.success(request, "De vertaling is bewaard." if made else "De vertaling is weggehaald.")
    return True


def _form(found: PIP, veld: str, taal: str, data: Any = None) -> VertalingForm:
    stored = Vertaling.objects.filter(pip=found, veld=veld, taal=taal).first()
    instance = stored or Vertaling(gemeente_id=found.gemeente_id, pip=found, veld=veld, taal=taal)
    initial = {"veld": veld, "taal": taal}
    # Ids must differ, because every text has a form of its own on the page.
    auto_id = f"id_{veld.replace(':', '_')}_%s"
    return VertalingForm(data=data, instance=instance, initial=initial, auto_id=auto_id)


def _row(found: PIP, text: Any, taal: str, wrong: VertalingForm | None) -> dict[str, Any]:
    if wrong is not None and wrong.data.get("veld") == text.veld:
        form = wrong
    else:
        form = _form(found, text.veld, taal)
    stored = form.instance if form.instance.pk else None
    stale = stored is not None and is_stale(stored, free_texts(found))
    return {
        "text": text,
        "form": form,
        "stale": stale,
        "checked": stored is not None and stored.gecontroleerd_on is not None and not stale,
        "stored": stored,
    }
