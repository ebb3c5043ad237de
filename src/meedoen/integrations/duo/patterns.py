"""Patterns and limits that several messages share."""

BSN = {"min_length": 9, "max_length": 9, "pattern": r"\d{9}"}
FOUTTEKST = {"max_length": 200}
UREN = {"minimum": 0, "maximum": 9999}
SCORE = {"min_length": 1, "max_length": 6, "pattern": r"^(\d{1,3}\,\d{2})$"}
GEMEENTECODE = {"min_length": 4, "max_length": 4, "pattern": r"\d{4}"}
NAAM_PUBLISHED = r"[\s'‘.\p{L}\p{Pd}]{0,100}"
NAAM = r"^[\s'‘.\-‐‑‒–—―﹘﹣－]*(?:[^\W\d_][\s'‘.\-‐‑‒–—―﹘﹣－]*)*$"
"""Letters of any script, blanks, ' ‘ . and dashes. Python's `re` has no \\p{L}: [^\\W\\d_] is every letter.

The published pattern is not anchored and so refuses nothing; ours holds for the whole name, as is meant.
"""
TELEFOON = r"^(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?$"
GEBEURTENIS = r"^[0-9A-Z]{1,6}$"
