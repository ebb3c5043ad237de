"""Which file a page is about, and whether its work is done now or behind the page."""

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.access.permissions import gemeenten_of
from meedoen.domain.instroom import actions
from meedoen.domain.instroom.models import Import

from . import tasks

AT_ONCE = 500
"""Files with more rows are checked and taken over by the worker."""


def import_or_404(request: HttpRequest, import_id: int, *, lock: bool = False) -> Import:
    """Return a file that this user brought in; rows may be of all her gemeenten, so it is hers alone.

    Raises:
        Http404: not existing, of somebody else, or of a gemeente for which she may no longer do this.
    """
    rows = Import.objects.select_for_update() if lock else Import.objects
    found = (
        rows.filter(
            pk=import_id, by=request.user, gemeente_id__in=gemeenten_of(request.user, "caseload.import")
        ).first()
        if import_id < 2**63
        else None
    )
    if found is None:
        raise Http404("Dit bestand bestaat niet, of u mag het niet zien.")
    return found


def check(request: HttpRequest, bestand: Import) -> str:
    """Have a file checked; returns the address to go to."""
    ids = gemeenten_of(request.user, "caseload.import")
    bestand.status = bestand.Status.CONTROLEREN
    bestand.save(update_fields=["status"])
    if bestand.aantal <= AT_ONCE:
        actions.check(bestand.pk, gemeente_ids=ids, on=localdate())
        return reverse("instroom:voorbeeld", args=[bestand.pk])
    tasks.check_import.enqueue(bestand.pk, ids)
    return reverse("instroom:voortgang", args=[bestand.pk])


def take_over(request: HttpRequest, bestand: Import) -> str:
    """Have a checked file taken over; returns the address to go to."""
    ids = gemeenten_of(request.user, "caseload.import")
    actions.begin(bestand)
    if bestand.aantal <= AT_ONCE:
        actions.take_over(bestand.pk, gemeente_ids=ids)
        return reverse("instroom:voorbeeld", args=[bestand.pk])
    tasks.take_over_import.enqueue(bestand.pk, ids)
    return reverse("instroom:voortgang", args=[bestand.pk])
