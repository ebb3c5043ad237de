"""Health, as far as the plan needs it: never among the ordinary questions (Wi art. 14 lid 3 c)."""

from meedoen.law.sources import WI

from ..vraag import Groep, Sectie, Soort, Vraag

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
