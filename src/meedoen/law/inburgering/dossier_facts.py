"""A dossier as its dates, from which the facts of every rule can be taken."""

from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import TypeVar

from .begrippen import Doelgroep, Leerroute, Verblijfstitel
from .brede_intake import OproepFacts
from .leerroutes import LeerrouteFacts
from .pip import PIPFacts
from .termijn import TermijnFacts

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """A dossier as its dates; every name means the same as in the facts of the rule that it goes to."""

    doelgroep: Doelgroep | None = None
    verblijfstitel: Verblijfstitel | None = None
    koppeling: date | None = None
    """The day on which COA linked the person to the gemeente."""
    in_azc: bool | None = None
    """Lives in a site of COA and is not registered in the gemeente of huisvesting."""
    kennisgeving: date | None = None
    inschrijving: date | None = None
    inschrijving_nieuwe_gemeente: date | None = None
    eerste_pip: date | None = None
    informatie_derde_gevraagd: date | None = None
    informatie_derde_ontvangen: date | None = None
    vrijgesteld: bool | None = None
    """Vrijgesteld or wholly ontheven now, as DUO told."""
    oproep: date | None = None
    """The day of the last call for the brede intake."""
    oproep_termijn: date | None = None
    """The last day of the term that this call set."""
    oproepen: int | None = None
    gemiste_oproepen: int | None = None
    waarschuwing: date | None = None
    intake_begonnen: date | None = None
    intake_afgerond: date | None = None
    leerbaarheidstoets_aangevraagd: date | None = None
    leerbaarheidstoets: date | None = None
    ontheffing_leerbaarheidstoets: bool | None = None
    eerdere_leerroute: Leerroute | None = None
    leerroute: Leerroute | None = None
    pip_concept: date | None = None
    """The day on which a draft of the PIP was finished."""
    pip_vastgesteld: date | None = None
    """Dagtekening of the PIP of this gemeente."""
    pip_uitgereikt: date | None = None
    """The day on which that PIP was sent or handed over."""
    verlengd_tot_en_met: date | None = None
    pip_herroepen: date | None = None
    laatste_voortgangsgesprek: date | None = None
    voortgangsgesprek_maanden: int | None = None
    """Policy of the gemeente: every how many months a voortgangsgesprek is held."""
    pvt_afgerond: date | None = None
    map_afgerond: date | None = None
    voldaan: date | None = None
    plicht_geeindigd: date | None = None

    @property
    def pip(self) -> PIPFacts:
        """The same facts as the deadline of the PIP asks them."""
        return project(PIPFacts, self)

    @property
    def termijn(self) -> TermijnFacts:
        """The same facts as the term asks them."""
        return project(TermijnFacts, self)

    @property
    def oproeping(self) -> OproepFacts:
        """The same facts as the rules about calls ask them."""
        return project(OproepFacts, self)

    @property
    def route(self) -> LeerrouteFacts:
        """The same facts as the rules about the leerroute ask them."""
        return LeerrouteFacts(leerroute=self.leerroute, doelgroep=self.doelgroep)


def project(kind: type[P], facts: object) -> P:
    """Return facts of another kind, filled with the fields of the same name."""
    return kind(*[getattr(facts, name) for name in names_of(kind)])  # type: ignore[arg-type]  # mypy: a class is hashable


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """Return the names of the facts of a kind, in order; looked up once."""
    return tuple(item.name for item in fields(kind))
