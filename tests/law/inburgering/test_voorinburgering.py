from datetime import date

import pytest

from meedoen.law.inburgering import voorinburgering as law
from meedoen.law.inburgering.begrippen import Verblijfstitel
from meedoen.law.inburgering.voorinburgering import Voorbereiding, VoorinburgeringFacts

ON = date(2026, 3, 2)
ASIEL = Verblijfstitel.ASIEL_BEPAALDE_TIJD


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("titel", "inschrijving", "answer"),
    [
        (None, None, ("onbekend", "de verblijfstitel is niet bekend")),
        (
            Verblijfstitel.REGULIER_BEPAALDE_TIJD,
            None,
            (
                "nee",
                "voorinburgering is er alleen met een verblijfsvergunning asiel voor bepaalde tijd",
            ),
        ),
        (ASIEL, ON, ("nee", "de persoon staat sinds 2 maart 2026 in de gemeente ingeschreven")),
        (ASIEL, date(2026, 3, 3), ("ja", "het COA biedt voorinburgering aan, kosteloos en vrijwillig")),
        (ASIEL, None, ("ja", "het COA biedt voorinburgering aan, kosteloos en vrijwillig")),
    ],
)
def test_voorinburgering_is_offered_until_registration(titel, inschrijving, answer):
    facts = VoorinburgeringFacts(verblijfstitel=titel, inschrijving=inschrijving)
    assert says(law.gets_voorinburgering(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("deel", "answer"),
    [
        (None, ("onbekend", "het is niet bekend om welke activiteit het gaat")),
        (
            Voorbereiding.ANDERS,
            ("nee", "het aanbod bestaat uit lessen Nederlands en een introductie op MAP, KNM en PVT"),
        ),
        (Voorbereiding.NT2, ("ja", "bij het aanbod hoort een cursus Nederlands als tweede taal")),
        (
            Voorbereiding.INTRODUCTIE_PVT,
            ("ja", "bij het aanbod hoort een introductie op het participatieverklaringstraject"),
        ),
    ],
)
def test_the_offer_has_lessons_and_three_introductions(deel, answer):
    assert says(law.belongs_to_voorinburgering(VoorinburgeringFacts(voorbereiding=deel), on=ON)) == answer


def test_taking_part_is_free_voluntary_and_never_delays():
    facts = VoorinburgeringFacts()
    assert says(law.voorinburgering_is_an_obligation(facts, on=ON)) == (
        "nee",
        "meedoen aan voorinburgering is kosteloos en kan niet worden verplicht",
    )
    assert says(law.voorinburgering_may_delay(facts, on=ON)) == (
        "nee",
        "voorinburgering mag het inburgeringstraject nooit vertragen",
    )
