"""Extension of the term when passing it is not culpable: grounds, lengths, evidence (Wi 12; Bi 4.3; Ri 4.1).

Every length is whole months and loose days. The loose days of several grounds are added up as days.
"""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import answer_term_end, days_between
from ..kernel.outcome import Outcome, answer, given, known, needs_oordeel
from ..kernel.parameter import parameter
from ..kernel.period import Days, Months
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Begrip, Doelgroep, Leerroute
from .dossier_facts import project
from .termijn import TermijnFacts, may_request_verlenging_since, termijn_last_day

DREMPEL = parameter("ri2021.verlenging_drempel")
OVERLIJDEN = parameter("ri2021.verlenging_overlijden")
BEVALLING = parameter("ri2021.verlenging_bevalling")
ALFABETISERING_HOOGUIT = parameter("ri2021.verlenging_alfabetisering_hooguit")
DAKLOOSHEID_HOOGUIT = parameter("ri2021.verlenging_dakloosheid_hooguit")
AANBIEDER_HOOGUIT = parameter("ri2021.verlenging_aanbieder_hooguit")
BIJZONDER_HOOGUIT = parameter("ri2021.verlenging_bijzonder_hooguit")
AANBOD_NA = parameter("ri2021.verlenging_aanbod_na")
ONDERWIJSROUTE_NA = parameter("ri2021.verlenging_onderwijsroute_na")
ONDERWIJSROUTE = parameter("ri2021.verlenging_onderwijsroute")
BESLISTERMIJN = parameter("bi2021.verlenging_beslistermijn")
ONDERBREKING = parameter("bi2021.onderbreking_hooguit")

DAGEN_PER_WEEK = 7
DAGEN_PER_MAAND = 30
TELWIJZE = (
    "hele maanden tellen als kalendermaanden en losse dagen als dagen, vanaf de laatste dag van de termijn"
)
"""How a length that the Regeling calls "the duration" is counted; the text does not say it."""


class Verlengingsgrond(Begrip):
    """A circumstance that makes passing the term not culpable (Ri 4.1)."""

    ZIEKTE = "ziekte", "langdurige ziekte"
    OVERLIJDEN = "overlijden", "overlijden van een naaste"
    BEVALLING = "bevalling"
    BLIJF_HUIS = "blijf_huis", "verblijf in een Blijf van mijn Lijfhuis"
    ALFABETISERING = "alfabetisering", "alfabetiseringscursus"
    DAKLOOSHEID = "dakloosheid"
    GEEN_AANBOD = "geen_aanbod", "uitblijven van een aanbod van het college"
    ONDERWIJSROUTE_GEEN_PLAATS = "onderwijsroute_geen_plaats", "geen plaats in het taalschakeltraject"
    PROBLEEM_AANBIEDER = "probleem_aanbieder", "omstandigheid bij de aanbieder"
    ANDERE_OMSTANDIGHEID = "andere_omstandigheid", "andere bijzondere omstandigheid"
    SAMENLOOP = "samenloop", "twee of meer omstandigheden samen"


class Bewijsstuk(Begrip):
    """What is handed in with an application for extension (Ri 4.1 lid 3)."""

    MEDISCHE_MACHTIGING = "medische_machtiging"
    AKTE_VAN_OVERLIJDEN = "akte_van_overlijden", "afschrift van de akte van overlijden"
    GEBOORTEAKTE = "geboorteakte", "afschrift van de geboorteakte"
    VERKLARING_BLIJFHUIS = "verklaring_blijfhuis", "verklaring van het Blijf van mijn Lijfhuis"
    VERKLARING_TAALSCHOOL = "verklaring_taalschool", "verklaring van de taalschool"
    UITDRAAI_BRP = "uitdraai_brp", "uitdraai uit de BRP"
    VERKLARING_COLLEGE = "verklaring_college", "verklaring van het college"
    STUKKEN_AANBIEDER = "stukken_aanbieder", "stukken over de omstandigheid bij de aanbieder"
    STUKKEN_OMSTANDIGHEID = "stukken_omstandigheid", "stukken over de bijzondere omstandigheid"
    STUKKEN_PER_OMSTANDIGHEID = "stukken_per_omstandigheid", "de stukken die bij elke omstandigheid horen"


