"""One colour of a gemeente becomes eight steps that can all be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.web.theme import DEFAULT_COLOUR, WHITE, contrast, parse, ramp, theme_css

channel = st.integers(0, 255)


def test_black_on_white_has_the_contrast_of_the_standard():
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
    assert contrast((0x76, 0x76, 0x76), WHITE) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colour", ["blauw", "#12", "#12345", "155e75", "#gggggg", "", "#155e75; } body {"])
def test_what_is_no_colour_is_refused_with_an_example(colour):
    with pytest.raises(ValueError, match="zoals #155e75"):
        theme_css(colour)


@pytest.mark.parametrize("colour", ["#777777", "#ffdd00", "#00a0e0", "#FFF"])
def test_a_light_colour_is_refused_with_its_contrast(colour):
    with pytest.raises(ValueError, match=r"te licht.*contrast \d+,\d op 1.*Kies een donkerdere kleur"):
        theme_css(colour)


def test_a_contrast_just_below_the_norm_is_not_rounded_up_to_it():
    with pytest.raises(ValueError, match="contrast 4,4 op 1, nodig is minstens 4,5 op 1"):
        theme_css("#777777")


def test_a_short_colour_and_capitals_are_understood():
    assert ramp("#06C") == ramp("#0066cc")


def test_the_colour_itself_is_the_fifth_hundred():
    assert ramp("#154273")["500"] == "#154273"


def test_the_stylesheet_only_sets_the_ramp():
    css = theme_css("#154273")
    assert re.fullmatch(
        r"\.voorbeeld-theme \{\n(  --voorbeeld-kleuren-violet-\d{2,3}: #[0-9a-f]{6};\n){8}\}\n", css
    )


@given(channel, channel, channel)
def test_every_accepted_colour_can_be_read_where_the_pages_use_it(red, green, blue):
    colour = f"#{red:02x}{green:02x}{blue:02x}"
    try:
        steps = {name: parse(value) for name, value in ramp(colour).items()}
    except ValueError:
        assert contrast((red, green, blue), WHITE) < 4.5
        return
    assert contrast(steps["500"], WHITE) >= 4.5  # letters on a button
    assert contrast(steps["500"], steps["100"]) >= 4.5  # a link on a tinted surface
    assert contrast(steps["600"], steps["200"]) >= 4.5  # hover
    assert contrast(steps["700"], steps["200"]) >= 4.5
    assert contrast(steps["400"], WHITE) >= 4.5  # a border or a quiet text


def test_without_a_house_style_the_stylesheet_holds_the_default(app_css):
    for step, value in ramp(DEFAULT_COLOUR).items():
        assert f"--voorbeeld-kleuren-violet-{step}: {value};" in app_css


@pytest.fixture
def app_css():
    from pathlib import Path

    import meedoen.web

    return (Path(meedoen.web.__file__).parent / "static" / "app.css").read_text(encoding="utf-8")
