"""`meedoen wet …` on the command line: answers, differences, what can be asked, and faults in Dutch."""

import json

import pytest

from meedoen.project.command import main


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "feiten.yaml"
    path.write_text(
        "kennisgeving: 2022-11-01\ninschrijving: 2022-10-01\nverblijfstitel: asiel_bepaalde_tijd\n"
    )
    return str(path)


def wet(*arguments):
    return main(["wet", *arguments])


def test_in_short_it_is_one_sentence_for_each_part(facts, capsys):
    assert wet("leg-uit", "pip_deadline", "--feiten", facts, "--op", "2023-05-01", "--kort") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Uiterste datum voor het PIP (gevraagd voor 1 mei 2023)",
        "laatste dag: 10 januari 2023 – 10 weken na de kennisgeving van 1 november 2022"
        " (art. 5.3, eerste lid, Bi 2021)",
    ]


def test_in_full_it_has_grounds_articles_and_facts(facts, capsys):
    assert wet("leg-uit", "pip_deadline", "--feiten", facts, "--op", "2023-05-01") == 0
    told = capsys.readouterr().out
    assert "    nee: er is geen verhuizing uit een andere gemeente (art. 5.3, Bi 2021)" in told
    assert "    gebruikt: kennisgeving van DUO = 1 november 2022" in told
    assert "https://wetten.overheid.nl/jci1.3:c:BWBR0045555&artikel=5.3&z=2023-01-01&g=2023-01-01" in told


def test_json_is_the_explanation_of_the_api(facts, capsys):
    assert wet("leg-uit", "pip_deadline", "--feiten", facts, "--op", "2023-05-01", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["parts"][0]["value"] == "2023-01-10"


def test_two_days_are_compared_with_the_reason(facts, capsys):
    days = ("--van", "2022-12-31", "--tot", "2023-01-01")
    assert wet("vergelijk", "pip_deadline", "--feiten", facts, *days) == 0
    told = capsys.readouterr().out
    assert "laatste dag: anders (antwoord, reden)" in told
    assert "1 januari 2023: art. 5.3, eerste lid, Bi 2021 luidt sinds deze dag anders" in told


def test_the_difference_can_be_json_too(facts, capsys):
    days = ("--van", "2023-01-01", "--tot", "2023-01-02")
    assert wet("vergelijk", "pip_deadline", "--feiten", facts, *days, "--json") == 0
    assert json.loads(capsys.readouterr().out)["same"] is True


def test_the_questions_and_the_facts_of_one(capsys):
    assert wet("vragen") == 0
    assert "pip_deadline: Uiterste datum voor het PIP" in capsys.readouterr().out
    assert wet("vragen", "map") == 0
    told = capsys.readouterr().out
    assert "    leerroute: leerroute – een van B1-route, onderwijsroute, Z-route" in told
    assert "    praktijkuren: uren praktische inzet van de MAP – een geheel getal vanaf 0" in told


def test_the_questions_as_json(capsys):
    assert wet("vragen", "--json") == 0
    assert {"question", "title", "parts", "facts"} == set(json.loads(capsys.readouterr().out)[0])
    assert wet("vragen", "a2", "--json") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Examen op niveau A2"


def test_an_empty_file_holds_no_facts(tmp_path, capsys):
    path = tmp_path / "leeg.yaml"
    path.write_text("")
    assert wet("leg-uit", "pip_deadline", "--feiten", str(path), "--op", "2023-05-01") == 0
    assert "    ontbreekt: kennisgeving van DUO (kennisgeving)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("leg-uit", "pip", "--op", "2023-05-01"), "onbekende vraag: pip; bekend zijn"),
        (("leg-uit", "a2", "--op", "2023-05-01"), "onbekend feit: inschrijving, kennisgeving"),
        (("leg-uit", "pip_deadline", "--op", "1 mei"), "1 mei is geen datum. Schrijf jaar-maand-dag"),
        (("leg-uit", "pip_deadline", "--op", "2020-01-01"), "is op 1 januari 2020 nog niet in werking"),
        (
            ("vergelijk", "pip_deadline", "--van", "2024-01-02", "--tot", "2024-01-01"),
            "1 januari 2024 ligt voor 2 januari 2024; zet de eerste dag voorop",
        ),
    ],
)
def test_what_is_wrong_is_told_in_dutch(arguments, sentence, facts, capsys):
    assert wet(*arguments, "--feiten", facts) == 2
    assert sentence in capsys.readouterr().err


def test_a_question_that_does_not_exist_has_no_facts_either(capsys):
    assert wet("vragen", "pip") == 2
    assert "onbekende vraag: pip" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "bestaat niet"),
        ("- lijst\n", "schrijf elk feit op een regel als naam: waarde"),
        ("a: [\n", "is niet te lezen: regel 2, kolom 1: dit is geen geldige YAML"),
        ("kennisgeving: 2025-03-03\nkennisgeving: 2025-03-04\n", "regel 2: kennisgeving staat er twee keer"),
        ("kennisgeving: 2025-02-30\n", "regel 1: 2025-02-30 bestaat niet"),
        ("kennisgeving: 9999-12-31\n", "met deze feiten is geen datum of getal te berekenen"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_dutch(text, sentence, tmp_path, capsys):
    path = tmp_path / "feiten.yaml"
    if text is not None:
        path.write_text(text + ("doelgroep: gezinsmigrant_of_overige_migrant\n" if "9999" in text else ""))
    assert wet("leg-uit", "pip_deadline", "--feiten", str(path), "--op", "2023-05-01") == 2
    assert sentence in capsys.readouterr().err
