"""Giving dossiers to a klantmanager, many at once and with a reason, and taking one yourself."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404, record_list
from meedoen.access.permissions import PERMISSIONS, gemeenten_of, may
from meedoen.domain.dossier.assigning import AssignedMeanwhile, CannotAssign, assign, klantmanagers_for, take
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Medewerker
from meedoen.web.klantmanager.weergaven import list_address
from meedoen.web.once import once

AT_ONCE = 500
NOBODY = "niemand"
_CHOSEN = re.compile(r"(\d{1,18})(?:-(\d{1,9}))?", re.ASCII)


class AssignForm(forms.Form):
    """To whom, and why."""

    klantmanager = forms.ChoiceField(label="Naar wie gaan de dossiers?")
    reden = forms.CharField(
        label="Waarom?",
        min_length=5,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld: verlof van een collega. Dit komt in het logboek van ieder dossier.",
    )

    def __init__(self, *args: Any, klantmanagers: Iterable[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in klantmanagers}
        self.fields["klantmanager"].choices = [
            ("", "Kies een klantmanager"),
            *((key, person.naam) for key, person in self.people.items()),
            (NOBODY, "Niemand: leg de dossiers terug als niet toegewezen"),
        ]

    @property
    def chosen(self) -> Medewerker | None:
        """The klantmanager, or None to lay the dossiers back."""
        return self.people.get(self.cleaned_data["klantmanager"])


@may("dossier.assign")
def toewijzen(request: HttpRequest) -> HttpResponse:
    """Ask to whom the chosen dossiers go and why, and assign them: all or none.

    The list sends its choice here by POST, because 250 dossiers do not fit in an
    address. Only the second form, with a klantmanager, carries a key: it works once.
    """
    if request.method == "POST" and "klantmanager" in request.POST:
        return _assign_once(request)
    asked = request.POST if request.method == "POST" else request.GET
    versions = chosen_versions(asked.getlist("dossier"))
    dossiers = _dossiers(request, versions)
    return _show(request, _form(dossiers), dossiers, versions)


toewijzen.is_once = True  # type: ignore[attr-defined]


@once
def _assign_once(request: HttpRequest) -> HttpResponse:
    """Assign, or show the form again with what is not right (409 when somebody else was first)."""
    versions = chosen_versions(request.POST.getlist("dossier"))
    dossiers = _dossiers(request, versions)
    form = _form(dossiers, request.POST)
    if not form.is_valid():
        return _show(request, form, dossiers, versions)
    reason = form.cleaned_data["reden"]
    try:
        done = assign(versions, klantmanager=form.chosen, reason=reason, by=request.user, on=localdate())
    except CannotAssign as refusal:
        form.add_error(None, str(refusal))
        return _show(request, form, dossiers, versions)
    except AssignedMeanwhile as meanwhile:
        form.add_error(None, f"{meanwhile} Kijk hieronder wie de dossiers nu heeft en kies opnieuw.")
        # The page now stands for the stored versions: sending it again is a conscious choice.
        return _show(request, form, dossiers, dict.fromkeys(versions), status=409)
    record_list(request, done, action="wijzigen", reason=reason)
    messages.success(request, _done(len(done), form.chosen))
    return redirect(list_address(request.POST.get("terug", "")))


def _form(dossiers: list[Dossier], data: Any = None) -> AssignForm:
    gemeenten = {dossier.gemeente_id for dossier in dossiers}
    return AssignForm(data, klantmanagers=klantmanagers_for(gemeenten, on=localdate()))


def _show(
    request: HttpRequest,
    form: AssignForm,
    dossiers: list[Dossier],
    versions: dict[int, int | None],
    status: int = 200,
) -> HttpResponse:
    """Show who is chosen and the form; a dossier without a version stands for what is stored now."""
    record_list(request, dossiers)
    terug = (request.POST if request.method == "POST" else request.GET).get("terug", "")
    context = {
        "form": form,
        "dossiers": [(dossier, versions[dossier.pk] or dossier.version) for dossier in dossiers],
        "terug": terug,
        "terug_url": list_address(terug),
    }
    return render(request, "klantmanager/werkvoorraad/toewijzen.html", context, status=status)


@may("dossier.take", methods=("POST",))
def oppakken(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Have a klantmanager take a dossier that nobody has; doing it twice changes nothing."""
    dossier = dossier_or_404(request, dossier_id, "dossier.take")
    version = request.POST.get("version", "")
    if dossier.klantmanager_id != request.user.pk:
        try:
            number = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else None
            take(dossier, version=number, by=request.user, on=localdate())
        except (CannotAssign, AssignedMeanwhile) as refusal:
            messages.error(request, str(refusal))
            return redirect(list_address("wie=vrij"))
        messages.success(request, "U bent nu de klantmanager van dit dossier.")
    return redirect("klantmanager:dossier", dossier_id=dossier.pk)


def chosen_versions(values: Iterable[str]) -> dict[int, int | None]:
    """Return id → version from values such as ``12-3`` (or ``12``: as it is now); others are left out."""
    found = {}
    for value in values:
        if match := _CHOSEN.fullmatch(value):
            found[int(match[1])] = int(match[2]) if match[2] else None
    return found


def _dossiers(request: HttpRequest, versions: dict[int, int | None]) -> list[Dossier]:
    """Return the chosen dossiers.

    Raises:
        Http404: when one does not exist or belongs to a gemeente outside the scope.
        PermissionDenied: when the user may not assign in the gemeente of one.
    """
    if len(versions) > AT_ONCE:
        raise PermissionDenied(f"Wijs hooguit {AT_ONCE} dossiers tegelijk toe.")
    rows = Dossier.objects.filter(pk__in=list(versions)).select_related(
        "inburgeringsplichtige", "klantmanager", "gemeente"
    )
    dossiers = sorted(rows, key=lambda dossier: (dossier.inburgeringsplichtige.achternaam, dossier.pk))
    if len(dossiers) < len(versions):
        raise Http404("Een van deze dossiers bestaat niet, of u mag het niet zien.")
    allowed = set(gemeenten_of(request.user, "dossier.assign"))
    if any(dossier.gemeente_id not in allowed for dossier in dossiers):
        raise PermissionDenied(PERMISSIONS["dossier.assign"][1])
    return dossiers


def _done(count: int, to: Medewerker | None) -> str:
    what = "1 dossier" if count == 1 else f"{count} dossiers"
    return f"{what} teruggelegd als niet toegewezen." if to is None else f"{what} toegewezen aan {to}."
