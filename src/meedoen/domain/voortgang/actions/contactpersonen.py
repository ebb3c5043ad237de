"""Contactpersonen of the gemeente at DUO, and to whom each is linked."""

import re
from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bericht, Contactpersoon
from meedoen.domain.keten.outgoing import contactpersoon_onderwerp
from meedoen.domain.keten.telling import (
    drop_unsent,
    never_left,
    person_condition,
    require_acceptable,
    require_open,
    tell_duo,
)

from ..selectors import contactpersoon_conditions, contactpersoon_of, linked_contactpersoon

NAAM = re.compile(r"[^\W\d_](?:[\s'‘.\-–]|[^\W\d_])*")
TELEFOON = re.compile(r"(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
LONGEST = {"naam": 100, "email": 241, "telefoonnummer": 22}


def register_contactpersoon(
    gemeente_id: int, medewerker: Any, *, naam: str, email: str, telefoonnummer: str, by: Any, on: date
) -> Contactpersoon:
    """Make somebody contactpersoon of a gemeente, and tell DUO.

    Raises:
        NotPossible: when she is contactpersoon there already, or DUO would not take a name or number.
    """
    if contactpersoon_of(gemeente_id, medewerker) is not None:
        raise NotPossible(f"{medewerker} is al contactpersoon van deze gemeente.")
    made = Contactpersoon(gemeente_id=gemeente_id, medewerker=medewerker)
    _fill(made, naam, email, telefoonnummer, on)
    _save(made, by, "aangemeld")
    _tell(made, Bericht.Soort.CONTACTPERSOON_MAKEN, "aanmelden", by=by)
    return made


def change_contactpersoon(
    contactpersoon: Contactpersoon, *, naam: str, email: str, telefoonnummer: str, by: Any, on: date
) -> Contactpersoon:
    """Change how a contactpersoon can be reached, and tell DUO; this mends a message that was refused.

    Raises:
        NotPossible: when she was removed, or DUO would not take a name or number.
    """
    _require_present(contactpersoon)
    _fill(contactpersoon, naam, email, telefoonnummer, on)
    contactpersoon.version += 1
    _save(contactpersoon, by, "gewijzigd")
    if _never_made(contactpersoon):
        _tell(contactpersoon, Bericht.Soort.CONTACTPERSOON_MAKEN, "aanmelden", by=by)
    else:
        _tell(contactpersoon, Bericht.Soort.CONTACTPERSOON_WIJZIGEN, "wijzigen", by=by)
    return contactpersoon


def remove_contactpersoon(contactpersoon: Contactpersoon, *, by: Any, on: date) -> None:
    """Have DUO delete a contactpersoon; every link with a person goes with it.

    Raises:
        NotPossible: when she was removed already.
    """
    _require_present(contactpersoon)
    unsent = _never_made(contactpersoon)
    for bericht in Bericht.objects.filter(
        gemeente_id=contactpersoon.gemeente_id,
        onderwerp=contactpersoon_onderwerp(contactpersoon.pk),
        dossier__isnull=False,
        status=Bericht.Status.KLAAR,
        onzeker=False,
    ).select_related("dossier"):
        reason = f"{contactpersoon} is geen contactpersoon meer."
        drop_unsent(bericht.dossier, bericht.onderwerp, by=by, reason=reason)
    contactpersoon.verwijderd_on = on
    contactpersoon.version += 1
    _save(contactpersoon, by, "verwijderd")
    if unsent:
        drop_unsent(
            None,
            contactpersoon_onderwerp(contactpersoon.pk),
            by=by,
            reason="De contactpersoon is verwijderd voordat DUO haar had.",
            gemeente_id=contactpersoon.gemeente_id,
        )
    else:
        _tell(contactpersoon, Bericht.Soort.CONTACTPERSOON_VERWIJDEREN, "verwijderen", by=by)


def link_contactpersoon(dossier: Dossier, contactpersoon: Contactpersoon, *, by: Any) -> Bericht | None:
    """Have DUO link a contactpersoon to a person, in the place of another one; None when that is so already.

    Raises:
        NotPossible: in a closed dossier, for a contactpersoon of another gemeente or who was removed.
        WouldBeRefused: when the person has no BSN.
    """
    require_open(dossier)
    _require_present(contactpersoon)
    if contactpersoon.gemeente_id != dossier.gemeente_id:
        raise NotPossible("Deze contactpersoon is van een andere gemeente.")
    if linked_contactpersoon(dossier) == contactpersoon:
        return None
    require_acceptable([person_condition(dossier)], hold=False)
    sentence = f"{contactpersoon} is contactpersoon voor deze inburgeraar."
    data = {"contactpersoon": contactpersoon.pk}
    publish(Event("ContactpersoonLinked", dossier, by, sentence, data=data))
    return tell_duo(
        dossier,
        Bericht.Soort.CONTACTPERSOON_KOPPELEN,
        onderwerp=contactpersoon_onderwerp(contactpersoon.pk),
        omschrijving=f"Contactpersoon {contactpersoon} koppelen",
        by=by,
        pad=_pad(contactpersoon),
    )


def link_own_contactpersoon(dossier: Dossier, *, by: Any) -> Bericht | None:
    """Link the klantmanager of a dossier when she is contactpersoon; nothing when that cannot be."""
    contactpersoon = contactpersoon_of(dossier.gemeente_id, dossier.klantmanager)
    if contactpersoon is None or dossier.afgesloten_on is not None:
        return None
    if not dossier.inburgeringsplichtige.bsn_index:
        return None
    return link_contactpersoon(dossier, contactpersoon, by=by)


def link_dossiers_of(contactpersoon: Contactpersoon, *, by: Any) -> int:
    """Link a new contactpersoon to the dossiers that she guides already; returns how many."""
    dossiers = Dossier.objects.filter(
        gemeente_id=contactpersoon.gemeente_id, klantmanager=contactpersoon.medewerker, afgesloten_on=None
    ).select_related("inburgeringsplichtige", "klantmanager")
    return sum(link_own_contactpersoon(dossier, by=by) is not None for dossier in dossiers)


def unlink_contactpersoon(dossier: Dossier, *, by: Any) -> Bericht:
    """Have DUO take away the link with the contactpersoon.

    Raises:
        NotPossible: when nobody is linked, or in a closed dossier.
    """
    require_open(dossier)
    contactpersoon = linked_contactpersoon(dossier)
    if contactpersoon is None:
        raise NotPossible("Er is geen contactpersoon gekoppeld.")
    sentence = f"{contactpersoon} is geen contactpersoon meer voor deze inburgeraar."
    data = {"contactpersoon": contactpersoon.pk}
    publish(Event("ContactpersoonUnlinked", dossier, by, sentence, data=data))
    return tell_duo(
        dossier,
        Bericht.Soort.CONTACTPERSOON_ONTKOPPELEN,
        onderwerp=contactpersoon_onderwerp(contactpersoon.pk),
        omschrijving=f"Contactpersoon {contactpersoon} loskoppelen",
        by=by,
        pad=_pad(contactpersoon),
    )


def _pad(contactpersoon: Contactpersoon) -> dict[str, Any]:
    """Return the number at DUO; as long as there is none the message waits for it (`keten.outgoing`)."""
    return {"id": contactpersoon.duo_id} if contactpersoon.duo_id else {}


def _tell(contactpersoon: Contactpersoon, soort: str, verb: str, *, by: Any) -> Bericht:
    deleting = soort == Bericht.Soort.CONTACTPERSOON_VERWIJDEREN
    return tell_duo(
        None,
        soort,
        onderwerp=contactpersoon_onderwerp(contactpersoon.pk),
        omschrijving=f"Contactpersoon {contactpersoon} {verb}",
        by=by,
        body=None if deleting else contactpersoon_body(contactpersoon),
        pad={} if soort == Bericht.Soort.CONTACTPERSOON_MAKEN else _pad(contactpersoon),
        gemeente_id=contactpersoon.gemeente_id,
    )


def contactpersoon_body(contactpersoon: Contactpersoon) -> dict[str, str]:
    """Return a contactpersoon as DUO publishes it."""
    return {name: getattr(contactpersoon, name) for name in LONGEST}


def _never_made(contactpersoon: Contactpersoon) -> bool:
    """Return whether DUO cannot know her: no number, and no message that can have arrived."""
    if contactpersoon.duo_id is not None:
        return False
    onderwerp = contactpersoon_onderwerp(contactpersoon.pk)
    return never_left(None, onderwerp, gemeente_id=contactpersoon.gemeente_id)


def _fill(contactpersoon: Contactpersoon, naam: str, email: str, telefoonnummer: str, on: date) -> None:
    values = {"naam": naam.strip(), "email": email.strip(), "telefoonnummer": telefoonnummer.strip()}
    require_acceptable(contactpersoon_conditions(*values.values(), on=on), hold=False)
    shapes = {"naam": NAAM, "email": EMAIL, "telefoonnummer": TELEFOON}
    for name, value in values.items():
        if len(value) > LONGEST[name] or not shapes[name].fullmatch(value):
            raise NotPossible(REFUSAL[name])
        setattr(contactpersoon, name, value)


REFUSAL = {
    "naam": "DUO neemt in een naam alleen letters, spaties, punten, apostrofs en streepjes aan, "
    "hoogstens 100 tekens.",
    "email": "Vul een e-mailadres in, zoals naam@gemeente.nl.",
    "telefoonnummer": "Vul een telefoonnummer in met cijfers, zoals 06 12345678 of +31 33 1234567.",
}


def _require_present(contactpersoon: Contactpersoon) -> None:
    if contactpersoon.verwijderd_on is not None:
        raise NotPossible("Deze contactpersoon is verwijderd. Meld haar opnieuw aan.")


def _save(contactpersoon: Contactpersoon, by: Any, reason: str) -> None:
    contactpersoon._history_user = by
    contactpersoon._change_reason = reason
    contactpersoon.save()
