"""Set Dutch and the person's language beside each other.

A template receives pairs: `{"nl": …, "vt": …}`, where `vt` (the vertaling) is None when the letter is in
Dutch only, or when a free text has no checked translation. Every text passes `printable` here and nowhere
else, so that nothing reaches the press unseen.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict

from meedoen.documents.fixed_texts import Taal, Value, dutch_time, load
from meedoen.documents.parts import Intensiteit, Vertaling, VrijeTekst
from meedoen.documents.printable import printable


class Pair(TypedDict):
    """A text in Dutch (`nl`) and in the person's language (`vt`, or None)."""

    nl: str
    vt: str | None


class Beside:
    """Makes the pairs of one letter, and remembers whose translations of free text it used."""

    def __init__(self, taal: str) -> None:
        """Take the code of the language beside Dutch; "nl" for Dutch alone. ValueError when unknown."""
        self.nl = load("nl")
        self.vt: Taal | None = None if taal == "nl" else load(taal)
        self.used: list[Vertaling] = []
        self.has_untranslated = False

    def fixed(self, key: str, **values: Value) -> Pair:
        """The fixed text `key`, filled in, in both languages."""
        clean = {name: printable(v) if isinstance(v, str) else v for name, v in values.items()}
        return self._pair(lambda taal: taal.text(key, **clean))

    def free(self, text: VrijeTekst | None) -> Pair | None:
        """A text written by a person, with its checked translation; None when it is absent or empty."""
        if text is None or not printable(text.nl):
            return None
        found = text.checked(self.vt.code) if self.vt else None
        if found:
            self.used.append(found)
        elif self.vt:
            self.has_untranslated = True
        return {"nl": printable(text.nl), "vt": printable(found.text) if found else None}

    def frees(self, texts: Iterable[VrijeTekst | None]) -> list[Pair]:
        """The texts that say something."""
        return [pair for text in texts if (pair := self.free(text))]

    def date(self, day: date) -> Pair:
        """A date in both languages; a moment gets its weekday."""
        if isinstance(day, datetime):
            return self._pair(lambda taal: taal.date(dutch_time(day).date(), weekday=True))
        return self._pair(lambda taal: taal.date(day))

    def time(self, key: str, moment: datetime) -> Pair:
        """The fixed text `key` around the clock time (`tijd`) and the day (`datum`) of `moment`."""
        return self._pair(lambda taal: taal.text(key, tijd=taal.time(moment), datum=moment))

    def hours(self, intensity: Intensiteit) -> list[Pair]:
        """What is known of an intensity: hours in total, hours per week."""
        known = (
            ("algemeen.uren_totaal", intensity.uren),
            ("algemeen.uren_per_week", intensity.uren_per_week),
        )
        found = [self.fixed(key, aantal=Decimal(value)) for key, value in known if value is not None]
        return [{"nl": _whole(one["nl"]), "vt": _whole(one["vt"]) if one["vt"] else None} for one in found]

    def checkers(self) -> list[Pair]:
        """Who checked the translations of free text, each once."""
        seen = {(v.checked_by, v.checked_on) for v in self.used if v.checked_by and v.checked_on}
        ordered = sorted(seen, key=lambda one: (one[1] or date.min, one[0]))
        return [self.fixed("algemeen.vrije_vertaling", door=by, datum=on) for by, on in ordered if on]

    def _pair(self, made: Callable[[Taal], str]) -> Pair:
        return {"nl": made(self.nl), "vt": made(self.vt) if self.vt else None}


def _whole(text: str) -> str:
    """Keep a number on the line of the words around it (no-break spaces)."""
    return re.sub(r" (?=\d)|(?<=\d) ", "\u00a0", text)
