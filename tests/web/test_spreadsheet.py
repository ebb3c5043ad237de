"""A list as an Excel file holds what was on the page, and nothing that runs or hides."""

import zipfile
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from meedoen.domain.instroom.reading import clean_cell
from meedoen.web.spreadsheet import guarded, spreadsheet, spreadsheet_response


def sheet_of(content: bytes):
    book = load_workbook(BytesIO(content))
    assert len(book.worksheets) == 1
    return book, book.active


@pytest.mark.parametrize(
    "nasty",
    [
        "=1+1",
        "+31612345678",
        "-2",
        "@SUM(A1)",
        "\tcmd",
        "\r=1",
        "\n=1",
        " =1",
        "  @x",
        "|calc",
        '=HYPERLINK("x")',
    ],
)
def test_text_that_looks_like_a_formula_stays_text(nasty):
    _, sheet = sheet_of(spreadsheet(["Naam"], [[nasty]]))
    cell = sheet["A2"]
    assert cell.data_type == "s"
    assert cell.value.startswith("'")


@pytest.mark.parametrize("plain", ["Amina", "O'Brien", "Işıl", "a=b", "10 weken - later", "محمد"])
def test_ordinary_text_is_not_touched(plain):
    _, sheet = sheet_of(spreadsheet(["Naam"], [[plain]]))
    assert sheet["A2"].value == plain


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff")))
def test_a_file_that_comes_back_reads_the_same(text):
    if not text.startswith("'"):
        assert clean_cell(guarded(text)) == clean_cell(text)


def test_values_keep_their_kind():
    moment = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    _, sheet = sheet_of(spreadsheet(list("abcdef"), [[date(2026, 5, 11), moment, 3, True, None, "x\x00y"]]))
    first = [cell.value for cell in sheet[2]]
    assert first == [datetime(2026, 5, 11), datetime(2026, 7, 2, 0, 30), 3, "ja", None, "xy"]  # noqa: DTZ001
    assert sheet["A2"].is_date
    assert sheet["A2"].number_format == "dd-mm-yyyy"


def test_nothing_is_hidden_and_nobody_is_named():
    content = spreadsheet(["Naam", "Dag"], [["A", None]] * 7, title="werk/voorraad")
    _, sheet = sheet_of(content)
    assert sheet.max_row == 8
    assert sheet.sheet_state == "visible"
    assert not any(row.hidden for row in sheet.row_dimensions.values())
    assert not any(column.hidden for column in sheet.column_dimensions.values())
    parts = zipfile.ZipFile(BytesIO(content))
    about = parts.read("docProps/core.xml").decode()
    assert "creator" not in about
    assert "lastModifiedBy" not in about
    names = parts.namelist()
    assert not [name for name in names if "comment" in name or "drawing" in name or "macro" in name.lower()]


def test_the_download_is_not_kept_by_a_cache():
    response = spreadsheet_response("werkvoorraad.xlsx", ["Naam"], [])
    assert response["Cache-Control"] == "no-store"
    assert 'filename="werkvoorraad.xlsx"' in response["Content-Disposition"]
