"""The house colour of a gemeente: from one colour to the eight steps that the pages use."""

import re

DEFAULT_COLOUR = "#155e75"
WHITE = (255, 255, 255)
BLACK = (0, 0, 0)
LEAST_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3

# How much white stands in a light step, how much black in a dark one.
TINTS = {"50": 0.96, "100": 0.91, "200": 0.82, "300": 0.64}
SHADES = {"600": 0.27, "700": 0.64}

RGB = tuple[int, int, int]


def theme_css(colour: str = DEFAULT_COLOUR) -> str:
    """The stylesheet that gives every page the house colour of a gemeente.

    `colour` is `#rrggbb` or `#rgb`. Raises ValueError, with a Dutch sentence for the person who
    chose the colour, when it is not a colour or when white letters on it cannot be read well.
    """
    lines = [f"  --voorbeeld-kleuren-violet-{step}: {value};" for step, value in ramp(colour).items()]
    return "\n".join([".voorbeeld-theme {", *lines, "}", ""])


def ramp(colour: str) -> dict[str, str]:
    """The eight steps by name, from nearly white (50) to nearly black (700).

    Step 500 is the colour itself, or a little darker when letters in the colour would be hard to
    read on the light surfaces of the page.
    """
    rgb = parse(colour)
    found = contrast(rgb, WHITE)
    if found < LEAST_CONTRAST:
        raise ValueError(
            "Deze kleur is te licht: witte letters erop zijn slecht te lezen "
            f"(contrast {in_dutch(found)} op 1, nodig is minstens {in_dutch(LEAST_CONTRAST)} op 1). "
            "Kies een donkerdere kleur."
        )
    steps = {name: mix(rgb, WHITE, part) for name, part in TINTS.items()}
    steps["500"] = darker(rgb, against=steps["100"])
    steps["400"] = lightest(steps["500"])
    for name, part in SHADES.items():
        steps[name] = darker(mix(steps["500"], BLACK, part), against=steps["200"])
    return {name: "#{:02x}{:02x}{:02x}".format(*steps[name]) for name in sorted(steps, key=int)}


def parse(colour: str) -> RGB:
    """Red, green and blue, each 0–255; raises ValueError when it is not written as a colour."""
    text = colour.strip().lower()
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        text = "#" + "".join(digit * 2 for digit in text[1:])
    if not re.fullmatch(r"#[0-9a-f]{6}", text):
        raise ValueError("Schrijf de kleur als # met zes cijfers of letters a tot en met f, zoals #155e75.")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def contrast(one: RGB, other: RGB) -> float:
    """The contrast ratio of two colours, 1 (equal) to 21 (black on white), as WCAG defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: RGB) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    channels = [part / 255 for part in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(colour: RGB, other: RGB, part: float) -> RGB:
    """`colour` with `part` (0–1) of `other` in it."""
    red, green, blue = (round(c * (1 - part) + o * part) for c, o in zip(colour, other, strict=True))
    return red, green, blue


def darker(colour: RGB, *, against: RGB) -> RGB:
    """The colour, darkened as little as needed to be read on `against`."""
    candidates = (mix(colour, BLACK, part / 100) for part in range(101))
    return next(c for c in candidates if contrast(c, against) >= LEAST_CONTRAST)


def lightest(colour: RGB) -> RGB:
    """A lighter tone of the colour, at most 20 % white, that can still be read on white."""
    candidates = (mix(colour, WHITE, part / 100) for part in range(20, -1, -1))
    return next(c for c in candidates if contrast(c, WHITE) >= LEAST_CONTRAST)


def in_dutch(ratio: float) -> str:
    """A ratio rounded down to one decimal, so that 4.49 never reads as the 4,5 it does not reach."""
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")
