"""What may be read at all: limits on a file, checked before anything parses it.

A spreadsheet is a zip file full of XML; a file of some kilobytes can unfold to
gigabytes or name a cell a million rows away. Each check here reads a stream with a
limit and stops at the first fault. The refusals are Dutch sentences that say what
to do.
"""

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from struct import error as struct_error

from django.conf import settings

MAX_PARTS = 500
MAX_COLUMNS = 200
MAX_RATIO = 200  # of one part above SMALL; real sheets stay under 30
SMALL = 1024 * 1024
MAX_LINE = 500_000  # bytes in one line of a csv file
_CHUNK = 256 * 1024
_OVERLAP = 4096

SAVE_AGAIN = "Open het bestand in Excel en sla het op als Excel-werkmap (.xlsx) of als csv."
_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Z]{1,7})(\d{1,10})"[^<>]*>(\s*<(?:\w+:)?f[\s>/])?')
_ROW = re.compile(rb'<(?:\w+:)?row(?:\s(?:[^<>]*?\s)?r="(\d{1,10})")?[\s>/]')
_FIRST_BYTES = {
    b"MZ": "Dit is een programma, geen lijst met personen.",
    b"\xd0\xcf\x11\xe0": "Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord.",
    b"%PDF": "Dit is een PDF, geen lijst die we kunnen inlezen.",
    b"\x7fELF": "Dit is een programma, geen lijst met personen.",
    b"Rar!": "Dit is een ingepakt bestand.",
    b"\x1f\x8b": "Dit is een ingepakt bestand.",
    b"7z\xbc\xaf": "Dit is een ingepakt bestand.",
}


class Unreadable(ValueError):
    """Raised when a file is refused; the text is a Dutch sentence that says what to do."""


# What a broken zip file makes the standard library raise.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct_error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


@dataclass
class Inspected:
    """What the guard saw: the kind of file and the cells that hold a formula, as (row, column) from 1."""

    kind: str
    formulas: set[tuple[int, int]] = field(default_factory=set)


def inspect(data: bytes) -> Inspected:
    """Look whether a file may be read, and say whether it is ``csv`` or ``xlsx``.

    Raises:
        Unreadable: when a limit is passed or the file is something else.
    """
    if not data.strip():
        raise Unreadable("Het bestand is leeg. Kies het bestand met de lijst van personen.")
    if len(data) > settings.UPLOAD_MAX_BYTES:
        raise too_large()
    for start, sentence in _FIRST_BYTES.items():
        if data.startswith(start):
            raise Unreadable(f"{sentence} {SAVE_AGAIN}")
    if data.startswith(b"PK"):
        return _inspect_zip(data)
    _inspect_text(data)
    return Inspected("csv")


def _inspect_text(data: bytes) -> None:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise Unreadable(f"Dit is een webpagina of een ander soort bestand, geen lijst. {SAVE_AGAIN}")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        if b"\x00\x00" in data[:4096]:
            raise Unreadable(f"Het bestand bevat tekens die niet in een lijst horen. {SAVE_AGAIN}")
    elif b"\x00" in data:
        raise Unreadable(f"Het bestand bevat tekens die niet in een lijst horen. {SAVE_AGAIN}")
    start = 0
    while start < len(data):
        end = data.find(b"\n", start, start + MAX_LINE + 1)
        if end == -1:
            if len(data) - start > MAX_LINE:
                raise Unreadable(
                    "In het bestand staat een regel die veel te lang is. Kijk of elke persoon op een eigen "
                    "regel staat."
                )
            return
        start = end + 1


