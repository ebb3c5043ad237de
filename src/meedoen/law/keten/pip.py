"""What DUO accepts as a PIP (interface PIP 1.1.3, of 16 January 2025)."""

from dataclasses import dataclass
from datetime import date

from ..inburgering.begrippen import Doelgroep, Leerroute, Niveau
from ..kernel.outcome import Outcome, answer, given
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import DUO_PIP, IN_WERKING

HOOGSTE = parameter("duo.uren_hoogste")


@dataclass(frozen=True, slots=True)
class DuoPIPFacts:
    """The PIP as it would be sent, and what DUO compares it with."""

    dagtekening: date | None = None
    leerroute: Leerroute | None = None
    niveau: Niveau | None = None
    """None means B1 in B1-route and onderwijsroute, and no level in the Z-route."""
    geschatte_intensiteit: int | None = None
    """Estimated hours of the B1-route of an asielstatushouder."""
    doelgroep: Doelgroep | None = None
    start_plicht: date | None = None
    vestiging: date | None = None
    """The day of settlement in the gemeente that sends the PIP."""
    eerste_pip: date | None = None
    """Dagtekening of the first PIP that DUO has, if there is one."""
    actuele_pip: date | None = None
    """Dagtekening of the current PIP that DUO has, if there is one."""
    eerste_pip_van_de_persoon: bool | None = None
    """Whether this is the first PIP of the person in any gemeente."""


@rule(DUO_PIP, since=IN_WERKING)
def duo_pip_after_start_plicht(facts: DuoPIPFacts, *, on: date) -> Outcome[bool]:
    """The dagtekening does not lie before the start of the inburgeringsplicht."""
    dag = given(facts.dagtekening, "de dagtekening ontbreekt")
    start = given(facts.start_plicht, "het begin van de inburgeringsplicht is niet bekend")
    if dag < start:
        return answer(
            False, "de dagtekening {dag} ligt voor het begin van de plicht op {start}", dag=dag, start=start
        )
    return answer(True, "de dagtekening ligt niet voor het begin van de plicht op {start}", start=start)


@rule(DUO_PIP, since=IN_WERKING)
def duo_pip_after_vestiging(facts: DuoPIPFacts, *, on: date) -> Outcome[bool]:
    """The dagtekening does not lie before settlement in the gemeente."""
    dag = given(facts.dagtekening, "de dagtekening ontbreekt")
    vestiging = given(facts.vestiging, "de dag van vestiging in de gemeente is niet bekend")
    if dag < vestiging:
        return answer(
            False, "de dagtekening {dag} ligt voor de vestiging op {vestiging}", dag=dag, vestiging=vestiging
        )
    return answer(True, "de dagtekening ligt niet voor de vestiging op {vestiging}", vestiging=vestiging)


@rule(DUO_PIP, since=IN_WERKING)
def duo_pip_after_earlier_pip(facts: DuoPIPFacts, *, on: date) -> Outcome[bool]:
    """The dagtekening does not lie before the first or the current PIP that DUO has."""
    dag = given(facts.dagtekening, "de dagtekening ontbreekt")
    if facts.eerste_pip is not None and dag < facts.eerste_pip:
        return answer(False, "de dagtekening ligt voor het eerste PIP van {pip}", pip=facts.eerste_pip)
    if facts.actuele_pip is not None and dag < facts.actuele_pip:
        return answer(False, "de dagtekening ligt voor het actuele PIP van {pip}", pip=facts.actuele_pip)
    return answer(True, "de dagtekening ligt niet voor een eerder PIP")


