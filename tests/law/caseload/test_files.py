"""A file of dossiers becomes one of answers; what will not do is refused in Dutch and leaves nothing."""

from datetime import date

import polars as pl
import pytest

from meedoen.law.caseload import files
from meedoen.law.caseload.answers import ANSWERS
from meedoen.law.caseload.compute import Computation, collected
from meedoen.law.caseload.events import with_events
from meedoen.law.caseload.files import Files, compute_file, ranges, reasons_beside
from meedoen.law.caseload.frame import CaseloadError
from meedoen.law.kernel.citation import NotInForce
from meedoen.law.kernel.lift.program import Program
from tests.law.caseload.country import country, land

PROGRAM = Program({name: ANSWERS[name] for name in ("pip_deadline", "pip_status", "z_cursusuren_left")})
ON = date(2026, 9, 1)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Dossiers and events of the made-up country, as files."""
    folder = tmp_path_factory.mktemp("land")
    dossiers, events, _ = country(500)
    dossiers.write_parquet(folder / "dossiers.parquet")
    events.write_parquet(folder / "gebeurtenissen.parquet")
    (folder / "delen").mkdir()
    dossiers.head(200).write_parquet(folder / "delen" / "part-0000.parquet")
    dossiers.slice(200).write_parquet(folder / "delen" / "part-0001.parquet")
    return folder


def written(tmp_path, **columns):
    path = tmp_path / "dossiers.parquet"
    pl.DataFrame(columns).write_parquet(path)
    return Files(path)


def answers_of(source, folder, on=ON):
    target = folder / "uitkomst.parquet"
    many = compute_file(PROGRAM, source, target, on=on)
    found = pl.read_parquet(target)
    assert found.height == many
    return found


def test_the_answers_of_a_file_are_those_of_its_frame(made, tmp_path):
    found = answers_of(Files(made / "dossiers.parquet"), tmp_path)
    wanted = collected(Computation(PROGRAM, ON).answers(country(500)[0].lazy()))
    assert found.equals(wanted)
    assert found.height == 500
    assert sorted(path.name for path in tmp_path.iterdir()) == ["uitkomst.parquet", "uitkomst.redenen.csv"]


def test_a_folder_of_parts_is_one_caseload(made, tmp_path):
    one, many = tmp_path / "een", tmp_path / "meer"
    one.mkdir()
    many.mkdir()
    found = answers_of(Files(made / "delen"), many)
    assert found.sort("dossier").equals(answers_of(Files(made / "dossiers.parquet"), one).sort("dossier"))


def test_with_events_the_facts_that_follow_from_them_are_used(made, tmp_path):
    source = Files(made / "dossiers.parquet", made / "gebeurtenissen.parquet")
    dossiers, events, _ = country(500)
    joined = with_events(dossiers.lazy(), events.lazy(), PROGRAM.facts, on=ON)
    wanted = collected(Computation(PROGRAM, ON).answers(joined)).sort("dossier")
    found = answers_of(source, tmp_path).sort("dossier")
    assert found.equals(wanted)
    assert (found["z_cursusuren_left.status"] == "bekend").any()
    assert land().OP == ON


def test_in_parts_the_answers_are_the_same_as_in_one_go(made, tmp_path, monkeypatch):
    source = Files(made / "dossiers.parquet", made / "gebeurtenissen.parquet")
    once = answers_of(source, tmp_path).sort("dossier")
    monkeypatch.setattr(files, "PART", 77)
    found = answers_of(source, tmp_path).sort("dossier")
    assert found.equals(once)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["uitkomst.parquet", "uitkomst.redenen.csv"]


def test_dossiers_are_dealt_out_in_order_of_their_numbers():
    frame = pl.LazyFrame({"dossier": [9, 2, 5, 7, 1]})
    assert list(ranges(frame, 2)) == [(1, 2), (5, 7), (9, 9)]
    assert list(ranges(frame)) == [(1, 9)]
    assert list(ranges(frame.clear(), 2)) == []


def test_a_file_without_dossiers_has_no_answers(tmp_path):
    path, events = tmp_path / "leeg.parquet", tmp_path / "gebeurtenissen.parquet"
    pl.DataFrame(schema={"dossier": pl.UInt32, "kennisgeving": pl.Date}).write_parquet(path)
    country(500)[1].clear().write_parquet(events)
    assert answers_of(Files(path), tmp_path).height == 0
    assert answers_of(Files(path, events), tmp_path).height == 0


def test_the_meaning_of_the_reasons_stands_beside_the_answers(made, tmp_path):
    found = answers_of(Files(made / "dossiers.parquet"), tmp_path)
    table = pl.read_csv(reasons_beside(tmp_path / "uitkomst.parquet"))
    assert table.columns == ["reden", "regel", "versie", "plaats", "status", "zin", "feit"]
    meaning = dict(table.select("reden", "status").iter_rows())
    for name in PROGRAM.outputs:
        for reason, status in found.select(f"{name}.reden", f"{name}.status").iter_rows():
            assert meaning[reason] == status


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (
            {"kennisgeving": ["2026-01-01"]},
            "kolom kennisgeving heeft het type String; nodig is een datum",
        ),
        (
            {"leerroute": ["B1-route", "B2-route", "A-route"]},
            "in kolom leerroute staat 'A-route'; nodig is tekst: een van B1-route, onderwijsroute, Z-route",
        ),
        (
            {"kennisgeving": [date(26, 1, 1), date(2026, 1, 1)]},
            "in kolom kennisgeving staat een dag die niet kan (01-01-26): "
            "gebruik dagen van 1900 tot en met 2199",
        ),
        (
            {"kennisgeving": [date(2026, 1, 1), date(2200, 1, 1)]},
            "in kolom kennisgeving staat een dag die niet kan (01-01-2200): "
            "gebruik dagen van 1900 tot en met 2199",
        ),
    ],
    ids=["type", "word", "early day", "late day"],
)
def test_what_does_not_fit_is_refused_in_dutch_and_nothing_is_left(columns, told, tmp_path):
    source = written(tmp_path, **columns)
    with pytest.raises(CaseloadError) as caught:
        compute_file(PROGRAM, source, tmp_path / "uitkomst.parquet", on=ON)
    assert str(caught.value) == told
    assert [path.name for path in tmp_path.iterdir()] == ["dossiers.parquet"]


def test_the_first_and_last_days_of_the_calendar_are_taken(tmp_path):
    source = written(tmp_path, kennisgeving=[date(1900, 1, 1), None, date(2199, 12, 31)])
    assert answers_of(source, tmp_path).height == 3


def test_a_file_without_a_column_of_the_law_is_refused(tmp_path):
    source = written(tmp_path, naam=["x"], dossier=[1])
    with pytest.raises(CaseloadError, match=r"^er is geen kolom die de wet kent; bekend zijn .*kennisgeving"):
        compute_file(PROGRAM, source, tmp_path / "uitkomst.parquet", on=ON)


def test_events_need_a_number_of_the_dossier(made, tmp_path):
    source = Files(written(tmp_path, kennisgeving=[ON]).dossiers, made / "gebeurtenissen.parquet")
    with pytest.raises(CaseloadError) as caught:
        compute_file(PROGRAM, source, tmp_path / "uitkomst.parquet", on=ON)
    assert str(caught.value) == (
        "in dossiers.parquet ontbreekt de kolom dossier, dus de gebeurtenissen horen nergens bij"
    )


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (
            ["a", "b"],
            "de kolom dossier van de dossiers heeft het type String; "
            "bij gebeurtenissen is een geheel getal nodig",
        ),
        ([1, None], "in kolom dossier ontbreekt een nummer; met gebeurtenissen is dat nodig"),
        ([4, 3, 4], "dossier 4 staat er meer dan een keer in; elk dossier is een rij"),
    ],
    ids=["text", "missing", "twice"],
)
def test_with_events_each_dossier_has_a_number_of_its_own(numbers, told, made, tmp_path):
    source = written(tmp_path, dossier=numbers, kennisgeving=[ON] * len(numbers))
    source = Files(source.dossiers, made / "gebeurtenissen.parquet")
    with pytest.raises(CaseloadError) as caught:
        compute_file(PROGRAM, source, tmp_path / "uitkomst.parquet", on=ON)
    assert str(caught.value) == told
    assert [path.name for path in tmp_path.iterdir()] == ["dossiers.parquet"]


def test_the_numbers_of_the_events_may_have_another_size(made, tmp_path):
    events = tmp_path / "gebeurtenissen.parquet"
    country(500)[1].with_columns(pl.col("dossier").cast(pl.Int64)).write_parquet(events)
    one = answers_of(Files(made / "dossiers.parquet", made / "gebeurtenissen.parquet"), tmp_path)
    found = answers_of(Files(made / "dossiers.parquet", events), tmp_path)
    assert found.sort("dossier").equals(one.sort("dossier"))
    country(500)[1].with_columns(pl.col("dossier").cast(pl.String)).write_parquet(events)
    with pytest.raises(CaseloadError, match=r"^de kolom dossier van de gebeurtenissen heeft het type String"):
        answers_of(Files(made / "dossiers.parquet", events), tmp_path)


def test_events_that_lack_a_column_are_refused_and_nothing_is_left(made, tmp_path):
    events = tmp_path / "gebeurtenissen.parquet"
    country(500)[1].drop("aantal").write_parquet(events)
    with pytest.raises(CaseloadError) as caught:
        compute_file(PROGRAM, Files(made / "dossiers.parquet", events), tmp_path / "uit.parquet", on=ON)
    assert str(caught.value) == (
        "in het bestand met gebeurtenissen ontbreken kolommen: "
        "aantal (een geheel getal: uren, dagen of een niveau)"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["gebeurtenissen.parquet"]


def test_a_number_that_does_not_fit_is_said_while_computing_and_the_old_answers_stay(tmp_path):
    target = tmp_path / "uitkomst.parquet"
    assert answers_of(written(tmp_path, cursusuren=[100]), tmp_path).height == 1
    before = target.read_bytes()
    source = written(tmp_path, cursusuren=[2**40])
    with pytest.raises(CaseloadError, match=r"^het bestand is niet te berekenen: "):
        compute_file(PROGRAM, source, target, on=ON)
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("dossiers.parquet", "uitkomst.parquet", "uitkomst.redenen.csv"),
    ]


def test_a_file_that_is_no_parquet_is_refused(tmp_path):
    (tmp_path / "dossiers.parquet").write_text("geen parquet, maar tekst die lang genoeg is")
    with pytest.raises(CaseloadError, match=r"^dossiers\.parquet is niet te lezen als Parquet-bestand: "):
        compute_file(PROGRAM, Files(tmp_path / "dossiers.parquet"), tmp_path / "uit.parquet", on=ON)
    with pytest.raises(CaseloadError, match=r"^bestaat-niet\.parquet is niet te lezen"):
        Files(tmp_path / "bestaat-niet.parquet").scan_dossiers()


def test_before_the_law_there_are_no_answers(made, tmp_path):
    with pytest.raises(NotInForce):
        compute_file(PROGRAM, Files(made / "dossiers.parquet"), tmp_path / "u.parquet", on=date(2021, 12, 31))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"ziekte_maanden": [3, 1_201]}, "in kolom ziekte_maanden staat 1201: gebruik hooguit 1200"),
        ({"ziekte_dagen": [3, 36_501]}, "in kolom ziekte_dagen staat 36501: gebruik hooguit 36500"),
        ({"ziekte_maanden": [3, -1]}, "in kolom ziekte_maanden staat -1: gebruik hele getallen vanaf 0"),
    ],
)
def test_a_length_that_reaches_past_the_calendar_is_refused(columns, told, tmp_path):
    program = Program({"verlenging_last_day": ANSWERS["verlenging_last_day"]})
    with pytest.raises(CaseloadError) as fault:
        compute_file(program, written(tmp_path, **columns), tmp_path / "uitkomst.parquet", on=ON)
    assert str(fault.value) == told