@dataclass(frozen=True, slots=True)
class VerlengingFacts:
    """What an extension depends on; a ground of which nothing is known is not relied on.

    A length is whole months (`_maanden`) and the days beyond them (`_dagen`), without a break. Recording a
    circumstance is the judgement that the person could not take part because of it. Days that two
    circumstances share are recorded under one of them.
    """

    eerste_pip: date | None = None
    pip_herroepen: date | None = None
    verlengd_tot_en_met: date | None = None
    doelgroep: Doelgroep | None = None
    leerroute: Leerroute | None = None
    ziekte_maanden: int | None = None
    """Illness of the person, the partner or a relative in the first degree."""
    ziekte_dagen: int | None = None
    overlijden: bool | None = None
    """The partner or a relative in the first degree died during the term."""
    bevalling: bool | None = None
    blijf_huis_maanden: int | None = None
    blijf_huis_dagen: int | None = None
    alfabetisering_maanden: int | None = None
    alfabetisering_dagen: int | None = None
    dakloosheid_maanden: int | None = None
    dakloosheid_dagen: int | None = None
    geen_aanbod_maanden: int | None = None
    """How long after the PIP the college made no offer."""
    geen_aanbod_dagen: int | None = None
    onderwijsroute_geen_plaats_maanden: int | None = None
    """How long after the PIP the taalschakeltraject could not begin."""
    onderwijsroute_geen_plaats_dagen: int | None = None
    probleem_aanbieder_maanden: int | None = None
    probleem_aanbieder_dagen: int | None = None
    andere_omstandigheid_maanden: int | None = None
    andere_omstandigheid_dagen: int | None = None
    omstandigheden_aaneengesloten: bool | None = None
    """The circumstances that are too short by themselves adjoin each other without a break."""
    bijzonder_geval: bool | None = None
    """DUO's judgement that the case is so special that it extends without an application."""
    grond: Verlengingsgrond | None = None
    """The ground of which the evidence is asked."""
    verlenging_aangevraagd: date | None = None
    """The day on which DUO received the application."""
    uitgeschreven: date | None = None
    """The day from which the person was no ingezetene any more."""
    ingeschreven_opnieuw: date | None = None
    tijdelijk_verblijf_begin: date | None = None
    """The day from which the purpose of the stay was temporary."""
    tijdelijk_verblijf_einde: date | None = None
    """The day from which the purpose was not temporary any more."""
    bedienaar_onderbroken: date | None = None
    """The day from which the work as geestelijke bedienaar was interrupted."""
    bedienaar_hervat: date | None = None

    @property
    def termijn(self) -> TermijnFacts:
        """The same facts as the term asks them."""
        return project(TermijnFacts, self)


@rule(RI.art("4.1", lid=1, onderdeel="a"), since=IN_WERKING)
def ziekte_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """Illness of the person, partner or first-degree relative counts from three months without a break."""
    drempel: int = DREMPEL.at(on)
    if facts.ziekte_maanden is None and facts.ziekte_dagen is None:
        return answer(False, "er is geen langdurige ziekte bekend")
    maanden = given(facts.ziekte_maanden, "hoeveel hele maanden de ziekte duurde, is niet bekend")
    if maanden < drempel:
        return answer(False, "de ziekte duurde korter dan {drempel} maanden achter elkaar", drempel=drempel)
    return answer(True, "de ziekte duurde ten minste {drempel} maanden achter elkaar", drempel=drempel)


@rule(RI.art("4.1", lid=1, onderdeel="b"), since=IN_WERKING)
def overlijden_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """The death of the partner or a first-degree relative always counts."""
    if facts.overlijden is True:
        return answer(True, "de partner, een ouder of een kind is overleden")
    return answer(False, "er is geen overlijden van een naaste bekend")


@rule(RI.art("4.1", lid=1, onderdeel="c"), since=IN_WERKING)
def bevalling_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """Childbirth always counts."""
    if facts.bevalling is True:
        return answer(True, "er was een bevalling")
    return answer(False, "er is geen bevalling bekend")


@rule(RI.art("4.1", lid=1, onderdeel="d"), since=IN_WERKING)
def blijf_huis_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """A stay in a Blijf van mijn Lijfhuis counts from three months without a break."""
    drempel: int = DREMPEL.at(on)
    if facts.blijf_huis_maanden is None and facts.blijf_huis_dagen is None:
        return answer(False, "er is geen verblijf in een Blijf van mijn Lijfhuis bekend")
    maanden = given(
        facts.blijf_huis_maanden,
        "hoeveel hele maanden het verblijf in een Blijf van mijn Lijfhuis duurde, is niet bekend",
    )
    if maanden < drempel:
        return answer(
            False,
            "het verblijf in een Blijf van mijn Lijfhuis duurde korter dan {drempel} maanden",
            drempel=drempel,
        )
    return answer(
        True,
        "het verblijf in een Blijf van mijn Lijfhuis duurde ten minste {drempel} maanden",
        drempel=drempel,
    )


