"""The table of events: every code of DUO, what it means, and what must be done by when."""

import re
from datetime import date, timedelta

import pytest

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.aanleiding import Aanleiding
from meedoen.domain.keten.betekenis import WAAR, interface_of
from meedoen.domain.keten.gebeurtenissen import (
    GEBEURTENISSEN,
    TABLE,
    betekenis_of,
    derived_by_meedoen,
)
from meedoen.domain.keten.said import said_in_dutch
from meedoen.domain.regio.models import Rol
from meedoen.law.inburgering.begrippen import Doelgroep, Verblijfstitel
from meedoen.law.questions.keten import SIGNALEN

ON = date(2026, 5, 12)
CODES = {
    *(f"SS{number}" for number in (101, 102, 103, 104, *range(106, 134), 135, 136, 137, 139, 140, 141, 142)),
    "SS199",
}
"""Written by hand from DUO's overview; never from the table."""

READING = {
    *("inburgeringsplicht", "inburgeringsplicht-historie", "doelgroep", "doelgroep-historie"),
    *("inburgeringstermijn", "inburgeringstermijn-historie", "lbt-examennummer", "lbt-resultaten"),
    *("vrijstellingen", "ontheffingen", "pip-raadplegen", "uren-raadplegen", "map-raadplegen"),
    *("pvt-raadplegen", "examenresultaten", "gratispogingen"),
}


def found(said=None, **facts) -> Aanleiding:
    return Aanleiding(Dossier(**facts), ON, ON, said or {})


def due(code: str, reason: Aanleiding) -> date | None:
    return GEBEURTENISSEN[code].taak.uiterlijk.reckon(reason)


def test_every_code_of_duo_stands_once_in_the_table():
    assert sorted(row.code for row in TABLE) == sorted(CODES)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.code)
def test_a_row_has_a_task_or_the_reason_why_there_is_none(row):
    assert (row.taak is None) == bool(row.geen_taak)
    assert row.zin
    assert not row.zin.endswith(".")
    assert set(row.haal) <= READING
    assert row.achterhaald_door <= set(GEBEURTENISSEN)
    if row.taak:
        assert row.taak.waar in WAAR
        assert row.taak.uitleg.endswith(".")
        assert len(row.taak.titel) <= 120
        assert set(re.findall(r"\{(\w+)\}", row.taak.uitleg)) <= {"pip", "bezwaar"}
        assert row.taak.uiterlijk.by_law or row.taak.reading


def test_only_the_start_of_the_termijn_asks_nothing_of_anybody():
    assert [row.code for row in TABLE if row.taak is None] == ["SS102"]


def test_the_signals_that_the_law_derives_are_known_as_derived():
    assert {code for code in GEBEURTENISSEN if derived_by_meedoen(code)} == set(SIGNALEN)
    assert set(SIGNALEN) <= set(GEBEURTENISSEN)


def test_the_attention_signals_are_not_sent_by_the_interface_yet():
    signals = {row.code for row in TABLE if not row.seint_zelf}
    assert signals == {
        *("SS112", "SS122", "SS123", "SS126", "SS127", "SS132"),
        *("SS133", "SS135", "SS136", "SS140", "SS141", "SS142"),
    }


def test_a_code_that_nobody_knows_is_for_the_teamleider():
    row = betekenis_of("XY1")
    assert row.zin == "DUO meldt een gebeurtenis die Meedoen niet kent (XY1)"
    assert row.taak.titel == "Bekijk wat XY1 betekent en wat er moet gebeuren"
    assert row.taak.rol == Rol.TEAMLEIDER
    assert row.haal == ()


def test_the_ten_weeks_run_from_the_kennisgeving_that_duo_tells():
    said = {"inburgeringsplicht": {"datumKennisgevingInburgeringsplicht": "2026-04-13"}}
    gezin = {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT}
    assert due("SS101", found(said, **gezin)) == date(2026, 6, 22)
    assert due("SS139", found(said, **gezin)) == date(2026, 6, 22)


def test_for_who_is_housed_they_run_from_the_inschrijving():
    said = {"inburgeringsplicht": {"datumKennisgevingInburgeringsplicht": "2026-04-13"}}
    facts = {
        "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
        "verblijfstitel": Verblijfstitel.ASIEL_BEPAALDE_TIJD,
    }
    assert due("SS101", found(said, **facts)) is None
    assert due("SS101", found(said, inschrijving_on=date(2026, 5, 4), **facts)) == date(2026, 7, 13)


