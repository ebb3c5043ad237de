"""The closed lists of words of the law: the codes that files and interfaces use, and Dutch labels."""

from enum import StrEnum


class Begrip(StrEnum):
    """A word of the law from a closed list: its value is the code, its label what a Dutch reader sees."""

    label: str

    def __new__(cls, code: str, label: str | None = None) -> "Begrip":
        """Make a member of its code; without a label the code with spaces is what a reader sees."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label or code.replace("_", " ")
        return member


class Doelgroep(Begrip):
    """The two groups of the Act (Bi 1.1; Wi 13 and 19)."""

    ASIELSTATUSHOUDER = "asielstatushouder"
    GEZINSMIGRANT_OF_OVERIGE_MIGRANT = "gezinsmigrant_of_overige_migrant", "gezinsmigrant of overige migrant"


class Verblijfstitel(Begrip):
    """The right of residence, as far as the Act makes a difference (Vw 2000 art. 8)."""

    ASIEL_BEPAALDE_TIJD = "asiel_bepaalde_tijd", "verblijfsvergunning asiel voor bepaalde tijd"
    REGULIER_BEPAALDE_TIJD = "regulier_bepaalde_tijd", "verblijfsvergunning regulier voor bepaalde tijd"
    ASIEL_ONBEPAALDE_TIJD = "asiel_onbepaalde_tijd", "verblijfsvergunning asiel voor onbepaalde tijd"
    REGULIER_ONBEPAALDE_TIJD = "regulier_onbepaalde_tijd", "verblijfsvergunning regulier voor onbepaalde tijd"
    EU_LANGDURIG_INGEZETENE = "eu_langdurig_ingezetene", "EU-verblijfsvergunning voor langdurig ingezetene"
    GEMEENSCHAPSONDERDAAN = "gemeenschapsonderdaan", "verblijf als gemeenschapsonderdaan"
    TIJDELIJKE_BESCHERMING = "tijdelijke_bescherming", "tijdelijke bescherming"


class Verblijfsdoel(Begrip):
    """The restriction of a regular permit; which of them are temporary is a dated parameter (Bi 2.2)."""

    GEZIN = "gezin", "verblijf als familie- of gezinslid"
    GEZIN_BIJ_TIJDELIJK_VERBLIJVENDE = (
        "gezin_bij_tijdelijk_verblijvende",
        "familie- of gezinslid van iemand die hier tijdelijk is",
    )
    GEESTELIJKE_BEDIENAAR = "geestelijke_bedienaar", "arbeid als geestelijke bedienaar"
    NIET_TIJDELIJKE_HUMANITAIRE_GRONDEN = (
        "niet_tijdelijke_humanitaire_gronden",
        "niet-tijdelijke humanitaire gronden",
    )
    VERMOGENDE_VREEMDELING = "vermogende_vreemdeling"
    ARBEID_ALS_ZELFSTANDIGE = "arbeid_als_zelfstandige"
    KENNISMIGRANT = "kennismigrant", "arbeid als kennismigrant"
    EUROPESE_BLAUWE_KAART = "europese_blauwe_kaart", "Europese blauwe kaart"
    SEIZOENARBEID = "seizoenarbeid"
    OVERPLAATSING_BINNEN_ONDERNEMING = (
        "overplaatsing_binnen_onderneming",
        "overplaatsing binnen een onderneming",
    )
    ARBEID_IN_LOONDIENST = "arbeid_in_loondienst"
    GRENSOVERSCHRIJDENDE_DIENSTVERLENING = "grensoverschrijdende_dienstverlening"
    ONDERZOEK = "onderzoek"
    LEREND_WERKEN = "lerend_werken"
    NIET_GEPRIVILEGIEERD_MILITAIR = (
        "niet_geprivilegieerd_militair",
        "niet-geprivilegieerd militair of burgerpersoneel",
    )
    STUDIE = "studie"
    ZOEKJAAR = "zoekjaar", "het zoeken en verrichten van arbeid"
    UITWISSELING = "uitwisseling"
    MEDISCHE_BEHANDELING = "medische_behandeling"
    TIJDELIJKE_HUMANITAIRE_GRONDEN = "tijdelijke_humanitaire_gronden"
    AFWACHTEN_RWN_17 = "afwachten_rwn_17", "het afwachten van een verzoek op grond van art. 17 RWN"


class Referent(Begrip):
    """The person with whom a family member stays, by that person's status (Wi 13 lid 1 b)."""

    NEDERLANDER = "nederlander", "Nederlander"
    ASIEL_BEPAALDE_TIJD = "asiel_bepaalde_tijd", "houder van een verblijfsvergunning asiel voor bepaalde tijd"
    ASIEL_ONBEPAALDE_TIJD = (
        "asiel_onbepaalde_tijd",
        "houder van een verblijfsvergunning asiel voor onbepaalde tijd",
    )
    EU_LANGDURIG_INGEZETENE_INTERNATIONALE_BESCHERMING = (
        "eu_langdurig_ingezetene_internationale_bescherming",
        "EU-langdurig ingezetene met de aantekening internationale bescherming",
    )
    REGULIER = "regulier", "houder van een reguliere verblijfsvergunning"
    OVERIG = "overig", "iemand anders"


class Leerroute(Begrip):
    """The three routes (Wi 7, 8 and 9)."""

    B1_ROUTE = "B1-route"
    ONDERWIJSROUTE = "onderwijsroute"
    Z_ROUTE = "Z-route"


class Niveau(Begrip):
    """A level of the common European framework for languages."""

    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
