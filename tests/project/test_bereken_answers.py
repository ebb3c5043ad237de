"""`meedoen wet bereken`: the answers in the file, and every reason why there are none, in Dutch."""

from datetime import date

import polars as pl
import pytest

from meedoen.law.caseload import files, spark
from meedoen.law.caseload.answers import ANSWERS
from meedoen.project.command import main


@pytest.fixture
def caseload(tmp_path):
    path = tmp_path / "dossiers.parquet"
    frame = pl.DataFrame(
        {
            "dossier": [1, 2],
            "doelgroep": ["gezinsmigrant_of_overige_migrant"] * 2,
            "kennisgeving": [date(2026, 3, 2), None],
            "inschrijving": [date(2026, 3, 2), None],
            "leerroute": ["Z-route", None],
        }
    )
    frame.write_parquet(path)
    return path


@pytest.fixture
def happenings(tmp_path):
    path = tmp_path / "gebeurtenissen.parquet"
    pl.DataFrame(
        [
            (1, "les_nt2", date(2026, 5, 1), 300, "keurmerk", "Z-route", False),
            (1, "les_knm", date(2026, 6, 2), 40, "overig", "Z-route", False),
        ],
        schema=["dossier", "soort", "datum", "aantal", "code", "leerroute", "in_intake"],
        orient="row",
    ).write_parquet(path)
    return path


def compute(source, target, *more, on="2026-06-01"):
    return main(["wet", "bereken", "--bron", str(source), "--naar", str(target), "--op", on, *more])


