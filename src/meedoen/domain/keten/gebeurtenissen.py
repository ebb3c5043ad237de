"""Every event of DUO and its consequence: the one table that the inbox, the worklist and the docs use.

Codes and meanings: DUO, overview of events of the interface for gemeenten, June 2026. Whether Meedoen derives
an attention signal itself: `law/questions/keten.py`. What happens when two events come in another order than
DUO registered them, follows from `achterhaald_door`, never from the order in which they came.
"""

from collections.abc import Iterable

from meedoen.domain.regio.models import Rol
from meedoen.law.questions.keten import SIGNALEN

from .aanleiding import AANBOD_LAATSTE_DAG, PIP_LAATSTE_DAG, PIP_NA_START, days
from .betekenis import Betekenis, Opdracht

PLICHT = ("inburgeringsplicht", "doelgroep")
TERMIJN = ("inburgeringstermijn", "inburgeringstermijn-historie")
WHOLE = (
    *("inburgeringsplicht", "doelgroep", "inburgeringstermijn", "pip-raadplegen", "uren-raadplegen"),
    *("map-raadplegen", "pvt-raadplegen", "lbt-resultaten", "examenresultaten"),
)

BEGIN = frozenset({"SS101", "SS128", "SS139", "SS129", "SS130"})
"""The plicht begins, or goes on."""
EINDE = frozenset({"SS106", "SS107", "SS108", "SS109", "SS110", "SS111"})
"""The plicht ends, or is suspended."""
KOMST, VERTREK = frozenset({"SS120", "SS121"}), frozenset({"SS122", "SS123"})
BESLIST = frozenset({"SS103", "SS104", "SS113"})
"""The term was extended, or the request was refused."""

OWN = "Wet en DUO noemen geen dag; deze termijn is een keuze van Meedoen."
FIRST_TERM = (
    "Bij een verhuizing zonder PIP loopt de eerste termijn door; de wet noemt dit geval niet. De dag voor de "
    "overdracht is een keuze van Meedoen."
)
STARTED = "Ontbreekt een datum, dan tellen de tien weken vanaf de dag waarop DUO zei dat ze lopen."
SENT = "Meedoen neemt aan dat DUO het besluit verstuurde op de dag van de gebeurtenis."
BEZWAAR = (
    "Bezwaar maakt de inburgeraar zelf, bij DUO. Dat kan tot en met {bezwaar}, als DUO het besluit "
    "verstuurde op de dag van deze gebeurtenis."
)


def _refused(code: str, what: str, haal: tuple[str, ...]) -> Betekenis:
    """DUO refused a request: the person can make bezwaar, the klantmanager tells her so."""
    return Betekenis(
        code,
        f"DUO heeft {what} afgewezen",
        haal,
        Opdracht(
            f"Bespreek dat DUO {what} heeft afgewezen",
            f"Leg de afwijzing uit en kijk of het plan moet veranderen. {BEZWAAR}",
            days(14),
            reading=f"{OWN} {SENT}",
        ),
    )


def _granted(code: str, what: str, haal: tuple[str, ...]) -> Betekenis:
    """DUO granted part of a request: the plan may ask less."""
    return Betekenis(
        code,
        f"DUO heeft {what} toegekend",
        haal,
        Opdracht(
            "Kijk of het PIP moet veranderen door een besluit van DUO",
            f"DUO heeft {what} toegekend. Bespreek met de inburgeraar wat nog overblijft en pas zo nodig "
            f"het PIP aan. {BEZWAAR}",
            days(28),
            "pip",
            reading=f"{OWN} {SENT}",
        ),
    )


def _ended(
    code: str, zin: str, haal: tuple[str, ...], titel: str, uitleg: str, within: int = 14
) -> Betekenis:
    """The plicht ended: the dossier is checked and closed."""
    task = Opdracht(titel, uitleg, days(within), "einde", reading=OWN)
    return Betekenis(code, zin, ("inburgeringsplicht", *haal), task, achterhaald_door=BEGIN, plicht=False)


def _signal(
    code: str, zin: str, haal: tuple[str, ...], task: Opdracht, done: Iterable[str] = ()
) -> Betekenis:
    """An attention signal: DUO shows it in the portal, and will send it later."""
    return Betekenis(code, zin, haal, task, achterhaald_door=frozenset(done), seint_zelf=False)


