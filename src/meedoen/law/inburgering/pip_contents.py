"""What a PIP must hold, section by section, and what is still missing (Wi 15; Bi 5.3)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given, needs_oordeel
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI
from .begrippen import Doelgroep, Leerroute


@dataclass(frozen=True, slots=True)
class PIPContentsFacts:
    """What the draft holds; None is not filled in. Hours are whole clock hours."""

    doelgroep: Doelgroep | None = None
    leerroute: Leerroute | None = None
    ondersteuning_en_begeleiding: bool | None = None
    """The section on ondersteuning en begeleiding is written."""
    intensiteit_pvt_uren: int | None = None
    intensiteit_map_uren: int | None = None
    vve_van_toepassing: bool | None = None
    """There is a child who could take part in voor- or vroegschoolse educatie."""
    vve_afspraken: bool | None = None
    intensiteit_leerroute_uren: int | None = None
    pw_besluiten_van_toepassing: bool | None = None
    """There are Participatiewet decisions for participation, or that of art. 56a."""
    pw_besluiten_toegevoegd: bool | None = None
    aantal_voortgangsgesprekken: int | None = None
    zicht_op_voortgang: bool | None = None
    """Oordeel of the college: with this guidance it has enough sight of the progress."""


@rule(WI.art("15", lid=1, onderdeel="a"), since=IN_WERKING)
def has_leerroute(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """The college establishes the leerroute."""
    if facts.leerroute is None:
        return answer(False, "de leerroute ontbreekt")
    return answer(True, "de leerroute is de {route}", route=facts.leerroute)


@rule(WI.art("15", lid=1, onderdeel="b"), since=IN_WERKING)
def has_ondersteuning(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """The college establishes the support and guidance that the leerroute needs."""
    if facts.ondersteuning_en_begeleiding is True:
        return answer(True, "de ondersteuning en begeleiding is beschreven")
    return answer(False, "de ondersteuning en begeleiding ontbreekt")


@rule(WI.art("15", lid=1, onderdeel="c"), since=IN_WERKING)
def has_intensiteit_pvt(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """The college establishes the intensity of the PVT."""
    if facts.intensiteit_pvt_uren is None:
        return answer(False, "de intensiteit van het participatieverklaringstraject (PVT) ontbreekt")
    return answer(True, "het PVT duurt {uren} uur", uren=facts.intensiteit_pvt_uren)


@rule(WI.art("15", lid=1, onderdeel="c"), WI.art("8", lid=3), since=IN_WERKING)
def has_intensiteit_map(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """The college establishes the intensity of the MAP, which the onderwijsroute does not have."""
    if facts.leerroute == Leerroute.ONDERWIJSROUTE:
        return answer(True, "in de onderwijsroute is er geen MAP")
    if facts.intensiteit_map_uren is None:
        return answer(False, "de intensiteit van de module Arbeidsmarkt en Participatie (MAP) ontbreekt")
    return answer(True, "de MAP duurt {uren} uur", uren=facts.intensiteit_map_uren)


@rule(WI.art("15", lid=1, onderdeel="d"), since=IN_WERKING)
def has_vve(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """Where a child could take part in VVE, the agreements about it stand in the PIP."""
    kind = given(
        facts.vve_van_toepassing, "het is niet vastgelegd of er een kind is voor wie VVE mogelijk is"
    )
    if not kind:
        return answer(True, "er is geen kind voor wie VVE mogelijk is")
    if facts.vve_afspraken is True:
        return answer(True, "de afspraken over VVE zijn vastgelegd")
    return answer(False, "de afspraken over voor- of vroegschoolse educatie (VVE) van het kind ontbreken")


@rule(WI.art("15", lid=2), since=IN_WERKING)
def has_intensiteit_leerroute(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """For an asielstatushouder the college establishes the intensity of the leerroute as well."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(True, "bij een {groep} hoeft de intensiteit van de leerroute niet", groep=groep)
    if facts.intensiteit_leerroute_uren is None:
        return answer(False, "de intensiteit van de leerroute ontbreekt")
    return answer(True, "de leerroute duurt {uren} uur", uren=facts.intensiteit_leerroute_uren)


@rule(WI.art("15", lid=3), since=IN_WERKING)
def has_pw_besluiten(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """Decisions under the Participatiewet, art. 56a included, are added; together they are the PIP."""
    er_zijn = given(facts.pw_besluiten_van_toepassing, "het is niet vastgelegd of er Pw-besluiten zijn")
    if not er_zijn:
        return answer(True, "er zijn geen besluiten op grond van de Participatiewet")
    if facts.pw_besluiten_toegevoegd is True:
        return answer(True, "de besluiten op grond van de Participatiewet zijn toegevoegd")
    return answer(False, "de besluiten op grond van de Participatiewet ontbreken")


@rule(BI.art("5.3", lid=3), since=IN_WERKING)
def has_voortgangsgesprekken(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """The number of voortgangsgesprekken stands in the PIP."""
    if facts.aantal_voortgangsgesprekken is None:
        return answer(False, "het aantal voortgangsgesprekken ontbreekt")
    return answer(
        True, "het aantal voortgangsgesprekken is {aantal}", aantal=facts.aantal_voortgangsgesprekken
    )


@has_voortgangsgesprekken.since(date(2023, 1, 1), cites=BI.art("5.3", lid=4))
def _(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """The number of voortgangsgesprekken stands in the PIP (the lid has another number since 2023)."""
    if facts.aantal_voortgangsgesprekken is None:
        return answer(False, "het aantal voortgangsgesprekken ontbreekt")
    return answer(
        True, "het aantal voortgangsgesprekken is {aantal}", aantal=facts.aantal_voortgangsgesprekken
    )


@rule(WI.art("17", lid=1), since=IN_WERKING)
def gives_sight_of_progress(facts: PIPContentsFacts, *, on: date) -> Outcome[bool]:
    """The guidance is such that the college has enough sight of progress; no law names a frequency."""
    if facts.aantal_voortgangsgesprekken is None:
        return answer(False, "zonder voortgangsgesprekken in het PIP is er geen zicht op de voortgang")
    if facts.zicht_op_voortgang is None:
        needs_oordeel(
            "beoordeel of {aantal} voortgangsgesprekken genoeg zicht op de voortgang geven",
            aantal=facts.aantal_voortgangsgesprekken,
        )
    if facts.zicht_op_voortgang:
        return answer(True, "met de begeleiding heeft het college genoeg zicht op de voortgang")
    return answer(False, "de begeleiding geeft te weinig zicht op de voortgang")


CONTENTS = (
    has_leerroute,
    has_ondersteuning,
    has_intensiteit_pvt,
    has_intensiteit_map,
    has_vve,
    has_intensiteit_leerroute,
    has_pw_besluiten,
    has_voortgangsgesprekken,
)


def pip_contents(facts: PIPContentsFacts, *, on: date) -> tuple[Outcome[bool], ...]:
    """Return every section that the law asks of a PIP with whether it is there, in the order of the law."""
    return tuple(section(facts, on=on) for section in CONTENTS)


def pip_contents_missing(facts: PIPContentsFacts, *, on: date) -> tuple[Outcome[bool], ...]:
    """Return the sections that are missing or need a fact; empty when the PIP is complete."""
    return tuple(found for found in pip_contents(facts, on=on) if not (found.is_known and found.value))
