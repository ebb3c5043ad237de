"""What DUO accepts as the end of PVT or MAP (interface MAP/PVT/Z 1.0.0, of 30 March 2026)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import DUO_MAP, DUO_PVT, IN_WERKING

VERWIJTBAAR_NEE = parameter("duo.verwijtbaar_nee")
OVERSCHRIJDING = (
    "de termijn is overschreden als de datum op of na het einde van de termijn ligt, of zonder datum als dat "
    "einde voorbij is; Nee kan vanaf twee maanden voor dat einde"
)


@dataclass(frozen=True, slots=True)
class DuoResultaatFacts:
    """The date of a result as it would be sent, whichever part it closes, and what DUO compares it with."""

    datum: date | None = None
    """The day of the eindgesprek MAP or of signing the participatieverklaring."""
    verwijtbaar: bool | None = None
    """What would be sent as Verwijtbaar; None is not sent."""
    termijn_start: date | None = None
    termijn_end_exclusive: date | None = None
    actuele_pip_eigen_gemeente: bool | None = None
    z_route_afgerond: date | None = None
    """The day on which the Z-route was completed, as DUO has it; None when it was not."""
    voldaan_via_z_route: date | None = None
    """The day on which the inburgeringsplicht was fulfilled through the Z-route; None when it was not."""
    eerder_geleverd: date | None = None
    """The date of this result that DUO has already; None when there is none."""
    eerder_geleverd_eigen_gemeente: bool | None = None


@dataclass(frozen=True, slots=True)
class DuoMAPFacts:
    """The date as it would be sent, and what DUO compares it with."""

    eindgesprek: date | None = None
    termijn_start: date | None = None
    termijn_end_exclusive: date | None = None
    actuele_pip_eigen_gemeente: bool | None = None
    z_route_afgerond: date | None = None
    verwijtbaar: bool | None = None
    voldaan_via_z_route: date | None = None
    eerder_geleverd: date | None = None
    eerder_geleverd_eigen_gemeente: bool | None = None

    @property
    def resultaat(self) -> DuoResultaatFacts:
        """The same facts as the conditions that MAP and PVT share ask them."""
        return DuoResultaatFacts(
            datum=self.eindgesprek,
            verwijtbaar=self.verwijtbaar,
            termijn_start=self.termijn_start,
            termijn_end_exclusive=self.termijn_end_exclusive,
            actuele_pip_eigen_gemeente=self.actuele_pip_eigen_gemeente,
            z_route_afgerond=self.z_route_afgerond,
            voldaan_via_z_route=self.voldaan_via_z_route,
            eerder_geleverd=self.eerder_geleverd,
            eerder_geleverd_eigen_gemeente=self.eerder_geleverd_eigen_gemeente,
        )


@dataclass(frozen=True, slots=True)
class DuoPVTFacts:
    """The date as it would be sent, and what DUO compares it with."""

    ondertekening: date | None = None
    termijn_start: date | None = None
    termijn_end_exclusive: date | None = None
    actuele_pip_eigen_gemeente: bool | None = None
    z_route_afgerond: date | None = None
    verwijtbaar: bool | None = None
    voldaan_via_z_route: date | None = None
    eerder_geleverd: date | None = None
    eerder_geleverd_eigen_gemeente: bool | None = None

    @property
    def resultaat(self) -> DuoResultaatFacts:
        """The same facts as the conditions that MAP and PVT share ask them."""
        return DuoResultaatFacts(
            datum=self.ondertekening,
            verwijtbaar=self.verwijtbaar,
            termijn_start=self.termijn_start,
            termijn_end_exclusive=self.termijn_end_exclusive,
            actuele_pip_eigen_gemeente=self.actuele_pip_eigen_gemeente,
            z_route_afgerond=self.z_route_afgerond,
            voldaan_via_z_route=self.voldaan_via_z_route,
            eerder_geleverd=self.eerder_geleverd,
            eerder_geleverd_eigen_gemeente=self.eerder_geleverd_eigen_gemeente,
        )


@rule(DUO_MAP, DUO_PVT, since=IN_WERKING)
def duo_resultaat_date_fits(facts: DuoResultaatFacts, *, on: date) -> Outcome[bool]:
    """Not in the future, not before the term, not after the end of the Z-route, and only for an own PIP."""
    start = given(facts.termijn_start, "het begin van de termijn is niet bekend")
    eigen = given(
        facts.actuele_pip_eigen_gemeente, "het is niet bekend van welke gemeente het actuele PIP is"
    )
    dag = given(facts.datum, "de datum ontbreekt")
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
    return answer(True, "de datum {dag} past bij de termijn en het actuele PIP", dag=dag)


@rule(DUO_MAP, DUO_PVT, since=IN_WERKING)
def duo_resultaat_may_change(facts: DuoResultaatFacts, *, on: date) -> Outcome[bool]:
    """Not after the plicht was fulfilled through the Z-route; what another gemeente sent stays as it is."""
    if facts.voldaan_via_z_route is not None:
        return answer(False, "de plicht is op {dag} al voldaan via de Z-route", dag=facts.voldaan_via_z_route)
    if facts.eerder_geleverd is None:
        return answer(True, "DUO heeft nog geen datum")
    eigen = given(
        facts.eerder_geleverd_eigen_gemeente,
        "het is niet bekend of de eerdere datum door de eigen gemeente is doorgegeven",
    )
    if eigen:
        return answer(True, "de eerdere datum is door de eigen gemeente doorgegeven")
    return answer(False, "de eerdere datum is door een andere gemeente doorgegeven")


@rule(DUO_MAP, DUO_PVT, since=IN_WERKING, reading=OVERSCHRIJDING)
def duo_verwijtbaar_fits(facts: DuoResultaatFacts, *, on: date) -> Outcome[bool]:
    """Verwijtbaar is not sent with a date within the term; after it it is, and Nee from two months before."""
    einde = given(facts.termijn_end_exclusive, "het einde van de termijn is niet bekend")
    if facts.datum is not None and facts.datum < einde:
        if facts.verwijtbaar is None:
            return answer(True, "de datum ligt binnen de termijn, dus zonder Verwijtbaar")
        return answer(False, "de datum ligt binnen de termijn; Verwijtbaar hoort er dan niet bij")
    maanden = VERWIJTBAAR_NEE.at(on)
    if facts.verwijtbaar is False:
        if on >= einde - maanden:
            return answer(True, "het einde van de termijn valt binnen {maanden}", maanden=maanden)
        return answer(
            False, "Verwijtbaar Nee kan pas {maanden} voor het einde van de termijn", maanden=maanden
        )
    if on >= einde:
        if facts.verwijtbaar is None:
            return answer(False, "de termijn is overschreden; geef door of dat verwijtbaar is")
        return answer(True, "de termijn is overschreden, dus Verwijtbaar Ja kan")
    if facts.verwijtbaar is None:
        return answer(True, "de termijn loopt nog, dus zonder Verwijtbaar")
    return answer(False, "Verwijtbaar Ja kan pas als de termijn is overschreden")


@rule(DUO_MAP, DUO_PVT, since=IN_WERKING, reading=OVERSCHRIJDING)
def duo_resultaat_withdrawal(facts: DuoResultaatFacts, *, on: date) -> Outcome[bool]:
    """An own date can be withdrawn, by leaving it out, while no end of the Z-route is registered.

    After the term that message, which then has no date, says Verwijtbaar like any other.
    """
    if facts.eerder_geleverd is None:
        return answer(False, "DUO heeft geen datum om in te trekken")
    if facts.z_route_afgerond is not None:
        return answer(False, "de Z-route is op {einde} al afgerond", einde=facts.z_route_afgerond)
    eigen = given(
        facts.actuele_pip_eigen_gemeente, "het is niet bekend van welke gemeente het actuele PIP is"
    )
    if not eigen:
        return answer(False, "het actuele PIP is van een andere gemeente")
    wijzigen = duo_resultaat_may_change(facts, on=on)
    if not wijzigen:
        return wijzigen
    einde = facts.termijn_end_exclusive
    if facts.verwijtbaar is None and einde is not None and on >= einde:
        return answer(False, "de termijn is overschreden; geef door of dat verwijtbaar is")
    return answer(True, "de datum {dag} kan worden ingetrokken", dag=facts.eerder_geleverd)


@rule(DUO_MAP, since=IN_WERKING)
def duo_accepts_map(facts: DuoMAPFacts, *, on: date) -> Outcome[bool]:
    """Whether DUO would accept this end of the MAP: the first condition it does not meet is the reason."""
    dag = given(facts.eindgesprek, "de datum van het eindgesprek ontbreekt")
    past = duo_resultaat_date_fits(facts.resultaat, on=on)
    if not past:
        return past
    wijzigen = duo_resultaat_may_change(facts.resultaat, on=on)
    if not wijzigen:
        return wijzigen
    verwijt = duo_verwijtbaar_fits(facts.resultaat, on=on)
    if not verwijt:
        return verwijt
    return answer(True, "de datum {dag} voldoet aan de voorwaarden van DUO", dag=dag)


@rule(DUO_PVT, since=IN_WERKING)
def duo_accepts_pvt(facts: DuoPVTFacts, *, on: date) -> Outcome[bool]:
    """Whether DUO would accept this end of the PVT: the first condition it does not meet is the reason."""
    dag = given(facts.ondertekening, "de datum van de ondertekening ontbreekt")
    past = duo_resultaat_date_fits(facts.resultaat, on=on)
    if not past:
        return past
    wijzigen = duo_resultaat_may_change(facts.resultaat, on=on)
    if not wijzigen:
        return wijzigen
    verwijt = duo_verwijtbaar_fits(facts.resultaat, on=on)
    if not verwijt:
        return verwijt
    return answer(True, "de datum {dag} voldoet aan de voorwaarden van DUO", dag=dag)


@rule(DUO_MAP, since=IN_WERKING)
def duo_accepts_map_withdrawal(facts: DuoMAPFacts, *, on: date) -> Outcome[bool]:
    """Whether DUO would accept that the date of the eindgesprek MAP is withdrawn."""
    return duo_resultaat_withdrawal(facts.resultaat, on=on)


@rule(DUO_PVT, since=IN_WERKING)
def duo_accepts_pvt_withdrawal(facts: DuoPVTFacts, *, on: date) -> Outcome[bool]:
    """Whether DUO would accept that the date of signing the participatieverklaring is withdrawn."""
    return duo_resultaat_withdrawal(facts.resultaat, on=on)
