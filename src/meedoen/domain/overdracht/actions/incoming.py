"""The person came: ask the previous gemeente, read her file, make the dossier or join it to ours."""

import json
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from meedoen.domain.brede_intake.actions import take_over_uitslag
from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.domain.dossier.actions import NotPossible, open_dossier
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions import keep_deliveries
from meedoen.domain.keten.models import Bron
from meedoen.domain.pip.models import Leerroutekeuze
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.voorinburgering.selectors import rows_of
from meedoen.domain.voorinburgering.velden import VELDEN

from .. import strict
from ..bestand import open_file
from ..formaat import Pakket
from ..models import OntvangenOverdracht, Overdrachtssleutel, Overdrachtsverzoek
from ..selectors import content_of
from ..sleutels import own_keys
from .outgoing import finish_open, new_move, save_move

Status = OntvangenOverdracht.Status
CAME = ("SS120", "SS121")
"""The events that ask for a handover; taking it over answers them."""


def ask_previous(verzoek: Overdrachtsverzoek, *, by: Any, on: date) -> None:
    """Save that we asked the previous gemeente for the data (Wi art. 35 lid 4).

    Args:
        verzoek: made with `new_move`, with the day and the reason of asking.
        on: today.

    Raises:
        NotPossible: without a day or reason, for a day in the future, or when it was recorded before.
    """
    if verzoek.gevraagd_on is None or not verzoek.reden.strip():
        raise NotPossible("Vul in wanneer u het vroeg en waarvoor u de gegevens nodig hebt.")
    if verzoek.gevraagd_on > on:
        raise NotPossible("De dag van het verzoek ligt in de toekomst. Kijk de datum na.")
    verzoek.gevraagd_door = by.naam
    verzoek.grondslag = "Wi 2021 art. 35 lid 4"
    save_move(verzoek)
    sentence = f"Gegevens voor de overdracht gevraagd aan de gemeente {verzoek.andere_naam}."
    publish(Event("OverdrachtOpgevraagd", verzoek.dossier, by, sentence, verzoek.reden))


def receive(gemeente: Gemeente, data: bytes, *, by: Any, on: date) -> OntvangenOverdracht:
    """Read a file of another gemeente and keep it sealed; no dossier changes.

    A file that was laid aside before comes back. A refused file changes nothing.

    Raises:
        Refused: when it is not whole, not for us, too old, or not signed by who is trusted.
        NotPossible: without a key of our own, or when it was taken over before.
    """
    own = own_keys(gemeente.cbs_code, gemeente.naam)
    if not own:
        raise NotPossible(
            "Er is geen sleutel voor de overdracht ingesteld. Vraag uw beheerder, of vraag om de PDF."
        )

    def trusted(fingerprint: str) -> Overdrachtssleutel | None:
        rows = Overdrachtssleutel.objects.filter(gemeente=gemeente, vingerafdruk=fingerprint)
        return rows.order_by("ingetrokken_on").filter(ingetrokken_on__isnull=True).first() or rows.first()

    found = open_file(data, own=own, code=gemeente.cbs_code, trusted=trusted, on=on)
    pakket = found.pakket
    earlier = OntvangenOverdracht.objects.filter(gemeente=gemeente, nummer=pakket.nummer).first()
    if earlier is not None:
        return _again(earlier)
    kept = OntvangenOverdracht(
        gemeente=gemeente,
        nummer=pakket.nummer,
        van_code=pakket.van.code,
        van_naam=pakket.van.naam,
        told_on=pakket.gemaakt_op,
        ondertekend_met=found.sleutel,
        versleuteld=found.versleuteld,
        by=by,
    )
    kept.bestand = data.decode("ascii")
    kept.inhoud = json.dumps(strict.write(pakket), ensure_ascii=False, sort_keys=True)
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:  # somebody else read the same file at this moment
        return _again(OntvangenOverdracht.objects.get(gemeente=gemeente, nummer=pakket.nummer))
    return kept


def _again(earlier: OntvangenOverdracht) -> OntvangenOverdracht:
    if earlier.status == Status.OVERGENOMEN:
        raise NotPossible("Dit bestand is al overgenomen in een dossier. U hoeft niets meer te doen.")
    if earlier.status == Status.WEGGELEGD:
        earlier.status = Status.GELEZEN
        earlier.version += 1
        earlier.save()
    return earlier


