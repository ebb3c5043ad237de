"""What one row of the werkvoorraad tells."""

from datetime import date
from typing import NamedTuple


class Told(NamedTuple):
    """What must happen next, why, by which article, before when, and whose turn it is."""

    code: str
    sentence: str
    citation: str
    due_on: date | None
    waiting_for: str
