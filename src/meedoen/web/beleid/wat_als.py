"""What if the law had another number: figures while a slider moves, and who it concerns for who may know."""

from dataclasses import dataclass
from time import perf_counter
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.timezone import localdate

from meedoen.access.dossiers import opens_without_reason, record_list
from meedoen.access.permissions import gemeenten_for, has_permission, may
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.termijn.caseload import KEPT, Caseload, caseload
from meedoen.law.caseload.telling import NOT_MODELLED
from meedoen.law.caseload.whatif import WhatIf, explained, whatif
from meedoen.law.caseload.wording import difference, label, number
from meedoen.web.beleid.figuren import ENOUGH, HEADINGS, figures
from meedoen.web.beleid.keuze import WhatIfForm
from meedoen.web.inkoper.onthullen import FEW, HIDDEN, SMALL

PER_PAGE = 25


@dataclass(frozen=True)
class Change:
    """One answer about one dossier, under the law and under the policy, each with its reason."""

    label: str
    old: str
    new: str
    difference: str
    why_old: str
    why_new: str


@dataclass(frozen=True)
class Person:
    """One dossier on the list."""

    name: str
    gemeente: str
    url: str
    changes: list[Change]


@may("beleid.what_if", methods=("GET",))
def wat_als(request: HttpRequest) -> HttpResponse:
    """Show the figures of one supposed number for the gemeenten of the user; only the answer for htmx."""
    form = WhatIfForm(request.GET, localdate())
    partial = request.htmx and not request.htmx.history_restore_request
    context: dict[str, Any] = {
        "form": form,
        "slider": form.slider,
        "whose": "uw gemeenten" if len(gemeenten_for(request.user, "beleid.what_if")) > 1 else "uw gemeente",
        "few": FEW,
        "hidden": HIDDEN,
        "headings": HEADINGS,
        "not_modelled": NOT_MODELLED,
        "swaps": partial,
        "other_number": partial and form.other_number,
    }
    if form.is_valid():
        context |= _answer(request, form)
    template = "beleid/uitkomst.html" if partial else "beleid/wat_als.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _answer(request: HttpRequest, form: WhatIfForm) -> dict[str, Any]:
    began = perf_counter()
    read = _caseload(request, form, "beleid.what_if")
    facts_read = perf_counter()
    found = whatif(read.frame.lazy(), form.policy, form.cleaned_data["op"], program=KEPT)
    made = figures(found)
    done = perf_counter()
    return {
        "asked": True,
        "unchanged": form.cleaned_data["waarde"] == form.slider.now,
        "figures": made,
        "enough": ENOUGH,
        "change": form.policy.changes[0].sentence(form.cleaned_data["op"]),
        "left_out": _some(read.left_out),
        "reading_ms": round((facts_read - began) * 1000),
        "reckoning_ms": round((done - facts_read) * 1000),
        "list_url": reverse("beleid:geraakt") + form.query()
        if has_permission(request.user, "beleid.affected")
        else "",
    }


@may("beleid.affected", methods=("GET",))
def geraakt(request: HttpRequest) -> HttpResponse:
    """List the dossiers that get another answer, as far as the user opens them without a reason."""
    form = WhatIfForm(request.GET, localdate())
    if not form.is_valid():
        return redirect("beleid:wat-als")
    on = form.cleaned_data["op"]
    read = _caseload(request, form, "beleid.affected")
    found = whatif(read.frame.lazy(), form.policy, on, program=KEPT)
    ids = found.keys.filter(found.any_touched)["dossier"].to_list()
    dossiers = Dossier.objects.filter(pk__in=ids).select_related("inburgeringsplichtige", "gemeente")
    ordered = dossiers.order_by("inburgeringsplichtige__achternaam", "inburgeringsplichtige__voornaam", "pk")
    mine = [dossier for dossier in ordered if opens_without_reason(request.user, dossier)]
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("pagina"))
    record_list(request, page.object_list)
    rows = read.frame.filter(read.frame["dossier"].is_in([dossier.pk for dossier in page]))
    facts = {row["dossier"]: row for row in rows.iter_rows(named=True)}
    context = {
        "page": page,
        "people": [_person(dossier, facts[dossier.pk], form, found) for dossier in page],
        "of_colleagues": _some(len(ids) - len(mine)),
        "change": form.policy.changes[0].sentence(on),
        "on": on,
        "back_url": reverse("beleid:wat-als") + form.query(),
    }
    return render(request, "beleid/geraakt.html", context)


def _some(count: int) -> str:
    """Return a number beside figures about groups: no small one, and nothing for none."""
    return FEW if 0 < count < SMALL else number(count) if count else ""


def _caseload(request: HttpRequest, form: WhatIfForm, permission: str) -> Caseload:
    gemeenten = {gemeente.pk: gemeente.naam for gemeente in gemeenten_for(request.user, permission)}
    return caseload(gemeenten, form.cleaned_data["op"], also_closed=form.cleaned_data["afgesloten"])


def _person(dossier: Dossier, facts: dict[str, Any], form: WhatIfForm, found: WhatIf) -> Person:
    persoon = dossier.inburgeringsplichtige
    return Person(
        f"{persoon.voornaam} {persoon.achternaam}".strip(),
        dossier.gemeente.naam,
        reverse("klantmanager:dossier", args=[dossier.pk]),
        [change for effect in found.effects if (change := _change(facts, effect.name, form)) is not None],
    )


def _change(facts: dict[str, Any], name: str, form: WhatIfForm) -> Change | None:
    """Return what changes in one answer about one dossier; None when nothing does."""
    old, new = explained(facts, name, form.policy, form.cleaned_data["op"], program=KEPT)
    if (old.value, old.status) == (new.value, new.status):
        return None
    both_days = hasattr(old.value, "toordinal") and hasattr(new.value, "toordinal")
    days = difference("dagen", (new.value - old.value).days) if both_days else ""
    return Change(label(name), old.head(), new.head(), days, old.sentence(), new.sentence())
