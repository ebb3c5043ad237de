"""From when a decision stands: no bezwaar or beroep is possible or pending (Awb 6:7, 6:8 and 7:1)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import day_after, term_end
from ..kernel.outcome import Outcome, answer, given, known, unknown
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import AWB
from .bezwaar import AWB_IN_WERKING, BezwaarFacts, bezwaartermijn

BEROEPSTERMIJN = parameter("awb.bezwaartermijn")


@dataclass(frozen=True, slots=True)
class OnherroepelijkFacts:
    """What happened after the decision."""

    bekendmaking: date | None = None
    """The day on which the decision was sent or handed over (Awb 3:41)."""
    bezwaar_gemaakt: bool | None = None
    """There is bezwaar that was not withdrawn."""
    beslissing_op_bezwaar: date | None = None
    """The day on which the decision on bezwaar was sent or handed over, that kept the decision."""
    beroep_ingesteld: bool | None = None

    @property
    def bezwaar(self) -> BezwaarFacts:
        """The same facts as the term of bezwaar asks them."""
        return BezwaarFacts(bekendmaking=self.bekendmaking)


@rule(AWB.art("6:7"), AWB.art("6:8", lid=1), AWB.art("7:1", lid=2), since=AWB_IN_WERKING)
def onherroepelijk_since(facts: OnherroepelijkFacts, *, on: date) -> Outcome[date]:
    """A decision stands on the day after the term of bezwaar, or of beroep after a decision on bezwaar."""
    einde = known(bezwaartermijn(facts.bezwaar, on=on))
    if facts.bezwaar_gemaakt is not True:
        if facts.bezwaar_gemaakt is None and on > einde:
            unknown("het is niet vastgelegd of er bezwaar is gemaakt")
        return answer(day_after(einde), "zonder bezwaar staat het besluit vast na {einde}", einde=einde)
    beslist = given(facts.beslissing_op_bezwaar, "er is bezwaar gemaakt en daarop is nog niet beslist")
    weken = BEROEPSTERMIJN.at(on)
    laatste = term_end(beslist, weken)
    if facts.beroep_ingesteld is True:
        unknown("er is beroep ingesteld bij de rechter")
    if facts.beroep_ingesteld is None and on > laatste:
        unknown("het is niet vastgelegd of er beroep is ingesteld")
    return answer(day_after(laatste), "zonder beroep staat het besluit vast na {laatste}", laatste=laatste)
