"""From a json file to the table that a spreadsheet would be: names as headings, a row for each person.

A list of objects, or an object in which one list stands (such as ``{"personen": [...]}``). An object
within a person becomes headings of its own («contact telefoon»), a list becomes one text with «;».
"""

import json
from typing import Any

from django.conf import settings

from .guard import MAX_COLUMNS, Unreadable, too_large, too_many_rows

_DEEPEST = 3
WRONG = (
    "Het json-bestand is geen lijst van personen. Vraag de leverancier om een lijst met voor elke persoon "
    "één object, of lever het aan als Excel-werkmap (.xlsx) of csv."
)


def looks_like_json(data: bytes) -> bool:
    """Return whether a file begins as json does; a list in csv never begins with a bracket."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"[", b"{"}


def read_json(data: bytes) -> list[list[Any]]:
    """Return headings and rows.

    Raises:
        Unreadable: with a Dutch sentence, when it is too large, broken, or no list of persons.
    """
    if len(data) > settings.UPLOAD_MAX_BYTES:
        raise too_large()
    try:
        people = [_flat(person) for person in _people(json.loads(data.decode("utf-8-sig")))]
    except Unreadable:
        raise
    except (ValueError, RecursionError) as fault:
        raise Unreadable(f"Het json-bestand is beschadigd of niet volledig. {WRONG}") from fault
    if len(people) > settings.UPLOAD_MAX_ROWS:
        raise too_many_rows()
    headings = list(dict.fromkeys(name for person in people for name in person))
    if len(headings) > MAX_COLUMNS:
        raise Unreadable(f"Het bestand heeft meer dan {MAX_COLUMNS} velden. Haal weg wat niet nodig is.")
    return [headings, *([person.get(name, "") for name in headings] for person in people)]


def _people(found: Any) -> list[dict[str, Any]]:
    if isinstance(found, dict):
        lists = [value for value in found.values() if isinstance(value, list)]
        found = lists[0] if len(lists) == 1 else None
    if not isinstance(found, list) or not all(isinstance(person, dict) for person in found):
        raise Unreadable(WRONG)
    return found


def _flat(person: dict[str, Any], before: str = "", depth: int = 1) -> dict[str, Any]:
    """Return a person without objects in it: their names stand before the names of their fields."""
    if depth > _DEEPEST:
        raise Unreadable(WRONG)
    flat: dict[str, Any] = {}
    for name, value in person.items():
        heading = f"{before} {name}".strip()
        if isinstance(value, dict):
            flat |= _flat(value, heading, depth + 1)
        else:
            flat[heading] = _cell(value)
    return flat


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(str(_cell(item)) for item in value if item not in (None, ""))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_cell(item)}" for name, item in value.items())
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "" if value is None else value
