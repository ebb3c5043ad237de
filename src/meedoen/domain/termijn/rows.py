"""Many dossiers at once, as plain rows with the names of the models: one query for each table.

`dossier_facts` and the rest of the bridge read these rows as they read the models, so that the night and the
page have one definition of every fact. A model object of Django costs ten times as much as a row.
"""

from collections import namedtuple
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from meedoen.domain.brede_intake.models import BredeIntake, Intakegesprek, Leerbaarheidstoets, Oproep
from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
from meedoen.domain.pip.models import PIP, Informatieverzoek, Leerroutekeuze
from meedoen.domain.voortgang.models import Resultaat


class Several(list):
    """The parts of one dossier, in the order of their model, asked the way of a related manager."""

    __slots__ = ()

    def all(self) -> "Several":
        """Return every part."""
        return self


@dataclass(frozen=True, slots=True)
class Part:
    """What is read of one table that refers to a dossier, and what of its model a row can also be asked."""

    model: type[Model]
    fields: tuple[str, ...]
    several: bool = False
    asked: tuple[str, ...] = ()


PERSOON = ("taal", "postcode", "coa_locatie")
DOSSIER = (
    *("id", "gemeente_id", "klantmanager_id", "team_id", "doelgroep", "verblijfstitel", "koppeling_on"),
    *("kennisgeving_on", "inschrijving_on", "eerste_pip_on", "eerste_pip_elders", "plicht_einde_on"),
    *("voldaan_on", "verlengd_tot_en_met_on", "afgesloten_on"),
)
PARTS: Mapping[str, Part] = {
    "brede_intake": Part(BredeIntake, ("gestart_on", "afgerond_on")),
    "leerbaarheidstoets": Part(
        Leerbaarheidstoets, ("aangemeld_on", "afgenomen_on", "resultaat", "ontheffing_on")
    ),
    "leerroutekeuze": Part(Leerroutekeuze, ("leerroute", "eerdere_leerroute")),
    "oproepen": Part(
        Oproep, ("verstuurd_on", "termijn_on", "uitkomst", "uitkomst_on", "waarschuwing_on"), several=True
    ),
    "intakegesprekken": Part(Intakegesprek, ("gevoerd_on",), several=True),
    "informatieverzoeken": Part(Informatieverzoek, ("gevraagd_on", "ontvangen_on"), several=True),
    "pips": Part(
        PIP,
        ("status", "leerroute", "overgenomen", "dagtekening_on", "uitgereikt_on", "aangemaakt_at"),
        several=True,
        asked=("Status", "in_force"),
    ),
    "resultaten": Part(Resultaat, ("onderdeel", "datum_on"), several=True),
}
"""What the bridge reads, by the name by which a dossier gives it. What is not here, is not read at night."""


def _row_type(part: Part) -> Any:
    plain = namedtuple(f"{part.model.__name__}Row", part.fields)  # made of data
    asked = {name: vars(part.model)[name] for name in part.asked}
    return type(plain.__name__, (plain,), {"__slots__": (), **asked})


_PERSOON_ROW = _row_type(Part(Inburgeringsplichtige, PERSOON, asked=("in_azc",)))
_PART_ROWS = {name: _row_type(part) for name, part in PARTS.items()}
_NONE = Several()


class DossierRow:
    """A dossier with its parts, as far as the bridge reads them."""

    __slots__ = (*DOSSIER, "inburgeringsplichtige", *PARTS)

    def __init__(self, values: tuple[Any, ...]) -> None:
        self.inburgeringsplichtige = _PERSOON_ROW(*values[len(DOSSIER) :])
        for name, value in zip(DOSSIER, values, strict=False):
            setattr(self, name, value)
        self.brede_intake = self.leerbaarheidstoets = self.leerroutekeuze = None
        self.oproepen = self.intakegesprekken = self.informatieverzoeken = self.pips = _NONE
        self.resultaten = _NONE


def rows_after(last: int, at_most: int) -> list[DossierRow]:
    """Return the first dossiers with a higher id, in order of id, within the tenant scope."""
    person = [f"inburgeringsplichtige__{name}" for name in PERSOON]
    asked = Dossier.objects.filter(pk__gt=last).order_by("pk").values_list(*DOSSIER, *person)
    found = [DossierRow(values) for values in asked[:at_most]]
    if found:
        by_id = {row.id: row for row in found}
        for name, part in PARTS.items():
            _attach(by_id, name, part)
    return found


def _attach(by_id: dict[int, DossierRow], name: str, part: Part) -> None:
    made = _PART_ROWS[name]._make
    kept = part.model._default_manager.filter(dossier_id__gte=min(by_id), dossier_id__lte=max(by_id))
    for dossier_id, *values in kept.values_list("dossier_id", *part.fields):
        dossier = by_id.get(dossier_id)
        if dossier is None:  # came into being after the dossiers were read
            continue
        if not part.several:
            setattr(dossier, name, made(values))
        elif (found := getattr(dossier, name)) is not _NONE:
            found.append(made(values))
        else:
            setattr(dossier, name, Several([made(values)]))
