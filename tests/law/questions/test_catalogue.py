"""What can be asked, and what questions, parts and facts are called."""

import pytest

from meedoen.law.questions import QUESTIONS, QuestionError
from meedoen.law.questions.catalogue import catalogue, described
from meedoen.law.questions.wording import FACTS, PARTS, TITLES, fact_label, in_words, part_label, title


def test_the_catalogue_has_every_question_by_name():
    assert [asked.name for asked in catalogue()] == sorted(QUESTIONS)


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_every_question_names_all_its_parts_and_facts(name):
    asked = described(name)
    assert [key for key, _ in asked.parts] == list(QUESTIONS[name].answers)
    expected = {*QUESTIONS[name].types(), *QUESTIONS[name].unfolds}
    assert {fact.name for fact in asked.facts} == expected
    assert all(fact.label and fact.form for fact in asked.facts)


def test_a_question_as_text_says_what_a_value_looks_like():
    told = described("a2").text().splitlines()
    assert told[0] == "a2: Examen op niveau A2"
    assert "    may_examine_at_a2: examen op niveau A2 mag" in told
    assert "    leerroute: leerroute – een van B1-route, onderwijsroute, Z-route" in told
    assert "    nt2_uren: gevolgde cursusuren NT2 – een geheel getal vanaf 0" in told
    assert "    b1_haalbaar: oordeel of B1 haalbaar is binnen de termijn – ja of nee" in told


def test_a_program_gets_the_choices_with_their_labels():
    facts = {fact["name"]: fact for fact in described("pip_deadline").as_dict()["facts"]}
    assert facts["kennisgeving"] == {
        "name": "kennisgeving",
        "label": "kennisgeving van DUO",
        "form": "een datum (2026-03-02)",
        "choices": [],
    }
    assert facts["doelgroep"]["choices"] == [
        {"value": "asielstatushouder", "label": "asielstatushouder"},
        {"value": "gezinsmigrant_of_overige_migrant", "label": "gezinsmigrant of overige migrant"},
    ]
    assert described("pip_deadline").as_dict()["parts"] == [{"part": "last_day", "label": "laatste dag"}]


def test_another_name_of_a_fact_stands_there_too():
    facts = {fact.name: fact.label for fact in described("map").facts}
    assert facts["praktijkuren"] == facts["map_uren"] == "uren praktische inzet van de MAP"


def test_a_question_that_does_not_exist_is_told():
    with pytest.raises(QuestionError, match="onbekende vraag: pip"):
        described("pip")


def test_a_name_without_a_word_of_its_own_reads_as_words():
    assert in_words("pip_herroepen") == "PIP herroepen"
    assert title("nieuwe_vraag") == "Nieuwe vraag"
    assert title("pip_deadline") == "Uiterste datum voor het PIP"
    assert part_label("nieuwe_vraag", "last_day") == "last day"
    assert part_label("pip_deadline", "last_day") == "laatste dag"
    assert fact_label("duo_dag") == "DUO dag"


def test_no_word_stands_there_for_what_is_gone():
    parts = {f"{name}.{key}" for name, asked in QUESTIONS.items() for key in asked.answers}
    own = {"z_route.cursusuren", "z_route.participatie_uren"}  # parts that only the page of a dossier shows
    assert set(TITLES) <= set(QUESTIONS)
    assert set(PARTS) - own <= parts
    facts = {fact for asked in QUESTIONS.values() for fact in asked.types()}
    assert set(FACTS) <= facts
