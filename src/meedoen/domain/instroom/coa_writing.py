"""Writing rows of COA: new dossiers of who is koppeld, and what COA told beside what we have."""

from collections.abc import Sequence
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron
from meedoen.domain.voorinburgering.models import Beperking, Voorinburgering
from meedoen.domain.voorinburgering.selectors import rows_of

from .coa_matching import VELD_OF
from .judging import Judged
from .matching import Change, Stored
from .writing import Writer, labels

# Code of the file → column of the voorinburgering.
_COLUMNS = {veld.code: veld.naam for veld in VELD_OF.values() if veld.plek == "voorinburgering"}


class COAWriter(Writer):
    """Writes rows of one file of COA: what we have stays, and what COA told is kept beside it."""

    bron = Bron.COA

    def written(self, row: Judged) -> Sequence[Change]:
        """Return only what fills an empty place."""
        return [change for change in row.changes if not change.kept]

    def told(self, row: Judged, dossier: Dossier) -> dict[str, Any]:
        """Return what COA told; the doelgroep is our own conclusion from the verblijfstitel."""
        told = super().told(row, dossier)
        return {code: value for code, value in told.items() if code != "groep"}

    def sentence_of(self, row: Judged) -> str:
        """Return what COA told, and of what of it the dossier says something else."""
        told = f"COA vertelde in «{self.source}», rij {row.row.number}: {labels(row.changes)}."
        kept = [change for change in row.changes if change.kept]
        return f"{told} Niet overgenomen, want hier stond al iets: {labels(kept)}." if kept else told

    def _create_parts(self, pairs: Sequence[tuple[dict[str, Any], Dossier]]) -> None:
        super()._create_parts(pairs)
        self._create(
            Voorinburgering,
            [
                Voorinburgering(gemeente_id=dossier.gemeente_id, dossier=dossier, **mine)
                for values, dossier in pairs
                if (mine := _azc(values))
            ],
        )

    def _change_parts(self, pairs: Sequence[tuple[Judged, Stored]]) -> None:
        super()._change_parts(pairs)
        new, changed = [], []
        for row, stored in pairs:
            mine = _azc({change.code: change.new for change in self.written(row)})
            if not mine:
                continue
            azc = rows_of(stored.dossier)["voorinburgering"]
            for naam, value in mine.items():
                setattr(azc, naam, value)
            azc.version += 1
            (new if azc.pk is None else changed).append(azc)
        self._create(Voorinburgering, new)
        self._update(Voorinburgering, changed, sorted(_COLUMNS.values()))

    def _create_health(self, told: Sequence[tuple[Dossier, str]]) -> None:
        """Keep what COA told about health sealed, apart from what the klantmanager wrote."""
        rows = []
        for dossier, text in told:
            row = Beperking(
                gemeente_id=dossier.gemeente_id,
                dossier=dossier,
                told_on=self.told_on,
                kenmerk=self.source[:120],
            )
            row.inhoud = text
            rows.append(row)
        Beperking.objects.bulk_create(rows, batch_size=500)


def _azc(values: dict[str, Any]) -> dict[str, Any]:
    return {_COLUMNS[code]: value for code, value in values.items() if code in _COLUMNS}
