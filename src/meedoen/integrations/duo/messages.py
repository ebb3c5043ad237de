"""The messages of DUO's twelve interfaces, as our own types.

Names are those of DUO in snake_case; `NAME` is the object in the published file. End dates: the termijn,
hours "bekend tot" and the aanbod end exclusively; plicht, doelgroep and vrijstelling inclusively.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from . import patterns
from .codes import (
    AanvraagOordeel,
    Alfabetiseringsonderwijs,
    AsielrechtenWijzigingVerblijfsdoel,
    Doelgroepindeling,
    Examenniveau,
    ExamenniveauVrijstelling,
    Examenonderdeel,
    ExamenonderdeelNederlands,
    Examenresultaatcode,
    GedetailleerdeDoelgroep,
    InburgeringJaNee,
    LeerbaarheidstoetsResultaat,
    LeerrouteCode,
    NiveauPip,
    Ontheffingsgrond,
    RedenGeenInburgeringsplicht,
    RedenGeenResultaat,
    RedenVrijstelling,
)
from .shape import Message, may, must


@dataclass(frozen=True, kw_only=True)
class Foutmelding(Message):
    """Why DUO refuses, in one sentence."""

    NAME: ClassVar = "Foutmelding"

    fouttekst: str = must("fouttekst", **patterns.FOUTTEKST)


# --- Notificatie -----------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Notificatie(Message):
    """Something happened at DUO: which event, about whom, registered when. What changed must be asked."""

    NAME: ClassVar = "Notificatie"

    registratie_datum_tijd: datetime = must("registratieDatumTijd")
    bsn: str | None = may("bsn", **patterns.BSN)
    v_nummer: int | None = may("vNummer", minimum=0, maximum=9_999_999_999)
    gebeurtenis_id: str = must("gebeurtenisId", min_length=1, max_length=6, pattern=patterns.GEBEURTENIS)


# --- Inburgeringsplicht ------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Inburgeringsplicht(Message):
    """Whether there is a plicht now; `einddatum` is its last day (inclusive)."""

    NAME: ClassVar = "Inburgeringsplicht"

    indicator_inburgeringsplicht: bool = must("indicatorInburgeringsplicht")
    begindatum: date | None = may("begindatum")
    einddatum: date | None = may("einddatum")
    wijzigingsdatum: date | None = may("wijzigingsdatum")
    datum_kennisgeving_inburgeringsplicht: date | None = may("datumKennisgevingInburgeringsplicht")
    reden_geen_inburgeringsplicht: RedenGeenInburgeringsplicht | None = may("redenGeenInburgeringsplicht")


@dataclass(frozen=True, kw_only=True)
class Inburgeringsplichthistorie(Message):
    """One period of the history of the plicht."""

    NAME: ClassVar = "Inburgeringsplichthistorie"

    indicator_inburgeringsplicht: bool = must("indicatorInburgeringsplicht")
    begindatum: date | None = may("begindatum")
    einddatum: date | None = may("einddatum")
    wijzigingsdatum: date | None = may("wijzigingsdatum")


@dataclass(frozen=True, kw_only=True)
class Doelgroep(Message):
    """The group to which a person belongs now."""

    NAME: ClassVar = "Doelgroep"

    indeling: Doelgroepindeling | None = may("indeling")
    begindatum: date | None = may("begindatum")
    gedetailleerde_doelgroep: GedetailleerdeDoelgroep | None = may("gedetailleerdeDoelgroep")
    asielrechten_wijziging_verblijfsdoel: AsielrechtenWijzigingVerblijfsdoel | None = may(
        "asielrechtenWijzigingVerblijfsdoel"
    )


@dataclass(frozen=True, kw_only=True)
class Doelgroephistorie(Message):
    """One period of the history of the group; `einddatum` is its last day (inclusive)."""

    NAME: ClassVar = "Doelgroephistorie"

    indeling: Doelgroepindeling | None = may("indeling")
    begindatum: date | None = may("begindatum")
    einddatum: date | None = may("einddatum")


# --- Inburgeringstermijn -----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Inburgeringstermijn(Message):
    """The term; `einddatum` is the day after the last one (exclusive)."""

    NAME: ClassVar = "Inburgeringstermijn"

    startdatum: date = must("startdatum")
    einddatum: date = must("einddatum")
    wijzigingsdatum: date | None = may("wijzigingsdatum")
    verlengingsgrondcode: str | None = may("verlengingsgrondcode", min_length=1, max_length=10)
    verlengingsgrondomschrijving: str | None = may(
        "verlengingsgrondomschrijving", min_length=1, max_length=200
    )


@dataclass(frozen=True, kw_only=True)
class Inburgeringstermijnhistorie(Message):
    """One change of the term."""

    NAME: ClassVar = "Inburgeringstermijnhistorie"

    einddatum: date | None = may("einddatum")
    wijzigingsdatum: date | None = may("wijzigingsdatum")
    verlengingsgrondcode: str | None = may("verlengingsgrondcode", min_length=1, max_length=10)
    verlengingsgrondomschrijving: str | None = may(
        "verlengingsgrondomschrijving", min_length=1, max_length=200
    )


@dataclass(frozen=True, kw_only=True)
class Verlengingsgrond(Message):
    """A ground on which DUO extends, with its code."""

    NAME: ClassVar = "Verlengingsgrond"

    code: str = must("code", min_length=1, max_length=10)
    omschrijving: str = must("omschrijving", min_length=1, max_length=200)


# --- Leerbaarheidstoets ------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Examennummer(Message):
    """The number with which the toets is planned."""

    NAME: ClassVar = "Examennummer"

    examennummer: str = must("examennummer", max_length=12)


@dataclass(frozen=True, kw_only=True)
class LBTResultaat(Message):
    """A result of the leerbaarheidstoets; scores as "ddd,dd"; `datum_afname` is when DUO registered it."""

    NAME: ClassVar = "Resultaat"

    resultaat: LeerbaarheidstoetsResultaat = must("resultaat")
    behaalde_score: str = must("behaaldeScore", **patterns.SCORE)
    benodigde_score: str = must("benodigdeScore", **patterns.SCORE)
    datum_afname: date = must("datumAfname")


# --- Vrijstelling and ontheffing ---------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class GeheleVrijstelling(Message):
    """A decision about vrijstelling of the whole plicht."""

    NAME: ClassVar = "GeheleVrijstelling"

    oordeel: AanvraagOordeel = must("oordeel")
    reden: RedenVrijstelling = must("reden")
    datum_oordeel: date | None = may("datumOordeel")


@dataclass(frozen=True, kw_only=True)
class TijdelijkeVrijstelling(Message):
    """A decision about a temporary vrijstelling; `einddatum` is its last day (inclusive)."""

    NAME: ClassVar = "TijdelijkeVrijstelling"

    oordeel: AanvraagOordeel = must("oordeel")
    reden: RedenVrijstelling = must("reden")
    datum_oordeel: date | None = may("datumOordeel")
    startdatum: date | None = may("startdatum")
    einddatum: date | None = may("einddatum")


@dataclass(frozen=True, kw_only=True)
class GedeeltelijkeVrijstelling(Message):
    """A decision about vrijstelling of one part of the exam."""

    NAME: ClassVar = "GedeeltelijkeVrijstelling"

    reden: RedenVrijstelling = must("reden")
    oordeel: AanvraagOordeel = must("oordeel")
    datum_oordeel: date | None = may("datumOordeel")
    examenonderdeel: ExamenonderdeelNederlands | None = may("examenonderdeel")
    examenniveau: ExamenniveauVrijstelling | None = may("examenniveau")


@dataclass(frozen=True, kw_only=True)
class Vrijstelling(Message):
    """One decision about vrijstelling, of one of three kinds."""

    NAME: ClassVar = "Vrijstelling"

    gehele_vrijstelling: GeheleVrijstelling | None = may("GeheleVrijstelling")
    tijdelijke_vrijstelling: TijdelijkeVrijstelling | None = may("TijdelijkeVrijstelling")
    gedeeltelijke_vrijstelling: GedeeltelijkeVrijstelling | None = may("GedeeltelijkeVrijstelling")


@dataclass(frozen=True, kw_only=True)
class GeheleOntheffing(Message):
    """A decision about ontheffing of the whole plicht."""

    NAME: ClassVar = "GeheleOntheffing"

    oordeel: AanvraagOordeel = must("oordeel")
    datum_oordeel: date = must("datumOordeel")
    grond: Ontheffingsgrond = must("grond")


@dataclass(frozen=True, kw_only=True)
class GedeeltelijkeOntheffing(Message):
    """A decision about ontheffing of one part, or of hours of participation in the Z-route.

    `uren_belastbaarheid_participatieactiviteit` is the most hours in five years; 0 is none.
    """

    NAME: ClassVar = "GedeeltelijkeOntheffing"

    oordeel: AanvraagOordeel = must("oordeel")
    datum_oordeel: date = must("datumOordeel")
    grond: Ontheffingsgrond = must("grond")
    examenonderdeel: Examenonderdeel | None = may("examenonderdeel")
    uren_belastbaarheid_participatieactiviteit: int | None = may(
        "urenBelastbaarheidParticipatieactiviteit", **patterns.UREN
    )


@dataclass(frozen=True, kw_only=True)
class Ontheffing(Message):
    """One decision about ontheffing, of the whole or of a part."""

    NAME: ClassVar = "Ontheffing"

    gehele_ontheffing: GeheleOntheffing | None = may("GeheleOntheffing")
    gedeeltelijke_ontheffing: GedeeltelijkeOntheffing | None = may("GedeeltelijkeOntheffing")


# --- PIP ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class PIP(Message):
    """The PIP; the intensity (hours in total) only for the B1-route of an asielstatushouder."""

    NAME: ClassVar = "PIP"

    dagtekening_pip: date = must("dagtekeningPip")
    leerroute: LeerrouteCode = must("leerroute")
    niveau: NiveauPip | None = may("niveau")
    geschatte_intensiteit_b1_route: int | None = may("geschatteIntensiteitB1Route", minimum=1, maximum=9999)
    indicator_mag_opleiding_afmaken: bool | None = may("indicatorMagOpleidingAfmaken")
    indicator_alfabetiseringsonderwijs: Alfabetiseringsonderwijs | None = may(
        "indicatorAlfabetiseringsonderwijs"
    )


@dataclass(frozen=True, kw_only=True)
class PIPVanGemeente(Message):
    """The PIP that DUO has now, and of which gemeente."""

    NAME: ClassVar = "Gemeente"

    gemeentecode: str = must("gemeentecode", **patterns.GEMEENTECODE)
    pip: PIP = must("pip")


# --- Contactpersoon ----------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Contactpersoongegevens(Message):
    """Whom DUO and the inburgeraar can call."""

    NAME: ClassVar = "Contactpersoongegevens"

    naam: str = must("naam", max_length=100, pattern=patterns.NAAM, fits=patterns.is_naam)
    email: str = must("email", min_length=4, max_length=241)
    telefoonnummer: str = must("telefoonnummer", min_length=3, max_length=22, pattern=patterns.TELEFOON)


@dataclass(frozen=True, kw_only=True)
class Contactpersoon(Message):
    """A contactpersoon with the number that DUO gave."""

    NAME: ClassVar = "Contactpersoon"

    id: int | None = may("id", minimum=1, maximum=99_999)
    contactpersoongegevens: Contactpersoongegevens = must("contactpersoongegevens")


# --- Inburgeringsaanbod ------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Inburgeringsaanbod(Message):
    """A place at a school; `verwachte_einddatum_opleiding` is the day after the last one (exclusive)."""

    NAME: ClassVar = "Inburgeringsaanbod"

    datum_inburgeringsaanbod: date | None = may("datumInburgeringsaanbod")
    verwachte_startdatum_opleiding: date | None = may("verwachteStartdatumOpleiding")
    verwachte_einddatum_opleiding: date | None = may("verwachteEinddatumOpleiding")
    indicator_alfabetiseringsonderwijs: Alfabetiseringsonderwijs = must("indicatorAlfabetiseringsonderwijs")


@dataclass(frozen=True, kw_only=True)
class Instelling(Message):
    """A school with its keurmerk (BoW) or recognition for the taalschakeltraject (TST)."""

    NAME: ClassVar = "Instelling"

    instellingsnummer: str = must("instellingsnummer", min_length=10, max_length=10)
    naam: str = must("naam", min_length=1, max_length=128)
    postcode: str = must("postcode", max_length=6, pattern=r"([1-9]{1}[0-9]{3}[A-Z]{2})")
    huisnummer: int = must("huisnummer", minimum=1, maximum=99_999)
    huisnummertoevoeging: str | None = may("huisnummertoevoeging", min_length=1, max_length=4)
    plaatsnaam: str = must("plaatsnaam", min_length=1, max_length=40)
    bow: str | None = may("bow", min_length=1, pattern=r"^\d{1,10}$")
    brin: str | None = may("brin", min_length=4, max_length=4, pattern=r"([0-9]{2}[A-Z]{2})")
    indicatie_bow_keurmerk: bool | None = may("indicatieBowKeurmerk")
    indicatie_tst_keurmerk: bool | None = may("indicatieTstKeurmerk")


# --- MAP, PVT, Z-route -------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class DatumMap(Message):
    """The day of the eindgesprek MAP that DUO has."""

    NAME: ClassVar = "DatumMap"

    datum_eindgesprek_map: date = must("datumEindgesprekMap")


@dataclass(frozen=True, kw_only=True)
class DatumPvt(Message):
    """The day of signing the participatieverklaring that DUO has."""

    NAME: ClassVar = "DatumPvt"

    datum_ondertekening_pvt: date = must("datumOndertekeningPvt")


@dataclass(frozen=True, kw_only=True)
class ResultaatMap(Message):
    """The eindgesprek MAP as it is told; without a date the earlier one is withdrawn."""

    NAME: ClassVar = "ResultaatMap"

    datum_eindgesprek_map: date | None = may("datumEindgesprekMap")
    verwijtbaar: InburgeringJaNee | None = may("verwijtbaar")


@dataclass(frozen=True, kw_only=True)
class ResultaatPvt(Message):
    """Signing the participatieverklaring as it is told; without a date the earlier one is withdrawn."""

    NAME: ClassVar = "ResultaatPvt"

    datum_ondertekening_pvt: date | None = may("datumOndertekeningPvt")
    verwijtbaar: InburgeringJaNee | None = may("verwijtbaar")


@dataclass(frozen=True, kw_only=True)
class ResultaatZroute(Message):
    """The end of the Z-route as it is told; without a date the earlier one is withdrawn."""

    NAME: ClassVar = "ResultaatZroute"

    datum_afronding_zroute: date | None = may("datumAfrondingZroute")


# --- Gevolgde uren -----------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class ParticipatieAlsTaalles(Message):
    """Lessons of Dutch and KNM in the leerroute, in hours, in total."""

    NAME: ClassVar = "ParticipatieAlsTaalles"

    uren: int = must("uren", **patterns.UREN)


@dataclass(frozen=True, kw_only=True)
class ParticipatieactiviteitenBredeIntake(Message):
    """Hours of participation for the Z-route, in total; those of the brede intake count."""

    NAME: ClassVar = "ParticipatieactiviteitenBredeIntake"

    uren: int = must("uren", **patterns.UREN)


@dataclass(frozen=True, kw_only=True)
class TaallesEnKnmBredeIntake(Message):
    """Lessons of Dutch and KNM during the brede intake, in hours, in total."""

    NAME: ClassVar = "TaallesEnKnmBredeIntake"

    uren: int = must("uren", **patterns.UREN)


@dataclass(frozen=True, kw_only=True)
class UrenVanGemeente(Message):
    """The hours that one gemeente told; `bekend_tot` is exclusive."""

    NAME: ClassVar = "Gemeente"

    gemeentecode: str | None = may("gemeentecode", **patterns.GEMEENTECODE)
    bekend_tot: date | None = may("bekendTot")
    participatie_als_taalles: ParticipatieAlsTaalles | None = may("ParticipatieAlsTaalles")
    participatieactiviteiten_brede_intake: ParticipatieactiviteitenBredeIntake | None = may(
        "ParticipatieactiviteitenBredeIntake"
    )
    taalles_en_knm_brede_intake: TaallesEnKnmBredeIntake | None = may("TaallesEnKnmBredeIntake")


# --- Examen ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Examenresultaat(Message):
    """The result of one part of the exam."""

    NAME: ClassVar = "Examenresultaat"

    examendatum: date = must("examendatum")
    resultaat: Examenresultaatcode = must("resultaat")
    reden_geen_resultaat: RedenGeenResultaat | None = may("redenGeenResultaat")
    onderdeel: Examenonderdeel = must("onderdeel")
    niveau: Examenniveau | None = may("niveau")


@dataclass(frozen=True, kw_only=True)
class GratisPogingTegoed(Message):
    """How many attempts at one part of the exam are still free."""

    NAME: ClassVar = "GratisPogingTegoed"

    onderdeel: Examenonderdeel = must("onderdeel")
    gratis_pogingen_tegoed: int = must("gratisPogingenTegoed", minimum=0, maximum=99)
