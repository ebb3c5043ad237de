"""When DUO lets a gemeente take back what it sent: PIP and aanbod (README of the interfaces, June 2026)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given
from ..kernel.rule import rule
from ..sources import DUO_AANBOD, DUO_PIP, IN_WERKING


@dataclass(frozen=True, slots=True)
class DuoVerwijderenFacts:
    """What DUO has of the person."""

    actuele_pip: date | None = None
    """Dagtekening of the current PIP that DUO has; None when there is none."""
    actuele_pip_eigen_gemeente: bool | None = None
    termijn_vastgesteld: bool | None = None
    """DUO has established the inburgeringstermijn."""
    cursusuren_bij_actueel_aanbod: int | None = None
    """Hours of attendance registered with the current aanbod."""
    aanbod_geregistreerd: bool | None = None
    """DUO has an aanbod at this school."""


@rule(DUO_PIP, since=IN_WERKING)
def duo_accepts_pip_deletion(facts: DuoVerwijderenFacts, *, on: date) -> Outcome[bool]:
    """A PIP can be deleted only while the termijn is not established and no course hours are registered."""
    if facts.actuele_pip is None:
        return answer(False, "DUO heeft geen PIP van de persoon")
    eigen = given(
        facts.actuele_pip_eigen_gemeente, "het is niet bekend van welke gemeente het actuele PIP is"
    )
    if not eigen:
        return answer(False, "het actuele PIP is van een andere gemeente")
    termijn = given(facts.termijn_vastgesteld, "het is niet bekend of DUO de termijn heeft vastgesteld")
    if termijn:
        return answer(False, "DUO heeft de inburgeringstermijn al vastgesteld")
    uren = given(
        facts.cursusuren_bij_actueel_aanbod, "het is niet bekend of er cursusuren zijn geregistreerd"
    )
    if uren > 0:
        return answer(False, "er zijn al {uren} cursusuren geregistreerd", uren=uren)
    return answer(True, "de termijn is nog niet vastgesteld en er zijn geen cursusuren geregistreerd")


@rule(DUO_AANBOD, since=IN_WERKING)
def duo_accepts_aanbod_deletion(facts: DuoVerwijderenFacts, *, on: date) -> Outcome[bool]:
    """An aanbod can be deleted when there is one at that school; DUO names no other condition."""
    er_is = given(
        facts.aanbod_geregistreerd, "het is niet bekend of DUO een aanbod bij deze instelling heeft"
    )
    if er_is:
        return answer(True, "DUO heeft een aanbod bij deze instelling")
    return answer(False, "DUO heeft geen aanbod bij deze instelling")
