"""What DUO writes when it refuses a message, in plain words: what it means, what to mend, and where.

DUO publishes its conditions, not its texts, so a row knows a text by the words it must contain. The first
row that fits counts. A text that no row knows is shown as DUO wrote it.
Source of the conditions: README of DUO's interfaces for gemeenten, June 2026 (the same as `law/keten`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .models import Bericht

Soort = Bericht.Soort
PIP = (Soort.PIP, Soort.PIP_VERWIJDEREN)
AANBOD = (Soort.AANBOD, Soort.AANBOD_VERWIJDEREN)
UREN = (Soort.UREN_TAALLES_KNM, Soort.UREN_PARTICIPATIE, Soort.UREN_TAALLES)
RESULTAAT = (Soort.MAP, Soort.PVT, Soort.ZROUTE)
CONTACT = (
    Soort.CONTACTPERSOON_MAKEN,
    Soort.CONTACTPERSOON_WIJZIGEN,
    Soort.CONTACTPERSOON_VERWIJDEREN,
    Soort.CONTACTPERSOON_KOPPELEN,
    Soort.CONTACTPERSOON_ONTKOPPELEN,
)

PAGE = {
    **dict.fromkeys(PIP, "pip"),
    **dict.fromkeys(AANBOD, "aanbod"),
    **dict.fromkeys(UREN, "uren"),
    **dict.fromkeys(RESULTAAT, "resultaten"),
    **dict.fromkeys(CONTACT, "contactpersonen"),
    Soort.LBT_OVERSLAAN: "leerbaarheidstoets",
}
"""The page where a message is mended when its text says nothing else (key of `TAAK_PAGES`)."""


@dataclass(frozen=True)
class Refusal:
    """A refusal that we know: in which messages, by which words, and what a klantmanager is told.

    Attributes:
        soorten: in which messages it occurs; empty is any.
        words: patterns that must all occur in the text of DUO, in any order and case.
        meaning: what is the matter, one Dutch sentence.
        mend: what to do about it, one Dutch sentence in the imperative.
        waar: the page where that is done; empty is the page of the message.
    """

    soorten: tuple[str, ...]
    words: tuple[str, ...]
    meaning: str
    mend: str
    waar: str = ""


KNOWN: Sequence[Refusal] = (
    # --- any message: who is asked about ---
    Refusal(
        (),
        ("valt niet onder|niet onder de wet",),
        "Voor DUO valt deze persoon niet onder de Wet inburgering 2021.",
        "Controleer het BSN en het begin van de inburgeringsplicht, en bel DUO als die kloppen.",
        "gegevens",
    ),
    Refusal(
        (),
        ("niet relevant|geen (toegang|band)",),
        "Voor DUO hoort deze persoon niet bij uw gemeente.",
        "Controleer of de persoon in uw gemeente woont of door het COA aan uw gemeente is gekoppeld.",
        "gegevens",
    ),
    # --- PIP ---
    Refusal(
        PIP,
        ("geen inburgeringsplicht",),
        "Bij DUO heeft deze persoon geen inburgeringsplicht.",
        "Controleer de kennisgeving van DUO, en bel DUO als de persoon wel inburgeringsplichtig is.",
        "gegevens",
    ),
    Refusal(
        PIP,
        ("dagtekening", "(start|begin).*plicht"),
        "De dagtekening van het PIP ligt voor het begin van de inburgeringsplicht.",
        "Kies een dagtekening op of na het begin van de inburgeringsplicht en geef het PIP opnieuw door.",
    ),
    Refusal(
        PIP,
        ("dagtekening", "eerste pip"),
        "De dagtekening ligt voor de dagtekening van het eerste PIP.",
        "Kijk wanneer het eerste PIP is vastgesteld, en geef een latere dagtekening door.",
    ),
    Refusal(
        PIP,
        ("dagtekening", "actuele pip"),
        "De dagtekening ligt voor de dagtekening van het PIP dat DUO nu heeft.",
        "Kijk welk PIP DUO heeft, en geef een latere dagtekening door.",
    ),
    Refusal(
        PIP,
        ("dagtekening", "vestiging"),
        "De dagtekening ligt voor de dag waarop de persoon zich in uw gemeente vestigde.",
        "Controleer de dag van inschrijving in de gemeente en de dagtekening van het PIP.",
    ),
    Refusal(
        PIP,
        ("a2", "onderwijsroute"),
        "In de onderwijsroute kan het niveau niet A2 zijn.",
        "Kies niveau B1 of een andere leerroute, en geef het PIP opnieuw door.",
        "leerroute",
    ),
    Refusal(
        PIP,
        ("b1", "z-route"),
        "In de Z-route kan het niveau niet B1 zijn.",
        "Laat het niveau leeg of kies een andere leerroute, en geef het PIP opnieuw door.",
        "leerroute",
    ),
    Refusal(
        PIP,
        ("a2", "b1-route"),
        "In het eerste PIP met de B1-route kan het niveau niet A2 zijn.",
        "Geef het eerste PIP door met niveau B1; verlagen naar A2 kan pas later.",
        "leerroute",
    ),
    Refusal(
        PIP,
        ("intensiteit", "verplicht|ontbreekt"),
        "DUO mist de geschatte intensiteit. Die hoort bij de B1-route van een asielstatushouder.",
        "Vul de geschatte intensiteit in, of controleer de leerroute en de doelgroep.",
        "leerroute",
    ),
    Refusal(
        PIP,
        ("intensiteit",),
        "De geschatte intensiteit hoort alleen bij de B1-route van een asielstatushouder.",
        "Haal de geschatte intensiteit weg, of controleer de leerroute en de doelgroep.",
        "leerroute",
    ),
    Refusal(
        PIP,
        ("termijn", "vastgesteld"),
        "DUO heeft de inburgeringstermijn al vastgesteld; het PIP kan dan niet meer worden verwijderd.",
        "Maak een gewijzigd PIP, of bel DUO als het PIP echt weg moet.",
    ),
    Refusal(
        PIP,
        ("cursusuren",),
        "Er staan al cursusuren bij het aanbod; het PIP kan dan niet meer worden verwijderd.",
        "Maak een gewijzigd PIP, of bel DUO als het PIP echt weg moet.",
    ),
    Refusal(
        (),
        ("(geen|niet).*pip|pip.*niet", "gemeente"),
        "Het PIP dat DUO nu heeft, is niet van uw gemeente.",
        "Stel een PIP van uw gemeente vast en geef dat eerst door.",
        "pip",
    ),
    # --- aanbod ---
    Refusal(
        AANBOD,
        ("alleen.*asiel|asiel.*alleen|gezinsmigrant",),
        "Een aanbod is er alleen voor een asielstatushouder, maar zo staat de persoon bij DUO niet.",
        "Controleer de doelgroep. Klopt die, laat het bericht dan vervallen.",
        "gegevens",
    ),
    Refusal(
        AANBOD,
        ("geen pip",),
        "DUO heeft nog geen PIP van deze persoon.",
        "Geef eerst het PIP door; het aanbod kan daarna.",
        "pip",
    ),
    Refusal(
        AANBOD,
        ("keurmerk|erken",),
        "De school heeft geen keurmerk dat bij de leerroute past.",
        "Kies een school met het keurmerk van Blik op Werk, of in de onderwijsroute een erkende "
        "taalschakelinstelling.",
    ),
    Refusal(
        AANBOD,
        ("dagtekening|actuele pip",),
        "Een datum van het aanbod ligt voor de dagtekening van het PIP dat DUO nu heeft.",
        "Kies datums op of na de dagtekening van het PIP.",
    ),
    Refusal(
        AANBOD,
        ("begint", "datum van het (inburgerings)?aanbod"),
        "De opleiding begint voor de datum van het aanbod.",
        "Controleer de datum van het aanbod en het begin van de opleiding.",
    ),
    Refusal(
        AANBOD,
        ("begin", "einde"),
        "De opleiding begint op of na haar eigen einde.",
        "Controleer begin en einde van de opleiding.",
    ),
    Refusal(
        AANBOD,
        ("buiten.*termijn|termijn",),
        "Begin of einde van de opleiding ligt buiten de inburgeringstermijn.",
        "Kijk van wanneer tot wanneer de termijn loopt, en pas begin of einde van de opleiding aan.",
    ),
    # --- PVT, MAP, Z-route ---
    Refusal(
        RESULTAAT,
        ("andere gemeente",),
        "Een andere gemeente heeft deze datum eerder doorgegeven; uw gemeente kan haar niet veranderen.",
        "Neem contact op met die gemeente of met DUO, en laat het bericht vervallen als de datum al goed is.",
    ),
    Refusal(
        RESULTAAT,
        ("voldaan",),
        "Voor DUO is de inburgeringsplicht al voldaan via de Z-route.",
        "Er hoeft niets meer te worden doorgegeven: laat het bericht vervallen.",
    ),
    Refusal(
        RESULTAAT,
        ("termijn", "niet gestart|nog niet"),
        "Bij DUO is de inburgeringstermijn nog niet begonnen.",
        "Wacht tot DUO de termijn heeft vastgesteld (SS102), en geef de datum dan opnieuw door.",
    ),
    Refusal(
        RESULTAAT,
        ("voor", "(start|begin).*termijn"),
        "De datum ligt voor het begin van de inburgeringstermijn.",
        "Controleer de datum.",
    ),
    Refusal(
        RESULTAAT,
        ("na de afronding",),
        "De datum ligt na de afronding van de Z-route.",
        "Controleer deze datum en de datum van afronding van de Z-route.",
    ),
    Refusal(
        RESULTAAT,
        ("toekomst",),
        "De datum ligt in de toekomst.",
        "Geef de datum door op of na de dag zelf.",
    ),
    Refusal(
        RESULTAAT,
        ("niet leeg|kan niet.*(ingetrokken|leeg)",),
        "De datum kan niet worden ingetrokken: de afronding van de Z-route staat al bij DUO.",
        "Trek eerst de afronding van de Z-route in.",
    ),
    Refusal(
        RESULTAAT,
        ("in te trekken",),
        "DUO heeft geen datum die kan worden ingetrokken.",
        "Er hoeft niets te worden ingetrokken: laat het bericht vervallen.",
    ),
    Refusal(
        RESULTAAT,
        ("verwijtbaar", "ontbreekt"),
        "De termijn is overschreden en er is niet gezegd of dat verwijtbaar is.",
        "Vul in of de overschrijding verwijtbaar is (Ja of Nee).",
    ),
    Refusal(
        RESULTAAT,
        ("verwijtbaar", "hoort niet"),
        "De datum ligt binnen de termijn; Verwijtbaar hoort er dan niet bij.",
        "Laat Verwijtbaar leeg.",
    ),
    Refusal(
        RESULTAAT,
        ("verwijtbaar", r"\bnee\b", "twee maanden"),
        "Verwijtbaar Nee kan pas in de laatste twee maanden van de termijn.",
        "Laat Verwijtbaar leeg, of wacht tot twee maanden voor het einde van de termijn.",
    ),
    Refusal(
        RESULTAAT,
        ("verwijtbaar", r"\bja\b"),
        "Verwijtbaar Ja kan pas als de termijn is overschreden.",
        "Laat Verwijtbaar leeg.",
    ),
    Refusal(
        (Soort.ZROUTE, *UREN),
        ("z-route", "leerroute|alleen"),
        "In het PIP dat DUO heeft, is de leerroute niet de Z-route.",
        "Controleer de leerroute in het PIP. Klopt het PIP niet, geef dan eerst een gewijzigd PIP door.",
        "pip",
    ),
    Refusal(
        (Soort.ZROUTE,),
        ("eindgesprek map",),
        "De afronding van de Z-route ligt voor het eindgesprek van de MAP.",
        "Controleer beide datums: de Z-route kan niet eerder zijn afgerond dan de MAP.",
    ),
    Refusal(
        (Soort.ZROUTE,),
        ("ondertekening pvt|participatieverklaring",),
        "De afronding van de Z-route ligt voor de ondertekening van de participatieverklaring.",
        "Controleer beide datums: de Z-route kan niet eerder zijn afgerond dan het PVT.",
    ),
    # --- hours ---
    Refusal(
        UREN,
        ("asiel",),
        "Uren participatie zijn er alleen voor een asielstatushouder, en zo staat de persoon niet bij DUO.",
        "Controleer de doelgroep. Klopt die, laat het bericht dan vervallen.",
        "gegevens",
    ),
)

SILENT = {
    Soort.UREN_TAALLES_KNM: "Controleer of de persoon bij uw gemeente hoort.",
    Soort.UREN_TAALLES: "Controleer of de persoon bij uw gemeente hoort en of DUO een PIP heeft.",
    Soort.UREN_PARTICIPATIE: "Controleer de doelgroep en of de Z-route in het PIP bij DUO staat.",
    Soort.CONTACTPERSOON_KOPPELEN: "Controleer of de persoon bij uw gemeente hoort.",
    Soort.CONTACTPERSOON_ONTKOPPELEN: "Controleer of de persoon bij uw gemeente hoort.",
    Soort.LBT_OVERSLAAN: "Controleer of de persoon bij DUO voor de leerbaarheidstoets is aangemeld.",
}
"""What to look at first when DUO refuses without a text; for some messages it never gives one."""


@dataclass(frozen=True)
class Explained:
    """A refusal in plain words. `known` is False when DUO's own text is shown."""

    meaning: str
    mend: str
    waar: str
    known: bool


