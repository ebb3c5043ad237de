"""The format "meedoen-overdracht/1": what one gemeente tells another about a person who moved.

What is not here is not given. Of the law (Wi art. 35 lid 4): the PIP, the progress and
the fines; of art. 15 lid 4 what the new college need not do again: the result of the
leerbaarheidstoets, and the summary of the brede intake when a person chose to add it.
Health has no field: art. 35 lid 4 does not name it. Nor is there a place for notes,
reports of conversations, reasons of absence, or the ground of an ontheffing.
"""

from dataclasses import dataclass, field
from datetime import date

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau, Verblijfstitel

FORMAAT = "meedoen-overdracht/1"
SHORT, LINE, LONG = 120, 500, 20_000

PIP_STATUS = ("vastgesteld", "uitgereikt", "vervangen", "ingetrokken")
UITKOMST = ("open", "verschenen", "niet_verschenen", "onvoldoende")
BOETEGROND = ("brede_intake", "leerroute", "begeleiding", "pvt_map")


def _text(length: int = LINE) -> str:
    return field(metadata={"lengte": length})


def _choice(*allowed: str) -> str:
    return field(metadata={"keuze": frozenset(allowed)})


@dataclass(frozen=True, kw_only=True)
class Gemeente:
    """A gemeente by its CBS code (four digits)."""

    code: str = _text(4)
    naam: str = _text(SHORT)


@dataclass(frozen=True, kw_only=True)
class Verzoek:
    """The request of the new college: when, by whom, for what, and the article."""

    gevraagd_op: date
    gevraagd_door: str = _text(200)
    reden: str = _text()
    grondslag: str = _text(200)


@dataclass(frozen=True, kw_only=True)
class Persoon:
    """Who it is; a number that is not known is an empty text."""

    bsn: str = _text(9)
    v_nummer: str = _text(10)
    achternaam: str = _text(SHORT)
    voornaam: str = _text(SHORT)
    geboortedatum: date | None


@dataclass(frozen=True, kw_only=True)
class Traject:
    """What the terms of the new gemeente depend on."""

    verhuisd_op: date
    doelgroep: Doelgroep | None
    verblijfstitel: Verblijfstitel | None
    kennisgeving_op: date | None
    eerste_pip_op: date | None
    leerroute: Leerroute | None
    verlengd_tot_en_met: date | None


@dataclass(frozen=True, kw_only=True)
class Afspraak:
    """One agreement of a PIP."""

    eigenaar: str = _choice("inburgeraar", "gemeente", "partner")
    partner: str = _text(SHORT)
    wat: str = _text()
    verwachting: str = _text()
    uren_per_week: str = _text(6)
    vanaf: date | None
    uiterlijk: date | None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One version of the PIP as it was decided; a draft is not given."""

    versie: int
    status: str = _choice(*PIP_STATUS)
    dagtekening_op: date | None
    uitgereikt_op: date | None
    ingetrokken_op: date | None
    reden_wijziging: str = _text()
    leerroute: Leerroute | None
    niveau: Niveau | None
    intensiteit_uren: int | None
    alfabetisering: str = _choice("NVT", "A", "AA")
    mag_opleiding_afmaken: bool
    motivatie: str = _text(LONG)
    ondersteuning: str = _text(LONG)
    pvt_uren: int | None
    map_uren: int | None
    voortgangsgesprekken: int | None
    vve: str = _text(LONG)
    participatiewet: str = _text(LONG)
    ontzorgen: str = _text(LONG)
    kinderopvang: str = _text(LONG)
    afspraken: tuple[Afspraak, ...]


@dataclass(frozen=True, kw_only=True)
class Uren:
    """A total of hours followed up to a day, in whole hours."""

    soort: str = _text(40)
    uren: int
    tot_en_met: date


@dataclass(frozen=True, kw_only=True)
class Resultaat:
    """The day that closed PVT, MAP or Z-route; without a day only whether it was verwijtbaar late."""

    onderdeel: str = _choice("pvt", "map", "zroute")
    datum: date | None
    verwijtbaar: bool | None


@dataclass(frozen=True, kw_only=True)
class Aanbod:
    """A place at a school that was offered; the last day of the course is in it (inclusive)."""

    instellingsnummer: str = _text(20)
    instelling: str = _text(200)
    aanbod_op: date
    start_op: date | None
    laatste_lesdag: date | None
    ingetrokken_op: date | None


@dataclass(frozen=True, kw_only=True)
class Oproep:
    """A call for the brede intake that counts, and whether a warning followed; no reason of absence."""

    nummer: int
    verstuurd_op: date
    uitkomst: str = _choice(*UITKOMST)
    waarschuwing_op: date | None


@dataclass(frozen=True, kw_only=True)
class Boete:
    """A fine that the college imposed (Wi art. 22 and 23), in whole euros."""

    besloten_op: date
    grond: str = _choice(*BOETEGROND)
    bedrag_euro: int


@dataclass(frozen=True, kw_only=True)
class Toets:
    """The leerbaarheidstoets, or that there is an ontheffing; its ground is health and stays here."""

    afgenomen_op: date | None
    resultaat: str = _choice("", "haalbaar", "niet_haalbaar", "onbekend")
    score: str = _text(10)
    ontheffing_op: date | None


@dataclass(frozen=True, kw_only=True)
class Intake:
    """When the brede intake was finished; the summary only when a person chose to give it."""

    afgerond_op: date | None
    samenvatting: str = _text(LONG)


@dataclass(frozen=True, kw_only=True)
class Pakket:
    """All that goes along, from whom to whom, for a request, until a day."""

    formaat: str = _choice(FORMAAT)
    nummer: str = _text(36)
    gemaakt_op: date
    geldig_tot_en_met: date
    van: Gemeente
    naar: Gemeente
    verzoek: Verzoek
    persoon: Persoon
    traject: Traject
    plannen: tuple[Plan, ...]
    uren: tuple[Uren, ...]
    resultaten: tuple[Resultaat, ...]
    aanbod: tuple[Aanbod, ...]
    oproepen: tuple[Oproep, ...]
    boetes: tuple[Boete, ...]
    leerbaarheidstoets: Toets | None
    intake: Intake | None
