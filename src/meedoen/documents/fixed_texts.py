"""The fixed texts of the letters in each language, and how a date or a number looks there.

The texts stand in `vertalingen/<taal>.yaml`, with the Dutch file as the source. A translation has the status
`concept` until a sworn translator has checked it; the letter says so in that language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

TALEN: dict[str, str] = {
    "nl": "Nederlands",
    "ar": "العربية",
    "ti": "ትግርኛ",
    "fa": "فارسی",
    "prs": "دری",
    "tr": "Türkçe",
    "en": "English",
}
"""The languages of the letters, each by its own name. Every letter has Dutch; the others stand beside it."""

_FOLDER = Path(__file__).parent / "vertalingen"
_DUTCH_CLOCK = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A fixed text used inside another fixed text, such as the name of a leerroute in a sentence."""

    key: str


Value = str | int | Decimal | date | Sleutel


@dataclass(frozen=True, kw_only=True, slots=True)
class Taal:
    """One language: its fixed texts by dotted key, its direction, and who checked it when."""

    code: str
    naam: str
    richting: str
    status: str
    dated_on: date
    checked_by: str
    maanden: tuple[str, ...]
    weekdagen: tuple[str, ...]
    datumvorm: str
    datumvorm_met_weekdag: str
    teksten: Mapping[str, str]

    @property
    def is_rtl(self) -> bool:
        """Whether this language is written from right to left."""
        return self.richting == "rtl"

    def text(self, key: str, **values: Value) -> str:
        """The fixed text `key` with its placeholders filled; KeyError when key or value is missing."""
        return self.teksten[key].format_map({name: self._shown(value) for name, value in values.items()})

    def date(self, day: date, *, weekday: bool = False) -> str:
        """`day` in words: the Gregorian calendar and Western digits, as in the Dutch text beside it."""
        form = self.datumvorm_met_weekdag if weekday else self.datumvorm
        names = {"maand": self.maanden[day.month - 1], "weekdag": self.weekdagen[day.weekday()]}
        return form.format(dag=day.day, jaar=day.year, **names)

    def time(self, moment: datetime) -> str:
        """The clock time of `moment` in the Netherlands: "10.30" in Dutch, "10:30" elsewhere."""
        return dutch_time(moment).strftime("%H.%M" if self.code == "nl" else "%H:%M")

    def _shown(self, value: Value) -> str:
        if isinstance(value, Sleutel):
            return self.text(value.key)
        if isinstance(value, datetime):
            return self.date(dutch_time(value).date(), weekday=True)
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Decimal):
            return number(value, self.code)
        if isinstance(value, int) or not self.is_rtl:
            return str(value)
        # A Latin name or number in a text from right to left keeps its own order (an isolate).
        return f"\u2068{value}\u2069"


def dutch_time(moment: datetime) -> datetime:
    """`moment` on the Dutch clock; one without a time zone is taken to be so already."""
    return moment.astimezone(_DUTCH_CLOCK) if moment.tzinfo else moment


def number(value: int | Decimal, code: str = "nl") -> str:
    """A number without needless zeros: 7,5 in Dutch and Turkish, 7.5 elsewhere."""
    shown = f"{value:f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return shown.replace(".", ",") if code in ("nl", "tr") else shown


@cache
def load(code: str) -> Taal:
    """Read the language with this code; ValueError when no letter can be in that language."""
    if code not in TALEN:
        raise ValueError(f"Er zijn geen brieven in de taal {code!r}. Kies uit: {', '.join(TALEN)}.")
    raw: dict[str, Any] = yaml.safe_load((_FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))
    return Taal(
        code=code,
        naam=raw["naam"],
        richting=raw["richting"],
        status=raw["status"],
        dated_on=raw["datum"],
        checked_by=raw["nagekeken_door"],
        maanden=tuple(raw["maanden"]),
        weekdagen=tuple(raw["weekdagen"]),
        datumvorm=raw["datumvorm"],
        datumvorm_met_weekdag=raw["datumvorm_met_weekdag"],
        teksten=dict(_flat(raw["teksten"])),
    )


def _flat(tree: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", str(value)
