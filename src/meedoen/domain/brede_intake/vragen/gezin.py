"""Family, children and childcare (Wi art. 14 lid 3 c and d)."""

from meedoen.domain.keten.models import Bron
from meedoen.law.sources import WI

from ..vraag import Sectie, Soort, Vraag, Wanneer

MET_KIND_VOOR_VVE = Wanneer("kind_voor_vve", "als er een kind is voor wie VVE mogelijk is", een_van=(True,))

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
