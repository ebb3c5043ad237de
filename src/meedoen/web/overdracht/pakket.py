"""Looking at what goes along, making the pack, and getting its file."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.permissions import may
from meedoen.documents.bridge.overdracht import give_pack
from meedoen.documents.bridge.overdracht_delen import parts
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.overdracht.actions import refuse_to_give
from meedoen.domain.overdracht.pakket import build
from meedoen.domain.overdracht.selectors import key_for
from meedoen.domain.overdracht.sleutels import is_on
from meedoen.web.klantmanager.frame import dossier_context
from meedoen.web.once import once
from meedoen.web.versions import conflict_response

from .forms import PackForm
from .verhuizing import move_or_404


@may("overdracht.give")
@once
def geven(request: HttpRequest, dossier_id: int, verhuizing_id: int) -> HttpResponse:
    """Show what goes along; make the PDF and the file."""
    giving = request.method == "POST"
    dossier, move = move_or_404(
        request, dossier_id, verhuizing_id, action="overdragen" if giving else "lezen"
    )
    today = localdate()
    intake = getattr(dossier, "brede_intake", None)
    summary = intake.samenvatting if intake and intake.afgerond_on else ""
    receiver = key_for(dossier.gemeente, move.andere_code)
    try:
        refuse_to_give(move, on=today)
        refused = ""
    except NotPossible as fault:
        refused = str(fault)
    form = PackForm(
        data=request.POST or None,
        instance=move,
        has_summary=bool(summary.strip()),
        can_sign=is_on(),
        encrypts=receiver is not None,
    )
    if giving and not refused and form.is_valid():
        data = form.cleaned_data
        try:
            give_pack(
                move,
                boetes=data["fines"],
                with_summary=data.get("samenvatting", False),
                with_file=data.get("bestand", False),
                hoe_veilig=data.get("hoe_veilig", ""),
                by=request.user,
                on=today,
            )
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, f"De overdracht aan de gemeente {move.andere_naam} is gemaakt.")
            return redirect("overdracht:verhuizing", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    shown = parts(build(move, nummer=uuid4(), boetes=[], with_summary=False, on=today))
    context = dossier_context(
        request,
        dossier,
        "verhuizing",
        verzoek=move,
        form=form,
        refused=refused,
        delen=shown,
        summary=summary,
        receiver=receiver,
        can_sign=is_on(),
    )
    return render(request, "overdracht/geven.html", context)


@may("overdracht.give", methods=("GET",))
def bestand(request: HttpRequest, dossier_id: int, verhuizing_id: int, pakket_id: int) -> HttpResponse:
    """Give the signed file exactly as it was made."""
    _, move = move_or_404(request, dossier_id, verhuizing_id, action="overdragen")
    found = move.pakketten.filter(pk=pakket_id).first() if pakket_id < 2**63 else None
    if found is None or not found.bestand_sealed:
        raise Http404("Dit bestand bestaat niet.")
    return HttpResponse(
        found.bestand,
        content_type="application/json",
        headers={
            "Content-Disposition": f'attachment; filename="overdracht-{str(found.nummer)[:8]}.json"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )
