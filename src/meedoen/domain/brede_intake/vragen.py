"""The questions of the brede intake: all that the law asks, and what a plan that fits needs to know.

The order of the sections is that of a conversation. Which answers together cover a part
that the law asks stands in `ONDERDELEN`.
"""

from meedoen.domain.keten.models import Bron
from meedoen.law.sources import BI, WI

from .vraag import Groep, Sectie, Soort, Vraag, Wanneer

EEN_DIPLOMA = ("basisonderwijs", "middelbaar", "beroepsopleiding", "bachelor", "master")
MET_DIPLOMA = Wanneer("hoogste_diploma", "als er een diploma is", een_van=EEN_DIPLOMA)
MET_KIND_VOOR_VVE = Wanneer("kind_voor_vve", "als er een kind is voor wie VVE mogelijk is", een_van=(True,))

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

WERK = Sectie(
    code="werk",
    titel="Werk",
    waarom="Wij willen weten welk werk u hebt gedaan en wat u goed kunt.",
    artikel=WI.art("14", lid=3, onderdeel="b"),
    vragen=(
        Vraag(
            code="werkervaring_jaren",
            tekst="Hoeveel jaar hebt u gewerkt?",
            soort=Soort.GETAL,
            maximum=70,
            eenheid="jaar",
            hint="Ook werk zonder loon, zoals in een winkel of boerderij van de familie.",
        ),
        Vraag(code="beroep", tekst="Wat is uw beroep?", soort=Soort.TEKST),
        Vraag(
            code="werk_herkomst",
            tekst="Welk werk deed u voordat u naar Nederland kwam?",
            soort=Soort.LANGE_TEKST,
            hint="Waar, hoe lang, en wat deed u op een gewone dag?",
        ),
        Vraag(
            code="werk_nu",
            tekst="Werkt u nu in Nederland?",
            soort=Soort.KEUZE,
            keuzes=(
                ("betaald", "Ja, betaald werk"),
                ("eigen_bedrijf", "Ja, een eigen bedrijf"),
                ("vrijwillig", "Ja, vrijwilligerswerk"),
                ("nee", "Nee"),
            ),
        ),
        Vraag(
            code="werk_nu_uren",
            tekst="Hoeveel uur per week werkt u?",
            soort=Soort.GETAL,
            maximum=80,
            eenheid="uur per week",
            wanneer=Wanneer(
                "werk_nu", "als iemand nu werkt", een_van=("betaald", "eigen_bedrijf", "vrijwillig")
            ),
        ),
        Vraag(
            code="vaardigheden",
            tekst="Wat kunt u goed?",
            soort=Soort.LANGE_TEKST,
            hint="Ook wat u thuis, in de buurt of voor familie deed.",
        ),
        Vraag(
            code="rijbewijs",
            tekst="Hebt u een rijbewijs?",
            soort=Soort.KEUZE,
            keuzes=(
                ("nederlands", "Ja, een Nederlands rijbewijs"),
                ("buitenlands", "Ja, uit een ander land"),
                ("nee", "Nee"),
            ),
        ),
        Vraag(code="cv", tekst="Hebt u een cv?", soort=Soort.JA_NEE),
    ),
)

WENSEN = Sectie(
    code="wensen",
    titel="Wensen en mogelijkheden",
    waarom="Wij maken het plan samen. Daarom willen wij weten wat u zelf wilt en wat er kan.",
    artikel=BI.art("5.2", lid=1, onderdeel="b"),
    vragen=(
        Vraag(
            code="werkwens",
            tekst="Welk werk wilt u in Nederland doen?",
            soort=Soort.LANGE_TEKST,
            hint="Schrijf het op zoals de inburgeraar het zegt.",
        ),
        Vraag(
            code="opleidingswens",
            tekst="Wilt u een beroepsopleiding of een studie volgen?",
            soort=Soort.JA_NEE,
            artikel=WI.art("8", lid=1),
        ),
        Vraag(
            code="opleidingswens_welke",
            tekst="Welke opleiding of studie?",
            soort=Soort.TEKST,
            wanneer=Wanneer("opleidingswens", "als iemand wil leren of studeren", een_van=(True,)),
        ),
        Vraag(
            code="eerste_doel",
            tekst="Wat wilt u over een jaar bereikt hebben?",
            soort=Soort.LANGE_TEKST,
        ),
        Vraag(
            code="mogelijkheden_werk",
            tekst="Welke mogelijkheden ziet u voor werk of ander meedoen?",
            soort=Soort.LANGE_TEKST,
            hint="Het oordeel van de klantmanager: wat kan nu al, wat later, en welke hulp is nodig?",
            bron=Bron.KLANTMANAGER,
        ),
        Vraag(
            code="belemmeringen_werk",
            tekst="Wat maakt werken of leren moeilijk?",
            soort=Soort.LANGE_TEKST,
            hint="Schrijf hier niets over gezondheid. Daarvoor is een eigen pagina.",
        ),
    ),
)

