"""The fixed texts: complete in each language, with the same placeholders, dated and honest about status."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import meedoen.documents
from meedoen.documents.fixed_texts import TALEN, Sleutel, load, number
from meedoen.documents.printable import printable

OTHERS = [taal for taal in TALEN if taal != "nl"]
FOLDER = Path(meedoen.documents.__file__).parent / "vertalingen"


def placeholders(text: str) -> list[str]:
    return sorted(set(re.findall(r"{(\w+)}", text)))


def test_every_file_is_a_language_and_every_language_a_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(TALEN)


@pytest.mark.parametrize("taal", OTHERS)
def test_a_translation_has_all_keys_with_equal_placeholders(taal: str) -> None:
    dutch, other = load("nl").teksten, load(taal).teksten

    assert other.keys() == dutch.keys()
    assert {k: placeholders(v) for k, v in other.items()} == {k: placeholders(v) for k, v in dutch.items()}
    assert all(text.strip() for text in other.values())


@pytest.mark.parametrize("taal", OTHERS)
def test_a_translation_is_a_translation(taal: str) -> None:
    dutch, other = load("nl").teksten, load(taal).teksten
    same = {key for key in dutch if dutch[key] == other[key] and len(dutch[key].split()) > 2}

    assert not same


@pytest.mark.parametrize("taal", TALEN)
def test_a_language_says_its_name_date_and_status(taal: str) -> None:
    found = load(taal)

    assert found.naam == TALEN[taal]
    assert found.dated_on >= date(2026, 11, 23)
    assert found.status == ("bron" if taal == "nl" else "concept") or (
        found.status == "nagekeken" and found.checked_by
    )
    assert found.is_rtl is (taal in {"ar", "fa", "prs"})
    assert (len(found.maanden), len(found.weekdagen)) == (12, 7)


@pytest.mark.parametrize("taal", TALEN)
def test_the_bundled_fonts_can_print_every_fixed_text(taal: str) -> None:
    found = load(taal)

    for text in (*found.teksten.values(), *found.maanden, *found.weekdagen):
        assert printable(text) == text


@pytest.mark.parametrize(
    ("taal", "shown", "weekday"),
    [
        ("nl", "3 maart 2026", "dinsdag 3 maart 2026"),
        ("en", "3 March 2026", "Tuesday 3 March 2026"),
        ("tr", "3 Mart 2026", "3 Mart 2026 Salı"),
        ("ar", "3 آذار/مارس 2026", "الثلاثاء 3 آذار/مارس 2026"),
        ("fa", "3 مارس 2026", "سه‌شنبه 3 مارس 2026"),
        ("prs", "3 مارچ 2026", "سه‌شنبه 3 مارچ 2026"),
        ("ti", "3 መጋቢት 2026", "ሰሉስ 3 መጋቢት 2026"),
    ],
)
def test_dates_in_each_language(taal: str, shown: str, weekday: str) -> None:
    assert load(taal).date(date(2026, 3, 3)) == shown
    assert load(taal).date(date(2026, 3, 3), weekday=True) == weekday


@pytest.mark.parametrize(
    ("month", "clock"),
    [(1, "10.00"), (7, "11.00")],
    ids=["winter time", "summer time"],
)
def test_an_aware_moment_is_shown_on_the_dutch_clock(month: int, clock: str) -> None:
    assert load("nl").time(datetime(2026, month, 5, 9, 0, tzinfo=UTC)) == clock


def test_numbers_without_needless_zeros() -> None:
    assert [number(Decimal(one)) for one in ("12.50", "600", "600.00", "0.5")] == [
        "12,5",
        "600",
        "600",
        "0,5",
    ]
    assert number(Decimal("12.5"), "en") == "12.5"


def test_a_fixed_text_inside_a_fixed_text() -> None:
    said = load("en").text("plan.route", leerroute=Sleutel("leerroute.b1"))

    assert said == "Your learning route: B1 route (B1-route)"


def test_a_value_cannot_bring_its_own_placeholder() -> None:
    assert load("nl").text("algemeen.aanhef", naam="{kenmerk} {0}") == "Beste {kenmerk} {0},"


def test_an_unknown_language_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="Er zijn geen brieven in de taal 'so'"):
        load("so")
