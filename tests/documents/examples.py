"""One full example of each letter; persons and numbers are invented."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.oproep.letter import Oproep, render_oproep
from meedoen.documents.parts import (
    Artikel,
    Briefhoofd,
    Contactpersoon,
    Geadresseerde,
    Intensiteit,
    Ondertekenaar,
    Vertaling,
    VrijeTekst,
)
from meedoen.documents.pip_beschikking.letter import (
    Afspraak,
    Bezwaar,
    Ontzorgen,
    PIPBeschikking,
    RouteAfweging,
    Termijn,
    render_pip_beschikking,
)
from meedoen.documents.pip_leesbaar.letter import PIPLeesbaar, Stap, render_pip_leesbaar
from meedoen.documents.waarschuwing.letter import Waarschuwing, render_waarschuwing

LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><rect width="60" height="60" rx="8"
fill="#0b5d4e"/><path d="M14 44 L30 14 L46 44 Z" fill="#fff"/><rect x="72" y="18" width="120" height="10"
fill="#0b5d4e"/><rect x="72" y="34" width="84" height="8" fill="#8fb8ae"/></svg>"""

HUISSTIJL = Huisstijl(
    gemeente="Leusden",
    plaats="Leusden",
    afdeling="Team Inburgering en Participatie",
    adresregels=("Postbus 150", "3830 AD Leusden"),
    telefoon="14 033",
    email="inburgering@leusden.example",
    website="www.leusden.example/inburgeren",
    kleur="#0b5d4e",
    logo=LOGO,
    logo_alt="Logo van de gemeente Leusden",
    bezwaar_adresregels=("Commissie bezwaarschriften", "Postbus 150", "3830 AD Leusden"),
    bezwaar_website="www.leusden.example/bezwaar",
)

HOOFD = Briefhoofd(
    dated_on=date(2026, 3, 3),
    kenmerk="LEU-2026-00417",
    geadresseerde=Geadresseerde(
        naam="Mevrouw S. Tesfay Gebremariam",
        adresregels=("Hamersveldseweg 12 B", "3833 GP  LEUSDEN"),
        aanhef="mevrouw Tesfay Gebremariam",
        aanhef_vertaling="Selam Tesfay",
        geboren_on=date(1994, 7, 21),
        v_nummer="2840193756",
    ),
    contactpersoon=Contactpersoon(
        naam="Marieke de Wit",
        functie="klantmanager inburgering",
        telefoon="033 496 12 34",
        email="m.dewit@leusden.example",
    ),
    ondertekenaar=Ondertekenaar(naam="J.P. van den Berg", functie="teamleider Inburgering en Participatie"),
)

MOTIVERING = {
    "ar": "كنتِ معلمة في بلدك وتتعلمين بسرعة. لا تريدين دراسة أخرى الآن. لذلك يناسبك مسار B1.",
    "ti": "ኣብ ዓድኺ መምህር ኔርኪ፡ ቀልጢፍኪ እውን ትመሃሪ። ስለዚ መንገዲ B1 ይሰማማዓኪ።",
    "fa": "شما در کشور خود معلم بودید و زود یاد می‌گیرید. بنابراین مسیر B1 برای شما مناسب است.",
    "prs": "شما در کشور خود معلم بودید و زود یاد می‌گیرید. به همین خاطر مسیر B1 برای شما مناسب است.",
    "tr": "Ülkenizde öğretmendiniz ve hızlı öğreniyorsunuz. Bu nedenle B1 yolu size uygundur.",
    "en": "You were a teacher in your own country and you learn fast. That is why the B1 route suits you.",
}


def vrij(text: str, **vertalingen: str) -> VrijeTekst:
    """A free text with checked translations."""
    checked = {
        taal: Vertaling(text=said, status="nagekeken", checked_by="A. Haddad", checked_on=date(2026, 2, 27))
        for taal, said in vertalingen.items()
    }
    return VrijeTekst(nl=text, vertalingen=checked)


