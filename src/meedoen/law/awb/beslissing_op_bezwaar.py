"""By when a decision on bezwaar must be taken (Awb 7:10)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import answer_term_end
from ..kernel.outcome import Outcome, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import AWB
from .bezwaar import BezwaarFacts, bezwaartermijn

SINDS = date(2009, 10, 1)
BESLISTERMIJN = parameter("awb.bezwaar_beslistermijn")
MET_COMMISSIE = parameter("awb.bezwaar_beslistermijn_commissie")
VERDAGEN = parameter("awb.bezwaar_verdagen")


@dataclass(frozen=True, slots=True)
class BeslissingOpBezwaarFacts:
    """What the term depends on; suspension while a defect is repaired is not counted."""

    bekendmaking: date | None = None
    """The day on which the decision was sent or handed over (Awb 3:41)."""
    adviescommissie: bool | None = None
    """A committee of Awb 7:13 advises on the bezwaar."""
    verdaagd: bool | None = None
    """The decision was put off, and the person was told so in writing."""

    @property
    def bezwaar(self) -> BezwaarFacts:
        """The same facts as the term of bezwaar asks them."""
        return BezwaarFacts(bekendmaking=self.bekendmaking)


@rule(AWB.art("7:10", lid=1), AWB.art("7:10", lid=3), since=SINDS)
def beslissing_op_bezwaar_due(facts: BeslissingOpBezwaarFacts, *, on: date) -> Outcome[date]:
    """Six weeks after the term of bezwaar, twelve with a committee, and six more when it was put off."""
    einde = known(bezwaartermijn(facts.bezwaar, on=on))
    commissie = given(facts.adviescommissie, "het is niet bekend of een commissie over het bezwaar adviseert")
    weken = MET_COMMISSIE.at(on) if commissie else BESLISTERMIJN.at(on)
    if facts.verdaagd is True:
        extra = VERDAGEN.at(on)
        return answer_term_end(
            einde + weken,
            extra,
            "{weken} na de bezwaartermijn, die eindigde op {einde}, en {extra} uitstel",
            weken=weken,
            einde=einde,
            extra=extra,
        )
    return answer_term_end(
        einde, weken, "{weken} na de bezwaartermijn, die eindigde op {einde}", weken=weken, einde=einde
    )
