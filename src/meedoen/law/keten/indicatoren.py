"""The two signs that go with a PIP or an aanbod to DUO (PIP 1.2.0 and Inburgeringsaanbod 1.2.0)."""

from dataclasses import dataclass
from datetime import date

from ..inburgering.begrippen import Begrip
from ..kernel.outcome import Outcome, answer, given, needs_oordeel
from ..kernel.rule import rule
from ..sources import DUO_AANBOD, DUO_PIP, IN_WERKING


class DuoAlfabetisering(Begrip):
    """The codes that DUO takes for alfabetiseringsonderwijs."""

    A = "A", "onderwijs voor een analfabeet"
    AA = "AA", "onderwijs voor een anders-gealfabetiseerde"
    NVT = "NVT", "niet van toepassing"


@dataclass(frozen=True, slots=True)
class DuoIndicatorFacts:
    """What the signs follow from."""

    alfabetisering_nodig: bool | None = None
    gealfabetiseerd_in_ander_schrift: bool | None = None
    """The person reads and writes another script."""
    niet_vrijstellende_opleiding: bool | None = None
    """The person follows praktijkonderwijs, vso or entree."""
    mag_opleiding_afmaken: bool | None = None
    """Oordeel of the college: the opleiding may be finished before the leerroute begins."""


@rule(DUO_PIP, DUO_AANBOD, since=IN_WERKING)
def duo_alfabetisering(facts: DuoIndicatorFacts, *, on: date) -> Outcome[DuoAlfabetisering]:
    """For who reads no script, for who reads another one, or not at all; an aanbod must say which."""
    nodig = given(facts.alfabetisering_nodig, "het is niet vastgelegd of alfabetisering nodig is")
    if not nodig:
        return answer(DuoAlfabetisering.NVT, "alfabetisering is niet nodig")
    ander = given(
        facts.gealfabetiseerd_in_ander_schrift, "het is niet bekend of de persoon een ander schrift leest"
    )
    if ander:
        return answer(DuoAlfabetisering.AA, "de persoon leest en schrijft een ander schrift")
    return answer(DuoAlfabetisering.A, "de persoon leest en schrijft geen enkel schrift")


@rule(DUO_PIP, since=IN_WERKING)
def duo_mag_opleiding_afmaken(facts: DuoIndicatorFacts, *, on: date) -> Outcome[bool]:
    """Whether the PIP tells DUO that a niet-vrijstellende opleiding may be finished first."""
    volgt = given(
        facts.niet_vrijstellende_opleiding, "het is niet bekend of er een niet-vrijstellende opleiding is"
    )
    if not volgt:
        return answer(False, "er is geen niet-vrijstellende opleiding")
    if facts.mag_opleiding_afmaken is None:
        needs_oordeel("beoordeel of de opleiding mag worden afgemaakt voordat de leerroute begint")
    if facts.mag_opleiding_afmaken:
        return answer(True, "de opleiding mag worden afgemaakt voordat de leerroute begint")
    return answer(False, "de leerroute begint zonder dat de opleiding eerst wordt afgemaakt")
