"""What DUO accepts as an inburgeringsaanbod (interface Inburgeringsaanbod 1.2.0, of 9 February 2026)."""

from dataclasses import dataclass
from datetime import date

from ..inburgering.begrippen import Doelgroep, Leerroute
from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import DUO_AANBOD, IN_WERKING

BEGIN_NIET_NA_EINDE = "DUO schrijft dat het begin niet voor het einde mag liggen; bedoeld is niet erna"


@dataclass(frozen=True, slots=True)
class DuoAanbodFacts:
    """The aanbod as it would be sent, and what DUO compares it with."""

    doelgroep: Doelgroep | None = None
    leerroute: Leerroute | None = None
    actuele_pip: date | None = None
    """Dagtekening of the current PIP that DUO has; None when there is none."""
    instelling_met_keurmerk: bool | None = None
    """DUO knows the school as one with the keurmerk of Blik op Werk."""
    instelling_met_taalschakelerkenning: bool | None = None
    """DUO knows the school as a recognised taalschakel institution."""
    datum_aanbod: date | None = None
    """The day on which the person was enrolled."""
    start_opleiding: date | None = None
    einde_opleiding: date | None = None
    """The expected end as DUO writes it: the day after the last one."""
    termijn_start: date | None = None
    termijn_end_exclusive: date | None = None
    eerder_aanbod_zelfde_instelling: bool | None = None


