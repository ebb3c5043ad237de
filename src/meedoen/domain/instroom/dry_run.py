"""Checking a file without keeping anything, and making gemeenten that a file names."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from meedoen.domain.regio.models import Gemeente

from . import gemeenten
from .checks import Place, check_rows
from .columns import default_mapping
from .judging import Judged, judge
from .models import Import
from .reading import Sheet

_PIECE = 500


def judge_sheet(
    sheet: Sheet,
    mapping: dict[str, str],
    place: Place,
    ids: dict[str, int],
    *,
    told_on: date,
    on: date,
    soort: str = Import.Soort.GEMEENTE,
) -> list[Judged]:
    """Check and judge all rows, in memory.

    Args:
        sheet: the file.
        mapping: heading → field.
        place: where rows may go.
        ids: CBS code → id of the gemeenten in scope.
        told_on: the day for which the file tells.
        on: today.
        soort: who made the file.
    """
    rows = check_rows(sheet.rows, sheet.headings, mapping, place, on=on)
    judged: list[Judged] = []
    for start in range(0, len(rows), _PIECE):
        judged.extend(judge(rows[start : start + _PIECE], ids, mapping, told_on=told_on, soort=soort))
    return judged


def place_for(gemeente_naam: str | None) -> Place:
    """Return where rows of the command line may go: everywhere, or to one gemeente.

    Raises:
        ValueError: when we do not know the gemeente; a Dutch sentence.
    """
    if gemeente_naam is None:
        return Place()
    found = gemeenten.find(gemeente_naam)
    if found is None:
        nearest = gemeenten.nearest(gemeente_naam)
        hint = f" Bedoelt u {nearest}?" if nearest else ""
        raise ValueError(f"De gemeente {gemeente_naam} kennen we niet.{hint}")
    return Place({found.code: found.naam}, found.code)


def make_gemeenten(codes: Iterable[str]) -> list[Gemeente]:
    """Return the gemeenten with these CBS codes; what we do not have yet is made."""
    wanted = set(codes)
    known = {gemeente.cbs_code: gemeente for gemeente in Gemeente.objects.filter(cbs_code__in=wanted)}
    for code in sorted(wanted - known.keys()):
        known[code] = Gemeente.objects.create(naam=gemeenten.known()[code].naam, cbs_code=code)
    return list(known.values())


def summary(judged: Iterable[Judged], mapping: dict[str, str] | None = None) -> dict[str, Any]:
    """Return counts and faults, as the command line prints them.

    Somebody who may be double counts as refused on the command line: nobody is there to choose.
    """
    counts: dict[str, Any] = {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 0, "geweigerd": 0}
    fouten: list[dict[str, Any]] = []
    for found in judged:
        counts[found.oordeel if found.oordeel in counts else "geweigerd"] += 1
        fouten.extend(
            {"rij": found.row.number, "kolom": fout.kolom, "fout": fout.fout} for fout in found.row.fouten
        )
        if found.oordeel == "dubbel":
            fouten.append(
                {
                    "rij": found.row.number,
                    "kolom": "Achternaam",
                    "fout": f"Misschien is dit de persoon van dossier {found.match.dossier_id}. Lees het "
                    f"bestand in op "
                    "het scherm en kies daar of het dezelfde persoon is.",
                }
            )
    return {**counts, "fouten": fouten}


def recognise(sheet: Sheet, soort: str = Import.Soort.GEMEENTE) -> dict[str, str]:
    """Return the mapping by our own headings.

    Raises:
        ValueError: when there is no column with a name; a Dutch sentence.
    """
    mapping = default_mapping(sheet.headings, soort)
    if "achternaam" not in mapping.values():
        raise ValueError(
            "Er is geen kolom met de kop Achternaam. Noem de kolommen zoals in het voorbeeld, of deel ze "
            "in op het "
            "scherm «Personen inlezen»."
        )
    return mapping
