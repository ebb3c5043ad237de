"""An explanation: the sentence, the articles, the facts that were used and those that are missing."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from meedoen import law
from meedoen.law.examples import read_cases
from meedoen.law.explain import Recorder, explain_part, explanation, fault_in_dutch
from meedoen.law.inburgering.begrippen import Leerroute, Verblijfstitel
from meedoen.law.inburgering.dossier_facts import DossierFacts
from meedoen.law.inburgering.leerroutes import LBTUitslag, LeerrouteFacts, lbt_supports_b1
from meedoen.law.inburgering.pip import PIPFacts, pip_deadline
from meedoen.law.inburgering.termijn import TermijnFacts, termijn_last_day
from meedoen.law.inburgering.tijdlijn import next_due
from meedoen.law.inburgering.voortgang import A2Facts, may_examine_at_a2
from meedoen.law.kernel.citation import NotInForce
from meedoen.law.kernel.outcome import answer, needs_oordeel, unknown
from meedoen.law.kernel.rule import RULES, rule
from meedoen.law.questions import Answer, Question, QuestionError, question
from meedoen.law.sources import IN_WERKING, WI

VOORBEELDEN = Path(law.__file__).parent / "voorbeelden"
DAY = date(2025, 3, 3)
FACTS = PIPFacts(
    kennisgeving=DAY, inschrijving=date(2025, 2, 20), verblijfstitel=Verblijfstitel.ASIEL_BEPAALDE_TIJD
)


REGULAR = {"kennisgeving": DAY, "verblijfstitel": "regulier_bepaalde_tijd"}


@dataclass(frozen=True, slots=True)
class Few:
    """Facts of made-up rules."""

    first: bool | None = None
    second: bool | None = None
    third: str | None = None


@rule(WI.art("1"), since=IN_WERKING)
def asks_nothing_back(facts: Few, *, on: date):
    """A judgement that no fact can bring."""
    if facts.first is True:
        needs_oordeel("beoordeel dit zelf")
    return answer(True, "ja")


@rule(WI.art("1"), since=IN_WERKING)
def takes_a_word(facts: Few, *, on: date):
    """Unknown without a word."""
    if facts.third is None:
        unknown("het woord is niet bekend")
    return answer(True, "er is een woord")


@rule(WI.art("1"), since=IN_WERKING)
def breaks_when_filled(facts: Few, *, on: date):
    """A fact that makes the rule break when it is filled in is not what it waits for."""
    if facts.third is None or facts.third[5] == "x":
        needs_oordeel("beoordeel dit zelf")
    return answer(True, "ja")


@rule(WI.art("1"), since=IN_WERKING)
def judges_and_tells(facts: Few, *, on: date):
    """A judgement, asked in a sentence that holds another fact."""
    if facts.first is None:
        needs_oordeel("beoordeel {wat}", wat=facts.third)
    return answer(facts.first, "dit is beoordeeld")


# The made-up rules are no rules of the law.
for _name in [name for name, made in RULES.items() if made.__module__ == __name__]:
    del RULES[_name]


def names(facts):
    return [fact.name for fact in facts]


def test_used_facts_stand_in_the_order_in_which_the_law_asks_them():
    part = explain_part(pip_deadline, FACTS, DAY)
    assert part.outcome.value == date(2025, 5, 12)
    assert [(fact.label, fact.text) for fact in part.used] == [
        ("kennisgeving van DUO", "3 maart 2025"),
        ("verblijfstitel", "verblijfsvergunning asiel voor bepaalde tijd"),
        ("inschrijving in de gemeente", "20 februari 2025"),
    ]
    assert names(part.unfilled) == ["inschrijving_nieuwe_gemeente", "informatie_derde_gevraagd"]
    assert part.missing == ()


def test_the_explained_answer_is_the_plain_answer():
    assert explain_part(pip_deadline, FACTS, DAY).outcome == pip_deadline(FACTS, on=DAY)


@pytest.mark.parametrize(
    ("asked", "facts", "missing"),
    [
        (pip_deadline, PIPFacts(), ["kennisgeving"]),
        (pip_deadline, PIPFacts(kennisgeving=DAY), ["verblijfstitel"]),
        (
            pip_deadline,
            PIPFacts(kennisgeving=DAY, verblijfstitel=Verblijfstitel.ASIEL_BEPAALDE_TIJD),
            ["inschrijving"],
        ),
        # The rule above it reads another unknown fact after the one that is missing.
        (termijn_last_day, TermijnFacts(), ["eerste_pip"]),
        (may_examine_at_a2, A2Facts(), ["leerroute"]),
        (may_examine_at_a2, A2Facts(Leerroute.B1_ROUTE), ["nt2_uren"]),
        (may_examine_at_a2, A2Facts(Leerroute.B1_ROUTE, 600), ["voldoende_inzet"]),
        (may_examine_at_a2, A2Facts(Leerroute.B1_ROUTE, 600, voldoende_inzet=True), ["b1_haalbaar"]),
        (may_examine_at_a2, A2Facts(Leerroute.B1_ROUTE, 599), []),
        # At an oordeel that no fact can decide, nothing is missing.
        (lbt_supports_b1, LeerrouteFacts(ontheffing_leerbaarheidstoets=True), []),
        (lbt_supports_b1, LeerrouteFacts(lbt_uitslag=LBTUitslag.ONBEKEND), []),
        (lbt_supports_b1, LeerrouteFacts(), ["lbt_uitslag"]),
        (asks_nothing_back, Few(first=True), []),
        (takes_a_word, Few(), ["third"]),
        (breaks_when_filled, Few(), []),
        # The judgement was read before other facts that only stand in the sentence.
        (judges_and_tells, Few(third="dit"), ["first"]),
    ],
)
def test_missing_is_the_fact_without_which_there_is_no_answer(asked, facts, missing):
    assert names(explain_part(asked, facts, DAY).missing) == missing


def test_information_of_a_third_party_that_is_awaited_is_what_is_missing():
    facts = PIPFacts(
        kennisgeving=DAY,
        inschrijving=DAY,
        verblijfstitel=Verblijfstitel.ASIEL_BEPAALDE_TIJD,
        informatie_derde_gevraagd=date(2025, 4, 1),
    )
    late = explain_part(pip_deadline, facts, date(2025, 6, 1))
    assert names(late.missing) == ["informatie_derde_ontvangen"]
    assert explain_part(pip_deadline, facts, date(2025, 5, 1)).missing == ()


def test_facts_taken_from_other_facts_are_followed():
    part = explain_part(next_due, DossierFacts(kennisgeving=DAY), DAY)
    assert part.outcome.sentence() == "de verblijfstitel is niet bekend"
    assert names(part.missing) == ["verblijfstitel"]
    assert names(part.used) == ["kennisgeving"]


def test_a_fact_that_only_the_taken_facts_have_is_missing_without_a_trial():
    @dataclass(frozen=True, slots=True)
    class Outer:
        @property
        def few(self) -> Few:
            return Few()

    def outer(facts, *, on):
        return takes_a_word(facts.few, on=on)

    assert names(explain_part(outer, Outer(), DAY).missing) == ["third"]


def test_an_undecided_outcome_that_no_rule_stopped_for_misses_nothing():
    stopped = takes_a_word(Few(), on=DAY)
    assert explain_part(lambda facts, *, on: stopped, Few(), DAY).missing == ()


def test_the_stand_in_gives_what_the_facts_hold_and_no_more():
    log = []
    recorder = Recorder(FACTS, log)
    assert recorder.kennisgeving == DAY
    assert (log[0].name, log[0].value) == ("kennisgeving", DAY)
    with pytest.raises(AttributeError):
        _ = recorder.kenisgeving


def test_articles_of_the_answer_and_its_grounds_open_the_text_of_the_day():
    articles = explain_part(pip_deadline, FACTS, DAY).articles
    assert [(found.text, found.key) for found in articles] == [
        ("art. 5.3, eerste lid, Bi 2021", "bi2021/5.3/1"),
        ("art. 5.3, Bi 2021", "bi2021/5.3"),
        ("art. 1, eerste lid, Wi 2021", "wi2021/1/1"),
    ]
    assert articles[0].link == (
        "https://wetten.overheid.nl/jci1.3:c:BWBR0045555&artikel=5.3&z=2024-06-12&g=2024-06-12"
    )


def test_readings_of_the_answer_and_its_grounds_are_told():
    facts = PIPFacts(
        kennisgeving=DAY,
        inschrijving=DAY,
        verblijfstitel=Verblijfstitel.ASIEL_BEPAALDE_TIJD,
        inschrijving_nieuwe_gemeente=date(2025, 4, 1),
    )
    part = explain_part(pip_deadline, facts, DAY)
    assert part.readings == (
        "bij een verhuizing zonder PIP loopt de eerste termijn door voor het nieuwe college",
    )


def test_in_short_each_part_is_one_sentence():
    found = explanation(
        "pip_deadline", {"kennisgeving": DAY, "verblijfstitel": "regulier_bepaalde_tijd"}, DAY
    )
    assert found.text(full=False) == (
        "Uiterste datum voor het PIP (gevraagd voor 3 maart 2025)\n"
        "laatste dag: 12 mei 2025 – 10 weken na de kennisgeving van 3 maart 2025"
        " (art. 5.3, eerste lid, Bi 2021)"
    )


def test_in_full_it_has_grounds_readings_facts_and_articles():
    facts = {"leerroute": "B1-route", "nt2_uren": 640}
    assert explanation("a2", facts, DAY).text() == (
        "Examen op niveau A2 (gevraagd voor 3 maart 2025)\n"
        "\n"
        "examen op niveau A2 mag: oordeel – beoordeel of de inzet tijdens de taallessen voldoende was"
        " (art. 17, derde lid, Wi 2021)\n"
        "    oordeel: beoordeel of de inzet tijdens de taallessen voldoende was"
        " (art. 5.5, eerste lid, Bi 2021)\n"
        "    gebruikt: leerroute = B1-route\n"
        "    gebruikt: gevolgde cursusuren NT2 = 640\n"
        "    nodig: oordeel over de inzet bij de lessen (voldoende_inzet)\n"
        "    art. 17, derde lid, Wi 2021: "
        "https://wetten.overheid.nl/jci1.3:c:BWBR0044770&artikel=17&z=2023-01-01&g=2023-01-01\n"
        "    art. 5.5, eerste lid, Bi 2021: "
        "https://wetten.overheid.nl/jci1.3:c:BWBR0045555&artikel=5.5&z=2024-06-12&g=2024-06-12"
    )


def test_a_reading_and_a_missing_fact_stand_in_the_full_text():
    told = explanation("bewaartermijn", {}, DAY).text()
    assert "    lezing: de termijn van art. 9.9 geldt ook voor het dossier bij de gemeente" in told
    assert "    ontbreekt: einde van de inburgeringsplicht (plicht_geeindigd)" in told
    assert (
        "    niet ingevuld: informatie gevraagd aan een derde (informatie_derde_gevraagd)"
        in explanation("pip_deadline", {}, DAY).text()
    )


def test_a_program_gets_the_same_as_plain_values():
    found = explanation(
        "pip_deadline", {"kennisgeving": DAY, "verblijfstitel": "regulier_bepaalde_tijd"}, DAY
    )
    told = found.as_dict()
    assert (told["question"], told["title"], told["on"]) == (
        "pip_deadline",
        "Uiterste datum voor het PIP",
        "2025-03-03",
    )
    (part,) = told["parts"]
    assert part["part"] == "last_day"
    assert part["label"] == "laatste dag"
    assert part["value"] == "2025-05-12"
    assert part["status"] == "bekend"
    assert part["answer"] == "12 mei 2025"
    assert part["sentence"] == "10 weken na de kennisgeving van 3 maart 2025"
    assert part["short"] == found.parts[0].short
    assert part["grounds"][0]["rule"] == "inburgering.pip.moved_with_pip"
    assert part["articles"][0]["key"] == "bi2021/5.3/1"
    assert part["used"][0] == {
        "name": "kennisgeving",
        "label": "kennisgeving van DUO",
        "value": "2025-03-03",
        "text": "3 maart 2025",
    }
    assert part["unfilled"][0]["text"] == "niet bekend"
    assert part["missing"] == []
    assert part["readings"] == []


def test_one_rule_can_be_explained_by_itself():
    found = explanation(pip_deadline, FACTS, DAY)
    assert (found.question, [part.key for part in found.parts]) == ("pip_deadline", ["pip_deadline"])


def test_a_question_takes_facts_of_its_rules_too():
    asked = Question({"last_day": Answer(pip_deadline, PIPFacts)})
    found = explanation(asked, FACTS, DAY, name="pip_deadline")
    assert found.parts[0].label == "laatste dag"
    assert found.parts[0].outcome.value == date(2025, 5, 12)
    assert explanation(asked, FACTS, DAY).question == ""


def test_the_versions_that_took_part_are_those_of_the_day():
    ran = explain_part(pip_deadline, FACTS, date(2022, 5, 1)).ran
    assert {version.since for version in ran} == {IN_WERKING}
    assert date(2023, 1, 1) in {version.since for version in explain_part(pip_deadline, FACTS, DAY).ran}


def test_an_answer_without_a_place_in_the_law_has_none():
    part = explain_part(lambda facts, *, on: answer(True, "zomaar"), Few(), DAY, label="iets")
    assert part.short == "iets: ja – zomaar"
    assert part.articles == ()


def test_what_is_wrong_is_told_in_dutch():
    with pytest.raises(QuestionError, match="onbekende vraag: pip; bekend zijn"):
        explanation("pip", {}, DAY)
    with pytest.raises(QuestionError, match="onbekend feit: kennisgevng"):
        explanation("pip_deadline", {"kennisgevng": DAY}, DAY)
    assert fault_in_dutch(QuestionError("onbekend feit: x")) == "onbekend feit: x"
    assert fault_in_dutch(NotInForce("nog niet in werking")) == "nog niet in werking"
    told = "met deze feiten is geen datum of getal te berekenen; kijk de feiten na"
    assert fault_in_dutch(OverflowError("date value out of range")) == told


CASES = [
    pytest.param(case, id=str(case["id"]))
    for path in sorted(VOORBEELDEN.glob("*.yaml"))
    for case in read_cases(path)
]


@pytest.mark.parametrize("case", CASES)
def test_of_every_worked_case_the_explained_answer_is_the_plain_one(case):
    plain = question(case["question"]).ask(case["facts"], on=case["day"])
    parts = explanation(case["question"], case["facts"], case["day"]).parts
    assert {part.key: part.outcome for part in parts} == plain
    taken = set(question(case["question"]).types())
    for part in parts:
        assert {fact.name for fact in part.missing} <= taken
        assert not (part.outcome.is_known and part.missing)
