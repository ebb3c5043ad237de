"""Tasks beside the next step of the law: a row of the werkvoorraad tells whichever comes first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from meedoen.domain.keten.models import Taak
from meedoen.law.inburgering.tijdlijn import WachtOp

from .told import Told

TAAK = "taak"
"""Choice of the list: the rows with an open task, whatever their step is."""

LENGTH = 300


class OpenTaak(NamedTuple):
    """What a row needs of an open task."""

    soort: str
    titel: str
    uitleg: str
    due_on: date | None


Taken = Mapping[int, list[OpenTaak]]


def taken_of(dossier_ids: Iterable[int]) -> Taken:
    """Return the open tasks of these dossiers, the most urgent of each first, in one query."""
    return _by_dossier(Taak.objects.filter(dossier_id__in=list(dossier_ids)))


def taken_between(first: int, last: int) -> Taken:
    """Return the same for all dossiers whose id lies between two, both included; for the night."""
    return _by_dossier(Taak.objects.filter(dossier_id__gte=first, dossier_id__lte=last))


def most_urgent(told: Told, taken: list[OpenTaak]) -> Told:
    """Return the first task when it is due before the step of the law, else the step.

    On the same day the step goes first: it says what the law wants now, and the row also tells how many
    tasks there are. What has a date goes before what has none. The code stays that of the step: figures
    count it.
    """
    if not taken or (told.due_on is not None and told.due_on <= (taken[0].due_on or date.max)):
        return told
    taak = taken[0]
    text = f"{taak.titel}: {taak.uitleg}" if taak.uitleg else taak.titel
    if not text.endswith((".", "!", "?")):
        text += "."
    sentence = text if len(text) <= LENGTH else f"{text[: LENGTH - 1]}…"
    place = f"DUO {taak.soort}" if taak.soort.startswith("SS") else ""
    return Told(told.code, sentence, place, taak.due_on, WachtOp.GEMEENTE.value)


def _by_dossier(rows) -> Taken:  # type: ignore[no-untyped-def]  # a queryset of Taak
    found: dict[int, list[OpenTaak]] = defaultdict(list)
    rows = rows.filter(status=Taak.Status.OPEN).order_by("id")
    for dossier_id, *values in rows.values_list("dossier_id", *OpenTaak._fields):
        found[dossier_id].append(OpenTaak(*values))
    for taken in found.values():
        taken.sort(key=lambda taak: taak.due_on or date.max)
    return found