@rule(DUO_AANBOD, since=IN_WERKING)
def duo_aanbod_for_asiel(facts: DuoAanbodFacts, *, on: date) -> Outcome[bool]:
    """An aanbod is only registered for an asielstatushouder."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        return answer(True, "de persoon is een {groep}", groep=groep)
    return answer(False, "DUO registreert geen aanbod voor een {groep}", groep=groep)


@rule(DUO_AANBOD, since=IN_WERKING)
def duo_aanbod_after_pip(facts: DuoAanbodFacts, *, on: date) -> Outcome[bool]:
    """The person has a PIP, and no date of the aanbod lies before its dagtekening."""
    if facts.actuele_pip is None:
        return answer(False, "DUO heeft nog geen PIP van de persoon")
    dag = given(facts.datum_aanbod, "de datum van het aanbod ontbreekt")
    pip = facts.actuele_pip
    if dag < pip:
        return answer(False, "het aanbod van {dag} ligt voor het actuele PIP van {pip}", dag=dag, pip=pip)
    if facts.start_opleiding is not None and facts.start_opleiding < pip:
        return answer(
            False,
            "het begin van de opleiding op {start} ligt voor het actuele PIP van {pip}",
            start=facts.start_opleiding,
            pip=pip,
        )
    return answer(True, "het aanbod ligt niet voor het actuele PIP van {pip}", pip=pip)


@rule(DUO_AANBOD, since=IN_WERKING)
def duo_aanbod_instelling(facts: DuoAanbodFacts, *, on: date) -> Outcome[bool]:
    """The school has the keurmerk, or in the onderwijsroute the recognition for the taalschakeltraject."""
    if facts.instelling_met_keurmerk is True:
        return answer(True, "de instelling heeft het keurmerk van Blik op Werk")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.ONDERWIJSROUTE and facts.instelling_met_taalschakelerkenning is True:
        return answer(True, "de instelling is erkend voor het taalschakeltraject")
    given(facts.instelling_met_keurmerk, "het is niet bekend of de instelling het keurmerk heeft")
    if route == Leerroute.ONDERWIJSROUTE:
        given(
            facts.instelling_met_taalschakelerkenning,
            "het is niet bekend of de instelling voor het taalschakeltraject is erkend",
        )
        return answer(
            False, "de instelling heeft geen keurmerk en geen erkenning voor het taalschakeltraject"
        )
    return answer(False, "de instelling heeft geen keurmerk van Blik op Werk")


@rule(DUO_AANBOD, since=IN_WERKING, reading=BEGIN_NIET_NA_EINDE)
def duo_aanbod_in_order(facts: DuoAanbodFacts, *, on: date) -> Outcome[bool]:
    """The opleiding does not begin before the aanbod, nor on or after its own end."""
    if facts.start_opleiding is None:
        return answer(True, "er is geen begin van de opleiding opgegeven")
    start = facts.start_opleiding
    dag = given(facts.datum_aanbod, "de datum van het aanbod ontbreekt")
    if start < dag:
        return answer(
            False, "de opleiding begint op {start}, voor het aanbod van {dag}", start=start, dag=dag
        )
    if facts.einde_opleiding is not None and start >= facts.einde_opleiding:
        return answer(
            False,
            "de opleiding begint op {start}, niet voor haar einde op {einde}",
            start=start,
            einde=facts.einde_opleiding,
        )
    return answer(True, "de datums van het aanbod volgen op elkaar")


@rule(DUO_AANBOD, since=IN_WERKING)
def duo_aanbod_within_termijn(facts: DuoAanbodFacts, *, on: date) -> Outcome[bool]:
    """Begin and end of the opleiding do not lie outside the inburgeringstermijn; both ends are exclusive."""
    if facts.start_opleiding is None and facts.einde_opleiding is None:
        return answer(True, "er zijn geen begin en einde van de opleiding opgegeven")
    begin = given(facts.termijn_start, "het begin van de termijn is niet bekend")
    einde = given(facts.termijn_end_exclusive, "het einde van de termijn is niet bekend")
    if facts.start_opleiding is not None and facts.start_opleiding < begin:
        return answer(
            False,
            "de opleiding begint op {start}, voor het begin van de termijn op {begin}",
            start=facts.start_opleiding,
            begin=begin,
        )
    if facts.start_opleiding is not None and facts.start_opleiding >= einde:
        return answer(False, "de opleiding begint op {start}, na de termijn", start=facts.start_opleiding)
    if facts.einde_opleiding is not None and facts.einde_opleiding > einde:
        return answer(False, "de opleiding duurt langer dan de termijn")
    if facts.einde_opleiding is not None and facts.einde_opleiding <= begin:
        return answer(False, "de opleiding eindigt voor het begin van de termijn op {begin}", begin=begin)
    return answer(True, "de opleiding valt binnen de termijn")


AANBOD_CONDITIONS = (
    duo_aanbod_for_asiel,
    duo_aanbod_after_pip,
    duo_aanbod_instelling,
    duo_aanbod_in_order,
    duo_aanbod_within_termijn,
)


@rule(DUO_AANBOD, since=IN_WERKING)
def duo_accepts_aanbod(facts: DuoAanbodFacts, *, on: date) -> Outcome[bool]:
    """Whether DUO would accept this aanbod: the first condition that it does not meet is the reason."""
    groep = duo_aanbod_for_asiel(facts, on=on)
    if not groep:
        return groep
    pip = duo_aanbod_after_pip(facts, on=on)
    if not pip:
        return pip
    instelling = duo_aanbod_instelling(facts, on=on)
    if not instelling:
        return instelling
    volgorde = duo_aanbod_in_order(facts, on=on)
    if not volgorde:
        return volgorde
    termijn = duo_aanbod_within_termijn(facts, on=on)
    if not termijn:
        return termijn
    return answer(True, "het aanbod voldoet aan de voorwaarden van DUO")


@rule(DUO_AANBOD, since=IN_WERKING)
def duo_aanbod_overwrites(facts: DuoAanbodFacts, *, on: date) -> Outcome[bool]:
    """DUO keeps one aanbod for each school: a new one takes the place of the earlier one there."""
    eerder = given(
        facts.eerder_aanbod_zelfde_instelling, "het is niet bekend of er al een aanbod bij deze instelling is"
    )
    if eerder:
        return answer(True, "het nieuwe aanbod vervangt het eerdere bij dezelfde instelling")
    return answer(False, "er is nog geen aanbod bij deze instelling")
