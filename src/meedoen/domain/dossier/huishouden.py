"""Who lives together: joining and leaving a household; each person keeps a dossier of his own."""

import uuid

from meedoen.domain.regio.models import Medewerker

from .actions import NotPossible
from .events import Event, publish
from .models import Dossier, Huishouden, Inburgeringsplichtige


def join_household(dossier: Dossier, other: Dossier, *, by: Medewerker) -> Huishouden:
    """Put two people in one household; whoever has none joins the other's.

    Raises:
        NotPossible: for the same person, another gemeente, or two households that exist already.
    """
    one, two = dossier.inburgeringsplichtige, other.inburgeringsplichtige
    if one.pk == two.pk:
        raise NotPossible("Dit is het dossier van dezelfde persoon.")
    if one.gemeente_id != two.gemeente_id:
        raise NotPossible("Mensen in een huishouden horen bij dezelfde gemeente.")
    if one.huishouden_id and one.huishouden_id == two.huishouden_id:
        raise NotPossible("Deze twee personen staan al in hetzelfde huishouden.")
    if one.huishouden_id and two.huishouden_id:
        raise NotPossible("Beide personen hebben al een huishouden. Haal er eerst een uit het zijne.")
    household = one.huishouden or two.huishouden or _new_household(one)
    for row in (dossier, other):
        if row.inburgeringsplichtige.huishouden_id != household.pk:
            _move(row, household, by, "In een huishouden gezet.")
    return household


def leave_household(dossier: Dossier, *, by: Medewerker) -> None:
    """Take a person out of the household; the others stay together.

    Raises:
        NotPossible: when the person is in none.
    """
    if dossier.inburgeringsplichtige.huishouden_id is None:
        raise NotPossible("Deze persoon staat niet in een huishouden.")
    _move(dossier, None, by, "Uit het huishouden gehaald.")


def _new_household(person: Inburgeringsplichtige) -> Huishouden:
    code = f"eigen-{uuid.uuid4().hex[:12]}"
    return Huishouden.objects.create(gemeente_id=person.gemeente_id, code=code)


def _move(dossier: Dossier, household: Huishouden | None, by: Medewerker, sentence: str) -> None:
    person = dossier.inburgeringsplichtige
    person.huishouden = household
    person.version += 1
    person._change_reason = sentence
    person.save()
    publish(Event("HuishoudenGewijzigd", dossier, by, sentence))
