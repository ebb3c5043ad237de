"""Asking the law on a page: dates that cannot be true give an answer that says so, never a broken page."""

from collections.abc import Callable
from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import own_pip_on, pip_facts
from meedoen.domain.termijn.uitleg import IMPOSSIBLE
from meedoen.law.inburgering.pip import pip_deadline
from meedoen.law.kernel.outcome import Outcome, Status
from meedoen.law.sources import IN_WERKING


def reckoned(rule: Callable[..., Outcome[Any]], facts: Any, *, on: date) -> Outcome[Any]:
    """Return what a rule answers on a day; unknown when a date is so wrong that nothing can be computed.

    A file can bring a date such as 31-12-9999, to which no three years can be added.
    """
    day = max(on, IN_WERKING)
    try:
        return rule(facts, on=day)
    except (ArithmeticError, ValueError):
        return Outcome(None, IMPOSSIBLE, status=Status.UNKNOWN, on=day)


def clock(dossier: Dossier, on: date) -> Outcome[date]:
    """Return the last day on which the PIP is in time (Bi art. 5.3).

    Once the PIP is made, the law of that day answers.
    """
    return reckoned(pip_deadline, pip_facts(dossier), on=own_pip_on(dossier) or on)
