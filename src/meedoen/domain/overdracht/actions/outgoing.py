"""The person left: record it, record what the new gemeente asks, give the pack, work off the handover."""

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Document, Dossier
from meedoen.domain.instroom.gemeenten import known
from meedoen.domain.keten.actions import finish_taak
from meedoen.domain.keten.models import Taak
from meedoen.domain.voortgang.models import Attentie
from meedoen.law.inburgering.gegevens import Verstrekking

from ..bestand import make_file
from ..formaat import Pakket
from ..models import Overdrachtspakket, Overdrachtsverzoek
from ..selectors import key_for, may_give, must_give
from ..sleutels import own_keys

Richting = Overdrachtsverzoek.Richting
LEFT = ("SS122",)
"""The signal that asks for the handover; giving the pack answers it."""


def new_move(dossier: Dossier, richting: str, code: str, *, moved: date, by: Any, on: date) -> Any:
    """Return a move that is not saved yet.

    Raises:
        NotPossible: for an unknown gemeente, our own, or a day in the future.
    """
    place = known().get(code)
    if place is None:
        raise NotPossible("Kies een gemeente uit de lijst.")
    if code == dossier.gemeente.cbs_code:
        raise NotPossible("Dit is uw eigen gemeente. Kies de andere gemeente.")
    if moved > on:
        raise NotPossible("De verhuizing ligt in de toekomst. Leg haar vast als zij is geweest.")
    return Overdrachtsverzoek(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        richting=richting,
        andere_code=code,
        andere_naam=place.naam,
        verhuisd_on=moved,
        by=by,
    )


def save_move(verzoek: Overdrachtsverzoek) -> None:
    """Save a move once.

    Raises:
        NotPossible: when this move was recorded before.
    """
    try:
        with transaction.atomic():
            verzoek.save()
    except IntegrityError as fault:
        raise NotPossible("Deze verhuizing is al vastgelegd.") from fault


def record_departure(dossier: Dossier, code: str, *, moved: date, by: Any, on: date) -> Overdrachtsverzoek:
    """Record that the person moved to another gemeente; the signal SS122 follows from it.

    Args:
        code: CBS code of the new gemeente.
        moved: first day in the new gemeente.
        on: today.

    Raises:
        NotPossible: as `new_move` and `save_move`.
    """
    verzoek = new_move(dossier, Richting.UITGAAND, code, moved=moved, by=by, on=on)
    save_move(verzoek)
    attentie = Attentie.objects.filter(dossier=dossier).first() or Attentie(
        gemeente_id=dossier.gemeente_id, dossier=dossier, version=0
    )
    attentie.vertrokken_on, attentie.vertrokken_naar = moved, Attentie.Vertrek.GEMEENTE
    attentie.version += 1
    attentie.save()
    sentence = f"Verhuisd naar de gemeente {verzoek.andere_naam}."
    publish(Event("VertrekVastgelegd", dossier, by, sentence, data={"verzoek": verzoek.pk}))
    return verzoek


def record_request(verzoek: Overdrachtsverzoek, *, by: Any, on: date) -> None:
    """Save what the new gemeente asked: when, who, and for what.

    Args:
        verzoek: with the new values and the next version, not yet saved.
        on: today.

    Raises:
        NotPossible: without a day, a name or a reason, or for a day before the move or in the future.
    """
    if verzoek.gevraagd_on is None or not verzoek.gevraagd_door.strip() or not verzoek.reden.strip():
        raise NotPossible("Vul in wanneer de andere gemeente het vroeg, wie het vroeg en waarvoor.")
    if verzoek.gevraagd_on > on:
        raise NotPossible("De dag van het verzoek ligt in de toekomst. Kijk de datum na.")
    verzoek.grondslag = str(may_give(verzoek, on=on).citation)
    verzoek.save()
    sentence = f"De gemeente {verzoek.andere_naam} vroeg om de gegevens voor de overdracht."
    publish(Event("OverdrachtGevraagd", verzoek.dossier, by, sentence, verzoek.reden))


def refuse_to_give(verzoek: Overdrachtsverzoek, *, on: date) -> None:
    """Do nothing when the law lets us give this now.

    Raises:
        NotPossible: when there was no leerroute yet, or nobody asked; a Dutch sentence.
    """
    outcome = may_give(verzoek, on=on)
    if not outcome.is_known or outcome.value == Verstrekking.NIET:
        raise NotPossible(
            f"Er valt niets te geven: {outcome.sentence()} ({outcome.citation}). De inburgeraar mag zijn "
            "eigen gegevens wel zelf meenemen."
        )
    asked = must_give(verzoek, on=on)
    if not asked.is_known or not asked.value:
        raise NotPossible(
            f"Nu nog niet: {asked.sentence()} ({asked.citation}). Leg eerst het verzoek van die "
            "gemeente vast."
        )


