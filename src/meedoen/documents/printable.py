"""Make any text fit to print: only characters that the bundled fonts know, and words that can break.

PDF/A and PDF/UA refuse a character without a glyph. A free text may hold anything (emoji, a control
character from a copied cell), and one strange character must not keep a person from a decision. So what
cannot be printed is replaced by its name between brackets: the reader sees that something stood there.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"

_FAMILIES = (
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf"),
    ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    ("NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"),
)
# Joiners and marks without a glyph that Arabic and Farsi need, and the soft hyphen.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u00ad")
# Characters that reorder or hide text. They could make a decision read differently from what is stored.
_HARMFUL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f\u2060")
# Vowel signs of Arabic are optional in writing. The press writes the letter below such a sign twice into the
# text that a screen reader gets, so they are left out; the Farsi ezafe has a character of its own.
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670]")
_HEH_WITH_HAMZA, _HEH_WITH_YEH = "\u0647\u0654", "\u06c0"
_LONG_WORD = re.compile(r"[^\s\u200b-\u200f\u00ad]{31,}")
_PIECE = 12
_LINE_BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")


def printable(text: str) -> str:
    """Return `text` with only characters that the fonts have, line breaks as "\\n", long words breakable.

    A word of more than 30 characters gets a zero-width space after every 12, so that it stays in its column.
    """
    text = unicodedata.normalize("NFC", _LINE_BREAKS.sub("\n", text)).replace("\t", " ")
    text = _VOWEL_SIGNS.sub("", text.replace(_HEH_WITH_HAMZA, _HEH_WITH_YEH))
    text = "".join(map(_replaced, text))
    return _LONG_WORD.sub(_breakable, text).strip()


def _replaced(char: str) -> str:
    if char == "\n" or char in _INVISIBLE:
        return char
    if char in _HARMFUL or unicodedata.category(char) == "Cc":
        # The fonts map some control characters to an empty glyph; PDF/A allows none of them.
        return ""
    if ord(char) in coverage():
        return char
    if unicodedata.category(char) in {"Mn", "Me", "Sk"}:
        # A modifier without a glyph has no meaning of its own.
        return ""
    return f"[{unicodedata.name(char, f'U+{ord(char):04X}').lower()}]"


def _breakable(match: re.Match[str]) -> str:
    word = match.group()
    return "\u200b".join(word[start : start + _PIECE] for start in range(0, len(word), _PIECE))


@cache
def coverage() -> frozenset[int]:
    """The code points that each variant of at least one bundled font family has a glyph for."""
    families = [
        frozenset.intersection(*(_code_points((FONTS / name).read_bytes()) for name in family))
        for family in _FAMILIES
    ]
    return frozenset.union(*families)


def _code_points(font: bytes) -> frozenset[int]:
    """Read the character map (`cmap`, formats 4 and 12) of a TrueType font."""
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, table + 2)
    found: set[int] = set()
    for index in range(count):
        (offset,) = struct.unpack_from(">I", font, table + 4 + 8 * index + 4)
        start = table + offset
        (form,) = struct.unpack_from(">H", font, start)
        if form == 12:
            found |= _format_12(font, start)
        elif form == 4:
            found |= _format_4(font, start)
    return frozenset(found)


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        name, _checksum, offset, _length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if name == tag:
            return offset
    raise ValueError(f"Dit lettertype heeft geen tabel {tag!r}.")


def _format_12(font: bytes, start: int) -> set[int]:
    (groups,) = struct.unpack_from(">I", font, start + 12)
    found: set[int] = set()
    for index in range(groups):
        first, last, glyph = struct.unpack_from(">III", font, start + 16 + 12 * index)
        found.update(range(first + (glyph == 0), last + 1))
    return found


def _format_4(font: bytes, start: int) -> set[int]:
    (double,) = struct.unpack_from(">H", font, start + 6)
    size = double // 2
    ends_at, starts_at = start + 14, start + 16 + double
    deltas_at, ranges_at = starts_at + double, starts_at + 2 * double
    found: set[int] = set()
    for index in range(size):
        (end,) = struct.unpack_from(">H", font, ends_at + 2 * index)
        (begin,) = struct.unpack_from(">H", font, starts_at + 2 * index)
        (delta,) = struct.unpack_from(">H", font, deltas_at + 2 * index)
        here = ranges_at + 2 * index
        (jump,) = struct.unpack_from(">H", font, here)
        for code in range(begin, min(end, 0xFFFE) + 1):
            glyph = code
            if jump:
                (glyph,) = struct.unpack_from(">H", font, here + jump + 2 * (code - begin))
                if not glyph:
                    continue
            if (glyph + delta) & 0xFFFF:
                found.add(code)
    return found
