"""Hours followed: a new total of one of the three kinds."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.telling import WouldBeRefused
from meedoen.domain.voortgang.actions import register_uren
from meedoen.domain.voortgang.facts import latest_uren
from meedoen.domain.voortgang.models import GevolgdeUren
from meedoen.domain.voortgang.selectors import uren_conditions
from meedoen.web.klantmanager.voortgang_forms import UrenForm
from meedoen.web.klantmanager.voortgang_frame import CHECK, HOLD, duo_fragment, form_page, told
from meedoen.web.once import once

Soort = GevolgdeUren.Soort
WHAT_COUNTS = {
    Soort.TAALLES: "Alle lesuren Nederlands en KNM bij een cursusinstelling in de leerroute. Uren uit een "
    "eerdere leerroute tellen mee; in de onderwijsroute tellen alle lessen. Uren uit de brede intake tellen "
    "niet mee.",
    Soort.TAALLES_KNM_INTAKE: "Lesuren Nederlands en KNM tijdens de brede intake, ook alfabetisering.",
    Soort.PARTICIPATIE: "Uren participatie voor de Z-route van een asielstatushouder, ook uit de brede "
    "intake, de maatschappelijke begeleiding en de Participatiewet.",
}


@may("voortgang.change")
@once
def uren(request: HttpRequest, dossier_id: int, urensoort: str) -> HttpResponse:
    """Record a total; the latest one counts and goes to DUO."""
    dossier = dossier_or_404(request, dossier_id, "voortgang.change")
    if urensoort not in Soort.values:
        raise Http404("Deze uren bestaan niet.")
    soort, today = Soort(urensoort), localdate()
    latest = latest_uren(dossier, soort)
    form = UrenForm(request.POST or None, latest=latest, initial={"tot_en_met_on": today})
    complete = form.is_valid()
    typed = form.cleaned_data.get("uren") if form.is_bound else None
    conditions, refused = uren_conditions(dossier, soort, typed, on=today), False
    if CHECK in request.POST:
        return duo_fragment(request, conditions)
    if complete:
        data, hold = form.cleaned_data, HOLD in request.POST
        try:
            register_uren(
                dossier,
                soort,
                uren=data["uren"],
                tot_en_met_on=data["tot_en_met_on"],
                toelichting=data["toelichting"],
                by=request.user,
                on=today,
                hold=hold,
            )
        except WouldBeRefused as fault:
            refused, conditions = True, list(fault.conditions)
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            told(request, conditions, held=hold and any(one.refuses for one in conditions))
            return redirect("klantmanager:voortgang", dossier.pk)
    return form_page(
        request,
        dossier,
        form,
        conditions,
        refused=refused,
        title=soort.label,
        intro=WHAT_COUNTS[soort],
        extra=[f"het laatste totaal is {latest.uren} uur"] if latest else [],
    )
