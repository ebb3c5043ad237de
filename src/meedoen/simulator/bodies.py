"""The form of what a gemeente sends: names, kinds and limits of fields, as DUO publishes them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

Check = Callable[[Any], bool]

TELEPHONE = re.compile(r"(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?")
DASHES = "-‐‑‒–—―"


def is_date(value: Any) -> bool:
    """Return whether it is a full date, year-month-day, that exists."""
    if not (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _one_of(*values: str) -> Check:
    return lambda value: isinstance(value, str) and value in values


def _whole(least: int, most: int) -> Check:
    return lambda value: type(value) is int and least <= value <= most


def _is_yes_or_no(value: Any) -> bool:
    return isinstance(value, bool)


def _is_name(value: Any) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= 100
        and all(mark.isalpha() or mark.isspace() or mark in "'‘." + DASHES for mark in value)
    )


def _is_email(value: Any) -> bool:
    return isinstance(value, str) and 4 <= len(value) <= 241


def _is_telephone(value: Any) -> bool:
    return isinstance(value, str) and 3 <= len(value) <= 22 and TELEPHONE.fullmatch(value) is not None


_ALPHABETISATION = _one_of("A", "AA", "NVT")
_BLAME = _one_of("Ja", "Nee")

SHAPES: dict[str, dict[str, tuple[Check, bool]]] = {
    "pip": {
        "dagtekeningPip": (is_date, True),
        "leerroute": (_one_of("B", "O", "Z"), True),
        "niveau": (_one_of("A2", "B1"), False),
        "geschatteIntensiteitB1Route": (_whole(1, 9999), False),
        "indicatorMagOpleidingAfmaken": (_is_yes_or_no, False),
        "indicatorAlfabetiseringsonderwijs": (_ALPHABETISATION, False),
    },
    "aanbod": {
        "datumInburgeringsaanbod": (is_date, False),
        "verwachteStartdatumOpleiding": (is_date, False),
        "verwachteEinddatumOpleiding": (is_date, False),
        "indicatorAlfabetiseringsonderwijs": (_ALPHABETISATION, True),
    },
    "uren": {"uren": (_whole(0, 9999), True)},
    "map": {"datumEindgesprekMap": (is_date, False), "verwijtbaar": (_BLAME, False)},
    "pvt": {"datumOndertekeningPvt": (is_date, False), "verwijtbaar": (_BLAME, False)},
    "zroute": {"datumAfrondingZroute": (is_date, False)},
    "contactpersoon": {
        "naam": (_is_name, True),
        "email": (_is_email, True),
        "telefoonnummer": (_is_telephone, True),
    },
}
"""Per kind of body each field with its check and whether it must be there."""


def faults(shape: str, body: Any) -> list[str]:
    """Return what is wrong with the form of a body, one sentence per field; empty is right."""
    if not isinstance(body, dict):
        return ["De inhoud is geen JSON-object."]
    found = []
    for name, (check, required) in SHAPES[shape].items():
        if name not in body:
            if required:
                found.append(f"Het veld {name} ontbreekt.")
        elif not check(body[name]):
            found.append(f"Het veld {name} heeft geen geldige waarde.")
    return found


def unknown_fields(shape: str, body: dict[str, Any]) -> list[str]:
    """Return fields that DUO does not know; it would leave them aside, so the sender loses them silently."""
    return sorted(set(body) - set(SHAPES[shape]))
