"""Language: what the person speaks, reads and writes, and the interpreter (Bi art. 5.2 lid 1 a)."""

from meedoen.domain.keten.models import Bron
from meedoen.law.sources import BI

from ..vraag import Sectie, Soort, Vraag, Wanneer

TAAL = Sectie(
    code="taal",
    titel="Taal en tolk",
    waarom="Wij willen weten welke talen u spreekt, leest en schrijft. Dan kiezen we les die bij u past.",
    artikel=BI.art("5.2", lid=1, onderdeel="a"),
    vragen=(
        Vraag(
            code="tolk",
            tekst="Hebt u een tolk nodig?",
            soort=Soort.KEUZE,
            keuzes=(("altijd", "Ja, altijd"), ("soms", "Soms"), ("nee", "Nee")),
        ),
        Vraag(
            code="tolk_taal",
            tekst="Welke taal moet de tolk spreken?",
            soort=Soort.TEKST,
            hint="Ook het dialect, en of de tolk een man of een vrouw moet zijn.",
            wanneer=Wanneer("tolk", "als er een tolk nodig is", een_van=("altijd", "soms")),
        ),
        Vraag(code="moedertaal", tekst="Welke taal spreekt u thuis?", soort=Soort.TEKST),
        Vraag(
            code="andere_talen",
            tekst="Welke talen spreekt u nog meer?",
            soort=Soort.TEKST,
            hint="Bijvoorbeeld: Engels goed, Turks een beetje.",
        ),
        Vraag(
            code="lezen_schrijven",
            tekst="Kunt u lezen en schrijven in uw eigen taal?",
            soort=Soort.KEUZE,
            keuzes=(("goed", "Ja, goed"), ("beetje", "Een beetje"), ("nee", "Nee")),
            hint="Wie dit niet kan, krijgt eerst alfabetisering.",
        ),
        Vraag(
            code="latijns_schrift",
            tekst="Kunt u onze letters lezen en schrijven?",
            soort=Soort.KEUZE,
            keuzes=(("goed", "Ja, goed"), ("beetje", "Een beetje"), ("nee", "Nee")),
        ),
        Vraag(
            code="niveau_nederlands",
            tekst="Hoe goed is het Nederlands nu?",
            soort=Soort.KEUZE,
            keuzes=(
                ("geen", "Nog geen Nederlands"),
                ("onder_a1", "Enkele woorden (onder A1)"),
                ("a1", "A1"),
                ("a2", "A2"),
                ("b1", "B1"),
                ("b2", "B2 of hoger"),
            ),
            bron=Bron.KLANTMANAGER,
        ),
        Vraag(
            code="niveau_bron",
            tekst="Hoe weten wij dat?",
            soort=Soort.KEUZE,
            keuzes=(
                ("gesprek", "Indruk uit het gesprek"),
                ("school", "Van school of het AZC"),
                ("diploma", "Uit een diploma of certificaat"),
            ),
            bron=Bron.KLANTMANAGER,
        ),
        Vraag(
            code="taalles_gevolgd",
            tekst="Welke Nederlandse lessen hebt u al gehad?",
            soort=Soort.LANGE_TEKST,
            hint="Ook in het AZC (voorinburgering). Schrijf op waar, hoe lang en hoeveel uur.",
        ),
    ),
)
