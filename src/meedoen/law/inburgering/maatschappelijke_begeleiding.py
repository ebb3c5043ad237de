"""What maatschappelijke begeleiding holds (Wi 13; Bi 5.1). Who gets it and since when: see aanbod."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI

VOORBEELDEN = "de onderwerpen in het Besluit zijn voorbeelden; een onderwerp dat niet speelt, mag ontbreken"


@dataclass(frozen=True, slots=True)
class BegeleidingFacts:
    """What is offered; True is offered, False is not needed for this person, None is not yet looked at."""

    hulp_wonen: bool | None = None
    hulp_zorg: bool | None = None
    hulp_werk: bool | None = None
    hulp_inkomen: bool | None = None
    hulp_verzekeringen: bool | None = None
    hulp_onderwijs: bool | None = None
    hulp_lokale_woonomgeving: bool | None = None
    voorlichting_wonen: bool | None = None
    voorlichting_inkomen: bool | None = None
    voorlichting_werk: bool | None = None
    voorlichting_zorg: bool | None = None
    voorlichting_onderwijs: bool | None = None
    voorlichting_opvoeding: bool | None = None
    voorlichting_maatschappelijke_organisaties: bool | None = None


@rule(BI.art("5.1", onderdeel="a"), since=IN_WERKING, reading=VOORBEELDEN)
def hulp_topics_open(facts: BegeleidingFacts, *, on: date) -> Outcome[int]:
    """How many topics of practical help have not been looked at."""
    aantal = (
        (1 if facts.hulp_wonen is None else 0)
        + (1 if facts.hulp_zorg is None else 0)
        + (1 if facts.hulp_werk is None else 0)
        + (1 if facts.hulp_inkomen is None else 0)
        + (1 if facts.hulp_verzekeringen is None else 0)
        + (1 if facts.hulp_onderwijs is None else 0)
        + (1 if facts.hulp_lokale_woonomgeving is None else 0)
    )
    return answer(aantal, "{aantal} onderwerpen van praktische hulp zijn nog niet bekeken", aantal=aantal)


@rule(BI.art("5.1", onderdeel="b"), since=IN_WERKING, reading=VOORBEELDEN)
def voorlichting_topics_open(facts: BegeleidingFacts, *, on: date) -> Outcome[int]:
    """How many topics of information have not been looked at."""
    aantal = (
        (1 if facts.voorlichting_wonen is None else 0)
        + (1 if facts.voorlichting_inkomen is None else 0)
        + (1 if facts.voorlichting_werk is None else 0)
        + (1 if facts.voorlichting_zorg is None else 0)
        + (1 if facts.voorlichting_onderwijs is None else 0)
        + (1 if facts.voorlichting_opvoeding is None else 0)
        + (1 if facts.voorlichting_maatschappelijke_organisaties is None else 0)
    )
    return answer(aantal, "{aantal} onderwerpen van voorlichting zijn nog niet bekeken", aantal=aantal)


@rule(WI.art("13", lid=2, onderdeel="a"), since=IN_WERKING)
def has_praktische_hulp(facts: BegeleidingFacts, *, on: date) -> Outcome[bool]:
    """The guidance holds practical help with basisvoorzieningen."""
    if (
        facts.hulp_wonen is True
        or facts.hulp_zorg is True
        or facts.hulp_werk is True
        or facts.hulp_inkomen is True
        or facts.hulp_verzekeringen is True
        or facts.hulp_onderwijs is True
        or facts.hulp_lokale_woonomgeving is True
    ):
        return answer(True, "er is praktische hulp bij het regelen van basisvoorzieningen")
    return answer(False, "praktische hulp bij het regelen van basisvoorzieningen ontbreekt")


@rule(WI.art("13", lid=2, onderdeel="b"), since=IN_WERKING)
def has_voorlichting(facts: BegeleidingFacts, *, on: date) -> Outcome[bool]:
    """The guidance holds information about basisvoorzieningen."""
    if (
        facts.voorlichting_wonen is True
        or facts.voorlichting_inkomen is True
        or facts.voorlichting_werk is True
        or facts.voorlichting_zorg is True
        or facts.voorlichting_onderwijs is True
        or facts.voorlichting_opvoeding is True
        or facts.voorlichting_maatschappelijke_organisaties is True
    ):
        return answer(True, "er is voorlichting over basisvoorzieningen")
    return answer(False, "voorlichting over basisvoorzieningen ontbreekt")
