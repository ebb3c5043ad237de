"""What happened in a dossier adds up to its facts; what has not happened yet does not."""

from datetime import date, timedelta

import polars as pl
import pytest

from meedoen.law.caseload.answers import PROGRAM
from meedoen.law.caseload.events import (
    COLUMNS,
    GROUPS,
    HAPPENINGS,
    LENGTHS,
    facts_from_events,
    with_events,
)
from meedoen.law.caseload.frame import CaseloadError
from meedoen.law.kernel.calendar import whole_months_between
from meedoen.law.kernel.period import Months
from tests.law.caseload.country import country, land

ON = date(2026, 4, 1)
NAMES = [name for _, facts in GROUPS for name in facts]
EVERY = [*NAMES, *(f"{ground}_{unit}" for ground in LENGTHS for unit in ("maanden", "dagen")), *HAPPENINGS]
SCHEMA = {
    "dossier": pl.UInt32,
    "soort": pl.String,
    "datum": pl.Date,
    "aantal": pl.Int32,
    "code": pl.String,
    "leerroute": pl.String,
    "in_intake": pl.Boolean,
}


def event(soort, datum=ON, aantal=None, code=None, *, route=None, in_intake=None, dossier=1):
    return (dossier, soort, datum, aantal, code, route, in_intake)


def frame(*events):
    return pl.LazyFrame(list(events), schema=SCHEMA, orient="row")


def added_up(*events, on=ON, wanted=EVERY, dossiers=None):
    """Return the facts of dossier 1 that are known."""
    people = pl.LazyFrame(dossiers or {"dossier": [1]}, schema_overrides={"dossier": pl.UInt32})
    found = with_events(people, frame(*events), wanted, on=on).collect().row(0, named=True)
    return {name: value for name, value in found.items() if value is not None and name in EVERY}


def test_events_add_up_to_the_facts_of_the_country():
    dossiers, events, facts = country(500)
    found = with_events(dossiers.lazy(), events.lazy(), EVERY, on=land().OP).collect().sort("dossier")
    both = [name for name in NAMES if name in facts.columns]
    assert len(both) > 20
    for name in both:
        assert found[name].to_list() == facts[name].to_list(), name
    assert {name for name in both if facts[name].drop_nulls().is_empty()} == set()


def test_without_events_nothing_is_known():
    assert added_up() == {}


def test_hours_count_by_school_route_and_intake():
    assert added_up(
        event("les_nt2", aantal=100, code="keurmerk", route="B1-route"),
        event("les_nt2", aantal=20, code="taalschakel", route="Z-route"),
        event("les_nt2", aantal=7, code="overig", route="Z-route"),
        event("les_alfabetisering", aantal=5, code="keurmerk", in_intake=True),
        event("les_knm", aantal=3, code="keurmerk", route="B1-route"),
        event("les_knm", aantal=2, code="overig", route="Z-route"),
        event("participatie", aantal=11),
        event("participatie", aantal=13, in_intake=True),
        event("pvt", aantal=12),
        event("pvt_activiteit"),
        event("map", aantal=40),
        wanted=[*LESSONS, "pvt_uren", "pvt_activiteiten", "map_uren", *PARTICIPATION],
    ) == {
        "nt2_uren": 125,
        "waarvan_alfabetisering": 5,
        "waarvan_brede_intake": 5,
        "cursusuren": 29,
        "nt2_uren_voor_overstap": 100,
        "knm_uren_voor_overstap": 3,
        "participatie_uren": 11,
        "participatie_uren_brede_intake": 13,
        "pvt_uren": 12,
        "pvt_activiteiten": 1,
        "map_uren": 40,
    }


LESSONS = (
    *("nt2_uren", "waarvan_alfabetisering", "waarvan_brede_intake", "cursusuren"),
    *("nt2_uren_voor_overstap", "knm_uren_voor_overstap"),
)
PARTICIPATION = ("participatie_uren", "participatie_uren_brede_intake")


def test_hours_before_a_switch_are_only_of_who_switched_to_the_z_route():
    lesson = event("les_nt2", aantal=100, code="keurmerk", route="B1-route")
    for switched_from, route, hours in [
        ("B1-route", "Z-route", 100),
        (None, "Z-route", None),
        ("onderwijsroute", "B1-route", None),
    ]:
        dossiers = {"dossier": [1], "overstap_van": [switched_from], "leerroute": [route]}
        found = added_up(lesson, dossiers=dossiers, wanted=LESSONS)
        assert found.get("nt2_uren_voor_overstap") == hours
        assert found["nt2_uren"] == 100


def test_calls_give_the_last_one_and_how_many_were_missed():
    calls = [
        event("oproep", date(2026, 1, 5), 14),
        event("oproep", date(2026, 2, 2), 21),
        event("waarschuwing", date(2026, 3, 1)),
    ]
    found = added_up(*calls)
    assert (found["oproepen"], found["gemiste_oproepen"]) == (2, 0)
    assert (found["oproep"], found["oproep_termijn"]) == (date(2026, 2, 2), date(2026, 2, 23))
    assert found["waarschuwing"] == date(2026, 3, 1)
    assert added_up(*calls, event("oproep_gemist", date(2026, 2, 24)))["gemiste_oproepen"] == 1
    assert "gemiste_oproepen" not in added_up(event("voortgangsgesprek"))


