"""What COA told about the people of the demo, and how far the warm handover is of who lives in an AZC."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Aanlevering, Bron
from meedoen.domain.voorinburgering.models import Beperking, Overdrachtspunt, Voorinburgering

KENMERK = "klantprofielen-coa.xlsx"
CASEMANAGERS = ("J. de Boer", "M. Visser", "S. Bakker", "L. Jansen")
REDENEN = ("werkt overdag", "zorgt voor jonge kinderen", "verhuist binnenkort")
NIVEAUS = ("alfabetiseert", "A0", "A1 mondeling", "A1")
GEZINNEN = ("alleenstaand", "met partner", "met partner en kinderen", "met kinderen")
BEPERKINGEN = ("Loopt moeilijk lange stukken.", "Ziet slecht zonder bril.", "Mag niet zwaar tillen.")
Punt, Stand = Overdrachtspunt.Punt, Overdrachtspunt.Stand
# In this order people work it off; the first few are done soonest.
ORDER = (Punt.PROFIEL, Punt.CASEMANAGER, Punt.CONTACT, Punt.TAAL, Punt.GEZONDHEID, Punt.KINDEREN, Punt.INTAKE)


def fill_azc(dossiers: Sequence[Dossier], dice: random.Random, today: date) -> int:
    """Give who is koppeld and lives in an AZC what COA told, a contact and a handover under way.

    Call it within the transaction and the tenant scope of the gemeente, after the dossiers are saved.

    Args:
        dossiers: of one gemeente, with their person; who does not live in an AZC is passed over.
        dice: the dice of the demo, so that the same day gives the same region.
        today: nothing lies after it.

    Returns:
        how many people got it.
    """
    told, kept, sealed, points = [], [], [], []
    for dossier in dossiers:
        if not dossier.inburgeringsplichtige.in_azc:
            continue
        told_on = min(today, (dossier.koppeling_on or today - timedelta(days=30)) + timedelta(days=10))
        row = _voorinburgering(dossier, dice, told_on)
        kept.append(row)
        told.append(_told(dossier, row, dice, told_on))
        if dice.random() < 0.15:
            limitation = Beperking(
                gemeente_id=dossier.gemeente_id, dossier=dossier, told_on=told_on, kenmerk=KENMERK
            )
            limitation.inhoud = dice.choice(BEPERKINGEN)
            sealed.append(limitation)
        points.extend(_points(dossier, dice, told_on, today))
    Voorinburgering.objects.bulk_create(kept)
    Aanlevering.objects.bulk_create(told)
    Beperking.objects.bulk_create(sealed)
    Overdrachtspunt.objects.bulk_create(points)
    return len(kept)


def _voorinburgering(dossier: Dossier, dice: random.Random, told_on: date) -> Voorinburgering:
    joins = dice.random() < 0.8
    return Voorinburgering(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        deelname="ja" if joins else "nee",
        instemming_on=told_on - timedelta(days=7) if joins else None,
        reden_deelname="" if joins else dice.choice(REDENEN),
        azc_telefoon=f"06{dice.randint(0, 99_999_999):08d}",
        casemanager=dice.choice(CASEMANAGERS),
        casemanager_telefoon="088 000 0000",
        casemanager_email="casemanager@coa.example",
    )


def _told(dossier: Dossier, row: Voorinburgering, dice: random.Random, told_on: date) -> Aanlevering:
    """Return what COA told: mostly what we keep, now and then another telephone."""
    other_phone = dice.random() < 0.2
    person = dossier.inburgeringsplichtige
    facts: dict[str, Any] = {
        "achternaam": person.achternaam,
        "voornaam": person.voornaam,
        "taal": person.taal,
        "coa_locatie": person.coa_locatie,
        "koppeling_on": dossier.koppeling_on.isoformat() if dossier.koppeling_on else "",
        "azc_telefoon": f"06{dice.randint(0, 99_999_999):08d}" if other_phone else row.azc_telefoon,
        "casemanager": row.casemanager,
        "gezin": dice.choice(GEZINNEN),
        "deelname": row.deelname,
        "instemming_on": row.instemming_on.isoformat() if row.instemming_on else "",
        "reden_deelname": row.reden_deelname,
    }
    if row.deelname == "ja":
        facts |= {"nt2_uren": dice.randint(8, 121), "nt2_niveau": dice.choice(NIVEAUS)}
    return Aanlevering(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        bron=Bron.COA,
        told_on=told_on,
        kenmerk=KENMERK,
        gegevens={code: value for code, value in facts.items() if value != ""},
    )


def _points(dossier: Dossier, dice: random.Random, since: date, today: date) -> Iterator[Overdrachtspunt]:
    """Return the points that were worked off so far, one after another."""
    done_on = since
    for punt in ORDER[: dice.randint(0, len(ORDER))]:
        done_on += timedelta(days=dice.randint(1, 6))
        if done_on > today or dossier.klantmanager_id is None:
            return
        yield Overdrachtspunt(
            gemeente_id=dossier.gemeente_id,
            dossier=dossier,
            punt=punt,
            stand=Stand.GEDAAN,
            op=done_on,
            by_id=dossier.klantmanager_id,
        )