@rule(DUO_PIP, since=IN_WERKING)
def duo_pip_niveau_fits(facts: DuoPIPFacts, *, on: date) -> Outcome[bool]:
    """A2 does not fit the onderwijsroute or a first PIP in the B1-route; B1 does not fit the Z-route."""
    route = given(facts.leerroute, "de leerroute ontbreekt")
    if facts.niveau is None:
        return answer(True, "zonder niveau gaat DUO uit van B1, behalve in de Z-route")
    if route == Leerroute.Z_ROUTE and facts.niveau != Niveau.A2:
        return answer(False, "niveau {niveau} gaat niet samen met de Z-route", niveau=facts.niveau)
    if route == Leerroute.ONDERWIJSROUTE and facts.niveau == Niveau.A2:
        return answer(False, "niveau A2 gaat niet samen met de onderwijsroute")
    if route == Leerroute.B1_ROUTE and facts.niveau == Niveau.A2:
        eerste = given(
            facts.eerste_pip_van_de_persoon, "het is niet bekend of dit het eerste PIP van de persoon is"
        )
        if eerste:
            return answer(False, "niveau A2 kan niet in het eerste PIP van de B1-route")
    return answer(True, "niveau {niveau} past bij de {route}", niveau=facts.niveau, route=route)


@rule(DUO_PIP, since=IN_WERKING)
def duo_pip_niveau(facts: DuoPIPFacts, *, on: date) -> Outcome[Niveau | None]:
    """The level that DUO registers: what is sent, else B1 in the B1-route and the onderwijsroute."""
    if facts.niveau is not None:
        return answer(facts.niveau, "het PIP noemt niveau {niveau}", niveau=facts.niveau)
    route = given(facts.leerroute, "de leerroute ontbreekt")
    if route == Leerroute.Z_ROUTE:
        return answer(None, "in de Z-route stelt DUO zonder opgave geen niveau vast")
    return answer(Niveau.B1, "zonder opgave stelt DUO in de {route} niveau B1 vast", route=route)


@rule(DUO_PIP, since=IN_WERKING)
def duo_pip_intensiteit_fits(facts: DuoPIPFacts, *, on: date) -> Outcome[bool]:
    """The estimated intensity goes only with the B1-route of an asielstatushouder."""
    if facts.geschatte_intensiteit is None:
        return answer(True, "er is geen geschatte intensiteit opgegeven")
    route = given(facts.leerroute, "de leerroute ontbreekt")
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    hoogste: int = HOOGSTE.at(on)
    if facts.geschatte_intensiteit < 1 or facts.geschatte_intensiteit > hoogste:
        return answer(
            False, "DUO neemt een geschatte intensiteit aan van 1 tot en met {hoogste} uur", hoogste=hoogste
        )
    if route == Leerroute.B1_ROUTE and groep == Doelgroep.ASIELSTATUSHOUDER:
        return answer(True, "de geschatte intensiteit hoort bij de B1-route van een asielstatushouder")
    return answer(False, "geschatte intensiteit hoort alleen bij de B1-route van een asielstatushouder")


CONDITIONS = (
    duo_pip_after_start_plicht,
    duo_pip_after_vestiging,
    duo_pip_after_earlier_pip,
    duo_pip_niveau_fits,
    duo_pip_intensiteit_fits,
)


def duo_pip_conditions(facts: DuoPIPFacts, *, on: date) -> tuple[Outcome[bool], ...]:
    """Return every condition with whether the PIP meets it, for a page that shows them all."""
    return tuple(condition(facts, on=on) for condition in CONDITIONS)


@rule(DUO_PIP, since=IN_WERKING)
def duo_accepts_pip(facts: DuoPIPFacts, *, on: date) -> Outcome[bool]:
    """Whether DUO would accept this PIP: the first condition that it does not meet is the reason."""
    start = duo_pip_after_start_plicht(facts, on=on)
    if not start:
        return start
    vestiging = duo_pip_after_vestiging(facts, on=on)
    if not vestiging:
        return vestiging
    eerder = duo_pip_after_earlier_pip(facts, on=on)
    if not eerder:
        return eerder
    niveau = duo_pip_niveau_fits(facts, on=on)
    if not niveau:
        return niveau
    intensiteit = duo_pip_intensiteit_fits(facts, on=on)
    if not intensiteit:
        return intensiteit
    return answer(True, "het PIP voldoet aan de voorwaarden van DUO")
