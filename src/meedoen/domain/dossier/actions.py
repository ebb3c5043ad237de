"""Verbs on a dossier: open, change, close, keep a document, write a note."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction

from meedoen.domain.regio.models import Gemeente, Medewerker

from .events import Event, publish
from .models import Document, Dossier, Inburgeringsplichtige, Notitie


class NotPossible(ValueError):
    """Raised when a person asks something that cannot be; carries a Dutch sentence for her."""


def open_dossier(
    gemeente: Gemeente,
    *,
    person: Mapping[str, Any],
    facts: Mapping[str, Any],
    by: Medewerker,
    klantmanager: Medewerker | None = None,
    reason: str = "",
) -> Dossier:
    """Make a person and the dossier by hand.

    Args:
        gemeente: where the person inburgert.
        person: fields of `Inburgeringsplichtige`, also ``bsn`` and ``v_nummer``.
        facts: fields of `Dossier`.
        by: who makes it.
        klantmanager: whose dossier it becomes; None leaves it unassigned.
        reason: why it is made by hand.
    """
    persoon = Inburgeringsplichtige(gemeente=gemeente)
    for name, value in person.items():
        setattr(persoon, name, value)
    persoon._change_reason = reason[:100] or None
    persoon.save()
    dossier = Dossier(gemeente=gemeente, inburgeringsplichtige=persoon, klantmanager=klantmanager, **facts)
    dossier._change_reason = reason[:100] or None
    dossier.save()
    publish(Event("DossierGeopend", dossier, by, "Het dossier is met de hand gemaakt.", reason=reason))
    return dossier


def change_facts(dossier: Dossier, row: Any, *, changed: Iterable[str], by: Medewerker, reason: str) -> None:
    """Save changed facts of the person or the case, with the reason in history and logbook.

    Args:
        dossier: the dossier in which it happens.
        row: the person or the dossier, with the new values and the next version, not yet saved.
        changed: Dutch labels of what changed; the values stay out of the logbook.

    Raises:
        NotPossible: without a reason.
    """
    reason = _required(reason, "Schrijf waarom u dit wijzigt.")
    row._change_reason = reason[:100]
    row.save()
    publish(Event("GegevensGewijzigd", dossier, by, f"Gewijzigd: {', '.join(changed)}.", reason=reason))


def close_dossier(dossier: Dossier, *, on: date, by: Medewerker, reason: str) -> None:
    """Close a dossier: nothing has to be done any more.

    Raises:
        NotPossible: when it is closed already, or without a reason.
    """
    if dossier.afgesloten_on is not None:
        raise NotPossible("Dit dossier is al afgesloten.")
    dossier.afgesloten_on = on
    dossier.afsluitreden = _required(reason, "Schrijf waarom u het dossier afsluit.")[:200]
    _save(dossier, reason)
    publish(Event("DossierAfgesloten", dossier, by, "Het dossier is afgesloten.", reason=reason))


def reopen_dossier(dossier: Dossier, *, by: Medewerker, reason: str) -> None:
    """Open a closed dossier again; what was recorded about the plicht stays.

    Raises:
        NotPossible: when it is not closed, or without a reason.
    """
    if dossier.afgesloten_on is None:
        raise NotPossible("Dit dossier is niet afgesloten.")
    reason = _required(reason, "Schrijf waarom u het dossier heropent.")
    dossier.afgesloten_on, dossier.afsluitreden = None, ""
    _save(dossier, reason)
    publish(Event("DossierHeropend", dossier, by, "Het dossier is heropend.", reason=reason))


def record_voldaan(dossier: Dossier, *, on: date, by: Medewerker, reason: str) -> None:
    """Record that the person met the inburgeringsplicht, as DUO tells it (Wi art. 6 and 11).

    Raises:
        NotPossible: without a reason.
    """
    dossier.voldaan_on = on
    _save(dossier, _required(reason, "Schrijf hoe u weet dat aan de plicht is voldaan."))
    publish(Event("PlichtVoldaan", dossier, by, "De inburgeringsplicht is voldaan.", reason=reason))


def record_einde_plicht(dossier: Dossier, *, on: date, by: Medewerker, reason: str) -> None:
    """Record that the plicht ended without being met: vrijstelling, ontheffing, departure, death.

    Raises:
        NotPossible: without a reason.
    """
    dossier.plicht_einde_on = on
    _save(dossier, _required(reason, "Schrijf waarom de plicht eindigt."))
    publish(Event("PlichtGeeindigd", dossier, by, "De inburgeringsplicht is geëindigd.", reason=reason))


def keep_document(
    dossier: Dossier,
    *,
    soort: str,
    titel: str,
    taal: str,
    bestandsnaam: str,
    inhoud: bytes,
    by: Medewerker | None,
) -> Document:
    """Keep a PDF as it was given; it never changes afterwards.

    Raises:
        ValueError: when the bytes are no PDF.
    """
    if not inhoud.startswith(b"%PDF-"):
        raise ValueError("a document is a PDF")
    document = Document.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        soort=soort,
        titel=titel[:200],
        taal=taal,
        bestandsnaam=bestandsnaam[:200],
        inhoud=inhoud,
        sha256=sha256(inhoud).hexdigest(),
        by=by,
    )
    publish(
        Event("DocumentBewaard", dossier, by, f"Document bewaard: {titel}.", data={"document": document.pk})
    )
    return document


def write_note(dossier: Dossier, *, tekst: str, by: Medewerker) -> Notitie:
    """Add a working note.

    Raises:
        NotPossible: when it is empty.
    """
    tekst = _required(tekst, "Een lege notitie kan niet.")
    with transaction.atomic():
        note = Notitie.objects.create(gemeente_id=dossier.gemeente_id, dossier=dossier, tekst=tekst, by=by)
        publish(Event("NotitieGeschreven", dossier, by, "Er is een notitie geschreven."))
    return note


def change_note(note: Notitie, *, by: Medewerker) -> None:
    """Save an own note with its new text and version.

    Raises:
        NotPossible: for the note of somebody else, or an empty text.
    """
    if note.by_id != by.pk:
        raise NotPossible("Alleen wie de notitie schreef, kan haar wijzigen.")
    _required(note.tekst, "Een lege notitie kan niet.")
    note.save()
    publish(Event("NotitieGewijzigd", note.dossier, by, "Een notitie is gewijzigd."))


def _save(dossier: Dossier, reason: str) -> None:
    dossier.version += 1
    dossier._change_reason = reason[:100]
    dossier.save()


def _required(reason: str, sentence: str) -> str:
    if not (reason := reason.strip()):
        raise NotPossible(sentence)
    return reason
