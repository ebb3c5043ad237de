"""Folding: one spelling under which a name is stored and searched, the same on every database.

Letters that Unicode does not decompose (ı, ł, ø …) and Arabic letter variants are
mapped; accents, vowel signs and tatweel go; the rest is case-folded. Ethiopic and
other scripts pass unchanged.
"""

import unicodedata

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "İ": "i",
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ک": "ك",
        "ة": "ه",
        "ؤ": "و",
        "ـ": "",
        "-": " ",
        "'": "",
        "’": "",
    }
)


def fold(text: str) -> str:
    """Return the search spelling of a text: lower case, no accents, single spaces."""
    spread = unicodedata.normalize("NFKD", text.translate(_LETTERS).casefold())
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFKC", bare.translate(_LETTERS)).split())
