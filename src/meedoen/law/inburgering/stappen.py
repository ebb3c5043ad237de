"""The steps of a dossier and whose turn each of them is."""

from enum import StrEnum

from .begrippen import Begrip


class WachtOp(Begrip):
    """Whose turn it is."""

    GEMEENTE = "gemeente"
    INBURGERAAR = "inburgeraar"
    DUO = "duo", "DUO"
    COA = "coa", "COA"
    DERDE = "derde", "een derde"
    NIEMAND = "niemand"


class Stap(StrEnum):
    """A next step: its code, what it is called in Dutch, and whose turn it then is."""

    label: str
    wacht_op: WachtOp

    def __new__(cls, code: str, label: str, wacht_op: WachtOp) -> "Stap":
        """Make a member of its code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.wacht_op = wacht_op
        return member

    VOLDAAN = "voldaan", "aan de inburgeringsplicht is voldaan", WachtOp.NIEMAND
    GEEINDIGD = "geeindigd", "de inburgeringsplicht is geëindigd", WachtOp.NIEMAND
    VRIJGESTELD = "vrijgesteld", "vrijgesteld of ontheven: wacht op bericht van DUO", WachtOp.DUO
    WACHT_OP_KENNISGEVING = "wacht_op_kennisgeving", "wacht op de kennisgeving van DUO", WachtOp.DUO
    OPROEPEN = "oproepen", "roep op voor de brede intake", WachtOp.GEMEENTE
    WACHT_OP_VERSCHIJNEN = "wacht_op_verschijnen", "wacht op het gesprek van de oproep", WachtOp.INBURGERAAR
    WAARSCHUWEN = "waarschuwen", "waarschuw en roep opnieuw op", WachtOp.GEMEENTE
    VOLTOOI_IN_AFWEZIGHEID = (
        "voltooi_in_afwezigheid",
        "voltooi de brede intake in afwezigheid",
        WachtOp.GEMEENTE,
    )
    LEERBAARHEIDSTOETS = "leerbaarheidstoets", "regel de leerbaarheidstoets", WachtOp.GEMEENTE
    WACHT_OP_LEERBAARHEIDSTOETS = (
        "wacht_op_leerbaarheidstoets",
        "wacht op de uitslag van de leerbaarheidstoets",
        WachtOp.DUO,
    )
    INTAKE_AFRONDEN = "intake_afronden", "rond de brede intake af", WachtOp.GEMEENTE
    WACHT_OP_DERDE = "wacht_op_derde", "wacht op informatie van een derde", WachtOp.DERDE
    WACHT_OP_HUISVESTING = "wacht_op_huisvesting", "wacht op huisvesting in de gemeente", WachtOp.COA
    PIP_OPSTELLEN = "pip_opstellen", "stel het PIP op", WachtOp.GEMEENTE
    PIP_VASTSTELLEN = "pip_vaststellen", "stel het PIP vast", WachtOp.GEMEENTE
    PIP_UITREIKEN = "pip_uitreiken", "reik het PIP uit", WachtOp.GEMEENTE
    TERMIJN_VERSTREKEN = "termijn_verstreken", "de termijn is verstreken: DUO beslist", WachtOp.DUO
    VOORTGANGSGESPREK = "voortgangsgesprek", "voer een voortgangsgesprek", WachtOp.GEMEENTE
    TERMIJN_EINDIGT_BINNEN_6_MAANDEN = (
        "termijn_eindigt_binnen_6_maanden",
        "bespreek verlenging van de termijn",
        WachtOp.INBURGERAAR,
    )
    TERMIJN_EINDIGT_BINNEN_12_MAANDEN = (
        "termijn_eindigt_binnen_12_maanden",
        "bespreek wat nog open staat voor de termijn",
        WachtOp.GEMEENTE,
    )
    PVT_AFRONDEN = "pvt_afronden", "rond het participatieverklaringstraject (PVT) af", WachtOp.GEMEENTE
    MAP_AFRONDEN = "map_afronden", "rond de module Arbeidsmarkt en Participatie (MAP) af", WachtOp.GEMEENTE
    GEGEVEN_AANVULLEN = "gegeven_aanvullen", "vul een ontbrekend gegeven aan", WachtOp.GEMEENTE
    LEERROUTE_VOLGEN = "leerroute_volgen", "de leerroute loopt", WachtOp.INBURGERAAR
