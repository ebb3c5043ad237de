"""Dates as people write them, and the week in day parts."""

from datetime import date

import pytest
import time_machine
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from meedoen.web.fields import DayPartField, DutchDateField

TODAY = "2026-11-23 12:00"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("03-02-1990", date(1990, 2, 3)),
        ("3-2-1990", date(1990, 2, 3)),
        (" 3/2/1990 ", date(1990, 2, 3)),
        ("3.2.1990", date(1990, 2, 3)),
        ("3 2 1990", date(1990, 2, 3)),
        ("1990-02-03", date(1990, 2, 3)),
        ("29-2-2024", date(2024, 2, 29)),
        (date(1990, 2, 3), date(1990, 2, 3)),
    ],
)
def test_a_date_is_read_day_first(typed, meant):
    assert DutchDateField().clean(typed) == meant


@time_machine.travel(TODAY)
@pytest.mark.parametrize(
    ("typed", "in_the_past", "year"),
    [
        ("3-2-90", True, 1990),
        ("3-2-26", True, 2026),
        ("3-2-27", True, 1927),
        ("3-2-27", False, 2027),
        ("3-2-46", False, 2046),
        ("3-2-47", False, 1947),
        ("3-2-00", True, 2000),
    ],
)
def test_a_year_of_two_digits_is_not_too_far_ahead(typed, in_the_past, year):
    assert DutchDateField(in_the_past=in_the_past).clean(typed) == date(year, 2, 3)


@pytest.mark.parametrize("typed", ["morgen", "1990", "3-2", "1-2-3", "2-1990", "٣-٢-١٩٩٠", "3-2-19900", "-"])
def test_what_is_no_date_is_refused_with_an_example(typed):
    with pytest.raises(ValidationError, match="dag-maand-jaar, bijvoorbeeld 3-2-1990"):
        DutchDateField().clean(typed)


@pytest.mark.parametrize(
    "typed", ["31-2-1990", "29-2-2025", "3-13-1990", "0-1-2020", "1-1-0000", "2025-02-30"]
)
def test_a_day_that_does_not_exist_is_named(typed):
    with pytest.raises(ValidationError) as refused:
        DutchDateField().clean(typed)
    assert refused.value.messages == [f"De datum {typed} bestaat niet. Kijk de dag en de maand na."]


@time_machine.travel(TODAY)
def test_a_date_of_birth_is_not_in_the_future():
    field = DutchDateField(in_the_past=True)
    assert field.clean("23-11-2026") == date(2026, 11, 23)
    with pytest.raises(ValidationError, match="ligt in de toekomst"):
        field.clean("24-11-2026")


def test_an_optional_date_may_stay_empty():
    assert DutchDateField(required=False).clean("  ") is None
    with pytest.raises(ValidationError):
        DutchDateField().clean("")


@given(st.dates(date(1900, 1, 1)))
def test_what_the_box_shows_is_what_it_reads(day):
    field = DutchDateField()
    shown = field.widget.format_value(day)
    assert field.clean(shown) == day
    assert not field.has_changed(day, shown)


def test_another_way_of_writing_is_no_change_but_nonsense_is():
    field = DutchDateField(required=False)
    assert not field.has_changed(date(1990, 2, 3), "3-2-1990")
    assert field.has_changed(date(1990, 2, 3), "4-2-1990")
    assert field.has_changed(date(1990, 2, 3), "")
    assert field.has_changed(date(1990, 2, 3), "bijna")


class Week(forms.Form):
    dagdelen = DayPartField(label="Wanneer?", required=False)


def test_the_week_has_a_box_for_each_day_part_with_a_name_that_says_which():
    html = str(Week({"dagdelen": ["ma_ochtend", "zo_avond"]})["dagdelen"])
    assert html.count('type="checkbox"') == 21
    assert html.count("checked") == 2
    assert 'value="wo_middag"' in html
    assert "woensdagmiddag" in html
    assert html.count('<th scope="row">') == 7


def test_an_unknown_day_part_is_refused():
    assert Week({"dagdelen": ["ma_ochtend"]}).is_valid()
    assert not Week({"dagdelen": ["ma_nacht"]}).is_valid()
