from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering import opleiding as law
from meedoen.law.inburgering.opleiding import Opleiding, OpleidingFacts
from meedoen.law.kernel.citation import NotInForce

ON = date(2028, 10, 1)
RUNS = OpleidingFacts(
    eerste_pip=date(2026, 3, 16),
    plichtig_vanaf=date(2026, 1, 10),
    opleiding=Opleiding.PRAKTIJKONDERWIJS,
    opleiding_ingeschreven=date(2026, 9, 1),
)
ENDED = replace(RUNS, opleiding_uitgeschreven=date(2027, 9, 1))
ENTREE = {"opleiding": Opleiding.ENTREE}


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({}, ("ja", "de opleiding in het praktijkonderwijs is in de termijn van drie jaar gevolgd")),
        ({"opleiding": None}, ("onbekend", "er is geen niet-vrijstellende opleiding bekend")),
        ({"opleiding_ingeschreven": None}, ("onbekend", "de dag van inschrijving is niet bekend")),
        ({"eerste_pip": None}, ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen")),
        (
            {**ENTREE, "opleiding_ingeschreven": date(2029, 3, 16)},
            ("ja", "de entreeopleiding is in de termijn van drie jaar gevolgd"),
        ),
        (
            {**ENTREE, "opleiding_ingeschreven": date(2029, 3, 17)},
            ("nee", "de entreeopleiding begon pas na de termijn, die op 16 maart 2029 eindigde"),
        ),
        (
            {
                **ENTREE,
                "opleiding_ingeschreven": date(2025, 9, 1),
                "opleiding_uitgeschreven": date(2026, 3, 16),
            },
            ("nee", "de entreeopleiding was voorbij voordat de termijn op 17 maart 2026 begon"),
        ),
        (
            {
                **ENTREE,
                "opleiding_ingeschreven": date(2025, 9, 1),
                "opleiding_uitgeschreven": date(2026, 3, 17),
            },
            ("ja", "de entreeopleiding is in de termijn van drie jaar gevolgd"),
        ),
    ],
)
def test_a_course_counts_when_it_is_followed_in_the_term(changed, answer):
    assert says(law.opleiding_counts(replace(RUNS, **changed), on=ON)) == answer


