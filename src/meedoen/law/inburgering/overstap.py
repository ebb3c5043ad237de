"""What goes along on a change of leerroute: hours, attempts and passed parts (Bi 5.4 lid 4)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING
from .begrippen import Leerroute

SINDS_2023 = date(2023, 1, 1)
ZWIJGT = "de wet zegt voor deze wijziging niets over eerder werk; dan telt het niet vanzelf mee"


@dataclass(frozen=True, slots=True)
class OverstapFacts:
    """The two leerroutes, and what was done in the one that is left."""

    van: Leerroute | None = None
    naar: Leerroute | None = None
    nt2_uren_voor_overstap: int | None = None
    """Hours NT2 at a school with keurmerk or a taalschakel institution; none registered counts as none."""
    knm_uren_voor_overstap: int | None = None
    examenpogingen_voor_overstap: int | None = None
    """Attempts at language parts at B1 or higher, or KNM, in the route that is left."""
    onderdelen_behaald_voor_overstap: int | None = None
    """Parts passed at B1 or higher, or KNM, in the route that is left."""


@rule(BI.art("5.4", lid=3, onderdeel="a"), since=IN_WERKING)
def hours_count_for_intensity(facts: OverstapFacts, *, on: date) -> Outcome[int]:
    """From onderwijsroute or Z-route to B1 the hours already followed weigh in the new intensity."""
    van = given(facts.van, "de huidige leerroute is niet bekend")
    naar = given(facts.naar, "de nieuwe leerroute is niet bekend")
    if van == naar:
        return answer(0, "de {route} is al de leerroute", route=van)
    if naar != Leerroute.B1_ROUTE:
        return answer(
            0, "bij een wijziging naar de {naar} bepalen eerdere uren de intensiteit niet", naar=naar
        )
    uren = (facts.nt2_uren_voor_overstap or 0) + (facts.knm_uren_voor_overstap or 0)
    return answer(uren, "{uren} uur les in de {van} weegt mee bij de intensiteit", uren=uren, van=van)


@hours_count_for_intensity.since(SINDS_2023, cites=BI.art("5.4", lid=4, onderdeel="a"))
def _(facts: OverstapFacts, *, on: date) -> Outcome[int]:
    """The same; the lid has another number since 2023."""
    van = given(facts.van, "de huidige leerroute is niet bekend")
    naar = given(facts.naar, "de nieuwe leerroute is niet bekend")
    if van == naar:
        return answer(0, "de {route} is al de leerroute", route=van)
    if naar != Leerroute.B1_ROUTE:
        return answer(
            0, "bij een wijziging naar de {naar} bepalen eerdere uren de intensiteit niet", naar=naar
        )
    uren = (facts.nt2_uren_voor_overstap or 0) + (facts.knm_uren_voor_overstap or 0)
    return answer(uren, "{uren} uur les in de {van} weegt mee bij de intensiteit", uren=uren, van=van)


@rule(BI.art("5.4", lid=3), since=IN_WERKING)
def exams_go_along(facts: OverstapFacts, *, on: date) -> Outcome[bool]:
    """Between onderwijsroute and B1-route attempts and passed parts at B1 and KNM keep counting."""
    van = given(facts.van, "de huidige leerroute is niet bekend")
    naar = given(facts.naar, "de nieuwe leerroute is niet bekend")
    if van == naar:
        return answer(True, "de {route} is al de leerroute", route=van)
    if van == Leerroute.Z_ROUTE or naar == Leerroute.Z_ROUTE:
        return answer(
            False,
            "van de {van} naar de {naar} gaan examens niet vanzelf mee",
            reading=ZWIJGT,
            van=van,
            naar=naar,
        )
    return answer(
        True, "gedane pogingen en behaalde onderdelen in de {van} tellen in de {naar}", van=van, naar=naar
    )


@exams_go_along.since(SINDS_2023, cites=BI.art("5.4", lid=4))
def _(facts: OverstapFacts, *, on: date) -> Outcome[bool]:
    """The same; the lid has another number since 2023."""
    van = given(facts.van, "de huidige leerroute is niet bekend")
    naar = given(facts.naar, "de nieuwe leerroute is niet bekend")
    if van == naar:
        return answer(True, "de {route} is al de leerroute", route=van)
    if van == Leerroute.Z_ROUTE or naar == Leerroute.Z_ROUTE:
        return answer(
            False,
            "van de {van} naar de {naar} gaan examens niet vanzelf mee",
            reading=ZWIJGT,
            van=van,
            naar=naar,
        )
    return answer(
        True, "gedane pogingen en behaalde onderdelen in de {van} tellen in de {naar}", van=van, naar=naar
    )


@rule(BI.art("5.4"), since=IN_WERKING)
def attempts_that_count(facts: OverstapFacts, *, on: date) -> Outcome[int]:
    """How many attempts count in the new route, so also for the free attempts."""
    pogingen = facts.examenpogingen_voor_overstap or 0
    if exams_go_along(facts, on=on):
        return answer(pogingen, "{pogingen} eerdere pogingen tellen mee", pogingen=pogingen)
    return answer(0, "eerdere pogingen tellen niet mee")


@rule(BI.art("5.4"), since=IN_WERKING)
def passed_parts_that_count(facts: OverstapFacts, *, on: date) -> Outcome[int]:
    """How many passed parts count in the new route."""
    behaald = facts.onderdelen_behaald_voor_overstap or 0
    if exams_go_along(facts, on=on):
        return answer(behaald, "{behaald} eerder behaalde onderdelen tellen mee", behaald=behaald)
    return answer(0, "eerder behaalde onderdelen tellen niet mee")


@rule(BI.art("5.4", lid=3, onderdeel="c"), since=IN_WERKING)
def hours_come_off_the_z_norm(facts: OverstapFacts, *, on: date) -> Outcome[int]:
    """From B1-route or onderwijsroute to the Z-route hours NT2 and KNM come off the 800 cursusuren."""
    van = given(facts.van, "de huidige leerroute is niet bekend")
    naar = given(facts.naar, "de nieuwe leerroute is niet bekend")
    if naar != Leerroute.Z_ROUTE or van == Leerroute.Z_ROUTE:
        return answer(0, "alleen bij een wijziging naar de Z-route gaan uren van de norm af")
    uren = (facts.nt2_uren_voor_overstap or 0) + (facts.knm_uren_voor_overstap or 0)
    return answer(uren, "{uren} uur les in de {van} gaat van de cursusuren af", uren=uren, van=van)


@hours_come_off_the_z_norm.since(SINDS_2023, cites=BI.art("5.4", lid=4, onderdeel="c"))
def _(facts: OverstapFacts, *, on: date) -> Outcome[int]:
    """The same; the lid has another number since 2023."""
    van = given(facts.van, "de huidige leerroute is niet bekend")
    naar = given(facts.naar, "de nieuwe leerroute is niet bekend")
    if naar != Leerroute.Z_ROUTE or van == Leerroute.Z_ROUTE:
        return answer(0, "alleen bij een wijziging naar de Z-route gaan uren van de norm af")
    uren = (facts.nt2_uren_voor_overstap or 0) + (facts.knm_uren_voor_overstap or 0)
    return answer(uren, "{uren} uur les in de {van} gaat van de cursusuren af", uren=uren, van=van)
