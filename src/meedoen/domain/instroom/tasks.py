"""Work on large files behind the pages; each task may be run again without harm."""

from django.db import transaction
from django.utils.timezone import localdate
from django_tasks import task

from meedoen.domain.regio.logboek import Origin, origin
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.tenancy import tenant_scope

from . import actions
from .models import Import


@task()
def check_import(import_id: int, gemeente_ids: list[int]) -> None:
    """Check all rows of a file; `gemeente_ids` is what the user worked for when she asked."""
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
    """Return the gemeenten for which the user still works: rights may end while a task waits."""
    with transaction.atomic(), tenant_scope(gemeente_ids):
        bestand = Import.objects.select_related("by").filter(pk=import_id).first()
        if bestand is None:
            return []
        if bestand.by is None:
            return gemeente_ids
        now = bestand.by.aanstellingen.on(localdate()).values_list("gemeente_id", flat=True)
        return list(Gemeente.objects.filter(pk__in=set(now) & set(gemeente_ids)).values_list("pk", flat=True))