def refused(capsys, *arguments):
    assert main(["wet", "bereken", *map(str, arguments)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    return told.err.removesuffix("\n")


def test_every_answer_is_written_and_said_where(caseload, tmp_path, capsys):
    target = tmp_path / "uitkomst.parquet"
    assert compute(caseload, target) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"2 dossiers op 01-06-2026, {len(ANSWERS)} antwoorden, ")
    assert f"antwoorden: {target}\n" in told
    assert f"wat elke reden betekent: {tmp_path / 'uitkomst.redenen.csv'}\n" in told
    found = pl.read_parquet(target)
    assert set(found.columns) == {
        "dossier",
        *(f"{name}{part}" for name in ANSWERS for part in ("", ".status", ".reden")),
    }
    assert found.select("dossier", "pip_deadline", "pip_deadline.status").rows() == [
        (1, date(2026, 5, 11), "bekend"),
        (2, None, "onbekend"),
    ]
    table = pl.read_csv(tmp_path / "uitkomst.redenen.csv")
    statuses = dict(table.select("reden", "status").iter_rows())
    assert [statuses[reason] for reason in found["pip_deadline.reden"]] == ["bekend", "onbekend"]


def test_only_what_is_asked_is_answered(caseload, tmp_path, capsys):
    pl.read_parquet(caseload).head(1).write_parquet(caseload)
    assert compute(caseload, tmp_path / "uit.parquet", "--alleen", "pip_deadline, doelgroep,") == 0
    assert capsys.readouterr().out.startswith("1 dossier op 01-06-2026, 2 antwoorden, ")
    assert pl.read_parquet(tmp_path / "uit.parquet").columns == [
        *("dossier", "pip_deadline", "pip_deadline.status", "pip_deadline.reden"),
        *("doelgroep", "doelgroep.status", "doelgroep.reden"),
    ]


def test_events_up_to_and_with_the_day_count(caseload, happenings, tmp_path, capsys):
    left = []
    for on in ("2026-06-01", "2026-06-02"):
        more = ("--gebeurtenissen", str(happenings), "--alleen", "z_cursusuren_left")
        assert compute(caseload, tmp_path / "uit.parquet", *more, on=on) == 0
        found = pl.read_parquet(tmp_path / "uit.parquet").filter(dossier=1)
        left.append(found["z_cursusuren_left"].item())
    assert left == [500, 460]


def test_without_a_day_it_is_about_today(caseload, tmp_path, capsys):
    target = tmp_path / "uit.parquet"
    assert main(["wet", "bereken", "--bron", str(caseload), "--naar", str(target)]) == 0
    assert f"2 dossiers op {date.today():%d-%m-%Y}, " in capsys.readouterr().out  # noqa: DTZ011


def test_columns_and_answers_are_listed(capsys):
    assert main(["wet", "bereken", "--kolommen", "--alleen", "pip_deadline"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Kolommen van de dossiers (wat ontbreekt is niet bekend), naast dossier, het nummer:"
    assert any(line.startswith("  kennisgeving: ") and line.endswith("; een datum") for line in told)
    assert "  datum: een datum" in told
    assert told[-2:] == [
        "Antwoorden; elk geeft NAAM, NAAM.status en NAAM.reden:",
        "  pip_deadline: Laatste dag voor het PIP",
    ]


def test_the_engine_is_the_one_that_was_asked(caseload, tmp_path, monkeypatch, capsys):
    asked = []

    def of_spark(program, source, target, *, on):
        asked.append((set(program.outputs), source.dossiers, target, on))
        return files.compute_file(program, source, target, on=on)

    monkeypatch.setattr(spark, "compute_file", of_spark)
    target = tmp_path / "uit.parquet"
    assert compute(caseload, target, "--alleen", "pip_deadline") == 0
    assert asked == []
    assert compute(caseload, target, "--alleen", "pip_deadline", "--engine", "spark") == 0
    assert asked == [({"pip_deadline"}, caseload, target, date(2026, 6, 1))]


def test_what_is_missing_or_wrong_is_said_in_dutch(caseload, tmp_path, capsys):
    target = tmp_path / "uit.parquet"
    both = ("--bron", caseload, "--naar", target)
    asked = "noem het bestand met dossiers (--bron) en waar de antwoorden komen (--naar)"
    assert refused(capsys) == asked
    assert refused(capsys, "--bron", caseload) == asked
    assert refused(capsys, "--naar", target) == asked
    assert refused(capsys, *both, "--op", "1 mei") == (
        "1 mei is geen datum. Schrijf jaar-maand-dag, zoals 2026-03-02."
    )
    assert refused(capsys, *both, "--op", "2021-12-31").endswith("in werking")
    assert refused(capsys, "--bron", tmp_path / "weg.parquet", "--naar", target) == (
        f"{tmp_path / 'weg.parquet'} bestaat niet"
    )
    assert refused(capsys, *both, "--gebeurtenissen", "weg.parquet") == "weg.parquet bestaat niet"
    assert refused(capsys, "--bron", caseload, "--naar", tmp_path / "weg" / "uit.parquet") == (
        f"de map {tmp_path / 'weg'} bestaat niet; maak die eerst"
    )
    assert refused(capsys, *both, "--alleen", "pip_dedline,doelgroep").startswith(
        "onbekend antwoord: pip_dedline; bekend zijn inburgeringsplicht, "
    )
    assert refused(capsys, *both, "--alleen", " , ") == "noem na --alleen ten minste één antwoord"
    assert not target.exists()


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"kennisgeving": [1.5]}, "kolom kennisgeving heeft het type Float64; nodig is een datum"),
        ({"naam": ["X"]}, "er is geen kolom die de wet kent; bekend zijn "),
        (
            {"leerroute": ["C-route"]},
            "in kolom leerroute staat 'C-route'; nodig is tekst: een van ",
        ),
        (
            {"kennisgeving": [date(2260, 1, 1)]},
            "in kolom kennisgeving staat een dag die niet kan (01-01-2",
        ),
        ({"cursusuren": [2**40]}, "het bestand is niet te berekenen: "),
    ],
    ids=["type", "no column", "word", "day", "number"],
)
def test_a_file_that_will_not_do_is_said_in_dutch(columns, told, tmp_path, capsys):
    odd, target = tmp_path / "raar.parquet", tmp_path / "uit.parquet"
    pl.DataFrame(columns).write_parquet(odd)
    assert refused(capsys, "--bron", odd, "--naar", target).startswith(told)
    assert [path.name for path in tmp_path.iterdir()] == ["raar.parquet"]


def test_a_file_that_is_no_parquet_is_said_in_dutch(tmp_path, capsys):
    odd = tmp_path / "raar.parquet"
    odd.write_text("geen parquet, maar wel een bestand")
    told = refused(capsys, "--bron", odd, "--naar", tmp_path / "uit.parquet")
    assert told.startswith("raar.parquet is niet te lezen als Parquet-bestand: ")


def test_events_that_will_not_do_are_said_in_dutch(caseload, happenings, tmp_path, capsys):
    files_of = ("--bron", caseload, "--naar", tmp_path / "uit.parquet", "--gebeurtenissen", happenings)
    pl.read_parquet(happenings).drop("aantal").write_parquet(happenings)
    assert refused(capsys, *files_of) == (
        "in het bestand met gebeurtenissen ontbreken kolommen: "
        "aantal (een geheel getal: uren, dagen of een niveau)"
    )
    pl.read_parquet(caseload).drop("dossier").write_parquet(caseload)
    assert refused(capsys, *files_of) == (
        "in dossiers.parquet ontbreekt de kolom dossier, dus de gebeurtenissen horen nergens bij"
    )


def test_a_place_that_cannot_be_written_is_said_in_dutch(caseload, tmp_path, capsys):
    target = tmp_path / "uit.parquet"
    target.mkdir()
    told = refused(capsys, "--bron", caseload, "--naar", target)
    assert "is niet te lezen of te schrijven: " in told
    assert list(target.iterdir()) == []
