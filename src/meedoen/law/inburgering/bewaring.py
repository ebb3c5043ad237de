"""How long data are kept (Bi 9.9)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING

BEWAREN = parameter("bi2021.bewaartermijn")
KERN_BEWAREN = parameter("bi2021.bewaartermijn_kern")
GEMEENTE = "de termijn van art. 9.9 geldt ook voor het dossier bij de gemeente"


@dataclass(frozen=True, slots=True)
class BewaarFacts:
    """What the keeping of data depends on."""

    plicht_geeindigd: date | None = None


@rule(BI.art("9.9"), since=IN_WERKING, reading=GEMEENTE)
def delete_by(facts: BewaarFacts, *, on: date) -> Outcome[date]:
    """Data are deleted five years after the end of the inburgeringsplicht."""
    einde = given(facts.plicht_geeindigd, "de inburgeringsplicht is nog niet geëindigd")
    duur = BEWAREN.at(on)
    return answer(einde + duur, "{duur} na het einde van de plicht op {einde}", duur=duur, einde=einde)


@rule(BI.art("9.9"), since=IN_WERKING, reading=GEMEENTE)
def core_delete_by(facts: BewaarFacts, *, on: date) -> Outcome[date]:
    """The core (identity, address, vrijstelling, ontheffing, fulfilment, debt): at most fifty years."""
    einde = given(facts.plicht_geeindigd, "de inburgeringsplicht is nog niet geëindigd")
    duur = KERN_BEWAREN.at(on)
    return answer(
        einde + duur,
        "ten hoogste {duur} na het einde van de plicht op {einde}",
        duur=duur,
        einde=einde,
    )