ARTIKELEN = (
    Artikel(citation="Wet inburgering 2021, artikel 15, eerste tot en met derde lid", waarover="het PIP"),
    Artikel(citation="Wet inburgering 2021, artikelen 7, 8 en 9", waarover="de leerroutes"),
    Artikel(citation="Wet inburgering 2021, artikel 11, eerste lid", waarover="de inburgeringstermijn"),
    Artikel(citation="Besluit inburgering 2021, artikel 5.3", waarover="de termijn en de inhoud van het PIP"),
    Artikel(citation="Participatiewet, artikel 56a", waarover="ontzorgen"),
    Artikel(citation="Algemene wet bestuursrecht, artikelen 6:4, 6:7 en 6:8", waarover="bezwaar"),
)

PIP_BESCHIKKING = PIPBeschikking(
    hoofd=HOOFD,
    leerroute="b1",
    niveau="B1",
    motivering=vrij(
        "U was lerares in Eritrea en u leert snel. Uit de leerbaarheidstoets van 2 februari 2026 blijkt dat "
        "de B1-route voor u haalbaar is. Een nieuwe studie wilt u nu niet: u wilt eerst werken en voor uw "
        "kinderen zorgen. Daarom past de B1-route het best bij u.",
        **MOTIVERING,
    ),
    afwegingen=(
        RouteAfweging(
            leerroute="onderwijsroute",
            voor=(vrij("U hebt een diploma van de lerarenopleiding."),),
            tegen=(
                vrij("U wilt nu geen nieuwe opleiding volgen."),
                vrij("Het traject overdag is moeilijk te combineren met de zorg voor twee jonge kinderen."),
            ),
            conclusie=vrij("Wij hebben de onderwijsroute onderzocht en met u besproken. Deze past nu niet."),
        ),
        RouteAfweging(
            leerroute="b1",
            voor=(
                vrij(
                    "De leerbaarheidstoets: B1 is haalbaar.",
                    ar="نتيجة الاختبار: المستوى B1 ممكن.",
                    ti="ውጽኢት ፈተና፡ B1 ይከኣል።",
                    fa="نتیجۀ آزمون: B1 ممکن است.",
                    prs="نتیجۀ امتحان: B1 ممکن است.",
                    tr="Test sonucu: B1 mümkündür.",
                    en="The test: B1 is possible.",
                ),
                vrij("U wilt zo snel mogelijk als onderwijsassistent werken."),
            ),
        ),
        RouteAfweging(
            leerroute="z", tegen=(vrij("U kunt meer. De Z-route is er voor wie B1 niet kan halen."),)
        ),
    ),
    intensiteit=Intensiteit(
        uren=600,
        uren_per_week=Decimal("12.5"),
        toelichting=vrij("Vier ochtenden in de week, tijdens de schooltijden van uw kinderen."),
    ),
    pvt=Intensiteit(uren=12),
    map=Intensiteit(uren=40, toelichting=vrij("U loopt mee op basisschool De Hobbit.")),
    ondersteuning=(
        vrij("Een taalmaatje van Lariks, een uur per week."),
        vrij("Maatschappelijke begeleiding in het eerste jaar."),
    ),
    voortgangsgesprekken=6,
    voortgang_toelichting=vrij("In het eerste jaar vier keer, daarna een keer per jaar."),
    vve=(vrij("Uw dochter gaat vier ochtenden naar de peuteropvang met VVE."),),
    participatiewet=(vrij("U zoekt werk voor ten minste 16 uur per week zodra uw niveau A2 is."),),
    ontzorgen=Ontzorgen(starts_on=date(2026, 1, 12), last_day_on=date(2026, 7, 11)),
    afspraken=(
        Afspraak(
            eigenaar="inburgeraar",
            wat=vrij("U volgt Nederlandse les bij de taalschool in Amersfoort."),
            uiterlijk_on=date(2026, 4, 7),
            uren=600,
            uren_per_week=Decimal("12.5"),
            verwachting=vrij("De gemeente betaalt de lessen en het reizen."),
        ),
        Afspraak(
            eigenaar="gemeente",
            wat=vrij("Wij melden u aan bij de taalschool."),
            uiterlijk_on=date(2026, 3, 17),
        ),
        Afspraak(
            eigenaar="partner",
            partner="Lariks",
            wat=vrij("U krijgt een taalmaatje."),
            uiterlijk_on=date(2026, 5, 1),
            uren_per_week=1,
        ),
    ),
    termijn=Termijn(
        starts_on=date(2026, 3, 4),
        last_day_on=date(2029, 3, 3),
        sentences=("De termijn van drie jaar begint op de dag na de dagtekening van het PIP, 3 maart 2026.",),
        citations=("Wet inburgering 2021, artikel 11, eerste lid",),
    ),
    bezwaar=Bezwaar(
        last_day_on=date(2026, 4, 14),
        sentences=("De termijn van zes weken begint op de dag na de bekendmaking op 3 maart 2026.",),
        citations=("Algemene wet bestuursrecht, artikelen 6:7 en 6:8",),
    ),
    artikelen=ARTIKELEN,
)

