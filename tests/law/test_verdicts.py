import inspect
from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Begrip
from meedoen.law.kernel.rule import RULES
from meedoen.law.leden import leden, regelingen
from meedoen.law.verdicts import (
    FOLDER,
    Kind,
    Verdict,
    cases_by_place,
    check,
    is_function,
    problems,
    read,
    rules_by_agreement,
    rules_by_place,
    verdicts,
)

OWN = {name: rule for name, rule in RULES.items() if rule.__module__.startswith("meedoen.law.")}
KNOWN = {"wi2021/3/1", "wi2021/3/2", "wi2021/27"}
RULES_BY_LID = {"wi2021/3/1": ("plicht.a",), "wi2021/27": ("boete.b",)}
STATED = {
    "wi2021/3/1": Verdict("wi2021/3/1", Kind.IMPLEMENTED, ""),
    "wi2021/3/2": Verdict("wi2021/3/2", Kind.NOT_OURS, "de Minister beslist"),
    "wi2021/27": Verdict("wi2021/27", Kind.OORDEEL, "het college weegt"),
}


def test_every_lid_has_one_verdict_and_it_agrees_with_the_rules():
    assert problems() == []


def test_verdicts_cover_exactly_the_leden_of_the_list():
    assert set(verdicts()) == set(leden())


def test_every_file_of_verdicts_belongs_to_a_list_of_leden():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(regelingen())


def test_every_rule_cites_a_lid_an_agreement_or_a_judgment():
    cited = {name for names in (*rules_by_place().values(), *rules_by_agreement().values()) for name in names}
    assert cited == set(OWN)


def test_nothing_is_wrong_with_the_copy_that_the_next_tests_break():
    assert check(STATED, KNOWN, RULES_BY_LID) == []


def test_a_rule_without_a_lid_in_the_list_is_told():
    rules = RULES_BY_LID | {"wi2021/99/1": ("plicht.new",)}
    assert check(STATED, KNOWN, rules) == [
        "plicht.new cites wi2021/99/1, which is not in the list of leden",
    ]


def test_a_rule_may_cite_an_article_as_a_whole():
    assert check(STATED, KNOWN, RULES_BY_LID | {"wi2021/3": ("plicht.whole",)}) == []


def test_a_lid_without_a_verdict_is_told():
    stated = {key: verdict for key, verdict in STATED.items() if key != "wi2021/3/2"}
    assert check(stated, KNOWN, RULES_BY_LID) == ["wi2021/3/2: has no verdict"]


def test_implemented_without_a_rule_is_told_unless_the_article_as_a_whole_is_cited():
    broken = STATED | {"wi2021/3/2": Verdict("wi2021/3/2", Kind.IMPLEMENTED, "")}
    assert check(broken, KNOWN, RULES_BY_LID) == ["wi2021/3/2: implemented, but no rule cites it"]
    assert check(broken, KNOWN, RULES_BY_LID | {"wi2021/3": ("plicht.whole",)}) == []


def test_implemented_may_name_a_function_that_is_no_rule_when_that_exists():
    by_function = replace(STATED["wi2021/3/2"], verdict=Kind.IMPLEMENTED, why="kernel.calendar.term_end")
    assert check(STATED | {"wi2021/3/2": by_function}, KNOWN, RULES_BY_LID) == []
    missing = replace(by_function, why="kernel.calendar.no_such_end")
    assert check(STATED | {"wi2021/3/2": missing}, KNOWN, RULES_BY_LID) == [
        "wi2021/3/2: implemented, but no rule cites it",
    ]


@pytest.mark.parametrize("name", ["", "kernel", "kernel.calendar.SUNDAYS_ANYWAY", "../x", "de Minister"])
def test_what_is_no_function_is_not_taken_for_one(name):
    assert not is_function(name)


def test_a_verdict_for_a_lid_that_does_not_exist_is_told():
    broken = STATED | {"wi2021/3/9": Verdict("wi2021/3/9", Kind.NOT_OURS, "de Minister beslist")}
    assert check(broken, KNOWN, RULES_BY_LID) == ["wi2021/3/9: a verdict for a lid that does not exist"]


@pytest.mark.parametrize("kind", [Kind.OORDEEL, Kind.NOT_OURS, Kind.TO_DO])
def test_every_verdict_but_implemented_says_why(kind):
    broken = STATED | {"wi2021/3/2": Verdict("wi2021/3/2", kind, " ")}
    assert check(broken, KNOWN, RULES_BY_LID) == [f"wi2021/3/2: {kind.value} without a why"]


