"""Whether the PIP came in time, by the law of the day on which it was established."""

from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep
from meedoen.law.inburgering.dossier_facts import DossierFacts
from meedoen.law.inburgering.pip_status import PIPStatus, pip_deadline_then, pip_status
from meedoen.law.kernel.outcome import Status

GEZIN = {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT}
LAST = date(2026, 5, 11)
CASE = GEZIN | {"kennisgeving": date(2026, 3, 2), "informatie_derde_gevraagd": date(2026, 4, 20)}


@pytest.mark.parametrize("on", [LAST, date(2026, 5, 12), date(2030, 1, 1)])
def test_a_pip_in_the_first_term_does_not_wait_for_a_third_party(on):
    facts = DossierFacts(**CASE, pip_vastgesteld=LAST)
    found = pip_deadline_then(facts, on=on)
    assert (found.value, found.sentence()) == (
        LAST,
        "het PIP van 11 mei 2026 kwam in de gewone termijn en hoefde niet te wachten op de informatie die op "
        "20 april 2026 is gevraagd",
    )
    assert pip_status(facts, on=on).value == PIPStatus.OP_TIJD


def test_a_later_pip_has_no_last_day_while_the_information_is_not_there():
    facts = DossierFacts(**CASE, pip_vastgesteld=date(2026, 5, 12))
    found = pip_deadline_then(facts, on=date(2026, 6, 1))
    assert found.status is Status.UNKNOWN
    assert found.sentence() == (
        "de informatie van een derde is er nog niet; na ontvangst heeft het college 2 weken"
    )


def test_information_that_came_makes_the_term_longer_whenever_the_pip_came():
    facts = DossierFacts(**CASE, pip_vastgesteld=LAST, informatie_derde_ontvangen=date(2026, 5, 4))
    assert pip_deadline_then(facts, on=date(2026, 6, 1)).value == date(2026, 5, 18)


def test_after_a_move_a_third_party_does_not_count():
    facts = DossierFacts(
        **CASE,
        eerste_pip=date(2025, 1, 6),
        inschrijving_nieuwe_gemeente=date(2026, 3, 30),
        pip_vastgesteld=date(2026, 5, 4),
    )
    found = pip_deadline_then(facts, on=date(2026, 7, 1))
    assert (found.value, found.sentence()) == (
        date(2026, 6, 8),
        "10 weken na de inschrijving op 30 maart 2026 in de nieuwe gemeente",
    )


def test_without_a_first_term_there_is_no_last_day():
    facts = DossierFacts(
        **GEZIN, informatie_derde_gevraagd=date(2026, 4, 20), pip_vastgesteld=date(2026, 5, 4)
    )
    found = pip_deadline_then(facts, on=date(2026, 6, 1))
    assert (found.value, found.sentence()) == (None, "er is nog geen kennisgeving van DUO")


def test_a_pip_of_2022_keeps_the_term_of_2022():
    facts = DossierFacts(**GEZIN, kennisgeving=date(2022, 11, 15), inschrijving=date(2022, 10, 3))
    before = DossierFacts(
        **GEZIN,
        kennisgeving=date(2022, 11, 15),
        inschrijving=date(2022, 10, 3),
        pip_vastgesteld=date(2022, 12, 31),
    )
    assert pip_deadline_then(before, on=date(2026, 1, 1)).value == date(2022, 12, 12)
    assert pip_deadline_then(facts, on=date(2026, 1, 1)).value == date(2023, 1, 24)


def test_a_pip_of_1_january_2023_has_the_term_of_2023():
    facts = DossierFacts(
        **GEZIN,
        kennisgeving=date(2022, 11, 15),
        inschrijving=date(2022, 10, 3),
        pip_vastgesteld=date(2023, 1, 1),
    )
    assert pip_deadline_then(facts, on=date(2026, 1, 1)).value == date(2023, 1, 24)


WAITING = GEZIN | {"kennisgeving": date(2026, 3, 2)}
GONE = "de inburgeringsplicht is geëindigd zonder PIP in deze gemeente"


@pytest.mark.parametrize(
    ("facts", "on", "status", "because"),
    [
        ({"voldaan": date(2026, 4, 1)}, LAST, PIPStatus.NIET_NODIG, GONE),
        ({"plicht_geeindigd": date(2026, 4, 1)}, LAST, PIPStatus.NIET_NODIG, GONE),
        (
            {"vrijgesteld": True},
            LAST,
            PIPStatus.NIET_NODIG,
            "er is vrijstelling of ontheffing, dus nu geen PIP",
        ),
        ({}, LAST, PIPStatus.TERMIJN_LOOPT, "het PIP kan tot en met 11 mei 2026 op tijd komen"),
        (
            {},
            date(2026, 5, 12),
            PIPStatus.TERMIJN_VOORBIJ,
            "het PIP had er uiterlijk op 11 mei 2026 moeten zijn",
        ),
        (
            {"pip_vastgesteld": LAST},
            LAST,
            PIPStatus.OP_TIJD,
            "het PIP van 11 mei 2026 kon tot en met 11 mei 2026",
        ),
        (
            {"pip_vastgesteld": date(2026, 5, 12)},
            date(2026, 5, 12),
            PIPStatus.TE_LAAT,
            "het PIP van 12 mei 2026 had er uiterlijk op 11 mei 2026 moeten zijn",
        ),
    ],
)
def test_where_a_dossier_stands_with_its_pip(facts, on, status, because):
    found = pip_status(DossierFacts(**(WAITING | facts)), on=on)
    assert (found.value, found.sentence()) == (status, because)