PIP_LEESBAAR = PIPLeesbaar(
    hoofd=HOOFD,
    leerroute="b1",
    stappen=(
        Stap(soort="taalles", starts_on=date(2026, 4, 7), uiterlijk_on=date(2028, 7, 1)),
        Stap(soort="pvt", uiterlijk_on=date(2026, 9, 1)),
        Stap(soort="map", starts_on=date(2026, 10, 1)),
        Stap(soort="gesprek"),
        Stap(
            titel=vrij("Uw taalmaatje"),
            u_doet=vrij("U praat elke week een uur Nederlands met uw taalmaatje."),
            gemeente_doet=vrij("Wij vragen Lariks om een taalmaatje."),
            uiterlijk_on=date(2026, 5, 1),
        ),
        Stap(soort="examen"),
    ),
    termijn_last_day_on=date(2029, 3, 3),
)

OPROEP = Oproep(
    hoofd=HOOFD,
    volgnummer=2,
    gesprek_at=datetime(2026, 3, 17, 10, 30),  # noqa: DTZ001 a moment on the Dutch clock
    plaats=("Het Huis van Leusden", "'t Erf 1", "3831 NA Leusden"),
    minuten=90,
    leerbaarheidstoets=True,
    tolk=True,
    afmelden_on=date(2026, 3, 13),
    eerdere_oproepen_on=(date(2026, 2, 10),),
    boete_maximum=Decimal(250),
    artikelen=(Artikel(citation="Wet inburgering 2021, artikel 14, eerste lid", waarover="de oproep"),),
)

WAARSCHUWING = Waarschuwing(
    hoofd=HOOFD,
    reden="niet_verschenen",
    gemist_at=datetime(2026, 2, 24, 9, 0),  # noqa: DTZ001 a moment on the Dutch clock
    toelichting=vrij("Wij hebben u die dag ook gebeld, maar u nam niet op."),
    nieuw_gesprek_at=datetime(2026, 3, 17, 10, 30),  # noqa: DTZ001 a moment on the Dutch clock
    nieuwe_plaats=("Het Huis van Leusden", "'t Erf 1", "3831 NA Leusden"),
    nieuwe_termijn_on=date(2026, 3, 31),
    reageren_on=date(2026, 3, 10),
    boete_maximum=Decimal(250),
    artikelen=(Artikel(citation="Wet inburgering 2021, artikelen 14 en 22", waarover="de waarschuwing"),),
)

DOCUMENTS: dict[str, tuple[Callable[..., bytes], object]] = {
    "pip_beschikking": (render_pip_beschikking, PIP_BESCHIKKING),
    "pip_leesbaar": (render_pip_leesbaar, PIP_LEESBAAR),
    "oproep": (render_oproep, OPROEP),
    "waarschuwing": (render_waarschuwing, WAARSCHUWING),
}


def printed(name: str, taal: str = "nl", *, huisstijl: Huisstijl = HUISSTIJL) -> bytes:
    """The example of this document as a PDF."""
    render, letter = DOCUMENTS[name]
    return render(letter, huisstijl=huisstijl, taal=taal)