def _inspect_zip(data: bytes) -> Inspected:
    broken = Unreadable(f"Het bestand is beschadigd of niet volledig. {SAVE_AGAIN}")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as fault:
        raise broken from fault
    with archive:
        parts = archive.infolist()
        _check_parts(parts)
        seen = Inspected("xlsx")
        left = 5 * settings.UPLOAD_MAX_BYTES
        try:
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    left -= _check_xml(archive, part, left, seen)
        except Unreadable:
            raise
        except _BROKEN as fault:
            raise broken from fault
    return seen


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename.lower() for part in parts}
    if len(parts) > MAX_PARTS:
        raise Unreadable(f"Het bestand bevat te veel onderdelen. {SAVE_AGAIN}")
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in names):
        raise Unreadable(f"Het bestand is niet te vertrouwen en is niet gelezen. {SAVE_AGAIN}")
    if "xl/workbook.xml" not in names or "[content_types].xml" not in names:
        raise Unreadable(f"Dit is geen Excel-bestand (.xlsx). {SAVE_AGAIN}")
    if any("vbaproject" in name or name.startswith("xl/macrosheets") for name in names):
        raise Unreadable("Het bestand bevat macro's. Sla het op als Excel-werkmap zonder macro's (.xlsx).")
    if any(name.startswith("xl/externallinks/") for name in names):
        raise Unreadable(
            "Het bestand haalt gegevens uit andere bestanden. Kopieer de lijst en plak die als waarden in "
            "een nieuw bestand."
        )
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        raise Unreadable(f"Het bestand is ingepakt op een manier die Excel niet gebruikt. {SAVE_AGAIN}")
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("Het bestand heeft een wachtwoord. Sla het op zonder wachtwoord.")
    if sum(part.file_size for part in parts) > 5 * settings.UPLOAD_MAX_BYTES or any(
        part.file_size > SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts
    ):
        raise Unreadable("Het bestand wordt uitgepakt veel te groot. Verdeel de lijst over meer bestanden.")


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, seen: Inspected) -> int:
    """Read one XML part as a stream and return its true size."""
    sheet = part.filename.lower().startswith("xl/worksheets/")
    size, tail, cells, rows = 0, b"", 0, 0
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > left:
                raise Unreadable(
                    "Het bestand wordt uitgepakt veel te groot. Verdeel de lijst over meer bestanden."
                )
            if b"\x00" in chunk:  # UTF-16, or not XML at all: Excel writes UTF-8
                raise Unreadable(f"Het bestand bevat onderdelen die Excel niet maakt. {SAVE_AGAIN}")
            window = tail + chunk
            if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                raise Unreadable(f"Het bestand bevat onderdelen die Excel niet maakt. {SAVE_AGAIN}")
            if sheet:
                # Cut at the last cell that stands whole in the window, so that none is counted twice.
                cut = window.rfind(b"<") if len(chunk) == _CHUNK else len(window)
                cut = max(cut - 64, 0) if len(chunk) == _CHUNK else cut
                cut = window.rfind(b"<", 0, cut) if len(chunk) == _CHUNK else cut
                found_cells, found_rows = _check_places(window[: max(cut, 0)], seen)
                cells, rows, tail = cells + found_cells, rows + found_rows, window[max(cut, 0) :][-_OVERLAP:]
                if rows > settings.UPLOAD_MAX_ROWS + 1 or cells > 64 * (settings.UPLOAD_MAX_ROWS + 1):
                    raise too_many_rows()
            else:
                tail = window[-16:]
    return size


def _check_places(window: bytes, seen: Inspected) -> tuple[int, int]:
    cells = rows = 0
    for match in _ROW.finditer(window):
        rows += 1
        if match[1] and int(match[1]) > settings.UPLOAD_MAX_ROWS + 1:
            raise too_many_rows()
    for match in _CELL.finditer(window):
        cells += 1
        if int(match[2]) > settings.UPLOAD_MAX_ROWS + 1:
            raise too_many_rows()
        if len(match[1]) > 2 or column_number(match[1].decode()) > MAX_COLUMNS:
            raise Unreadable(
                f"Het bestand heeft meer dan {MAX_COLUMNS} kolommen. Haal weg wat niet bij de lijst hoort."
            )
        if match[3]:
            seen.formulas.add((int(match[2]), column_number(match[1].decode())))
    return cells, rows


def column_number(letters: str) -> int:
    """Return the number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def too_many_rows() -> Unreadable:
    """Return the refusal of a file with more rows than the settings allow."""
    most = f"{settings.UPLOAD_MAX_ROWS:,}".replace(",", ".")
    return Unreadable(
        f"Het bestand heeft meer dan {most} rijen, of een cel ver onder de lijst. Verwijder lege rijen onder "
        "de lijst, of verdeel de lijst over meer bestanden."
    )


def too_large() -> Unreadable:
    """Return the refusal of a file with more bytes than the settings allow."""
    most = settings.UPLOAD_MAX_BYTES // 1024 // 1024
    return Unreadable(f"Het bestand is groter dan {most} MB. Verdeel de lijst over meer bestanden.")
