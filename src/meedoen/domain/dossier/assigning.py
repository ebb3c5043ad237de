"""Giving dossiers to a klantmanager, taking one, and laying one back."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Count, QuerySet

from meedoen.domain.regio.models import Aanstelling, Medewerker, Rol, Team

from .events import Event, publish
from .models import Dossier


class CannotAssign(ValueError):
    """Raised when dossiers cannot go to this person; carries a Dutch sentence."""


class AssignedMeanwhile(ValueError):
    """Raised when somebody else changed a dossier since the list was shown; nothing was assigned."""

    def __init__(self, dossiers: list[Dossier]) -> None:
        count = len(dossiers)
        what = "1 dossier is" if count == 1 else f"{count} dossiers zijn"
        super().__init__(f"{what} intussen door iemand anders gewijzigd. Er is nog niets toegewezen.")
        self.dossiers = dossiers


def klantmanagers_for(gemeente_ids: Collection[int], *, on: date) -> QuerySet[Medewerker]:
    """Return who is klantmanager for all these gemeenten on a day, by name."""
    wanted = set(gemeente_ids)
    appointed = Aanstelling.objects.on(on).filter(rol=Rol.KLANTMANAGER, gemeente_id__in=wanted)
    everywhere = (
        appointed.order_by()
        .values("medewerker_id")
        .annotate(places=Count("gemeente_id", distinct=True))
        .filter(places=len(wanted))
        .values("medewerker_id")
    )
    return Medewerker.objects.filter(pk__in=everywhere, is_active=True).order_by("naam", "pk")


def assign(
    versions: Mapping[int, int | None],
    *,
    klantmanager: Medewerker | None,
    reason: str,
    by: Medewerker,
    on: date,
) -> list[Dossier]:
    """Give dossiers to a klantmanager, or to nobody; all of them or none.

    Args:
        versions: id of each dossier → the version that the user saw, or None to take it as it is.
        klantmanager: None lays the dossiers back as not assigned.
        reason: why; stands in the history and the logbook of each dossier.
        by: who assigns.
        on: the day on which the klantmanager must work for the gemeente.

    Raises:
        CannotAssign: without a reason, without dossiers, or to somebody who does not work there.
        AssignedMeanwhile: when one of them was changed since it was shown.
    """
    if not reason.strip():
        raise CannotAssign("Schrijf op waarom u de dossiers toewijst.")
    dossiers = _locked(versions)
    if not dossiers:
        raise CannotAssign("Kies eerst een of meer dossiers.")
    teams = _teams(klantmanager, dossiers, on)
    for dossier in dossiers:
        _hand_over(dossier, klantmanager, teams.get(dossier.gemeente_id), reason.strip(), by)
    return dossiers


def take(dossier: Dossier, *, version: int | None, by: Medewerker, on: date) -> Dossier:
    """Have a klantmanager take a dossier that nobody has.

    Raises:
        CannotAssign: when somebody has it already, or she does not work for that gemeente.
        AssignedMeanwhile: when it was changed since it was shown.
    """
    current = Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if current.klantmanager_id is not None:
        raise CannotAssign(f"Dit dossier heeft intussen een klantmanager: {current.klantmanager}.")
    reason = "Zelf opgepakt uit de dossiers zonder klantmanager"
    return assign({dossier.pk: version}, klantmanager=by, reason=reason, by=by, on=on)[0]


def _locked(versions: Mapping[int, int | None]) -> list[Dossier]:
    """Return the dossiers, held until the end; in one order, so that two people never wait for each other."""
    found = Dossier.objects.select_for_update(of=("self",)).filter(pk__in=list(versions)).order_by("pk")
    dossiers = list(found.select_related("inburgeringsplichtige", "klantmanager"))
    changed = [dossier for dossier in dossiers if versions[dossier.pk] not in {None, dossier.version}]
    if changed:
        raise AssignedMeanwhile(changed)
    return dossiers


def _teams(klantmanager: Medewerker | None, dossiers: list[Dossier], on: date) -> dict[int, Team | None]:
    """Return the klantmanager's team in each gemeente; raises CannotAssign where she does not work."""
    if klantmanager is None:
        return {}
    rows = klantmanager.aanstellingen.on(on).filter(rol=Rol.KLANTMANAGER).select_related("team")
    teams = {row.gemeente_id: row.team for row in rows}
    for dossier in dossiers:
        if dossier.gemeente_id not in teams:
            raise CannotAssign(f"{klantmanager} werkt niet als klantmanager voor {dossier.gemeente}.")
    return teams


def _hand_over(
    dossier: Dossier, klantmanager: Medewerker | None, team: Team | None, reason: str, by: Medewerker
) -> None:
    """Save one dossier with its history and tell the logbook; the team stays when the new one has none."""
    before = dossier.klantmanager
    if before == klantmanager:
        return
    dossier.klantmanager = klantmanager
    dossier.team = team or dossier.team
    dossier.version += 1
    dossier._change_reason = reason[:100]
    dossier._history_user = by
    dossier.save(update_fields=["klantmanager", "team", "version"])
    publish(
        Event(
            "DossierTeruggelegd" if klantmanager is None else "DossierToegewezen",
            dossier,
            by,
            _sentence(before, klantmanager),
            reason=reason,
            data={
                "van": before.pk if before else None,
                "naar": klantmanager.pk if klantmanager else None,
            },
        )
    )


def _sentence(before: Medewerker | None, after: Medewerker | None) -> str:
    if after is None:
        return f"Het dossier is teruggelegd door {before} en heeft nu geen klantmanager."
    return f"Het dossier ging van {before or 'niemand'} naar {after}."
