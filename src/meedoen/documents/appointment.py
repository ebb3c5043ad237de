"""An appointment as a table: day, time and place, in both languages."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from meedoen.documents.beside import Beside, Pair
from meedoen.documents.envelope import lines


def appointment(moment: datetime, place: tuple[str, ...], beside: Beside, *, kop: str) -> dict[str, Any]:
    """The rows of the table under the heading `kop`; a place is an address and stays as it is."""
    rows: list[tuple[str, Pair]] = [
        ("oproep.dag", beside.date(moment)),
        ("oproep.tijd", beside.time("oproep.tijd_tekst", moment)),
    ]
    if shown := lines(place):
        rows.append(("oproep.plaats", {"nl": "\n".join(shown), "vt": None}))
    return {
        "kop": beside.fixed(kop),
        "kolommen": [beside.fixed("oproep.kolom_wat"), beside.fixed("oproep.kolom_gegeven")],
        "rijen": [{"label": beside.fixed(key), "waarde": value} for key, value in rows],
    }


def amount(euros: Decimal) -> str:
    """An amount in euro the Dutch way: "€ 250" or "€ 1.250,50"."""
    whole = euros == euros.to_integral_value()
    shown = f"{euros:,.0f}" if whole else f"{euros:,.2f}"
    return "€\u00a0" + shown.translate(str.maketrans(",.", ".,"))
