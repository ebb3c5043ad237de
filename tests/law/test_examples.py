from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from meedoen.law import examples
from meedoen.law.examples import ExampleError, check, examples_report, read_cases, run
from meedoen.law.leden.cites import resolve
from meedoen.law.questions import QUESTIONS, QuestionError, explain_question, plain_value, question, read_fact

OWN = sorted((Path(examples.__file__).parent / "voorbeelden").glob("*.yaml"))
CASES = {f"{path.stem}: {case['id']}": case for path in OWN for case in read_cases(path)}
DOCS = Path(__file__).resolve().parents[2] / "docs"
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


@pytest.mark.parametrize("name", CASES)
def test_each_of_our_own_cases_gives_what_it_expects(name):
    assert check(CASES[name]) == []


@pytest.mark.parametrize("name", CASES)
def test_each_of_our_own_cases_cites_places_that_exist(name):
    for cited in CASES[name]["cites"]:
        assert resolve(cited)


def test_there_are_enough_cases_and_each_has_its_own_id():
    passed, failures = run(OWN)
    assert failures == []
    assert passed == len(CASES) >= 150


def test_every_question_has_a_case():
    asked = {case["question"] for path in OWN for case in read_cases(path)}
    assert asked == set(QUESTIONS)


def test_every_part_of_every_answer_is_expected_by_some_case():
    expected = {(case["question"], part) for case in CASES.values() for part in case["expect"]}
    parts = {(name, part) for name, found in QUESTIONS.items() for part in found.answers}
    assert parts - expected == set()


def test_the_case_of_the_how_to_passes_and_its_mistake_reads_as_it_says(tmp_path):
    page = (DOCS / "how-to" / "voorbeeld-toevoegen.md").read_text(encoding="utf-8")
    case = page.split("```yaml\n")[1].split("```")[0]
    assert examples_report([write(tmp_path, case)]) == ("1 passed, 0 failed", 0)
    wrong = write(tmp_path, case.replace("2026-05-11", "2026-05-12"), "mijn-gevallen.yaml")
    text, _ = examples_report([wrong])
    assert text in page


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
        ("pip_deadline", "pip_dedline", "onbekende vraag: pip_dedline; bedoelt u pip_deadline?"),
        ("[Bi 5.3]", "[Bi 99.3]", "Bi 99.3 staat niet in de lijst van artikelen en leden"),
        ("[Bi 5.3]", "[Besluit 5.3 en zo]", "Besluit 5.3 en zo is geen vindplaats"),
        (
            "kennisgeving: 2026-03-02",
            "kennisgeving: [2026-03-02, maart]",
            "kennisgeving: [2026-03-02, 'maart'] past niet; verwacht wordt een datum",
        ),
        ("last_day: 2026-05-11", "last_day: [2026-05-11]", "verwacht [2026-05-11], gevonden 2026-05-11"),
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
        ("a: [", "is niet te lezen: regel 1, kolom 5: dit is geen geldige YAML"),
        (
            CASE.replace("facts: {", "facts: {kennisgeving: 2026-03-01, "),
            "regel 1: kennisgeving staat er",
        ),
        (CASE.replace("day: 2026-03-16", "day: 2026-02-30"), "regel 1: 2026-02-30 bestaat niet"),
        (
            CASE.replace("cites: [Bi 5.3]", "cites: Bi 5.3"),
            "voorbeeld 1: cites is een lijst",
        ),
        (CASE.replace("cites: [Bi 5.3]", "cites: []"), "voorbeeld 1: cites is een lijst"),
        (CASE.replace("id: A", 'id: ""'), "voorbeeld 1: id is leeg"),
        ("", "een lijst van voorbeelden werd verwacht"),
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
    assert examples_report(["mijn/nergens.yaml"]) == ("mijn/nergens.yaml bestaat niet", 2)


def test_a_folder_is_not_a_file_and_the_report_says_what_to_type(tmp_path):
    text = f"{tmp_path.name} is een map; noem de bestanden zelf, zoals {tmp_path.name}/*.yaml"
    assert examples_report([tmp_path]) == (text, 2)


def test_a_file_that_is_no_text_is_said(tmp_path):
    path = tmp_path / "cases.yaml"
    path.write_bytes(b"\xff\xfe")
    assert examples_report([path]) == ("cases.yaml is geen tekst in UTF-8", 2)


def test_two_failing_cases_with_one_id_are_two_failures(tmp_path):
    wrong = CASE.replace("2026-05-11", "2026-05-12")
    text, code = examples_report([write(tmp_path, wrong + wrong)])
    assert code == 1
    assert text.endswith("het id A komt vaker voor\n0 passed, 2 failed")


def test_one_case_with_two_wrong_parts_is_one_failure_that_shows_both(tmp_path):
    case = (
        "- {id: B, question: leerroute_switch, day: 2027-09-16, cites: [Bi 5.4 lid 1], "
        "facts: {eerste_pip: 2026-03-16, van: B1-route, naar: Z-route}, "
        "expect: {allowed: nee, until: 2027-09-15}}\n"
    )
    text, code = examples_report([write(tmp_path, case)])
    assert code == 1
    assert "cases.yaml: B: allowed: verwacht nee, gevonden ja\n" in text
    assert "cases.yaml: B: until: verwacht 2027-09-15, gevonden 2027-09-16\n" in text
    assert text.endswith("0 passed, 1 failed")


def test_facts_that_no_calendar_can_hold_are_a_failure_and_not_a_crash(tmp_path):
    far = CASE.replace("kennisgeving: 2026-03-02", "kennisgeving: 9999-12-30")
    text, code = examples_report([write(tmp_path, far)])
    assert code == 1
    assert "cases.yaml: A: niet te berekenen met deze feiten: " in text


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
