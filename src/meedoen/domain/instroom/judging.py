"""What each row of a file is to us: new, changed, unchanged, refused, or perhaps double."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meedoen.domain.keten.models import Bron

from .checks import Checked, Fout
from .coa_matching import coa_changes
from .columns import heading_of
from .matching import Change, Found, Match, Stored, changes, load, match_rows
from .models import Import, Importregel

Oordeel, Soort = Importregel.Oordeel, Import.Soort
BRONNEN = {Soort.GEMEENTE: Bron.IMPORT, Soort.COA: Bron.COA}
"""Kind of file → who told what stands in it."""


def changes_of(soort: str, values: dict[str, Any], stored: Stored) -> list[Change]:
    """Return what a row of this kind of file changes."""
    return coa_changes(values, stored) if soort == Soort.COA else changes(values, stored)


@dataclass
class Judged:
    """A row with its verdict; `stored` is the person of ours that it is, or may be, about."""

    row: Checked
    oordeel: Oordeel
    match: Match = field(default_factory=lambda: Match(Found.NOBODY))
    changes: list[Change] = field(default_factory=list)
    stored: Stored | None = None


def judge(
    rows: Sequence[Checked],
    gemeenten: dict[str, int],
    mapping: dict[str, str],
    *,
    told_on: date,
    soort: str = Soort.GEMEENTE,
) -> list[Judged]:
    """Judge rows; a few hundred at a time, because what we have of each person is read.

    Args:
        rows: checked rows.
        gemeenten: CBS code → id of the gemeenten in scope that we have.
        mapping: heading → code, to name a column.
        told_on: the day for which the file tells.
        soort: who made the file, an `Import.Soort`.
    """
    good = [row for row in rows if not row.refused]
    matches = dict(zip((row.number for row in good), match_rows(good, gemeenten), strict=True))
    known = (match.dossier_id for match in matches.values() if match.dossier_id is not None)
    stored = load(known, BRONNEN[Soort(soort)])
    return [
        _judge_row(row, matches.get(row.number), stored, mapping, told_on, soort)
        if not row.refused
        else Judged(row, Oordeel.GEWEIGERD)
        for row in rows
    ]


def _judge_row(
    row: Checked,
    match: Match | None,
    stored: dict[int, Stored],
    mapping: dict[str, str],
    told_on: date,
    soort: str,
) -> Judged:
    if match is None:
        raise ValueError(f"row {row.number} was not matched")
    if match.found == Found.CLASH:
        row.fouten.append(
            Fout(
                heading_of("bsn", mapping),
                f"Het BSN hoort bij dossier {match.dossier_id} en het V-nummer bij dossier "
                f"{match.other_dossier_id}. Zoek uit wie dit is en verbeter het nummer dat niet klopt.",
                blokkeert=True,
            )
        )
        return Judged(row, Oordeel.GEWEIGERD, match)
    if match.found == Found.NOBODY or match.dossier_id is None:
        return Judged(row, Oordeel.NIEUW)
    known = stored[match.dossier_id]
    if match.found != Found.SAME:
        return Judged(row, Oordeel.DUBBEL, match, changes_of(soort, row.values, known), known)
    if known.told.on and told_on < known.told.on:
        row.fouten.append(
            Fout(
                heading_of("achternaam", mapping),
                f"Over deze persoon kregen we al gegevens van {known.told.on:%d-%m-%Y}. Deze rij is ouder en "
                "verandert niets.",
            )
        )
        return Judged(row, Oordeel.ONGEWIJZIGD, match, [], known)
    found = changes_of(soort, row.values, known)
    if found and "bsn" not in row.values and "v_nummer" not in row.values:
        return Judged(row, Oordeel.DUBBEL, match, found, known)
    return Judged(row, Oordeel.GEWIJZIGD if found else Oordeel.ONGEWIJZIGD, match, found, known)