GEZIN = Sectie(
    code="gezin",
    titel="Gezin, kinderen en opvang",
    waarom="Wie voor kinderen zorgt, heeft opvang nodig om naar les of werk te gaan.",
    artikel=WI.art("14", lid=3, onderdeel="c"),
    vragen=(
        Vraag(
            code="gezinssituatie",
            tekst="Met wie woont u?",
            soort=Soort.KEUZE,
            keuzes=(
                ("alleen", "Alleen"),
                ("partner", "Met een partner"),
                ("partner_kinderen", "Met een partner en kinderen"),
                ("alleen_kinderen", "Met kinderen, zonder partner"),
                ("familie", "Met andere familie"),
                ("anders", "Anders"),
            ),
        ),
        Vraag(
            code="gezinshereniging",
            tekst="Komen er nog familieleden naar Nederland?",
            soort=Soort.TEKST,
            hint="Wie, en ongeveer wanneer?",
        ),
        Vraag(
            code="kinderen_0_3",
            tekst="Hoeveel kinderen van 0 tot en met 3 jaar hebt u?",
            soort=Soort.GETAL,
            maximum=15,
        ),
        Vraag(
            code="kinderen_4_12",
            tekst="Hoeveel kinderen van 4 tot en met 12 jaar hebt u?",
            soort=Soort.GETAL,
            maximum=15,
        ),
        Vraag(
            code="kind_voor_vve",
            tekst="Is er een kind voor wie voor- of vroegschoolse educatie (VVE) mogelijk is?",
            soort=Soort.JA_NEE,
            hint="VVE helpt jonge kinderen met taal, op de peuteropvang of in groep 1 en 2.",
            bron=Bron.KLANTMANAGER,
            artikel=WI.art("14", lid=3, onderdeel="d"),
        ),
        Vraag(
            code="vve",
            tekst="Wat is besproken over VVE?",
            soort=Soort.LANGE_TEKST,
            hint="Welke opvang of school, hoeveel dagdelen, wie meldt aan?",
            wanneer=MET_KIND_VOOR_VVE,
            bron=Bron.KLANTMANAGER,
            artikel=WI.art("14", lid=3, onderdeel="d"),
        ),
        Vraag(
            code="kinderopvang",
            tekst="Hebt u kinderopvang nodig om naar les of werk te gaan?",
            soort=Soort.KEUZE,
            keuzes=(
                ("nee", "Nee"),
                ("geregeld", "Ja, en die is geregeld"),
                ("wachtlijst", "Ja, ik sta op een wachtlijst"),
                ("nodig", "Ja, nog niet geregeld"),
            ),
        ),
        Vraag(
            code="kinderopvang_toelichting",
            tekst="Welke opvang, en op welke dagen?",
            soort=Soort.TEKST,
            wanneer=Wanneer(
                "kinderopvang", "als er opvang nodig is", een_van=("geregeld", "wachtlijst", "nodig")
            ),
        ),
        Vraag(
            code="zorg_voor_ander",
            tekst="Zorgt u voor iemand anders? Hoeveel tijd kost dat?",
            soort=Soort.TEKST,
            hint="Schrijf niet op wat die ander mankeert.",
        ),
    ),
)

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

SECTIES: tuple[Sectie, ...] = (
    TAAL,
    ONDERWIJS,
    WERK,
    WENSEN,
    GEZIN,
    BESCHIKBAAR,
    ZELFREDZAAM,
    WONEN,
)

GEZONDHEID = Sectie(
    code="gezondheid",
    titel="Gezondheid",
    waarom="U hoeft niets te vertellen. Wij vragen alleen wat nodig is om een plan te maken dat u aankunt.",
    artikel=WI.art("14", lid=3, onderdeel="c"),
    vragen=(
        Vraag(
            code="gevolgen",
            tekst="Waarmee moet het plan rekening houden?",
            soort=Soort.LANGE_TEKST,
            hint="Schrijf gevolgen op, geen ziekten. Bijvoorbeeld: kan niet langer dan een half uur zitten.",
            groep=Groep.GEZONDHEID,
        ),
        Vraag(
            code="lichamelijk",
            tekst="Lichamelijke gezondheid",
            soort=Soort.LANGE_TEKST,
            hint="Alleen wat nodig is voor de leerroute of het plan.",
            groep=Groep.GEZONDHEID,
        ),
        Vraag(
            code="psychisch",
            tekst="Psychische gezondheid",
            soort=Soort.LANGE_TEKST,
            hint="Alleen wat nodig is voor de leerroute of het plan.",
            groep=Groep.GEZONDHEID,
        ),
    ),
)
"""Not among `SECTIES`: its answers are sealed in the model `Gezondheid`, never in `Intakegegeven`."""

VRAGEN: dict[str, Vraag] = {vraag.code: vraag for sectie in SECTIES for vraag in sectie.vragen}
"""Every ordinary question by its code."""

SECTIE_OF: dict[str, Sectie] = {vraag.code: sectie for sectie in SECTIES for vraag in sectie.vragen}
"""The section of every ordinary question."""

ONDERDELEN: dict[str, tuple[tuple[str, ...], ...]] = {
    "onderwijs_en_werk": (
        ("jaren_onderwijs", "hoogste_diploma"),
        ("werkervaring_jaren", "beroep", "werk_herkomst"),
    ),
    "persoonlijke_omstandigheden": (("gezinssituatie",), ("woonsituatie",)),
    "vve_verkend": (("vve",),),
    "taalniveau": (("niveau_nederlands",), ("lezen_schrijven",)),
    "arbeidsparticipatie": (("mogelijkheden_werk",), ("werkwens", "opleidingswens")),
    "zelfredzaamheid": (("zelfredzaamheid",),),
}
"""What covers a part of the law (a fact of `IntakeFacts`): of each group at least one question was discussed.

A choice of this software: the law names the subjects, not the questions. Health, which
belongs to the personal circumstances, is counted from the day on which it was talked over.
"""


def sectie(code: str) -> Sectie | None:
    """Return an ordinary section by its code; None when there is none."""
    return next((one for one in SECTIES if one.code == code), None)