def put_aside(ontvangen: OntvangenOverdracht) -> None:
    """Lay a file aside: it stays sealed, and no dossier comes of it.

    Raises:
        NotPossible: when it was taken over or laid aside already.
    """
    _still_open(ontvangen)
    ontvangen.status = Status.WEGGELEGD
    ontvangen.version += 1
    ontvangen.save()


def take_over(
    ontvangen: OntvangenOverdracht,
    dossier: Dossier | None,
    *,
    inschrijving: date,
    klantmanager: Any,
    by: Any,
    on: date,
) -> Dossier:
    """Make a dossier of a file, or join it to ours: what is empty is filled, what we have stays.

    What the other gemeente told is kept as an `Aanlevering`; where it differs from ours both are shown.

    Args:
        dossier: ours of the same person; None makes a new one.
        inschrijving: BRP registration in our gemeente: from then our own ten weeks run.
        klantmanager: whose the new dossier becomes; None leaves it unassigned.
        on: today.

    Raises:
        NotPossible: when it was done before, or the registration is before the move or in the future.
    """
    _still_open(ontvangen)
    pakket = content_of(ontvangen)
    if inschrijving > on:
        raise NotPossible("De inschrijving ligt in de toekomst. Vul de dag uit de BRP in.")
    first = pakket.traject.eerste_pip_op
    if first is not None and inschrijving <= first:
        raise NotPossible(
            f"Het PIP van {pakket.van.naam} is van {first:%d-%m-%Y}. De inschrijving in uw gemeente is "
            "daarna."
        )
    told = facts_of(pakket)
    reason = f"Overdracht van de gemeente {pakket.van.naam}"
    if dossier is None:
        dossier = _opened(ontvangen.gemeente, pakket, inschrijving, klantmanager, by, reason)
    else:
        _fill_empty(dossier, pakket, told, inschrijving, by=by, reason=reason)
    keep_deliveries([(dossier, _json(told))], bron=Bron.GEMEENTE, told_on=pakket.gemaakt_op, kenmerk=reason)
    _earlier_route(dossier, pakket, by=by, reason=reason)
    _test_result(dossier, pakket, by=by, on=on)
    _answer_request(dossier, pakket, by=by, on=on)
    ontvangen.dossier, ontvangen.status = dossier, Status.OVERGENOMEN
    ontvangen.version += 1
    ontvangen.save()
    finish_open(dossier, CAME, by=by, hoe=f"Overdracht ontvangen van {pakket.van.naam}")
    sentence = f"{reason} van {pakket.gemaakt_op:%d-%m-%Y} overgenomen."
    publish(Event("OverdrachtOvergenomen", dossier, by, sentence, data={"ontvangen": ontvangen.pk}))
    return dossier


def facts_of(pakket: Pakket) -> dict[str, Any]:
    """Return what a pack tells of the fields that we keep too, by the codes of `velden.VELDEN`."""
    person, path = pakket.persoon, pakket.traject
    told = {
        "achternaam": person.achternaam,
        "voornaam": person.voornaam,
        "geboortedatum": person.geboortedatum,
        "doelgroep": path.doelgroep.value if path.doelgroep else None,
        "verblijfstitel": path.verblijfstitel.value if path.verblijfstitel else None,
        "kennisgeving_on": path.kennisgeving_op,
        "eerste_pip_on": path.eerste_pip_op,
        "eerste_pip_elders": True if path.eerste_pip_op else None,
        "verlengd_tot_en_met_on": path.verlengd_tot_en_met,
    }
    return {code: value for code, value in told.items() if value not in (None, "")}


def _still_open(ontvangen: OntvangenOverdracht) -> None:
    if ontvangen.status != Status.GELEZEN:
        raise NotPossible(f"Dit bestand is al afgehandeld: {ontvangen.get_status_display().lower()}.")


def _json(told: dict[str, Any]) -> dict[str, Any]:
    return {code: value.isoformat() if isinstance(value, date) else value for code, value in told.items()}


def _opened(
    gemeente: Gemeente, pakket: Pakket, inschrijving: date, klantmanager: Any, by: Any, reason: str
) -> Dossier:
    told = facts_of(pakket)
    person = {veld.naam: told[veld.code] for veld in _velden("persoon") if veld.code in told}
    facts = {veld.naam: told[veld.code] for veld in _velden("dossier") if veld.code in told}
    person |= {"bsn": pakket.persoon.bsn or None, "v_nummer": pakket.persoon.v_nummer or None}
    return open_dossier(
        gemeente,
        person=person,
        facts=facts | {"inschrijving_on": inschrijving},
        by=by,
        klantmanager=klantmanager,
        reason=reason,
    )


