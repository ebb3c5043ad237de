"""What DUO accepts as the end of PVT or MAP (interface MAP/PVT/Z 1.0.0, of 30 March 2026)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import DUO_MAP, IN_WERKING


@dataclass(frozen=True, slots=True)
class DuoMAPFacts:
    """The date as it would be sent, and what DUO compares it with."""

    eindgesprek: date | None = None
    termijn_start: date | None = None
    termijn_end_exclusive: date | None = None
    actuele_pip_eigen_gemeente: bool | None = None
    z_route_afgerond: date | None = None


@rule(DUO_MAP, since=IN_WERKING)
def duo_accepts_map(facts: DuoMAPFacts, *, on: date) -> Outcome[bool]:
    """Not in the future, not before the term, not after the end of the Z-route, and only for an own PIP."""
    dag = given(facts.eindgesprek, "de datum van het eindgesprek ontbreekt")
    start = given(facts.termijn_start, "het begin van de termijn is niet bekend")
    eigen = given(
        facts.actuele_pip_eigen_gemeente, "het is niet bekend van welke gemeente het actuele PIP is"
    )
    if dag > on:
        return answer(False, "de datum {dag} ligt in de toekomst", dag=dag)
    if dag < start:
        return answer(
            False, "de datum {dag} ligt voor het begin van de termijn op {start}", dag=dag, start=start
        )
    if facts.z_route_afgerond is not None and dag > facts.z_route_afgerond:
        return answer(False, "de Z-route was al op {einde} afgerond", einde=facts.z_route_afgerond)
    if not eigen:
        return answer(False, "het actuele PIP is van een andere gemeente")
    return answer(True, "de datum {dag} voldoet aan de voorwaarden van DUO", dag=dag)
