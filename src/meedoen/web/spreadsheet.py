"""Lists as an Excel file: what is on the page and nothing more.

No formulas, hidden rows, hidden sheets, comments or names of authors. Text that a
spreadsheet could take for a formula gets an apostrophe in front, because such text
can run when somebody opens the file or saves it as CSV.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import is_aware, localtime
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from meedoen.access.dossiers import record_list
from meedoen.domain.regio.logboek import record_security

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DATE_FORMAT = "dd-mm-yyyy"
MOMENT_FORMAT = "dd-mm-yyyy hh:mm"
LONGEST_TEXT = 32_000  # Excel holds 32,767 characters in a cell.
WIDEST_COLUMN = 60

# What the XML of a workbook cannot hold.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_LIKE_FORMULA = re.compile(r"\s*[=+\-@|]|[\t\r\n]|\s")


class PurposeForm(forms.Form):
    """Asks why somebody takes a list out of Meedoen; the answer goes into the evidence of use."""

    doel = forms.CharField(
        label="Waarvoor gebruikt u dit bestand?",
        min_length=5,
        max_length=200,
        help_text="Dit komt in het logboek, bij iedere persoon in het bestand.",
    )


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    clean = _UNPRINTABLE.sub("", text)[:LONGEST_TEXT]
    return f"'{clean}" if _LOOKS_LIKE_FORMULA.match(clean) else clean


def spreadsheet(headings: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str = "Lijst") -> bytes:
    """Return an .xlsx file with one sheet: a row of headings, then a row for each row.

    Args:
        headings: one for each column.
        rows: values: text, numbers, dates and moments as such; yes and no as "ja" and "nee"; None is empty.
        title: name of the sheet.
    """
    book = Workbook(write_only=True)
    book.properties.creator = None
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    rows = [list(row) for row in rows]
    for position, heading in enumerate(headings):
        longest = max((len(str(row[position] or "")) for row in rows[:200]), default=0)
        width = min(WIDEST_COLUMN, max(len(heading), longest, 10) + 2)
        sheet.column_dimensions[get_column_letter(position + 1)].width = width
    sheet.append([_heading(sheet, heading) for heading in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def spreadsheet_response(
    filename: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]
) -> HttpResponse:
    """Return the file as a download that no cache keeps.

    Args:
        filename: ends in ``.xlsx``; no names of persons.
        headings, rows: see `spreadsheet`.
    """
    content = spreadsheet(headings, rows, title=filename.removesuffix(".xlsx"))
    return HttpResponse(
        content,
        content_type=XLSX,
        headers={
            "Content-Disposition": content_disposition_header(True, filename) or "attachment",
            "Cache-Control": "no-store",
        },
    )


def record_export(request: HttpRequest, dossiers: Iterable[Any], *, purpose: str, what: str) -> int:
    """Write who took which persons out of Meedoen and why; returns how many persons.

    Args:
        dossiers: rows with ``id``, ``gemeente_id`` and ``inburgeringsplichtige_id``.
        purpose: the answer to `PurposeForm`.
        what: which list it was.
    """
    dossiers = list(dossiers)
    record_list(request, dossiers, action="exporteren", reason=purpose)
    record_security(
        "export",
        "gelukt",
        actor=request.user,
        path=request.path,
        detail=f"{what}, {len(dossiers)} personen: {purpose}",
    )
    return len(dossiers)


def _heading(sheet: Any, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=guarded(text))
    cell.font = Font(bold=True)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _cell(sheet: Any, value: Any) -> Any:
    """Return what openpyxl writes for one value; text is never written as a formula."""
    match value:
        case None | "":
            return None
        case bool():
            return "ja" if value else "nee"
        case datetime():
            local = localtime(value).replace(tzinfo=None) if is_aware(value) else value
            return _formatted(sheet, local, MOMENT_FORMAT)
        case date():
            return _formatted(sheet, value, DATE_FORMAT)
        case int() | float():
            return value
        case _:
            return guarded(str(value))


def _formatted(sheet: Any, value: date | datetime, number_format: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    cell.number_format = number_format
    return cell