@pytest.mark.parametrize(
    ("changed", "on", "answer"),
    [
        ({}, date(2027, 8, 31), ("nee", "de opleiding loopt nog")),
        ({}, date(2027, 9, 1), ("ja", "de opleiding is op 1 september 2027 afgelopen")),
        ({"opleiding_uitgeschreven": None}, ON, ("nee", "de opleiding loopt nog")),
    ],
)
def test_a_course_ends_on_the_day_of_uitschrijving(changed, on, answer):
    assert says(law.opleiding_ended(replace(ENDED, **changed), on=on)) == answer


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({}, ("24", "de opleiding in het praktijkonderwijs loopt nog: eerst 24 maanden")),
        (
            {"verlengingen_opleiding": 0},
            ("24", "de opleiding in het praktijkonderwijs loopt nog: eerst 24 maanden"),
        ),
        (
            {"verlengingen_opleiding": 1},
            ("12", "de opleiding in het praktijkonderwijs loopt nog: 12 maanden erbij"),
        ),
        (
            {"opleiding": Opleiding.VSO, "verlengingen_opleiding": 2},
            ("12", "de opleiding in het voortgezet speciaal onderwijs loopt nog: 12 maanden erbij"),
        ),
        ({"verlengingen_opleiding": 3}, ("0", "voor deze opleiding is al het hoogste verlengd")),
        (ENTREE, ("24", "de entreeopleiding loopt nog: eerst 24 maanden")),
        (
            {**ENTREE, "verlengingen_opleiding": 1},
            ("0", "voor een entreeopleiding is al het hoogste verlengd"),
        ),
        ({"opleiding": None}, ("onbekend", "er is geen niet-vrijstellende opleiding bekend")),
        (
            {"opleiding_ingeschreven": date(2029, 3, 17)},
            ("0", "de opleiding in het praktijkonderwijs verlengt de termijn niet"),
        ),
        (
            {"opleiding_uitgeschreven": ON},
            ("0", "de opleiding is afgelopen, dus telt de duur in dagen"),
        ),
    ],
)
def test_a_running_course_extends_by_years(changed, answer):
    assert says(law.opleiding_maanden(replace(RUNS, **changed), on=ON)) == answer


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({}, ("365", "365 dagen van 1 september 2026 tot 1 september 2027")),
        (
            {"opleiding_ingeschreven": date(2026, 1, 1)},
            ("599", "599 dagen van 10 januari 2026 tot 1 september 2027"),
        ),
        (
            {**ENTREE, "opleiding_uitgeschreven": date(2028, 9, 1)},
            ("731", "731 dagen van 1 september 2026 tot 1 september 2028"),
        ),
        (
            {**ENTREE, "opleiding_uitgeschreven": date(2028, 9, 2)},
            ("731", "731 dagen van 1 september 2026 tot 1 september 2028"),
        ),
        (
            {"opleiding_uitgeschreven": date(2028, 9, 2)},
            ("732", "732 dagen van 1 september 2026 tot 2 september 2028"),
        ),
        (
            {"plichtig_vanaf": date(2027, 9, 3)},
            ("0", "0 dagen van 3 september 2027 tot 1 september 2027"),
        ),
        ({"plichtig_vanaf": None}, ("onbekend", "het begin van de inburgeringsplicht is niet bekend")),
        ({"opleiding": None}, ("onbekend", "er is geen niet-vrijstellende opleiding bekend")),
        ({"opleiding_uitgeschreven": None}, ("0", "de opleiding loopt nog, dus telt zij in maanden")),
        (
            {"opleiding_ingeschreven": date(2029, 3, 17)},
            ("0", "de opleiding in het praktijkonderwijs verlengt de termijn niet"),
        ),
    ],
)
def test_a_course_that_ended_extends_by_its_length(changed, answer):
    outcome = law.opleiding_dagen(replace(ENDED, **changed), on=ON)
    assert says(outcome) == answer
    assert (outcome.reading == "de dag van uitschrijving telt niet mee") is (" dagen van" in answer[1])