@rule(RI.art("4.1", lid=1, onderdeel="e"), since=IN_WERKING)
def alfabetisering_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """Alfabetisering counts from three months, in the B1-route and the onderwijsroute."""
    drempel: int = DREMPEL.at(on)
    if facts.alfabetisering_maanden is None and facts.alfabetisering_dagen is None:
        return answer(False, "er is geen alfabetiseringscursus bekend")
    maanden = given(
        facts.alfabetisering_maanden, "hoeveel hele maanden de alfabetiseringscursus duurde, is niet bekend"
    )
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.Z_ROUTE:
        return answer(False, "alfabetisering verlengt alleen in de B1-route en de onderwijsroute")
    if maanden < drempel:
        return answer(False, "de alfabetiseringscursus duurde korter dan {drempel} maanden", drempel=drempel)
    return answer(True, "de alfabetiseringscursus duurde ten minste {drempel} maanden", drempel=drempel)


@rule(RI.art("4.1", lid=1, onderdeel="f"), since=IN_WERKING)
def dakloosheid_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """Delay through homelessness counts from three months without a break."""
    drempel: int = DREMPEL.at(on)
    if facts.dakloosheid_maanden is None and facts.dakloosheid_dagen is None:
        return answer(False, "er is geen dakloosheid bekend")
    maanden = given(facts.dakloosheid_maanden, "hoeveel hele maanden de dakloosheid duurde, is niet bekend")
    if maanden < drempel:
        return answer(False, "de dakloosheid duurde korter dan {drempel} maanden", drempel=drempel)
    return answer(True, "de dakloosheid duurde ten minste {drempel} maanden", drempel=drempel)


@rule(RI.art("4.1", lid=1, onderdeel="g"), since=IN_WERKING)
def onderwijsroute_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """In the onderwijsroute: the taalschakeltraject cannot begin within six months of the PIP."""
    na: int = ONDERWIJSROUTE_NA.at(on)
    if facts.onderwijsroute_geen_plaats_maanden is None and facts.onderwijsroute_geen_plaats_dagen is None:
        return answer(False, "er is geen wachttijd voor het taalschakeltraject bekend")
    maanden = given(
        facts.onderwijsroute_geen_plaats_maanden,
        "hoeveel hele maanden het wachten op het taalschakeltraject duurde, is niet bekend",
    )
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route != Leerroute.ONDERWIJSROUTE:
        return answer(False, "wachten op het taalschakeltraject is er alleen in de onderwijsroute")
    if maanden > na:
        return answer(True, "het taalschakeltraject kon niet binnen {na} maanden na het PIP beginnen", na=na)
    if maanden == na and (facts.onderwijsroute_geen_plaats_dagen or 0) > 0:
        return answer(True, "het taalschakeltraject kon niet binnen {na} maanden na het PIP beginnen", na=na)
    return answer(False, "het taalschakeltraject kon binnen {na} maanden na het PIP beginnen", na=na)


@rule(RI.art("4.1", lid=1, onderdeel="g"), WI.art("16"), since=IN_WERKING)
def geen_aanbod_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """No offer of the college within three months of the PIP counts, for the asielstatushouder."""
    na: int = AANBOD_NA.at(on)
    if facts.geen_aanbod_maanden is None and facts.geen_aanbod_dagen is None:
        return answer(False, "het is niet bekend dat een aanbod uitbleef")
    maanden = given(
        facts.geen_aanbod_maanden, "hoeveel hele maanden het wachten op een aanbod duurde, is niet bekend"
    )
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(False, "een {groep} krijgt geen aanbod van het college", groep=groep)
    if onderwijsroute_extends(facts, on=on):
        return answer(
            False,
            "de vaste verlenging voor de onderwijsroute komt in de plaats van de duur zonder aanbod",
            reading="wie in de onderwijsroute niet op tijd kan beginnen, krijgt alleen de vaste verlenging",
        )
    if maanden > na:
        return answer(True, "het college deed niet binnen {na} maanden na het PIP een aanbod", na=na)
    if maanden == na and (facts.geen_aanbod_dagen or 0) > 0:
        return answer(True, "het college deed niet binnen {na} maanden na het PIP een aanbod", na=na)
    return answer(False, "het college deed binnen {na} maanden na het PIP een aanbod", na=na)


