"""The words of the fines: for what, how much to blame, and what comes next (Wi 22 to 25; Bi 7.1)."""

from ..begrippen import Begrip


class Boeteartikel(Begrip):
    """The violation for which a fine can be imposed (Wi 22 to 25)."""

    INTAKE = "art22", "niet verschijnen of meewerken bij de brede intake"
    BEGELEIDING = "art23", "te weinig meewerken aan begeleiding of intensiteit"
    PVT_MAP = "art24", "PVT of MAP niet op tijd afgerond"
    LEERROUTE = "art25", "leerroute niet op tijd behaald"


class Verwijtbaarheid(Begrip):
    """How much the person can be blamed; always the judgement of who imposes the fine (Bi 7.1; Awb 5:41)."""

    GEEN = "geen", "geen verwijt"
    VERMINDERD = "verminderd", "verminderde verwijtbaarheid"
    NORMAAL = "normaal", "geen opzet of grove schuld"
    GROVE_SCHULD = "grove_schuld"
    OPZET = "opzet"


class Inzet(Begrip):
    """A column of the tables of the fine of art. 25: how much was attended or followed."""

    LAAG = "laag"
    MIDDEN = "midden"
    HOOG = "hoog"


class Intakestap(Begrip):
    """What the college does after calls for the brede intake that were missed (Wi 14 and 22)."""

    GEEN = "geen", "niets"
    WAARSCHUWING = "waarschuwing", "schriftelijke waarschuwing"
    HERHAALDE_OPROEP = "herhaalde_oproep"
    BOETE = "boete"


class Boetestap(Begrip):
    """What comes next in the making of a fine (Awb, titel 5.4)."""

    RAPPORT = "rapport", "rapport opmaken"
    ZIENSWIJZE_VRAGEN = "zienswijze_vragen"
    ZIENSWIJZE_AFWACHTEN = "zienswijze_afwachten"
    BESLUIT = "besluit", "besluit nemen over de boete"
    BEKENDMAKEN = "bekendmaken", "het boetebesluit bekendmaken"
    BEZWAARTERMIJN = "bezwaartermijn", "de bezwaartermijn afwachten"
    BEZWAAR = "bezwaar", "op het bezwaar beslissen"
    AFGEROND = "afgerond"
