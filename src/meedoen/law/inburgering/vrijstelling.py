"""What gives vrijstelling, of the whole plicht or of a language part (Wi 4, 7; Bi 2.3, 2.6; Ri 2.1, 3.12)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import answer_term_end
from ..kernel.outcome import Outcome, answer, given
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Begrip, Niveau

INGESCHREVEN = parameter("bi2021.ingeburgerd_jaren_ingeschreven")
GEWERKT = parameter("bi2021.ingeburgerd_jaren_werk")
BESLISTERMIJN = parameter("ri2021.beslistermijn_vrijstelling")
DIPLOMAS = parameter("ri2021.vrijstellende_diplomas")
LEERPLICHTJAREN = parameter("wi2021.leerplichtjaren")
KWALIFICATIEPLICHT_TOT = parameter("wi2021.kwalificatieplicht_tot")


class Diploma(Begrip):
    """A kind of diploma, as far as the Regeling makes a difference (Ri 2.1, 4.2)."""

    INBURGERINGSDIPLOMA = "inburgeringsdiploma"
    INBURGERINGSDIPLOMA_OUDE_WET = "inburgeringsdiploma_oude_wet", "inburgeringsdiploma van de oude wet"
    NEDERLANDS = "nederlands", "Nederlands diploma vmbo, havo, vwo, mbo vanaf niveau 2, hbo of wo"
    VMBO_BASIS_OF_KADER = "vmbo_basis_of_kader", "Nederlands diploma vmbo basis of kader"
    ANDER_LAND_NEDERLANDSTALIG = (
        "ander_land_nederlandstalig",
        "diploma van Aruba, Curaçao, Sint Maarten, Suriname of België",
    )
    BES = "bes", "diploma van Bonaire, Sint Eustatius of Saba"
    INTERNATIONALE_SCHOOL = "internationale_school", "diploma van een internationale of Europese school"
    ENTREE_PRAKTIJKONDERWIJS_OF_VSO = (
        "entree_praktijkonderwijs_of_vso",
        "diploma van entree, praktijkonderwijs of vso",
    )
    ANDER = "ander", "ander diploma"


class Taalbewijs(Begrip):
    """What shows that a person has mastered a language part (Ri 3.12, 3.13)."""

    STAATSEXAMEN_NT2 = "staatsexamen_nt2", "certificaat of diploma van het staatsexamen Nt2"
    EINDEXAMEN_VO = "eindexamen_vo", "cijferlijst of certificaat van het voortgezet onderwijs"
    CNAVT_B1_OF_HOGER = "cnavt_b1_of_hoger", "Certificaat Nederlands als Vreemde Taal op B1 of hoger"
    BUITENLANDS_B1 = "buitenlands_b1", "buitenlands diploma met Nederlands op B1 of hoger"
    INBURGERINGSEXAMEN_A2 = "inburgeringsexamen_a2", "behaald onderdeel van het inburgeringsexamen op A2"
    CNAVT_A2 = "cnavt_a2", "Certificaat Nederlands als Vreemde Taal op A2"


BEWIJS_B1 = ("staatsexamen_nt2", "eindexamen_vo", "cnavt_b1_of_hoger", "buitenlands_b1")
BEWIJS_A2 = ("inburgeringsexamen_a2", "cnavt_a2")


@dataclass(frozen=True, slots=True)
class VrijstellingFacts:
    """What a vrijstelling depends on."""

    diploma: Diploma | None = None
    diploma_nederlandstalig: bool | None = None
    diploma_voldoende_nederlands: bool | None = None
    """There is a pass for the subject Dutch."""
    diploma_nederlands_b1: bool | None = None
    """Dutch was at a level of at least B1; with the old law: all four language parts."""
    jaren_ingeschreven: int | None = None
    """Years of registration as ingezetene without a break."""
    jaren_gewerkt: int | None = None
    """Years of paid or voluntary work in the Netherlands that can be shown."""
    gesprek_b1: bool | None = None
    """An interview showed speaking and listening at B1."""
    taalbewijs: Taalbewijs | None = None
    examenniveau: Niveau | None = None
    """The level at which the part would be examined."""
    vrijstelling_aangevraagd: date | None = None
    jaren_leerplichtig: int | None = None
    """Whole years of leerplicht or kwalificatieplicht, as registration in the BRP shows them."""
    opleiding_diploma: Diploma | None = None
    """The kind of diploma to which the course leads that the person follows."""
    opleiding_ingeschreven: date | None = None
    opleiding_uitgeschreven: date | None = None
    """The day of de-registration; None while the course runs."""
    geboortedatum: date | None = None
    kwalificatieplichtig: bool | None = None
    """Leerplichtig or kwalificatieplichtig on the day asked."""


@rule(RI.art("2.1"), WI.art("4", lid=1, onderdeel="b"), since=IN_WERKING)
def diploma_exempts(facts: VrijstellingFacts, *, on: date) -> Outcome[bool]:
    """Whether a diploma is on the closed list of the Regeling, with the conditions of its kind."""
    diploma = given(facts.diploma, "het is niet bekend welk diploma er is")
    if diploma not in DIPLOMAS.at(on):
        return answer(False, "een {diploma} staat niet op de lijst", diploma=diploma)
    if diploma == Diploma.INBURGERINGSDIPLOMA or diploma == Diploma.BES:
        return answer(True, "een {diploma} geeft vrijstelling", diploma=diploma)
    if diploma == Diploma.INBURGERINGSDIPLOMA_OUDE_WET:
        alle = given(facts.diploma_nederlands_b1, "het niveau van de taalonderdelen is niet bekend")
        if alle:
            return answer(True, "alle taalonderdelen van het oude diploma zijn op B1 of hoger")
        return answer(False, "niet alle taalonderdelen van het oude diploma zijn op B1 of hoger")
    if diploma == Diploma.ANDER_LAND_NEDERLANDSTALIG:
        taal = given(facts.diploma_nederlandstalig, "het is niet bekend of de opleiding Nederlandstalig was")
        if not taal:
            return answer(False, "de opleiding was niet Nederlandstalig")
        cijfer = given(facts.diploma_voldoende_nederlands, "het resultaat voor Nederlands is niet bekend")
        if cijfer:
            return answer(True, "er is een voldoende voor Nederlands")
        return answer(False, "er is geen voldoende voor Nederlands")
    if diploma == Diploma.INTERNATIONALE_SCHOOL:
        niveau = given(facts.diploma_nederlands_b1, "het niveau van het vak Nederlands is niet bekend")
        if not niveau:
            return answer(False, "het vak Nederlands was onder niveau B1")
        cijfer = given(facts.diploma_voldoende_nederlands, "het resultaat voor Nederlands is niet bekend")
        if cijfer:
            return answer(True, "er is een voldoende voor Nederlands")
        return answer(False, "er is geen voldoende voor Nederlands")
    taal = given(facts.diploma_nederlandstalig, "het is niet bekend of de opleiding Nederlandstalig was")
    if taal:
        return answer(True, "de opleiding was Nederlandstalig")
    return answer(False, "de opleiding was niet Nederlandstalig")


@rule(WI.art("4", lid=1, onderdeel="a"), BI.art("2.6"), since=IN_WERKING)
def school_years_exempt(facts: VrijstellingFacts, *, on: date) -> Outcome[bool]:
    """Eight years of leerplicht or kwalificatieplicht, counted from the BRP, give vrijstelling."""
    norm: int = LEERPLICHTJAREN.at(on)
    jaren = given(facts.jaren_leerplichtig, "het is niet bekend hoe lang de persoon leerplichtig was")
    if jaren < norm:
        return answer(
            False,
            "volgens de BRP {jaren} van de {norm} jaar leer- of kwalificatieplicht",
            jaren=jaren,
            norm=norm,
        )
    return answer(True, "volgens de BRP ten minste {norm} jaar leer- of kwalificatieplicht", norm=norm)


@rule(WI.art("4", lid=1, onderdeel="c"), since=IN_WERKING)
def school_duty_exempts(facts: VrijstellingFacts, *, on: date) -> Outcome[bool]:
    """Who is leerplichtig or kwalificatieplichtig now is vrijgesteld, in principle until the age of 18."""
    if facts.kwalificatieplichtig is True:
        return answer(True, "de persoon is nu leer- of kwalificatieplichtig")
    if facts.kwalificatieplichtig is False:
        return answer(False, "de persoon is niet leer- of kwalificatieplichtig")
    geboren = given(facts.geboortedatum, "de geboortedatum is niet bekend")
    leeftijd = KWALIFICATIEPLICHT_TOT.at(on)
    tot = geboren + leeftijd
    if on < tot:
        return answer(
            True,
            "de persoon wordt pas op {tot} {leeftijd}",
            reading="wie nog geen 18 is, geldt als kwalificatieplichtig zolang het tegendeel niet bekend is",
            tot=tot,
            leeftijd=leeftijd,
        )
    return answer(False, "de persoon is sinds {tot} {leeftijd}", tot=tot, leeftijd=leeftijd)


@rule(RI.art("2.2"), WI.art("4", lid=1, onderdeel="d"), since=IN_WERKING)
def course_exempts(facts: VrijstellingFacts, *, on: date) -> Outcome[bool]:
    """A course towards a designated diploma gives vrijstelling as long as the person is registered for it."""
    diploma = given(facts.opleiding_diploma, "het is niet bekend tot welk diploma de opleiding leidt")
    if diploma not in DIPLOMAS.at(on):
        return answer(False, "een {diploma} staat niet op de lijst", diploma=diploma)
    begin = given(facts.opleiding_ingeschreven, "de dag van inschrijving is niet bekend")
    if on < begin:
        return answer(False, "de inschrijving voor de opleiding begint pas op {begin}", begin=begin)
    if facts.opleiding_uitgeschreven is not None and facts.opleiding_uitgeschreven <= on:
        return answer(
            False,
            "de inschrijving voor de opleiding eindigde op {einde}",
            einde=facts.opleiding_uitgeschreven,
        )
    return answer(
        True,
        "de persoon staat sinds {begin} ingeschreven voor een opleiding met dit diploma: {diploma}",
        reading="of het diploma aan alle eisen zal voldoen, blijkt pas bij de afronding",
        begin=begin,
        diploma=diploma,
    )


@rule(BI.art("2.3"), WI.art("4", lid=1, onderdeel="e"), since=IN_WERKING)
def shown_ingeburgerd(facts: VrijstellingFacts, *, on: date) -> Outcome[bool]:
    """Voldoende ingeburgerd: ten years registered, five years of work, and an interview at B1."""
    norm: int = INGESCHREVEN.at(on)
    jaren = given(facts.jaren_ingeschreven, "de jaren van inschrijving zijn niet bekend")
    if jaren < norm:
        return answer(False, "{jaren} van de {norm} jaar inschrijving zijn voorbij", jaren=jaren, norm=norm)
    werknorm: int = GEWERKT.at(on)
    werk = given(facts.jaren_gewerkt, "de jaren van werk of vrijwilligerswerk zijn niet bekend")
    if werk < werknorm:
        return answer(False, "{werk} van de {norm} jaar werk zijn aangetoond", werk=werk, norm=werknorm)
    gesprek = given(facts.gesprek_b1, "het gesprek over de taal is nog niet geweest")
    if gesprek:
        return answer(True, "inschrijving, werk en taal zijn genoeg")
    return answer(False, "spreken en luisteren zijn in het gesprek onder niveau B1")


@rule(RI.art("3.12"), RI.art("3.13"), WI.art("7", lid=3), since=IN_WERKING)
def taalonderdeel_exempt(facts: VrijstellingFacts, *, on: date) -> Outcome[bool]:
    """Whether evidence frees of a language part, at the level at which it would be examined."""
    bewijs = given(facts.taalbewijs, "het is niet bekend welk bewijs er is")
    cijfer = given(facts.diploma_voldoende_nederlands, "het resultaat voor Nederlands is niet bekend")
    if not cijfer:
        return answer(False, "er is geen voldoende voor Nederlands")
    if bewijs in BEWIJS_B1:
        return answer(
            True,
            "een {bewijs} geeft vrijstelling van dit onderdeel",
            reading="bewijs op niveau B1 geeft ook vrijstelling van een onderdeel op niveau A2",
            bewijs=bewijs,
        )
    niveau = given(facts.examenniveau, "het niveau van het examen is niet bekend")
    if bewijs in BEWIJS_A2 and niveau == Niveau.A2:
        return answer(True, "een {bewijs} geeft vrijstelling van dit onderdeel op A2", bewijs=bewijs)
    return answer(
        False, "een {bewijs} geeft geen vrijstelling op niveau {niveau}", bewijs=bewijs, niveau=niveau
    )


@rule(RI.art("2.3", lid=2), RI.art("3.14", lid=2), since=IN_WERKING)
def vrijstelling_besluit_due(facts: VrijstellingFacts, *, on: date) -> Outcome[date]:
    """The Minister decides on vrijstelling within eight weeks."""
    dag = given(facts.vrijstelling_aangevraagd, "er is geen aanvraag van vrijstelling bekend")
    weken = BESLISTERMIJN.at(on)
    return answer_term_end(dag, weken, "{weken} na de aanvraag op {dag}", weken=weken, dag=dag)
