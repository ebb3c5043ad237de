"""About whom a gemeente may ask, and to which gemeente news of a person goes."""

from datetime import date
from typing import Any

from meedoen.simulator.dates import add_months, day

NOT_UNDER_THE_ACT = "De persoon valt niet onder de Wet inburgering 2021."
NOT_RELEVANT = "De persoon is niet relevant voor uw gemeente."


def refusal(person: dict[str, Any], gemeentecode: str, today: date) -> str | None:
    """Return why DUO does not answer this gemeente about the person, or None when it does.

    It does for (a) an inhabitant outside a site of COA, (b) who is in a site of COA and linked to it,
    (c) who has a current PIP of the gemeente, (d) who had one before a current PIP younger than a month.
    """
    if not person["onder_wi2021"]:
        return NOT_UNDER_THE_ACT
    inhabitant = person["gemeente"] == gemeentecode and not person["in_coa"]
    linked = person["in_coa"] and person["gekoppeld"] == gemeentecode
    codes = [row["gemeentecode"] for row in person["pips"]]
    own = codes[-1:] == [gemeentecode]
    if inhabitant or linked or own or (gemeentecode in codes[-2:-1] and _young(person, today)):
        return None
    return NOT_RELEVANT


def _young(person: dict[str, Any], today: date) -> bool:
    signed = day(person["pips"][-1]["pip"]["dagtekeningPip"])
    return signed is not None and today < add_months(signed, 1)


def gemeente_of(person: dict[str, Any]) -> str | None:
    """Return the code of the gemeente that hears of events: where the person lives, or is linked to."""
    if person["in_coa"]:
        return person["gekoppeld"]
    return person["gemeente"] or (person["pips"][-1]["gemeentecode"] if person["pips"] else None)