def keep_pack(
    verzoek: Overdrachtsverzoek,
    pakket: Pakket,
    document: Document,
    *,
    with_file: bool,
    hoe_veilig: str,
    by: Any,
    on: date,
) -> Overdrachtspakket:
    """Keep what is given: the PDF, and the signed file when this installation can sign.

    Args:
        with_file: whether a file is made beside the PDF.
        hoe_veilig: how a file travels that cannot be encrypted, because no key of the receiver is trusted.
        on: today.

    Raises:
        NotPossible: as `refuse_to_give`; without a key of our own; or without that explicit choice.
    """
    refuse_to_give(verzoek, on=on)
    receiver = key_for(verzoek.dossier.gemeente, verzoek.andere_code)
    text = ""
    if with_file:
        own = own_keys(pakket.van.code, pakket.van.naam)
        if not own:
            raise NotPossible("Er is geen sleutel voor de overdracht ingesteld. Geef alleen de PDF.")
        if receiver is None and not hoe_veilig.strip():
            raise NotPossible(
                f"Van {verzoek.andere_naam} vertrouwt uw gemeente geen sleutel, dus het bestand is niet "
                "versleuteld. Schrijf hoe u het veilig verstuurt, of geef alleen de PDF."
            )
        text = make_file(pakket, own[0], receiver)
    kept = Overdrachtspakket(
        gemeente_id=verzoek.gemeente_id,
        verzoek=verzoek,
        nummer=pakket.nummer,
        document=document,
        versleuteld=with_file and receiver is not None,
        zonder_sleutel_reden=hoe_veilig.strip()[:300] if with_file and receiver is None else "",
        geldig_tot_en_met_on=pakket.geldig_tot_en_met,
        by=by,
    )
    kept.bestand = text
    kept.save()
    verzoek.gegeven_on = on
    verzoek.version += 1
    verzoek.save()
    _tell(kept, by)
    return kept


def _tell(kept: Overdrachtspakket, by: Any) -> None:
    verzoek = kept.verzoek
    how = "PDF" if not kept.bestand_sealed else "PDF en bestand"
    finish_open(verzoek.dossier, LEFT, by=by, hoe=f"Overdracht gegeven aan {verzoek.andere_naam}")
    publish(
        Event(
            "OverdrachtGegeven",
            verzoek.dossier,
            by,
            f"Gegevens gegeven aan de gemeente {verzoek.andere_naam} ({how}).",
            verzoek.reden,
            {"pakket": kept.pk, "grondslag": verzoek.grondslag},
        )
    )


def finish_open(dossier: Dossier, soorten: Collection[str], *, by: Any, hoe: str) -> None:
    """Mark the open tasks of these events as done."""
    for taak in Taak.objects.filter(dossier=dossier, soort__in=soorten, status=Taak.Status.OPEN):
        finish_taak(taak, by=by, hoe=hoe)


def tick_off(verzoek: Overdrachtsverzoek, done: Collection[str], *, by: Any, on: date) -> None:
    """Save which points of the handover are done; a point keeps the day on which it was ticked first."""
    wanted = [stap.value for stap in Overdrachtsverzoek.Stap if stap.value in done]
    now = {code: verzoek.afgevinkt.get(code, on.isoformat()) for code in wanted}
    if json.dumps(now, sort_keys=True) == json.dumps(verzoek.afgevinkt, sort_keys=True):
        return
    verzoek.afgevinkt = now
    verzoek.version += 1
    verzoek.save()
    total = len(Overdrachtsverzoek.Stap)
    sentence = f"Overdracht aan {verzoek.andere_naam}: {len(now)} van de {total} punten gedaan."
    publish(Event("OverdrachtAfgevinkt", verzoek.dossier, by, sentence))


def record_new_pip(verzoek: Overdrachtsverzoek, *, by: Any, on: date) -> None:
    """Save on which day the new gemeente made her PIP: from then DUO shows the person one more month.

    Args:
        verzoek: with the new value and the next version, not yet saved.
        on: today.

    Raises:
        NotPossible: for a day before the move or in the future.
    """
    day = verzoek.nieuw_pip_on
    if day is not None and not verzoek.verhuisd_on <= day <= on:
        raise NotPossible("Het PIP van de nieuwe gemeente is van na de verhuizing en niet van na vandaag.")
    verzoek.save()
    publish(
        Event(
            "NieuwPIPElders", verzoek.dossier, by, f"De gemeente {verzoek.andere_naam} maakte een eigen PIP."
        )
    )