def _velden(plek: str) -> list[Any]:
    return [veld for veld in VELDEN[Bron.GEMEENTE] if veld.plek == plek]


def _fill_empty(
    dossier: Dossier, pakket: Pakket, told: dict[str, Any], inschrijving: date, *, by: Any, reason: str
) -> None:
    """Fill what is empty; whether the first PIP was made elsewhere belongs to its day and goes with it."""
    rows = rows_of(dossier)
    person = rows["persoon"]
    had_first_pip = dossier.eerste_pip_on is not None
    changed: dict[str, set[str]] = {"persoon": set(), "dossier": set()}
    for veld in VELDEN[Bron.GEMEENTE]:
        empty = getattr(rows[veld.plek], veld.naam) in (None, "")
        if veld.code == "eerste_pip_elders":
            empty = not had_first_pip
        if empty and veld.code in told:
            setattr(rows[veld.plek], veld.naam, told[veld.code])
            changed[veld.plek].add(veld.label.lower())
    for name in ("bsn", "v_nummer"):
        if (number := getattr(pakket.persoon, name)) and not getattr(person, name):
            setattr(person, name, number)
            changed["persoon"].add("BSN" if name == "bsn" else "V-nummer")
    if dossier.inschrijving_on is None:
        dossier.inschrijving_on = inschrijving
        changed["dossier"].add("ingeschreven in deze gemeente")
    for plek, labels in changed.items():
        if labels:
            row = rows[plek]
            row.version += 1
            row._change_reason, row._history_user = reason[:100], by
            row.save()
            sentence = f"Gewijzigd: {', '.join(sorted(labels))}."
            publish(Event("GegevensGewijzigd", dossier, by, sentence, reason))


def _earlier_route(dossier: Dossier, pakket: Pakket, *, by: Any, reason: str) -> None:
    """Keep the leerroute of the previous gemeente: our own stays the same (Wi art. 15 lid 4)."""
    if pakket.traject.leerroute is None:
        return
    keuze = Leerroutekeuze.objects.filter(dossier=dossier).first() or Leerroutekeuze(
        gemeente_id=dossier.gemeente_id, dossier=dossier, version=0
    )
    if keuze.eerdere_leerroute:
        return
    keuze.eerdere_leerroute = pakket.traject.leerroute.value
    keuze.version += 1
    keuze._change_reason, keuze._history_user = reason[:100], by
    keuze.save()


def _test_result(dossier: Dossier, pakket: Pakket, *, by: Any, on: date) -> None:
    """Take over the result of the leerbaarheidstoets when we have none: it need not be taken again."""
    told = pakket.leerbaarheidstoets
    toets = Leerbaarheidstoets.objects.filter(dossier=dossier).first() or Leerbaarheidstoets(
        gemeente_id=dossier.gemeente_id, dossier=dossier, version=0
    )
    if told is None or not told.resultaat or told.afgenomen_op is None or told.afgenomen_op > on:
        return
    if toets.resultaat or toets.ontheffing_on or toets.aangemeld_on:
        return
    toets.afgenomen_on, toets.resultaat, toets.score = told.afgenomen_op, told.resultaat, told.score
    toets.overgenomen_van = pakket.van.naam[:100]
    toets.version += 1
    take_over_uitslag(toets, by=by, on=on)


def _answer_request(dossier: Dossier, pakket: Pakket, *, by: Any, on: date) -> None:
    """The request that we made is answered; without one the file itself tells what was asked."""
    richting = Overdrachtsverzoek.Richting.INKOMEND
    rows = Overdrachtsverzoek.objects.filter(dossier=dossier, richting=richting, andere_code=pakket.van.code)
    verzoek = rows.filter(gegeven_on__isnull=True).first() or rows.first()
    if verzoek is None:
        moved = min(pakket.traject.verhuisd_op, on)
        verzoek = new_move(dossier, richting, pakket.van.code, moved=moved, by=by, on=on)
        asked = pakket.verzoek
        verzoek.gevraagd_on, verzoek.gevraagd_door = asked.gevraagd_op, asked.gevraagd_door
        verzoek.reden, verzoek.grondslag = asked.reden, asked.grondslag
        verzoek.version = 0
    verzoek.gegeven_on = on
    verzoek.version += 1
    verzoek.save()