BEFORE = {
    "eerdere_opleiding": Opleiding.PRAKTIJKONDERWIJS,
    "eerdere_opleiding_ingeschreven": date(2026, 4, 1),
    "eerdere_opleiding_uitgeschreven": date(2026, 9, 1),
}
EARLIER = "voor de eerdere opleiding in het praktijkonderwijs"
LONG = {"eerdere_opleiding_uitgeschreven": date(2028, 4, 2)}


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        (
            {},
            (
                "153",
                "153 dagen van 1 april 2026 tot 1 september 2026"
                " voor de eerdere opleiding in het praktijkonderwijs",
            ),
        ),
        (
            {"plichtig_vanaf": date(2026, 5, 1)},
            (
                "123",
                "123 dagen van 1 mei 2026 tot 1 september 2026"
                " voor de eerdere opleiding in het praktijkonderwijs",
            ),
        ),
        (
            {"plichtig_vanaf": date(2026, 9, 2)},
            (
                "0",
                "0 dagen van 2 september 2026 tot 1 september 2026"
                " voor de eerdere opleiding in het praktijkonderwijs",
            ),
        ),
        (
            LONG,
            (
                "732",
                "732 dagen van 1 april 2026 tot 2 april 2028"
                " voor de eerdere opleiding in het praktijkonderwijs",
            ),
        ),
        (
            {**LONG, "eerdere_opleiding": Opleiding.ENTREE},
            ("731", "731 dagen van 1 april 2026 tot 1 april 2028 voor de eerdere entreeopleiding"),
        ),
        (
            {"verlengingen_opleiding": 1},
            ("0", "de eerdere opleiding in het praktijkonderwijs telde al bij de eerste verlenging"),
        ),
        ({"eerdere_opleiding": None}, ("0", "er is geen eerdere opleiding bekend")),
        (
            {"eerdere_opleiding_ingeschreven": None},
            ("onbekend", "de dag van inschrijving bij de eerdere opleiding is niet bekend"),
        ),
        (
            {"eerdere_opleiding_uitgeschreven": None},
            ("onbekend", "de dag van uitschrijving bij de eerdere opleiding is niet bekend"),
        ),
        ({"plichtig_vanaf": None}, ("onbekend", "het begin van de inburgeringsplicht is niet bekend")),
    ],
)
def test_a_course_before_this_one_adds_up(changed, answer):
    assert says(law.eerdere_opleiding_dagen(replace(ENDED, **(BEFORE | changed)), on=ON)) == answer


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({}, ("0", "tijdens de opleiding is niet eerder verlengd")),
        ({"verlengingen_opleiding": 1}, ("24", "24 maanden zijn tijdens de opleiding al gegeven")),
        ({"verlengingen_opleiding": 3}, ("48", "48 maanden zijn tijdens de opleiding al gegeven")),
        (
            {"verlengingen_opleiding": 1, "opleiding_uitgeschreven": None},
            ("0", "de opleiding loopt nog, dus gaat er niets af"),
        ),
    ],
)
def test_what_was_given_while_the_course_ran_goes_off(changed, answer):
    assert says(law.opleiding_given_maanden(replace(ENDED, **changed), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (RUNS, ("16 maart 2031", "24 maanden en 0 dagen na het einde van de termijn op 16 maart 2029")),
        (ENDED, ("16 maart 2030", "0 maanden en 365 dagen na het einde van de termijn op 16 maart 2029")),
        (
            replace(ENDED, **BEFORE),
            ("16 augustus 2030", "0 maanden en 518 dagen na het einde van de termijn op 16 maart 2029"),
        ),
        (
            replace(RUNS, **(BEFORE | {"eerdere_opleiding_uitgeschreven": date(2026, 4, 25)})),
            ("9 april 2031", "24 maanden en 24 dagen na het einde van de termijn op 16 maart 2029"),
        ),
        (
            replace(RUNS, opleiding_ingeschreven=date(2029, 3, 17)),
            ("16 maart 2029", "de termijn wordt niet verlengd en loopt tot en met 16 maart 2029"),
        ),
        (
            replace(ENDED, verlengingen_opleiding=1, verlengd_tot_en_met=date(2031, 3, 16)),
            (
                "16 maart 2031",
                "365 dagen na 16 maart 2029, de laatste dag zonder de 24 maanden die al zijn gegeven",
            ),
        ),
        (
            replace(
                ENDED,
                opleiding_uitgeschreven=date(2028, 10, 1),
                opleiding_ingeschreven=date(2026, 9, 1),
                verlengingen_opleiding=1,
                verlengd_tot_en_met=date(2031, 3, 16),
            ),
            (
                "16 april 2031",
                "761 dagen na 16 maart 2029, de laatste dag zonder de 24 maanden die al zijn gegeven",
            ),
        ),
        (
            replace(RUNS, eerste_pip=None),
            ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen"),
        ),
    ],
)
def test_the_last_day_with_a_course(facts, answer):
    assert says(law.opleiding_last_day(facts, on=ON)) == answer


def test_before_2023_such_a_course_does_not_extend():
    with pytest.raises(NotInForce):
        law.opleiding_last_day(RUNS, on=date(2022, 12, 31))
    assert law.opleiding_last_day(RUNS, on=date(2023, 1, 1)).value == date(2031, 3, 16)


OFF = "wat tijdens de opleiding al is gegeven, gaat van de hele duur af"


@pytest.mark.parametrize(
    ("rule", "changed", "reading"),
    [
        (law.eerdere_opleiding_dagen, BEFORE, "de dag van uitschrijving telt niet mee"),
        (
            law.eerdere_opleiding_dagen,
            BEFORE | {"verlengingen_opleiding": 1},
            "een eerdere opleiding telt een keer mee, bij de eerste verlenging",
        ),
        (law.opleiding_given_maanden, {"verlengingen_opleiding": 1}, OFF),
        (
            law.opleiding_last_day,
            {"verlengingen_opleiding": 1, "verlengd_tot_en_met": date(2031, 3, 16)},
            OFF,
        ),
        (law.opleiding_given_maanden, {}, None),
    ],
)
def test_where_the_text_is_open_the_reading_is_shown(rule, changed, reading):
    assert rule(replace(ENDED, **changed), on=ON).reading == reading
