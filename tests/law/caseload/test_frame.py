"""What may stand in the columns of a caseload, and what is said of a column that does not fit."""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from meedoen.law.caseload.compute import STATUS, Computation, collected, reasons
from meedoen.law.caseload.frame import (
    CaseloadError,
    checked,
    dtype_of,
    expected,
    physical_value,
    ready,
    row_frame,
    shown,
)
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.pip import pip_deadline
from meedoen.law.inburgering.z_route import z_cursusuren_left
from meedoen.law.kernel.lift.program import Program

FACTS = {
    "leerroute": Leerroute,
    "kennisgeving": "date",
    "nt2_uren": "int",
    "ingeburgerd": "bool",
    "land": "text",
}
ON = date(2026, 6, 1)
GROUP = Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT
PROGRAM = Program({"pip_deadline": pip_deadline, "z_cursusuren_left": z_cursusuren_left})


def made_ready(**columns):
    return ready(pl.LazyFrame(columns), FACTS).collect()


def test_facts_become_days_since_1970_and_places_in_the_lists_of_the_law():
    first = next(iter(Leerroute))
    found = made_ready(
        dossier=["x"],
        leerroute=[first.value],
        kennisgeving=[date(1970, 1, 11)],
        nt2_uren=[600],
        ingeburgerd=[True],
        land=["SY"],
    )
    assert found.rows() == [("x", 0, 10, 600, True, "SY")]
    assert found.dtypes[1:] == [pl.UInt8, pl.Int32, pl.Int32, pl.Boolean, pl.String]


def test_a_fact_without_a_column_or_without_any_value_is_not_known_of_anybody():
    found = made_ready(land=["SY", "TR"], nt2_uren=[None, None])
    assert found.columns == list(FACTS)
    assert found.rows() == [(None, None, None, None, "SY"), (None, None, None, None, "TR")]


@pytest.mark.parametrize(
    "column",
    [
        pl.Series("leerroute", ["Z-route", None], dtype=pl.Categorical),
        pl.Series("leerroute", ["Z-route", None], dtype=pl.Enum(["Z-route", "iets anders"])),
        pl.Series("leerroute", ["Z-route", None], dtype=pl.Enum([one.value for one in Leerroute])),
    ],
    ids=["categorical", "other list", "the list of the law"],
)
def test_words_may_come_in_any_type_of_text(column):
    found = ready(pl.DataFrame([column]).lazy(), FACTS).collect()["leerroute"]
    assert found.to_list() == [[one.value for one in Leerroute].index("Z-route"), None]


@pytest.mark.parametrize(
    ("column", "told"),
    [
        (pl.Series("leerroute", [1]), "tekst: een van B1-route, onderwijsroute, Z-route"),
        (pl.Series("kennisgeving", ["2026-01-01"]), "een datum"),
        (pl.Series("nt2_uren", [1.5]), "een geheel getal"),
        (pl.Series("ingeburgerd", ["ja"]), "ja of nee (boolean)"),
        (pl.Series("land", [7]), "tekst"),
    ],
    ids=lambda item: getattr(item, "name", None),
)
def test_a_column_of_another_type_is_refused_with_what_is_needed(column, told):
    with pytest.raises(CaseloadError) as caught:
        ready(pl.DataFrame([column]).lazy(), FACTS)
    assert str(caught.value) == f"kolom {column.name} heeft het type {column.dtype}; nodig is {told}"


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2200, 1, 1)])
def test_a_day_that_the_calendar_does_not_have_is_refused(day):
    frame = pl.DataFrame({"kennisgeving": [date(2026, 1, 1), day], "land": ["a", "b"]})
    with pytest.raises(CaseloadError) as caught:
        checked(frame, FACTS)
    assert str(caught.value) == (
        "in kolom kennisgeving staat een dag die niet kan: gebruik dagen van 1900 tot en met 2199"
    )


def test_the_first_and_the_last_day_of_the_calendar_are_taken():
    frame = pl.DataFrame({"kennisgeving": [date(1900, 1, 1), date(2199, 12, 31), None]})
    assert checked(frame, FACTS) is frame
    without = pl.DataFrame({"land": ["a"]})
    assert checked(without, FACTS) is without


def test_people_become_rows_and_a_fact_that_is_not_named_is_not_known():
    found = row_frame([{"leerroute": Leerroute.Z_ROUTE, "nt2_uren": 3}, {"land": "SY"}], FACTS)
    assert found.rows() == [("Z-route", None, 3, None, None), (None, None, None, None, "SY")]
    assert found.dtypes == [dtype_of(kind) for kind in FACTS.values()]
    assert physical_value(Leerroute.Z_ROUTE) == "Z-route"
    assert physical_value(3) == 3
    assert expected("date") == "een datum"


def test_values_are_shown_as_a_reader_expects_them():
    frame = pl.DataFrame(
        {
            "leerroute": pl.Series([0, None], dtype=pl.UInt8),
            "date": pl.Series([10, None], dtype=pl.Int32),
            "money": pl.Series([125_000, None], dtype=pl.Int64),
            "int": pl.Series([4, None], dtype=pl.Int32),
        }
    )
    found = frame.select(
        shown(pl.col(name), Leerroute if name == "leerroute" else name) for name in frame.columns
    )
    assert found.row(0) == (next(iter(Leerroute)).value, date(1970, 1, 11), Decimal("12.5"), 4)
    assert found.row(1) == (None, None, None, None)


def test_each_answer_has_value_status_and_reason():
    frame = pl.LazyFrame(
        {"dossier": [7, 8], "doelgroep": [GROUP.value] * 2, "kennisgeving": [date(2026, 3, 2), None]}
        | {"inschrijving": [date(2026, 3, 2), None]}
    )
    found = collected(Computation(PROGRAM, ON).answers(frame))
    assert found.columns == [
        *("dossier", "pip_deadline", "pip_deadline.status", "pip_deadline.reden"),
        *("z_cursusuren_left", "z_cursusuren_left.status", "z_cursusuren_left.reden"),
    ]
    assert found["pip_deadline"].to_list() == [date(2026, 5, 11), None]
    assert found["pip_deadline.status"].to_list() == ["bekend", "onbekend"]
    assert found["pip_deadline.status"].dtype == STATUS
    assert found["dossier"].to_list() == [7, 8]


def test_numbers_for_another_computation_have_no_status():
    frame = pl.LazyFrame({"kennisgeving": [date(2026, 3, 2)], "doelgroep": [GROUP.value]})
    found = collected(Computation(PROGRAM, ON).answers(frame, physical=True))
    assert found.columns == [
        "pip_deadline",
        "pip_deadline.reden",
        "z_cursusuren_left",
        "z_cursusuren_left.reden",
    ]
    assert found["pip_deadline"].dtype == pl.Int32


def test_the_table_of_reasons_has_every_sentence_once_with_its_article():
    found = reasons(PROGRAM)
    assert found.columns == ["reden", "regel", "versie", "plaats", "status", "zin", "feit"]
    assert found["reden"].n_unique() == found.height == len(PROGRAM.sites)
    for row in found.iter_rows(named=True):
        site = PROGRAM.site(row["reden"])
        assert (row["regel"], row["versie"], row["zin"]) == (site.rule, site.since, site.because)
        assert row["status"] == ("bekend", "onbekend", "oordeel")[row["reden"] >> 14]
        assert row["plaats"].startswith("art. ")
    assert {"kennisgeving"} <= set(found["feit"].drop_nulls())
    assert "inburgering.pip.pip_deadline_first" in set(found["regel"])
