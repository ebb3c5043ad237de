"""Daily life: when and where, self-reliance, housing and money (Wi art. 14 lid 3 c; Bi art. 5.2 lid 1 c)."""

from meedoen.domain.keten.models import Bron
from meedoen.law.sources import BI, WI

from ..vraag import Sectie, Soort, Vraag

BESCHIKBAAR = Sectie(
    code="beschikbaar",
    titel="Wanneer en waar",
    waarom="Wij zoeken lessen op tijden en plaatsen waar u ook echt kunt zijn.",
    artikel=WI.art("15", lid=1),
    vragen=(
        Vraag(
            code="dagdelen",
            tekst="Wanneer kunt u naar les of werk?",
            soort=Soort.DAGDELEN,
            hint="Kruis aan wanneer het kan.",
        ),
        Vraag(
            code="uren_per_week",
            tekst="Hoeveel uur per week kunt u leren en meedoen?",
            soort=Soort.GETAL,
            maximum=60,
            eenheid="uur per week",
        ),
        Vraag(code="vanaf_on", tekst="Vanaf welke dag kunt u beginnen?", soort=Soort.DATUM),
        Vraag(
            code="vervoer",
            tekst="Hoe kunt u reizen?",
            soort=Soort.MEERKEUZE,
            keuzes=(
                ("lopen", "Lopen"),
                ("fiets", "Fiets"),
                ("ov", "Bus of trein"),
                ("auto", "Auto"),
                ("brommer", "Scooter of brommer"),
                ("hulp", "Alleen met hulp"),
            ),
        ),
        Vraag(
            code="reistijd",
            tekst="Hoe lang kunt u reizen, één kant op?",
            soort=Soort.KEUZE,
            keuzes=(
                ("15", "Tot een kwartier"),
                ("30", "Tot een half uur"),
                ("45", "Tot drie kwartier"),
                ("60", "Tot een uur"),
                ("langer", "Langer dan een uur"),
            ),
        ),
        Vraag(code="online_les", tekst="Kunt u thuis online les volgen?", soort=Soort.JA_NEE),
    ),
)

ZELFREDZAAM = Sectie(
    code="zelfredzaamheid",
    titel="Zelfredzaamheid en netwerk",
    waarom="Wij willen weten wat u zelf regelt, en waarbij u hulp wilt.",
    artikel=BI.art("5.2", lid=1, onderdeel="c"),
    vragen=(
        Vraag(
            code="zelfredzaamheid",
            tekst="Hoe zelfredzaam is iemand in Nederland?",
            soort=Soort.KEUZE,
            keuzes=(
                ("zelf", "Regelt de meeste dingen zelf"),
                ("soms_hulp", "Heeft soms hulp nodig"),
                ("veel_hulp", "Heeft bij veel dingen hulp nodig"),
            ),
            hint="Zoals brieven, afspraken, de huisarts en school van de kinderen.",
            bron=Bron.KLANTMANAGER,
        ),
        Vraag(
            code="zelfredzaamheid_toelichting",
            tekst="Waarbij is hulp nodig?",
            soort=Soort.LANGE_TEKST,
            bron=Bron.KLANTMANAGER,
        ),
        Vraag(
            code="digitaal",
            tekst="Kunt u met een telefoon of computer dingen regelen?",
            soort=Soort.KEUZE,
            keuzes=(("goed", "Ja, goed"), ("beetje", "Een beetje"), ("nee", "Nee")),
            hint="Zoals mailen, een formulier invullen of een reis plannen.",
        ),
        Vraag(
            code="apparaten",
            tekst="Wat hebt u thuis?",
            soort=Soort.MEERKEUZE,
            keuzes=(
                ("smartphone", "Smartphone"),
                ("computer", "Computer, laptop of tablet"),
                ("internet", "Internet"),
                ("rustige_plek", "Een rustige plek om te leren"),
            ),
        ),
        Vraag(
            code="digid",
            tekst="Hebt u DigiD?",
            soort=Soort.KEUZE,
            keuzes=(("ja", "Ja"), ("aangevraagd", "Aangevraagd"), ("nee", "Nee")),
        ),
        Vraag(
            code="netwerk",
            tekst="Wie kent u in Nederland, en wie helpt u?",
            soort=Soort.LANGE_TEKST,
            hint="Familie, buren, een taalmaatje, een vereniging. Namen zijn niet nodig.",
        ),
    ),
)

WONEN = Sectie(
    code="wonen",
    titel="Wonen, geld en omstandigheden",
    waarom="Zorgen over huis of geld maken leren moeilijk. Wij kunnen soms helpen.",
    artikel=WI.art("14", lid=3, onderdeel="c"),
    vragen=(
        Vraag(
            code="woonsituatie",
            tekst="Hoe woont u nu?",
            soort=Soort.KEUZE,
            keuzes=(
                ("azc", "In een AZC"),
                ("tijdelijk", "In een tijdelijke woning"),
                ("huur", "In een huurwoning"),
                ("eigen", "In een eigen woning"),
                ("familie", "Bij familie of vrienden"),
                ("anders", "Anders"),
            ),
        ),
        Vraag(
            code="inkomen",
            tekst="Waarvan leeft u nu?",
            soort=Soort.KEUZE,
            keuzes=(
                ("bijstand", "Bijstand"),
                ("werk", "Loon of eigen bedrijf"),
                ("partner", "Inkomen van de partner"),
                ("coa", "Leefgeld van COA"),
                ("geen", "Geen inkomen"),
            ),
        ),
        Vraag(
            code="schulden",
            tekst="Hebt u schulden of zorgen over geld?",
            soort=Soort.KEUZE,
            keuzes=(
                ("nee", "Nee"),
                ("met_hulp", "Ja, en ik krijg daar hulp bij"),
                ("zonder_hulp", "Ja, en ik krijg nog geen hulp"),
                ("zegt_niet", "Wil dit niet zeggen"),
            ),
        ),
        Vraag(code="bankrekening", tekst="Hebt u een eigen bankrekening?", soort=Soort.JA_NEE),
        Vraag(
            code="omstandigheden",
            tekst="Wat moeten wij nog weten over uw situatie?",
            soort=Soort.LANGE_TEKST,
            hint="Schrijf hier niets over gezondheid. Daarvoor is een eigen pagina.",
        ),
        Vraag(
            code="opmerking",
            tekst="Andere opmerkingen",
            soort=Soort.LANGE_TEKST,
            hint="Ook wat in het aangeleverde bestand stond.",
        ),
    ),
)
