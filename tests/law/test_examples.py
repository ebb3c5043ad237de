from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from meedoen.law import examples
from meedoen.law.examples import ExampleError, examples_report, read_cases, run
from meedoen.law.questions import QUESTIONS, QuestionError, explain_question, plain_value, question, read_fact

OWN = sorted((Path(examples.__file__).parent / "voorbeelden").glob("*.yaml"))
ON = date(2026, 3, 16)

CASE = (
    "- {id: A, question: pip_deadline, day: 2026-03-16, cites: [Bi 5.3], "
    "facts: {doelgroep: gezinsmigrant_of_overige_migrant, kennisgeving: 2026-03-02}, "
    "expect: {last_day: 2026-05-11}}\n"
)


def write(folder, text, name="cases.yaml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_all_own_cases_pass_and_there_are_enough_of_them():
    passed, failures = run(OWN)
    assert failures == []
    assert passed >= 130


def test_every_question_has_a_case():
    asked = {case["question"] for path in OWN for case in read_cases(path)}
    assert asked == set(QUESTIONS)


def test_a_passing_file_reports_and_exits_with_nought(tmp_path):
    assert examples_report([str(write(tmp_path, CASE))]) == ("1 passed, 0 failed", 0)


def test_a_failure_shows_expected_actual_and_the_reasons(tmp_path):
    text, code = examples_report([write(tmp_path, CASE.replace("2026-05-11", "2026-05-12"))])
    assert code == 1
    assert text == (
        "cases.yaml: A: last_day: verwacht 2026-05-12, gevonden 2026-05-11\n"
        "    11 mei 2026: 10 weken na de kennisgeving van 2 maart 2026 (art. 5.3, eerste lid, Bi 2021)\n"
        "        nee: er is geen verhuizing uit een andere gemeente (art. 5.3, Bi 2021)\n"
        "        nee: een gezinsmigrant of overige migrant wordt niet gehuisvest op grond van art. 28 Hvw "
        "(art. 1, eerste lid, Wi 2021)\n"
        "0 passed, 1 failed"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("pip_deadline", "pip_dedline", "onbekende vraag: pip_dedline"),
        ("kennisgeving:", "kenisgeving:", "onbekend feit: kenisgeving"),
        ("last_day:", "laatste_dag:", "onbekend deel van het antwoord: laatste_dag"),
        (
            "kennisgeving: 2026-03-02",
            "kennisgeving: maart",
            "kennisgeving: 'maart' past niet; verwacht wordt een datum",
        ),
        ("day: 2026-03-16", "day: 2021-03-16", "nog niet in werking"),
        ("last_day: 2026-05-11", "last_day: ja", "verwacht ja, gevonden 2026-05-11"),
    ],
)
def test_what_is_not_in_the_vocabulary_fails_and_is_not_skipped(tmp_path, old, new, message):
    text, code = examples_report([write(tmp_path, CASE.replace(old, new))])
    assert code == 1
    assert message in text
    assert text.endswith("0 passed, 1 failed")


def test_an_id_is_used_once_over_all_files(tmp_path):
    text, code = examples_report([write(tmp_path, CASE), write(tmp_path, CASE, "more.yaml")])
    assert (code, text) == (1, "more.yaml: A: het id A komt vaker voor\n1 passed, 1 failed")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [", "is niet te lezen"),
        ("a: 1", "een lijst van voorbeelden werd verwacht"),
        ("- 1", "voorbeeld 1: nodig zijn"),
        (CASE.replace("cites: [Bi 5.3], ", ""), "voorbeeld 1: nodig zijn cites, day, expect"),
        (CASE.replace("expect: {last_day: 2026-05-11}", "expect: {}"), "facts en expect zijn lijsten"),
        (CASE.replace("day: 2026-03-16", "day: morgen"), "day is geen datum"),
        (CASE.replace("day: 2026-03-16", "day: 2026-03-16 10:00:00"), "day is geen datum"),
    ],
)
def test_a_file_that_is_no_list_of_cases_is_said_in_one_line(tmp_path, text, message):
    path = write(tmp_path, text)
    with pytest.raises(ExampleError, match=message):
        read_cases(path)
    report, code = examples_report([path])
    assert code == 2
    assert message in report


def test_a_file_that_is_not_there_is_said():
    report, code = examples_report([Path("nergens.yaml")])
    assert code == 2
    assert report.startswith("nergens.yaml is niet te lezen")


def test_explaining_a_question_prints_every_part_with_its_reasons():
    text = explain_question("pip_deadline", {"kennisgeving": date(2026, 3, 2)}, ON)
    assert text.splitlines() == [
        "last_day = onbekend: de verblijfstitel is niet bekend (art. 5.3, eerste lid, Bi 2021)",
        "    nee: er is geen verhuizing uit een andere gemeente (art. 5.3, Bi 2021)",
        "    onbekend: de verblijfstitel is niet bekend (art. 1, eerste lid, Wi 2021)",
    ]


def test_facts_are_names_with_values():
    with pytest.raises(QuestionError, match="een lijst van naam en waarde"):
        explain_question("map", ["leerroute"], ON)


def test_an_unknown_question_names_the_known_ones():
    with pytest.raises(QuestionError, match=r"onbekende vraag: onzin; bekend zijn a2, aanbod"):
        question("onzin")


@pytest.mark.parametrize(
    ("value", "kind", "read"),
    [
        ("ja", bool | None, True),
        (False, bool | None, False),
        (None, bool | None, None),
        (date(2026, 1, 1), date | None, date(2026, 1, 1)),
        (0, int | None, 0),
        ("NL", str | None, "NL"),
    ],
)
def test_facts_are_read_by_their_type(value, kind, read):
    assert read_fact("feit", value, kind) == read


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("misschien", bool | None, "ja of nee"),
        (1, bool | None, "ja of nee"),
        ("2026", date | None, "een datum"),
        (-1, int | None, "een geheel getal vanaf 0"),
        (True, int | None, "een geheel getal vanaf 0"),
        (1.5, int | None, "een geheel getal vanaf 0"),
        (5, str | None, "tekst"),
    ],
)
def test_a_value_that_does_not_fit_says_what_would(value, kind, expected):
    with pytest.raises(QuestionError, match=f"past niet; verwacht wordt {expected}"):
        read_fact("feit", value, kind)


def test_a_code_that_does_not_exist_names_the_codes():
    with pytest.raises(QuestionError, match="een van B1-route, onderwijsroute, Z-route"):
        question("map").ask({"leerroute": "C-route"}, on=ON)


@pytest.mark.parametrize(("amount", "written"), [(Decimal("180.00"), 180), (Decimal("610.98"), 610.98)])
def test_amounts_are_numbers_in_the_vocabulary(amount, written):
    assert plain_value(amount) == written
