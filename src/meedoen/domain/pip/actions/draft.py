"""Writing a version of the PIP until it is a decision."""

from datetime import date
from typing import Any

from django.db.models import Max

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier

from ..models import DRAFT, PIP, SECTIONS, Afspraak, Established, Leerroutekeuze, Vertaling
from ..selectors import findings, free_texts, text_hash
from .leerroute import take_over_choice


def start_draft(dossier: Dossier, *, by: Any, on: date, reason: str = "") -> PIP:
    """Begin a version: empty with the chosen leerroute, or a copy of the version before it.

    The version in force stays in force until the new one is established.

    Args:
        dossier: whose PIP.
        by: who begins it.
        on: the day.
        reason: why a new version is needed; only when there is an earlier one.

    Raises:
        NotPossible: when a draft is open, or without a reason while there is an earlier version.
    """
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    pips = PIP.objects.filter(dossier=dossier)
    if pips.filter(status__in=DRAFT).exists():
        raise NotPossible("Er is al een concept. Werk daarin verder of gooi het weg.")
    earlier = pips.order_by("-versie").first()
    if earlier is not None and not reason.strip():
        raise NotPossible("Schrijf waarom er een nieuwe versie nodig is.")
    number = (pips.aggregate(highest=Max("versie"))["highest"] or 0) + 1
    draft = PIP(gemeente_id=dossier.gemeente_id, dossier=dossier, versie=number)
    draft.reden_wijziging = reason.strip()[:500]
    draft.vervangt = pips.filter(status__in=["vastgesteld", "uitgereikt"]).order_by("-versie").first()
    if earlier is not None:
        for name in SECTIONS:
            setattr(draft, name, getattr(earlier, name))
    keuze = Leerroutekeuze.objects.filter(dossier=dossier, gekozen_on__isnull=False).first()
    if keuze is not None and (earlier is None or keuze.leerroute != earlier.leerroute or not draft.motivatie):
        take_over_choice(draft, keuze, on=on)
    draft._history_user = by
    draft._change_reason = draft.reden_wijziging[:100] or None
    draft.save()
    if earlier is not None:
        _copy_parts(earlier, draft, by)
    publish(
        Event(
            "PIPStarted", dossier, by, f"Versie {number} van het PIP is begonnen.", reason, {"pip": draft.pk}
        )
    )
    return draft


def save_draft(pip: PIP, *, by: Any) -> None:
    """Save what was typed in a draft; after a change it must be checked again.

    Raises:
        Established: when the version is a decision.
    """
    refuse_decision(pip)
    pip.status = PIP.Status.CONCEPT
    pip._history_user = by
    pip.save()


def check_pip(pip: PIP, *, by: Any, on: date) -> bool:
    """Check a draft against law and DUO; complete makes it `gecontroleerd`.

    Returns:
        whether nothing is missing any more.
    """
    refuse_decision(pip)
    if any(finding.blocks for finding in findings(pip, on=on)):
        return False
    if pip.status != PIP.Status.GECONTROLEERD:
        pip.status = PIP.Status.GECONTROLEERD
        pip._history_user = by
        pip._change_reason = "gecontroleerd"
        pip.save()
        sentence = f"Versie {pip.versie} van het PIP is gecontroleerd: er ontbreekt niets."
        publish(Event("PIPChecked", pip.dossier, by, sentence, data={"pip": pip.pk}))
    return True


def discard_draft(pip: PIP, *, by: Any, reason: str) -> None:
    """Throw a draft away; what it said stays in the history.

    Raises:
        Established: when the version is a decision.
        NotPossible: without a reason.
    """
    refuse_decision(pip)
    if not reason.strip():
        raise NotPossible("Schrijf waarom u het concept weggooit.")
    dossier, number = pip.dossier, pip.versie
    pip._history_user = by
    pip._change_reason = reason[:100]
    pip.delete()
    publish(
        Event("PIPDiscarded", dossier, by, f"Het concept van versie {number} is weggegooid.", reason.strip())
    )


def refuse_decision(pip: PIP) -> None:
    """Raise Established when a version is no draft any more, whatever the object in memory says."""
    if not PIP.objects.filter(pk=pip.pk, status__in=DRAFT).exists():
        raise Established


def reopen_for_change(pip: PIP, *, by: Any) -> None:
    """Make a checked draft a concept again, because one of its parts changes."""
    refuse_decision(pip)
    stored = PIP.objects.get(pk=pip.pk)
    if stored.status == PIP.Status.GECONTROLEERD:
        stored.status = PIP.Status.CONCEPT
        stored._history_user = by
        stored.save()


def _copy_parts(earlier: PIP, draft: PIP, by: Any) -> None:
    """Copy afspraken, and the translations whose Dutch text is still the same."""
    new_ids = {}
    for afspraak in earlier.afspraken.all():
        copy = Afspraak(gemeente_id=draft.gemeente_id, pip=draft)
        for name in ("eigenaar", "partner_id", "wat", "verwachting", "uren_per_week", "start_on", "due_on"):
            setattr(copy, name, getattr(afspraak, name))
        copy.volgorde = afspraak.volgorde
        copy._history_user = by
        copy.save()
        new_ids[str(afspraak.pk)] = str(copy.pk)
    texts = {text.veld: text_hash(text.tekst) for text in free_texts(draft)}
    for vertaling in earlier.vertalingen.all():
        parts = vertaling.veld.split(":")
        if len(parts) == 3:
            parts[1] = new_ids.get(parts[1], "")
        veld = ":".join(parts)
        if texts.get(veld) == vertaling.bron_sha256:
            Vertaling(
                gemeente_id=draft.gemeente_id,
                pip=draft,
                veld=veld,
                taal=vertaling.taal,
                tekst=vertaling.tekst,
                bron_sha256=vertaling.bron_sha256,
                gecontroleerd_by=vertaling.gecontroleerd_by,
                gecontroleerd_on=vertaling.gecontroleerd_on,
            ).save()
