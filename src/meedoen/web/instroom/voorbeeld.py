"""What a file would do, before anything is written; afterwards, what it did."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from meedoen.access.dossiers import opens_without_reason, record_list
from meedoen.access.permissions import may
from meedoen.domain.instroom.models import Import, Importregel
from meedoen.domain.instroom.selectors import Shown, counts, faults, label, show, undecided
from meedoen.domain.instroom.words import TAAL_LABELS

from .work import import_or_404

Oordeel, Status = Importregel.Oordeel, Import.Status
PAGE = 50
HIDDEN = "staat bij een collega"


@may("caseload.import", methods=("GET",))
def voorbeeld(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show counts, faults and changes of a checked file, or the result of one that is done."""
    bestand = import_or_404(request, import_id)
    if bestand.status == Status.INDELEN:
        return redirect(reverse("instroom:kolommen", args=[bestand.pk]))
    if bestand.status in {Status.CONTROLEREN, Status.OVERNEMEN}:
        return redirect(reverse("instroom:voortgang", args=[bestand.pk]))
    totals = counts(bestand)
    with_faults = Paginator(bestand.regels.exclude(fouten=[]).order_by("rij"), PAGE)
    fault_page = with_faults.get_page(request.GET.get("pagina"))
    return render(
        request,
        "instroom/voorbeeld.html",
        {
            "bestand": bestand,
            "totals": totals,
            "open_choices": undecided(bestand),
            "done": bestand.status == Status.KLAAR,
            "thrown_away": bestand.status == Status.AFGEBROKEN,
            "faults": faults(fault_page.object_list),
            "fault_page": fault_page,
            "changed": _changed(request, bestand),
            "new": _new(bestand),
            "page_size": PAGE,
            "to_write": totals["nieuw"] + totals["gewijzigd"] + totals["dubbel"],
        },
    )


def _changed(request: HttpRequest, bestand: Import) -> list[dict[str, Any]]:
    """Return the first changed persons, each with old and new; evidence is written of whom is shown."""
    regels = bestand.regels.filter(oordeel=Oordeel.GEWIJZIGD, overgenomen_at=None).order_by("rij")[:PAGE]
    shown = show(regels)
    record_list(request, [row.stored.dossier for row in shown if row.stored])
    return [_change_of(request, row) for row in shown if row.stored]


def _change_of(request: HttpRequest, row: Shown) -> dict[str, Any]:
    if row.stored is None:
        raise ValueError("a changed row is about somebody")
    dossier = row.stored.dossier
    open_to_user = opens_without_reason(request.user, dossier)
    return {
        "rij": row.regel.rij,
        "naam": dossier.inburgeringsplichtige.naam,
        "dossier": dossier,
        "colleague": not open_to_user,
        "changes": [
            {
                "label": label(change.code),
                "old": _read(change.code, change.old) if open_to_user else HIDDEN,
                "new": _read(change.code, change.new),
                "secret": change.code in {"bsn", "v_nummer"},
                "sealed": change.code == "gezondheid",
                "kept": change.kept,
            }
            for change in row.changes
        ],
    }


def _read(code: str, value: Any) -> Any:
    """Return a value as a person reads it: a language by its name."""
    return TAAL_LABELS.get(value, value) if code == "taal" else value


def _new(bestand: Import) -> list[dict[str, Any]]:
    """Return the first new persons as the file names them."""
    regels = bestand.regels.filter(oordeel=Oordeel.NIEUW, overgenomen_at=None).order_by("rij")[:PAGE]
    return [
        {"rij": row.regel.rij, **{code: row.row.values.get(code) for code in _SHOWN}} for row in show(regels)
    ]


_SHOWN = ("voornaam", "achternaam", "geboortedatum", "gekoppelde_gemeente", "plaats", "kennisgeving_on")
