"""The made-up country of the benchmarks, for tests: dossiers, their events, and what those add up to."""

import importlib.util
import sys
from functools import cache
from pathlib import Path

LAND = Path(__file__).parents[3] / "bench" / "land.py"


@cache
def land():
    """Return the module that makes the country; `bench` is no package."""
    if "land" not in sys.modules:
        spec = importlib.util.spec_from_file_location("land", LAND)
        sys.modules["land"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["land"])
    return sys.modules["land"]


@cache
def country(dossiers):
    """Return the frames `dossiers`, `gebeurtenissen` and `feiten`."""
    return land().land(dossiers)
