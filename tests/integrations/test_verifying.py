"""Whether DUO has exactly what a message told: only then it is not sent again."""

import pytest

from meedoen.domain.keten.models import Bericht
from meedoen.integrations.duo.verifying import QUESTIONS

Soort = Bericht.Soort
OURS, OTHER = "0327", "0307"
PLAN = {"dagtekeningPip": "2026-03-02", "leerroute": "B", "niveau": "B1"}
Z_PLAN = {"dagtekeningPip": "2026-03-02", "leerroute": "Z"}
HOURS = "TaallesEnKnmBredeIntake"


def pip(plan, gemeente=OURS):
    return {"gemeentecode": gemeente, "pip": plan}


def hours(total, gemeente=OURS, counter=HOURS):
    return {"gemeentecode": gemeente, counter: {"uren": total}}


@pytest.mark.parametrize(
    ("soort", "found", "body", "there"),
    [
        (Soort.PIP, pip(PLAN), PLAN, True),
        (Soort.PIP, pip(PLAN), {"dagtekeningPip": "2026-03-02", "leerroute": "B"}, True),
        (Soort.PIP, pip(Z_PLAN), Z_PLAN, True),
        (Soort.PIP, pip(PLAN), PLAN | {"niveau": "A2"}, False),
        (Soort.PIP, pip(PLAN | {"dagtekeningPip": "2026-02-02"}), PLAN, False),
        (Soort.PIP, pip(PLAN, OTHER), PLAN, False),
        (Soort.PIP, None, PLAN, False),
        (Soort.PIP_VERWIJDEREN, None, {}, True),
        (Soort.PIP_VERWIJDEREN, pip(PLAN, OTHER), {}, True),
        (Soort.PIP_VERWIJDEREN, pip(PLAN), {}, False),
        (Soort.UREN_TAALLES_KNM, [hours(40)], {"uren": 40}, True),
        (Soort.UREN_TAALLES_KNM, [hours(40, OTHER), hours(40)], {"uren": 40}, True),
        (Soort.UREN_TAALLES_KNM, [hours(40)], {"uren": 60}, False),
        (Soort.UREN_TAALLES_KNM, [hours(40, OTHER)], {"uren": 40}, False),
        (Soort.UREN_TAALLES_KNM, [hours(40, counter="ParticipatieAlsTaalles")], {"uren": 40}, False),
        (Soort.UREN_TAALLES_KNM, None, {"uren": 40}, False),
        (Soort.PVT, {"datumOndertekeningPvt": "2026-03-02"}, {"datumOndertekeningPvt": "2026-03-02"}, True),
        (Soort.PVT, {"datumOndertekeningPvt": "2026-03-01"}, {"datumOndertekeningPvt": "2026-03-02"}, False),
        (Soort.PVT, None, {}, True),
        (Soort.PVT, {"datumOndertekeningPvt": "2026-03-02"}, {}, False),
        (
            Soort.PVT,
            {"datumOndertekeningPvt": "2026-03-02"},
            {"datumOndertekeningPvt": "2026-03-02", "verwijtbaar": True},
            False,
        ),
        (Soort.LBT_OVERSLAAN, None, {}, True),
        (Soort.LBT_OVERSLAAN, {"examennummer": "12345"}, {}, False),
    ],
)
def test_a_message_is_there_only_when_duo_says_exactly_the_same_for_this_gemeente(soort, found, body, there):
    assert QUESTIONS[soort].says(found, body, OURS) is there
