"""DUO's answers beside ours: for one dossier on its page, for many at once, and what is still open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localtime

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron, Verschil
from meedoen.domain.keten.selectors import told_by

from .bekend import Bekend, bekend
from .velden import VELDEN, Veld


@dataclass(frozen=True)
class Regel:
    """One field of one dossier: what we know and what DUO said, each with its day.

    `ours` and `theirs` are the values as they are compared; "" is not known.
    """

    veld: Veld
    ours: str
    ours_on: date | None
    theirs: str
    theirs_on: date | None

    @property
    def differs(self) -> bool:
        """Whether the two do not agree."""
        return self.ours != self.theirs

    @property
    def ours_shown(self) -> str:
        """What we know, in words."""
        return self.veld.show(self.ours) if self.ours else "niet bekend"

    @property
    def theirs_shown(self) -> str:
        """What DUO said, in words."""
        return self.veld.show(self.theirs) if self.theirs else "niet bekend"


def beside(dossier: Dossier, on: date) -> list[Regel]:
    """Return every field about which DUO told something, with what we know; in the order of the page."""
    found = next(iter(beside_many(Dossier.objects.filter(pk=dossier.pk), on)), None)
    return [] if found is None else [_with_our_day(dossier, regel) for regel in found[1]]


def beside_many(dossiers: QuerySet[Dossier], on: date) -> Iterable[tuple[Bekend, list[Regel]]]:
    """Yield each dossier with its fields; the day of ours is only known where the registration has one."""
    known = bekend(dossiers)
    told = told_by([one.dossier for one in known], Bron.DUO)
    for one in known:
        said = told.get(one.dossier.pk)
        yield (
            one,
            []
            if said is None
            else [
                Regel(veld, *veld.ours(one, on), theirs, said.fact_on.get(veld.interface))
                for veld in VELDEN.values()
                if (theirs := veld.theirs(said.facts, one)) is not None
            ],
        )


def our_day(dossier: Dossier, name: str) -> date | None:
    """Return since which day a field of the dossier holds what it holds now, from its history."""
    since = None
    now = getattr(dossier, name)
    for value, at in dossier.history.order_by("-history_date", "-history_id").values_list(
        name, "history_date"
    ):
        if value != now:
            break
        since = at
    return localtime(since).date() if since else None


def open_verschillen(gemeente_ids: Iterable[int]) -> QuerySet[Verschil]:
    """Return what nobody has resolved yet in these gemeenten, the oldest first."""
    return (
        Verschil.objects.filter(gemeente_id__in=list(gemeente_ids), status=Verschil.Status.OPEN)
        .select_related("dossier__inburgeringsplichtige", "gemeente")
        .order_by("found_on", "id")
    )


def _with_our_day(dossier: Dossier, regel: Regel) -> Regel:
    if not regel.veld.history or not regel.ours:
        return regel
    since = our_day(dossier, regel.veld.history)
    return Regel(regel.veld, regel.ours, since, regel.theirs, regel.theirs_on)
