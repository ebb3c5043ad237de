"""Questions about a file that is brought in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .checks import Checked
from .columns import BY_CODE
from .judging import BRONNEN, changes_of
from .matching import Change, Stored, load
from .models import Import, Importregel
from .packing import unpack_checked, unpack_row

Oordeel = Importregel.Oordeel
WHAT_TO_DO = "Wat moet er gebeuren"


def imports_of(medewerker: Any, gemeente_ids: Iterable[int]) -> list[Import]:
    """Return the files that somebody brought in herself, the newest first."""
    return list(Import.objects.filter(by=medewerker, gemeente_id__in=list(gemeente_ids))[:50])


def counts(bestand: Import) -> dict[str, int]:
    """Return how many rows got each verdict, all verdicts named."""
    found = Counter(bestand.regels.values_list("oordeel", flat=True))
    return {oordeel.value: found.get(oordeel.value, 0) for oordeel in Oordeel}


def undecided(bestand: Import) -> int:
    """Return for how many rows nobody chose yet whether the person is known."""
    return bestand.regels.filter(oordeel=Oordeel.DUBBEL, keuze="", overgenomen_at=None).count()


@dataclass(frozen=True)
class Shown:
    """A row as a page shows it: what the file says, whom it is about, what it changes."""

    regel: Importregel
    row: Checked
    stored: Stored | None
    changes: list[Change]


def show(regels: Iterable[Importregel]) -> list[Shown]:
    """Return rows of one file with what they say; a row whose cells were deleted says nothing."""
    regels = list(regels)
    if not regels:
        return []
    soort = Import.Soort(regels[0].bestand.soort)
    known_ids = (regel.dossier_nummer for regel in regels if regel.dossier_nummer)
    stored = load(known_ids, BRONNEN[soort])
    shown = []
    for regel in regels:
        row = unpack_checked(regel) if regel.cellen_sealed else Checked(regel.rij)
        known = stored.get(regel.dossier_nummer or 0)
        changes = changes_of(soort, row.values, known) if known else []
        shown.append(Shown(regel, row, known, changes))
    return shown


def faults(regels: Iterable[Importregel]) -> list[dict[str, Any]]:
    """Return every fault as rij, kolom, fout, blokkeert and geweigerd, in the order of the file.

    `blokkeert` is about the cell, `geweigerd` about its row: one cell can keep a whole row out.
    """
    return [
        {"rij": regel.rij, **fout, "geweigerd": any(each["blokkeert"] for each in regel.fouten)}
        for regel in regels
        for fout in regel.fouten
    ]


def label(code: str) -> str:
    """Return our name of a field."""
    return "Gezondheid (afgeschermd)" if code == "gezondheid" else BY_CODE[code].heading


def back(bestand: Import) -> tuple[list[str], list[list[Any]]]:
    """Return the rows that need work as a table: the file's own columns and what must be done.

    Rows whose cells were deleted stay out.
    """
    headings = [*bestand.headings]
    # A file that came from here before has that column already.
    skip = headings.index(WHAT_TO_DO) if WHAT_TO_DO in headings else len(headings)
    table = []
    for regel in bestand.regels.exclude(fouten=[]).exclude(cellen_sealed=None).order_by("rij"):
        cells = list(unpack_row(regel).cells)
        told = " ".join(f"{fout['kolom']}: {fout['fout']}" for fout in regel.fouten)
        table.append([*cells[:skip], *cells[skip + 1 :], told])
    return [*headings[:skip], *headings[skip + 1 :], WHAT_TO_DO], table
