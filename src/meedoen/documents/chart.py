"""A bar chart as an SVG that stands on its own: no script, no inline style, readable in grey and on paper.

Each bar has its words above it, so that nothing is turned, cut off or left to a colour. The page may give the
classes the colours of its theme; without a style sheet the attributes hold.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH = 320
NUMBER = 84
"""Room at the end of the longest bar for its number."""
LINE = 18
BAR = 16
GAP = 12
LETTERS = 40
"""How many letters of the label fit on a line."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, its length, what is written behind it, and whether it points the other way."""

    label: str
    length: float | None
    """None where the number is not shown: then the bar is an open stub."""
    shown: str
    other_way: bool = False


def bar_chart(key: str, title: str, description: str, bars: Sequence[Bar], *, heading: bool = False) -> str:
    """Return the chart; `key` tells it apart from others on the page.

    Args:
        key: letters, digits and hyphens.
        title: what is counted; read aloud, and drawn above the bars with `heading`.
        description: what the chart shows, in a sentence, for who does not see it.
        bars: from top to bottom.
        heading: for a file that stands alone.
    """
    longest = max((bar.length or 0 for bar in bars), default=0)
    drawn: list[str] = []
    y = 4
    if heading:
        for line in textwrap.wrap(title, LETTERS - 4):
            y += LINE
            drawn.append(_text(line, y - 4, "chart__title", bold=True))
        y += GAP
    for bar in bars:
        for line in textwrap.wrap(bar.label, LETTERS) or [""]:
            y += LINE
            drawn.append(_text(line, y - 5, "chart__label"))
        drawn.append(_bar(bar, y, longest, key))
        y += BAR + GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 {WIDTH} {y}" '
        f'width="{WIDTH}" height="{y}" aria-labelledby="{key}-title {key}-desc" '
        'font-family="Noto Sans, Arial, sans-serif" font-size="14">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(description)}</desc>'
        f"{_pattern(key)}{''.join(drawn)}</svg>"
    )


def _pattern(key: str) -> str:
    """Return the stripes of a bar that points the other way: seen in grey too."""
    return (
        f'<defs><pattern id="{key}-stripes" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="chart__paper" width="6" height="6" fill="#fff"/>'
        '<rect class="chart__stripe" width="2.5" height="6" fill="#155e75"/></pattern></defs>'
    )


def _bar(bar: Bar, y: int, longest: float, key: str) -> str:
    if bar.length is None:
        length, look = 24.0, 'class="chart__bar chart__bar--hidden" fill="none" stroke-dasharray="3 2"'
    else:
        length = max(2.0, (WIDTH - NUMBER) * bar.length / longest) if longest and bar.length else 0.0
        fill = f"url(#{key}-stripes)" if bar.other_way else "#155e75"
        look = f'class="chart__bar{" chart__bar--other" if bar.other_way else ""}" fill="{fill}"'
    drawn = (
        f'<rect {look} stroke="#155e75" x="1" y="{y}" width="{length:.1f}" height="{BAR}"/>' if length else ""
    )
    return drawn + _text(bar.shown, y + BAR - 3, "chart__number", x=length + 8, bold=True)


def _text(words: str, y: int, name: str, *, x: float = 0, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text class="{name}" x="{x:.1f}" y="{y}" fill="#1b1b1b"{weight}>{escape(words)}</text>'