def test_a_part_of_the_exam_counts_once_however_often_it_is_passed():
    passed = [event("examen_behaald", aantal=3, code=code) for code in ("lezen", "lezen", "spreken", "knm")]
    found = added_up(*passed, event("examen_gezakt", aantal=3, code="schrijven"))
    assert (found["taalonderdelen_behaald"], found["knm_behaald"]) == (2, True)
    found = added_up(event("examen_gezakt", aantal=3, code="schrijven"))
    assert (found["taalonderdelen_behaald"], found["knm_behaald"]) == (0, False)


@pytest.mark.parametrize(
    ("soort", "fact"),
    [
        ("voortgangsgesprek", "laatste_voortgangsgesprek"),
        ("waarschuwing", "waarschuwing"),
        ("oproep", "oproep"),
        ("pvt_ondertekend", "participatieverklaring_ondertekend"),
        ("map_eindgesprek", "map_eindgesprek"),
        ("z_eindgesprek", "z_eindgesprek"),
    ],
)
def test_what_happens_after_the_day_asked_does_not_count(soort, fact):
    later = event(soort, ON + timedelta(days=1), 14)
    assert added_up(event(soort, ON, 14), later)[fact] == ON
    assert added_up(event(soort, ON - timedelta(days=1), 14), later)[fact] == ON - timedelta(days=1)
    assert added_up(later) == {}


def test_hours_after_the_day_asked_do_not_count():
    lessons = [event("les_nt2", ON + timedelta(days=step), 10, "keurmerk") for step in (-1, 0, 1)]
    assert added_up(*lessons)["nt2_uren"] == 20
    assert added_up(*lessons, on=ON + timedelta(days=1))["nt2_uren"] == 30


@pytest.mark.parametrize("days", [1, 27, 28, 29, 30, 31, 59, 60, 200, 366])
@pytest.mark.parametrize("first", [date(2024, 1, 31), date(2024, 2, 29), date(2025, 2, 1)], ids=str)
def test_a_ground_of_extension_is_as_long_as_whole_months_and_the_days_beyond(first, days):
    found = added_up(event("omstandigheid", first, days, "ziekte"))
    after = first + timedelta(days=days)
    months = whole_months_between(first, after)
    assert found == {"ziekte_maanden": months, "ziekte_dagen": (after - Months(months).after(first)).days}


def test_of_a_ground_the_longest_period_counts_and_one_that_still_runs_counts_up_to_the_day_asked():
    running = event("omstandigheid", ON - timedelta(days=9), None, "dakloosheid")
    ended = event("omstandigheid", date(2025, 1, 1), 3, "dakloosheid")
    assert added_up(running, ended) == {"dakloosheid_maanden": 0, "dakloosheid_dagen": 10}
    longer = event("omstandigheid", date(2025, 1, 1), 62, "dakloosheid")
    assert added_up(running, longer) == {"dakloosheid_maanden": 2, "dakloosheid_dagen": 3}
    later = event("omstandigheid", ON + timedelta(days=1), 62, "dakloosheid")
    assert added_up(running, later) == {"dakloosheid_maanden": 0, "dakloosheid_dagen": 10}


def test_a_birth_or_a_death_is_a_ground_without_length():
    found = added_up(event("omstandigheid", ON, 1, "bevalling"), event("omstandigheid", ON, 1, "overlijden"))
    assert found == {"bevalling": True, "overlijden": True}


def test_events_go_before_a_column_of_the_same_name():
    dossiers = {"dossier": [1], "nt2_uren": [999], "geboortedatum": [date(1990, 1, 1)]}
    people = pl.LazyFrame(dossiers, schema_overrides={"dossier": pl.UInt32})
    lesson = frame(event("les_nt2", aantal=10, code="keurmerk"))
    found = with_events(people, lesson, ["nt2_uren"], on=ON).collect()
    assert found.to_dicts() == [{"dossier": 1, "geboortedatum": date(1990, 1, 1), "nt2_uren": 10}]


def test_only_the_facts_that_are_asked_are_added_up():
    assert facts_from_events(frame(), ["geboortedatum"], on=ON) == []
    assert len(facts_from_events(frame(), ["oproep", "map_uren"], on=ON)) == 2
    assert len(facts_from_events(frame(), ["bevalling"], on=ON)) == 1


def test_every_fact_of_events_is_one_that_the_rules_ask():
    assert set(EVERY) - set(PROGRAM.facts) == set()


def test_events_that_lack_columns_are_refused_with_what_they_are():
    with pytest.raises(CaseloadError) as caught:
        facts_from_events(frame().drop("datum", "code"), NAMES, on=ON)
    assert str(caught.value) == (
        "in het bestand met gebeurtenissen ontbreken kolommen: "
        "code (tekst: school, examenonderdeel, grond of opleiding); datum (een datum)"
    )
    assert set(COLUMNS) == set(SCHEMA)
