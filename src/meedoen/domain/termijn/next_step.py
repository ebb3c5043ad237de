"""The next step of one dossier as Meedoen may state it."""

from dataclasses import replace
from datetime import date

from meedoen.law.inburgering.pip_status import pip_deadline_then
from meedoen.law.inburgering.tijdlijn import TWAALF_MAANDEN, DossierFacts, NextStep, Stap, next_step

MAY_BE_UNTOLD = frozenset({Stap.PVT_AFRONDEN, Stap.MAP_AFRONDEN})
"""What may have been done before Meedoen without a word about it here."""


def step_as_kept(facts: DossierFacts, *, on: date, claims: frozenset[Stap] = frozenset()) -> NextStep:
    """Return the next step, without the claim that PVT or MAP is open where nobody knows.

    The law lists PVT and MAP as open until they are done. Where they may have been done
    before Meedoen, it states what it does know: that the term runs and until when.

    Args:
        claims: the steps that may be said, see `termijn.facts.claims`.
    """
    return without_what_is_not_kept(next_step(facts, on=on), on, claims)


def last_day_for_pip(facts: DossierFacts, pip_on: date | None, *, on: date) -> date | None:
    """Return the last day in time for the PIP, by the law of the day on which it was established.

    A PIP that was withdrawn was still made in time or too late, so its day counts here, while for the next
    step there is no PIP.
    """
    return pip_deadline_then(replace(facts, pip_vastgesteld=pip_on), on=on).value


def without_what_is_not_kept(step: NextStep, on: date, claims: frozenset[Stap] = frozenset()) -> NextStep:
    """Return the step without the claim that PVT or MAP is open, unless it may be claimed."""
    if step.stap not in MAY_BE_UNTOLD or step.stap in claims or step.due is None:
        return step
    soon = on >= step.due - TWAALF_MAANDEN
    stap = Stap.TERMIJN_EINDIGT_BINNEN_12_MAANDEN if soon else Stap.LEERROUTE_VOLGEN
    outcome = replace(
        step.deadline, value=stap, because="de termijn eindigt op {einde}", using={"einde": step.due}
    )
    return NextStep(stap, outcome, step.deadline)
