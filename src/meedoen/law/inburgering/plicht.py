"""Who is inburgeringsplichtig, in which doelgroep, who is vrijgesteld (Wi 3 to 5, 13, 54; Bi 2.1, 2.2)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import later
from ..kernel.outcome import Outcome, answer, given, unknown
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI
from .aow import aow_day
from .begrippen import Doelgroep, Referent, Verblijfsdoel, Verblijfstitel

PLICHTIG_VANAF = parameter("wi2021.plichtig_vanaf")
VRIJ_VERKEER = parameter("wi2021.vrij_verkeer")
LEERPLICHTJAREN = parameter("wi2021.leerplichtjaren")
TIJDELIJKE_DOELEN = parameter("bi2021.tijdelijke_doelen")
ONDERBREKING = parameter("bi2021.onderbreking_hooguit")

VERMOGENDE_NIET_MEER_TIJDELIJK = date(2024, 4, 17)


@dataclass(frozen=True, slots=True)
class PlichtFacts:
    """What the plicht and the doelgroep depend on; None is not known or has not happened.

    An exception of Wi 3 lid 2 or a vrijstelling counts only when its fact is known: the permit itself already
    tells that the person has no residence under free movement.
    """

    geboortedatum: date | None = None
    verblijfstitel: Verblijfstitel | None = None
    verblijfsdoel: Verblijfsdoel | None = None
    referent: Referent | None = None
    bekendmaking: date | None = None
    """The day on which the IND made the right of residence known."""
    nationaliteit: str | None = None
    """Country code of two letters (ISO 3166)."""
    aow_datum: date | None = None
    """The day of the AOW age, when a register tells it; otherwise it follows from the geboortedatum."""
    familielid_van_eu_burger: bool | None = None
    eu_inburgering_voldaan: bool | None = None
    """Met an integration condition elsewhere for the status of EU-langdurig ingezetene (Wi 3 lid 2 c)."""
    verdrag_uitgezonderd: bool | None = None
    plichtig_onder_oude_wet: bool | None = None
    """Was inburgeringsplichtig under the Wet inburgering on 31 December 2021."""
    kwalificatieplichtig: bool | None = None
    """Leerplichtig or kwalificatieplichtig on the day asked."""
    jaren_leerplichtig: int | None = None
    aangewezen_diploma: bool | None = None
    volgt_vrijstellende_opleiding: bool | None = None
    voldoende_ingeburgerd: bool | None = None
    geheel_ontheven: bool | None = None
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
    verblijfsrecht_geeindigd: date | None = None
    """The day from which the person had no right of residence under Vw 2000 art. 8 a or c any more."""
    aansluitend_verblijf: bool | None = None
    """Lawful stay under Vw 2000 art. 8 g or h, directly after that right or within the term of Vb 3.82."""


@rule(WI.art("54"), since=IN_WERKING)
def falls_under_old_law(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """Whoever was plichtig under the Wet inburgering on 31 December 2021 stays under that law."""
    dag = given(facts.bekendmaking, "de dag waarop het verblijfsrecht bekend is gemaakt, is niet bekend")
    if facts.plichtig_onder_oude_wet is True or dag < IN_WERKING:
        return answer(True, "de plicht ontstond voor 1 januari 2022, dus geldt de oude Wet inburgering")
    return answer(False, "de plicht ontstond niet voor 1 januari 2022")


@rule(WI.art("3", lid=1), since=IN_WERKING)
def has_residence_of_this_law(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """Only residence under Vw 2000 art. 8 a (regular) or c (asylum), for a fixed time, brings the plicht."""
    titel = given(facts.verblijfstitel, "de verblijfstitel is niet bekend")
    if titel == Verblijfstitel.ASIEL_BEPAALDE_TIJD or titel == Verblijfstitel.REGULIER_BEPAALDE_TIJD:
        return answer(True, "er is verblijf op grond van een {titel}", titel=titel)
    return answer(False, "verblijf op grond van {titel} brengt geen inburgeringsplicht mee", titel=titel)


@rule(WI.art("3", lid=1), since=IN_WERKING)
def has_age_of_this_law(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """Plichtig is who is 16 or older and has not reached the pensioengerechtigde leeftijd."""
    geboren = given(facts.geboortedatum, "de geboortedatum is niet bekend")
    leeftijd = PLICHTIG_VANAF.at(on)
    if on < geboren + leeftijd:
        return answer(False, "de persoon is nog geen {leeftijd}", leeftijd=leeftijd)
    if facts.aow_datum is not None and on >= facts.aow_datum:
        return answer(False, "de AOW-leeftijd is op {dag} bereikt", dag=facts.aow_datum)
    if facts.aow_datum is None and on >= aow_day(geboren):
        return answer(False, "de AOW-leeftijd is op {dag} bereikt", dag=aow_day(geboren))
    return answer(
        True, "de persoon is {leeftijd} of ouder en heeft de AOW-leeftijd niet bereikt", leeftijd=leeftijd
    )


@rule(BI.art("2.2", lid=1), BI.art("2.2", lid=3), since=IN_WERKING)
def has_temporary_purpose(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """A regular permit under a listed restriction is for a temporary purpose; asylum never is (lid 3)."""
    titel = given(facts.verblijfstitel, "de verblijfstitel is niet bekend")
    if titel == Verblijfstitel.ASIEL_BEPAALDE_TIJD:
        return answer(False, "verblijf op grond van asiel is niet tijdelijk")
    doel = given(facts.verblijfsdoel, "het verblijfsdoel is niet bekend")
    if doel in TIJDELIJKE_DOELEN.at(on):
        return answer(True, "het verblijfsdoel {doel} is tijdelijk", doel=doel)
    return answer(False, "het verblijfsdoel {doel} is niet tijdelijk", doel=doel)


@has_temporary_purpose.since(VERMOGENDE_NIET_MEER_TIJDELIJK)
def _(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """The same, without the vermogende vreemdeling, who is no longer on the list."""
    titel = given(facts.verblijfstitel, "de verblijfstitel is niet bekend")
    if titel == Verblijfstitel.ASIEL_BEPAALDE_TIJD:
        return answer(False, "verblijf op grond van asiel is niet tijdelijk")
    doel = given(facts.verblijfsdoel, "het verblijfsdoel is niet bekend")
    if doel == Verblijfsdoel.VERMOGENDE_VREEMDELING:
        dag = given(facts.bekendmaking, "de dag waarop het verblijfsrecht bekend is gemaakt, is niet bekend")
        if dag < VERMOGENDE_NIET_MEER_TIJDELIJK:
            return answer(
                True,
                "het verblijfsdoel {doel} was tijdelijk toen het verblijfsrecht op {dag} ontstond",
                reading="wie voor 17 april 2024 verblijf kreeg als vermogende, wordt niet alsnog plichtig",
                doel=doel,
                dag=dag,
            )
    if doel in TIJDELIJKE_DOELEN.at(on):
        return answer(True, "het verblijfsdoel {doel} is tijdelijk", doel=doel)
    return answer(False, "het verblijfsdoel {doel} is niet tijdelijk", doel=doel)


@rule(WI.art("3", lid=1), since=IN_WERKING)
def stays_for_a_purpose_of_this_law(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """Plichtig is who stays for other than a temporary purpose, or is a geestelijke bedienaar."""
    if facts.verblijfsdoel == Verblijfsdoel.GEESTELIJKE_BEDIENAAR:
        return answer(True, "een geestelijke bedienaar is ook bij tijdelijk verblijf inburgeringsplichtig")
    if has_temporary_purpose(facts, on=on):
        return answer(False, "het verblijf is voor een tijdelijk doel")
    return answer(True, "het verblijf is anders dan voor een tijdelijk doel")


@rule(WI.art("3", lid=2), since=IN_WERKING)
def is_excepted(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """Not plichtig are citizens of EU, EEA and Switzerland, their family, and whom a treaty exempts."""
    if facts.nationaliteit is not None and facts.nationaliteit in VRIJ_VERKEER.at(on):
        return answer(True, "een onderdaan van een land van EU, EER of Zwitserland is niet plichtig")
    if facts.familielid_van_eu_burger is True:
        return answer(True, "een familielid met een recht op vrij verkeer is niet plichtig")
    if facts.eu_inburgering_voldaan is True:
        return answer(True, "aan een inburgeringsvereiste in een andere lidstaat is al voldaan")
    if facts.verdrag_uitgezonderd is True:
        return answer(True, "een verdrag staat de inburgeringsplicht in de weg")
    return answer(False, "er is geen uitzondering bekend")


@rule(WI.art("4", lid=1), since=IN_WERKING)
def vrijstelling(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """Vrijgesteld: school duty for eight years or now, a designated diploma, or a course towards one."""
    jaren = LEERPLICHTJAREN.at(on)
    if facts.jaren_leerplichtig is not None and facts.jaren_leerplichtig >= jaren:
        return answer(
            True, "de persoon was ten minste {jaren} jaar leer- of kwalificatieplichtig", jaren=jaren
        )
    if facts.aangewezen_diploma is True:
        return answer(True, "er is een diploma dat vrijstelling geeft")
    if facts.kwalificatieplichtig is True:
        return answer(True, "de persoon is nu leer- of kwalificatieplichtig")
    if facts.volgt_vrijstellende_opleiding is True:
        return answer(True, "de persoon volgt een opleiding met een diploma dat vrijstelling geeft")
    if facts.voldoende_ingeburgerd is True:
        return answer(True, "de persoon heeft aangetoond voldoende te zijn ingeburgerd")
    return answer(False, "er is geen grond voor vrijstelling bekend")


@rule(WI.art("5"), since=IN_WERKING)
def ontheffing(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """The Minister may free a person wholly from the plicht; that decision is a fact here."""
    if facts.geheel_ontheven is True:
        return answer(True, "DUO heeft gehele ontheffing verleend")
    return answer(False, "er is geen gehele ontheffing bekend")


@rule(BI.art("2.1", lid=2), since=IN_WERKING)
def plicht_was_broken_off(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """An absence of at most a year between two periods does not end the plicht."""
    if facts.uitgeschreven is None or on < facts.uitgeschreven:
        return answer(False, "de persoon is niet uitgeschreven")
    jaar = ONDERBREKING.at(on)
    uiterlijk = facts.uitgeschreven + jaar
    if facts.ingeschreven_opnieuw is not None and facts.ingeschreven_opnieuw <= uiterlijk:
        return answer(
            False,
            "de afwezigheid sinds {dag} duurde niet langer dan {jaar}",
            dag=facts.uitgeschreven,
            jaar=jaar,
        )
    if on <= uiterlijk:
        unknown("de plicht loopt alleen door bij terugkeer uiterlijk op {dag}", dag=uiterlijk)
    return answer(
        True, "de afwezigheid sinds {dag} duurde langer dan {jaar}", dag=facts.uitgeschreven, jaar=jaar
    )


@rule(BI.art("2.1", lid=2, onderdeel="b"), since=IN_WERKING)
def temporary_stay_broke_off(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """A stay for a temporary purpose of at most a year between two periods does not end the plicht."""
    if facts.tijdelijk_verblijf_begin is None or on < facts.tijdelijk_verblijf_begin:
        return answer(False, "er was geen verblijf voor een tijdelijk doel tussendoor")
    jaar = ONDERBREKING.at(on)
    uiterlijk = facts.tijdelijk_verblijf_begin + jaar
    if facts.tijdelijk_verblijf_einde is not None and facts.tijdelijk_verblijf_einde <= uiterlijk:
        return answer(
            False,
            "het verblijf voor een tijdelijk doel sinds {dag} duurde niet langer dan {jaar}",
            dag=facts.tijdelijk_verblijf_begin,
            jaar=jaar,
        )
    if on <= uiterlijk:
        unknown(
            "de plicht loopt alleen door als het tijdelijke doel uiterlijk op {dag} eindigt", dag=uiterlijk
        )
    return answer(
        True,
        "het verblijf voor een tijdelijk doel sinds {dag} duurde langer dan {jaar}",
        dag=facts.tijdelijk_verblijf_begin,
        jaar=jaar,
    )


@rule(BI.art("2.1", lid=2, onderdeel="c"), since=IN_WERKING)
def interrupted_work_broke_off(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """An interruption of at most a year of the work as geestelijke bedienaar does not end the plicht."""
    if facts.bedienaar_onderbroken is None or on < facts.bedienaar_onderbroken:
        return answer(False, "het werk als geestelijke bedienaar is niet onderbroken")
    jaar = ONDERBREKING.at(on)
    uiterlijk = facts.bedienaar_onderbroken + jaar
    if facts.bedienaar_hervat is not None and facts.bedienaar_hervat <= uiterlijk:
        return answer(
            False,
            "het werk als geestelijke bedienaar lag sinds {dag} niet langer stil dan {jaar}",
            dag=facts.bedienaar_onderbroken,
            jaar=jaar,
        )
    if on <= uiterlijk:
        unknown("de plicht loopt alleen door als het werk uiterlijk op {dag} wordt hervat", dag=uiterlijk)
    return answer(
        True,
        "het werk als geestelijke bedienaar lag sinds {dag} langer stil dan {jaar}",
        dag=facts.bedienaar_onderbroken,
        jaar=jaar,
    )


@rule(BI.art("2.1", lid=1), since=IN_WERKING)
def residence_has_ended(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """The plicht goes on during lawful stay under Vw 8 g or h that follows at once."""
    if facts.verblijfsrecht_geeindigd is None or on < facts.verblijfsrecht_geeindigd:
        return answer(False, "het verblijfsrecht is niet geëindigd")
    dag = facts.verblijfsrecht_geeindigd
    aansluitend = given(
        facts.aansluitend_verblijf,
        "het is niet bekend of na het verblijfsrecht dat op {dag} eindigde, ander rechtmatig verblijf volgt",
        dag=dag,
    )
    if aansluitend:
        return answer(
            False,
            "na het verblijfsrecht dat op {dag} eindigde, is er aansluitend rechtmatig verblijf",
            dag=dag,
        )
    return answer(True, "het verblijfsrecht is op {dag} geëindigd zonder aansluitend verblijf", dag=dag)


@rule(WI.art("3"), since=IN_WERKING)
def inburgeringsplicht(facts: PlichtFacts, *, on: date) -> Outcome[bool]:
    """Whether the person is inburgeringsplichtig under this Act on this day."""
    verblijf = has_residence_of_this_law(facts, on=on)
    if not verblijf:
        return verblijf
    dag = given(facts.bekendmaking, "de dag waarop het verblijfsrecht bekend is gemaakt, is niet bekend")
    if on < dag:
        return answer(False, "het verblijfsrecht wordt pas op {dag} bekendgemaakt", dag=dag)
    if falls_under_old_law(facts, on=on):
        return answer(False, "de oude Wet inburgering geldt")
    if is_excepted(facts, on=on):
        return answer(False, "er geldt een uitzondering op de inburgeringsplicht")
    if not has_age_of_this_law(facts, on=on):
        return answer(False, "de leeftijd ligt buiten de grenzen van de wet")
    doel = stays_for_a_purpose_of_this_law(facts, on=on)
    if not doel:
        return doel
    if plicht_was_broken_off(facts, on=on):
        return answer(False, "de inburgeringsplicht is door lange afwezigheid geëindigd")
    if temporary_stay_broke_off(facts, on=on):
        return answer(False, "de inburgeringsplicht is door lang verblijf voor een tijdelijk doel geëindigd")
    if interrupted_work_broke_off(facts, on=on):
        return answer(False, "de inburgeringsplicht is geëindigd doordat het werk lang is onderbroken")
    if residence_has_ended(facts, on=on):
        return answer(False, "de inburgeringsplicht is met het verblijfsrecht geëindigd")
    if vrijstelling(facts, on=on):
        return answer(False, "er is vrijstelling van de inburgeringsplicht")
    if ontheffing(facts, on=on):
        return answer(False, "er is ontheffing van de inburgeringsplicht")
    return doel


@rule(WI.art("3", lid=3), since=IN_WERKING)
def plicht_since(facts: PlichtFacts, *, on: date) -> Outcome[date]:
    """The plicht does not arise with retroactive effect: from the bekendmaking, and from the age of 16."""
    dag = given(facts.bekendmaking, "de dag waarop het verblijfsrecht bekend is gemaakt, is niet bekend")
    geboren = given(facts.geboortedatum, "de geboortedatum is niet bekend")
    zestien = geboren + PLICHTIG_VANAF.at(on)
    if zestien > dag:
        return answer(later(dag, zestien), "de dag waarop de persoon 16 werd")
    return answer(dag, "de dag waarop het verblijfsrecht bekend is gemaakt")


@rule(WI.art("13", lid=1), BI.art("1.1"), since=IN_WERKING)
def doelgroep(facts: PlichtFacts, *, on: date) -> Outcome[Doelgroep]:
    """Asielstatushouder is also the family member, with a regular permit, of a holder of asylum."""
    titel = given(facts.verblijfstitel, "de verblijfstitel is niet bekend")
    if titel == Verblijfstitel.ASIEL_BEPAALDE_TIJD:
        return answer(Doelgroep.ASIELSTATUSHOUDER, "er is een {titel}", titel=titel)
    if titel != Verblijfstitel.REGULIER_BEPAALDE_TIJD:
        unknown("{titel} hoort bij geen van de doelgroepen van deze wet", titel=titel)
    doel = given(facts.verblijfsdoel, "het verblijfsdoel is niet bekend")
    if doel != Verblijfsdoel.GEZIN:
        return answer(
            Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
            "er is een {titel} voor {doel}",
            titel=titel,
            doel=doel,
        )
    referent = given(facts.referent, "het is niet bekend bij wie de persoon verblijft")
    if (
        referent == Referent.ASIEL_BEPAALDE_TIJD
        or referent == Referent.ASIEL_ONBEPAALDE_TIJD
        or referent == Referent.EU_LANGDURIG_INGEZETENE_INTERNATIONALE_BESCHERMING
    ):
        return answer(
            Doelgroep.ASIELSTATUSHOUDER, "de persoon is gezinslid van een {referent}", referent=referent
        )
    return answer(
        Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
        "de persoon is gezinslid van een ander dan een houder van asielbescherming",
    )
