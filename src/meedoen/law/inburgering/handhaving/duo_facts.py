"""What the fines of DUO depend on (Wi 24 and 25)."""

from dataclasses import dataclass
from datetime import date

from ..begrippen import Doelgroep, Leerroute, Verblijfstitel
from ..dossier_facts import project
from .praktijk import DUOPraktijkFacts


@dataclass(frozen=True, slots=True)
class BoeteDUOFacts:
    """What was done and what is missing at the end of the term; hours count at a school with a keurmerk."""

    doelgroep: Doelgroep | None = None
    verblijfstitel: Verblijfstitel | None = None
    leerroute: Leerroute | None = None
    pvt_ontbreekt: bool | None = None
    map_ontbreekt: bool | None = None
    leerroute_ontbreekt: bool | None = None
    """The leerroute was not achieved within the term."""
    aanwezigheid_pct: int | None = None
    """How much of the lessons of the PIP was attended, in percent."""
    uren: int | None = None
    """Hours of course followed for the B1-route: language and KNM."""
    cursusuren: int | None = None
    """Hours NT2 and KNM in the Z-route, those of the brede intake included."""
    participatie_uren: int | None = None
    """Hours of participation in the Z-route, those before the PIP that count included."""
    alle_onderdelen_geprobeerd: int | None = None
    """How many times every exam part was attempted that was not passed before: 0, 1, or 2 and more."""
    onderdelen_behaald: int | None = None
    """How many exam parts were passed."""
    verblijf_geweigerd_of_ingetrokken: bool | None = None
    """Extension of the permit was refused, or the permit withdrawn, under Vw 2000 art. 18 or 19."""
    duo_boetes: int | None = None
    """How many fines of the same article DUO imposed."""
    bekendmaking: date | None = None
    """The day on which the last of them was sent or handed over (Awb 3:41)."""
    nieuwe_termijn_tot_en_met: date | None = None
    """The last day of the new term, as DUO set or extended it."""

    @property
    def praktijk(self) -> DUOPraktijkFacts:
        """The same facts as the practice asks them."""
        return project(DUOPraktijkFacts, self)
