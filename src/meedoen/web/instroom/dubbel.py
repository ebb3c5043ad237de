"""Persons who may be known already: side by side, one after another; a person chooses."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from meedoen.access.dossiers import record_list
from meedoen.access.permissions import may
from meedoen.domain.instroom import actions, gemeenten
from meedoen.domain.instroom.actions import Keuze
from meedoen.domain.instroom.models import Importregel
from meedoen.domain.instroom.selectors import Shown, show
from meedoen.web.once import once
from meedoen.web.templatetags.dutch import in_dutch, masked

from .work import import_or_404

IDENTITY = ("voornaam", "achternaam", "geboortedatum", "geslacht", "nationaliteit", "v_nummer", "bsn")


class ChoiceForm(forms.Form):
    """What to do with one row."""

    rij = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    keuze = forms.ChoiceField(label="Wat moet er met deze rij gebeuren?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, elsewhere: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        same = (
            (
                Keuze.VERHUISD,
                f"Zelfde persoon, verhuisd: maak een dossier in {elsewhere}, het oude blijft bestaan",
            )
            if elsewhere
            else (Keuze.ZELFDE, "Zelfde persoon: werk het bestaande dossier bij")
        )
        self.fields["keuze"].choices = [
            same,
            (Keuze.NIEUW, "Iemand anders: maak een nieuw dossier"),
            (Keuze.OVERSLAAN, "Ik weet het nog niet: sla deze rij over"),
        ]


@may("caseload.import")
@once
def dubbel(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show the next row that may be somebody whom we know; keep the choice and go on."""
    bestand = import_or_404(request, import_id, lock=request.method == "POST")
    waiting = bestand.regels.filter(oordeel=Importregel.Oordeel.DUBBEL, overgenomen_at=None).order_by("rij")
    asked = request.POST.get("rij") or request.GET.get("rij") or ""
    one = waiting.filter(rij=int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    regel = (one if one is not None else waiting.filter(keuze="")).first()
    if regel is None:
        if request.method == "POST":
            messages.warning(request, "Voor deze rij is er niets (meer) te kiezen.")
        return redirect(reverse("instroom:voorbeeld", args=[bestand.pk]))
    shown = show([regel])[0]
    if shown.stored is None:  # the dossier is gone or out of reach: judge the file again
        messages.warning(
            request, "Het dossier dat erop leek, is er niet meer. Controleer het bestand opnieuw."
        )
        return redirect(reverse("instroom:voorbeeld", args=[bestand.pk]))
    form = ChoiceForm(
        request.POST or None,
        elsewhere=_new_gemeente(shown),
        initial={"rij": regel.rij, "keuze": regel.keuze},
    )
    if request.method == "POST" and form.is_valid():
        actions.choose(bestand, regel.rij, form.cleaned_data["keuze"], by=request.user)
        return redirect(reverse("instroom:dubbel", args=[bestand.pk]))
    record_list(request, [shown.stored.dossier])
    return render(
        request,
        "instroom/dubbel.html",
        {
            "bestand": bestand,
            "form": form,
            "regel": regel,
            "rows": _beside(shown),
            "dossier": shown.stored.dossier,
            "elsewhere": _new_gemeente(shown),
            "left": waiting.filter(keuze="").count(),
        },
        status=422 if form.is_bound and form.errors else 200,
    )


def _new_gemeente(shown: Shown) -> str:
    """Return the gemeente of the row when the dossier is of another one."""
    if shown.stored is None or shown.stored.dossier.gemeente.cbs_code == shown.row.gemeente:
        return ""
    return gemeenten.known()[shown.row.gemeente].naam


def _beside(shown: Shown) -> list[dict[str, str]]:
    """Return who the file and who the dossier is about: identity only, numbers covered."""
    if shown.stored is None:
        return []
    person, values = shown.stored.dossier.inburgeringsplichtige, shown.row.values
    names = {"v_nummer": "V-nummer", "bsn": "BSN"}
    rows = []
    for code in IDENTITY:
        mine, theirs = values.get(code), getattr(person, code)
        written = masked if code in names else in_dutch
        same = "" if mine != theirs or not mine else " (gelijk)"
        rows.append(
            {
                "label": names.get(code, code.capitalize()),
                "mine": f"{written(mine)}{same}" if mine else "",
                "theirs": f"{written(theirs)}{same}" if theirs else "",
            }
        )
    home = gemeenten.known()[shown.row.gemeente].naam
    rows.append({"label": "Gemeente", "mine": home, "theirs": shown.stored.dossier.gemeente.naam})
    return rows
