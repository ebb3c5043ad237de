"""What DUO refuses is told in plain words, with what to mend and where."""

import pytest

from meedoen.domain.keten.models import Bericht
from meedoen.domain.keten.refusals import KNOWN, PAGE, SILENT, explain, explain_all
from meedoen.simulator.access import NOT_RELEVANT, NOT_UNDER_THE_ACT
from meedoen.simulator.conditions import CONDITIONS

Soort = Bericht.Soort
TEXTS = [(soort, text) for soort, rows in CONDITIONS.items() for _, text in rows]
TEXTS += [(soort, text) for soort in ("pip", "aanbod", "map") for text in (NOT_RELEVANT, NOT_UNDER_THE_ACT)]


@pytest.mark.parametrize(("soort", "text"), TEXTS)
def test_every_condition_of_duo_has_its_own_words(soort, text):
    found = explain(soort, text)
    assert found.known, text
    assert found.meaning.endswith(".")
    assert found.mend.endswith(".")


def test_two_conditions_of_one_message_never_get_the_same_words():
    for soort, rows in CONDITIONS.items():
        meanings = [explain(soort, text).meaning for _, text in rows]
        assert len(set(meanings)) == len(meanings), soort


@pytest.mark.parametrize(
    ("soort", "text", "meaning", "waar"),
    [
        (
            Soort.PIP,
            "De dagtekening ligt voor de start van de inburgeringsplicht.",
            "De dagtekening van het PIP ligt voor het begin van de inburgeringsplicht.",
            "pip",
        ),
        (
            Soort.PIP,
            "Niveau A2 kan niet samen met de onderwijsroute.",
            "In de onderwijsroute kan het niveau niet A2 zijn.",
            "leerroute",
        ),
        (
            Soort.PIP,
            "De geschatte intensiteit B1-route is verplicht.",
            "DUO mist de geschatte intensiteit. Die hoort bij de B1-route van een asielstatushouder.",
            "leerroute",
        ),
        (Soort.AANBOD, "De persoon heeft geen PIP.", "DUO heeft nog geen PIP van deze persoon.", "pip"),
        (
            Soort.MAP,
            "De datum eindgesprek MAP ligt in de toekomst.",
            "De datum ligt in de toekomst.",
            "resultaten",
        ),
        (
            Soort.ZROUTE,
            "De leerroute van het actuele PIP is niet de Z-route.",
            "In het PIP dat DUO heeft, is de leerroute niet de Z-route.",
            "pip",
        ),
    ],
)
def test_a_known_text_is_told_in_plain_words(soort, text, meaning, waar):
    found = explain(soort, text)
    assert (found.meaning, found.waar) == (meaning, waar)


def test_an_unknown_text_is_shown_as_duo_wrote_it():
    found = explain(Soort.AANBOD, "Fout 4711: zie handleiding")
    assert found.meaning == "DUO schrijft: “Fout 4711: zie handleiding”"
    assert (found.known, found.waar) == (False, "aanbod")


def test_without_a_text_it_says_what_to_look_at_first():
    found = explain(Soort.UREN_PARTICIPATIE, "")
    assert found.meaning == "DUO gaf geen reden."
    assert found.mend == "Controleer de doelgroep en of de Z-route in het PIP bij DUO staat."
    assert explain(Soort.PIP, "").mend == "Controleer de gegevens, en bel DUO als die kloppen."


def test_two_texts_that_mean_the_same_are_told_once():
    texts = ["De persoon heeft geen PIP.", "Er is GEEN PIP", "iets anders"]
    assert [one.meaning for one in explain_all(Soort.AANBOD, texts)] == [
        "DUO heeft nog geen PIP van deze persoon.",
        "DUO schrijft: “iets anders”",
    ]
    assert [one.meaning for one in explain_all(Soort.PVT, [])] == ["DUO gaf geen reden."]


def test_every_message_has_a_page_where_it_is_mended():
    assert set(PAGE) == set(Soort)
    assert set(SILENT) <= set(Soort)
    assert {row.waar for row in KNOWN} - {""} <= {*PAGE.values(), "gegevens", "leerroute"}