@pytest.mark.parametrize("kind", [Kind.NOT_OURS, Kind.TO_DO])
def test_what_a_rule_cites_is_no_longer_to_do_or_not_ours(kind):
    broken = STATED | {"wi2021/3/1": Verdict("wi2021/3/1", kind, "nog niet")}
    assert check(broken, KNOWN, RULES_BY_LID) == [f"wi2021/3/1: {kind.value}, but plicht.a cites it"]


WI = regelingen()["wi2021"].artikelen


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"99": {"1": "implemented"}}, "wi2021/99: there is no such article"),
        ({"3": "implemented"}, "wi2021/3: there is no such article, or its verdicts are not by lid"),
        ({"3": {6: "implemented"}}, "wi2021/3/6: a verdict for a lid that does not exist"),
        ({"27": {1: "implemented"}}, "wi2021/27/1: a verdict for a lid that does not exist"),
        ({"3": {"x": "implemented"}}, "wi2021/3/x: a verdict for a lid that does not exist"),
        ({"3": {1: "done"}}, "wi2021/3/1: 'done' is not a verdict"),
        (
            {"3": {1: {"oordeel": "a", "to_do": "b"}}},
            "wi2021/3/1: {'oordeel': 'a', 'to_do': 'b'} is not a verdict",
        ),
        ({"3": {"1-2": "implemented", 2: "implemented"}}, "wi2021/3/2: has more than one verdict"),
        ({"3": {"alle": "implemented", 5: "implemented"}}, "wi2021/3/5: has more than one verdict"),
    ],
)
def test_a_file_of_verdicts_that_is_not_right_is_told_by_the_lid(entries, message):
    _, wrong = read("wi2021", entries, WI)
    assert len(wrong) == 1
    assert wrong[0].startswith(message)


def test_verdicts_are_read_by_lid_by_range_and_for_the_whole_article():
    entries = {"3": {1: "implemented", "2-5": {"not_ours": "zo"}}, "27": {"alle": {"oordeel": "weegt"}}}
    stated, wrong = read("wi2021", entries, WI)
    assert wrong == []
    assert [verdict.verdict.value for verdict in stated.values()] == [
        *("implemented", "not_ours", "not_ours", "not_ours", "not_ours"),
        "oordeel",
    ]
    assert stated["wi2021/3/4"] == Verdict("wi2021/3/4", Kind.NOT_OURS, "zo")
    assert stated["wi2021/27"].why == "weegt"


def test_a_verdict_knows_its_rules_and_its_cases():
    found = verdicts()["bi2021/5.3/1"]
    assert found.verdict is Kind.IMPLEMENTED
    assert "inburgering.pip.pip_deadline_first" in found.rules
    assert "S-laatste-dag" in verdicts()["bi2021/5.4/1"].cases


def test_a_case_that_cites_no_place_counts_for_none(tmp_path, monkeypatch):
    case = "- {id: A, question: map, day: 2026-01-01, cites: [Wi 99, Wi 27], facts: {}, expect: {hours: 1}}"
    (tmp_path / "cases.yaml").write_text(case, encoding="utf-8")
    monkeypatch.setattr("meedoen.law.verdicts.CASES", tmp_path)
    assert cases_by_place.__wrapped__() == {"wi2021/27": ("A",)}


def test_a_case_that_cites_duo_counts_for_the_agreement_that_its_question_rests_on():
    assert "D-op-de-dag-van-vestiging" in cases_by_place()["duo/pip"]
    assert "D-op-de-dag-van-vestiging" not in cases_by_place()["duo/toegang"]


def test_a_rule_that_cites_an_onderdeel_counts_for_its_lid():
    assert "inburgering.brede_intake.has_leerbaarheidstoets" in verdicts()["wi2021/14/3"].rules


def test_an_old_version_counts_for_the_number_that_its_lid_has_now():
    hours = "inburgering.z_route.z_hours_from_earlier_route"
    assert hours in verdicts()["bi2021/5.4/4"].rules
    assert hours not in verdicts()["bi2021/5.4/3"].rules


def test_every_version_of_a_rule_says_in_one_sentence_what_the_lid_says():
    for name, rule in OWN.items():
        for version in rule.versions:
            assert inspect.getdoc(version.body), name
            assert list(inspect.signature(version.body).parameters) == ["facts", "on"], name


def test_every_begrip_has_a_label_without_underscores():
    for kind in Begrip.__subclasses__():
        for member in kind:
            assert member.label
            assert "_" not in member.label


def test_no_lid_is_older_than_its_regeling_and_none_is_younger_than_the_text_that_was_read():
    for lid in leden().values():
        read_on = regelingen()[lid.artikel.source.code].read_on
        assert lid.artikel.source.versions[0] <= lid.since <= max(read_on, date(2022, 1, 1)), lid.key
