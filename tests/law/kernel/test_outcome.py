import json
from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep
from meedoen.law.kernel.citation import Agreement, Judgment, NotInForce, Source
from meedoen.law.kernel.dutch import enumeration, euros, in_dutch, ordinal
from meedoen.law.kernel.outcome import (
    Outcome,
    Status,
    Undecided,
    answer,
    given,
    known,
    needs_oordeel,
    outcome_of,
    plain,
    unknown,
)
from meedoen.law.kernel.period import Weeks
from meedoen.law.kernel.rule import RULES, rule

WET = Source("wet", "BWBR0000001", "Wet", "De wet", (date(2022, 1, 1), date(2023, 1, 1)))
DAY = date(2022, 6, 1)


class Facts:
    def __init__(self, uren=None, oordeel=None):
        self.uren = uren
        self.oordeel = oordeel


@rule(WET.art("5.5", lid=1), since=date(2022, 1, 1))
def enough(facts, *, on):
    """Enough hours."""
    uren = given(facts.uren, "de uren zijn niet bekend")
    return answer(uren >= 600, "{uren} van de 600 uur zijn gevolgd", uren=uren)


@rule(WET.art("17", lid=3), WET.art("7"), since=date(2022, 1, 1))
def may(facts, *, on):
    """May, after enough hours, when judged so."""
    if not enough(facts, on=on):
        return answer(False, "er is nog niet genoeg gedaan")
    if facts.oordeel is None:
        needs_oordeel("beoordeel of {niveau} haalbaar is", niveau="B1")
    return answer(not facts.oordeel, "het is beoordeeld")


@rule(WET.art("9"), since=date(2022, 1, 1))
def hands_over(facts, *, on):
    """Another rule answers, after a condition."""
    if may(facts, on=on):
        return enough(facts, on=on)
    return enough(facts, on=on)


def test_the_explanation_is_a_tree_of_reasons():
    assert may(Facts(480), on=DAY).explain() == (
        "nee: er is nog niet genoeg gedaan (art. 17, derde lid, Wet)\n"
        "    nee: 480 van de 600 uur zijn gevolgd (art. 5.5, eerste lid, Wet)"
    )


def test_an_oordeel_travels_up_with_what_rests_under_it():
    outcome = may(Facts(640), on=DAY)
    assert (outcome.status, outcome.value, outcome.sentence()) == (
        Status.OORDEEL,
        None,
        "beoordeel of B1 haalbaar is",
    )
    assert outcome.explain() == (
        "oordeel: beoordeel of B1 haalbaar is (art. 17, derde lid, Wet)\n"
        "    ja: 640 van de 600 uur zijn gevolgd (art. 5.5, eerste lid, Wet)"
    )


def test_a_missing_fact_travels_up_and_never_becomes_no():
    outcome = may(Facts(), on=DAY)
    assert (outcome.status, outcome.head()) == (Status.UNKNOWN, "onbekend")
    assert [ground.citation.key for ground in outcome.grounds] == ["wet/5.5/1"]
    with pytest.raises(Undecided, match="de uren zijn niet bekend"):
        bool(outcome)


def test_a_handed_over_answer_keeps_its_own_lid_and_is_not_named_twice():
    outcome = hands_over(Facts(700, oordeel=True), on=DAY)
    assert (outcome.value, str(outcome.citation)) == (True, "art. 5.5, eerste lid, Wet")
    assert [ground.rule.rpartition(".")[2] for ground in outcome.grounds] == ["may"]
    assert outcome.rule.endswith("hands_over")


def test_known_gives_the_value_or_stops():
    assert known(answer(3, "drie")) == 3
    with pytest.raises(Undecided, match="nog niet") as caught:
        known(Outcome(None, "nog niet", status=Status.UNKNOWN))
    assert caught.value.outcome.status is Status.UNKNOWN


def test_unknown_stops_without_a_fact():
    with pytest.raises(Undecided, match="pas na 3 maart 2026") as caught:
        unknown("pas na {dag}", dag=date(2026, 3, 3))
    assert caught.value.outcome.status is Status.UNKNOWN