def test_when_a_date_is_missing_the_ten_weeks_run_from_the_day_on_which_duo_said_so():
    assert due("SS139", found()) == date(2026, 7, 21)


def test_an_offer_must_come_within_three_months_after_the_pip_that_duo_has():
    assert due("SS127", found({"pip": {"pip": {"dagtekeningPip": "2026-04-01"}}})) == date(2026, 7, 1)
    assert due("SS127", found(eerste_pip_on=date(2026, 3, 1))) == date(2026, 6, 1)
    assert due("SS127", found({"pip": {"pip": {"dagtekeningPip": "morgen"}}})) is None


@pytest.mark.parametrize(
    ("code", "days", "waar"),
    [
        ("SS106", 14, "einde"),
        ("SS110", 14, "einde"),
        ("SS111", 1, "einde"),
        ("SS113", 14, "dossier"),
        ("SS119", 28, "pip"),
        ("SS120", 14, "verhuizing"),
        ("SS121", 14, "verhuizing"),
        ("SS122", 14, "verhuizing"),
        ("SS131", 14, "leerroute"),
        ("SS140", 21, "dossier"),
    ],
)
def test_where_the_law_sets_no_day_the_term_is_a_choice_that_is_marked(code, days, waar):
    task = GEBEURTENISSEN[code].taak
    assert task.uiterlijk.reckon(found()) == ON + timedelta(days=days)
    assert task.waar == waar
    assert "keuze van Meedoen" in task.reading


@pytest.mark.parametrize("row", [row for row in TABLE if row.taak], ids=lambda row: row.code)
def test_a_day_at_the_edge_of_the_calendar_makes_no_fault(row):
    edge = Aanleiding(
        Dossier(eerste_pip_on=date.max, kennisgeving_on=date.max, inschrijving_on=date.max), date.max, ON
    )
    assert row.taak.uiterlijk.reckon(edge) in {None, *(ON + timedelta(days=count) for count in range(29))}


def test_answers_are_kept_under_the_name_of_the_interface():
    assert interface_of("pip-raadplegen") == "pip"
    assert interface_of("examenresultaten") == "examens"
    assert interface_of("inburgeringstermijn-historie") == "inburgeringstermijn-historie"


def test_what_duo_says_is_told_in_dutch_with_the_last_day_itself():
    said = {
        "inburgeringsplicht": {"indicatorInburgeringsplicht": True, "begindatum": "2026-03-02"},
        "doelgroep": {"indeling": "Asielstatushouder"},
        "inburgeringstermijn": {"startdatum": "2026-05-02", "einddatum": "2029-05-02"},
        "lbt": [
            {"datumAfname": "2026-04-01", "resultaat": "Onbekend"},
            {"datumAfname": "2026-04-20", "resultaat": "B1-route haalbaar"},
        ],
        "examens": [
            {"examendatum": "2026-05-01", "resultaat": "Geslaagd", "onderdeel": "LE", "niveau": "A2"}
        ],
    }
    assert said_in_dutch(said) == [
        "DUO zegt nu: inburgeringsplichtig sinds 2 maart 2026.",
        "DUO zegt nu: de doelgroep is asielstatushouder.",
        "DUO zegt nu: de laatste dag van de inburgeringstermijn is 1 mei 2029.",
        "DUO zegt nu: uitslag van de leerbaarheidstoets: B1-route haalbaar (20 april 2026).",
        "DUO zegt nu: Lezen op A2, 1 mei 2026: geslaagd.",
    ]


@pytest.mark.parametrize(
    "said",
    [
        {"inburgeringsplicht": None, "lbt": [], "doelgroep": {}},
        {"inburgeringsplicht": [], "lbt": {"datumAfname": 3}, "examens": [{"examendatum": "2026-13-40"}]},
        {"inburgeringstermijn": {"einddatum": "0001-01-01"}},
        {"ontheffingen": [{"GeheleOntheffing": {"grond": "MED"}}]},
    ],
)
def test_what_duo_does_not_say_or_is_about_health_is_left_out(said):
    assert said_in_dutch(said) == []
