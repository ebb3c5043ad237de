"""The closed lists of values in DUO's messages, with their meaning where a value is a code."""

from enum import StrEnum


class Doelgroepindeling(StrEnum):
    """The two groups of the Act."""

    ASIELSTATUSHOUDER = "Asielstatushouder"
    GEZINSMIGRANT_EN_OVERIGE_MIGRANT = "Gezinsmigrant en overige migrant"


class GedetailleerdeDoelgroep(StrEnum):
    """The seven groups that DUO keeps."""

    ASIELSTATUSHOUDER = "Asielstatushouder"
    GEESTELIJK_BEDIENAAR = "Geestelijk bedienaar"
    GEZINSHERENIGER = "Gezinshereniger"
    GEZINSHERENIGER_MET_ASIELSTATUSHOUDER = "Gezinshereniger met Asielstatushouder"
    GEZINSVORMER = "Gezinsvormer"
    GEZINSVORMER_MET_ASIELSTATUSHOUDER = "Gezinsvormer met Asielstatushouder"
    OVERIG = "Overig"


class AsielrechtenWijzigingVerblijfsdoel(StrEnum):
    """Which rights hold after a change of the purpose of residence."""

    TOEGEKEND = "Asielrechten toegekend"
    BEHOUD = "Behoud asielrechten"
    BEHOUD_GEZIN_OP_VERZOEK = "Op verzoek behoud rechten van gezins- en overige migrant"
    GEZIN_OP_VERZOEK = "Op verzoek rechten van gezins- en overige migrant toegekend"


class RedenGeenInburgeringsplicht(StrEnum):
    """Why there is no plicht, or no longer."""

    VOLLEDIGE_ONTHEFFING = "Volledige ontheffing"
    VOLLEDIGE_VRIJSTELLING = "Volledige vrijstelling"
    VOLDAAN = "Inburgeringsplicht voldaan"
    VERBLIJFSDOEL = "Verblijfsdoel gewijzigd"
    VERTREK = "Vertrek uit Nederland langer dan een jaar"
    OVERLIJDEN = "Overlijden"
    OVERIG = "Overig"
    TIJDELIJKE_VRIJSTELLING = "Tijdelijke vrijstelling"


class LeerbaarheidstoetsResultaat(StrEnum):
    """The result of the leerbaarheidstoets."""

    HAALBAAR = "B1-route haalbaar"
    NIET_HAALBAAR = "B1-route niet haalbaar"
    ONBEKEND = "Onbekend"


class Alfabetiseringsonderwijs(StrEnum):
    """A: analfabeet; AA: gealfabetiseerd in another script; NVT: not needed."""

    A = "A"
    AA = "AA"
    NVT = "NVT"


class LeerrouteCode(StrEnum):
    """B: B1-route; O: onderwijsroute; Z: Z-route."""

    B = "B"
    O = "O"  # noqa: E741  # the code of DUO
    Z = "Z"


class NiveauPip(StrEnum):
    """The level of the language parts in the PIP."""

    A2 = "A2"
    B1 = "B1"


class InburgeringJaNee(StrEnum):
    """Yes or no, where DUO writes it as a word."""

    JA = "Ja"
    NEE = "Nee"


class Examenonderdeel(StrEnum):
    """KNM, lezen, luisteren, schrijven, spreken."""

    KNM = "KNM"
    LE = "LE"
    LU = "LU"
    SC = "SC"
    SP = "SP"


class ExamenonderdeelNederlands(StrEnum):
    """The four parts of the language: lezen, luisteren, schrijven, spreken."""

    LE = "LE"
    LU = "LU"
    SC = "SC"
    SP = "SP"


class Examenniveau(StrEnum):
    """The level of an exam."""

    A2 = "A2"
    B1 = "B1"
    B2 = "B2"


class Examenresultaatcode(StrEnum):
    """Passed, failed, or no result."""

    GESLAAGD = "Geslaagd"
    GEZAKT = "Gezakt"
    GEEN = "Geen"


class RedenGeenResultaat(StrEnum):
    """Why an exam gave no result."""

    VERWIJTBAAR = "Verwijtbaar"
    NIET_VERWIJTBAAR = "Nietverwijtbaar"
    AFGEMELD = "Afgemeld"
    ABSENT = "Absent"


class AanvraagOordeel(StrEnum):
    """What DUO decided on a request."""

    TOEKENNING = "Toekenning"
    AFWIJZING = "Afwijzing"


class RedenVrijstelling(StrEnum):
    """Why there is a vrijstelling.

    AVI: aantoonbaar voldoende ingeburgerd; DIP, DOC: diploma or document; GED: in part; INB: exam under the
    Act of 2013; INS, OPL: a temporary one for an opleiding.
    """

    AVI = "AVI"
    DIP = "DIP"
    DOC = "DOC"
    GED = "GED"
    INB = "INB"
    INS = "INS"
    OPL = "OPL"


class ExamenniveauVrijstelling(StrEnum):
    """The level for which a partial vrijstelling holds."""

    A2 = "A2"
    B1 = "B1"


class Ontheffingsgrond(StrEnum):
    """BIO: bijzondere individuele omstandigheden; MED: medical (health)."""

    BIO = "BIO"
    MED = "MED"
