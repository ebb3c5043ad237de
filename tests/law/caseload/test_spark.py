"""Spark on two cores gives for a country what Polars gives; without Java that is said, and fails in CI."""

import importlib.util
import logging
import os
import shutil
import sys
import types
from datetime import date

import polars as pl
import pytest

from meedoen.law.caseload import files, spark
from meedoen.law.caseload.answers import ANSWERS
from meedoen.law.caseload.files import Files, reasons_beside
from meedoen.law.caseload.frame import CaseloadError
from meedoen.law.kernel.lift.program import Program
from tests.law.caseload.country import country

NAMES = ("doelgroep", "pip_deadline", "verlenging_last_day", "ontzorgen", "z_cursusuren_left", "next_due")
PROGRAM = Program({name: ANSWERS[name] for name in NAMES})
ON = date(2026, 9, 1)
MANY = 2_000


def missing():
    """Return what Spark lacks on this machine, or None."""
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark (the extra `spark`)"
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        return "Java (apt-get install default-jre-headless)"
    return None


@pytest.fixture(scope="module")
def session():
    """One Spark for all tests here, with two workers of their own Python."""
    if lacking := missing():
        if os.environ.get("CI"):
            pytest.fail(f"{lacking} is missing in CI")
        print(f"!! NIET ALLES KAN DRAAIEN: voor Spark ontbreekt {lacking}.", file=sys.__stderr__)
        pytest.skip(f"NOT RUN: Spark needs {lacking}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        logging.getLogger("py4j").setLevel(logging.WARNING)  # it still writes when pytest has closed its log
        started = spark.session("local[2]", "test")
        yield started
        started.stop()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("land")
    dossiers, events, _ = country(MANY)
    dossiers.write_parquet(folder / "dossiers.parquet")
    events.write_parquet(folder / "gebeurtenissen.parquet")
    return folder


def both(source, folder, session):
    """Return the answers by Polars and by Spark, in order of the dossiers."""
    one, many = folder / "polars.parquet", folder / "spark.parquet"
    assert files.compute_file(PROGRAM, source, one, on=ON) == MANY
    assert spark.compute_file(PROGRAM, source, many, on=ON, spark=session) == MANY
    assert reasons_beside(one).read_bytes() == reasons_beside(many).read_bytes()
    assert [path.name for path in folder.iterdir() if path.name.endswith(".tmp")] == []
    return pl.read_parquet(one).sort("dossier"), pl.read_parquet(many / "*.parquet").sort("dossier")


@pytest.mark.parametrize("with_events", [False, True], ids=["facts only", "with events"])
def test_two_workers_give_what_polars_gives(with_events, made, tmp_path, session, monkeypatch):
    monkeypatch.setattr(spark, "PART", 700)
    events = made / "gebeurtenissen.parquet" if with_events else None
    one, many = both(Files(made / "dossiers.parquet", events), tmp_path, session)
    assert many.equals(one)
    assert many.height == MANY
    parts = sorted(path.name for path in (tmp_path / "spark.parquet").iterdir())
    assert parts == ["deel-00000.parquet", "deel-00001.parquet", "deel-00002.parquet"]


def test_older_answers_are_replaced(made, tmp_path, session):
    target = tmp_path / "uitkomst.parquet"
    target.mkdir()
    (target / "deel-00009.parquet").write_text("oud")
    source = Files(made / "dossiers.parquet")
    assert spark.compute_file(PROGRAM, source, target, on=ON, spark=session) == MANY
    assert [path.name for path in target.iterdir()] == ["deel-00000.parquet"]


def test_answers_in_one_file_give_way_to_a_folder(made, tmp_path, session):
    target = tmp_path / "uitkomst.parquet"
    target.write_text("een bestand van een eerdere keer")
    assert spark.compute_file(PROGRAM, Files(made / "dossiers.parquet"), target, on=ON, spark=session) == MANY
    assert target.is_dir()


def test_what_a_task_finds_wrong_is_said_in_dutch_and_nothing_is_left(made, tmp_path, session):
    dossiers = country(MANY)[0].with_columns(cursusuren=pl.lit(2**40))
    dossiers.write_parquet(tmp_path / "dossiers.parquet")
    with pytest.raises(CaseloadError, match=r"^het bestand is niet te berekenen: ") as caught:
        spark.compute_file(
            PROGRAM, Files(tmp_path / "dossiers.parquet"), tmp_path / "uit", on=ON, spark=session
        )
    assert "\n" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["dossiers.parquet"]


def test_a_file_that_will_not_do_is_refused_before_spark_starts(tmp_path, monkeypatch):
    def never(*_):
        raise AssertionError("Spark was started")

    monkeypatch.setattr(spark, "session", never)
    pl.DataFrame({"kennisgeving": ["2026-01-01"]}).write_parquet(tmp_path / "d.parquet")
    with pytest.raises(
        CaseloadError, match=r"^kolom kennisgeving heeft het type String; nodig is een datum$"
    ):
        spark.compute_file(PROGRAM, Files(tmp_path / "d.parquet"), tmp_path / "uit", on=ON)
    assert [path.name for path in tmp_path.iterdir()] == ["d.parquet"]


def test_without_pyspark_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(CaseloadError) as caught:
        spark.session()
    assert str(caught.value) == "pyspark ontbreekt; installeer Meedoen met de extra `spark`"


class Builder:
    """Stands for the builder of Spark: writes down what it is asked."""

    def __init__(self, fails=False):
        self.asked, self.fails = {}, fails

    def master(self, where):
        self.asked["master"] = where
        return self

    def appName(self, name):  # noqa: N802  # the name that Spark gave it
        return self

    def config(self, *, map):
        self.asked |= map
        return self

    def getOrCreate(self):  # noqa: N802  # the name that Spark gave it
        if self.fails:
            raise RuntimeError("JAVA_GATEWAY_EXITED")
        return self


def started(monkeypatch, builder, *master):
    module = types.ModuleType("pyspark.sql")
    module.SparkSession = types.SimpleNamespace(builder=builder)
    monkeypatch.setitem(sys.modules, "pyspark", types.ModuleType("pyspark"))
    monkeypatch.setitem(sys.modules, "pyspark.sql", module)
    monkeypatch.setenv("PYSPARK_PYTHON", "python-of-the-machine")
    return spark.session(*master)


def test_without_a_cluster_spark_is_this_machine_alone(monkeypatch):
    monkeypatch.delenv("SPARK_MASTER", raising=False)
    found = started(monkeypatch, Builder()).asked
    assert found["master"] == "local[*]"
    assert found["spark.driver.host"] == found["spark.driver.bindAddress"] == "127.0.0.1"


def test_a_cluster_can_reach_who_asks(monkeypatch):
    monkeypatch.setenv("SPARK_MASTER", "spark://beheer:7077")
    found = started(monkeypatch, Builder()).asked
    assert found["master"] == "spark://beheer:7077"
    assert "spark.driver.host" not in found
    assert started(monkeypatch, Builder(), "local[2]").asked["master"] == "local[2]"


def test_when_spark_does_not_start_is_said_where_and_what_may_be_missing(monkeypatch):
    with pytest.raises(CaseloadError) as caught:
        started(monkeypatch, Builder(fails=True), "local[2]")
    assert str(caught.value) == "Spark start niet op local[2]; is Java geïnstalleerd? (RuntimeError)"


def test_what_is_asked_reaches_another_machine_by_name():
    asked = (tuple((name, rule.name) for name, rule in PROGRAM.outputs.items()), ON)
    made = spark._made(asked)
    assert made.on == ON
    assert made.program.outputs == PROGRAM.outputs
    assert spark._made(asked) is made
