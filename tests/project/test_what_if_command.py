"""`meedoen wet wat-als`: a policy beside the law for a file with dossiers."""

import sys
from datetime import date

import polars as pl
import pytest

from meedoen.project.command import main


@pytest.fixture
def policy(tmp_path):
    path = tmp_path / "beleid.yaml"
    path.write_text("naam: Twaalf weken\nvanaf: 2026-01-01\nwijzigingen:\n  bi2021.pip_termijn: 12\n")
    return path


@pytest.fixture
def caseload(tmp_path):
    path = tmp_path / "dossiers.parquet"
    frame = pl.DataFrame(
        {
            "dossier": ["a", "b", "c"],
            "gemeente": ["Ede", "Ede", "Epe"],
            "doelgroep": ["gezinsmigrant_of_overige_migrant"] * 3,
            "kennisgeving": [date(2026, 3, 2), date(2026, 3, 3), None],
            "inschrijving": [date(2026, 3, 2), date(2026, 3, 3), None],
        }
    )
    frame.write_parquet(path)
    return path


def what_if(policy, source, *more, on="2026-06-01"):
    return main(["wet", "wat-als", str(policy), "--bron", str(source), "--op", on, *more])


def test_the_answer_is_a_table_in_the_terminal_and_the_file_stays_as_it_is(policy, caseload, capsys):
    before = caseload.read_bytes()
    assert what_if(policy, caseload) == 0
    told = capsys.readouterr().out
    assert "3 dossiers, 2 krijgen een ander antwoord." in told
    assert "Laatste dag voor het PIP         2         1        0" in told
    assert caseload.read_bytes() == before


def test_a_folder_gets_the_list_and_a_chart_for_each_answer_that_changes(policy, caseload, tmp_path, capsys):
    assert what_if(policy, caseload, "--naar", str(tmp_path / "uit")) == 0
    names = {path.name for path in (tmp_path / "uit").iterdir()}
    assert names == {
        *("geraakt.csv", "geraakt.parquet", "wat-als.svg"),
        *("pip_deadline.svg", "next_due.svg"),
    }
    listed = pl.read_parquet(tmp_path / "uit" / "geraakt.parquet")
    assert listed.filter(antwoord="pip_deadline").select(
        "dossier", "gemeente", "oud", "nieuw", "verschil"
    ).rows() == [
        ("a", "Ede", "2026-05-11", "2026-05-26", 15.0),
        ("b", "Ede", "2026-05-12", "2026-05-26", 14.0),
    ]
    assert (
        (tmp_path / "uit" / "geraakt.csv")
        .read_text()
        .startswith("dossier,doelgroep,gemeente,antwoord,oud,nieuw")
    )
    assert (tmp_path / "uit" / "wat-als.svg").read_text().startswith("<svg ")
    assert f"geschreven: {tmp_path / 'uit' / 'wat-als.svg'}" in capsys.readouterr().out


def test_a_folder_of_parts_and_a_csv_are_read_too(policy, caseload, tmp_path, capsys):
    parts = tmp_path / "delen"
    parts.mkdir()
    pl.read_parquet(caseload).write_parquet(parts / "part-0000.parquet")
    assert what_if(policy, parts) == 0
    pl.read_parquet(caseload).write_csv(tmp_path / "dossiers.csv")
    assert what_if(policy, tmp_path / "dossiers.csv") == 0
    assert capsys.readouterr().out.count("3 dossiers, 2 krijgen een ander antwoord.") == 2


def test_what_is_wrong_is_said_in_dutch(policy, caseload, tmp_path, capsys):
    wrong = tmp_path / "fout.yaml"
    wrong.write_text("naam: x\nvanaf: 2026-01-01\nwijzigingen:\n  bi2021.pip_termijn: 3 maanden\n")
    odd = tmp_path / "raar.parquet"
    pl.DataFrame({"kennisgeving": [1.5]}).write_parquet(odd)
    bad = tmp_path / "geen.parquet"
    bad.write_text("geen parquet")
    latin = tmp_path / "latin.yaml"
    latin.write_bytes(b"naam: caf\xe9")
    for arguments, message in (
        ((wrong, caseload), "fout.yaml: bi2021.pip_termijn: 3 maanden is niet in weken"),
        ((tmp_path / "weg.yaml", caseload), "weg.yaml is niet te lezen"),
        ((policy, tmp_path / "weg.parquet"), "weg.parquet is niet te lezen: het bestand bestaat niet"),
        ((policy, tmp_path / "weg.csv"), "weg.csv is niet te lezen: het bestand bestaat niet"),
        ((policy, odd), "kolom kennisgeving heeft het type Float64; nodig is een datum"),
        ((policy, bad), "geen.parquet is niet te lezen als Parquet-bestand"),
        ((latin, caseload), "latin.yaml is niet te lezen: bewaar het als tekst (UTF-8)"),
    ):
        assert what_if(*arguments) == 2
        assert message in capsys.readouterr().err
    assert what_if(policy, caseload, on="1 juni") == 2
    assert "1 juni is geen datum. Schrijf jaar-maand-dag, zoals 2026-03-02." in capsys.readouterr().err


def test_a_word_that_the_law_does_not_know_is_said(policy, tmp_path, capsys):
    path = tmp_path / "woord.parquet"
    pl.DataFrame({"doelgroep": ["iets anders"], "kennisgeving": [date(2026, 3, 2)]}).write_parquet(path)
    assert what_if(policy, path) == 2
    assert "in kolom doelgroep staat 'iets anders'; nodig is tekst: een van" in capsys.readouterr().err


def test_the_fast_engine_says_the_same(policy, caseload, capsys):
    pytest.importorskip("numba")
    assert what_if(policy, caseload) == 0
    slow = capsys.readouterr().out
    assert what_if(policy, caseload, "--engine", "snel") == 0
    assert capsys.readouterr().out == slow


def test_without_the_extra_it_says_how_to_get_it(policy, caseload, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)
    assert what_if(policy, caseload, "--engine", "snel") == 2
    assert "pip install 'meedoen[snel]'" in capsys.readouterr().err
