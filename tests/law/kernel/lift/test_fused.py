"""The machine code of numba gives what Polars gives: value and reason of each answer of each row.

Compiling takes seconds, so one small program is compiled once for all tests here.
"""

from datetime import date

import numpy as np
import polars as pl
import pytest

from meedoen.law.caseload.answers import ANSWERS
from meedoen.law.caseload.compute import Computation, collected
from meedoen.law.caseload.frame import ready, row_frame
from meedoen.law.caseload.machine import _series
from meedoen.law.kernel.lift import fused
from meedoen.law.kernel.lift.fused import EMPTY, SMALL_EMPTY, Fused, array_type, empty_of, is_small
from meedoen.law.kernel.lift.program import Program
from meedoen.law.kernel.parameter import parameter, supposing
from tests.law.kernel.lift.test_reader import LIFTED, pool
from tests.law.kernel.lift.test_two_speeds import KINDS, Rows

NAMES = (
    *("doelgroep", "pip_deadline", "termijn_last_day", "may_examine_at_a2", "ontzorgen"),
    "z_cursusuren_left",
)
OWN = {one.__name__: one for one in LIFTED}
"""Rules of the test of the reader: every construct is compiled too, money and periods of a fact included."""

SMALL = Program({name: ANSWERS[name] for name in NAMES} | OWN)
ON, LATER = date(2026, 4, 20), date(2026, 11, 25)


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """The folder in which compiled code is kept; that of this machine stays as it is."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder / "meedoen" / "wet"


@pytest.fixture(scope="module")
def compiled(cache):
    pytest.importorskip("numba", reason="NOT RUN: the extra `snel` is not installed")
    return Fused(SMALL, ON, threads=2)


def caseload(on, size=400, missing=0.2):
    drawn = Rows(on, seed=on.toordinal(), size=size, missing=missing)
    rng = np.random.default_rng(on.toordinal())
    own = {name: kind for name, kind in SMALL.facts.items() if name not in KINDS}
    rows = [
        {name: pool(kind)[rng.integers(len(pool(kind)))] for name, kind in own.items()} for _ in range(size)
    ]
    return pl.concat([drawn.frame(), row_frame(rows, own)], how="horizontal").select(list(SMALL.facts))


def by_machine(compiled, frame, on):
    columns = []
    facts = compiled.columns(ready(frame.lazy(), SMALL.facts).collect())
    for name, (values, reasons) in compiled.run(facts, on).items():
        columns += [_series(name, values, SMALL.kinds[name]), pl.Series(f"{name}.reden", reasons)]
    return pl.DataFrame(columns)


def by_polars(frame, on):
    return collected(Computation(SMALL, on).answers(frame.lazy(), physical=True))


def assert_equal(compiled, frame, on):
    machine, polars = by_machine(compiled, frame, on), by_polars(frame, on)
    assert machine.columns == polars.columns
    for name in polars.columns:
        assert machine[name].to_list() == polars[name].to_list(), name
    return polars


@pytest.mark.parametrize("on", [ON, LATER], ids=str)
def test_each_value_and_reason_is_that_of_polars(compiled, on):
    assert compiled.fits(on)
    found = assert_equal(compiled, caseload(on), on)
    statuses = {
        status
        for name in SMALL.outputs
        for status in (found[f"{name}.reden"].cast(pl.Int32) // 16384).unique()
    }
    assert statuses == {0, 1, 2}


def test_rows_are_shared_between_threads(compiled, monkeypatch):
    monkeypatch.setattr(fused, "FEW", 10)
    assert_equal(compiled, caseload(ON, size=101), ON)


def test_a_caseload_of_nobody_has_no_answers(compiled):
    found = by_machine(compiled, caseload(ON, size=3).clear(), ON)
    assert found.height == 0
    assert found.columns == by_polars(caseload(ON, size=3), ON).columns


def test_other_parameters_are_supposed_without_compiling_again(compiled, cache):
    frame = caseload(ON)
    law, kept = by_machine(compiled, frame, ON), sorted(cache.iterdir())
    wanted = {
        "bi2021.pip_termijn": 12,
        "wi2021.inburgeringstermijn": 2,
        "bi2021.a2_cursusuren": 700,
        "bi2021.z_cursusuren": 820,
    }
    changed = {name: parameter(name).changed(date(2022, 1, 1), raw, "test") for name, raw in wanted.items()}
    with supposing(changed):
        supposed = assert_equal(compiled, frame, ON)
        assert Fused(SMALL, ON).function is compiled.function
    assert sorted(cache.iterdir()) == kept
    for name in ("pip_deadline", "termijn_last_day", "z_cursusuren_left"):
        assert supposed[name].to_list() != law[name].to_list(), name
    assert by_machine(compiled, frame, ON).equals(law)


def test_what_is_compiled_is_kept_and_is_the_same_for_the_same_versions(compiled, cache):
    (source,) = cache.glob("*.py")
    assert "cache=True" in source.read_text()
    assert "# inburgering.pip.pip_deadline" in source.read_text()
    assert oct(cache.stat().st_mode)[-3:] == "700"
    again = Fused(SMALL, LATER)
    assert again.function is compiled.function
    assert not compiled.fits(date(2022, 1, 1))


def test_a_row_has_the_sign_for_empty_that_goes_with_its_kind():
    assert [is_small(kind) for kind in ("bool", SMALL.facts["doelgroep"], "int", "date", "money")] == [
        *(True, True),
        *(False, False, False),
    ]
    assert (empty_of("bool"), empty_of("date")) == (SMALL_EMPTY, EMPTY) == (-1, -(2**31))
    assert [array_type(kind) for kind in ("bool", "date", "money")] == [np.int8, np.int32, np.int64]


def test_without_a_folder_to_keep_it_in_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "bestand"))
    (tmp_path / "bestand").write_text("geen map")
    assert fused._cache_folder() is None
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "wel"))
    assert fused._cache_folder() == tmp_path / "wel" / "meedoen" / "wet"