TABLE: tuple[Betekenis, ...] = (
    # --- the plicht begins -----------------------------------------------------------------------------
    Betekenis(
        "SS101",
        "Iemand in uw gemeente is inburgeringsplichtig",
        PLICHT,
        Opdracht(
            "Nodig de inburgeraar uit voor de brede intake",
            "DUO zegt dat deze persoon inburgeringsplichtig is. Controleer de gegevens in het dossier en "
            "begin met de brede intake. De laatste dag voor het PIP: {pip}.",
            PIP_LAATSTE_DAG,
            "intake",
        ),
        achterhaald_door=EINDE | VERTREK | {"SS139", "SS102"},
        plicht=True,
    ),
    Betekenis(
        "SS128",
        "Iemand is inburgeringsplichtig en bereikt binnen zes maanden de AOW-leeftijd",
        PLICHT,
        Opdracht(
            "Bespreek wat inburgeren nog betekent: de AOW-leeftijd komt binnen zes maanden",
            "Op de AOW-leeftijd eindigt de plicht vanzelf. Tot die dag gelden de gewone regels. De laatste "
            "dag voor het PIP: {pip}.",
            PIP_LAATSTE_DAG,
            "intake",
        ),
        achterhaald_door=EINDE | VERTREK,
        plicht=True,
    ),
    Betekenis(
        "SS139",
        "Iemand is inburgeringsplichtig en de tien weken voor het PIP lopen",
        PLICHT,
        Opdracht(
            "Rond de brede intake af en stel het PIP vast",
            "De tien weken voor het PIP lopen. Dit bericht komt ook als iemand een COA-locatie verlaat.",
            PIP_NA_START,
            "intake",
            reading=STARTED,
        ),
        achterhaald_door=EINDE | VERTREK | {"SS102"},
        plicht=True,
    ),
    Betekenis(
        "SS129",
        "De tijdelijke vrijstelling is ingetrokken en er is nog geen leerroute",
        (*PLICHT, "vrijstellingen"),
        Opdracht(
            "Nodig de inburgeraar uit: de tijdelijke vrijstelling is voorbij",
            "De plicht gaat nu in en er is nog geen leerroute. Begin met de brede intake en maak het PIP.",
            days(14),
            "intake",
            reading=OWN,
        ),
        achterhaald_door=EINDE | VERTREK | {"SS102"},
        plicht=True,
    ),
    Betekenis(
        "SS130",
        "De tijdelijke vrijstelling is ingetrokken en de leerroute gaat weer verder",
        (*PLICHT, "vrijstellingen", "inburgeringstermijn", "pip-raadplegen"),
        Opdracht(
            "Pak de leerroute weer op: de tijdelijke vrijstelling is voorbij",
            "Er is een PIP van voor de vrijstelling. Bespreek of het nog past en regel dat de lessen "
            "weer beginnen.",
            days(14),
            "pip",
            reading=OWN,
        ),
        achterhaald_door=EINDE | VERTREK,
        plicht=True,
    ),
    # --- settling and leaving ---------------------------------------------------------------------------
    Betekenis(
        "SS120",
        "Een inburgeringsplichtige zonder PIP is in uw gemeente komen wonen",
        (*PLICHT, "pip-raadplegen"),
        Opdracht(
            "Vraag de vorige gemeente om een warme overdracht",
            "Er is nog geen PIP. Vraag wat al is gedaan en ga verder met de brede intake. De laatste "
            "dag voor het PIP: "
            "{pip}.",
            days(14),
            "verhuizing",
            reading=FIRST_TERM,
        ),
        achterhaald_door=EINDE | VERTREK | {"SS102"},
        plicht=True,
    ),
    Betekenis(
        "SS121",
        "Een inburgeringsplichtige met een PIP van een andere gemeente is in uw gemeente komen wonen",
        WHOLE,
        Opdracht(
            "Vraag de vorige gemeente om een warme overdracht en stel een eigen PIP vast",
            "De leerroute gaat mee. Vraag om PIP, voortgang, uren en boetes. De laatste dag voor het "
            "eigen PIP: {pip}.",
            days(14),
            "verhuizing",
            reading=OWN,
        ),
        achterhaald_door=EINDE | VERTREK,
        plicht=True,
    ),
    _signal(
        "SS122",
        "Iemand is naar een andere gemeente verhuisd",
        (),
        Opdracht(
            "Draag het dossier over aan de nieuwe gemeente",
            "Geef eerst door wat nog niet bij DUO staat: uren, PVT en MAP. Na een nieuw PIP kan uw "
            "gemeente nog een "
            "maand bij de gegevens van DUO.",
            days(14),
            "verhuizing",
            reading=OWN,
        ),
        KOMST,
    ),
    _signal(
        "SS123",
        "Iemand is uit Nederland vertrokken",
        (),
        Opdracht(
            "Geef de laatste gegevens door: de inburgeraar is uit Nederland vertrokken",
            "Geef uren, PVT en MAP door. De plicht eindigt pas als iemand langer dan een jaar weg is.",
            days(14),
            "uren",
            reading=OWN,
        ),
        KOMST | {"SS110"},
    ),
    # --- doelgroep ---------------------------------------------------------------------------------------
    Betekenis(
        "SS124",
        "De doelgroep is nu gezinsmigrant of overige migrant, en was asielstatushouder",
        ("doelgroep", "doelgroep-historie"),
        Opdracht(
            "Bespreek wat de andere doelgroep betekent",
            "Een gezinsmigrant of overige migrant krijgt geen inburgeringsaanbod en betaalt zelf. "
            "Controleer doelgroep "
            "en aanbod in het dossier.",
            days(14),
            "gegevens",
            reading=OWN,
        ),
        achterhaald_door=EINDE | {"SS125"},
    ),
    Betekenis(
        "SS125",
        "De doelgroep is nu asielstatushouder, en was gezinsmigrant of overige migrant",
        ("doelgroep", "doelgroep-historie"),
        Opdracht(
            "Bespreek wat de andere doelgroep betekent en regel een aanbod",
            "Een asielstatushouder krijgt een inburgeringsaanbod en maatschappelijke begeleiding. "
            "Controleer doelgroep "
            "en aanbod in het dossier.",
            days(14),
            "gegevens",
            reading=OWN,
        ),
        achterhaald_door=EINDE | {"SS124"},
    ),
    # --- leerbaarheidstoets ------------------------------------------------------------------------------
    Betekenis(
        "SS137",
        "Iemand is aangemeld voor de leerbaarheidstoets",
        ("lbt-examennummer",),
        Opdracht(
            "Plan de leerbaarheidstoets",
            "DUO heeft een examennummer gegeven. Maak een afspraak en noteer de dag in het dossier.",
            days(14),
            "leerbaarheidstoets",
            reading=OWN,
        ),
        achterhaald_door=EINDE | VERTREK | {"SS131"},
    ),
    Betekenis(
        "SS131",
        "De uitslag van de leerbaarheidstoets is bekend",
        ("lbt-resultaten",),
        Opdracht(
            "Bespreek de uitslag van de leerbaarheidstoets en kies de leerroute",
            "De uitslag is een advies: u kiest de leerroute, met uw afweging. De laatste dag voor het "
            "PIP: {pip}.",
            days(14),
            "leerroute",
            reading=OWN,
        ),
        achterhaald_door=EINDE | VERTREK | {"SS102"},
    ),
    # --- termijn -----------------------------------------------------------------------------------------
    Betekenis(
        "SS102",
        "De inburgeringstermijn is begonnen",
        TERMIJN,
        geen_taak="DUO bevestigt wat uit het PIP volgt. Is de termijn anders, dan staat dat bij de "
        "verschillen.",
    ),
    Betekenis(
        "SS103",
        "DUO heeft de inburgeringstermijn zelf verlengd",
        TERMIJN,
        Opdracht(
            "Bespreek de nieuwe einddatum van de inburgeringstermijn",
            "Er is meer tijd. Kijk of de planning van lessen, PVT en MAP moet veranderen.",
            days(28),
            reading=OWN,
        ),
        achterhaald_door=EINDE | {"SS104"},
    ),
    Betekenis(
        "SS104",
        "DUO heeft de inburgeringstermijn op verzoek verlengd",
        TERMIJN,
        Opdracht(
            "Bespreek de nieuwe einddatum van de inburgeringstermijn",
            "Er is meer tijd. Kijk of de planning van lessen, PVT en MAP moet veranderen.",
            days(28),
            reading=OWN,
        ),
        achterhaald_door=EINDE | {"SS103"},
    ),
    _signal(
        "SS112",
        "Iemand heeft DUO om verlenging van de inburgeringstermijn gevraagd",
        ("inburgeringstermijn", "uren-raadplegen", "pvt-raadplegen", "map-raadplegen"),
        Opdracht(
            "Geef uren, PVT en MAP door, zodat DUO over de verlenging kan beslissen",
            "DUO kijkt naar wat is gedaan en gehaald. Wat nog niet is doorgegeven, telt niet mee.",
            days(14),
            "uren",
            reading=OWN,
        ),
        EINDE | BESLIST,
    ),
    _refused("SS113", "verlenging van de inburgeringstermijn", ("inburgeringstermijn",)),
    # --- vrijstelling en ontheffing ----------------------------------------------------------------------
    _refused("SS114", "een volledige vrijstelling", ("vrijstellingen",)),
    _refused("SS115", "een tijdelijke vrijstelling", ("vrijstellingen",)),
    _refused("SS116", "een gedeeltelijke vrijstelling", ("vrijstellingen",)),
    _granted("SS117", "een gedeeltelijke vrijstelling", ("vrijstellingen",)),
    _refused("SS118", "een ontheffing", ("ontheffingen",)),
    _granted("SS119", "een gedeeltelijke ontheffing", ("ontheffingen",)),
    _signal(
        "SS140",
        "Iemand vraagt ontheffing om bijzondere individuele omstandigheden, en DUO wil uw advies",
        ("ontheffingen",),
        Opdracht(
            "Geef DUO advies over de ontheffing",
            "DUO beslist binnen acht weken en weegt het advies van de gemeente mee (Bi art. 2.8).",
            days(21),
            reading=OWN,
        ),
        EINDE | {"SS118", "SS119"},
    ),
    # --- examens -----------------------------------------------------------------------------------------
    Betekenis(
        "SS199",
        "Er is een uitslag van een examen",
        ("examenresultaten", "gratispogingen"),
        Opdracht(
            "Bekijk de uitslag van het examen en bespreek hem",
            "Kijk ook hoeveel kosteloze pogingen er nog zijn.",
            days(14),
            "resultaten",
            reading=OWN,
        ),
        achterhaald_door=EINDE,
    ),
    # --- the plicht ends ---------------------------------------------------------------------------------
    _ended(
        "SS106",
        "Iemand heeft het inburgeringsdiploma gehaald",
        ("examenresultaten",),
        "Feliciteer de inburgeraar en sluit het dossier af",
        "Aan de plicht is voldaan. Leg de dag vast en bespreek wat er nog loopt.",
    ),
    _ended(
        "SS107",
        "Iemand heeft een volledige vrijstelling",
        ("vrijstellingen",),
        "Controleer het dossier en sluit het af: er is een volledige vrijstelling",
        "De plicht is geëindigd. Leg de dag vast en stop wat nog loopt.",
    ),
    _ended(
        "SS108",
        "Iemand heeft een volledige ontheffing",
        ("ontheffingen",),
        "Controleer het dossier en sluit het af: de plicht is geëindigd",
        "DUO heeft een volledige ontheffing gegeven. Leg de dag vast en bespreek wat de inburgeraar "
        "nog wil doen.",
    ),
    _ended(
        "SS109",
        "Iemand heeft een tijdelijke vrijstelling",
        ("vrijstellingen",),
        "Zet de begeleiding stil: er is een tijdelijke vrijstelling",
        "Zolang zij duurt, is er geen plicht en komt er geen PIP. DUO laat het weten als zij eindigt.",
    ),
    _ended(
        "SS110",
        "De inburgeringsplicht is vervallen",
        (),
        "Controleer waarom de plicht is vervallen en sluit het dossier af",
        "Het kan het verblijfsrecht zijn, een jaar buiten Nederland, naturalisatie of de AOW-leeftijd.",
    ),
    _ended(
        "SS111",
        "De inburgeraar is overleden",
        (),
        "Stop alle brieven en afspraken en sluit het dossier: de inburgeraar is overleden",
        "Zeg ook afspraken bij scholen en partners af. Denk aan de leden van het huishouden.",
        within=1,
    ),
    # --- attention signals about route, contract and aanbod ------------------------------------------------
    _signal(
        "SS126",
        "De tien weken zijn voorbij en er is geen leerroute",
        ("inburgeringsplicht", "pip-raadplegen"),
        Opdracht(
            "Stel het PIP alsnog vast, of geef het door aan DUO",
            "DUO kent nog geen leerroute. Staat het PIP al vast, kijk dan of het bericht naar DUO is "
            "aangenomen.",
            PIP_NA_START,
            "pip",
            reading=STARTED,
        ),
        EINDE | VERTREK | {"SS102"},
    ),
    _signal(
        "SS127",
        "DUO heeft geen inburgeringsaanbod ontvangen",
        ("pip-raadplegen",),
        Opdracht(
            "Doe een inburgeringsaanbod, of geef het door aan DUO",
            "Een asielstatushouder krijgt op tijd een aanbod. Blijft het drie maanden na het PIP uit, "
            "dan wordt de termijn verlengd.",
            AANBOD_LAATSTE_DAG,
            "aanbod",
        ),
        EINDE | VERTREK | {"SS124"},
    ),
    _signal(
        "SS132",
        "Er is een contract met een cursusinstelling en nog geen PIP",
        ("pip-raadplegen",),
        Opdracht(
            "Bel de inburgeraar over de cursus: er is nog geen PIP",
            "Wie begint zonder PIP, kan de verkeerde cursus kiezen. De laatste dag voor het PIP: {pip}.",
            days(7),
            "pip",
            reading=OWN,
        ),
        EINDE | VERTREK | {"SS102"},
    ),
    _signal(
        "SS133",
        "Het niveau van de cursus past niet bij de leerroute",
        ("pip-raadplegen",),
        Opdracht(
            "Bespreek het niveau van de cursus: het past niet bij de leerroute",
            "Kies samen: een andere cursus, of een wijziging van het PIP met uw motivering.",
            days(14),
            "leerroute",
            reading=OWN,
        ),
        EINDE | VERTREK,
    ),
    _signal(
        "SS135",
        "Het niveau van de cursus is te hoog voor de Z-route",
        ("pip-raadplegen",),
        Opdracht(
            "Bespreek het niveau van de cursus: het is te hoog voor de Z-route",
            "Misschien past de B1-route beter. Kies samen: een andere cursus, of een andere leerroute.",
            days(14),
            "leerroute",
            reading=OWN,
        ),
        EINDE | VERTREK,
    ),
    _signal(
        "SS136",
        "Er is een contract voor een taalschakeltraject zonder onderwijsroute",
        ("pip-raadplegen",),
        Opdracht(
            "Bespreek het taalschakeltraject: de leerroute is niet de onderwijsroute",
            "Een taalschakeltraject hoort bij de onderwijsroute. Kies samen: een andere cursus, of een "
            "andere leerroute.",
            days(14),
            "leerroute",
            reading=OWN,
        ),
        EINDE | VERTREK,
    ),
    _signal(
        "SS141",
        "De tekst voor het certificaat van de Z-route is klaar",
        (),
        Opdracht(
            "Reik het certificaat van de Z-route uit",
            "DUO heeft de tekst klaargezet. Maak een afspraak om het certificaat te geven.",
            days(14),
            "resultaten",
            reading=OWN,
        ),
    ),
    _signal(
        "SS142",
        "Een opleiding die geen vrijstelling geeft, is geëindigd",
        ("pip-raadplegen",),
        Opdracht(
            "Bespreek of het PIP moet veranderen: de opleiding is geëindigd",
            "De inburgeraar mocht eerst de opleiding afmaken. Nu begint de leerroute uit het PIP.",
            days(14),
            "pip",
            reading=OWN,
        ),
        EINDE | VERTREK,
    ),
)

