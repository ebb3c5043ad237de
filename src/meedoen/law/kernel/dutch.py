"""How a value is written in a Dutch sentence."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)

ORDINALS = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"),
    *("elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende"),
    *("negentiende", "twintigste"),
)


def in_dutch(value: object) -> str:
    """Return the value as a Dutch reader writes it: ja, 3 maart 2026, € 1.250,00, "a, b en c"."""
    match value:
        case None:
            return "geen"
        case True:
            return "ja"
        case False:
            return "nee"
        case Enum():
            return str(getattr(value, "label", value.value))
        case str():
            return value
        case date():
            return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
        case Decimal():
            return euros(value)
        case tuple() | list() | set() | frozenset():
            return enumeration(in_dutch(item) for item in value)
        case _:
            return str(value)


def euros(amount: Decimal) -> str:
    """Return an amount in euros with Dutch marks; whole euros without cents ("€ 10.000")."""
    digits = f"{amount:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")
    return f"€ {digits.removesuffix(',00')}"


def enumeration(words: Iterable[str]) -> str:
    """Join words the Dutch way: "a", "a en b", "a, b en c"; "geen" when there are none."""
    *most, last = list(words) or ["geen"]
    return f"{', '.join(most)} en {last}" if most else last


def ordinal(number: int) -> str:
    """Return "eerste" for 1; raises ValueError outside 1 to 20 (no article here has more leden)."""
    if not 1 <= number <= len(ORDINALS):
        raise ValueError(f"no Dutch ordinal for {number}")
    return ORDINALS[number - 1]
