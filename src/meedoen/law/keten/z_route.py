"""What DUO accepts as the end of the Z-route (interface MAP/PVT/Z 1.0.0, of 30 March 2026)."""

from dataclasses import dataclass
from datetime import date

from ..inburgering.begrippen import Leerroute
from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import DUO_Z_ROUTE, IN_WERKING

ALS_MAP_EN_PVT = (
    "DUO noemt voor de Z-route geen eigen voorwaarden; die voor de datum van MAP en PVT gelden hier ook"
)


@dataclass(frozen=True, slots=True)
class DuoZRouteFacts:
    """The date as it would be sent, and what DUO compares it with."""

    afronding: date | None = None
    leerroute: Leerroute | None = None
    termijn_start: date | None = None
    actuele_pip_eigen_gemeente: bool | None = None
    map_eindgesprek: date | None = None
    """The day of the eindgesprek MAP that DUO has; None when there is none."""
    participatieverklaring_ondertekend: date | None = None
    """The day of signing that DUO has; None when there is none."""


@rule(DUO_Z_ROUTE, since=IN_WERKING, reading=ALS_MAP_EN_PVT)
def duo_accepts_z_route(facts: DuoZRouteFacts, *, on: date) -> Outcome[bool]:
    """In the Z-route, for an own PIP, since the begin of the term, and not before the end of MAP or PVT."""
    dag = given(facts.afronding, "de datum van afronding van de Z-route ontbreekt")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    start = given(facts.termijn_start, "het begin van de termijn is niet bekend")
    eigen = given(
        facts.actuele_pip_eigen_gemeente, "het is niet bekend van welke gemeente het actuele PIP is"
    )
    if route != Leerroute.Z_ROUTE:
        return answer(False, "de leerroute is de {route}", route=route)
    if dag > on:
        return answer(False, "de datum {dag} ligt in de toekomst", dag=dag)
    if dag < start:
        return answer(
            False, "de datum {dag} ligt voor het begin van de termijn op {start}", dag=dag, start=start
        )
    if not eigen:
        return answer(False, "het actuele PIP is van een andere gemeente")
    if facts.map_eindgesprek is not None and facts.map_eindgesprek > dag:
        return answer(False, "het eindgesprek van de MAP is van later, {later}", later=facts.map_eindgesprek)
    if (
        facts.participatieverklaring_ondertekend is not None
        and facts.participatieverklaring_ondertekend > dag
    ):
        return answer(
            False,
            "de participatieverklaring is van later, {later}",
            later=facts.participatieverklaring_ondertekend,
        )
    return answer(True, "de datum {dag} voldoet aan de voorwaarden van DUO", dag=dag)