GEBEURTENISSEN: dict[str, Betekenis] = {row.code: row for row in TABLE}
"""The table by code."""

OPNIEUW_GEVRAAGD = Betekenis(
    "VRAAG",
    "Antwoord op een vraag van een medewerker",
    (
        *(*WHOLE, "inburgeringsplicht-historie", "doelgroep-historie", "inburgeringstermijn-historie"),
        *("lbt-examennummer", "vrijstellingen", "ontheffingen", "gratispogingen"),
    ),
    geen_taak="Een medewerker vroeg wat DUO weet; wat anders is dan hier, staat bij de verschillen.",
)
"""No event of DUO: somebody asked here to ask DUO everything again (`actions/asking.py`)."""


def betekenis_of(code: str) -> Betekenis:
    """Return what a code means; a code that the table does not have is a task to look at it."""
    if code == OPNIEUW_GEVRAAGD.code:
        return OPNIEUW_GEVRAAGD
    return GEBEURTENISSEN.get(code) or Betekenis(
        code,
        f"DUO meldt een gebeurtenis die Meedoen niet kent ({code})",
        (),
        Opdracht(
            f"Bekijk wat {code} betekent en wat er moet gebeuren",
            "Meedoen kent deze code van DUO nog niet. Kijk in het Portaal Inburgering, en meld de code "
            "aan wie Meedoen "
            "voor u beheert.",
            days(7),
            "notificatie",
            rol=Rol.TEAMLEIDER,
            reading=OWN,
        ),
    )


def derived_by_meedoen(code: str) -> bool:
    """Return whether Meedoen also derives this signal from its own data, so that a task needs no message."""
    return code in SIGNALEN
