"""Work until now, wishes, and what is possible (Wi art. 14 lid 3 b; Bi art. 5.2 lid 1 b)."""

from meedoen.domain.keten.models import Bron
from meedoen.law.sources import BI, WI

from ..vraag import Sectie, Soort, Vraag, Wanneer

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
