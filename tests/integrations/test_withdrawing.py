"""Taking back a date of PVT or MAP: DUO (the simulator) gives the verdict that Meedoen foretold."""

from datetime import date, timedelta

import pytest

from meedoen.domain.keten.models import Bericht
from meedoen.domain.voortgang.actions import withdraw_resultaat
from meedoen.domain.voortgang.selectors import withdrawal_conditions
from meedoen.simulator.dates import add_months
from tests.domain.voortgang_examples import duo_tells, own_pip
from tests.integrations.conftest import today

DAY = timedelta(days=1)
FIELDS = {"pvt": "datumOndertekeningPvt", "map": "datumEindgesprekMap"}
WORDS = {None: {}, True: {"verwijtbaar": "Ja"}, False: {"verwijtbaar": "Nee"}}


def two_months_ahead() -> date:
    """Return the last end of a term of which today is within two months."""
    end = today() + timedelta(days=55)
    while add_months(end + DAY, -2) <= today():
        end += DAY
    return end


ENDS = {
    "over": today,
    "last day": lambda: today() + DAY,
    "two months": two_months_ahead,
    "a day more": lambda: two_months_ahead() + DAY,
}
ACCEPTED = {
    "over": {True, False},
    "last day": {None, False},
    "two months": {None, False},
    "a day more": {None},
}


def late(duo, onderdeel, end):
    """Make a dossier of whom DUO has a date of this gemeente, and of whom the term ends then."""
    start = end - timedelta(days=1095)
    term = {"startdatum": start.isoformat(), "einddatum": end.isoformat()}
    done = {FIELDS[onderdeel]: (start + timedelta(days=60)).isoformat(), "gemeentecode": "0327"}
    pip = {"gemeentecode": "0327", "pip": {"dagtekeningPip": (start - DAY).isoformat(), "leerroute": "B"}}
    dossier = duo.dossier(inburgeringstermijn=term, pips=[pip], **{onderdeel: done})
    with duo.world.scope():
        own_pip(duo.world, dossier, on=start - DAY)
        duo_tells(dossier, on=today(), inburgeringstermijn=term, pip=pip, **{onderdeel: done})
    return dossier


@pytest.mark.parametrize("onderdeel", ["pvt", "map"])
@pytest.mark.parametrize("case", ENDS)
@pytest.mark.parametrize("verwijtbaar", [None, True, False])
def test_duo_says_what_we_foretold_of_a_date_that_it_told(duo, onderdeel, case, verwijtbaar):
    dossier = late(duo, onderdeel, ENDS[case]())
    with duo.world.scope():
        conditions = withdrawal_conditions(dossier, onderdeel, verwijtbaar=verwijtbaar, on=today())
    taken = verwijtbaar in ACCEPTED[case]
    assert any(one.refuses for one in conditions) is not taken
    bericht = duo.queue(dossier, onderdeel, WORDS[verwijtbaar], onderwerp=onderdeel)
    duo.work()
    assert duo.kept(bericht).status == ("aangenomen" if taken else "geweigerd")
    assert ((duo.person(dossier)[onderdeel] or {}).get(FIELDS[onderdeel]) is None) is taken


def test_a_withdrawal_after_the_term_reaches_duo_and_takes_the_date_away(duo):
    dossier = late(duo, "pvt", today())
    with duo.world.scope():
        withdraw_resultaat(
            dossier, "pvt", reason="Vergissing", verwijtbaar=True, by=duo.world.alice, on=today()
        )
        bericht = Bericht.objects.get(dossier=dossier)
    duo.later(seconds=5)
    duo.work()
    assert duo.kept(bericht).status == "aangenomen"
    assert not (duo.person(dossier)["pvt"] or {}).get("datumOndertekeningPvt")
