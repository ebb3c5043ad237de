"""The table of fields that are compared: where DUO has it, where we have it, how we take it over.

Values are compared as plain texts: a date as ISO text, a choice by its code, hours as a number. Empty
text is "not known".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.kernel.dutch import in_dutch

from ..models import GevolgdeUren, Resultaat
from .bekend import Ours, of_dossier, our_pip, our_resultaat, our_uitslag, our_uren
from .van_duo import (
    DOELGROEPEN,
    LEERROUTES,
    Theirs,
    extended,
    fact,
    first_pip,
    niveau,
    pip,
    plicht_end,
    uitslag,
    uren,
    voldaan,
)


@dataclass(frozen=True)
class Veld:
    """One field.

    Attributes:
        label: how people call it.
        interface: under which DUO's answer is kept.
        theirs: what DUO said; "" when DUO said that there is none, None when nothing was told.
        ours: what we know, and since which day (None: look in the history of `history`).
        history: field of the dossier that holds it; taking over writes it there.
        else_do: what to do when DUO is wrong, or when it cannot be taken over by itself.
    """

    code: str
    label: str
    interface: str
    theirs: Theirs
    ours: Ours
    show: Callable[[str], str]
    history: str = ""
    takes: bool = False
    else_do: str = ""


def _day(text: str) -> str:
    return in_dutch(date.fromisoformat(text))


def _hours(text: str) -> str:
    return f"{text} uur"


def _named(codes: Mapping[str, str]) -> Callable[[str], str]:
    return lambda text: codes.get(text, text)


_ASK_DUO = "Klopt wat DUO heeft niet? Bel of mail DUO; DUO past het aan."
_NEW_PIP = "Geef het PIP opnieuw door aan DUO, of maak een nieuwe versie van het PIP."
_SEND_AGAIN = "Geef het gegeven opnieuw door op de pagina Voortgang."

VELDEN: Mapping[str, Veld] = {
    veld.code: veld
    for veld in (
        Veld(
            "kennisgeving",
            "Kennisgeving van DUO",
            "inburgeringsplicht",
            fact("inburgeringsplicht", "datumKennisgevingInburgeringsplicht"),
            of_dossier("kennisgeving_on"),
            _day,
            "kennisgeving_on",
            takes=True,
            else_do=_ASK_DUO,
        ),
        Veld(
            "plicht_einde",
            "Laatste dag van de inburgeringsplicht",
            "inburgeringsplicht",
            plicht_end,
            of_dossier("plicht_einde_on"),
            _day,
            "plicht_einde_on",
            takes=True,
            else_do=_ASK_DUO,
        ),
        Veld(
            "voldaan",
            "Inburgeringsplicht voldaan",
            "inburgeringsplicht",
            voldaan,
            of_dossier("voldaan_on"),
            _day,
            "voldaan_on",
            takes=True,
            else_do=_ASK_DUO,
        ),
        Veld(
            "doelgroep",
            "Doelgroep",
            "doelgroep",
            fact("doelgroep", "indeling", DOELGROEPEN),
            of_dossier("doelgroep"),
            _named({member.value: member.label for member in Doelgroep}),
            "doelgroep",
            takes=True,
            else_do=_ASK_DUO,
        ),
        Veld(
            "eerste_pip",
            "Dagtekening van het eerste PIP",
            "inburgeringstermijn",
            first_pip,
            of_dossier("eerste_pip_on"),
            _day,
            "eerste_pip_on",
            else_do="De termijn begint de dag na het eerste PIP. Kijk na welk PIP het eerste was, ook van "
            "een andere gemeente, en vul dat in bij Gegevens.",
        ),
        Veld(
            "verlenging",
            "Inburgeringstermijn verlengd tot en met",
            "inburgeringstermijn",
            extended,
            of_dossier("verlengd_tot_en_met_on"),
            _day,
            "verlengd_tot_en_met_on",
            takes=True,
            else_do=_ASK_DUO,
        ),
        Veld(
            "pip_dagtekening",
            "Dagtekening van het PIP dat nu geldt",
            "pip",
            pip("dagtekeningPip"),
            our_pip("dagtekening_on"),
            _day,
            else_do=_NEW_PIP,
        ),
        Veld(
            "leerroute",
            "Leerroute in het PIP",
            "pip",
            pip("leerroute", LEERROUTES),
            our_pip("leerroute"),
            _named({member.value: member.label for member in Leerroute}),
            else_do=_NEW_PIP,
        ),
        Veld("niveau", "Taalniveau in het PIP", "pip", niveau, our_pip("niveau"), str, else_do=_NEW_PIP),
        *(
            Veld(
                soort.value,
                f"Uren: {soort.label}",
                "uren",
                uren(soort),
                our_uren(soort),
                _hours,
                takes=True,
                else_do=_SEND_AGAIN,
            )
            for soort in GevolgdeUren.Soort
        ),
        Veld(
            "pvt",
            "Participatieverklaring ondertekend op",
            "pvt",
            fact("pvt", "datumOndertekeningPvt"),
            our_resultaat(Resultaat.Onderdeel.PVT),
            _day,
            takes=True,
            else_do=_SEND_AGAIN,
        ),
        Veld(
            "map",
            "Eindgesprek MAP op",
            "map",
            fact("map", "datumEindgesprekMap"),
            our_resultaat(Resultaat.Onderdeel.MAP),
            _day,
            takes=True,
            else_do=_SEND_AGAIN,
        ),
        Veld(
            "lbt",
            "Uitslag van de leerbaarheidstoets",
            "lbt",
            uitslag,
            our_uitslag,
            _named(dict(Leerbaarheidstoets.Resultaat.choices)),
            else_do="Neem de uitslag over op de pagina Leerbaarheidstoets.",
        ),
    )
}
"""Every field that is compared, by its code, in the order of the page."""