def about_sender(texts: Sequence[str]) -> bool:
    """Return whether DUO refuses the gemeente itself (its OIN or certificate), and not the message."""
    return any(re.search(r"\b(oin|certificaat)\b", text, re.IGNORECASE) for text in texts)


def explain(soort: str, text: str) -> Explained:
    """Return what a text of DUO means for a message, what to mend and where.

    Args:
        soort: a value of `Bericht.Soort`.
        text: the fouttekst, or empty when DUO gave none.
    """
    page = PAGE[Soort(soort)]
    if not text.strip():
        mend = SILENT.get(Soort(soort), "Controleer de gegevens, en bel DUO als die kloppen.")
        return Explained("DUO gaf geen reden.", mend, page, known=False)
    for row in KNOWN:
        if (not row.soorten or soort in row.soorten) and _all_in(row.words, text):
            return Explained(row.meaning, row.mend, row.waar or page, known=True)
    mend = "Controleer wat u hebt doorgegeven, verbeter het en geef het opnieuw door."
    return Explained(f"DUO schrijft: “{text.strip()}”", mend, page, known=False)


def explain_all(soort: str, texts: Sequence[str]) -> list[Explained]:
    """Return what each text means, each meaning once; without texts what there is to say then."""
    found: dict[str, Explained] = {}
    for text in texts or [""]:
        explained = explain(soort, text)
        found.setdefault(explained.meaning, explained)
    return list(found.values())


def _all_in(words: Sequence[str], text: str) -> bool:
    return all(re.search(word, text, re.IGNORECASE) for word in words)
