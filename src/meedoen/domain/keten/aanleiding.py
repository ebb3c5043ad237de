"""What lies under a task that an event of DUO makes, and the day by which it must be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import wraps
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.law.awb.bezwaar import BezwaarFacts, bezwaartermijn
from meedoen.law.inburgering.begrippen import Doelgroep, Verblijfstitel
from meedoen.law.inburgering.inburgeringsaanbod import InburgeringsaanbodFacts, aanbod_missing_since
from meedoen.law.inburgering.pip import PIP_TERMIJN, PIPFacts, pip_deadline
from meedoen.law.kernel.calendar import term_end


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """One event about one person.

    Attributes:
        dossier: whom it is about.
        registratie_on: the day on which DUO registered the event.
        on: the day on which it is handled.
        said: what DUO says now, by interface: its published JSON. Empty for a gemeente without connection.
    """

    dossier: Dossier
    registratie_on: date
    on: date
    said: Mapping[str, Any] = field(default_factory=dict)

    def told(self, interface: str, name: str) -> Any:
        """Return one field of what DUO said, or None."""
        answer = self.said.get(interface)
        return answer.get(name) if isinstance(answer, Mapping) else None


@dataclass(frozen=True, slots=True)
class Uiterlijk:
    """By when a task must be done: in words, how it is reckoned, and whether the law sets it."""

    in_words: str
    reckon: Callable[[Aanleiding], date | None]
    by_law: bool = False


def days(count: int) -> Uiterlijk:
    """Return a term of our own choice: so many days after the handling."""
    words = "de dag zelf" if count == 0 else f"{count} dag{'en' if count > 1 else ''} na ontvangst"
    return Uiterlijk(words, lambda found: found.on + timedelta(days=count))


def _within_the_calendar(reckon: Callable[[Aanleiding], date | None]) -> Callable[[Aanleiding], date | None]:
    """Let a day that DUO wrote and that lies outside the calendar make a term unknown, not a fault."""

    @wraps(reckon)
    def safely(found: Aanleiding) -> date | None:
        try:
            return reckon(found)
        except (ArithmeticError, ValueError):
            return None

    return safely


@_within_the_calendar
def pip_day(found: Aanleiding) -> date | None:
    """Return the last day for the PIP by the law, with the kennisgeving that DUO tells; None is not known."""
    return pip_deadline(_pip_facts(found), on=found.on).value


@_within_the_calendar
def pip_day_started(found: Aanleiding) -> date | None:
    """Return the same; when a date is missing, ten weeks from the day on which DUO said that they run."""
    return pip_day(found) or term_end(found.registratie_on, PIP_TERMIJN.at(found.on))


@_within_the_calendar
def aanbod_day(found: Aanleiding) -> date | None:
    """Return the last day before a missing offer extends the term; None when the PIP is not known."""
    pip = found.told("pip", "pip") or {}
    told = _day(pip.get("dagtekeningPip")) or found.dossier.eerste_pip_on
    return aanbod_missing_since(InburgeringsaanbodFacts(pip_vastgesteld=told), on=found.on).value


@_within_the_calendar
def bezwaar_day(found: Aanleiding) -> date | None:
    """Return until when the person can make bezwaar, if DUO sent the decision on the day of the event."""
    return bezwaartermijn(BezwaarFacts(bekendmaking=found.registratie_on), on=found.on).value


def _pip_facts(found: Aanleiding) -> PIPFacts:
    dossier = found.dossier
    told = _day(found.told("inburgeringsplicht", "datumKennisgevingInburgeringsplicht"))
    return PIPFacts(
        kennisgeving=told or dossier.kennisgeving_on,
        inschrijving=dossier.inschrijving_on,
        doelgroep=Doelgroep(dossier.doelgroep) if dossier.doelgroep else None,
        verblijfstitel=Verblijfstitel(dossier.verblijfstitel) if dossier.verblijfstitel else None,
        eerste_pip=dossier.eerste_pip_on,
        inschrijving_nieuwe_gemeente=dossier.inschrijving_on if dossier.eerste_pip_elders else None,
    )


def _day(text: Any) -> date | None:
    """Return a day as DUO writes it; what is no day is not known."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


PIP_LAATSTE_DAG = Uiterlijk("de laatste dag voor het PIP (Bi art. 5.3)", pip_day, by_law=True)
PIP_NA_START = Uiterlijk("de laatste dag voor het PIP (Bi art. 5.3)", pip_day_started, by_law=True)
AANBOD_LAATSTE_DAG = Uiterlijk("drie maanden na het PIP (Ri art. 4.1 lid 1 onder g)", aanbod_day, by_law=True)