@rule(RI.art("4.1", lid=1, onderdeel="h"), since=IN_WERKING)
def probleem_aanbieder_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """A circumstance at the provider that makes activities impossible counts from three months."""
    drempel: int = DREMPEL.at(on)
    if facts.probleem_aanbieder_maanden is None and facts.probleem_aanbieder_dagen is None:
        return answer(False, "er is geen omstandigheid bij de aanbieder bekend")
    maanden = given(
        facts.probleem_aanbieder_maanden,
        "hoeveel hele maanden de vertraging door de aanbieder duurde, is niet bekend",
    )
    if maanden < drempel:
        return answer(
            False, "de vertraging door de aanbieder duurde korter dan {drempel} maanden", drempel=drempel
        )
    return answer(
        True, "de vertraging door de aanbieder duurde ten minste {drempel} maanden", drempel=drempel
    )


@rule(RI.art("4.1", lid=1, onderdeel="i"), since=IN_WERKING)
def andere_omstandigheid_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """Delay by another individual circumstance, that is not culpable, counts from three months."""
    drempel: int = DREMPEL.at(on)
    if facts.andere_omstandigheid_maanden is None and facts.andere_omstandigheid_dagen is None:
        return answer(False, "er is geen andere bijzondere omstandigheid bekend")
    maanden = given(
        facts.andere_omstandigheid_maanden,
        "hoeveel hele maanden de bijzondere omstandigheid duurde, is niet bekend",
    )
    if maanden < drempel:
        return answer(
            False, "de bijzondere omstandigheid duurde korter dan {drempel} maanden", drempel=drempel
        )
    return answer(True, "de bijzondere omstandigheid duurde ten minste {drempel} maanden", drempel=drempel)


@rule(RI.art("4.1", lid=1, onderdeel="j"), since=IN_WERKING, reading=TELWIJZE)
def short_months(facts: VerlengingFacts, *, on: date) -> Outcome[int]:
    """The whole months of the circumstances that are too short to count by themselves."""
    drempel: int = DREMPEL.at(on)
    ziekte = (facts.ziekte_maanden or 0) if (facts.ziekte_maanden or 0) < drempel else 0
    blijfhuis = (facts.blijf_huis_maanden or 0) if (facts.blijf_huis_maanden or 0) < drempel else 0
    dakloosheid = (facts.dakloosheid_maanden or 0) if (facts.dakloosheid_maanden or 0) < drempel else 0
    aanbieder = (
        (facts.probleem_aanbieder_maanden or 0) if (facts.probleem_aanbieder_maanden or 0) < drempel else 0
    )
    bijzonder = (
        (facts.andere_omstandigheid_maanden or 0)
        if (facts.andere_omstandigheid_maanden or 0) < drempel
        else 0
    )
    maanden = ziekte + blijfhuis + dakloosheid + aanbieder + bijzonder
    return answer(maanden, "de korte omstandigheden duurden samen {maanden} hele maanden", maanden=maanden)


@rule(RI.art("4.1", lid=1, onderdeel="j"), since=IN_WERKING, reading=TELWIJZE)
def short_days(facts: VerlengingFacts, *, on: date) -> Outcome[int]:
    """The loose days of the circumstances that are too short to count by themselves."""
    drempel: int = DREMPEL.at(on)
    ziekte = (facts.ziekte_dagen or 0) if (facts.ziekte_maanden or 0) < drempel else 0
    blijfhuis = (facts.blijf_huis_dagen or 0) if (facts.blijf_huis_maanden or 0) < drempel else 0
    dakloosheid = (facts.dakloosheid_dagen or 0) if (facts.dakloosheid_maanden or 0) < drempel else 0
    aanbieder = (
        (facts.probleem_aanbieder_dagen or 0) if (facts.probleem_aanbieder_maanden or 0) < drempel else 0
    )
    bijzonder = (
        (facts.andere_omstandigheid_dagen or 0) if (facts.andere_omstandigheid_maanden or 0) < drempel else 0
    )
    dagen = ziekte + blijfhuis + dakloosheid + aanbieder + bijzonder
    return answer(dagen, "de korte omstandigheden duurden samen {dagen} losse dagen", dagen=dagen)


