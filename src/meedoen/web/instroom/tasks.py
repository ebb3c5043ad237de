"""Work on large files behind the pages; each task may be run again without harm.

It stands with the pages because, like a page, it must know which day it is and what the user
may do at this moment: a right can end while a task waits.
"""

from django.db import transaction
from django.utils.timezone import localdate
from django_tasks import task

from meedoen.access.permissions import gemeenten_of
from meedoen.domain.instroom import actions
from meedoen.domain.instroom.models import Import
from meedoen.domain.regio.logboek import Origin, origin
from meedoen.domain.regio.tenancy import tenant_scope


@task()
def check_import(import_id: int, gemeente_ids: list[int]) -> None:
    """Check all rows of a file; `gemeente_ids` is where the user might do this when she asked."""
    token = origin.set(Origin(name="taak: bestand controleren"))
    try:
        if allowed := _still_allowed(import_id, gemeente_ids):
            actions.check(import_id, gemeente_ids=allowed, on=localdate())
    finally:
        origin.reset(token)


@task()
def take_over_import(import_id: int, gemeente_ids: list[int]) -> None:
    """Write the rows of a checked file."""
    token = origin.set(Origin(name="taak: bestand overnemen"))
    try:
        if allowed := _still_allowed(import_id, gemeente_ids):
            actions.take_over(import_id, gemeente_ids=allowed)
    finally:
        origin.reset(token)


def _still_allowed(import_id: int, gemeente_ids: list[int]) -> list[int]:
    """Return the gemeenten for which the user may still bring in a file; none when her account is closed."""
    with transaction.atomic(), tenant_scope(gemeente_ids):
        bestand = Import.objects.select_related("by").filter(pk=import_id).first()
        if bestand is None or bestand.by is None or not bestand.by.is_active:
            return []
        now = set(gemeenten_of(bestand.by, "caseload.import"))
        return sorted(now & set(gemeente_ids)) if bestand.gemeente_id in now else []
