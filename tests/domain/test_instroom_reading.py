"""What may be read, and how; each refusal is one sentence that says what to do, quick and small."""

import subprocess
import sys
import time
from datetime import date

import pytest

from meedoen.domain.instroom.columns import default_mapping
from meedoen.domain.instroom.guard import Unreadable
from meedoen.domain.instroom.reading import read

from .instroom_files import GOOD, HEADINGS, as_csv, as_xlsx, hostile, people, row, workbook

HOSTILE = hostile()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence_that_says_what_to_do(name):
    data = HOSTILE[name]
    with pytest.raises(Unreadable) as refused:
        read(data)
    sentence = str(refused.value)
    assert sentence.endswith((".", "?"))
    assert 20 < len(sentence) < 250


def test_every_hostile_file_is_refused_within_a_second_and_in_little_memory(tmp_path):
    """Measured in a process of its own, so that the memory of calamine and zlib counts too."""
    for place, data in enumerate(HOSTILE.values()):
        (tmp_path / f"{place}.bin").write_bytes(data)
    program = (
        "import resource, sys, time, pathlib, django; django.setup()\n"
        "from meedoen.domain.instroom.guard import Unreadable\n"
        "from meedoen.domain.instroom.reading import read\n"
        "base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; worst = 0\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):\n"
        "    data = path.read_bytes(); begin = time.process_time()\n"
        "    try: read(data)\n"
        "    except Unreadable: pass\n"
        "    else: sys.exit(f'{path} was read')\n"
        "    worst = max(worst, time.process_time() - begin); del data\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) // 1024, worst)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    grown, worst = done.stdout.split()
    assert float(worst) < 1
    assert int(grown) < 64 + 24  # the largest file itself is read into memory (24 MB)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_reads_the_same_in_every_usual_encoding_and_with_every_delimiter(encoding, delimiter):
    sheet = read(
        as_csv([row(Achternaam="Özgür", Opmerking="a; b, c")], delimiter=delimiter, encoding=encoding)
    )
    assert sheet.headings == HEADINGS
    assert sheet.rows[0].number == 2
    assert sheet.rows[0].cells[2] == "Özgür"
    assert sheet.rows[0].cells[-1] == "a; b, c"


def test_names_in_other_scripts_stay_as_they_are():
    sheet = read(as_csv([row(Achternaam="حداد", Voornaam="ሰላም Işıl")]))
    assert sheet.rows[0].cells[2:4] == ("حداد", "ሰላም Işıl")


def test_a_workbook_gives_text_and_real_dates():
    table = [list(HEADINGS), [GOOD.get(name, "") for name in HEADINGS]]
    table[1][5] = date(1982, 12, 11)
    sheet = read(as_xlsx(table))
    assert sheet.headings == HEADINGS
    assert sheet.rows[0].cells[5] == date(1982, 12, 11)


def test_row_numbers_are_those_of_the_sheet_also_after_empty_rows_and_under_a_title():
    table = [
        ["Lijst van de regio"],
        [],
        list(HEADINGS[:4]),
        ["2895082356", "", "Haddad", "Amina"],
        [],
        ["", "", "Noori"],
    ]
    assert [r.number for r in read(as_xlsx(table)).rows] == [4, 6]
    lines = [";".join(str(cell) for cell in cells) for cells in table]
    assert [r.number for r in read("\n".join(lines).encode()).rows] == [4, 6]


def test_a_formula_in_a_workbook_is_seen_in_its_cell():
    table = [list(HEADINGS[:4]), ["2895082356", "", "=1+1", "Amina"]]
    assert read(as_xlsx(table)).rows[0].formulas == (2,)


def test_formulas_are_found_wherever_the_stream_is_cut():
    table = [list(HEADINGS[:3])] + [[f"{n:010d}", "", "=1+1"] for n in range(30_000)]
    rows = read(as_xlsx(table)).rows
    assert len(rows) == 30_000
    assert all(found.formulas == (2,) for found in rows)


def test_a_second_heading_with_the_same_name_gets_a_number_and_cells_without_heading_are_counted():
    sheet = read(b"Achternaam;Opmerking;Opmerking\nHaddad;a;b;c\n")
    assert sheet.headings == ("Achternaam", "Opmerking", "Opmerking (2)")
    assert sheet.rows[0].surplus == 1


def test_what_our_own_export_guarded_reads_back_as_it_was():
    sheet = read(as_csv([row(Telefoon="'+31612345678", Achternaam="'t Hooft")]))
    assert sheet.rows[0].cells[29] == "+31612345678"
    assert sheet.rows[0].cells[2] == "'t Hooft"


def test_only_the_first_visible_sheet_is_read_and_that_is_said():
    from io import BytesIO

    from openpyxl import Workbook

    book = Workbook()
    book.active.sheet_state = "hidden"
    first, second = book.create_sheet("Lijst"), book.create_sheet("Meer")
    first.append(list(HEADINGS[:4]))
    first.append(["2895082356", "", "Haddad", "Amina"])
    second.append(["iets"])
    target = BytesIO()
    book.save(target)
    sheet = read(target.getvalue())
    assert sheet.rows[0].cells[2] == "Haddad"
    assert "«Lijst»" in sheet.remarks[0]


def test_a_workbook_put_together_by_hand_is_read_so_that_the_refusals_above_mean_something():
    cells = "".join(f'<c r="{"ABC"[n]}1" t="inlineStr"><is><t>{HEADINGS[n]}</t></is></c>' for n in range(3))
    filled = '<c r="C2" t="inlineStr"><is><t>Haddad</t></is></c>'
    data = workbook(
        (
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            f'<row r="1">{cells}</row><row r="2">{filled}</row></sheetData></worksheet>'
        ).encode()
    )
    assert read(data).rows[0].cells == ("", "", "Haddad")


def test_ten_thousand_rows_are_read_in_a_moment():
    data = as_csv(people(1)) + b"\r\n" + b"\r\n".join(as_csv(people(1)).split(b"\r\n")[1:] * 10_000)
    begin = time.process_time()
    assert len(read(data).rows) == 10_001
    assert time.process_time() - begin < 5


def test_headings_are_recognised_whatever_the_capitals_and_dots():
    assert default_mapping(["v.nummer", "BSN ", "GEBOORTEDATUM", "E mail", "Iets anders"]) == {
        "v.nummer": "v_nummer",
        "BSN ": "bsn",
        "GEBOORTEDATUM": "geboortedatum",
        "E mail": "email",
    }