@rule(RI.art("4.1", lid=1, onderdeel="j"), since=IN_WERKING)
def short_count(facts: VerlengingFacts, *, on: date) -> Outcome[int]:
    """How many circumstances are too short to count by themselves."""
    drempel: int = DREMPEL.at(on)
    ziekte = 1 if facts.ziekte_maanden is not None and facts.ziekte_maanden < drempel else 0
    blijfhuis = 1 if facts.blijf_huis_maanden is not None and facts.blijf_huis_maanden < drempel else 0
    dakloosheid = 1 if facts.dakloosheid_maanden is not None and facts.dakloosheid_maanden < drempel else 0
    aanbieder = (
        1
        if facts.probleem_aanbieder_maanden is not None and facts.probleem_aanbieder_maanden < drempel
        else 0
    )
    bijzonder = (
        1
        if facts.andere_omstandigheid_maanden is not None and facts.andere_omstandigheid_maanden < drempel
        else 0
    )
    aantal = ziekte + blijfhuis + dakloosheid + aanbieder + bijzonder
    return answer(aantal, "{aantal} omstandigheden zijn op zichzelf te kort", aantal=aantal)


@rule(RI.art("4.1", lid=1, onderdeel="j"), since=IN_WERKING)
def samenloop_extends(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """Circumstances that are too short by themselves count when together they last three months."""
    drempel: int = DREMPEL.at(on)
    if known(short_count(facts, on=on)) < 2:
        return answer(False, "er zijn geen twee korte omstandigheden")
    maanden = known(short_months(facts, on=on)) + known(short_days(facts, on=on)) // DAGEN_PER_MAAND
    if maanden < drempel:
        return answer(
            False,
            "de korte omstandigheden duurden samen korter dan {drempel} maanden",
            reading="losse dagen van verschillende omstandigheden zijn samen een maand bij dertig dagen",
            drempel=drempel,
        )
    aaneengesloten = given(
        facts.omstandigheden_aaneengesloten, "het is niet bekend of de omstandigheden op elkaar aansluiten"
    )
    if not aaneengesloten:
        return answer(
            False,
            "de korte omstandigheden sluiten niet op elkaar aan",
            reading="omstandigheden tellen alleen samen als er geen dagen tussen liggen",
        )
    return answer(
        True,
        "de korte omstandigheden duurden samen ten minste {drempel} maanden achter elkaar",
        reading="losse dagen van verschillende omstandigheden zijn samen een maand bij dertig dagen",
        drempel=drempel,
    )


@rule(RI.art("4.1", lid=2), since=IN_WERKING, reading=TELWIJZE)
def verlenging_maanden(facts: VerlengingFacts, *, on: date) -> Outcome[int]:
    """The whole months of all grounds together, each at most as long as its own ceiling."""
    ziekte = (facts.ziekte_maanden or 0) if ziekte_extends(facts, on=on) else 0
    overlijden = OVERLIJDEN.at(on) if overlijden_extends(facts, on=on) else 0
    blijfhuis = (facts.blijf_huis_maanden or 0) if blijf_huis_extends(facts, on=on) else 0
    alfabetisering = (
        min(facts.alfabetisering_maanden or 0, ALFABETISERING_HOOGUIT.at(on))
        if alfabetisering_extends(facts, on=on)
        else 0
    )
    dakloosheid = (
        min(facts.dakloosheid_maanden or 0, DAKLOOSHEID_HOOGUIT.at(on))
        if dakloosheid_extends(facts, on=on)
        else 0
    )
    onderwijsroute = ONDERWIJSROUTE.at(on) if onderwijsroute_extends(facts, on=on) else 0
    aanbod = (facts.geen_aanbod_maanden or 0) - AANBOD_NA.at(on) if geen_aanbod_extends(facts, on=on) else 0
    aanbieder = (
        min(facts.probleem_aanbieder_maanden or 0, AANBIEDER_HOOGUIT.at(on))
        if probleem_aanbieder_extends(facts, on=on)
        else 0
    )
    bijzonder = (
        min(facts.andere_omstandigheid_maanden or 0, BIJZONDER_HOOGUIT.at(on))
        if andere_omstandigheid_extends(facts, on=on)
        else 0
    )
    samen = known(short_months(facts, on=on)) if samenloop_extends(facts, on=on) else 0
    eerste = ziekte + overlijden + blijfhuis + alfabetisering + dakloosheid
    maanden = eerste + onderwijsroute + aanbod + aanbieder + bijzonder + samen
    return answer(maanden, "alle gronden samen geven {maanden} hele maanden", maanden=maanden)


@rule(RI.art("4.1", lid=2), since=IN_WERKING, reading=TELWIJZE)
def verlenging_dagen(facts: VerlengingFacts, *, on: date) -> Outcome[int]:
    """The days beyond whole months of all grounds together; none where the ceiling is reached."""
    ziekte = (facts.ziekte_dagen or 0) if ziekte_extends(facts, on=on) else 0
    bevalling = BEVALLING.at(on) * DAGEN_PER_WEEK if bevalling_extends(facts, on=on) else 0
    blijfhuis = (facts.blijf_huis_dagen or 0) if blijf_huis_extends(facts, on=on) else 0
    alfabetisering = (
        (facts.alfabetisering_dagen or 0)
        if (facts.alfabetisering_maanden or 0) < ALFABETISERING_HOOGUIT.at(on)
        and alfabetisering_extends(facts, on=on)
        else 0
    )
    dakloosheid = (
        (facts.dakloosheid_dagen or 0)
        if (facts.dakloosheid_maanden or 0) < DAKLOOSHEID_HOOGUIT.at(on) and dakloosheid_extends(facts, on=on)
        else 0
    )
    aanbod = (facts.geen_aanbod_dagen or 0) if geen_aanbod_extends(facts, on=on) else 0
    aanbieder = (
        (facts.probleem_aanbieder_dagen or 0)
        if (facts.probleem_aanbieder_maanden or 0) < AANBIEDER_HOOGUIT.at(on)
        and probleem_aanbieder_extends(facts, on=on)
        else 0
    )
    bijzonder = (
        (facts.andere_omstandigheid_dagen or 0)
        if (facts.andere_omstandigheid_maanden or 0) < BIJZONDER_HOOGUIT.at(on)
        and andere_omstandigheid_extends(facts, on=on)
        else 0
    )
    samen = known(short_days(facts, on=on)) if samenloop_extends(facts, on=on) else 0
    eerste = ziekte + bevalling + blijfhuis + alfabetisering + dakloosheid
    dagen = eerste + aanbod + aanbieder + bijzonder + samen
    return answer(dagen, "alle gronden samen geven {dagen} losse dagen", dagen=dagen)


@rule(BI.art("4.2"), BI.art("2.1", lid=2), since=IN_WERKING)
def afwezig_dagen(facts: VerlengingFacts, *, on: date) -> Outcome[int]:
    """The days that the person was no ingezetene, when that was at most a year."""
    if facts.uitgeschreven is None:
        return answer(0, "de persoon is niet uitgeschreven")
    jaar = ONDERBREKING.at(on)
    uiterlijk = facts.uitgeschreven + jaar
    if facts.ingeschreven_opnieuw is None and on > uiterlijk:
        return answer(0, "de afwezigheid duurt langer dan {jaar}, dus eindigde de plicht", jaar=jaar)
    einde = given(facts.ingeschreven_opnieuw, "het einde van de afwezigheid is niet bekend")
    if einde > uiterlijk:
        return answer(0, "de afwezigheid duurde langer dan {jaar}, dus eindigde de plicht", jaar=jaar)
    if facts.eerste_pip is not None and einde <= facts.eerste_pip:
        return answer(
            0,
            "de afwezigheid was voorbij voordat de termijn begon",
            reading="alleen een onderbreking na het eerste PIP verlengt de termijn",
        )
    dagen = days_between(facts.uitgeschreven, einde)
    return answer(
        dagen,
        "de afwezigheid duurde {dagen} dagen",
        reading="de eerste dag na de onderbreking telt niet mee",
        dagen=dagen,
    )


@rule(BI.art("4.2"), BI.art("2.1", lid=2), since=IN_WERKING)
def tijdelijk_doel_dagen(facts: VerlengingFacts, *, on: date) -> Outcome[int]:
    """The days that the purpose of the stay was temporary, when that was at most a year."""
    if facts.tijdelijk_verblijf_begin is None:
        return answer(0, "er was geen verblijf voor een tijdelijk doel tussendoor")
    jaar = ONDERBREKING.at(on)
    uiterlijk = facts.tijdelijk_verblijf_begin + jaar
    if facts.tijdelijk_verblijf_einde is None and on > uiterlijk:
        return answer(
            0,
            "het verblijf voor een tijdelijk doel duurt langer dan {jaar}, dus eindigde de plicht",
            jaar=jaar,
        )
    einde = given(
        facts.tijdelijk_verblijf_einde, "het einde van het verblijf voor een tijdelijk doel is niet bekend"
    )
    if einde > uiterlijk:
        return answer(
            0,
            "het verblijf voor een tijdelijk doel duurde langer dan {jaar}, dus eindigde de plicht",
            jaar=jaar,
        )
    if facts.eerste_pip is not None and einde <= facts.eerste_pip:
        return answer(
            0,
            "het verblijf voor een tijdelijk doel was voorbij voordat de termijn begon",
            reading="alleen een onderbreking na het eerste PIP verlengt de termijn",
        )
    dagen = days_between(facts.tijdelijk_verblijf_begin, einde)
    return answer(
        dagen,
        "het verblijf voor een tijdelijk doel duurde {dagen} dagen",
        reading="de eerste dag na de onderbreking telt niet mee",
        dagen=dagen,
    )


@rule(BI.art("4.2"), BI.art("2.1", lid=2), since=IN_WERKING)
def werk_onderbroken_dagen(facts: VerlengingFacts, *, on: date) -> Outcome[int]:
    """The days that the work as geestelijke bedienaar was interrupted, when that was at most a year."""
    if facts.bedienaar_onderbroken is None:
        return answer(0, "het werk als geestelijke bedienaar is niet onderbroken")
    jaar = ONDERBREKING.at(on)
    uiterlijk = facts.bedienaar_onderbroken + jaar
    if facts.bedienaar_hervat is None and on > uiterlijk:
        return answer(
            0,
            "de onderbreking van het werk duurt langer dan {jaar}, dus eindigde de plicht",
            jaar=jaar,
        )
    einde = given(
        facts.bedienaar_hervat, "het is niet bekend wanneer het werk als geestelijke bedienaar is hervat"
    )
    if einde > uiterlijk:
        return answer(
            0,
            "de onderbreking van het werk duurde langer dan {jaar}, dus eindigde de plicht",
            jaar=jaar,
        )
    if facts.eerste_pip is not None and einde <= facts.eerste_pip:
        return answer(
            0,
            "de onderbreking van het werk was voorbij voordat de termijn begon",
            reading="alleen een onderbreking na het eerste PIP verlengt de termijn",
        )
    dagen = days_between(facts.bedienaar_onderbroken, einde)
    return answer(
        dagen,
        "de onderbreking van het werk duurde {dagen} dagen",
        reading="de eerste dag na de onderbreking telt niet mee",
        dagen=dagen,
    )


@rule(BI.art("4.2"), BI.art("2.1", lid=2), since=IN_WERKING)
def verlenging_onderbreking_dagen(facts: VerlengingFacts, *, on: date) -> Outcome[int]:
    """The days of all interruptions of at most a year, with which the term is made longer."""
    afwezig = known(afwezig_dagen(facts, on=on))
    tijdelijk = known(tijdelijk_doel_dagen(facts, on=on))
    werk = known(werk_onderbroken_dagen(facts, on=on))
    dagen = afwezig + tijdelijk + werk
    return answer(dagen, "de onderbrekingen duurden samen {dagen} dagen", dagen=dagen)


@rule(WI.art("12", lid=1, onderdeel="a"), BI.art("4.2"), BI.art("4.3", lid=1), since=IN_WERKING)
def verlenging_granted(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """Whether a ground of the Regeling or an interruption makes the term longer."""
    if known(verlenging_maanden(facts, on=on)) + known(verlenging_dagen(facts, on=on)) > 0:
        return answer(True, "er is een omstandigheid die de inburgeraar niet te verwijten valt")
    dagen = known(verlenging_onderbreking_dagen(facts, on=on))
    if dagen > 0:
        return answer(True, "de termijn wordt {dagen} dagen langer door de onderbreking", dagen=dagen)
    return answer(False, "er is geen omstandigheid die de termijn verlengt")


@rule(WI.art("12", lid=1, onderdeel="a"), BI.art("4.2"), RI.art("4.1", lid=2), since=IN_WERKING)
def verlenging_last_day(facts: VerlengingFacts, *, on: date) -> Outcome[date]:
    """The last day of the term after all grounds and an interruption, counted from the running term."""
    einde = known(termijn_last_day(facts.termijn, on=on))
    maanden = known(verlenging_maanden(facts, on=on))
    dagen = known(verlenging_dagen(facts, on=on)) + known(verlenging_onderbreking_dagen(facts, on=on))
    if maanden + dagen == 0:
        return answer(einde, "de termijn wordt niet verlengd en loopt tot en met {einde}", einde=einde)
    return answer(
        einde + Months(maanden) + Days(dagen),
        "{maanden} maanden en {dagen} dagen na het einde van de termijn op {einde}",
        reading=TELWIJZE,
        maanden=maanden,
        dagen=dagen,
        einde=einde,
    )


@rule(RI.art("4.1", lid=3), since=IN_WERKING)
def verlenging_bewijs(facts: VerlengingFacts, *, on: date) -> Outcome[Bewijsstuk]:
    """Which evidence the person hands in with the application, by the ground relied on."""
    grond = given(facts.grond, "de grond voor verlenging is niet bekend")
    if grond == Verlengingsgrond.ZIEKTE:
        return answer(
            Bewijsstuk.MEDISCHE_MACHTIGING, "bij {grond} hoort een medische machtiging", grond=grond
        )
    if grond == Verlengingsgrond.OVERLIJDEN:
        return answer(
            Bewijsstuk.AKTE_VAN_OVERLIJDEN, "bij {grond} hoort een afschrift van de akte", grond=grond
        )
    if grond == Verlengingsgrond.BEVALLING:
        return answer(
            Bewijsstuk.GEBOORTEAKTE, "bij een {grond} hoort een afschrift van de geboorteakte", grond=grond
        )
    if grond == Verlengingsgrond.BLIJF_HUIS:
        return answer(
            Bewijsstuk.VERKLARING_BLIJFHUIS, "bij {grond} hoort een verklaring van dat huis", grond=grond
        )
    if grond == Verlengingsgrond.ALFABETISERING:
        return answer(
            Bewijsstuk.VERKLARING_TAALSCHOOL,
            "bij een {grond} hoort een verklaring van de school",
            grond=grond,
        )
    if grond == Verlengingsgrond.DAKLOOSHEID:
        return answer(Bewijsstuk.UITDRAAI_BRP, "bij {grond} hoort een uitdraai uit de BRP", grond=grond)
    if grond == Verlengingsgrond.GEEN_AANBOD or grond == Verlengingsgrond.ONDERWIJSROUTE_GEEN_PLAATS:
        return answer(
            Bewijsstuk.VERKLARING_COLLEGE, "bij {grond} hoort een verklaring van het college", grond=grond
        )
    if grond == Verlengingsgrond.PROBLEEM_AANBIEDER:
        return answer(
            Bewijsstuk.STUKKEN_AANBIEDER, "bij een {grond} horen stukken die dat laten zien", grond=grond
        )
    if grond == Verlengingsgrond.ANDERE_OMSTANDIGHEID:
        return answer(
            Bewijsstuk.STUKKEN_OMSTANDIGHEID, "bij een {grond} horen stukken die dat laten zien", grond=grond
        )
    return answer(
        Bewijsstuk.STUKKEN_PER_OMSTANDIGHEID, "bij {grond} horen de stukken van elk ervan", grond=grond
    )


@rule(BI.art("4.5", lid=1), since=IN_WERKING)
def may_request_verlenging(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """Extension is requested in the last six months of the running term, and not after it."""
    vanaf = known(may_request_verlenging_since(facts.termijn, on=on))
    einde = known(termijn_last_day(facts.termijn, on=on))
    if on < vanaf:
        return answer(False, "aanvragen kan pas vanaf {vanaf}", vanaf=vanaf)
    if on > einde:
        return answer(
            False,
            "de termijn is op {einde} geëindigd",
            reading="een termijn die al voorbij is, kan niet meer op aanvraag worden verlengd",
            einde=einde,
        )
    return answer(
        True,
        "aanvragen kan van {vanaf} tot en met {einde}",
        reading="de dag die precies zes maanden voor de laatste dag van de termijn ligt, telt al mee",
        vanaf=vanaf,
        einde=einde,
    )


@rule(BI.art("4.5", lid=1), since=IN_WERKING)
def verlenging_besluit_due(facts: VerlengingFacts, *, on: date) -> Outcome[date]:
    """The Minister decides within eight weeks after receiving the application."""
    dag = given(facts.verlenging_aangevraagd, "er is geen aanvraag van verlenging bekend")
    weken = BESLISTERMIJN.at(on)
    return answer_term_end(
        dag, weken, "{weken} na de ontvangst van de aanvraag op {dag}", weken=weken, dag=dag
    )


@rule(BI.art("4.5", lid=2), since=IN_WERKING)
def may_extend_ambtshalve(facts: VerlengingFacts, *, on: date) -> Outcome[bool]:
    """In a special case the Minister extends without an application, in the last six months of the term."""
    vanaf = known(may_request_verlenging_since(facts.termijn, on=on))
    if on < vanaf:
        return answer(False, "verlengen zonder aanvraag kan pas vanaf {vanaf}", vanaf=vanaf)
    if facts.bijzonder_geval is None:
        needs_oordeel("beoordeel of het geval zo bijzonder is dat DUO zonder aanvraag verlengt")
    if facts.bijzonder_geval:
        return answer(True, "het is een bijzonder geval en {vanaf} is bereikt", vanaf=vanaf)
    return answer(False, "het is geen bijzonder geval, dus is een aanvraag nodig")
