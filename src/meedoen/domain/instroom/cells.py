"""Reading one cell: a value, or a Dutch sentence that says what is wrong and what to do."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from stdnum.nl import bsn as elfproef

from meedoen.domain.dossier.search import fold
from meedoen.law.inburgering.begrippen import Leerroute

from .columns import BY_CODE, DATES, NUMBERS
from .words import DIPLOMAS, DOELGROEPEN, GESLACHTEN, JA_NEE, LBT, LEERROUTES, REFERENTEN, TALEN, TITELS

_DUTCH = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_SHORT_YEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_POSTCODE = re.compile(r"([1-9]\d{3})\s?([A-Za-z]{2})")
_PHONE = re.compile(r"\+?[\d\s()/-]{6,30}")
_HTML = re.compile(r"<\s*[/!a-zA-Z]")
_FORMULA = re.compile(r"[=@]|[+-]\s*[A-Za-z(]")
EXCEL_ZERO = date(1899, 12, 30)
WRITE_DATE = "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 25-04-2026."


@dataclass(frozen=True)
class Read:
    """What a cell says: its value (None when it says nothing usable) and what must be told about it."""

    value: Any = None
    told: tuple[str, ...] = ()


def quoted(text: str) -> str:
    """Return a text to show in a sentence: on one line, at most 40 characters."""
    line = " ".join(text.split())
    return f"«{line[:40]}…»" if len(line) > 40 else f"«{line}»"


def as_text(cell: Any) -> str:
    """Return a cell as a person sees it: a whole number without a point, a date as dag-maand-jaar."""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return str(cell)


def read_cell(code: str, cell: Any) -> Read:
    """Read a filled cell for one of our fields."""
    if code in DATES:
        return read_date(cell)
    text = as_text(cell)
    if code in NUMBERS:
        return read_number(code, text)
    if code in _READERS:
        return _READERS[code](text)
    return read_text(code, text)


def read_date(cell: Any) -> Read:
    """Read a date as Excel keeps it, as people write it here, or as ISO; never guess month before day."""
    if isinstance(cell, date):
        return Read(cell)
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if 3_654 <= cell <= 73_050:  # 1910 to 2099
            return Read(EXCEL_ZERO + timedelta(days=int(cell)))
        return Read(None, (f"Het getal {quoted(as_text(cell))} is geen datum. {WRITE_DATE}",))
    text = str(cell)
    if match := _DUTCH.fullmatch(text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if month > 12 >= day:
            return Read(
                None,
                (f"De datum {quoted(text)} lijkt Amerikaans: eerst de maand, dan de dag. {WRITE_DATE}",),
            )
    elif match := _ISO.fullmatch(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif _SHORT_YEAR.fullmatch(text):
        return Read(None, (f"De datum {quoted(text)} heeft een jaar van twee cijfers. {WRITE_DATE}",))
    else:
        return Read(None, (f"{quoted(text)} is geen datum. {WRITE_DATE}",))
    try:
        found = date(year, month, day)
    except ValueError:
        return Read(
            None, (f"De datum {quoted(text)} bestaat niet. Kijk de dag en de maand na. {WRITE_DATE}",)
        )
    if not 1900 <= found.year <= 2099:
        return Read(None, (f"Het jaar in {quoted(text)} kan niet. Kijk het jaar na.",))
    return Read(found)


def read_number(code: str, text: str) -> Read:
    """Read a whole number between the limits of its field."""
    lowest, highest = NUMBERS[code]
    if text.isascii() and text.isdigit() and len(text) <= 3 and lowest <= int(text) <= highest:
        return Read(int(text))
    return Read(None, (f"{quoted(text)} is geen getal van {lowest} tot en met {highest}. Vul een getal in.",))


def read_bsn(text: str) -> Read:
    """Read a BSN; the number itself never stands in a message."""
    digits = re.sub(r"[\s.\-]", "", text)
    if not (digits.isascii() and digits.isdigit()):
        return Read(None, ("Het BSN bevat iets anders dan cijfers. Vul negen cijfers in.",))
    if len(digits) == 8:
        if elfproef.is_valid(f"0{digits}"):
            return Read(
                f"0{digits}",
                (
                    "Het BSN heeft acht cijfers: Excel liet waarschijnlijk de nul aan het begin weg. Met "
                    "de nul "
                    "klopt het nummer, en zo nemen we het over. Controleer het, en maak van de kolom tekst.",
                ),
            )
        return Read(
            None,
            (
                "Het BSN heeft acht cijfers. Excel laat soms de nul aan het begin weg, maar ook met een "
                "nul klopt "
                "het nummer niet. Vul het BSN van negen cijfers in.",
            ),
        )
    if len(digits) != 9:
        return Read(None, (f"Het BSN heeft {len(digits)} cijfers. Vul het BSN van negen cijfers in.",))
    if not elfproef.is_valid(digits):
        return Read(
            None,
            (
                "Het BSN is geen geldig nummer (elfproef). Waarschijnlijk is een cijfer verkeerd: kijk het "
                "na.",
            ),
        )
    return Read(digits)


def read_v_nummer(text: str) -> Read:
    """Read a V-nummer: ten digits."""
    digits = re.sub(r"[\s.\-]", "", text)
    digits = digits[1:] if digits[:1] in {"V", "v"} else digits
    if digits.isascii() and digits.isdigit() and len(digits) == 10:
        return Read(digits)
    if not (digits.isascii() and digits.isdigit()):
        return Read(None, ("Het V-nummer bevat iets anders dan cijfers. Vul tien cijfers in.",))
    return Read(None, (f"Het V-nummer heeft {len(digits)} cijfers. Vul het V-nummer van tien cijfers in.",))


def read_text(code: str, text: str) -> Read:
    """Read free text: kept literally, whatever it looks like, unless it is too long."""
    longest = BY_CODE[code].longest
    if len(text) > longest:
        return Read(
            None,
            (
                f"De tekst is {len(text)} tekens lang; er passen er {longest}. Kort de tekst in. We hebben "
                f"niets "
                "van deze cel overgenomen.",
            ),
        )
    told = []
    if _HTML.search(text):
        told.append(
            "In de cel staat programmacode (HTML). We bewaren die als gewone tekst; ze doet niets. Kijk na "
            "wat "
            "hier hoort te staan."
        )
    if _FORMULA.match(text):
        told.append(
            "In de cel staat een formule. We bewaren die als gewone tekst; ze doet niets. Kijk na wat hier "
            "hoort "
            "te staan."
        )
    return Read(text, tuple(told))


def read_postcode(text: str) -> Read:
    """Read a Dutch postcode."""
    if match := _POSTCODE.fullmatch(text):
        return Read(f"{match[1]} {match[2].upper()}")
    return Read(None, (f"{quoted(text)} is geen postcode. Schrijf vier cijfers en twee letters: 3831 AA.",))


def read_phone(text: str) -> Read:
    """Read a telephone number; Excel drops the zero in front of a number."""
    if re.fullmatch(r"[1-9]\d{8}", text):
        return Read(f"0{text}")
    if _PHONE.fullmatch(text):
        return Read(text)
    return Read(None, (f"{quoted(text)} is geen telefoonnummer. Vul alleen cijfers in.",))


def read_email(text: str) -> Read:
    """Read an e-mail address."""
    if len(text) <= 254 and _EMAIL.fullmatch(text) and not _HTML.search(text):
        return Read(text)
    return Read(None, (f"{quoted(text)} is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.",))


def from_list(words: dict[str, str], what: str, examples: str) -> Callable[[str], Read]:
    """Make a reader for a closed list: folded word → our code."""

    def read(text: str) -> Read:
        key = fold(text).replace("_", " ")
        if key in words:
            return Read(words[key])
        return Read(None, (f"{quoted(text)} is geen {what} die we kennen. Kies uit: {examples}.",))

    return read


def read_language(text: str) -> Read:
    """Read a language: its ISO code when we know it, otherwise the word itself."""
    if (key := fold(text)) in TALEN:
        return Read(TALEN[key])
    if len(text) > BY_CODE["taal"].longest or _HTML.search(text):
        return Read(None, (f"{quoted(text)} is geen taal. Schrijf bijvoorbeeld Arabisch of Tigrinya.",))
    return Read(
        text,
        (f"De taal {quoted(text)} kennen we niet. We bewaren het woord; brieven komen in het Nederlands.",),
    )


def read_route(text: str) -> Read:
    """Read a leerroute; the law knows three."""
    if (key := fold(text)) in LEERROUTES:
        return Read(LEERROUTES[key])
    names = ", ".join(route.label for route in Leerroute)
    return Read(None, (f"De leerroute {quoted(text)} bestaat niet. Kies uit: {names}.",))


_READERS: dict[str, Callable[[str], Read]] = {
    "bsn": read_bsn,
    "v_nummer": read_v_nummer,
    "postcode": read_postcode,
    "telefoon": read_phone,
    "email": read_email,
    "taal": read_language,
    "leerroute": read_route,
    "geslacht": from_list(GESLACHTEN, "geslacht", "M, V of X"),
    "groep": from_list(DOELGROEPEN, "doelgroep", "asielstatushouder, gezinsmigrant of overige migrant"),
    "verblijfstitel": from_list(TITELS, "verblijfstitel", "asiel bepaalde tijd, regulier bepaalde tijd"),
    "referent": from_list(REFERENTEN, "referent", "Nederlander, houder asiel bepaalde tijd"),
    "lbt_uitkomst": from_list(
        LBT, "uitkomst van de LBT", "B1-route haalbaar, B1-route niet haalbaar, Onbekend"
    ),
    "azc_telefoon": read_phone,
    "azc_email": read_email,
    "casemanager_telefoon": read_phone,
    "casemanager_email": read_email,
    "deelname": from_list(JA_NEE, "antwoord", "ja of nee"),
    "hoogste_diploma": from_list(DIPLOMAS, "diploma", ", ".join(dict.fromkeys(DIPLOMAS.values()))),
}
