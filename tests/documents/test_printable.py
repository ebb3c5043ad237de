"""Any text can be printed: what has no glyph is named, what could mislead is dropped."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.documents.oproep.letter import render_oproep
from meedoen.documents.printable import coverage, printable
from tests.documents.examples import HUISSTIJL, OPROEP, vrij


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gülşen Çetin-Łukasz", "Gülşen Çetin-Łukasz"),
        ("goed 👍", "goed [thumbs up sign]"),
        ("中", "[cjk unified ideograph-4e2d]"),
        ("\ue000", "[U+E000]".lower()),
        ("a\x00b\x07c", "abc"),
        ("tab\there", "tab here"),
        ("een\r\ntwee\u2028drie", "een\ntwee\ndrie"),
        ("betaal \u202e001 €\u202c nu", "betaal 001 € nu"),
        ("e\u0301", "é"),
        ("می‌روید", "می‌روید"),
        ("تبيّن أيضاً", "تبين أيضا"),
        ("دربارهٔ", "دربارۀ"),
        ("   ", ""),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_long_word_can_break_and_a_dutch_compound_stays_whole() -> None:
    assert printable("leerbaarheidstoetsontheffing") == "leerbaarheidstoetsontheffing"
    assert printable("x" * 31) == "xxxxxxxxxxxx\u200bxxxxxxxxxxxx\u200bxxxxxxx"


def test_the_fonts_cover_the_scripts_of_the_letters() -> None:
    for sample in "AzéğİłßЖΩ€“”–•ابپژگچیکۀءለትግርኛ።፡":
        assert ord(sample) in coverage(), sample


@given(st.text())
def test_what_is_printable_stays_printable(text: str) -> None:
    once = printable(text)

    assert printable(once) == once


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_at_all_can_be_in_a_letter(text: str) -> None:
    letter = replace(OPROEP, toelichting=vrij(text), plaats=(text,))

    assert render_oproep(letter, huisstijl=HUISSTIJL, taal="ar").startswith(b"%PDF")
