"""`meedoen wet bereken`: what it says about a file of dossiers."""

from datetime import date

import polars as pl
import pytest

from meedoen.project.command import main


@pytest.fixture
def bereken(tmp_path):
    """Compute one answer for a small file and return the exit code."""

    def run(name="dossiers.parquet", **more):
        rows = {
            "dossier": [1],
            "kennisgeving": [date(2026, 3, 2)],
            "doelgroep": ["asielstatushouder"],
            **more,
        }
        pl.DataFrame(rows).write_parquet(tmp_path / name)
        out = str(tmp_path / "uit.parquet")
        asked = ("--alleen", "pip_deadline", "--op", "2026-03-16")
        return main(["wet", "bereken", "--bron", str(tmp_path / name), "--naar", out, *asked])

    return run


def test_a_column_that_no_rule_reads_is_named(bereken, capsys):
    assert bereken(verblijfstitl=["asiel_bepaalde_tijd"]) == 0
    told = capsys.readouterr().out
    assert "1 dossier op 16-03-2026, 1 antwoord," in told
    assert "niet gebruikt (geen kolom van deze antwoorden): verblijfstitl\n" in told


def test_without_such_a_column_nothing_is_said_about_it(bereken, capsys):
    assert bereken() == 0
    assert "niet gebruikt" not in capsys.readouterr().out


def test_a_csv_is_refused_in_plain_words(bereken, capsys):
    assert bereken(name="dossiers.csv") == 2
    assert "is een CSV-bestand; nodig is een Parquet-bestand (.parquet)" in capsys.readouterr().err
