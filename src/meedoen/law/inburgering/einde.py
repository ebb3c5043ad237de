"""What ends the inburgeringsplicht, and since when (Wi 3 to 6; Bi 2.1)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import day_after, earlier
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI
from .aow import aow_day
from .begrippen import Begrip

ONDERBREKING = parameter("bi2021.onderbreking_hooguit")
NA_EEN_JAAR = "de plicht eindigt de dag na een jaar onderbreking, want tot die dag kan zij nog doorlopen"
NOOIT = date(9999, 12, 31)
"""The end of what has not ended."""


class Eindgrond(Begrip):
    """Why the inburgeringsplicht ended."""

    VOLDAAN = "voldaan", "aan de inburgeringsplicht is voldaan"
    OVERLEDEN = "overleden", "de persoon is overleden"
    AOW_LEEFTIJD = "aow_leeftijd", "de AOW-leeftijd is bereikt"
    GENATURALISEERD = "genaturaliseerd", "de persoon is Nederlander geworden"
    VERBLIJFSRECHT = "verblijfsrecht", "het verblijfsrecht is geëindigd zonder aansluitend verblijf"
    AFWEZIG = "afwezig", "de persoon was te lang geen ingezetene"
    TIJDELIJK_DOEL = "tijdelijk_doel", "de persoon verbleef te lang voor een tijdelijk doel"
    WERK_ONDERBROKEN = "werk_onderbroken", "het werk als geestelijke bedienaar lag te lang stil"
    VRIJGESTELD = "vrijgesteld", "er is gehele vrijstelling"
    ONTHEVEN = "ontheven", "er is gehele ontheffing"
    LOOPT = "loopt", "de plicht loopt nog"


@dataclass(frozen=True, slots=True)
class EindeFacts:
    """The days that can end the plicht; None is not known or has not happened."""

    geboortedatum: date | None = None
    aow_datum: date | None = None
    """The day of the AOW age, when a register tells it; otherwise it follows from the geboortedatum."""
    overleden: date | None = None
    """The day on which the person died; None when he lives."""
    genaturaliseerd: date | None = None
    """The day on which the person became a Dutch citizen."""
    verblijfsrecht_geeindigd: date | None = None
    """The day from which the person had no right of residence under Vw 2000 art. 8 a or c any more."""
    aansluitend_verblijf: bool | None = None
    """Lawful stay under Vw 2000 art. 8 g or h, directly after that right or within the term of Vb 3.82."""
    uitgeschreven: date | None = None
    """The day from which the person was no ingezetene any more."""
    ingeschreven_opnieuw: date | None = None
    tijdelijk_verblijf_begin: date | None = None
    """The day from which the person stayed for a temporary purpose, after staying for another one."""
    tijdelijk_verblijf_einde: date | None = None
    """The day from which the purpose was not temporary any more."""
    bedienaar_onderbroken: date | None = None
    """The day from which the work as geestelijke bedienaar was interrupted."""
    bedienaar_hervat: date | None = None
    vrijgesteld_vanaf: date | None = None
    """The first day of a whole vrijstelling that is not temporary."""
    ontheven_vanaf: date | None = None
    """The first day of a whole ontheffing."""
    voldaan: date | None = None
    """The day on which the person had complied with the plicht."""


@rule(WI.art("3", lid=1), since=IN_WERKING)
def end_by_age(facts: EindeFacts, *, on: date) -> Outcome[date]:
    """The plicht ends on the day of the AOW age."""
    if facts.aow_datum is not None:
        return answer(facts.aow_datum, "de AOW-leeftijd wordt op {dag} bereikt", dag=facts.aow_datum)
    geboren = given(facts.geboortedatum, "de geboortedatum is niet bekend")
    return answer(aow_day(geboren), "de AOW-leeftijd wordt op {dag} bereikt", dag=aow_day(geboren))


@rule(BI.art("2.1", lid=1), since=IN_WERKING)
def end_by_residence(facts: EindeFacts, *, on: date) -> Outcome[date]:
    """The plicht ends with the right of residence, unless lawful stay follows at once."""
    if facts.verblijfsrecht_geeindigd is None:
        return answer(NOOIT, "het verblijfsrecht is niet geëindigd")
    dag = facts.verblijfsrecht_geeindigd
    aansluitend = given(
        facts.aansluitend_verblijf, "het is niet bekend of er aansluitend rechtmatig verblijf is"
    )
    if aansluitend:
        return answer(
            NOOIT, "na het verblijfsrecht dat op {dag} eindigde, is er aansluitend verblijf", dag=dag
        )
    return answer(dag, "het verblijfsrecht eindigde op {dag}", dag=dag)


@rule(BI.art("2.1", lid=2, onderdeel="a"), since=IN_WERKING)
def end_by_absence(facts: EindeFacts, *, on: date) -> Outcome[date]:
    """Absence of more than a year ends the plicht, the day after that year."""
    if facts.uitgeschreven is None:
        return answer(NOOIT, "de persoon is niet uitgeschreven")
    jaar = ONDERBREKING.at(on)
    uiterlijk = facts.uitgeschreven + jaar
    if facts.ingeschreven_opnieuw is not None and facts.ingeschreven_opnieuw <= uiterlijk:
        return answer(
            NOOIT,
            "de persoon was op {dag} terug, binnen {jaar}",
            dag=facts.ingeschreven_opnieuw,
            jaar=jaar,
        )
    return answer(
        day_after(uiterlijk),
        "de persoon was op {uiterlijk} {jaar} geen ingezetene",
        reading=NA_EEN_JAAR,
        uiterlijk=uiterlijk,
        jaar=jaar,
    )


@rule(BI.art("2.1", lid=2, onderdeel="b"), since=IN_WERKING)
def end_by_temporary_stay(facts: EindeFacts, *, on: date) -> Outcome[date]:
    """A stay for a temporary purpose of more than a year ends the plicht, the day after that year."""
    if facts.tijdelijk_verblijf_begin is None:
        return answer(NOOIT, "er was geen verblijf voor een tijdelijk doel tussendoor")
    jaar = ONDERBREKING.at(on)
    uiterlijk = facts.tijdelijk_verblijf_begin + jaar
    if facts.tijdelijk_verblijf_einde is not None and facts.tijdelijk_verblijf_einde <= uiterlijk:
        return answer(
            NOOIT,
            "het tijdelijke doel eindigde op {dag}, binnen {jaar}",
            dag=facts.tijdelijk_verblijf_einde,
            jaar=jaar,
        )
    return answer(
        day_after(uiterlijk),
        "het doel van het verblijf was op {uiterlijk} {jaar} tijdelijk",
        reading=NA_EEN_JAAR,
        uiterlijk=uiterlijk,
        jaar=jaar,
    )


@rule(BI.art("2.1", lid=2, onderdeel="c"), since=IN_WERKING)
def end_by_interrupted_work(facts: EindeFacts, *, on: date) -> Outcome[date]:
    """An interruption of more than a year of the work as geestelijke bedienaar ends the plicht."""
    if facts.bedienaar_onderbroken is None:
        return answer(NOOIT, "het werk als geestelijke bedienaar is niet onderbroken")
    jaar = ONDERBREKING.at(on)
    uiterlijk = facts.bedienaar_onderbroken + jaar
    if facts.bedienaar_hervat is not None and facts.bedienaar_hervat <= uiterlijk:
        return answer(
            NOOIT, "het werk is op {dag} hervat, binnen {jaar}", dag=facts.bedienaar_hervat, jaar=jaar
        )
    return answer(
        day_after(uiterlijk),
        "het werk als geestelijke bedienaar lag op {uiterlijk} {jaar} stil",
        reading=NA_EEN_JAAR,
        uiterlijk=uiterlijk,
        jaar=jaar,
    )


@rule(WI.art("3"), WI.art("4"), WI.art("5"), WI.art("6", lid=1), since=IN_WERKING)
def plicht_end(facts: EindeFacts, *, on: date) -> Outcome[date | None]:
    """The first day on which something ended the plicht, or None while it runs."""
    aow = known(end_by_age(facts, on=on))
    verblijf = known(end_by_residence(facts, on=on))
    afwezig = known(end_by_absence(facts, on=on))
    tijdelijk = known(end_by_temporary_stay(facts, on=on))
    werk = known(end_by_interrupted_work(facts, on=on))
    overleden = facts.overleden if facts.overleden is not None else NOOIT
    nederlander = facts.genaturaliseerd if facts.genaturaliseerd is not None else NOOIT
    vrij = facts.vrijgesteld_vanaf if facts.vrijgesteld_vanaf is not None else NOOIT
    ontheven = facts.ontheven_vanaf if facts.ontheven_vanaf is not None else NOOIT
    klaar = facts.voldaan if facts.voldaan is not None else NOOIT
    buiten = earlier(earlier(aow, overleden), earlier(nederlander, earlier(verblijf, afwezig)))
    onderbroken = earlier(tijdelijk, werk)
    eerste = earlier(earlier(buiten, onderbroken), earlier(klaar, earlier(vrij, ontheven)))
    if eerste > on:
        return answer(None, "de plicht loopt nog")
    return answer(eerste, "de plicht eindigde op {dag}", dag=eerste)


@rule(WI.art("3"), WI.art("4"), WI.art("5"), WI.art("6", lid=1), since=IN_WERKING)
def plicht_end_ground(facts: EindeFacts, *, on: date) -> Outcome[Eindgrond]:
    """What ended the plicht first; complying goes before another ground on the same day."""
    eerste = known(plicht_end(facts, on=on))
    if eerste is None:
        return answer(Eindgrond.LOOPT, "er is nog niets dat de plicht beëindigt")
    if facts.voldaan == eerste:
        return answer(Eindgrond.VOLDAAN, "aan de plicht is op {dag} voldaan", dag=eerste)
    if facts.vrijgesteld_vanaf == eerste:
        return answer(Eindgrond.VRIJGESTELD, "er is sinds {dag} gehele vrijstelling", dag=eerste)
    if facts.ontheven_vanaf == eerste:
        return answer(Eindgrond.ONTHEVEN, "er is sinds {dag} gehele ontheffing", dag=eerste)
    if facts.overleden == eerste:
        return answer(Eindgrond.OVERLEDEN, "de persoon overleed op {dag}", dag=eerste)
    if facts.genaturaliseerd == eerste:
        return answer(Eindgrond.GENATURALISEERD, "de persoon werd op {dag} Nederlander", dag=eerste)
    if known(end_by_age(facts, on=on)) == eerste:
        return answer(Eindgrond.AOW_LEEFTIJD, "de AOW-leeftijd is op {dag} bereikt", dag=eerste)
    if known(end_by_residence(facts, on=on)) == eerste:
        return answer(Eindgrond.VERBLIJFSRECHT, "het verblijfsrecht eindigde op {dag}", dag=eerste)
    if known(end_by_absence(facts, on=on)) == eerste:
        return answer(Eindgrond.AFWEZIG, "de afwezigheid duurde op {dag} te lang", dag=eerste)
    if known(end_by_temporary_stay(facts, on=on)) == eerste:
        return answer(
            Eindgrond.TIJDELIJK_DOEL,
            "het verblijf voor een tijdelijk doel duurde op {dag} te lang",
            dag=eerste,
        )
    return answer(Eindgrond.WERK_ONDERBROKEN, "het werk lag op {dag} te lang stil", dag=eerste)
