"""From bytes to a sheet: headings and rows of cells, whatever program wrote the file."""

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import python_calamine
from django.conf import settings

from .columns import recognised
from .guard import SAVE_AGAIN, Unreadable, inspect, too_many_rows
from .json_lists import looks_like_json, read_json

_DELIMITERS = ";,\t|"
# Our own exports put an apostrophe before text that starts like this, or with a space.
_GUARDED = frozenset("=+-@|")
JSON_ROWS = "In een json-bestand is rij 2 de eerste persoon."
_HEADING_WITHIN = 10  # rows above the headings: a title, a date


@dataclass(frozen=True)
class Row:
    """One row: its number in the sheet (headings are row 1, or lower under a title) and its cells."""

    number: int
    cells: tuple[Any, ...]
    formulas: tuple[int, ...] = ()
    """Places (from 0) of the cells that hold a formula."""
    surplus: int = 0
    """How many filled cells stand to the right of the last heading."""


@dataclass(frozen=True)
class Sheet:
    """A table with headings; ``remarks`` are Dutch sentences about the file as a whole."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


def read(data: bytes) -> Sheet:
    """Read a csv, xlsx or json file.

    Raises:
        Unreadable: with a Dutch sentence, when the file is refused or holds no list.
    """
    if looks_like_json(data):
        return _as_sheet(read_json(data), set(), (JSON_ROWS,))
    seen = inspect(data)
    if seen.kind == "xlsx":
        table, remarks = _read_xlsx(data)
    else:
        table, remarks = _read_csv(data), ()
    return _as_sheet(table, seen.formulas, remarks)


def _read_xlsx(data: bytes) -> tuple[list[list[Any]], tuple[str, ...]]:
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        visible = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible == python_calamine.SheetVisibleEnum.Visible
            and sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
        if not visible:
            raise Unreadable("Het bestand heeft geen zichtbaar blad. Maak het blad met de lijst zichtbaar.")
        table = book.get_sheet_by_name(visible[0]).to_python(skip_empty_area=False)
    except Unreadable:
        raise
    except Exception as fault:  # calamine raises its own errors and, on broken XML, others
        raise Unreadable(f"Het bestand is beschadigd of niet volledig. {SAVE_AGAIN}") from fault
    if len(visible) == 1:
        return table, ()
    return table, (
        f"Het bestand heeft {len(visible)} bladen. Alleen het eerste, «{visible[0]}», is gelezen.",
    )


def decode(data: bytes) -> str:
    """Return the text of a csv file: UTF-8, UTF-16 with its mark, else Windows-1252.

    Raises:
        Unreadable: when it is none of these.
    """
    marked = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    raise Unreadable(f"De tekens in het bestand zijn niet te lezen. {SAVE_AGAIN}")


def _read_csv(data: bytes) -> list[list[str]]:
    text = decode(data)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # a hint that Excel writes and hides
        delimiter, text = first[4], text.lstrip("\r\n").split("\n", 1)[-1]
    else:
        delimiter = max(_DELIMITERS, key=first.count)
    table: list[list[str]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            table.append(cells)
            if len(table) > settings.UPLOAD_MAX_ROWS + _HEADING_WITHIN:
                raise too_many_rows()
    except csv.Error as fault:
        raise Unreadable(
            f"Regel {len(table) + 1} van het bestand is niet te lezen: kijk of er een aanhalingsteken "
            f"ontbreekt "
            "of een tekst veel te lang is."
        ) from fault
    return table


def _as_sheet(table: list[list[Any]], formulas: set[tuple[int, int]], remarks: tuple[str, ...]) -> Sheet:
    place = _heading_place(table)
    headings = _unique([_as_text(cell) for cell in _without_tail(table[place])])
    by_row: dict[int, list[int]] = {}
    for row, column in formulas:
        by_row.setdefault(row, []).append(column - 1)
    rows = []
    for number, cells in enumerate(table[place + 1 :], start=place + 2):
        clean = [clean_cell(cell) for cell in cells[: len(headings)]]
        clean += [""] * (len(headings) - len(clean))
        surplus = sum(1 for cell in cells[len(headings) :] if clean_cell(cell) != "")
        if not surplus and all(cell == "" for cell in clean) and number not in by_row:
            continue
        rows.append(Row(number, tuple(clean), tuple(sorted(by_row.get(number, ()))), surplus))
    if not rows:
        raise Unreadable("Onder de koppen staan geen personen. Kies het bestand met de lijst van personen.")
    if len(rows) > settings.UPLOAD_MAX_ROWS:
        raise too_many_rows()
    return Sheet(tuple(headings), tuple(rows), remarks)


def _heading_place(table: list[list[Any]]) -> int:
    """Return the place of the row with headings: the first that we recognise, else the first filled row."""
    top = [[_as_text(cell) for cell in cells] for cells in table[:_HEADING_WITHIN]]
    for place, cells in enumerate(top):
        if recognised(cells) >= 3:
            return place
    for place, cells in enumerate(top):
        if sum(1 for cell in cells if cell) >= 2:
            return place
    raise Unreadable("In het bestand staat geen rij met koppen. Zet boven elke kolom wat erin staat.")


def _without_tail(cells: list[Any]) -> list[Any]:
    last = max((place for place, cell in enumerate(cells) if _as_text(cell)), default=-1)
    return cells[: last + 1]


def _unique(headings: list[str]) -> list[str]:
    """Give an empty heading a name, and a second column with the same heading a number."""
    seen: dict[str, int] = {}
    names = []
    for place, heading in enumerate(headings, start=1):
        name = (heading or f"Kolom {place}")[:120]
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def clean_cell(cell: Any) -> Any:
    """Return a cell as text, number or date; spaces around a text go, characters that cannot be kept too."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, str):
        if cell[:1] == "'" and (cell[1:2] in _GUARDED or cell[1:2].isspace()):
            cell = cell[1:]
        if cell.isprintable() and "\u00a0" not in cell:
            return cell.strip()
        kept = "".join(
            letter for letter in cell if letter in "\n\t" or letter.isprintable() or letter == "\u00a0"
        )
        return kept.replace("\u00a0", " ").strip()
    return "" if cell is None else cell


def _as_text(cell: Any) -> str:
    return " ".join(str(clean_cell(cell)).split())
