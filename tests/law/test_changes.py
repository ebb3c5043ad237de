"""What changed between two days: the law, a number, or only time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.changes import changes
from meedoen.law.inburgering.pip import pip_deadline
from meedoen.law.inburgering.plicht import PlichtFacts, has_age_of_this_law
from meedoen.law.inburgering.termijn import TermijnFacts, termijn_days_left
from meedoen.law.questions import QuestionError

FACTS = {
    "kennisgeving": date(2022, 11, 1),
    "inschrijving": date(2022, 10, 1),
    "verblijfstitel": "asiel_bepaalde_tijd",
}
STUDENT = {
    "verblijfstitel": "regulier_bepaalde_tijd",
    "verblijfsdoel": "studie",
    "bekendmaking": date(2024, 1, 1),
    "geboortedatum": date(1990, 1, 1),
}


def of(asked, facts, since, until, part=0):
    return changes(asked, facts, since, until).parts[part]


def test_another_text_of_a_lid_changes_the_answer_on_its_first_day():
    found = of("pip_deadline", FACTS, date(2022, 12, 31), date(2023, 1, 1))
    assert found.what == ("antwoord", "reden")
    assert (found.before.outcome.value, found.after.outcome.value) == (date(2022, 12, 12), date(2023, 1, 10))
    lid = found.changes[0]
    assert (lid.kind, lid.since, lid.matters) == ("lid", date(2023, 1, 1), True)
    assert lid.sentence == "art. 5.3, eerste lid, Bi 2021 luidt sinds deze dag anders"
    assert lid.citation == "art. 5.3, eerste lid, Bi 2021"
    assert lid.link.endswith("z=2023-01-01&g=2023-01-01")
    assert lid.text() == (
        "1 januari 2023: art. 5.3, eerste lid, Bi 2021 luidt sinds deze dag anders; het antwoord werd: "
        "10 januari 2023 – 10 weken na de kennisgeving van 1 november 2022 (art. 5.3, eerste lid, Bi 2021)"
    )
    assert lid.before.startswith("12 december 2022 – 10 weken na de inschrijving")


def test_the_day_before_the_new_text_nothing_has_changed():
    assert of("pip_deadline", FACTS, date(2022, 12, 30), date(2022, 12, 31)).changes == ()
    assert of("pip_deadline", FACTS, date(2023, 1, 1), date(2023, 1, 2)).changes == ()
    assert of("pip_deadline", FACTS, date(2023, 1, 1), date(2023, 1, 1)).same


def test_a_lid_that_moved_says_where_it_stands_now():
    found = of(
        "z_route_uren",
        {"overstap_van": "B1-route", "nt2_uren_voor_overstap": 100, "doelgroep": "asielstatushouder"},
        date(2022, 12, 31),
        date(2023, 1, 1),
    )
    assert found.same
    (moved,) = found.changes
    assert moved.sentence == (
        "sinds deze dag geldt art. 5.4, vierde lid, onderdeel c, Bi 2021 in plaats van "
        "art. 5.4, derde lid, onderdeel c, Bi 2021"
    )
    assert moved.matters is False
    assert moved.text().endswith("; dat verandert dit antwoord niet")


def test_a_list_that_changed_says_what_went_and_came_with_its_source():
    found = of("inburgeringsplicht", STUDENT, date(2024, 4, 16), date(2024, 4, 17))
    assert found.same
    number = next(change for change in found.changes if change.kind == "getal")
    assert number.since == date(2024, 4, 17)
    assert "(vervallen: vermogende vreemdeling)" in number.sentence
    assert number.source == "Geconsolideerde tekst per 17 april 2024"
    assert f" [{number.source}]; dat verandert dit antwoord niet" in number.text()
    before = of("inburgeringsplicht", STUDENT, date(2024, 4, 15), date(2024, 4, 16))
    assert before.changes == ()


def test_an_age_that_rises_is_told_with_both_values():
    facts = PlichtFacts(geboortedatum=date(1958, 1, 1))
    found = changes(has_age_of_this_law, facts, date(2023, 12, 31), date(2024, 1, 1)).parts[0]
    (age,) = found.changes
    assert age.kind == "getal"
    assert age.sentence == "Pensioengerechtigde leeftijd: was 802 maanden, is 804 maanden"


def test_only_time_that_went_by_is_told_as_such():
    facts = {"bekendmaking": date(2026, 3, 2)}
    found = of("bezwaartermijn", facts, date(2026, 3, 3), date(2026, 12, 31), part=2)
    (day,) = found.changes
    assert (day.kind, day.since, day.matters) == ("dag", date(2026, 4, 14), True)
    assert day.text() == (
        "14 april 2026: er ging alleen tijd voorbij; het antwoord werd: "
        "nee – de bezwaartermijn is op 13 april 2026 geëindigd (art. 6:7, Awb)"
    )


def test_another_certainty_is_told_apart_from_another_answer():
    found = of("bewaartermijn", {"plicht_geeindigd": date(2025, 1, 1)}, date(2024, 1, 1), date(2026, 1, 1))
    assert found.what == ()
    waiting = {
        "kennisgeving": date(2025, 3, 3),
        "inschrijving": date(2025, 3, 3),
        "verblijfstitel": "asiel_bepaalde_tijd",
        "informatie_derde_gevraagd": date(2025, 4, 1),
    }
    found = of("pip_deadline", waiting, date(2025, 5, 12), date(2025, 5, 13))
    assert found.what == ("antwoord", "zekerheid", "reden")
    assert found.changes[0].since == date(2025, 5, 13)


def test_of_an_answer_that_differs_every_day_only_the_first_days_are_told():
    facts = TermijnFacts(eerste_pip=date(2024, 1, 1))
    found = changes(termijn_days_left, facts, date(2024, 2, 1), date(2024, 3, 1)).parts[0]
    assert [change.since.day for change in found.changes] == [2, 3, 4, 5, 6, 7]


def test_as_text_both_answers_stand_below_each_other():
    told = changes("pip_deadline", FACTS, date(2022, 12, 31), date(2023, 1, 1)).text().splitlines()
    assert told[0] == "Uiterste datum voor het PIP: 31 december 2022 en 1 januari 2023"
    assert told[2] == "laatste dag: anders (antwoord, reden)"
    assert told[3].startswith("    op 31 december 2022: 12 december 2022 – ")
    assert told[4].startswith("    op 1 januari 2023: 10 januari 2023 – ")
    assert told[5].startswith("    1 januari 2023: art. 5.3, eerste lid, Bi 2021 luidt")
    same = changes("pip_deadline", FACTS, date(2023, 1, 1), date(2023, 1, 2)).text().splitlines()
    assert same[2] == (
        "laatste dag: hetzelfde, 10 januari 2023 – 10 weken na de kennisgeving van 1 november 2022"
        " (art. 5.3, eerste lid, Bi 2021)"
    )


def test_a_program_gets_the_same_as_plain_values():
    told = changes("pip_deadline", FACTS, date(2022, 12, 31), date(2023, 1, 1)).as_dict()
    assert {name: told[name] for name in ("question", "title", "since", "until", "same")} == {
        "question": "pip_deadline",
        "title": "Uiterste datum voor het PIP",
        "since": "2022-12-31",
        "until": "2023-01-01",
        "same": False,
    }
    (part,) = told["parts"]
    assert (part["part"], part["label"], part["same"]) == ("last_day", "laatste dag", False)
    assert part["what"] == ["antwoord", "reden"]
    assert (part["before"]["value"], part["after"]["value"]) == ("2022-12-12", "2023-01-10")
    assert part["changes"][0]["since"] == "2023-01-01"
    assert set(part["changes"][0]) == {
        *("kind", "since", "sentence", "matters", "before", "after", "citation", "link", "source"),
    }


def test_days_in_the_wrong_order_are_refused():
    with pytest.raises(
        QuestionError, match="1 januari 2023 ligt voor 2 januari 2023; zet de eerste dag voorop"
    ):
        changes("pip_deadline", FACTS, date(2023, 1, 2), date(2023, 1, 1))


days = st.dates(date(2022, 1, 1), date(2028, 12, 31))


@given(days, days, st.none() | days, st.none() | days)
def test_whatever_differs_has_a_reason_and_what_has_a_reason_may_differ(first, second, told, registered):
    since, until = sorted((first, second))
    facts = {"kennisgeving": told, "inschrijving": registered, "verblijfstitel": "asiel_bepaalde_tijd"}
    found = changes("pip_deadline", facts, since, until).parts[0]
    assert found.same or any(change.matters for change in found.changes)
    for change in found.changes:
        assert since < change.since <= until
        sides = [
            changes("pip_deadline", facts, day, day).parts[0].after.outcome
            for day in (change.since - timedelta(days=1), change.since)
        ]
        assert change.matters == (sides[0].sentence() != sides[1].sentence())
    assert found.after.outcome.value == pip_deadline_value(facts, until)


def pip_deadline_value(facts, on):
    from meedoen.law.inburgering.begrippen import Verblijfstitel
    from meedoen.law.inburgering.pip import PIPFacts

    known = {**facts, "verblijfstitel": Verblijfstitel(facts["verblijfstitel"])}
    return pip_deadline(PIPFacts(**known), on=on).value
