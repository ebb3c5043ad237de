"""Who gives which data to whom, on request or of their own accord (Wi 33 to 39; Bi ch. 9).

Between college and Minister data go of one's own accord or on request (Wi 33 and 34); what only goes on
request, the law says apart. No law names a number of days.
"""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, PW, RI, WI
from .begrippen import Begrip, Doelgroep

SINDS_2023 = date(2023, 1, 1)
BOETES_AAN_COLLEGE = "art. 9.6, lid 5, noemt geen verzoek: de Minister geeft boetes ook uit eigen beweging"


class Verstrekking(Begrip):
    """How data are given."""

    UIT_EIGEN_BEWEGING_OF_OP_VERZOEK = "uit_eigen_beweging_of_op_verzoek", "uit eigen beweging of op verzoek"
    UIT_EIGEN_BEWEGING = "uit_eigen_beweging", "uit eigen beweging"
    OP_VERZOEK = "op_verzoek", "alleen op verzoek"
    NIET = "niet"


class Verwerkingsdoel(Begrip):
    """For what special categories of personal data are processed."""

    BREDE_INTAKE = "brede_intake", "de brede intake"
    PIP = "pip", "het PIP"
    BEGELEIDING = "begeleiding", "de ondersteuning en begeleiding"
    ONTHEFFING = "ontheffing", "de ontheffing"
    VERLENGING = "verlenging", "de verlenging van de termijn"
    GEESTELIJKE_BEDIENAAR = "geestelijke_bedienaar", "de vraag of iemand geestelijke bedienaar is"
    ANDERS = "anders", "een ander doel"


class BsnGebruiker(Begrip):
    """Who would use the BSN."""

    MINISTER = "minister", "de Minister (DUO)"
    COLLEGE = "college", "het college"
    CURSUSINSTELLING = "cursusinstelling", "de cursusinstelling"
    CVTE = "cvte", "het College voor toetsen en examens"
    VOORINBURGERING = "voorinburgering", "de instelling voor voorinburgering (COA)"
    DIPLOMAWAARDERING = "diplomawaardering", "de organisatie voor diplomawaardering"
    ANDER = "ander", "een ander"


GEZONDHEID = (
    Verwerkingsdoel.BREDE_INTAKE,
    Verwerkingsdoel.PIP,
    Verwerkingsdoel.BEGELEIDING,
    Verwerkingsdoel.ONTHEFFING,
    Verwerkingsdoel.VERLENGING,
)
BSN_BIJ_WET = (BsnGebruiker.MINISTER, BsnGebruiker.COLLEGE)
BSN_2022 = (BsnGebruiker.CURSUSINSTELLING, BsnGebruiker.CVTE, BsnGebruiker.DIPLOMAWAARDERING)
BSN_2023 = (
    BsnGebruiker.CURSUSINSTELLING,
    BsnGebruiker.CVTE,
    BsnGebruiker.DIPLOMAWAARDERING,
    BsnGebruiker.VOORINBURGERING,
)


@dataclass(frozen=True, slots=True)
class GegevensFacts:
    """Of whom data are given, and what happened."""

    doelgroep: Doelgroep | None = None
    aanbod_uitgebleven: bool | None = None
    """The college has made no inburgeringsaanbod in time."""
    niet_vrijstellende_opleiding: bool | None = None
    """The person follows praktijkonderwijs, vso or entree."""
    gevraagd: bool | None = None
    """The other asked for the data."""
    woonplaats_verplaatst: date | None = None
    """The day on which the person moved to another gemeente."""
    eerdere_leerroute_vastgesteld: bool | None = None
    """The leerroute had been established when the person moved."""
    verwerkingsdoel: Verwerkingsdoel | None = None
    bsn_gebruiker: BsnGebruiker | None = None
    autorisatie_per_taak: bool | None = None
    """Only those who need them for their task have access to special categories of data."""
    reservebestand_afgeschermd: bool | None = None
    """The backup is kept where nobody without authorisation can come."""


@rule(BI.art("9.2", lid=2, onderdeel="a"), WI.art("34", lid=1), BI.art("9.5", lid=4), since=IN_WERKING)
def college_gives_duo_leerroute(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """The college gives DUO the leerroute, changes of it and its intensity; for the loan as well."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "het college geeft DUO de leerroute, wijzigingen daarvan en de intensiteit",
    )


@rule(BI.art("9.2", lid=2, onderdeel="b"), WI.art("34", lid=1), BI.art("9.6", lid=4), since=IN_WERKING)
def college_gives_duo_voortgang(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """The college gives DUO progress, attendance, effort, level, PVT and MAP; for enforcement as well."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "het college geeft DUO voortgang, aanwezigheid, inspanning, taalniveau, PVT en MAP",
    )


