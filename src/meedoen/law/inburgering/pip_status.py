"""Whether the PIP came, or can still come, in time: what lists and figures count (Bi 5.3)."""

from datetime import date

from ..kernel.outcome import Outcome, answer, known
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING
from .begrippen import Begrip
from .dossier_facts import DossierFacts
from .pip import (
    KENNISGEVING_TELT,
    moved_with_pip,
    pip_deadline,
    pip_deadline_after_move,
    pip_deadline_by_inschrijving,
    pip_deadline_first,
)


class PIPStatus(Begrip):
    """Where a dossier stands with its PIP on a day."""

    OP_TIJD = "op_tijd", "op tijd vastgesteld"
    TE_LAAT = "te_laat", "te laat vastgesteld"
    TERMIJN_LOOPT = "termijn_loopt", "de termijn loopt"
    TERMIJN_VOORBIJ = "termijn_voorbij", "de termijn is voorbij en er is geen PIP"
    NIET_NODIG = "niet_nodig", "er hoeft geen PIP te komen"


@rule(BI.art("5.3"), since=IN_WERKING)
def pip_deadline_then(facts: DossierFacts, *, on: date) -> Outcome[date]:
    """The last day in time by the law of the day of the PIP, or of today without one."""
    if facts.pip_vastgesteld is not None and facts.pip_vastgesteld < KENNISGEVING_TELT:
        if moved_with_pip(facts.pip, on=on):
            return pip_deadline_after_move(facts.pip, on=on)
        return pip_deadline_by_inschrijving(facts.pip, on=on)
    if (
        facts.pip_vastgesteld is not None
        and facts.informatie_derde_gevraagd is not None
        and facts.informatie_derde_ontvangen is None
        and not moved_with_pip(facts.pip, on=on)
    ):
        termijn = known(pip_deadline_first(facts.pip, on=on))
        if facts.pip_vastgesteld <= termijn:
            return answer(
                termijn,
                "het PIP van {pip} kwam in de gewone termijn en hoefde niet te wachten op de informatie "
                "die op {gevraagd} is gevraagd",
                pip=facts.pip_vastgesteld,
                gevraagd=facts.informatie_derde_gevraagd,
            )
    return pip_deadline(facts.pip, on=on)


@rule(BI.art("5.3"), since=IN_WERKING)
def pip_status(facts: DossierFacts, *, on: date) -> Outcome[PIPStatus]:
    """Whether the PIP was established in time, is still awaited, or its term has passed without one."""
    if facts.pip_vastgesteld is None:
        if facts.voldaan is not None or facts.plicht_geeindigd is not None:
            return answer(
                PIPStatus.NIET_NODIG, "de inburgeringsplicht is geëindigd zonder PIP in deze gemeente"
            )
        if facts.vrijgesteld is True:
            return answer(PIPStatus.NIET_NODIG, "er is vrijstelling of ontheffing, dus nu geen PIP")
    uiterlijk = known(pip_deadline_then(facts, on=on))
    if facts.pip_vastgesteld is not None:
        if facts.pip_vastgesteld <= uiterlijk:
            return answer(
                PIPStatus.OP_TIJD,
                "het PIP van {pip} kon tot en met {uiterlijk}",
                pip=facts.pip_vastgesteld,
                uiterlijk=uiterlijk,
            )
        return answer(
            PIPStatus.TE_LAAT,
            "het PIP van {pip} had er uiterlijk op {uiterlijk} moeten zijn",
            pip=facts.pip_vastgesteld,
            uiterlijk=uiterlijk,
        )
    if on <= uiterlijk:
        return answer(
            PIPStatus.TERMIJN_LOOPT, "het PIP kan tot en met {uiterlijk} op tijd komen", uiterlijk=uiterlijk
        )
    return answer(
        PIPStatus.TERMIJN_VOORBIJ, "het PIP had er uiterlijk op {uiterlijk} moeten zijn", uiterlijk=uiterlijk
    )
