"""Education before the Netherlands (Wi art. 14 lid 3 b)."""

from meedoen.law.sources import WI

from ..vraag import Sectie, Soort, Vraag, Wanneer

EEN_DIPLOMA = ("basisonderwijs", "middelbaar", "beroepsopleiding", "bachelor", "master")
MET_DIPLOMA = Wanneer("hoogste_diploma", "als er een diploma is", een_van=EEN_DIPLOMA)

ONDERWIJS = Sectie(
    code="onderwijs",
    titel="Onderwijs",
    waarom="Wij willen weten wat u al hebt geleerd. Dan hoeft u niet opnieuw te beginnen.",
    artikel=WI.art("14", lid=3, onderdeel="b"),
    vragen=(
        Vraag(
            code="jaren_onderwijs",
            tekst="Hoeveel jaar hebt u onderwijs gehad?",
            soort=Soort.GETAL,
            maximum=40,
            eenheid="jaar",
            hint="Alle scholen en opleidingen bij elkaar.",
        ),
        Vraag(
            code="hoogste_diploma",
            tekst="Wat is uw hoogste diploma?",
            soort=Soort.KEUZE,
            keuzes=(
                ("geen", "Geen diploma"),
                ("basisonderwijs", "Basisonderwijs"),
                ("middelbaar", "Middelbare school"),
                ("beroepsopleiding", "Beroepsopleiding"),
                ("bachelor", "Bachelor (hbo of universiteit)"),
                ("master", "Master of hoger"),
            ),
        ),
        Vraag(
            code="diploma_land",
            tekst="In welk land haalde u dat diploma?",
            soort=Soort.TEKST,
            wanneer=MET_DIPLOMA,
        ),
        Vraag(
            code="opleiding_richting",
            tekst="Wat hebt u geleerd of gestudeerd?",
            soort=Soort.TEKST,
            hint="De naam van de opleiding en het vak.",
        ),
        Vraag(
            code="diploma_aanwezig",
            tekst="Hebt u het diploma of een kopie?",
            soort=Soort.JA_NEE,
            wanneer=MET_DIPLOMA,
        ),
        Vraag(
            code="diplomawaardering",
            tekst="Is het diploma in Nederland gewaardeerd?",
            soort=Soort.KEUZE,
            keuzes=(
                ("gewaardeerd", "Ja"),
                ("aangevraagd", "Aangevraagd"),
                ("nee", "Nog niet aangevraagd"),
                ("niet_nodig", "Niet nodig"),
            ),
            hint="Diplomawaardering zegt met welk Nederlands niveau een diploma te vergelijken is.",
            wanneer=MET_DIPLOMA,
        ),
        Vraag(
            code="opleiding_niet_af",
            tekst="Begon u aan een opleiding die u niet afmaakte? Waarom?",
            soort=Soort.LANGE_TEKST,
        ),
    ),
)