@rule(BI.art("9.3", lid=2, onderdeel="a"), WI.art("34", lid=1), since=IN_WERKING)
def college_gives_duo_pip_date(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """The college gives DUO the day on which the PIP was established."""
    return answer(Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK, "het college geeft DUO de datum van het PIP")


@rule(BI.art("9.3", lid=2, onderdeel="b"), WI.art("34", lid=1), since=IN_WERKING)
def college_gives_duo_no_aanbod(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """The college tells DUO that an asielstatushouder got no offer, because that extends the term."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(Verstrekking.NIET, "een {groep} krijgt geen aanbod van het college", groep=groep)
    uitgebleven = given(facts.aanbod_uitgebleven, "het is niet bekend of het aanbod is uitgebleven")
    if uitgebleven:
        return answer(
            Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
            "het aanbod is uitgebleven, en dat kan de termijn verlengen",
        )
    return answer(Verstrekking.NIET, "het aanbod is niet uitgebleven")


@rule(BI.art("9.3", lid=2, onderdeel="b"), WI.art("34", lid=1), since=SINDS_2023)
def college_gives_duo_opleiding(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """Since 2023 the college tells DUO that the person follows a niet-vrijstellende opleiding."""
    volgt = given(
        facts.niet_vrijstellende_opleiding, "het is niet bekend of er een niet-vrijstellende opleiding is"
    )
    if volgt:
        return answer(
            Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
            "de persoon volgt een niet-vrijstellende opleiding, en dat kan de termijn verlengen",
        )
    return answer(Verstrekking.NIET, "er is geen niet-vrijstellende opleiding")


@rule(BI.art("9.6", lid=4), since=IN_WERKING)
def college_gives_duo_boetes(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """The college gives DUO the fines it imposed, on request."""
    return answer(Verstrekking.OP_VERZOEK, "het college geeft DUO op verzoek de boetes die het oplegde")


@rule(BI.art("9.2", lid=3), WI.art("35", lid=3), since=IN_WERKING)
def college_gives_school(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """The college gives the school name and address, leerroute, intensity, term and changes of them."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING,
        "het college geeft de cursusinstelling naam, adres, leerroute, intensiteit en termijn",
    )


@rule(WI.art("39", lid=1), RI.art("9.1", lid=1), since=IN_WERKING)
def college_gives_statistics(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """The college gives data for statistics, free of charge and through the CBS."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "het college geeft gegevens voor statistiek kosteloos, via het CBS",
    )


@rule(WI.art("35", lid=4), since=IN_WERKING)
def college_gives_new_college(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """After a move the old college gives the new one, on request, PIP, progress and imposed fines."""
    if facts.woonplaats_verplaatst is None:
        return answer(Verstrekking.NIET, "de persoon is niet naar een andere gemeente verhuisd")
    vastgesteld = given(
        facts.eerdere_leerroute_vastgesteld, "het is niet bekend of de leerroute al was vastgesteld"
    )
    if vastgesteld:
        return answer(
            Verstrekking.OP_VERZOEK, "het nieuwe college vraagt PIP, voortgang en opgelegde boetes op"
        )
    return answer(Verstrekking.NIET, "er was bij de verhuizing nog geen leerroute vastgesteld")


@rule(WI.art("35", lid=4), since=IN_WERKING)
def must_give_move_pack(facts: GegevensFacts, *, on: date) -> Outcome[bool]:
    """Whether the old college must give the new one PIP, progress and fines now."""
    wijze = known(college_gives_new_college(facts, on=on))
    if wijze == Verstrekking.NIET:
        return answer(False, "er is niets te geven aan een nieuw college")
    gevraagd = given(facts.gevraagd, "het is niet bekend of het nieuwe college erom heeft gevraagd")
    if gevraagd:
        return answer(True, "het nieuwe college heeft erom gevraagd")
    return answer(False, "het nieuwe college heeft er niet om gevraagd")


@rule(BI.art("9.1", lid=3), WI.art("33", onderdeel="a"), since=IN_WERKING)
def duo_gives_college_plicht(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """DUO gives the college the plicht and changes, vrijstelling, ontheffing and the certificaat."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "DUO geeft het college plicht, vrijstelling, ontheffing en certificaat",
    )


@rule(BI.art("9.2", lid=5), WI.art("33", onderdeel="a"), since=IN_WERKING)
def duo_gives_college_examens(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """DUO gives the college exams, attempts, results, fulfilment and the day of the diploma."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "DUO geeft het college examendeelname, pogingen, resultaten en de datum van het diploma",
    )


@rule(BI.art("9.3", lid=3), WI.art("33", onderdeel="a"), since=IN_WERKING)
def duo_gives_college_termijn(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """DUO gives the college begin and end of the term, and all about an extension."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "DUO geeft het college begin en einde van de termijn en alles over verlenging",
    )


@rule(BI.art("9.4", lid=2), WI.art("33", onderdeel="a"), since=IN_WERKING)
def duo_gives_college_begeleiding(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """DUO gives the college that there is a right to maatschappelijke begeleiding."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "DUO geeft het college het recht op maatschappelijke begeleiding",
    )


@rule(BI.art("9.4", lid=2, onderdeel="b"), WI.art("33", onderdeel="a"), since=SINDS_2023)
def duo_gives_college_opleiding(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """Since 2023 DUO gives the college that the person follows a niet-vrijstellende opleiding."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "DUO geeft het college dat er een niet-vrijstellende opleiding is",
    )


@rule(BI.art("9.6", lid=5), WI.art("33", onderdeel="a"), since=IN_WERKING, reading=BOETES_AAN_COLLEGE)
def duo_gives_college_boetes(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """DUO gives the college the fines that were imposed."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK, "DUO geeft het college de boetes die het oplegde"
    )


@rule(WI.art("35", lid=1), BI.art("9.6", lid=2), since=IN_WERKING)
def lbt_instance_gives_college(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """Who takes the leerbaarheidstoets gives the result to the college, for intake and enforcement."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING,
        "de uitslag van de leerbaarheidstoets gaat naar het college, voor de intake en de handhaving",
    )


@rule(WI.art("35", lid=2), BI.art("9.4", lid=3), since=IN_WERKING)
def coa_gives_college(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """COA gives the college identity, family and what was learnt in the voorinburgering."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING,
        "COA geeft het college identiteit, gezin en gegevens van de voorinburgering",
    )


@rule(BI.art("9.2", lid=4), WI.art("35", lid=3), BI.art("9.6", lid=3), since=IN_WERKING)
def school_gives_college(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """Of asielstatushouders schools give progress, attendance and effort; of others on request."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        return answer(
            Verstrekking.UIT_EIGEN_BEWEGING,
            "van een {groep} geeft de school voortgang en aanwezigheid",
            groep=groep,
        )
    return answer(Verstrekking.OP_VERZOEK, "van een {groep} geeft de school die desgevraagd", groep=groep)


@rule(BI.art("9.6", lid=6), WI.art("34", lid=3), since=IN_WERKING)
def school_gives_duo(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """Schools give DUO the enrolment, and of gezins- en overige migranten progress, attendance and effort."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        return answer(
            Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
            "van een {groep} geeft de school DUO alleen de inschrijving",
            groep=groep,
        )
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "van een {groep} geeft de school DUO inschrijving, voortgang en aanwezigheid",
        groep=groep,
    )


@rule(BI.art("9.2", lid=6), WI.art("33", onderdeel="e"), since=IN_WERKING)
def duo_gives_school(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """DUO gives schools exams, results and fulfilment."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING_OF_OP_VERZOEK,
        "DUO geeft de cursusinstelling examendeelname, resultaten en of de plicht is afgerond",
    )


@rule(WI.art("34", lid=6), since=IN_WERKING)
def coa_gives_duo(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """COA gives DUO where the person lives and in which gemeente he will be housed."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING,
        "COA geeft DUO de verblijfplaats en de gemeente waar de persoon komt te wonen",
    )


@rule(BI.art("9.1", lid=2), since=IN_WERKING)
def ind_gives_duo(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """The IND gives DUO the purpose of stay, changes of it and identity."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING,
        "de IND geeft DUO het verblijfsdoel, wijzigingen daarvan en de identiteit",
    )


@rule(WI.art("34", lid=2), BI.art("9.5", lid=2), since=IN_WERKING)
def belastingdienst_gives_duo(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """The Belastingdienst gives DUO the income for a loan, on request."""
    return answer(
        Verstrekking.OP_VERZOEK, "de Belastingdienst geeft DUO op verzoek het inkomen voor een lening"
    )


@rule(BI.art("9.8"), since=IN_WERKING)
def duo_gives_dienst_toeslagen(facts: GegevensFacts, *, on: date) -> Outcome[Verstrekking]:
    """DUO gives the Dienst Toeslagen plicht, enrolment and course, for kinderopvangtoeslag."""
    return answer(
        Verstrekking.UIT_EIGEN_BEWEGING,
        "DUO geeft de Dienst Toeslagen de plicht en de cursus, voor de kinderopvangtoeslag",
    )


@rule(WI.art("35", lid=5), PW.art("67a"), since=IN_WERKING)
def may_use_pw_data(facts: GegevensFacts, *, on: date) -> Outcome[bool]:
    """The college may use data of the Participatiewet for this Act where needed, and the other way round."""
    return answer(
        True, "gegevens van de Participatiewet mogen voor de inburgering worden gebruikt, en andersom"
    )


@rule(WI.art("36"), BI.art("9.10"), since=IN_WERKING)
def may_use_bsn(facts: GegevensFacts, *, on: date) -> Outcome[bool]:
    """Minister and college use the BSN for this Act, and whom the Besluit designates."""
    wie = given(facts.bsn_gebruiker, "het is niet bekend wie het BSN zou gebruiken")
    if wie in BSN_BIJ_WET:
        return answer(True, "{wie} gebruikt het BSN op grond van de wet", wie=wie)
    if wie in BSN_2022:
        return answer(True, "{wie} is aangewezen om het BSN te gebruiken", wie=wie)
    return answer(False, "{wie} is niet aangewezen om het BSN te gebruiken", wie=wie)


@may_use_bsn.since(SINDS_2023)
def _(facts: GegevensFacts, *, on: date) -> Outcome[bool]:
    """The same, with the institution for voorinburgering."""
    wie = given(facts.bsn_gebruiker, "het is niet bekend wie het BSN zou gebruiken")
    if wie in BSN_BIJ_WET:
        return answer(True, "{wie} gebruikt het BSN op grond van de wet", wie=wie)
    if wie in BSN_2023:
        return answer(True, "{wie} is aangewezen om het BSN te gebruiken", wie=wie)
    return answer(False, "{wie} is niet aangewezen om het BSN te gebruiken", wie=wie)


@rule(WI.art("37", lid=2), since=IN_WERKING)
def may_process_health(facts: GegevensFacts, *, on: date) -> Outcome[bool]:
    """Data about health may be processed for ontheffing, extension, brede intake, PIP and guidance only."""
    doel = given(facts.verwerkingsdoel, "het doel van de verwerking is niet bekend")
    if doel in GEZONDHEID:
        return answer(True, "gegevens over gezondheid mogen, voor zover nodig, voor {doel}", doel=doel)
    return answer(False, "gegevens over gezondheid mogen niet voor {doel}", doel=doel)


@rule(WI.art("37", lid=1), since=IN_WERKING)
def may_process_religion(facts: GegevensFacts, *, on: date) -> Outcome[bool]:
    """Data about religion may be processed only to see whether somebody is a geestelijke bedienaar."""
    doel = given(facts.verwerkingsdoel, "het doel van de verwerking is niet bekend")
    if doel == Verwerkingsdoel.GEESTELIJKE_BEDIENAAR:
        return answer(True, "gegevens over religie mogen, voor zover nodig, voor {doel}", doel=doel)
    return answer(False, "gegevens over religie mogen niet voor {doel}", doel=doel)


@rule(BI.art("9.11", onderdeel="a"), BI.art("9.11", onderdeel="b"), since=IN_WERKING)
def special_data_are_secured(facts: GegevensFacts, *, on: date) -> Outcome[bool]:
    """Special categories of data: access by authorisation for a task, and a backup out of reach."""
    autorisatie = given(
        facts.autorisatie_per_taak, "het is niet bekend of toegang alleen met een autorisatie kan"
    )
    if not autorisatie:
        return answer(False, "geef alleen toegang aan wie de gegevens voor de eigen taak nodig heeft")
    reserve = given(facts.reservebestand_afgeschermd, "het is niet bekend waar het reservebestand is")
    if not reserve:
        return answer(False, "bewaar het reservebestand waar niemand zonder autorisatie bij kan")
    return answer(True, "toegang en reservebestand zijn beveiligd")
