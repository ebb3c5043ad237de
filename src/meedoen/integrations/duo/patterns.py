"""Patterns and limits that several messages share."""

from unicodedata import category

BSN = {"min_length": 9, "max_length": 9, "pattern": r"\d{9}"}
FOUTTEKST = {"max_length": 200}
UREN = {"minimum": 0, "maximum": 9999}
SCORE = {"min_length": 1, "max_length": 6, "pattern": r"^(\d{1,3}\,\d{2})$"}
GEMEENTECODE = {"min_length": 4, "max_length": 4, "pattern": r"\d{4}"}
NAAM = r"[\s'‘.\p{L}\p{Pd}]{0,100}"
TELEFOON = r"^(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?$"
GEBEURTENIS = r"^[0-9A-Z]{1,6}$"


def is_naam(text: str) -> bool:
    """Return whether a name holds only letters of any script, blanks, dashes, and ' ‘ . as DUO means it.

    Python's `re` has no \\p{L} (letters) and \\p{Pd} (dashes). The published expression is not tied to the
    begin and end of the text, so that by the letter of JSON Schema it refuses nothing; here it holds for the
    whole name.
    """
    return all(
        char in "'‘." or char.isspace() or category(char).startswith("L") or category(char) == "Pd"
        for char in text
    )