def test_given_says_what_is_missing_with_values():
    assert given(0, "niet bekend") == 0
    with pytest.raises(Undecided, match="de 10 weken lopen nog niet"):
        given(None, "de {weken} lopen nog niet", weken=Weeks(10))


def test_as_dict_is_json_with_every_ground():
    found = may(Facts(480), on=DAY).as_dict()
    assert json.loads(json.dumps(found)) == found
    (ground,) = found.pop("grounds")
    assert found == {
        "value": False,
        "status": "bekend",
        "head": "nee",
        "sentence": "er is nog niet genoeg gedaan",
        "using": {},
        "rule": may.name,
        "on": "2022-06-01",
        "citation": "art. 17, derde lid, Wet",
        "link": "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=17&z=2022-01-01&g=2022-01-01",
        "also": ["art. 7, Wet"],
        "reading": None,
    }
    assert (ground["using"], ground["grounds"]) == ({"uren": 480}, [])


def test_short_is_one_line_and_needs_no_citation():
    assert answer(True, "zomaar").short() == "ja: zomaar"
    assert may(Facts(480), on=DAY).short() == "nee: er is nog niet genoeg gedaan (art. 17, derde lid, Wet)"


def test_the_link_needs_a_citation_and_a_day():
    assert answer(True, "zomaar").link is None
    assert Outcome(True, "zomaar", citation=WET.art("1")).link is None
    assert Outcome(True, "zomaar", on=DAY).link is None
    assert may(Facts(480), on=DAY).link == (
        "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=17&z=2022-01-01&g=2022-01-01"
    )


def test_citations_are_the_own_lid_and_the_others():
    assert [cited.key for cited in may(Facts(480), on=DAY).citations] == ["wet/17/3", "wet/7"]
    assert answer(1, "x").citations == ()


def test_versions_follow_the_day_and_may_stand_at_another_number():
    @rule(WET.art("1", lid=2), since=date(2022, 1, 1))
    def versioned(facts, *, on):
        """First."""
        return answer(1, "eerste")

    @versioned.since(date(2023, 1, 1), cites=WET.art("1", lid=3), reading="zo gelezen")
    def _(facts, *, on):
        """Second."""
        return answer(2, "tweede")

    first, second = versioned(None, on=date(2022, 12, 31)), versioned(None, on=date(2023, 1, 1))
    assert (first.value, first.citation.key, first.readings) == (1, "wet/1/2", ())
    assert (second.value, second.citation.key, second.readings) == (2, "wet/1/3", ("zo gelezen",))
    assert "lezing: zo gelezen" in second.explain()
    assert versioned.citation.key == "wet/1/3"
    assert [cited.key for cited in versioned.citations] == ["wet/1/2", "wet/1/3"]
    assert "versioned" in repr(versioned)
    with pytest.raises(NotInForce) as early:
        versioned(None, on=date(2021, 12, 31))
    assert str(early.value) == "art. 1, tweede lid, Wet is op 31 december 2021 nog niet in werking"
    with pytest.raises(ValueError, match="versions must stand") as caught:
        versioned.since(date(2023, 1, 1))
    assert str(caught.value) == f"{versioned.name}: versions must stand in order of commencement"
    RULES.pop(versioned.name)


def test_a_rule_is_known_by_its_place_below_the_law():
    def body(facts, *, on):
        """Nothing."""

    body.__module__ = "meedoen.law.some.where"
    made = rule(WET.art("1"), since=date(2022, 1, 1))(body)
    assert made.name == "some.where.body"
    assert RULES.pop("some.where.body") is made


