"""The contactpersoon of a gemeente at DUO (interface Contactpersoon 1.0.0, of 14 May 2025)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import DUO_CONTACTPERSOON, IN_WERKING


@dataclass(frozen=True, slots=True)
class ContactpersoonFacts:
    """Who can be reached about an inburgeraar, and what DUO has already."""

    naam: str | None = None
    email: str | None = None
    telefoonnummer: str | None = None
    andere_contactpersoon_gekoppeld: bool | None = None
    """DUO has another contactpersoon linked to the person."""
    gekoppelde_personen: int | None = None
    """How many persons are linked to the contactpersoon that is taken away."""


@rule(DUO_CONTACTPERSOON, since=IN_WERKING)
def duo_accepts_contactpersoon(facts: ContactpersoonFacts, *, on: date) -> Outcome[bool]:
    """A contactpersoon has a name, an e-mail address and a telephone number."""
    if facts.naam is None:
        return answer(False, "de naam van de contactpersoon ontbreekt")
    if facts.email is None:
        return answer(False, "het e-mailadres van de contactpersoon ontbreekt")
    if facts.telefoonnummer is None:
        return answer(False, "het telefoonnummer van de contactpersoon ontbreekt")
    return answer(True, "naam, e-mailadres en telefoonnummer van {naam} zijn er", naam=facts.naam)


@rule(DUO_CONTACTPERSOON, since=IN_WERKING)
def duo_contactpersoon_overwrites(facts: ContactpersoonFacts, *, on: date) -> Outcome[bool]:
    """Linking a contactpersoon takes the place of a link with another one."""
    ander = given(
        facts.andere_contactpersoon_gekoppeld,
        "het is niet bekend of er al een andere contactpersoon is gekoppeld",
    )
    if ander:
        return answer(True, "de koppeling met de andere contactpersoon vervalt")
    return answer(False, "er is geen andere contactpersoon gekoppeld")


@rule(DUO_CONTACTPERSOON, since=IN_WERKING)
def duo_contactpersoon_links_lost(facts: ContactpersoonFacts, *, on: date) -> Outcome[int]:
    """Taking a contactpersoon away takes every link with a person away as well."""
    aantal = given(facts.gekoppelde_personen, "het is niet bekend hoeveel personen zijn gekoppeld")
    if aantal == 0:
        return answer(0, "er zijn geen personen gekoppeld")
    return answer(aantal, "het aantal koppelingen dat vervalt, is {aantal}", aantal=aantal)
