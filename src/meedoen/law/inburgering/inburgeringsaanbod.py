"""The offer of a cursus or opleiding: in time, of what quality, and from whom (Wi 16; Ri 4.1)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given, known, needs_oordeel
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Doelgroep

UITBLIJVEN = parameter("ri2021.aanbod_uitblijven")
TIJDIG = (
    "de wet noemt voor tijdig geen aantal dagen; later dan de drie maanden waarna de termijn wordt verlengd, "
    "is niet tijdig"
)


@dataclass(frozen=True, slots=True)
class InburgeringsaanbodFacts:
    """The offer of the college, and what was judged of it."""

    doelgroep: Doelgroep | None = None
    pip_vastgesteld: date | None = None
    """Dagtekening of the PIP of this gemeente, in which the leerroute stands."""
    aanbod: date | None = None
    """The day of the first inburgeringsaanbod under the present PIP."""
    aanbod_tijdig: bool | None = None
    """Oordeel: the offer was in time for the person, within the three months."""
    prijs_en_kwaliteit_in_verhouding: bool | None = None
    """Oordeel of the college: price and asked quality are in good proportion."""
    continuiteit_verzorgd: bool | None = None
    """Oordeel of the college: the offer goes on when a school or a contract ends."""
    alfabetisering_nodig: bool | None = None
    alfabetisering_in_pip: bool | None = None
    """The PIP obliges to alfabetisering."""


@rule(RI.art("4.1", lid=1, onderdeel="g"), since=IN_WERKING)
def aanbod_missing_since(facts: InburgeringsaanbodFacts, *, on: date) -> Outcome[date]:
    """The last day before an offer that stays away extends the term: three months after the PIP."""
    pip = given(facts.pip_vastgesteld, "er is nog geen PIP")
    maanden = UITBLIJVEN.at(on)
    return answer(pip + maanden, "{maanden} na het PIP van {pip}", maanden=maanden, pip=pip)


@rule(WI.art("16", lid=1), since=IN_WERKING, reading=TIJDIG)
def aanbod_in_time(facts: InburgeringsaanbodFacts, *, on: date) -> Outcome[bool]:
    """The college offers an asielstatushouder a cursus or opleiding for his leerroute in time."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(True, "een {groep} krijgt geen aanbod van het college", groep=groep)
    grens = known(aanbod_missing_since(facts, on=on))
    if facts.aanbod is None:
        if on > grens:
            return answer(False, "er is na {grens} nog geen aanbod", grens=grens)
        return answer(True, "een aanbod kan nog op tijd komen, uiterlijk {grens}", grens=grens)
    if facts.aanbod > grens:
        return answer(False, "het aanbod van {dag} kwam na {grens}", dag=facts.aanbod, grens=grens)
    if facts.aanbod_tijdig is None:
        needs_oordeel("beoordeel of het aanbod van {dag} voor deze persoon tijdig was", dag=facts.aanbod)
    if facts.aanbod_tijdig:
        return answer(True, "het aanbod van {dag} was tijdig", dag=facts.aanbod)
    return answer(False, "het aanbod van {dag} was voor deze persoon niet tijdig", dag=facts.aanbod)


@rule(WI.art("16", lid=2), since=IN_WERKING)
def aanbod_is_sound(facts: InburgeringsaanbodFacts, *, on: date) -> Outcome[bool]:
    """The college sees to a good proportion of price and quality, and to continuity."""
    if facts.prijs_en_kwaliteit_in_verhouding is None:
        needs_oordeel("beoordeel of prijs en kwaliteit van het aanbod in goede verhouding staan")
    if not facts.prijs_en_kwaliteit_in_verhouding:
        return answer(False, "prijs en kwaliteit van het aanbod staan niet in goede verhouding")
    if facts.continuiteit_verzorgd is None:
        needs_oordeel("beoordeel of de continuïteit van het aanbod is verzorgd")
    if facts.continuiteit_verzorgd:
        return answer(True, "prijs, kwaliteit en continuïteit van het aanbod zijn verzorgd")
    return answer(False, "de continuïteit van het aanbod is niet verzorgd")


@rule(BI.art("6.2", lid=1, onderdeel="c"), since=IN_WERKING)
def alfabetisering_may_be_borrowed(facts: InburgeringsaanbodFacts, *, on: date) -> Outcome[bool]:
    """Who gets no offer may borrow for alfabetisering when the PIP obliges to it."""
    nodig = given(facts.alfabetisering_nodig, "het is niet vastgelegd of alfabetisering nodig is")
    if not nodig:
        return answer(False, "alfabetisering is niet nodig")
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        return answer(False, "alfabetisering hoort bij het aanbod van het college")
    in_pip = given(facts.alfabetisering_in_pip, "het is niet bekend of het PIP tot alfabetisering verplicht")
    if in_pip:
        return answer(True, "het PIP verplicht tot alfabetisering, dus een lening is mogelijk")
    return answer(False, "het PIP verplicht niet tot alfabetisering")


@rule(
    BI.art("9.8"),
    since=IN_WERKING,
    reading="de Wet inburgering geeft zelf geen kinderopvang; toeslag volgt de Wet kinderopvang",
)
def gets_kinderopvang(facts: InburgeringsaanbodFacts, *, on: date) -> Outcome[bool]:
    """The Act gives no childcare; who follows a course may ask for kinderopvangtoeslag."""
    return answer(
        False,
        "de gemeente biedt geen kinderopvang; kinderopvangtoeslag vraagt men aan bij de Dienst Toeslagen",
    )