def test_a_reading_of_a_ground_is_a_reading_of_the_whole():
    outcome = Outcome(True, "x", grounds=(Outcome(True, "y", reading="a"), Outcome(True, "z", reading="a")))
    assert outcome.readings == ("a",)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "ja"),
        (False, "nee"),
        (None, "geen"),
        (date(2026, 3, 3), "3 maart 2026"),
        (Decimal("1250"), "€ 1.250"),
        (Decimal("1250.5"), "€ 1.250,50"),
        (Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT, "gezinsmigrant of overige migrant"),
        (("a", "b", "c"), "a, b en c"),
        (("a",), "a"),
        ((), "geen"),
        ("woord", "woord"),
        (Weeks(1), "1 week"),
        (12, "12"),
    ],
)
def test_values_are_written_in_dutch(value, words):
    assert in_dutch(value) == words


def test_enumeration_and_euros_and_ordinals():
    assert enumeration(["a", "b"]) == "a en b"
    assert euros(Decimal("0.05")) == "€ 0,05"
    assert (ordinal(1), ordinal(20)) == ("eerste", "twintigste")
    for number in (0, 21):
        with pytest.raises(ValueError, match=f"^no Dutch ordinal for {number}$"):
            ordinal(number)


def test_plain_values_for_json():
    assert plain((date(2026, 1, 2), Decimal("3.50"), Weeks(2), Doelgroep.ASIELSTATUSHOUDER, None)) == [
        "2026-01-02",
        "3.50",
        "2 weken",
        "asielstatushouder",
        None,
    ]
    assert plain(answer(1, "een"))["value"] == 1
    assert plain(WET.art("1"))["article"] == "1"


def test_citations_print_and_link_as_the_law_does():
    assert str(WET.art("13", lid=1, onderdeel="b")) == "art. 13, eerste lid, onderdeel b, Wet"
    assert WET.art("13", lid=1, onderdeel="b").key == "wet/13/1/b"
    assert WET.art("3").deep_link(date(2024, 5, 5)).endswith("&artikel=3&z=2023-01-01&g=2023-01-01")
    with pytest.raises(NotInForce, match="Wet is op 31 december 2021"):
        WET.art("3").deep_link(date(2021, 12, 31))


def test_a_source_with_one_known_text_links_to_the_day_asked():
    old = Source("awb", "BWBR0005537", "Awb", "Algemene wet", (date(1994, 1, 1),))
    assert old.art("6:7").deep_link(date(2026, 3, 1)).endswith("&artikel=6:7&z=2026-03-01&g=2026-03-01")
    with pytest.raises(NotInForce):
        old.version(date(1993, 12, 31))


def test_agreements_and_judgments_have_their_own_address():
    agreement = Agreement("duo/pip", "DUO", "voorwaarden PIP", "https://example.org/pip")
    assert (str(agreement), agreement.key) == ("DUO, voorwaarden PIP", "duo/pip")
    assert agreement.deep_link(DAY) == "https://example.org/pip"
    judgment = Judgment("ECLI:NL:RVS:2024:5413", "ABRvS", date(2024, 12, 24))
    assert str(judgment) == "ABRvS 24 december 2024, ECLI:NL:RVS:2024:5413"
    assert judgment.key == judgment.ecli
    assert judgment.deep_link(DAY).endswith("?id=ECLI:NL:RVS:2024:5413")


def test_an_outcome_that_is_filled_at_once_is_a_frozen_outcome():
    whole = (
        600,
        "{uren} uur",
        {"uren": 600},
        Status.KNOWN,
        WET.art("9"),
        (WET.art("7"),),
        (),
        "wet.a",
        DAY,
        "zo",
    )
    made = outcome_of(*whole)
    assert type(made) is Outcome
    assert made == Outcome(*whole)
    assert replace(made, value=1) == Outcome(1, *whole[1:])
    assert repr(made) == repr(Outcome(*whole))
    with pytest.raises(FrozenInstanceError):
        made.value = 1


def test_the_exception_says_why_nothing_was_decided():
    with pytest.raises(Undecided, match="de uren van 2 juni zijn niet bekend") as raised:
        given(None, "de uren van {dag} zijn niet bekend", dag="2 juni")
    assert raised.value.outcome.status is Status.UNKNOWN
